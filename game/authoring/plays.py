"""Play-tests beside a level: named routes with where they must lead."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.authoring.nodes import Mapping, Node, Scalar, parse
from game.authoring.problems import Problem, Problems
from game.authoring.reading import Reading
from game.authoring.shapes import Field, Integer, ListOf, NameOf, Prose, Record, is_showable
from game.authoring.source import Source, decode, read_source
from game.story.level import HIGHEST, LOWEST


@dataclass(frozen=True, slots=True)
class Meters:
    """What the meters must be; None is not looked at."""

    trust: int | None = None
    sympathy: int | None = None


@dataclass(frozen=True, slots=True)
class Play:
    """A route through a level and what it must come to; None is not looked at.

    `underway` are the meters expected after some of the replies, by the number of the reply (from 0). They
    count at the next choice, when late consequences have come. `line` is where the play stands in its file.
    """

    name: str
    replies: tuple[str, ...]
    ending: str | None = None
    trust: int | None = None
    sympathy: int | None = None
    notes: str | None = None
    underway: tuple[tuple[int, Meters], ...] = ()
    line: int = field(default=1, compare=False)

    @property
    def expects_nothing(self) -> bool:
        """Tell whether there is no word on how this play ends."""
        return self.ending is None and self.trust is None and self.sympathy is None


_METER = Field(Integer(LOWEST, HIGHEST))
METERS = Record({"trust": _METER, "sympathy": _METER}, Meters)


@dataclass(frozen=True, slots=True)
class _Step:
    reply: str
    meters: Meters | None = None


class StepShape:
    """A reply: its name, or its name with the meters after it, as in `- kijk-mee: {trust: 55}`."""

    def read(self, node: Node, key: str, reading: Reading) -> _Step | None:
        """Read a reply."""
        if not isinstance(node, Mapping):
            name = NameOf("reply").read(node, key, reading)
            return None if name is None else _Step(name)
        if len(node.entries) != 1:
            reading.wrong_shape(node, key, "step")
            return None
        (name_node, below) = node.entries[0]
        name = NameOf("reply").read(name_node, key, reading)
        meters = METERS.read(below, name_node.text, reading)
        return None if name is None or meters is None else _Step(name, meters)


def _play(replies: tuple[_Step, ...], **values: Any) -> Play:
    underway = tuple((number, step.meters) for number, step in enumerate(replies) if step.meters)
    return Play(replies=tuple(step.reply for step in replies), underway=underway, **values)


PLAY = Record(
    {
        "notes": Field(Prose()),
        "replies": Field(ListOf(StepShape()), required=True),
        "trust": _METER,
        "sympathy": _METER,
        "ending": Field(NameOf("ending")),
    },
    _play,
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
        plays = [_read_play(name, value, reading) for name, value in node.entries]
        return tuple(plays) if all(named) and None not in plays else None


def _read_play(name: Scalar, node: Node, reading: Reading) -> Any:
    return PLAY.read(node, name.text, reading, name=name.text, line=name.place.line)


PLAYS = Record({"plays": Field(_AnyNames(), required=True)}, dict)


def read_plays(path: Path) -> tuple[tuple[Play, ...], tuple[Problem, ...]]:
    """Read the play-tests at *path*; none of them when any problem is an error."""
    problems = Problems(str(path))
    return _read(read_source(path, problems), problems)


def read_plays_in(data: bytes, file: str) -> tuple[tuple[Play, ...], tuple[Problem, ...]]:
    """Read the play-tests in *data*, as `read_plays` does from a file; problems name it *file*."""
    problems = Problems(file)
    return _read(decode(data, problems), problems)


def _read(source: Source | None, problems: Problems) -> tuple[tuple[Play, ...], tuple[Problem, ...]]:
    root = parse(source, problems) if source else None
    values = None
    if root is not None:
        reading = Reading(problems)
        values = PLAYS.read(root, "plays", reading)
        reading.resolve({})
    plays: tuple[Play, ...] = values["plays"] if values and not problems.has_errors else ()
    return plays, problems.in_order()
