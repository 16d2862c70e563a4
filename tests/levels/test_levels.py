"""The levels that come with the game: every ending is played, every promise of their design is kept."""

from __future__ import annotations

from functools import cache

import pytest

from game.authoring.plays import Play, read_plays
from game.authoring.reader import read_level_file
from game.library import Library
from game.story.level import END, Level
from game.story.playthrough import Playthrough, choose, play, start
from tests.conftest import ROOT

LIBRARY = Library(ROOT / "levels")
IDS = LIBRARY.ids
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
    level, problems = read_level_file(ROOT / "levels" / f"{id}.yaml", LIBRARY.known)
    assert level is not None
    assert problems == ()


def _ways(level: Level, scene: str, before: tuple[str, ...] = ()) -> set[int]:
    """Return the numbers of decisions on all ways from *scene*, by the scenes alone."""
    assert scene not in before, f"{level.id} can go round in {scene}"
    found = set()
    for target in {reply.goto for reply in level.scenes[scene].replies.values()}:
        found |= {1} if target == END else {1 + way for way in _ways(level, target, (*before, scene))}
    return found


@pytest.mark.parametrize("id", IDS)
def test_every_way_has_four_to_seven_decisions(id: str) -> None:
    level = LIBRARY.level(id)
    ways = _ways(level, level.start)
    assert min(ways) >= 4
    assert max(ways) <= 7


@pytest.mark.parametrize("id", IDS)
def test_the_meters_part_and_a_dilemma_is_met(id: str) -> None:
    level = LIBRARY.level(id)
    effects = [reply.effect for scene in level.scenes.values() for reply in scene.replies.values()]
    assert any(effect.trust < 0 < effect.sympathy for effect in effects)
    assert any(effect.sympathy < 0 < effect.trust for effect in effects)
    assert any(
        not any(reply.effect.trust > 0 and reply.effect.sympathy > 0 for reply in scene.replies.values())
        for scene in level.scenes.values()
    )


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


@pytest.mark.parametrize("id", IDS)
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
    ],
)
def test_the_others_end_as_they_really_did(id: str, ending: str) -> None:
    game = _source_game(id)
    assert game.ending is not None
    assert game.ending.id == ending
