"""When something holds: tests on the two meters and on remembered facts, joined by `and`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import ge, gt, le, lt

COMPARISONS: dict[str, Callable[[int, int], bool]] = {">=": ge, "<=": le, ">": gt, "<": lt}
"""What an author may write between a meter and a number."""


@dataclass(frozen=True, slots=True)
class MeterTest:
    """A meter (`trust` or `sympathy`) held against a number from 0 to 100."""

    meter: str
    comparison: str
    number: int

    def holds(self, trust: int, sympathy: int, facts: frozenset[str]) -> bool:
        """Tell whether the meter is on the right side of the number."""
        value = trust if self.meter == "trust" else sympathy
        return COMPARISONS[self.comparison](value, self.number)

    def __str__(self) -> str:
        return f"{self.meter} {self.comparison} {self.number}"


@dataclass(frozen=True, slots=True)
class FactTest:
    """A fact that must be remembered, or must not."""

    fact: str
    remembered: bool

    def holds(self, trust: int, sympathy: int, facts: frozenset[str]) -> bool:
        """Tell whether the fact is remembered, or is not, as the test wants it."""
        return (self.fact in facts) is self.remembered

    def __str__(self) -> str:
        return self.fact if self.remembered else f"not {self.fact}"


@dataclass(frozen=True, slots=True)
class Condition:
    """Tests that must all hold. Without any it always holds."""

    tests: tuple[MeterTest | FactTest, ...] = ()

    def holds(self, trust: int, sympathy: int, facts: frozenset[str]) -> bool:
        """Tell whether all tests hold at these meters (0-100) and facts."""
        return all(test.holds(trust, sympathy, facts) for test in self.tests)

    def __str__(self) -> str:
        """Return the condition as an author writes it; '' when it always holds."""
        return " and ".join(map(str, self.tests))


ALWAYS = Condition()
