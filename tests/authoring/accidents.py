"""Files as chance makes them: bytes, something like YAML, levels that met with accidents.

The short tests and `scripts/fuzz.py` draw from the same pieces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from game.authoring.problems import Problem
from game.authoring.source import decoded
from game.story.level import Level
from tests.levels_for_tests import SMALL

_MARKS = [*"{}[]'|#~@`%=", '"', ": ", "- ", "? ", ", ", ">-\n", "&x ", "*x", "!t ", "!!str ", "<<: ", " # c"]
_DOCUMENTS = ["---\n", "...\n", "%TAG ! x\n", "%YAML 1.1\n"]
_ENTRIES = ["a", "b: ", "nl: ", "en: ", "format: 1\n", "scenes:\n", "  een:\n", "replies:\n", "goto: ", "end"]
_CONDITION = ["when: ", "trust > 4", " and ", "not ", "true"]
_ODD = [*"é漢👍\xa0\ufeff\x85\u2028\x1b\t\r\n?:,", "\n  ", "\n    ", "\r\n", "\\e", "\\U0", "\\ud800"]
PIECES = [*_MARKS, *_DOCUMENTS, *_ENTRIES, *_CONDITION, *_ODD]

VALUES = [
    "",
    "x",
    "18:45",
    "true",
    "end",
    "een",
    "gast",
    "5",
    "trust > 4",
    "[",
    "{",
    "- ",
    "'x",
    '"\\e"',
    "x?",
]
KEYS = ["nl", "en", "gast", "when", "x", "say", "goto"]
ENTRY_LINES = [number for number, line in enumerate(SMALL.split("\n")) if ":" in line]

_CARELESS = ("drop", "double", "move", "indent", "dedent", "cut", "insert", "rename", "join", "swap")
_CAREFUL = ("trade", "number")
"""Accidents after which a level can often still be read: it goes another way."""

KINDS = (*_CARELESS, *_CAREFUL)
Accident = tuple[str, int, int, str]
"""A kind, two numbers that choose where, and a piece to put in."""


def after(text: str, accidents: Sequence[Accident]) -> str:
    """Return *text* after *accidents*."""
    lines = text.split("\n")
    for kind, one, other, piece in accidents:
        at, to = one % len(lines), other % len(lines)
        line = lines[at]
        column = other % (len(line) + 1)
        match kind:
            case "drop" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(to, line)
            case "move":
                lines[at], lines[to] = lines[to], line
            case "indent":
                lines[at] = "  " + line
            case "dedent":
                lines[at] = line[1:]
            case "cut":
                lines[at] = line[:column]
            case "insert":
                lines[at] = line[:column] + piece + line[column:]
            case "rename":
                lines[at] = line.replace("e", "", 1)
            case "join" if at + 1 < len(lines):
                lines[at : at + 2] = [line + lines[at + 1].lstrip()]
            case "swap":
                lines[at] = line.replace(": ", piece, 1)
            case "trade":
                key = line.partition(": ")[0]
                alike = [number for number, each in enumerate(lines) if each.startswith(f"{key}: ")] or [at]
                there = alike[other % len(alike)]
                lines[at], lines[there] = lines[there], line
            case "number":
                lines[at] = re.sub(r"[0-9]+", str(other % 101), line)
    return "\n".join(lines)


def with_values(changes: Sequence[tuple[int, str]]) -> str:
    """Return the small level with other values, by line."""
    lines = SMALL.split("\n")
    for number, value in changes:
        lines[number] = f"{lines[number].partition(':')[0]}: {value}"
    return "\n".join(lines)


def drawn(dice: Random, shipped: Sequence[str]) -> tuple[str, bytes]:
    """Return what kind of input was drawn, and the input; *shipped* are texts of levels."""
    kind = dice.choice(("bytes", "like YAML", "other values", "small level", "shipped level"))
    match kind:
        case "bytes":
            return kind, _bytes(dice)
        case "like YAML":
            return kind, "".join(dice.choices(PIECES, k=dice.randint(0, 60))).encode()
        case "other values":
            changes = [(dice.choice(ENTRY_LINES), _value(dice, 3)) for _ in range(dice.randint(1, 3))]
            return kind, with_values(changes).encode()
        case "small level":
            return kind, after(SMALL, _accidents(dice, 6)).encode()
    return kind, after(dice.choice(shipped), _accidents(dice, 12)).encode()


def _bytes(dice: Random) -> bytes:
    some = dice.randbytes(dice.randint(0, 300))
    start = dice.choice((b"", b"\xff\xfe", b"\xef\xbb\xbf", SMALL.encode()[: dice.randrange(len(SMALL))]))
    unit = dice.choice((b"[", b"{a: ", b"- ", b"? ", b"&a [*a, ", b'"', b"\x00", b"a: 'x\n"))
    return start + (unit * dice.choice((10, 1_000, 50_000)) if dice.random() < 0.05 else some)


def _accidents(dice: Random, most: int) -> list[Accident]:
    kinds = dice.choice((KINDS, _CAREFUL))
    return [
        (dice.choice(kinds), dice.randrange(10_000), dice.randrange(10_000), dice.choice(PIECES))
        for _ in range(1 + min(dice.randrange(most), dice.randrange(most)))
    ]


def _value(dice: Random, deep: int) -> str:
    kind = dice.choice(("text", "text", "list", "group")) if deep else "text"
    if kind == "text":
        return dice.choice(VALUES)
    inside = [_value(dice, deep - 1) for _ in range(dice.randint(0, 3))]
    if kind == "list":
        return f"[{', '.join(inside)}]"
    return "{" + ", ".join(f"{dice.choice(KEYS)}: {each}" for each in inside) + "}"


def see_that_it_can_be_told(data: bytes, level: Level | None, problems: Sequence[Problem]) -> None:
    """See that what came of reading *data* is what a caller may count on."""
    assert (level is None) is any(problem.is_error for problem in problems)
    lines = decoded(data, errors="replace").split("\n")
    for problem in problems:
        for place in (problem.place, problem.second or problem.place):
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1
            assert place.length >= 1
        for language in ("nl", "en"):
            assert problem.message(language).isprintable()
            assert problem.remedy(language).isprintable()
