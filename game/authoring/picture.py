"""What a picture of a level shows, whatever it is drawn with: scenes, replies as ways, endings, shares.

Every text in here is clean and on one line; a drawer escapes it for its own medium.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from game.authoring.layers import in_loops, layers_of, ways_of
from game.story.chances import NEGLIGIBLE, TooManyStatesError, chances
from game.story.foresight import Foresight
from game.story.level import END, Effect, Level, Line, Reply, Scene
from game.story.playthrough import Turn
from game.story.text import Text, clean


class Say(Protocol):
    """Says the words of the program for a key, in the language of the picture."""

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the words for *key* with *values* filled in."""


@dataclass(frozen=True, slots=True)
class Change:
    """What may happen to one meter, in points: from the worst to the best, as conditions decide."""

    lowest: int = 0
    highest: int = 0

    def with_line(self, points: int, *, is_sure: bool) -> Change:
        """Return the change with that of a line added, which comes for sure or under a condition."""
        if is_sure:
            return Change(self.lowest + points, self.highest + points)
        return Change(self.lowest + min(0, points), self.highest + max(0, points))

    def __str__(self) -> str:
        worst, best = (f"{points:+d}" if points else "0" for points in (self.lowest, self.highest))
        return worst if worst == best else f"{worst}…{best}"

    def __bool__(self) -> bool:
        return bool(self.lowest or self.highest)


@dataclass(frozen=True, slots=True)
class Effects:
    """What a reply with its reaction, or the lines of a scene, can do to both meters and to memory."""

    trust: Change = Change()
    sympathy: Change = Change()
    remembers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReplyShown:
    """A reply as a way. `target` is None where the conversation ends; `endings` are those it can close with.

    `when` is its condition as an author writes it, or ''. `is_possible` tells whether it is ever on offer.
    """

    id: str
    words: str
    effects: Effects
    when: str
    target: str | None
    endings: tuple[str, ...]
    is_possible: bool


@dataclass(frozen=True, slots=True)
class SceneShown:
    """A scene with its replies. `words` are those of its first line, `late` is what its lines do.

    `share` is the share of random games that come by; None where it was not counted: in a loop, or where
    there are too many states. `ways_in` is how many replies lead here.
    """

    id: str
    words: str
    replies: tuple[ReplyShown, ...]
    late: Effects
    layer: int
    ways_in: int
    is_first: bool
    is_possible: bool
    is_in_loop: bool
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class EndingShown:
    """An ending with the share of random games that come to it; None where they were not counted."""

    id: str
    number: int
    title: str
    when: str
    is_best: bool
    is_possible: bool
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class Picture:
    """One level in one language, ready to be drawn. Scenes stand in the order of the file."""

    id: str
    title: str
    language: str
    scenes: Mapping[str, SceneShown]
    endings: Mapping[str, EndingShown]
    is_counted: bool

    @property
    def replies(self) -> int:
        """How many replies there are."""
        return sum(len(scene.replies) for scene in self.scenes.values())


def picture_of(level: Level, language: str, say: Say) -> Picture:
    """Return what to draw of *level*, with its texts in *language*."""
    foresight = Foresight(level)
    shares, by_ending = _shares(level)
    ways = ways_of(level)
    layers, loops = layers_of(ways, level.start), in_loops(ways)
    ways_in = dict.fromkeys(level.scenes, 0)
    for scene in level.scenes.values():
        for reply in scene.replies.values():
            if reply.goto != END:
                ways_in[reply.goto] += 1
    scenes = {
        name: SceneShown(
            name,
            _first_words(scene, language),
            tuple(_reply(scene, reply, foresight, language, say) for reply in scene.replies.values()),
            _effects(Effect(), scene.lines),
            layers[name],
            ways_in[name],
            name == level.start,
            bool(foresight.reached[name]),
            name in loops,
            None if shares is None or name in loops else shares[name],
        )
        for name, scene in level.scenes.items()
    }
    endings = {
        ending.id: EndingShown(
            ending.id,
            number,
            on_one_line(ending.title, language),
            str(ending.when),
            ending.best,
            any(ending.id in reply.endings for scene in scenes.values() for reply in scene.replies),
            by_ending.get(ending.id) if by_ending else None,
        )
        for number, ending in enumerate(level.endings.values(), 1)
    }
    title = on_one_line(level.title, language)
    return Picture(level.id, title, language, scenes, endings, by_ending is not None)


def percentage(share: Fraction | None, language: str) -> str:
    """Return *share* as people read it: '37%', '4,5%'; nothing is rounded to none of it, or to all."""
    if share is None:
        return ""
    if 0 < share < Fraction(1, 1000):
        told = "<0.1%"
    elif share > Fraction(99, 100) and 1 - share > NEGLIGIBLE:
        told = ">99%"
    else:
        told = f"{float(share):.0%}" if share >= Fraction(1, 10) or not share else f"{float(share):.1%}"
    return told.replace(".", ",") if language == "nl" else told


def on_one_line(text: Text, language: str) -> str:
    """Return *text* in *language*, clean and without line breaks."""
    return " ".join(clean(text.in_language(language)).split())


def _first_words(scene: Scene, language: str) -> str:
    return on_one_line(scene.lines[0].text, language) if scene.lines else ""


def _reply(scene: Scene, reply: Reply, foresight: Foresight, language: str, say: Say) -> ReplyShown:
    return ReplyShown(
        reply.id,
        on_one_line(reply.say, language) if reply.say else say("silence"),
        _effects(reply.effect, reply.reaction),
        str(reply.when),
        None if reply.goto == END else reply.goto,
        foresight.endings_after(scene.id, reply.id),
        foresight.can_be_given(scene.id, reply.id),
    )


def _effects(effect: Effect, lines: Iterable[Line]) -> Effects:
    """Return what *effect* and then *lines* can do together."""
    trust, sympathy = Change(effect.trust, effect.trust), Change(effect.sympathy, effect.sympathy)
    remembers = dict.fromkeys(effect.remember)
    for line in lines:
        is_sure = not line.when.tests
        trust = trust.with_line(line.effect.trust, is_sure=is_sure)
        sympathy = sympathy.with_line(line.effect.sympathy, is_sure=is_sure)
        remembers.update(dict.fromkeys(line.effect.remember))
    return Effects(trust, sympathy, tuple(remembers))


def _shares(level: Level) -> tuple[dict[str, Fraction] | None, dict[str, Fraction] | None]:
    """Return how often random games come by each scene, and to each ending; None where there is too much.

    In a loop the first is how often they come by on average, which may be more than once.
    """
    visits = dict.fromkeys(level.scenes, Fraction(0))

    def see(turn: Turn, chance: Fraction) -> None:
        visits[turn.scene] += chance

    try:
        return visits, chances(level, see).endings
    except TooManyStatesError:
        return None, None
