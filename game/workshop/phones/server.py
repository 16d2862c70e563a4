"""The server for phones: inside the program, on one address, for as long as it is wanted."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING

from game.library import Library, players_library
from game.workshop.log import Workshop
from game.workshop.phones.keys import forget_keys, keys_for
from game.workshop.phones.limits import Limits
from game.workshop.session import Phase

if TYPE_CHECKING:
    from aiohttp.web import AppRunner

    from game.workshop.phones.door import Door
    from game.workshop.phones.room import Room

_QUIET = logging.getLogger("luisterkamer.phones")
_QUIET.addHandler(logging.NullHandler())
_QUIET.propagate = False  # a message would name an address, and be written over the screen


class Phones:
    """Phones in the room. After `start` they can join at `url` with `code`, or at once at `join_url`."""

    def __init__(
        self, library: Library | None = None, *, language: str = "nl", limits: Limits | None = None
    ) -> None:
        """Take the names of principles from *library*; *language* is for phones that ask for neither."""
        self._library = library
        self._language = language
        self._limits = limits or Limits()
        self._room: Room | None = None
        self._runner: AppRunner | None = None
        self._door: Door | None = None
        self._server: asyncio.Server | None = None
        self.url = self.join_url = self.code = self.remote_url = ""

    async def start(self, workshop: Workshop, address: str, port: int, *, remote: bool = False) -> None:
        """Serve *workshop* on *address* alone; port 0 takes a free one. *remote* adds the control page.

        Raises ImportError without aiohttp, OSError when the address or the port cannot be had.
        """
        from aiohttp.web import AppRunner

        from game.workshop.phones.app import make_app
        from game.workshop.phones.door import Door, room_for
        from game.workshop.phones.room import Room

        keys = keys_for(workshop.path)
        room = self._room = Room(
            workshop,
            keys,
            limits=self._limits,
            now=time.monotonic,
            principles=(self._library or players_library()).principles,
            language=self._language,
            remote=remote,
        )
        self._runner = AppRunner(
            make_app(room, lambda: door),
            handle_signals=False,
            access_log=None,
            logger=_QUIET,
            keepalive_timeout=self._limits.header_seconds,
            lingering_time=1,
            auto_decompress=False,
            handler_cancellation=True,
            shutdown_timeout=1,
        )
        await self._runner.setup()
        assert self._runner.server is not None
        door = self._door = Door(self._runner.server, room_for(self._limits.connections))
        try:
            self._server = await asyncio.get_running_loop().create_server(
                door, address, port, backlog=128, start_serving=False
            )
            await self._server.start_serving()
        except (OSError, asyncio.CancelledError):
            await self.stop()
            raise
        port = self._server.sockets[0].getsockname()[1]
        host = f"[{address}]" if ":" in address else address
        room.hosts = frozenset(_hosts(host, port))
        self.url = f"http://{host}" if port == 80 else f"http://{host}:{port}"
        self.code = keys.code
        self.join_url = f"{self.url}/J/{keys.token}".upper()  # capitals make a smaller QR
        self.remote_url = f"{self.url}/R/{keys.remote}" if remote else ""

    async def stop(self) -> None:
        """Let everybody go. The secrets are thrown away when the session is over."""
        room, self._room = self._room, None
        if self._server:
            self._server.close()
            self._server = None
        if room:
            room.leave()
            await room.votes.stop()
            room.streams.close_all()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None
        if room and room.workshop.session.phase == Phase.DONE:
            forget_keys(room.workshop.path)

    @property
    def present(self) -> int:
        """How many phones were heard lately."""
        return self._room.devices.present if self._room else 0

    @property
    def joined(self) -> int:
        """How many phones were let in, or came back, since the start."""
        return len(self._room.devices) if self._room else 0

    @property
    def connections(self) -> int:
        """How many connections are open."""
        return self._door.open if self._door and self._runner else 0

    @property
    def locked(self) -> bool:
        """Whether nobody new can come in."""
        return self._room.devices.locked if self._room else False

    @locked.setter
    def locked(self, is_locked: bool) -> None:
        if self._room:
            self._room.devices.locked = is_locked

    def cut_streams(self) -> None:
        """Cut the lines to all phones, as sleep does; they come back by themselves."""
        if self._room:
            self._room.streams.close_all()


def _hosts(host: str, port: int) -> list[str]:
    """Return the values of Host that mean us."""
    names = [host, "localhost"] if host == "127.0.0.1" else [host]
    return [f"{name}:{port}".lower() for name in names] + (names if port == 80 else [])
