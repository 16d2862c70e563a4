"""A problem in a file: where, which one, and the words for it in the author's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from game.authoring.causes import in_words
from game.authoring.code import Code
from game.authoring.codes import CODES, KINDS, SHAPES, TONGUES
from game.story.text import clean

LONGEST_VALUE = 80
LONGEST = {"allowed": 1_000, "options": 200, "reachable": 300, "nearest": 300, "route": 300, "state": 200}
"""Characters of a value that a message shows."""


Told = str | tuple[str, str]
"""A value of a message: the same in both languages, or Dutch and English."""


class Place(NamedTuple):
    """Where something stands: line and column count from 1, columns in characters."""

    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, with the values its message needs.

    `at` names the place as an author accepts a warning there: `scene`, `scene/reply`, an ending. `second`
    is another place that helps to see it.
    """

    file: str
    place: Place
    code: Code
    values: tuple[tuple[str, Told], ...] = ()
    kind: str = ""
    suggestion: str = ""
    at: str = ""
    second: Place | None = None

    @property
    def is_error(self) -> bool:
        """Tell whether the level cannot be played like this."""
        return self.code.is_error

    def message(self, language: str) -> str:
        """Say what is wrong."""
        return self._filled(self.code.nl if language == "nl" else self.code.en, language)

    def remedy(self, language: str) -> str:
        """Say what to do."""
        return self._filled(self.code.help_nl if language == "nl" else self.code.help_en, language)

    def _filled(self, template: str, language: str) -> str:
        column = 0 if language == "nl" else 1
        values = {
            name: _short(value if isinstance(value, str) else value[column], LONGEST.get(name, LONGEST_VALUE))
            for name, value in self.values
        }
        if self.kind:
            values["kind"] = KINDS[self.kind][column]
        if language_of_text := values.get("language"):
            values["language"] = TONGUES[language_of_text][column]
        if wanted := values.get("wanted"):
            values["wanted"] = SHAPES[wanted][column].format(options=values.get("options", ""))
        if shape := values.get("shape"):
            values["what"] = SHAPES[shape][column]
        found = values.get("found", "")
        values.setdefault("what", f"‘{found}’")
        if self.code.id == "E005":
            told, remedy = in_words(found)
            values["found"], values["remedy"] = told[column], remedy[column]
        question = "Bedoelde je" if language == "nl" else "Did you mean"
        values["suggestion"] = f" {question} ‘{clean(self.suggestion)}’?" if self.suggestion else ""
        return template.format(**values)


def _short(value: str, longest: int) -> str:
    """Return *value* as it fits in a message: visible, on one line, and not a whole page."""
    line = " ".join(clean(value[: 4 * longest].replace("\n", " ")).split())
    if value and not line:
        return f"U+{ord(value[0]):04X}"
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


STUCK_CODE = "E005"

SURE = frozenset(
    {"E003", "E006", "E007", "E101", "E105", "E106", "E107", "E108", "E112", "E113", "E202", "W102"}
)
"""What is wrong where it stands, whatever a line elsewhere had said."""


@dataclass(slots=True)
class Problems:
    """Collects what is found in one file."""

    file: str
    found: list[Problem] = field(default_factory=list)
    _mended: set[int] = field(default_factory=set)
    _says_less: bool = False

    def add(
        self,
        code: str,
        place: Place,
        *,
        kind: str = "",
        suggestion: str = "",
        at: str = "",
        second: Place | None = None,
        **values: object,
    ) -> None:
        """Note a problem. *values* fill the message of *code*; a pair is Dutch and English."""
        told = tuple(
            (name, value if isinstance(value, tuple) else str(value)) for name, value in values.items()
        )
        self.found.append(Problem(self.file, place, CODES[code], told, kind, suggestion, at, second))

    def note_mended(self, line: int, *, is_lossy: bool) -> None:
        """Note that *line* was changed in memory to read on; *is_lossy* when it says nothing any more."""
        self._mended.add(line)
        self._says_less = self._says_less or is_lossy

    def is_mended(self, line: int) -> bool:
        """Tell whether *line* was changed in memory, and has a problem noted for that."""
        return line in self._mended

    @property
    def has_errors(self) -> bool:
        """Tell whether anything found keeps the file from being used."""
        return any(problem.is_error for problem in self.found)

    def in_order(self) -> tuple[Problem, ...]:
        """Return what was found, from top to bottom, but for what only mending may have made."""
        told = [
            replace(problem, second=None)
            if problem.second and problem.second.line in self._mended
            else problem
            for problem in self.found
            if not self._may_be_made_by_mending(problem)
        ]
        return tuple(sorted(told, key=lambda problem: (problem.place, problem.code.id)))

    def _may_be_made_by_mending(self, problem: Problem) -> bool:
        if not self._mended or problem.code.id == STUCK_CODE:
            return False
        return problem.place.line in self._mended or (self._says_less and problem.code.id not in SURE)


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Return the candidate that *word* is probably a slip of, or ''.

    A slip is at most a third of the letters, and one of two: a wrong, missing, extra or swapped one each
    counts once, a capital not at all.
    """
    best, best_distance = "", max(len(word) > 1, len(word) // 3) + 1
    for candidate in candidates:
        distance = _slips(word.lower(), candidate.lower(), best_distance)
        if distance < best_distance:
            best, best_distance = candidate, distance
    return best


def _slips(one: str, other: str, limit: int) -> int:
    """Optimal string alignment distance, or *limit* as soon as it is certain to be reached."""
    if abs(len(one) - len(other)) >= limit or len(one) > 80:
        return limit
    before: list[int] = []
    previous = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        current = [i]
        for j, match in enumerate(other, 1):
            cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (letter != match))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == match:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        before, previous = previous, current
    return previous[-1]
