"""A numbered list to choose from: with its number, with arrows and enter, or with the mouse."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.geometry import Region
from textual.message import Message

from game.tui.text import EMPTY, shown, wrapped
from game.tui.widgets.drawn import Drawn

INDENT = 5


class Choices(Drawn):
    """Things one can do now. Nothing is chosen beforehand: enter alone does nothing."""

    @dataclass
    class Chosen(Message):
        """Number *index* (from 0) was chosen."""

        index: int

    def __init__(self) -> None:
        super().__init__()
        self.options: tuple[str, ...] = ()
        self.heading = ""
        self.marked: int | None = None
        self._rows: list[int | None] = []

    def offer(self, options: list[str], heading: str = "", marked: int | None = None) -> None:
        """Offer *options*, numbered from 1; a single one is the way on and needs no number."""
        self.options, self.heading, self.marked = tuple(options), heading, marked
        self.redraw()

    @property
    def is_single(self) -> bool:
        """Tell whether there is only one way on."""
        return len(self.options) == 1

    def mark(self, step: int) -> None:
        """Move the mark by *step*; the first move marks the first or the last."""
        if not self.options:
            return
        count = len(self.options)
        if self.marked is None:
            self.marked = 0 if step > 0 else count - 1
        else:
            self.marked = (self.marked + step) % count
        self.refresh()

    def choose_marked(self) -> None:
        """Choose what is marked, or the only option."""
        if self.is_single:
            self.choose(0)
        elif self.marked is not None:
            self.choose(self.marked)

    def choose(self, index: int) -> None:
        """Choose option *index*, if it exists."""
        if 0 <= index < len(self.options):
            self.post_message(self.Chosen(index))

    def draw(self, width: int) -> list[Content]:
        """Return all options, each with its number, and remember which row is which."""
        lines: list[Content] = []
        self._rows = []
        if self.heading:
            lines.append(shown((self.heading, "$quiet")))
            self._rows.append(None)
        digits = len(str(len(self.options)))
        indent = INDENT + digits - 1
        for index, option in enumerate(self.options):
            marked = index == self.marked or self.is_single
            sign = "⏎" if self.is_single else str(index + 1).rjust(digits)
            first, *rest = wrapped(option, max(8, width - indent))
            style = "bold" if marked else ""
            lines.append(
                shown(
                    (f"{'›' if marked else ' '} ", "bold $voice"),
                    (f"{sign}  ", "bold $voice"),
                    (first, style),
                )
            )
            lines += [shown(" " * indent, (line, style)) for line in rest]
            self._rows += [index] * (1 + len(rest))
        return lines or [EMPTY]

    def on_click(self, event: Click) -> None:
        """Choose the option that was clicked."""
        offset = event.get_content_offset(self)
        if offset is not None and 0 <= offset.y < len(self._rows) and self._rows[offset.y] is not None:
            self.choose(self._rows[offset.y] or 0)

    @property
    def marked_region(self) -> Region | None:
        """Return where the marked option stands within this widget, None without a mark."""
        rows = [row for row, index in enumerate(self._rows) if index is not None and index == self.marked]
        return Region(0, rows[0], max(1, self.size.width), len(rows)) if rows else None
