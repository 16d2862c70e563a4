"""A few lines of a file that YAML reads as it reads them in their place: with those they belong under."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.authoring.indentation import lines_above


@dataclass(frozen=True, slots=True)
class Fragment:
    """Lines of a file, and for each its number there (from 1)."""

    lines: tuple[str, ...]
    numbers: tuple[int, ...]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)

    def number(self, line: int) -> int:
        """Return the number in the file of *line* of the fragment; both count from 1."""
        return self.numbers[min(line, len(self.numbers)) - 1]

    def with_line(self, number: int, line: str) -> Fragment:
        """Return the fragment with *line* in the place of line *number* of the file."""
        at = self.numbers.index(number)
        return replace(self, lines=(*self.lines[:at], line, *self.lines[at + 1 :]))


def whole(lines: Sequence[str]) -> Fragment:
    """Return all *lines* of a file."""
    return Fragment(tuple(lines), tuple(range(1, len(lines) + 1)))


def fragment(lines: Sequence[str], first: int, last: int) -> Fragment:
    """Return lines *first* to *last* (from 1) of a file, and above them the lines they belong under.

    Those are found by how far they are indented, which may be wrong: inside a text of many lines.
    """
    first, last = max(1, first), min(last, len(lines))
    numbers = [*reversed(list(lines_above(lines, first))), *range(first, last + 1)]
    return Fragment(tuple(lines[number - 1] for number in numbers), tuple(numbers))
