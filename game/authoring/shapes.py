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
from game.authoring.guesses import probably
from game.authoring.nodes import Mapping, Node, Scalar, Sequence
from game.authoring.problems import STUCK_CODE, Place
from game.authoring.reading import NAME, Reading
from game.story.level import SPEAKERS_OF_EVERY_LEVEL, Effect, Line
from game.story.text import LANGUAGES, Text, first_forbidden

FORMAT = "1"
"""The one shape of files that this version reads."""

LONGEST_TEXT = 4_000
"""Characters in one text; a screen of the game holds about a tenth of it."""


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
        if isinstance(node, Scalar) and node.comment:
            reading.problems.add("W102", node.comment)
        for name, place in node.inside if isinstance(node, Scalar) else ():
            if name in reading.keys:
                reading.problems.add("W103", place, found=name)
        return text if is_showable(text, node.place, reading) else None


def is_showable(text: str, place: Place, reading: Reading) -> bool:
    """Tell whether *text* is not too long and made of visible characters; note it when it is not."""
    if len(text) > LONGEST_TEXT:
        reading.problems.add("E112", place, found=len(text), limit=LONGEST_TEXT)
        return False
    if hidden := first_forbidden(text):
        reading.problems.add("E003", place, found=f"U+{ord(hidden):04X}")
        return False
    return True


@dataclass(frozen=True, slots=True)
class FormatNumber:
    """The number of the file's format."""

    def read(self, node: Node, key: str, reading: Reading) -> str | None:
        """Read the one format there is."""
        text = reading.text(node, key)
        if text is None or text == FORMAT:
            return text
        reading.problems.add("E111", node.place, found=text)
        return None


@dataclass(frozen=True, slots=True)
class Words:
    """Text in every language of the level: a plain string is the first language."""

    def read(self, node: Node, key: str, reading: Reading) -> Text | None:
        """Read text per language; a missing language is a warning."""
        prose = Prose()
        if isinstance(node, Scalar):
            text = prose.read(node, key, reading)
            variants = None if text is None else {reading.languages[0]: text}
        elif isinstance(node, Mapping) and not node.entries:
            reading.problems.add("E103", node.place, key=key)
            return None
        elif isinstance(node, Mapping):
            variants = self._per_language(node, reading, prose)
        else:
            reading.wrong_shape(node, key, "words")
            return None
        if variants is None:
            return None
        missing = [language for language in reading.languages if language not in variants]
        if missing and reading.warn_missing:
            reading.problems.add("W101", node.place, missing=", ".join(missing))
        ordered = [language for language in reading.languages if language in variants]
        return Text(tuple((language, variants[language]) for language in ordered))

    def _per_language(self, node: Mapping, reading: Reading, prose: Prose) -> dict[str, str] | None:
        variants: dict[str, str] = {}
        sound = True
        is_open = False
        for language, value in node.entries:
            if is_open and language.text not in (*LANGUAGES, *reading.languages):
                continue  # it belongs under the empty one, which is noted
            is_open = isinstance(value, Scalar) and not value.text
            sound = self._is_known(language, reading) and language.text not in variants and sound
            if language.text not in LANGUAGES and language.text not in reading.languages:
                continue
            text = prose.read(value, language.text, reading)
            sound = sound and text is not None
            variants[language.text] = text or ""
        return variants if sound else None

    def _is_known(self, language: Scalar, reading: Reading) -> bool:
        if language.text in reading.languages:
            return True
        if language.text not in LANGUAGES:
            allowed = ", ".join(reading.languages)
            suggestion = probably(language.text, reading.languages)
            reading.problems.add(
                "E101", language.place, suggestion=suggestion, found=language.text, allowed=allowed
            )
        elif language.text not in reading.undeclared:  # one line to mend, however many texts there are
            reading.undeclared.add(language.text)
            reading.problems.add("E113", language.place, found=language.text)
        return False


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
        name = reading.text(node, key)
        if name is not None:
            reading.refer(self.kind, name, node.place, self.also)
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
        items = node.items if isinstance(node, Sequence) else (node,)
        if not items:
            reading.problems.add("E103", node.place, key=key)
            return None
        names: list[str] = []
        for item in items:
            name = reading.name(item, key)
            if name is None:
                return None
            reading.define(self.kind, name, item.place)
            names.append(name)
        return tuple(names)


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list, not empty, in which everything has one shape; *distinct* things are not there twice."""

    item: Shape
    distinct: bool = False

    def read(self, node: Node, key: str, reading: Reading) -> tuple[Any, ...] | None:
        """Read all items; None when one of them is wrong."""
        if isinstance(node, Mapping) and node.entries and node.entries[0][0].text.startswith("-"):
            reading.overlook(node)
            reading.problems.add(STUCK_CODE, node.entries[0][0].place, found="a dash without a space")
            return None
        if not isinstance(node, Sequence):
            reading.wrong_shape(node, key, "list")
            return None
        if not node.items:
            reading.problems.add("E103", node.place, key=key)
            return None
        first: dict[str, Place] = {}
        for item in node.items if self.distinct else ():
            if isinstance(item, Scalar) and item.text in first:
                earlier = first[item.text]
                reading.problems.add("E107", item.place, second=earlier, found=item.text, first=earlier.line)
            elif isinstance(item, Scalar) and item.text:
                first[item.text] = item.place
        values = [self.item.read(item, key, reading) for item in node.items]
        return None if None in values else tuple(values)


@dataclass(frozen=True, slots=True)
class Field:
    """An entry of a record: its shape, and whether it must be there.

    `about` tells an author in an editor what it is for: in Dutch, a slash, in English.
    """

    shape: Shape
    required: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Fixed entries, put together by `build` (which gets those that are there, by name).

    `check` notes what is wrong with entries that are each in order.
    """

    fields: ReadOnly[str, Field]
    build: Callable[..., Any]
    check: Callable[[Mapping, Reading], None] | None = None

    def read(self, node: Node, key: str, reading: Reading, **more: Any) -> Any:
        """Read every entry; None when one is wrong, unknown or missing."""
        if not isinstance(node, Mapping):
            reading.wrong_shape(node, key, "mapping")
            return None
        values: dict[str, Any] = dict(more)
        there = {name.text for name, _ in node.entries}
        absent = [name for name in self.fields if name not in there]
        is_known = sound = True
        is_open = False
        for name, value in node.entries:
            known = name.text if name.text in self.fields else probably(name.text.partition(":")[0], absent)
            if not known and is_open:
                reading.overlook(value)  # it belongs under the empty one, which is noted
                continue
            is_open = isinstance(value, Scalar) and not value.text
            if name.text != known:
                self._note_unknown(name, known, reading)
                is_known = False
            if not known:
                reading.overlook(value)
                continue
            if known in absent:  # a slip of the pen is one mistake, not two
                absent.remove(known)
            if name.text.startswith(f"{known}:"):
                continue  # the value is in the name, for want of a space
            values[known] = self.fields[known].shape.read(value, known, reading)
            sound = sound and values[known] is not None
        for missing in absent:
            if self.fields[missing].required:
                reading.problems.add("E102", node.place, missing=missing)
                sound = False
        if self.check and is_known:
            self.check(node, reading)
        return self.build(**values) if sound and is_known else None

    def _note_unknown(self, key: Scalar, meant: str, reading: Reading) -> None:
        allowed = ", ".join(self.fields)
        if key.text.startswith(f"{meant}:"):
            reading.problems.add(STUCK_CODE, key.place, found="could not find expected ':'")
        else:
            reading.problems.add("E101", key.place, suggestion=meant, found=key.text, allowed=allowed)


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
        for name, value in self._regrouped(node, reading):
            if not NAME.fullmatch(name.text):
                reading.problems.add("E106", name.place, found=name.text)
                sound = False
            elif name.text in self.reserved:
                reading.problems.add("E202", name.place, found=name.text)
                sound = False
            if name.text in values or name.text in self.reserved:  # what it should be called, nobody knows
                reading.doubtful.add(self.kind)
            reading.define(self.kind, name.text, name.place)
            values[name.text] = self.item.read(value, name.text, reading, id=name.text)
            sound = sound and values[name.text] is not None
        return values if sound else None

    def _regrouped(self, node: Mapping, reading: Reading) -> list[tuple[Scalar, Node]]:
        """Put entries of an item that stand beside it, for want of indentation, where they belong."""
        entries: list[tuple[Scalar, Node]] = []
        noted: Scalar | None = None
        for name, value in node.entries:
            if not entries or not self._is_strayed(name, value) or isinstance(entries[-1][1], Sequence):
                entries.append((name, value))
                continue
            owner, item = entries[-1]
            if noted is not owner:
                reading.problems.add("E114", name.place, found=name.text, owner=owner.text)
                noted = owner
            inside = item.entries if isinstance(item, Mapping) else ()
            entries[-1] = owner, Mapping((*inside, (name, value)), item.place)
        return entries

    def _is_strayed(self, name: Scalar, value: Node) -> bool:
        """Tell whether this is an entry of an item rather than an item of that name."""
        fields = self.item.fields
        is_item = isinstance(value, Mapping) and any(key.text in fields for key, _ in value.entries)
        return name.text in fields and not is_item


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
        if len(speakers) > 1:  # one of them may be `when` with a slip of the pen
            speakers = [entry for entry in speakers if not probably(entry[0].text, self.extras)]
        if len(speakers) != 1:
            reading.overlook(node)
            reading.problems.add("E109", speakers[1][0].place if speakers else node.place)
            return None
        name, value = speakers[0]
        reading.refer("person", name.text, name.place, SPEAKERS_OF_EVERY_LEVEL)
        text = Words().read(value, name.text, reading)
        rest = Mapping(tuple(entry for entry in node.entries if entry[0] is not name), node.place)
        extras = Record(self.extras, dict).read(rest, key, reading)
        if text is None or extras is None:
            return None
        when = {"when": extras.pop("when")} if "when" in extras else {}
        return Line(name.text, text, effect=Effect(**extras), **when)
