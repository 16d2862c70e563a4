"""`luisterkamer check --watch` and what `preview` says without a terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from game.cli import main
from game.commands.check import check, files_to_watch
from game.commands.watch import watch
from game.exits import Exit
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
NOON = datetime(2026, 10, 6, 12, 0, 5)


def watched(path: Path, acts: list[Callable[[], object] | None], language: str = "nl") -> int:
    """Watch *path*; before each look one of *acts* is done, and after the last Ctrl-C is pressed."""
    left = iter(acts)

    def pause(seconds: float) -> None:
        try:
            act = next(left)
        except StopIteration:
            raise KeyboardInterrupt from None
        if act:
            act()

    return watch(
        lambda: files_to_watch([path]), lambda: check([path], language), language, pause, lambda: NOON
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "klein.yaml"
    path.write_text(SMALL, "utf-8")
    return path


@LANGUAGES
def test_every_save_is_checked_once(file: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    broken = SMALL.replace("goto: twee", "goto: drie")

    def save() -> None:
        file.with_suffix(".new").write_text(broken, "utf-8")
        os.replace(file.with_suffix(".new"), file)

    with pytest.raises(KeyboardInterrupt):
        watched(file, [None, None, save, *[None] * 20], language)
    output = capsys.readouterr()
    assert output.out.count("E201") == 2 + 1  # two problems, and how to read more about them
    assert "Ctrl-C" in output.err
    assert output.err.count("12:00:05") == 1
    assert "12:00:05" not in output.out


def test_a_file_that_is_gone_for_long_is_told_and_checked_when_it_is_back(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    back = lambda: file.write_text(SMALL.replace("goto: een", "goto: vier"), "utf-8")  # noqa: E731
    with pytest.raises(KeyboardInterrupt):
        watched(file, [file.unlink, *[None] * 8, back, *[None] * 8])
    output = capsys.readouterr()
    assert output.err.count("is weg of niet te lezen") == 1
    assert "‘vier’" in output.out


def test_a_new_level_in_a_folder_is_checked_too(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = file.with_name("ander.yaml")
    with pytest.raises(KeyboardInterrupt):
        watched(file.parent, [None, lambda: other.write_text("format: 1\n", "utf-8"), None])
    assert "ander.yaml:" in capsys.readouterr().out


def test_what_cannot_be_checked_at_all_is_not_watched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert watched(tmp_path / "weg.yaml", []) == Exit.USAGE
    assert "bestaat niet" in capsys.readouterr().err


def test_a_level_is_checked_by_its_name_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "hotel-bill"]) == Exit.FINE
    assert files_to_watch([Path("hotel-bill")]) == [ROOT / "levels" / "hotel-bill.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="sends a signal")
def test_ctrl_c_ends_with_130(file: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "game", "check", str(file), "--watch", "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        text=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert program.stderr is not None
    assert "Ctrl-C" in program.stderr.readline()
    time.sleep(0.1)
    program.send_signal(signal.SIGINT)
    out, err = program.communicate(timeout=30)
    assert program.returncode == 130
    assert "W424" in out
    assert err == ""


@LANGUAGES
def test_without_a_terminal_a_preview_names_the_other_way(
    file: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["preview", str(file), "--lang", language]) == Exit.USAGE
    output = capsys.readouterr()
    assert output.out == ""
    assert f"luisterkamer check {file} --watch" in output.err


def test_a_preview_line_by_line_is_the_other_way_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", "hotel-bill", "--plain"]) == Exit.USAGE
    assert "luisterkamer check hotel-bill --watch" in capsys.readouterr().err


def test_a_preview_of_nothing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", "hotel-bil"]) == Exit.USAGE
    assert "‘hotel-bill’" in capsys.readouterr().err
