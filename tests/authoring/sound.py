"""A small level on which a reader of levels has nothing to remark."""

from __future__ import annotations

from game.authoring.problems import Problem
from game.authoring.reader import read_level
from game.story.level import Level
from tests.authoring.small import KNOWN

PRINCIPLES = frozenset({"let-them-keep-face", "check-your-own-side", "keep-your-word", "ask-for-help", "x-y"})


def _reply(name: str, say: str, trust: int, sympathy: int, goto: str, more: str = "") -> str:
    return f"""\
      {name}:
        say: {{nl: {say}, en: {say}}}
        trust: {trust}
        sympathy: {sympathy}
{more}\
        because: {{nl: Je wilde helpen., en: You wanted to help.}}
        reaction:
          - gast: {{nl: “Ja.”, en: “Yes.”}}
        thought: {{nl: Juist., en: I see.}}
        goto: {goto}
"""


def _scene(name: str, goto: str, *, lines: str = "", more: str = "", both: int = 5) -> str:
    body = lines or "      - gast: {nl: “Nou.”, en: “Well.”}\n"
    replies = (
        _reply("aardig", f"Dat mag hier in {name}", -5, 5, goto, more),
        _reply("beide", f"Zeg het mij in {name}", 5, both, goto, "        principle: let-them-keep-face\n"),
        _reply("streng", f"Zo gaat dat in {name}", 5, -5, goto),
    )
    return f"  {name}:\n    lines:\n{body}    replies:\n" + "".join(replies)


_REMEMBERED = "        remember: was_kind\n"

_LATE = """\
      - gast: {nl: “Nou.”, en: “Well.”}
        when: was_kind
        trust: -5
"""

SOUND = f"""\
format: 1
languages: [nl, en]
title: {{nl: Deugdelijk, en: Sound}}
source: verwen-de-klanten
room: shop
minutes: 3
principles: [let-them-keep-face]
you: {{nl: Jij bent jij., en: You are you.}}
people:
  gast:
    name: {{nl: Gast, en: Guest}}
start: {{scene: een, trust: 50, sympathy: 50}}
scenes:
{_scene("een", "twee", more=_REMEMBERED)}\
{_scene("twee", "drie", both=0)}\
{_scene("drie", "vier", lines=_LATE)}\
{_scene("vier", "end")}\
endings:
  goed:
    title: {{nl: Goed, en: Good}}
    when: trust >= 60 and sympathy >= 60
    best: true
    text: {{nl: Ze lacht., en: She smiles.}}
  anders:
    title: {{nl: Anders, en: Other}}
    when: trust >= 60
    text: {{nl: Ze knikt., en: She nods.}}
  klaar:
    title: {{nl: Klaar, en: Done}}
    text: {{nl: Het is klaar., en: It is done.}}
debrief:
  real_outcome:
    kind: none
    text: {{nl: Niets., en: Nothing.}}
facilitator:
  aim: {{nl: Oefenen., en: Practice.}}
"""


def remarks(text: str) -> tuple[Level | None, tuple[Problem, ...]]:
    """Read *text* and have it looked over."""
    known = {**KNOWN, "principle": PRINCIPLES}
    return read_level(text.encode(), "klein", known, remarks=True)
