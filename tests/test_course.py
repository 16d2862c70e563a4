"""The course: what to play next, and never a must."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.course import next_on

COURSE = ("a", "b", "c", "d")


def test_the_next_is_the_first_one_not_finished() -> None:
    assert next_on(COURSE, set()) == "a"
    assert next_on(COURSE, {"a", "c"}) == "b"


def test_after_a_conversation_it_goes_on_from_there_and_round() -> None:
    assert next_on(COURSE, {"b"}, "b") == "c"
    assert next_on(COURSE, {"c", "d"}, "c") == "a"


def test_when_all_are_finished_there_is_none() -> None:
    assert next_on(COURSE, set(COURSE)) is None
    assert next_on(COURSE, set(COURSE), "b") is None
    assert next_on((), set()) is None


def test_a_conversation_outside_the_course_leads_to_its_beginning() -> None:
    assert next_on(COURSE, {"a"}, "mine") == "b"


@given(st.lists(st.integers(0, 9), unique=True), st.sets(st.integers(0, 9)), st.integers(0, 9))
def test_what_is_suggested_is_new_and_on_the_course(
    course: list[int], finished: set[int], after: int
) -> None:
    names, done = [str(each) for each in course], {str(each) for each in finished}
    found = next_on(names, done, str(after))
    left = [name for name in names if name not in done and name != str(after)]
    assert (found is None) == (not left)
    assert found is None or found in left
