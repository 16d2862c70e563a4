"""The channel between a session and its notes: JSON, line by line, over a connection on this machine only.

The notes say the secret first. Then the session sends its newest state whenever it changes, and answers
every act that is asked for. A reader that is slow gets fewer states; one that reads nothing is dropped:
the session waits for nobody.
"""

from __future__ import annotations

import asyncio
import secrets
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from hmac import compare_digest
from pathlib import Path
from time import monotonic
from typing import Any

from game.workshop.acts import NotNowError
from game.workshop.control_client import ControlClient, NoSessionError
from game.workshop.control_file import Address, read_address, remove_address, write_address
from game.workshop.control_wire import BEAT, HOST, LONGEST_LINE, VERSION, Data, act_of, data_of, line_of
from game.workshop.log import Workshop
from game.workshop.session import Session
from game.workshop.views import Lookout, notes_view

__all__ = ["ControlClient", "ControlServer", "NoSessionError"]

MOST_WINDOWS = 16
ACTS_A_SECOND, ACTS_AT_ONCE = 20, 40
MOST_ANSWERS = 100
"""Answers that wait for a reader before it is dropped."""

HELLO_WITHIN = 3.0
TAKEN_WITHIN = 10.0
BETWEEN_STATES = 0.05


@dataclass(eq=False, slots=True)
class _Window:
    """One connection that knew the secret."""

    writer: asyncio.StreamWriter
    answers: deque[bytes] = field(default_factory=deque)
    seen: bytes = b""
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    budget: float = ACTS_AT_ONCE
    counted: float = field(default_factory=monotonic)

    def answer(self, data: Data) -> None:
        self.answers.append(line_of(data))
        self.wake.set()

    def may_act(self) -> bool:
        """Count one act; False when there were too many in so short a time."""
        now = monotonic()
        self.budget = min(ACTS_AT_ONCE, self.budget + (now - self.counted) * ACTS_A_SECOND)
        self.counted = now
        if self.budget < 1:
            return False
        self.budget -= 1
        return True


class ControlServer:
    """Lets the notes of this user, on this machine, see and lead a session."""

    def __init__(self, workshop: Workshop, home: Path) -> None:
        self.workshop = workshop
        self.home = home
        self.address: Address | None = None
        self._server: asyncio.Server | None = None
        self._windows: set[_Window] = set()
        self._connections: set[asyncio.Task[Any]] = set()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._changed = asyncio.Event()
        self._state = b""
        self._lookout: Lookout | None = None

    @property
    def windows(self) -> int:
        """How many notes are open."""
        return len(self._windows)

    async def start(self) -> None:
        """Listen, and write down where. Raises OSError; the session can go on without notes.

        May be cut short at any moment: `stop` closes what there is by then.
        """
        self._server = await asyncio.start_server(
            self._welcome, HOST, 0, limit=LONGEST_LINE, start_serving=False
        )
        port = self._server.sockets[0].getsockname()[1]
        address = Address(port, secrets.token_hex(32))
        try:
            write_address(self.home, address)
        except OSError:
            self._server.close()
            self._server = None
            raise
        self.address = address
        await self._server.start_serving()
        self.workshop.listeners.append(self._note_change)
        self._changed.set()
        for work in (self._tell_changes(), self._show_life()):
            self._tasks.add(asyncio.create_task(work))

    async def stop(self) -> None:
        """Say goodbye to all notes and remove the file."""
        if self._server is None:
            return
        if self.address:
            remove_address(self.home, self.address)
        self._server.close()
        self._server = None
        if self._note_change in self.workshop.listeners:
            self.workshop.listeners.remove(self._note_change)
        for window in self._windows:
            window.writer.write(line_of({"bye": True}))
        ending = [*self._tasks, *self._connections]
        for task in ending:
            task.cancel()
        await asyncio.gather(*ending, return_exceptions=True)
        self._tasks.clear()

    def _note_change(self, session: Session) -> None:
        self._changed.set()

    async def _tell_changes(self) -> None:
        """Work the newest state out after every change, and wake those who read it."""
        while True:
            await self._changed.wait()
            self._changed.clear()
            await self._work_out()
            for window in self._windows:
                window.wake.set()
            await asyncio.sleep(BETWEEN_STATES)  # a room that votes makes many changes at once

    async def _work_out(self) -> None:
        """Work the newest state out; the first look ahead, which takes a while in a large level, apart."""
        if self._lookout is None:
            self._lookout = await asyncio.to_thread(Lookout, self.workshop.session.level)
        state = notes_view(self.workshop.session, self.workshop, self._lookout)
        self._state = line_of({"state": state})

    async def _show_life(self) -> None:
        """Send a sign of life now and then; write the file anew should another session have removed it."""
        while True:
            await asyncio.sleep(BEAT)
            for window in self._windows:
                if not window.answers:
                    window.answer({"beat": True})
            if self.address and read_address(self.home) is None:
                with suppress(OSError):
                    write_address(self.home, self.address)

    def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve a new connection, unless there are too many already."""
        if len(self._connections) >= 2 * MOST_WINDOWS:
            writer.transport.abort()
            return
        task = asyncio.create_task(self._meet(reader, writer))
        self._connections.add(task)
        task.add_done_callback(self._connections.discard)

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection, from its first line to its end."""
        try:
            reason = await self._refusal(reader)
            if reason:
                writer.write(line_of({"refused": reason}))
            else:
                writer.write(line_of({"hello": VERSION}))
                await self._serve(reader, _Window(writer))
        except (OSError, ValueError, TimeoutError, asyncio.IncompleteReadError):
            pass  # gone, or no notes of ours: the session goes on
        finally:
            writer.close()

    async def _refusal(self, reader: asyncio.StreamReader) -> str:
        """Return why a connection is refused that says its first line; '' when it knows the secret."""
        async with asyncio.timeout(HELLO_WITHIN):
            told = data_of(await reader.readline())
        secret = told.get("secret")
        known = self.address.secret if self.address else secrets.token_hex(32)
        if not isinstance(secret, str) or not compare_digest(secret.encode(), known.encode()):
            return "notes-wrong-secret"
        if told.get("hello") != VERSION:
            return "notes-other-version"
        return "notes-too-many" if len(self._windows) >= MOST_WINDOWS else ""

    async def _serve(self, reader: asyncio.StreamReader, window: _Window) -> None:
        writing = asyncio.create_task(self._write(window))
        self._windows.add(window)
        window.wake.set()
        try:
            while line := await reader.readline():
                if not line.endswith(b"\n"):
                    break  # half a line: who sent it is gone
                self._take(data_of(line), window)
                if len(window.answers) > MOST_ANSWERS:
                    break
        finally:
            self._windows.discard(window)
            writing.cancel()

    async def _write(self, window: _Window) -> None:
        """Send answers, then the newest state; a reader that takes neither is dropped."""
        try:
            while True:
                await window.wake.wait()
                window.wake.clear()
                while window.answers:
                    window.writer.write(window.answers.popleft())
                if self._state and self._state != window.seen:
                    window.seen = self._state
                    window.writer.write(self._state)
                async with asyncio.timeout(TAKEN_WITHIN):
                    await window.writer.drain()
        except (OSError, TimeoutError):
            window.writer.transport.abort()

    def _take(self, told: Data, window: _Window) -> None:
        """Do the act that was asked for, and answer with its number: done, or why not."""
        number = told.get("n")
        reason = self._do(told, window)
        answered = number if isinstance(number, int) else None
        window.answer({"answer": answered, "refused": reason, "place": self.workshop.session.place})

    def _do(self, told: Data, window: _Window) -> str:
        if not window.may_act():
            return "notes-too-fast"
        act = act_of(told)
        if act is None:
            return "workshop-not-now"
        if told.get("place", self.workshop.session.place) != self.workshop.session.place:
            return "notes-moved-on"  # asked for by somebody who had not seen yet that it went on
        try:
            self.workshop.do(act)
        except NotNowError as error:
            return error.reason
        return ""
