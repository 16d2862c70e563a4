"""The logbook: what a player made of finished games. A journal of its own; a damaged line costs itself only.

Everything shown from it is derived: the open plan, the principles met, the question of the day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from game import journal
from game.story.text import clean

FILE = "logbook.jsonl"
FEELINGS = ("content", "relieved", "uneasy", "annoyed", "surprised")
ANSWERS = ("done", "not-yet", "other")
SPACING = (1, 3, 7, 21)
"""Days after a principle was met at which it is asked again."""

LONGEST_PLAN = 200

Clock = Callable[[], datetime]
"""Tells what time it is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one finished game."""

    game: str
    level: str = ""
    ending: str = ""
    day: date = date.min
    feeling: str = ""
    asked: str = ""
    picked: str = ""
    plan: str = ""
    plan_principle: str = ""
    answer: str = ""

    @property
    def fitted(self) -> bool:
        """Tell whether the principle picked was the one at stake."""
        return bool(self.asked) and self.picked == self.asked


@dataclass(slots=True)
class Logbook:
    """The logbook in a folder. Times are those of the clock passed in."""

    folder: Path
    trouble: str = ""
    _records: list[journal.Record] | None = field(default=None)

    @property
    def path(self) -> Path:
        """The file it is kept in."""
        return self.folder / FILE

    @property
    def records(self) -> list[journal.Record]:
        """Every sound record, the oldest first."""
        if self._records is None:
            try:
                self._records = list(journal.read_every_sound_record(self.path))
            except OSError:
                self._records = []
        return self._records

    def write(self, now: datetime, act: str, **values: Any) -> None:
        """Add a record. When it cannot be kept, it still counts until the program ends."""
        record = {"act": act, "at": now.isoformat(timespec="seconds"), **values}
        self.records.append(record)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            journal.append_to_shared(self.path, record)
            self.trouble = ""
        except OSError as error:
            self.trouble = error.strerror or str(error)

    def entries(self) -> tuple[Entry, ...]:
        """Return what is known of every game, in the order in which they were finished."""
        found: dict[str, dict[str, Any]] = {}
        for record in self.records:
            game = _text(record, "game")
            if not game:
                continue
            known = found.setdefault(game, {"game": game})
            match record.get("act"):
                case "finished":
                    known |= {
                        "level": _text(record, "level"),
                        "ending": _text(record, "ending"),
                        "day": _day(record),
                    }
                case "feeling":
                    known["feeling"] = _text(record, "feeling")
                case "picked":
                    known |= {"picked": _text(record, "picked"), "asked": _text(record, "asked")}
                case "plan":
                    plan = clean(_text(record, "plan"))[:LONGEST_PLAN]
                    known |= {"plan": plan, "plan_principle": _text(record, "principle"), "answer": ""}
                case "plan-answer":
                    known["answer"] = _text(record, "answer")
        return tuple(Entry(**known) for known in found.values() if known.get("level"))

    def entry(self, game: str) -> Entry:
        """Return what is known of *game*; an empty entry when it was not finished yet."""
        return next((entry for entry in self.entries() if entry.game == game), Entry(game))

    def open_plan(self) -> Entry | None:
        """Return the newest game whose plan was not asked about yet, or None."""
        latest = next((entry for entry in reversed(self.entries()) if entry.plan), None)
        return latest if latest and not latest.answer else None

    def met(self) -> dict[str, tuple[Entry, ...]]:
        """Return, for every principle that was asked in a game, the games in which it was."""
        met: dict[str, list[Entry]] = {}
        for entry in self.entries():
            if entry.asked:
                met.setdefault(entry.asked, []).append(entry)
        return {principle: tuple(entries) for principle, entries in met.items()}

    def due(self, today: date) -> str | None:
        """Return the principle to ask again today, or None: one a day, the longest overdue first."""
        asked: dict[str, list[date]] = {}
        for record in self.records:
            if record.get("act") == "question":
                asked.setdefault(_text(record, "principle"), []).append(_day(record))
        if any(today in days for days in asked.values()):
            return None
        waiting = [
            (_next_day(entries[0].day, asked.get(principle, [])), principle)
            for principle, entries in self.met().items()
            if len(asked.get(principle, [])) < len(SPACING)
        ]
        overdue = min(waiting, default=None)
        return overdue[1] if overdue and overdue[0] <= today else None

    def times_asked(self, principle: str) -> int:
        """Return how often *principle* was asked again."""
        return sum(
            record.get("act") == "question" and record.get("principle") == principle
            for record in self.records
        )


def _next_day(met: date, asked: list[date]) -> date:
    """Return when to ask again: on its day, and not sooner after the last time than the days between."""
    turn = len(asked)
    planned = met + timedelta(days=SPACING[turn])
    return max(planned, asked[-1] + timedelta(days=SPACING[turn] - SPACING[turn - 1])) if asked else planned


def plans_for(principle: str, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the player's own plans under *principle*, the oldest first."""
    return tuple(entry.plan for entry in entries if entry.plan and entry.plan_principle == principle)


def _text(record: journal.Record, key: str) -> str:
    value = record.get(key)
    return value if isinstance(value, str) else ""


def _day(record: journal.Record) -> date:
    try:
        return datetime.fromisoformat(_text(record, "at")).date()
    except ValueError:
        return date.min
