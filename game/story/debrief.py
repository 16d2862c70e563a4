"""What a finished game taught: computed from the player's own replies."""

from __future__ import annotations

from dataclasses import dataclass

from game.story.level import Ending, Level
from game.story.playthrough import Playthrough, Turn


@dataclass(frozen=True, slots=True)
class Moment:
    """One reply with its change in points; the late change came when the next scene began."""

    turn: Turn
    trust: int
    sympathy: int
    late_trust: int
    late_sympathy: int


@dataclass(frozen=True, slots=True)
class Debrief:
    """The debrief of one game.

    `curve` holds (trust, sympathy), first at the start, then after every reply. `principle` is the
    one most at stake in this game, `also` the others that were met.
    """

    level: Level
    ending: Ending
    moments: tuple[Moment, ...]
    curve: tuple[tuple[int, int], ...]
    principle: str
    also: tuple[str, ...]


def debrief(game: Playthrough) -> Debrief:
    """Return the debrief of *game*. Raises ValueError when it is not finished."""
    if game.ending is None:
        raise ValueError("the conversation is not over")
    first = game.turns[0].before if game.turns else game.state
    curve = ((first.trust, first.sympathy), *((t.after.trust, t.after.sympathy) for t in game.turns))
    principle, *also = _principles_by_weight(game)
    moments = tuple(_moment(turn) for turn in game.turns)
    return Debrief(game.level, game.ending, moments, curve, principle, tuple(also))


def _moment(turn: Turn) -> Moment:
    before, answered, after = turn.before, turn.answered, turn.after
    return Moment(
        turn,
        answered.trust - before.trust,
        answered.sympathy - before.sympathy,
        after.trust - answered.trust,
        after.sympathy - answered.sympathy,
    )


def _principles_by_weight(game: Playthrough) -> list[str]:
    """Order the principles met by how far the replies about them moved the meters.

    The level's own order decides ties; a game in which no reply names one gets the level's first.
    """
    weights: dict[str, int] = {}
    for turn in game.turns:
        if name := turn.reply.principle:
            moved = abs(turn.after.trust - turn.before.trust) + abs(
                turn.after.sympathy - turn.before.sympathy
            )
            weights[name] = weights.get(name, 0) + moved
    taught = game.level.principles
    order = {name: number for number, name in enumerate(taught)}
    met = sorted(weights, key=lambda name: (-weights[name], order.get(name, len(order))))
    return met or [taught[0]]
