"""The levels, principles and sources that can be played and quoted."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from game.authoring.catalogue import read_course, read_principles, read_questions, read_sources
from game.authoring.plays import SUFFIX as PLAYS_SUFFIX
from game.authoring.problems import Problem
from game.authoring.reader import Known, read_level, read_level_file
from game.story.catalogue import Principle, Situation, Source
from game.story.level import Level
from game.words import say

CATALOGUES = ("principles.yaml", "sources.yaml", "course.yaml", "questions.yaml")


class UnknownLevelError(LookupError):
    """There is no level of that name; `known` are the names there are."""

    def __init__(self, id: str, known: tuple[str, ...]) -> None:
        super().__init__(id)
        self.id = id
        self.known = known


class BrokenLevelError(ValueError):
    """The level is there but cannot be read; `problems` tell why."""

    def __init__(self, id: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(id)
        self.id = id
        self.problems = problems


@dataclass
class Library:
    """One folder with levels and the two catalogues. A level is read when it is asked for."""

    folder: Path
    _levels: dict[str, tuple[Level, bytes]] = field(default_factory=dict)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """All sources, by id."""
        return read_sources(self.folder / "sources.yaml")[0]

    @cached_property
    def principles(self) -> dict[str, Principle]:
        """All principles, by id."""
        return read_principles(self.folder / "principles.yaml", frozenset(self.sources))[0]

    @cached_property
    def questions(self) -> dict[str, Situation]:
        """All situations for the question of the day, by id; none where the folder has no such file."""
        path = self.folder / "questions.yaml"
        return read_questions(path, frozenset(self.principles))[0] if path.exists() else {}

    @property
    def known(self) -> Known:
        """The names a level may refer to."""
        return {
            "principle": frozenset(self.principles),
            "source": frozenset(self.sources),
            "level": frozenset(self.ids),
        }

    def path(self, id: str) -> Path:
        """Return the file of level *id*. Raises UnknownLevelError."""
        if id not in self.ids:
            raise UnknownLevelError(id, self.ids)
        return self.folder / f"{id}.yaml"

    def level(self, id: str) -> Level:
        """Return level *id*. Raises UnknownLevelError or BrokenLevelError."""
        return self.level_and_bytes(id)[0]

    def level_and_bytes(self, id: str) -> tuple[Level, bytes]:
        """Return level *id* with the file it was read from. Raises as `level` does."""
        if id not in self._levels:
            path = self.path(id)
            try:
                data = path.read_bytes()
            except OSError:
                data = b""
            level, problems = read_level(data, id, file=str(path)) if data else read_level_file(path)
            if level is None:
                raise BrokenLevelError(id, problems)
            self._levels[id] = level, data
        return self._levels[id]

    def bytes_of(self, id: str) -> bytes:
        """Return the file of level *id* as it is now. Raises UnknownLevelError or OSError."""
        return self.path(id).read_bytes()

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The names of all levels, in the order of the course; others follow by name."""
        names = [path.name.removesuffix(".yaml") for path in level_files(self.folder)]
        course = read_course(self.folder / "course.yaml", frozenset(names))[0]
        return tuple(sorted(names, key=lambda id: (course.index(id) if id in course else len(course), id)))

    @cached_property
    def broken(self) -> dict[str, tuple[Problem, ...]]:
        """The levels that cannot be played, with what is wrong with them."""
        broken = {}
        for id in self.ids:
            try:
                self.level(id)
            except BrokenLevelError as error:
                broken[id] = error.problems
        return broken

    def credit(self, principle: Principle, language: str) -> str:
        """Return who *principle* is credited to, for a reader of *language*."""
        credits = [self.sources[id].credit(language) for id in principle.sources if id in self.sources]
        told = "; ".join(credits)
        return f"{say(language, 'principle-derived')} {told}" if principle.derived else told

    def readable_levels(self) -> tuple[Level, ...]:
        """Return every level that can be played, in the order of the course."""
        return tuple(self.level(id) for id in self.ids if id not in self.broken)


def level_files(folder: Path) -> list[Path]:
    """Return the level files in *folder*, by name."""
    return sorted(
        path
        for path in folder.glob("*.yaml")
        if path.name not in CATALOGUES and not path.name.endswith(PLAYS_SUFFIX)
    )


def level_as_played(data: bytes, id: str) -> Level | None:
    """Read a kept copy of a level; None when this version cannot play it any more."""
    return read_level(data, id)[0]
