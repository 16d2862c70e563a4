"""Opening a conversation: a new one, or the one that was left, with what the player must be told."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from game.journal import InUseError
from game.library import BrokenLevelError, Library, UnknownLevelError
from game.saves import CannotLoadError, SavedGame, Saves, Summary
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
    saved = saves.begin(library.level(level_id), library.bytes_of(level_id), seed=seed)
    if saved.trouble:
        return Opened(saved, (("saves-off", {"why": saved.trouble, "folder": saves.folder}),))
    return Opened(saved)


def open_from(library: Library, level_id: str, scene: str, *, seed: int | None = None) -> Opened:
    """Begin in the middle, to look at *scene*: such a game is not saved.

    Raises UnknownLevelError, BrokenLevelError, and KeyError when there is no such scene.
    """
    return Opened(SavedGame(start(library.level(level_id), scene), seed or 0, None))


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
        if summary.problem == "damaged":
            notices.append(("save-damaged", {"line": summary.damaged_record, "file": summary.path.name}))
        elif saved.torn_copy:
            notices.append(("save-torn", {"file": saved.torn_copy.name}))
        outdated = is_outdated(library, saved)
        if outdated:
            notices.append(("level-changed", {}))
        return Opened(saved, tuple(notices), is_resumed=True, is_outdated=outdated)
    opened = open_new(library, saves, summary.level_id)
    return Opened(opened.saved, (*notices, *opened.notices))


def is_outdated(library: Library, saved: SavedGame) -> bool:
    """Tell whether the level of *saved* has a newer version that can be played."""
    level_id = saved.game.level.id
    try:
        library.level(level_id)
        return sha256(library.bytes_of(level_id)).hexdigest() != saved.level_sha256
    except (UnknownLevelError, BrokenLevelError, OSError):
        return False


def carry_over(library: Library, saves: Saves, saved: SavedGame) -> Opened:
    """Take *saved* to the present version of its level, as far as its replies still fit."""
    level_id = saved.game.level.id
    kept = len(saved.game.turns)
    new = saves.carry_over(saved, library.level(level_id), library.bytes_of(level_id))
    notice: Notice = ("carried-over", {"kept": len(new.game.turns), "all": kept})
    return Opened(new, (notice,), is_resumed=True)


def _cannot_load(summary: Summary) -> Notice:
    if summary.problem == "newer":
        return "save-newer", {"found": summary.found, "file": summary.path.name}
    return "save-unreadable", {"file": summary.path.name}
