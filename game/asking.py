"""The question of the day: one principle, asked again in a situation that is new."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from game.library import Library
from game.logbook import Logbook
from game.story.catalogue import not_near
from game.story.text import Text


@dataclass(frozen=True, slots=True)
class DayQuestion:
    """A situation, the principle at stake in it, and the principles to pick from."""

    id: str
    principle: str
    situation: Text
    options: tuple[str, ...]


def question_for(today: date, logbook: Logbook, library: Library) -> DayQuestion | None:
    """Return the question to ask today, or None. The same day gives the same question and options."""
    principle = logbook.due(today)
    if principle is None:  # most days; then nothing need be read
        return None
    from game.story.debrief import OPTIONS

    situations = [each for each in library.questions.values() if each.principle == principle]
    if principle not in library.principles or not situations:
        return None
    situation = situations[logbook.times_asked(principle) % len(situations)]
    chance = Random(f"{today.isoformat()}:{situation.id}")
    others = not_near(principle, library.principles)
    options = [principle, *chance.sample(others, min(OPTIONS - 1, len(others)))]
    chance.shuffle(options)
    return DayQuestion(situation.id, principle, situation.situation, tuple(options))
