"""`luisterkamer transcript`: play exactly these replies and print what happened."""

from __future__ import annotations

from collections.abc import Sequence
from json import dumps

from game.commands.messages import complain, level_or_complaint, suggestion
from game.exits import Exit
from game.library import players_library
from game.story.level import Level
from game.story.playthrough import ReplyNotAvailableError, play
from game.story.text import clean
from game.transcript import as_data, as_text
from game.words import say


def transcript(level_id: str, replies: Sequence[str], language: str, *, json: bool = False) -> int:
    """Print the game of *replies* in a level, as text or as JSON.

    Returns 2 for a level or reply that is not there, 3 for a level that cannot be read.
    """
    library = players_library()
    level = level_or_complaint(library, level_id, language)
    if level is None:
        return Exit.LEVEL_IS_WRONG if level_id in library.ids else Exit.USAGE
    try:
        game = play(level, replies)
    except ReplyNotAvailableError as error:
        complain(_not_available(level, replies, error, language))
        return Exit.USAGE
    print(dumps(as_data(game), ensure_ascii=False, indent=2) if json else as_text(game, language))
    return Exit.FINE


def _not_available(level: Level, replies: Sequence[str], error: ReplyNotAvailableError, language: str) -> str:
    position = error.position + 1
    if error.scene is None:
        ending = play(level, replies[: error.position]).ending
        name = ending.id if ending else ""
        return say(language, "reply-after-end", position=position, found=clean(error.reply), ending=name)
    return say(
        language,
        "reply-unknown",
        position=position,
        found=clean(error.reply),
        scene=error.scene,
        suggestion=suggestion(language, error.reply, error.available),
        available=", ".join(error.available),
    )
