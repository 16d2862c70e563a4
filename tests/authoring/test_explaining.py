"""Each page's wrong fragment gives exactly its code in an else sound level, and its right one gives none."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent, indent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.codes import CODES
from game.authoring.example import EXAMPLE_ID, KNOWN, STAND_INS, example, exchanged
from game.authoring.explaining import Page, message_of, page_of, problem_in
from game.authoring.problems import Problem
from game.authoring.reader import read_level, read_level_file
from game.authoring.shapes import LONGEST_TEXT
from game.authoring.source import MOST_BYTES
from game.library import Library
from game.story.level import Level
from game.story.text import is_forbidden
from game.story.wording import passages
from tests.authoring.small import LOADERS
from tests.conftest import ROOT

FOLDER = ROOT / "game" / "authoring" / "explained"
WIDEST_FRAGMENT = 76
"""Characters that fit beside the margin on a screen of 80."""

PAGES = [page_of(code, language) for code in CODES for language in ("nl", "en")]
SHOWN = [page for page in PAGES if page.wrong]


def _name(page: Page) -> str:
    return f"{page.code.id}-{page.language}"


def _read(text: str | bytes, id: str = EXAMPLE_ID) -> tuple[Level | None, tuple[Problem, ...]]:
    """Read *text* with both loaders, see that they agree, and return what they found."""
    data = text.encode() if isinstance(text, str) else text
    first, *others = [read_level(data, id, KNOWN, loader=loader, remarks=True) for loader in LOADERS]
    for other in others:
        assert other == first
    return first


def _codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code.id for problem in problems]


@pytest.mark.parametrize("language", ["nl", "en", None])
def test_the_example_is_sound(language: str | None) -> None:
    level, problems = _read(example(language))
    assert _codes(problems) == []
    assert level is not None
    assert level.languages == ((language,) if language else ("nl", "en"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_example_in_one_language_is_the_same_level(language: str) -> None:
    both, one = _read(example(None))[0], _read(example(language))[0]
    assert both is not None
    assert one is not None
    told = [(each.path, each.text.in_language(language)) for each in passages(both)]
    assert told == [(each.path, each.text.in_language(language)) for each in passages(one)]
    assert len(told) > 40
    assert [*both.scenes] == [*one.scenes]


def test_the_example_uses_names_that_are_in_the_house() -> None:
    assert KNOWN["principle"] <= Library(ROOT / "levels").known["principle"]


@pytest.mark.parametrize("page", SHOWN, ids=_name)
def test_what_an_author_typed_is_exactly_one_problem(page: Page) -> None:
    assert page.wrong != page.right
    assert _codes(_read(page.broken_level)[1]) == [page.code.id]
    found = problem_in(page)
    assert found is not None
    assert found.code == page.code


@pytest.mark.parametrize("page", SHOWN, ids=_name)
def test_the_right_fragment_is_in_the_sound_level(page: Page) -> None:
    assert exchanged(page.level, page.right, page.right) == page.level
    assert _codes(_read(page.level)[1]) == []


@pytest.mark.parametrize("page", SHOWN, ids=_name)
def test_a_fragment_is_a_few_lines_that_fit(page: Page) -> None:
    for fragment in (page.wrong, page.right):
        lines = fragment.rstrip("\n").split("\n")
        assert len(lines) <= 13
        assert all(len(line) <= WIDEST_FRAGMENT for line in lines)
        assert dedent(fragment) == fragment


MADE: dict[str, Callable[[str, Path], tuple[Problem, ...]]] = {
    "E001": lambda text, _: _read(text.encode() + "# café\n".encode("cp1252"))[1],
    "E002": lambda text, _: _read(text.encode() + b"#" * MOST_BYTES)[1],
    "E008": lambda _, folder: read_level_file(folder / "weg.yaml", KNOWN, remarks=True)[1],
    "E009": lambda _, __: _read("# nog niets\n")[1],
    "E010": lambda text, _: _read(text, "Mijn level")[1],
    "E112": lambda text, _: _read(re.sub("(?m)^title: .*", f"title: {'x' * (LONGEST_TEXT + 1)}", text))[1],
}
"""What no fragment can show, made."""


@pytest.mark.parametrize("code", MADE)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_no_fragment_can_show_comes_about_as_told(code: str, language: str, tmp_path: Path) -> None:
    assert _codes(MADE[code](example(language), tmp_path)) == [code]


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_a_page_says_everything(page: Page) -> None:
    assert bool(page.how) == (page.code.id in MADE)
    assert bool(page.wrong) == bool(page.right) == (not page.how)
    assert problem_in(page) is not None or page.how
    for words in (page.means, page.why, page.do, page.how or "."):
        assert words.endswith((".", "?"))
        assert words.isprintable()
        assert not any(map(is_forbidden, words))
        assert "'" not in words  # ’ in what people read
    for fragment in (page.wrong, page.right):
        assert not any(map(is_forbidden, fragment))


@pytest.mark.parametrize("code", CODES)
def test_both_languages_have_a_page_of_their_own(code: str) -> None:
    dutch, english = page_of(code, "nl"), page_of(code, "en")
    for told in ("means", "why", "do"):
        assert getattr(dutch, told) != getattr(english, told)
    assert bool(dutch.wrong) == bool(english.wrong)
    assert dutch.two_languages == english.two_languages


def test_there_is_no_page_without_a_code_and_no_file_without_a_page() -> None:
    stems = {f"{code[:3]}.{language}.yaml" for code in CODES for language in ("nl", "en")}
    assert {file.name for file in FOLDER.iterdir()} == stems | {"example.yaml"}
    for file in FOLDER.glob("[EW]*.yaml"):
        text = file.read_text(encoding="utf-8")
        there = re.findall(r"^([EW]\d{3}):$", text, re.MULTILINE)
        assert there == [code for code in CODES if code.startswith(file.name[:3])]
        assert text.count("\n") < 300


def test_an_unknown_code_has_no_page() -> None:
    with pytest.raises(KeyError):
        page_of("E999", "nl")


@pytest.mark.parametrize("code", CODES.values(), ids=list(CODES))
def test_a_message_without_a_file_keeps_its_words(code: object) -> None:
    for language in ("nl", "en"):
        told = message_of(code, language)  # type: ignore[arg-type]
        assert not re.search(r"[{}]|\.\.|…\.$|  ", told)
        assert len(told) > 10


def test_a_character_that_cannot_be_seen_is_really_there() -> None:
    for shown, code in (("<tab>", "E004"), ("<U+200B>", "E003")):
        page = page_of(code, "nl")
        assert shown in page.wrong
        assert shown in page.do
        assert STAND_INS[shown] in page.broken_level
        assert shown not in page.broken_level


LINES = example("nl").rstrip("\n").split("\n")


@st.composite
def _slices(draw: st.DrawFn) -> tuple[int, int]:
    start = draw(st.integers(0, len(LINES) - 1))
    return start, draw(st.integers(start + 1, min(start + 8, len(LINES))))


@given(_slices())
@settings(deadline=None)
def test_a_part_of_the_level_changed_into_itself_changes_nothing(where: tuple[int, int]) -> None:
    fragment = dedent("\n".join(LINES[slice(*where)])).strip("\n")
    if fragment:
        assert exchanged(example("nl"), fragment, fragment) == example("nl")


@given(_slices(), st.integers(0, 8))
@settings(deadline=None)
def test_what_is_put_in_stands_where_the_old_part_began(where: tuple[int, int], deeper: int) -> None:
    part = [line for line in LINES[slice(*where)] if line]
    level = "\n".join(["eerst:", *(" " * deeper + line for line in part), "laatst:"])
    old = "\n".join(part)
    margin = len(part[0]) - len(dedent(old).split("\n")[0]) + deeper if part else 0
    if part:
        expected = "\n".join(["eerst:", indent("nieuw: 1\n  en: 2", " " * margin), "laatst:"])
        assert exchanged(level, old, "nieuw: 1\n  en: 2") == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nergens: 1", "x: 1"),
        ("format: 1\n…\ngoto: nergens", "a: 1\n…\nb: 2"),
        ("scenes:\n…\nformat: 1", "a: 1\n…\nb: 2"),
        ("format: 1", "a: 1\n…\nb: 2"),
    ],
)
def test_what_is_not_in_the_level_cannot_be_exchanged(old: str, new: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        exchanged(example("nl"), old, new)


def test_lines_in_a_gap_stay() -> None:
    level = "a:\n  b: 1\n  c: 2\n  d: 3\ne: 4\n"
    assert exchanged(level, "b: 1\n…\nd: 3", "b: 5\n…\nf: 6") == "a:\n  b: 5\n  c: 2\n  f: 6\ne: 4\n"
    assert exchanged(level, "a:\n  …\n  d: 3", "x:\n  …\n  d: 0") == "x:\n  b: 1\n  c: 2\n  d: 0\ne: 4\n"
