"""The shortest way to every ending, as reply ids: the proof that it can be reached."""

from __future__ import annotations

from dataclasses import dataclass

from game.story.foresight import Foresight
from game.story.level import Level
from game.story.playthrough import play


@dataclass(frozen=True, slots=True)
class Route:
    """A shortest way to an ending with the meters it ends with; `replies` is None where there is no way."""

    ending: str
    replies: tuple[str, ...] | None
    trust: int = 0
    sympathy: int = 0


def routes(level: Level) -> tuple[Route, ...]:
    """Return a shortest way to each ending of *level*, in their order."""
    foresight = Foresight(level)
    found = []
    for name in level.endings:
        replies = foresight.route(foresight.origin, frozenset({name}))
        if replies is None:
            found.append(Route(name, None))
            continue
        state = play(level, replies).state
        found.append(Route(name, replies, state.trust, state.sympathy))
    return tuple(found)
