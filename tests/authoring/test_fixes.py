"""Mending what is certain: the mistake is gone, nothing new is wrong, and all else stays as it was."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.fixes import fix
from game.authoring.problems import Problem
from game.authoring.reader import read_level
from tests.authoring.small import KNOWN, changed, unmarked
from tests.authoring.test_broken_levels import BROKEN
from tests.authoring.test_yaml_traps import TRAPS
from tests.levels_for_tests import SMALL


def _read(data: bytes) -> Sequence[Problem]:
    return read_level(data, "klein", KNOWN)[1]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("minutes: 1", "minuten: 1"),
        ("minutes: 1", "minuts: 1"),
        ("    replies:", "    antwoorden:"),
        ("goto: end", "goto: einde"),
        ("when: was_cool", "when: was-cool"),
        ("goto: twee", "goto: Twee"),
        ("        trust: +10", "        trust: \u200b+10"),
        ("        trust: +10", "\t\t\t\ttrust: +10"),
        ("        trust: +10", "       \u00a0trust: +10"),
    ],
)
def test_what_is_certain_is_mended_and_the_rest_is_untouched(right: str, wrong: str) -> None:
    broken = SMALL.replace(right, wrong, 1)
    assert broken != SMALL
    done = fix(broken.encode(), _read)
    assert len(done.problems) == 1
    assert done.data.decode() == SMALL


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("title: Hij zei: nee", "title: 'Hij zei: nee'"),
        ("title: 's Avonds", "title: '''s Avonds'"),
        ("title:Klein", "title: 'Klein'"),
        ("title: @hoi", "title: '@hoi'"),
    ],
)
def test_what_yaml_cannot_read_is_put_between_quotes(wrong: str, right: str) -> None:
    title = "title: {nl: Klein, en: Small}"
    done = fix(
        SMALL.replace(title, f"{wrong}  # mijn titel" if wrong.endswith("Avonds") else wrong).encode(), _read
    )
    assert right.split("'", 1)[0] in done.data.decode()
    assert not [each for each in _read(done.data) if each.is_error]


def test_comments_line_ends_and_a_byte_order_mark_stay() -> None:
    text = SMALL.replace("minutes: 1", "minuten: 1   # twee?").replace("\n", "\r\n")
    done = fix(b"\xef\xbb\xbf" + text.encode(), _read)
    assert done.data == b"\xef\xbb\xbf" + text.replace("minuten", "minutes").encode()


@pytest.mark.parametrize("wrong", ["goto: tweee", "goto: drie", "room: shopp", "trust: veel"])
def test_what_may_be_meant_otherwise_is_left(wrong: str) -> None:
    key = wrong.split(":")[0]
    right = next(line.strip() for line in SMALL.split("\n") if line.strip().startswith(f"{key}:"))
    broken = SMALL.replace(right, wrong, 1).encode()
    assert fix(broken, _read).data == broken


def test_several_mistakes_are_mended_one_after_the_other() -> None:
    broken = changed(("minutes: 1", "minuten: 1"), ("    replies:", "    antwoorden:"), ("room:", "kamer:"))
    done = fix(broken.encode(), _read)
    assert len(done.problems) == 3
    assert done.data.decode() == SMALL


def test_a_sound_level_is_left_as_it_is() -> None:
    assert fix(SMALL.encode(), _read).data == SMALL.encode()


@pytest.mark.parametrize("row", [*BROKEN, *TRAPS], ids=[row[0] for row in (*BROKEN, *TRAPS)])
def test_mending_never_makes_it_worse(row: tuple[object, ...]) -> None:
    broken = unmarked(changed(*row[-1]))[0].encode()  # type: ignore[misc]
    done = fix(broken, _read)
    before, after = _read(broken), _read(done.data)
    assert sum(each.is_error for each in after) <= sum(each.is_error for each in before)
    assert (done.data == broken) == (not done.problems)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=120))
def test_any_bytes_are_mended_or_left(data: bytes) -> None:
    fix(data, _read)
