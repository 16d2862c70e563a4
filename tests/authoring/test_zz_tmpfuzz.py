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
from game.authoring.problems import Problem, Problems
from game.authoring.reader import read_level
from game.authoring.reading import Reading
from game.authoring.report import report
from game.authoring.source import Source, decode, decoded
from game.library import level_files
from game.story.level import Level
from tests.authoring.small import KNOWN, LOADERS
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL

FUZZ = settings(max_examples=6000, deadline=None)


def _looked_at(data: bytes, level: Level | None, problems: tuple[Problem, ...]) -> None:
    """See that what came out is what a caller may count on."""
    assert (level is None) is any(problem.is_error for problem in problems)
    lines = decoded(data, errors="replace").split("\n")
    for problem in problems:
        place = problem.place
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert place.length >= 1
        for language in ("nl", "en"):
            assert problem.message(language).isprintable()
            assert problem.remedy(language).isprintable()


def _read(data: bytes) -> None:
    for loader in LOADERS:
        _looked_at(data, *read_level(data, "klein", KNOWN, loader=loader))


@FUZZ
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    _read(data)
    _read(b"\xff\xfe" + data)
    _read(SMALL.encode()[:120] + data)


_MARKS = [*"{}[]'|#~@`%=", '"', ": ", "- ", "? ", ", ", ">-\n", "&x ", "*x", "!t ", "!!str ", "<<: ", " # c"]
_DOCUMENTS = ["---\n", "...\n", "%TAG ! x\n", "%YAML 1.1\n"]
_ENTRIES = ["a", "b: ", "nl: ", "en: ", "format: 1\n", "scenes:\n", "  een:\n", "replies:\n", "goto: ", "end"]
_CONDITION = ["when: ", "trust > 4", " and ", "not ", "true"]
_ODD = [*"é漢👍\xa0\ufeff\x85\u2028\t\r\n", "\n  ", "\n    ", "\r\n", "\\e", "\\U0"]
_PIECES = st.sampled_from([*_MARKS, *_DOCUMENTS, *_ENTRIES, *_CONDITION, *_ODD])


@FUZZ
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_anything_like_yaml(text: str) -> None:
    _read(text.encode())


_VALUES = st.recursive(
    st.sampled_from(
        ["", "x", "18:45", "true", "end", "een", "gast", "5", "trust > 4", "[", "{", "- ", "'x", '"\\e"']
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        st.lists(
            st.tuples(st.sampled_from(["nl", "en", "gast", "when", "x", "say", "goto"]), inner), max_size=3
        ).map(lambda entries: "{" + ", ".join(f"{key}: {value}" for key, value in entries) + "}"),
    ),
    max_leaves=6,
)
_ENTRY_LINES = [number for number, line in enumerate(SMALL.split("\n")) if ":" in line]


@FUZZ
@given(st.lists(st.tuples(st.sampled_from(_ENTRY_LINES), _VALUES), min_size=1, max_size=3))
def test_any_value_at_any_key(changes: list[tuple[int, str]]) -> None:
    lines = SMALL.split("\n")
    for number, value in changes:
        lines[number] = f"{lines[number].partition(':')[0]}: {value}"
    _read("\n".join(lines).encode())


@FUZZ
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["drop", "double", "move", "indent", "dedent", "cut", "insert", "rename"]),
            st.integers(0, 10_000),
            st.integers(0, 10_000),
            _PIECES,
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_small_level_with_accidents(accidents: list[tuple[str, int, int, str]]) -> None:
    _read(_after(SMALL, accidents).encode())


def _after(text: str, accidents: list[tuple[str, int, int, str]]) -> str:
    lines = text.split("\n")
    for kind, one, other, piece in accidents:
        at, to = one % len(lines), other % len(lines)
        line = lines[at]
        column = other % (len(line) + 1)
        match kind:
            case "drop" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(to, line)
            case "move":
                lines[at], lines[to] = lines[to], line
            case "indent":
                lines[at] = "  " + line
            case "dedent":
                lines[at] = line[1:]
            case "cut":
                lines[at] = line[:column]
            case "insert":
                lines[at] = line[:column] + piece + line[column:]
            case "rename":
                lines[at] = line.replace("e", "", 1)
    return "\n".join(lines)


_SHIPPED = [path.read_text(encoding="utf-8") for path in level_files(ROOT / "levels")]
_KINDS = ("drop", "double", "move", "indent", "dedent", "cut", "insert", "rename")


@pytest.mark.parametrize("seed", range(1500))
def test_what_we_ship_with_accidents(seed: int) -> None:
    dice = random.Random(seed)
    pieces = ["\t", "'", '"', ": ", "- ", "[", "}", "é", "\x1b", "#", "&a ", "\n"]
    accidents = [
        (dice.choice(_KINDS), dice.randrange(10_000), dice.randrange(10_000), dice.choice(pieces))
        for _ in range(dice.randint(1, 3))
    ]
    data = _after(_SHIPPED[seed % len(_SHIPPED)], accidents).encode()
    _looked_at(data, *read_level(data, "klein"))


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
        data = _after(
            SMALL, [(dice.choice(_KINDS), dice.randrange(999), dice.randrange(999), "\t漢\x1b")] * 2
        ).encode()
        path.write_bytes(data)
        for problem in read_level(data, "klein", KNOWN, file=str(path))[1]:
            told = report(problem, dice.choice(("nl", "en")))
            assert "\x1b" not in told
            assert told.count("\n") == 4


def test_a_source_is_cut_into_lines_at_line_feeds_only() -> None:
    assert Source("x", "a\x0bb\nc", "").lines == ["a\x0bb", "c"]
