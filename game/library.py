"""The levels, principles and sources that can be played and quoted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from game import contents
from game.contents import Card, Contents, card_of
from game.course import next_on
from game.story.catalogue import Principle, Situation, Source
from game.story.level import Level
from game.words import say

if TYPE_CHECKING:  # reading YAML is imported only when something is read: the house opens without
    from game.authoring.problems import Problem
    from game.authoring.reader import Known

CATALOGUES = ("principles.yaml", "sources.yaml", "course.yaml", "questions.yaml")
PLAYS_SUFFIX = ".plays.yaml"
"""Files in a folder of levels that are none."""


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
    """One folder with levels and their catalogues. A level is read when it is asked for.

    What the house tells of them is kept in the file *index*, where one is named.
    """

    folder: Path
    index: Path | None = None
    _levels: dict[str, tuple[Level, bytes]] = field(default_factory=dict)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """All sources, by id."""
        from game.authoring.catalogue import read_sources

        return read_sources(self.folder / "sources.yaml")[0]

    @cached_property
    def principles(self) -> dict[str, Principle]:
        """All principles, by id."""
        from game.authoring.catalogue import read_principles

        return read_principles(self.folder / "principles.yaml", frozenset(self.sources))[0]

    @cached_property
    def questions(self) -> dict[str, Situation]:
        """All situations for the question of the day, by id; none where the folder has no such file."""
        from game.authoring.catalogue import read_questions

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
            from game.authoring.reader import read_level, read_level_file

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
        return self._kept.order if self._kept else self._in_order[0]

    @cached_property
    def course(self) -> tuple[str, ...]:
        """The names of the levels that have a place in the course, in its order."""
        return self._kept.course if self._kept else self._in_order[1]

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """What the house tells of every level that can be played, in the order of `ids`."""
        cards = self._contents.cards
        return tuple(cards[id] for id in self._contents.order if id in cards)

    @property
    def broken(self) -> tuple[str, ...]:
        """The names of the levels that cannot be played."""
        return self._contents.broken

    def card(self, id: str | None) -> Card | None:
        """Return what the house tells of level *id*; None where it cannot be played."""
        return self._contents.cards.get(id) if id else None

    @property
    def playable_course(self) -> tuple[str, ...]:
        """The names of the levels of the course that can be played."""
        return tuple(id for id in self.course if id in self._contents.cards)

    def suggestion(self, finished: Collection[str], after: str | None = None) -> Card | None:
        """Return the conversation to play next, with the levels that were *finished*; None when all were."""
        return self.card(next_on(self.playable_course, finished, after))

    def readable_levels(self) -> tuple[Level, ...]:
        """Return every level that can be played, in the order of `ids`."""
        return tuple(self.level(card.id) for card in self.cards)

    @cached_property
    def _kept(self) -> Contents | None:
        return contents.load(self.index, contents.stamp(self.folder)) if self.index else None

    @cached_property
    def _contents(self) -> Contents:
        if self._kept:
            return self._kept
        under = contents.stamp(self.folder)  # of before the reading: what is changed meanwhile is read again
        cards = {}
        for id in self.ids:
            try:
                cards[id] = card_of(self.level(id))
            except BrokenLevelError:
                continue
        found = Contents(self.ids, self.course, MappingProxyType(cards))
        if self.index:
            contents.save(found, self.index, under)
        return found

    @cached_property
    def _in_order(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return all names in order, and those of the course."""
        from game.authoring.catalogue import read_course

        names = [path.name.removesuffix(".yaml") for path in level_files(self.folder)]
        written = read_course(self.folder / "course.yaml")[0]
        course = tuple(id for id in written if id in names)  # a level that is gone leaves the others in order
        place = {id: number for number, id in enumerate(course)}
        return tuple(sorted(names, key=lambda id: (place.get(id, len(place)), id))), course

    def credit(self, principle: Principle, language: str) -> str:
        """Return who *principle* is credited to, for a reader of *language*."""
        credits = [self.sources[id].credit(language) for id in principle.sources if id in self.sources]
        told = "; ".join(credits)
        return f"{say(language, 'principle-derived')} {told}" if principle.derived else told


def level_files(folder: Path) -> list[Path]:
    """Return the level files in *folder*, by name."""
    return sorted(
        path
        for path in folder.glob("*.yaml")
        if path.name not in CATALOGUES and not path.name.endswith(PLAYS_SUFFIX)
    )


def level_as_played(data: bytes, id: str) -> Level | None:
    """Read a kept copy of a level; None when this version cannot play it any more."""
    from game.authoring.reader import read_level

    return read_level(data, id)[0]
