"""Texts that do not fit on the projector: the measures are those of the projector itself."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.library import Library
from game.saves import Saves
from game.settings import Settings
from game.story.condition import Condition, FactTest
from game.story.level import Ending, Level, Line, Scene
from game.tui.room import Room, RoomApp
from game.tui.screens.papers import line_utterances, your_utterance
from game.tui.screens.workshop import WorkshopScreen
from game.tui.screens.workshop_leaves import lettered
from game.tui.text import wrapped
from game.tui.widgets.talk import set_utterance
from game.workshop.fitting import Page, lines_of, overflows, page_of
from game.workshop.log import start_workshop
from game.workshop.session import Phase, Rules
from tests.conftest import ROOT
from tests.levels_for_tests import both

SIZES = [(60, 20), (80, 24), (100, 30), (120, 40)]
LIBRARY = Library(ROOT / "levels")
LEVEL = LIBRARY.level("pine-nut-sandwich")
LONG = both("Een lange zin die maar doorgaat. " * 60)


def _with_scene(level: Level, **changes: Any) -> Level:
    """Return *level* with another first scene."""
    scene = dataclasses.replace(level.scenes[level.start], **changes)
    return dataclasses.replace(level, scenes=MappingProxyType({**level.scenes, scene.id: scene}))


def _with_reply(level: Level, place: int, **changes: Any) -> Level:
    """Return *level* with another reply in its first scene."""
    replies = dict(level.scenes[level.start].replies)
    name = list(replies)[place]
    replies[name] = dataclasses.replace(replies[name], **changes)
    return _with_scene(level, replies=MappingProxyType(replies))


def _first(level: Level) -> Scene:
    return level.scenes[level.start]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("id", LIBRARY.ids)
def test_every_conversation_of_the_house_fits_the_smallest_window(id: str, language: str) -> None:
    assert overflows(LIBRARY.level(id), language, page_of(60, 20)) == []


def test_a_long_line_is_found_with_its_place_and_its_size() -> None:
    line = Line("narrator", LONG)
    [found] = overflows(_with_scene(LEVEL, lines=(line,)), "nl", page_of(60, 20))
    assert (found.kind, found.scene, found.reply) == ("fit-line", LEVEL.start, "")
    assert found.lines > found.room
    assert found.words.startswith("Een lange zin")
    assert len(found.words) <= 40


def test_a_long_reaction_reply_introduction_and_ending_are_found() -> None:
    name = next(iter(_first(LEVEL).replies))
    reaction = _with_reply(LEVEL, 0, reaction=(Line("narrator", LONG),))
    assert [(each.kind, each.reply) for each in overflows(reaction, "nl", page_of(60, 20))] == [
        ("fit-reaction", name)
    ]
    said = _with_reply(LEVEL, 0, say=LONG)
    assert [each.kind for each in overflows(said, "en", page_of(60, 20))] == ["fit-replies", "fit-reply"]
    you = dataclasses.replace(LEVEL, you=LONG)
    assert [each.kind for each in overflows(you, "nl", page_of(60, 20))] == ["fit-you"]
    ending = Ending("lang", both("Lang"), LONG)
    ends = dataclasses.replace(LEVEL, endings=MappingProxyType({"lang": ending}))
    assert [(each.kind, each.scene) for each in overflows(ends, "nl", page_of(60, 20))] == [
        ("fit-ending", "lang")
    ]


def test_replies_that_fit_only_without_those_with_a_condition_are_told_apart() -> None:
    half = both("Een zin van een regel of wat, die nog even door blijft gaan zo. " * 4)
    level = LEVEL
    for place in range(len(_first(LEVEL).replies)):
        level = _with_reply(level, place, say=half, when=Condition((FactTest("iets", True),)))
    assert "fit-some-replies" in [each.kind for each in overflows(level, "nl", page_of(60, 20))]
    assert "fit-replies" not in [each.kind for each in overflows(level, "nl", page_of(60, 20))]


def test_a_larger_window_holds_at_least_as_much() -> None:
    level = _with_reply(_with_scene(LEVEL, lines=(Line("narrator", LONG),)), 0, say=LONG)
    counts = [len(overflows(level, "nl", page_of(*size))) for size in [(40, 12), *SIZES, (200, 200)]]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1] == 0


@given(
    st.text("abc dé\n,.—", max_size=200) | st.text("aaaaaaaaab \n", max_size=200),
    st.integers(1, 90),
)
@settings(deadline=None)
def test_lines_are_counted_as_the_screen_cuts_them(text: str, width: int) -> None:
    assert lines_of(text, width) == len(wrapped(text, width))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("id", ["pine-nut-sandwich", "walter-presentation", "trusted-adviser"])
@pytest.mark.parametrize("width", [36, 56, 76, 84])
def test_every_text_takes_the_lines_the_projector_gives_it(id: str, language: str, width: int) -> None:
    level = LIBRARY.level(id)
    measured = overflows(level, language, Page(width, talk=0, whole=0))
    drawn = []
    for scene in level.scenes.values():
        drawn += [len(set_utterance(each, width)) for each in line_utterances(level, scene.lines, language)]
        for reply in scene.replies.values():
            drawn.append(len(set_utterance(your_utterance(reply, language), width)))
            reaction = line_utterances(level, reply.reaction, language)
            drawn += [len(set_utterance(each, width)) for each in reaction]
    kinds = ("fit-line", "fit-reply", "fit-reaction")
    assert [each.lines for each in measured if each.kind in kinds] == drawn
    together = [
        sum(
            len(lettered("A", your_utterance(reply, language).text, " ").draw(width, ""))
            for reply in scene.replies.values()
        )
        for scene in level.scenes.values()
        if all(not reply.when.tests for reply in scene.replies.values())
    ]
    assert together
    found = {each.scene: each.lines for each in measured if each.kind == "fit-replies"}
    assert set(together) <= set(found.values())


@pytest.mark.parametrize("id", ["pine-nut-sandwich", "walter-presentation"])
@pytest.mark.parametrize("size", SIZES)
async def test_the_page_is_no_larger_than_the_projector_makes_it(
    home: Path, id: str, size: tuple[int, int]
) -> None:
    level, data = LIBRARY.level_and_bytes(id)
    workshop = start_workshop(home, level, data, Rules(), seed=1)
    app = RoomApp(LIBRARY, Saves(home), Settings("nl"))
    app.prepare_room(Room(workshop=workshop))
    page = page_of(*size)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, WorkshopScreen)
        seen = []
        option = ""
        for act in ("", "next", "open", "hands", "close", "play"):
            if act:
                option = option or workshop.session.options[0].id if act != "next" else ""
                screen.do({"act": act, "option": option, "count": 3} if act == "hands" else {"act": act})
                screen.tell("room-undone")  # a notice takes a line
            for _ in range(5):
                await pilot.pause()
            phase = workshop.session.phase
            seen.append(phase)
            has_stage = phase in (Phase.SCENE, Phase.CONSEQUENCE)
            room = page.talk if has_stage else page.whole
            assert screen.sheet.content_size.width == page.width
            assert room <= screen.body.size.height <= room + 2, phase
        assert seen[-1] == Phase.CONSEQUENCE
    workshop.close()
