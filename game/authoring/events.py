"""What YAML finds in a text, event by event: the same from either of PyYAML's parsers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.scanner import ScannerError

FAST_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it (eight times faster), the pure parser elsewhere."""

GIVES_UP = (yaml.YAMLError, ValueError, OverflowError)
"""What PyYAML raises when it cannot read on; the last two come from numbers after `\\U` and `%YAML`."""

_STAND_IN = "\U0010fffd"
"""Stands for a `?` inside a text while the pure parser reads. No file has it: it is forbidden."""

_QUESTION_MARK = re.compile(r"(?<=[^\s\[{,:])\?|(?<=[^\s\[{,:?-] )\?")
"""A `?` that is not the first character of anything."""

_COLON_THAT_JOINS = tuple(f":{character}" for character in ",?[]{}")


_TOO_DEEP = "nesting depth"
"""What stands in the error when a parser meets its own limit, which lies beyond ours."""

_MOST_BRACKETS = 100
"""How many may be open in the pure parser, which looks at all of them again and again."""


class _PureLoader(yaml.SafeLoader):
    """The pure parser with a limit such as libyaml has."""

    def fetch_flow_collection_start(self, token: type[yaml.Token]) -> None:
        if self.flow_level >= _MOST_BRACKETS:
            raise ScannerError(None, None, f"exceeded {_TOO_DEEP}", self.get_mark())
        super().fetch_flow_collection_start(token)


def events(text: str, loader: type[Any] = FAST_LOADER) -> Iterator[yaml.Event]:
    """Return what *loader* finds in *text*. Going on raises one of `GIVES_UP` where it cannot read on."""
    return _as_libyaml_does(text) if loader is yaml.SafeLoader else iter(loader(text).get_event, None)


def too_deep_at(error: Exception) -> int | None:
    """Return before which character a parser met its own limit of depth; None for another error."""
    mark: Any = getattr(error, "problem_mark", None)
    return mark.index if mark and _TOO_DEEP in str(error) else None


def _as_libyaml_does(text: str) -> Iterator[yaml.Event]:
    """Yield what the pure parser finds, but for two things between brackets in which libyaml is right.

    A question mark does not end a text there, and a colon directly before a comma or bracket is a mistake.
    """
    depth = 0
    for event in yaml.parse(_QUESTION_MARK.sub(_STAND_IN, text), Loader=_PureLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += bool(event.flow_style or depth)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= bool(depth)
        elif isinstance(event, yaml.ScalarEvent):
            event.value = event.value.replace(_STAND_IN, "?")
            end: Any = event.end_mark
            if depth and not event.style and text.startswith(_COLON_THAT_JOINS, end.index):
                start: Any = event.start_mark
                raise ScannerError("while scanning a plain scalar", start, "found unexpected ':'", end)
        yield event
