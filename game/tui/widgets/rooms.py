"""The rooms of the house with a line per conversation: number in the course, title, minutes, endings."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click

from game.tui.text import EMPTY, Piece, cells, paragraph, shown, spread
from game.tui.widgets.choices import Choices
from game.tui.widgets.drawn import TALL, Drawn

FOUND, NOT_FOUND = "●", "○"

LOW = 16
"""Below this many rows a line about the marked conversation must do."""


@dataclass(frozen=True, slots=True)
class Door:
    """A conversation as the house shows it. `note` tells that it is unfinished."""

    number: int
    title: str
    minutes: str
    found: int
    endings: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A key of its own for one conversation; `action` is an action of the screen."""

    key: str
    words: str
    action: str


class Shortcuts(Drawn):
    """What was left last and what comes next, on top: one key, or one click, opens it."""

    def __init__(self) -> None:
        super().__init__()
        self.shortcuts: tuple[Shortcut, ...] = ()

    def tell(self, shortcuts: list[Shortcut]) -> None:
        """Show *shortcuts*; none take no room."""
        self.shortcuts = tuple(shortcuts)
        self.display = bool(shortcuts)
        self.redraw()

    def draw(self, width: int) -> list[Content]:
        """Return a line for each, cut to the width there is."""
        return [
            shown((f"  {each.key}  ", "bold $voice"), (each.words, "bold")).truncate(width, ellipsis=True)
            for each in self.shortcuts
        ]

    async def on_click(self, event: Click) -> None:
        """Open the one that was clicked."""
        offset = event.get_content_offset(self)
        if offset is not None and 0 <= offset.y < len(self.shortcuts):
            await self.screen.run_action(self.shortcuts[offset.y].action)


class About(Drawn):
    """What is known of the marked conversation, always in sight: as much as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = ""
        self.words = ""

    def tell(self, words: str, facts: str = "") -> None:
        """Show *facts* in a line of their own, and below them as much of *words* as fits."""
        self.words, self.facts = words, facts
        self.redraw()

    def draw(self, width: int) -> list[Content]:
        """Return a few lines, fewer in a low window; the last one tells with … that there was more."""
        height = self.app.size.height
        most = 4 if height >= TALL else 3 if height >= LOW else 1
        lines = paragraph(self.facts, width, "bold") if self.facts else []
        lines += paragraph(self.words, width, "$quiet")
        if len(lines) <= most:  # always as high, so that the list above does not jump
            return lines + [EMPTY] * (most - len(lines))
        return [*lines[: most - 1], shown((f"{lines[most - 1].plain[: width - 1].rstrip()}…", "$quiet"))]


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
        left: list[Piece] = [
            (f"{'›' if is_marked else ' '}{door.number:>2}  ", "bold $voice"),
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
