"""The catalogue of words: complete in both languages, and in step with the code."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from game import words
from game.story.level import OUTCOMES, ROOMS
from game.words import WORDS, say, word_for
from tests.conftest import ROOT

CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "game").rglob("*.py"))
    if path.parent.name != "words"
)


def _fields(words: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(words) if field}


@pytest.mark.parametrize("key", sorted(WORDS))
def test_both_languages_say_something_with_the_same_values(key: str) -> None:
    dutch, english = WORDS[key]
    assert dutch.strip()
    assert english.strip()
    assert _fields(dutch) == _fields(english)


def test_no_key_stands_twice() -> None:
    modules = [module for module in vars(words).values() if hasattr(module, "WORDS") and module is not words]
    assert len(modules) > 10
    keys = [key for module in modules for key in module.WORDS]
    assert sorted(keys) == sorted(WORDS)


@pytest.mark.parametrize("key", sorted(WORDS))
def test_every_entry_is_used(key: str) -> None:
    families = (
        "trust-",
        "sympathy-",
        "room-",
        "outcome-",
        "look-",
        "cli-",
        "save-",
        "usage-",
        "feeling-",
        "plan-",
        "style-",
        "translate-kind-",
        "explain-kind-",
        "notes-phase-",
        "notes-step-",
        "notes-split-",
        "notes-tie-",
        "notes-by-",
        "notes-go-",
        "notes-direction-",
    )
    assert re.search(rf"""["']{key}["']""", CODE) or key.startswith(families)


def test_every_key_in_the_code_exists() -> None:
    used = set(re.findall(r"""\bsay\((?:[\w.]+, )?["']([a-z0-9-]+)["']""", CODE))
    used |= {f"room-{room}" for room in ROOMS} | {f"outcome-{kind}" for kind in OUTCOMES}
    assert len(used) > 80
    assert used - set(WORDS) == set()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_value_of_a_meter_has_a_word(language: str) -> None:
    for meter in ("trust", "sympathy"):
        words = [word_for(language, meter, value) for value in range(101)]
        assert len(set(words)) == 5
        assert words[0] == say(language, f"{meter}-0")
        assert words[100] == say(language, f"{meter}-4")
