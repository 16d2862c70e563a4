"""Small forms of both languages: a list, a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from game.words import say


def listed(language: str, items: Sequence[str]) -> str:
    """Return *items* as a list in a sentence: `A, B and C`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {say(language, 'and')} {items[-1]}"


def day_in_words(language: str, day: date) -> str:
    """Return a day as one writes it in a sentence: `25 November 2026`."""
    month = say(language, "months").split()[day.month - 1]
    return f"{day.day} {month} {day.year}"
