"""Your style as a square with four named corners and a dot per reply, drawn in characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

DOTS = "·•●"
"""One reply, a few, many in the same place."""

REACH = 20
"""Points from the middle to the edge; larger changes stand on the edge."""


def draw_style(
    points: Sequence[tuple[int, int]], corners: dict[str, str], width: int, height: int
) -> list[str]:
    """Return the plot of (trust, sympathy) changes as lines of at most *width* cells.

    Trust goes to the right, sympathy up. *corners* gives the words for listener, pleaser, fighter
    and avoider; they stand above and below the square.
    """
    columns, rows = min(width - 3, 44) // 2 * 2 + 1, height // 2 * 2 + 1
    centre_column, centre_row = columns // 2, rows // 2
    canvas = [["│" if column == centre_column else " " for column in range(columns)] for _ in range(rows)]
    canvas[centre_row] = ["┼" if column == centre_column else "─" for column in range(columns)]
    for (row, column), count in Counter(_place(point, rows, columns) for point in points).items():
        canvas[row][column] = DOTS[0 if count == 1 else 1 if count < 4 else 2]
    inside = [f"│{''.join(cells)}│" for cells in canvas]
    frame = "─" * columns
    above = _ends(corners["pleaser"], corners["listener"], columns + 2)
    below = _ends(corners["avoider"], corners["fighter"], columns + 2)
    return [above, f"┌{frame}┐", *inside, f"└{frame}┘", below]


def _place(point: tuple[int, int], rows: int, columns: int) -> tuple[int, int]:
    trust, sympathy = (max(-REACH, min(REACH, change)) for change in point)
    column = round(columns // 2 + trust / REACH * (columns // 2))
    return round(rows // 2 - sympathy / REACH * (rows // 2)), column


def _ends(left: str, right: str, width: int) -> str:
    return left + " " * max(1, width - len(left) - len(right)) + right
