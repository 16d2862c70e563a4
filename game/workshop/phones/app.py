"""The requests that phones can make."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress

from aiohttp import web
from aiohttp.typedefs import Handler

from game.workshop.acts import NotNowError
from game.workshop.phones import pages, remote
from game.workshop.phones.devices import Device
from game.workshop.phones.door import Door
from game.workshop.phones.guard import (
    DEVICE_COOKIE,
    LANGUAGE_COOKIE,
    add_headers,
    fields,
    guard,
    html,
    language_of,
    other,
    set_cookie,
)
from game.workshop.phones.keys import is_same
from game.workshop.phones.room import Room

CONTROL_COOKIE = "luisterkamer-control"
_SEAL = re.compile(r"[0-9a-f]{12}")
_TEAM = re.compile(r"[0-8]")
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")


def make_app(room: Room, door: Callable[[], Door]) -> web.Application:
    """Return the pages of *room*. *door* tells which connections are at work."""
    app = web.Application(middlewares=[guard(room, door)], client_max_size=room.limits.body)
    app.on_response_prepare.append(add_headers)
    phone, control = _Phone(room), _Control(room)
    app.add_routes(
        [
            web.get("/", phone.page, allow_head=False),
            web.get("/page.js", _asset("page.js", "text/javascript"), allow_head=False),
            web.get("/page.css", _asset("page.css", "text/css"), allow_head=False),
            web.get("/J/{token}", phone.scanned, allow_head=False),
            web.get("/events", phone.events, allow_head=False),
            web.post("/join", phone.join),
            web.post("/vote", phone.vote),
            web.post("/team", phone.team),
            web.post("/here", phone.here),
            web.post("/language", phone.language),
        ]
    )
    if room.remote:
        app.add_routes(
            [
                web.get("/R/{secret}", control.opened, allow_head=False),
                web.get("/remote", control.page, allow_head=False),
                web.post("/remote", control.act),
            ]
        )
    return app


def _asset(name: str, kind: str) -> Handler:
    async def send(request: web.Request) -> web.Response:
        return web.Response(text=pages.asset(name), content_type=kind, charset="utf-8")

    return send


class _Phone:
    """What anyone in the room can do."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def page(self, request: web.Request) -> web.Response:
        """Show where the session stands, or ask the room code."""
        language = self._language(request)
        device = self._known(request)
        if device:
            return html(pages.session_page(self._room.view(device.id, language), language))
        return html(pages.join_page(language, notice="phone-no-cookies" if "in" in request.query else ""))

    async def scanned(self, request: web.Request) -> web.Response:
        """Let in who scanned the QR."""
        language = self._language(request)
        if self._known(request):
            return html(pages.doorstep_page(language, "/"))
        if not is_same(request.match_info["token"].upper(), self._room.keys.token):
            return html(pages.join_page(language), 404)
        return self._let_in(language, lambda: html(pages.doorstep_page(language, "/?in=1")))

    async def join(self, request: web.Request) -> web.Response:
        """Let in who typed the room code."""
        language = self._language(request)
        if self._known(request):
            return other("/")
        told = await fields(request, self._room)
        if wrong := self._room.guess(told.get("code", "")):
            return html(
                pages.join_page(language, notice=wrong), 429 if wrong == "phone-too-many-codes" else 403
            )
        return self._let_in(language, lambda: other("/?in=1"))

    async def vote(self, request: web.Request) -> web.Response:
        """Vote, or change a vote. Answered when it is on disk."""
        device = self._must_know(request)
        told = await fields(request, self._room)
        ballot, option = told.get("ballot", ""), told.get("option", "")
        if not _NUMBER.fullmatch(ballot) or not _SEAL.fullmatch(option):
            raise web.HTTPBadRequest
        counts = await self._room.vote(device, int(ballot), option)
        if "application/json" not in request.headers.get("Accept", ""):
            return other("/")
        return self._state(request, device, 200 if counts else 409)

    async def team(self, request: web.Request) -> web.Response:
        """Join a team; 0 leaves it, to choose another one."""
        device = self._must_know(request)
        told = (await fields(request, self._room)).get("team", "")
        if not _TEAM.fullmatch(told):
            raise web.HTTPBadRequest
        await self._room.join_team(device, int(told) - 1 if told != "0" else None)
        return other("/")

    async def here(self, request: web.Request) -> web.Response:
        """Hear that a phone is there, and tell it how things are."""
        device = self._must_know(request)
        await fields(request, self._room)
        return self._state(request, device)

    async def language(self, request: web.Request) -> web.Response:
        """Remember a language, on the phone itself."""
        self._known(request)
        told = await fields(request, self._room)
        if told.get("language") not in ("nl", "en"):
            raise web.HTTPBadRequest
        response = other("/")
        set_cookie(response, LANGUAGE_COOKIE, told["language"])
        return response

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Keep telling a phone how things are."""
        device = self._must_know(request)
        if self._room.streams.is_full:
            raise web.HTTPServiceUnavailable
        language = self._language(request)
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        with self._room.streams.line(device.id) as line:
            try:
                await self._room.streams.run(line, response, lambda: self._room.told(device.id, language))
            except (ConnectionError, TimeoutError):
                response.force_close()
                if request.transport:
                    request.transport.abort()
        return response

    def _language(self, request: web.Request) -> str:
        return language_of(request, self._room.language)

    def _state(self, request: web.Request, device: Device, status: int = 200) -> web.Response:
        told = self._room.told(device.id, self._language(request))
        return web.Response(text=told, status=status, content_type="application/json")

    def _let_in(self, language: str, then: Callable[[], web.Response]) -> web.Response:
        device = self._room.let_in()
        if isinstance(device, str):
            return html(pages.closed_page(language, device), 403)
        response = then()
        set_cookie(response, DEVICE_COOKIE, self._room.keys.cookie(device.id))
        return response

    def _known(self, request: web.Request) -> Device | None:
        """Return the phone that asks, None for a stranger. Raises when it asks too often."""
        device = self._room.known(request.cookies.get(DEVICE_COOKIE, ""))
        if device and not self._room.devices.may_ask(device):
            raise web.HTTPTooManyRequests(headers={"Retry-After": "2"})
        return device

    def _must_know(self, request: web.Request) -> Device:
        device = self._known(request)
        if device is None:
            raise web.HTTPUnauthorized
        return device


class _Control:
    """What only who has the second secret can do."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def opened(self, request: web.Request) -> web.Response:
        """Let in who has the secret of the control page."""
        if not is_same(request.match_info["secret"].upper(), self._room.keys.remote):
            raise web.HTTPNotFound
        response = html(pages.doorstep_page(self._language(request), "/remote"))
        set_cookie(response, CONTROL_COOKIE, self._room.keys.control_cookie)
        return response

    async def page(self, request: web.Request) -> web.Response:
        """Show what can be done now."""
        self._must_control(request)
        workshop, language = self._room.workshop, self._language(request)
        at = remote.where(workshop)
        choices = remote.choices(workshop, language)
        if "more" in request.query:
            return html(pages.choices_page(language, at, choices))
        told = remote.told(workshop.session, language, present=self._room.devices.present)
        buttons = remote.buttons(workshop, language, locked=self._room.devices.locked)
        return html(pages.remote_page(language, told, at, buttons, bool(choices)))

    async def act(self, request: web.Request) -> web.Response:
        """Do what was asked, unless the session has moved on since the page was shown."""
        self._must_control(request)
        told = await fields(request, self._room)
        asked, session = told.get("do", ""), self._room.workshop.session
        if asked in (remote.LOCK, remote.UNLOCK):
            self._room.devices.locked = asked == remote.LOCK
            return other("/remote")
        act = remote.act_for(asked, session)
        if act is None:
            raise web.HTTPBadRequest
        if told.get("at") == remote.where(self._room.workshop):
            with suppress(NotNowError):  # the page that follows shows what can be done
                self._room.workshop.do(act)
        return other("/remote")

    def _must_control(self, request: web.Request) -> None:
        if not is_same(request.cookies.get(CONTROL_COOKIE, ""), self._room.keys.control_cookie):
            raise web.HTTPNotFound

    def _language(self, request: web.Request) -> str:
        return language_of(request, self._room.language)
