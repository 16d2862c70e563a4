"""Where YAML gave up, and where its author should look: that is not always the same line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from game.authoring.events import GIVES_UP, events, too_deep_at
from game.authoring.fragment import Fragment, fragment, whole
from game.authoring.problems import Place

DEPTH_LIMIT = 24
WRONG_INDENT = "expected <block end>"
"""What YAML says of a line that is indented too far or too little."""

_BEFORE, _BEHIND = 3, 30
"""Lines around the mistake with which the slow parser sees it as it is in the file."""

_READ_SLOWLY = 100_000
"""Characters that the slow parser may read."""

_SHORT = (
    "while scanning an alias",
    "while scanning an anchor",
    "while scanning a tag",
    "while scanning a quoted scalar",
    "while scanning a simple key",
)
_LONG = (
    "while parsing a flow mapping",
    "while parsing a flow sequence",
)
"""What was open when YAML gave up: the mistake is where that began (if long: if on another line)."""

_KEY_FIRST = re.compile(r" *(- )*[\w-]+")
_DASH = re.compile(r" *-\w")
_HAS_COLON = re.compile(r":( |$)|^ *#|^ *$")


@dataclass(frozen=True, slots=True)
class GaveUp:
    """A parser's error, with the end of what it read before and both ends of the last quoted text.

    These are marks of YAML, which count from 0.
    """

    error: Exception
    reached: Any = None
    quoted: tuple[Any, Any] | None = None

    @property
    def line(self) -> int:
        """The line (from 1) at which the parser was."""
        mark = getattr(self.error, "problem_mark", None) or self.reached
        return mark.line + 1 if mark else 1


@dataclass(frozen=True, slots=True)
class Stuck:
    """Where an author should look, and what YAML says is there."""

    place: Place
    found: str


def read_on(text: str, loader: type[Any], until: int | None = None) -> GaveUp | None:
    """Read *text*; return where that gives up, None if it does not.

    It is enough to get beyond the line after *until*, or to where nesting is too deep to read on.
    """
    depth = between_brackets = 0
    reached = quoted = None
    try:
        for event in events(text, loader):
            start: Any = event.start_mark
            reached = event.end_mark
            if isinstance(event, yaml.ScalarEvent):
                if event.style in ("'", '"'):
                    quoted = start, reached
            elif isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                between_brackets += bool(event.flow_style or between_brackets)
                if depth > DEPTH_LIMIT:
                    return None
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
                between_brackets -= bool(between_brackets)
            if until is not None and not between_brackets and start.line > until:
                return None
    except GIVES_UP as error:
        return None if too_deep_at(error) else GaveUp(error, reached, quoted)
    return None


def stuck_at(lines: Sequence[str], gave_up: GaveUp) -> Stuck:
    """Return where the author of *lines* should look when reading them *gave_up*."""
    error = gave_up.error
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    found = getattr(error, "problem", None) or f"escape: {error}"
    doing, quoted = getattr(error, "context", None), gave_up.quoted
    if mark is None:
        mark = gave_up.reached
    elif context and (doing in _SHORT or (doing in _LONG and context.line < mark.line)):
        mark = context
    elif quoted and quoted[0].line < quoted[1].line == mark.line:
        mark, found = quoted[0], "found unexpected end of quoted text"
    place = Place(mark.line + 1, mark.column + 1) if mark else Place()
    if place.line > len(lines):  # libyaml counts the end of a file without a last line feed as a line
        place = Place(len(lines), len(lines[-1]) + 1)
    if found.startswith("mapping values") and (above := _key_above(lines, place)):
        place, found = above, "could not find expected ':'"
    if found.startswith(WRONG_INDENT) and _DASH.match(lines[place.line - 1]):
        found = "a dash without a space"
    return Stuck(place, found)


def stuck_in_clear_words(lines: Sequence[str], gave_up: GaveUp) -> Stuck:
    """Return the same in the words that say most."""
    stuck = stuck_at(lines, gave_up)
    return _in_clearer_words(lines, gave_up, stuck) or stuck


def _in_clearer_words(lines: Sequence[str], gave_up: GaveUp, stuck: Stuck) -> Stuck | None:
    """Return what the pure parser says of the same mistake: libyaml's errors say less."""
    first, last = min(stuck.place.line, gave_up.line), min(gave_up.line, len(lines))
    for part in (fragment(lines, first - _BEFORE, last + _BEHIND), whole(lines)):
        if sum(map(len, part.lines)) > _READ_SLOWLY:
            break
        told = _told_by_the_pure_parser(part, last)
        if told and (told.place == stuck.place or len(part.lines) == len(lines)):
            return told
    return None


def _told_by_the_pure_parser(part: Fragment, last: int) -> Stuck | None:
    """Return what it says of *part*, which it need not read beyond line *last* of the file."""
    gave_up = read_on(part.text, yaml.SafeLoader, part.numbers.index(last) + 1 + _BEHIND)
    if gave_up is None:
        return None
    stuck = stuck_at(part.lines, gave_up)
    return Stuck(stuck.place._replace(line=part.number(stuck.place.line)), stuck.found)


def _key_above(lines: Sequence[str], colon: Place) -> Place | None:
    """Return where the line above *colon* starts, when that line is a key that lacks its colon or space.

    YAML then takes both lines for one text, and finds the colon of the second in the middle of it.
    """
    if colon.line == 1 or not _KEY_FIRST.fullmatch(lines[colon.line - 1][: colon.column - 1]):
        return None
    above = lines[colon.line - 2]
    indent = len(above) - len(above.lstrip())
    return None if _HAS_COLON.search(above) else Place(colon.line - 1, indent + 1, len(above) - indent)
