"""Conditions as an author writes them: what they mean, what they may not be, and where they are wrong."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.conditions import LONGEST
from game.story.condition import COMPARISONS, Condition, FactTest, MeterTest
from tests.authoring.small import brief, changed, level_of, read, unmarked

WHEN = "when: trust >= 40"
"""The condition of the reply `nog-eens`."""


def condition_of(typed: str) -> Condition:
    return level_of(changed((WHEN, f"when: {typed}"))).scenes["twee"].replies["nog-eens"].when


FACT = FactTest("was_cool", True)
NO_FACT = FactTest("was_cool", False)
TRUST = MeterTest("trust", ">=", 40)


@pytest.mark.parametrize(
    ("typed", "tests"),
    [
        ("trust >= 40", (TRUST,)),
        ("trust>=40", (TRUST,)),
        ("trust  >=  40", (TRUST,)),
        ("trust >= 040", (TRUST,)),
        ("sympathy <= 0", (MeterTest("sympathy", "<=", 0),)),
        ("trust > 100", (MeterTest("trust", ">", 100),)),
        ("trust < 5", (MeterTest("trust", "<", 5),)),
        ("was_cool", (FACT,)),
        ("not was_cool", (NO_FACT,)),
        ("not   was_cool", (NO_FACT,)),
        ("trust >= 40 and was_cool", (TRUST, FACT)),
        ("not was_cool  and  trust >= 40", (NO_FACT, TRUST)),
        ("trust >= 40 and trust < 60 and was_cool", (TRUST, MeterTest("trust", "<", 60), FACT)),
        ('"trust >= 40"', (TRUST,)),
        ("' was_cool '", (FACT,)),
        (">-\n            trust >= 40\n            and was_cool", (TRUST, FACT)),
        ("trust >= 40\n          and was_cool", (TRUST, FACT)),
        ("was_cool  # toen hij kortaf was", (FACT,)),
    ],
)
def test_a_condition_means_what_it_says(typed: str, tests: tuple[MeterTest | FactTest, ...]) -> None:
    assert condition_of(typed) == Condition(tests)


@pytest.mark.parametrize(
    "name", ["order", "android", "nothing", "orde-and-co", "and_so", "trusted", "not_checked"]
)
def test_a_fact_may_begin_like_a_word_of_the_language(name: str) -> None:
    level = level_of(
        changed(
            ("remember: was_cool", f"remember: [was_cool, {name}]"), (WHEN, f"when: {name} and not {name}")
        )
    )
    assert level.scenes["twee"].replies["nog-eens"].when == Condition(
        (FactTest(name, True), FactTest(name, False))
    )


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("E108", "▶trust => 40"),
        ("E108", "▶trust = 40"),
        ("E108", "▶trust == 40"),
        ("E108", "▶trust >= veertig"),
        ("E108", "▶trust >= -5"),
        ("E108", "▶trust >= +5"),
        ("E108", "▶trust >= 4.5"),
        ("E108", "▶trust >= ٤٠"),
        ("E108", "▶40 <= trust"),
        ("E108", "▶trust"),
        ("E108", "▶not trust >= 40"),
        ("E108", "▶not"),
        ("E108", "▶and"),
        ("E108", "▶not not was_cool"),
        ("E108", "▶trust >= 40 or was_cool"),
        ("E108", "▶trust >= 40 en was_cool"),
        ("E108", "▶trust >= 40, was_cool"),
        ("E108", "▶trust >= 40 and"),
        ("E108", "▶and was_cool"),
        ("E108", "trust >= 40 and ▶and was_cool"),
        ("E108", "was_cool and ▶(trust >= 40)"),
        ("E108", "▶vertrouwen >= 40"),
        ("E108", "▶Trust >= 40"),
        ("E108", "▶trust >= 40; import os"),
        ("E108", "▶__import__('os')"),
        ("E108", "▶4"),
        ("E105", "▶trust >= 101"),
        ("E105", "was_cool and ▶sympathy < 1000000"),
        ("E201", "▶not was_cold"),
        ("E201", "trust >= 40 and ▶was_cold and was_cool"),
        ("E201", "trust >= 40 and   not   ▶was_cold".replace("not   ▶", "▶not   ")),
        ("E201", "▶true"),
        ("E103", '▶""'),
        ("E104", "▶[was_cool]"),
        ("E104", "▶{trust: 40}"),
        ("E108", '▶"was_cool and trust => 4"'),
        ("E201", "▶>-\n            trust >= 40 and\n            was_cold"),
        ("E201", "▶trust >= 40\n          and was_cold"),
    ],
)
def test_a_wrong_condition_is_one_problem_at_the_part_that_is_wrong(code: str, typed: str) -> None:
    text, [place] = unmarked(changed((WHEN, f"when: {typed}")))
    assert brief(read(text)[1]) == [(code, *place)]


def test_the_mark_is_as_long_as_the_part() -> None:
    [problem] = read(changed((WHEN, "when: trust >= 40 and not  was_cold and was_cool")))[1]
    assert problem.place.length == len("not  was_cold")
    assert problem.suggestion == "was_cool"


def test_two_wrong_parts_are_two_problems() -> None:
    text, places = unmarked(changed((WHEN, "when: ▶trust => 4 and was_cool and ▶was_cold")))
    assert brief(read(text)[1]) == [("E108", *places[0]), ("E201", *places[1])]


def test_a_condition_is_as_long_as_a_line_can_be() -> None:
    fits = f"trust >={' ' * (LONGEST - 10)}40"
    assert len(fits) == LONGEST
    assert condition_of(fits) == Condition((TRUST,))
    text, [place] = unmarked(changed((WHEN, f"when: ▶{fits.replace('>=', '>= ')}")))
    assert brief(read(text)[1]) == [("E112", *place)]


_TESTS = st.one_of(
    st.builds(
        MeterTest,
        st.sampled_from(("trust", "sympathy")),
        st.sampled_from(sorted(COMPARISONS)),
        st.integers(0, 100),
    ),
    st.builds(FactTest, st.just("was_cool"), st.booleans()),
)


def _typed(test: MeterTest | FactTest) -> str:
    if isinstance(test, MeterTest):
        return f"{test.meter} {test.comparison} {test.number}"
    return test.fact if test.remembered else f"not {test.fact}"


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(_TESTS, min_size=1, max_size=6))
def test_every_condition_can_be_written(tests: list[MeterTest | FactTest]) -> None:
    assert condition_of(" and ".join(map(_typed, tests))) == Condition(tuple(tests))
