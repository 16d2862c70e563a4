"""A text as YAML, so that it reads back as it was."""

from __future__ import annotations

import re
from dataclasses import dataclass

WIDTH = 110
"""Columns of a line of text in a level."""

NARROWEST = 40
"""Characters a line gets however far it is indented."""

_SPACE_TO_BREAK_AT = re.compile(r"(?<=\S) (?=\S)")
_STARTS_WITH_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Value:
    """A text in YAML: what stands behind the key, and the lines below it (each begins with a line feed)."""

    head: str
    below: str = ""


def value(words: str, indent: int) -> Value:
    """Return *words* as a folded block, its lines indented by *indent*.

    In quotes where a line begins with a space, which a block would not give back.
    """
    if any(_STARTS_WITH_SPACE.match(line) for line in words.split("\n")):
        return Value(quoted(words))
    lines: list[str] = []
    for line in words.split("\n"):
        lines += [""] if lines else []  # in a folded block a blank line is a line break
        lines += _wrapped(line, max(NARROWEST, WIDTH - indent)) if line else []
    return Value(">-", "".join(f"\n{' ' * indent}{line}" if line else "\n" for line in lines))


def quoted(words: str) -> str:
    """Return *words* in double quotes, on one line; they may stand anywhere."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _wrapped(line: str, width: int) -> list[str]:
    """Cut *line* at single spaces, which a folded block puts back."""
    lines: list[str] = []
    for word in _SPACE_TO_BREAK_AT.split(line):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
