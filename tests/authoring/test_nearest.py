"""Which word was probably meant."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.authoring import level_format
from game.authoring.guesses import DUTCH_WORDS, probably
from game.authoring.problems import nearest
from game.authoring.shapes import Record
from game.story.level import END, SPEAKERS_OF_EVERY_LEVEL

WORDS = ("trust", "sympathy", "remember", "say", "goto", "nl", "en")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("trust", "trust"),
        ("trsut", "trust"),
        ("trus", "trust"),
        ("truust", "trust"),
        ("trast", "trust"),
        ("Trust", "trust"),
        ("TRUST", "trust"),
        ("rtust", "trust"),
        ("turts", ""),
        ("simpaty", "sympathy"),
        ("simpatie", ""),
        ("remeber", "remember"),
        ("rmembr", "remember"),
        ("sey", "say"),
        ("sy", "say"),
        ("zeg", ""),
        ("NL", "nl"),
        ("n", ""),
        ("ne", "nl"),
        ("", ""),
        ("x", ""),
        ("xyz", ""),
        ("goto:", "goto"),
        ("r" * 5000, ""),
    ],
)
def test_a_slip_is_recognised_and_another_word_is_not(word: str, expected: str) -> None:
    assert nearest(word, WORDS) == expected


def test_the_fewest_slips_win_and_then_the_first() -> None:
    assert nearest("twee", ["twed", "twee"]) == "twee"
    assert nearest("tweex", ["twede", "twee"]) == "twee"
    assert nearest("deel", ["deal", "dael", "del"]) == "deal"
    assert nearest("een", []) == ""


def test_one_letter_is_only_a_slip_of_itself() -> None:
    assert nearest("a", ["b"]) == ""
    assert nearest("A", ["a"]) == "a"


def test_very_long_names_are_left_alone() -> None:
    long = "x" * 60
    assert nearest(long + "y", [long]) == long
    assert nearest("x" * 81, ["x" * 82]) == ""


_LETTERS = st.text("abcdeflmnorst_-", min_size=3, max_size=12)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(_LETTERS, st.data())
def test_one_slip_in_three_letters_is_always_recognised(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcz"))
    slips = (
        word[:place] + letter + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + word[place + 1 :],
        word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
    )
    slip = data.draw(st.sampled_from(slips))
    assume(len(slip) >= 2)
    assert nearest(slip, [word]) == word


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text(max_size=10), st.lists(st.text(max_size=10), max_size=4))
def test_the_answer_is_a_candidate_or_nothing(word: str, candidates: list[str]) -> None:
    found = nearest(word, candidates)
    assert found in {*candidates, ""}
    if word in candidates:
        assert found.lower() == word.lower()


def test_dutch_words_come_before_slips() -> None:
    assert probably("naar", ["name", "goto"]) == "goto"
    assert probably("Naar", ["goto"]) == "goto"
    assert probably("naar", ["naam"]) == "naam"
    assert probably("als", ["say"]) == ""


def test_every_dutch_word_stands_for_a_word_of_the_format() -> None:
    records = [each for each in vars(level_format).values() if isinstance(each, Record)]
    inner = level_format.DEBRIEF.fields["real_outcome"].shape
    assert isinstance(inner, Record)
    fixed = {key for each in [*records, inner] for key in each.fields}
    assert set(DUTCH_WORDS.values()) <= fixed | {END, *SPEAKERS_OF_EVERY_LEVEL}
