"""What YAML says where it gives up, in an author's words: what is there, and what to do."""

from __future__ import annotations

from typing import NamedTuple

Words = tuple[str, str]
"""Dutch and English."""


class Cause(NamedTuple):
    """A reason to give up. YAML's own words hold one of `parts`."""

    parts: tuple[str, ...]
    told: Words
    remedy: Words


_BLOCK = (
    "Hoort het bij een tekst? Zet die dan in een blok: >- achter de naam, de tekst op de regel eronder.",
    "Is it part of a text? Then put that in a block: >- after the name, the text on the line below.",
)
_QUOTE = (
    "Zet er een aanhalingsteken achter. Of haal het eerste weg, en zet de tekst in een blok na >-.",
    "Put a quotation mark after it. Or delete the first one, and put the text in a block after >-.",
)
_BRACKET = (
    "Tel de haken: bij elke { hoort een }, bij elke [ een ], en tussen twee delen een komma.",
    "Count the brackets: every { has its }, every [ its ], and between two parts there is a comma.",
)
_AFTER = (
    "Haal de aanhalingstekens of haken weg en zet de hele tekst in een blok na >-.",
    "Delete the quotation marks or brackets and put the whole text in a block after >-.",
)
_INDENT = (
    "Zet deze regel precies zo ver naar rechts als de regels waar hij bij hoort.",
    "Move this line exactly as far to the right as the lines it belongs with.",
)
_LINE = (
    "Begin de tekst op de regel eronder, twee spaties verder dan de naam.",
    "Begin the text on the line below, two spaces further than the name.",
)
_DASH = ("Zet een spatie achter het streepje.", "Put a space after the dash.")
_NAME = ("Zet achter de naam een dubbele punt en een spatie.", "Put a colon and a space after the name.")
_ESCAPE = (
    "Haal de aanhalingstekens weg en zet de tekst in een blok na >-: daar is een \\ gewoon een \\.",
    "Delete the quotation marks and put the text in a block after >-: there a \\ is just a \\.",
)

CAUSES = (
    Cause(
        (
            "mapping values",
            "unexpected ':'",
        ),
        ("een dubbele punt die hier niet kan", "a colon that cannot be here"),
        _BLOCK,
    ),
    Cause(
        ("dash without",),
        ("een streepje zonder spatie erachter", "a dash without a space behind it"),
        _DASH,
    ),
    Cause(
        ("mapping keys",),
        ("een vraagteken waar tekst niet mee kan beginnen", "a question mark that text cannot start with"),
        _BLOCK,
    ),
    Cause(
        ("sequence entries",),
        ("een streepje waar tekst niet mee kan beginnen", "a dash that text cannot start with"),
        _BLOCK,
    ),
    Cause(
        ("cannot start any token",),
        ("een teken waar tekst niet mee kan beginnen", "a character that text cannot start with"),
        _BLOCK,
    ),
    Cause(
        ("alphabetic or numeric",),
        ("een * of & waar tekst niet mee kan beginnen", "a * or & that text cannot start with"),
        _BLOCK,
    ),
    Cause(
        ("end of quoted",),
        ("een aanhalingsteken dat verderop pas sluit", "a quotation mark that closes only further on"),
        _QUOTE,
    ),
    Cause(
        ("end of stream",),
        ("een aanhalingsteken dat nooit sluit", "a quotation mark that never closes"),
        _QUOTE,
    ),
    Cause(
        ("expected ':'",),
        ("een naam zonder dubbele punt en spatie", "a name without a colon and a space"),
        _NAME,
    ),
    Cause(
        (
            "or ']'",
            "or '}'",
        ),
        ("een haak of komma die ontbreekt", "a bracket or comma that is missing"),
        _BRACKET,
    ),
    Cause(
        ("node content",),
        ("iets wat hier niet kan", "something that cannot be here"),
        _BLOCK,
    ),
    Cause(
        (
            "but found '<scalar>'",
            "but found ','",
        ),
        ("tekst achter iets dat al af was", "text after something that was complete"),
        _AFTER,
    ),
    Cause(
        (
            "but found '}'",
            "but found ']'",
        ),
        ("een haak die hier te veel is", "a bracket too many"),
        _BRACKET,
    ),
    Cause(
        (
            "<block end>",
            "<document start>",
            "expected key",
            "'-' indicator",
        ),
        ("een regel die te ver of te weinig inspringt", "a line that is indented too far or too little"),
        _INDENT,
    ),
    Cause(
        (
            "line break",
            "chomping",
        ),
        ("tekst op dezelfde regel als > of |", "text on the same line as > or |"),
        _LINE,
    ),
    Cause(
        ("escape",),
        ("een \\ in tekst tussen dubbele aanhalingstekens", "a \\ in text between double quotation marks"),
        _ESCAPE,
    ),
)
"""The first of which a part is in YAML's words counts."""

UNKNOWN = (
    "Kijk naar deze regel en de regel erboven: een dubbele punt, een aanhalingsteken, het inspringen.",
    "Look at this line and the one above: a colon, a quotation mark, the indentation.",
)
"""What to do where YAML says something else."""


def in_words(found: str) -> tuple[Words, Words]:
    """Return what *found*, YAML's words, means and what to do about it."""
    cause = next((each for each in CAUSES if any(part in found for part in each.parts)), None)
    return (cause.told, cause.remedy) if cause else ((found, found), UNKNOWN)
