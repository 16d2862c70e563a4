"""Words made to fit: in characters, in the cells of a terminal, in the width of drawn letters."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

_NARROW = "iljtfrI.,:;'|!()[]“”‘’ "
_BROAD = "mwMW@%—"


def shortened(words: str, longest: int) -> str:
    """Return *words*, or as many whole ones as fit in *longest* characters with '…' behind them."""
    if len(words) <= longest:
        return words
    cut = words[: longest - 1]
    whole = cut.rpartition(" ")[0] if words[longest - 1] != " " else cut
    kept = whole if len(whole) * 2 >= longest else cut
    return kept.rstrip(" ,;:.") + "…"


def cells(words: str) -> int:
    """Count the terminal cells *words* take."""
    return sum(0 if combining(each) else 2 if east_asian_width(each) in "WF" else 1 for each in words)


def in_cells(words: str, longest: int) -> str:
    """Return *words*, or as many as fit in *longest* cells of a terminal."""
    words = shortened(words, longest)
    while len(words) > 1 and cells(words) > longest:
        words = shortened(words, len(words) - 1)
    return words


def ink(words: str, size: float) -> float:
    """Return about how wide *words* are in letters of *size*, rather too wide than too narrow."""
    return size * sum(
        1.0 if each in _BROAD or east_asian_width(each) in "WF" else 0.38 if each in _NARROW else 0.64
        for each in words
    )


def in_ink(words: str, width: float, size: float) -> str:
    """Return *words*, or as many as fit in *width* when drawn in letters of *size*."""
    words = shortened(words, max(2, int(width / size / 0.38)))
    while len(words) > 1 and ink(words, size) > width:
        words = shortened(words, len(words) - 1)
    return words
