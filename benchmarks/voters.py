"""How the page for phones holds with a room full: votes, the lag of the screen's loop, memory.

    python benchmarks/voters.py            # all rounds, about a minute
    python benchmarks/voters.py 300 1      # 300 voters whose votes all fall within 1 second
    python benchmarks/voters.py 300 1 8    # the same, in 8 teams that play at the same time

On the loopback address only; at most 1,200 voters; stops by itself. The server runs inside the real workshop,
beside its projector and with its notes open; the voters are a process of their own.
"""

from __future__ import annotations

import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from game.library import Library
from game.paths import levels_folder
from game.saves import Saves
from game.settings import Settings
from game.tui.room import Room, RoomApp
from game.workshop.control import ControlClient
from game.workshop.doorway import Doorway
from game.workshop.log import Workshop, start_workshop, view_workshop
from game.workshop.phones.door import room_for
from game.workshop.phones.server import Phones
from game.workshop.session import Rules, Session

MOST_VOTERS, LONGEST, PATIENCE = 1200, 30, 150
ROUNDS = ((300, 1.0, 1), (300, 1.0, 8), (1000, 5.0, 1))
"""How many voters, within how many seconds, in how many teams."""
IDLE, FLOODERS, FLOOD_SECONDS = 2000, 200, 3.0


# The voters: a process of its own.


async def voters(url: str, path: str, count: int, seconds: float, teams: int) -> None:
    """Join, wait for the vote, vote once within *seconds*; print what it was like as JSON."""
    room_for(2 * count + 100)
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0),
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=30),
    ) as client:
        gate = asyncio.Semaphore(50)  # people do not scan in the same instant
        phones = await asyncio.gather(
            *[
                _join(client, url, path, gate, number % teams if teams > 1 else None)
                for number in range(count)
            ]
        )
        print("ready", flush=True)
        results = await asyncio.gather(*[_vote(client, url, *phone, seconds) for phone in phones])
        print(json.dumps([result for result in results if result is not None]), flush=True)
        for _, stream in phones:
            stream.close()


async def _join(
    client: aiohttp.ClientSession, url: str, path: str, gate: asyncio.Semaphore, team: int | None
) -> tuple[str, aiohttp.ClientResponse]:
    async with gate:
        async with client.get(url + path) as answer:
            cookie = answer.headers["Set-Cookie"].partition(";")[0]
        if team is not None:
            headers = {"Cookie": cookie, "Origin": url}
            async with client.post(url + "/team", data={"team": str(team + 1)}, headers=headers) as answer:
                await answer.read()
        stream = await client.get(url + "/events", headers={"Cookie": cookie})
        await _state(stream)
        return cookie, stream


async def _state(stream: aiohttp.ClientResponse) -> dict[str, object]:
    async for line in stream.content:
        if line.startswith(b"data: "):
            told: dict[str, object] = json.loads(line[6:])
            return told
    raise ConnectionError("the line was closed")


async def _vote(
    client: aiohttp.ClientSession, url: str, cookie: str, stream: aiohttp.ClientResponse, seconds: float
) -> float | None:
    """Return how many seconds the vote took until it was acknowledged; None when it was not."""
    state = await _state(stream)
    await asyncio.sleep(random.uniform(0, seconds))
    options = state["options"]
    assert isinstance(options, list)
    vote = {"ballot": str(state["ballot"]), "option": random.choice(options)["id"]}
    begun = time.perf_counter()
    headers = {"Cookie": cookie, "Origin": url, "Accept": "application/json"}
    async with client.post(url + "/vote", data=vote, headers=headers) as answer:
        await answer.read()
        return time.perf_counter() - begun if answer.status == 200 else None


async def idle(url: str, count: int) -> None:
    """Hold *count* connections on which nothing is asked, until the input ends."""
    room_for(count + 100)
    host, _, port = url.removeprefix("http://").partition(":")
    held = []
    for _ in range(count):
        with suppress(OSError):
            held.append(await asyncio.open_connection(host, int(port)))
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)


async def flood(url: str, seconds: float) -> None:
    """Ask for the page as fast as it goes, on many connections."""
    print("ready", flush=True)
    until, count = time.perf_counter() + seconds, 0
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as client:

        async def ask() -> None:
            nonlocal count
            while time.perf_counter() < until:
                with suppress(aiohttp.ClientError):
                    async with client.get(url + "/J/wrong") as answer:
                        await answer.read()
                        count += 1

        await asyncio.gather(*[ask() for _ in range(FLOODERS)])
    print(json.dumps([count / seconds]), flush=True)


# The server: phones inside a Textual program.


@dataclass
class Loop:
    """Measures how late the loop of the screen is, in seconds."""

    lags: list[float] = field(default_factory=list)

    async def measure(self) -> None:
        """Measure until this is cancelled."""
        while True:
            due = time.perf_counter() + 0.005
            await asyncio.sleep(0.005)
            self.lags.append(time.perf_counter() - due)


@asynccontextmanager
async def _room(home: Path, teams: int = 1) -> AsyncIterator[tuple[Workshop, Phones, Loop]]:
    library = Library(levels_folder())
    level, data = library.level_and_bytes("pine-nut-sandwich")
    workshop = start_workshop(home, level, data, Rules(teams=teams, together=teams > 1), seed=3)
    workshop.do({"act": "next"})
    phones = Phones(library)
    projector, loop = RoomApp(library, Saves(home), Settings("nl")), Loop()
    projector.prepare_room(Room(workshop, door=Doorway(phones, "127.0.0.1", 0)))
    notes = ControlClient(home)
    async with projector.run_test(size=(60, 20)):
        while not phones.url:
            await asyncio.sleep(0.05)
        await notes.connect()
        beside = asyncio.gather(_read(notes), loop.measure())
        yield workshop, phones, loop
        beside.cancel()
        with suppress(asyncio.CancelledError):
            await beside
        await notes.close()
    workshop.close()


async def _read(notes: ControlClient) -> None:
    """Read every state, as the window of the notes does."""
    async for _ in notes:
        pass


@asynccontextmanager
async def _others(*arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run this script as the other side, until it says it is ready."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        __file__,
        "--as",
        *arguments,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=2**20,
    )
    assert process.stdout is not None
    try:
        if await process.stdout.readline() != b"ready\n":
            raise SystemExit("the other side did not come")
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _told(process: asyncio.subprocess.Process) -> list[float]:
    assert process.stdout is not None
    told: list[float] = json.loads(await process.stdout.readline())
    return told


async def measure_votes(count: int, seconds: float, teams: int) -> None:
    """Print what a room of *count* is like whose votes fall within *seconds*, in so many *teams*."""
    with tempfile.TemporaryDirectory() as home:
        async with _room(Path(home), teams) as (workshop, phones, loop):
            before = _memory()
            path = phones.join_url.removeprefix(phones.url.upper())
            async with _others("voters", phones.url, path, str(count), str(seconds), str(teams)) as process:
                grown = (_memory() - before) / count
                loop.lags.clear()
                workshop.do({"act": "open"})
                took = await _told(process)
                lags = loop.lags[:]
            counted, place = _votes(workshop.session), workshop.path
        assert place is not None
        kept = _votes(view_workshop(Path(home), place)[0])
    print(
        f"{count} voters{f' in {teams} teams' if teams > 1 else ''} within {seconds:g} s: "
        f"{len(took)} acknowledged, {counted} counted, {kept} on disk"
    )
    print(f"  vote   {_spread(took)}")
    print(f"  screen {_spread(lags)} late")
    print(f"  memory {grown / 1024:.0f} KiB per phone")


def _votes(session: Session) -> int:
    """Return how many votes there are in the present round, of all teams."""
    return sum(ballot.total for team in session.deciding if (ballot := session.ballot_of(team)))


async def measure_idle() -> None:
    """Print what many idle connections do to one honest phone and to the screen."""
    with tempfile.TemporaryDirectory() as home:
        async with _room(Path(home)) as (workshop, phones, loop):
            path = phones.join_url.removeprefix(phones.url.upper())
            async with (
                _others("idle", phones.url, str(IDLE)),
                _others("voters", phones.url, path, "20", "1", "1") as process,
            ):
                loop.lags.clear()
                workshop.do({"act": "open"})
                took = await _told(process)
                print(f"{IDLE} idle connections, {phones.connections} of all held; 20 voters in 1 s:")
                print(f"  vote   {_spread(took)}, {len(took)} acknowledged")
                print(f"  screen {_spread(loop.lags)} late")


async def measure_flood() -> None:
    """Print what a flood of requests of strangers does to voters and to the screen."""
    with tempfile.TemporaryDirectory() as home:
        async with _room(Path(home)) as (workshop, phones, loop):
            path = phones.join_url.removeprefix(phones.url.upper())
            async with (
                _others("voters", phones.url, path, "20", "1", "1") as process,
                _others("flood", phones.url, str(FLOOD_SECONDS)) as flooding,
            ):
                await asyncio.sleep(0.5)
                loop.lags.clear()
                workshop.do({"act": "open"})
                took = await _told(process)
                lags = loop.lags[:]
                rate = (await _told(flooding))[0]
                print(f"a flood of {rate:.0f} requests a second on {FLOODERS} connections; 20 voters in 1 s:")
                print(f"  vote   {_spread(took)}, {len(took)} acknowledged")
                print(f"  screen {_spread(lags)} late")


def _spread(seconds: Sequence[float]) -> str:
    if len(seconds) < 2:
        return "nothing measured"
    p99 = statistics.quantiles(seconds, n=100, method="inclusive")[98]
    return (
        f"p50 {statistics.median(seconds) * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms, "
        f"max {max(seconds) * 1000:.0f} ms"
    )


def _memory() -> int:
    """Return how many bytes this process holds in memory; where the system does not tell, 0."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0
    import resource

    return pages * resource.getpagesize()


async def measure(rounds: Sequence[tuple[int, float, int]], *, all: bool) -> None:
    """Measure everything that was asked for."""
    async with asyncio.timeout(PATIENCE):
        for count, seconds, teams in rounds:
            await measure_votes(min(MOST_VOTERS, count), min(LONGEST, seconds), teams)
        if all:
            await measure_idle()
            await measure_flood()


def main() -> None:
    """Measure, or be the other side."""
    match sys.argv[1:]:
        case ["--as", "voters", url, path, count, seconds, teams] if _is_loopback(url):
            asyncio.run(voters(url, path, int(count), float(seconds), int(teams)))
        case ["--as", "idle", url, count] if _is_loopback(url):
            asyncio.run(idle(url, int(count)))
        case ["--as", "flood", url, seconds] if _is_loopback(url):
            asyncio.run(flood(url, float(seconds)))
        case []:
            asyncio.run(measure(ROUNDS, all=True))
        case [count, seconds]:
            asyncio.run(measure([(int(count), float(seconds), 1)], all=False))
        case [count, seconds, teams]:
            asyncio.run(measure([(int(count), float(seconds), int(teams))], all=False))
        case _:
            raise SystemExit(__doc__)


def _is_loopback(url: str) -> bool:
    return url.startswith("http://127.0.0.1:")


if __name__ == "__main__":
    main()
