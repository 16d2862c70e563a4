"""`luisterkamer check`: read levels and report every problem at its place."""

from __future__ import annotations

from pathlib import Path

from game import paths
from game.authoring.catalogue import read_course, read_principles, read_questions, read_sources
from game.authoring.problems import Problem
from game.authoring.reader import Known, read_level_file
from game.authoring.report import report
from game.commands.messages import complain
from game.exits import Exit
from game.library import Library, level_files
from game.words import say


def check(given: list[Path], language: str) -> int:
    """Check the levels at *given* (files or folders; the library without any) and print what is wrong.

    Returns 3 when there is an error, 2 when a path does not exist or holds no level.
    """
    library = Library(paths.levels_folder())
    files: list[Path] = []
    problems: list[Problem] = []
    for path in given or [library.folder]:
        if not path.exists():
            complain(say(language, "check-path-missing", path=path))
            return Exit.USAGE
        found = level_files(path) if path.is_dir() else [path]
        if not found:
            complain(say(language, "no-levels-to-check", path=path))
            return Exit.USAGE
        files += found
        if path.is_dir() and (path / "principles.yaml").exists():
            problems += _catalogue_problems(path)
    known = _known_names(library, files)
    for file in files:
        problems += read_level_file(file, known)[1]
    for problem in problems:
        print(report(problem, language))
    errors = sum(problem.is_error for problem in problems)
    if not problems:
        print(say(language, "check-fine", files=len(files)))
        return Exit.FINE
    print(say(language, "check-found", files=len(files), errors=errors, warnings=len(problems) - errors))
    return Exit.LEVEL_IS_WRONG if errors else Exit.FINE


def _known_names(library: Library, files: list[Path]) -> Known:
    """Return the names a level may use: those of the library and of the files checked with it."""
    beside = frozenset(file.name.removesuffix(".yaml") for file in files)
    return {**library.known, "level": library.known["level"] | beside}


def _catalogue_problems(folder: Path) -> list[Problem]:
    sources, source_problems = read_sources(folder / "sources.yaml")
    principles, principle_problems = read_principles(folder / "principles.yaml", frozenset(sources))
    names = frozenset(path.name.removesuffix(".yaml") for path in level_files(folder))
    course = folder / "course.yaml"
    course_problems = read_course(course, names)[1] if course.exists() else ()
    questions = folder / "questions.yaml"
    question_problems = read_questions(questions, frozenset(principles))[1] if questions.exists() else ()
    return [*source_problems, *principle_problems, *course_problems, *question_problems]
