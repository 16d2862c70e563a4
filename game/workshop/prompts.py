"""What a room hears between two votes: a prompt that fits its split, and what talking changed."""

from __future__ import annotations

from collections.abc import Mapping

from game.story.text import clean
from game.words import say
from game.workshop.ballot import (
    CLEAR,
    DIVIDED,
    LONE_VOICE,
    NEAR_TIE,
    NOBODY,
    UNANIMOUS,
    Ballot,
    shift,
)

PROMPTS = {
    NOBODY: ("prompt-nobody-1", "prompt-nobody-2"),
    UNANIMOUS: ("prompt-unanimous-1", "prompt-unanimous-2", "prompt-unanimous-3"),
    LONE_VOICE: ("prompt-lone-voice-1", "prompt-lone-voice-2", "prompt-lone-voice-3"),
    NEAR_TIE: ("prompt-near-tie-1", "prompt-near-tie-2", "prompt-near-tie-3"),
    CLEAR: ("prompt-clear-1", "prompt-clear-2", "prompt-clear-3"),
    DIVIDED: ("prompt-divided-1", "prompt-divided-2", "prompt-divided-3"),
}
"""More than one for each, so that a room does not hear the same twice in a row. None asks who it was."""

MOST_WORDS, MOST_CHARACTERS = 8, 44
"""How much of a reply is told in passing."""


def prompt_for(ballot: Ballot, language: str) -> str:
    """Return what to talk about after *ballot*: it fits the split, and is always the same for one vote."""
    variants = PROMPTS[ballot.split]
    key = variants[(ballot.number - 1) % len(variants)]
    return say(language, key, letter=_letter(ballot))


def _letter(ballot: Ballot) -> str:
    """Return the letter a prompt speaks of: the one with a single vote, or the one that leads."""
    if ballot.split == LONE_VOICE:
        return next(ballot.letter(option) for option, votes in ballot.tally.items() if votes == 1)
    return ballot.letter(ballot.leaders[0]) if ballot.leaders else ""


def shift_told(first: Ballot, second: Ballot, language: str, titles: Mapping[str, str]) -> str:
    """Return how many moved from *first* to *second*, and where to; *titles* are the words of the options.

    Hands have no names: of them the counts tell the least number, and that is how it is said.
    """
    if first.total and not second.total:
        return say(language, "shift-nobody-again")
    moved, later = shift(first, second).moved, second.total - first.total
    told = []
    if moved:
        told.append(_moved(first, second, moved, language, titles))
    elif (first.total and second.total) or not later:
        told.append(say(language, _nobody(first, second)))
    if later:
        told.append(say(language, "shift-more" if later > 0 else "shift-fewer", count=abs(later)))
    return " ".join(told)


def _nobody(first: Ballot, second: Ballot) -> str:
    """Return the key of what can be said where nobody is seen to move."""
    changes = shift(first, second).changes.values()
    if is_followed(first, second):
        return "shift-stayed" if any(changes) else "shift-nobody"
    return "shift-unseen" if min(changes) < 0 < max(changes) else "shift-nobody-seen"


def is_followed(first: Ballot, second: Ballot) -> bool:
    """Tell whether every voter can be followed from *first* to *second*: by phones alone."""
    return not _has_hands(first) and not _has_hands(second)


def destinations(first: Ballot, second: Ballot) -> dict[str, int] | None:
    """Return how many moved to each option, those with any; None where the counts do not tell.

    Hands that were raised for the first time cannot be told from hands that moved: where there are more of
    them than went elsewhere, and more than one option gained, nobody can say who went where.
    """
    found = dict.fromkeys(second.options, 0)
    for device, option in second.phones.items():
        if first.phones.get(device, option) != option:
            found[option] += 1
    changes = {each: second.hands.get(each, 0) - first.hands.get(each, 0) for each in second.options}
    gains = {option: change for option, change in changes.items() if change > 0}
    fewer = -sum(change for change in changes.values() if change < 0)
    if fewer and len(gains) > 1 and sum(gains.values()) > fewer:
        return None
    for option, gain in gains.items():
        found[option] += min(gain, fewer)
    return {option: count for option, count in found.items() if count}


def first_words(words: str) -> str:
    """Return the first words of a reply in quotes; what is no speech stays as it is."""
    said = " ".join(clean(words).split())
    return said if said.startswith("(") and said.endswith(")") else f"“{shortened(said)}”"


def opening_words(words: str) -> str:
    """Return the first words of a scene, without the quotes of who speaks first."""
    return shortened(words.strip(' “”"‘’'))


def shortened(words: str) -> str:
    """Return the first words of a text, with a sign that there is more."""
    said = " ".join(clean(words).split())
    kept = " ".join(said.split(" ")[:MOST_WORDS])
    while len(kept) > MOST_CHARACTERS and " " in kept:
        kept = kept.rsplit(" ", 1)[0]
    kept = kept[:MOST_CHARACTERS]
    return said if kept == said else f"{kept.rstrip('.,;:')}…"


def _moved(first: Ballot, second: Ballot, moved: int, language: str, titles: Mapping[str, str]) -> str:
    who = say(
        language,
        "shift-all" if is_followed(first, second) else "shift-some",
        moved=moved,
        total=second.total,
    )
    places = destinations(first, second) or {}
    most = max(places.values(), default=0)
    top = [option for option, count in places.items() if count == most]
    if len(top) != 1:
        return say(language, "shift-spread" if moved > 1 else "shift-spread-one", who=who)
    key = "shift-mostly" if len(places) > 1 else "shift-to" if moved > 1 else "shift-to-one"
    words = first_words(titles.get(top[0], top[0]))
    return _ended(say(language, key, who=who, letter=second.letter(top[0]), words=words))


def _ended(sentence: str) -> str:
    """Return *sentence* with a full stop, where its last words have no end of their own."""
    return sentence if sentence.rstrip("”)")[-1:] in (".", "…", "?", "!") else f"{sentence}."


def _has_hands(ballot: Ballot) -> bool:
    return any(ballot.hands.values())
