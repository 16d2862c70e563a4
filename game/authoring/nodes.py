"""YAML as a tree of raw text with exact places. No scalar is typed here: the field decides.

Built from PyYAML's events without recursion and with limits, so that no file can hang or kill the
process. Anchors, aliases, tags and merge keys are refused: a level has no use for them.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import yaml

from game.authoring.problems import Place, Problems
from game.authoring.repair import Repairs
from game.authoring.source import Source
from game.authoring.stuck import note_where_it_stuck

DEPTH_LIMIT = 24
NODE_LIMIT = 200_000
FAST_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it (eight times faster), the pure parser elsewhere."""

_COMMENT = re.compile(" +#")

_TOO_DEEP = "nesting depth"
"""What libyaml says when it meets its own limit, which lies beyond ours."""

_GIVES_UP = (yaml.YAMLError, ValueError, OverflowError)
"""What PyYAML raises when it cannot read on; the last two come from numbers after `\\U` and `%YAML`."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text as typed; `is_plain` when it stood without quotes or block sign.

    `comment` is where a `#` behind plain text made the rest of the line a comment.
    """

    text: str
    place: Place
    is_plain: bool
    comment: Place | None = None


@dataclass(frozen=True, slots=True)
class Mapping:
    """Named entries, in the author's order; a name that is there twice is noted as a problem, and kept."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def get(self, name: str) -> Node | None:
        """Return the entry called *name*, or None."""
        return next((value for key, value in self.entries if key.text == name), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items in a list."""

    items: tuple[Node, ...]
    place: Place


Node = Scalar | Mapping | Sequence


class _RefusedError(Exception):
    """Parsing stops here; the problem has been noted."""


@dataclass(slots=True)
class _Open:
    """A mapping or sequence still being read."""

    is_mapping: bool
    place: Place
    items: list[Node]
    keys: list[Scalar]

    @property
    def waiting_key(self) -> Scalar | None:
        """The key whose value comes next."""
        return self.keys[-1] if len(self.keys) > len(self.items) else None


def parse(source: Source, problems: Problems, loader: type[Any] = FAST_LOADER) -> Node | None:
    """Return the tree of *source*; None, with problems noted, when it has none.

    What YAML cannot read is noted, and mended in memory where that is certain, so that the rest is read.
    """
    collecting = gc.isenabled()
    gc.disable()  # a large file is only new objects: collecting while loading is what makes it superlinear
    try:
        root = _tree(source.text, problems, loader)
        if (root is None and not problems.has_errors) or (isinstance(root, Scalar) and not root.text):
            problems.add("E009", Place())
            return None
        return root
    finally:
        if collecting:
            gc.enable()


def _tree(text: str | None, problems: Problems, loader: type[Any]) -> Node | None:
    """Read the tree; where YAML gives up, note it, mend that line and read again, as long as that helps."""
    repairs = Repairs(text or "", partial(gives_up_at, loader=loader))
    root = None
    while text is not None:
        found = Problems(problems.file)
        try:
            root = _build(yaml.parse(text, Loader=loader), text.split("\n"), found)
        except _RefusedError:
            root = None
        except _GIVES_UP as error:
            if loader is not yaml.SafeLoader and _TOO_DEEP in str(error):
                return _tree(text, problems, yaml.SafeLoader)
            text = _mended(text, error, repairs, problems)
            if text is not None:
                continue
        problems.found += found.found
        break
    return root


def _mended(text: str, error: Exception, repairs: Repairs, problems: Problems) -> str | None:
    """Note where reading *text* gave up; return it mended there, or None where it cannot be."""
    stuck = note_where_it_stuck(text, error, problems)
    mended = repairs.mend(text, stuck.line)
    if mended is None:
        return None
    problems.note_mended(mended.line, is_lossy=mended.is_lossy)
    return mended.text


def gives_up_at(text: str, loader: type[Any]) -> int | None:
    """Return the line on which reading *text* gives up, or None when it is read, or refused for its depth."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEPTH_LIMIT:
                return None
    except _GIVES_UP as error:
        return None if _TOO_DEEP in str(error) else note_where_it_stuck(text, error, Problems("")).line
    return None


def _build(events: Iterator[yaml.Event], lines: list[str], problems: Problems) -> Node | None:
    stack: list[_Open] = []
    root: Node | None = None
    count = documents = 0
    for event in events:
        place = _place(event)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                problems.add("E006", place, found="---")
                raise _RefusedError
            continue
        if not isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
            continue
        _refuse_what_levels_do_not_use(event, place, problems)
        count += 1
        if count > NODE_LIMIT:
            problems.add("E002", place, found=f"{count} parts", limit=f"{NODE_LIMIT} parts")
            raise _RefusedError
        done: Node
        if isinstance(event, yaml.CollectionStartEvent):
            if len(stack) >= DEPTH_LIMIT:
                problems.add("E007", place, limit=DEPTH_LIMIT)
                raise _RefusedError
            if stack and (key := stack[-1].waiting_key) and not event.flow_style:
                place = key.place  # a block begins on the next line; the key is what its author looks for
            stack.append(_Open(isinstance(event, yaml.MappingStartEvent), place, [], []))
            continue
        if isinstance(event, yaml.ScalarEvent):
            comment = None if event.style else _comment_behind(event, lines)
            done = Scalar(event.value, place, not event.style, comment)
        else:
            done = _closed(stack.pop(), problems)
        if not stack:
            root = done
        else:
            _put(stack[-1], done, problems)
    return root


def _put(parent: _Open, node: Node, problems: Problems) -> None:
    if not parent.is_mapping:
        parent.items.append(node)
    elif key := parent.waiting_key:
        is_nothing = isinstance(node, Scalar) and node.is_plain and not node.text
        parent.items.append(replace(node, place=key.place) if is_nothing else node)
    elif isinstance(node, Scalar):
        if node.text == "<<" and node.is_plain:
            problems.add("E006", node.place, found="<<")
            raise _RefusedError
        parent.keys.append(node)
    else:
        problems.add("E104", node.place, key="?", wanted="text", shape=shape_of(node))
        raise _RefusedError


def _closed(part: _Open, problems: Problems) -> Node:
    if not part.is_mapping:
        return Sequence(tuple(part.items), part.place)
    first: dict[str, Place] = {}
    for key in part.keys:
        if key.text in first:
            earlier = first[key.text]
            problems.add("E107", key.place, second=earlier, found=key.text, first=earlier.line)
        first.setdefault(key.text, key.place)
    return Mapping(tuple(zip(part.keys, part.items, strict=True)), part.place)


def _refuse_what_levels_do_not_use(event: yaml.Event, place: Place, problems: Problems) -> None:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor:
        problems.add("E006", place, found=f"{'*' if isinstance(event, yaml.AliasEvent) else '&'}{anchor}")
        raise _RefusedError
    if tag:
        problems.add("E006", place, found=tag.replace("tag:yaml.org,2002:", "!!"))
        raise _RefusedError


def shape_of(node: Node) -> str:
    """Name the shape of *node* for a message."""
    return {Scalar: "text", Mapping: "mapping", Sequence: "list"}[type(node)]


def _place(event: yaml.Event) -> Place:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Place()
    length = end.column - start.column if end.line == start.line else 1
    return Place(start.line + 1, start.column + 1, max(1, length))


def _comment_behind(event: yaml.ScalarEvent, lines: list[str]) -> Place | None:
    end = event.end_mark
    if not event.value or end is None:
        return None
    found = _COMMENT.match(lines[end.line], end.column)
    return Place(end.line + 1, found.end(), len(lines[end.line]) - found.end() + 1) if found else None
