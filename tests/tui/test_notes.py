"""The facilitator's notes on screen, against a real session on this machine, in both languages and small."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from textual.pilot import Pilot

from game.library import Library
from game.saves import Saves
from game.settings import Settings
from game.tui.notes import NotesApp
from game.tui.screens.notes import NotesScreen
from game.tui.screens.notes_pages import HandsPage, NotesPage
from game.tui.screens.papers import Paper
from game.tui.widgets.field import Field
from game.words import say
from game.workshop.control import ControlServer
from game.workshop.log import Workshop, start_workshop
from game.workshop.session import Phase, Rules, Step
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL
from tests.tui.test_screens import HOSTILE, until, words_on

LIBRARY = Library(ROOT / "levels")
PRINCIPLES = ("let-them-keep-face", "keep-your-word", "ask-for-help")
SIZES = [(80, 24), (60, 20)]


def begun(home: Path, rules: Rules, id: str = "pine-nut-sandwich", library: Library = LIBRARY) -> Workshop:
    level, data = library.level_and_bytes(id)
    return start_workshop(home, level, data, rules, seed=3, principles=PRINCIPLES)


@pytest.fixture
def workshop(home: Path) -> Workshop:
    return begun(home, Rules("both", guess=True))


@pytest_asyncio.fixture
async def server(workshop: Workshop, home: Path) -> AsyncIterator[ControlServer]:
    running = ControlServer(workshop, home)
    await running.start()
    yield running
    await running.stop()


def app_at(home: Path, language: str = "nl") -> NotesApp:
    return NotesApp(LIBRARY, Saves(home), Settings(language))


def flat(pilot: Pilot[None]) -> str:
    """Return what is on the screen as one line: words may be wrapped anywhere."""
    return " ".join(re.sub("\n[!·] ", " ", words_on(pilot.app)).split())  # type: ignore[arg-type]


async def shows(pilot: Pilot[None], *keys: str, language: str = "nl", **values: object) -> None:
    """Wait until the words for every key are on the screen."""
    for key in keys:
        words = say(language, key, **values)
        await until(pilot, lambda words=words: words in flat(pilot))  # type: ignore[misc]


async def press_to(pilot: Pilot[None], workshop: Workshop, phase: Phase, *keys: str) -> None:
    """Press *keys* once there are notes; wait until the session and the notes are in *phase*."""
    await until(pilot, lambda: len(pilot.app.screen_stack) > 1)
    screen = pilot.app.screen_stack[1]
    assert isinstance(screen, NotesScreen)
    await until(pilot, lambda: screen.state is not None)
    await pilot.press(*keys)
    await until(pilot, lambda: workshop.session.phase == phase)
    await until(pilot, lambda: bool(screen.state and screen.state["place"] == workshop.session.place))


def keys_of(screen: NotesScreen) -> list[str]:
    named = screen.keys()
    return [key.key for key in named][:3]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_whole_session_is_led_from_the_notes(
    server: ControlServer, workshop: Workshop, home: Path, size: tuple[int, int], language: str
) -> None:
    app = app_at(home, language)
    async with app.run_test(size=size) as pilot:
        await shows(pilot, "notes-phase-prebrief", "notes-aim", "notes-mistakes", language=language)
        await press_to(pilot, workshop, Phase.SCENE, "space")
        await shows(pilot, "notes-phase-scene", "notes-here", "notes-branches", language=language)
        await pilot.press("a")
        await until(pilot, lambda: workshop.session.revealed == 2)
        await pilot.press("left")
        await until(pilot, lambda: workshop.session.revealed == 1)
        await pilot.press("right")
        await until(pilot, lambda: workshop.session.revealed == 2)
        await press_to(pilot, workshop, Phase.VOTE, "space")
        await pilot.press("space")  # never closes a vote
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, HandsPage))
        await pilot.press(*"8b8", "enter")
        await until(pilot, lambda: "A    8" in words_on(app) and "B    8" in words_on(app))
        assert app.screen.query_one(Field).value == ""
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, NotesScreen))
        assert workshop.session.phase == Phase.VOTE
        await until(pilot, lambda: "A 8  B 8  C 0  D 0" in words_on(app))
        await shows(pilot, "notes-hidden", language=language)
        await press_to(pilot, workshop, Phase.SPLIT, "s")
        await shows(pilot, "notes-tie-both", language=language)
        await press_to(pilot, workshop, Phase.DISCUSS, "p")
        await press_to(pilot, workshop, Phase.REVOTE, "r")
        await pilot.press("h")
        await until(pilot, lambda: isinstance(app.screen, HandsPage))
        await pilot.press(*"8 8", "enter", "escape")
        await until(pilot, lambda: isinstance(app.screen, NotesScreen))
        await press_to(pilot, workshop, Phase.SHIFT, "s")
        await shows(pilot, "notes-phase-shift", language=language)
        await press_to(pilot, workshop, Phase.GUESS, "w")
        await pilot.press("g")
        await shows(pilot, "notes-guess-trust", language=language)
        await pilot.press("1")
        await shows(pilot, "notes-guess-sympathy", language=language)
        await press_to(pilot, workshop, Phase.CONSEQUENCE, "3")
        assert workshop.session.team.rounds[0].guess == ("up", "down")
        await shows(pilot, "notes-by-both", "notes-coming", language=language, letter="A", others="B")
        await press_to(pilot, workshop, Phase.OTHER, "n")
        await press_to(pilot, workshop, Phase.SCENE, "n")
        while workshop.session.phase != Phase.ENDING:
            before = len(workshop.session.team.replies)
            await pilot.press("k")
            await shows(pilot, "notes-which", language=language)
            await press_to(pilot, workshop, Phase.GUESS, "b")
            await pilot.press("g", "2")
            await press_to(pilot, workshop, Phase.CONSEQUENCE, "2")
            assert workshop.session.team.rounds[before].by == "facilitator"
            await pilot.press("n")
            await until(pilot, lambda: workshop.session.phase != Phase.CONSEQUENCE)
        await press_to(pilot, workshop, Phase.ENDING)
        await shows(pilot, "notes-reached", "notes-questions", language=language)
        await press_to(pilot, workshop, Phase.DEBRIEF, "space")
        await pilot.press("m")
        await shows(pilot, "notes-which-step", language=language)
        await press_to(pilot, workshop, Phase.DEBRIEF, "3")
        await until(pilot, lambda: workshop.session.step == Step.DIVIDED)
        await shows(pilot, "notes-elsewhere", language=language)
        await pilot.press("k")
        await shows(pilot, "notes-which-other", language=language)
        await pilot.press("c")
        await until(pilot, lambda: workshop.session.shown_other is not None)
        await shows(pilot, "notes-is-shown", language=language)
        await press_to(pilot, workshop, Phase.DEBRIEF, "n")
        await press_to(pilot, workshop, Phase.DEBRIEF, "o")
        await until(pilot, lambda: workshop.session.is_open)
        name = LIBRARY.principles[PRINCIPLES[0]].name.in_language(language)
        await until(pilot, lambda: name in words_on(app))
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, HandsPage))
        await pilot.press(*"5", "enter", "enter")
        await press_to(pilot, workshop, Phase.DEBRIEF, "s")
        await until(pilot, lambda: not workshop.session.is_open)
        for _ in range(4):
            step = workshop.session.step
            await press_to(pilot, workshop, Phase.DEBRIEF, "n")
            await until(pilot, lambda step=step: workshop.session.step != step)  # type: ignore[misc]
        await press_to(pilot, workshop, Phase.DONE, "n")
        await shows(pilot, "notes-phase-done", language=language)
        await pilot.press("u")
        await press_to(pilot, workshop, Phase.DEBRIEF)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_always_in_sight_fits(
    server: ControlServer, workshop: Workshop, home: Path, size: tuple[int, int]
) -> None:
    app = app_at(home)
    async with app.run_test(size=size) as pilot:
        await press_to(pilot, workshop, Phase.VOTE, *["n", "o"])
        screen = app.screen
        assert isinstance(screen, NotesScreen)
        await pilot.pause()
        assert screen.body.size.height >= 8
        assert screen.key_bar.region.bottom <= size[1]
        lines = [line.plain for line in screen.stand.draw(screen.stand.content_size.width)]
        assert "A 0  B 0  C 0  D 0" in lines
        assert max(map(len, lines)) <= screen.stand.content_size.width


async def test_the_keys_in_the_bar_are_those_that_can_be_done(
    server: ControlServer, workshop: Workshop, home: Path
) -> None:
    app = app_at(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_to(pilot, workshop, Phase.SCENE, "n")
        screen = app.screen
        assert isinstance(screen, NotesScreen)
        assert keys_of(screen) == ["␣", "k", "u"]
        await press_to(pilot, workshop, Phase.VOTE, "o")
        assert keys_of(screen) == ["⏎", "h", "u"]
        await press_to(pilot, workshop, Phase.SPLIT, "enter")
        await pilot.press("w")
        await shows(pilot, "workshop-nobody-voted")


async def test_sections_are_jumped_to(server: ControlServer, workshop: Workshop, home: Path) -> None:
    app = app_at(home)
    async with app.run_test(size=(60, 20)) as pilot:
        await press_to(pilot, workshop, Phase.SCENE, "n")
        screen = app.screen
        assert isinstance(screen, NotesScreen)
        tops = []
        for key in "1234":
            await pilot.press(key)
            await pilot.pause()
            tops.append(screen.body.scroll_y)
        assert tops == sorted(tops)
        assert tops[1] > 0


async def test_a_lost_session_is_said_and_found_again(
    workshop: Workshop, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.tui.screens.notes.SEARCH", 0.02)
    first, second = ControlServer(workshop, home), ControlServer(workshop, home)
    app = app_at(home)
    await first.start()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "notes-phase-prebrief")
        await first.stop()
        await until(pilot, lambda: "De workshop is afgesloten." in words_on(app))
        await pilot.press("n")
        await shows(pilot, "notes-not-connected")
        assert workshop.session.phase == Phase.PREBRIEF
        await second.start()
        await shows(pilot, "notes-back")
        await press_to(pilot, workshop, Phase.SCENE, "n")
        for window in second._windows:
            window.writer.transport.abort()  # as when the session is killed
        await until(pilot, lambda: "Verbinding kwijt." in words_on(app) or "Weer verbonden" in words_on(app))
        await shows(pilot, "notes-back")
        await press_to(pilot, workshop, Phase.VOTE, "o")
    await until_closed(second)
    await second.stop()


async def until_closed(server: ControlServer) -> None:
    """See that a window that was closed is not counted any more."""
    import asyncio

    for _ in range(500):
        if not server.windows:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("a window is still counted")


async def test_a_question_about_the_past_is_over_and_what_is_typed_does_nothing(
    server: ControlServer, workshop: Workshop, home: Path
) -> None:
    app = app_at(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await press_to(pilot, workshop, Phase.SCENE, "n")
        await pilot.press("k")
        await until(pilot, lambda: isinstance(app.screen, NotesPage))
        workshop.do({"act": "open"})  # at the projector
        await shows(pilot, "notes-moved-on", "notes-question-over")
        await pilot.press("a", "enter", "t")
        assert isinstance(app.screen, NotesPage)
        await pilot.press("t", "escape")
        assert isinstance(app.screen, NotesScreen)
        await pilot.press("k")
        await shows(pilot, "workshop-close-first")
        await pilot.press("h", "a")
        await until(pilot, lambda: isinstance(app.screen, HandsPage))
        workshop.do({"act": "close"})
        await shows(pilot, "notes-moved-on")
        place = workshop.session.place
        await pilot.press(*"a1", "enter", *"b2", "enter")  # typed on, without looking up
        assert isinstance(app.screen, HandsPage)
        assert workshop.session.place == place
        await pilot.press("escape")
        assert isinstance(app.screen, NotesScreen)


async def test_hands_that_are_no_hands_are_told_and_change_nothing(
    server: ControlServer, workshop: Workshop, home: Path
) -> None:
    app = app_at(home)
    async with app.run_test(size=(60, 20)) as pilot:
        await press_to(pilot, workshop, Phase.VOTE, *["n", "o"])
        await pilot.press("h")
        await until(pilot, lambda: isinstance(app.screen, HandsPage))
        await pilot.press(*"1000", "enter")
        await shows(pilot, "notes-hands-most", most=999)
        await pilot.press(*"e 4", "enter")
        await shows(pilot, "notes-hands-no-letter", letters="A, B, C en D")
        await pilot.press(*"twaalf", "enter")
        await shows(pilot, "notes-hands-wrong")
        assert workshop.session.ballot is not None
        assert workshop.session.ballot.total == 0
        option = workshop.session.options[0].id
        workshop.do({"act": "vote", "ballot": 1, "device": "x", "option": option})
        await until(pilot, lambda: "telefoons 1" in words_on(app))  # the page follows
        await pilot.press(*"a3", "enter")  # in place of what was not understood
        await until(pilot, lambda: "handen 3" in words_on(app))
        assert say("nl", "notes-hands-wrong") not in flat(pilot)


async def test_the_help_and_the_other_language(server: ControlServer, workshop: Workshop, home: Path) -> None:
    app = app_at(home)
    async with app.run_test(size=(60, 20)) as pilot:
        await shows(pilot, "notes-phase-prebrief")
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, Paper))
        await shows(pilot, "notes-help-u")
        await pilot.press("q", "t")
        await shows(pilot, "notes-phase-prebrief", language="en")


@pytest.mark.parametrize("words", HOSTILE)
async def test_hostile_words_in_a_level_do_nothing(home: Path, tmp_path: Path, words: str) -> None:
    folder = tmp_path / "levels"
    folder.mkdir()
    text = SMALL
    for plain in ("Klein", "Hallo.", "Dag.", "Jij bent jij.", "Gast", "Blij"):
        text = text.replace(f"nl: {plain},", f'nl: "{words.replace(chr(92), chr(92) * 2)}",')
    (folder / "klein.yaml").write_text(text, "utf-8")
    workshop = begun(home, Rules(), "klein", Library(folder))
    server = ControlServer(workshop, home)
    await server.start()
    app = app_at(home)
    async with app.run_test(size=(60, 20)) as pilot:
        await press_to(pilot, workshop, Phase.SCENE, "n")
        assert "".join(words.split())[:16] in "".join(words_on(app).split())
        screen = app.screen
        assert isinstance(screen, NotesScreen)
        for row in range(screen.body.size.height):
            await pilot.click(screen.body, offset=(4, row))
        assert app.is_running
        app.export_screenshot()
    await server.stop()


async def test_teams_at_the_same_time_are_told_and_looked_at_one_by_one(home: Path) -> None:
    workshop = begun(home, Rules(teams=2, together=True))
    for device in range(4):
        workshop.do({"act": "join", "device": str(device), "team": device % 2})
    server = ControlServer(workshop, home)
    await server.start()
    app = app_at(home)
    async with app.run_test(size=(60, 20)) as pilot:
        await press_to(pilot, workshop, Phase.SCENE, "space")
        await shows(pilot, "notes-all-teams", "notes-branches")
        await press_to(pilot, workshop, Phase.VOTE, "o")
        for device in range(4):
            ballot = workshop.session.ballot_of(device % 2)
            assert ballot is not None
            option = ballot.options[device // 2 if device % 2 else 2]
            workshop.do({"act": "vote", "ballot": ballot.number, "device": str(device), "option": option})
        await until(pilot, lambda: "A 0 B 0 C 2 D 0" in flat(pilot) and "A 1 B 1 C 0 D 0" in flat(pilot))
        await pilot.press("tab", "tab")
        await until(pilot, lambda: workshop.session.active == 1 and "team 2 van 2" in flat(pilot))
        await pilot.press("h")
        await until(pilot, lambda: isinstance(app.screen, HandsPage))
        await pilot.press(*"d1", "enter", "escape")
        await until(pilot, lambda: "A 1 B 1 C 0 D 1" in flat(pilot))
        await press_to(pilot, workshop, Phase.SPLIT, "s")
        await pilot.press("w")
        await shows(pilot, "workshop-tie-teams")
        await pilot.press("tab", "tab")
        await until(pilot, lambda: "team 2 van 2" in flat(pilot))
        assert say("nl", "workshop-tie-teams") not in flat(pilot)  # what was told before is over
        await pilot.press("k")
        await until(pilot, lambda: "Team 2: Welk antwoord" in flat(pilot))
        workshop.do({"act": "look", "team": 0})  # by another window: what was asked is asked no more
        await shows(pilot, "notes-other-view")
        await pilot.press("escape", "tab")
        await until(pilot, lambda: "team 2 van 2" in flat(pilot))
        await pilot.press("k")
        await until(pilot, lambda: "Team 2: Welk antwoord" in flat(pilot))
        await pilot.press("b")
        await shows(pilot, "room-team-picked", letter="B")
        await shows(pilot, "notes-by-tie", letter="B")
        await press_to(pilot, workshop, Phase.CONSEQUENCE, "w")
        await pilot.press("tab")
        await until(pilot, lambda: workshop.session.active == 0 and not workshop.session.is_overview)
    assert [len(team.replies) for team in workshop.session.teams] == [1, 1]
    assert workshop.session.teams[1].rounds[0].by == "tie"
    await server.stop()
    workshop.close()
