"""A workshop in a real terminal that is killed without warning goes on where it was."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.workshop.log import logs, view_workshop
from game.workshop.session import Phase
from tests.tui.test_terminal import ALTERNATE_OFF, MOUSE_OFF, Terminal, _open

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo terminal")


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        if terminal.process.poll() is None:
            terminal.process.kill()
            terminal.process.wait()
        os.close(terminal.ours)


def test_after_kill_9_the_votes_are_in_and_the_terminal_is_left_clean(
    terminals: list[Terminal], home: Path
) -> None:
    terminal = _open(terminals, home, "workshop", "mini-ice-cream", "--lang", "nl")
    terminal.read_until_shown("Welkom")
    terminal.press("." * 12, then="ronde 1")
    terminal.press("o", then="In stilte")
    terminal.press("a12\r", then="A is geteld")
    terminal.press("b7\r", then="B is geteld")
    terminal.process.send_signal(signal.SIGKILL)
    terminal.process.wait()
    before, _ = view_workshop(home, logs(home)[0])
    assert before.phase == Phase.VOTE
    again = _open(terminals, home, "workshop", "--resume", "--lang", "nl")
    again.read_until_shown("Verder waar jullie waren")
    again.press("s", then="Zo is er gestemd")
    again.press("\x1b", then="Stoppen?")
    again.press("2")
    assert again.end() == 0
    assert ALTERNATE_OFF in again.written
    assert MOUSE_OFF in again.written
    session, _ = view_workshop(home, logs(home)[0])
    assert session.ballot is not None
    assert tuple(session.ballot.tally.values())[:2] == (12, 7)
    token = logs(home)[0].stem.rpartition("-")[2]
    assert f"--report {token} ".encode() in again.written
