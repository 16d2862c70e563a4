"""`luisterkamer explain`: a page on paper and on a screen, the list of all, and how one gets there."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.codes import CODES
from game.authoring.explaining import message_of, page_of
from game.cli import main
from game.commands.explain import WIDEST
from game.exits import Exit
from game.story.text import is_forbidden
from tests.levels_for_tests import SMALL


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_is_printed_whole(code: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code, "--lang", language]) == Exit.FINE
    printed, page = capsys.readouterr(), page_of(code, language)
    assert printed.err == ""
    assert not any(map(is_forbidden, printed.out))
    told = _words(printed.out)
    assert told.startswith(f"{code}: {_words(message_of(page.code, language))}")
    for words in (page.means, page.why, page.do, page.how):
        assert _words(words) in told
    for fragment in (page.wrong, page.right):
        assert all(f"    {line}\n" in printed.out for line in fragment.rstrip("\n").split("\n") if fragment)
    assert all(len(line) <= WIDEST for line in printed.out.split("\n"))


def test_a_page_shows_what_check_says_of_the_example(capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain", "E101"])
    told = capsys.readouterr().out
    assert "‘antwoorden’ ken ik hier niet. Bedoelde je ‘replies’?\nHulp: Hier mag staan: with," in told
    marks = ["Liever niet zo:", "    antwoorden:", "Dan zegt ‘check’:", "Wel zo:", "    replies:"]
    places = [told.index(mark) for mark in marks]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("code", "gravity"),
    [("E101", "An error"), ("W301", "A warning"), ("W401", "A remark"), ("W451", "A warning")],
)
def test_a_page_tells_how_grave_it_is(code: str, gravity: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain", code, "--lang", "en"])
    assert f"\n{gravity}: " in capsys.readouterr().out


@pytest.mark.parametrize("given", ["e101", " E101 ", "E101"])
def test_small_letters_are_fine(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", given]) == Exit.FINE
    assert capsys.readouterr().out.startswith("E101: ")


@pytest.mark.parametrize(("columns", "widest"), [("40", 40), ("5", 20), ("400", WIDEST)])
def test_words_are_wrapped_to_the_terminal(
    columns: str, widest: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    main(["explain", "E001"])
    lengths = [len(line) for line in capsys.readouterr().out.split("\n")]
    assert max(lengths) <= max(widest, len("Waarom doet het ertoe?"))
    assert max(lengths) > widest - 10


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_a_code_all_are_listed_in_order(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--lang", language]) == Exit.FINE
    told = capsys.readouterr().out
    places = [told.index(f"\n  {code}  ") for code in CODES]
    assert places == sorted(places)
    listed = _words(told)
    assert all(f"{code.id} {_words(message_of(code, language))}" in listed for code in CODES.values())
    headings = [line for line in told.split("\n") if line and not line.startswith(" ")]
    assert len(headings) == len({code[:2] for code in CODES}) + 1
    assert "explain E001" in headings[-1]


@pytest.mark.parametrize(
    ("found", "language", "told"),
    [
        ("E1O1", "nl", "‘E1O1’. Bedoelde je ‘E101’?"),
        ("w4o1", "en", "‘w4o1’. Did you mean ‘W401’?"),
        ("alles", "nl", "‘alles’. Alle codes:"),
        ("", "en", "‘’. All codes:"),
        ("E101\x1b[31m", "nl", "‘E101[31m’."),
    ],
)
def test_an_unknown_code_is_told_with_a_way_on(
    found: str, language: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", found, "--lang", language]) == Exit.USAGE
    printed = capsys.readouterr()
    assert printed.out == ""
    assert told in printed.err
    assert "explain" in printed.err


def test_check_points_to_a_page_once_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LUISTERKAMER_COMMAND", "python3 scripts/start.py")
    file = tmp_path / "klein.yaml"
    file.write_text(
        SMALL.replace("goto: twee", "goto: tweee").replace("minutes: 1", "minutes: veel"), "utf-8"
    )
    main(["check", str(file)])
    told = capsys.readouterr().out
    assert told.endswith("Meer: python3 scripts/start.py explain E105\n")
    assert told.count("explain") == 1
    main(["check", str(file), "--lang", "en"])
    assert "More: python3 scripts/start.py explain E105\n" in capsys.readouterr().out


def test_check_of_a_sound_file_points_nowhere(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check"])
    assert "explain" not in capsys.readouterr().out
