"""How far it still is: ways through a level by its scenes alone, conditions left aside."""

from __future__ import annotations

from collections import deque

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
