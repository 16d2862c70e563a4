"""Reading `trust >= 40 and not blamed_team`. Never evaluated as code."""

from __future__ import annotations

import re

from game.authoring.nodes import Node, Scalar
from game.authoring.problems import Place
from game.authoring.reading import Reading
from game.story.condition import Condition, FactTest, MeterTest
from game.story.level import HIGHEST, LOWEST

LONGEST = 200
_JOINED = re.compile(r"\s+and\s+")
_METER = re.compile(r"(trust|sympathy)\s*(>=|<=|>|<)\s*([0-9]+)")
_FACT = re.compile(r"(not\s+)?([\w-]+)")
_WORDS_OF_THE_LANGUAGE = {"and", "not", "or", "trust", "sympathy"}
_TEST = rf"(?:{_METER.pattern}|{_FACT.pattern})"
PATTERN = rf"{_TEST}(?:{_JOINED.pattern}{_TEST})*"
"""What a condition looks like, for an editor; `read_condition` is more exact."""


def read_condition(node: Node, key: str, reading: Reading) -> Condition | None:
    """Read *node* as tests joined by `and`; None, with the problem noted, when it is not."""
    text = reading.text(node, key)
    if text is None or not isinstance(node, Scalar):
        return None
    if len(text) > LONGEST:
        reading.problems.add("E112", node.place, found=len(text), limit=LONGEST)
        return None
    tests = [_read_test(part, _place(node, start, part), reading) for start, part in _parts(text)]
    return None if None in tests else Condition(tuple(test for test in tests if test))


def _read_test(text: str, place: Place, reading: Reading) -> MeterTest | FactTest | None:
    if meter := _METER.fullmatch(text):
        if len(meter[3]) <= 3 and LOWEST <= int(meter[3]) <= HIGHEST:
            return MeterTest(meter[1], meter[2], int(meter[3]))
        reading.problems.add("E105", place, found=meter[3], lowest=LOWEST, highest=HIGHEST)
        return None
    fact = _FACT.fullmatch(text)
    if not fact or fact[2] in _WORDS_OF_THE_LANGUAGE or fact[2][0].isdecimal():
        reading.problems.add("E108", place, found=text)
        return None
    reading.refer("fact", fact[2], place)
    return FactTest(fact[2], not fact[1])


def _place(node: Scalar, start: int, part: str) -> Place:
    """Return where *part* stands, or where the condition begins when that is quoted or takes more lines."""
    is_as_typed = node.is_plain and node.place.length >= len(node.text)
    return Place(node.place.line, node.place.column + start, len(part)) if is_as_typed else node.place


def _parts(text: str) -> list[tuple[int, str]]:
    """Cut at `and`; each part with the column it starts at."""
    parts, start = [], 0
    for joint in _JOINED.finditer(text):
        parts.append((start, text[start : joint.start()]))
        start = joint.end()
    parts.append((start, text[start:]))
    return parts
