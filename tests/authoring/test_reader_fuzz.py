"""Whatever is in the file: a level, or problems that can be told; never another exception."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.catalogue import COURSE, PRINCIPLES, SOURCES
from game.authoring.nodes import parse
from game.authoring.plays import PLAYS
from game.authoring.problems import Problems
from game.authoring.reader import read_level
from game.authoring.reading import Reading
from game.authoring.report import report
from game.authoring.source import Source, decode
from game.library import level_files
from tests.authoring.accidents import (
    ENTRY_LINES,
    KEYS,
    KINDS,
    PIECES,
    VALUES,
    Accident,
    after,
    drawn,
    see_that_it_can_be_told,
    with_values,
)
from tests.authoring.small import KNOWN, LOADERS
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL

FUZZ = settings(max_examples=150, deadline=None, derandomize=True)


def _read(data: bytes) -> None:
    for loader in LOADERS:
        see_that_it_can_be_told(data, *read_level(data, "klein", KNOWN, loader=loader))


@FUZZ
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    _read(data)
    _read(b"\xff\xfe" + data)
    _read(SMALL.encode()[:120] + data)


_PIECES = st.sampled_from(PIECES)


@FUZZ
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_anything_like_yaml(text: str) -> None:
    _read(text.encode())


_VALUES = st.recursive(
    st.sampled_from(VALUES),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        st.lists(st.tuples(st.sampled_from(KEYS), inner), max_size=3).map(
            lambda entries: "{" + ", ".join(f"{key}: {value}" for key, value in entries) + "}"
        ),
    ),
    max_leaves=6,
)


@FUZZ
@given(st.lists(st.tuples(st.sampled_from(ENTRY_LINES), _VALUES), min_size=1, max_size=3))
def test_any_value_at_any_key(changes: list[tuple[int, str]]) -> None:
    _read(with_values(changes).encode())


@FUZZ
@given(
    st.lists(
        st.tuples(
            st.sampled_from(KINDS),
            st.integers(0, 10_000),
            st.integers(0, 10_000),
            _PIECES,
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_small_level_with_accidents(accidents: list[Accident]) -> None:
    _read(after(SMALL, accidents).encode())


_SHIPPED = [path.read_text(encoding="utf-8") for path in level_files(ROOT / "levels")]


@pytest.mark.parametrize("seed", range(200))
def test_what_chance_makes(seed: int) -> None:
    """The first inputs of `scripts/fuzz.py`, which reads many more."""
    _, data = drawn(random.Random(seed), _SHIPPED)
    see_that_it_can_be_told(data, *read_level(data, "klein", remarks=True))


@FUZZ
@given(st.lists(_PIECES, max_size=30).map("".join), st.sampled_from([COURSE, PRINCIPLES, SOURCES, PLAYS]))
def test_the_other_readers(text: str, shape: object) -> None:
    for start in ("", "format: 1\nsources:\n  x:\n    ", "plays:\n  x: ", "format: 1\ncourse: "):
        problems = Problems("x.yaml")
        source = decode((start + text).encode(), problems)
        root = parse(source, problems) if source else None
        if root is None:
            assert problems.has_errors
            continue
        reading = Reading(problems)
        value = shape.read(root, "x", reading)  # type: ignore[attr-defined]
        reading.resolve({"source": frozenset({"a"})})
        assert value is not None or problems.has_errors


def test_a_report_can_be_made_of_any_of_it(tmp_path: Path) -> None:
    path = tmp_path / "klein.yaml"
    for seed in range(40):
        dice = random.Random(seed)
        data = after(
            SMALL, [(dice.choice(KINDS), dice.randrange(999), dice.randrange(999), "\t漢\x1b")] * 2
        ).encode()
        path.write_bytes(data)
        for problem in read_level(data, "klein", KNOWN, file=str(path))[1]:
            told = report(problem, dice.choice(("nl", "en")))
            assert "\x1b" not in told
            assert told.count("\n") == (8 if problem.second else 4)


def test_a_source_is_cut_into_lines_at_line_feeds_only() -> None:
    assert Source("x", "a\x0bb\nc", "").lines == ["a\x0bb", "c"]
