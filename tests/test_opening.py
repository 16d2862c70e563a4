"""Opening a conversation: which game one gets, and what one is told."""

from __future__ import annotations

import errno
import os
from itertools import count
from pathlib import Path
from unittest import mock

import pytest

from game import journal, saves
from game.authoring.reader import read_level
from game.library import Library, UnknownLevelError
from game.opening import Opened, carry_over, is_outdated, open_from, open_new, open_saved
from game.saves import Saves, Summary
from game.story.level import Level
from game.story.playthrough import play, start
from game.words import say
from tests.levels_for_tests import SMALL

EDITED = SMALL.replace("trust: +10", "trust: +25").replace("      koel:", "      koud:")


def read(text: str) -> Level:
    level, problems = read_level(text.encode(), "klein")
    assert level is not None, problems
    return level


@pytest.fixture(autouse=True)
def _every_game_begins_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Games are ordered by the second they began in; in a test they would begin in the same."""
    seconds = count()
    monkeypatch.setattr(saves, "_now", lambda *, compact=False: f"20260101T{next(seconds):06}Z")


class House:
    """A folder with one level, and a folder with games."""

    def __init__(self, levels: Path, home: Path) -> None:
        self.file = levels / "klein.yaml"
        self.saves = Saves(home)
        self.edit(SMALL)
        self.come_again()

    def come_again(self) -> None:
        """Start the program anew: it has read no level yet."""
        self.library = Library(self.file.parent)

    def edit(self, text: str) -> None:
        self.file.write_text(text, "utf-8")

    def new(self) -> Opened:
        return open_new(self.library, self.saves, "klein", seed=5)

    def left(self, *replies: str) -> Path:
        saved = self.new().saved
        for reply in replies:
            saved.choose(reply)
        saved.close()
        assert saved.path is not None
        return saved.path

    def latest(self) -> Summary:
        return self.saves.all()[0]

    def go_on(self, summary: Summary | None = None) -> Opened:
        return open_saved(self.library, self.saves, summary or self.latest())


@pytest.fixture
def house(tmp_path: Path, home: Path) -> House:
    folder = tmp_path / "levels"
    folder.mkdir()
    return House(folder, home)


def told(opened: Opened) -> list[str]:
    """Return the keys of what is told, after saying it in both languages."""
    for key, values in opened.notices:
        for language in ("nl", "en"):
            assert "{" not in say(language, key, **values)
    return [key for key, _ in opened.notices]


def text_of(opened: Opened) -> str:
    return " ".join(say("en", key, **values) for key, values in opened.notices)


def test_a_new_conversation_begins_at_the_beginning_and_tells_nothing(house: House) -> None:
    opened = house.new()
    assert (opened.saved.game, opened.saved.seed) == (start(read(SMALL)), 5)
    assert opened == Opened(opened.saved)
    assert house.latest().path == opened.saved.path


def test_there_is_no_conversation_of_another_name(house: House) -> None:
    with pytest.raises(UnknownLevelError):
        open_new(house.library, house.saves, "groot")
    assert house.saves.all() == ()


def test_a_look_at_a_scene_begins_there_and_leaves_nothing_behind(house: House, home: Path) -> None:
    opened = open_from(house.library, "klein", "twee", seed=9)
    opened.saved.choose("goed")
    opened.saved.close()
    assert opened.saved.game == play(read(SMALL), ["goed"], "twee")
    assert opened.saved.seed == 9
    assert not home.exists()
    with pytest.raises(KeyError):
        open_from(house.library, "klein", "drie")


def test_a_game_that_was_left_goes_on_and_tells_nothing(house: House) -> None:
    path = house.left("warm")
    opened = house.go_on()
    assert opened == Opened(opened.saved, is_resumed=True)
    assert (opened.saved.path, opened.saved.game) == (path, play(read(SMALL), ["warm"]))


# When it cannot be saved


def test_a_folder_that_cannot_be_written_to_is_told_at_once(house: House) -> None:
    with mock.patch.object(os, "mkdir", side_effect=OSError(errno.EROFS, os.strerror(errno.EROFS))):
        opened = house.new()
    assert told(opened) == ["saves-off"]
    assert os.strerror(errno.EROFS) in text_of(opened)
    assert str(house.saves.folder) in text_of(opened)
    assert opened.saved.choose("warm") == play(read(SMALL), ["warm"])


def test_a_game_in_a_folder_that_can_only_be_read_goes_on_and_that_is_told(house: House) -> None:
    house.left("warm")
    with mock.patch.object(os, "open", side_effect=OSError(errno.EROFS, os.strerror(errno.EROFS))):
        opened = house.go_on()
    assert told(opened) == ["saves-off"]
    assert opened.is_resumed
    assert opened.saved.game == play(read(SMALL), ["warm"])


# When it is somewhere else, or broken


def test_a_second_window_is_told_and_begins_anew(house: House) -> None:
    first = house.new().saved
    first.choose("warm")
    opened = house.go_on()
    assert told(opened) == ["in-use"]
    assert not opened.is_resumed
    assert opened.saved.game == start(read(SMALL))
    opened.saved.choose("koel")
    first.choose("goed")
    replies = {game.path: game.replies for game in house.saves.all()}
    assert replies == {first.path: ("warm", "goed"), opened.saved.path: ("koel",)}


def test_a_second_window_in_a_folder_that_is_full_is_told_both(house: House) -> None:
    house.new()
    with mock.patch.object(os, "write", side_effect=OSError(errno.ENOSPC, "full")):
        assert told(house.go_on()) == ["in-use", "saves-off"]


def test_an_unfinished_last_step_is_told_with_the_name_of_its_copy(house: House) -> None:
    path = house.left("warm", "nog-eens")
    path.write_bytes(path.read_bytes()[:-1])
    opened = house.go_on()
    assert told(opened) == ["save-torn"]
    assert f"{path.name}.damaged-1" in text_of(opened)
    assert (opened.is_resumed, opened.saved.game) == (True, play(read(SMALL), ["warm"]))


def test_a_damaged_line_is_told_by_its_number_and_the_file_that_stays(house: House) -> None:
    path = house.left("warm", "nog-eens", "koel")
    path.write_bytes(path.read_bytes().replace(b'"nog-eens"', b'"nog-eons"'))
    opened = house.go_on()
    assert told(opened) == ["save-damaged"]
    assert opened.notices == (("save-damaged", {"line": 3, "file": path.name}),)
    assert (opened.is_resumed, opened.saved.game) == (True, play(read(SMALL), ["warm"]))
    assert opened.saved.path != path


def test_a_line_that_tells_another_state_is_told_as_damage(house: House) -> None:
    path = house.left("warm", "nog-eens", "koel")
    records = [dict(record) for record in journal.read(path).records]
    records[3]["state"] = "0" * 12
    path.write_bytes(b"".join(map(journal.encode, records)))
    opened = house.go_on()
    assert opened.notices == (("save-damaged", {"line": 4, "file": path.name}),)
    assert opened.saved.game == play(read(SMALL), ["warm", "nog-eens"])


def test_a_game_of_a_newer_version_is_told_with_that_version(house: House) -> None:
    path = house.left("warm")
    newer = journal.encode({"format": 9, "version": "3.1", "level": "klein"})
    path.write_bytes(newer)
    opened = house.go_on()
    assert opened.notices == (("save-newer", {"found": "3.1", "file": path.name}),)
    assert not opened.is_resumed
    assert opened.saved.game == start(read(SMALL))
    assert path.read_bytes() == newer


@pytest.mark.parametrize("harm", ["file", "level", "gone"])
def test_a_game_that_cannot_be_read_is_told_and_a_new_one_begins(house: House, harm: str) -> None:
    path = house.left("warm")
    summary = house.latest()
    if harm == "file":
        path.write_bytes(b"?\n?\n")
    elif harm == "level":
        next((house.saves.folder / "levels").iterdir()).write_text(EDITED, "utf-8")
    else:
        path.unlink()
    opened = house.go_on(summary)
    assert opened.notices == (("save-unreadable", {"file": path.name}),)
    assert told(opened) == ["save-unreadable"]
    assert (opened.is_resumed, opened.saved.game) == (False, start(read(SMALL)))
    assert harm == "gone" or path.exists()


def test_a_game_that_cannot_be_repaired_is_told_and_a_new_one_begins(house: House) -> None:
    path = house.left("warm", "nog-eens")
    torn = path.read_bytes()[:-1]
    path.write_bytes(torn)
    with mock.patch.object(journal, "keep_copy", side_effect=OSError(errno.ENOSPC, "full")):
        opened = house.go_on()
    assert told(opened) == ["save-unreadable"]
    assert path.read_bytes() == torn


# When its level has changed


def test_an_edited_level_is_told_and_the_game_goes_on_as_it_was(house: House) -> None:
    house.left("warm")
    house.edit(EDITED)
    house.come_again()
    opened = house.go_on()
    assert told(opened) == ["level-changed"]
    assert (opened.is_resumed, opened.is_outdated) == (True, True)
    assert opened.saved.game == play(read(SMALL), ["warm"])


@pytest.mark.parametrize("text", [SMALL, "format: 1\n", "[", None], ids=["same", "broken", "no yaml", "gone"])
def test_a_level_without_a_newer_version_that_can_be_played_is_not_outdated(
    house: House, text: str | None
) -> None:
    house.left("warm")
    house.edit(text) if text else house.file.unlink()
    house.come_again()
    opened = house.go_on()
    assert (told(opened), opened.is_outdated) == ([], False)
    assert opened.saved.game == play(read(SMALL), ["warm"])
    assert carry_over(house.library, house.saves, opened.saved).saved is opened.saved


def test_a_level_thrown_away_while_it_is_played_is_not_outdated(house: House) -> None:
    saved = house.new().saved
    house.file.unlink()
    assert not is_outdated(house.library, saved)
    assert carry_over(house.library, house.saves, saved).saved is saved


def test_carrying_over_tells_how_much_fits(house: House) -> None:
    path = house.left("warm", "nog-eens", "koel")
    house.edit(EDITED)
    house.come_again()
    carried = carry_over(house.library, house.saves, house.go_on().saved)
    assert carried.notices == (("carried-over", {"kept": 2, "all": 3}),)
    assert told(carried) == ["carried-over"]
    assert (carried.is_resumed, carried.is_outdated) == (True, False)
    assert carried.saved.game == play(read(EDITED), ["warm", "nog-eens"])
    assert not is_outdated(house.library, carried.saved)
    carried.saved.close()
    assert house.go_on().saved.game == carried.saved.game
    assert {game.path: game.is_unfinished for game in house.saves.all()} == {
        carried.saved.path: True,
        path: False,
    }


def test_a_level_edited_while_it_is_played_is_carried_over_to_as_it_is_now(house: House) -> None:
    """The library has read the level before; what is played and what is kept must be one version."""
    saved = house.new().saved
    saved.choose("warm")
    assert not is_outdated(house.library, saved)
    house.edit(EDITED)
    assert is_outdated(house.library, saved)
    carried = carry_over(house.library, house.saves, saved).saved
    assert carried.game == play(read(EDITED), ["warm"])
    carried.close()
    assert house.go_on().saved.game == play(read(EDITED), ["warm"])


def test_a_level_broken_since_is_not_carried_over_to(house: House) -> None:
    saved = house.new().saved
    saved.choose("warm")
    house.edit("format: 1\n")
    opened = carry_over(house.library, house.saves, saved)
    assert (opened.saved, told(opened)) == (saved, ["plain-no-carry"])
    assert saved.choose("goed").ending  # it is still open
    assert saved.unsaved == 0
