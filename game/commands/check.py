"""`luisterkamer check`: read levels and report every problem at its place."""

from __future__ import annotations

from pathlib import Path

from game import paths
from game.authoring.catalogue import read_course, read_principles, read_questions, read_sources
from game.authoring.plays import read_plays
from game.authoring.problems import Problem
from game.authoring.reader import Known, read_level_file
from game.authoring.report import report
from game.commands.finding import known_beside
from game.commands.messages import complain
from game.exits import Exit
from game.library import PLAYS_SUFFIX, Library, level_files, players_library
from game.words import say


def check(given: list[Path], language: str) -> int:
    """Check the levels at *given* (files or folders; the library without any) and print what is wrong.

    Returns 3 when there is an error, 2 when a path does not exist or holds no level.
    """
    library = players_library()
    files: list[Path] = []
    problems: list[Problem] = []
    for path in given or [each for each in library.folders if each == library.folder or _files_in(each)]:
        if not path.exists():
            complain(say(language, "check-path-missing", path=path))
            return Exit.USAGE
        found = _files_in(path) if path.is_dir() else [path]
        if not found:
            complain(say(language, "no-levels-to-check", path=path))
            return Exit.USAGE
        files += [each for each in found if each not in files]
    known = known_beside(library, files)
    for file in files:
        problems += _problems_in(file, known)
    for problem in problems:
        print(report(problem, language))
    errors = sum(problem.is_error for problem in problems)
    if not problems:
        print(say(language, "check-fine", files=len(files)))
        return Exit.FINE
    print(say(language, "check-found", files=len(files), errors=errors, warnings=len(problems) - errors))
    print(say(language, "check-more", command=paths.command(), code=problems[0].code.id))
    return Exit.LEVEL_IS_WRONG if errors else Exit.FINE


def _files_in(folder: Path) -> list[Path]:
    """Return the levels in *folder* with their play-tests and catalogues; nothing where there is no level."""
    return sorted(folder.glob("*.yaml")) if level_files(folder) else []


def _problems_in(file: Path, known: Known) -> tuple[Problem, ...]:
    """Read *file* as what its name says it is, and return what is wrong with it."""
    beside = Library(file.parent)
    if file.name.endswith(PLAYS_SUFFIX):
        return read_plays(file)[1]
    if file.name == "sources.yaml":
        return read_sources(file)[1]
    if file.name == "principles.yaml":
        return read_principles(file, frozenset(beside.sources))[1]
    if file.name == "course.yaml":
        return read_course(file, frozenset(beside.ids))[1]
    if file.name == "questions.yaml":
        return read_questions(file, frozenset(beside.principles))[1]
    return read_level_file(file, known, remarks=True)[1]
