"""What may reach a screen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.text import MOST_COMBINING, Text, clean, first_forbidden, is_forbidden


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("gewoon", "gewoon"),
        ("[bold] [/] [@click=app.quit]", "[bold] [/] [@click=app.quit]"),
        ("rood \x1b[31m", "rood [31m"),
        ("\x1b]52;c;aGk=\x07", "]52;c;aGk="),
        ("\x9b2J", "2J"),
        ("van\u202erechts", "vanrechts"),
        ("een\ttab", "een tab"),
        ("twee\nregels", "twee\nregels"),
        ("regel\u2028scheiding", "regelscheiding"),
        ("e\u0301", "é"),
        ("漢字 👍🏽", "漢字 👍🏽"),
        ("nul\x00byte", "nulbyte"),
    ],
)
def test_clean_keeps_words_and_drops_what_steers(given_text: str, expected: str) -> None:
    assert clean(given_text) == expected


def test_clean_keeps_a_few_combining_marks_only() -> None:
    shown = clean("a" + "\u0332" * 50)
    assert sum(bool(unicodedata.combining(each)) for each in shown) == MOST_COMBINING


@given(st.text())
def test_clean_leaves_nothing_forbidden_and_does_nothing_twice(text: str) -> None:
    cleaned = clean(text)
    assert not any(is_forbidden(character) for character in cleaned)
    assert clean(cleaned) == cleaned


def test_a_missing_language_falls_back_on_the_first() -> None:
    text = Text((("nl", "dag"),))
    assert text.in_language("en") == "dag"
    assert text.languages == ("nl",)


@given(st.text())
def test_the_first_forbidden_character_is_found(text: str) -> None:
    assert first_forbidden(text) == next(filter(is_forbidden, text), "")


def test_what_python_calls_printable_is_not_forbidden() -> None:
    """Whole texts are passed by that one look."""
    characters = map(chr, range(0x110000))
    assert not any(
        is_forbidden(each) or (each.isspace() and each != " ") for each in characters if each.isprintable()
    )
