"""A level that is being written: read anew whenever its file has changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.authoring.problems import Place, Problem, Problems
from game.authoring.reader import Known, read_level
from game.authoring.watching import Sight, Watch
from game.story.level import Level

LOST = "E008"
"""The problem of a file that cannot be read: it has no line."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A level as its file is now; None where a problem is an error. `is_lost`: the file cannot be read."""

    level: Level | None
    problems: tuple[Problem, ...]
    is_lost: bool = False

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep this version from being played."""
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems with which it can be played."""
        return tuple(problem for problem in self.problems if not problem.is_error)


class Drafts:
    """The versions of the level at *path*, one after another; *known* are the names it may use."""

    def __init__(self, path: Path, known: Known) -> None:
        self.path = path
        self._known = known
        self._watch = Watch(path)
        self.latest = self._read(self._watch.look() or Sight(None))

    def look(self) -> Draft | None:
        """Return the new version when there is one, else None."""
        sight = self._watch.look()
        if sight is None:
            return None
        self.latest = self._read(sight)
        return self.latest

    def _read(self, sight: Sight) -> Draft:
        file = str(self.path)
        if sight.data is None:
            problems = Problems(file)
            problems.add(LOST, Place(), found=sight.why)
            return Draft(None, problems.in_order(), is_lost=True)
        name = self.path.name.removesuffix(".yaml")
        return Draft(*read_level(sight.data, name, self._known, file=file, remarks=True))
