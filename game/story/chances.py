"""Random games, exactly: what comes out when every reply is picked with the same chance. Never sampled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

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

    *see* is told every turn that can be taken with its chance. Raises TooManyStatesError.
    """
    endings = dict.fromkeys(level.endings, Fraction(0))
    lengths: dict[int, Fraction] = {}
    now: dict[State, Fraction] = {start(level).state: Fraction(1)}
    replies = 0
    while now and sum(now.values()) > NEGLIGIBLE:
        replies += 1
        after: dict[State, Fraction] = {}
        for state, chance in now.items():
            available = replies_in(level, state)
            for reply in available:
                turn, each = turn_of(level, state, reply), chance / len(available)
                if see:
                    see(turn, each)
                if turn.after.scene is None:
                    endings[ending_at(level, turn.after).id] += each
                    lengths[replies] = lengths.get(replies, Fraction(0)) + each
                else:
                    after[turn.after] = after.get(turn.after, Fraction(0)) + each
        if len(after) > MOST_STATES:
            raise TooManyStatesError
        now = after
    return Chances(endings, lengths, sum(now.values(), Fraction(0)))
