"""The open lines to phones. Each carries the newest state only: a slow phone misses steps, never the last."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING

from game.workshop.phones.limits import Limits

if TYPE_CHECKING:
    from aiohttp.web import StreamResponse

SLICE = 25
"""So many phones are told at once; then whoever waits (a key of the facilitator) comes first."""


class Stream:
    """One open line."""

    def __init__(self) -> None:
        self.is_closed = False
        self.changed = asyncio.Event()

    def close(self) -> None:
        """End it at the next turn of the loop."""
        self.is_closed = True
        self.changed.set()


class Streams:
    """All open lines, by phone."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._open: dict[str, list[Stream]] = {}
        self._count = 0
        self._telling: asyncio.Task[None] | None = None
        self._is_stale = False

    def __len__(self) -> int:
        return self._count

    @property
    def is_full(self) -> bool:
        """Tell whether no more lines can be opened."""
        return self._count >= self._limits.streams

    @contextmanager
    def line(self, device: str) -> Iterator[Stream]:
        """Hold a line for *device*. Of too many lines to one phone the oldest is closed."""
        stream = Stream()
        while self.lines_to(device) >= self._limits.streams_per_device:
            self._drop(device, self._open[device][0])
        self._open.setdefault(device, []).append(stream)
        self._count += 1
        try:
            yield stream
        finally:
            self._drop(device, stream)

    def _drop(self, device: str, stream: Stream) -> None:
        lines = self._open.get(device, [])
        if stream in lines:
            lines.remove(stream)
            self._count -= 1
        if not lines:
            self._open.pop(device, None)
        stream.close()

    def tell(self, device: str) -> None:
        """Have the lines to *device* say how things are."""
        for stream in self._open.get(device, ()):
            stream.changed.set()

    def lines_to(self, device: str) -> int:
        """Return how many lines there are to *device*."""
        return len(self._open.get(device, ()))

    def tell_all(self) -> None:
        """Have all lines say how things are, some at a time."""
        self._is_stale = True
        if self._telling is None:
            self._telling = asyncio.create_task(self._tell_all())

    async def _tell_all(self) -> None:
        try:
            while self._is_stale:
                self._is_stale = False
                every = iter([stream for lines in self._open.values() for stream in lines])
                while some := list(islice(every, SLICE)):
                    for stream in some:
                        stream.changed.set()
                    await asyncio.sleep(0.002)
        finally:
            self._telling = None

    def close_all(self) -> None:
        """Close every line: the server stops, or a test cuts them."""
        if self._telling:
            self._telling.cancel()
        for lines in list(self._open.values()):
            for stream in list(lines):
                stream.close()

    async def run(self, stream: Stream, response: StreamResponse, told: Callable[[], str]) -> None:
        """Write to one phone what *told* returns, each time that has changed, until the line is closed."""
        before = None
        while not stream.is_closed:
            stream.changed.clear()
            now = told()
            chunk = f"data: {now}\n\n" if now != before else ": here\n\n"
            before = now
            async with asyncio.timeout(self._limits.write_seconds):
                await response.write(chunk.encode())
            with suppress(TimeoutError):
                async with asyncio.timeout(self._limits.ping_seconds):
                    await stream.changed.wait()
