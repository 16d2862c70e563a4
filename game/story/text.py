"""Words in more than one language, and which characters they may be made of."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

LANGUAGES = ("nl", "en")
"""The languages of the interface; a level may offer one of them or both."""

MOST_COMBINING = 3
"""Combining marks kept on one base character; more is a drawing over the lines above and below."""

_JOINERS = "\u200c\u200d"
_FORBIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in one or more languages; the first is the one to fall back on."""

    variants: tuple[tuple[str, str], ...]

    def in_language(self, language: str) -> str:
        """Return the words in *language*, or in the first language where they are missing there."""
        for name, words in self.variants:
            if name == language:
                return words
        return self.variants[0][1]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages these words exist in, the first one first."""
        return tuple(name for name, _ in self.variants)


def is_forbidden(character: str) -> bool:
    """Tell whether *character* could steer a terminal, turn the reading direction or show as nothing.

    Line feed and the two joiners are allowed: texts break and scripts join with them.
    """
    if character == "\n" or character in _JOINERS:
        return False
    return unicodedata.category(character) in _FORBIDDEN_CATEGORIES


def first_forbidden(text: str) -> str:
    """Return the first character of *text* that is forbidden, or ''."""
    if text.isprintable():  # most texts are, and Python tells in one look
        return ""
    return next(filter(is_forbidden, text), "")


def clean(text: str) -> str:
    """Return *text* as it may reach a screen: composed, without control or invisible characters.

    This is the one gateway for words of authors and players. A tab becomes a space; at most
    `MOST_COMBINING` combining marks stay on one character. Cleaning twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", text.replace("\t", " ")):
        if is_forbidden(character):
            continue
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MOST_COMBINING:
            kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))
