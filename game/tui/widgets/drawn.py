"""The ground under all our widgets: lines drawn for a width."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.tui.text import joined

TALL = 22
"""From this many rows on a window has room to spare."""


class Drawn(Widget):
    """A widget that draws itself as lines of at most its own width."""

    @property
    def is_roomy(self) -> bool:
        """Tell whether the screen it is on has room to spare: the window is high enough for all there is."""
        return self.app.size.height >= TALL and not self.screen.has_class("-short")

    def draw(self, width: int) -> list[Content]:
        """Return the lines for *width* cells."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw again; the height may have changed."""
        self.refresh(layout=True)

    def render(self) -> Content:
        """Return what is shown, for Textual."""
        return joined(self.draw(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are at *width*, for Textual."""
        return len(self.draw(width)) if width else 0
