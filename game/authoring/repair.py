"""Mending what YAML cannot read, in memory only, so that the rest of the file is still looked at.

The game never plays a mended text: the mistake itself stays a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from game.authoring.events import FAST_LOADER
from game.authoring.fragment import Fragment, fragment, whole
from game.authoring.problems import Problems
from game.authoring.stuck import GaveUp, note_where_it_stuck, read_on, stuck_at

MOST_REPAIRS = 20
READ_AGAIN = 3_000_000
"""Characters that may be read again while mending: no file keeps its author waiting."""

_WALK_BACK = 2
"""Lines above the one where YAML gave up that may be the cause."""

_BEFORE, _BEHIND = 5, 30
"""Lines around the mistake in which is tried whether a change helps."""

_ENTRY = re.compile(r"(?P<before> *(?:- )*[\w-]+: +)(?P<value>\S.*)")
_NO_SPACE = re.compile(r"(?P<before> *(?:- )*[\w-]+:)(?P<value>[^\s:].*)")
_ITEM = re.compile(r"(?P<before> *(?:- )+)(?P<value>\S.*)")
_BARE_KEY = re.compile(r" *(?:- )*[a-z_]+ *")
_QUOTED = re.compile(r"'(?:[^']|'')*'\s*|\"(?:[^\"\\]|\\.)*\"\s*")


@dataclass(frozen=True, slots=True)
class Change:
    """Another text for one line; `is_lossy` when it says nothing any more."""

    number: int
    line: str
    is_lossy: bool


def mended(text: str, loader: type[Any], problems: Problems) -> str:
    """Note everything that YAML cannot read in *text*; return it mended as far as that is certain."""
    lines = text.split("\n")
    left = max(2, min(MOST_REPAIRS, READ_AGAIN // max(1, len(text))))
    while gave_up := read_on("\n".join(lines), loader):
        line = note_where_it_stuck(lines, gave_up, problems).line
        change = _what_helps(lines, line, gave_up, loader) if left else None
        if change is None:
            break
        left -= 1
        problems.note_mended(change.number, is_lossy=change.is_lossy)
        lines[change.number - 1] = change.line
    return "\n".join(lines)


def change_at(text: str, line: int, loader: type[Any] = FAST_LOADER) -> Change | None:
    """Return the change of a line with which YAML reads beyond *line* (from 1) of *text*, where it is stuck.

    None where it is not stuck there, or nothing helps.
    """
    lines, gave_up = text.split("\n"), read_on(text, loader)
    if gave_up is None or stuck_at(lines, gave_up).place.line != line:
        return None
    return _what_helps(lines, line, gave_up, loader)


def _what_helps(lines: Sequence[str], line: int, gave_up: GaveUp, loader: type[Any]) -> Change | None:
    """Return a change of one line with which reading *lines*, which is stuck at *line*, gets further."""
    part = _part_to_try(lines, line, gave_up, loader)
    for change in _changes(lines, line):
        changed = part.with_line(change.number, change.line)
        beyond = max(line, change.number)
        again = read_on(changed.text, loader, part.numbers.index(beyond) + 1)
        if again is None or _line_of(changed, again) > beyond:
            return change
    return None


def _part_to_try(lines: Sequence[str], line: int, gave_up: GaveUp, loader: type[Any]) -> Fragment:
    """Return the part of *lines* in which reading gives up at *line* just as it does in all of them."""
    part = fragment(lines, line - _BEFORE, max(line, gave_up.line) + _BEHIND)
    found = read_on(part.text, loader)
    return part if found and _line_of(part, found) == line else whole(lines)


def _line_of(part: Fragment, gave_up: GaveUp) -> int:
    return part.number(stuck_at(part.lines, gave_up).place.line)


def _changes(lines: Sequence[str], line: int) -> Iterator[Change]:
    """Yield what may help at *line* or just above, what says most first."""
    near = [number for number in range(line, max(0, line - 1 - _WALK_BACK), -1) if number <= len(lines)]
    for mend in (_give_colon, _quote, _give_space):
        for number in near:
            changed = mend(lines[number - 1])
            if changed is not None:
                yield Change(number, changed, False)
    for number in near:
        if lines[number - 1].strip():
            yield Change(number, "", True)


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
