"""The two meters: word, number and change. Nothing is said by colour or length alone."""

from __future__ import annotations

from textual.content import Content

from game.tui.text import Piece, cells, shown
from game.tui.widgets.drawn import Drawn
from game.words import say, word_for

BAR = 20
_FULL, _EMPTY = "━", "─"


class Meters(Drawn):
    """Trust and sympathy, with what the last thing that happened did to them."""

    def __init__(self) -> None:
        super().__init__()
        self.language = "nl"
        self.values = (50, 50)
        self.changes = (0, 0)

    def show(self, language: str, values: tuple[int, int], changes: tuple[int, int]) -> None:
        """Show *values* (trust, sympathy; 0-100) and how far each has just moved."""
        self.language, self.values, self.changes = language, values, changes
        self.redraw()

    def draw(self, width: int) -> list[Content]:
        """Return a line per meter, or one line for both where there is little height."""
        if not self.is_roomy:
            both = [*self._short("trust", 0), "   ", *self._short("sympathy", 1)]
            if sum(cells(piece if isinstance(piece, str) else piece[0]) for piece in both) <= width:
                return [shown(*both)]
            return [shown(*self._short("trust", 0)), shown(*self._short("sympathy", 1))]
        return [shown(*self._long("trust", 0, width)), shown(*self._long("sympathy", 1, width))]

    def _short(self, meter: str, number: int) -> list[Piece]:
        value = self.values[number]
        name = say(self.language, meter)
        word = word_for(self.language, meter, value)
        return [(name, f"${meter}"), f" {value} ", (word, "bold"), *self._change(number, " ")]

    def _long(self, meter: str, number: int, width: int) -> list[Piece]:
        value = self.values[number]
        names = max(len(say(self.language, each)) for each in ("trust", "sympathy"))
        name = say(self.language, meter).ljust(names + 1)
        word = word_for(self.language, meter, value).ljust(12)
        bar = min(BAR, width - names - 26)
        full = round(bar * value / 100)
        drawn: list[Piece] = []
        if bar >= 8:
            drawn = [(_FULL * full, f"${meter}"), (_EMPTY * (bar - full), "$edge"), " "]
        return [(name, "$quiet"), *drawn, f"{value:>3}  ", (word, "bold"), *self._change(number, "")]

    def _change(self, number: int, before: str) -> list[Piece]:
        change = self.changes[number]
        if not change:
            return []
        sign, style = ("▲", "bold $rise") if change > 0 else ("▼", "bold $fall")
        return [before, (f"{sign} {abs(change)}", style)]
