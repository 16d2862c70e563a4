"""Trying out a level: where its author stands, in this version and in the next."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.reader import read_level
from game.story.level import Level
from game.story.playthrough import ReplyNotAvailableError, State, start
from game.trying import Trial, back, begin, behind, come_into, entered, give, jump, renewed
from tests.levels_for_tests import SMALL, levels


def small(*changes: tuple[str, str]) -> Level:
    text = SMALL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    level, problems = read_level(text.encode(), "small")
    assert level is not None, problems
    return level


def test_a_jump_takes_the_meters_along_and_runs_the_lines_of_its_scene() -> None:
    trial = give(begin(small()), "koel")
    there = jump(trial, "twee")
    assert trial.game.state == State("twee", 0, 35, frozenset({"was_cool"}))
    assert there.game.state == State("twee", 0, 25, frozenset({"was_cool"}))  # once more ten for the line
    assert back(there).game == trial.game
    with pytest.raises(KeyError):
        jump(trial, "drie")


def test_setting_meters_again_in_the_same_scene_is_one_step() -> None:
    trial = give(begin(small()), "warm")
    once = come_into(trial, State("twee", 30, 60))
    twice = come_into(once, State("twee", 20, 60))
    assert twice.game.state == State("twee", 20, 60)
    assert back(twice) == trial


def test_going_back_from_the_beginning_stays_there() -> None:
    trial = begin(small())
    assert back(trial) == trial


def test_what_a_scene_was_come_into_with_is_before_its_lines() -> None:
    level = small()
    assert entered(begin(level).game) == start(level).begun
    cool = give(begin(level), "koel")
    assert entered(cool.game) == State("twee", 0, 45, frozenset({"was_cool"}))
    assert come_into(cool, entered(cool.game)).game.state == cool.game.state
    over = give(cool, "goed")
    assert over.game.ending is not None
    assert entered(over.game) == entered(cool.game)


def test_what_hides_a_reply_is_told() -> None:
    cool = give(begin(small()), "koel")
    good, again = behind(cool.game)
    assert (good.unmet, good.turn.after.trust) == ((), 5)
    assert good.ending is not None
    assert good.ending.id == "klaar"
    assert [str(test) for test in again.unmet] == ["trust >= 40"]
    assert behind(give(cool, "goed").game) == ()


def test_new_words_change_nothing_else() -> None:
    trial = give(begin(small()), "warm")
    after = renewed(trial, small(("nl: Nou.", "nl: Nee.")))
    assert (after.steps, after.game.state, after.misfit) == (trial.steps, trial.game.state, None)


def test_new_effects_count_from_the_reply_they_belong_to() -> None:
    after = renewed(give(begin(small()), "warm"), small(("trust: +10", "trust: +20")))
    assert after.game.state.trust == 70
    assert after.misfit is None


def test_where_a_reply_does_not_fit_the_author_stays_with_the_same_meters() -> None:
    trial = give(give(begin(small()), "warm"), "nog-eens")
    later = give(trial, "koel")
    after = renewed(later, small(("      warm:", "      hartelijk:")))
    assert after.misfit is not None
    assert (after.misfit.first, after.misfit.replies, after.misfit.stayed) == ("warm", (0, 3), True)
    assert after.game.state == later.game.state
    assert after.game.lines == later.game.lines
    assert back(after).game.state.scene == "een"


def test_what_did_not_fit_comes_back_with_the_version_that_has_it() -> None:
    trial = give(begin(small()), "warm")
    between = renewed(trial, small(("      warm:", "      hartelijk:")))
    assert between.misfit is not None
    assert renewed(between, small()) == Trial(small(), trial.steps, trial.game)


def test_a_reply_whose_answer_is_shown_leaves_its_author_before_the_choice() -> None:
    trial = give(begin(small()), "warm")
    after = renewed(trial, small(("      warm:", "      hartelijk:")), is_answer_shown=True)
    assert after.misfit is not None
    assert not after.misfit.stayed
    assert after.game.state == begin(small()).game.state


def test_a_scene_that_is_gone_leaves_its_author_where_the_steps_still_lead() -> None:
    trial = jump(begin(small()), "twee")
    after = renewed(trial, small(("goto: twee", "goto: drie"), ("  twee:", "  drie:")))
    assert after.misfit is not None
    assert isinstance(after.misfit.first, State)
    assert (after.misfit.stayed, after.game.state.scene) == (False, "een")


def test_a_fact_the_new_version_does_not_know_is_dropped() -> None:
    trial = come_into(begin(small()), State("twee", 50, 50, frozenset({"was_cool"})))
    after = renewed(trial, small(("was_cool", "was_warm")))
    assert after.misfit is None
    assert after.game.state.facts == frozenset()


@st.composite
def trials(draw: st.DrawFn) -> Trial:
    """Walk through a random level: replies, jumps and steps back."""
    level = draw(levels())
    trial = begin(level)
    chance = Random(draw(st.integers(0, 999)))
    for _ in range(draw(st.integers(0, 7))):
        act = chance.random()
        if act < 0.15:
            trial = back(trial)
        elif act < 0.3:
            facts = frozenset(chance.sample(sorted(level.facts), chance.randint(0, len(level.facts))))
            scene = chance.choice(list(level.scenes))
            trial = come_into(trial, State(scene, chance.randint(0, 100), chance.randint(0, 100), facts))
        elif trial.game.available:
            trial = give(trial, chance.choice(trial.game.available).id)
    return trial


@settings(deadline=None)
@given(trials())
def test_the_same_version_changes_nothing(trial: Trial) -> None:
    assert renewed(trial, trial.level) == trial


@settings(deadline=None)
@given(trials(), levels(), st.booleans())
def test_another_version_always_leaves_a_trial_that_can_go_on(
    trial: Trial, other: Level, is_answer_shown: bool
) -> None:
    is_answer_shown = is_answer_shown and bool(trial.game.turns)
    after = renewed(trial, other, is_answer_shown=is_answer_shown)
    assert after.level == other
    assert after.game.ending or after.game.available
    if after.misfit is None:
        assert len(after.steps) == len(trial.steps)
    elif after.misfit.stayed:
        here = entered((back(trial) if is_answer_shown else trial).game)
        assert entered(after.game) == State(here.scene, here.trust, here.sympathy, here.facts & other.facts)
    again = after
    while again.steps:
        again = back(again)
    assert again.game == start(other)


@settings(deadline=None)
@given(trials())
def test_a_reply_is_hidden_exactly_when_it_cannot_be_given(trial: Trial) -> None:
    for each in behind(trial.game):
        if each.unmet:
            with pytest.raises(ReplyNotAvailableError):
                give(trial, each.reply.id)
        else:
            after = give(trial, each.reply.id).game
            assert (after.state, after.ending) == (each.turn.after, each.ending)
