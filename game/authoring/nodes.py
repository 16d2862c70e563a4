"""YAML as a tree of raw text with exact places. No scalar is typed here: the field decides.

Built from PyYAML's events without recursion and with limits, so that no file can hang or kill the
process. Anchors, aliases, tags and merge keys are refused: a level has no use for them.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple, NoReturn

import yaml

from game.authoring.events import FAST_LOADER as FAST_LOADER
from game.authoring.events import GIVES_UP, events, too_deep_at
from game.authoring.problems import Place, Problems
from game.authoring.repair import mended
from game.authoring.source import MOST_PARTS, Source
from game.authoring.stuck import DEPTH_LIMIT

_COMMENT = re.compile(" +#")
_ENTRY = re.compile(r" *([a-z]+):(?: |$)")


class Scalar(NamedTuple):
    """A piece of text as typed; `is_plain` when it stood without quotes or block sign.

    `comment` is where a `#` behind plain text made the rest of the line a comment. `inside` are the lines of
    a block that look like an entry: each with its name and the place of that.
    """

    text: str
    place: Place
    is_plain: bool
    comment: Place | None = None
    inside: tuple[tuple[str, Place], ...] = ()


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

BLOCKS = ("|", ">")
"""The signs before text in a block."""


class _RefusedError(Exception):
    """Parsing stops here; the problem has been noted."""


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep Python from looking for garbage: a large file is only new objects, and it would look at all."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def parse(
    source: Source, problems: Problems, loader: type[Any] = FAST_LOADER, most_parts: int = MOST_PARTS
) -> Node | None:
    """Return the tree of *source*; None, with problems noted, when it has none.

    What YAML cannot read is noted, and mended in memory where that is certain, so that the rest is read.
    """
    with without_collecting():
        root = _tree(source.text, problems, loader, most_parts)
    if (root is None and not problems.has_errors) or (isinstance(root, Scalar) and not root.text):
        problems.add("E009", Place())
        return None
    return root


def _tree(text: str, problems: Problems, loader: type[Any], most_parts: int) -> Node | None:
    """Read the tree; where YAML gives up, have the text mended and read that, if it can be."""
    for is_mended in (False, True):
        tree = _Tree(text.split("\n"), Problems(problems.file))
        try:
            tree.grow(events(text, loader), most_parts)
        except _RefusedError:
            tree.root = None
        except GIVES_UP as error:
            if end := too_deep_at(error):  # it looks ahead: what it saw before that is deep enough for us
                return _tree(text[:end], problems, loader, most_parts)
            if not is_mended:
                text = mended(text, loader, problems)
                continue
            tree.root = None
        problems.found += tree.problems.found
        return tree.root
    return None


@dataclass(slots=True)
class _Open:
    """A mapping or sequence still being read."""

    is_mapping: bool
    place: Place
    items: list[Node] = field(default_factory=list)
    keys: list[Scalar] = field(default_factory=list)

    @property
    def waiting_key(self) -> Scalar | None:
        """The key whose value comes next."""
        return self.keys[-1] if len(self.keys) > len(self.items) else None


class _Tree:
    """Puts events together, from the first to the last."""

    def __init__(self, lines: list[str], problems: Problems) -> None:
        """Begin; *lines* are those of the text, *problems* where to note what is refused or twice there."""
        self.root: Node | None = None
        self.problems = problems
        self._lines = lines
        self._lines_with_hash = {number for number, line in enumerate(lines) if " #" in line}
        self._open: list[_Open] = []
        self._documents = 0

    def grow(self, found: Iterator[yaml.Event], most_parts: int) -> None:
        """Take everything that is *found*. Raises _RefusedError, or what the parser raises."""
        for count, event in enumerate(found):
            if count > most_parts:
                limit = f"{most_parts} parts"
                self._refuse("E002", _place(event), found=f"{most_parts + 1}+ parts", limit=limit)
            if isinstance(event, yaml.ScalarEvent):
                self._take_scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._begin(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._put(_closed(self._open.pop(), self.problems))
            elif isinstance(event, yaml.AliasEvent):
                self._refuse("E006", _place(event), found=f"*{event.anchor}")
            elif isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    self._refuse("E006", _place(event), found="---")

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        place = _place(event)
        if event.anchor or event.tag:
            self._refuse_properties(event, place)
        comment = None if event.style or not event.value else self._comment_behind(event)
        inside = self._entries_inside(event) if event.style in BLOCKS and ":" in event.value else ()
        self._put(Scalar(event.value, place, not event.style, comment, inside))

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        place = _place(event)
        if event.anchor or event.tag:
            self._refuse_properties(event, place)
        if len(self._open) >= DEPTH_LIMIT:
            self._refuse("E007", place, limit=DEPTH_LIMIT)
        if self._open and (key := self._open[-1].waiting_key) and not event.flow_style:
            place = key.place  # a block begins on the next line; the key is what its author looks for
        self._open.append(_Open(isinstance(event, yaml.MappingStartEvent), place))

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif len(parent.keys) > len(parent.items):
            if isinstance(node, Scalar) and node.is_plain and not node.text:
                node = node._replace(place=parent.keys[-1].place)
            parent.items.append(node)
        elif isinstance(node, Scalar):
            if node.text == "<<" and node.is_plain:
                self._refuse("E006", node.place, found="<<")
            parent.keys.append(node)
        else:
            self._refuse("E104", node.place, key="?", wanted="text", shape=shape_of(node))

    def _comment_behind(self, event: yaml.ScalarEvent) -> Place | None:
        end = event.end_mark
        if end is None or end.line not in self._lines_with_hash:
            return None
        line = self._lines[end.line]
        found = _COMMENT.match(line, end.column)
        return Place(end.line + 1, found.end(), len(line) - found.end() + 1) if found else None

    def _entries_inside(self, event: yaml.ScalarEvent) -> tuple[tuple[str, Place], ...]:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return ()
        last = end.line + bool(end.column)  # the end is where the next line begins
        lines = [(number, self._lines[number]) for number in range(start.line + 1, last)]
        inset = next((len(line) - len(line.lstrip(" ")) for _, line in lines if line.strip()), 0)
        matches = [(number, match) for number, line in lines if (match := _ENTRY.match(line))]
        return tuple(
            (match[1], Place(number + 1, match.start(1) + 1, len(match[1])))
            for number, match in matches
            if match.start(1) >= inset
        )

    def _refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place) -> None:
        tag = (event.tag or "").replace("tag:yaml.org,2002:", "!!")
        self._refuse("E006", place, found=f"&{event.anchor}" if event.anchor else tag)

    def _refuse(self, code: str, place: Place, **values: Any) -> NoReturn:
        self.problems.add(code, place, **values)
        raise _RefusedError


def _closed(part: _Open, problems: Problems) -> Node:
    if not part.is_mapping:
        return Sequence(tuple(part.items), part.place)
    first: dict[str, Place] = {}
    for key, value in zip(part.keys, part.items, strict=True):
        if key.text in first:
            earlier = first[key.text]
            problems.add("E107", key.place, second=earlier, found=key.text, first=earlier.line)
        elif isinstance(value, Scalar) and value.is_plain and not value.text:
            break  # what follows may well belong under it; that it is empty will be told
        first.setdefault(key.text, key.place)
    return Mapping(tuple(zip(part.keys, part.items, strict=True)), part.place)


def shape_of(node: Node) -> str:
    """Name the shape of *node* for a message."""
    return {Scalar: "text", Mapping: "mapping", Sequence: "list"}[type(node)]


def _place(event: yaml.Event) -> Place:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Place()
    column = start.column
    length = end.column - column if end.line == start.line else 1
    return Place(start.line + 1, column + 1, length if length > 1 else 1)
