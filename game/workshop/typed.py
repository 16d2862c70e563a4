"""Counted hands as a facilitator types them: `a 12 b 7`, or the numbers alone in the order of the letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.workshop.ballot import LETTERS, MOST_HANDS

_PAIR = re.compile(r"([a-z])\s*[:=]?\s*([0-9]{1,3})")
_BETWEEN = re.compile(r"[\s,;.]*")


def trouble_with(typed: str, options: Sequence[str]) -> str:
    """Return what is wrong with a line that gives no counts, as a key of words."""
    text = typed.lower()
    if re.search("[0-9]{4}", text):
        return "notes-hands-most"
    letters = LETTERS.lower()[: len(options)]
    if any(letter not in letters for letter in re.findall(r"\b([a-z])\s*[:=]?\s*[0-9]", text)):
        return "notes-hands-no-letter"
    return "notes-hands-wrong"


def counts_of(typed: str, options: Sequence[str]) -> dict[str, int] | None:
    """Return the hands for each of *options* that *typed* names; None when it is no such line."""
    letters = LETTERS.lower()[: len(options)]
    text = typed.strip().lower()
    numbers = re.split(r"[\s,;]+", text)
    if all(re.fullmatch("[0-9]{1,3}", each) for each in numbers):
        if len(numbers) > len(letters):
            return None
        return {option: int(number) for option, number in zip(options, numbers, strict=False)}
    left = _PAIR.sub("", text)
    pairs = _PAIR.findall(text)
    if not _BETWEEN.fullmatch(left) or any(letter not in letters for letter, _ in pairs):
        return None
    return {options[letters.index(letter)]: min(int(count), MOST_HANDS) for letter, count in pairs}
