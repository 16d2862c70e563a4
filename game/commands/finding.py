"""The level an author means: by its name in the library, or by the path of its file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.authoring.problems import Problem
from game.authoring.reader import Known, read_level_file
from game.authoring.reading import NAME
from game.authoring.report import report
from game.commands.messages import complain, complain_of_unknown_level
from game.exits import Exit
from game.library import Library, level_files
from game.story.level import Level
from game.story.text import clean
from game.words import say

SUFFIX = ".yaml"


@dataclass(frozen=True, slots=True)
class LevelFile:
    """A file with what was read from it; `level` is None when a problem is an error."""

    path: Path
    level: Level | None
    problems: tuple[Problem, ...]

    @property
    def id(self) -> str:
        """The name of the level: its file name without the suffix."""
        return self.path.name.removesuffix(SUFFIX)


def known_beside(library: Library, files: Iterable[Path]) -> Known:
    """Return the names a level may use: those of the library and of the *files* beside it."""
    beside = frozenset(file.name.removesuffix(SUFFIX) for file in files)
    return {**library.known, "level": library.known["level"] | beside}


def find_level(argument: str, library: Library, language: str, *, remarks: bool = False) -> LevelFile | None:
    """Return the level file that *argument* names, read; None after telling that there is none."""
    path = path_of(argument, library, language)
    if path is None:
        return None
    known = known_beside(library, level_files(path.parent))
    level, problems = read_level_file(path, known, remarks=remarks)
    return LevelFile(path, level, problems)


def names_a_file(argument: str) -> bool:
    """Tell whether *argument* is meant as a file, not as the name of a level."""
    return argument.endswith(SUFFIX) or Path(argument).is_file()


def path_of(argument: str, library: Library, language: str) -> Path | None:
    """Return the file that *argument* names: a path, or a level of the library; None after telling."""
    path = Path(argument)
    if names_a_file(argument):
        if path.is_file():
            return path
        complain(say(language, "check-path-missing", path=clean(argument)))
        return None
    if argument in library.ids:
        return library.path(argument)
    here = Path(f"{argument}{SUFFIX}")
    if NAME.fullmatch(argument) and here.is_file():  # a level of one's own, in the folder one is in
        return here
    complain_of_unknown_level(argument, library.ids, language)
    return None


def sound_level(argument: str, library: Library, language: str) -> LevelFile | Exit:
    """Return the level file that *argument* names, with its level.

    An exit status, after telling why, where there is no such file (2) or its level cannot be played (3).
    """
    found = find_level(argument, library, language)
    if found is None:
        return Exit.USAGE
    if found.level is None:
        complain(say(language, "broken-level", level=clean(found.id)))
        for problem in found.problems:
            complain(report(problem, language))
        return Exit.LEVEL_IS_WRONG
    return found
