"""The door of a workshop: where its page for phones is to open, and what kept it shut."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.workshop.addresses import PORT, Candidate
from game.workshop.log import Workshop
from game.workshop.network_checks import other_port

if TYPE_CHECKING:
    from game.workshop.phones.server import Phones


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why phones cannot come in: a key of the catalogue of words, and what it tells.

    `options` are those of the command line with which they may.
    """

    key: str
    values: dict[str, object]
    options: str = "--phones"


@dataclass(slots=True)
class Doorway:
    """The page for phones. `host` and `asked_port` are what was asked for, `addresses` what there is.

    `address` is where it opens, '' as long as that is to be chosen. `trouble` is what kept it shut.
    """

    phones: Phones
    host: str = ""
    asked_port: int | None = None
    remote: bool = False
    addresses: tuple[Candidate, ...] = ()
    address: str = ""
    trouble: Trouble | None = None
    _port: int = PORT

    def __post_init__(self) -> None:
        """Take what leaves nothing to choose."""
        self.address = self.host or (self.addresses[0].address if len(self.addresses) == 1 else "")
        self._port = PORT if self.asked_port is None else self.asked_port

    @property
    def options(self) -> str:
        """What `--resume` needs beside it, so that the same page opens again, or one that can."""
        return self.trouble.options if self.trouble else self._options(self.host, self._port)

    def _options(self, host: str, port: int) -> str:
        told = ["--phones"]
        told += ["--host", host] if host else []
        told += ["--port", str(port)] if port != PORT else []
        told += ["--remote"] if self.remote else []
        return " ".join(told)

    async def open(self, workshop: Workshop) -> Trouble | None:
        """Let phones into *workshop*. Return what is to be told: `trouble`, or that it is at another port.

        A port that nobody asked for and that somebody else has is left for the next one.
        """
        if not self.address:  # an empty one would open every address there is
            self.trouble = Trouble("room-phones-no-address", {})
            return self.trouble
        error = await self._start(workshop)
        if error is None:
            return None
        if error.errno == errno.EADDRINUSE and self.asked_port is None:
            self._port = other_port(self.address, PORT)
            error = await self._start(workshop)
            if error is None:
                return Trouble("room-phones-moved", {"taken": PORT, "port": self._port})
        self.trouble = self._why(error)
        return self.trouble

    async def _start(self, workshop: Workshop) -> OSError | None:
        """Open the page. Return what kept it shut."""
        try:
            await self.phones.start(workshop, self.address, self._port, remote=self.remote)
        except OSError as error:
            return error
        return None

    def _why(self, error: OSError) -> Trouble:
        match error.errno:
            case errno.EADDRINUSE | errno.EACCES:
                key = "room-port-taken" if error.errno == errno.EADDRINUSE else "room-port-forbidden"
                options = self._options(self.host, other_port(self.address, self._port))
                return Trouble(key, {"port": self._port}, options)
            case errno.EADDRNOTAVAIL:
                options = self._options("", self._port)
                return Trouble("room-phones-not-here", {"address": self.address}, options)
        return Trouble("room-phones-failed", {"why": error.strerror or str(error)})
