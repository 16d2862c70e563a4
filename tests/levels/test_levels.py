"""The levels that come with the game: every ending is played, every promise of their design is kept."""

from __future__ import annotations

from functools import cache

import pytest

from game.authoring.didactics import DECISIONS, DECISIONS_OF_A_MINI, ENDINGS
from game.authoring.plays import Play, read_plays
from game.authoring.reader import read_level_file
from game.library import Library
from game.stats import principles_in, stats_of
from game.story.playthrough import Playthrough, choose, play, start
from game.story.ways import longest_way, shortest_way
from tests.conftest import ROOT

LIBRARY = Library(ROOT / "levels")
IDS = LIBRARY.ids
MINIS = tuple(id for id in IDS if id.startswith("mini-"))
FULL = tuple(id for id in IDS if id not in MINIS)
SOURCE_PLAY = "as it really went"


@cache
def _plays(id: str) -> tuple[Play, ...]:
    plays, problems = read_plays(ROOT / "levels" / f"{id}.plays.yaml")
    assert not problems
    return plays


PLAYS = [pytest.param(id, each, id=f"{id}: {each.name}") for id in IDS for each in _plays(id)]


def _source_game(id: str) -> Playthrough:
    route = next(each for each in _plays(id) if each.name == SOURCE_PLAY)
    return play(LIBRARY.level(id), route.replies)


@pytest.mark.parametrize(("id", "route"), PLAYS)
def test_a_play_leads_where_it_says(id: str, route: Play) -> None:
    game = play(LIBRARY.level(id), route.replies)
    assert game.ending is not None
    assert (game.ending.id, game.state.trust, game.state.sympathy) == (
        route.ending,
        route.trust,
        route.sympathy,
    )


@pytest.mark.parametrize("id", IDS)
def test_every_ending_is_played(id: str) -> None:
    assert {each.ending for each in _plays(id)} == set(LIBRARY.level(id).endings)


@pytest.mark.parametrize("id", IDS)
def test_there_is_nothing_to_remark(id: str) -> None:
    """No warning is left, and none was accepted without a reason (which the reader asks for)."""
    level, problems = read_level_file(ROOT / "levels" / f"{id}.yaml", LIBRARY.known, remarks=True)
    assert level is not None
    assert problems == ()


@pytest.mark.parametrize("id", IDS)
def test_ways_and_endings_are_as_many_as_promised(id: str) -> None:
    level = LIBRARY.level(id)
    shortest, longest = shortest_way(level, level.start), longest_way(level)
    least, most = DECISIONS_OF_A_MINI if id in MINIS else DECISIONS
    assert longest is not None, "one can go round in it"
    assert least <= shortest <= longest <= most
    assert ENDINGS[0] <= len(level.endings) <= ENDINGS[1]


@pytest.mark.parametrize("id", IDS)
def test_the_meters_part(id: str) -> None:
    effects = [
        reply.effect for scene in LIBRARY.level(id).scenes.values() for reply in scene.replies.values()
    ]
    assert any(effect.trust < 0 < effect.sympathy for effect in effects)
    assert any(effect.sympathy < 0 < effect.trust for effect in effects)


@pytest.mark.parametrize("id", FULL)
def test_a_dilemma_is_met_and_asked_about(id: str) -> None:
    level = LIBRARY.level(id)
    assert any(
        not any(reply.effect.trust > 0 and reply.effect.sympathy > 0 for reply in scene.replies.values())
        for scene in level.scenes.values()
    )
    assert level.question


@pytest.mark.parametrize("id", FULL)
def test_every_ending_comes_out_of_random_games_neither_hardly_nor_nearly_always(id: str) -> None:
    found = stats_of(LIBRARY.level(id))
    assert found.random is not None
    assert sum(found.random.endings.values()) == 1
    assert found.out_of_bounds == ()


@pytest.mark.parametrize("id", MINIS)
def test_every_ending_of_a_mini_scene_comes_out_of_random_games(id: str) -> None:
    found = stats_of(LIBRARY.level(id))
    assert found.random is not None
    assert all(found.random.endings.values())


@pytest.mark.parametrize("id", IDS)
def test_a_facilitator_finds_an_aim_questions_and_expected_mistakes(id: str) -> None:
    told = LIBRARY.level(id).facilitator
    assert told is not None
    assert len(told.questions) >= 3
    assert told.expected_mistakes
    assert LIBRARY.level(id).invented


def test_all_twenty_five_conversations_are_there_and_on_the_course() -> None:
    assert len(FULL) == 16
    assert len(MINIS) == 9
    assert LIBRARY.course == IDS


def test_every_principle_is_met_in_two_conversations_at_least() -> None:
    teaching = principles_in(LIBRARY.readable_levels(), LIBRARY.principles)
    assert len(teaching) == 25
    assert {name: ids for name, ids in teaching.items() if len(ids) < 2} == {}


def test_sisters_share_a_principle_or_a_source() -> None:
    for level in LIBRARY.readable_levels():
        assert level.sister in IDS, level.id
        other = LIBRARY.level(level.sister or "")
        assert set(level.principles) & set(other.principles) or level.source == other.source, level.id


@pytest.mark.parametrize("id", IDS)
def test_every_reply_has_its_thought_and_its_intention(id: str) -> None:
    for scene in LIBRARY.level(id).scenes.values():
        assert scene.notes
        for reply in scene.replies.values():
            assert reply.thought, f"{scene.id}/{reply.id}"
            assert reply.because, f"{scene.id}/{reply.id}"
            assert abs(reply.effect.trust) <= 20
            assert abs(reply.effect.sympathy) <= 20


@pytest.mark.parametrize("id", IDS)
def test_two_to_four_replies_wherever_a_player_can_come(id: str) -> None:
    seen = set()
    waiting = [start(LIBRARY.level(id))]
    while waiting:
        game = waiting.pop()
        if game.state in seen or game.ending:
            continue
        seen.add(game.state)
        replies = [reply.id for reply in game.available]
        assert 2 <= len(replies) <= 4, (game.state.scene, replies)
        waiting += [choose(game, reply) for reply in replies]


@pytest.mark.parametrize("id", FULL)
def test_something_remembered_comes_back(id: str) -> None:
    level = LIBRARY.level(id)
    late = [line for scene in level.scenes.values() for line in scene.lines if line.when.tests]
    assert any(line.effect.trust or line.effect.sympathy for line in late)


@pytest.mark.parametrize("id", IDS)
def test_there_is_an_ending_to_hope_for(id: str) -> None:
    assert any(ending.best for ending in LIBRARY.level(id).endings.values())


def test_all_principles_and_sources_are_there() -> None:
    assert len(LIBRARY.principles) == 25
    assert len([source for source in LIBRARY.sources if source != "huisarts-reacties"]) == 10
    for principle in LIBRARY.principles.values():
        assert LIBRARY.credit(principle, "nl")


def test_what_the_source_does_not_tell_is_not_guessed() -> None:
    for id in ("huisarts-column", "stoptober-blog"):
        assert LIBRARY.sources[id].title is None
    assert LIBRARY.sources["stoptober-blog"].author is None


def test_the_sandwich_ends_as_it_really_did() -> None:
    game = _source_game("pine-nut-sandwich")
    assert game.ending is not None
    assert game.ending.id == "de-fooi"
    assert min(game.state.trust, game.state.sympathy) >= 70


def test_walters_sixty_slides_end_as_they_really_did() -> None:
    game = _source_game("walter-presentation")
    assert game.ending is not None
    assert game.ending.id == "zestig-dias"
    assert max(game.state.trust, game.state.sympathy) <= 30


@pytest.mark.parametrize(
    ("id", "ending"),
    [
        ("non-pin-shop", "de-rondleiding"),
        ("walter-plastic-car", "veelgevraagd-spreker"),
        ("snack-bar-order", "vijf-ijsjes"),
        ("hotel-bill", "op-zijn-woord"),
        ("jeans-first-visit", "vaste-klant"),
        ("jeans-second-visit", "in-balans"),
    ],
)
def test_the_other_true_stories_end_as_they_really_did(id: str, ending: str) -> None:
    game = _source_game(id)
    assert game.ending is not None
    assert game.ending.id == ending
