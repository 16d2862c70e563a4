"""The levels, principles and sources that can be played and quoted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from game import contents, paths
from game.contents import Card, Contents, card_of
from game.course import next_on
from game.story.catalogue import Principle, Situation, Source
from game.story.level import NAME, Level
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
    """The levels in *folder*, with the catalogues beside them, then those of the user in *own*, if named.

    A level is read when it is asked for. What the house tells of them is kept in the file *index*, if named.
    """

    folder: Path
    index: Path | None = None
    own: Path | None = None
    _levels: dict[str, tuple[Level, bytes]] = field(default_factory=dict)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders with levels; the catalogues are in the first one."""
        return (self.folder, self.own) if self.own else (self.folder,)

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
        folder = self.own if self.own and self.is_own(id) else self.folder
        return folder / f"{id}.yaml"

    def is_own(self, id: str) -> bool:
        """Tell whether *id* is a level of the user."""
        return id in self.own_ids

    def level(self, id: str) -> Level:
        """Return level *id*. Raises UnknownLevelError or BrokenLevelError."""
        return self.level_and_bytes(id)[0]

    def level_and_bytes(self, id: str) -> tuple[Level, bytes]:
        """Return level *id* with the file it was read from. Raises as `level` does."""
        if id not in self._levels:
            from game.authoring.reader import read_level, read_level_file
            from game.authoring.source import read_bytes

            path = self.path(id)
            try:
                data = read_bytes(path)
            except OSError:
                data = b""
            level, problems = read_level(data, id, file=str(path)) if data else read_level_file(path)
            if level is None:
                raise BrokenLevelError(id, problems)
            self._levels[id] = level, data
        return self._levels[id]

    def lend(self, level: Level, data: bytes) -> None:
        """Have *level*, read from *data*, played from here though its file is elsewhere; it is not listed."""
        self._levels[level.id] = level, data

    def bytes_of(self, id: str) -> bytes:
        """Return the file of level *id* as it is now. Raises UnknownLevelError or OSError."""
        from game.authoring.source import read_bytes

        return read_bytes(self.path(id))

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The names of all levels, in the order of the course; others follow by name, the user's own last."""
        return (self._kept or self._listed).order

    @cached_property
    def course(self) -> tuple[str, ...]:
        """The names of the levels that have a place in the course, in its order."""
        return (self._kept or self._listed).course

    @cached_property
    def own_ids(self) -> tuple[str, ...]:
        """The names of the levels of the user."""
        return (self._kept or self._listed).own

    @cached_property
    def left_out(self) -> tuple[Path, ...]:
        """The files among the user's own levels whose name no level of the user can have."""
        there = [path for path in _yaml_files(self.own) if not path.name.endswith(PLAYS_SUFFIX)]
        return tuple(path for path in there if path.name.removesuffix(".yaml") not in self.own_ids)

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
        return contents.load(self.index, contents.stamp(*self.folders)) if self.index else None

    @cached_property
    def _contents(self) -> Contents:
        if self._kept:
            return self._kept
        # The stamp is of before the reading: what is changed meanwhile is read again.
        under = contents.stamp(*self.folders)
        cards = {}
        for id in self.ids:
            try:
                cards[id] = card_of(self.level(id))
            except BrokenLevelError:
                continue
        found = Contents(self.ids, self.course, MappingProxyType(cards), self.own_ids)
        if self.index:
            contents.save(found, self.index, under)
        return found

    @cached_property
    def _listed(self) -> Contents:
        """All names in order, before any level is read."""
        from game.authoring.catalogue import read_course

        names = [path.name.removesuffix(".yaml") for path in level_files(self.folder)]
        written = read_course(self.folder / "course.yaml")[0]
        course = tuple(id for id in written if id in names)  # a level that is gone leaves the others in order
        place = {id: number for number, id in enumerate(course)}
        ours = sorted(names, key=lambda id: (place.get(id, len(place)), id))
        own = tuple(
            id
            for id in (path.name.removesuffix(".yaml") for path in _yaml_files(self.own))
            if NAME.fullmatch(id) and not self.is_taken(id)
        )
        return Contents((*ours, *own), course, MappingProxyType({}), own)

    def is_taken(self, id: str) -> bool:
        """Tell whether no level of the user can be called *id*: a file that comes with the game is."""
        return f"{id}.yaml" in CATALOGUES or (self.folder / f"{id}.yaml").exists()

    def origin(self, level: Level, language: str) -> str:
        """Return where the story of *level* comes from, for a reader of *language*; '' when nobody says."""
        source = self.sources.get(level.source) if level.source else None
        told = (
            source.credit(language) if source else "",
            level.credit.in_language(language) if level.credit else "",
        )
        return "; ".join(part for part in told if part)

    def credit(self, principle: Principle, language: str) -> str:
        """Return who *principle* is credited to, for a reader of *language*."""
        credits = [self.sources[id].credit(language) for id in principle.sources if id in self.sources]
        told = "; ".join(credits)
        return f"{say(language, 'principle-derived')} {told}" if principle.derived else told


def players_library(index: Path | None = None) -> Library:
    """Return all that can be played here: the levels that come with the game, then the user's own."""
    return Library(paths.levels_folder(), index, paths.own_folder())


def _yaml_files(folder: Path | None) -> list[Path]:
    """Return the ordinary files in *folder* that could be levels, by name; none where there is no folder."""
    return sorted(path for path in folder.glob("*.yaml") if path.is_file()) if folder else []


def level_files(folder: Path) -> list[Path]:
    """Return the level files in *folder*, by name."""
    return sorted(filter(is_level_file, folder.glob("*.yaml")))


def is_level_file(path: Path) -> bool:
    """Tell whether a YAML file of this name holds a level, not a catalogue or play-tests."""
    return path.name not in CATALOGUES and not path.name.endswith(PLAYS_SUFFIX)


def level_as_played(data: bytes, id: str) -> Level | None:
    """Read a kept copy of a level; None when this version cannot play it any more."""
    from game.authoring.reader import read_level

    return read_level(data, id)[0]
