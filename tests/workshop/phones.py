"""A workshop with phones, on the loopback address, for tests."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp

from game.library import Library
from game.workshop.log import Workshop, start_workshop
from game.workshop.phones.limits import Limits
from game.workshop.phones.server import Phones
from game.workshop.session import Phase, Rules, Step
from tests.conftest import ROOT

LIBRARY = Library(ROOT / "levels")
LEVEL, DATA = LIBRARY.level_and_bytes("pine-nut-sandwich")
PRINCIPLES = ("let-them-keep-face", "keep-your-word", "ask-for-help")
QUICK = Limits(
    body_seconds=0.3, header_seconds=0.5, ping_seconds=0.2, gather_seconds=0.01, pause_seconds=0.01
)


def workshop_in(home: Path, **rules: Any) -> Workshop:
    """Begin a session that logs in *home*."""
    return start_workshop(home, LEVEL, DATA, Rules(**rules), seed=3, principles=PRINCIPLES)


@asynccontextmanager
async def serving(
    workshop: Workshop, *, limits: Limits = QUICK, remote: bool = False, port: int = 0
) -> AsyncIterator[Phones]:
    """Serve *workshop* to phones."""
    phones = Phones(LIBRARY, limits=limits)
    await phones.start(workshop, "127.0.0.1", port, remote=remote)
    try:
        yield phones
    finally:
        await phones.stop()


@dataclass
class Phone:
    """A phone without a screen."""

    phones: Phones
    client: aiohttp.ClientSession
    headers: dict[str, str] = field(default_factory=dict)

    async def get(self, path: str = "/", **headers: str) -> tuple[int, str]:
        """Ask for a page."""
        async with self.client.get(
            self.phones.url + path, headers={**self.headers, **headers}, allow_redirects=False
        ) as answer:
            return answer.status, await answer.text()

    async def post(self, path: str, told: Mapping[str, str], **headers: str) -> tuple[int, str]:
        """Send a form as our own page does."""
        sent = {
            "Origin": self.phones.url,
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
            **self.headers,
            **headers,
        }
        async with self.client.post(
            self.phones.url + path, data=urlencode(told), headers=sent, allow_redirects=False
        ) as answer:
            return answer.status, await answer.text()

    async def join(self) -> None:
        """Scan the QR."""
        path = self.phones.join_url.removeprefix(self.phones.url.upper())
        assert (await self.get(path))[0] == 200

    async def state(self) -> dict[str, Any]:
        """Return what the phone would show."""
        async with self.client.post(
            self.phones.url + "/here", headers={"Origin": self.phones.url, **self.headers}, data={"": ""}
        ) as answer:
            assert answer.status == 200
            told: dict[str, Any] = await answer.json()
            return told

    async def join_team(self, team: str) -> int:
        """Join a team (from 1), or none with 0; return the status."""
        return (await self.post("/team", {"team": team}))[0]

    async def vote(self, letter: str) -> int:
        """Vote for the reply at *letter*, as far as the phone knows of a vote; return the status."""
        state = await self.state()
        option = next((each["id"] for each in state["options"] if each["letter"] == letter), "0" * 12)
        return (await self.post("/vote", {"ballot": str(state["ballot"] or 1), "option": option}))[0]

    @property
    def cookie(self) -> str:
        """The signed cookie of this phone."""
        return next(each.value for each in self.client.cookie_jar if each.key == "luisterkamer")


@asynccontextmanager
async def phone(phones: Phones, **headers: str) -> AsyncIterator[Phone]:
    """Take a phone out of a pocket."""
    jar = aiohttp.CookieJar(unsafe=True)
    connector = aiohttp.TCPConnector(
        force_close=True
    )  # an idle line may be cut while the next request leaves
    async with aiohttp.ClientSession(
        connector=connector, cookie_jar=jar, timeout=aiohttp.ClientTimeout(10)
    ) as client:
        yield Phone(phones, client, headers)


async def raw(phones: Phones, sent: bytes, *, patience: float = 3) -> bytes:
    """Send bytes as they are; return all that comes back until the connection is closed."""
    host, _, port = phones.url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    try:
        writer.write(sent)
        async with asyncio.timeout(patience):
            return await reader.read()
    except ConnectionError:
        return b""
    finally:
        writer.close()


def to_the_vote(workshop: Workshop) -> None:
    """Open the first vote."""
    workshop.do({"act": "next"})
    workshop.do({"act": "open"})


def to_the_step(workshop: Workshop, step: Step) -> None:
    """Go through the whole conversation to a step of the debrief."""
    workshop.do({"act": "next"})
    while workshop.session.phase != Phase.ENDING:
        workshop.do({"act": "choose", "reply": workshop.session.options[0].id})
        workshop.do({"act": "next"})
    workshop.do({"act": "next"})
    workshop.do({"act": "step", "to": step})


def texts(page: str) -> str:
    """Return the words of a page, without markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page))
