"""The words of a level: every text with where it stands, and how words and sentences are counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.story.level import NARRATOR, Level, Line
from game.story.text import Text

NARRATED, SPOKEN, REPLY, AFTERWARDS, BEHIND = "narrated", "spoken", "reply", "afterwards", "behind"
"""What a text is: told, said by somebody, a reply, read before or after the talk, a thought or intention."""

Path = tuple[str | int, ...]
"""Keys and list positions from the top of the file down to a text."""

_WORD = re.compile(r"[^\W_]\S*")
"""A word from its first letter or digit on."""

_SENTENCE_END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][”’)]))\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a level that players read, with its kind and its place in the file."""

    kind: str
    path: Path
    text: Text


def passages(level: Level) -> Iterator[Passage]:
    """Yield every text that players read, in the order of the file; not what is for facilitators."""
    if level.credit:
        yield Passage(AFTERWARDS, ("credit",), level.credit)
    yield Passage(AFTERWARDS, ("you",), level.you)
    for scene in level.scenes.values():
        inside: Path = ("scenes", scene.id)
        yield from _spoken(scene.lines, (*inside, "lines"))
        for reply in scene.replies.values():
            here: Path = (*inside, "replies", reply.id)
            if reply.say:
                yield Passage(REPLY, (*here, "say"), reply.say)
            if reply.because:
                yield Passage(BEHIND, (*here, "because"), reply.because)
            yield from _spoken(reply.reaction, (*here, "reaction"))
            if reply.thought:
                yield Passage(BEHIND, (*here, "thought"), reply.thought)
    for ending in level.endings.values():
        yield Passage(AFTERWARDS, ("endings", ending.id, "text"), ending.text)
    yield Passage(AFTERWARDS, ("debrief", "real_outcome", "text"), level.real_outcome.text)
    if level.invented:
        yield Passage(AFTERWARDS, ("debrief", "invented"), level.invented)
    if level.question:
        yield Passage(AFTERWARDS, ("debrief", "question"), level.question)


def _spoken(lines: tuple[Line, ...], path: Path) -> Iterator[Passage]:
    for number, line in enumerate(lines):
        kind = NARRATED if line.speaker == NARRATOR else SPOKEN
        yield Passage(kind, (*path, number, line.speaker), line.text)


def count_words(words: str) -> int:
    """Return the number of words: what stands between spaces and has a letter or digit in it."""
    return len(_WORD.findall(words))


def sentences(words: str) -> list[str]:
    """Return *words* cut behind every full stop, question mark, exclamation mark and ellipsis."""
    return [sentence for sentence in _SENTENCE_END.split(words) if sentence]
