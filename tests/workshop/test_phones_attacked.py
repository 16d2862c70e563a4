"""What a hostile phone can try: each is refused or harmless, and the session goes on."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("aiohttp", reason="phones need the extra 'workshop'")

from game.workshop.log import Workshop, view_workshop
from game.workshop.phones.door import room_for
from game.workshop.phones.keys import new_device, new_keys
from game.workshop.phones.limits import Limits
from game.workshop.phones.pages import session_page
from game.workshop.phones.server import Phones
from tests.conftest import ROOT
from tests.workshop.phones import QUICK, Phone, phone, raw, serving, to_the_vote, workshop_in

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "\x1b]0;owned\x07\x1b[2J",
    "[@click=app.quit]x[/]",
    "‮\u200b\x00\x9b",
    "{{7*7}}${7*7}%s",
    "../../etc/passwd",
    "9" * 400,
    "-1",
    "true",
    "１",
    "ÿ" * 50,
    "",
]


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return workshop_in(tmp_path)


@pytest.fixture
async def phones(workshop: Workshop) -> AsyncIterator[Phones]:
    """Serve a vote with one honest phone in it; see afterwards that the session goes on."""
    async with serving(workshop, remote=True) as phones, phone(phones) as honest:
        await honest.join()
        to_the_vote(workshop)
        assert await honest.vote("A") == 200
        yield phones
        assert await honest.vote("B") == 200
        ballot = workshop.session.ballot
        assert ballot is not None
        assert list(ballot.tally.values()) == [0, 1, 0, 0]
        workshop.do({"act": "close"})
        workshop.close()
        assert workshop.path is not None
        assert view_workshop(workshop.path.parent.parent, workshop.path)[0] == workshop.session


@pytest.fixture
async def guest(phones: Phones) -> AsyncIterator[Phone]:
    """Take a phone that was let in."""
    async with phone(phones) as one:
        await one.join()
        yield one


@pytest.fixture
async def stranger(phones: Phones) -> AsyncIterator[Phone]:
    """Take a phone that was not let in."""
    async with phone(phones) as one:
        yield one


async def _vote_of(guest: Phone, place: int = 2) -> dict[str, str]:
    state = await guest.state()
    return {"ballot": str(state["ballot"]), "option": state["options"][place]["id"]}


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "", "http://127.0.0.1", "https://127.0.0.1:{port}"]
)
@pytest.mark.parametrize("path", ["/vote", "/here", "/join", "/team", "/language", "/remote"])
async def test_another_origin_changes_nothing(guest: Phone, origin: str, path: str) -> None:
    vote = await _vote_of(guest)
    told = origin.format(port=guest.phones.url.rpartition(":")[2])
    assert (await guest.post(path, vote, Origin=told))[0] == 403


async def test_without_an_origin_nothing_is_changed(guest: Phone) -> None:
    vote = await _vote_of(guest)
    async with guest.client.post(guest.phones.url + "/vote", data=vote) as answer:
        assert answer.status == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "", "127.0.0.1:{port}.evil.example"]
)
@pytest.mark.parametrize("path", ["/", "/page.js", "/events", "/J/x", "/nowhere"])
async def test_another_host_is_answered_nothing(guest: Phone, host: str, path: str) -> None:
    told = host.format(port=guest.phones.url.rpartition(":")[2])
    assert (await guest.get(path, Host=told))[0] == 421


async def test_a_request_without_a_host_or_with_two_is_refused(phones: Phones) -> None:
    ours = phones.url.removeprefix("http://").encode()
    assert b" 421 " in await raw(phones, b"GET / HTTP/1.0\r\n\r\n")
    both = b"GET / HTTP/1.1\r\nHost: " + ours + b"\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
    assert b" 200 " not in (await raw(phones, both)).split(b"\r\n")[0]


async def test_codes_cannot_be_guessed(workshop: Workshop) -> None:
    limits = replace(QUICK, wrong_codes_per_minute=10)
    async with serving(workshop, limits=limits) as phones, phone(phones) as one, phone(phones) as two:
        answers = [(await one.post("/join", {"code": f"AAAA{n:02}"}))[0] for n in range(20)]
        assert answers == [403] * 10 + [429] * 10
        assert (await two.post("/join", {"code": phones.code}))[0] == 429  # no code is looked at now
        await two.join()  # who has the QR comes in
        assert phones.joined == 1


async def test_a_guessed_token_opens_nothing(stranger: Phone) -> None:
    assert (await stranger.get("/J/" + "A" * 20))[0] == 404
    assert (await stranger.get("/J/" + stranger.phones.code))[0] == 404
    assert (await stranger.get("/events"))[0] == 401


async def test_a_forged_cookie_is_nobody(stranger: Phone) -> None:
    device = new_device()
    for cookie in (device, f"{device}.", f"{device}.{'0' * 64}", new_keys().cookie(device), "é.é", "." * 200):
        assert (
            await stranger.post("/vote", {"ballot": "1", "option": "a"}, Cookie=f"luisterkamer={cookie}")
        )[0] == 401


async def test_a_replayed_cookie_is_the_same_phone_with_one_vote(
    guest: Phone, stranger: Phone, workshop: Workshop
) -> None:
    assert (await guest.post("/vote", await _vote_of(guest)))[0] == 200
    vote = await _vote_of(guest, 3)
    assert (await stranger.post("/vote", vote, Cookie=f"luisterkamer={guest.cookie}"))[0] == 200
    assert workshop.session.ballot is not None
    assert list(workshop.session.ballot.tally.values()) == [1, 0, 0, 1]
    workshop.do({"act": "undo"})  # the fixture counts without this guest
    workshop.do({"act": "open"})


async def test_a_cookie_of_another_session_is_nobody(guest: Phone, tmp_path: Path) -> None:
    async with serving(workshop_in(tmp_path / "other")) as others, phone(others) as one:
        status, page = await one.get("/", Cookie=f"luisterkamer={guest.cookie}")
        assert status == 200
        assert 'name="code"' in page


async def test_the_cookie_is_out_of_reach(stranger: Phone) -> None:
    path = stranger.phones.join_url.removeprefix(stranger.phones.url.upper())
    async with stranger.client.get(stranger.phones.url + path) as answer:
        set_cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in set_cookie
        assert "SameSite=Strict" in set_cookie


async def test_a_vote_after_closing_or_for_another_round_does_not_count(tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path)
    async with serving(workshop) as phones, phone(phones) as guest:
        await guest.join()
        assert (await guest.post("/vote", {"ballot": "1", "option": "0" * 12}))[0] == 409
        to_the_vote(workshop)
        first = await _vote_of(guest)
        for number in ("2", "999999"):
            assert (await guest.post("/vote", {**first, "ballot": number}))[0] == 409
        workshop.do({"act": "close"})
        assert (await guest.post("/vote", first))[0] == 409
        workshop.do({"act": "revote"})
        assert (await guest.post("/vote", first))[0] == 409
        assert (await guest.post("/vote", {**first, "ballot": "2"}))[0] == 409
        assert workshop.session.ballot is not None
        assert workshop.session.ballot.total == 0
        assert (await guest.post("/vote", await _vote_of(guest)))[0] == 200


async def test_a_vote_of_an_undone_round_does_not_count_in_the_next(tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path)
    async with serving(workshop) as phones, phone(phones) as guest:
        await guest.join()
        to_the_vote(workshop)
        old = await _vote_of(guest)
        workshop.do({"act": "undo"})
        workshop.do({"act": "choose", "reply": workshop.session.options[0].id})
        for act in ("next", "open"):
            workshop.do({"act": act})
        assert workshop.session.ballot is not None
        assert str(workshop.session.ballot.number) == old["ballot"]
        assert (await guest.post("/vote", old))[0] == 409


async def test_a_body_of_ten_megabytes_is_not_taken_in(guest: Phone) -> None:
    ours = guest.phones.url.removeprefix("http://").encode()
    head = (
        b"POST /vote HTTP/1.1\r\nHost: " + ours + b"\r\nOrigin: http://" + ours + b"\r\nCookie: luisterkamer="
        b"" + guest.cookie.encode() + b"\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    )
    told = head + b"Content-Length: 10485760\r\n\r\n" + b"a" * 10_485_760
    assert b" 200 " not in (await raw(guest.phones, told))[:40]
    chunk = b"ffff\r\n" + b"a" * 0xFFFF + b"\r\n"
    chunked = await raw(guest.phones, head + b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 160)
    assert b" 200 " not in chunked[:40]
    quietly = await raw(guest.phones, head + b"Content-Length: 10485760\r\n\r\n")
    assert b" 413 " in quietly[:40]


async def test_a_slow_body_is_not_waited_for(guest: Phone) -> None:
    ours = guest.phones.url.removeprefix("http://").encode()
    head = (
        b"POST /vote HTTP/1.1\r\nHost: " + ours + b"\r\nOrigin: http://" + ours + b"\r\nCookie: luisterkamer="
        b"" + guest.cookie.encode() + b"\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    )
    answer = await raw(guest.phones, head + b"Content-Length: 40\r\n\r\nballot=1")
    assert b" 408 " in answer[:40]


async def test_half_a_header_is_not_waited_for(phones: Phones) -> None:
    assert await raw(phones, b"GET / HTTP/1.1\r\nHost: x") == b""
    assert await raw(phones, b"") == b""


@pytest.mark.parametrize(
    "sent",
    [
        b"\x00\xff\xfe garbage \x1b[2J\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 500 + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: <script>\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    ],
)
async def test_what_is_no_request_gets_an_error_without_markup(phones: Phones, sent: bytes) -> None:
    answer = await raw(phones, sent)
    assert b" 200 " not in answer[:20]
    assert b"<script" not in answer.lower()
    assert b"\x1b" not in answer


async def test_many_idle_connections_keep_nobody_out(workshop: Workshop) -> None:
    limits = replace(QUICK, connections=100, header_seconds=30)
    async with serving(workshop, limits=limits) as phones, phone(phones) as honest:
        host, _, port = phones.url.removeprefix("http://").partition(":")
        idle = [await asyncio.open_connection(host, int(port)) for _ in range(200)]
        try:
            assert phones.connections <= 100
            await honest.join()
            to_the_vote(workshop)
            assert await honest.vote("A") == 200
        finally:
            for _, writer in idle:
                writer.close()


async def test_two_thousand_idle_connections_keep_nobody_out(workshop: Workshop) -> None:
    limits = Limits(header_seconds=60)
    async with serving(workshop, limits=limits) as phones, phone(phones) as honest:
        others = await asyncio.create_subprocess_exec(
            *[sys.executable, "-m", "benchmarks.voters", "--as", "idle", phones.url, "2000"],
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        assert others.stdout is not None
        assert others.stdin is not None
        try:
            assert await others.stdout.readline() == b"ready\n"
            assert phones.connections >= min(1900, room_for(limits.connections) - 20)
            await honest.join()
            to_the_vote(workshop)
            assert await honest.vote("A") == 200
            assert phones.connections <= limits.connections
        finally:
            others.stdin.close()
            await others.wait()


async def test_idle_connections_are_let_go(workshop: Workshop) -> None:
    async with serving(workshop) as phones:
        host, _, port = phones.url.removeprefix("http://").partition(":")
        readers = [(await asyncio.open_connection(host, int(port))) for _ in range(20)]
        async with asyncio.timeout(5):
            assert [await reader.read() for reader, _ in readers] == [b""] * 20
        for _, writer in readers:
            writer.close()


@pytest.mark.parametrize("told", HOSTILE)
async def test_markup_and_escape_sequences_in_any_field_stay_out(
    guest: Phone, stranger: Phone, workshop: Workshop, told: str
) -> None:
    vote = await _vote_of(guest)
    before = workshop.session
    answers = [
        await guest.post("/vote", {**vote, "ballot": told}),
        await guest.post("/vote", {**vote, "option": told}),
        await guest.post("/language", {"language": told}),
        await guest.post("/team", {"team": told}),
        await stranger.post("/join", {"code": told}),
        await stranger.post("/join", {"code": "AAAAAA", told or "x": told}),
        await guest.post("/remote", {"do": told, "at": told}),
        await guest.post("/here", {"name": told}),
    ]
    assert [status for status, _ in answers] == [400, 400, 400, 400, 403, 403, 404, 200]
    assert workshop.session == before
    for _, text in answers:
        assert "<script>alert" not in text
        assert "onerror" not in text
        assert "\x1b" not in text
    headers = "".join(char for char in told if char.isprintable() and char.isascii())
    for name in ("Accept-Language", "User-Agent", "Cookie", "X-Forwarded-For"):
        status, page = await stranger.get("/", **{name: headers})
        assert status == 200
        assert "alert(1)" not in page
    assert workshop.path is not None
    assert b"\x1b" not in workshop.path.read_bytes()


@pytest.mark.parametrize("kind", ["vote", "team", "wait"])
@pytest.mark.parametrize("told", HOSTILE[:5])
def test_markup_in_a_level_is_text_on_the_page(told: str, kind: str) -> None:
    view = {
        **dict.fromkeys(("title", "heading", "text"), told),
        "kind": kind,
        "ballot": 1,
        "options": [dict.fromkeys(("id", "letter", "words"), told)],
        "mine": told,
        "leave": told,
    }
    tags = re.compile(r"<[^>]*>")
    plain = {
        name: "x" if name in ("title", "heading", "text", "mine", "leave") else each
        for name, each in view.items()
    }
    plain["options"] = [dict.fromkeys(("id", "letter", "words"), "x")]
    shown, expected = session_page(view, "nl"), session_page(plain, "nl")
    assert len(tags.findall(shown)) == len(tags.findall(expected))
    assert "<script>alert" not in shown
    assert "<img" not in shown


@pytest.mark.parametrize(
    "told",
    [
        {"ballot": "1"},
        {"option": "a"},
        {},
        {"ballot": "1", "option": "a", "x": "1", "y": "2", "z": "3"},
    ],
)
async def test_a_vote_needs_its_two_fields(guest: Phone, told: dict[str, str]) -> None:
    assert (await guest.post("/vote", told))[0] == 400


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data; boundary=x"])
async def test_only_forms_are_read(guest: Phone, kind: str) -> None:
    assert (await guest.post("/vote", await _vote_of(guest), **{"Content-Type": kind}))[0] == 415
    assert (await guest.post("/vote", await _vote_of(guest), **{"Content-Encoding": "gzip"}))[0] == 415


async def test_control_needs_its_own_secret(guest: Phone, workshop: Workshop) -> None:
    before, phones = workshop.session, guest.phones
    place = {"do": "close", "at": f"{before.place}.{before.revealed}"}
    token = phones.join_url.rpartition("/")[2]
    for secret in (token, phones.code, "A" * 20, ""):
        assert (await guest.get(f"/R/{secret}"))[0] == 404
    for cookie in ("", "x", token, guest.cookie, phones.remote_url.rpartition("/")[2]):
        told = f"luisterkamer={guest.cookie}; luisterkamer-control={cookie}"
        assert (await guest.post("/remote", place, Cookie=told))[0] == 404
        assert (await guest.get("/remote", Cookie=told))[0] == 404
    assert workshop.session == before


async def test_there_is_no_control_page_unless_asked_for(workshop: Workshop) -> None:
    async with serving(workshop) as phones, phone(phones) as one:
        assert phones.remote_url == ""
        assert phones._room is not None
        keys = phones._room.keys
        assert (await one.get(f"/R/{keys.remote}"))[0] == 404
        told = f"luisterkamer-control={keys.control_cookie}"
        assert (await one.post("/remote", {"do": "next", "at": ""}, Cookie=told))[0] == 404


async def test_who_controls_is_not_thereby_a_voter(stranger: Phone) -> None:
    assert (await stranger.get(stranger.phones.remote_url.removeprefix(stranger.phones.url)))[0] == 200
    assert (await stranger.post("/vote", {"ballot": "1", "option": "0" * 12}))[0] == 401


async def test_one_phone_cannot_ask_without_end_and_takes_nothing_from_others(workshop: Workshop) -> None:
    limits = replace(QUICK, device_rate=0.001, device_burst=5)
    async with serving(workshop, limits=limits) as phones, phone(phones) as one, phone(phones) as two:
        await one.join()
        await two.join()
        answers = [(await one.get())[0] for _ in range(8)]
        assert answers == [200] * 5 + [429] * 3
        assert (await two.get())[0] == 200


async def test_strangers_cannot_ask_without_end_and_take_nothing_from_who_is_in(workshop: Workshop) -> None:
    limits = replace(QUICK, stranger_rate=0.001, stranger_burst=5)
    async with serving(workshop, limits=limits) as phones, phone(phones) as one, phone(phones) as guest:
        await guest.join()
        answers = [(await one.get("/J/wrong"))[0] for _ in range(8)]
        assert answers == [404] * 4 + [503] * 4  # letting the guest in was the first of five
        assert (await guest.get())[0] == 200


async def test_the_room_has_a_size_and_a_lock(workshop: Workshop) -> None:
    async with serving(workshop, limits=replace(QUICK, devices=2)) as phones:
        for _ in range(2):
            async with phone(phones) as one:
                await one.join()
        async with phone(phones) as one:
            path = phones.join_url.removeprefix(phones.url.upper())
            status, page = await one.get(path)
            assert (status, "geen telefoons meer bij" in page) == (403, True)
    async with serving(workshop) as phones, phone(phones) as one, phone(phones) as late:
        await one.join()
        phones.locked = True
        status, page = await late.get(phones.join_url.removeprefix(phones.url.upper()))
        assert (status, "deur is dicht" in page) == (403, True)
        assert (await late.post("/join", {"code": phones.code}))[0] == 403
        assert (await one.get())[0] == 200


async def test_only_so_many_lines_are_held(workshop: Workshop) -> None:
    limits = replace(QUICK, streams=1)
    async with serving(workshop, limits=limits) as phones, phone(phones) as one, phone(phones) as two:
        await one.join()
        await two.join()
        async with one.client.get(phones.url + "/events") as line:
            assert line.status == 200
            assert (await two.get("/events"))[0] == 503


@pytest.mark.parametrize("path", ["/", "/page.js", "/page.css", "/nowhere", "/events", "/J/x", "/remote"])
async def test_every_answer_says_what_it_is(stranger: Phone, path: str) -> None:
    async with stranger.client.get(stranger.phones.url + path) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert "aiohttp" not in answer.headers["Server"].lower()


async def test_an_open_vote_betrays_nothing(guest: Phone, workshop: Workshop) -> None:
    told = json.dumps(await guest.state()) + (await guest.get())[1]
    for reply in workshop.session.options:
        assert f'"{reply.id}"' not in told  # an author's name may say what a reply is worth
    for word in ("tally", "trust", "sympathy", "effect"):
        assert word not in told


async def test_it_listens_on_the_chosen_address_alone(phones: Phones) -> None:
    assert phones._server is not None
    assert [each.getsockname()[0] for each in phones._server.sockets] == ["127.0.0.1"]


async def test_a_port_that_is_taken_is_said_and_leaves_nothing_running(
    phones: Phones, workshop: Workshop
) -> None:
    other, before = Phones(), len(workshop.listeners)
    with pytest.raises(OSError, match=r"\d"):
        await other.start(workshop, "127.0.0.1", int(phones.url.rpartition(":")[2]))
    assert len(workshop.listeners) == before
    assert other.url == ""


async def test_addresses_are_written_nowhere(
    guest: Phone, workshop: Workshop, capfd: pytest.CaptureFixture[str]
) -> None:
    await guest.get("/nowhere")
    await raw(guest.phones, b"garbage\r\n\r\n")
    told = capfd.readouterr()
    assert told.out == told.err == ""
    assert workshop.path is not None
    for file in workshop.path.parent.iterdir():
        assert b"127.0.0.1" not in file.read_bytes()


def test_the_page_uses_text_only_and_nothing_from_elsewhere() -> None:
    folder = Path(__file__).parents[2] / "game" / "workshop" / "phones"
    script = (folder / "page.js").read_text(encoding="utf-8")
    for banned in ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function("):
        assert banned not in script
    for name in ("page.js", "page.css", "page.html"):
        assert "//" not in (folder / name).read_text(encoding="utf-8").replace("// ", "")


def test_there_is_room_for_connections_but_no_more_than_the_system_has() -> None:
    assert 16 <= room_for(Limits().connections) <= Limits().connections
