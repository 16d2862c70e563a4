"""What is proved of a level: each at its place, alone, and the same as by playing every game."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given, settings

from game.authoring.nodes import Mapping
from game.authoring.problems import Place, Problem, Problems
from game.authoring.proofs import Proofs
from game.story.condition import ALWAYS
from game.story.foresight import Foresight
from game.story.level import Level
from game.story.playthrough import State, ending_at, replies_in, start, turn_of
from tests.authoring.small import brief, changed, unmarked
from tests.authoring.sound import SOUND, remarks
from tests.levels_for_tests import levels

NOU = "      - gast: {nl: “Nou.”, en: “Well.”}\n"
ENDING = """\
  bijna:
    title: {nl: Bijna, en: Nearly}
    when: WHEN
    text: {nl: Ze kijkt., en: She looks.}
  anders:"""
STREET = "say: {nl: Zo gaat dat in een, en: Zo gaat dat in een}"

Changes = list[tuple[str, str]]


def _ending(when: str) -> Changes:
    return [("  anders:", ENDING.replace("WHEN", when).replace("  bijna", "  ▶bijna"))]


PROVED: list[tuple[str, str, Changes]] = [
    ("a reply whose meters are never reached", "W303", [(STREET, f"{STREET}\n        when: ▶trust >= 90")]),
    ("a reply whose fact cannot be there yet", "W303", [(STREET, f"{STREET}\n        when: ▶was_kind")]),
    ("a reply that is there in any case", "W304", [(STREET, f"{STREET}\n        when: ▶trust >= 50")]),
    ("a line that comes in any case", "W304", [(NOU, f"{NOU}        when: ▶sympathy < 90\n")]),
    ("a line that never comes", "W305", [(NOU, f"{NOU}        when: ▶trust < 20\n")]),
    ("an ending out of reach", "W306", _ending("trust >= 95")),
    ("an ending whose facts never come together", "W306", _ending("was_kind and not was_kind")),
    ("an ending behind another one", "W307", _ending("trust >= 65 and sympathy >= 60")),
    (
        "a part that makes no difference",
        "W308",
        [("when: was_kind", "when: ▶was_kind and trust < 70")],
    ),
    (
        "an effect that is always lost",
        "W309",
        [
            ("start: {scene: een, trust: 50, sympathy: 50}", "start: {scene: een, trust: 50, sympathy: 0}"),
            ("      - gast: {nl: “Nou.”, en: “Well.”}\n", f"{NOU}        sympathy: ▶-5\n"),
            ("trust >= 60 and sympathy >= 60", "trust >= 60 and sympathy >= 15"),
            (
                f"{STREET}\n        trust: 5\n        sympathy: -5",
                f"{STREET}\n        trust: 5\n        sympathy: ▶-5",
            ),
        ],
    ),
    (
        "no ending left",
        "E305",
        [
            ("goto: twee", "goto: kring"),
            (
                "  twee:\n",
                """\
  ▶kring:
    replies:
      rond:
        say: {nl: Nog eens rond in de kring, en: Once more round in the ring}
        trust: -5
        sympathy: 5
        because: {nl: Je wilde helpen., en: You wanted to help.}
        reaction:
          - gast: {nl: “Ja.”, en: “Yes.”}
        thought: {nl: Juist., en: I see.}
        goto: kring
      eruit:
        say: {nl: Zo komt men uit de kring, en: This leads out of the ring}
        when: trust >= 30
        trust: 5
        sympathy: -5
        because: {nl: Je wilde helpen., en: You wanted to help.}
        reaction:
          - gast: {nl: “Ja.”, en: “Yes.”}
        thought: {nl: Juist., en: I see.}
        goto: twee
  twee:
""",
            ),
        ],
    ),
]


@pytest.mark.parametrize(("code", "changes"), [row[1:] for row in PROVED], ids=[row[0] for row in PROVED])
def test_what_can_never_be_is_told_at_its_place(code: str, changes: Changes) -> None:
    text, places = unmarked(changed(*changes, text=SOUND))
    found = [problem for problem in remarks(text)[1] if problem.code.id[1] == "3"]
    assert brief(tuple(found)) == [(code, *place) for place in places]
    for language in ("nl", "en"):
        for told in (found[0].message(language), found[0].remedy(language)):
            assert "{" not in told
    assert found[0].message("nl") != found[0].message("en")


def _only(changes: Changes) -> Problem:
    [found] = [
        each for each in remarks(unmarked(changed(*changes, text=SOUND))[0])[1] if each.code.id[1] == "3"
    ]
    return found


def test_the_nearest_reachable_meters_are_told() -> None:
    assert "vertrouwen 70, sympathie" in _only(_ending("trust >= 95")).remedy("nl")
    assert "trust 70, sympathy 50" in _only(_ending("sympathy < 50 and trust >= 75")).remedy("en")


def test_the_missing_fact_is_told() -> None:
    told = _only(_ending("was_kind and not was_kind"))
    assert "nooit ‘was_kind’ en altijd ‘was_kind’, samen" in told.remedy("nl")


def test_who_gets_there_is_told() -> None:
    told = _only([(STREET, f"{STREET}\n        when: was_kind")])
    assert "trust 50 to 50, sympathy 50 to 50, never ‘was_kind’" in told.remedy("en")


def test_the_way_to_where_no_ending_is_left_is_told() -> None:
    told = _only(PROVED[-1][2])
    replies = told.remedy("en").split(": ")[1].split(". ")[0].split(" → ")
    assert replies[0] == "aardig"
    assert set(replies[1:]) == {"rond"}
    assert "trust 25" in told.message("en")


def _proved(level: Level) -> set[tuple[str, tuple[str, ...]]]:
    """Return what is proved of *level*, each with the names in its place."""
    problems = Problems("x")
    Proofs(level, Mapping((), Place()), problems, Foresight(level)).prove()
    return {(each.code.id, (each.at,)) for each in problems.found}


def _states(level: Level) -> tuple[set[State], set[State]]:
    """Return every state in which one chooses, and every state after the end, by playing all games."""
    choosing, ended = {start(level).state}, set()
    waiting = list(choosing)
    while waiting:
        state = waiting.pop()
        for reply in replies_in(level, state):
            after = turn_of(level, state, reply).after
            if after.scene is None:
                ended.add(after)
            elif after not in choosing:
                choosing.add(after)
                waiting.append(after)
    return choosing, ended


@settings(deadline=None, max_examples=150)
@given(levels())
def test_replies_and_endings_agree_with_every_game_played(level: Level) -> None:
    proved = _proved(level)
    choosing, ended = _states(level)
    for scene in level.scenes.values():
        there = [state for state in choosing if state.scene == scene.id]
        for reply in scene.replies.values():
            held = {reply.when.holds(each.trust, each.sympathy, each.facts) for each in there}
            at = (f"{scene.id}/{reply.id}",)
            assert (("W303", at) in proved) == (held == {False} and reply.when != ALWAYS)
    reached = {ending_at(level, state).id for state in ended}
    never = {name for code, (name,) in proved if code in ("W306", "W307")}
    assert never == (set(level.endings) - reached if ended else set())


@settings(deadline=None, max_examples=80)
@given(levels())
def test_states_without_an_ending_agree_with_every_game_played(level: Level) -> None:
    choosing, _ = _states(level)
    ending = {state for state in choosing if _ends(level, state, set())}
    lost = {state.scene for state in choosing - ending}
    told = {at for code, (at,) in _proved(level) if code == "E305"}
    assert bool(told) == bool(lost)
    assert told <= lost


def _ends(level: Level, state: State, seen: set[State]) -> bool:
    if state.scene is None:
        return True
    seen.add(state)
    waiting = [state]
    while waiting:
        now = waiting.pop()
        for reply in replies_in(level, now):
            after = turn_of(level, now, reply).after
            if after.scene is None:
                return True
            if after not in seen:
                seen.add(after)
                waiting.append(after)
    return False


def test_of_a_level_that_keeps_its_promises_nothing_is_proved() -> None:
    level, problems = remarks(SOUND)
    assert level is not None
    assert brief(problems) == []
    assert _proved(replace(level, endings=MappingProxyType(dict(level.endings)))) == set()
