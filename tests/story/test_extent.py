"""How far a level can branch out in what it remembers, held against every game of small levels."""

from __future__ import annotations

from hypothesis import given, settings

from game.story.extent import has_too_many_facts
from game.story.foresight import Foresight
from game.story.level import Level
from tests.levels_for_tests import levels


def _least(level: Level) -> int:
    return next(most for most in range(200) if not has_too_many_facts(level, most))


@given(levels())
@settings(deadline=None)
def test_never_fewer_than_there_are(level: Level) -> None:
    foresight = Foresight(level)
    exact = sum(len(foresight.facts_at(scene)) for scene in level.scenes)
    assert exact <= _least(level) <= len(level.scenes) * 4
