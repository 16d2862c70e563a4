"""The look at a room before a workshop as a whole, and as the command tells it."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import socket
import struct
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

import pytest

from game.commands import preflight as command
from game.workshop.addresses import scored
from game.workshop.preflight import Finding, Gravity, preflight
from tests.conftest import ROOT
from tests.workshop.adapters import LINUX
from tests.workshop.rooms import CARE, FINE, LOOPBACK, STOP, a_room, free_port, levels_of


async def test_the_gravest_comes_first() -> None:
    room = a_room(size=(50, 10), found=scored(LINUX), host=LOOPBACK, port=free_port(), wants_phones=True)
    findings = await preflight(room, lambda url: None)
    order = [list(Gravity).index(each.level) for each in findings]
    assert order == sorted(order)
    assert order[0] == 0
    assert order[-1] == 2


async def test_no_phone_is_waited_for_where_none_can_come() -> None:
    def ready(url: str) -> None:
        raise AssertionError(url)

    for changes in ({"found": None}, {"found": []}, {"found": scored(LINUX[:2])}, {"host": "10.9.9.9"}):
        await preflight(a_room(seconds=60, **changes), ready)


async def test_a_taken_port_is_told_and_not_waited_on() -> None:
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        taken.listen(1)
        room = a_room(found=scored(LINUX), host=LOOPBACK, port=taken.getsockname()[1], seconds=60)
        findings = await preflight(room, lambda url: None)
    assert STOP in levels_of(findings)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_command_tells_all_and_says_whether_one_can_begin(
    language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_addresses", lambda: scored(LINUX))
    monkeypatch.setattr(command, "_window", lambda: (80, 24))
    monkeypatch.setattr("game.workshop.network_checks.port_trouble", lambda address, number: 0)
    assert command.run_preflight("pine-nut-sandwich", language, seconds=0) == 0
    told = capsys.readouterr().out
    assert "192.168.1.77" in told
    assert ("IN ORDE" if language == "nl" else "FINE") in told
    assert told.rstrip().endswith("beginnen." if language == "nl" else "begin.")
    monkeypatch.setattr(command, "_window", lambda: (40, 12))
    assert command.run_preflight("pine-nut-sandwich", language, seconds=0) == 2
    first = capsys.readouterr().out.split("\n")[2]
    assert first.startswith("EERST DIT" if language == "nl" else "FIRST THIS")


def test_the_command_without_the_extra(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert command.run_preflight(None, "nl") == 0
    assert "pip install" in capsys.readouterr().out
    assert command.run_preflight(None, "nl", phones=True) == 2


@pytest.mark.parametrize(("level", "status"), [("nergens", 2), ("kapot.yaml", 3)])
def test_a_level_that_is_not_there_or_broken(
    level: str,
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kapot.yaml").write_text("format: 1\n", encoding="utf-8")
    assert command.run_preflight(level, "nl", seconds=0) == status
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err


def test_the_same_advice_is_given_once(capsys: pytest.CaptureFixture[str]) -> None:
    command.tell([Finding(CARE, "een", "dit"), Finding(CARE, "twee", "dit"), Finding(FINE, "drie")], "nl")
    assert capsys.readouterr().out.count("Doe dit: dit") == 1


def test_what_is_told_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    command.tell([Finding(CARE, "a\x1b[31mb", "c\x07d")], "nl")
    told = capsys.readouterr().out
    assert "\x1b" not in told
    assert "\x07" not in told


PROGRAM = """
import sys
from game.commands import preflight
from game.workshop.addresses import Candidate
preflight._addresses = lambda: [Candidate("127.0.0.1", "lo", "address-lan", 80)]
sys.exit(preflight.run_preflight("pine-nut-sandwich", "nl", port=int(sys.argv[1]), seconds=30))
"""


def _in_terminal(act: Callable[[int, int], object], number: int) -> tuple[str, int]:
    """Run the command in a terminal of 80 × 30; *act* on its process once it waits. Return what it showed."""
    main, side = pty.openpty()
    ioctl(side, TIOCSWINSZ, struct.pack("HHHH", 30, 80, 0, 0))
    environment = {
        **os.environ,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONIOENCODING": "utf-8",
    }
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(number)],
        stdin=side,
        stdout=side,
        stderr=side,
        cwd=ROOT,
        env=environment,
    )
    os.close(side)
    shown, acted, deadline = b"", False, time.monotonic() + 60
    while time.monotonic() < deadline:
        if select.select([main], [], [], 0.2)[0]:
            try:
                shown += os.read(main, 65536)
            except OSError:
                break
        if b"Ctrl+C" in shown and not acted:
            acted = True
            act(process.pid, number)
    os.close(main)
    status = process.wait(10)
    assert acted, shown.decode()
    return shown.decode(), status


def test_in_a_terminal_the_code_is_painted_and_ctrl_c_only_skips_the_phone() -> None:
    shown, status = _in_terminal(lambda process, _: os.kill(process, signal.SIGINT), free_port())
    assert status == 0
    assert "\x1b[38;5;16;48;5;231m" in shown
    assert "overgeslagen" in shown
    assert "De workshop kan beginnen." in shown
    lines = [line for line in re.sub(r"\x1b\[[0-9;]*m", "", shown).split("\r\n") if line]
    assert max(map(len, lines)) <= 80


def test_in_a_terminal_opening_it_on_the_laptop_itself_is_no_phone() -> None:
    def look(process: int, number: int) -> None:
        urllib.request.urlopen(f"http://127.0.0.1:{number}/").read()
        os.kill(process, signal.SIGINT)

    shown, status = _in_terminal(look, free_port())
    assert status == 0
    assert "overgeslagen" in shown
