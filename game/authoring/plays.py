"""Play-tests beside a level: named routes with where they must lead."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.authoring.nodes import Mapping, Node, parse
from game.authoring.problems import Problem, Problems
from game.authoring.reading import Reading
from game.authoring.shapes import Field, Integer, ListOf, NameOf, Record, is_showable
from game.authoring.source import read_source
from game.story.level import HIGHEST, LOWEST


@dataclass(frozen=True, slots=True)
class Play:
    """A route through a level and what it must come to; None is not looked at."""

    name: str
    replies: tuple[str, ...]
    ending: str | None = None
    trust: int | None = None
    sympathy: int | None = None


PLAY = Record(
    {
        "replies": Field(ListOf(NameOf("reply")), required=True),
        "trust": Field(Integer(LOWEST, HIGHEST)),
        "sympathy": Field(Integer(LOWEST, HIGHEST)),
        "ending": Field(NameOf("ending")),
    },
    Play,
)


class _AnyNames:
    """Plays have free names: they are read by people."""

    def read(self, node: Node, key: str, reading: Reading) -> tuple[Play, ...] | None:
        if not isinstance(node, Mapping):
            reading.wrong_shape(node, key, "mapping")
            return None
        if not node.entries:
            reading.problems.add("E103", node.place, key=key)
            return None
        named = [is_showable(name.text, name.place, reading) for name, _ in node.entries]
        plays = [PLAY.read(value, name.text, reading, name=name.text) for name, value in node.entries]
        return tuple(plays) if all(named) and None not in plays else None


PLAYS = Record({"plays": Field(_AnyNames(), required=True)}, dict)


def read_plays(path: Path) -> tuple[tuple[Play, ...], tuple[Problem, ...]]:
    """Read the play-tests at *path*; none of them when any problem is an error."""
    problems = Problems(str(path))
    source = read_source(path, problems)
    root = parse(source, problems) if source else None
    values = None
    if root is not None:
        reading = Reading(problems)
        values = PLAYS.read(root, "plays", reading)
        reading.resolve({})
    plays: tuple[Play, ...] = values["plays"] if values and not problems.has_errors else ()
    return plays, problems.in_order()
