"""The line on top of a screen, the line of keys below it, and the line for notices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click

from game.tui.text import EMPTY, Piece, cells, shown, spread, wrapped
from game.tui.widgets.drawn import Drawn


class TitleBar(Drawn):
    """Title at the left, where you are at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.left = ""
        self.right = ""
        self.short = ""

    def tell(self, left: str, right: str = "", short: str = "") -> None:
        """Show *left* and *right*; *short* instead of the latter where that does not fit."""
        self.left, self.right, self.short = left, right, short
        self.redraw()

    def draw(self, width: int) -> list[Content]:
        """Return the one line."""
        fits = cells(self.left) + 2 + cells(self.right) <= width
        return [
            spread(shown((self.left, "bold")), shown((self.right if fits else self.short, "$quiet")), width)
        ]


@dataclass(frozen=True, slots=True)
class Key:
    """A key as the bar names it; `action` is an action of the screen."""

    key: str
    words: str
    action: str


class KeyBar(Drawn):
    """The keys one may press; each can be clicked. What does not fit is left out from the end."""

    def __init__(self, keys: Callable[[], list[Key]]) -> None:
        super().__init__()
        self._keys = keys
        self.more = ""
        self._spans: list[tuple[int, int, str]] = []

    def draw(self, width: int) -> list[Content]:
        """Return the one line, and remember where each key stands."""
        pieces: list[Piece] = []
        self._spans = []
        used = 0
        room = width - (cells(self.more) + 3 if self.more else 0)
        for key in self._keys():
            size = cells(key.key) + 1 + cells(key.words)
            if used and used + 3 + size > room:
                break
            if used:
                pieces.append("   ")
                used += 3
            pieces += [(key.key, "bold $voice"), " ", (key.words, "$quiet")]
            self._spans.append((used, used + size, key.action))
            used += size
        if not self.more:
            return [shown(*pieces)]
        self._spans.append((width - cells(self.more), width, "turn(1)"))
        return [spread(shown(*pieces), shown((self.more, "bold $voice")), width)]

    def tell_more(self, words: str) -> None:
        """Show at the right that there is more to read; '' when there is not."""
        if words != self.more:
            self.more = words
            self.redraw()

    async def on_click(self, event: Click) -> None:
        """Do what the clicked key does."""
        offset = event.get_content_offset(self)
        for start, end, action in self._spans:
            if offset and start <= offset.x < end:
                await self.screen.run_action(action)


class NoticeBar(Drawn):
    """Something the player must know: it stays until the next one, or until it is cleared."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.is_warning = False

    def tell(self, text: str, *, is_warning: bool = False) -> None:
        """Show *text*; '' takes no room. A warning has a mark of its own."""
        self.text, self.is_warning = text, is_warning
        self.display = bool(text)
        self.redraw()

    def on_mount(self) -> None:
        """Take no room as long as there is nothing to say."""
        self.display = bool(self.text)

    def draw(self, width: int) -> list[Content]:
        """Return the notice, in as many lines as it takes."""
        if not self.text:
            return [EMPTY]
        mark: Piece = ("! ", "bold $fall") if self.is_warning else ("· ", "$quiet")
        return [shown(mark, line) for line in wrapped(self.text, width - 2)]
