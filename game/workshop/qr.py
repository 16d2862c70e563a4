"""A QR code in half blocks: two rows of modules in one line of text.

The caller paints it black on white, whatever the look: inverted or without its white border many phones do
not see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

QUIET = 2
"""White modules around the code; with none, a code on a dark screen cannot be read."""

_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def qr_lines(text: str, quiet: int = QUIET) -> list[str]:
    """Return the lines of a QR code that says *text*, with at least `QUIET` white modules around it.

    Raises ModuleNotFoundError without the extra `workshop`.
    """
    import segno

    code = segno.make(smaller(text), micro=False, error="l")
    return half_blocks([[bool(module) for module in row] for row in code.matrix], max(QUIET, quiet))


def half_blocks(modules: Sequence[Sequence[bool]], quiet: int) -> list[str]:
    """Return *modules* (true is black) as lines of half blocks, with *quiet* white ones around them."""
    width = len(modules[0]) + 2 * quiet
    margin, side = [[False] * width] * quiet, [False] * quiet
    rows = [*margin, *([*side, *row, *side] for row in modules), *margin]
    if len(rows) % 2:
        rows.append([False] * width)
    return [
        "".join(_HALVES[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    ]


def smaller(url: str) -> str:
    """Return *url* with capitals where they mean the same: then a code takes less room.

    Scheme and host may be written either way, a path may not: a token in capitals makes the smallest code.
    """
    parts = urlsplit(url)
    if not parts.scheme or not parts.netloc:
        return url
    start = len(f"{parts.scheme}://{parts.netloc}")
    return url[:start].upper() + url[start:]
