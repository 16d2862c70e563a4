"""What a finished game taught, and how far it still is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from game.authoring.reader import read_level
from game.story.debrief import debrief
from game.story.level import END, Level
from game.story.playthrough import play
from game.story.ways import shortest_way
from tests.levels_for_tests import SMALL, levels

TAUGHT = SMALL.replace(
    "principles: [let-them-keep-face]", "principles: [let-them-keep-face, keep-your-word]"
).replace("        trust: -60\n", "        trust: -60\n        principle: keep-your-word\n")


def _level(text: str) -> Level:
    level, problems = read_level(text.encode(), "small")
    assert level is not None, problems
    return level


def test_the_curve_has_the_start_and_every_reply() -> None:
    told = debrief(play(_level(SMALL), ["koel", "goed"]))
    assert told.curve == ((50, 50), (0, 35), (5, 35))


def test_a_late_effect_is_told_apart() -> None:
    moment = debrief(play(_level(SMALL), ["koel", "goed"])).moments[0]
    assert (moment.trust, moment.sympathy, moment.late_trust, moment.late_sympathy) == (-50, -5, 0, -10)


def test_the_principle_is_the_one_the_replies_were_about() -> None:
    assert debrief(play(_level(TAUGHT), ["koel", "goed"])).principle == "keep-your-word"
    assert debrief(play(_level(TAUGHT), ["warm", "goed"])).principle == "let-them-keep-face"


def test_an_unfinished_game_has_no_debrief() -> None:
    with pytest.raises(ValueError, match="not over"):
        debrief(play(_level(SMALL), ["warm"]))


def test_the_shortest_way_counts_replies() -> None:
    level = _level(SMALL)
    assert (shortest_way(level, "een"), shortest_way(level, "twee")) == (1, 1)
    longer = _level(
        SMALL.replace("        silence: true\n        goto: end", "        silence: true\n        goto: twee")
    )
    assert (shortest_way(longer, "een"), shortest_way(longer, "twee")) == (2, 1)


@settings(deadline=None)
@given(levels())
def test_the_shortest_way_is_a_way(level: Level) -> None:
    steps = {name: shortest_way(level, name) for name in level.scenes}
    for name, scene in level.scenes.items():
        onwards = [0 if reply.goto == END else steps[reply.goto] for reply in scene.replies.values()]
        assert steps[name] == 1 + min(onwards)
