"""The game line by line."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from game.library import Library
from game.opening import open_from, open_new, open_saved
from game.plain.session import Session
from game.saves import Saves, unfinished
from game.settings import Settings
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL

ROUTE = ("kijk-mee", "kaart-halen", "pitten", "namen", "goedendag")


class Table:
    """A session with somebody who types these lines and keeps what is said."""

    def __init__(self, home: Path, *typed: str, language: str = "nl", folder: Path = ROOT / "levels") -> None:
        self.typed = list(typed)
        self.said: list[str] = []
        library, self.saves = Library(folder), Saves(home)
        self.session = Session(library, self.saves, Settings(language), self._ask, self.said.append)

    def _ask(self) -> str | None:
        return self.typed.pop(0) if self.typed else None

    def play(self, level: str = "pine-nut-sandwich", seed: int = 1) -> str:
        self.session.conversation(open_new(self.session.library, self.saves, level, seed=seed))
        return self.text

    @property
    def text(self) -> str:
        return "\n".join(self.said)


MARKS = {
    "nl": [
        "vertrouwen: 50",
        "jij: ",
        "vertrouwen 5 omhoog, naar 55",
        "Einde: De fooi",
        "1. tevreden",
        "Vertrouwen ging van 50 naar 55",
        "hier stond het vast",
        "Gast dacht",
        "Welk principe speelde",
        "Bron: ",
        "Wat er echt gebeurde",
        "Een voorstel voor morgen",
        "Jouw plan: ",
        "Typ again",
    ],
    "en": [
        "trust: 50",
        "you: ",
        "trust up 5, to 55",
        "Ending: The tip",
        "1. content",
        "Trust went from 50 to 55",
        "settled here",
        "Guest thought",
        "Which principle was most",
        "Source: ",
        "What really happened",
        "A suggestion for tomorrow",
        "Your plan: ",
        "Type again",
    ],
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_whole_conversation_with_its_debrief(home: Path, language: str) -> None:
    table = Table(home, *ROUTE, "2", "", "", "1", "", "", "1", "", language=language)
    told = table.play()
    places = [told.index(mark) for mark in MARKS[language]]
    assert places == sorted(places)
    [entry] = table.session.logbook.entries()
    assert entry.feeling == "relieved"
    assert entry.picked
    assert entry.plan


def test_a_plan_can_be_typed_and_the_way_back_taken(home: Path) -> None:
    table = Table(
        home,
        *ROUTE,
        "",
        "",
        "",
        "",
        "",
        "2",
        "Als ik gelijk heb, zwijg ik. \x1b[2J",
        "previous",
        "huh",
        "back",
    )
    told = table.play()
    assert "Jouw plan: Als ik gelijk heb, zwijg ik. [2J" in told
    assert "‘huh’ kan hier niet" in told
    assert Saves(home).all()[0].replies == ROUTE[:-1]


WORSE = ("kijk-mee", "kaart-halen", "omdraaien", "klopt", "goedendag")


def test_the_road_not_taken_is_told_and_can_be_played(home: Path) -> None:
    table = Table(home, *WORSE, "road", "play", "pitten")
    told = table.play()
    assert "Vanaf antwoord 3, het keerpunt" in told
    assert "Een weg naar: De fooi" in told
    games = {game.replies: game for game in Saves(home).all()}
    assert games[WORSE].ending == "gelijk"  # the finished game is left as it was
    assert (*WORSE[:2], "pitten") in games


def test_the_house_asks_once_about_the_plan_and_later_a_question(home: Path) -> None:
    monday = datetime(2026, 3, 2, 12)

    def come_in(days: int, *typed: str) -> str:
        table = Table(home, *typed)
        table.session.now = lambda: monday + timedelta(days=days)
        table.session.asks_at_the_door = True
        table.session.house()
        return table.text

    come_in(0, "1", *ROUTE, "1", "", "", "1", "", "", "1")
    assert "Vraag van vandaag" not in come_in(0, "3")
    first = come_in(1, "1", "quit")
    assert "Vraag van vandaag" in first
    assert "Is het ervan gekomen?" not in first  # it was asked the day before, and is asked once
    assert "Vraag van vandaag" not in come_in(1, "quit")
    assert "Vraag van vandaag" in come_in(3, "5", "quit")


def test_the_principles_the_style_and_the_logbook_are_told(home: Path) -> None:
    table = Table(home, "1", *WORSE, "1", "", "", "1", "house", "principles", "style", "logbook", "quit")
    table.session.house()
    assert "Gezien: 1 van 25" in table.text
    assert "luisteraar: " in table.text
    assert "Het broodje: Gelijk, en een lege tafel" in table.text
    assert "Je ging weg: tevreden" in table.text


def test_after_the_second_of_a_pair_the_two_are_put_side_by_side(home: Path) -> None:
    sister = Library(ROOT / "levels").level("pine-nut-sandwich").sister
    assert sister is not None
    other = Table(home, *["1"] * 12)
    other.play(sister)
    table = Table(home, *ROUTE, "", "", "", "", "", "", "sisters")
    told = table.play()
    assert "sisters: wat is hetzelfde" in told
    assert "Samen hebben ze" in told


def test_a_number_means_the_reply_with_that_number(home: Path) -> None:
    table = Table(home, "2")
    told = table.play()
    second = next(line for line in told.split("\n") if line.startswith("2. "))
    assert f"jij: {second.removeprefix('2. ')}" in told


def test_consequence_comes_before_the_meters(home: Path) -> None:
    said = Table(home, "keuken")
    said.play()
    yours = next(number for number, line in enumerate(said.said) if line.startswith("jij: "))
    meters = next(
        number for number, line in enumerate(said.said) if re.match("vertrouwen [0-9]+ omlaag", line)
    )
    assert meters - yours >= 2


def test_the_end_of_input_leaves_the_conversation_saved(home: Path) -> None:
    told = Table(home, "kijk-mee").play()
    assert "luisterkamer play pine-nut-sandwich --plain" in told
    [left] = Saves(home).all()
    assert left.replies == ("kijk-mee",)
    assert left.is_unfinished


def test_back_history_help_and_a_slip(home: Path) -> None:
    table = Table(home, "back", "kijk-mee", "back", "history", "help", "kijkmee", "9", "quit", "never read")
    told = table.play()
    assert "Verder terug kan niet." in told
    assert "Terug. Je staat weer voor deze keuze." in told
    assert "Het gesprek tot hier" in told
    assert "terug of back: één antwoord terug" in told
    assert "‘kijkmee’ kan hier niet" in told
    assert "‘9’ kan hier niet" in told
    assert table.typed == ["never read"]
    assert Saves(home).all()[0].replies == ()


def test_dutch_words_are_commands_too(home: Path) -> None:
    told = Table(home, "kijk-mee", "terug", "gesprek", "hulp", "stop", "never read").play()
    assert "Terug. Je staat weer voor deze keuze." in told
    assert "Het gesprek tot hier" in told
    assert "terug of back" in told


def test_the_language_can_change_on_the_way(home: Path) -> None:
    told = Table(home, "en").play()
    assert told.index("pijnboompitten") < told.index("Could I ask you something?")


def test_again_begins_anew_and_keeps_the_finished_game(home: Path) -> None:
    Table(home, *ROUTE, "again", "kijk-mee").play()
    games = Saves(home).all()
    assert sorted(len(game.replies) for game in games) == [1, 5]


def test_what_was_left_goes_on_where_it_was(home: Path) -> None:
    Table(home, "kijk-mee").play()
    table = Table(home, "kaart-halen")
    [left] = Saves(home).all()
    table.session.conversation(open_saved(table.session.library, table.saves, left))
    assert "Verder waar je was." in table.text
    [now] = Saves(home).all()
    assert now.replies == ("kijk-mee", "kaart-halen")


def test_the_house_opens_by_number_and_by_name(home: Path) -> None:
    table = Table(home, "nergens", "help", "en", "nl", "2", "quit")
    table.session.house()
    assert "1. Het broodje" in table.text
    assert "‘nergens’ kan hier niet" in table.text
    assert "The pine-nut sandwich" in table.text
    assert Saves(home).all()[0].level_id == "non-pin-shop"


def test_the_house_tells_what_was_left_and_what_was_found(home: Path) -> None:
    Table(home, *ROUTE).play()
    Table(home, "1").play("non-pin-shop")
    table = Table(home)
    table.session.house()
    assert "1 van 5 eindes gevonden" in table.text
    assert "verder; 1 antwoord gegeven" in table.text


def test_a_game_that_was_only_opened_hides_no_other(home: Path) -> None:
    Table(home, "kijk-mee").play()
    Table(home).play()
    [left] = unfinished(Saves(home).all())
    assert left.replies == ("kijk-mee",)


def test_a_look_at_a_scene_is_not_saved(home: Path) -> None:
    table = Table(home, "pitten")
    table.session.conversation(open_from(table.session.library, "pine-nut-sandwich", "kaart"))
    assert Saves(home).all() == ()
    assert "Dit gesprek is niet bewaard." in table.text


def test_a_changed_level_goes_on_as_it_was_and_can_be_carried_over(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "levels"
    folder.mkdir()
    (folder / "klein.yaml").write_text(SMALL, "utf-8")
    Table(home, "warm", folder=folder).play("klein")
    (folder / "klein.yaml").write_text(
        SMALL.replace("Nou.", "Zo.").replace("Opnieuw.", "Nog een keer."), "utf-8"
    )
    table = Table(home, "carry", folder=folder)
    [left] = Saves(home).all()
    table.session.conversation(open_saved(table.session.library, table.saves, left))
    assert "Het level is intussen veranderd." in table.text
    assert "Opnieuw." in table.text
    assert "1 van 1 antwoorden pasten nog." in table.text
    assert "Nog een keer." in table.text


def test_hostile_words_are_shown_as_they_are_without_control(home: Path) -> None:
    table = Table(home, "[@click=app.quit]\x1b[2J[/]", "\x1b]52;c;aGk=\x07")
    told = table.play()
    assert "‘[@click=app.quit][2j[/]’ kan hier niet" in told
    assert "\x1b" not in told
    assert "\x07" not in told
