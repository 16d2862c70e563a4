"""Problems as text: place, the author's own line with a mark under it, what is wrong, what to do."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from game.authoring.problems import Problem
from game.authoring.source import MOST_BYTES, decoded
from game.story.text import clean

WIDEST = 100
"""Characters of the author's line that are shown."""

_WITHOUT_WIDTH = ("Mn", "Me", "Cf")
"""Categories of characters that stand on the one before: accents, joiners, emoji selectors."""


def report(problem: Problem, language: str) -> str:
    """Return *problem* as `file:line:column: code message`, with excerpt and remedy below it."""
    place = problem.place
    file = clean(problem.file).replace("\n", " ")
    head = f"{file}:{place.line}:{place.column}: {problem.code.id} {problem.message(language)}"
    help_word = "hulp" if language == "nl" else "help"
    lines = [head, *_excerpt(problem), f"   = {help_word}: {problem.remedy(language)}"]
    return "\n".join([*lines, *_how_to_accept(problem, language)])


def _how_to_accept(problem: Problem, language: str) -> list[str]:
    """Tell what to put under `accept` when a remark is meant; nothing for other problems."""
    if not problem.code.is_remark:
        return []
    where = f", at: {problem.at}" if problem.at else ""
    words = "bedoeld? onder" if language == "nl" else "intended? under"
    return [f"   = {words} accept:  - {{warning: {problem.code.id}{where}, because: …}}"]


def _excerpt(problem: Problem) -> list[str]:
    """Return the line in question with a mark under it, or nothing when it cannot be shown."""
    try:
        with Path(problem.file).open("rb") as file:
            lines = decoded(file.read(MOST_BYTES), errors="replace").split("\n")
        line = lines[problem.place.line - 1].replace("\t", " ")
    except (OSError, ValueError, IndexError):
        return []
    start = problem.place.column - 1
    cut = max(0, start - WIDEST // 2)
    shown = line[cut : cut + WIDEST]
    before, marked = line[cut:start], line[start : start + problem.place.length][: WIDEST // 2]
    number = str(problem.place.line)
    gutter = " " * len(number)
    mark = " " * _cells(before) + "^" + "~" * (max(1, _cells(marked)) - 1)
    return [f"{gutter} |", f"{number} | {clean(shown)}", f"{gutter} | {mark}"]


def _cells(text: str) -> int:
    """Count the terminal cells *text* takes."""
    return sum(
        0
        if unicodedata.category(each) in _WITHOUT_WIDTH
        else 2
        if unicodedata.east_asian_width(each) in "WF"
        else 1
        for each in clean(text)
    )
