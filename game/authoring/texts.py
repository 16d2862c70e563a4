"""Every text in the file of a level, also what players never see: where it stands, and its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType

from game.authoring.level_format import LEVEL
from game.authoring.nodes import Mapping, Node, Scalar, Sequence
from game.authoring.shapes import ListOf, Named, Record, Shape, SpokenLine, Words
from game.story.level import NARRATOR, YOU
from game.story.wording import Path

SPEECH = "speech"
KINDS_OF_LINES = {NARRATOR: "narrator", YOU: "you-do"}
"""What a line is, by its speaker, `SPEECH` for anybody else; other texts are called after their key."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """One text as it stands in a file: the keys that lead to it, what it is, and its words per language."""

    path: Path
    kind: str
    words: MappingProxyType[str, str]

    @property
    def place(self) -> str:
        """The name of its place: `scenes/klacht/lines/2/gast`, with lists counted from 1."""
        return "/".join(str(step + 1) if isinstance(step, int) else step for step in self.path)

    def in_language(self, language: str) -> str:
        """Return the words in *language*, '' where there are none."""
        return self.words.get(language, "")


def texts_in(root: Node, first: str) -> Iterator[WrittenText]:
    """Yield every text under *root* (a level), in the order of the file; a plain string is in *first*."""
    yield from _texts(LEVEL, root, (), "", first)


def fingerprint(words: str) -> str:
    """Return a short code that changes when *words* do.

    It begins with a letter that is no digit of it: a spreadsheet cannot take it for a number or a date.
    """
    return f"h{sha256(words.encode()).hexdigest()[:8]}"


def _texts(shape: Shape, node: Node, path: Path, kind: str, first: str) -> Iterator[WrittenText]:
    if isinstance(shape, Words):
        yield WrittenText(path, kind, MappingProxyType(_words(node, first)))
    elif isinstance(node, Sequence) and isinstance(shape, ListOf):
        for number, item in enumerate(node.items):
            yield from _texts(shape.item, item, (*path, number), kind, first)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            inside = _inside(shape, key.text)
            if inside:
                yield from _texts(inside[0], value, (*path, key.text), inside[1], first)


def _inside(shape: Shape, key: str) -> tuple[Shape, str] | None:
    """Return the shape of what stands under *key*, and what a text there would be."""
    if isinstance(shape, Record):
        return (shape.fields[key].shape, key) if key in shape.fields else None
    if isinstance(shape, Named):
        return shape.item, key
    if isinstance(shape, SpokenLine) and key not in shape.extras:
        return Words(), KINDS_OF_LINES.get(key, SPEECH)
    return None


def _words(node: Node, first: str) -> dict[str, str]:
    if isinstance(node, Scalar):
        return {first: node.text.strip()}
    entries = node.entries if isinstance(node, Mapping) else ()
    return {key.text: value.text.strip() for key, value in entries if isinstance(value, Scalar)}
