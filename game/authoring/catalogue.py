"""Reading `principles.yaml` and `sources.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from game.authoring.nodes import parse
from game.authoring.problems import Problem, Problems
from game.authoring.reading import Reading
from game.authoring.shapes import Field, FormatNumber, ListOf, Named, NameOf, Prose, Record, Words, Yes
from game.authoring.source import read_source
from game.story.catalogue import Principle, Situation, Source

_FORMAT = Field(FormatNumber(), required=True)

PRINCIPLE = Record(
    {
        "name": Field(Words(), required=True),
        "text": Field(Words(), required=True),
        "tomorrow": Field(Words(), required=True),
        "sources": Field(ListOf(NameOf("source"), distinct=True), required=True),
        "derived": Field(Yes()),
        "near": Field(ListOf(NameOf("principle"), distinct=True)),
    },
    Principle,
)
PRINCIPLES = Record(
    {"format": _FORMAT, "principles": Field(Named("principle", PRINCIPLE), required=True)}, dict
)

SOURCE = Record(
    {
        "title": Field(Prose()),
        "about": Field(Words()),
        "author": Field(Prose()),
        "publisher": Field(Prose()),
        "date": Field(Prose()),
        "note": Field(Words()),
    },
    Source,
)
SOURCES = Record({"format": _FORMAT, "sources": Field(Named("source", SOURCE), required=True)}, dict)

SITUATION = Record(
    {"principle": Field(NameOf("principle"), required=True), "situation": Field(Words(), required=True)},
    Situation,
)
QUESTIONS = Record({"format": _FORMAT, "questions": Field(Named("question", SITUATION), required=True)}, dict)

COURSE = Record(
    {"format": _FORMAT, "course": Field(ListOf(NameOf("level"), distinct=True), required=True)}, dict
)


def read_course(
    path: Path, levels: frozenset[str] | None = None
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Read the order of play at *path*; *levels* are the names it may use (None: any)."""
    found, problems = _read(path, COURSE, "course", {} if levels is None else {"level": levels})
    return tuple(found), problems


def read_questions(
    path: Path, principles: frozenset[str]
) -> tuple[dict[str, Situation], tuple[Problem, ...]]:
    """Read the situations at *path*; *principles* are the names they may be about."""
    return _read(path, QUESTIONS, "questions", {"principle": principles})


def read_principles(path: Path, sources: frozenset[str]) -> tuple[dict[str, Principle], tuple[Problem, ...]]:
    """Read the principles at *path*; *sources* are the names they may credit."""
    return _read(path, PRINCIPLES, "principles", {"source": sources})


def read_sources(path: Path) -> tuple[dict[str, Source], tuple[Problem, ...]]:
    """Read the sources at *path*."""
    return _read(path, SOURCES, "sources", {})


def _read(
    path: Path, shape: Record, key: str, known: dict[str, frozenset[str]]
) -> tuple[Any, tuple[Problem, ...]]:
    problems = Problems(str(path))
    source = read_source(path, problems)
    root = parse(source, problems) if source else None
    values = None
    if root is not None:
        reading = Reading(problems)
        values = shape.read(root, key, reading)
        reading.resolve(known)
    return (values[key] if values and not problems.has_errors else {}), problems.in_order()
