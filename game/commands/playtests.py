"""`luisterkamer test`: play the plays beside levels and tell which do not hold any more, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game import paths
from game.authoring.blessing import bless as blessed_file
from game.authoring.blessing import new_plays
from game.authoring.plays import Play, read_plays
from game.authoring.playtesting import EndedElse, Parted, endings_without, first_difference, shortest_routes
from game.authoring.problems import Problem
from game.authoring.reader import read_level_file
from game.authoring.report import report
from game.authoring.source import read_bytes
from game.commands.differences import changed, told
from game.commands.finding import SUFFIX, known_beside, path_of
from game.commands.messages import complain, tell
from game.exits import Exit
from game.journal import replace_file
from game.library import PLAYS_SUFFIX, Library, level_files, players_library
from game.story.level import Level
from game.story.text import clean
from game.words import say


def test_plays(given: Sequence[str], language: str, *, bless: bool) -> int:
    """Play the plays of the levels *given* (names, files, folders; all without any) and tell what differs.

    With *bless* what the game now comes to is written into the plays.

    Returns 3 when a play does not hold or a file is wrong, 2 when there is no such level or it cannot be
    written.
    """
    library = players_library()
    if bless and not given:
        complain(say(language, "test-bless-what"))
        return Exit.USAGE
    files = _files(given, library, language)
    if files is None:
        return Exit.USAGE
    known = known_beside(library, files)
    totals = _Totals()
    for file in files:
        name = file.name.removesuffix(SUFFIX)
        level, problems = read_level_file(file, known)
        if level is None:
            _complain_of(say(language, "broken-level", level=clean(name)), problems, language)
            totals.broken += 1
            continue
        argument = name if name in library.ids and library.path(name) == file else str(file)
        beside = _Beside(level, file.with_name(f"{name}{PLAYS_SUFFIX}"), _on_one_line(argument), language)
        try:
            beside.bless(totals) if bless else beside.run(totals)
        except OSError as error:
            why = error.strerror or str(error)
            complain(say(language, "own-unwritable", path=_on_one_line(str(beside.path)), why=why))
            return Exit.USAGE
    if len(files) > 1:
        tell(say(language, "test-sum", levels=len(files), plays=totals.plays, wrong=totals.wrong))
    return Exit.LEVEL_IS_WRONG if totals.wrong or totals.broken else Exit.FINE


@dataclass(slots=True)
class _Totals:
    """How many plays there were, how many did not hold, how many files could not be read."""

    plays: int = 0
    wrong: int = 0
    broken: int = 0


@dataclass(frozen=True, slots=True)
class _Beside:
    """The plays of one level, at *path*; *argument* is how its author names the level."""

    level: Level
    path: Path
    argument: str
    language: str

    def run(self, totals: _Totals) -> None:
        """Play them all and tell what differs."""
        if not self.path.exists():
            self._tell("test-none", argument=self.argument, command=paths.command())
            return
        plays = self._read(totals)
        if plays is not None and self._tell_how_they_hold(plays, totals):
            tell(f"   {self._say('test-how-to-bless', argument=self.argument, command=paths.command())}")

    def bless(self, totals: _Totals) -> None:
        """Record what the game now comes to. Raises OSError when it cannot be written."""
        if not self.path.exists():
            self._make()
        elif self._read(totals) is None:
            return
        else:
            done = blessed_file(read_bytes(self.path), self.level)
            if done.blessed:
                replace_file(self.path.resolve(), done.data)
            for each in done.blessed:
                tell(f"{self._head(each.play)}\n   {changed(each.changes, self.language)}")
            for play in done.left:
                tell(f"{self._head(play)}\n   {self._say('bless-left')}")
        plays = self._read(totals)
        if plays is not None:
            self._tell_how_they_hold(plays, totals)

    def _make(self) -> None:
        """Write a new file, with a shortest play for every ending that can be reached."""
        routes = {
            ending: route
            for ending, route in shortest_routes(self.level, self.level.endings).items()
            if route is not None
        }
        title = self.level.title.in_language(self.language)
        head = self._say("bless-head", title=_on_one_line(title))
        text = new_plays(self.level, routes, lambda ending: self._say("bless-route", ending=ending), head)
        replace_file(self.path, text.encode())
        tell(self._say("bless-made", path=_on_one_line(str(self.path)), count=len(routes)))

    def _tell_how_they_hold(self, plays: tuple[Play, ...], totals: _Totals) -> bool:
        """Tell which plays do not hold and why, and which endings have none.

        Return whether one of them could be recorded as it is now.
        """
        found = [(each, first_difference(self.level, each)) for each in plays]
        wrong = [(each, difference) for each, difference in found if difference]
        totals.plays += len(plays)
        totals.wrong += len(wrong)
        if wrong:
            key = "test-wrong-one" if len(wrong) == 1 else "test-wrong"
            self._tell(key, wrong=len(wrong), count=len(plays))
        else:
            self._tell("test-fine-one" if len(plays) == 1 else "test-fine", count=len(plays))
        for play, difference in wrong:
            tell(f"   {self._head(play)}\n      {told(difference, play, self.level, self.language)}")
        self._name_endings_without(plays)
        return any(isinstance(difference, Parted | EndedElse) for _, difference in wrong)

    def _name_endings_without(self, plays: tuple[Play, ...]) -> None:
        without = endings_without(self.level, plays)
        for ending, route in shortest_routes(self.level, without).items() if without else ():
            if route is None:
                tell(f"   {self._say('test-ending-never', ending=ending)}")
            else:
                tell(f"   {self._say('test-ending-without', ending=ending, replies=', '.join(route))}")

    def _read(self, totals: _Totals) -> tuple[Play, ...] | None:
        """Read the plays; None after telling that they cannot be read."""
        plays, problems = read_plays(self.path)
        if plays:
            return plays
        _complain_of(self._say("test-unreadable", name=self.level.id), problems, self.language)
        totals.broken += 1
        return None

    def _head(self, play: Play) -> str:
        """Name *play* and where it stands."""
        return f"{_on_one_line(str(self.path))}:{play.line}: ‘{_on_one_line(play.name)}’"

    def _tell(self, key: str, **values: object) -> None:
        tell(self._say(key, name=self.level.id, **values))

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)


def _files(given: Sequence[str], library: Library, language: str) -> list[Path] | None:
    """Return the files of the levels *given*, each once; None after telling that one is not there."""
    files: list[Path] = []
    for argument in given:
        folder = Path(argument)
        if folder.is_dir():
            found = level_files(folder)
            if not found:
                complain(say(language, "no-levels-to-check", path=clean(argument)))
                return None
        else:
            path = (
                path_of(argument.removesuffix(PLAYS_SUFFIX) + SUFFIX, library, language)
                if argument.endswith(PLAYS_SUFFIX)
                else path_of(argument, library, language)
            )
            if path is None:
                return None
            found = [path]
        files += [each for each in found if each not in files]
    return files if given else [library.path(id) for id in library.ids]


def _on_one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _complain_of(what: str, problems: Sequence[Problem], language: str) -> None:
    complain(what)
    for problem in problems:
        if problem.is_error:
            complain(report(problem, language))
