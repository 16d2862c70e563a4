"""The command line as scripts know it: what it prints where, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import __version__
from game.cli import main
from game.exits import Exit
from game.library import Library
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL

SOURCE_ROUTE = ("kijk-mee", "kaart-halen", "pitten", "namen", "goedendag")


def _program(*arguments: str, given: str | None = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        input=given,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )


def test_list_as_json_names_title_minutes_principles_and_endings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--json"]) == Exit.FINE
    listed = {each["id"]: each for each in json.loads(capsys.readouterr().out)}
    sandwich = listed["pine-nut-sandwich"]
    assert sandwich["title"] == {"nl": "Het broodje", "en": "The pine-nut sandwich"}
    assert sandwich["principles"][0] == "let-them-keep-face"
    assert "de-fooi" in sandwich["endings"]
    assert isinstance(sandwich["minutes"], int)
    assert {"non-pin-shop", "walter-presentation", "walter-plastic-car", "snack-bar-order"} <= set(listed)


def test_list_speaks_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    main(["list", "--lang", "en"])
    assert "The pine-nut sandwich" in capsys.readouterr().out


def test_a_transcript_as_json_keeps_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["transcript", "pine-nut-sandwich", *SOURCE_ROUTE, "--json"]) == Exit.FINE
    told = json.loads(capsys.readouterr().out)
    assert told["level"] == "pine-nut-sandwich"
    assert [step["reply"] for step in told["steps"]] == list(SOURCE_ROUTE)
    assert all(set(step) >= {"scene", "reply", "trust", "sympathy"} for step in told["steps"])
    assert told["ending"] == "de-fooi"
    assert told["principles"]
    assert "available" not in told


def test_a_transcript_tells_what_decided(capsys: pytest.CaptureFixture[str]) -> None:
    worse = ("kijk-mee", "kaart-halen", "omdraaien", "klopt", "goedendag")
    assert main(["transcript", "pine-nut-sandwich", *worse, "--json"]) == Exit.FINE
    told = json.loads(capsys.readouterr().out)
    assert told["turning_point"] == 2
    assert told["secured"] is None
    reachable = [step["reachable_endings"] for step in told["steps"]]
    assert "de-fooi" in reachable[1]
    assert "de-fooi" not in reachable[2]
    assert reachable[-1] == [told["ending"]]
    better = [*worse[: told["turning_point"]], *told["best_route"]]
    assert main(["transcript", "pine-nut-sandwich", *better, "--json"]) == Exit.FINE
    assert json.loads(capsys.readouterr().out)["ending"] == "de-fooi"


def test_an_unfinished_transcript_tells_the_way_from_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["transcript", "pine-nut-sandwich", "kijk-mee", "--json"]) == Exit.FINE
    told = json.loads(capsys.readouterr().out)
    assert (told["turning_point"], told["secured"]) == (None, None)
    assert main(["transcript", "pine-nut-sandwich", "kijk-mee", *told["best_route"], "--json"]) == Exit.FINE
    assert json.loads(capsys.readouterr().out)["secured"] is not None


def test_an_unfinished_transcript_names_what_is_available(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["transcript", "pine-nut-sandwich", "--json"]) == Exit.FINE
    told = json.loads(capsys.readouterr().out)
    assert told["ending"] is None
    assert told["steps"] == []
    level = Library(ROOT / "levels").level("pine-nut-sandwich")
    assert told["available"] == list(level.scenes["klacht"].replies)
    assert "kijk-mee" in told["available"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_transcript_as_text_tells_everything_in_order(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["transcript", "pine-nut-sandwich", *SOURCE_ROUTE, "--lang", language]) == Exit.FINE
    told = capsys.readouterr().out
    marks = {"nl": ["Het broodje", "jij:", "vertrouwen 5 omhoog", "De fooi"]}
    marks["en"] = ["The pine-nut sandwich", "you:", "trust up 5", "The tip"]
    places = [told.index(mark) for mark in marks[language]]
    assert places == sorted(places)


def test_an_unknown_reply_is_told_with_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["transcript", "pine-nut-sandwich", "kijk-me"]) == Exit.USAGE
    output = capsys.readouterr()
    assert output.out == ""
    assert "kijk-me" in output.err
    assert "Bedoelde je ‘kijk-mee’?" in output.err
    assert "keuken" in output.err


def test_a_reply_after_the_end_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["transcript", "pine-nut-sandwich", *SOURCE_ROUTE, "kijk-mee", "--lang", "en"]) == Exit.USAGE
    assert "de-fooi" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["play", "transcript"])
def test_an_unknown_level_is_told_with_a_suggestion(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [command, "pine-nut-sandwitch", "--lang", "en", *(["--plain"] if command == "play" else [])]
    assert main(arguments) == Exit.USAGE
    assert "Did you mean ‘pine-nut-sandwich’?" in capsys.readouterr().err


def test_an_unknown_scene_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["play", "pine-nut-sandwich", "--plain", "--from", "klach"]) == Exit.USAGE
    assert "Bedoelde je ‘klacht’?" in capsys.readouterr().err


def test_check_finds_nothing_in_what_we_ship(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == Exit.FINE
    assert main(["check", str(ROOT / "levels")]) == Exit.FINE
    assert "Geen problemen" in capsys.readouterr().out


def test_check_prints_every_problem_at_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "klein.yaml"
    file.write_text(
        SMALL.replace("goto: twee", "goto: tweee").replace("minutes: 1", "minutes: veel"), "utf-8"
    )
    assert main(["check", str(file), "--lang", "en"]) == Exit.LEVEL_IS_WRONG
    printed = capsys.readouterr().out
    assert f"{file}:6:10: E105" in printed
    assert printed.count("E201 ‘tweee’ is not a scene. Did you mean ‘twee’?") == 2
    assert "Errors: 3" in printed


def test_check_of_nothing_is_a_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "weg.yaml")]) == Exit.USAGE
    assert main(["check", str(tmp_path)]) == Exit.USAGE
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("arguments", [["--nope"], ["dans"], ["play"], ["play", "x", "--seed", "een"]])
def test_wrong_usage_ends_with_2_and_no_traceback(arguments: list[str]) -> None:
    done = _program(*arguments)
    assert done.returncode == Exit.USAGE
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_version_help_and_info() -> None:
    assert _program("--version").stdout.strip() == __version__
    told = _program("--help", "--lang", "en").stdout
    assert "have a conversation" in told
    assert all(f"    {command} " in told for command in ("play", "transcript", "list", "check", "info"))
    info = _program("info")
    assert info.returncode == Exit.FINE
    assert "Textual" in info.stdout


@pytest.mark.parametrize("arguments", [[], ["play", "pine-nut-sandwich"]])
def test_without_a_terminal_the_plain_way_is_offered(arguments: list[str]) -> None:
    done = _program(*arguments)
    assert done.returncode == Exit.USAGE
    assert "--plain" in done.stderr
    assert "\x1b" not in done.stdout + done.stderr


def test_a_closed_pipe_is_no_crash() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "game", "transcript", "pine-nut-sandwich"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        errors = process.stderr.read()
    assert b"Traceback" not in errors
    assert process.returncode == Exit.FINE


def test_our_own_fault_ends_with_1_and_shows_no_values(tmp_path: Path) -> None:
    code = "from game import cli, library\ndef broken(self): raise ValueError('geheim')\n"
    code += "library.Library.cards = property(broken)\nimport sys\nsys.argv = ['x', 'list']\ncli.run()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == Exit.OUR_FAULT
    assert "ValueError" in done.stderr
    assert "geheim" not in done.stderr
