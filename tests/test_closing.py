"""What the debrief asks: fair questions, the same for the same game, and a style that is no grade."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.asking import question_for
from game.closing import Closing, style
from game.library import Library
from game.logbook import Logbook
from game.opening import open_from, open_new
from game.saves import Saves
from game.story.catalogue import not_near
from game.story.debrief import OPTIONS, quiz
from game.story.playthrough import start, turn_of
from game.story.style import CORNERS
from game.transcript import thinker
from tests.conftest import ROOT
from tests.test_logbook import NOON, finished

LIBRARY = Library(ROOT / "levels")


@given(st.sampled_from(LIBRARY.ids), st.integers(0, 2**31), st.data())
def test_the_quiz_has_one_answer_and_distractors_the_level_does_not_teach(
    id: str, seed: int, data: st.DataObject
) -> None:
    level = LIBRARY.level(id)
    principle = data.draw(st.sampled_from(level.principles))
    options = quiz(level, principle, tuple(LIBRARY.principles), seed)
    assert len(set(options)) == 4
    assert options.count(principle) == 1
    taught = {r.principle for scene in level.scenes.values() for r in scene.replies.values()}
    assert not (set(options) - {principle}) & (set(level.principles) | taught)
    assert quiz(level, principle, tuple(LIBRARY.principles), seed) == options


@pytest.mark.parametrize("principle", LIBRARY.principles)
def test_principles_too_close_are_never_offered_side_by_side(principle: str) -> None:
    near = {name for name, each in LIBRARY.principles.items() if principle in each.near}
    near |= set(LIBRARY.principles[principle].near)
    others = not_near(principle, LIBRARY.principles)
    assert set(others) == set(LIBRARY.principles) - near - {principle}
    assert len(others) >= OPTIONS - 1


def test_the_debrief_names_whose_thought_it_is() -> None:
    level = LIBRARY.level("walter-presentation")
    turn = turn_of(level, start(level).state, next(iter(level.scenes[level.start].replies.values())))
    reply = level.scenes["hand"].replies["wachten"]
    assert reply.thinker == "bewoner"
    by_resident = replace(turn, scene="hand", reply=reply)
    assert thinker(level, by_resident, "nl") == level.people["bewoner"].name.in_language("nl")
    by_first = replace(by_resident, reply=replace(reply, thinker=None))
    assert thinker(level, by_first, "nl") == level.people["zaal"].name.in_language("nl")


def test_there_are_four_situations_for_every_principle() -> None:
    for principle in LIBRARY.principles:
        assert sum(each.principle == principle for each in LIBRARY.questions.values()) == 4


def test_the_question_of_a_day_is_the_same_all_day_and_new_the_next_time(home: Path) -> None:
    book = Logbook(home)
    finished(book, "g1", NOON, "keep-your-word")
    day = NOON.date() + timedelta(days=1)
    first = question_for(day, book, LIBRARY)
    assert first is not None
    assert first == question_for(day, book, LIBRARY)
    assert first.principle == "keep-your-word"
    assert len(set(first.options)) == 4
    assert "keep-your-word" in first.options
    book.write(NOON + timedelta(days=1), "question", principle="keep-your-word", question=first.id, picked="")
    second = question_for(day + timedelta(days=2), book, LIBRARY)
    assert second is not None
    assert second.id != first.id


def test_the_style_counts_every_reply_once(home: Path) -> None:
    saves = Saves(home)
    for _ in range(2):
        saved = open_new(LIBRARY, saves, "pine-nut-sandwich", seed=1).saved
        for reply in ("keuken", "halen", "omdraaien", "klopt", "goedendag"):
            if saved.game.available and reply in {each.id for each in saved.game.available}:
                saved.choose(reply)
        while saved.game.available:
            saved.choose(saved.game.available[0].id)
        saved.close()
    found = style(saves, LIBRARY)
    assert len(found.strokes) == 10
    assert sum(found.corners.values()) <= 10
    assert set(found.corners) == set(CORNERS)
    sizes = [abs(stroke.trust) + abs(stroke.sympathy) for stroke in found.telling]
    assert sizes == sorted(sizes, reverse=True)
    assert len(found.telling) == 3


def test_an_unfinished_game_cannot_be_closed_and_one_that_is_not_saved_leaves_no_trace(home: Path) -> None:
    saves, book = Saves(home), Logbook(home)
    saved = open_from(LIBRARY, "pine-nut-sandwich", "rekening").saved
    with pytest.raises(ValueError, match="not over"):
        Closing(saved, LIBRARY, saves, book, lambda: NOON)
    while saved.game.available:
        saved.choose(saved.game.available[0].id)
    closing = Closing(saved, LIBRARY, saves, book, lambda: NOON)
    closing.feel("content")
    closing.pick(closing.options[0])
    closing.plan("morgen")
    assert (closing.entry.feeling, closing.entry.picked, closing.entry.plan) == (
        "content",
        closing.options[0],
        "morgen",
    )
    assert not book.path.exists()
