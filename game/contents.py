"""What the house tells of the levels there are, kept in a file so that opening the house reads no level.

The file is only a shortcut: it counts as long as every level file has the size and time it had, and is
made anew otherwise. Nothing is lost with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from game import __version__, journal
from game.story.level import ROOMS, Level
from game.story.text import Text

FORMAT = 1
FILE = "contents.json"
LARGEST = 2_000_000
"""Bytes of a file we are willing to read; a level takes about one thousand."""


@dataclass(frozen=True, slots=True)
class Card:
    """What the house tells of a level. `endings` are their titles by name."""

    id: str
    title: Text
    you: Text
    room: str
    minutes: int
    endings: Mapping[str, Text]
    sister: str | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """The levels there are: `order` names all in the order of the course, then the others by name.

    `cards` are those that can be played; `course` those that have a place in the course; `own` those of the
    user, which come last.
    """

    order: tuple[str, ...]
    course: tuple[str, ...]
    cards: Mapping[str, Card]
    own: tuple[str, ...] = ()

    @property
    def broken(self) -> tuple[str, ...]:
        """The levels that cannot be played."""
        return tuple(id for id in self.order if id not in self.cards)


def card_of(level: Level) -> Card:
    """Return what the house tells of *level*."""
    endings = MappingProxyType({ending.id: ending.title for ending in level.endings.values()})
    return Card(level.id, level.title, level.you, level.room, level.minutes, endings, level.sister)


def stamp(*folders: Path) -> list[Any]:
    """Return what changes when a file in one of *folders* does, or the program."""
    told: list[Any] = [__version__]
    for folder in folders:
        files: list[list[Any]] = []
        for path in sorted(folder.glob("*.yaml")):
            with suppress(OSError):
                found = path.stat()
                files.append([path.name, found.st_size, found.st_mtime_ns])
        told += [str(folder), files]
    return told


def load(path: Path, wanted: list[Any]) -> Contents | None:
    """Return what is kept at *path* under the stamp *wanted*; None when that is not there or not sound."""
    try:
        with path.open("rb") as file:
            record = journal.decode(file.read(LARGEST).rstrip(b"\n"))
    except OSError:
        return None
    if record is None or record.get("format") != FORMAT or record.get("stamp") != wanted:
        return None
    try:
        cards = {each["id"]: _card(each) for each in record["cards"]}
        order, course, own = (tuple(map(str, record[key])) for key in ("order", "course", "own"))
    except (KeyError, TypeError, ValueError):
        return None
    return Contents(order, course, MappingProxyType(cards), own)


def save(contents: Contents, path: Path, under: list[Any]) -> None:
    """Keep *contents* at *path* under a stamp. That it cannot be kept is no harm."""
    record = {
        "format": FORMAT,
        "stamp": under,
        "order": contents.order,
        "course": contents.course,
        "own": contents.own,
        "cards": [_as_data(card) for card in contents.cards.values()],
    }
    with suppress(OSError):
        journal.replace_file(path, journal.encode(record))


def _as_data(card: Card) -> dict[str, Any]:
    return {
        "id": card.id,
        "title": card.title.variants,
        "you": card.you.variants,
        "room": card.room,
        "minutes": card.minutes,
        "endings": [[name, title.variants] for name, title in card.endings.items()],
        "sister": card.sister,
    }


def _card(data: Mapping[str, Any]) -> Card:
    """Return the card in *data*. Raises KeyError, TypeError or ValueError where it is not sound."""
    room, sister = data["room"], data["sister"]
    if room not in ROOMS or not (sister is None or isinstance(sister, str)):
        raise ValueError(room)
    endings = MappingProxyType({str(name): _text(title) for name, title in data["endings"]})
    title, you = _text(data["title"]), _text(data["you"])
    return Card(str(data["id"]), title, you, room, int(data["minutes"]), endings, sister)


def _text(variants: Iterable[tuple[str, str]]) -> Text:
    text = Text(tuple((str(language), str(words)) for language, words in variants))
    if not text.variants:
        raise ValueError("no words")
    return text
