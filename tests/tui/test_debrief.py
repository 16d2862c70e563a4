"""The debrief on screen: seven steps, the road not taken, the plan, what the house asks, the papers."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.library import Library
from game.logbook import Logbook
from game.opening import open_new
from game.saves import Saves
from game.settings import Settings
from game.tui.app import LuisterkamerApp
from game.tui.screens.asks import AskPlan, AskPrinciple
from game.tui.screens.conversation import ConversationScreen
from game.tui.screens.debrief import DebriefScreen
from game.tui.screens.house import HouseScreen
from game.tui.screens.road import RoadScreen
from game.tui.widgets.choices import Choices
from tests.conftest import ROOT
from tests.tui.test_screens import until, words_on

GOOD = ("kijk-mee", "kaart-halen", "pitten", "namen", "goedendag")
WORSE = ("kijk-mee", "kaart-halen", "omdraaien", "klopt", "goedendag")
MONDAY = datetime(2026, 3, 2, 12)


def app_on(home: Path, day: int = 0, language: str = "nl") -> LuisterkamerApp:
    now = MONDAY + timedelta(days=day)
    return LuisterkamerApp(Library(ROOT / "levels"), Saves(home), Settings(language), now=lambda: now)


async def debrief_of(
    pilot: Pilot[None], route: tuple[str, ...], level: str = "pine-nut-sandwich"
) -> DebriefScreen:
    """Finish a game and open its debrief."""
    app = pilot.app
    assert isinstance(app, LuisterkamerApp)
    saved = open_new(app.library, app.saves, level, seed=1).saved
    for reply in route:
        saved.choose(reply)
    app.debrief(saved)
    await until(pilot, lambda: isinstance(app.screen, DebriefScreen) and app.screen.is_mounted)
    assert isinstance(app.screen, DebriefScreen)
    return app.screen


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_all_seven_steps(home: Path, size: tuple[int, int], language: str) -> None:
    app = app_on(home, language=language)
    async with app.run_test(size=size) as pilot:
        screen = await debrief_of(pilot, WORSE)
        level = screen.saved.game.level

        async def shows(words: str) -> None:
            await until(pilot, lambda: words in " ".join(words_on(app).split()))

        await shows(level.endings["gelijk"].title.in_language(language))
        await pilot.press("3")
        await shows({"nl": "3: het keerpunt", "en": "3: the turning point"}[language])
        assert "▼" in words_on(app)
        await pilot.press("enter")
        reply = level.scenes["kaart"].replies["omdraaien"]
        assert reply.thought is not None
        await shows(reply.thought.in_language(language)[:20])
        await pilot.press("up")
        await shows({"nl": "Antwoord 2 van 5", "en": "Reply 2 of 5"}[language])
        await pilot.press("right")
        await shows({"nl": "Welk principe", "en": "Which principle"}[language])
        await pilot.press(str(screen.closing.options.index(screen.closing.told.principle) + 1))
        await shows({"nl": "Je koos wat hier het meest speelde.", "en": "You picked what was most"}[language])
        principle = app.library.principles[screen.closing.told.principle]
        await shows(principle.name.in_language(language))
        await pilot.press("enter")
        await shows({"nl": "Waargebeurd", "en": "A true story"}[language])
        await pilot.press("enter")
        await shows(principle.tomorrow.in_language(language)[:25])
        await pilot.press("1")
        await shows({"nl": "Jouw plan:", "en": "Your plan:"}[language])
        await pilot.press("1")
        await shows({"nl": "De andere weg", "en": "The road not taken"}[language])
        for _ in range(6):
            await pilot.press("left")
        await shows(level.endings["gelijk"].title.in_language(language))
    [entry] = Logbook(home).entries()
    assert (entry.feeling, entry.fitted, bool(entry.plan)) == ("uneasy", True, True)


async def test_a_plan_of_ones_own_is_typed_in(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(60, 20)) as pilot:
        screen = await debrief_of(pilot, WORSE)
        await pilot.press(*["right"] * 6, "2")
        await until(pilot, lambda: screen.is_typing)
        await pilot.press("q", " ", "[", "/", "]", "question_mark", "1", "enter")
        await until(pilot, lambda: not screen.is_typing)
        assert screen.closing.entry.plan == "q [/]?1"
        assert "q [/]?1" in words_on(app)
        await pilot.press("2", "x", "escape")
        await until(pilot, lambda: not screen.is_typing)
        assert screen.closing.entry.plan == "q [/]?1"
        assert isinstance(app.screen, DebriefScreen)


async def test_the_road_not_taken_is_played_in_a_game_of_its_own(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await debrief_of(pilot, WORSE)
        await pilot.press(*["right"] * 7, "1")
        await until(pilot, lambda: isinstance(app.screen, RoadScreen))
        title = app.library.level("pine-nut-sandwich").endings["de-fooi"].title.in_language("nl")
        assert f"Een weg naar: {title}" in words_on(app)
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, ConversationScreen))
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.saved.game.replies == WORSE[:2]
    assert {game.replies for game in Saves(home).all()} == {WORSE, WORSE[:2]}


async def test_a_game_that_ended_well_shows_where_it_was_settled(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await debrief_of(pilot, GOOD)
        await pilot.press("right")
        await until(pilot, lambda: "hier stond het vast" in words_on(app))
        await pilot.press(*["right"] * 6)
        await until(pilot, lambda: "Naar het huis" in words_on(app))
        assert "De andere weg" not in words_on(app)


async def test_back_to_the_last_choice_goes_on_with_the_same_game(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await debrief_of(pilot, GOOD)
        await pilot.press(*["right"] * 7, "1")
        await until(pilot, lambda: isinstance(app.screen, ConversationScreen))
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.saved.game.replies == GOOD[:-1]
        await pilot.press("1")
        await until(pilot, lambda: "⏎  verder" in words_on(app))
        assert len(app.screen.saved.game.replies) == len(GOOD)
    [game] = Saves(home).all()
    assert len(game.replies) == len(GOOD)


async def test_the_house_asks_about_the_plan_once(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(60, 20)) as pilot:
        await debrief_of(pilot, WORSE)
        await pilot.press(*["right"] * 6, "1")
        await until(pilot, lambda: "Jouw plan" in words_on(app))
    app = app_on(home, day=1)
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, AskPlan))
        await pilot.press("2")
        await until(pilot, lambda: isinstance(app.screen, HouseScreen))
    assert Logbook(home).entries()[0].answer == "not-yet"
    app = app_on(home, day=1)
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HouseScreen))


@pytest.mark.parametrize("keys", [["1", "enter"], ["q"], ["5"]])
async def test_the_question_of_the_day_comes_once_on_its_day(home: Path, keys: list[str]) -> None:
    app = app_on(home)
    async with app.run_test(size=(60, 20)) as pilot:
        await debrief_of(pilot, WORSE)
        await pilot.press(*["right"] * 3, "1")
        await until(pilot, lambda: "speelde" in words_on(app))
    for day, is_asked in ((0, False), (1, True), (1, False), (2, False), (3, True)):
        app = app_on(home, day=day)
        async with app.run_test(size=(60, 20)) as pilot:
            wanted = AskPrinciple if is_asked else HouseScreen
            await until(pilot, lambda app=app, wanted=wanted: isinstance(app.screen, wanted))
            if is_asked:
                await pilot.press(*keys)
                await until(pilot, lambda app=app: isinstance(app.screen, HouseScreen))


async def test_principles_style_and_logbook_open_from_the_house(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(60, 20)) as pilot:
        await debrief_of(pilot, WORSE)
        await pilot.press("3", *["right"] * 2, "1", *["right"] * 3)
        await until(pilot, lambda: "Naar het huis" in words_on(app))
        options = app.screen.query_one(Choices).options
        await pilot.press(str(options.index("Naar het huis") + 1))
        await until(pilot, lambda: isinstance(app.screen, HouseScreen))
        for key, words in (
            ("p", "Gezien: 1 van 25"),
            ("s", "luisteraar: "),
            ("g", "Je ging weg: ongemakkelijk"),
        ):
            await pilot.press(key)
            await until(pilot, lambda words=words: words in words_on(app))
            await pilot.press("q")
            await until(pilot, lambda: isinstance(app.screen, HouseScreen))


async def test_sister_conversations_are_put_side_by_side(home: Path) -> None:
    app = app_on(home)
    async with app.run_test(size=(80, 24)) as pilot:
        sister = app.library.level("pine-nut-sandwich").sister
        assert sister is not None
        saved = open_new(app.library, app.saves, sister, seed=1).saved
        while saved.game.available:
            saved.choose(saved.game.available[0].id)
        saved.close()
        await debrief_of(pilot, GOOD)
        await pilot.press(*["right"] * 7, "1")
        await until(pilot, lambda: "Samen hebben ze" in words_on(app))
        assert app.library.level(sister).title.in_language("nl") in words_on(app)
