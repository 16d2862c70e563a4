"""Adding a level to the user's own: one file, read once, checked, and copied as it is.

What is copied is what was checked: the bytes, to a file of our own naming, never a link and never along one.
A level is words and numbers; nothing in it is ever run.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from game.authoring.plays import read_plays_in
from game.authoring.problems import Problem
from game.authoring.reader import Known, read_level
from game.authoring.source import read_bytes
from game.journal import replace_file
from game.library import PLAYS_SUFFIX, Library
from game.story.extent import has_too_many_facts
from game.story.level import Level


@dataclass(frozen=True, slots=True)
class Offered:
    """A level to be added, with the plays beside it; `level` is None when a problem is an error.

    `skipped` is a file of plays that is no ordinary file and stays behind. `is_too_intricate` tells that
    looking ahead in the level would keep a player waiting.
    """

    id: str
    data: bytes
    level: Level | None
    problems: tuple[Problem, ...]
    plays: bytes | None = None
    skipped: Path | None = None
    is_too_intricate: bool = False

    @property
    def files(self) -> dict[str, bytes]:
        """What is to be copied, by file name."""
        level = {f"{self.id}.yaml": self.data}
        return level if self.plays is None else {**level, f"{self.id}{PLAYS_SUFFIX}": self.plays}


def read_offered(path: Path, known: Known) -> Offered:
    """Read the level at *path* and the plays beside it. Raises OSError when one of them cannot be read."""
    id = path.name.removesuffix(".yaml")
    data = read_bytes(path)
    level, problems = read_level(data, id, known, file=str(path))
    if level and has_too_many_facts(level):
        return Offered(id, data, None, problems, is_too_intricate=True)
    if level:
        level, problems = read_level(data, id, known, file=str(path), remarks=True)
    beside = path.with_name(f"{id}{PLAYS_SUFFIX}")
    if beside.is_symlink() or (beside.exists() and not beside.is_file()):
        return Offered(id, data, level, problems, skipped=beside)
    if not beside.exists():
        return Offered(id, data, level, problems)
    plays = read_bytes(beside)
    more = read_plays_in(plays, str(beside))[1]
    is_sound = level is not None and not any(each.is_error for each in more)
    return Offered(id, data, level if is_sound else None, (*problems, *more), plays)


def is_there(offered: Offered, folder: Path) -> bool:
    """Tell whether *folder* holds just what is offered. Raises OSError where that cannot be read."""
    return all(
        (folder / name).is_file() and read_bytes(folder / name) == data
        for name, data in offered.files.items()
    )


def put(offered: Offered, folder: Path) -> Path:
    """Write what is offered into *folder*, in place of what is there, and return the file of the level.

    Raises OSError.
    """
    for name, data in reversed(offered.files.items()):  # the plays first: a level is there when all of it is
        replace_file(folder / name, data)
    return folder / f"{offered.id}.yaml"


def free_name(id: str, library: Library) -> str:
    """Return a name like *id* that no level has."""
    stem = id[:36].rstrip("-_")
    return next(name for name in (f"{stem}-{number}" for number in count(2)) if is_free(name, library))


def is_free(name: str, library: Library) -> bool:
    """Tell whether a new level can be called *name*."""
    return name not in library.ids and not library.is_taken(name)
