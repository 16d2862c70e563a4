"""The report: the session's own numbers, from any moment of it, harmless whatever a level says, no names."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest

from game.authoring.reader import read_level
from game.authoring.sheet import BOM
from game.cli import main
from game.story.level import Level
from game.words import say
from game.workshop.account import PENDING, account_of
from game.workshop.acts import after, session_of
from game.workshop.ballot import shift
from game.workshop.report import report_csv, report_html
from game.workshop.session import Phase, Rules, begin
from tests.levels_for_tests import SMALL
from tests.test_export import CHROMIUM, Tags
from tests.workshop.sessions import LEVEL, LIBRARY, Acted, acted, beginning, debriefed, logged

HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(1)> & =1+1"
FORMULA = "=HYPERLINK(1)"


@pytest.fixture(scope="module")
def whole() -> Acted:
    return debriefed(acted())


@pytest.fixture(scope="module")
def teams() -> Acted:
    return debriefed(acted(teams=3))


class Tables(HTMLParser):
    """Collects the cells of the tables of a page, without what is set small."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self._in_cell = self._is_small = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self._in_cell = True
        elif tag == "small":
            self._is_small = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._in_cell = False
        elif tag == "small":
            self._is_small = False

    def handle_data(self, data: str) -> None:
        if self._in_cell and not self._is_small:
            self.tables[-1][-1][-1] += data


def _tables(page: str) -> list[list[list[str]]]:
    found = Tables()
    found.feed(page)
    return found.tables


def _rows(text: str, separator: str = ";") -> list[dict[str, str]]:
    assert text.startswith(BOM)
    return list(csv.DictReader(StringIO(text.removeprefix(BOM), newline=""), delimiter=separator))


def _small(words: str = "Ze lacht.", title: str = "Klein") -> Level:
    """Return the small level with *words* in every text of the author."""
    text = SMALL.replace("nl: Klein,", f"nl: {json.dumps(title)},")
    for old in ("Dag.", "Ja.", "Fijn.", "Hallo.", "Nou.", "Sorry."):
        text = text.replace(f"nl: {old},", f"nl: {json.dumps(words)},")
    level, problems = read_level(text.encode(), "klein")
    assert level is not None, problems
    return level


def test_the_votes_in_html_are_those_of_the_session(whole: Acted) -> None:
    tables = _tables(report_html(whole.session, whole.acts, LIBRARY, "en"))
    rounds = whole.session.team.rounds
    for table, decided in zip(tables, rounds, strict=False):
        votes = [ballot for ballot in (decided.first, decided.second) if ballot]
        _, *rows, together = table
        for letter, row in zip("ABCD", rows, strict=False):
            option = votes[0].options["ABCD".index(letter)]
            assert row[0] == letter
            assert [int(cell) for cell in row[2 : 2 + len(votes)]] == [each.tally[option] for each in votes]
            if len(votes) == 2:
                assert int(row[4]) == shift(*votes).changes[option]
        assert [int(cell) for cell in together[2 : 2 + len(votes)]] == [each.total for each in votes]
    principle = tables[len(rounds)]
    assert whole.session.principle is not None
    assert [int(row[2]) for row in principle[1:]] == list(whole.session.principle.tally.values())


@pytest.mark.parametrize(("language", "separator"), [("nl", ";"), ("en", ",")])
def test_the_votes_in_csv_are_those_of_the_session(teams: Acted, language: str, separator: str) -> None:
    rows = _rows(report_csv(teams.session, teams.acts, language), separator)
    names = list(rows[0])
    replies = [row for row in rows if row[names[0]] in ("antwoord", "reply")]
    seen = 0
    for number, team in enumerate(teams.session.teams, 1):
        game = teams.session.game_of(number - 1)
        for place, decided in enumerate(team.rounds, 1):
            found = [row for row in replies if (row[names[1]], row[names[2]]) == (str(number), str(place))]
            seen += len(found)
            for row in found:
                id = row[names[4]]
                for ballot, hands, phones in ((decided.first, 6, 7), (decided.second, 8, 9)):
                    expected = ballot and (str(ballot.hands.get(id, 0)), str(ballot.by_phones(id)))
                    assert (row[names[hands]], row[names[phones]]) == (expected or ("", ""))
                if id == decided.chosen:
                    turn = game.turns[place - 1]
                    meters = (turn.before.trust, turn.after.trust, turn.before.sympathy, turn.after.sympathy)
                    assert tuple(int(row[name]) for name in names[-4:]) == meters
    assert seen == len(replies) > 40


def test_who_decided_is_told(whole: Acted) -> None:
    page = report_html(whole.session, whole.acts, LIBRARY, "en")
    told = re.findall(r"Who chose: ([^<]*)\.<", page)
    assert [each.by for each in whole.session.team.rounds] == ["room", "room", "both", "facilitator", "room"]
    assert told[2:4] == ["nobody: a tie, played one after the other", "the facilitator, against the vote"]
    assert page.count("And B, played too: ") == 1
    assert page.count("Guessed beforehand: trust up, sympathy down.") == 5
    sheet = _rows(report_csv(whole.session, whole.acts, "en"), ",")
    assert [row["who_chose"] for row in sheet if row["who_chose"]] == [
        "room", "room", "one after the other in a tie", "facilitator", "room",
    ]  # fmt: skip
    assert [row["played"] for row in sheet if row["number"] == "3" and row["played"]] == [
        "yes, first",
        "yes, after that",
    ]


def test_a_facilitator_without_and_along_with_a_vote() -> None:
    alone = Acted(begin(LEVEL, 3, Rules()))
    alone.do("next")
    alone.do("choose", reply=alone.session.options[0].id)
    alone.do("next")
    alone.do("open")
    alone.hands(9, 2)
    alone.do("close")
    alone.do("choose", reply=alone.session.options[0].id)
    page = report_html(alone.session, alone.acts, LIBRARY, "en")
    assert "Who chose: the facilitator, without votes." in page
    assert "There was no vote on it." in page
    assert "Who chose: the facilitator, in line with the vote." in page


def test_teams_stand_side_by_side(teams: Acted) -> None:
    page = report_html(teams.session, teams.acts, LIBRARY, "nl")
    assert page.count('<div class="way">') == page.count("<svg") == 3
    for number in (1, 2, 3):
        ending = teams.session.game_of(number - 1).ending
        assert ending is not None
        assert f"<h3>Team {number}: {ending.title.in_language('nl')}</h3>" in page


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("teams_playing", [1, 2])
def test_a_session_cut_at_any_act_gives_a_report(language: str, teams_playing: int) -> None:
    level = _small()
    done = debriefed(acted(level, teams=teams_playing))
    for cut in range(len(done.acts) + 1):
        acts = done.acts[:cut]
        session = session_of(beginning(done), acts)
        page = report_html(session, acts, LIBRARY, language)
        unfinished = "niet afgemaakt" if language == "nl" else "not finished"
        assert (unfinished in page) == (cut < len(done.acts))
        rows = _rows(report_csv(session, acts, language, LIBRARY), ";" if language == "nl" else ",")
        rounds = sum(len(team.rounds) for team in session.teams) + (session.phase in PENDING)
        assert page.count('<section class="decision">') == rounds
        shown = {
            (row["team"], list(row.values())[2]) for row in rows if list(row.values())[3] and row["team"]
        }
        assert len(shown) == rounds
    assert session == done.session


def test_a_second_vote_of_nobody_is_no_vote() -> None:
    done = Acted(begin(LEVEL, 3, Rules(), ()))
    done.do("next")
    done.do("open")
    done.hands(3, 9)
    for name in ("close", "revote"):
        done.do(name)
    still_open = report_html(done.session, done.acts, LIBRARY, "nl")
    assert "Verschil" not in still_open
    done.do("close")
    done.do("play")
    page = report_html(done.session, done.acts, LIBRARY, "nl")
    assert "Niemand stemde opnieuw: de eerste stemming staat." in page
    assert "Tweede stemming" not in page
    assert "Verschil" not in page
    (decision,) = account_of(done.session, done.acts).ways[0].decisions
    assert (decision.moved, decision.round.repeated) == (None, None)


def test_who_looks_back_after_the_last_screen_has_finished(whole: Acted) -> None:
    acts = [*whole.acts, {"act": "step", "to": "divided"}]
    session = after(whole.session, acts[-1])
    assert session.phase == Phase.DEBRIEF
    assert say("nl", "report-unfinished") not in report_html(session, acts, LIBRARY, "nl")


def test_what_was_not_played_is_told_as_such(whole: Acted) -> None:
    cut = next(n for n, act in enumerate(whole.acts) if act["act"] == "close")
    for acts, told in ((whole.acts[:cut], "nog open"), (whole.acts[: cut + 1], "niet meer gespeeld")):
        session = session_of(beginning(whole), acts)
        page = report_html(session, acts, LIBRARY, "nl")
        assert told in page
        assert "Er is nog geen antwoord gegeven." in page


def test_no_device_and_no_time_of_day_is_in_it(teams: Acted) -> None:
    for text, day in (
        (report_html(teams.session, teams.acts, LIBRARY, "nl"), " maart 2025."),
        (report_csv(teams.session, teams.acts, "nl", LIBRARY), "2025-03-0"),
    ):
        assert "phone-" not in text
        assert "12:00" not in text
        assert day in text


def test_what_was_taken_back_is_counted_and_not_told(whole: Acted) -> None:
    page = report_html(whole.session, [*whole.acts, {"act": "undo"}], LIBRARY, "nl")
    assert "niet meegeteld: 1." in page
    assert "Telefoons die meestemden: 3." in page
    assert "niet meegeteld" not in report_html(whole.session, whole.acts, LIBRARY, "nl")


def test_the_html_needs_nothing_from_elsewhere(teams: Acted) -> None:
    page = Tags()
    page.feed(report_html(teams.session, teams.acts, LIBRARY, "en"))
    names = {tag for tag, _ in page.tags}
    assert {"svg", "polyline", "table", "h1", "ol"} <= names
    assert not names & {"script", "img", "link", "iframe", "a", "form"}
    assert not [
        value
        for _, attributes in page.tags
        for name, value in attributes.items()
        if name in ("src", "href") or name.startswith("on")
    ]
    policy = [attributes for tag, attributes in page.tags if tag == "meta" and "http-equiv" in attributes]
    assert policy[0]["content"] == "default-src 'none'; style-src 'unsafe-inline'"


def test_hostile_words_stay_words() -> None:
    level = _small(HOSTILE, HOSTILE)
    done = debriefed(acted(level, principles=["<b>weg</b>"]))
    page = report_html(done.session, done.acts, LIBRARY, "nl")
    seen = Tags()
    seen.feed(page)
    assert not {tag for tag, _ in seen.tags} & {"script", "img", "b"}
    assert page.count("&lt;script&gt;") > 5


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "'="])
def test_no_cell_is_a_formula(start: str) -> None:
    level = _small(f'{start}HYPERLINK(1);"2"', f"{start}cmd")
    done = debriefed(acted(level, principles=[FORMULA]))
    rows = _rows(report_csv(done.session, done.acts, "nl", LIBRARY))
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell[:1] in tuple("=+@＝") or re.match("-(?![0-9]+$)", cell)]
    assert any(cell.startswith(f'\'{start}HYPERLINK(1);"2"') for cell in cells)
    assert f"'{FORMULA}" in cells


def test_a_whole_report_by_name_from_the_log(home: Path, whole: Acted, tmp_path: Path) -> None:
    workshop = logged(home, whole)
    assert workshop.path is not None
    for name in ("verslag.html", "verslag.csv"):
        assert main(["workshop", "--report", workshop.path.stem, "-o", str(tmp_path / name)]) == 0
    page = (tmp_path / "verslag.html").read_text("utf-8")
    today = re.sub(r"Gespeeld op [^.]*\.", "", page)
    assert today == re.sub(r"Gespeeld op [^.]*\.", "", report_html(whole.session, whole.acts, LIBRARY, "nl"))
    assert "Laat de ander in zijn waarde" in (tmp_path / "verslag.csv").read_text("utf-8")


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_a_real_browser_shows_it_without_a_message(tmp_path: Path) -> None:
    done = debriefed(acted(_small(HOSTILE), teams=2))
    file = tmp_path / "out.html"
    file.write_text(report_html(done.session, done.acts, LIBRARY, "nl"), "utf-8")
    shown = subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={tmp_path / 'profile'}", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--enable-logging=stderr", "--v=0", "--dump-dom", file.as_uri(),
        ],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert "<polyline" in shown.stdout
    assert "&lt;script&gt;" in shown.stdout
    assert "CONSOLE" not in shown.stderr
