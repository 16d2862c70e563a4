"""The curve of both meters over the replies, drawn in characters: readable without colour.

Trust is ● on a heavy line, sympathy ○ on a dashed one, ◉ where they meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

TRUST, SYMPATHY, BOTH = "●", "○", "◉"
_HEAVY = {"across": "━", "down": "┃", "corners": "┓┛┗┏"}
_LIGHT = {"across": "╌", "down": "╎", "corners": "┐┘└┌"}
LEAST_SPAN = 40
MARGIN = 5
"""Cells for the numbers at the side."""


def draw_curve(
    points: Sequence[tuple[int, int]],
    width: int,
    height: int,
    marked: int | None = None,
    first: int = 0,
    span: tuple[int, int] = (0, 100),
) -> list[str]:
    """Return the plot of (trust, sympathy) *points* (0-100) as lines of at most *width* cells.

    The first point is the start, each further one a reply; *marked* (a point) gets a ▼ above the plot.
    Below stand the numbers of the replies, from *first* + 1 on. *height* (3 or more) counts the rows from
    the highest of *span* down to its lowest.
    """
    columns = _columns(len(points), width - MARGIN)
    canvas = [[" "] * (columns[-1] + 1) for _ in range(height)]
    trust = [_row(point[0], height, span) for point in points]
    sympathy = [_row(point[1], height, span) for point in points]
    _draw_line(canvas, columns, sympathy, _LIGHT)
    _draw_line(canvas, columns, trust, _HEAVY)
    for column, high, low in zip(columns, trust, sympathy, strict=True):
        canvas[low][column] = SYMPATHY
        canvas[high][column] = BOTH if high == low else TRUST
    low, high = span
    scale = {_row(value, height, span): str(value) for value in (high, (low + high) // 2, low)}
    lines = [
        f"{scale.get(row, ''):>3} {'┤' if row in scale else '│'}{''.join(cells)}"
        for row, cells in enumerate(canvas)
    ]
    if marked is not None:
        lines.insert(0, " " * (MARGIN + columns[marked]) + "▼")
    numbers = [" "] * (columns[-1] + 3)
    for number, column in enumerate(columns[1:], first + 1):
        numbers[column : column + len(str(number))] = str(number)
    return [*lines, " " * MARGIN + "".join(numbers).rstrip()]


def span_of(points: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Return the part of the scale that *points* need, in tens: `LEAST_SPAN` wide or more.

    In a few rows a small move is seen only when they show no more than that.
    """
    values = [value for point in points for value in point]
    low, high = min(values) // 10 * 10, -(-max(values) // 10) * 10
    while high - low < LEAST_SPAN:
        low, high = max(0, low - 10), min(100, high + 10)
    return low, high


def _columns(count: int, room: int) -> list[int]:
    """Return the column of each point: evenly spread, at most nine cells apart."""
    step = max(2, min(9, (room - 2) // max(1, count - 1)))
    return [1 + step * number for number in range(count)]


def _row(value: int, height: int, span: tuple[int, int]) -> int:
    """Return the row for *value*, the highest of *span* on top; the extremes get rows of their own."""
    low, high = span
    return round((high - value) * (height - 1) / (high - low))


def _draw_line(canvas: list[list[str]], columns: list[int], rows: list[int], pen: dict[str, str]) -> None:
    for number in range(len(columns) - 1):
        left, right = columns[number], columns[number + 1]
        here, there = rows[number], rows[number + 1]
        middle = (left + right) // 2
        for column in range(left, right):
            canvas[here if column < middle else there][column] = pen["across"]
        if here == there:
            continue
        top, bottom = min(here, there), max(here, there)
        for row in range(top + 1, bottom):
            canvas[row][middle] = pen["down"]
        falls = there > here
        canvas[here][middle] = pen["corners"][0 if falls else 1]
        canvas[there][middle] = pen["corners"][2 if falls else 3]
