"""Conditions and effects made ready for looking ahead: gates, steps, and replies as ways between scenes."""

from __future__ import annotations

from dataclasses import dataclass

Facts = int
"""Remembered facts as a bit set over the facts that some condition looks at."""

Planes = dict[Facts, int]
"""For each combination of facts, the cells (trust, sympathy) as a bit set."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition, ready to be used: the cells it lets through, the facts it wants and refuses."""

    cells: int
    wanted: Facts = 0
    refused: Facts = 0
    is_always_open: bool = False

    def open_for(self, facts: Facts) -> int:
        """Return the cells in which the condition holds, with *facts* remembered."""
        return self.cells if facts & self.wanted == self.wanted and not facts & self.refused else 0


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happens if its gate is open: an effect in points and facts remembered."""

    gate: Gate
    trust: int
    sympathy: int
    remember: Facts


@dataclass(frozen=True, slots=True)
class Edge:
    """A reply as a way from a scene to a scene (or the end): its gate and what happens on the way."""

    reply: str
    gate: Gate
    steps: tuple[Step, ...]
    target: str


def let_through(gate: Gate, planes: Planes) -> Planes:
    """Return the part of *planes* for which *gate* is open."""
    if gate.is_always_open:
        return planes
    return {
        facts: cells & opened for facts, cells in planes.items() if cells & (opened := gate.open_for(facts))
    }


def merge(into: Planes, planes: Planes) -> None:
    """Add *planes* to *into*."""
    for facts, cells in planes.items():
        into[facts] = into.get(facts, 0) | cells
