"""Saved games: one journal per game, holding the replies chosen. Loading is replaying.

The first record says which level (with the fingerprint of its file), which seed and where it began.
Every further record is one act: a reply chosen (with a digest of the state it led to), or a rewind.
A copy of the level as it was lies in `levels/` beside the journals, so that an edited level breaks no
game: one continues on the version it began with. A game that goes on in another file (on a newer
level, or because its own file is damaged) is named in the first record there and stays as it is.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import SystemRandom

from game import __version__, journal
from game.level_copies import LevelCopies, fingerprint_of
from game.library import Library, level_as_played
from game.story.level import Level
from game.story.playthrough import Playthrough, ReplyNotAvailableError, choose, play, rewind, start
from game.story.text import clean

FORMAT = 1
_CHANCE = SystemRandom()
_NAME = re.compile(r"(\d{8}T\d{6}Z)-([a-z][a-z0-9_-]{0,39})-([0-9a-f]{4,8})")


@dataclass(frozen=True, slots=True)
class Summary:
    """A saved game as the house lists it, without replaying it.

    `problem` is '' or one of `newer` (written by a newer version), `damaged` (a broken record),
    `unreadable` (the file or its level cannot be read), `empty` (nothing was written in it).
    `carried_to` and `came_from` name the game it goes on in and the one it goes on from.
    """

    path: Path
    level_id: str
    begun_at: str
    replies: tuple[str, ...] = ()
    level_sha256: str = ""
    ending: str | None = None
    carried_to: str | None = None
    came_from: str | None = None
    problem: str = ""
    damaged_record: int | None = None
    found: str = ""

    @property
    def id(self) -> str:
        """The name of the game: its file name without the suffix."""
        return self.path.name.removesuffix(".jsonl")

    @property
    def is_unfinished(self) -> bool:
        """Tell whether there is something to continue."""
        return self.ending is None and self.carried_to is None and self.problem in ("", "damaged")


class CannotLoadError(Exception):
    """The game cannot be continued; `summary.problem` says why. Its file is left as it is."""

    def __init__(self, summary: Summary) -> None:
        super().__init__(summary.problem)
        self.summary = summary


@dataclass(slots=True)
class SavedGame:
    """A game that is being played and written down.

    When writing fails the game goes on in memory: `trouble` holds the system's words for it, and
    `unsaved` counts the acts that wait. Every further act tries again. `broken_line` is where the file
    broke off that the game was read from; it then goes on in a file of its own.
    """

    game: Playthrough
    seed: int
    path: Path | None
    trouble: str = ""
    torn_copy: Path | None = None
    broken_line: int | None = None
    level_sha256: str = ""
    _keep_level: Callable[[], None] | None = None
    _journal: journal.Journal | None = None
    _count: int = 0
    _waiting: list[dict[str, object]] = field(default_factory=list)

    @property
    def unsaved(self) -> int:
        """How many acts are not on disk."""
        return sum("act" in record for record in self._waiting)

    def choose(self, reply: str) -> Playthrough:
        """Give *reply*: written down first, then shown. Raises ReplyNotAvailableError."""
        after = choose(self.game, reply)
        self._note_reply(after)
        self._flush()
        self.game = after
        return after

    def rewind(self, turns: int) -> Playthrough:
        """Go back to when *turns* replies had been given."""
        after = rewind(self.game, turns)
        self._note({"act": "rewind", "to": turns, "state": after.state.digest})
        self._flush()
        self.game = after
        return after

    def close(self) -> None:
        """Let go of the file. The game is as saved as it can be."""
        if self._waiting:
            self._flush()
        if self._journal:
            self._journal.close()
            self._journal = None

    def _take_over(self, replies: Iterable[str]) -> None:
        """Give *replies* as far as they fit and write all of them down at once: half of them is a loss."""
        for reply in replies:
            try:
                self.game = choose(self.game, reply)
            except ReplyNotAvailableError:
                break
            self._note_reply(self.game)
        self._flush()

    def _note_reply(self, after: Playthrough) -> None:
        turn = after.turns[-1]
        ending = {"ending": after.ending.id} if after.ending else {}
        told = {"scene": turn.scene, "reply": turn.reply.id, "state": after.state.digest}
        self._note({"act": "reply", **told, **ending})

    def _note(self, act: dict[str, object]) -> None:
        self._count += 1
        self._waiting.append({"n": self._count, "at": _now(), **act})

    def _flush(self) -> None:
        try:
            if self._journal is None:
                if self.path is None:
                    return
                if self._keep_level:  # first: without its level a game cannot be read back
                    self._keep_level()
                self._journal = _create(self.path)
            if self._waiting:
                self._journal.append(*self._waiting)
                self._waiting.clear()
            self.trouble = ""
        except OSError as error:
            self.trouble = error.strerror or str(error)


@dataclass(frozen=True, slots=True)
class Saves:
    """The folder with saved games."""

    folder: Path

    @property
    def copies(self) -> LevelCopies:
        """The levels as they were when the games began."""
        return LevelCopies(self.folder)

    def begin(
        self, level: Level, data: bytes, *, seed: int | None = None, scene: str | None = None
    ) -> SavedGame:
        """Begin a game of *level* (whose file holds *data*) and write its first record."""
        saved = self._begun(level, data, seed, scene)
        saved._flush()
        return saved

    def _begun(
        self, level: Level, data: bytes, seed: int | None, scene: str | None, came_from: Path | None = None
    ) -> SavedGame:
        """Return a game of which nothing is on disk yet."""
        seed = _CHANCE.randrange(2**31) if seed is None else seed
        path = self.folder / f"{_now(compact=True)}-{level.id}-{_CHANCE.randrange(16**4):04x}.jsonl"
        fingerprint = fingerprint_of(data)
        saved = SavedGame(start(level, scene), seed, path, level_sha256=fingerprint)
        saved._keep_level = partial(self.copies.keep, data)
        saved._waiting.append(
            {
                "format": FORMAT,
                "version": __version__,
                "level": level.id,
                "sha256": fingerprint,
                "seed": seed,
                "scene": saved.game.begun.scene,
                "at": _now(),
                "from": came_from.stem if came_from else None,
            }
        )
        return saved

    def all(self) -> tuple[Summary, ...]:
        """Return all saved games, the newest first. A file that cannot be read is in it too."""
        try:
            paths = sorted(self.folder.glob("*.jsonl"), reverse=True)
        except OSError:
            return ()
        games = [summarise(path) for path in paths if _NAME.fullmatch(path.stem)]
        goes_on_in = {game.came_from: game.id for game in games if game.came_from}
        return tuple(
            replace(game, carried_to=goes_on_in.get(game.id)) for game in games if game.problem != "empty"
        )

    def finished(self) -> frozenset[str]:
        """Return the levels of which a game came to an ending."""
        return frozenset(game.level_id for game in self.all() if game.ending)

    def find(self, id: str) -> Summary | None:
        """Return the game called *id*, or None."""
        path = self.folder / f"{id}.jsonl"
        return summarise(path) if _NAME.fullmatch(id) and path.is_file() else None

    def resume(self, path: Path, library: Library) -> SavedGame:
        """Open the game at *path* to go on with it, on the version of the level it began with.

        Raises InUseError when another window has it, CannotLoadError when it cannot be replayed,
        OSError when it cannot be repaired. A game that is damaged, or that gives another state than it
        was saved with, is replayed up to the break and goes on in a new file; so does one that cannot
        be written to. The old file stays as it is.
        """
        held = _hold(path)
        try:
            found = self._replayed(summarise(path))
            if held is None or found.broken_line:
                return self._branch(found)
            copy = None
            if found.reading.is_torn:
                copy = journal.keep_copy(path)
                held.cut_to(found.reading.sound_bytes)
            saved = SavedGame(
                found.game, found.seed, path, torn_copy=copy, level_sha256=found.summary.level_sha256
            )
            saved._journal, held = held, None
            saved._count = len(found.reading.records) - 1
            return saved
        finally:
            if held:
                held.close()

    def view(self, path: Path, library: Library) -> tuple[Playthrough, int]:
        """Return the game at *path* and its seed without opening it for writing.

        Raises CannotLoadError.
        """
        found = self._replayed(summarise(path))
        return found.game, found.seed

    def carry_over(self, old: SavedGame, level: Level, data: bytes) -> SavedGame:
        """Take a game to the present version of its level, as far as its replies still fit."""
        scene = old.game.begun.scene if old.game.begun.scene in level.scenes else None
        new = self._begun(level, data, old.seed, scene, old.path)
        new._take_over(old.game.replies)
        old.close()
        return new

    def from_turn(self, game: Playthrough, data: bytes, seed: int, turns: int) -> SavedGame:
        """Begin a game with the first *turns* replies of *game*, which stays as it is.

        *data* is the file of its level.
        """
        new = self._begun(game.level, data, seed, game.begun.scene)
        new._take_over(game.replies[:turns])
        return new

    def level_bytes(self, saved: SavedGame) -> bytes | None:
        """Return the kept file of the level that *saved* is played on, or None."""
        return self.copies.get(saved.level_sha256)

    def _branch(self, found: _Replayed) -> SavedGame:
        """Go on with *found* in a new file."""
        game = found.game
        new = self._begun(game.level, found.data, found.seed, game.begun.scene, found.summary.path)
        new.broken_line = found.broken_line
        new._take_over(game.replies)
        return new

    def _replayed(self, summary: Summary) -> _Replayed:
        if summary.problem not in ("", "damaged"):
            raise CannotLoadError(summary)
        data = self.copies.get(summary.level_sha256)
        level = level_as_played(data, summary.level_id) if data else None
        if data is None or level is None:
            raise CannotLoadError(replace(summary, problem="unreadable"))
        reading = journal.read(summary.path)
        game, other = _replay(level, reading.records)
        seed = reading.records[0].get("seed")
        line = other or reading.damaged_line
        return _Replayed(summary, reading, data, game, seed if isinstance(seed, int) else 0, line)


def summarise(path: Path) -> Summary:
    """Tell what the journal at *path* holds, without the level."""
    named = _NAME.fullmatch(path.stem)
    level_id, begun_at = (named[2], named[1]) if named else ("", "")
    try:
        reading = journal.read(path)
    except OSError as error:
        return Summary(path, level_id, begun_at, problem="unreadable", found=error.strerror or str(error))
    head = reading.records[0] if reading.records else {}
    form, level = head.get("format"), head.get("level")
    if isinstance(form, int) and form > FORMAT:
        found = clean(str(head.get("version", form)))[:40]
        return Summary(path, level_id, begun_at, problem="newer", found=found)
    if not reading.records and not reading.is_torn and not reading.damaged_line:
        return Summary(path, level_id, begun_at, problem="empty")
    if form != FORMAT or level != level_id:
        return Summary(path, level_id, begun_at, problem="unreadable", damaged_record=reading.damaged_line)
    replies: list[str] = []
    ending = None
    for act in reading.records[1:]:
        match act:
            case {"act": "reply", "reply": str(reply)}:
                replies.append(reply)
                ending = act.get("ending")
            case {"act": "rewind", "to": int(turns)} if 0 <= turns <= len(replies):
                del replies[turns:]
                ending = None
    came_from = head.get("from")
    return Summary(
        path,
        level_id,
        begun_at,
        tuple(replies),
        str(head.get("sha256", "")),
        ending if isinstance(ending, str) else None,
        came_from=came_from if isinstance(came_from, str) else None,
        problem="damaged" if reading.damaged_line else "",
        damaged_record=reading.damaged_line,
    )


@dataclass(frozen=True, slots=True)
class _Replayed:
    """A saved game played again; `broken_line` is where that stopped before the end of the file."""

    summary: Summary
    reading: journal.Reading
    data: bytes
    game: Playthrough
    seed: int
    broken_line: int | None


def _replay(level: Level, records: tuple[journal.Record, ...]) -> tuple[Playthrough, int | None]:
    """Play what *records* tell, up to the first act that does not give the state it was saved with.

    Returns the game and the line of that act.
    """
    scene = records[0].get("scene")
    game = start(level, scene if isinstance(scene, str) and scene in level.scenes else None)
    for expected, act in enumerate(records[1:], 1):
        if act.get("n") != expected:
            return game, expected + 1
        match act:
            case {"act": "reply", "reply": str(reply)}:
                try:
                    after = choose(game, reply)
                except ReplyNotAvailableError:
                    return game, expected + 1
            case {"act": "rewind", "to": int(turns)}:
                after = play(level, game.replies[:turns], game.begun.scene)
            case _:
                continue
        if act.get("state") != after.state.digest:
            return game, expected + 1
        game = after
    return game, None


def _hold(path: Path) -> journal.Journal | None:
    """Open the journal at *path*; None when it cannot be written to. Raises InUseError."""
    try:
        return journal.Journal(path)
    except journal.InUseError:
        raise
    except OSError:
        return None


def _create(path: Path) -> journal.Journal:
    path.parent.mkdir(parents=True, exist_ok=True)
    return journal.Journal(path, create=True)


def _now(*, compact: bool = False) -> str:
    now = datetime.now(UTC)
    return now.strftime("%Y%m%dT%H%M%SZ" if compact else "%Y-%m-%dT%H:%M:%SZ")


def unfinished(summaries: tuple[Summary, ...]) -> Iterator[Summary]:
    """Yield one unfinished game of every level, the newest first.

    It is the newest in which something was said: a game that was only opened hides no other.
    """
    games: dict[str, list[Summary]] = {}
    for summary in summaries:
        if summary.is_unfinished:
            games.setdefault(summary.level_id, []).append(summary)
    for own in games.values():
        yield next((game for game in own if game.replies), own[0])


def writable(folder: Path) -> str:
    """Return '' when games can be saved in *folder*, else the system's words for why not."""
    existing = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    if not existing.is_dir():
        return os.strerror(errno.ENOTDIR)
    return "" if os.access(existing, os.W_OK) else os.strerror(errno.EACCES)
