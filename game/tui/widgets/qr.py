"""The QR code for phones, with the address and the code to type beside or below it."""

from __future__ import annotations

from textual.content import Content

from game.tui.text import EMPTY, beside, cells, shown, wrapped
from game.tui.widgets.drawn import Drawn
from game.workshop.qr import qr_lines

INK = "#000000 on #ffffff"
"""Black on white in every look: many phones do not see an inverted code."""

GAP = 3
NARROWEST = 21
"""An address like 192.168.100.200:8000 stands on one line."""


class QrCode(Drawn):
    """Shows a code to scan, and the same in readable words: pairs of a label and what to type."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._code: list[str] = []
        self._words: tuple[tuple[str, str], ...] = ()

    def put_up(self, url: str, *words: tuple[str, str]) -> None:
        """Show *url* as a code with *words* beside it.

        Raises ModuleNotFoundError without the extra `workshop`.
        """
        self._code = qr_lines(url) if url else []
        self._words = words
        self.redraw()

    def draw(self, width: int) -> list[Content]:
        """Return code and words: beside each other where there is room, else the words first."""
        if not self._code:
            return self._told(width)
        code = [shown((line, INK)) for line in self._code]
        wide = code[0].cell_length
        if width < wide:  # half a code is no code
            return self._told(width)
        if width >= wide + GAP + NARROWEST:
            told = self._told(width - wide - GAP)
            above: list[Content] = [EMPTY] * max(0, (len(code) - len(told)) // 2)
            return beside(code, above + told, wide, GAP)
        return [*self._told(width), EMPTY, *code]

    def _told(self, width: int) -> list[Content]:
        """Return the words to type, each under its label; an address breaks only where it must."""
        lines: list[Content] = []
        for label, typed in self._words:
            lines += [EMPTY] if lines else []
            lines += [shown((line, "$quiet")) for line in wrapped(label, width)]
            lines += [shown((line, "bold")) for line in _broken(typed, width)]
        return lines


def _broken(typed: str, width: int) -> list[str]:
    """Return *typed* in lines; an address that is too wide breaks behind `//` or a slash."""
    if cells(typed) <= width or "//" not in typed:
        return wrapped(typed, width)
    scheme, _, rest = typed.partition("//")
    return [f"{scheme}//", *wrapped(rest, width)]
