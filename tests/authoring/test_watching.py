"""Looking at a file while editors write it: every save is told, once, whole, and nothing else is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring import watching
from game.authoring.drafts import Drafts
from game.authoring.watching import PATIENCE, SETTLED, SURE, Sight, Watch
from tests.levels_for_tests import SMALL

OLD, NEW = b"format: 1\n", b"format: 2\n"


def looks(watch: Watch, times: int) -> list[Sight]:
    return [sight for _ in range(times) if (sight := watch.look())]


def begun(path: Path) -> Watch:
    path.write_bytes(OLD)
    watch = Watch(path)
    assert watch.look() == Sight(OLD)
    return watch


def overwrite(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def rename_over(path: Path, data: bytes) -> None:
    new = path.with_suffix(".tmp")
    new.write_bytes(data)
    os.replace(new, path)


def with_backup(path: Path, data: bytes) -> None:
    """Move the old file away and write a new one, as vim does with a backup."""
    os.replace(path, path.with_suffix(".yaml~"))
    path.write_bytes(data)


def remove_first(path: Path, data: bytes) -> None:
    path.unlink()
    path.write_bytes(data)


def within_one_tick(path: Path, data: bytes) -> None:
    """Write in place, and have the disk note the same time as before."""
    before = path.stat()
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


WAYS = [overwrite, rename_over, with_backup, remove_first, within_one_tick]


@pytest.mark.parametrize("save", WAYS)
@pytest.mark.parametrize("data", [NEW, NEW * 3])
def test_a_save_is_told_once(tmp_path: Path, save: Callable[[Path, bytes], None], data: bytes) -> None:
    path = tmp_path / "een.yaml"
    watch = begun(path)
    save(path, data)
    assert looks(watch, SURE - 1) == []
    assert watch.look() == Sight(data)
    assert looks(watch, 2 * SETTLED) == []


@pytest.mark.parametrize("save", [overwrite, rename_over, with_backup, remove_first])
def test_a_save_is_told_long_after_the_last_one(tmp_path: Path, save: Callable[[Path, bytes], None]) -> None:
    path = tmp_path / "een.yaml"
    watch = begun(path)
    os.utime(path, ns=(1, 1))
    assert looks(watch, 2 * SETTLED) == []
    save(path, NEW)
    assert looks(watch, SETTLED) == [Sight(NEW)]


@pytest.mark.parametrize("looks_between", range(SURE))
def test_half_a_file_is_not_told(tmp_path: Path, looks_between: int) -> None:
    path = tmp_path / "een.yaml"
    watch = begun(path)
    with path.open("wb") as file:
        file.write(NEW[:4])
        file.flush()
        assert looks(watch, looks_between) == []
        file.write(NEW[4:])
    assert looks(watch, SETTLED) == [Sight(NEW)]


@pytest.mark.parametrize("back", [OLD, NEW])
def test_a_file_that_is_gone_or_empty_for_a_moment_is_waited_for(tmp_path: Path, back: bytes) -> None:
    path = tmp_path / "een.yaml"
    watch = begun(path)
    path.unlink()
    assert looks(watch, PATIENCE - 1) == []
    path.write_bytes(b"")
    assert looks(watch, PATIENCE - 1) == []
    path.write_bytes(back)
    assert looks(watch, SETTLED) == ([] if back == OLD else [Sight(NEW)])


def test_a_file_that_stays_away_is_told_and_told_when_it_is_back(tmp_path: Path) -> None:
    path = tmp_path / "een.yaml"
    watch = begun(path)
    path.unlink()
    (lost,) = looks(watch, SETTLED)
    assert lost.data is None
    assert "No such file" in lost.why
    path.write_bytes(OLD)
    assert looks(watch, SETTLED) == [Sight(OLD)]


def test_touching_a_file_is_no_news(tmp_path: Path) -> None:
    path = tmp_path / "een.yaml"
    watch = begun(path)
    for time in range(5):
        os.utime(path, ns=(time, time))
        assert looks(watch, 3) == []


def test_a_file_at_rest_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "een.yaml"
    watch = begun(path)
    looks(watch, SETTLED)
    reads = []
    monkeypatch.setattr(watching, "read_bytes", lambda path: reads.append(path) or OLD)
    looks(watch, SETTLED)
    assert reads == []
    os.utime(path, ns=(1, 1))
    watch.look()
    assert reads == [path]


def test_a_file_that_may_be_read_again_is_told_though_nothing_of_it_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "een.yaml"
    watch = begun(path)

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as refused:
        refused.setattr(watching, "read_bytes", refuse)
        os.utime(path, ns=(1, 1))
        assert looks(watch, 2 * SETTLED) == [Sight(None, "Permission denied")]
    assert looks(watch, SETTLED) == [Sight(OLD)]


ACTS = st.one_of(
    st.tuples(
        st.sampled_from(["overwrite", "rename_over", "tick", "half"]), st.sampled_from([OLD, NEW, b"x"])
    ),
    st.tuples(st.sampled_from(["delete", "touch", "empty"]), st.just(b"")),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(ACTS, st.integers(0, SETTLED - 1)), max_size=8))
def test_whatever_editors_do_the_last_text_is_told_in_the_end(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[tuple[str, bytes], int]]
) -> None:
    path = tmp_path_factory.mktemp("desk") / "een.yaml"
    watch = begun(path)
    told = Sight(OLD)
    for (act, data), times in acts:
        _do(path, act, data)
        for sight in looks(watch, times):
            assert sight != told
            told = sight
    for sight in looks(watch, PATIENCE):
        assert sight != told
        told = sight
    assert told.data == (path.read_bytes() if path.exists() else None)


def _do(path: Path, act: str, data: bytes) -> None:
    before = path.stat() if path.exists() else None
    if act == "delete":
        path.unlink(missing_ok=True)
    elif act == "rename_over":
        rename_over(path, data)
    elif act == "touch":
        if before:
            os.utime(path)
    else:
        path.write_bytes(data[: len(data) // 2] if act == "half" else data)
        if act == "tick" and before and before.st_size == len(data):
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_draft_is_the_level_with_its_problems(tmp_path: Path) -> None:
    path = tmp_path / "klein.yaml"
    path.write_text(SMALL, "utf-8")
    drafts = Drafts(path, {})
    assert drafts.latest.level is not None
    assert drafts.latest.level.id == "klein"
    assert drafts.latest.warnings  # read as a trainer would, not only as the game does
    assert drafts.look() is None
    path.write_text(SMALL.replace("goto: twee", "goto: drie"), "utf-8")
    (broken,) = [draft for _ in range(SETTLED) if (draft := drafts.look())]
    assert broken is drafts.latest
    assert broken.level is None
    assert [problem.code.id for problem in broken.errors] == ["E201", "E201"]
    path.unlink()
    (lost,) = [draft for _ in range(SETTLED) if (draft := drafts.look())]
    assert lost.is_lost
    assert [problem.code.id for problem in lost.problems] == ["E008"]
