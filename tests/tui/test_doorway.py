"""The door for phones: what is said when it stays shut, and how a session goes on as it was held."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.commands.workshop import LAST, session_path
from game.tui.room import Room, RoomApp
from game.words import say
from game.workshop import doorway as doors
from game.workshop.doorway import Doorway
from game.workshop.log import Workshop, logs, start_workshop
from game.workshop.phones.server import Phones
from game.workshop.session import Rules
from tests.tui.test_workshop import DATA, LEVEL, app_for, begin, ready, until, words_on

pytest.importorskip("aiohttp")

HERE = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    """Listen on a port, and return it."""
    with socket.socket() as other:
        other.bind((HERE, 0))
        other.listen(1)
        yield other.getsockname()[1]


def flat(app: RoomApp) -> str:
    """Return what is on the screen as one line: a notice may be wrapped anywhere."""
    return " ".join(re.sub("\n[!·] ", " ", words_on(app)).split())


def door(**asked: object) -> Doorway:
    return Doorway(Phones(), host=HERE, **asked)  # type: ignore[arg-type]


async def test_a_port_nobody_asked_for_is_left_for_the_next(
    home: Path, taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doors, "PORT", taken)
    app = app_for(home, begin(home), door=(opened := door()))
    async with app.run_test(size=(60, 20)) as pilot:
        await ready(pilot)
        await until(pilot, lambda: bool(opened.phones.url))
        port = int(opened.phones.url.rpartition(":")[2])
        assert port != taken
        await until(pilot, lambda: str(port) in words_on(app))
        assert app.room.resume() == f"--resume {app.room.token} {opened.options}"
        assert opened.options == f"--phones --host {HERE} --port {port}"
        await pilot.press("escape")
        await until(pilot, lambda: f"--port {port}" in flat(app))


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_port_that_was_asked_for_and_is_taken_is_told_whenever_one_asks(
    home: Path, taken: int, language: str
) -> None:
    app = app_for(home, begin(home), language, door=(shut := door(asked_port=taken)))
    async with app.run_test(size=(60, 20)) as pilot:
        await ready(pilot)
        await until(pilot, lambda: shut.trouble is not None)
        first = say(language, "room-port-taken", port=taken, command="", resume="").split(":")[0]
        for _ in range(2):
            await until(pilot, lambda: first in words_on(app))
            told = flat(app)
            assert "--resume" in told
            assert f"--port {taken}" not in told
            await pilot.press("space")
            await until(pilot, lambda: first not in words_on(app))
            await pilot.press("i")


async def test_an_address_this_laptop_has_not_is_told(home: Path) -> None:
    app = app_for(home, begin(home), door=Doorway(Phones(), host="203.0.113.9"))
    async with app.run_test(size=(60, 20)) as pilot:
        await ready(pilot)
        await until(pilot, lambda: "203.0.113.9" in words_on(app))
        assert f"--resume {app.room.token} --phones" in flat(app)
        await pilot.press("escape")  # what may work is said there too
        await until(pilot, lambda: say("nl", "room-leave") in words_on(app))
        assert "--host" not in words_on(app)


def test_what_goes_on_without_its_phones_says_so(home: Path) -> None:
    together = start_workshop(home, LEVEL, DATA, Rules(teams=2, together=True), seed=3)
    together.do({"act": "join", "device": "a", "team": 0})
    assert Room(together, is_resumed=True).resumed == "room-resumed-by-hands"
    assert Room(together, is_resumed=True, door=door()).resumed == "room-resumed"
    assert Room(together).resumed == ""
    alone = begin(home)
    assert Room(alone, is_resumed=True).resumed == "room-resumed"
    for each in (together, alone):
        each.close()


def test_a_session_in_which_nothing_was_done_is_not_the_last_one(home: Path) -> None:
    def close(workshop: Workshop) -> Path:
        workshop.close()
        assert workshop.path is not None
        return workshop.path

    played = begin(home)
    played.do({"act": "next"})
    path, empty = close(played), close(begin(home))
    assert set(logs(home)) == {path, empty}
    assert session_path(LAST, "nl") == path
    assert session_path(LEVEL.id, "nl") == path
    assert session_path(empty.stem.rpartition("-")[2], "nl") == empty  # it can be gone on with all the same


def test_the_line_to_go_on_keeps_a_language_that_is_not_the_usual_one(home: Path) -> None:
    workshop = begin(home)
    workshop.language = "en"
    assert Room(workshop, usual_language="nl").resume().endswith(" --lang en")
    assert "--lang" not in Room(workshop, usual_language="en").resume()
    workshop.close()
