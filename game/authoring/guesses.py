"""What an author probably meant by a word that is not known."""

from __future__ import annotations

from collections.abc import Collection

from game.authoring.problems import nearest

DUTCH_WORDS = {
    "antwoorden": "replies",
    "titel": "title",
    "bron": "source",
    "kamer": "room",
    "minuten": "minutes",
    "principes": "principles",
    "jij": "you",
    "je": "you",
    "mensen": "people",
    "personen": "people",
    "persons": "people",
    "begin": "start",
    "scenes": "scenes",
    "scènes": "scenes",
    "eindes": "endings",
    "einden": "endings",
    "einde": "end",
    "regels": "lines",
    "notities": "notes",
    "met": "with",
    "zeg": "say",
    "tekst": "text",
    "vertrouwen": "trust",
    "sympathie": "sympathy",
    "als": "when",
    "wanneer": "when",
    "onthoud": "remember",
    "onthouden": "remember",
    "omdat": "because",
    "reactie": "reaction",
    "gedachte": "thought",
    "denker": "thinker",
    "naar": "goto",
    "stilte": "silence",
    "naam": "name",
    "talen": "languages",
    "zus": "sister",
    "vraag": "question",
    "vragen": "questions",
    "doel": "aim",
    "verteller": "narrator",
}
"""The fixed words of the format as a Dutch author would guess them."""


def probably(word: str, allowed: Collection[str]) -> str:
    """Return the one of *allowed* that *word* is Dutch for or a slip of, or ''."""
    meant = DUTCH_WORDS.get(word.lower(), "")
    return meant if meant in allowed else nearest(word, allowed)
