"""Levels of any size for the benchmarks, as text: the words, conditions and facts of a real conversation."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

FACTS = ("beloofd", "excuses", "collega-genoemd", "geluisterd", "te-snel", "naam-gevraagd")

_TOLD = (
    ("Zaterdag, half een. Je loopt langs tafel vier.", "Saturday, half past twelve. You pass table four."),
    ("Achter de klapdeur legt iemand een mes neer.", "Behind the swing door somebody lays down a knife."),
    (
        "Je komt naast haar staan. Ze draait het bord, zodat jullie allebei kunnen kijken.",
        "You come round to her side. She turns the plate so you can both see in.",
    ),
    ("Het is kwart voor zeven: nog 15 minuten.", "It is a quarter to seven: 15 minutes to go."),
)
_SPOKEN = (
    (
        "“Mag ik even iets vragen? Op de kaart staan pijnboompitten. Dit zijn amandelen.”",
        "“Could I ask you something? The menu says pine nuts. These are almonds.”",
    ),
    ("“Kan gebeuren, met die drukte.” Ze knikt.", "“It happens, when you’re this busy.” She nods."),
    ("“Dat zei u vorige week ook: ‘morgen’.”", "“That is what you said last week: ‘tomorrow’.”"),
    (
        "“Ik sta hier al ’n half uur.” Hij kijkt op zijn horloge en dan naar de deur.",
        "“I’ve been here for half an hour.” He looks at his watch, then at the door.",
    ),
)
_SAID = (
    ("Ik kijk even met u mee. Welk broodje had u?", "Let’s have a look. Which one did you order?"),
    ("O jee, dan heeft de keuken zich vergist. Sorry!", "Oh no, the kitchen got it wrong. Sorry!"),
    ("Dat kan niet kloppen, mevrouw. Weet u het zeker?", "That can’t be right, madam. Are you sure?"),
    ("Wat vervelend. Zal ik er meteen iemand bij halen?", "I’m sorry. Shall I fetch somebody at once?"),
    ("U hebt gelijk. Ik breng u een ander broodje.", "You are right. I’ll bring you another sandwich."),
)
_MEANT = (
    (
        "Je wilde eerst weten wat er was gebeurd, en dan pas iets vinden.",
        "You wanted to find out what had happened before you had an opinion.",
    ),
    ("Je wilde haar een discussie besparen.", "You wanted to spare her an argument."),
    ("Je wilde laten merken dat je haar hoorde.", "You wanted to show that you heard her."),
)
_THOUGHT = (
    (
        "Gelukkig, geen gedoe. Ze was er wel vlug mee. Ze heeft niet eens gekeken.",
        "Thank heavens, no fuss. That was fast, though. She didn’t so much as look.",
    ),
    ("Hij neemt me serieus. Dat had ik niet verwacht.", "He takes me seriously. I hadn’t expected that."),
    ("Moet ik nu ook nog bewijzen wat er ligt?", "Do I have to prove what is lying there, too?"),
)

_HEAD = """\
format: 1
languages: [nl, en]
title: {nl: Een lang gesprek, en: A long conversation}
room: terrace
minutes: 6
principles: [let-them-keep-face, check-your-own-side]
you:
  nl: >-
    Je serveert op een vol terras. Het is zaterdag, en er is te weinig personeel.
  en: >-
    You wait tables on a busy terrace. It is Saturday, and there are too few of you.
people:
  gast:
    name: {nl: Gast, en: Guest}
  collega:
    name: {nl: Collega, en: Colleague}
start: {scene: s0, trust: 50, sympathy: 50}
scenes:
"""
_TAIL = """\
endings:
  samen:
    title: {nl: Samen, en: Together}
    when: trust >= 60 and sympathy >= 60
    best: true
    text: {nl: Ze komt terug., en: She will be back.}
  belofte:
    title: {nl: De belofte, en: The promise}
    when: trust >= 45 and beloofd
    text: {nl: Je doet wat je zei., en: You do what you said.}
  klaar:
    title: {nl: Klaar, en: Done}
    text: {nl: Ze rekent af., en: She pays.}
debrief:
  real_outcome:
    kind: writers-example
    text: {nl: Zo ging het., en: That is how it went.}
facilitator:
  aim: {nl: Eerst kijken., en: Look first.}
"""


def generated(scenes: int, seed: int = 1) -> str:
    """Return the text of a level of so many *scenes*; each leads at most three further."""
    chance = Random(seed)
    body = "".join(line + "\n" for number in range(scenes) for line in _scene(number, scenes, chance))
    return _HEAD + body + _TAIL


def _scene(number: int, scenes: int, chance: Random) -> Iterator[str]:
    yield f"  s{number}:"
    yield "    lines:"
    yield from _line("narrator", chance.choice(_TOLD), 6)
    yield from _line("gast", chance.choice(_SPOKEN), 6)
    if number % 5 == 4:
        yield from _line("collega", chance.choice(_SPOKEN), 6)
        yield f"        when: {chance.choice(FACTS)}"
        yield f"        trust: {chance.choice((-10, -5, 5))}"
    yield "    replies:"
    for name in ("kijk-mee", "keuken", "uitleg"):
        yield from _reply(name, number, scenes, chance)


def _reply(name: str, number: int, scenes: int, chance: Random) -> Iterator[str]:
    yield f"      {name}:"
    yield from _words("say", chance.choice(_SAID), 8)
    if name != "kijk-mee" and chance.random() < 0.2:
        fact = f" and not {chance.choice(FACTS)}" if chance.random() < 0.5 else ""
        yield f"        when: {chance.choice(('trust', 'sympathy'))} >= {chance.randrange(20, 65, 5)}{fact}"
    yield f"        trust: {5 * chance.randint(-2, 2):+d}"
    yield f"        sympathy: {5 * chance.randint(-2, 2):+d}"
    if name == "keuken" and number % 3 == 0:
        yield f"        remember: {FACTS[number // 3 % len(FACTS)]}"
    yield from _words("because", chance.choice(_MEANT), 8)
    yield "        reaction:"
    yield from _line("gast", chance.choice(_SPOKEN), 10)
    yield from _words("thought", chance.choice(_THOUGHT), 8)
    yield f"        principle: {chance.choice(('let-them-keep-face', 'check-your-own-side'))}"
    further = number + (1 if name == "kijk-mee" else chance.randint(1, 3))
    yield f"        goto: {f's{further}' if further < scenes else 'end'}"


def _line(speaker: str, words: tuple[str, str], indent: int) -> Iterator[str]:
    yield from _words(f"- {speaker}", words, indent, indent + 4)


def _words(key: str, words: tuple[str, str], indent: int, deeper: int = 0) -> Iterator[str]:
    inside = " " * (deeper or indent + 2)
    yield f"{' ' * indent}{key}:"
    for language, text in zip(("nl", "en"), words, strict=True):
        yield f"{inside}{language}: >-"
        yield f"{inside}  {text}"
