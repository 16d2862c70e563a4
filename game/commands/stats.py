"""`luisterkamer stats`: the figures of levels, exact, as a table or as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from json import dumps
from typing import Any

from game.commands.finding import sound_level
from game.commands.messages import complain, tell
from game.exits import Exit
from game.library import players_library
from game.stats import LevelStats, principles_in, stats_of
from game.story.level import Level
from game.story.text import clean
from game.words import say


def stats(given: Sequence[str], language: str, *, json: bool = False) -> int:
    """Print the figures of the levels *given*, names or files; of all without any.

    Returns 2 for a level that is not there, 3 for one that cannot be read.
    """
    library = players_library()
    levels: list[Level] = []
    for argument in given or library.ids:
        found_level = sound_level(argument, library, language)
        if isinstance(found_level, Exit):
            return found_level
        assert found_level.level is not None
        levels.append(found_level.level)
    found = [stats_of(level) for level in levels]
    teaching = principles_in(levels, library.principles)
    if json:
        data = {"levels": [_as_data(each) for each in found], "principles": teaching}
        print(dumps(data, ensure_ascii=False, indent=2))
        return Exit.FINE
    for each in found:
        tell("\n".join([*_as_text(each, language), ""]))
    if given:  # those of these levels; without any, all there are
        teaching = {name: ids for name, ids in teaching.items() if ids}
    print("\n".join(_principles(teaching, language)))
    if uncounted := [each.level.id for each in found if each.random is None]:
        complain(say(language, "stats-uncounted", levels=", ".join(uncounted)))
    return Exit.FINE


def _as_data(found: LevelStats) -> dict[str, Any]:
    level, random = found.level, found.random
    data: dict[str, Any] = {
        "id": level.id,
        "title": {name: level.title.in_language(name) for name in level.languages},
        "scenes": found.scenes,
        "replies": found.replies,
        "words": found.words,
        "minutes": {"stated": level.minutes, "reading": found.minutes},
        "principles": list(level.principles),
        "decisions": None,
        "endings": None,
    }
    if random:
        data["decisions"] = {"shortest": random.shortest, "median": random.median, "longest": random.longest}
        data["endings"] = {
            name: {"share": round(float(share), 6), "exact": str(share), "best": level.endings[name].best}
            for name, share in random.endings.items()
        }
    return data


def _as_text(found: LevelStats, language: str) -> list[str]:
    level, random = found.level, found.random
    lines = [f"{level.id}  {clean(level.title.in_language(language))}"]
    words = ", ".join(f"{name} {count}" for name, count in found.words.items())
    lines.append("  " + say(language, "stats-size", scenes=found.scenes, replies=found.replies, words=words))
    if random is None or found.minutes is None:
        return lines
    reading = ", ".join(f"{name} {minutes}" for name, minutes in found.minutes.items())
    longest = "∞" if random.longest is None else random.longest
    ways = say(language, "stats-ways", shortest=random.shortest, median=random.median, longest=longest)
    lines.append(f"  {ways}; {say(language, 'stats-minutes', reading=reading, stated=level.minutes)}")
    width = max(map(len, level.endings))
    for name, share in random.endings.items():
        marks = [say(language, "stats-best")] if level.endings[name].best else []
        marks += [say(language, "stats-out-of-bounds")] if name in found.out_of_bounds else []
        told = f"  ({', '.join(marks)})" if marks else ""
        lines.append(f"  {name:{width}}  {float(share):7.2%}{told}")
    return lines


def _principles(teaching: Mapping[str, Sequence[str]], language: str) -> list[str]:
    width = max(map(len, teaching), default=0)
    head = say(language, "stats-principles")
    return [head, *(f"  {name:{width}}  {len(ids)}  {', '.join(ids)}" for name, ids in teaching.items())]
