"""A level of forty scenes, as large as a picture must be able to show: built, the same every time."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from types import MappingProxyType

from game.story.condition import ALWAYS, Condition, FactTest, MeterTest
from game.story.level import END, Effect, Ending, Level, Line, Reply, Scene
from tests.authoring.small import level_of
from tests.levels_for_tests import SMALL, both

_SAID = (
    "Ik kijk even met u mee. Welk broodje had u besteld?",
    "Weet u nog waar u dit vandaan had?",
    "Dat had u eerder moeten zeggen, mevrouw.",
    "Wat vervelend. Zal ik iemand voor u halen?",
    "Om vijf uur gaan we dicht. Daarna kan ik niets meer doen.",
)


def large(scenes: int = 40, breadth: int = 4, *, loop: bool = True) -> Level:
    """Return a level with so many scenes, about *breadth* beside each other; with a *loop*, there is one."""
    chance = Random(scenes)
    names = [f"scene-{number:02d}" for number in range(scenes)]
    built = {}
    for number, name in enumerate(names):
        row = (number + breadth - 1) // breadth
        ahead = names[row * breadth + 1 : (row + 1) * breadth + 1]
        replies = {}
        for each in range(4):
            targets = ahead or [END]
            goto = targets[(number - 1 + each // 2) % len(targets)]
            if chance.random() < 0.08 and row * breadth + breadth + 2 < scenes:
                goto = names[row * breadth + breadth + 2]
            replies[f"antwoord-{each}"] = _reply(chance, each, goto)
        words = both("“Dat is wat ik bedoel,” zegt hij. Hij kijkt naar de deur.")
        late = Line("gast", both("Nou."), Condition((FactTest("beloofd", True),)), Effect(-10, -10))
        lines = (Line("gast", words), *((late,) if number % 9 == 4 else ()))
        built[name] = Scene(name, lines, MappingProxyType(replies), ("gast",))
    if loop:
        back = built[names[scenes // 2]]
        again = Reply("terug", names[scenes // 4], both("Nog eens van voren af aan."))
        built[back.id] = replace(back, replies=MappingProxyType({**back.replies, again.id: again}))
    return replace(
        level_of(SMALL),
        id="groot",
        title=both("Een groot gesprek"),
        start=names[0],
        scenes=MappingProxyType(built),
        endings=MappingProxyType({each.id: each for each in _endings()}),
    )


def _reply(chance: Random, number: int, goto: str) -> Reply:
    when = Condition((MeterTest("trust", ">=", 40),)) if number and chance.random() < 0.15 else ALWAYS
    remember = ("beloofd",) if chance.random() < 0.1 else ()
    effect = Effect(10 * chance.randint(-1, 1), 10 * chance.randint(-1, 1), remember)
    said = None if chance.random() < 0.05 else both(chance.choice(_SAID))
    return Reply(f"antwoord-{number}", goto, said, when, effect)


def _endings() -> tuple[Ending, ...]:
    high = Condition((MeterTest("trust", ">=", 60), MeterTest("sympathy", ">=", 60)))
    kept = Condition((FactTest("beloofd", True), MeterTest("trust", ">=", 45)))
    never = Condition((FactTest("nooit", True),))
    return (
        Ending("samen", both("Samen naar buiten"), both("Samen."), high, best=True),
        Ending("belofte", both("Een belofte gehouden"), both("Gehouden."), kept, best=True),
        Ending("nooit", both("Wat nooit gebeurt"), both("Nooit."), never),
        Ending("klaar", both("Klaar"), both("Klaar.")),
    )
