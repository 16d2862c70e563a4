"""The real program in a real (pseudo) terminal: it leaves the terminal as it found it."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.logbook import Logbook
from game.saves import Saves
from tests.conftest import ROOT
from tests.test_logbook import NOON, finished

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo terminal")

ALTERNATE_ON, ALTERNATE_OFF = b"\x1b[?1049h", b"\x1b[?1049l"
MOUSE_ON, MOUSE_OFF = b"\x1b[?1000h", b"\x1b[?1000l"
CURSOR_BACK = b"\x1b[?25h"


class Terminal:
    """A program in a pseudo terminal of 80×24, and everything it has written."""

    def __init__(self, *command: str, home: Path, **environment: str) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.mode = termios.tcgetattr(theirs)
        self.written = b""
        self.process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=ROOT,
            start_new_session=True,
            env={
                **os.environ,
                "TERM": "xterm-256color",
                "LUISTERKAMER_HOME": str(home),
                "PYTHONIOENCODING": "utf-8",
                **environment,
            },
        )
        os.close(theirs)

    def read_until(self, holds: Callable[[bytes], bool], seconds: float = 30.0) -> None:
        deadline = time.monotonic() + seconds
        while not holds(self.written):
            assert time.monotonic() < deadline, self.written[-2000:].decode("utf-8", "replace")
            if select.select([self.ours], [], [], 0.05)[0]:
                try:
                    self.written += os.read(self.ours, 65536)
                except OSError:
                    assert holds(self.written), self.written[-2000:].decode("utf-8", "replace")

    def read_until_shown(self, words: str) -> None:
        """Wait until *words* were written, whatever colours stand between them."""
        self.read_until(
            lambda written: words in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", written.decode("utf-8", "replace"))
        )

    def press(self, keys: str, then: str = "") -> None:
        """Type *keys*, and wait until *then* has been drawn anew."""
        self.written = b"" if then else self.written
        os.write(self.ours, keys.encode())
        if then:
            self.read_until_shown(then)

    def end(self) -> int:
        """Read the rest and return how the program ended."""
        status = self.process.wait(timeout=30)
        while select.select([self.ours], [], [], 0.2)[0]:
            try:
                rest = os.read(self.ours, 65536)
            except OSError:
                break
            if not rest:
                break
            self.written += rest
        return status

    def assert_is_clean(self) -> None:
        """Check that what was switched on was switched off again, in that order."""
        for on, off in ((ALTERNATE_ON, ALTERNATE_OFF), (MOUSE_ON, MOUSE_OFF)):
            assert self.written.rfind(off) > self.written.rfind(on) >= 0
        assert self.written.rfind(CURSOR_BACK) > self.written.rfind(b"\x1b[?25l")


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        if terminal.process.poll() is None:
            terminal.process.kill()
            terminal.process.wait()
        os.close(terminal.ours)


def _open(terminals: list[Terminal], home: Path, *arguments: str) -> Terminal:
    terminal = Terminal(sys.executable, "-m", "game", *arguments, home=home)
    terminals.append(terminal)
    return terminal


def test_leaving_ends_with_0_and_a_clean_terminal(terminals: list[Terminal], home: Path) -> None:
    terminal = _open(terminals, home)
    terminal.read_until_shown("Het broodje")
    terminal.press("q")
    assert terminal.end() == 0
    terminal.assert_is_clean()


def test_one_conversation_is_one_screen(terminals: list[Terminal], home: Path) -> None:
    terminal = _open(terminals, home, "play", "pine-nut-sandwich", "--seed", "1")
    terminal.read_until_shown("⏎  verder")
    terminal.press("\r", then="1  ")
    terminal.press("q")
    assert terminal.end() == 0
    assert len(Saves(home).all()) == 1


def test_the_house_asks_about_a_plan_and_then_opens(terminals: list[Terminal], home: Path) -> None:
    book = Logbook(home)
    finished(book, "g1", NOON)
    book.write(NOON, "plan", game="g1", principle="let-them-keep-face", plan="Ik tel tot drie.")
    terminal = _open(terminals, home)
    terminal.read_until_shown("Ik tel tot drie.")
    terminal.press("1", then="Vraag van vandaag")
    terminal.press("q", then="Het broodje")
    terminal.press("q")
    assert terminal.end() == 0
    assert Logbook(home).entries()[0].answer == "done"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_with_its_number_and_a_clean_terminal(
    terminals: list[Terminal], home: Path, number: signal.Signals
) -> None:
    terminal = _open(terminals, home, "play", "pine-nut-sandwich", "--seed", "1")
    terminal.read_until_shown("⏎  verder")
    begun = terminal.written
    terminal.press("\r", then="1  ")
    terminal.press("1", then="⏎  verder")
    terminal.process.send_signal(number)
    assert terminal.end() == 128 + number
    terminal.written = begun + terminal.written
    terminal.assert_is_clean()
    assert len(Saves(home).all()[0].replies) == 1


def test_a_choice_that_was_shown_survives_being_killed(terminals: list[Terminal], home: Path) -> None:
    terminal = _open(terminals, home, "play", "pine-nut-sandwich", "--seed", "1")
    terminal.read_until_shown("⏎  verder")
    for _ in range(3):
        terminal.press("\r", then="1  ")
        terminal.press("2", then="⏎  verder")
    terminal.process.kill()
    terminal.end()
    assert len(Saves(home).all()[0].replies) == 3


def test_a_crash_ends_with_1_a_clean_terminal_and_no_values(terminals: list[Terminal], home: Path) -> None:
    code = "\n".join(
        [
            "from game import cli",
            "from game.tui.screens.house import HouseScreen",
            "def broken(self):",
            "    typed = 'geheim'",
            "    raise RuntimeError(typed)",
            "HouseScreen.action_new = broken",
            "import sys",
            "sys.argv = ['luisterkamer']",
            "cli.run()",
        ]
    )
    terminal = Terminal(sys.executable, "-c", code, home=home)
    terminals.append(terminal)
    terminal.read_until_shown("Het broodje")
    terminal.press("n")
    assert terminal.end() == 1
    terminal.assert_is_clean()
    after = terminal.written[terminal.written.rfind(ALTERNATE_OFF) :].decode("utf-8", "replace")
    assert "RuntimeError" in after
    assert "geheim" not in after


def test_a_dumb_terminal_is_offered_the_plain_way(terminals: list[Terminal], home: Path) -> None:
    terminal = Terminal(sys.executable, "-m", "game", home=home, TERM="dumb")
    terminals.append(terminal)
    assert terminal.end() == 2
    assert b"--plain" in terminal.written
    assert b"\x1b" not in terminal.written
