"""The channel between a session and its notes: what comes through, what is refused, what is survived."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import stat
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import given, settings
from hypothesis import strategies as st

from game.library import Library
from game.workshop import control
from game.workshop.control import ControlClient, ControlServer, NoSessionError
from game.workshop.control_file import FILE, Address, read_address, remove_address, write_address
from game.workshop.control_wire import HOST, LONGEST_LINE, VERSION, act_of, line_of
from game.workshop.log import Workshop, start_workshop
from game.workshop.session import Phase, Rules
from tests.conftest import ROOT

LEVEL, DATA = Library(ROOT / "levels").level_and_bytes("pine-nut-sandwich")


@pytest.fixture
def workshop(home: Path) -> Workshop:
    return start_workshop(home, LEVEL, DATA, Rules(), seed=3, principles=("ask-for-help", "keep-your-word"))


@pytest_asyncio.fixture
async def server(workshop: Workshop, home: Path) -> AsyncIterator[ControlServer]:
    running = ControlServer(workshop, home)
    await running.start()
    yield running
    await running.stop()


async def until(holds: Callable[[], bool]) -> None:
    for _ in range(1000):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("never came")


async def state_where(client: ControlClient, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    async def wait() -> dict[str, Any]:
        async for state in client:
            if holds(state):
                return state
        raise AssertionError("the connection ended")

    return await asyncio.wait_for(wait(), 10)


async def client_of(home: Path) -> ControlClient:
    client = ControlClient(home)
    await client.connect()
    return client


async def opened(server: ControlServer) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Connect by hand, before the first line."""
    assert server.address is not None
    return await asyncio.open_connection(HOST, server.address.port)


async def known(server: ControlServer) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Connect by hand with the secret."""
    reader, writer = await opened(server)
    assert server.address is not None
    writer.write(line_of({"hello": VERSION, "secret": server.address.secret}))
    assert json.loads(await reader.readline()) == {"hello": VERSION}
    return reader, writer


async def answer_to(reader: asyncio.StreamReader, number: int) -> str:
    while True:
        told = json.loads(await asyncio.wait_for(reader.readline(), 10))
        if told.get("answer") == number:
            return str(told["refused"])


async def ends(reader: asyncio.StreamReader) -> None:
    """See that the session closes the connection, however it does."""
    try:
        while await asyncio.wait_for(reader.read(65536), 10):
            pass
    except ConnectionError:
        pass


async def test_the_state_comes_at_once_and_after_every_act(
    server: ControlServer, workshop: Workshop, home: Path
) -> None:
    client = await client_of(home)
    state = await state_where(client, lambda state: True)
    assert state["phase"] == "prebrief"
    assert state["level"]["title"]["nl"] == "Het broodje"
    workshop.do({"act": "next"})
    state = await state_where(client, lambda state: state["phase"] == "scene")
    assert state["place"] == workshop.session.place
    assert await client.send({"act": "open"}) == ""
    assert workshop.session.phase == Phase.VOTE
    await client.close()


async def test_an_act_that_cannot_be_now_is_answered_with_why(server: ControlServer, home: Path) -> None:
    client = await client_of(home)
    await state_where(client, lambda state: True)
    assert await client.send({"act": "close"}) == "workshop-closed"
    assert await client.send({"act": "fly"}) == "workshop-not-now"
    await client.close()


async def test_what_was_asked_for_the_step_before_is_not_done(
    server: ControlServer, workshop: Workshop, home: Path
) -> None:
    client = await client_of(home)
    await state_where(client, lambda state: True)
    workshop.do({"act": "next"})
    workshop.do({"act": "choose", "reply": workshop.session.options[0].id})
    before = workshop.session
    assert await client.send({"act": "next"}) == "notes-moved-on"
    assert workshop.session == before
    await client.close()


async def test_many_windows_see_the_same_and_each_can_act(
    server: ControlServer, workshop: Workshop, home: Path
) -> None:
    clients = [await client_of(home) for _ in range(3)]
    for client in clients:
        await state_where(client, lambda state: state["phase"] == "prebrief")
    assert await clients[0].send({"act": "next"}) == ""
    for client in clients:
        await state_where(client, lambda state: state["phase"] == "scene")
    assert await clients[2].send({"act": "open"}) == ""
    await state_where(clients[1], lambda state: state["phase"] == "vote")
    await clients[1].close()
    await until(lambda: server.windows == 2)
    assert await clients[0].send({"act": "close"}) in ("", "notes-moved-on")
    for client in clients:
        await client.close()


async def test_more_windows_than_there_is_room_for_are_told_so(
    server: ControlServer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "MOST_WINDOWS", 2)
    clients = [await client_of(home) for _ in range(2)]
    await until(lambda: server.windows == 2)
    with pytest.raises(NoSessionError, match="notes-too-many"):
        await ControlClient(home).connect()
    for client in clients:
        await client.close()


@pytest.mark.parametrize("secret", ["", "x" * 64, "\ud800", 7, None, True, ["a"]])
async def test_a_wrong_secret_is_refused_and_nothing_is_told(server: ControlServer, secret: object) -> None:
    reader, writer = await opened(server)
    writer.write(json.dumps({"hello": VERSION, "secret": secret}).encode() + b"\n")
    told = await asyncio.wait_for(reader.read(), 10)
    assert told in (b"", line_of({"refused": "notes-wrong-secret"}))
    assert server.windows == 0
    writer.close()


async def test_another_version_is_refused(server: ControlServer) -> None:
    reader, writer = await opened(server)
    assert server.address is not None
    writer.write(line_of({"hello": VERSION + 1, "secret": server.address.secret}))
    assert await asyncio.wait_for(reader.read(), 10) == line_of({"refused": "notes-other-version"})
    writer.close()


GARBAGE = [
    b"\n",
    b"hello\n",
    b"[1, 2]\n",
    b"null\n",
    b"\xff\xfe\x00\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"POST / HTTP/1.1\r\nContent-Type: text/plain\r\n\r\n{}\n",
    b"[" * (LONGEST_LINE - 1) + b"\n",
    b"{" + b" " * (4 * LONGEST_LINE),
    b'{"act": ' + b"9" * (LONGEST_LINE // 2) + b"}\n",
]


@pytest.mark.parametrize("garbage", GARBAGE, ids=range(len(GARBAGE)))
@pytest.mark.parametrize("is_known", [False, True])
async def test_garbage_ends_the_connection_and_nothing_else(
    server: ControlServer, workshop: Workshop, home: Path, garbage: bytes, is_known: bool
) -> None:
    reader, writer = await (known if is_known else opened)(server)
    before = workshop.session
    writer.write(garbage)
    if garbage.startswith(b'{"act"') and is_known:  # well formed: it is answered, and nothing is done
        assert await answer_to_none(reader) == "workshop-not-now"
    else:
        await ends(reader)
    writer.close()
    assert workshop.session == before
    client = await client_of(home)
    assert (await state_where(client, lambda state: True))["phase"] == "prebrief"
    await client.close()


async def answer_to_none(reader: asyncio.StreamReader) -> str:
    while True:
        told = json.loads(await asyncio.wait_for(reader.readline(), 10))
        if "answer" in told:
            return str(told["refused"])


async def test_a_line_in_pieces_is_one_line_and_half_a_line_is_none(
    server: ControlServer, workshop: Workshop
) -> None:
    reader, writer = await known(server)
    line = line_of({"act": "next", "n": 1})
    for byte in line[:-1]:
        writer.write(bytes([byte]))
        await writer.drain()
    await asyncio.sleep(0.05)
    assert workshop.session.phase == Phase.PREBRIEF
    writer.write(line[-1:])
    assert await answer_to(reader, 1) == ""
    writer.write(line_of({"act": "open", "n": 2})[:-1])
    writer.write_eof()
    await ends(reader)
    assert workshop.session.phase == Phase.SCENE
    writer.close()


async def test_who_says_nothing_is_shown_out(server: ControlServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(control, "HELLO_WITHIN", 0.05)
    reader, writer = await opened(server)
    await ends(reader)
    writer.close()


async def test_too_many_acts_at_once_are_not_done(
    server: ControlServer, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "ACTS_A_SECOND", 0)
    reader, writer = await known(server)
    workshop.do({"act": "next"})
    count = control.ACTS_AT_ONCE + 5
    for number in range(count):
        writer.write(line_of({"act": "reveal", "to": number, "n": number}))
    answers = [await answer_to(reader, number) for number in range(count)]
    assert answers == [""] * control.ACTS_AT_ONCE + ["notes-too-fast"] * 5
    writer.close()


async def test_a_reader_that_reads_nothing_holds_up_nobody(
    server: ControlServer, workshop: Workshop, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "TAKEN_WITHIN", 0.2)
    assert server.address is not None
    dead = socket.socket()
    dead.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    dead.setblocking(False)
    loop = asyncio.get_running_loop()
    await loop.sock_connect(dead, (HOST, server.address.port))
    await loop.sock_sendall(dead, line_of({"hello": VERSION, "secret": server.address.secret}))
    await until(lambda: server.windows == 1)
    window = next(iter(server._windows))
    window.writer.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    client = await client_of(home)
    workshop.do({"act": "next"})
    for number in range(200):
        workshop.do({"act": "reveal", "to": number % 7})
        await asyncio.sleep(0.06 if server.windows == 2 else 0)
        if server.windows == 1:
            break
    await until(lambda: server.windows == 1)
    workshop.do({"act": "open"})
    await state_where(client, lambda state: state["phase"] == "vote")
    dead.close()
    await client.close()


async def test_many_changes_at_once_are_told_as_one(
    server: ControlServer, workshop: Workshop, home: Path
) -> None:
    client = await client_of(home)
    await state_where(client, lambda state: True)
    workshop.do({"act": "next"})
    workshop.do({"act": "open"})
    option = workshop.session.options[0].id
    votes = [{"act": "vote", "ballot": 1, "device": str(n), "option": option} for n in range(300)]
    seen = 0
    for vote in votes:
        workshop.do(vote)

    def is_last(state: dict[str, Any]) -> bool:
        nonlocal seen
        seen += 1
        return bool(state["ballot"] and state["ballot"]["total"] == 300)

    await state_where(client, is_last)
    assert seen <= 3
    await client.close()


async def test_the_session_goes_and_comes_back(workshop: Workshop, home: Path) -> None:
    server = ControlServer(workshop, home)
    await server.start()
    client = await client_of(home)
    await state_where(client, lambda state: True)
    await server.stop()
    assert [state async for state in client] == []
    assert client.said_goodbye
    assert not client.is_connected
    with pytest.raises(ConnectionError):
        await client.send({"act": "next"})
    with pytest.raises(NoSessionError, match="notes-no-session"):
        await client.connect()
    again = ControlServer(workshop, home)
    await again.start()
    await client.connect()
    assert (await state_where(client, lambda state: True))["phase"] == "prebrief"
    assert not client.said_goodbye
    await again.stop()
    await client.close()


async def test_who_waits_for_an_answer_hears_that_the_session_is_gone(home: Path) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(line_of({"hello": VERSION}))
        await reader.readline()
        writer.transport.abort()

    async with await asyncio.start_server(serve, HOST, 0) as stranger:
        write_address(home, Address(stranger.sockets[0].getsockname()[1], "x"))
        client = await client_of(home)
        with pytest.raises(ConnectionError):
            await client.send({"act": "next"})
        await client.close()


async def test_a_session_that_falls_silent_is_lost(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from game.workshop import control_client

    monkeypatch.setattr(control_client, "SILENT_FOR", 0.1)
    ended = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(line_of({"hello": VERSION}))
        await reader.read()
        writer.close()
        await writer.wait_closed()
        ended.set()

    async with await asyncio.start_server(serve, HOST, 0) as stranger:
        write_address(home, Address(stranger.sockets[0].getsockname()[1], "x"))
        client = await client_of(home)
        assert [state async for state in client] == []
        assert not client.said_goodbye
        await client.close()
        await ended.wait()


async def test_a_sign_of_life_comes_when_nothing_happens(
    workshop: Workshop, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "BEAT", 0.02)
    server = ControlServer(workshop, home)
    await server.start()
    reader, writer = await known(server)
    while json.loads(await asyncio.wait_for(reader.readline(), 10)) != {"beat": True}:
        pass
    (home / FILE).unlink()  # as when a second session came and went
    await until(lambda: read_address(home) == server.address)
    writer.close()
    await server.stop()


@pytest.mark.parametrize(
    "said", [b"", b"SSH-2.0-OpenSSH_9.6\r\n", b"{}\n", b'{"hello": 99}\n', b"[" * 90_000]
)
async def test_a_file_that_was_left_behind_is_recognised(home: Path, said: bytes) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(said)
        writer.close()

    async with await asyncio.start_server(serve, HOST, 0) as stranger:
        port = stranger.sockets[0].getsockname()[1]
        write_address(home, Address(port, "left behind"))
        with pytest.raises(NoSessionError, match="notes-stale"):
            await ControlClient(home).connect()
    with pytest.raises(NoSessionError, match="notes-stale"):
        await ControlClient(home).connect()  # nobody listens there any more


async def test_a_new_session_takes_the_place_of_what_was_left_behind(workshop: Workshop, home: Path) -> None:
    write_address(home, Address(9, "left behind"))
    server = ControlServer(workshop, home)
    await server.start()
    assert read_address(home) == server.address
    await server.stop()
    assert not (home / FILE).exists()


@pytest.mark.skipif(os.name == "nt", reason="no modes there")
async def test_the_file_is_private_whatever_the_mask(server: ControlServer, home: Path) -> None:
    assert stat.S_IMODE((home / FILE).stat().st_mode) == 0o600
    old = os.umask(0)
    try:
        write_address(home, Address(1, "x"))
    finally:
        os.umask(old)
    assert stat.S_IMODE((home / FILE).stat().st_mode) == 0o600
    assert [path.name for path in home.iterdir() if FILE in path.name] == [FILE]
    assert server.address is not None
    write_address(home, server.address)


async def test_it_listens_on_this_machine_only(server: ControlServer) -> None:
    assert server._server is not None
    assert {each.getsockname()[0] for each in server._server.sockets} == {HOST}


async def test_the_file_of_another_session_is_left_alone(server: ControlServer, home: Path) -> None:
    other = Address(1, "of another")
    write_address(home, other)
    assert server.address is not None
    remove_address(home, server.address)
    assert read_address(home) == other


async def test_a_home_that_cannot_be_written_is_told_and_leaves_nothing_open(
    workshop: Workshop, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    server = ControlServer(workshop, tmp_path / "file" / "home")
    with pytest.raises(NotADirectoryError):
        await server.start()
    assert server._server is None
    assert workshop.listeners == []
    await server.stop()


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"port": "80", "secret": "x"}',
        b'{"port": 0, "secret": "x"}',
        b'{"port": true, "secret": "x"}',
        b'{"port": 70000, "secret": "x"}',
        b'{"port": 80, "secret": ""}',
        b"[" * 5000,
    ],
)
def test_what_is_no_address_is_none(tmp_path: Path, written: bytes) -> None:
    (tmp_path / FILE).write_bytes(written)
    assert read_address(tmp_path) is None


_ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=100)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=9), inner, max_size=4)
    ),
    max_leaves=8,
)
_NAMES = (
    "next",
    "reveal",
    "hands",
    "vote",
    "choose",
    "guess",
    "step",
    "show-other",
    "undo",
    "look",
    "join",
    "?",
)
_ASKED = st.fixed_dictionaries(
    {"act": st.one_of(st.sampled_from(_NAMES), _ANYTHING)},
    optional={
        key: st.one_of(st.sampled_from(["up", "feeling", "klacht"]), _ANYTHING)
        for key in ("to", "option", "count", "reply", "trust", "sympathy", "device", "ballot", "team", "more")
    },
)


@settings(deadline=None)
@given(st.one_of(_ASKED, _ANYTHING))
def test_only_acts_of_the_right_kind_come_through(told: object) -> None:
    act = act_of(told)
    if act is None:
        return
    assert act["act"] != "vote"
    assert set(act) <= {"act", "to", "option", "count", "reply", "trust", "sympathy", "team"}
    values = [value for value in act.values() if not (act["act"] == "look" and value is None)]
    assert all(isinstance(value, str | int) and not isinstance(value, bool) for value in values)
    assert act_of(act) == act


@pytest.mark.parametrize(
    "told",
    [
        {"act": "vote", "ballot": 1, "device": "x", "option": "keuken"},
        {"act": "reveal", "to": True},
        {"act": "reveal", "to": -1},
        {"act": "hands", "option": "keuken", "count": 1000},
        {"act": "hands", "option": "keuken", "count": True},
        {"act": "guess", "trust": "up", "sympathy": "sideways"},
        {"act": "step", "to": "nowhere"},
        {"act": "look"},
        {"act": "look", "team": 8},
        {"act": "look", "team": True},
        {"act": "look", "team": "1"},
        {"act": "join", "device": "x", "team": 1},
        {"act": ["next"]},
        ["next"],
        None,
    ],
)
def test_what_is_no_act_is_none(told: object) -> None:
    assert act_of(told) is None


@pytest.mark.parametrize("turns", range(5))
async def test_notes_close_while_something_comes_in(home: Path, turns: int) -> None:
    client, reader = ControlClient(home), asyncio.StreamReader()
    client._reading = asyncio.create_task(client._read(reader))
    for _ in range(3):
        await asyncio.sleep(0)
    reader.feed_data(line_of({"beat": True}))
    for _ in range(turns):
        await asyncio.sleep(0)
    closing = asyncio.create_task(client.close())
    done, _ = await asyncio.wait([closing], timeout=3)
    assert done
