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

_AFTER_COLON = tuple(",?[]{}")


def events(text: str, loader: type[Any] = FAST_LOADER) -> Iterator[yaml.Event]:
    """Return what *loader* finds in *text*. Going on raises one of `GIVES_UP` where it cannot read on."""
    return _as_libyaml_does(text) if loader is yaml.SafeLoader else iter(loader(text).get_event, None)


def _as_libyaml_does(text: str) -> Iterator[yaml.Event]:
    """Yield what the pure parser finds, but for two things between brackets in which libyaml is right.

    A question mark does not end a text there, and a colon directly before a comma or bracket is a mistake.
    """
    depth = 0
    for event in yaml.parse(_QUESTION_MARK.sub(_STAND_IN, text), Loader=yaml.SafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += bool(event.flow_style or depth)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= bool(depth)
        elif isinstance(event, yaml.ScalarEvent):
            event.value = event.value.replace(_STAND_IN, "?")
            end = event.end_mark
            if depth and not event.style and end and text.startswith(":", end.index):
                if text.startswith(_AFTER_COLON, end.index + 1):
                    raise ScannerError(
                        "while scanning a plain scalar", event.start_mark, "found unexpected ':'", end
                    )
        yield event
