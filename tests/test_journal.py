"""The file of records: what is written stays, what is damaged is seen, what fails leaves no trace."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import journal
from game.journal import InUseError, Journal, Reading
from tests.conftest import ROOT

RECORDS: tuple[dict[str, Any], ...] = (
    {"format": 1, "level": "klein", "seed": 7},
    {"n": 1, "act": "reply", "reply": "warm", "state": "8d1f0a"},
    {"n": 2, "act": "rewind", "to": 0},
    {"n": 3, "act": "reply", "reply": "zoë", "what": "line\nfeed"},
)
needs_flock = pytest.mark.skipif(os.name == "nt", reason="flock")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "game.jsonl"
    with Journal(path, create=True) as file:
        for record in RECORDS:
            file.append(record)
    return path


def ends(data: bytes) -> list[int]:
    """Return where each line ends, its line feed included."""
    return [place + 1 for place, byte in enumerate(data) if byte == 0x0A]


def read(path: Path, data: bytes) -> Reading:
    path.write_bytes(data)
    return journal.read(path)


# Reading


def test_what_was_written_is_read_back(path: Path) -> None:
    assert journal.read(path) == Reading(RECORDS, path.stat().st_size)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abc\n\x00é"), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), JSON))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_record_comes_back_from_its_line(record: dict[str, Any]) -> None:
    line = journal.encode(record)
    assert line.count(b"\n") == 1
    assert journal.decode(line[:-1]) == record


def test_an_empty_file_holds_nothing_and_is_sound(path: Path) -> None:
    assert read(path, b"") == Reading((), 0)


def test_cut_at_every_byte_leaves_the_records_before_the_cut(path: Path) -> None:
    data = path.read_bytes()
    for cut in range(len(data) + 1):
        whole = [end for end in ends(data) if end <= cut]
        sound = whole[-1] if whole else 0
        assert read(path, data[:cut]) == Reading(RECORDS[: len(whole)], sound, is_torn=cut > sound), cut


def test_every_flipped_bit_is_seen_and_what_was_before_it_is_readable(path: Path) -> None:
    data = path.read_bytes()
    for place in range(len(data)):
        before = sum(end <= place for end in ends(data))
        for bit in range(8):
            flipped = bytearray(data)
            flipped[place] ^= 1 << bit
            found = read(path, bytes(flipped))
            assert found.records == RECORDS[:before], (place, bit)
            assert found.sound_bytes == ([0, *ends(data)])[before]
            # only the very last line feed can make a whole line look like an unfinished one
            assert found.is_torn == (place == len(data) - 1), (place, bit)
            assert found.damaged_line == (None if found.is_torn else before + 1), (place, bit)


def test_another_case_in_a_checksum_is_damage(path: Path) -> None:
    data = path.read_bytes()
    swapped = 0
    for number, start in enumerate([0, *ends(data)[:-1]]):
        for place in range(start, start + 8):
            if chr(data[place]).isalpha():
                other = data[:place] + data[place : place + 1].upper() + data[place + 1 :]
                assert read(path, other).damaged_line == number + 1
                swapped += 1
    assert swapped  # there were letters to swap


@pytest.mark.parametrize(
    "body",
    [b"[1]", b"null", b"{", b"\xff", b'{"a":' + b"[" * 100_000, b"1" * 5_000],
    ids=lambda body: body[:5],
)
def test_a_right_checksum_makes_no_record_of_something_else(path: Path, body: bytes) -> None:
    data = path.read_bytes()
    found = read(path, data + b"%08x %s\n" % (crc32(body), body) + data)
    assert (found.records, found.damaged_line) == (RECORDS, len(RECORDS) + 1)


@pytest.mark.parametrize("beyond", [-2, -1, 0, 1])
def test_a_file_larger_than_we_read_is_damaged_and_never_cut(
    path: Path, monkeypatch: pytest.MonkeyPatch, beyond: int
) -> None:
    end = ends(path.read_bytes())[2]
    monkeypatch.setattr(journal, "LARGEST", end + beyond)
    found = journal.read(path)
    assert found.records in (RECORDS[:2], RECORDS[:3])
    assert (found.is_torn, found.damaged_line) == (False, len(found.records) + 1)


def test_a_file_of_just_the_largest_size_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "LARGEST", path.stat().st_size)
    assert journal.read(path).records == RECORDS


# A torn tail


def test_a_torn_tail_is_cut_off_before_the_next_record(path: Path) -> None:
    torn = path.read_bytes()[:-5]
    path.write_bytes(torn)
    copy = journal.keep_copy(path)
    with Journal(path) as file:
        file.cut_to(journal.read(path).sound_bytes)
        file.append({"n": 3})
    assert copy.read_bytes() == torn
    assert journal.read(path).records == (*RECORDS[:-1], {"n": 3})
    assert not journal.read(path).is_torn


def test_a_failed_append_after_a_cut_ends_where_the_cut_was(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5])
    with Journal(path) as file:
        file.cut_to(journal.read(path).sound_bytes)
        with pytest.MonkeyPatch.context() as patch:
            _short_write(patch)
            with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
                file.append({"n": 3})
        file.append({"n": 3})
    assert journal.read(path).records == (*RECORDS[:-1], {"n": 3})


def test_a_copy_is_kept_once_per_state(path: Path) -> None:
    first = journal.keep_copy(path)
    assert journal.keep_copy(path) == first
    path.write_bytes(b"other damage")
    second = journal.keep_copy(path)
    assert (first.name, second.name) == ("game.jsonl.damaged-1", "game.jsonl.damaged-2")
    assert journal.keep_copy(path) == second
    assert second.read_bytes() == b"other damage"
    assert len(list(path.parent.iterdir())) == 3


# Writing


def test_a_record_is_written_in_one_go_and_synced_before_append_returns(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[object] = []
    write, sync = os.write, os.fsync
    with Journal(path) as file:
        monkeypatch.setattr(os, "write", lambda fd, data: (done.append(data), write(fd, data))[1])
        monkeypatch.setattr(journal, "_sync", lambda fd: (done.append("synced"), sync(fd))[1])
        file.append({"n": 4}, {"n": 5})
    assert done == [journal.encode({"n": 4}) + journal.encode({"n": 5}), "synced"]
    assert journal.read(path).records == (*RECORDS, {"n": 4}, {"n": 5})


Fault = Callable[[pytest.MonkeyPatch], None]


def _short_write(patch: pytest.MonkeyPatch) -> None:
    write = os.write
    patch.setattr(os, "write", lambda fd, data: write(fd, data[: len(data) // 2]))


def _write_fails(number: int) -> Fault:
    def inject(patch: pytest.MonkeyPatch) -> None:
        def fail(fd: int, data: bytes) -> int:
            raise OSError(number, os.strerror(number))

        patch.setattr(os, "write", fail)

    return inject


def _sync_fails(error: BaseException) -> Fault:
    def inject(patch: pytest.MonkeyPatch) -> None:
        def fail(fd: int) -> None:
            raise error

        patch.setattr(journal, "_sync", fail)

    return inject


FAULTS = {
    "short write": (_short_write, OSError),
    "ENOSPC": (_write_fails(errno.ENOSPC), OSError),
    "EIO": (_write_fails(errno.EIO), OSError),
    "fsync EIO": (_sync_fails(OSError(errno.EIO, "EIO")), OSError),
    "Ctrl-C": (_sync_fails(KeyboardInterrupt()), KeyboardInterrupt),
    "SIGTERM": (_sync_fails(SystemExit(143)), SystemExit),
}


@pytest.fixture(params=FAULTS)
def fault(request: pytest.FixtureRequest) -> tuple[Fault, type[BaseException]]:
    return FAULTS[request.param]


def test_a_failed_append_leaves_the_file_as_it_was(
    path: Path, fault: tuple[Fault, type[BaseException]]
) -> None:
    inject, error = fault
    before = path.read_bytes()
    with Journal(path) as file:
        with pytest.MonkeyPatch.context() as patch:
            inject(patch)
            with pytest.raises(error):
                file.append({"n": 4})
        assert path.read_bytes() == before
        file.append({"n": 4})
    assert path.read_bytes() == before + journal.encode({"n": 4})


@pytest.mark.parametrize("times", [1, 2])
def test_what_could_not_be_cut_off_at_once_is_cut_off_before_the_next_record(
    path: Path, fault: tuple[Fault, type[BaseException]], times: int
) -> None:
    inject, error = fault
    before = path.read_bytes()

    def cannot_cut(fd: int, size: int) -> None:
        raise OSError(errno.EIO, "EIO")

    with Journal(path) as file:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "ftruncate", cannot_cut)
            with pytest.MonkeyPatch.context() as inner:
                inject(inner)
                with pytest.raises(error):
                    file.append({"n": 4})
            for _ in range(times - 1):  # the disk writes again, but there is still no cutting off
                with pytest.raises(OSError, match="EIO"):
                    file.append({"n": 4})
        file.append({"n": 4})
    assert path.read_bytes() == before + journal.encode({"n": 4})


@pytest.mark.skipif(os.name == "nt", reason="resource limits")
def test_a_full_disk_as_the_system_does_it(path: Path) -> None:
    import resource

    before = path.read_bytes()
    with Journal(path) as file:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 5, hard))  # room for half a line
        try:
            with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
                file.append({"n": 4})
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert path.read_bytes() == before
        file.append({"n": 4})
    assert journal.read(path).records == (*RECORDS, {"n": 4})


# Beginning a file


def test_a_new_journal_never_takes_the_place_of_another(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        Journal(path, create=True)
    assert path.read_bytes() == before


def test_a_journal_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Journal(tmp_path / "none.jsonl")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", ["_lock", "_sync_folder"])
def test_a_journal_that_could_not_be_begun_can_be_begun_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(_: object) -> None:
        raise OSError(errno.EIO, "EIO")

    path = tmp_path / "game.jsonl"
    with monkeypatch.context() as patch:
        patch.setattr(journal, step, fail)
        with pytest.raises(OSError, match="EIO"):
            Journal(path, create=True)
    with Journal(path, create=True) as file:
        file.append(RECORDS[0])
    assert journal.read(path).records == RECORDS[:1]


def test_a_new_file_that_another_window_was_quick_to_take_is_left_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "game.jsonl"
    lock = journal._lock

    def too_late(file: int) -> None:
        monkeypatch.setattr(journal, "_lock", lock)
        with Journal(path) as other:
            other.append(RECORDS[0])
            lock(file)

    monkeypatch.setattr(journal, "_lock", too_late)
    with pytest.raises(InUseError):
        Journal(path, create=True)
    assert journal.read(path).records == RECORDS[:1]


@pytest.mark.skipif(os.name == "nt", reason="folders are not synced there")
@pytest.mark.parametrize(("number", "is_fine"), [(errno.EINVAL, True), (errno.EIO, False)])
def test_a_filesystem_that_cannot_sync_folders_is_fine_and_one_that_fails_to_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, is_fine: bool
) -> None:
    import stat

    sync = os.fsync

    def sync_files_only(fd: int) -> None:
        if stat.S_ISDIR(os.fstat(fd).st_mode):
            raise OSError(number, os.strerror(number))
        sync(fd)

    monkeypatch.setattr(os, "fsync", sync_files_only)
    path = tmp_path / "game.jsonl"
    if is_fine:
        Journal(path, create=True).close()
    else:
        with pytest.raises(OSError, match=os.strerror(number)):
            Journal(path, create=True)
    assert path.exists() == is_fine


# One window at a time

HOLD = """
import sys
from pathlib import Path
from game.journal import Journal
file = Journal(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.readline()
"""


@contextmanager
def held_by_another(path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


def test_a_second_process_is_refused_until_the_first_is_gone(path: Path) -> None:
    before = path.read_bytes()
    with held_by_another(path) as process:
        with pytest.raises(InUseError):
            Journal(path)
        assert path.read_bytes() == before
        assert journal.read(path).records == RECORDS  # reading is always allowed
        process.kill()  # it has no chance to tidy up
        assert os.name == "nt" or process.wait() == -signal.SIGKILL
        with Journal(path) as file:
            file.append({"n": 4})
    assert journal.read(path).records == (*RECORDS, {"n": 4})


def test_the_lock_goes_with_the_file_and_can_be_had_again(path: Path) -> None:
    with Journal(path), pytest.raises(InUseError):
        Journal(path)
    file = Journal(path)
    file.close()
    file.close()  # twice is as good as once
    Journal(path).close()


@needs_flock
def test_where_the_system_cannot_lock_one_plays_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def cannot(fd: int, how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", cannot)
    with Journal(path) as file:
        file.append({"n": 4})
    assert journal.read(path).records == (*RECORDS, {"n": 4})


# Small files that are replaced


def test_a_replaced_file_is_whole_before_it_takes_the_place_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "made" / "on the way" / "file"
    journal.replace_file(path, b"old")
    replace = os.replace
    seen = []

    def look(source: Path, target: Path) -> None:
        seen.append((Path(source).read_bytes(), Path(target).read_bytes()))
        replace(source, target)

    monkeypatch.setattr(os, "replace", look)
    journal.replace_file(path, b"new")
    assert seen == [(b"new", b"old")]
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="folders are not synced there")
def test_a_replaced_file_and_its_name_are_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = []
    sync, replace = os.fsync, os.replace

    def watched_sync(file: int) -> None:
        done.append("folder" if os.path.samestat(os.fstat(file), tmp_path.stat()) else "file")
        sync(file)

    monkeypatch.setattr(os, "fsync", watched_sync)
    monkeypatch.setattr(os, "replace", lambda old, new: (done.append("replace"), replace(old, new)))
    journal.replace_file(tmp_path / "file", b"new")
    assert done == ["file", "replace", "folder"]


@pytest.mark.parametrize("step", ["_sync", "replace"])
def test_a_file_that_cannot_be_replaced_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    path = tmp_path / "file"
    path.write_bytes(b"old")
    monkeypatch.setattr(journal if step == "_sync" else os, step, fail)
    with pytest.raises(OSError, match="full"):
        journal.replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
