"""What decided a game: its turning point, and what secured it. Computed from what could still happen."""

from __future__ import annotations

from dataclasses import dataclass

from game.story.foresight import Foresight
from game.story.level import Level
from game.story.playthrough import Playthrough


@dataclass(frozen=True, slots=True)
class Turns:
    """What a game decided, as numbers of its turns (from 0); None where nothing did.

    `turning_point` is the reply after which no best ending could be reached any more, `secured` the
    one after which nothing but a best ending could. `closed` tells for every ending that got out of
    reach which reply closed it.
    """

    turning_point: int | None
    secured: int | None
    closed: dict[str, int]


def best_endings(level: Level) -> frozenset[str]:
    """Return the endings worth hoping for, as the author marked them."""
    return frozenset(ending.id for ending in level.endings.values() if ending.best)


def turns_of(game: Playthrough, foresight: Foresight) -> Turns:
    """Find the replies that decided *game*. *foresight* looks ahead from where the game began."""
    best = best_endings(game.level)
    others = frozenset(game.level.endings) - best
    turning_point = secured = None
    closed: dict[str, int] = {}
    states = [turn.before for turn in game.turns] + [game.state]
    open_before = foresight.endings_from(states[0])
    for number, state in enumerate(states[1:]):
        open_now = foresight.endings_from(state)
        for ending in open_before - open_now:
            closed[ending] = number
        if open_before & best and not open_now & best:
            turning_point = number
        if best and open_before & others and not open_now & others:
            secured = number
        open_before = open_now
    return Turns(turning_point, secured, closed)
