"""The rooms of the house with a line per conversation: number, title, minutes, endings found."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from game.tui.text import EMPTY, Piece, cells, shown, spread
from game.tui.widgets.choices import Choices
from game.tui.widgets.drawn import TALL, Drawn

FOUND, NOT_FOUND = "●", "○"


@dataclass(frozen=True, slots=True)
class Door:
    """A conversation as the house shows it. `note` tells that it is unfinished."""

    title: str
    minutes: str
    found: int
    endings: int
    note: str = ""


class Continue(Drawn):
    """What was left last, on top: one key, or one click, goes on with it."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def tell(self, words: str) -> None:
        """Name what was left; '' takes no room."""
        self.words = words
        self.display = bool(words)
        self.redraw()

    def draw(self, width: int) -> list[Content]:
        """Return one line, cut to the width there is."""
        return [shown(("  c  ", "bold $voice"), (self.words, "bold")).truncate(width, ellipsis=True)]

    async def on_click(self) -> None:
        """Go on with it."""
        await self.screen.run_action("continue")


class Rooms(Choices):
    """Choices in groups: each room has a name and its conversations."""

    def __init__(self) -> None:
        super().__init__()
        self.rooms: tuple[tuple[str, tuple[Door, ...]], ...] = ()

    def furnish(self, rooms: list[tuple[str, list[Door]]]) -> None:
        """Show *rooms*: a name ('' for none) and the conversations in it."""
        self.rooms = tuple((name, tuple(doors)) for name, doors in rooms)
        self.options = tuple(door.title for _, doors in self.rooms for door in doors)
        if self.marked is not None and self.marked >= len(self.options):
            self.marked = None
        self.redraw()

    def draw(self, width: int) -> list[Content]:
        """Return the rooms, and remember which row is which conversation."""
        lines: list[Content] = []
        self._rows = []
        index = 0
        is_low = self.app.size.height < TALL
        for name, doors in self.rooms:
            if lines and not is_low:
                lines.append(EMPTY)
                self._rows.append(None)
            if name:
                lines.append(shown((name, "$quiet")))
                self._rows.append(None)
            for door in doors:
                lines.append(self._line(door, index, width))
                self._rows.append(index)
                index += 1
        return lines or [EMPTY]

    def _line(self, door: Door, index: int, width: int) -> Content:
        is_marked = index == self.marked
        number = str(index + 1) if index < 9 else " "
        left: list[Piece] = [
            (f"{'›' if is_marked else ' '} {number}  ", "bold $voice"),
            (door.title, "bold" if is_marked else ""),
        ]
        dots = FOUND * door.found + NOT_FOUND * (door.endings - door.found)
        right: list[Piece] = [(dots, "$quiet")]
        if door.note:
            right = [(door.note, "bold $voice"), *(["  ", *right] if width >= 45 else [])]
        if width >= 50:
            right.append((door.minutes.rjust(8), "$quiet"))
        line = spread(shown(*left), shown(*right), width)
        return line if cells(line.plain) <= width else line.truncate(width)
