"""Where YAML gave up, and where its author should look: that is not always the same line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from game.authoring.problems import Place, Problems

_FURTHER = 500
"""Characters the slow parser may read on after the fast one has given up."""

_SHORT = (
    "while scanning an alias",
    "while scanning an anchor",
    "while scanning a tag",
    "while scanning a quoted scalar",
)
_LONG = (
    "while scanning a simple key",
    "while parsing a flow mapping",
    "while parsing a flow sequence",
)
"""What was open when YAML gave up: the mistake is where that began (if long: if on another line)."""


_KEY_FIRST = re.compile(r" *(- )*[\w-]+")
_HAS_COLON = re.compile(r":( |$)|^ *#|^ *$")


def note_where_it_stuck(text: str, error: Exception, problems: Problems) -> Place:
    """Note the place and the words for what YAML could not read; return the place."""
    told = _told_by_the_pure_parser(text, error)
    mark, context = getattr(told.error, "problem_mark", None), getattr(told.error, "context_mark", None)
    found = getattr(told.error, "problem", None) or f"escape: {told.error}"
    doing = getattr(told.error, "context", None)
    if mark is None:
        mark = told.reached
    elif context and (doing in _SHORT or (doing in _LONG and context.line < mark.line)):
        mark = context
    elif told.quoted and told.quoted[0].line < told.quoted[1].line == mark.line:
        mark, found = told.quoted[0], "found unexpected end of quoted text"
    place = Place(mark.line + 1, mark.column + 1) if mark else Place()
    if found.startswith("mapping values") and (above := _key_above(text.split("\n"), place)):
        place, found = above, "could not find expected ':'"
    problems.add("E005", place, found=found)
    return place


def _key_above(lines: list[str], colon: Place) -> Place | None:
    """Return where the line above *colon* starts, when that line is a key that lacks its colon or space.

    YAML then takes both lines for one text, and finds the colon of the second in the middle of it.
    """
    if colon.line == 1 or not _KEY_FIRST.fullmatch(lines[colon.line - 1][: colon.column - 1]):
        return None
    above = lines[colon.line - 2]
    indent = len(above) - len(above.lstrip())
    return None if _HAS_COLON.search(above) else Place(colon.line - 1, indent + 1, len(above) - indent)


@dataclass
class _Told:
    """An error, how far reading came before it, and both ends of the last quoted text (YAML's marks)."""

    error: Exception
    reached: Any = None
    quoted: tuple[Any, Any] | None = None


def _told_by_the_pure_parser(text: str, error: Exception) -> _Told:
    """Read *text* again as far as needed, with the parser whose errors say more."""
    told = _Told(error)
    mark = getattr(error, "problem_mark", None)
    limit = (mark.index if mark else len(text)) + _FURTHER
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            start: Any = event.start_mark
            if start.index > limit:
                break
            told.reached = event.end_mark
            if isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"'):
                told.quoted = start, event.end_mark
    except yaml.YAMLError as clearer:
        told.error = clearer
    except (ValueError, OverflowError):
        pass
    return told
