"""The notes' end of the channel: finds the session, follows its states, asks for acts."""

from __future__ import annotations

import asyncio
from pathlib import Path

from game.workshop.acts import Act
from game.workshop.control_file import read_address
from game.workshop.control_wire import BEAT, HOST, VERSION, Data, data_of, line_of

LONGEST_STATE = 4_000_000
ANSWER_WITHIN = 3.0
SILENT_FOR = 5 * BEAT
"""Seconds without a sign of life after which a session counts as lost."""


class NoSessionError(Exception):
    """There is no session to be found; `reason` is a key of the catalogue of words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ControlClient:
    """A connection with the session of this user on this machine. Iterate over it for its states.

    The iteration gives the newest state, skipping those that were overtaken, and ends when the connection
    does; `connect` may then be called again. `said_goodbye` tells that the session was closed on purpose.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.said_goodbye = False
        self._writer: asyncio.StreamWriter | None = None
        self._reading: asyncio.Task[None] | None = None
        self._answers: dict[int, asyncio.Future[str]] = {}
        self._asked = 0
        self._latest: Data | None = None
        self._place: object = None
        self._news = asyncio.Event()

    @property
    def is_connected(self) -> bool:
        """Tell whether there is a connection."""
        return self._writer is not None

    async def connect(self) -> None:
        """Find the session and show the secret. Raises NoSessionError."""
        await self.close()
        address = read_address(self.home)
        if address is None:
            raise NoSessionError("notes-no-session")
        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                reader, writer = await asyncio.open_connection(HOST, address.port, limit=LONGEST_STATE)
        except (OSError, TimeoutError):
            raise NoSessionError("notes-stale") from None
        try:
            writer.write(line_of({"hello": VERSION, "secret": address.secret}))
            async with asyncio.timeout(ANSWER_WITHIN):
                told = data_of(await reader.readline())
        except (OSError, ValueError, TimeoutError):
            told = {}  # whoever listens there now is no session of ours
        if told.get("hello") != VERSION:
            writer.close()
            refused = told.get("refused")
            raise NoSessionError(refused if isinstance(refused, str) else "notes-stale")
        self.said_goodbye, self._latest, self._writer = False, None, writer
        self._news.clear()
        self._reading = asyncio.create_task(self._read(reader))

    async def send(self, act: Act) -> str:
        """Ask for *act*, where the session stood when it was last seen.

        Return '' when it was done, else why not: a key of the catalogue of words. Raises ConnectionError.
        """
        if self._writer is None:
            raise ConnectionError
        self._asked += 1
        number = self._asked
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        try:
            self._writer.write(line_of({**act, "n": number, "place": self._place}))
            async with asyncio.timeout(ANSWER_WITHIN):
                told: str = await answer
                return told
        except TimeoutError:
            raise ConnectionError from None
        finally:
            del self._answers[number]

    def __aiter__(self) -> ControlClient:
        return self

    async def __anext__(self) -> Data:
        await self._news.wait()
        state, self._latest = self._latest, None
        if state is None:
            raise StopAsyncIteration
        if self.is_connected:
            self._news.clear()
        self._place = state.get("place")
        return state

    async def close(self) -> None:
        """Let go of the connection."""
        if self._reading:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)
            self._reading = None

    async def _read(self, reader: asyncio.StreamReader) -> None:
        try:
            while line := await self._line(reader):
                self._take(data_of(line))
        except (OSError, ValueError, TimeoutError):
            pass  # lost: the iteration ends
        finally:
            self._lose()

    @staticmethod
    async def _line(reader: asyncio.StreamReader) -> bytes:
        # not `wait_for`: on Python 3.11 that forgets a cancellation when a line comes in at the same moment
        async with asyncio.timeout(SILENT_FOR):
            return await reader.readline()

    def _take(self, told: Data) -> None:
        match told:
            case {"state": dict(state)}:
                self._latest = state
                self._news.set()
            case {"answer": int(number), "refused": str(reason)} if number in self._answers:
                if not reason:  # who did it knows where that led
                    self._place = told.get("place")
                if not self._answers[number].done():
                    self._answers[number].set_result(reason)
            case {"bye": True}:
                self.said_goodbye = True

    def _lose(self) -> None:
        if self._writer:
            self._writer.close()
            self._writer = None
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(ConnectionError())
        self._news.set()
