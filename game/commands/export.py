"""`luisterkamer export`: the debrief of a game to take along."""

from __future__ import annotations

from pathlib import Path

from game import paths
from game.commands.messages import complain, give
from game.exits import Exit
from game.export import TakeAway
from game.library import players_library
from game.logbook import Logbook
from game.saves import CannotLoadError, Saves
from game.story.debrief import debrief
from game.story.text import clean
from game.words import say


def export(game_id: str | None, form: str, target: Path | None, language: str) -> int:
    """Write the debrief of a game to *target* or standard output.

    *game_id* is a game, or a level (its last game), or None (the last of all).

    Returns 2 when there is no such finished game or the file cannot be written.
    """
    library, saves = players_library(), Saves(paths.home())
    finished = [summary for summary in saves.all() if summary.ending]
    if not finished:
        complain(say(language, "export-nothing"))
        return Exit.USAGE
    wanted = [each for each in finished if game_id in (None, each.id, each.level_id)]
    summary = wanted[0] if wanted else None
    if summary is None:
        known = ", ".join(each.id for each in finished[:10])
        complain(say(language, "export-unknown", found=clean(game_id or ""), known=known))
        return Exit.USAGE
    try:
        game, _ = saves.view(summary.path, library)
        told = debrief(game)
    except (CannotLoadError, OSError, ValueError):
        complain(say(language, "save-unreadable", file=summary.path.name))
        return Exit.USAGE
    take_away = TakeAway(told, Logbook(saves.folder).entry(summary.id), library, language)
    text = take_away.html() if form == "html" else take_away.markdown()
    return give(text, target, language)
