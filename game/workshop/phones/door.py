"""The door of the server: how many connections there are, and who has to go when there are too many."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiohttp.web import Server
    from aiohttp.web_protocol import RequestHandler

SPARE_FILES = 256
"""Files that stay free: for the rest of the program, and for connections that come all at once."""


class Door:
    """Makes the protocol of each connection. When there are too many, the oldest that asks nothing goes."""

    def __init__(self, server: Server, most: int) -> None:
        self._server = server
        self._most = most
        self.busy: set[object] = set()
        """The connections on which a request is being answered."""
        self._open: dict[RequestHandler, None] = {}

    @property
    def open(self) -> int:
        """How many connections there are."""
        return sum(each.transport is not None for each in self._server.connections)

    def __call__(self) -> asyncio.Protocol:
        """Return the protocol for one more connection."""
        if len(self._open) >= self._most:
            self._open = {each: None for each in self._server.connections if each.transport}
        if len(self._open) >= self._most:
            idle = next((each for each in self._open if each not in self.busy), None)
            if idle is None:
                return _Turned()
            del self._open[idle]
            idle.force_close()
        protocol = self._server()
        self._open[protocol] = None
        return protocol


class _Turned(asyncio.Protocol):
    """A connection that is closed at once: all others are at work."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        transport.abort()


def room_for(connections: int) -> int:
    """Return how many of *connections* the system lets us have, after asking it for enough."""
    try:
        import resource
    except ImportError:  # Windows has no such bound
        return connections
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + SPARE_FILES
    if soft != resource.RLIM_INFINITY and soft < wanted:
        asked = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (asked, hard))
        except (OSError, ValueError):
            asked = soft
        soft = asked
    if soft == resource.RLIM_INFINITY:
        return connections
    return max(16, min(connections, soft - SPARE_FILES))
