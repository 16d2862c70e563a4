"""Random games, exactly: against every game played out, and against known small cases."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType

import pytest
from hypothesis import given, settings

from game.story import chances as module
from game.story.chances import NEGLIGIBLE, TooManyStatesError, chances
from game.story.level import END, Level, Reply, Scene
from game.story.playthrough import Playthrough, Turn, choose, start
from game.story.ways import longest_way, shortest_way
from tests.levels_for_tests import both, levels

DEEPEST = 7


def _played_out(game: Playthrough, chance: Fraction, found: dict[tuple[str, int], Fraction]) -> None:
    """Add the chance of every game that ends within `DEEPEST` replies."""
    if game.ending:
        key = game.ending.id, len(game.turns)
        found[key] = found.get(key, Fraction(0)) + chance
    elif len(game.turns) < DEEPEST:
        for reply in game.available:
            _played_out(choose(game, reply.id), chance / len(game.available), found)


@settings(deadline=None, max_examples=60)
@given(levels(most_scenes=3))
def test_shares_and_lengths_equal_every_game_played_out(level: Level) -> None:
    found = chances(level)
    all_games: dict[tuple[str, int], Fraction] = {}
    _played_out(start(level), Fraction(1), all_games)
    by_length = {
        n: sum(c for (_, length), c in all_games.items() if length == n) for n in range(1, DEEPEST + 1)
    }
    for length, share in by_length.items():
        assert found.lengths.get(length, 0) == share
    if longest_way(level) is not None:
        for ending in level.endings:
            assert found.endings[ending] == sum(c for (name, _), c in all_games.items() if name == ending)


@settings(deadline=None, max_examples=60)
@given(levels())
def test_all_games_come_to_an_ending_but_a_negligible_part(level: Level) -> None:
    found = chances(level)
    assert sum(found.endings.values()) == sum(found.lengths.values()) == 1 - found.left
    assert 0 <= found.left <= NEGLIGIBLE
    assert shortest_way(level, level.start) <= found.shortest <= found.median
    longest = longest_way(level)
    if longest is not None:
        assert found.left == 0
        assert found.median <= (found.longest or 0) <= longest


@settings(deadline=None, max_examples=60)
@given(levels())
def test_what_is_seen_adds_up(level: Level) -> None:
    ended = Fraction(0)

    def see(turn: Turn, chance: Fraction) -> None:
        nonlocal ended
        if turn.after.scene is None:
            ended += chance

    assert sum(chances(level, see).endings.values()) == ended


def _chain(level: Level, *targets: tuple[str, ...]) -> Level:
    from dataclasses import replace

    scenes = {
        f"s{number}": Scene(
            f"s{number}",
            (),
            MappingProxyType({f"r{n}": Reply(f"r{n}", target, both("x")) for n, target in enumerate(each)}),
            ("p",),
        )
        for number, each in enumerate(targets)
    }
    return replace(level, scenes=MappingProxyType(scenes), start="s0")


@settings(deadline=None, max_examples=60)
@given(levels(most_scenes=1))
def test_a_loop_is_followed_until_it_hardly_matters(level: Level) -> None:
    looped = _chain(level, ("s0", END))
    found = chances(looped)
    assert longest_way(looped) is None
    assert found.longest is None
    assert found.median == found.shortest == 1
    assert [found.lengths[n] for n in (1, 2, 3)] == [Fraction(1, 2), Fraction(1, 4), Fraction(1, 8)]
    assert 0 < found.left <= NEGLIGIBLE


@settings(deadline=None, max_examples=60)
@given(levels(most_scenes=1))
def test_the_median_is_where_half_of_the_games_are_over(level: Level) -> None:
    found = chances(_chain(level, ("s1", END), (END, "s2"), (END,)))
    assert found.lengths == {1: Fraction(1, 2), 2: Fraction(1, 4), 3: Fraction(1, 4)}
    assert (found.shortest, found.median, found.longest) == (1, 1, 3)
    found = chances(_chain(level, ("s1", "s1", END), (END, "s2"), (END,)))
    assert (found.shortest, found.median, found.longest) == (1, 2, 3)


def test_too_many_states_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.authoring.small import level_of
    from tests.levels_for_tests import SMALL

    level = level_of(SMALL)
    assert chances(level).endings
    monkeypatch.setattr(module, "MOST_STATES", 1)
    with pytest.raises(TooManyStatesError):
        chances(level)


@settings(deadline=None, max_examples=60)
@given(levels())
def test_the_longest_way_is_that_of_the_scenes(level: Level) -> None:
    def ways(scene: str, before: tuple[str, ...]) -> int | None:
        if scene == END:
            return 0
        if scene in before:
            return None
        found = [ways(reply.goto, (*before, scene)) for reply in level.scenes[scene].replies.values()]
        return None if None in found else 1 + max(length for length in found if length is not None)

    assert longest_way(level) == ways(level.start, ())
