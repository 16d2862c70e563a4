"""`luisterkamer list`: the conversations there are."""

from __future__ import annotations

from json import dumps

from game.commands.messages import complain
from game.exits import Exit
from game.library import Library, players_library
from game.story.level import Level
from game.story.text import LANGUAGES, clean
from game.words import say


def overview(language: str, *, json: bool = False) -> int:
    """Print every level that can be played; those that cannot are named on standard error."""
    library = players_library()
    for id in library.broken:
        complain(say(language, "house-broken-level", level=id, path=library.path(id)))
    for path in library.left_out:
        complain(say(language, "own-left-out", file=clean(path.name), folder=path.parent))
    if json:
        levels = library.readable_levels()
        print(dumps([_as_data(level, library) for level in levels], ensure_ascii=False, indent=2))
        return Exit.FINE
    width = max((len(card.id) for card in library.cards), default=0)
    for card in library.cards:
        minutes = say(language, "minutes", count=card.minutes)
        print(f"{card.id:{width}}  {minutes:>7}  {clean(card.title.in_language(language))}")
    return Exit.FINE


def _as_data(level: Level, library: Library) -> dict[str, object]:
    return {
        "id": level.id,
        "title": {language: level.title.in_language(language) for language in LANGUAGES},
        "minutes": level.minutes,
        "principles": list(level.principles),
        "endings": list(level.endings),
        "room": level.room,
        "own": library.is_own(level.id),
    }
