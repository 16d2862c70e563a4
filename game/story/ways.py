"""How far it still is: ways through a level by its scenes alone, conditions left aside."""

from __future__ import annotations

from collections import deque

from game.story.condition import ALWAYS
from game.story.level import END, Level


def shortest_way(level: Level, scene: str) -> int:
    """Return the least number of replies from *scene* to the end (1 or more).

    Raises ValueError when there is no way, which the reader of levels rules out.
    """
    seen = {scene}
    waiting = deque([(scene, 1)])
    while waiting:
        name, replies = waiting.popleft()
        for reply in level.scenes[name].replies.values():
            if reply.goto == END:
                return replies
            if reply.goto not in seen:
                seen.add(reply.goto)
                waiting.append((reply.goto, replies + 1))
    raise ValueError(f"no way from {scene} to the end")


def with_sure_way(level: Level) -> frozenset[str]:
    """Return the scenes from which replies that are always there lead to the end, whatever went before."""
    behind: dict[str, list[str]] = {}
    for scene in level.scenes.values():
        for reply in scene.replies.values():
            if reply.when == ALWAYS:
                behind.setdefault(reply.goto, []).append(scene.id)
    found: set[str] = set()
    waiting = [END]
    while waiting:
        for name in behind.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return frozenset(found)


def longest_way(level: Level) -> int | None:
    """Return the largest number of replies from the start to the end; None where there is a loop.

    Scenes that nobody gets to do not count.
    """
    longest: dict[str, int] = {}
    entered = {level.start}
    waiting = [(level.start, iter(_targets(level, level.start)))]
    while waiting:
        scene, targets = waiting[-1]
        for target in targets:
            if target in longest:
                continue
            if target in entered:
                return None
            entered.add(target)
            waiting.append((target, iter(_targets(level, target))))
            break
        else:
            waiting.pop()
            longest[scene] = 1 + max((longest[each] for each in _targets(level, scene)), default=0)
    return longest[level.start]


def _targets(level: Level, scene: str) -> set[str]:
    return {reply.goto for reply in level.scenes[scene].replies.values() if reply.goto != END}
