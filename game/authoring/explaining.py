"""A page for each kind of problem: what it means, why it matters, what to do, wrong and right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from game.authoring.code import Code
from game.authoring.codes import CODES
from game.authoring.example import EXAMPLE_ID, KNOWN, example, exchanged
from game.authoring.nodes import FAST_LOADER
from game.authoring.problems import Problem

_VALUE = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to say of one code, in one language.

    It has a fragment of the example level (`right`) with what an author typed instead (`wrong`), or tells
    `how` it comes about where no fragment can show it.
    """

    code: Code
    language: str
    means: str
    why: str
    do: str
    how: str = ""
    wrong: str = ""
    right: str = ""
    two_languages: bool = False

    @property
    def level(self) -> str:
        """The example level the fragments are about."""
        return example(None if self.two_languages else self.language)

    @property
    def broken_level(self) -> str:
        """The example level with what an author typed; only where there are fragments."""
        return exchanged(self.level, self.right, self.wrong)


def page_of(code: str, language: str) -> Page:
    """Return the page of *code* in *language* ('nl' or 'en'). Raises KeyError for an unknown code."""
    kind = CODES[code]
    return Page(kind, language, **_pages_like(code[:3], language)[code])


def problem_in(page: Page) -> Problem | None:
    """Return what `check` says of the wrong fragment; None for a page without fragments."""
    if not page.wrong:
        return None
    from game.authoring.reader import read_level

    problems = read_level(page.broken_level.encode(), EXAMPLE_ID, KNOWN, remarks=True)[1]
    return next((problem for problem in problems if problem.code == page.code), None)


def message_of(code: Code, language: str) -> str:
    """Return what a message of this kind says, with … for what differs from file to file."""
    template = code.nl if language == "nl" else code.en
    return _VALUE.sub("…", template.replace("{suggestion}", "")).replace("….", "…")


@cache
def _pages_like(stem: str, language: str) -> dict[str, dict[str, Any]]:
    """Return the pages of the codes that begin with *stem*."""
    text = (
        files("game.authoring").joinpath("explained", f"{stem}.{language}.yaml").read_text(encoding="utf-8")
    )
    pages: dict[str, dict[str, Any]] = yaml.load(text, Loader=FAST_LOADER)  # our own file, a safe loader
    return pages
