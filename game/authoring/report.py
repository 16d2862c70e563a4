"""Problems as text: place, the author's own line with a mark under it, what is wrong, what to do."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from game.authoring.problems import Place, Problem
from game.authoring.source import decoded, read_bytes
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
    lines = [head, *_excerpt(problem.file, place), *_second(problem, language)]
    lines.append(f"   = {help_word}: {problem.remedy(language)}")
    return "\n".join([*lines, *_how_to_accept(problem, language)])


def _second(problem: Problem, language: str) -> list[str]:
    """Show the other place a problem is about, where there is one."""
    if problem.second is None:
        return []
    words = "en hier" if language == "nl" else "and here"
    gutter = " " * len(str(problem.second.line))
    return [f"{gutter} : {words}", *_excerpt(problem.file, problem.second)]


def _how_to_accept(problem: Problem, language: str) -> list[str]:
    """Tell what to put under `accept` when a remark is meant; nothing for other problems."""
    if not problem.code.is_remark:
        return []
    where = f", at: {problem.at}" if problem.at else ""
    words = "bedoeld? onder" if language == "nl" else "intended? under"
    return [f"   = {words} accept:  - {{warning: {problem.code.id}{where}, because: …}}"]


def line_of(file: str, number: int) -> str:
    """Return line *number* (from 1) of *file* as it may be shown, '' where it cannot be read."""
    return clean(_raw_line(file, number) or "")


def _raw_line(file: str, number: int) -> str | None:
    try:
        lines = decoded(read_bytes(Path(file)), errors="replace").split("\n")
        return lines[number - 1].replace("\t", " ")
    except (OSError, ValueError, IndexError):
        return None


def _excerpt(file: str, place: Place) -> list[str]:
    """Return the line in question with a mark under it, or nothing when it cannot be shown."""
    line = _raw_line(file, place.line)
    if line is None:
        return []
    start = place.column - 1
    cut = max(0, start - WIDEST // 2)
    shown = line[cut : cut + WIDEST]
    before, marked = line[cut:start], line[start : start + place.length][: WIDEST // 2]
    number = str(place.line)
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
