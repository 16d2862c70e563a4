"""`luisterkamer graph`: what it prints, what it writes, what it refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.cli import main
from game.exits import Exit
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL


@pytest.fixture
def level(tmp_path: Path) -> Path:
    file = tmp_path / "klein.yaml"
    file.write_text(SMALL, encoding="utf-8")
    return file


@pytest.mark.parametrize(("language", "words"), [("nl", "antwoorden"), ("en", "replies")])
def test_a_tree_is_printed(language: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", "mini-shoes", "--lang", language]) == Exit.FINE
    told = capsys.readouterr()
    assert words in told.out
    assert "bankje" in told.out
    assert told.err == ""


def test_a_level_is_found_by_its_path_too(level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", str(level), "--mermaid"]) == Exit.FINE
    assert capsys.readouterr().out.startswith("%% luisterkamer graph\nflowchart LR\naccTitle: Klein")


def test_a_picture_is_written_and_replaced(level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = level.with_name("klein.svg")
    assert main(["graph", str(level), "-o", str(target)]) == Exit.FINE
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"Geschreven: {target}\n")
    ElementTree.fromstring(target.read_bytes())
    assert main(["graph", str(level), "-o", str(target), "--lang", "en"]) == Exit.FINE
    assert "the previous picture is replaced" in capsys.readouterr().err
    assert "2 scenes" in target.read_text(encoding="utf-8")
    assert main(["graph", str(level), "-o", str(target), "--mermaid"]) == Exit.FINE
    assert main(["graph", str(level), "-o", str(target), "--mermaid"]) == Exit.FINE
    assert target.read_text(encoding="utf-8").startswith("%% luisterkamer graph\n")


def test_a_file_that_is_no_picture_is_left_alone(level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", str(level), "-o", str(level)]) == Exit.USAGE
    assert level.read_text(encoding="utf-8") == SMALL
    told = capsys.readouterr()
    assert told.out == ""
    assert "kies een andere naam" in told.err


def test_a_folder_cannot_be_written_to(level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", str(level), "-o", str(level.parent)]) == Exit.USAGE
    assert "kan niet worden geschreven" in capsys.readouterr().err


@pytest.mark.parametrize("target", ["klein.yaml/tekening.svg", "a\0b.svg"])
def test_what_cannot_be_written_is_told(target: str, level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", str(level), "-o", str(level.parent / target), "--lang", "en"]) == Exit.USAGE
    assert "cannot be written" in capsys.readouterr().err
    assert sorted(each.name for each in level.parent.iterdir()) == ["klein.yaml"]


def test_no_permission_is_told(
    level: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("game.commands.graph.replace_file", refuse)
    assert main(["graph", str(level), "-o", str(level.with_name("x.svg"))]) == Exit.USAGE
    assert "Permission denied" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["--mermaid"], ["-o", "x.svg"]])
def test_a_broken_level_is_reported_and_not_drawn(
    arguments: list[str], level: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(level.parent)
    level.write_text(SMALL.replace("goto: twee", "goto: tweee"), encoding="utf-8")
    assert main(["graph", str(level), *arguments]) == Exit.LEVEL_IS_WRONG
    told = capsys.readouterr()
    assert told.out == ""
    assert "E201" in told.err
    assert not Path("x.svg").exists()


@pytest.mark.parametrize("name", ["mini-shoess", "weg.yaml"])
def test_a_level_that_is_not_there_is_told(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", name]) == Exit.USAGE
    assert name in capsys.readouterr().err


def test_a_terminal_of_ascii_gets_a_tree_of_ascii(level: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "game", "graph", str(level), "--lang", "en"],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == Exit.FINE
    assert b"|- koel" in done.stdout
    assert b"`- # twee" in done.stdout
    assert b"?" not in done.stdout


def test_a_tree_loads_no_other_drawer_and_no_screen() -> None:
    code = "import sys; from game.cli import main; main(['graph', 'mini-shoes']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "game.authoring.outline" in loaded
    assert not {"game.authoring.svg", "game.authoring.mermaid", "textual", "rich"} & loaded
