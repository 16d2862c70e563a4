"""`luisterkamer new`: a small complete level to begin with, that plays at once."""

from __future__ import annotations

import os
from pathlib import Path

from game import paths
from game.authoring.scaffold import is_name, name_like, scaffold
from game.commands.finding import SUFFIX
from game.commands.messages import complain
from game.exits import Exit
from game.journal import replace_file
from game.library import CATALOGUES, PLAYS_SUFFIX, Library
from game.story.text import clean
from game.words import say

NEXT = {"check": "new-check", "play": "new-play", "preview": "new-preview"}
"""The commands an author goes on with, and the key of what each does."""


def new(given: str, folder: Path, language: str) -> int:
    """Write level *given* with its play-tests into *folder*, in *language*; tell what to do next.

    Returns 2, with nothing written, for a name that cannot be or is taken, or where one may not write.
    """
    name = given.removesuffix(SUFFIX)
    if trouble := _trouble_with(name, language):
        complain(trouble)
        return Exit.USAGE
    level, plays = folder / f"{name}{SUFFIX}", folder / f"{name}{PLAYS_SUFFIX}"
    for path in (level, plays):
        if os.path.lexists(path):
            complain(say(language, "new-exists", path=path.name))
            return Exit.USAGE
    try:
        _write(dict(zip((level, plays), scaffold(language), strict=True)))
    except OSError as error:
        complain(say(language, "export-failed", path=level.name, why=error.strerror or str(error)))
        return Exit.USAGE
    _tell_what_next(level, plays, language)
    return Exit.FINE


def _trouble_with(name: str, language: str) -> str:
    """Return why a level cannot be called *name*, or ''."""
    if not is_name(name):
        like = name_like(name)
        suggestion = say(language, "new-suggestion", command=paths.command(), name=like) if like else ""
        return say(language, "new-bad-name", found=clean(name), suggestion=suggestion)
    if f"{name}{SUFFIX}" in CATALOGUES or name in Library(paths.levels_folder()).ids:
        return say(language, "new-taken", found=name, command=paths.command(), name=f"{name[:38]}-2")
    return ""


def _write(files: dict[Path, bytes]) -> None:
    """Write all *files* or none."""
    written: list[Path] = []
    try:
        for path, data in files.items():
            replace_file(path, data)
            written.append(path)
    except OSError:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def _tell_what_next(level: Path, plays: Path, language: str) -> None:
    print(say(language, "new-done", level=level.name, plays=plays.name))
    commands = {each: f"{paths.command()} {each} {level.name}" for each in NEXT}
    width = max(map(len, commands.values()))
    for each, command in commands.items():
        print(f"  {command:{width}}  {say(language, NEXT[each])}")
