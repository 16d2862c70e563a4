"""`luisterkamer workshop` from the command line: what it refuses, and the report of a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli import main
from game.commands.workshop import principles_for
from game.library import Library
from game.workshop.log import Workshop, start_workshop
from game.workshop.session import Rules
from tests.conftest import ROOT

LIBRARY = Library(ROOT / "levels")
LEVEL, DATA = LIBRARY.level_and_bytes("mini-ice-cream")
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])


@pytest.fixture
def finished(home: Path) -> Workshop:
    workshop = start_workshop(home, LEVEL, DATA, Rules(), seed=3, principles=LEVEL.principles)
    workshop.do({"act": "next"})
    while workshop.session.game.ending is None:
        workshop.do({"act": "open"})
        workshop.do({"act": "hands", "option": workshop.session.options[0].id, "count": 417})
        workshop.do({"act": "close"})
        workshop.do({"act": "play"})
        workshop.do({"act": "next"})
    workshop.close()
    return workshop


@LANGUAGES
@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--teams", "9"], "9"),
        (["--teams", "0"], "0"),
        (["--phones", "--port", "70000"], "70000"),
        (["--together", "--phones"], "--teams"),
        (["--together", "--teams", "3"], "--phones"),
        (["--together", "--teams", "3", "--phones", "--guess"], "--guess"),
        (["mini-ice-cream"], "no tty"),
        (["--tie", "coin"], "coin"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_begun(
    home: Path, capsys: pytest.CaptureFixture[str], language: str, arguments: list[str], named: str
) -> None:
    try:
        status: object = main(["workshop", *arguments, "--lang", language])
    except SystemExit as left:
        status = left.code
    out, err = capsys.readouterr()
    assert status == 2
    assert out == ""
    assert named in err
    assert not (home / "workshops").exists()


@pytest.fixture
def in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.commands.workshop.no_screen", lambda: "")


@pytest.mark.usefixtures("in_a_terminal")
class TestInATerminal:
    def test_phones_without_the_extra_say_what_to_install(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "segno" else object())
        assert main(["workshop", "mini-ice-cream", "--phones"]) == 2
        told = capsys.readouterr().err
        assert "segno" in told
        assert "luisterkamer[workshop]" in told

    def test_a_session_that_is_not_there(
        self, capsys: pytest.CaptureFixture[str], finished: Workshop
    ) -> None:
        assert main(["workshop", "--resume", "nergens\x1b[2J"]) == 2
        told = capsys.readouterr().err
        assert "nergens" in told
        assert "\x1b" not in told
        assert finished.path is not None
        assert finished.path.stem in told

    def test_a_session_that_is_open_elsewhere(self, capsys: pytest.CaptureFixture[str], home: Path) -> None:
        running = start_workshop(home, LEVEL, DATA, Rules(), seed=3)
        assert main(["workshop", "--resume"]) == 2
        assert "ander venster" in capsys.readouterr().err
        running.close()

    def test_a_session_that_is_damaged(self, capsys: pytest.CaptureFixture[str], finished: Workshop) -> None:
        assert finished.path is not None
        lines = finished.path.read_bytes().splitlines(keepends=True)
        lines[3] = b"00000000 {}\n"
        finished.path.write_bytes(b"".join(lines))
        assert main(["workshop", "--resume", finished.path.stem]) == 2
        assert f"--report {finished.path.stem}" in capsys.readouterr().err

    def test_the_level_of_a_session_has_to_be_one(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["workshop", "mini-ice-craem"]) == 2
        assert "mini-ice-cream" in capsys.readouterr().err

    def test_without_any_session_there_is_none_to_go_on_with(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["workshop", "--resume"]) == 2
        assert "workshop GESPREK" in capsys.readouterr().err


@LANGUAGES
def test_the_report_goes_to_standard_output_or_a_file_that_is_new(
    capsys: pytest.CaptureFixture[str], finished: Workshop, tmp_path: Path, language: str
) -> None:
    assert finished.path is not None
    name = finished.path.stem
    assert main(["workshop", "--report", name, "--lang", language]) == 0
    page = capsys.readouterr().out
    assert page.lstrip().lower().startswith("<!doctype html")
    assert "417" in page
    target = tmp_path / "verslag.html"
    assert main(["workshop", "--report", name[:16], "-o", str(target), "--lang", language]) == 0
    out, err = capsys.readouterr()
    assert (out, target.read_text("utf-8")) == ("", page)
    assert str(target) in err
    assert main(["workshop", "--report", name, "-o", str(target), "--lang", language]) == 2
    assert target.read_text("utf-8") == page
    table = tmp_path / "verslag.csv"
    assert main(["workshop", "--report", name, "-o", str(table), "--lang", language]) == 0
    assert "417" in table.read_text("utf-8-sig")
    assert main(["workshop", "--report", name, "-o", str(table / "in"), "--lang", language]) == 2


@pytest.mark.parametrize("id", LIBRARY.ids)
def test_a_room_chooses_between_a_few_principles_its_own_among_them(id: str) -> None:
    level = LIBRARY.level(id)
    found = principles_for(level, LIBRARY, 7)
    assert 3 <= len(found) <= 4
    assert len(set(found)) == len(found)
    assert found[0] in level.principles
    assert set(found) <= set(LIBRARY.principles)
