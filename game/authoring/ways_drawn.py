"""The lines of a picture: from a reply's row, through the gaps between the columns, to where it leads."""

from __future__ import annotations

from collections.abc import Mapping

from game.authoring.layout import Layout

WIDTH, BETWEEN = 320, 120
"""Widths of a column and of the gap after it."""

MARGIN, TOP = 24, 96
"""What is left free at the sides and above."""

PORT, ROW_PORT = 24, 24
"""How far below the upper edge of a box, and of a row, lines come in and go out."""

COLOURS = ("#2f7fd0", "#c0660f", "#2f9455", "#9163cc", "#16959c", "#cc4f87")
"""For lines to the same box; each can be seen on a light and on a dark page."""

Port = tuple[str, str]
"""A box and the row in it."""


def left_of(layer: int) -> int:
    """Return the left edge of a column."""
    return MARGIN + layer * (WIDTH + BETWEEN)


def ways_drawn(
    layout: Layout, ports: Mapping[Port, tuple[float, tuple[str, ...]]]
) -> tuple[dict[Port, list[tuple[str, str]]], float]:
    """Return for each row the paths and colours of its lines, and how high the picture is.

    *ports* tell the upper edge of each row and the boxes it leads to. Lines stay in the gaps and lanes;
    those that go back run below everything.
    """
    colours = {name: COLOURS[number % len(COLOURS)] for number, name in enumerate(layout.tops)}
    back = list(
        dict.fromkeys(
            target
            for (source, _), (_, targets) in ports.items()
            for target in targets
            if layout.layers[target] <= layout.layers[source]
        )
    )
    floor = TOP + layout.height + 20
    drawn: dict[Port, list[tuple[str, str]]] = {}
    for (source, row), (top, targets) in ports.items():
        start = (left_of(layout.layers[source]) + WIDTH, top + ROW_PORT)
        drawn[source, row] = []
        for target in targets:
            if target in back and layout.layers[target] <= layout.layers[source]:
                path = _around(start, _entry(layout, target), floor, back.index(target))
            else:
                path = _ahead(layout, start, layout.layers[source], target)
            drawn[source, row].append((path, colours[target]))
    return drawn, floor + 12 * len(back) + MARGIN


def _entry(layout: Layout, target: str) -> tuple[float, float]:
    return left_of(layout.layers[target]), TOP + layout.tops[target] + PORT


def _ahead(layout: Layout, start: tuple[float, float], layer: int, target: str) -> str:
    """Return a path forwards: a curve in each gap, a straight lane in each column that is passed."""
    x, y = start
    steps = [f"M{x:g} {y:.1f}"]
    for passed in range(layer + 1, layout.layers[target]):
        lane = TOP + layout.lanes[target, passed]
        steps += [_curve(x, y, left_of(passed), lane), f"H{left_of(passed) + WIDTH}"]
        x, y = left_of(passed) + WIDTH, lane
    end_x, end_y = _entry(layout, target)
    steps.append(_curve(x, y, end_x, end_y))
    return "".join([*steps, _arrow(end_x, end_y)])


def _around(start: tuple[float, float], end: tuple[float, float], floor: float, lane: int) -> str:
    """Return a path backwards: down in the gap behind, along the floor, up in the gap before."""
    x, y = start
    end_x, end_y = end
    aside = 8 + 4 * (lane % 8)
    below = floor + 12 * lane
    before = max(end_x - aside, MARGIN / 2) if end_x <= MARGIN else end_x - aside
    return f"M{x:g} {y:.1f}H{x + aside:g}V{below:.1f}H{before:g}V{end_y:.1f}H{end_x:g}" + _arrow(end_x, end_y)


def _curve(x: float, y: float, end_x: float, end_y: float) -> str:
    middle = (x + end_x) / 2
    return f"C{middle:g} {y:.1f} {middle:g} {end_y:.1f} {end_x:g} {end_y:.1f}"


def _arrow(x: float, y: float) -> str:
    return f"M{x - 8:g} {y - 4:.1f}L{x:g} {y:.1f}L{x - 8:g} {y + 4:.1f}"
