"""Everything the program itself says, in both languages. Level texts are in the levels.

Each entry is (Dutch, English). `say(language, key, **values)` fills the values in.
"""

from __future__ import annotations

from game.words import (
    checking,
    commanding,
    debriefing,
    explaining,
    facilitating,
    helping,
    holding,
    house_and_talk,
    phoning,
    picturing,
    plain_talk,
    playtesting,
    preflighting,
    previewing,
    prompting,
    reporting,
    saving,
    sharing,
    teaming,
    translating,
    workshopping,
    writing,
)

WORDS: dict[str, tuple[str, str]] = {
    **house_and_talk.WORDS,
    **saving.WORDS,
    **debriefing.WORDS,
    **helping.WORDS,
    **holding.WORDS,
    **plain_talk.WORDS,
    **commanding.WORDS,
    **checking.WORDS,
    **explaining.WORDS,
    **facilitating.WORDS,
    **picturing.WORDS,
    **phoning.WORDS,
    **playtesting.WORDS,
    **preflighting.WORDS,
    **previewing.WORDS,
    **prompting.WORDS,
    **reporting.WORDS,
    **sharing.WORDS,
    **teaming.WORDS,
    **writing.WORDS,
    **translating.WORDS,
    **workshopping.WORDS,
}


def say(language: str, key: str, **values: object) -> str:
    """Return the words for *key* in *language* ('nl' or 'en'), with *values* filled in.

    Raises KeyError for a key that does not exist.
    """
    return WORDS[key][0 if language == "nl" else 1].format(**values)


def word_for(language: str, meter: str, value: int) -> str:
    """Return the word for *value* (0-100) of *meter* ('trust' or 'sympathy')."""
    return say(language, f"{meter}-{min(4, value // 20)}")
