"""A vote: hands that were counted and phones that voted, in one tally. Derived: no counter can drift."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

LETTERS = "ABCDEFGH"
MOST_HANDS = 999

NOBODY, UNANIMOUS, LONE_VOICE, NEAR_TIE, CLEAR, DIVIDED = (
    "nobody",
    "unanimous",
    "lone-voice",
    "near-tie",
    "clear",
    "divided",
)
"""How a room can be split; each has a prompt of its own for the talk that follows."""

CLOSE = 0.1
"""Two leaders whose shares differ by no more than this are near a tie."""

MAJORITY = 0.6


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote on *options*, in the order of their letters. `number` counts the votes of a session, from 1.

    `hands` holds the counts that were typed in, `phones` what each device voted last.
    """

    number: int
    options: tuple[str, ...]
    hands: Mapping[str, int] = field(default_factory=dict)
    phones: Mapping[str, str] = field(default_factory=dict)
    is_open: bool = True

    def with_hands(self, option: str, count: int) -> Ballot:
        """Return the ballot with *count* (0 to `MOST_HANDS`) hands for *option*."""
        return replace(self, hands={**self.hands, option: max(0, min(MOST_HANDS, count))})

    def with_vote(self, device: str, option: str) -> Ballot:
        """Return the ballot with the vote of *device*; the last one counts."""
        return replace(self, phones={**self.phones, device: option})

    def closed(self) -> Ballot:
        """Return the ballot as it is when nobody can vote any more."""
        return replace(self, is_open=False)

    def letter(self, option: str) -> str:
        """Return the letter of *option*."""
        return LETTERS[self.options.index(option)]

    def by_phones(self, option: str) -> int:
        """Return how many phones vote for *option*."""
        return sum(vote == option for vote in self.phones.values())

    @property
    def tally(self) -> dict[str, int]:
        """Hands and phones together for every option, in order."""
        return {option: self.hands.get(option, 0) + self.by_phones(option) for option in self.options}

    @property
    def total(self) -> int:
        """How many voted."""
        return sum(self.tally.values())

    @property
    def leaders(self) -> tuple[str, ...]:
        """The options with the most votes: one, or more in a tie; none where nobody voted."""
        tally = self.tally
        most = max(tally.values(), default=0)
        return tuple(option for option, votes in tally.items() if votes == most) if most else ()

    @property
    def split(self) -> str:
        """How the room is split: one of the names above."""
        counts = sorted(self.tally.values(), reverse=True)
        total = sum(counts)
        if not total:
            return NOBODY
        if counts[0] == total:
            return UNANIMOUS
        if counts[0] - counts[1] <= CLOSE * total:
            return NEAR_TIE
        smallest = min(count for count in counts if count)
        if smallest == 1 and counts[0] >= MAJORITY * total and total > 3:
            return LONE_VOICE
        return CLEAR if counts[0] >= MAJORITY * total else DIVIDED


@dataclass(frozen=True, slots=True)
class Shift:
    """What talking changed: votes more or less for every option, and how many moved at the least."""

    changes: Mapping[str, int]
    moved: int


def shift(first: Ballot, second: Ballot) -> Shift:
    """Return the shift from *first* to *second*, votes on the same options.

    Phones are followed one by one. Hands have no names: of them the least number that explains the change.
    """
    devices = first.phones.keys() & second.phones.keys()
    by_phones = sum(first.phones[device] != second.phones[device] for device in devices)
    by_hands = sum(max(0, second.hands.get(each, 0) - first.hands.get(each, 0)) for each in second.options)
    fewer = sum(max(0, first.hands.get(each, 0) - second.hands.get(each, 0)) for each in second.options)
    before, after = first.tally, second.tally
    changes = {option: after[option] - before.get(option, 0) for option in second.options}
    return Shift(changes, by_phones + min(by_hands, fewer))
