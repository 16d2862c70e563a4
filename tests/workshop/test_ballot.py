"""A vote is derived from hands and phones; its split and its shift are told fairly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.workshop.ballot import Ballot, shift

OPTIONS = ("a", "b", "c")
_OPTION = st.sampled_from(OPTIONS)


def _hands(*counts: int) -> Ballot:
    ballot = Ballot(1, OPTIONS)
    for option, count in zip(OPTIONS, counts, strict=False):
        ballot = ballot.with_hands(option, count)
    return ballot


@given(st.lists(st.tuples(st.integers(0, 9), _OPTION)), st.lists(st.tuples(_OPTION, st.integers(-5, 2000))))
def test_the_last_vote_of_each_phone_and_the_last_count_of_hands_are_what_counts(
    votes: list[tuple[int, str]], hands: list[tuple[str, int]]
) -> None:
    ballot = Ballot(1, OPTIONS)
    for device, option in votes:
        ballot = ballot.with_vote(str(device), option)
    for option, count in hands:
        ballot = ballot.with_hands(option, count)
    last = dict(votes)
    counts = {option: min(999, max(0, count)) for option, count in hands}
    for option in OPTIONS:
        by_phones = sum(vote == option for vote in last.values())
        assert ballot.tally[option] == by_phones + counts.get(option, 0)
    assert ballot.total == len(last) + sum(counts.values())


@pytest.mark.parametrize(
    ("counts", "split", "leaders"),
    [
        ((0, 0, 0), "nobody", ()),
        ((12, 0, 0), "unanimous", ("a",)),
        ((1, 0, 0), "unanimous", ("a",)),
        ((10, 9, 2), "near-tie", ("a",)),
        ((10, 10, 2), "near-tie", ("a", "b")),
        ((14, 1, 0), "lone-voice", ("a",)),
        ((20, 5, 3), "clear", ("a",)),
        ((10, 6, 5), "divided", ("a",)),
        ((1, 1, 1), "near-tie", ("a", "b", "c")),
        ((2, 1, 0), "clear", ("a",)),
    ],
)
def test_the_split_of_a_room(counts: tuple[int, ...], split: str, leaders: tuple[str, ...]) -> None:
    ballot = _hands(*counts)
    assert ballot.split == split
    assert ballot.leaders == leaders


def test_phones_are_followed_one_by_one() -> None:
    first = Ballot(1, OPTIONS).with_vote("x", "a").with_vote("y", "b").with_vote("z", "c")
    second = Ballot(2, OPTIONS).with_vote("x", "b").with_vote("y", "a").with_vote("new", "c")
    told = shift(first, second)
    assert told.moved == 2
    assert dict(told.changes) == {"a": 0, "b": 0, "c": 0}


def test_of_hands_the_least_number_that_explains_it_moved() -> None:
    told = shift(_hands(15, 10, 3), _hands(6, 19, 3))
    assert told.moved == 9
    assert dict(told.changes) == {"a": -9, "b": 9, "c": 0}


def test_a_hand_that_came_late_did_not_move() -> None:
    assert shift(_hands(5, 5, 0), _hands(5, 8, 0)).moved == 0


@given(st.tuples(*[st.integers(0, 40)] * 3), st.tuples(*[st.integers(0, 40)] * 3))
def test_no_more_moved_than_there_are(before: tuple[int, ...], now: tuple[int, ...]) -> None:
    told = shift(_hands(*before), _hands(*now))
    assert 0 <= told.moved <= min(sum(before), sum(now))
    assert sum(told.changes.values()) == sum(now) - sum(before)
