"""Trying out a level while it is being written: where its author stands in it, and what is behind it.

A trial is the list of its steps. Everything else is derived, so that it survives a new version of the level.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.story.condition import Condition, FactTest, MeterTest
from game.story.level import Ending, Level, Reply
from game.story.playthrough import (
    Playthrough,
    ReplyNotAvailableError,
    State,
    Turn,
    choose,
    ending_at,
    start,
    start_at,
    turn_of,
)

Step = str | State
"""A reply that was given, or a state in which its author came into a scene without playing."""

Test = MeterTest | FactTest


@dataclass(frozen=True, slots=True)
class Misfit:
    """What did not fit a new version of the level: of the `steps` that were taken the first `kept` do.

    `stayed` tells that the author stands where they stood although that way does not lead there any more.
    """

    steps: tuple[Step, ...]
    kept: int
    stayed: bool

    @property
    def first(self) -> Step:
        """The first step that does not fit."""
        return self.steps[self.kept]

    @property
    def replies(self) -> tuple[int, int]:
        """How many of the replies fit, and how many there were."""
        return _replies(self.steps[: self.kept]), _replies(self.steps)


@dataclass(frozen=True, slots=True)
class Trial:
    """A level as its author tries it: the steps they took, and the game since their last jump."""

    level: Level
    steps: tuple[Step, ...]
    game: Playthrough
    misfit: Misfit | None = None


@dataclass(frozen=True, slots=True)
class Behind:
    """A reply as its author sees it: what would come of it now, and the tests that keep it hidden."""

    reply: Reply
    turn: Turn
    unmet: tuple[Test, ...]
    ending: Ending | None


def begin(level: Level) -> Trial:
    """Return a trial at the beginning of *level*."""
    return Trial(level, (), start(level))


def give(trial: Trial, reply: str) -> Trial:
    """Give *reply*. Raises ReplyNotAvailableError when it cannot be given now."""
    return Trial(trial.level, (*trial.steps, reply), choose(trial.game, reply))


def back(trial: Trial) -> Trial:
    """Take the last step back, a jump as well as a reply; at the beginning nothing changes."""
    steps = trial.steps[:-1]
    return Trial(trial.level, steps, _played(trial.level, steps))


def come_into(trial: Trial, state: State) -> Trial:
    """Come into the scene of *state* with its meters and facts. Raises KeyError when there is no such scene.

    Doing so again in the same scene is one step.
    """
    steps = trial.steps
    if steps and isinstance(last := steps[-1], State) and last.scene == state.scene:
        steps = steps[:-1]
    return Trial(trial.level, (*steps, state), start_at(trial.level, state))


def jump(trial: Trial, scene: str) -> Trial:
    """Come into *scene* with the present meters and facts. Raises KeyError when there is no such scene."""
    return come_into(trial, replace(trial.game.state, scene=scene))


def entered(game: Playthrough) -> State:
    """Return the state in which the present scene was come into, before its lines; after the end the last."""
    turns = game.turns[:-1] if game.ending else game.turns
    return replace(turns[-1].answered, scene=turns[-1].after.scene) if turns else game.begun


def renewed(trial: Trial, level: Level, *, is_answer_shown: bool = False) -> Trial:
    """Take *trial* to a new version of its level: its steps as far as they fit, and the same scene.

    Where they do not all fit, its author stays in the scene with the meters as they were, if it is still
    there; *is_answer_shown* tells that it is the scene of the last reply, which has just been given. What
    does not fit is not forgotten: a later version may have it back.
    """
    steps = trial.misfit.steps if trial.misfit else trial.steps
    fitting = _fitting(level, steps)
    fresh = Trial(level, fitting, _played(level, fitting))
    if fitting == steps:
        return fresh
    here = entered(back(trial).game if is_answer_shown else trial.game)
    here = replace(here, facts=here.facts & level.facts)
    stays = here.scene in level.scenes and here != entered(fresh.game)
    if stays:
        fresh = come_into(fresh, here)
    return replace(fresh, misfit=Misfit(steps, len(fitting), stays))


def behind(game: Playthrough) -> tuple[Behind, ...]:
    """Return every reply of the present scene, hidden ones too, in the author's order; none after the end."""
    if game.scene is None:
        return ()
    return tuple(_behind(game.level, game.state, reply) for reply in game.scene.replies.values())


def unmet(condition: Condition, state: State) -> tuple[Test, ...]:
    """Return the tests of *condition* that do not hold in *state*."""
    return tuple(test for test in condition.tests if not test.holds(state.trust, state.sympathy, state.facts))


def _behind(level: Level, state: State, reply: Reply) -> Behind:
    turn = turn_of(level, state, reply)
    ending = ending_at(level, turn.after) if turn.after.scene is None else None
    return Behind(reply, turn, unmet(reply.when, state), ending)


def _replies(steps: Iterable[Step]) -> int:
    return sum(isinstance(step, str) for step in steps)


def _fitting(level: Level, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the first of *steps* that can be taken in *level*, up to one that cannot."""
    game = start(level)
    for number, step in enumerate(steps):
        try:
            game = _next(game, step)
        except (ReplyNotAvailableError, KeyError):
            return steps[:number]
    return steps


def _played(level: Level, steps: Iterable[Step]) -> Playthrough:
    game = start(level)
    for step in steps:
        game = _next(game, step)
    return game


def _next(game: Playthrough, step: Step) -> Playthrough:
    if isinstance(step, str):
        return choose(game, step)
    return start_at(game.level, replace(step, facts=step.facts & game.level.facts))
