"""`luisterkamer check`: its forms, its fixes and the ways to every ending."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from game.cli import main
from game.exits import Exit
from game.library import Library
from game.story.playthrough import play
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL

WRONG = SMALL.replace("minutes: 1", "minuten: 1").replace("goto: twee", "goto: tweee", 1)


@pytest.fixture
def level(tmp_path: Path) -> Path:
    path = tmp_path / "klein.yaml"
    path.write_text(WRONG, "utf-8")
    return path


def test_json_holds_every_problem_with_its_place(level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(level), "--format", "json", "--lang", "en"]) == Exit.LEVEL_IS_WRONG
    told = json.loads(capsys.readouterr().out)
    assert (told["files"], told["errors"]) == (1, 2)
    first, second = told["problems"]
    assert (first["code"], first["line"], first["column"], first["length"]) == ("E101", 6, 1, 7)
    assert first["severity"] == "error"
    assert "minutes" in first["message"]
    assert second["code"] == "E201"
    assert second["file"] == str(level)


def test_json_of_a_sound_folder_is_empty(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(ROOT / "levels" / "mini-shoes.yaml"), "--format", "json"]) == Exit.FINE
    assert json.loads(capsys.readouterr().out) == {"files": 1, "errors": 0, "warnings": 0, "problems": []}


def test_github_gets_one_line_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a,b%c.yaml"
    path.write_text(WRONG, "utf-8")
    assert main(["check", str(path), "--format", "github"]) == Exit.LEVEL_IS_WRONG
    lines = capsys.readouterr().out.splitlines()
    assert all(
        re.fullmatch(r"::(error|warning) file=[^,]+,line=\d+,col=\d+,endColumn=\d+,title=[EW]\d+::.+", each)
        for each in lines
    )
    assert "a%2Cb%25c.yaml" in lines[0]
    assert len(lines) == 3  # the file name is wrong as well


@pytest.mark.parametrize("language", ["nl", "en"])
def test_narrated_draws_nothing(level: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(level), "--format", "narrated", "--lang", language]) == Exit.LEVEL_IS_WRONG
    told = capsys.readouterr().out
    assert not re.search(r"[|^~=]{1}\s", told.replace(">= ", ""))
    assert {"nl": "1 van 2: fout E101", "en": "1 of 2: error E101"}[language] in told
    assert "minuten: 1" in told


def test_a_second_place_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "klein.yaml"
    path.write_text(SMALL.replace("  klaar:", "  blij:"), "utf-8")
    assert main(["check", str(path), "--lang", "en"]) == Exit.LEVEL_IS_WRONG
    told = capsys.readouterr().out
    lines = [
        number for number, line in enumerate(path.read_text("utf-8").split("\n"), 1) if line == "  blij:"
    ]
    assert f"{path}:{lines[1]}:3: E107" in told
    assert " : and here\n" in told
    assert f"{lines[0]} |   blij:" in told


def test_fix_mends_the_file_and_shows_how(level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["check", str(level), "--fix", "--lang", "en"]) == Exit.LEVEL_IS_WRONG
    )  # tweee may be anything
    told = capsys.readouterr().out
    assert "-minuten: 1" in told
    assert "+minutes: 1" in told
    assert level.read_text("utf-8") == WRONG.replace("minuten", "minutes")
    assert "E201" in told
    assert "E101" not in told


@pytest.mark.parametrize("form", ["text", "narrated"])
def test_what_is_certain_to_mend_is_told(level: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    hint = f"luisterkamer check {level} --fix"
    main(["check", str(level), "--format", form])
    assert capsys.readouterr().out.count(hint) == 1
    main(["check", str(level), "--fix"])
    assert hint not in capsys.readouterr().out
    main(["check", str(level), "--format", form])  # what is left may mean anything
    left = capsys.readouterr().out
    assert "E201" in left
    assert hint not in left


def test_what_can_be_mended_is_seen_behind_many_problems(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "klein.yaml"
    path.write_text(SMALL.replace("goto: twee", "goto: tweee").replace("when: was_cool", "when: was-cool"))
    main(["check", str(path)])
    told = capsys.readouterr().out
    assert "E201" in told
    assert f"check {path} --fix" in told


def test_a_level_here_is_checked_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "klein.yaml").write_text(WRONG, "utf-8")
    assert main(["check", "klein"]) == Exit.LEVEL_IS_WRONG
    assert "klein.yaml:6:1: E101" in capsys.readouterr().out
    assert main(["check", "groot"]) == Exit.USAGE
    assert "‘groot’ bestaat niet" in capsys.readouterr().err


def test_in_a_terminal_long_lines_are_broken_between_words_but_not_those_of_the_author(
    level: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "Goedemorgen, " * 10
    level.write_text(SMALL.replace("Hallo.", long).replace("nl: Goed", "nll: Goed"), "utf-8")
    main(["check", str(level), "--lang", "en"])
    whole = capsys.readouterr().out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    main(["check", str(level), "--lang", "en"])
    told = capsys.readouterr().out
    assert told.split() == whole.split()
    assert max(len(line) for line in whole.splitlines() if "| " not in line) > 60
    assert all(len(line) <= 60 or "| " in line or str(level) in line for line in told.splitlines())
    assert [line for line in told.splitlines() if "| " in line] == [
        line for line in whole.splitlines() if "| " in line
    ]


def test_fix_leaves_what_is_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "klein.yaml"
    path.write_text(SMALL, "utf-8")
    before = path.stat().st_mtime_ns
    main(["check", str(path), "--fix"])
    assert "+++" not in capsys.readouterr().out
    assert path.stat().st_mtime_ns == before


def test_routes_lead_where_they_say(capsys: pytest.CaptureFixture[str]) -> None:
    path = ROOT / "levels" / "pine-nut-sandwich.yaml"
    assert main(["check", str(path), "--routes", "--lang", "en"]) == Exit.FINE
    told = capsys.readouterr().out
    game_level = Library(ROOT / "levels").level("pine-nut-sandwich")
    found = re.findall(r"^  ([\w-]+) \(trust (\d+), sympathy (\d+)\): (.+)$", told, re.MULTILINE)
    assert [name for name, *_ in found] == list(game_level.endings)
    for name, trust, sympathy, replies in found:
        game = play(game_level, replies.split())
        assert game.ending is not None
        assert (game.ending.id, game.state.trust, game.state.sympathy) == (name, int(trust), int(sympathy))


def test_an_ending_without_a_way_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "klein.yaml"
    path.write_text(SMALL.replace("trust >= 60 and not was_cool", "was_cool and not was_cool"), "utf-8")
    main(["check", str(path), "--routes", "--lang", "en"])
    assert "blij: no way" in capsys.readouterr().out
