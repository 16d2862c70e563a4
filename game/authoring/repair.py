"""Mending what YAML cannot read, in memory only, so that the rest of the file is still looked at.

The game never plays a mended text: the mistake itself stays a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from game.authoring.events import FAST_LOADER
from game.authoring.fragment import Fragment, fragment, whole
from game.authoring.indentation import indent, lines_above, opens, reindented
from game.authoring.problems import STUCK_CODE, Place, Problems
from game.authoring.stuck import WRONG_INDENT, GaveUp, Stuck, read_on, stuck_at, stuck_in_clear_words

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
_COMMENT = re.compile(r" +#.*")
_QUOTED = re.compile(r"'(?:[^']|'')*'\s*|\"(?:[^\"\\]|\\.)*\"\s*")


@dataclass(frozen=True, slots=True)
class Change:
    """Another text for one line; `is_lossy` when it says nothing any more.

    `is_the_cause` when the mistake is there, even if YAML gave up elsewhere.
    """

    number: int
    line: str
    is_lossy: bool = False
    is_the_cause: bool = False


def mended(text: str, loader: type[Any], problems: Problems) -> str:
    """Note everything that YAML cannot read in *text*; return it mended as far as that is certain."""
    lines = text.split("\n")
    left = max(2, min(MOST_REPAIRS, READ_AGAIN // max(1, len(text))))
    while gave_up := read_on("\n".join(lines), loader):
        change = _what_helps(lines, gave_up, loader) if left else None
        stuck = _cause(lines, change) or stuck_in_clear_words(lines, gave_up)
        if not problems.is_mended(stuck.place.line):  # there it is another text than the author's by now
            problems.add(STUCK_CODE, stuck.place, found=stuck.found)
        if change is None:
            break
        left -= 1
        problems.note_mended(change.number, is_lossy=change.is_lossy)
        lines[change.number - 1] = change.line
    return "\n".join(lines)


def change_at(text: str, line: int, loader: type[Any] = FAST_LOADER) -> Change | None:
    """Return the change with which YAML reads on in *text* where it is stuck first, if that is at *line*.

    None where it is not, or nothing helps.
    """
    lines, gave_up = text.split("\n"), read_on(text, loader)
    change = _what_helps(lines, gave_up, loader) if gave_up else None
    if gave_up is None or change is None:
        return None
    stuck = _cause(lines, change) or stuck_at(lines, gave_up)
    return change if stuck.place.line == line else None


def _cause(lines: Sequence[str], change: Change | None) -> Stuck | None:
    """Return what *change* shows to be the mistake; None where that is where YAML gave up."""
    if change is None or not change.is_the_cause:
        return None
    return Stuck(Place(change.number, indent(lines[change.number - 1]) + 1), WRONG_INDENT)


def _what_helps(lines: Sequence[str], gave_up: GaveUp, loader: type[Any]) -> Change | None:
    """Return a change of one line with which reading *lines* gets further than it did, if there is."""
    line = stuck_at(lines, gave_up).place.line
    part = _part_to_try(lines, line, gave_up, loader)
    for change in _changes_of_words(lines, line):
        if _gets_to(part, change, line, loader):
            return change
    by_reach = [
        (_gets_to(part, change, line, loader), change) for change in _changes_of_indent(lines, line, part)
    ]
    furthest, best = max(by_reach, key=lambda each: each[0], default=(0, None))  # the first of equals
    if furthest:
        return best
    return next((change for change in _omissions(lines, line) if _gets_to(part, change, line, loader)), None)


def _gets_to(part: Fragment, change: Change, stuck: int, loader: type[Any]) -> int:
    """Return up to which line reading gets with *change*; 0 when that is not beyond where it was *stuck*."""
    changed = part.with_line(change.number, change.line)
    beyond = max(stuck, change.number)
    until = len(part.lines) if change.is_the_cause else part.numbers.index(beyond) + 1
    gave_up = read_on(changed.text, loader, until)
    if gave_up is None:
        return part.numbers[-1] + 1
    reached = _line_of(changed, gave_up)
    return reached if reached > beyond else 0


def _part_to_try(lines: Sequence[str], line: int, gave_up: GaveUp, loader: type[Any]) -> Fragment:
    """Return the part of *lines* in which reading gives up at *line* just as it does in all of them."""
    part = fragment(lines, line - _BEFORE, max(line, gave_up.line) + _BEHIND)
    found = read_on(part.text, loader)
    return part if found and _line_of(part, found) == line else whole(lines)


def _line_of(part: Fragment, gave_up: GaveUp) -> int:
    return part.number(stuck_at(part.lines, gave_up).place.line)


def _changes_of_words(lines: Sequence[str], line: int) -> Iterator[Change]:
    """Yield what may help at *line* or just above, what is most probable first."""
    for mend in (_give_colon, _quote, _give_space):
        for number in _near(lines, line):
            changed = mend(lines[number - 1])
            if changed is not None:
                yield Change(number, changed)


def _changes_of_indent(lines: Sequence[str], line: int, part: Fragment) -> Iterator[Change]:
    """Yield what may help where *line*, or one above it, is indented too far or too little."""
    for number, changed in reindented(lines, line):
        if number in part.numbers:
            yield Change(number, changed, is_the_cause=True)
    for number in islice(lines_above(lines, line), 1):
        if number in part.numbers and not opens(lines[number - 1]):
            yield Change(number, "", is_lossy=True, is_the_cause=True)


def _omissions(lines: Sequence[str], line: int) -> Iterator[Change]:
    for number in _near(lines, line):
        if lines[number - 1].strip():
            yield Change(number, "", is_lossy=True)


def _near(lines: Sequence[str], line: int) -> Iterator[int]:
    return (number for number in range(line, max(0, line - 1 - _WALK_BACK), -1) if number <= len(lines))


def _give_colon(line: str) -> str | None:
    """Return *line*, which is one word, as a key; None where it is anything else."""
    return f"{line.rstrip()}:" if _BARE_KEY.fullmatch(line) else None


def _quote(line: str) -> str | None:
    """Return *line* with what it says between quotation marks; None where that changes nothing."""
    found = _ENTRY.fullmatch(line) or _ITEM.fullmatch(line)
    if found is None or _QUOTED.fullmatch(found["value"]):
        return None
    return found["before"] + _quoted(found["value"])


def _give_space(line: str) -> str | None:
    """Return *line* with the space after its colon that was forgotten; None where there is none missing."""
    found = _NO_SPACE.fullmatch(line)
    return f"{found['before']} {_quoted(found['value'])}" if found else None


def _quoted(value: str) -> str:
    """Return *value* between quotation marks, but for the comment behind it."""
    comment = _COMMENT.search(value)
    said = value[: comment.start()] if comment else value.rstrip()
    mark = "'" if '"' in said or "\\" in said else '"'
    doubled = said.replace(mark, mark * 2)
    return f"{mark}{doubled}{mark}{comment.group() if comment else ''}"
