"""What the house tells of the levels: kept in a file that is only ever a shortcut."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game import contents, journal
from game.contents import FILE
from game.library import Library
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "levels"
    folder.mkdir()
    (folder / "klein.yaml").write_text(SMALL, "utf-8")
    (folder / "stuk.yaml").write_text("format: 1\n", "utf-8")
    (folder / "course.yaml").write_text("format: 1\ncourse: [klein]\n", "utf-8")
    return folder


def _told(library: Library) -> tuple[object, ...]:
    return library.ids, library.course, library.cards, library.broken


def test_what_is_kept_is_what_is_read(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / FILE
    first, second, without = Library(folder, index), Library(folder, index), Library(folder)
    assert _told(first) == _told(second) == _told(without)
    assert first.broken == ("stuk",)
    assert first.course == ("klein",)


def test_our_own_levels_are_told_the_same_from_the_file(tmp_path: Path) -> None:
    index = tmp_path / FILE
    fresh = Library(ROOT / "levels", index)
    assert _told(fresh) == _told(Library(ROOT / "levels", index))
    assert [card.id for card in fresh.cards] == [level.id for level in fresh.readable_levels()]


def test_with_the_file_no_level_is_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = tmp_path / FILE
    told = _told(Library(folder, index))
    monkeypatch.setattr(Library, "level_and_bytes", lambda *_: pytest.fail("a level was read"))
    monkeypatch.setattr("game.authoring.catalogue.read_course", lambda *_: pytest.fail("the course was read"))
    assert _told(Library(folder, index)) == told


@pytest.mark.parametrize("change", ["words", "time", "new", "gone", "course"])
def test_a_changed_folder_is_read_anew(folder: Path, tmp_path: Path, change: str) -> None:
    index = tmp_path / FILE
    _told(Library(folder, index))
    level = folder / "klein.yaml"
    match change:
        case "words":
            level.write_text(SMALL.replace("nl: Klein", "nl: Groots"), "utf-8")
        case "time":
            old = level.stat().st_mtime_ns
            level.write_text(SMALL.replace("nl: Klein", "nl: Fijne"), "utf-8")
            os.utime(level, ns=(old + 1, old + 1))
        case "new":
            (folder / "nog-een.yaml").write_text(SMALL, "utf-8")
        case "gone":
            level.unlink()
        case "course":
            (folder / "nog-een.yaml").write_text(SMALL, "utf-8")
            (folder / "course.yaml").write_text("format: 1\ncourse: [nog-een, klein]\n", "utf-8")
    assert _told(Library(folder, index)) == _told(Library(folder))


def _damaged(record: dict[str, object]) -> list[bytes]:
    card = record["cards"][0]  # type: ignore[index]
    changes: list[dict[str, object]] = [
        {"cards": None},
        {"cards": [{}]},
        {"cards": [{**card, "room": "kelder"}]},
        {"cards": [{**card, "title": []}]},
        {"cards": [{**card, "minutes": "veel"}]},
        {"cards": [{**card, "sister": 3}]},
        {"order": 7},
        {"format": 99},
        {"stamp": "toen"},
    ]
    sound = journal.encode(record)
    return [
        *(journal.encode({**record, **change}) for change in changes),
        b"",
        sound[:-20],
        sound[9:],
        b"\xff" * 50,
    ]


def test_a_damaged_file_is_made_anew(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / FILE
    told = _told(Library(folder, index))
    sound = index.read_bytes()
    for damaged in _damaged(json.loads(sound[9:])):
        index.write_bytes(damaged)
        assert contents.load(index, contents.stamp(folder)) is None, damaged[:80]
        assert _told(Library(folder, index)) == told
        assert index.read_bytes() == sound


def test_where_nothing_can_be_kept_all_is_read(folder: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "klein.txt" / FILE
    nowhere.parent.write_text("a file", "utf-8")
    assert _told(Library(folder, nowhere)) == _told(Library(folder))
