"""The shape of a level file as a JSON Schema (draft-07), for editors: made of what the reader reads by.

It is more lenient than the reader: whatever can be played must not be marked. What only the reader can tell
(names that must exist, `say` or `silence`, the way through) is left to `luisterkamer check`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.authoring.codes import CODES
from game.authoring.conditions import PATTERN
from game.authoring.level_format import ACCEPT, ENDING, LEVEL, LINE, PERSON, REPLY, SCENE
from game.authoring.reading import NAME
from game.authoring.shapes import (
    FORMAT,
    Field,
    FormatNumber,
    Integer,
    ListOf,
    Named,
    NameOf,
    NewNames,
    OneOf,
    Prose,
    Record,
    Shape,
    SpokenLine,
    When,
    Words,
    Yes,
)
from game.authoring.snippets import SNIPPETS
from game.story.level import SPEAKERS_OF_EVERY_LEVEL
from game.story.text import LANGUAGES

Schema = dict[str, Any]

Meanings = Mapping[str, Mapping[str, str]]
"""Names that exist outside the file, per kind, each with what it means in both languages."""

DEFINITIONS: Mapping[str, Shape] = {
    "words": Words(),
    "person": PERSON,
    "line": LINE,
    "scene": SCENE,
    "reply": REPLY,
    "ending": ENDING,
    "accept": ACCEPT,
}
"""Shapes with a name of their own in the schema; each is written out once."""

_TEXT = {"not": {"type": ["object", "array", "null"]}}
"""Text as an editor sees it: it takes `18.45` for a number and `true` for yes, which are words to us."""


def level_schema(meanings: Meanings) -> Schema:
    """Return the schema of a level file that may use the names in *meanings*."""
    writer = _Writer(meanings)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "description": "Een gesprek om te oefenen / A conversation to practise",
        **writer.write_out(LEVEL),
        "definitions": {name: writer.defined(name, shape) for name, shape in DEFINITIONS.items()},
    }


class _Writer:
    """Writes shapes as schemas."""

    def __init__(self, meanings: Meanings) -> None:
        warnings = {
            code.id: f"{code.help_nl} / {code.help_en}" for code in CODES.values() if not code.is_error
        }
        self._meanings = {**meanings, "warning": warnings}

    def defined(self, name: str, shape: Shape) -> Schema:
        """Return the definition called *name*, with what an editor can put down for it."""
        return {**self.write_out(shape), **(_to_put_down(name) if shape is LINE else {})}

    def write(self, shape: Shape) -> Schema:
        """Return the schema of *shape*, or where it is written out."""
        name = next((name for name, defined in DEFINITIONS.items() if defined == shape), None)
        return {"$ref": f"#/definitions/{name}"} if name else self.write_out(shape)

    def write_out(self, shape: Shape) -> Schema:
        """Return the schema of *shape*. Raises TypeError for a shape that is not known here."""
        match shape:
            case Record():
                return self._record(shape)
            case Named():
                return self._named(shape)
            case SpokenLine():
                return self._line(shape)
            case ListOf():
                distinct = {"uniqueItems": True} if shape.distinct else {}
                return {"type": "array", "items": self.write(shape.item), "minItems": 1, **distinct}
            case Words():
                return _words()
            case Prose():
                return _TEXT
            case Integer():
                return {"type": "integer", "minimum": shape.lowest, "maximum": shape.highest}
            case FormatNumber():
                return {"const": int(FORMAT)}
            case OneOf():
                return {"enum": list(shape.options)}
            case Yes():
                return {"type": "boolean", "default": True}
            case When():
                return {"type": "string", **_pattern(PATTERN, "E108")}
            case NameOf():
                return self._name_of(shape)
            case NewNames():
                name = {"type": "string", **_pattern(NAME.pattern, "E106")}
                return {"anyOf": [name, {"type": "array", "items": name, "minItems": 1}]}
        raise TypeError(shape)

    def _record(self, shape: Record) -> Schema:
        return {
            "type": "object",
            "properties": {name: self._field(field) for name, field in shape.fields.items()},
            "required": [name for name, field in shape.fields.items() if field.required],
            "additionalProperties": False,
        }

    def _field(self, field: Field) -> Schema:
        about = {"description": field.about} if field.about else {}
        return {**about, **self.write(field.shape)}

    def _named(self, shape: Named) -> Schema:
        taken = f"(?!(?:{'|'.join(shape.reserved)})$)" if shape.reserved else ""
        return {
            "type": "object",
            "propertyNames": _pattern(f"{taken}{NAME.pattern}", "E106"),
            "additionalProperties": self.write(shape.item),
            "minProperties": 1,
            **_to_put_down(shape.kind),
        }

    def _line(self, shape: SpokenLine) -> Schema:
        """Return the schema of a spoken line; of its speakers only those of every level can be listed."""
        return {
            "type": "object",
            "properties": {
                **{speaker: self.write(Words()) for speaker in SPEAKERS_OF_EVERY_LEVEL},
                **{name: self._field(field) for name, field in shape.extras.items()},
            },
            "additionalProperties": self.write(Words()),
            "minProperties": 1,
        }

    def _name_of(self, shape: NameOf) -> Schema:
        if known := self._meanings.get(shape.kind):
            return {"enum": [*known, *shape.also], "enumDescriptions": list(known.values())}
        examples = {"examples": list(shape.also)} if shape.also else {}
        return {"type": "string", **_pattern(NAME.pattern, "E106"), **examples}


def _to_put_down(kind: str) -> Schema:
    return {"defaultSnippets": SNIPPETS[kind]} if kind in SNIPPETS else {}


def _words() -> Schema:
    languages = {
        "type": "object",
        "properties": dict.fromkeys(LANGUAGES, _TEXT),
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {"anyOf": [languages, _TEXT]}


def _pattern(pattern: str, code: str) -> Schema:
    """Return what text must look like as a whole, with what `check` says to do where it does not."""
    told = CODES[code]
    return {"pattern": f"^(?:{pattern})$", "patternErrorMessage": f"{told.help_nl} / {told.help_en}"}
