"""Small levels for tests: written by hand as YAML, or random from Hypothesis."""

from __future__ import annotations

from types import MappingProxyType

from hypothesis import strategies as st

from game.story.condition import ALWAYS, COMPARISONS, Condition, FactTest, MeterTest
from game.story.level import END, Effect, Ending, Level, Line, Outcome, Person, Reply, Scene
from game.story.text import Text

SMALL = """\
format: 1
languages: [nl, en]
title: {nl: Klein, en: Small}
source: verwen-de-klanten
room: shop
minutes: 1
principles: [let-them-keep-face]
you: {nl: Jij bent jij., en: You are you.}
people:
  gast:
    name: {nl: Gast, en: Guest}
start: {scene: een, trust: 50, sympathy: 50}
scenes:
  een:
    lines:
      - gast: {nl: Hallo., en: Hello.}
    replies:
      warm:
        say: {nl: Dag., en: Good day.}
        trust: +10
        sympathy: +10
        reaction:
          - gast: {nl: Fijn., en: Nice.}
        goto: twee
      koel:
        say: {nl: Ja., en: Yes.}
        trust: -60
        sympathy: -5
        remember: was_cool
        goto: twee
      stil:
        silence: true
        goto: end
  twee:
    lines:
      - gast: {nl: Nou., en: Well.}
        when: was_cool
        sympathy: -10
    replies:
      goed:
        say: {nl: Sorry., en: Sorry.}
        trust: +5
        goto: end
      nog-eens:
        say: {nl: Opnieuw., en: Again.}
        when: trust >= 40
        goto: een
endings:
  blij:
    title: {nl: Blij, en: Happy}
    when: trust >= 60 and not was_cool
    best: true
    text: {nl: Ze lacht., en: She smiles.}
  klaar:
    title: {nl: Klaar, en: Done}
    text: {nl: Het is klaar., en: It is done.}
debrief:
  real_outcome:
    kind: none
    text: {nl: Niets., en: Nothing.}
"""
"""Two scenes, a silence, a late effect, a condition, a way back, two endings."""


def both(words: str) -> Text:
    """Return a text that is the same in both languages."""
    return Text((("nl", words), ("en", words)))


_FACTS = ("a", "b")
_METERS = st.sampled_from(("trust", "sympathy"))
_TESTS = st.one_of(
    st.builds(MeterTest, _METERS, st.sampled_from(sorted(COMPARISONS)), st.integers(0, 100)),
    st.builds(FactTest, st.sampled_from(_FACTS), st.booleans()),
)
_CONDITIONS = st.one_of(
    st.just(ALWAYS), st.lists(_TESTS, max_size=2).map(lambda tests: Condition(tuple(tests)))
)
_EFFECTS = st.builds(
    Effect,
    st.integers(-100, 100),
    st.integers(-100, 100),
    st.sampled_from(((), ("a",), ("b",), _FACTS)),
)
_LINES = st.lists(st.builds(Line, st.just("narrator"), st.just(both("x")), _CONDITIONS, _EFFECTS), max_size=2)


@st.composite
def levels(draw: st.DrawFn, *, most_scenes: int = 4) -> Level:
    """Draw a small level that keeps the promises of the reader: a way on everywhere, a last ending."""
    names = [f"s{number}" for number in range(draw(st.integers(1, most_scenes)))]
    scenes = {}
    for number, name in enumerate(names):
        replies = {}
        for reply in range(draw(st.integers(1, 3))):
            # the first reply is always there and leads further down, so that every scene has a way out
            is_first = reply == 0
            further = [*names[number + 1 :], END]
            target = draw(st.sampled_from(further if is_first else [*names, END]))
            when = ALWAYS if is_first else draw(_CONDITIONS)
            reaction = tuple(draw(_LINES))
            replies[f"r{reply}"] = Reply(
                f"r{reply}", target, both(f"{name} r{reply}"), when, draw(_EFFECTS), reaction
            )
        scenes[name] = Scene(name, tuple(draw(_LINES)), MappingProxyType(replies), ("p",))
    endings = {
        f"e{number}": Ending(f"e{number}", both("e"), both("e"), draw(_CONDITIONS), draw(st.booleans()))
        for number in range(draw(st.integers(0, 2)))
    }
    endings["last"] = Ending("last", both("last"), both("last"))
    return Level(
        id="drawn",
        title=both("drawn"),
        languages=("nl", "en"),
        source="s",
        room="shop",
        minutes=1,
        principles=("p",),
        you=both("you"),
        people=MappingProxyType({"p": Person("p", both("P"))}),
        start="s0",
        start_trust=draw(st.integers(0, 100)),
        start_sympathy=draw(st.integers(0, 100)),
        scenes=MappingProxyType(scenes),
        endings=MappingProxyType(endings),
        real_outcome=Outcome("none", both("none")),
    )
