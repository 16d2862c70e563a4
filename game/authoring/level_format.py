"""What a level file looks like: the definition from which levels are read."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from game.authoring.acceptance import Acceptance
from game.authoring.nodes import Mapping, Scalar
from game.authoring.reading import Reading
from game.authoring.shapes import (
    Field,
    FormatNumber,
    Integer,
    ListOf,
    Named,
    NameOf,
    NewNames,
    OneOf,
    Prose,
    Record,
    SpokenLine,
    When,
    Words,
    Yes,
)
from game.story.level import (
    END,
    HIGHEST,
    LOWEST,
    OUTCOMES,
    ROOMS,
    SPEAKERS_OF_EVERY_LEVEL,
    Effect,
    Ending,
    Facilitator,
    Outcome,
    Person,
    Reply,
    Scene,
)

_CHANGE = Field(Integer(-HIGHEST, HIGHEST))
_METER = Field(Integer(LOWEST, HIGHEST), required=True)
_EFFECT = {"trust": _CHANGE, "sympathy": _CHANGE, "remember": Field(NewNames("fact"))}

LINE = SpokenLine({"when": Field(When()), **_EFFECT})


def _reply(**values: Any) -> Reply:
    effect = Effect(**{name: values.pop(name) for name in _EFFECT if name in values})
    values.pop("silence", None)
    return Reply(effect=effect, **values)


def _check_words_or_silence(reply: Mapping, reading: Reading) -> None:
    silence = reply.get("silence")
    if silence is not None and not (isinstance(silence, Scalar) and silence.text in ("true", "false")):
        return  # noted already
    is_silent = isinstance(silence, Scalar) and silence.text == "true"
    if is_silent == (reply.get("say") is not None):
        reading.problems.add("E110", reply.place)


REPLY = Record(
    {
        "say": Field(Words()),
        "silence": Field(Yes()),
        "when": Field(When()),
        **_EFFECT,
        "because": Field(Words()),
        "reaction": Field(ListOf(LINE)),
        "thought": Field(Words()),
        "thinker": Field(NameOf("person")),
        "principle": Field(NameOf("principle")),
        "goto": Field(NameOf("scene", also=(END,)), required=True),
    },
    _reply,
    _check_words_or_silence,
)


def _scene(**values: Any) -> Scene:
    replies = MappingProxyType(values.pop("replies"))
    present = values.pop("with", ())
    return Scene(replies=replies, present=present, lines=values.pop("lines", ()), **values)


SCENE = Record(
    {
        "with": Field(ListOf(NameOf("person"), distinct=True)),
        "lines": Field(ListOf(LINE)),
        "notes": Field(Words()),
        "replies": Field(Named("reply", REPLY), required=True),
    },
    _scene,
)

ENDING = Record(
    {
        "title": Field(Words(), required=True),
        "when": Field(When()),
        "best": Field(Yes()),
        "text": Field(Words(), required=True),
    },
    Ending,
)

PERSON = Record({"name": Field(Words(), required=True), "crowd": Field(Yes())}, Person)

START = Record(
    {"scene": Field(NameOf("scene"), required=True), "trust": _METER, "sympathy": _METER},
    dict,
)

DEBRIEF = Record(
    {
        "real_outcome": Field(
            Record(
                {"kind": Field(OneOf(OUTCOMES), required=True), "text": Field(Words(), required=True)},
                Outcome,
            ),
            required=True,
        ),
        "invented": Field(Words()),
        "question": Field(Words()),
    },
    dict,
)

FACILITATOR = Record(
    {
        "aim": Field(Words(), required=True),
        "questions": Field(ListOf(Words())),
        "expected_mistakes": Field(Words()),
    },
    Facilitator,
)

ACCEPT = Record(
    {
        "warning": Field(NameOf("warning"), required=True),
        "at": Field(Prose()),
        "because": Field(Prose(), required=True),
    },
    Acceptance,
)

LEVEL = Record(
    {
        "format": Field(FormatNumber(), required=True),
        "languages": Field(ListOf(Prose(), distinct=True), required=True),
        "title": Field(Words(), required=True),
        "source": Field(NameOf("source"), required=True),
        "room": Field(OneOf(ROOMS), required=True),
        "minutes": Field(Integer(1, 60), required=True),
        "principles": Field(ListOf(NameOf("principle"), distinct=True), required=True),
        "sister": Field(NameOf("level")),
        "you": Field(Words(), required=True),
        "people": Field(Named("person", PERSON, reserved=SPEAKERS_OF_EVERY_LEVEL), required=True),
        "start": Field(START, required=True),
        "scenes": Field(Named("scene", SCENE, reserved=(END,)), required=True),
        "endings": Field(Named("ending", ENDING), required=True),
        "debrief": Field(DEBRIEF, required=True),
        "facilitator": Field(FACILITATOR),
        "accept": Field(ListOf(ACCEPT)),
    },
    dict,
)
