"""The small level with something changed in it, and what the reader says about that."""

from __future__ import annotations

from typing import Any

import yaml

from game.authoring.nodes import FAST_LOADER
from game.authoring.problems import Problem
from game.authoring.reader import read_level
from game.story.level import Level
from tests.levels_for_tests import SMALL

LOADERS = tuple(dict.fromkeys((FAST_LOADER, yaml.SafeLoader)))
"""libyaml's loader where there is one, and the pure one: what an author sees may not depend on it."""

KNOWN = {
    "principle": frozenset({"let-them-keep-face", "check-your-own-side"}),
    "source": frozenset({"verwen-de-klanten"}),
    "level": frozenset({"klein", "groot"}),
}

MARK = "▶"
"""Stands in a changed text where the problem is expected; it is taken out before reading."""


def changed(*replacements: tuple[str, str], text: str = SMALL) -> str:
    """Return *text* with each replacement made once; each must fit."""
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return *text* without marks, and the line and column of each."""
    places: list[tuple[int, int]] = []
    for number, line in enumerate(text.split("\n"), 1):
        column = 1
        for part in line.split(MARK)[:-1]:
            column += len(part)
            places.append((number, column))
    return text.replace(MARK, ""), places


def read(text: str | bytes, id: str = "klein", **more: Any) -> tuple[Level | None, tuple[Problem, ...]]:
    """Read *text* with both loaders, see that they agree, and return what they found."""
    data = text.encode() if isinstance(text, str) else text
    first, *others = [read_level(data, id, KNOWN, loader=loader, **more) for loader in LOADERS]
    for other in others:
        assert other == first
    return first


def brief(problems: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    """Return code, line and column of each problem."""
    return [(each.code.id, each.place.line, each.place.column) for each in problems]


def level_of(text: str) -> Level:
    """Read *text*, which must be free of problems."""
    level, problems = read(text)
    assert brief(problems) == []
    assert level is not None
    return level
