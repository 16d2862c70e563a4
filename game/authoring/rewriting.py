"""Words put into the file of a level at their place; comments, order and everything else stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass

import yaml

from game.authoring.edits import Edit, edited
from game.authoring.nodes import FAST_LOADER, Mapping, Node, Scalar, Sequence
from game.authoring.prose import Value, quoted, value
from game.authoring.source import decoded
from game.story.wording import Path

_BLOCK_SIGN = re.compile(r"[>|][-+0-9]*")
STEP = 2
"""Columns that what stands under a key is indented."""


def with_words(data: bytes, root: Node, words: ReadOnly[Path, str], first: str, language: str) -> bytes:
    """Return the level file *data*, read as *root*, with the texts at *words* in *language*.

    A text without that language gets it: a plain string (which is in *first*) becomes an entry for each.
    Every place must hold a text.
    """
    writer = _Writer(decoded(data), first, language)
    edits = [edit for path, text in words.items() for edit in writer.edits(_spot(root, path), text)]
    return edited(data, edits)


def with_language(data: bytes, root: Node, language: str) -> bytes:
    """Return the level file *data*, read as *root*, with *language* added to the `languages` it names."""
    listed = root.get("languages") if isinstance(root, Mapping) else None
    if not isinstance(listed, Sequence):
        return data
    writer = _Writer(decoded(data), "", language)
    end = writer.end(listed.items[-1])
    if writer.is_flow(listed):
        return edited(data, [Edit(end, end, f", {language}")])
    line = writer.line_of(writer.start(listed.items[-1]))
    below = writer.line_end(end)
    return edited(data, [Edit(below, below, f"\n{line[: len(line) - len(line.lstrip())]}- {language}")])


@dataclass(frozen=True, slots=True)
class _Spot:
    """A text in the tree: the key it stands under (None in a list), and what it stands in."""

    node: Node
    key: Scalar | None
    around: tuple[Node, ...]


def _spot(root: Node, path: Path) -> _Spot:
    node, key = root, None
    around: list[Node] = []
    for step in path:
        around.append(node)
        if isinstance(node, Mapping):
            key, node = next(entry for entry in node.entries if entry[0].text == step)
        elif isinstance(node, Sequence) and isinstance(step, int):
            key, node = None, node.items[step]
    return _Spot(node, key, tuple(around))


class _Writer:
    """Finds what has to change in a file for a text to be there."""

    def __init__(self, text: str, first: str, language: str) -> None:
        """Write in the file with *text*: words in *language*, beside those in *first*."""
        self._text, self._first, self._language = text, first, language
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._ends = _ends(text)

    def start(self, node: Node) -> int:
        """Return where *node* begins."""
        return self._lines[node.place.line - 1] + node.place.column - 1

    def end(self, node: Node) -> int:
        """Return where *node* (text, or in braces) ends; blank lines below a block are not part of it."""
        start = self.start(node)
        end = self._ends[start]
        return self.line_end(len(self._text[:end].rstrip())) if self._is_block(start) else end

    def is_flow(self, node: Node) -> bool:
        """Tell whether *node* stands in braces or brackets."""
        return not isinstance(node, Scalar) and self._text[self.start(node)] in "{["

    def line_end(self, place: int) -> int:
        """Return where the line ends in which *place* is."""
        found = self._text.find("\n", place)
        return len(self._text) if found < 0 else found

    def line_of(self, place: int) -> str:
        """Return the line in which *place* is."""
        return self._text[self._text.rfind("\n", 0, place) + 1 : self.line_end(place)]

    def edits(self, spot: _Spot, words: str) -> Iterator[Edit]:
        """Yield what puts *words* at *spot*."""
        node = spot.node
        is_inside_flow = any(self.is_flow(each) for each in spot.around)
        is_flow = self.is_flow(node)
        if is_inside_flow or (is_flow and "\n" in self._text[self.start(node) : self.end(node)]):
            yield from self._in_braces(node, words)
        elif isinstance(node, Mapping) and not is_flow:
            yield from self._in_mapping(node, words)
        else:
            yield from self._spelled_out(spot, words)

    def _in_braces(self, node: Node, words: str) -> Iterator[Edit]:
        """Write between braces, where no block can stand."""
        entry = f"{self._language}: {quoted(words)}"
        if not isinstance(node, Mapping):
            start, end = self.start(node), self.end(node)
            yield Edit(start, end, f"{{{self._first}: {self._text[start:end]}, {entry}}}")
        elif found := node.get(self._language):
            yield Edit(self.start(found), self.end(found), quoted(words))
        else:
            end = self.end(node.entries[-1][1])
            yield Edit(end, end, f", {entry}")

    def _in_mapping(self, node: Mapping, words: str) -> Iterator[Edit]:
        """Write under a language, in lines of its own."""
        column = node.entries[0][0].place.column - 1
        new = value(words, column + STEP)
        if found := node.get(self._language):
            begin, gap = self._beside_key(found)
            yield from self._replaced(found, begin, Value(f"{gap}{new.head}", new.below))
        else:
            below = self.line_end(self.end(node.entries[-1][1]))
            yield Edit(below, below, f"\n{' ' * column}{self._language}: {new.head}{new.below}")

    def _spelled_out(self, spot: _Spot, words: str) -> Iterator[Edit]:
        """Write a text that was a plain string, or all on one line, as an entry for each language."""
        node = spot.node
        variants = {self._first: node.text.strip()} if isinstance(node, Scalar) else {}
        if isinstance(node, Mapping):
            variants = {key.text: each.text.strip() for key, each in node.entries if isinstance(each, Scalar)}
        variants[self._language] = words
        column = spot.key.place.column - 1 + STEP if spot.key else node.place.column - 1
        entries = []
        for language, text in variants.items():
            new = value(text, column + STEP)
            entries.append(Value(f"{language}: {new.head}", new.below))
        lines = [f"\n{' ' * column}{entry.head}{entry.below}" for entry in entries]
        if spot.key:
            behind_key = len(self._text[: self.start(node)].rstrip())
            yield from self._replaced(node, behind_key, Value("", "".join(lines)))
        else:  # the first language stands behind the dash of the list
            below = "".join([entries[0].below, *lines[1:]])
            yield from self._replaced(node, self.start(node), Value(entries[0].head, below))

    def _replaced(self, node: Node, begin: int, new: Value) -> Iterator[Edit]:
        """Put *new* in place of *node* and the space from *begin* on; a comment behind it stays."""
        start, end = self.start(node), self.end(node)
        if sign := _BLOCK_SIGN.match(self._text, start) if self._is_block(start) else None:
            behind, below = sign.end(), self.line_end(start)
        else:
            behind, below = end, self.line_end(end)
        yield Edit(begin, behind, new.head)
        yield Edit(below, max(below, end), new.below)

    def _beside_key(self, node: Node) -> tuple[int, str]:
        """Return where to write so that words come up to their key, with the space that takes.

        They stay on a line of their own where there is a comment behind the key.
        """
        start = self.start(node)
        behind_key = len(self._text[:start].rstrip())
        is_below = "\n" in self._text[behind_key:start]
        return (behind_key, " ") if is_below and "#" not in self.line_of(behind_key) else (start, "")

    def _is_block(self, start: int) -> bool:
        return self._text[start] in ">|"


def _ends(text: str) -> dict[int, int]:
    """Return for every text, list and mapping in *text*, by where it starts, where YAML says it ends.

    A block collection starts where its first text does; that one counts.
    """
    ends: dict[int, int] = {}
    opened: list[int] = []
    for event in yaml.parse(text, Loader=FAST_LOADER):
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            continue
        if isinstance(event, yaml.ScalarEvent):
            ends[start.index] = end.index
        elif isinstance(event, yaml.CollectionStartEvent):
            opened.append(start.index)
        elif isinstance(event, yaml.CollectionEndEvent):
            ends.setdefault(opened.pop(), end.index)
    return ends
