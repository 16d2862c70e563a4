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
from game.story.text import LANGUAGES

_CHANGE = Integer(-HIGHEST, HIGHEST)
_METER = Integer(LOWEST, HIGHEST)
_EFFECT = {
    "trust": Field(_CHANGE, about="Wat dit met vertrouwen doet: +5, -10 / What this does to trust: +5, -10"),
    "sympathy": Field(
        _CHANGE, about="Wat dit met sympathie doet: +5, -10 / What this does to sympathy: +5, -10"
    ),
    "remember": Field(
        NewNames("fact"),
        about="Een feit dat later terugkomt in een ‘when’ / A fact that comes back later in a ‘when’",
    ),
}
_WHEN = Field(
    When(),
    about="Alleen als dit geldt: trust >= 40 and not beloofd"
    " / Only when this holds: trust >= 40 and not promised",
)

LINE = SpokenLine({"when": _WHEN, **_EFFECT})


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
        "say": Field(
            Words(),
            about="Wat je zegt, zonder aanhalingstekens; (wat je doet, tussen haakjes)"
            " / What you say, without quotation marks; (what you do, in brackets)",
        ),
        "silence": Field(Yes(), about="In plaats van ‘say’: je zwijgt / In place of ‘say’: you say nothing"),
        "when": _WHEN,
        **_EFFECT,
        "because": Field(
            Words(),
            about="De goede bedoeling erachter: Je wilde … / The good intention behind it: You wanted …",
        ),
        "reaction": Field(
            ListOf(LINE), about="Wat de ander meteen doet en zegt / What the other does and says at once"
        ),
        "thought": Field(
            Words(),
            about="Wat de ander dacht; alleen in de nabespreking"
            " / What the other was thinking; in the debrief only",
        ),
        "thinker": Field(
            NameOf("person"),
            about="Wie dat dacht; zonder: de eerste op het toneel"
            " / Who thought that; without it the first person on stage",
        ),
        "principle": Field(
            NameOf("principle"), about="Het principe waar dit over gaat / The principle this is about"
        ),
        "goto": Field(
            NameOf("scene", also=(END,)),
            required=True,
            about="De volgende scène, of: end / The next scene, or: end",
        ),
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
        "with": Field(
            ListOf(NameOf("person"), distinct=True),
            about="Wie er zijn; zonder: de eerste van ‘people’"
            " / Who is on stage; without it the first of ‘people’",
        ),
        "lines": Field(
            ListOf(LINE),
            about="Wat er gebeurt en gezegd wordt voor je kiest / What happens and is said before you choose",
        ),
        "notes": Field(
            Words(), about="Voor de trainer, nooit voor de speler / For a facilitator, never for the player"
        ),
        "replies": Field(
            Named("reply", REPLY),
            required=True,
            about="Twee tot vier antwoorden, elk onder een eigen naam"
            " / Two to four replies, each under a name of its own",
        ),
    },
    _scene,
)

ENDING = Record(
    {
        "title": Field(Words(), required=True),
        "when": _WHEN,
        "best": Field(Yes(), about="Een einde om op te hopen / An ending worth hoping for"),
        "text": Field(Words(), required=True, about="Hoe het afloopt / How it ends"),
    },
    Ending,
)

PERSON = Record(
    {
        "name": Field(Words(), required=True, about="Zoals spelers die zien / As players see it"),
        "crowd": Field(Yes(), about="Een groep: rijen gezichten / A crowd: rows of faces"),
    },
    Person,
)

START = Record(
    {
        "scene": Field(NameOf("scene"), required=True, about="Waar het begint / Where it begins"),
        "trust": Field(_METER, required=True, about="Vertrouwen aan het begin / Trust at the start"),
        "sympathy": Field(_METER, required=True, about="Sympathie aan het begin / Sympathy at the start"),
    },
    dict,
)

DEBRIEF = Record(
    {
        "real_outcome": Field(
            Record(
                {
                    "kind": Field(
                        OneOf(OUTCOMES),
                        required=True,
                        about="Waargebeurd, een voorbeeld van de schrijver, of geen afloop"
                        " / A true story, a writer’s example, or no outcome",
                    ),
                    "text": Field(Words(), required=True),
                },
                Outcome,
            ),
            required=True,
            about="Hoe het in het echt ging / How it really went",
        ),
        "invented": Field(Words(), about="Wat erbij verzonnen is / What was made up around it"),
        "question": Field(
            Words(), about="Bij een dilemma: wat gaf je op? / For a dilemma: what did you give up?"
        ),
    },
    dict,
)

FACILITATOR = Record(
    {
        "aim": Field(Words(), required=True, about="Het doel / The aim"),
        "questions": Field(ListOf(Words()), about="Vragen aan de groep / Questions for the group"),
        "expected_mistakes": Field(Words(), about="Wat er meestal misgaat / What usually goes wrong"),
    },
    Facilitator,
)

ACCEPT = Record(
    {
        "warning": Field(NameOf("warning"), required=True),
        "at": Field(
            Prose(),
            about="Een scène, scène/antwoord of einde; zonder: het hele level"
            " / A scene, scene/reply or ending; without it the whole level",
        ),
        "because": Field(Prose(), required=True, about="Waarom het zo bedoeld is / Why it is meant"),
    },
    Acceptance,
)

LEVEL = Record(
    {
        "format": Field(FormatNumber(), required=True),
        "languages": Field(
            ListOf(Prose(), distinct=True),
            required=True,
            about="nl, en of allebei; de eerste springt in waar een tekst ontbreekt"
            " / nl, en or both; the first one stands in where a text is missing",
        ),
        "title": Field(Words(), required=True),
        "source": Field(
            NameOf("source"),
            about="Een bron uit sources.yaml; laat weg bij een eigen verhaal"
            " / An entry of sources.yaml; leave it out for a story of your own",
        ),
        "credit": Field(
            Words(),
            about="Waar het verhaal vandaan komt, in gewone woorden"
            " / Where the story comes from, in plain words",
        ),
        "room": Field(OneOf(ROOMS), required=True, about="De kamer in het huis / The room in the house"),
        "minutes": Field(Integer(1, 60), required=True, about="Hoe lang het duurt / How long it takes"),
        "principles": Field(
            ListOf(NameOf("principle"), distinct=True),
            required=True,
            about="Waar het over gaat, het belangrijkste eerst / What it is about, the main one first",
        ),
        "sister": Field(
            NameOf("level"), about="Een level om naast te leggen / A level to compare this one with"
        ),
        "you": Field(
            Words(),
            required=True,
            about="Wie de speler is, waar, en wat er op het spel staat"
            " / Who the player is, where, and what is at stake",
        ),
        "people": Field(
            Named("person", PERSON, reserved=SPEAKERS_OF_EVERY_LEVEL),
            required=True,
            about="Wie er meespelen; over de eerste gaan de meters"
            " / Who takes part; the meters are about the first one",
        ),
        "start": Field(START, required=True),
        "scenes": Field(
            Named("scene", SCENE, reserved=(END,)),
            required=True,
            about="De momenten waarop gekozen wordt / The moments of choice",
        ),
        "endings": Field(
            Named("ending", ENDING),
            required=True,
            about="Het eerste waarvan ‘when’ geldt; het laatste heeft er geen"
            " / The first one whose ‘when’ holds; the last has none",
        ),
        "debrief": Field(DEBRIEF, required=True),
        "facilitator": Field(FACILITATOR, about="Voor de trainer / For a facilitator"),
        "accept": Field(
            ListOf(ACCEPT),
            about="Opmerkingen van ‘check’ die zo bedoeld zijn / Remarks of ‘check’ that are meant",
        ),
    },
    dict,
)

ENTRIES = frozenset({*REPLY.fields, *SCENE.fields, *ENDING.fields, *LINE.extras, *LANGUAGES})
"""Names with which no line of a text begins: an entry was meant, and stands too far to the right."""
