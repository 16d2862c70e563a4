"""Looking at a file again and again while an editor writes it: what is in it, once that is certain."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.authoring.source import read_bytes

PAUSE = 0.3
"""Seconds from one look to the next."""

SURE = 2
"""Looks in a row that must show the same before it is told: a file may be half written."""

PATIENCE = 4
"""As many for a file that is gone, empty or not to be read: an editor may be about to put it back."""

SETTLED = 10
"""Looks at the same time, size and place of a file after which it is no longer read each time.

Some disks note the time of a change in steps of two seconds: within one step a file can change without it.
"""

Stamp = tuple[int, int, int]
"""Size, time of the last change and inode of a file: a new one is probably another text."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What there is to see of a file: its bytes, or None and the system's words for why not."""

    data: bytes | None
    why: str = ""


class Watch:
    """One file that somebody may be writing, in any way that editors do it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamp: Stamp | None = None
        self._looks = 0
        self._seen: Sight | None = None
        self._times = 0
        self._told: Sight | None = None

    def look(self) -> Sight | None:
        """Return what is in the file when that is new since it was last told, else None.

        The first look tells at once; after that, what is new must have been there at a few looks.
        """
        stamp = _stamp_of(self.path)
        self._looks = self._looks + 1 if stamp == self._stamp else 0
        self._stamp = stamp
        told = self._told
        if self._looks > SETTLED and told and told.data is not None and self._seen == told:
            return None
        sight = _sight_of(self.path)
        self._times = self._times + 1 if sight == self._seen else 1
        self._seen = sight
        if sight == told or (told and self._times < (SURE if sight.data else PATIENCE)):
            return None
        self._told = sight
        return sight


def _stamp_of(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino


def _sight_of(path: Path) -> Sight:
    try:
        return Sight(read_bytes(path))
    except (OSError, ValueError) as error:
        return Sight(None, getattr(error, "strerror", None) or type(error).__name__)
