"""Saved games: one journal per game, holding the replies chosen. Loading is replaying.

The first record says which level (with the fingerprint of its file), which seed and where it began.
Every further record is one act: a reply chosen (with a digest of the state it led to), or a rewind.
A copy of the level as it was lies in `levels/` beside the journals, so that an edited level breaks no
game: one continues on the version it began with.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from random import SystemRandom

from game import __version__, journal
from game.library import Library, level_as_played
from game.story.level import Level
from game.story.playthrough import Playthrough, ReplyNotAvailableError, choose, play, rewind, start

FORMAT = 1
_CHANCE = SystemRandom()
_NAME = re.compile(r"(\d{8}T\d{6}Z)-([a-z][a-z0-9_-]{0,39})-([0-9a-f]{4,8})")


@dataclass(frozen=True, slots=True)
class Summary:
    """A saved game as the house lists it, without replaying it.

    `problem` is '' or one of `newer` (written by a newer version), `damaged` (a broken record),
    `unreadable` (the file or its level cannot be read).
    """

    path: Path
    level_id: str
    begun_at: str
    replies: tuple[str, ...] = ()
    level_sha256: str = ""
    ending: str | None = None
    carried_to: str | None = None
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
    `unsaved` counts the acts that wait. Every further act tries again.
    """

    game: Playthrough
    seed: int
    path: Path | None
    trouble: str = ""
    torn_copy: Path | None = None
    level_sha256: str = ""
    _journal: journal.Journal | None = None
    _count: int = 0
    _waiting: list[dict[str, object]] = field(default_factory=list)

    @property
    def unsaved(self) -> int:
        """How many acts are not on disk."""
        return len(self._waiting)

    def choose(self, reply: str) -> Playthrough:
        """Give *reply*: written down first, then shown. Raises ReplyNotAvailableError."""
        scene = self.game.state.scene
        after = choose(self.game, reply)
        self._write({"act": "reply", "scene": scene, "reply": reply, "state": after.state.digest})
        if after.ending:
            self._write({"act": "end", "ending": after.ending.id})
        self.game = after
        return after

    def rewind(self, turns: int) -> Playthrough:
        """Go back to when *turns* replies had been given."""
        after = rewind(self.game, turns)
        self._write({"act": "rewind", "to": turns, "state": after.state.digest})
        self.game = after
        return after

    def mark_carried(self, to: str) -> None:
        """Write down that the game goes on under another name, on a newer level."""
        self._write({"act": "carried", "to": to})

    def close(self) -> None:
        """Let go of the file. The game is as saved as it can be."""
        if self._waiting:
            self._flush()
        if self._journal:
            self._journal.close()
            self._journal = None

    def _write(self, act: dict[str, object]) -> None:
        self._count += 1
        self._waiting.append({"n": self._count, "at": _now(), **act})
        self._flush()

    def _flush(self) -> None:
        try:
            if self._journal is None:
                if self.path is None:
                    return
                self._journal = _create(self.path)
            while self._waiting:
                self._journal.append(self._waiting[0])
                del self._waiting[0]
            self.trouble = ""
        except OSError as error:
            self.trouble = error.strerror or str(error)


@dataclass(frozen=True, slots=True)
class Saves:
    """The folder with saved games."""

    folder: Path

    def begin(
        self, level: Level, data: bytes, *, seed: int | None = None, scene: str | None = None
    ) -> SavedGame:
        """Begin a game of *level* (whose file holds *data*) and write its first record."""
        seed = _CHANCE.randrange(2**31) if seed is None else seed
        path = self.folder / f"{_now(compact=True)}-{level.id}-{_CHANCE.randrange(16**4):04x}.jsonl"
        fingerprint = sha256(data).hexdigest()
        saved = SavedGame(start(level, scene), seed, path, level_sha256=fingerprint)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._keep_level(data, fingerprint)
        except OSError as error:
            saved.trouble = error.strerror or str(error)
        saved._waiting.append(
            {
                "format": FORMAT,
                "version": __version__,
                "level": level.id,
                "sha256": fingerprint,
                "seed": seed,
                "scene": saved.game.begun.scene,
                "at": _now(),
            }
        )
        saved._flush()
        return saved

    def all(self) -> tuple[Summary, ...]:
        """Return all saved games, the newest first. A file that cannot be read is in it too."""
        try:
            paths = sorted(self.folder.glob("*.jsonl"), reverse=True)
        except OSError:
            return ()
        return tuple(summarise(path) for path in paths if _NAME.fullmatch(path.stem))

    def find(self, id: str) -> Summary | None:
        """Return the game called *id*, or None."""
        path = self.folder / f"{id}.jsonl"
        return summarise(path) if _NAME.fullmatch(id) and path.is_file() else None

    def resume(self, path: Path, library: Library) -> SavedGame:
        """Open the game at *path* to go on with it, on the version of the level it began with.

        Raises InUseError when another window has it, CannotLoadError when it cannot be replayed,
        OSError when it cannot be opened. A damaged game is replayed up to the break and goes on in a
        new file; the damaged one stays as it is.
        """
        held = journal.Journal(path)
        try:
            summary = summarise(path)
            level, seed, acts = self._replayable(summary, library)
            game = _replay(level, acts)
            if summary.problem == "damaged":
                held.close()
                return self._branch(game, self._kept(summary.level_sha256) or b"", seed, path)
            copy = None
            reading = journal.read(path)
            if reading.is_torn:
                copy = journal.keep_copy(path)
                held.cut_to(reading.sound_bytes)
        except BaseException:
            held.close()
            raise
        saved = SavedGame(game, seed, path, torn_copy=copy, level_sha256=summary.level_sha256)
        saved._journal = held
        saved._count = len(reading.records) - 1
        return saved

    def view(self, path: Path, library: Library) -> tuple[Playthrough, int]:
        """Return the game at *path* and its seed without opening it for writing.

        Raises CannotLoadError.
        """
        level, seed, acts = self._replayable(summarise(path), library)
        return _replay(level, acts), seed

    def carry_over(self, old: SavedGame, level: Level, data: bytes) -> SavedGame:
        """Take a game to the present version of its level, as far as its replies still fit."""
        scene = old.game.begun.scene if old.game.begun.scene in level.scenes else None
        new = self.begin(level, data, seed=old.seed, scene=scene)
        for reply in old.game.replies:
            try:
                new.choose(reply)
            except ReplyNotAvailableError:
                break
        if new.path and not new.trouble:
            old.mark_carried(new.path.stem)
        old.close()
        return new

    def _branch(self, game: Playthrough, data: bytes, seed: int, damaged: Path) -> SavedGame:
        new = self.begin(game.level, data, seed=seed, scene=game.begun.scene)
        for reply in game.replies:
            new.choose(reply)
        new.torn_copy = damaged
        return new

    def _replayable(self, summary: Summary, library: Library) -> tuple[Level, int, list[journal.Record]]:
        if summary.problem in ("newer", "unreadable"):
            raise CannotLoadError(summary)
        records = journal.read(summary.path).records
        data = self._kept(summary.level_sha256)
        level = level_as_played(data, summary.level_id) if data else None
        if level is None:
            raise CannotLoadError(replace(summary, problem="unreadable"))
        seed = records[0].get("seed")
        return level, seed if isinstance(seed, int) else 0, list(records)

    def _level_copy(self, fingerprint: str) -> Path:
        return self.folder / "levels" / f"{fingerprint}.yaml"

    def _keep_level(self, data: bytes, fingerprint: str) -> None:
        copy = self._level_copy(fingerprint)
        if not copy.exists():
            journal.replace_file(copy, data)

    def _kept(self, fingerprint: str) -> bytes | None:
        """Return the kept copy of a level when it is there and is what it claims to be."""
        if not re.fullmatch(r"[0-9a-f]{64}", fingerprint):
            return None
        try:
            data = self._level_copy(fingerprint).read_bytes()
        except OSError:
            return None
        return data if sha256(data).hexdigest() == fingerprint else None


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
        return Summary(path, level_id, begun_at, problem="newer", found=str(head.get("version", form)))
    if form != FORMAT or level != level_id:
        return Summary(path, level_id, begun_at, problem="unreadable", damaged_record=reading.damaged_line)
    replies: list[str] = []
    ending = carried = None
    for act in reading.records[1:]:
        match act:
            case {"act": "reply", "reply": str(reply)}:
                replies.append(reply)
            case {"act": "rewind", "to": int(turns)} if 0 <= turns <= len(replies):
                del replies[turns:]
                ending = None
            case {"act": "end", "ending": str(name)}:
                ending = name
            case {"act": "carried", "to": str(name)}:
                carried = name
    return Summary(
        path,
        level_id,
        begun_at,
        tuple(replies),
        str(head.get("sha256", "")),
        ending,
        carried,
        "damaged" if reading.damaged_line else "",
        reading.damaged_line,
    )


def _replay(level: Level, records: list[journal.Record]) -> Playthrough:
    """Play what *records* tell, up to the first act that does not give the state it was saved with."""
    scene = records[0].get("scene")
    game = start(level, scene if isinstance(scene, str) and scene in level.scenes else None)
    for expected, act in enumerate(records[1:], 1):
        if act.get("n") != expected:
            break
        match act:
            case {"act": "reply", "reply": str(reply)}:
                try:
                    after = choose(game, reply)
                except ReplyNotAvailableError:
                    break
            case {"act": "rewind", "to": int(turns)}:
                after = play(level, game.replies[:turns], game.begun.scene)
            case _:
                continue
        if act.get("state") != after.state.digest:
            break
        game = after
    return game


def _create(path: Path) -> journal.Journal:
    path.parent.mkdir(parents=True, exist_ok=True)
    return journal.Journal(path, create=True)


def _now(*, compact: bool = False) -> str:
    now = datetime.now(UTC)
    return now.strftime("%Y%m%dT%H%M%SZ" if compact else "%Y-%m-%dT%H:%M:%SZ")


def unfinished(summaries: tuple[Summary, ...]) -> Iterator[Summary]:
    """Yield the newest unfinished game of every level, the newest first."""
    seen: set[str] = set()
    for summary in summaries:
        if summary.is_unfinished and summary.level_id not in seen:
            seen.add(summary.level_id)
            yield summary


def writable(folder: Path) -> str:
    """Return '' when games can be saved in *folder*, else the system's words for why not."""
    existing = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    return "" if os.access(existing, os.W_OK) else os.strerror(13)
