"""What can be counted in a level: its size, its ways, and what random games come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from game.story.chances import Chances, TooManyStatesError, chances
from game.story.level import Level, Line
from game.story.playthrough import State, Turn, ending_at, replies_in, start
from game.story.text import Text
from game.story.wording import count_words, passages

WORDS_A_MINUTE = 200
"""How fast adults read a plain story, roughly; thinking about a reply comes on top."""

RAREST, COMMONEST = Fraction(1, 100), Fraction(75, 100)
"""An ending outside these shares of random games is hardly ever met, or hardly ever missed."""


@dataclass(frozen=True, slots=True)
class LevelStats:
    """The figures of one level. `words` and `minutes` are per language.

    `minutes` is the time to read one random game, from who you are to the ending, replies included.
    `random` and `minutes` are None where the level has too many states to count.
    """

    level: Level
    scenes: int
    replies: int
    words: dict[str, int]
    minutes: dict[str, float] | None
    random: Chances | None

    @property
    def out_of_bounds(self) -> tuple[str, ...]:
        """The endings that come out too rarely or too often, by name."""
        shares = self.random.endings if self.random else {}
        return tuple(name for name, share in shares.items() if not RAREST <= share <= COMMONEST)


def stats_of(level: Level) -> LevelStats:
    """Count *level*."""
    words = {
        language: sum(count_words(each.text.in_language(language)) for each in passages(level))
        for language in level.languages
    }
    replies = sum(len(scene.replies) for scene in level.scenes.values())
    read = _Reading(level)
    try:
        found = chances(level, read.see)
    except TooManyStatesError:
        return LevelStats(level, len(level.scenes), replies, words, None, None)
    minutes = {
        language: round(float(read.words[language]) / WORDS_A_MINUTE, 1) for language in level.languages
    }
    return LevelStats(level, len(level.scenes), replies, words, minutes, found)


class _Reading:
    """Adds up how many words a random game shows, by the chance of each turn."""

    def __init__(self, level: Level) -> None:
        self.level = level
        self.words: dict[str, Fraction] = dict.fromkeys(level.languages, Fraction(0))
        self._counted: dict[tuple[int, str], int] = {}
        first = start(level)
        self._add([level.you, *_texts(first.opening), *self._choices(first.state)], Fraction(1))

    def see(self, turn: Turn, chance: Fraction) -> None:
        """Add what *turn* shows: the reaction, and the next scene with its replies, or the ending."""
        shown = [*_texts(turn.reaction), *_texts(turn.arrival)]
        if turn.after.scene is None:
            shown.append(ending_at(self.level, turn.after).text)
        else:
            shown += self._choices(turn.after)
        self._add(shown, chance)

    def _choices(self, state: State) -> list[Text]:
        return [reply.say for reply in replies_in(self.level, state) if reply.say]

    def _add(self, texts: Iterable[Text], chance: Fraction) -> None:
        for text in texts:
            for language in self.words:
                self.words[language] += chance * self._count(text, language)

    def _count(self, text: Text, language: str) -> int:
        key = (id(text), language)
        if key not in self._counted:
            self._counted[key] = count_words(text.in_language(language))
        return self._counted[key]


def _texts(lines: Iterable[Line]) -> list[Text]:
    return [line.text for line in lines]


def principles_in(levels: Iterable[Level], principles: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return, for each of *principles*, the levels that teach it; a level of old may name others."""
    teaching: dict[str, list[str]] = {name: [] for name in principles}
    for level in levels:
        for name in level.principles:
            teaching.setdefault(name, []).append(level.id)
    return {name: tuple(ids) for name, ids in teaching.items()}
