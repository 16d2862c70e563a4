"""Foresight against brute force, on random small levels."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from game.story.condition import ALWAYS
from game.story.foresight import Foresight
from game.story.grid import Axis, Grid
from game.story.level import Level
from game.story.playthrough import Playthrough, State, choose, ending_at, play, start
from game.story.turns import best_endings, turns_of
from tests.levels_for_tests import levels


def _forget(game: Playthrough) -> Playthrough:
    return replace(game, turns=())


def _explore(level: Level) -> dict[State, dict[str, State]]:
    """Return every state a game can come to, with the states its replies lead to."""
    found: dict[State, dict[str, State]] = {}
    waiting = [start(level)]
    while waiting:
        game = waiting.pop()
        if game.state in found:
            continue
        after = {reply.id: choose(_forget(game), reply.id) for reply in game.available}
        found[game.state] = {id: each.state for id, each in after.items()}
        waiting += after.values()
    return found


def _endings_by_force(level: Level, ways: dict[State, dict[str, State]]) -> dict[State, dict[str, int]]:
    """Return, for every state, the endings it can come to and the least number of replies to each."""
    distances: dict[State, dict[str, int]] = {state: {} for state in ways}
    for state in ways:
        if state.scene is None:
            distances[state][ending_at(level, state).id] = 0
    changed = True
    while changed:
        changed = False
        for state, onward in ways.items():
            for after in onward.values():
                for ending, distance in distances[after].items():
                    if distance + 1 < distances[state].get(ending, 10**9):
                        distances[state][ending] = distance + 1
                        changed = True
    return distances


@settings(deadline=None, max_examples=500)
@given(levels())
def test_foresight_equals_brute_force_forward_and_backward(level: Level) -> None:
    ways = _explore(level)
    foresight = Foresight(level)
    by_force = _endings_by_force(level, ways)
    looked_at = {fact for fact in ("a", "b") if fact in foresight._numbers}
    told_apart = {replace(state, facts=state.facts & looked_at) for state in ways}
    assert foresight.states == len(told_apart)
    for state, endings in by_force.items():
        assert foresight.endings_from(state) == set(endings)
        if state.scene is None:
            continue
        for ending, distance in endings.items():
            route = foresight.route(state, frozenset({ending}))
            assert route is not None
            assert len(route) == distance
            reached = play_on(level, state, route)
            assert reached.ending is not None
            assert reached.ending.id == ending


@settings(deadline=None, max_examples=300)
@given(levels(), st.data())
def test_states_without_an_ending_are_those_of_brute_force(level: Level, data: st.DataObject) -> None:
    scenes = {}
    for name, scene in level.scenes.items():  # of some scenes only replies with a condition are left
        others = {id: reply for id, reply in scene.replies.items() if reply.when != ALWAYS}
        kept = others if others and data.draw(st.booleans()) else scene.replies
        scenes[name] = replace(scene, replies=MappingProxyType(dict(kept)))
    level = replace(level, scenes=MappingProxyType(scenes))
    foresight = Foresight(level)
    for state, endings in _endings_by_force(level, _explore(level)).items():
        if state.scene is not None:
            lost = foresight.without_ending(state.scene)
            assert foresight.holds_state(lost, state) is not bool(endings)


def play_on(level: Level, state: State, route: tuple[str, ...]) -> Playthrough:
    game = replace(start(level), state=state)
    for reply in route:
        game = choose(game, reply)
    return game


@settings(deadline=None, max_examples=200)
@given(levels(), st.data())
def test_turning_point_and_secured_are_what_they_say(level: Level, data: st.DataObject) -> None:
    game = start(level)
    while game.ending is None and len(game.turns) < 8:
        game = choose(game, data.draw(st.sampled_from([reply.id for reply in game.available])))
    by_force = _endings_by_force(level, _explore(level))
    best = best_endings(level)
    states = [turn.before for turn in game.turns] + [game.state]
    hopeful = [bool(by_force[state].keys() & best) for state in states]
    certain = [bool(best) and not by_force[state].keys() - best for state in states]
    turns = turns_of(game, Foresight(level))
    assert turns.turning_point == (hopeful.index(False) - 1 if hopeful[0] and False in hopeful else None)
    assert turns.secured == (certain.index(True) - 1 if not certain[0] and True in certain else None)
    for ending, number in turns.closed.items():
        assert ending in by_force[states[number]]
        assert ending not in by_force[states[number + 1]]


@given(st.integers(1, 12), st.data())
def test_moving_along_an_axis_is_clamped_adding(last: int, data: st.DataObject) -> None:
    axis = Axis(last, 1, [1 << coordinate for coordinate in range(last + 1)])
    inside = st.integers(0, last)
    coordinates = data.draw(st.sets(inside))
    steps = data.draw(st.integers(-15, 15))
    cells = sum(1 << coordinate for coordinate in coordinates)
    moved = {min(last, max(0, coordinate + steps)) for coordinate in coordinates}
    assert axis.move(cells, steps) == sum(1 << coordinate for coordinate in moved)
    came_from = {each for each in range(last + 1) if min(last, max(0, each + steps)) in coordinates}
    assert axis.undo(cells, steps) == sum(1 << coordinate for coordinate in came_from)


def test_a_grid_keeps_both_meters_apart() -> None:
    grid = Grid(5, 25)
    cell = grid.cell(50, 75)
    assert grid.move(cell, 10, 25) == grid.cell(60, 100)
    assert grid.move(cell, 100, -100) == grid.cell(100, 0)
    assert grid.undo(grid.cell(100, 0), 100, -100) == grid.everything


def test_looking_ahead_can_begin_anywhere() -> None:
    from tests.story.test_debrief import SMALL, _level

    level = _level(SMALL)
    middle = State("twee", 90, 90, frozenset({"was_cool"}))
    foresight = Foresight(level, middle)
    assert foresight.endings_from(middle) == {"klaar"}
    assert foresight.route(middle, frozenset({"klaar"})) == ("goed",)
    assert foresight.route(middle, frozenset({"blij"})) is None
    assert play(level, ["warm", "goed"]).ending is not None
