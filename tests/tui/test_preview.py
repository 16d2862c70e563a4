"""The preview as an author uses it: the file is written beside it, and it plays on."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.authoring import watching
from game.authoring.drafts import Drafts
from game.library import Library
from game.saves import Saves
from game.settings import Settings
from game.tui.app import LuisterkamerApp
from game.tui.screens.desk import WaitingScreen
from game.tui.screens.preview import PreviewScreen
from game.tui.screens.preview_keys import ACTIONS
from game.tui.screens.preview_pages import JumpPage, MenuPage, SettingPage
from game.tui.screens.tree import TreePage, folded
from game.tui.text import cells
from game.tui.widgets.drawn import Drawn
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL
from tests.tui.test_screens import HOSTILE, until, words_on


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "PAUSE", 0.1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "klein.yaml"
    path.write_text(SMALL, "utf-8")
    return path


Desk = tuple[Pilot[None], LuisterkamerApp]


@asynccontextmanager
async def desk(
    home: Path, file: Path, size: tuple[int, int] = (80, 24), language: str = "nl"
) -> AsyncIterator[Desk]:
    library = Library(ROOT / "levels")
    drafts = Drafts(file, library.known)
    app = LuisterkamerApp(library, Saves(home), Settings(language), drafts=drafts)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, WaitingScreen | PreviewScreen))
        await until(pilot, lambda: bool(app.screen.is_mounted and words_on(app).strip()))
        yield pilot, app


def preview(app: LuisterkamerApp) -> PreviewScreen:
    assert isinstance(app.screen, PreviewScreen)
    return app.screen


def save(file: Path, *changes: tuple[str, str]) -> None:
    """Save as many editors do: to a new file that takes the place of the old one."""
    text = SMALL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    new_file = file.with_suffix(".new")
    new_file.write_text(text, "utf-8")
    os.replace(new_file, file)


def words_in_sight(app: LuisterkamerApp) -> str:
    """Return what is drawn in the panel that is shown, and everywhere else."""
    hidden = "#under" if app.screen.has_class("-wide") else "#beside"
    drawn = [each for each in app.screen.query(Drawn).exclude(hidden) if each.display]
    return "\n".join(line.plain for each in drawn for line in each.draw(max(20, each.content_size.width)))


async def shown(pilot: Pilot[None], app: LuisterkamerApp, *words: str) -> None:
    def holds() -> bool:
        lines = (line.removeprefix("! ").removeprefix("· ") for line in words_in_sight(app).split("\n"))
        there = " ".join(" ".join(lines).split())
        return all(each in there for each in words)

    await until(pilot, holds)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 30)])
async def test_a_save_is_played_on_in_the_same_place(home: Path, file: Path, size: tuple[int, int]) -> None:
    async with desk(home, file, size) as (pilot, app):
        await pilot.press("enter", "1", "enter")
        await shown(pilot, app, "twee · nog ±1", "2 Opnieuw.")
        save(file, ("nl: Opnieuw.", "nl: Nog een keer."))
        await shown(pilot, app, "2 Nog een keer.", "Opnieuw gelezen om")
        assert preview(app).trial.game.replies == ("warm",)
        assert preview(app).trial.game.state.trust == 60
    assert Saves(home).all() == ()


async def test_with_an_error_the_last_good_version_plays_on_and_the_error_is_shown(
    home: Path, file: Path
) -> None:
    async with desk(home, file, language="en") as (pilot, app):
        await pilot.press("enter")
        save(file, ("goto: twee", "goto: drie"))
        await shown(pilot, app, "2 errors (line ", "‘drie’ is not a scene", "line 24 error E201")
        await pilot.press("1", "enter")
        await shown(pilot, app, "twee · ±1 to go", "2 errors (line ")
        await pilot.press("p")
        await shown(pilot, app, "Problems", "explain E201")
        save(file)
        await until(pilot, lambda: "E201" not in words_on(app))  # the open page follows too
        await pilot.press("q")
        await shown(pilot, app, "twee · ±1 to go", "Read again at")
        file.unlink()
        await shown(pilot, app, "‘klein.yaml’ is gone or cannot be read.")


async def test_a_level_that_cannot_be_played_yet_begins_as_soon_as_it_can(home: Path, file: Path) -> None:
    save(file, ("goto: twee", "goto: drie"))
    async with desk(home, file) as (pilot, app):
        assert isinstance(app.screen, WaitingScreen)
        await shown(pilot, app, "2 fouten", "Dit is nog niet te spelen.")
        await pilot.press("question_mark")
        await shown(pilot, app, "Schermlezer? Gebruik: luisterkamer check LEVEL --watch")
        save(file)
        await until(pilot, lambda: isinstance(app.screen, PreviewScreen))
        await pilot.press("enter")
        await shown(pilot, app, "1 Dag.")


async def test_replies_that_do_not_fit_any_more_are_told_and_one_stays(home: Path, file: Path) -> None:
    async with desk(home, file) as (pilot, app):
        await pilot.press("enter", "1", "enter")
        save(file, ("      warm:", "      hartelijk:"))
        await shown(pilot, app, "Je antwoord ‘warm’ past niet meer.", "Je bent nog in ‘twee’")
        assert preview(app).trial.game.state.trust == 60
        await pilot.press("b")
        await shown(pilot, app, "Een stap terug.", "een · nog ±1")


async def test_what_is_behind_a_scene_is_shown_or_not(home: Path, file: Path) -> None:
    async with desk(home, file) as (pilot, app):
        await pilot.press("enter", "2")
        await shown(pilot, app, "Achter antwoord koel", "▼ 50", "onthoudt: was_cool", "later ▼ 10")
        await pilot.press("enter")
        await shown(pilot, app, "verborgen: als trust >= 40, want trust is nu 0", "onthouden: was_cool")
        await pilot.press("a")
        await until(pilot, lambda: "verborgen" not in words_on(app))
        await pilot.press("a", "enter", "enter")  # one reply is left: enter says it
        await shown(
            pilot, app, "Achter het einde", "als trust >= 60 and not was_cool", "was_cool is onthouden"
        )
        await pilot.press("1")
        await shown(pilot, app, "een · nog ±1")


async def test_meters_and_facts_are_set_by_keys(home: Path, file: Path) -> None:
    async with desk(home, file, (60, 20)) as (pilot, app):
        await pilot.press("enter", "j", "2")
        await shown(pilot, app, "Je bent in ‘twee’ gesprongen")
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, SettingPage))
        await pilot.press("1")
        await shown(pilot, app, "⏎ bewaar")
        await pilot.press("3", "9", "enter", "down", "right")
        await shown(pilot, app, "vertrouwen: 39", "sympathie: 55", "was_cool: niet onthouden")
        await pilot.press("3")
        await shown(pilot, app, "was_cool: onthouden", "staan ze bij je keuze op 39 en 45")
        await pilot.press("1", "escape", "q")
        await shown(pilot, app, "Nou.", "trust is nu 39")
        await pilot.press("b", "b")
        await shown(pilot, app, "Verder terug kan niet." if not preview(app).trial.steps else "een · nog ±1")
        assert preview(app).trial.steps == ()


@pytest.mark.parametrize("size", [(60, 20), (120, 30)])
async def test_everything_can_be_done_by_mouse(home: Path, file: Path, size: tuple[int, int]) -> None:
    async with desk(home, file, size) as (pilot, app):

        async def click(words: str) -> None:
            for widget in app.screen.query(Drawn):
                if not widget.display:
                    continue
                for row, line in enumerate(widget.draw(widget.content_size.width)):
                    if words in line.plain:
                        await pilot.click(widget, offset=(line.plain.index(words) + 1, row))
                        return
            raise AssertionError(f"{words!r} is not on screen:\n{words_on(app)}")

        await click("verder")
        await shown(pilot, app, "1 Dag.")
        await click("menu")
        await until(pilot, lambda: isinstance(app.screen, MenuPage))
        await click("spring naar een scène")
        await until(pilot, lambda: isinstance(app.screen, JumpPage))
        await click("twee")
        await shown(pilot, app, "Je bent in ‘twee’ gesprongen")
        await click("menu")
        await until(pilot, lambda: isinstance(app.screen, MenuPage))
        await click("zet de meters")
        await until(pilot, lambda: isinstance(app.screen, SettingPage))
        await click("was_cool")
        await click("5 minder")
        await shown(pilot, app, "was_cool: niet onthouden")  # the key turned the marked fact back
        await click("sluit")
        await until(pilot, lambda: isinstance(app.screen, PreviewScreen))


async def test_every_key_of_the_menu_does_something_and_is_helped(home: Path, file: Path) -> None:
    async with desk(home, file, (60, 20)) as (pilot, app):
        await pilot.press("enter")
        for key, _, action, _ in ACTIONS:
            await pilot.press(key)
            if action.startswith("open"):
                await until(pilot, lambda: not isinstance(app.screen, PreviewScreen))
                await pilot.press("q")
            await until(pilot, lambda: isinstance(app.screen, PreviewScreen))
        await pilot.press("t", "question_mark")
        told = {key for key, _ in PreviewScreen.HELP_KEYS}
        assert {key for key, *_ in ACTIONS} <= told
        await shown(pilot, app, "Van wat je hier speelt, wordt niets bewaard.")


async def test_the_tree_counts_and_follows_the_file(home: Path, file: Path) -> None:
    async with desk(home, file) as (pilot, app):
        await pilot.press("enter", "o")
        await until(pilot, lambda: isinstance(app.screen, TreePage))
        await shown(pilot, app, "■ een “Hallo.”", "‹hier ben je›", "Blij (blij)")
        save(file, ("nl: Hallo.", "nl: Goedemorgen."))
        await shown(pilot, app, "■ een “Goedemorgen.”")


@pytest.mark.parametrize("size", [(40, 12), (120, 30)])
async def test_hostile_words_are_shown_and_do_nothing(home: Path, file: Path, size: tuple[int, int]) -> None:
    text = SMALL
    places = ("Hallo.", "Dag.", "Fijn.", "Jij bent jij.", "Gast", "Blij", "Klein")
    for plain, words in zip(places, HOSTILE, strict=True):
        text = text.replace(f"nl: {plain},", f'nl: "{words.replace(chr(92), chr(92) * 2)}",')
    file.write_text(text, "utf-8")
    async with desk(home, file, size) as (pilot, app):
        await pilot.press("enter")
        for key in "josplim":
            await pilot.press(key)
            await until(pilot, lambda: not isinstance(app.screen, PreviewScreen))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, PreviewScreen))
        assert app.is_running
        app.export_screenshot()


async def test_a_jump_in_a_long_level_takes_two_digits(home: Path, file: Path) -> None:
    file.write_bytes((ROOT / "levels" / "non-pin-shop.yaml").read_bytes())
    async with desk(home, file) as (pilot, app):
        await pilot.press("enter")
        scenes = list(preview(app).trial.level.scenes)
        assert len(scenes) >= 10
        await pilot.press("j", "1", "0")
        await until(pilot, lambda: isinstance(app.screen, PreviewScreen))
        assert preview(app).trial.game.state.scene == scenes[9]


def test_a_folded_line_of_a_tree_keeps_its_stem_and_its_width() -> None:
    lines = folded("│  ├─ antwoord  " + "woord " * 20, 40)
    assert all(cells(line.plain) <= 40 for line in lines)
    assert lines[0].plain.startswith("│  ├─ antwoord")
    assert all(line.plain.startswith("│  │") for line in lines[1:])
    assert "".join("".join(line.plain.strip("│├─ ") for line in lines).split()).count("woord") == 21
