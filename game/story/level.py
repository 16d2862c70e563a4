"""What a level is. Everything is frozen; names (ids) are stable, words may change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType

from game.story.condition import ALWAYS, Condition
from game.story.text import Text

NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}")
"""What a name looks like: of a level, a scene, a reply, an ending, a person, a fact."""

LOWEST, HIGHEST = 0, 100
"""The edges of both meters. An effect stops there."""

NARRATOR = "narrator"
YOU = "you"
SPEAKERS_OF_EVERY_LEVEL = (NARRATOR, YOU)

END = "end"
"""The `goto` that closes the conversation; the endings decide which one it was."""

ROOMS = ("hall", "terrace", "shop", "counter", "office", "listening-room")
"""The rooms of the house, in the order in which they are shown."""

OUTCOMES = ("true-story", "writers-example", "none")
"""How true the real outcome of a level is; shown as a label in the debrief."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What something does to the two meters (points, -100 to 100) and to memory."""

    trust: int = 0
    sympathy: int = 0
    remember: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Something said or seen. It may depend on what went before, and may have a late effect."""

    speaker: str
    text: Text
    when: Condition = ALWAYS
    effect: Effect = Effect()


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing the player can do. `say` is None for silence.

    `thinker` is whose `thought` it is; None is the first person on stage.
    """

    id: str
    goto: str
    say: Text | None = None
    when: Condition = ALWAYS
    effect: Effect = Effect()
    reaction: tuple[Line, ...] = ()
    thought: Text | None = None
    because: Text | None = None
    principle: str | None = None
    thinker: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A moment: what happens, who is there, and the replies to choose from."""

    id: str
    lines: tuple[Line, ...]
    replies: MappingProxyType[str, Reply]
    present: tuple[str, ...]
    notes: Text | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """A way the conversation can close."""

    id: str
    title: Text
    text: Text
    when: Condition = ALWAYS
    best: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the conversation; a crowd is drawn as rows of faces."""

    id: str
    name: Text
    crowd: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened in reality, with a label from `OUTCOMES`."""

    kind: str
    text: Text


@dataclass(frozen=True, slots=True)
class Facilitator:
    """What a facilitator wants with this level. Never shown to players."""

    aim: Text
    questions: tuple[Text, ...] = ()
    expected_mistakes: Text | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """A whole conversation.

    `source` is an entry of the catalogue of sources; `credit` says in words where the story comes from. An
    author's own level may have neither.
    """

    id: str
    title: Text
    languages: tuple[str, ...]
    room: str
    minutes: int
    principles: tuple[str, ...]
    you: Text
    people: MappingProxyType[str, Person]
    start: str
    start_trust: int
    start_sympathy: int
    scenes: MappingProxyType[str, Scene]
    endings: MappingProxyType[str, Ending]
    real_outcome: Outcome
    source: str | None = None
    credit: Text | None = None
    sister: str | None = None
    invented: Text | None = None
    question: Text | None = None
    facilitator: Facilitator | None = None

    @property
    def counterpart(self) -> Person:
        """The person the meters are about: the first one named."""
        return next(iter(self.people.values()))

    @property
    def facts(self) -> frozenset[str]:
        """Every fact that something in this level remembers."""
        found: set[str] = set()
        for scene in self.scenes.values():
            for line in scene.lines:
                found.update(line.effect.remember)
            for reply in scene.replies.values():
                found.update(reply.effect.remember)
                for line in reply.reaction:
                    found.update(line.effect.remember)
        return frozenset(found)
