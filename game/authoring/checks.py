"""What is wrong with a level although every line of it can be read."""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.problems import Place, Problems
from game.authoring.reading import Reading
from game.story.condition import ALWAYS
from game.story.level import END, Level


def check_way_through(level: Level, reading: Reading) -> None:
    """Note scenes nobody reaches or leaves, endings that never come, facts that nothing uses."""
    places = reading.defined
    problems = reading.problems
    ahead = {name: {reply.goto for reply in scene.replies.values()} for name, scene in level.scenes.items()}
    behind: dict[str, set[str]] = {name: set() for name in (*level.scenes, END)}
    for name, targets in ahead.items():
        for target in targets:
            behind[target].add(name)
        if all(reply.when != ALWAYS for reply in level.scenes[name].replies.values()):
            problems.add("E301", places["scene"][name], scene=name)
    ending_scenes, seen_scenes = _reachable(behind, END), _reachable(ahead, level.start)
    endless = [name for name in level.scenes if name not in ending_scenes]
    for name in _first_of_each(endless, ahead, behind):
        problems.add("E302", places["scene"][name], scene=name)
    unseen = [name for name in level.scenes if name not in seen_scenes]
    for name in _first_of_each(unseen, behind, ahead):
        problems.add("W301", places["scene"][name], scene=name)
    _check_endings(level, places.get("ending", {}), problems)
    used = {each.name for each in reading.referred if each.kind == "fact"}
    for fact, place in places.get("fact", {}).items():
        if fact not in used:
            problems.add("W302", place, fact=fact)


def _reachable(ways: dict[str, set[str]], start: str) -> set[str]:
    """Return *start* and everything *ways* lead to from there."""
    seen = {start}
    waiting = [start]
    while waiting:
        for target in ways.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return seen


def _first_of_each(lost: list[str], ways: dict[str, set[str]], back: dict[str, set[str]]) -> Iterator[str]:
    """Yield one scene for each mistake that made scenes *lost*.

    Following *ways* among lost scenes leads into a ring (often of one scene) that has no way out. To mend
    the ring is to mend all that leads to it, so only its first scene is worth a message.
    """
    told: set[str] = set()
    for name in lost:
        ring = _reachable(ways, name)
        if ring <= _reachable(back, name) and name not in told:
            told |= ring
            yield name


def _check_endings(level: Level, places: dict[str, Place], problems: Problems) -> None:
    open_ended = ""
    for name, ending in level.endings.items():
        if open_ended:
            problems.add("E304", places[name], second=places[open_ended], ending=name, earlier=open_ended)
            break  # the ones after it have the same cause
        if ending.when == ALWAYS:
            open_ended = name
    if not open_ended:
        last = next(reversed(level.endings))
        problems.add("E303", places[last])
