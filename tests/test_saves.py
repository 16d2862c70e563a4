"""Saved games: what was chosen is there again, whatever happened in between."""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from game import journal, saves
from game.authoring.reader import read_level
from game.journal import InUseError
from game.library import Library
from game.saves import CannotLoadError, SavedGame, Saves, summarise, unfinished, writable
from game.story.level import Level
from game.story.playthrough import ReplyNotAvailableError, play, start
from tests.levels_for_tests import SMALL, levels

DATA = SMALL.encode()
NOWHERE = Library(Path("/nowhere"))  # a saved game needs no library: its level is kept beside it


def read(data: bytes) -> Level:
    level, problems = read_level(data, "klein")
    assert level is not None, problems
    return level


LEVEL = read(DATA)


@pytest.fixture(autouse=True)
def _every_game_begins_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Games are ordered by the second they began in; in a test they would begin in the same."""
    seconds = count()
    monkeypatch.setattr(saves, "_now", lambda *, compact=False: f"20260101T{next(seconds):06}Z")


@pytest.fixture
def store(home: Path) -> Saves:
    return Saves(home)


def begin(store: Saves, *replies: str, data: bytes = DATA) -> SavedGame:
    saved = store.begin(read(data), data, seed=7)
    for reply in replies:
        saved.choose(reply)
    return saved


def left(store: Saves, *replies: str, data: bytes = DATA) -> Path:
    """Begin a game, give *replies*, leave it and return its file."""
    saved = begin(store, *replies, data=data)
    saved.close()
    assert saved.path is not None
    assert (saved.trouble, saved.unsaved) == ("", 0)
    return saved.path


def rewrite(path: Path, change: Callable[[list[dict[str, Any]]], object]) -> None:
    """Change the records of a journal as a rogue (or another version) would: with right checksums."""
    records = [dict(record) for record in journal.read(path).records]
    change(records)
    path.write_bytes(b"".join(journal.encode(record) for record in records))


def break_line(path: Path, number: int) -> bytes:
    """Damage line *number* and return what the file then holds."""
    lines = path.read_bytes().split(b"\n")
    lines[number - 1] = lines[number - 1].replace(b"state", b"stAte")
    path.write_bytes(b"\n".join(lines))
    return path.read_bytes()


def everything(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def cannot(number: int) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


FULL = os.strerror(errno.ENOSPC)


# Beginning and going on


def test_a_game_that_was_left_is_there_again(store: Saves) -> None:
    path = left(store, "warm", "nog-eens", "koel")
    saved = store.resume(path, NOWHERE)
    assert saved.game == play(LEVEL, ["warm", "nog-eens", "koel"])
    assert (saved.seed, saved.path, saved.trouble, saved.unsaved) == (7, path, "", 0)
    assert (saved.torn_copy, saved.broken_line) == (None, None)


def test_a_choice_is_on_disk_before_it_is_told(store: Saves) -> None:
    saved = begin(store)
    for number, reply in enumerate(("warm", "nog-eens", "stil"), 1):
        saved.choose(reply)
        assert saved.path is not None
        assert summarise(saved.path).replies == ("warm", "nog-eens", "stil")[:number]


def test_going_on_and_leaving_again_adds_to_the_same_file(store: Saves) -> None:
    path = left(store, "warm")
    for reply in ("nog-eens", "koel", "goed"):
        before = path.read_bytes()
        saved = store.resume(path, NOWHERE)
        saved.choose(reply)
        saved.close()
        assert path.read_bytes().startswith(before)
    assert [game.path for game in store.all()] == [path]
    assert store.view(path, NOWHERE) == (play(LEVEL, ["warm", "nog-eens", "koel", "goed"]), 7)


def test_looking_at_and_going_on_with_a_game_write_nothing(store: Saves) -> None:
    path = left(store, "warm")
    before = everything(store.folder)
    store.view(path, NOWHERE)
    store.resume(path, NOWHERE).close()
    assert everything(store.folder) == before


def test_a_rewind_is_kept_too(store: Saves) -> None:
    saved = begin(store, "warm", "nog-eens", "koel")
    saved.rewind(1)
    saved.choose("goed")
    assert saved.path is not None
    saved.close()
    assert store.resume(saved.path, NOWHERE).game == play(LEVEL, ["warm", "goed"])


def test_the_end_can_be_taken_back(store: Saves) -> None:
    saved = begin(store, "warm", "goed")
    [summary] = store.all()
    assert (summary.ending, summary.is_unfinished) == ("blij", False)
    saved.rewind(1)
    [summary] = store.all()
    assert (summary.ending, summary.is_unfinished, summary.replies) == (None, True, ("warm",))


def test_a_reply_that_is_not_there_is_not_written(store: Saves) -> None:
    saved = begin(store)
    before = everything(store.folder)
    with pytest.raises(ReplyNotAvailableError):
        saved.choose("goed")
    assert everything(store.folder) == before
    assert saved.game == start(LEVEL)


def test_a_game_begun_in_the_middle_goes_on_in_the_middle(store: Saves) -> None:
    saved = store.begin(LEVEL, DATA, seed=0, scene="twee")
    saved.choose("nog-eens")
    saved.close()
    assert saved.path is not None
    assert store.resume(saved.path, NOWHERE).game == play(LEVEL, ["nog-eens"], "twee")


def test_every_game_has_a_seed_and_a_file_of_its_own(store: Saves) -> None:
    one, other = store.begin(LEVEL, DATA), store.begin(LEVEL, DATA)
    assert one.path != other.path
    assert one.path is not None
    assert store.view(one.path, NOWHERE)[1] == one.seed
    assert {0 <= each.seed < 2**31 for each in (one, other)} == {True}


def test_a_game_that_is_only_looked_at_is_never_saved(home: Path) -> None:
    saved = SavedGame(start(LEVEL), 0, None)
    saved.choose("warm")
    saved.close()
    assert saved.trouble == ""
    assert not home.exists()


# What is listed


def test_games_are_listed_newest_first_with_what_was_done(store: Saves) -> None:
    first, second = left(store, "warm"), left(store, "stil")
    assert [
        (game.path, game.id, game.level_id, game.replies, game.ending, game.problem) for game in store.all()
    ] == [
        (second, second.stem, "klein", ("stil",), "klaar", ""),
        (first, first.stem, "klein", ("warm",), None, ""),
    ]
    assert [game.path for game in unfinished(store.all())] == [first]


def test_of_every_level_the_game_that_was_left_last_goes_on(store: Saves) -> None:
    left(store, "warm")
    newest = left(store, "koel")
    other = store.begin(replace(LEVEL, id="ander"), DATA)
    other.close()
    assert [game.path for game in unfinished(store.all())] == [other.path, newest]


def test_a_game_is_found_by_its_name_and_by_nothing_else(store: Saves, home: Path) -> None:
    path = left(store, "warm")
    found = store.find(path.stem)
    assert found is not None
    assert found.replies == ("warm",)
    (home.parent / path.name).write_bytes(path.read_bytes())
    for name in ("", "x", path.name, f"../{path.stem}", f"{path.stem}\n", path.stem[:-4] + "0000a"):
        assert store.find(name) is None


def test_other_files_are_not_games(store: Saves) -> None:
    path = left(store, "warm")
    shutil.copy(path, path.with_name("notes.jsonl"))
    shutil.copy(path, path.with_name(path.name + ".damaged-1"))
    assert [game.path for game in store.all()] == [path]


def test_a_folder_that_is_not_there_holds_no_games(store: Saves) -> None:
    assert store.all() == ()


def test_a_game_that_was_killed_before_its_first_word_is_no_game(store: Saves) -> None:
    path = left(store)
    path.write_bytes(b"")
    assert store.all() == ()
    with pytest.raises(CannotLoadError):
        store.resume(path, NOWHERE)


# Property: whatever is played, saving and loading change nothing


@st.composite
def walks(draw: st.DrawFn) -> tuple[Level, list[str | int]]:
    """Draw a level with a way through it: replies to give and turns to go back to."""
    level = draw(levels())
    game = start(level)
    acts: list[str | int] = []
    for _ in range(draw(st.integers(0, 12))):
        replies = [reply.id for reply in game.available]
        turns = list(range(len(game.turns)))
        if not replies and not turns:
            break
        act = draw(st.sampled_from([*replies, *turns]))
        acts.append(act)
        replies = [*game.replies[:act]] if isinstance(act, int) else [*game.replies, act]
        game = play(level, replies)
    return level, acts


@given(walks())
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_game_on_any_level_is_the_same_after_loading(walk: tuple[Level, list[str | int]]) -> None:
    level, acts = walk
    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch.object(saves, "level_as_played", return_value=level),
    ):
        store = Saves(Path(folder))
        saved = store.begin(level, b"drawn", seed=1)
        assert saved.path is not None
        for act in acts:
            saved.rewind(act) if isinstance(act, int) else saved.choose(act)
            assert store.view(saved.path, NOWHERE) == (saved.game, 1)
        summary = summarise(saved.path)
        assert summary.replies == saved.game.replies
        assert summary.ending == (saved.game.ending.id if saved.game.ending else None)
        saved.close()


VARIANTS = st.builds(
    lambda trust, warm, cool, least, goto: (
        SMALL.replace("scene: een, trust: 50", f"scene: een, trust: {trust}")
        .replace("trust: +10", f"trust: {warm:+}")
        .replace("trust: -60", f"trust: {cool:+}")
        .replace("when: trust >= 40", f"when: trust >= {least}")
        .replace("trust: +5\n        goto: end", f"trust: +5\n        goto: {goto}")
        .encode()
    ),
    st.integers(0, 100),
    st.integers(-100, 100),
    st.integers(-100, 100),
    st.integers(0, 60),
    st.sampled_from(["end", "een"]),
)


class Playing(RuleBasedStateMachine):
    """A player with a flaky disk, a habit of leaving and a power supply that fails."""

    @initialize(data=VARIANTS)
    def begin(self, data: bytes) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.level = read(data)
        self.store = Saves(self.folder)
        self.saved = self.store.begin(self.level, data, seed=3)
        assert self.saved.path is not None
        self.path = self.saved.path
        self.replies: tuple[str, ...] = ()
        self.safe: tuple[str, ...] = ()  # as the disk has it
        self.waiting = 0
        self.disk = True

    def teardown(self) -> None:
        if hasattr(self, "saved"):
            self.saved.close()
            shutil.rmtree(self.folder)

    def act(self, do: Callable[[], object]) -> None:
        """Do something while the disk is as it is, and keep the books."""
        with mock.patch.object(os, "write", os.write if self.disk else cannot(errno.ENOSPC)):
            do()
        self.waiting = 0 if self.disk else self.waiting + 1

    def done(self) -> None:
        if self.disk:
            self.safe = self.replies

    @precondition(lambda self: self.saved.game.available)
    @rule(chance=st.integers(0, 5))
    def choose(self, chance: int) -> None:
        available = self.saved.game.available
        reply = available[chance % len(available)].id
        self.act(lambda: self.saved.choose(reply))
        self.replies += (reply,)
        self.done()

    @precondition(lambda self: self.replies)
    @rule(chance=st.integers(0, 20))
    def rewind(self, chance: int) -> None:
        turns = chance % len(self.replies)
        self.act(lambda: self.saved.rewind(turns))
        self.replies = self.replies[:turns]
        self.done()

    @rule()
    def disk_fills_or_clears(self) -> None:
        self.disk = not self.disk

    @precondition(lambda self: self.disk)
    @rule()
    def leave_and_come_back(self) -> None:
        self.saved.close()
        self.waiting, self.safe = 0, self.replies
        self.saved = self.store.resume(self.path, NOWHERE)

    @rule(torn=st.integers(0, 30))
    def power_fails(self, torn: int) -> None:
        """Lose what was not on disk; the line that was on its way is half there."""
        if self.saved._journal:
            self.saved._journal.close()
        line = journal.encode({"n": 99, "act": "reply", "reply": "warm", "state": "0" * 12})
        with self.path.open("ab") as file:
            file.write(line[:torn])
        self.saved = self.store.resume(self.path, NOWHERE)
        assert bool(self.saved.torn_copy) == bool(torn)
        self.replies, self.waiting = self.safe, 0

    @invariant()
    def the_game_is_what_was_chosen(self) -> None:
        if hasattr(self, "saved"):
            assert self.saved.game == play(self.level, self.replies)

    @invariant()
    def the_disk_has_what_it_is_said_to_have(self) -> None:
        if hasattr(self, "saved"):
            assert self.saved.unsaved == self.waiting
            assert bool(self.saved.trouble) == bool(self.waiting)
            assert self.store.view(self.path, NOWHERE)[0] == play(self.level, self.safe)
            assert [game.path for game in self.store.all()] == [self.path]


def test_a_game_survives_everything_at_once() -> None:
    run_state_machine_as_test(
        Playing, settings=settings(max_examples=60, stateful_step_count=25, deadline=None, derandomize=True)
    )


# Damage


def test_the_unfinished_last_step_is_dropped_and_the_next_is_sound(store: Saves) -> None:
    path = left(store, "warm", "nog-eens")
    torn = path.read_bytes()[:-3]
    path.write_bytes(torn)
    saved = store.resume(path, NOWHERE)
    assert saved.torn_copy is not None
    assert saved.torn_copy.read_bytes() == torn
    assert saved.game == play(LEVEL, ["warm"])
    saved.choose("goed")
    saved.close()
    assert store.view(path, NOWHERE)[0] == play(LEVEL, ["warm", "goed"])
    assert len(store.all()) == 1


def test_a_game_cut_anywhere_goes_on_from_a_right_beginning(store: Saves) -> None:
    path = left(store, "warm", "nog-eens", "koel", "goed")
    data = path.read_bytes()
    first = data.index(b"\n") + 1
    for cut in range(first, len(data) + 1):
        path.write_bytes(data[:cut])
        saved = store.resume(path, NOWHERE)
        given = data[:cut].count(b"\n") - 1
        assert saved.game == play(LEVEL, ["warm", "nog-eens", "koel", "goed"][:given])
        saved.close()
        if saved.torn_copy:
            saved.torn_copy.unlink()


def test_looking_at_a_torn_game_repairs_nothing(store: Saves) -> None:
    path = left(store, "warm", "nog-eens")
    path.write_bytes(path.read_bytes()[:-3])
    before = everything(store.folder)
    assert store.view(path, NOWHERE)[0] == play(LEVEL, ["warm"])
    assert everything(store.folder) == before


def test_a_damaged_game_goes_on_in_a_new_file_and_stays_as_it_is(store: Saves) -> None:
    path = left(store, "warm", "nog-eens", "koel", "goed")
    damaged = break_line(path, 4)  # the record of `koel`
    [summary] = store.all()
    assert (summary.problem, summary.damaged_record, summary.is_unfinished) == ("damaged", 4, True)
    saved = store.resume(path, NOWHERE)
    assert saved.game == play(LEVEL, ["warm", "nog-eens"])
    assert (saved.broken_line, saved.seed, saved.trouble, saved.torn_copy) == (4, 7, "", None)
    saved.choose("warm")
    saved.close()
    assert saved.path not in (None, path)
    assert path.read_bytes() == damaged
    assert saved.path is not None
    assert store.resume(saved.path, NOWHERE).game == play(LEVEL, ["warm", "nog-eens", "warm"])


def test_a_damaged_game_is_offered_until_it_goes_on_elsewhere(store: Saves) -> None:
    path = left(store, "warm", "nog-eens", "koel")
    break_line(path, 4)
    assert [game.path for game in unfinished(store.all())] == [path]
    saved = store.resume(path, NOWHERE)
    assert [game.path for game in unfinished(store.all())] == [saved.path]
    saved.choose("stil")
    assert list(unfinished(store.all())) == []
    assert saved.path is not None
    assert [game.carried_to for game in store.all()] == [None, saved.path.stem]
    saved.path.unlink()
    assert [game.path for game in unfinished(store.all())] == [path]


def test_a_game_goes_to_a_new_file_in_one_write(store: Saves, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program killed halfway would otherwise leave a newer game with less in it."""
    path = left(store, "warm", "nog-eens", "koel", "goed")
    break_line(path, 5)
    written = []
    append = journal.Journal.append
    monkeypatch.setattr(
        journal.Journal,
        "append",
        lambda self, *records: (written.append(len(records)), append(self, *records)),
    )
    store.carry_over(store.resume(path, NOWHERE), LEVEL, DATA)
    assert written == [4, 4]


def test_another_state_than_was_saved_stops_the_replay_there(store: Saves) -> None:
    """As when a later version of the game counts differently."""
    path = left(store, "warm", "nog-eens", "koel")
    rewrite(path, lambda records: records[2].update(state="000000000000"))
    before = path.read_bytes()
    assert store.view(path, NOWHERE)[0] == play(LEVEL, ["warm"])
    saved = store.resume(path, NOWHERE)
    assert saved.game == play(LEVEL, ["warm"])
    assert saved.broken_line == 3
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        (lambda records: records[2].update(state="000000000000"), 1),
        (lambda records: records[2].update(reply="weg"), 1),
        (lambda records: records[2].update(act="rewind", to=0), 1),
        (lambda records: records.__delitem__(2), 1),
        (lambda records: records.insert(2, records[1]), 1),
        (lambda records: records.reverse() or records.insert(0, records.pop()), 0),
    ],
    ids=["state", "reply", "rewind", "missing", "twice", "order"],
)
def test_what_is_played_after_a_break_is_not_lost(
    store: Saves, change: Callable[[list[dict[str, Any]]], object], kept: int
) -> None:
    path = left(store, "warm", "nog-eens", "koel")
    rewrite(path, change)
    saved = store.resume(path, NOWHERE)
    assert saved.game.replies == ("warm", "nog-eens", "koel")[:kept]
    after = saved.choose(saved.game.available[0].id)
    saved.close()
    latest = store.all()[0]
    assert latest.path == saved.path
    assert store.view(latest.path, NOWHERE)[0] == after


def test_acts_that_were_taken_out_are_missed_though_the_rest_fits(store: Saves) -> None:
    saved = begin(store, "warm")
    saved.rewind(0)
    saved.choose("warm")
    saved.choose("goed")
    saved.close()
    assert saved.path is not None
    rewrite(saved.path, lambda records: records.__delitem__(slice(2, 4)))
    again = store.resume(saved.path, NOWHERE)
    assert (again.broken_line, again.game) == (3, play(LEVEL, ["warm"]))


def test_an_act_of_another_kind_is_passed_over(store: Saves) -> None:
    path = left(store, "warm", "nog-eens")
    rewrite(path, lambda records: records.append({"n": 3, "act": "note", "text": "?"}))
    saved = store.resume(path, NOWHERE)
    assert saved.path == path
    saved.choose("koel")
    assert store.view(path, NOWHERE)[0] == play(LEVEL, ["warm", "nog-eens", "koel"])


@pytest.mark.parametrize(
    "head",
    [
        {"format": 0},
        {"format": "1"},
        {"format": None},
        {"level": "ander"},
        {"sha256": "0" * 64},
        {"sha256": "../../klein"},
        {"sha256": "\0"},
        {"sha256": 5},
    ],
    ids=json.dumps,
)
def test_a_game_with_a_strange_head_is_unreadable_and_kept(store: Saves, head: dict[str, Any]) -> None:
    path = left(store, "warm")
    rewrite(path, lambda records: records[0].update(head))
    cannot_be_loaded(store, path, "unreadable")


@pytest.mark.parametrize("data", [b"not a journal\nat all\n", b"00000000 {}\n", b"torn head"])
def test_a_file_that_is_no_journal_is_listed_unreadable_and_kept(store: Saves, data: bytes) -> None:
    path = left(store, "warm")
    path.write_bytes(data)
    [summary] = store.all()
    assert (summary.problem, summary.level_id, summary.is_unfinished) == ("unreadable", "klein", False)
    cannot_be_loaded(store, path, "unreadable")


def test_a_folder_in_the_place_of_a_game_is_listed_unreadable(store: Saves) -> None:
    path = left(store, "warm")
    path.unlink()
    path.mkdir()
    [summary] = store.all()
    assert (summary.problem, summary.found) == ("unreadable", os.strerror(errno.EISDIR))


def test_a_game_of_a_newer_version_is_named_and_never_modified(store: Saves) -> None:
    path = left(store, "warm")
    rewrite(path, lambda records: records[0].update(format=2, version="3.1"))
    with path.open("ab") as file:
        file.write(b"a line as they write them then, and a torn one")
    [summary] = store.all()
    assert (summary.problem, summary.found, summary.is_unfinished) == ("newer", "3.1", False)
    cannot_be_loaded(store, path, "newer")


def test_the_name_of_a_newer_version_does_nothing_to_the_terminal(store: Saves) -> None:
    path = left(store, "warm")
    rewrite(path, lambda records: records[0].update(format=2, version="\x1b]52;c;x\x07" + "9" * 1000))
    [summary] = store.all()
    assert summary.found.isprintable()
    assert len(summary.found) <= 40


def cannot_be_loaded(store: Saves, path: Path, problem: str) -> None:
    before = everything(store.folder)
    for load in (store.resume, store.view):
        with pytest.raises(CannotLoadError) as caught:
            load(path, NOWHERE)
        assert (caught.value.summary.problem, caught.value.summary.path) == (problem, path)
    assert everything(store.folder) == before


# The level it was begun with


EDITED = SMALL.replace("trust: +10", "trust: +25").replace("Hallo.", "Goedemiddag.").encode()


def level_copy(store: Saves, data: bytes = DATA) -> Path:
    return store.folder / "levels" / f"{sha256(data).hexdigest()}.yaml"


def test_an_edited_level_leaves_a_game_on_the_version_it_began_with(store: Saves, tmp_path: Path) -> None:
    path = left(store, "warm")
    folder = tmp_path / "levels"
    folder.mkdir()
    (folder / "klein.yaml").write_bytes(EDITED)
    saved = store.resume(path, Library(folder))
    assert saved.game == play(LEVEL, ["warm"])
    assert saved.choose("goed") == play(LEVEL, ["warm", "goed"])
    assert saved.path == path


def test_versions_of_a_level_lie_side_by_side(store: Saves) -> None:
    old, new = left(store, "warm"), left(store, "warm", data=EDITED)
    assert level_copy(store).read_bytes() == DATA
    assert level_copy(store, EDITED).read_bytes() == EDITED
    assert store.view(old, NOWHERE)[0].state.trust == 60
    assert store.view(new, NOWHERE)[0].state.trust == 75


@pytest.mark.parametrize("harm", ["gone", "edited", "empty"])
def test_a_game_without_its_level_is_unreadable_and_kept(store: Saves, harm: str) -> None:
    path = left(store, "warm")
    if harm == "gone":
        level_copy(store).unlink()
    else:
        level_copy(store).write_bytes(EDITED if harm == "edited" else b"")
    cannot_be_loaded(store, path, "unreadable")
    assert [game.path for game in unfinished(store.all())] == [path]  # it is there: its level may be put back
    level_copy(store).write_bytes(DATA)
    assert store.resume(path, NOWHERE).game == play(LEVEL, ["warm"])


def test_a_level_no_version_can_play_is_unreadable_and_kept(store: Saves) -> None:
    path = left(store, "warm")
    nonsense = b"format: 99\n"
    level_copy(store, nonsense).write_bytes(nonsense)
    rewrite(path, lambda records: records[0].update(sha256=sha256(nonsense).hexdigest()))
    cannot_be_loaded(store, path, "unreadable")


@pytest.mark.parametrize("harm", [EDITED, b""], ids=["edited", "empty"])
def test_a_damaged_copy_of_a_level_is_written_anew_with_the_next_game(store: Saves, harm: bytes) -> None:
    left(store, "warm")
    level_copy(store).write_bytes(harm)
    path = left(store, "koel")
    assert store.resume(path, NOWHERE).game == play(LEVEL, ["koel"])


def test_a_sound_copy_of_a_level_is_written_once(store: Saves) -> None:
    left(store)
    before = level_copy(store).stat()
    left(store)
    after = level_copy(store).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


# Carrying over


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("Nou.", "Zo.", ("warm", "nog-eens", "koel", "goed")),  # only words
        ("      koel:", "      koud:", ("warm", "nog-eens")),  # a reply has another name
        ("trust >= 40", "trust >= 90", ("warm",)),  # a reply cannot be given any more
        ("      warm:", "      lauw:", ()),
        ("        remember: was_cool\n        goto: twee", "        remember: was_cool\n        goto: end",
         ("warm", "nog-eens", "koel")),  # the conversation is over sooner
    ],
)  # fmt: skip
def test_a_game_carries_over_as_far_as_its_replies_fit(
    store: Saves, old: str, new: str, kept: tuple[str, ...]
) -> None:
    path = left(store, "warm", "nog-eens", "koel", "goed")
    before = path.read_bytes()
    data = SMALL.replace(old, new).encode()
    assert data != DATA
    level = read(data)
    saved = store.carry_over(store.resume(path, NOWHERE), level, data)
    assert saved.game == play(level, kept)
    assert (saved.seed, saved.trouble) == (7, "")
    assert path.read_bytes() == before
    assert saved.path is not None
    saved.close()
    assert store.resume(saved.path, NOWHERE).game == play(level, kept)


def test_a_game_that_was_carried_over_is_offered_no_more(store: Saves) -> None:
    path = left(store, "warm")
    saved = store.carry_over(store.resume(path, NOWHERE), read(EDITED), EDITED)
    assert [game.path for game in unfinished(store.all())] == [saved.path]
    saved.choose("goed")
    assert list(unfinished(store.all())) == []
    store.resume(path, NOWHERE).close()  # and it is nobody's any more


def test_a_carried_game_whose_scene_is_gone_begins_at_the_beginning(store: Saves) -> None:
    old = store.begin(LEVEL, DATA, seed=1, scene="twee")
    other = SMALL.replace("twee", "drie").encode()
    new = store.carry_over(old, read(other), other)
    assert new.game == start(read(other))


def test_a_game_that_cannot_be_carried_over_on_disk_is_offered_as_it_was(store: Saves) -> None:
    path = left(store, "warm")
    old = store.resume(path, NOWHERE)
    with mock.patch.object(os, "write", cannot(errno.ENOSPC)):
        new = store.carry_over(old, read(EDITED), EDITED)
    assert (new.trouble, new.unsaved) == (FULL, 1)
    assert [game.path for game in unfinished(store.all())] == [path]
    new.choose("nog-eens")
    assert (new.trouble, new.unsaved) == ("", 0)
    assert [game.path for game in unfinished(store.all())] == [new.path]


# Disk trouble


TROUBLES: dict[str, tuple[object, str, Callable[..., Any]]] = {
    "full": (os, "write", cannot(errno.ENOSPC)),
    "short": (os, "write", lambda fd, data, write=os.write: write(fd, data[:9])),
    "broken": (os, "write", cannot(errno.EIO)),
    "not synced": (journal, "_sync", cannot(errno.EIO)),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_game_goes_on_when_it_cannot_be_written(store: Saves, trouble: str) -> None:
    target, name, fault = TROUBLES[trouble]
    why = FULL if trouble in ("full", "short") else os.strerror(errno.EIO)
    saved = begin(store, "warm")
    assert saved.path is not None
    before = saved.path.read_bytes()
    with mock.patch.object(target, name, fault):
        for unsaved, reply in enumerate(("nog-eens", "koel", "goed"), 1):
            saved.choose(reply)
            assert saved.game == play(LEVEL, ["warm", "nog-eens", "koel", "goed"][: unsaved + 1])
            assert (saved.trouble, saved.unsaved) == (why, unsaved)
            assert saved.path.read_bytes() == before
        saved.rewind(1)
        assert (saved.trouble, saved.unsaved) == (why, 4)
    saved.choose("goed")
    assert (saved.trouble, saved.unsaved) == ("", 0)
    acts = [(act["n"], act["act"], act.get("reply")) for act in journal.read(saved.path).records[1:]]
    assert acts == [
        (1, "reply", "warm"),
        (2, "reply", "nog-eens"),
        (3, "reply", "koel"),
        (4, "reply", "goed"),
        (5, "rewind", None),
        (6, "reply", "goed"),
    ]
    saved.close()
    assert store.resume(saved.path, NOWHERE).game == saved.game


def test_leaving_tries_once_more(store: Saves) -> None:
    saved = begin(store)
    with mock.patch.object(os, "write", cannot(errno.ENOSPC)):
        saved.choose("warm")
    saved.close()
    assert (saved.trouble, saved.unsaved) == ("", 0)
    assert saved.path is not None
    assert store.view(saved.path, NOWHERE)[0] == saved.game


def test_leaving_in_trouble_says_so_and_lets_go(store: Saves) -> None:
    saved = begin(store, "warm")
    with mock.patch.object(os, "write", cannot(errno.ENOSPC)):
        saved.choose("goed")
        saved.close()
    assert (saved.trouble, saved.unsaved) == (FULL, 1)
    assert saved.path is not None
    assert store.resume(saved.path, NOWHERE).game == play(LEVEL, ["warm"])


@pytest.mark.parametrize("signal", [SystemExit(143), KeyboardInterrupt()], ids=type)
@pytest.mark.parametrize("step", ["before", "after"])
def test_a_signal_while_a_choice_is_being_written_loses_and_doubles_nothing(
    store: Saves, signal: BaseException, step: str
) -> None:
    """Python raises it where it happens to be: most likely in the wait for the disk."""
    saved = begin(store, "warm")
    sync = os.fsync

    def interrupted(file: int) -> None:
        if step == "after":
            sync(file)
        raise signal

    with mock.patch.object(journal, "_sync", interrupted), pytest.raises(type(signal)):
        saved.choose("nog-eens")
    saved.close()  # as the front ends do on their way out
    assert saved.path is not None
    assert [record.get("n") for record in journal.read(saved.path).records] == [None, 1, 2]
    again = store.resume(saved.path, NOWHERE)
    assert again.game == play(LEVEL, ["warm", "nog-eens"])
    again.choose("koel")
    assert store.view(saved.path, NOWHERE)[0] == play(LEVEL, ["warm", "nog-eens", "koel"])


def _no_folder(store: Saves) -> Any:
    return mock.patch.object(os, "mkdir", cannot(errno.EROFS))


def _no_level(store: Saves) -> Any:
    return mock.patch.object(journal, "replace_file", cannot(errno.EROFS))


def _no_journal(store: Saves) -> Any:
    return mock.patch.object(os, "open", cannot(errno.EROFS))


@pytest.mark.parametrize("what", [_no_folder, _no_level, _no_journal])
def test_where_nothing_can_be_written_at_the_start_one_plays_and_is_told(
    store: Saves, what: Callable[[Saves], Any]
) -> None:
    with what(store):
        saved = store.begin(LEVEL, DATA, seed=7)
        assert (saved.trouble, saved.unsaved) == (os.strerror(errno.EROFS), 0)  # there is no act yet
        saved.choose("warm")
        saved.choose("nog-eens")
        assert saved.game == play(LEVEL, ["warm", "nog-eens"])
        assert (saved.trouble, saved.unsaved) == (os.strerror(errno.EROFS), 2)
        assert store.all() == ()
    saved.choose("koel")  # it may be written to again
    assert (saved.trouble, saved.unsaved) == ("", 0)
    saved.close()
    assert saved.path is not None
    assert store.resume(saved.path, NOWHERE).game == play(LEVEL, ["warm", "nog-eens", "koel"])


def test_a_home_that_is_a_file_is_trouble_and_stays_a_file(home: Path) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("mine")
    saved = begin(Saves(home / "saves"), "warm")
    saved.close()
    assert saved.trouble
    assert saved.unsaved == 1
    assert home.read_text() == "mine"
    assert Saves(home).all() == Saves(home / "saves").all() == ()


def test_a_game_without_its_level_on_disk_is_not_called_saved(store: Saves) -> None:
    """A full disk may have room for a record and none for a level."""
    with mock.patch.object(journal, "replace_file", cannot(errno.ENOSPC)):
        saved = begin(store, "warm")
        assert (saved.trouble, saved.unsaved) == (FULL, 1)
    saved.choose("nog-eens")
    assert saved.trouble == ""
    assert level_copy(store).read_bytes() == DATA


@pytest.mark.parametrize("step", ["_lock", "_sync_folder"])
def test_a_file_that_could_not_be_begun_is_begun_later(store: Saves, step: str) -> None:
    left(store)  # the level is there already
    with mock.patch.object(journal, step, cannot(errno.EIO)):
        saved = begin(store, "warm")
        assert saved.unsaved == 1
    saved.choose("nog-eens")
    assert saved.trouble == ""
    assert saved.path is not None
    assert store.view(saved.path, NOWHERE)[0] == saved.game


@pytest.mark.parametrize("is_damaged", [False, True])
def test_a_game_that_can_only_be_read_goes_on_in_another_file(store: Saves, is_damaged: bool) -> None:
    path = left(store, "warm", "nog-eens")
    before = break_line(path, 3) if is_damaged else path.read_bytes()
    with mock.patch.object(os, "open", cannot(errno.EACCES)):
        saved = store.resume(path, NOWHERE)
        assert saved.game == play(LEVEL, ["warm"] if is_damaged else ["warm", "nog-eens"])
        assert saved.trouble == os.strerror(errno.EACCES)
    saved.rewind(1)
    saved.choose("goed")
    assert saved.trouble == ""
    assert saved.path not in (None, path)
    assert path.read_bytes() == before
    assert [game.path for game in store.all() if game.is_unfinished] == []


def test_a_game_that_is_gone_cannot_be_loaded(store: Saves) -> None:
    path = left(store, "warm")
    path.unlink()
    with pytest.raises(CannotLoadError):
        store.resume(path, NOWHERE)


def test_a_torn_game_that_cannot_be_copied_is_not_cut(store: Saves) -> None:
    path = left(store, "warm", "nog-eens")
    torn = path.read_bytes()[:-3]
    path.write_bytes(torn)
    with mock.patch.object(shutil, "copy2", cannot(errno.ENOSPC)), pytest.raises(OSError, match=FULL):
        store.resume(path, NOWHERE)
    assert path.read_bytes() == torn
    assert store.resume(path, NOWHERE).torn_copy  # and it was let go of


def test_a_second_window_is_refused_and_writes_nothing(store: Saves) -> None:
    saved = begin(store, "warm")
    assert saved.path is not None
    before = everything(store.folder)
    with pytest.raises(InUseError):
        store.resume(saved.path, NOWHERE)
    assert everything(store.folder) == before
    saved.choose("nog-eens")  # the first is not disturbed
    assert store.view(saved.path, NOWHERE)[0] == saved.game
    saved.close()
    assert store.resume(saved.path, NOWHERE).game == saved.game


# Whether a folder can be written to


def test_a_folder_is_writable_when_it_or_what_it_will_be_made_in_is(tmp_path: Path) -> None:
    assert writable(tmp_path) == writable(tmp_path / "not" / "yet") == ""
    with mock.patch.object(os, "access", return_value=False):
        assert writable(tmp_path) == os.strerror(errno.EACCES)
