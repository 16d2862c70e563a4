"""Mending what YAML cannot read, in memory only, so that the rest of the file is still looked at.

The game never plays a mended text: the mistake itself stays a problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

MOST_REPAIRS = 20
READ_AGAIN = 3_000_000
"""Characters that may be read again while mending: no file keeps its author waiting."""

_WALK_BACK = 2
"""Lines above the one where YAML gave up that may be the cause."""

_ENTRY = re.compile(r"(?P<before> *(?:- )*[\w-]+: +)(?P<value>\S.*)")
_NO_SPACE = re.compile(r"(?P<before> *(?:- )*[\w-]+:)(?P<value>[^\s:].*)")
_ITEM = re.compile(r"(?P<before> *(?:- )+)(?P<value>\S.*)")
_BARE_KEY = re.compile(r" *(?:- )*[a-z_]+ *")
_QUOTED = re.compile(r"'(?:[^']|'')*'\s*|\"(?:[^\"\\]|\\.)*\"\s*")

Error = Callable[[str], int | None]
"""Tells on which line (from 1) reading a text gives up; None when it is read to its end."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A text in which one line was changed. `is_lossy` when that line says nothing any more."""

    text: str
    line: int
    is_lossy: bool


class Repairs:
    """Mends one text, mistake by mistake, as long as that is quick."""

    def __init__(self, text: str, error: Error) -> None:
        """Mend *text*; *error* tells where reading a text gives up."""
        self._error = error
        self._tries = max(2, min(MOST_REPAIRS * 3, READ_AGAIN // max(1, len(text))))

    def mend(self, text: str, line: int) -> Mended | None:
        """Return *text* mended at *line*, so that reading gets further; None if that cannot be."""
        for candidate in _candidates(text.split("\n"), line):
            if self._tries <= 0:
                return None
            self._tries -= 1
            gives_up = self._error(candidate.text)
            if gives_up is None or gives_up > max(line, candidate.line):
                return candidate
        return None


def _candidates(lines: list[str], line: int) -> Iterator[Mended]:
    """Yield texts with one line changed, what says most first."""
    near = [number for number in range(line, max(0, line - 1 - _WALK_BACK), -1) if number <= len(lines)]
    for mend in (_give_colon, _quote, _give_space):
        for number in near:
            changed = mend(lines[number - 1])
            if changed is not None:
                yield Mended(_with(lines, number, changed), number, False)
    for number in near:
        if lines[number - 1].strip():
            yield Mended(_with(lines, number, ""), number, True)


def _with(lines: list[str], number: int, line: str) -> str:
    return "\n".join([*lines[: number - 1], line, *lines[number:]])


def _give_colon(line: str) -> str | None:
    """Return *line*, which is one word, as a key; None where it is anything else."""
    return f"{line.rstrip()}:" if _BARE_KEY.fullmatch(line) else None


def _quote(line: str) -> str | None:
    """Return *line* with what it says between quotation marks; None where that changes nothing."""
    found = _ENTRY.fullmatch(line) or _ITEM.fullmatch(line)
    if found is None or _QUOTED.fullmatch(found["value"]):
        return None
    value = found["value"].rstrip()
    return f"{found['before']}'{value.replace(chr(39), chr(39) * 2)}'"


def _give_space(line: str) -> str | None:
    """Return *line* with the space after its colon that was forgotten; None where there is none missing."""
    found = _NO_SPACE.fullmatch(line)
    if found is None:
        return None
    return f"{found['before']} '{found['value'].rstrip().replace(chr(39), chr(39) * 2)}'"
