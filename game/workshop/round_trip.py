"""One phone's way to this laptop and back: a small page that is there until somebody has opened it.

The page names a picture; when that is fetched too, the page has reached the phone. Nothing is asked or kept.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from base64 import b64decode
from collections.abc import Callable, Collection
from enum import StrEnum
from html import escape
from typing import TYPE_CHECKING

from game.words import say
from game.workshop.addresses import url_of

if TYPE_CHECKING:  # the optional extra
    from aiohttp import web

_DOT = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_PAGE = """<!doctype html>
<html lang="{language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Luisterkamer</title>
<body style="font: 1.4rem/1.4 sans-serif; margin: 2rem; color: #000; background: #fff">
<h1 style="font-size: 2rem">{title}</h1><p>{text}</p><img src="{picture}" alt="" width="1" height="1">
"""

_PHONE = ("preflight-page-title", "preflight-page")
_ITSELF = ("preflight-page-itself-title", "preflight-page-itself")
"""The title and the text of the page, as keys of the catalogue of words."""

BACK_WITHIN = 5.0
"""Seconds in which a phone that got the page fetches its picture."""


class Outcome(StrEnum):
    """How far a phone came. ITSELF: only this laptop opened the page."""

    NOTHING = "nothing"
    ITSELF = "itself"
    ARRIVED = "arrived"
    BACK = "back"
    SKIPPED = "skipped"


class RoundTrip:
    """What has come in so far. `own` are the addresses of this laptop, which is no phone."""

    def __init__(self, language: str, own: Collection[str]) -> None:
        self._language = language
        self._own = own
        self._picture = f"/{secrets.token_hex(8)}.gif"
        self._came_itself = False
        self._arrived, self._back = asyncio.Event(), asyncio.Event()

    async def answer(self, request: web.Request) -> web.Response:
        """Answer a phone, or this laptop."""
        from aiohttp import web

        is_itself = request.remote in self._own
        if request.path == self._picture:
            if not is_itself:
                self._back.set()
            return web.Response(body=_DOT, content_type="image/gif", headers=_HEADERS)
        if is_itself:
            self._came_itself = True
        else:
            self._arrived.set()
        title, text = _ITSELF if is_itself else _PHONE
        page = _PAGE.format(
            language=self._language,
            title=escape(say(self._language, title)),
            text=escape(say(self._language, text)),
            picture=self._picture,
        )
        return web.Response(text=page, content_type="text/html", headers=_HEADERS)

    async def outcome(self, seconds: float, skip: asyncio.Event) -> Outcome:
        """Wait at most *seconds* for a phone, or until *skip* is set."""
        deadline = time.monotonic() + seconds
        if await _first_of(self._arrived, skip, seconds) is skip:
            return Outcome.SKIPPED
        if not self._arrived.is_set():
            return Outcome.ITSELF if self._came_itself else Outcome.NOTHING
        await _first_of(self._back, skip, min(BACK_WITHIN, max(1.0, deadline - time.monotonic())))
        return Outcome.BACK if self._back.is_set() else Outcome.ARRIVED


async def round_trip(
    address: str,
    port: int,
    *,
    seconds: float,
    language: str,
    own: Collection[str],
    skip: asyncio.Event,
    ready: Callable[[str], None],
) -> Outcome:
    """Open a page at *address* and *port*, tell *ready* its URL, and wait for one phone.

    Raises OSError when it cannot be opened there, ModuleNotFoundError without the extra `workshop`.
    """
    from aiohttp import web

    trip = RoundTrip(language, own)
    app = web.Application(client_max_size=1024)
    app.router.add_get("/{any:.*}", trip.answer)
    runner = web.AppRunner(app, handle_signals=False, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, address, port).start()
        opened_at = runner.addresses[0][1]
        ready(url_of(address, opened_at))
        return await trip.outcome(seconds, skip)
    finally:
        await runner.cleanup()


async def _first_of(one: asyncio.Event, other: asyncio.Event, seconds: float) -> asyncio.Event | None:
    """Return the event that is set first, *one* rather than *other*; None when neither is in time."""
    waits = [asyncio.ensure_future(each.wait()) for each in (one, other)]
    try:
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
    return one if one.is_set() else other if other.is_set() else None
