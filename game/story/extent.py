"""How many combinations of remembered facts a level can come to: what looking ahead in it costs."""

from __future__ import annotations

from collections.abc import Iterable

from game.story.condition import ALWAYS, FactTest
from game.story.level import END, Level, Line

MOST_COMBINATIONS = 4_000
"""A full level comes to some hundreds, seldom to more than a thousand; beyond this, players would wait."""

Facts = frozenset[str]


def has_too_many_facts(level: Level, most: int = MOST_COMBINATIONS) -> bool:
    """Tell whether *level* could come to more than *most* combinations of scene and facts.

    Only facts that some condition looks at count. Conditions are not looked at themselves: it may be fewer.
    """
    looked_at = _looked_at(level)
    first = level.scenes[level.start]
    waiting = [(first.id, facts) for facts in _after({frozenset()}, first.lines, looked_at)]
    seen = set(waiting)
    while waiting and len(seen) <= most:
        scene, facts = waiting.pop()
        for reply in level.scenes[scene].replies.values():
            if reply.goto == END:
                continue
            remembered = facts.union(looked_at.intersection(reply.effect.remember))
            lines = (*reply.reaction, *level.scenes[reply.goto].lines)
            for after in _after({remembered}, lines, looked_at, most):
                if (reply.goto, after) not in seen:
                    seen.add((reply.goto, after))
                    waiting.append((reply.goto, after))
    return len(seen) > most


def _after(
    start: set[Facts], lines: Iterable[Line], looked_at: Facts, most: int = MOST_COMBINATIONS
) -> set[Facts]:
    """Return what may be remembered after *lines*; a line with a condition may come or not."""
    found = start
    for line in lines:
        new = looked_at.intersection(line.effect.remember)
        if new and len(found) <= most:
            with_it = {facts | new for facts in found}
            found = with_it if line.when == ALWAYS else found | with_it
    return found


def _looked_at(level: Level) -> Facts:
    conditions = [ending.when for ending in level.endings.values()]
    for scene in level.scenes.values():
        conditions += [line.when for line in scene.lines]
        for reply in scene.replies.values():
            conditions += [reply.when, *(line.when for line in reply.reaction)]
    return frozenset(test.fact for each in conditions for test in each.tests if isinstance(test, FactTest))
