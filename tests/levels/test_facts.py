"""What a level takes from its source, tied to the line it stands on: names and numbers cannot drift.

Each `facts/LEVEL.yaml` lists facts with `source`, the file and line in our copies of the articles (000 to
004), a few words of `evidence` on that line, and the words that must stand in the level in each language.
The articles belong to their writers and are not part of this project: that the evidence really stands on
its line is tested where `LUISTERKAMER_SOURCES` names a folder with the copies.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.library import Library
from game.story.text import Text
from tests.conftest import ROOT

LIBRARY = Library(ROOT / "levels")
FOLDER = ROOT / "tests" / "levels" / "facts"
COPIES = os.environ.get("LUISTERKAMER_SOURCES", "")
LONGEST_EVIDENCE = 3
"""Words of an article that stand here in a row: enough to find the line, too few to be a copy."""


@cache
def _facts(id: str) -> list[dict[str, Any]]:
    facts: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{id}.yaml").read_text("utf-8"))["facts"]
    return facts


@cache
def _lines(copy: str) -> list[str]:
    [path] = Path(COPIES).glob(f"{copy}*.txt")
    return path.read_text("utf-8").split("\n")


def _texts(part: object) -> Iterator[Text]:
    """Yield every text in a part of a level."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _texts(each)
    elif hasattr(part, "values"):
        for each in part.values():
            yield from _texts(each)
    elif hasattr(part, "__slots__"):
        for name in part.__slots__:
            yield from _texts(getattr(part, name))


def test_every_level_has_its_facts_and_there_are_no_others() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(LIBRARY.ids)


@pytest.mark.parametrize("id", LIBRARY.ids)
def test_every_fact_stands_in_the_level_in_both_languages(id: str) -> None:
    texts = list(_texts(LIBRARY.level(id)))
    facts = _facts(id)
    assert facts
    for fact in facts:
        assert set(fact) == {"what", "source", "evidence", "nl", "en"}
        assert re.fullmatch(r"00[0-4]:[0-9]{1,3}", fact["source"]), fact
        assert fact["evidence"]
        assert all(len(str(words).split()) <= LONGEST_EVIDENCE for words in fact["evidence"]), fact
        for language in ("nl", "en"):
            assert fact[language], fact
            for words in fact[language]:
                assert any(str(words) in text.in_language(language) for text in texts), (language, words)


@pytest.mark.skipif(not COPIES, reason="LUISTERKAMER_SOURCES names no folder with the articles")
@pytest.mark.parametrize("id", LIBRARY.ids)
def test_the_evidence_stands_on_its_line(id: str) -> None:
    for fact in _facts(id):
        copy, number = fact["source"].split(":")
        line = _lines(copy)[int(number) - 1]
        for words in fact["evidence"]:
            assert str(words) in line, fact


@pytest.mark.parametrize(
    ("id", "language", "words"),
    [
        ("snack-bar-order", "nl", "18.45"),
        ("snack-bar-order", "nl", "vijf ijsjes"),
        ("walter-presentation", "nl", "zestig dia"),
        ("walter-presentation", "nl", "Veertig"),
        ("non-pin-shop", "nl", "twee euro"),
    ],
)
def test_the_numbers_people_remember_are_those_of_the_source(id: str, language: str, words: str) -> None:
    texts = [text.in_language(language).lower() for text in _texts(LIBRARY.level(id))]
    assert any(words.lower() in text for text in texts)
