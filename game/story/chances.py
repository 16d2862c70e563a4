"""Random games, exactly: what comes out when every reply is picked with the same chance. Never sampled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from game.story.level import Level
from game.story.playthrough import State, Turn, ending_at, replies_in, start, turn_of

NEGLIGIBLE = Fraction(1, 10**9)
"""In a level with loops, what is still being played at this chance is left."""

MOST_STATES = 200_000
"""States after the same number of replies; beyond them counting takes minutes."""


class TooManyStatesError(Exception):
    """The level has more states than can be counted in reasonable time."""


@dataclass(frozen=True, slots=True)
class Chances:
    """Random games of one level.

    `endings` and `lengths` (numbers of replies) hold chances from 0 to 1. `left` is the chance of being
    neither: 0 where there are no loops, else at most `NEGLIGIBLE`.
    """

    endings: dict[str, Fraction]
    lengths: dict[int, Fraction]
    left: Fraction

    @property
    def shortest(self) -> int:
        """The least number of replies to an ending."""
        return min(self.lengths)

    @property
    def longest(self) -> int | None:
        """The largest number of replies to an ending; None where one can go round in a loop."""
        return None if self.left else max(self.lengths)

    @property
    def median(self) -> int:
        """The least number of replies after which half of the games are over."""
        over = Fraction(0)
        for length, chance in sorted(self.lengths.items()):
            over += chance
            if over * 2 >= 1:
                return length
        return max(self.lengths)


def chances(level: Level, see: Callable[[Turn, Fraction], None] | None = None) -> Chances:
    """Return what random games of *level* come to.

    *see* is told every turn that can be taken, once, with how often a game takes it on average. Raises
    TooManyStatesError.
    """
    games = _Games(level)
    while games.are_going_on:
        games.reply()
    if see:
        games.tell(see)
    left = Fraction(sum(games.now.values()), games.whole)
    return Chances(games.endings, games.lengths, left)


class _Games:
    """All random games of a level, one reply further at a time.

    Chances are whole numbers of parts, `whole` of which are 1: adding those is far quicker than fractions.
    Each reply makes the parts smaller by a number that every count of replies divides.
    """

    def __init__(self, level: Level) -> None:
        self._level = level
        self._finer = lcm(*range(1, max(len(scene.replies) for scene in level.scenes.values()) + 1))
        self._ways: dict[State, tuple[Turn, ...]] = {}
        self._visits: dict[State, tuple[int, int]] = {}
        self.replies, self.whole = 0, 1
        self.now: dict[State, int] = {start(level).state: 1}
        self.endings = dict.fromkeys(level.endings, Fraction(0))
        self.lengths: dict[int, Fraction] = {}

    @property
    def are_going_on(self) -> bool:
        """Tell whether more than a negligible part is not over yet."""
        return sum(self.now.values()) * NEGLIGIBLE.denominator > self.whole * NEGLIGIBLE.numerator

    def reply(self) -> None:
        """Give every reply that can be given."""
        after: dict[State, int] = {}
        ended: dict[str, int] = {}
        for state, parts in self.now.items():
            self._visit(state, parts)
            turns = self._turns(state)
            each = parts * (self._finer // len(turns))
            for turn in turns:
                if turn.after.scene is None:
                    ending = ending_at(self._level, turn.after).id
                    ended[ending] = ended.get(ending, 0) + each
                else:
                    after[turn.after] = after.get(turn.after, 0) + each
        if len(after) > MOST_STATES:
            raise TooManyStatesError
        self.now = after
        self.whole *= self._finer
        self.replies += 1
        for ending, parts in ended.items():
            self.endings[ending] += Fraction(parts, self.whole)
        if ended:
            self.lengths[self.replies] = Fraction(sum(ended.values()), self.whole)

    def tell(self, see: Callable[[Turn, Fraction], None]) -> None:
        """Tell *see* of every turn how often it is taken on average."""
        for state, (replies, parts) in self._visits.items():
            turns = self._turns(state)
            each = Fraction(parts, self._finer**replies * len(turns))
            for turn in turns:
                see(turn, each)

    def _visit(self, state: State, parts: int) -> None:
        """Add a visit to those after fewer replies, whose parts were larger."""
        replies, before = self._visits.get(state, (self.replies, 0))
        self._visits[state] = self.replies, before * self._finer ** (self.replies - replies) + parts

    def _turns(self, state: State) -> tuple[Turn, ...]:
        if state not in self._ways:
            level = self._level
            self._ways[state] = tuple(turn_of(level, state, reply) for reply in replies_in(level, state))
        return self._ways[state]
