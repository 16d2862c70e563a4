"""The one gateway from words to the screen, and the setting of words in cells.

Every string of an author or a player passes `shown`, which cleans it and never parses it: no markup,
no control characters. Nothing else in the screens makes `Content`.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, chop_cells
from textual.content import Content

from game.story.text import clean

Piece = tuple[str, str] | str
NEW_LINE = Content("\n")
EMPTY = Content("")


def shown(*pieces: Piece) -> Content:
    """Return words for the screen: each piece is text, or text with a style of ours."""
    cleaned = [(clean(p), "") if isinstance(p, str) else (clean(p[0]), p[1]) for p in pieces]
    return Content.assemble(*cleaned)


def joined(lines: Iterable[Content]) -> Content:
    """Put lines below each other."""
    return NEW_LINE.join(lines)


def cells(text: str) -> int:
    """Count the terminal cells *text* takes."""
    return cell_len(clean(text))


def wrapped(text: str, width: int) -> list[str]:
    """Cut *text* into lines of at most *width* cells, at spaces where there are any."""
    width = max(1, width)
    lines: list[str] = []
    for paragraph in clean(text).split("\n"):
        line, used = "", 0
        for word in paragraph.split(" "):
            size = cell_len(word)
            if line and used + 1 + size <= width:
                line, used = f"{line} {word}", used + 1 + size
                continue
            if line:
                lines.append(line)
            *full, line = chop_cells(word, width) if size > width else [word]
            lines += full
            used = cell_len(line)
        lines.append(line)
    return lines


def paragraph(text: str, width: int, style: str = "", indent: int = 0) -> list[Content]:
    """Set *text* as lines of *width* cells, indented by *indent*."""
    margin = " " * indent
    return [shown(margin, (line, style)) for line in wrapped(text, width - indent)]


def hanging(
    label: str, text: str, width: int, *, label_style: str, style: str = "", indent: int
) -> list[Content]:
    """Set *text* beside a *label*: the lines of the text are indented by *indent* cells."""
    first, *rest = wrapped(text, width - indent)
    gap = " " * max(1, indent - cells(label))
    margin = " " * indent
    return [
        shown((label, label_style), gap, (first, style)),
        *(shown(margin, (line, style)) for line in rest),
    ]


def beside(left: list[Content], right: list[Content], width: int, gap: int) -> list[Content]:
    """Set two columns beside each other; the left one takes *width* cells."""
    count = max(len(left), len(right))
    left, right = left + [EMPTY] * (count - len(left)), right + [EMPTY] * (count - len(right))
    return [
        EMPTY.join([one, Content(" " * max(0, width - one.cell_length + gap)), other])
        for one, other in zip(left, right, strict=True)
    ]


def spread(left: Content, right: Content, width: int) -> Content:
    """Set one text at the left and one at the right of a line; the left one gives way."""
    room = width - right.cell_length - 1
    if left.cell_length > room:
        left = left.truncate(max(0, room), ellipsis=True)
    return Content("").join([left, Content(" " * (width - left.cell_length - right.cell_length)), right])
