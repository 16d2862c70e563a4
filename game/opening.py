"""Opening a conversation: a new one, or the one that was left, with what the player must be told."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from game.journal import InUseError
from game.library import Library, UnknownLevelError, level_as_played
from game.saves import CannotLoadError, SavedGame, Saves, Summary
from game.story.level import Level
from game.story.playthrough import start

Notice = tuple[str, dict[str, object]]
"""A key of the catalogue of words, with the values it needs."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A game ready to be played. `is_outdated` tells that the level has changed since it began."""

    saved: SavedGame
    notices: tuple[Notice, ...] = ()
    is_resumed: bool = False
    is_outdated: bool = False


def open_new(library: Library, saves: Saves, level_id: str, *, seed: int | None = None) -> Opened:
    """Begin a conversation. Raises UnknownLevelError, BrokenLevelError or OSError."""
    level, data = library.level_and_bytes(level_id)
    saved = saves.begin(level, data, seed=seed)
    if saved.trouble:
        return Opened(saved, (("saves-off", {"why": saved.trouble, "folder": saves.folder}),))
    return Opened(saved)


def open_from(library: Library, level_id: str, scene: str, *, seed: int | None = None) -> Opened:
    """Begin in the middle, to look at *scene*: such a game is not saved.

    Raises UnknownLevelError, BrokenLevelError, and KeyError when there is no such scene.
    """
    return Opened(SavedGame(start(library.level(level_id), scene), seed or 0, None))


def open_lent(
    library: Library, level: Level, data: bytes, scene: str | None, *, seed: int | None = None
) -> Opened:
    """Begin a level whose file, *data*, is elsewhere: such a game is not saved. Raises KeyError as above."""
    library.lend(level, data)
    return Opened(SavedGame(start(level, scene), seed or 0, None))


def open_saved(library: Library, saves: Saves, summary: Summary) -> Opened:
    """Go on with a saved game; where that cannot be, begin anew and say why.

    Raises UnknownLevelError, BrokenLevelError or OSError when the level is gone as well.
    """
    notices: list[Notice] = []
    try:
        saved = saves.resume(summary.path, library)
    except InUseError:
        notices.append(("in-use", {}))
    except CannotLoadError as error:
        notices.append(_cannot_load(error.summary))
    except OSError as error:
        notices.append(_cannot_load(Summary(summary.path, summary.level_id, "", found=str(error))))
    else:
        if saved.broken_line:
            notices.append(("save-damaged", {"line": saved.broken_line, "file": summary.path.name}))
        elif saved.torn_copy:
            notices.append(("save-torn", {"file": saved.torn_copy.name}))
        if saved.trouble:
            notices.append(("saves-off", {"why": saved.trouble, "folder": saves.folder}))
        outdated = is_outdated(library, saved)
        if outdated:
            notices.append(("level-changed", {}))
        return Opened(saved, tuple(notices), is_resumed=True, is_outdated=outdated)
    opened = open_new(library, saves, summary.level_id)
    return Opened(opened.saved, (*notices, *opened.notices))


def is_outdated(library: Library, saved: SavedGame) -> bool:
    """Tell whether the level of *saved* has a newer version that can be played."""
    return _newer(library, saved) is not None


def carry_over(library: Library, saves: Saves, saved: SavedGame) -> Opened:
    """Take *saved* to the present version of its level, as far as its replies still fit."""
    newer = _newer(library, saved)
    if newer is None:
        return Opened(saved, (("plain-no-carry", {}),), is_resumed=True)
    kept = len(saved.game.turns)
    new = saves.carry_over(saved, *newer)
    notice: Notice = ("carried-over", {"kept": len(new.game.turns), "all": kept})
    return Opened(new, (notice,), is_resumed=True)


def _newer(library: Library, saved: SavedGame) -> tuple[Level, bytes] | None:
    """Return the level of *saved* as its file is now, where that is another version and can be played.

    It is read anew, level and bytes as one: the library may have read it before it was changed.
    """
    level_id = saved.game.level.id
    try:
        data = library.bytes_of(level_id)
    except (UnknownLevelError, OSError):
        return None
    if sha256(data).hexdigest() == saved.level_sha256:
        return None
    level = level_as_played(data, level_id)
    return None if level is None else (level, data)


def _cannot_load(summary: Summary) -> Notice:
    if summary.problem == "newer":
        return "save-newer", {"found": summary.found, "file": summary.path.name}
    return "save-unreadable", {"file": summary.path.name}
