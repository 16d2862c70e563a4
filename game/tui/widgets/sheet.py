"""A sheet that somebody else draws: the pages of the debrief, the plots."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from game.tui.text import EMPTY
from game.tui.widgets.drawn import Drawn

Draw = Callable[[int, int], list[Content]]
"""Returns the lines for a width and a window height in cells."""


class Sheet(Drawn):
    """Shows what was put up, drawn for the room there is."""

    def __init__(self) -> None:
        super().__init__()
        self._draw: Draw | None = None

    def put_up(self, draw: Draw) -> None:
        """Show what *draw* draws."""
        self._draw = draw
        self.redraw()

    def draw(self, width: int) -> list[Content]:
        """Return the sheet for *width* and the height of the window."""
        return self._draw(width, self.app.size.height) if self._draw else [EMPTY]
