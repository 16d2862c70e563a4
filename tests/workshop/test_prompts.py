"""The prompt fits the split, in both languages; the shift is told honestly."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.words import say
from game.workshop.ballot import Ballot, shift
from game.workshop.prompts import (
    MOST_CHARACTERS,
    PROMPTS,
    destinations,
    first_words,
    prompt_for,
    shift_told,
    shortened,
)

OPTIONS = ("kaart", "kijk", "omdraaien")
TITLES = {
    "kaart": "Ik haal de kaart.",
    "kijk": "Ik kijk even met u mee. Welk broodje had u?",
    "omdraaien": "Hier.",
}
SPLITS = {
    "nobody": (0, 0, 0),
    "unanimous": (0, 12, 0),
    "lone-voice": (14, 0, 1),
    "near-tie": (10, 9, 2),
    "clear": (20, 5, 3),
    "divided": (10, 6, 5),
}


def _hands(*counts: int, number: int = 1) -> Ballot:
    ballot = Ballot(number, OPTIONS)
    for option, count in zip(OPTIONS, counts, strict=True):
        ballot = ballot.with_hands(option, count)
    return ballot.closed()


def _phones(*votes: str, number: int = 1) -> Ballot:
    """Return a vote of phones, each a letter of its option ('' for none)."""
    ballot = Ballot(number, OPTIONS)
    for device, vote in enumerate(votes):
        if vote:
            ballot = ballot.with_vote(str(device), OPTIONS["ABC".index(vote)])
    return ballot.closed()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("split", sorted(SPLITS))
def test_every_split_has_prompts_of_its_own(split: str, language: str) -> None:
    ballots = [_hands(*SPLITS[split], number=number) for number in range(1, 7)]
    assert {ballot.split for ballot in ballots} == {split}
    told = [prompt_for(ballot, language) for ballot in ballots]
    assert len(set(told)) == len(PROMPTS[split]) >= 2
    assert told == [prompt_for(ballot, language) for ballot in ballots]
    assert all(one != other for one, other in pairwise(told))
    others = {
        prompt_for(_hands(*SPLITS[other], number=number), language)
        for other in SPLITS
        if other != split
        for number in range(1, 7)
    }
    assert not others & set(told)


def test_the_two_votes_of_every_round_do_not_say_the_same_all_day() -> None:
    firsts = [prompt_for(_hands(10, 9, 2, number=number), "nl") for number in (1, 3, 5)]
    assert len(set(firsts)) == 3


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_prompt_names_the_letter_it_is_about(language: str) -> None:
    for number in (1, 2, 3):
        assert re.search(r"\bC\b", prompt_for(_hands(*SPLITS["lone-voice"], number=number), language))
        assert re.search(r"\bB\b", prompt_for(_hands(*SPLITS["unanimous"], number=number), language))


def test_a_lone_voice_is_invited_and_never_put_on_the_spot() -> None:
    for number in (1, 2, 3):
        told = prompt_for(_hands(14, 0, 1, number=number), "nl")
        assert "met je buur" in told or "Zwijgen mag ook" in told
        assert "?" not in told  # nobody is asked anything alone


def test_moved_hands_are_told_as_the_least() -> None:
    told = shift_told(_hands(15, 10, 3), _hands(6, 19, 3), "nl", TITLES)
    assert told == "Minstens 9 van de 28 stapten over naar B: “Ik kijk even met u mee. Welk broodje…”"
    told = shift_told(_hands(15, 10, 3), _hands(6, 19, 3), "en", TITLES)
    assert told.startswith("At least 9 of 28 moved to B: “")


def test_moved_phones_are_told_exactly() -> None:
    assert shift_told(_phones("A", "B", "C"), _phones("B", "B", "B"), "en", TITLES).startswith(
        "2 of 3 moved to B"
    )
    assert shift_told(_phones("A", "B", "B"), _phones("B", "B", "B"), "nl", TITLES).startswith(
        "1 van de 3 stapte over naar B: “"
    )


def test_more_ways_than_one_are_told_as_such() -> None:
    told = shift_told(_phones("A", "A", "A", "B"), _phones("B", "B", "C", "A"), "nl", TITLES)
    assert told.startswith("4 van de 4 veranderden van keuze, vooral naar B: ")
    told = shift_told(_phones("A", "B"), _phones("B", "A"), "nl", TITLES)
    assert told == "2 van de 2 veranderden van keuze."
    told = shift_told(_phones("A", "A"), _phones("A", "B"), "nl", TITLES)
    assert "stapte over" in told


@pytest.mark.parametrize(
    ("first", "second", "key"),
    [
        (_phones("A", "B"), _phones("A", "B"), "shift-nobody"),
        (_phones("A", "B", ""), _phones("A", "", "C"), "shift-stayed"),
        (_hands(5, 5, 0), _hands(5, 5, 0), "shift-nobody-seen"),
        (_hands(2, 0, 0), _phones("B", "B"), "shift-unseen"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_cannot_be_seen_is_not_claimed(first: Ballot, second: Ballot, key: str, language: str) -> None:
    assert shift_told(first, second, language, TITLES) == say(language, key)


def test_votes_that_came_and_went_are_told() -> None:
    assert shift_told(_hands(5, 5, 0), _hands(5, 8, 0), "en", TITLES).endswith("Votes added: 3.")
    assert shift_told(_hands(5, 5, 0), _hands(2, 2, 0), "nl", TITLES).endswith("Er vielen stemmen weg: 6.")
    assert shift_told(_hands(5, 5, 0), _hands(0, 0, 0), "nl", TITLES).startswith("Niemand stemde opnieuw:")
    assert shift_told(_hands(0, 0, 0), _hands(4, 0, 0), "nl", TITLES) == "Er kwamen stemmen bij: 4."
    assert shift_told(_hands(0, 0, 0), _hands(0, 0, 0), "nl", TITLES)


_COUNTS = st.tuples(*[st.integers(0, 30)] * 3)
_VOTES = st.lists(st.sampled_from(["A", "B", "C", ""]), max_size=12)


def _mixed(counts: tuple[int, ...], votes: list[str]) -> Ballot:
    ballot = _phones(*votes)
    for option, count in zip(OPTIONS, counts, strict=True):
        ballot = ballot.with_hands(option, count)
    return ballot


@settings(deadline=None)
@given(_COUNTS, _VOTES, _COUNTS, _VOTES, st.sampled_from(["nl", "en"]))
def test_the_places_add_up_to_those_who_moved(
    one: tuple[int, ...], votes: list[str], two: tuple[int, ...], more: list[str], language: str
) -> None:
    first, second = _mixed(one, votes), _mixed(two, more)
    places, moved = destinations(first, second), shift(first, second).moved
    if places is not None:
        assert sum(places.values()) == moved
    told = shift_told(first, second, language, TITLES)
    if moved:
        assert f"{moved} " in told
        assert f"{second.total}" in told
    is_least = say(language, "shift-some", moved=moved, total=second.total) in told
    assert is_least == bool(moved and (any(one) or any(two)))


@given(st.text(max_size=200))
def test_first_words_are_short_and_harmless(words: str) -> None:
    assert len(shortened(words)) <= MOST_CHARACTERS + 1
    assert "\x1b" not in first_words(words)
    assert "\n" not in first_words(words)


def test_silence_is_not_quoted() -> None:
    assert first_words(say("nl", "silence")) == say("nl", "silence")
