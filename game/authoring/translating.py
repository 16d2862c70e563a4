"""What a translated sheet changes in a level, and the level with that in it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from game.authoring.nodes import Node, parse
from game.authoring.problems import Problem, Problems, nearest
from game.authoring.reader import Known, read_level
from game.authoring.rewriting import with_language, with_words
from game.authoring.shapes import LONGEST_TEXT
from game.authoring.sheet import Row
from game.authoring.source import decode
from game.authoring.texts import WrittenText, fingerprint, texts_in
from game.story.level import Level
from game.story.text import LANGUAGES, first_forbidden

_SPREADSHEET_ERROR = re.compile(r"#(N/[AB]|[A-Z]{2,10}(/0)?[!?])")
"""What a spreadsheet leaves of a text it took for a formula: `#NAME?`, `#NAAM?`, `#DIV/0!`, `#N/B`."""

MOST_SLIPS = 10
"""Unknown places up to which the one that was meant is looked for."""


@dataclass(frozen=True, slots=True)
class Sheeted:
    """A level to be translated: its file as read, its texts, from which language and to which."""

    id: str
    data: bytes
    root: Node
    source: str
    target: str
    texts: tuple[WrittenText, ...]
    is_declared: bool

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of its sheet; the first is row 2, below the heads."""
        return tuple(
            Row(
                number,
                text.place,
                text.kind,
                text.in_language(self.source),
                text.in_language(self.target),
                fingerprint(text.in_language(self.source)),
            )
            for number, text in enumerate(self.texts, 2)
        )


@dataclass(frozen=True, slots=True)
class Change:
    """A text that gets other words in the second language; *before* is '' where it had none."""

    text: WrittenText
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is not written; `key` and `values` are what to say about it."""

    row: Row
    key: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Plan:
    """What a sheet does to a level: what changes, what is left out and why."""

    changes: list[Change] = field(default_factory=list)
    same: int = 0
    moved: list[tuple[Row, WrittenText]] = field(default_factory=list)
    stale: list[Row] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    empty: list[Row] = field(default_factory=list)
    source_edited: list[Row] = field(default_factory=list)
    is_of_another_level: bool = False
    """Most places on the sheet are not in the level: nothing of it may be written."""


class CannotWriteError(ValueError):
    """The level would not read as meant; nothing may be written. `problems` tell why, if they can."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        super().__init__()
        self.problems = tuple(problems)


def sheeted(data: bytes, level: Level) -> Sheeted | None:
    """Return *level*, read from *data*, with its texts; None when *data* cannot be read after all."""
    source = level.languages[0]
    declared = [each for each in level.languages if each != source]
    target = (declared or [each for each in LANGUAGES if each != source])[0]
    root = _root(data)
    if root is None:
        return None
    texts = tuple(texts_in(root, source))
    return Sheeted(level.id, data, root, source, target, texts, bool(declared))


def plan(level: Sheeted, rows: Sequence[Row], *, stale: bool = False) -> Plan:
    """Tell what *rows* change in *level*; with *stale* also where the source text is another one by now."""
    return _Planner(level, stale).plan(rows)


class _Planner:
    """Finds for every row the text it is about."""

    def __init__(self, level: Sheeted, takes_stale: bool) -> None:
        """Plan for *level*; *takes_stale* writes translations of what was there before."""
        self._level, self._takes_stale = level, takes_stale
        self._places = {text.place: text for text in level.texts}
        self._hashes = {text.place: fingerprint(text.in_language(level.source)) for text in level.texts}
        self._homes: dict[str, list[str]] = {}
        for place, hash in self._hashes.items():
            self._homes.setdefault(hash, []).append(place)
        self._taken: dict[str, Row] = {}
        self._unknown: list[Row] = []
        self._plan = Plan()

    def plan(self, rows: Sequence[Row]) -> Plan:
        """Return what *rows* do: first those that fit, then those whose text has moved, then the rest."""
        usable = [row for row in rows if self._is_usable(row)]
        others = [row for row in usable if not self._fits(row)]
        for row in [row for row in others if not self._has_moved(row)]:
            if row.place not in self._places:
                self._unknown.append(row)
            elif self._takes_stale:
                self._take(row, self._places[row.place])
            else:
                self._plan.stale.append(row)
        are_few = len(self._unknown) <= MOST_SLIPS  # of a sheet for another level none is a slip of the pen
        for row in self._unknown:
            meant = nearest(row.place, self._places) if are_few else ""
            self._refuse(row, "translate-unknown", suggestion=meant)
        self._plan.is_of_another_level = 2 * len(self._unknown) > len(rows)
        order = {text.place: number for number, text in enumerate(self._level.texts)}
        self._plan.changes.sort(key=lambda change: order[change.text.place])
        self._plan.refused.sort(key=lambda refused: refused.row.number)
        return self._plan

    def _take(self, row: Row, text: WrittenText) -> None:
        if earlier := self._taken.get(text.place):
            self._refuse(row, "translate-twice", earlier=str(earlier.number))
            return
        self._taken[text.place] = row
        before, after = text.in_language(self._level.target), row.target.strip()
        if before == after:
            self._plan.same += 1
        else:
            self._plan.changes.append(Change(text, before, after))
        if row.source.strip() and fingerprint(row.source.strip()) != row.hash:
            self._plan.source_edited.append(row)

    def _fits(self, row: Row) -> bool:
        """Take *row* when the text at its place is still what it was made for; tell whether it is."""
        fits = self._hashes.get(row.place) == row.hash
        if fits:
            self._take(row, self._places[row.place])
        return fits

    def _has_moved(self, row: Row) -> bool:
        """Take *row* for the one text with the words it was made for and no row of its own, if there is."""
        homes = self._homes.get(row.hash, [])
        if len(homes) != 1 or homes[0] in self._taken:
            return False
        home = self._places[homes[0]]
        self._plan.moved.append((row, home))
        self._take(row, home)
        return True

    def _is_usable(self, row: Row) -> bool:
        words = row.target.strip()
        hidden = first_forbidden(words)
        if not words:
            self._plan.empty.append(row)
        elif not row.place:
            self._refuse(row, "translate-no-place")
        elif _SPREADSHEET_ERROR.fullmatch(words):
            self._refuse(row, "translate-formula", found=words)
        elif hidden:
            name = unicodedata.name(hidden, "TAB" if hidden == "\t" else "")
            self._refuse(row, "translate-hidden", found=f"U+{ord(hidden):04X} {name}".strip())
        elif len(words) > LONGEST_TEXT:
            self._refuse(row, "translate-too-long", found=str(len(words)), limit=str(LONGEST_TEXT))
        else:
            return True
        return False

    def _refuse(self, row: Row, key: str, **values: str) -> None:
        self._plan.refused.append(Refused(row, key, tuple(values.items())))


def translated(level: Sheeted, changes: Iterable[Change], known: Known) -> bytes:
    """Return the file of *level* with *changes* made.

    Raises CannotWriteError when it would not read exactly as meant, or would have a problem it had not.
    """
    words = {change.text.path: change.after for change in changes}
    if not words:
        return level.data
    data = with_words(level.data, level.root, words, level.source, level.target)
    if not level.is_declared:
        data = _declaring(level, data)
    root = _root(data)
    texts = tuple(texts_in(root, level.source)) if root else ()
    if _words_by_place(texts, level, {}) != _words_by_place(level.texts, level, words):
        raise CannotWriteError
    _compare_problems(level, data, known)
    return data


def _declaring(level: Sheeted, data: bytes) -> bytes:
    root = _root(data)
    if root is None:
        raise CannotWriteError
    return with_language(data, root, level.target)


def _compare_problems(level: Sheeted, data: bytes, known: Known) -> None:
    """Refuse problems that were not there; a text that is not translated yet is none."""
    before = Counter(map(_what, read_level(level.data, level.id, known)[1]))
    found = read_level(data, level.id, known)[1]
    new = [problem for problem in found if problem.code.id != "W101" and not before[_what(problem)]]
    if new:
        raise CannotWriteError(new)


def _what(problem: Problem) -> tuple[object, ...]:
    return problem.code.id, problem.values


def _words_by_place(
    texts: Iterable[WrittenText], level: Sheeted, changed: dict[tuple[str | int, ...], str]
) -> dict[str, dict[str, str]]:
    return {
        text.place: {**text.words, **({level.target: changed[text.path]} if text.path in changed else {})}
        for text in texts
    }


def _root(data: bytes) -> Node | None:
    problems = Problems("")
    source = decode(data, problems)
    root = parse(source, problems) if source else None
    return None if problems.has_errors else root
