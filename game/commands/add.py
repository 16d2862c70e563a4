"""`luisterkamer add`: put a level among the user's own, once it has been checked."""

from __future__ import annotations

import os
from pathlib import Path

from game import paths
from game.authoring.report import report
from game.commands.finding import SUFFIX, known_beside
from game.commands.messages import complain, tell
from game.exits import Exit
from game.library import PLAYS_SUFFIX, BrokenLevelError, Library, level_files, players_library
from game.sharing import Offered, free_name, is_there, put, read_offered
from game.story.text import clean
from game.words import say


def add(path: Path, language: str, *, replace: bool = False) -> int:
    """Check the level at *path* and copy it, with the plays beside it, to the user's own levels.

    Returns 2 when there is no such file, its name is taken or it cannot be written, 3 when it has an error.
    """
    library = players_library()
    if why := _no_level(path, library, language):
        complain(why)
        return Exit.USAGE
    try:
        offered = read_offered(path, known_beside(library, level_files(path.parent)))
    except OSError as error:
        complain(say(language, "own-unreadable", path=_shown(path), why=error.strerror or str(error)))
        return Exit.USAGE
    if offered.level is None:
        key = "add-too-intricate" if offered.is_too_intricate else "add-refused"
        complain(say(language, key, path=_shown(path)))
        for problem in offered.problems:
            if problem.is_error:
                complain(report(problem, language))
        return Exit.LEVEL_IS_WRONG
    return _put(offered, library, language, replace=replace)


def _no_level(path: Path, library: Library, language: str) -> str:
    """Return why *path* cannot be a level to add, or ''."""
    name = path.name.removesuffix(SUFFIX)
    if not os.path.lexists(path):
        return say(language, "check-path-missing", path=_shown(path))
    if not path.is_file():
        return say(language, "add-no-file", path=_shown(path))
    if path.name.endswith(PLAYS_SUFFIX):
        level = path.with_name(path.name.removesuffix(PLAYS_SUFFIX) + SUFFIX)
        return say(language, "add-plays", path=_shown(path), command=paths.command(), level=_shown(level))
    if path.suffix != SUFFIX:
        return say(language, "add-not-yaml", path=_shown(path))
    if library.is_taken(name):
        return say(language, "add-taken", name=clean(name), free=free_name(name, library))
    return ""


def _put(offered: Offered, library: Library, language: str, *, replace: bool) -> int:
    """Write what was *offered*, unless something else has its name and that is not to be replaced."""
    folder, name = paths.own_folder(), offered.id
    assert offered.level is not None
    title = clean(offered.level.title.in_language(language))
    old = _title_there(library, name, language)
    told = {"name": name, "title": title, "command": paths.command()}
    try:
        if old is not None and is_there(offered, folder):
            tell(say(language, "add-same", **told))
            return Exit.FINE
        if old is not None and not replace:
            free = free_name(name, library)
            complain(say(language, "add-exists", name=name, old=old, new=title, free=free))
            return Exit.USAGE
        path = put(offered, folder)
    except OSError as error:
        complain(say(language, "own-unwritable", path=folder, why=error.strerror or str(error)))
        return Exit.USAGE
    if old is None:
        tell(say(language, "add-done", **told, path=path))
    else:
        tell(say(language, "add-replaced", **told, path=path, old=old))
    _tell_more(offered, path, language)
    return Exit.FINE


def _tell_more(offered: Offered, path: Path, language: str) -> None:
    """Tell what came along, what did not, and what a reader would remark on."""
    if offered.plays is not None:
        tell(say(language, "add-with-plays"))
    if offered.skipped:
        complain(say(language, "add-without-plays", path=_shown(offered.skipped)))
    if offered.problems:
        told = {"count": len(offered.problems), "command": paths.command(), "path": path}
        complain(say(language, "add-warnings", **told))


def _title_there(library: Library, id: str, language: str) -> str | None:
    """Return the title of the user's own level *id*; None when there is none."""
    if not os.path.lexists(paths.own_folder() / f"{id}{SUFFIX}"):
        return None
    try:
        return clean(library.level(id).title.in_language(language))
    except (BrokenLevelError, LookupError):
        return say(language, "unreadable-title")


def _shown(path: Path) -> str:
    return clean(str(path)).replace("\n", " ")
