"""What every test gets: a home of its own and a language that does not depend on the machine."""

from __future__ import annotations

import gc
import signal
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the developer's own games and settings out of the tests."""
    folder = tmp_path / "home"
    monkeypatch.setenv("LUISTERKAMER_HOME", str(folder))
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return folder


def pytest_configure() -> None:
    """Let Ctrl-C reach the programs that tests start: who runs the suite in the background ignores it."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Keep the thousands of collected tests out of every later look for garbage."""
    gc.collect()
    gc.freeze()
