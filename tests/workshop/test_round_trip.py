"""One phone's way to the laptop and back, on loopback."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import Any

import aiohttp
import pytest

from game.workshop.network_checks import port_trouble
from game.workshop.round_trip import Outcome, round_trip
from tests.workshop.rooms import LOOPBACK, free_port


async def _trip(
    phone: Callable[[str], Any], *, seconds: float = 20.0, own: tuple[str, ...] = (), language: str = "nl"
) -> Outcome:
    """Open the page on loopback and let *phone* do something with its URL."""
    skip = asyncio.Event()
    tasks: list[asyncio.Task[Any]] = []

    def ready(url: str) -> None:
        tasks.append(asyncio.ensure_future(phone(url)))

    outcome = await round_trip(
        LOOPBACK, 0, seconds=seconds, language=language, own=own, skip=skip, ready=ready
    )
    await asyncio.gather(*tasks)
    return outcome


async def _open(url: str) -> str:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return await response.text()


async def _open_wholly(url: str) -> None:
    page = await _open(url)
    picture = re.search(r'src="(/\w+\.gif)"', page)
    assert picture
    await _open_bytes(url + picture[1])


async def _open_bytes(url: str) -> None:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        assert response.status == 200
        assert (await response.read()).startswith(b"GIF89a")


async def _nothing(url: str) -> None:
    pass


async def test_a_phone_that_gets_the_page_and_its_picture_is_back() -> None:
    assert await _trip(_open_wholly) == Outcome.BACK


async def test_a_phone_that_gets_the_page_only_has_arrived(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.workshop.round_trip.BACK_WITHIN", 0.05)
    assert await _trip(_open, seconds=1.0) == Outcome.ARRIVED


async def test_no_phone_ends_in_time() -> None:
    assert await _trip(_nothing, seconds=0.05) == Outcome.NOTHING


async def test_the_laptop_itself_is_no_phone() -> None:
    pages: list[str] = []

    async def itself(url: str) -> None:
        pages.append(await _open(url))

    assert await _trip(itself, seconds=0.5, own=(LOOPBACK,)) == Outcome.ITSELF
    assert "laptop zelf" in pages[0]


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_page_is_small_safe_and_in_the_language(language: str) -> None:
    async def look(url: str) -> None:
        async with aiohttp.ClientSession() as session:
            async with session.get(f"{url}/wat/dan/ook?<script>") as response:
                page = await response.text()
                assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
                assert response.headers["Cache-Control"] == "no-store"
            async with session.post(url, data=b"x" * 10_000) as response:
                assert response.status == 405
        assert f'<html lang="{language}">' in page
        assert ("Het werkt" if language == "nl" else "It works") in page
        assert "<script" not in page
        await _open_wholly(url)

    assert await _trip(look, language=language) == Outcome.BACK


async def test_waiting_can_be_skipped() -> None:
    skip = asyncio.Event()
    outcome = await round_trip(
        LOOPBACK, 0, seconds=60, language="nl", own=(), skip=skip, ready=lambda url: skip.set()
    )
    assert outcome == Outcome.SKIPPED


async def test_the_port_is_free_again_after_it() -> None:
    number = free_port()
    for _ in range(2):
        outcome = await round_trip(
            LOOPBACK,
            number,
            seconds=0.01,
            language="nl",
            own=(),
            skip=asyncio.Event(),
            ready=lambda url: None,
        )
        assert outcome == Outcome.NOTHING
    assert not port_trouble(LOOPBACK, number)
