"""A game is its list of reply ids."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.reader import read_level
from game.story.level import Level
from game.story.playthrough import (
    Playthrough,
    ReplyNotAvailableError,
    choose,
    play,
    play_as_far_as_it_goes,
    rewind,
    shuffled,
    start,
)
from tests.levels_for_tests import SMALL, levels


@pytest.fixture
def small() -> Level:
    level, problems = read_level(SMALL.encode(), "small")
    assert level is not None, problems
    return level


def _random_game(level: Level, seed: int, most: int = 12) -> list[Playthrough]:
    """Play at random and return the game after every reply, the beginning first."""
    chance = random.Random(seed)
    games = [start(level)]
    while games[-1].ending is None and len(games) <= most:
        games.append(choose(games[-1], chance.choice(games[-1].available).id))
    return games


def test_a_reply_moves_the_meters_and_leads_on(small: Level) -> None:
    game = play(small, ["warm"])
    assert (game.state.scene, game.state.trust, game.state.sympathy) == ("twee", 60, 60)
    assert [line.text.in_language("nl") for line in game.turns[0].reaction] == ["Fijn."]


def test_what_was_remembered_comes_back_in_the_next_scene(small: Level) -> None:
    turn = play(small, ["koel"]).turns[0]
    assert (turn.before.trust, turn.answered.trust) == (50, 0)  # clamped: 50 - 60
    assert (turn.answered.sympathy, turn.after.sympathy) == (45, 35)
    assert [line.text.in_language("en") for line in turn.arrival] == ["Well."]
    assert play(small, ["warm"]).turns[0].arrival == ()


def test_a_condition_hides_a_reply(small: Level) -> None:
    assert [reply.id for reply in play(small, ["warm"]).available] == ["goed", "nog-eens"]
    assert [reply.id for reply in play(small, ["koel"]).available] == ["goed"]


def test_the_first_ending_that_holds_closes_the_conversation(small: Level) -> None:
    for replies, ending in ((["warm", "goed"], "blij"), (["koel", "goed"], "klaar"), (["stil"], "klaar")):
        game = play(small, replies)
        assert game.ending is not None
        assert game.ending.id == ending
        assert game.available == ()
        assert game.scene is None


def test_a_wrong_reply_tells_what_there_is(small: Level) -> None:
    with pytest.raises(ReplyNotAvailableError) as caught:
        play(small, ["koel", "nog-eens"])
    error = caught.value
    assert (error.reply, error.scene, error.available, error.position) == ("nog-eens", "twee", ("goed",), 1)


def test_a_reply_after_the_end_is_wrong(small: Level) -> None:
    with pytest.raises(ReplyNotAvailableError) as caught:
        play(small, ["stil", "warm"])
    assert caught.value.scene is None


def test_playing_as_far_as_it_goes_stops_before_what_does_not_fit(small: Level) -> None:
    game = play_as_far_as_it_goes(small, ["warm", "weg", "goed"])
    assert game.replies == ("warm",)


def test_a_game_can_begin_in_the_middle(small: Level) -> None:
    assert start(small, "twee").state.scene == "twee"
    with pytest.raises(KeyError):
        start(small, "nergens")


def test_the_order_of_replies_belongs_to_the_game(small: Level) -> None:
    replies = start(small).available
    orders = {tuple(reply.id for reply in shuffled(replies, "een", seed)) for seed in range(40)}
    assert len(orders) == 6
    assert shuffled(replies, "een", 3) == shuffled(tuple(reversed(replies)), "een", 3)
    kept = [reply for reply in shuffled(replies, "een", 3) if reply.id != "koel"]
    assert list(shuffled([reply for reply in replies if reply.id != "koel"], "een", 3)) == kept


@settings(deadline=None, max_examples=300)
@given(levels(), st.integers(0, 2**16))
def test_random_games_keep_the_promises(level: Level, seed: int) -> None:
    games = _random_game(level, seed)
    for game in games:
        assert 0 <= game.state.trust <= 100
        assert 0 <= game.state.sympathy <= 100
        assert bool(game.available) is (game.ending is None)  # no state without a way on
    last = games[-1]
    assert play(level, last.replies) == last
    for turns, then in enumerate(games):
        back = rewind(last, turns)
        assert back == then
        again = back
        for reply in last.replies[turns:]:
            again = choose(again, reply)
        assert again == last  # rewind, then the same replies: nothing has changed
        assert again.state.digest == last.state.digest


@settings(deadline=None, max_examples=100)
@given(levels())
def test_no_state_that_can_be_reached_is_without_a_way_on(level: Level) -> None:
    """Walk through every state, not only those a random game meets."""
    seen = set()
    waiting = [start(level)]
    while waiting and len(seen) < 2_000:
        game = waiting.pop()
        if game.state in seen:
            continue
        seen.add(game.state)
        assert game.available or game.ending
        waiting += [choose(start_at(game), reply.id) for reply in game.available]


def start_at(game: Playthrough) -> Playthrough:
    """Forget how a game came where it is: only its state matters here."""
    from dataclasses import replace

    return replace(game, turns=())
