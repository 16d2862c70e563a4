"""What a finished game taught: computed from the player's own replies, never authored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from game.story.foresight import Foresight
from game.story.level import Ending, Level
from game.story.playthrough import Playthrough, Turn, play
from game.story.turns import Turns, best_endings, turns_of

OPTIONS = 4
"""Principles to pick from."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One reply with its change in points; the late change came when the next scene began."""

    turn: Turn
    trust: int
    sympathy: int
    late_trust: int
    late_sympathy: int

    @property
    def size(self) -> int:
        """How far it moved both meters together, in points."""
        return abs(self.trust + self.late_trust) + abs(self.sympathy + self.late_sympathy)


@dataclass(frozen=True, slots=True)
class Road:
    """The road not taken: from the turning point, your way and a way to a best ending.

    Both games share their first `turn` replies.
    """

    turn: int
    yours: Playthrough
    other: Playthrough


@dataclass(frozen=True, slots=True)
class Debrief:
    """The debrief of one game.

    `curve` holds (trust, sympathy), first at the start, then after every reply. `principle` is the
    one most at stake in this game, `also` the others that were met. `decisive` is the number of the
    reply that decided most: the turning point, what secured a best ending, or else what moved most.
    """

    level: Level
    ending: Ending
    moments: tuple[Moment, ...]
    curve: tuple[tuple[int, int], ...]
    principle: str
    also: tuple[str, ...]
    turns: Turns
    decisive: int
    road: Road | None


def debrief(game: Playthrough, foresight: Foresight | None = None) -> Debrief:
    """Return the debrief of *game*. Raises ValueError when it is not finished.

    *foresight*, where there is one already, looks ahead from where the game began.
    """
    if game.ending is None:
        raise ValueError("the conversation is not over")
    first = game.turns[0].before
    foresight = foresight or Foresight(game.level, first)
    moments = moments_of(game)
    curve = ((first.trust, first.sympathy), *((t.after.trust, t.after.sympathy) for t in game.turns))
    turns = turns_of(game, foresight)
    decisive = _decisive(turns, moments)
    principle, *also = _principles_by_weight(game, moments, decisive)
    return Debrief(
        game.level,
        game.ending,
        moments,
        curve,
        principle,
        tuple(also),
        turns,
        decisive,
        _road(game, turns, foresight),
    )


def quiz(level: Level, principle: str, others: Sequence[str], seed: int) -> tuple[str, ...]:
    """Return the principles to pick from: *principle* and three of *others* that the level does not teach.

    The same *seed* gives the same options in the same order. There are fewer where there are no more
    *others*.
    """
    taught = set(level.principles) | {
        reply.principle
        for scene in level.scenes.values()
        for reply in scene.replies.values()
        if reply.principle
    }
    chance = Random(f"{seed}:{level.id}:{principle}")
    left = sorted(set(others) - taught - {principle})
    options = [principle, *chance.sample(left, min(OPTIONS - 1, len(left)))]
    chance.shuffle(options)
    return tuple(options)


def moments_of(game: Playthrough) -> tuple[Moment, ...]:
    """Return what each reply of *game* did to the meters."""
    return tuple(moment_of(turn) for turn in game.turns)


def moment_of(turn: Turn) -> Moment:
    """Return what the reply of *turn* did to the meters."""
    before, answered, after = turn.before, turn.answered, turn.after
    return Moment(
        turn,
        answered.trust - before.trust,
        answered.sympathy - before.sympathy,
        after.trust - answered.trust,
        after.sympathy - answered.sympathy,
    )


def _principles_by_weight(game: Playthrough, moments: Sequence[Moment], decisive: int) -> list[str]:
    """Order the principles met: that of the decisive reply, then by how far replies about them moved things.

    The level's own order decides ties; a game in which no reply names one gets the level's first.
    """
    decided = moments[decisive].turn.reply.principle
    weights: dict[str, int] = {}
    for moment in moments:
        if name := moment.turn.reply.principle:
            weights[name] = weights.get(name, 0) + moment.size
    taught = game.level.principles
    order = {name: number for number, name in enumerate(taught)}
    met = sorted(weights, key=lambda name: (name != decided, -weights[name], order.get(name, len(order))))
    return met or [taught[0]]


def _decisive(turns: Turns, moments: Sequence[Moment]) -> int:
    if turns.turning_point is not None:
        return turns.turning_point
    if turns.secured is not None:
        return turns.secured
    return max(range(len(moments)), key=lambda number: moments[number].size)


def _road(game: Playthrough, turns: Turns, foresight: Foresight) -> Road | None:
    if turns.turning_point is None:
        return None
    before = game.turns[turns.turning_point].before
    route = foresight.route(before, best_endings(game.level))
    if route is None:
        return None
    replies = (*game.replies[: turns.turning_point], *route)
    return Road(turns.turning_point, game, play(game.level, replies, game.begun.scene))
