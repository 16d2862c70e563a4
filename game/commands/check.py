"""`luisterkamer check`: read levels and report every problem at its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from game import paths
from game.authoring.catalogue import read_course, read_principles, read_questions, read_sources
from game.authoring.formats import as_github, as_json, narrated
from game.authoring.plays import read_plays
from game.authoring.problems import Problem
from game.authoring.reader import Known, read_level, read_level_file
from game.authoring.report import report
from game.authoring.source import read_bytes
from game.commands.finding import SUFFIX, known_beside
from game.commands.messages import complain, tell
from game.exits import Exit
from game.library import PLAYS_SUFFIX, Library, is_level_file, level_files, players_library
from game.story.text import clean
from game.words import say


@dataclass(frozen=True, slots=True)
class Wishes:
    """How `check` is to tell what it finds, and what else it is to do."""

    format: str = "text"
    fix: bool = False
    routes: bool = False


def check(given: list[Path], language: str, wishes: Wishes = Wishes()) -> int:
    """Check the levels at *given* (files or folders; the library without any) and print what is wrong.

    Returns 3 when there is an error, 2 when a path does not exist or holds no level.
    """
    library = players_library()
    files = _files_at(given, library, language)
    if files is None:
        return Exit.USAGE
    known = known_beside(library, files)
    if wishes.fix:
        for file in files:
            _fix(file, known, language)
    problems = [problem for file in files for problem in _problems_in(file, known)]
    _tell(problems, len(files), language, wishes.format)
    if wishes.format in ("text", "narrated") and not wishes.fix:
        wrong = {problem.file for problem in problems if problem.is_error}
        _tell_what_can_be_mended([file for file in files if str(file) in wrong], known, language)
    if wishes.routes:
        for file in files:
            _tell_routes(file, known, language)
    return Exit.LEVEL_IS_WRONG if any(problem.is_error for problem in problems) else Exit.FINE


def _files_at(given: list[Path], library: Library, language: str) -> list[Path] | None:
    """Return the files at *given*; None after telling that there is something wrong with a path."""
    files: list[Path] = []
    for path in given or [each for each in library.folders if each == library.folder or _files_in(each)]:
        path = _located(path, library)
        if not path.exists():
            complain(say(language, "check-path-missing", path=clean(str(path))))
            return None
        found = _files_in(path) if path.is_dir() else [path]
        if not found:
            complain(say(language, "no-levels-to-check", path=clean(str(path))))
            return None
        files += [each for each in found if each not in files]
    return files


def files_to_watch(given: list[Path]) -> list[Path]:
    """Return the files that a check of *given* reads, with those that are gone for a moment."""
    library = players_library()
    found = [_located(path, library) for path in given or library.folders]
    return [file for path in found for file in (_files_in(path) if path.is_dir() else [path])]


def _located(path: Path, library: Library) -> Path:
    """Return *path*, or the level of that name where there is no such path: in the library, else here."""
    if path.exists():
        return path
    if str(path) in library.ids:
        return library.path(str(path))
    here = path.with_name(f"{path.name}{SUFFIX}") if path.name else path
    return here if here.is_file() else path


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


def _tell(problems: Sequence[Problem], files: int, language: str, form: str) -> None:
    """Print what was found in the form that was asked for."""
    if form == "json":
        print(as_json(problems, files, language))
        return
    for number, problem in enumerate(problems, 1):
        if form == "github":
            print(as_github(problem, language))
        elif form == "narrated":
            print(narrated(problem, number, len(problems), language), end="\n\n")
        else:
            tell(report(problem, language))
    if form == "github":
        return
    errors = sum(problem.is_error for problem in problems)
    if not problems:
        tell(say(language, "check-fine", files=files))
        return
    tell(say(language, "check-found", files=files, errors=errors, warnings=len(problems) - errors))
    tell(say(language, "check-more", command=paths.command(), code=problems[0].code.id))


def _fix(file: Path, known: Known, language: str) -> None:
    """Mend in the level *file* what is certain, and show how it changed."""
    if not is_level_file(file):
        return
    from difflib import unified_diff

    from game.authoring.fixes import fix
    from game.authoring.source import decoded
    from game.journal import replace_file

    try:
        data = file.read_bytes()
        done = fix(data, _reader(file, known))
        if done.data == data:
            return
        replace_file(file, done.data)
    except OSError as error:
        complain(say(language, "fix-failed", path=clean(str(file)), why=error.strerror or str(error)))
        return
    before, after = (decoded(each).split("\n") for each in (data, done.data))
    for line in unified_diff(before, after, str(file), str(file), lineterm=""):
        print(clean(line))
    tell(say(language, "fix-done", path=clean(str(file)), count=len(done.problems)))


def _tell_what_can_be_mended(files: Sequence[Path], known: Known, language: str) -> None:
    """Print, for each level of *files* in which something is certain to mend, how to have that done."""
    from game.authoring.fixes import can_mend

    for file in filter(is_level_file, files):
        try:
            data = read_bytes(file)
        except OSError:
            continue  # told already
        if can_mend(data, _reader(file, known)):
            path = clean(str(file)).replace("\n", " ")
            path = f'"{path}"' if " " in path else path
            tell(say(language, "check-can-fix", command=paths.command(), path=path))


def _reader(file: Path, known: Known) -> Callable[[bytes], Sequence[Problem]]:
    """Return what reads bytes as if they were in the level *file*."""
    id = file.name.removesuffix(SUFFIX)
    return lambda data: read_level(data, id, known, file=str(file))[1]


def _tell_routes(file: Path, known: Known, language: str) -> None:
    """Print a shortest way to every ending of the level in *file*."""
    if not is_level_file(file):
        return
    from game.authoring.routes import routes

    level = read_level_file(file, known)[0]
    if level is None:
        return
    print(f"{level.id}  {clean(level.title.in_language(language))}")
    for route in routes(level):
        if route.replies is None:
            print(f"  {route.ending}: {say(language, 'routes-none')}")
            continue
        meters = f"{say(language, 'trust')} {route.trust}, {say(language, 'sympathy')} {route.sympathy}"
        print(f"  {route.ending} ({meters}): {' '.join(route.replies)}")
