"""YAML as a tree of raw text with exact places. No scalar is typed here: the field decides.

Built from PyYAML's events without recursion and with limits, so that no file can hang or kill the
process. Anchors, aliases, tags and merge keys are refused: a level has no use for them.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from game.authoring.problems import Place, Problems
from game.authoring.source import Source

DEPTH_LIMIT = 24
NODE_LIMIT = 200_000
FAST_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it (eight times faster), the pure parser elsewhere."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text as typed; `is_plain` when it stood without quotes or block sign."""

    text: str
    place: Place
    is_plain: bool


@dataclass(frozen=True, slots=True)
class Mapping:
    """Named entries, in the author's order."""

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


def parse(source: Source, problems: Problems, loader: type[Any] = FAST_LOADER) -> Node | None:
    """Return the tree of *source*; None, with problems noted, when it has none."""
    collecting = gc.isenabled()
    gc.disable()  # a large file is only new objects: collecting while loading is what makes it superlinear
    try:
        root = _build(_events(source, loader), problems)
        if root is None:
            problems.add("E009", Place())
        return root
    except yaml.YAMLError as error:
        _note_where_it_stuck(source, error, problems)
        return None
    except _RefusedError:
        return None
    finally:
        if collecting:
            gc.enable()


def _events(source: Source, loader: type[Any]) -> Iterator[yaml.Event]:
    return yaml.parse(source.text, Loader=loader)


def _build(events: Iterator[yaml.Event], problems: Problems) -> Node | None:
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
            stack.append(_Open(isinstance(event, yaml.MappingStartEvent), place, [], []))
            continue
        if isinstance(event, yaml.ScalarEvent):
            done = Scalar(event.value, place, not event.style)
        else:
            done = _closed(stack.pop(), problems)
        if not stack:
            root = done
        else:
            _put(stack[-1], done, problems)
    return root


def _put(parent: _Open, node: Node, problems: Problems) -> None:
    if not parent.is_mapping or len(parent.keys) > len(parent.items):
        parent.items.append(node)
    elif isinstance(node, Scalar):
        if node.text == "<<" and node.is_plain:
            problems.add("E006", node.place, found="<<")
            raise _RefusedError
        parent.keys.append(node)
    else:
        problems.add("E104", node.place, key="?", wanted="text", found=shape_of(node))
        raise _RefusedError


def _closed(part: _Open, problems: Problems) -> Node:
    if not part.is_mapping:
        return Sequence(tuple(part.items), part.place)
    first: dict[str, int] = {}
    entries: list[tuple[Scalar, Node]] = []
    for key, value in zip(part.keys, part.items, strict=True):
        if key.text in first:
            problems.add("E107", key.place, found=key.text, first=first[key.text])
            continue
        first[key.text] = key.place.line
        entries.append((key, value))
    return Mapping(tuple(entries), part.place)


def _refuse_what_levels_do_not_use(event: yaml.Event, place: Place, problems: Problems) -> None:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor:
        problems.add("E006", place, found=f"{'*' if isinstance(event, yaml.AliasEvent) else '&'}{anchor}")
        raise _RefusedError
    if tag:
        problems.add("E006", place, found=tag)
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


def _note_where_it_stuck(source: Source, error: yaml.YAMLError, problems: Problems) -> None:
    """Note the place at which YAML gave up, with the pure parser's clearer words."""
    if FAST_LOADER is not yaml.SafeLoader:
        try:
            for _ in _events(source, yaml.SafeLoader):
                pass
        except yaml.YAMLError as clearer:
            error = clearer
        except RecursionError:
            pass
    mark = getattr(error, "problem_mark", None)
    place = Place(mark.line + 1, mark.column + 1) if mark else Place()
    problems.add("E005", place, found=getattr(error, "problem", None) or str(error))
