"""Mending what is certain: only where reading the file again finds less wrong, and nothing new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from game.authoring.edits import Edit, edited
from game.authoring.guesses import DUTCH_WORDS
from game.authoring.problems import STUCK_CODE, Problem
from game.authoring.repair import change_at
from game.authoring.source import decoded

MOST_FIXES = 100
MOST_TRIED = 20
"""Problems that are tried to tell whether there is anything to mend: nobody waits for an answer."""

INDENT = "  "

Read = Callable[[bytes], Sequence[Problem]]
"""Reads a file and returns what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file after mending, with the problems that are gone."""

    data: bytes
    problems: tuple[Problem, ...]


def fix(data: bytes, read: Read) -> Fixed:
    """Mend in the file *data* what is certain, one thing after the other; comments and all else stay."""
    gone: list[Problem] = []
    found = read(data)
    while len(gone) < MOST_FIXES:
        better = next(_improvements(data, found, read), None)
        if better is None:
            break
        data, found, mended = better
        gone.append(mended)
    return Fixed(data, tuple(gone))


def can_mend(data: bytes, read: Read) -> bool:
    """Tell whether `fix` would mend something in the file *data*, as far as its first problems show."""
    return next(_improvements(data, read(data), read, MOST_TRIED), None) is not None


def _improvements(
    data: bytes, found: Sequence[Problem], read: Read, most: int | None = None
) -> Iterator[tuple[bytes, Sequence[Problem], Problem]]:
    """Yield *data* with one problem mended, of all or the first *most*, where that makes it better."""
    before = Counter(problem.code.id for problem in found)
    for problem in found[:most]:
        edits = _edits(data, problem)
        if not edits:
            continue
        changed = edited(data, edits)
        left = read(changed)
        after = Counter(each.code.id for each in left)
        if _is_better(problem.code.id, before, after):
            yield changed, left, problem


def _is_better(mended: str, before: Counter[str], after: Counter[str]) -> bool:
    """Tell whether less is wrong and nothing that was not before; behind a syntax error more may show up."""
    if mended == STUCK_CODE:
        return after[STUCK_CODE] < before[STUCK_CODE]
    return after.total() < before.total() and not after - before


def _edits(data: bytes, problem: Problem) -> list[Edit]:
    try:
        text = decoded(data)
    except UnicodeDecodeError:
        return []
    lines = text.split("\n")
    if problem.place.line > len(lines):
        return []
    start = sum(len(line) + 1 for line in lines[: problem.place.line - 1])
    line = lines[problem.place.line - 1]
    match problem.code.id:
        case "E101":
            return _renamed(problem, line, start)
        case "E201" if _is_the_same_word(problem):
            return _renamed(problem, line, start)
        case "E003" | "E004":
            return _made_visible(problem, line, start)
        case code if code == STUCK_CODE:
            return _repaired(text, problem.place.line)
    return []


def _renamed(problem: Problem, line: str, start: int) -> list[Edit]:
    """Put what was meant in place of the word at the problem's place."""
    word = dict(problem.values).get("found", "")
    column = problem.place.column - 1
    if not problem.suggestion or not isinstance(word, str) or line[column : column + len(word)] != word:
        return []
    return [Edit(start + column, start + column + len(word), problem.suggestion)]


def _is_the_same_word(problem: Problem) -> bool:
    """Tell whether the name only differs in how it is written, or is the Dutch for what was meant."""
    word = str(dict(problem.values).get("found", ""))
    alike = word.lower().replace("_", "-") == problem.suggestion.lower().replace("_", "-")
    return bool(problem.suggestion) and (alike or DUTCH_WORDS.get(word.lower()) == problem.suggestion)


def _made_visible(problem: Problem, line: str, start: int) -> list[Edit]:
    """Take a character away that cannot be seen, everywhere on its line; a kind of space becomes a space."""
    column = problem.place.column - 1
    if column >= len(line):
        return []
    unseen = line[column]
    instead = INDENT if unseen == "\t" else " " if unseen.isspace() else ""
    return [
        Edit(start + number, start + number + 1, instead)
        for number, character in enumerate(line)
        if character == unseen
    ]


def _repaired(text: str, line: int) -> list[Edit]:
    """Return the edit by which YAML can read *line* as it was meant, or none."""
    change = change_at(text, line)
    if change is None or change.is_lossy:
        return []
    lines = text.split("\n")
    start = sum(len(each) + 1 for each in lines[: change.number - 1])
    return [Edit(start, start + len(lines[change.number - 1]), change.line)]
