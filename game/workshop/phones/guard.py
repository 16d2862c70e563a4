"""What every request must be before it is looked at, and what every answer carries."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from urllib.parse import parse_qsl

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from game.workshop.phones.door import Door
from game.workshop.phones.room import Room

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with no-referrer a form without JavaScript would send no Origin
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Server": "luisterkamer",
}

DEVICE_COOKIE = "luisterkamer"
LANGUAGE_COOKIE = "luisterkamer-language"
FORM = "application/x-www-form-urlencoded"
MOST_FIELDS = 4
_LANGUAGE = re.compile(r"\s*([a-zA-Z]{1,8})[^,;]*(?:;\s*q=([01](?:\.\d{1,3})?))?\s*")


def guard(room: Room, door: Callable[[], Door]) -> Middleware:
    """Return the middleware that lets only our own pages ask, and holds the door open meanwhile."""

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        protocol, busy = request.protocol, door().busy
        busy.add(protocol)
        try:
            if not room.keys.device(request.cookies.get(DEVICE_COOKIE, "")) and not room.may_knock():
                raise web.HTTPServiceUnavailable(headers={"Retry-After": "2"})
            refuse_others(request, room)
            return await handler(request)
        except web.HTTPException as error:
            if error.status in (429, 503):  # who floods waits for each answer, and holds nobody up
                busy.discard(protocol)
                await asyncio.sleep(room.limits.pause_seconds)
            if error.status >= 400 and request.can_read_body:
                error.force_close()
            raise
        finally:
            busy.discard(protocol)

    return guarded


def refuse_others(request: web.Request, room: Room) -> None:
    """Raise where Host is not ours, where something is changed from another page, or the body is too long."""
    hosts = request.headers.getall("Host", [])
    if len(hosts) != 1 or hosts[0].lower() not in room.hosts:
        raise web.HTTPMisdirectedRequest
    if request.method == "POST":
        origins = request.headers.getall("Origin", [])
        if origins != [f"http://{hosts[0]}"]:
            raise web.HTTPForbidden
        if request.content_type != FORM or "Content-Encoding" in request.headers:
            raise web.HTTPUnsupportedMediaType
    if (request.content_length or 0) > room.limits.body:
        raise web.HTTPRequestEntityTooLarge(room.limits.body, request.content_length or 0)


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Put on every answer what keeps it from being anything but what it is."""
    response.headers.update(HEADERS)


async def fields(request: web.Request, room: Room) -> dict[str, str]:
    """Return the fields of a form. Raises an HTTP error where it is slow, too long or none."""
    try:
        async with asyncio.timeout(room.limits.body_seconds):
            data = await request.read()
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    try:
        pairs = parse_qsl(data.decode("ascii"), max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError:
        raise web.HTTPBadRequest from None
    if len(dict(pairs)) != len(pairs):
        raise web.HTTPBadRequest
    return dict(pairs)


def language_of(request: web.Request, otherwise: str) -> str:
    """Return the language chosen with the switch, or what the phone asks for, or *otherwise*."""
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    if chosen in ("nl", "en"):
        return chosen
    best, weight = otherwise, 0.0
    for part in request.headers.get("Accept-Language", "")[:200].split(","):
        if told := _LANGUAGE.fullmatch(part):
            name, share = told[1].lower(), float(told[2] or 1)
            if name in ("nl", "en") and share > weight:
                best, weight = name, share
    return best


def set_cookie(response: web.StreamResponse, name: str, value: str) -> None:
    """Set a cookie that only this server gets, only from its own pages, and that no script can read."""
    response.set_cookie(name, value, httponly=True, samesite="Strict", path="/")


def html(text: str, status: int = 200) -> web.Response:
    """Return a page."""
    return web.Response(text=text, status=status, content_type="text/html", charset="utf-8")


def other(path: str) -> web.Response:
    """Lead on to another page, after a form."""
    return web.Response(status=303, headers={"Location": path})
