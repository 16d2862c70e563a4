"""How far lines are indented, and how far a line that is wrong may have been meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

_STEP = 2
"""How far the lines under a name are indented, in what we ship and teach."""

_ENTRY = re.compile(r" *(?:- )*[\w-]+:(?: |$)")
"""What begins with a name and a colon; only that is worth less or more indentation."""

_OPENS = re.compile(r":(?: +[>|][-+]?)? *(?: #.*)?$")
"""What ends with a colon or the sign of a block."""

_NEAR = 3
"""Lines above and below that may show how far a line was meant to be indented."""


def indent(line: str) -> int:
    """Return how many spaces *line* begins with."""
    return len(line) - len(line.lstrip(" "))


def says_something(line: str) -> bool:
    """Tell whether *line* is neither empty nor only a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def belongs_under(below: str, line: str) -> bool:
    """Tell whether *below* is part of what *line* begins, by how far both are indented."""
    deep, above = indent(below), indent(line)
    is_item = below.startswith("- ", deep) and not line.startswith("- ", above)
    return above < deep or (above == deep and is_item)


def lines_above(lines: Sequence[str], number: int) -> Iterator[int]:
    """Yield the lines that line *number*, or the next that says something, is under: the nearest first."""
    below = next((line for line in lines[number - 1 :] if says_something(line)), "")
    for above in range(number - 1, 0, -1):
        line = lines[above - 1]
        if says_something(line) and belongs_under(below, line):
            yield above
            below = line


def reindented(lines: Sequence[str], number: int) -> list[tuple[int, str]]:
    """Return lines by number, indented otherwise, that may be why YAML cannot read line *number*.

    That is the line itself, the one that began the block just above it, or the one it would be under. What
    is most probable comes first.
    """
    if not 1 <= number <= len(lines):
        return []
    suspects = [
        each for each in (number, _first_of_block_above(lines, number)) if _ENTRY.match(lines[each - 1])
    ]
    suspects += islice(lines_above(lines, number), 1)
    tries = [(wrong, width) for wrong in dict.fromkeys(suspects) for width in _widths(lines, wrong)]
    tries.sort(key=lambda each: _oddity(lines, *each))
    return [(wrong, _moved(lines[wrong - 1], width)) for wrong, width in tries]


def opens(line: str) -> bool:
    """Tell whether what *line* names is on the lines below it."""
    return bool(_OPENS.search(line))


def _first_of_block_above(lines: Sequence[str], number: int) -> int:
    """Return the line that is indented least of those between line *number* and the one it is under."""
    deep = indent(lines[number - 1])
    first, least = number, 1_000
    for above in range(number - 1, 0, -1):
        line = lines[above - 1]
        if says_something(line):
            if indent(line) <= deep:
                break
            if indent(line) <= least:
                first, least = above, indent(line)
    return first


def _widths(lines: Sequence[str], number: int) -> set[int]:
    """Return how far line *number* can have been meant to be indented."""
    line, above, below = lines[number - 1], _next_above(lines, number), _next_below(lines, number)
    near = {*range(number - _NEAR, number), *range(number + 1, number + _NEAR + 1)}
    said_above = (each for each in range(number - 1, 0, -1) if says_something(lines[each - 1]))
    near |= {*lines_above(lines, number), *lines_above(lines, next(said_above, 1))}
    said = [lines[each - 1] for each in near if 1 <= each <= len(lines) and says_something(lines[each - 1])]
    widths = {*map(indent, said), *([indent(above) + _STEP] if opens(above) else [])} - {indent(line)}
    return {width for width in widths if belongs_under(below, _moved(line, width))} if opens(line) else widths


def _oddity(lines: Sequence[str], number: int, width: int) -> tuple[int, int]:
    """Return how odd line *number* would look if it were indented by *width*, and how far it would move."""
    line, above, below = lines[number - 1], _next_above(lines, number), _next_below(lines, number)
    if opens(line):
        looks_odd = indent(below) - width != _STEP
    elif opens(above):
        looks_odd = width != indent(above) + _STEP
    else:
        if _ENTRY.match(line):  # not meant to be part of the text that may be above it
            above = next((each for each in reversed(lines[: number - 1]) if _ENTRY.match(each)), "")
        looks_odd = width not in (indent(above), indent(below))
    return looks_odd, abs(width - indent(line))


def _next_above(lines: Sequence[str], number: int) -> str:
    return next((each for each in reversed(lines[: number - 1]) if says_something(each)), "")


def _next_below(lines: Sequence[str], number: int) -> str:
    return next((each for each in lines[number:] if says_something(each)), "")


def _moved(line: str, width: int) -> str:
    return " " * width + line.lstrip(" ")
