"""Reading `trust >= 40 and not blamed_team`. Never evaluated as code."""

from __future__ import annotations

import re

from game.authoring.nodes import Node, Scalar
from game.authoring.problems import Place
from game.authoring.reading import NAME, Reading
from game.story.condition import Condition, FactTest, MeterTest
from game.story.level import HIGHEST, LOWEST

LONGEST = 200
_JOINED = re.compile(r"\s+and\s+")
_METER = re.compile(r"(trust|sympathy)\s*(>=|<=|>|<)\s*(\d{1,3})")
_FACT = re.compile(r"(not\s+)?([a-z][a-z0-9_-]*)")
_WORDS_OF_THE_LANGUAGE = {"and", "not", "or", "trust", "sympathy"}


def read_condition(node: Node, key: str, reading: Reading) -> Condition | None:
    """Read *node* as tests joined by `and`; None, with the problem noted, when it is not."""
    text = reading.text(node, key)
    if text is None or not isinstance(node, Scalar):
        return None
    tests: list[MeterTest | FactTest] = []
    for start, part in _parts(text[:LONGEST]):
        meter, fact = _METER.fullmatch(part), _FACT.fullmatch(part)
        place = Place(node.place.line, node.place.column + start, len(part)) if node.is_plain else node.place
        if meter and LOWEST <= int(meter[3]) <= HIGHEST:
            tests.append(MeterTest(meter[1], meter[2], int(meter[3])))
        elif fact and fact[2] not in _WORDS_OF_THE_LANGUAGE and NAME.fullmatch(fact[2]):
            reading.refer("fact", fact[2], place)
            tests.append(FactTest(fact[2], not fact[1]))
        else:
            reading.problems.add("E108", place, found=part)
            return None
    if len(text) > LONGEST:
        reading.problems.add("E112", node.place, found=len(text), limit=LONGEST)
        return None
    return Condition(tuple(tests))


def _parts(text: str) -> list[tuple[int, str]]:
    """Cut at `and`; each part with the column it starts at."""
    parts, start = [], 0
    for joint in _JOINED.finditer(text):
        parts.append((start, text[start : joint.start()]))
        start = joint.end()
    parts.append((start, text[start:]))
    return parts
