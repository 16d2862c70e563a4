"""What an author reads: a place, the line itself with a mark under it, what is wrong, what to do."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from string import Formatter

import pytest

from game.authoring.catalogue import read_sources
from game.authoring.causes import CAUSES, Cause
from game.authoring.codes import CODES, KINDS, SHAPES
from game.authoring.problems import LONGEST, LONGEST_VALUE, Place, Problem, Problems
from game.authoring.reader import read_level_file
from game.authoring.report import WIDEST, report
from game.authoring.source import MOST_BYTES
from tests.authoring.small import changed, read, unmarked
from tests.authoring.sound import SOUND, remarks
from tests.authoring.test_broken_levels import BROKEN, WARNED
from tests.authoring.test_broken_levels import _scenes as scenes
from tests.authoring.test_didactics import REMARKED, TOO_MANY_PRINCIPLES
from tests.authoring.test_proofs import PROVED
from tests.authoring.test_yaml_traps import TRAPS
from tests.levels_for_tests import SMALL


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("code", CODES.values(), ids=list(CODES))
def test_a_code_says_the_same_in_both_languages(code: object) -> None:
    texts = [getattr(code, name) for name in ("nl", "en", "help_nl", "help_en")]
    assert all(text.strip() == text and text.endswith((".", "}", "?", "’")) for text in texts)
    assert texts[0] != texts[1]
    assert texts[2] != texts[3] or texts[2] == "{remedy}"  # in the words of its cause
    assert _fields(texts[0]) == _fields(texts[1])
    assert _fields(texts[2]) == _fields(texts[3])


def test_codes_are_stable_names_in_order() -> None:
    assert all(re.fullmatch(r"[EW][0-4][0-9]{2}", code) for code in CODES)
    assert list(CODES) == sorted(CODES)


def test_what_is_filled_in_exists_in_both_languages() -> None:
    for names in (*KINDS.values(), *SHAPES.values()):
        assert len(names) == 2
        assert all(names)
        assert _fields(names[0]) == _fields(names[1])


@pytest.mark.parametrize("cause", CAUSES, ids=lambda cause: cause.parts[0])
def test_where_yaml_gives_up_the_remedy_is_that_of_the_cause(cause: Cause) -> None:
    problems = Problems("level.yaml")
    problems.add("E005", Place(), found=f"while reading, {cause.parts[-1]} was found")
    for column, language in enumerate(("nl", "en")):
        told, remedy = problems.found[0].message(language), problems.found[0].remedy(language)
        assert (cause.told[column] in told, remedy) == (True, cause.remedy[column])
        assert cause.told[column] != cause.told[1 - column]
        assert cause.remedy[column] != cause.remedy[1 - column]


def _met_in_the_tables() -> list[Problem]:
    texts = [unmarked(changed(*row[-1]))[0] for row in (*BROKEN, *WARNED, *TRAPS)]
    texts += ["", "title: caf\xe9", scenes(("een", "een")), "[" * 30]
    found = [problem for text in texts for problem in read(text)[1]]
    found += read("caf\xe9".encode("latin-1"))[1]
    found += read(b"#" * (MOST_BYTES + 1))[1]
    found += read(SMALL, "Mijn level")[1]
    found += read_level_file(Path("/nergens/klein.yaml"))[1]
    for row in (*REMARKED, *PROVED):
        found += remarks(unmarked(changed(*row[-1], text=SOUND))[0])[1]
    found += remarks(f"{SOUND}accept:\n  - {{warning: W406, because: Ooit.}}\n")[1]
    found += remarks(TOO_MANY_PRINCIPLES)[1]
    return found


def test_every_code_can_be_met_and_told_in_both_languages() -> None:
    found = _met_in_the_tables()
    assert {problem.code.id for problem in found} == set(CODES)
    for problem in found:
        for language in ("nl", "en"):
            for told in (problem.message(language), problem.remedy(language)):
                assert told
                assert told.isprintable()
                assert not re.search(r"\{\w+\}|‘’|  ", told), told
        assert problem.message("nl") != problem.message("en")


def test_a_kind_of_name_is_named_in_the_authors_language() -> None:
    [problem] = read(changed(("when: was_cool", "when: was_cold")))[1]
    assert problem.message("nl") == "‘was_cold’ is geen onthouden feit. Bedoelde je ‘was_cool’?"
    assert problem.message("en") == "‘was_cold’ is not a remembered fact. Did you mean ‘was_cool’?"
    assert problem.remedy("nl") == "Wat er wel is: was_cool."


def test_a_word_like_the_name_of_a_shape_is_quoted_as_typed() -> None:
    [problem] = read(changed(("room: shop", "room: list")))[1]
    assert problem.message("en").endswith("this is ‘list’.")
    [problem] = read(changed(("room: shop", "room: [shop]")))[1]
    assert problem.message("en").endswith("takes text; this is a list.")


def test_braces_and_controls_in_what_is_quoted_do_no_harm() -> None:
    problems = Problems("x.yaml")
    problems.add(
        "E101", Place(), suggestion="{0}\x1b[31m", found="{found} {x!r} %s\x1b]0;x\x07", allowed="{}"
    )
    message = problems.found[0].message("nl")
    assert message == "‘{found} {x!r} %s]0;x’ ken ik hier niet. Bedoelde je ‘{0}[31m’?"


def test_what_is_quoted_is_cut_to_a_length_one_can_read() -> None:
    problems = Problems("x.yaml")
    problems.add("E101", Place(), found="x" * 100_000, allowed="y, " * 100_000)
    message, remedy = problems.found[0].message("en"), problems.found[0].remedy("en")
    assert len(message) < LONGEST_VALUE + 40
    assert "x…’" in message
    assert len(remedy) < LONGEST["allowed"] + 40


def test_what_just_fits_is_not_cut() -> None:
    problems = Problems("x.yaml")
    problems.add("E106", Place(), found="x" * LONGEST_VALUE)
    problems.add("E106", Place(), found="x" * (LONGEST_VALUE + 1))
    fits, does_not = (each.message("en") for each in problems.found)
    assert f"‘{'x' * LONGEST_VALUE}’" in fits
    assert f"‘{'x' * (LONGEST_VALUE - 1)}…’" in does_not


# the report


def _written(folder: Path, data: str | bytes, name: str = "klein.yaml") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def _at(path: Path, line: int, column: int, length: int = 1) -> str:
    return report(Problem(str(path), Place(line, column, length), CODES["E109"]), "en")


def test_a_report_shows_place_line_mark_and_remedy(tmp_path: Path) -> None:
    path = _written(tmp_path, changed(("minutes: 1", "minuten: 1")))
    [problem] = read_level_file(path)[1]
    assert report(problem, "nl").split("\n") == [
        f"{path}:6:1: E101 ‘minuten’ ken ik hier niet. Bedoelde je ‘minutes’?",
        "  |",
        "6 | minuten: 1",
        "  | ^~~~~~~",
        "   = hulp: Hier mag staan: format, languages, title, source, credit, room, minutes, principles, "
        "sister, you, people, start, scenes, endings, debrief, facilitator, accept.",
    ]
    assert report(problem, "en").split("\n")[-1].startswith("   = help: Allowed here: format, languages,")


@pytest.mark.parametrize(
    ("line", "column", "length", "mark"),
    [
        ("abc", 1, 1, "^"),
        ("abc", 3, 1, "  ^"),
        ("abc", 4, 1, "   ^"),
        ("abc def", 5, 3, "    ^~~"),
        ("漢字: x", 5, 1, "      ^"),
        ("x: 漢字", 4, 2, "   ^~~~"),
        ("ｗｉｄｅ x", 6, 1, "         ^"),
        ("e\u0301e\u0301 x", 6, 1, "   ^"),
        ("👍🏽 x", 4, 1, "     ^"),
        ("❤\ufe0f x", 4, 1, "  ^"),
        ("een\u200dtwee x", 10, 1, "        ^"),
        ("één x", 5, 1, "    ^"),
        ("a\x1b[31mb", 6, 1, "    ^"),
    ],
)
def test_the_mark_stands_under_the_right_cells(
    tmp_path: Path, line: str, column: int, length: int, mark: str
) -> None:
    path = _written(tmp_path, f"x\n{line}\n")
    _, _, shown, marked, _ = _at(path, 2, column, length).split("\n")
    assert shown.startswith("2 | ")
    assert "\x1b" not in shown
    assert marked == f"  | {mark}"


def test_a_number_of_two_digits_moves_the_gutter(tmp_path: Path) -> None:
    path = _written(tmp_path, "x\n" * 11 + "abc\n")
    assert _at(path, 12, 2).split("\n")[1:4] == ["   |", "12 | abc", "   |  ^"]


def test_a_long_line_is_shown_around_the_mark(tmp_path: Path) -> None:
    path = _written(tmp_path, "a" * 300 + "HIER" + "b" * 300)
    _, _, shown, marked, _ = _at(path, 1, 301, 4).split("\n")
    assert len(shown) == WIDEST + 4
    assert shown[marked.index("^") :].startswith("HIER")
    assert marked.endswith("^~~~")
    assert len(_at(path, 1, 301, 300).split("\n")[3]) <= WIDEST + 4


def test_windows_line_ends_and_marks_do_not_move_the_mark(tmp_path: Path) -> None:
    for data in (b"\xef\xbb\xbfx\r\nabc\r\n", b"x\rabc\r", b"\xff\xfe" + "x\r\nabc\r\n".encode("utf-16-le")):
        assert _at(_written(tmp_path, data), 2, 2).split("\n")[2:4] == ["2 | abc", "  |  ^"]


def test_a_line_separator_is_no_line_end(tmp_path: Path) -> None:
    path = _written(tmp_path, "a\u2028b\x85c\nabc\n")
    assert _at(path, 2, 2).split("\n")[2] == "2 | abc"


def test_text_that_is_no_utf_8_is_shown_all_the_same(tmp_path: Path) -> None:
    path = _written(tmp_path, b"format: 1\ntitle: caf\xe9\n")
    [problem] = read_level_file(path)[1]
    assert report(problem, "en").split("\n")[2:4] == ["2 | title: caf\ufffd", "  |           ^"]


def test_without_a_file_or_a_line_there_is_no_excerpt(tmp_path: Path) -> None:
    assert len(_at(tmp_path / "weg.yaml", 1, 1).split("\n")) == 2
    assert len(_at(_written(tmp_path, "x\n"), 40, 1).split("\n")) == 2
    assert len(_at(tmp_path, 1, 1).split("\n")) == 2
    assert len(_at(tmp_path / "nul\0", 1, 1).split("\n")) == 2


def test_a_report_of_a_file_without_end_ends() -> None:
    endless = Path("/dev/zero")
    if not endless.exists():
        pytest.skip("no such device here")
    [problem] = read_level_file(endless)[1]
    assert report(problem, "nl").startswith("/dev/zero:1:1: E008")


def test_a_file_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("no such names here")
    path = _written(tmp_path, "format: 1\n", "a\x1b[31m\nb.yaml")
    told = [report(problem, "nl") for problem in read_level_file(path)[1]]
    assert told
    assert not any("\x1b" in each for each in told)
    assert not any("\nb.yaml" in each for each in told)


def test_places_are_those_in_the_file(tmp_path: Path) -> None:
    for row in (*BROKEN, *TRAPS):
        text, _ = unmarked(changed(*row[-1]))
        path = _written(tmp_path, text)
        for problem in read_level_file(path)[1]:
            assert report(problem, "en").count("\n") == (8 if problem.second else 4), row[0]


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    for path in (tmp_path / "weg.yaml", tmp_path, tmp_path / "nul\0.yaml"):
        for problems in (read_level_file(path)[1], read_sources(path)[1]):
            assert [each.code.id for each in problems] == ["E008"]
    [problem] = read_level_file(tmp_path / "weg.yaml")[1]
    assert os.strerror(errno.ENOENT) in problem.message("nl")
    [problem] = read_level_file(tmp_path / "nul\0.yaml")[1]
    assert "ValueError" in problem.message("nl")
