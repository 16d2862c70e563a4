"""The shapes a place in a file can have, each with a way to read it.

A shape reads a node into a value, or notes a problem and returns None. The definitions made of these
shapes (`level_format`, `catalogue`, `plays`) are all there is to know about the file formats.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass
from typing import Any, Protocol

from game.authoring.conditions import read_condition
from game.authoring.nodes import Mapping, Node, Scalar, Sequence
from game.authoring.problems import nearest
from game.authoring.reading import NAME, Reading
from game.story.level import SPEAKERS_OF_EVERY_LEVEL, Effect, Line
from game.story.text import Text, is_forbidden

LONGEST_TEXT = 4_000
"""Characters in one text; a screen of the game holds about a tenth of it."""

DUTCH_KEYS = {
    "antwoorden": "replies",
    "titel": "title",
    "bron": "source",
    "kamer": "room",
    "minuten": "minutes",
    "principes": "principles",
    "jij": "you",
    "mensen": "people",
    "personen": "people",
    "begin": "start",
    "scenes": "scenes",
    "scènes": "scenes",
    "eindes": "endings",
    "einden": "endings",
    "regels": "lines",
    "notities": "notes",
    "zeg": "say",
    "tekst": "text",
    "vertrouwen": "trust",
    "sympathie": "sympathy",
    "als": "when",
    "wanneer": "when",
    "onthoud": "remember",
    "omdat": "because",
    "reactie": "reaction",
    "gedachte": "thought",
    "naar": "goto",
    "stilte": "silence",
    "naam": "name",
    "talen": "languages",
    "zus": "sister",
    "vraag": "question",
    "vragen": "questions",
    "doel": "aim",
}
"""Keys as a Dutch author would guess them."""


class Shape(Protocol):
    """Something that reads a node."""

    def read(self, node: Node, key: str, reading: Reading) -> Any:
        """Return the value of *node*, or None with a problem noted. *key* names it in messages."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Text in one language."""

    def read(self, node: Node, key: str, reading: Reading) -> str | None:
        """Read text that is not empty, not too long and made of visible characters."""
        text = reading.text(node, key)
        if text is None:
            return None
        if len(text) > LONGEST_TEXT:
            reading.problems.add("E112", node.place, found=len(text), limit=LONGEST_TEXT)
            return None
        for character in text:
            if is_forbidden(character):
                reading.problems.add("E003", node.place, found=f"U+{ord(character):04X}")
                return None
        return text


@dataclass(frozen=True, slots=True)
class Words:
    """Text in every language of the level: a plain string is the first language."""

    def read(self, node: Node, key: str, reading: Reading) -> Text | None:
        """Read text per language; a missing language is a warning."""
        prose = Prose()
        if isinstance(node, Scalar):
            text = prose.read(node, key, reading)
            variants = None if text is None else {reading.languages[0]: text}
        elif isinstance(node, Mapping):
            variants = self._per_language(node, reading, prose)
        else:
            reading.wrong_shape(node, key, "words")
            return None
        if not variants:
            return None
        missing = [language for language in reading.languages if language not in variants]
        if missing:
            reading.problems.add("W101", node.place, missing=", ".join(missing))
        ordered = [language for language in reading.languages if language in variants]
        return Text(tuple((language, variants[language]) for language in ordered))

    def _per_language(self, node: Mapping, reading: Reading, prose: Prose) -> dict[str, str] | None:
        variants: dict[str, str] = {}
        sound = True
        for language, value in node.entries:
            if language.text not in reading.languages:
                allowed = ", ".join(reading.languages)
                suggestion = nearest(language.text, reading.languages)
                reading.problems.add(
                    "E101", language.place, suggestion=suggestion, found=language.text, allowed=allowed
                )
                sound = False
            elif (text := prose.read(value, language.text, reading)) is None:
                sound = False
            else:
                variants[language.text] = text
        return variants if sound else None


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number between two edges."""

    lowest: int
    highest: int

    def read(self, node: Node, key: str, reading: Reading) -> int | None:
        """Read digits with an optional sign."""
        text = reading.text(node, key)
        if text is None:
            return None
        if re.fullmatch(r"[+-]?[0-9]{1,6}", text) and self.lowest <= int(text) <= self.highest:
            return int(text)
        reading.problems.add("E105", node.place, found=text, lowest=self.lowest, highest=self.highest)
        return None


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a fixed set of words."""

    options: tuple[str, ...]

    def read(self, node: Node, key: str, reading: Reading) -> str | None:
        """Read one of the options."""
        text = reading.text(node, key)
        if text is None or text in self.options:
            return text
        reading.wrong_shape(node, key, "one-of", options=", ".join(self.options))
        return None


@dataclass(frozen=True, slots=True)
class Yes:
    """`true`; to say no, leave the line out."""

    def read(self, node: Node, key: str, reading: Reading) -> bool | None:
        """Read `true` (or `false`, which is the same as nothing)."""
        if isinstance(node, Scalar) and node.text in ("true", "false"):
            return node.text == "true"
        reading.wrong_shape(node, key, "true")
        return None


@dataclass(frozen=True, slots=True)
class When:
    """A condition."""

    def read(self, node: Node, key: str, reading: Reading) -> Any:
        """Read tests joined by `and`."""
        return read_condition(node, key, reading)


@dataclass(frozen=True, slots=True)
class NameOf:
    """A name of something of a *kind* that must exist; *also* are names that always do."""

    kind: str
    also: tuple[str, ...] = ()

    def read(self, node: Node, key: str, reading: Reading) -> str | None:
        """Read a name and note that it is used."""
        name = reading.name(node, key)
        if name is not None and name not in self.also:
            reading.refer(self.kind, name, node.place)
        return name


@dataclass(frozen=True, slots=True)
class NewNames:
    """One name or a list of names that come to exist here (facts)."""

    kind: str

    def read(self, node: Node, key: str, reading: Reading) -> tuple[str, ...] | None:
        """Read a name, or a list of names."""
        if isinstance(node, Mapping):
            reading.wrong_shape(node, key, "name-or-list")
            return None
        names: list[str] = []
        for item in node.items if isinstance(node, Sequence) else (node,):
            name = reading.name(item, key)
            if name is None:
                return None
            reading.define(self.kind, name, item.place)
            names.append(name)
        return tuple(names)


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list in which everything has one shape."""

    item: Shape

    def read(self, node: Node, key: str, reading: Reading) -> tuple[Any, ...] | None:
        """Read all items; None when one of them is wrong."""
        if not isinstance(node, Sequence):
            reading.wrong_shape(node, key, "list")
            return None
        values = [self.item.read(item, key, reading) for item in node.items]
        return None if None in values else tuple(values)


@dataclass(frozen=True, slots=True)
class Field:
    """An entry of a record: its shape, and whether it must be there."""

    shape: Shape
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Fixed entries, put together by `build` (which gets those that are there, by name)."""

    fields: ReadOnly[str, Field]
    build: Callable[..., Any]

    def read(self, node: Node, key: str, reading: Reading, **more: Any) -> Any:
        """Read every entry; None when one is wrong, unknown or missing."""
        if not isinstance(node, Mapping):
            reading.wrong_shape(node, key, "mapping")
            return None
        values: dict[str, Any] = dict(more)
        sound = True
        missing = [name for name, each in self.fields.items() if each.required and node.get(name) is None]
        for name, value in node.entries:
            known = self.fields.get(name.text)
            if known is None:
                suggestion = note_unknown_key(name, self.fields, node, reading)
                if suggestion in missing:  # a slip of the pen is one mistake, not two
                    missing.remove(suggestion)
                sound = False
                continue
            read = known.shape.read(value, name.text, reading)
            sound = sound and read is not None
            values[name.text] = read
        for absent in missing:
            reading.problems.add("E102", node.place, missing=absent)
        return self.build(**values) if sound and not missing else None


def note_unknown_key(key: Scalar, allowed: ReadOnly[str, Any], node: Mapping, reading: Reading) -> str:
    """Note a key that does not belong here; return the one that was probably meant, or ''."""
    free = [name for name in allowed if node.get(name) is None]
    alias = DUTCH_KEYS.get(key.text.lower(), "")
    suggestion = alias if alias in free else nearest(key.text, free)
    reading.problems.add("E101", key.place, suggestion=suggestion, found=key.text, allowed=", ".join(allowed))
    return suggestion


@dataclass(frozen=True, slots=True)
class Named:
    """Entries under names the author gives. Each gets its name as `id`."""

    kind: str
    item: Record
    reserved: tuple[str, ...] = ()

    def read(self, node: Node, key: str, reading: Reading) -> dict[str, Any] | None:
        """Read all entries; None when one is wrong or there is none."""
        if not isinstance(node, Mapping):
            reading.wrong_shape(node, key, "mapping")
            return None
        if not node.entries:
            reading.problems.add("E103", node.place, key=key)
            return None
        values: dict[str, Any] = {}
        sound = True
        for name, value in node.entries:
            if not NAME.fullmatch(name.text):
                reading.problems.add("E106", name.place, found=name.text)
                sound = False
            elif name.text in self.reserved:
                reading.problems.add("E202", name.place, found=name.text)
                sound = False
            reading.define(self.kind, name.text, name.place)
            values[name.text] = self.item.read(value, name.text, reading, id=name.text)
            sound = sound and values[name.text] is not None
        return values if sound else None


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A speaker with words, and optionally `when` and an effect."""

    extras: ReadOnly[str, Field]

    def read(self, node: Node, key: str, reading: Reading) -> Line | None:
        """Read `- speaker: words` with its extras."""
        if not isinstance(node, Mapping):
            reading.wrong_shape(node, key, "mapping")
            return None
        speakers = [(name, value) for name, value in node.entries if name.text not in self.extras]
        if len(speakers) != 1:
            reading.problems.add("E109", speakers[1][0].place if speakers else node.place)
            return None
        name, value = speakers[0]
        if name.text not in SPEAKERS_OF_EVERY_LEVEL:
            reading.refer("person", name.text, name.place)
        text = Words().read(value, name.text, reading)
        rest = Mapping(tuple(entry for entry in node.entries if entry[0] is not name), node.place)
        extras = Record(self.extras, dict).read(rest, key, reading)
        if text is None or extras is None:
            return None
        when = {"when": extras.pop("when")} if "when" in extras else {}
        return Line(name.text, text, effect=Effect(**extras), **when)
