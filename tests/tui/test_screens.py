"""A few walks through the screens, as a player takes them: by key and by mouse, in every size."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.library import Library
from game.opening import open_new
from game.saves import Saves
from game.settings import Settings
from game.settings import load as load_settings
from game.story.playthrough import shuffled
from game.transcript import reply_words
from game.tui.app import LuisterkamerApp
from game.tui.screens.conversation import ConversationScreen
from game.tui.screens.debrief import DebriefScreen
from game.tui.screens.house import HouseScreen
from game.tui.screens.papers import Paper
from game.tui.widgets.choices import Choices
from game.tui.widgets.drawn import Drawn
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL

SIZES = [(80, 24), (60, 20), (40, 12), (120, 40)]
ROUTE = ("kijk-mee", "kaart-halen", "pitten", "namen", "goedendag")


def app_at(home: Path, language: str = "nl", folder: Path = ROOT / "levels") -> LuisterkamerApp:
    return LuisterkamerApp(Library(folder), Saves(home), Settings(language))


def words_on(app: LuisterkamerApp) -> str:
    """Return everything the present screen has drawn, seen or scrolled out of sight."""
    drawn = [widget for widget in app.screen.query(Drawn) if widget.display]
    return "\n".join(
        line.plain for widget in drawn for line in widget.draw(max(20, widget.content_size.width))
    )


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait for something to become true; fail when it does not."""
    for _ in range(200):
        await pilot.pause()
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"never came; on screen:\n{words_on(pilot.app)}")  # type: ignore[arg-type]


async def begin(pilot: Pilot[None], level: str = "pine-nut-sandwich") -> ConversationScreen:
    app = pilot.app
    assert isinstance(app, LuisterkamerApp)
    app.show_conversation(open_new(app.library, app.saves, level, seed=1))
    await until(pilot, lambda: isinstance(app.screen, ConversationScreen) and app.screen.is_mounted)
    assert isinstance(app.screen, ConversationScreen)
    return app.screen


async def say_reply(pilot: Pilot[None], screen: ConversationScreen, reply: str) -> None:
    """Press the number of *reply*, then go on."""
    game = screen.saved.game
    ids = [each.id for each in shuffled(game.available, game.state.scene or "", screen.saved.seed)]
    await pilot.press(str(ids.index(reply) + 1))
    await until(pilot, lambda: screen.shows_consequence)
    for _ in range(20):  # enter reads on to the end of the text first
        await pilot.press("enter")
        if not screen.shows_consequence:
            return
    raise AssertionError(words_on(pilot.app))  # type: ignore[arg-type]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_whole_game_by_keys(home: Path, size: tuple[int, int], language: str) -> None:
    app = app_at(home, language)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HouseScreen))
        screen = await begin(pilot)
        while screen.shows_introduction:
            await pilot.press("enter")
        for reply in ROUTE:
            await say_reply(pilot, screen, reply)
        await until(pilot, lambda: isinstance(app.screen, DebriefScreen))
        level = screen.saved.game.level
        assert level.endings["de-fooi"].title.in_language(language) in words_on(app)
        for number in range(2, 8):
            await pilot.press(
                *["right"] * (2 if number == 5 else 1)
            )  # passing the pick shows the quote first
            of = {"nl": f"Nabespreking {number} van 7", "en": f"Debrief {number} of 7"}[language]
            await until(
                pilot, lambda of=of, number=number: of in words_on(app) or f"{number}/7" in words_on(app)
            )
        last = {"nl": "Naar het huis", "en": "To the house"}[language]
        await until(pilot, lambda: last in words_on(app))
        await pilot.press(str(app.screen.query_one(Choices).options.index(last) + 1))
        await until(pilot, lambda: isinstance(app.screen, HouseScreen))
    assert Saves(home).all()[0].ending == "de-fooi"


async def test_a_whole_game_by_mouse(home: Path) -> None:
    app = app_at(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HouseScreen))

        async def click(words: str) -> None:
            """Click on the first of our lines that holds *words*."""
            for widget in app.screen.query(Drawn):
                for row, line in enumerate(widget.draw(widget.content_size.width)):
                    if words in line.plain and widget.display:
                        await pilot.click(widget, offset=(line.plain.index(words) + 1, row))
                        return
            raise AssertionError(f"{words!r} is not on screen:\n{words_on(app)}")

        await click("Het broodje")
        await until(pilot, lambda: isinstance(app.screen, ConversationScreen))
        await click("verder")
        reply = app.library.level("pine-nut-sandwich").scenes["klacht"].replies["kijk-mee"]
        await click(reply_words(reply, "nl"))
        await until(pilot, lambda: "⏎  verder" in words_on(app) and "jij  " in words_on(app))
        await click("terug")
        await until(pilot, lambda: "Terug. Je staat weer" in words_on(app))
        await click("English")
        await until(pilot, lambda: "Could I ask you something?" in words_on(app))
        await click("help")
        await until(pilot, lambda: isinstance(app.screen, Paper))
        await click("q close")
        await until(pilot, lambda: isinstance(app.screen, ConversationScreen))
        await click("leave")
        await until(pilot, lambda: isinstance(app.screen, HouseScreen))


async def test_arrows_and_enter_choose_and_enter_alone_does_not(home: Path) -> None:
    app = app_at(home)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot)
        await pilot.press("enter", "enter")
        assert screen.saved.game.turns == ()  # the second enter had nothing marked
        await pilot.press("down", "down", "up", "enter")
        await until(pilot, lambda: screen.shows_consequence)
        first = shuffled(screen.saved.game.level.scenes["klacht"].replies.values(), "klacht", 1)  # type: ignore[arg-type]
        assert screen.saved.game.replies == (first[0].id,)


async def test_a_choice_is_on_disk_before_its_consequence_is_drawn(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_at(home)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot)
        await pilot.press("enter")
        saved_when_drawn: list[tuple[str, ...]] = []
        draw = ConversationScreen.show_all

        def watch(self: ConversationScreen) -> None:
            saved_when_drawn.append(Saves(home).all()[0].replies)
            draw(self)

        monkeypatch.setattr(ConversationScreen, "show_all", watch)
        await say_reply(pilot, screen, "keuken")
        assert saved_when_drawn[0] == ("keuken",)


async def test_rewind_takes_the_reply_back_from_the_consequence_too(home: Path) -> None:
    app = app_at(home)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot)
        await pilot.press("enter", "1", "b")
        assert screen.saved.game.turns == ()
        assert not screen.shows_consequence
        await pilot.press("b")
        await until(pilot, lambda: "Verder terug kan niet." in words_on(app))


async def test_the_language_changes_in_mid_game_and_is_kept(home: Path) -> None:
    app = app_at(home)
    async with app.run_test(size=(60, 20)) as pilot:
        await begin(pilot)
        await pilot.press("enter", "1", "t")
        await until(pilot, lambda: "trust" in words_on(app))
        assert "vertrouwen" not in words_on(app)
    assert load_settings(home).language == "en"


async def test_every_look_can_be_taken(home: Path) -> None:
    app = app_at(home)
    async with app.run_test(size=(60, 20)) as pilot:
        await begin(pilot)
        for look in ("licht", "hoog contrast", "donker"):
            await pilot.press("v")
            await until(pilot, lambda look=look: f"Kleuren: {look}" in words_on(app))


async def test_leaving_and_coming_back_lands_at_the_same_choice(home: Path) -> None:
    app = app_at(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HouseScreen))
        await pilot.press("1", "enter", "enter", "1", "enter", "q")
        await until(pilot, lambda: isinstance(app.screen, HouseScreen))
        await until(pilot, lambda: "Verder: Het broodje (1 antwoord gegeven)" in words_on(app))
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, ConversationScreen))
        assert "2 van" in words_on(app)


async def test_a_number_of_two_digits_opens_its_conversation(home: Path) -> None:
    app = app_at(home)
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HouseScreen))
        await pilot.press("1")
        await until(pilot, lambda: "Nummer 1:" in words_on(app))
        await pilot.press("2")
        await until(pilot, lambda: isinstance(app.screen, ConversationScreen))
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.saved.game.level.id == app.library.ids[11]


async def test_a_number_begun_can_be_given_up(home: Path) -> None:
    app = app_at(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HouseScreen))
        await pilot.press("1", "backspace", "3")
        await until(pilot, lambda: isinstance(app.screen, ConversationScreen))
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.saved.game.level.id == app.library.ids[2]


async def test_the_route_leads_from_one_conversation_to_the_next(home: Path) -> None:
    app = app_at(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Volgende op de route: Het broodje (1 van" in words_on(app))
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, ConversationScreen))
        screen = app.screen
        assert isinstance(screen, ConversationScreen)
        await pilot.press("enter")
        for reply in ROUTE:
            await say_reply(pilot, screen, reply)
        await until(pilot, lambda: isinstance(app.screen, DebriefScreen))
        await pilot.press(*["right"] * 7)
        following = app.library.card(app.library.course[1])
        assert following is not None
        words = f"Volgende op de route: {following.title.in_language('nl')}"
        await until(pilot, lambda: words in words_on(app))
        options = app.screen.query_one(Choices).options
        await pilot.press(str(options.index(words) + 1))
        await until(pilot, lambda: isinstance(app.screen, ConversationScreen))
        await pilot.press("q")
        title = following.title.in_language("nl")
        await until(pilot, lambda: f"c  Verder: {title} (0 antwoorden" in words_on(app))
        assert "Volgende op de route" not in words_on(app)  # that is the one to go on with


async def test_the_papers_open_and_close(home: Path) -> None:
    app = app_at(home)
    async with app.run_test(size=(40, 12)) as pilot:
        screen = await begin(pilot)
        await pilot.press("enter", "1")
        for key, mark in (("l", "Zaterdag"), ("i", "Je serveert"), ("question_mark", "Er is geen score")):
            await pilot.press(key)
            await until(
                pilot,
                lambda mark=mark: isinstance(app.screen, Paper) and mark in " ".join(words_on(app).split()),
            )
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen)


async def test_what_does_not_fit_says_that_there_is_more(home: Path) -> None:
    app = app_at(home)
    async with app.run_test(size=(40, 12)) as pilot:
        screen = await begin(pilot)
        while screen.shows_introduction:
            await pilot.press("enter")
        await until(pilot, lambda: "▼ meer" in words_on(app))
        for _ in range(6):
            await pilot.press("pagedown")
        await until(pilot, lambda: "▼ meer" not in words_on(app))
        assert screen.body.scroll_y > 0


async def test_a_second_window_is_told(home: Path) -> None:
    first = open_new(Library(ROOT / "levels"), Saves(home), "pine-nut-sandwich", seed=1)
    app = app_at(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HouseScreen))
        await pilot.press("1", "enter")
        await until(pilot, lambda: "open in een ander venster" in words_on(app))
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.saved.path != first.saved.path
    first.saved.close()


async def test_trouble_with_saving_is_said_and_the_game_goes_on(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_at(home)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot)
        await pilot.press("enter")
        with monkeypatch.context() as broken:
            broken.setattr("os.write", lambda file, data: (_ for _ in ()).throw(OSError(28, "schijf vol")))
            await say_reply(pilot, screen, "keuken")
        await until(pilot, lambda: "NIET BEWAARD: schijf vol" in words_on(app))
        await pilot.press("1")
        await until(pilot, lambda: "Alles is weer bewaard." in words_on(app))
    assert len(Saves(home).all()[0].replies) == 2


HOSTILE = (
    "[/]",
    "[@click=app.quit]weg[/]",
    "[bold]",
    "x" * 300,
    "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
    "👩‍👩‍👧 👍🏽 é",
    "$accent \\[x] {naam} %s",
)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("words", HOSTILE)
async def test_hostile_words_in_a_level_are_shown_and_do_nothing(
    home: Path, tmp_path: Path, size: tuple[int, int], words: str
) -> None:
    folder = tmp_path / "levels"
    folder.mkdir()
    text = SMALL
    for plain in (
        "Klein",
        "Hallo.",
        "Dag.",
        "Fijn.",
        "Jij bent jij.",
        "Gast",
        "Nou.",
        "Sorry.",
        "Blij",
        "Ze lacht.",
        "Niets.",
    ):
        text = text.replace(f"nl: {plain},", f'nl: "{words.replace(chr(92), chr(92) * 2)}",')
    (folder / "klein.yaml").write_text(text, "utf-8")
    app = app_at(home, folder=folder)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HouseScreen))
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, ConversationScreen))
        screen = app.screen
        assert isinstance(screen, ConversationScreen)
        while screen.shows_introduction:
            await pilot.press("enter")
        together = "".join(words_on(app).split())
        assert "".join(words.split())[:16] in together
        for row in range(screen.body.size.height):  # click on everything said: nothing of it may act
            if not isinstance(
                app.screen.get_widget_at(screen.body.region.x + 2, screen.body.region.y + row)[0], Choices
            ):
                await pilot.click(screen.body, offset=(2, row))
        assert app.is_running
        await say_reply(pilot, screen, "warm")
        await say_reply(pilot, screen, "goed")
        await until(pilot, lambda: isinstance(app.screen, DebriefScreen))
        for _ in range(5):
            await pilot.press("right")
        assert app.is_running
        app.export_screenshot()


async def test_no_control_sequence_of_a_level_is_ever_loaded(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "levels"
    folder.mkdir()
    (folder / "klein.yaml").write_text(SMALL.replace("nl: Hallo.", r'nl: "rood \e[31m"'), "utf-8")
    app = app_at(home, folder=folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "‘klein’ kan niet worden gelezen" in words_on(app))
