"""The cells of both meters: a set of (trust, sympathy) as one integer, and what an effect does to it.

Bit `t * columns + s` stands for a cell. An effect is a shift of the whole set, with a fold at the clamped
edges; undone it gives every cell that it brings into a set.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.condition import MeterTest
from game.story.level import HIGHEST, LOWEST


class Axis:
    """One meter as coordinates 0 to `last`, each `unit` bits apart in the bit set.

    `low[k]` are the cells at least *k* steps from the top, `high[k]` those at least *k* from zero.
    """

    def __init__(self, last: int, unit: int, spans: list[int]) -> None:
        """Make an axis; `spans[i]` are the cells with coordinate *i*."""
        self.last = last
        self.unit = unit
        self.spans = spans
        self.at_least = [0] * (last + 2)
        for coordinate in range(last, -1, -1):
            self.at_least[coordinate] = self.at_least[coordinate + 1] | spans[coordinate]
        everything = self.at_least[0]
        self.at_most = [everything & ~self.at_least[coordinate + 1] for coordinate in range(last + 1)]

    def move(self, cells: int, steps: int) -> int:
        """Return *cells* moved by *steps*; what would pass an edge stays on it."""
        if not steps or not cells:
            return cells
        return (
            self._up(cells, min(steps, self.last)) if steps > 0 else self._down(cells, min(-steps, self.last))
        )

    def undo(self, cells: int, steps: int) -> int:
        """Return every cell that a move by *steps* brings into *cells*."""
        if not steps or not cells:
            return cells
        steps = max(-self.last, min(steps, self.last))
        if steps > 0:
            moved = (cells & self.at_least[steps]) >> steps * self.unit
            return moved | self._spread(cells & self.spans[self.last], steps, -1)
        moved = (cells & self.at_most[self.last + steps]) << -steps * self.unit
        return moved | self._spread(cells & self.spans[0], -steps, 1)

    def _up(self, cells: int, steps: int) -> int:
        stays_inside = cells & self.at_most[self.last - steps]
        folded, done = cells ^ stays_inside, 1
        moved = stays_inside << steps * self.unit
        if not folded:
            return moved
        while done < steps:  # after 1, 2, 4 … steps up, everything beyond has met the edge
            folded |= (folded & self.at_most[self.last - done]) << done * self.unit
            done *= 2
        return moved | (folded & self.spans[self.last])

    def _down(self, cells: int, steps: int) -> int:
        stays_inside = cells & self.at_least[steps]
        folded, done = cells ^ stays_inside, 1
        moved = stays_inside >> steps * self.unit
        if not folded:
            return moved
        while done < steps:
            folded |= (folded & self.at_least[done]) >> done * self.unit
            done *= 2
        return moved | (folded & self.spans[0])

    def _spread(self, edge: int, steps: int, direction: int) -> int:
        """Return the *steps* cells next to the edge (edge included) for each row or column in *edge*."""
        covered = 1
        while edge and covered < steps:
            step = min(covered, steps - covered)
            edge |= edge << step * self.unit if direction > 0 else edge >> step * self.unit
            covered += step
        return edge


class Grid:
    """The cells of both meters of a level."""

    def __init__(self, trust_step: int, sympathy_step: int) -> None:
        """Make a grid with cells of so many points."""
        self.trust_step, self.sympathy_step = trust_step, sympathy_step
        rows = (HIGHEST - LOWEST) // trust_step + 1
        columns = (HIGHEST - LOWEST) // sympathy_step + 1
        self.columns = columns
        a_column = sum(1 << row * columns for row in range(rows))
        a_row = (1 << columns) - 1
        self.trust = Axis(rows - 1, columns, [a_row << row * columns for row in range(rows)])
        self.sympathy = Axis(columns - 1, 1, [a_column << column for column in range(columns)])
        self.everything = (1 << rows * columns) - 1

    def axis_of(self, meter: str) -> tuple[Axis, int]:
        """Return the axis of *meter*, and how many points one step on it is."""
        return (self.trust, self.trust_step) if meter == "trust" else (self.sympathy, self.sympathy_step)

    def cell(self, trust: int, sympathy: int) -> int:
        """Return the bit of one cell."""
        return 1 << trust // self.trust_step * self.columns + sympathy // self.sympathy_step

    def height(self, cell: int) -> int:
        """Return trust and sympathy together, in points, of one cell."""
        row, column = divmod(cell.bit_length() - 1, self.columns)
        return row * self.trust_step + column * self.sympathy_step

    def where(self, test: MeterTest) -> int:
        """Return the cells in which *test* holds."""
        axis, step = self.axis_of(test.meter)
        found = 0
        for coordinate, span in enumerate(axis.spans):
            value = coordinate * step
            if test.holds(value, value, frozenset()):
                found |= span
        return found

    def move(self, cells: int, trust: int, sympathy: int) -> int:
        """Return *cells* after an effect of so many points."""
        return self.sympathy.move(
            self.trust.move(cells, trust // self.trust_step), sympathy // self.sympathy_step
        )

    def undo(self, cells: int, trust: int, sympathy: int) -> int:
        """Return every cell that the effect brings into *cells*."""
        return self.trust.undo(
            self.sympathy.undo(cells, sympathy // self.sympathy_step), trust // self.trust_step
        )


def each_bit(cells: int) -> Iterator[int]:
    """Yield the cells of a bit set one by one."""
    while cells:
        cell = cells & -cells
        yield cell
        cells ^= cell
