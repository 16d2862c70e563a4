"""A session beside others: counted from journals, without names, whatever state the files are in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.cli import main
from game.opening import open_new
from game.saves import Saves
from game.workshop.compare import compared, compared_with, comparison_html, comparison_text
from game.workshop.log import FOLDER
from game.workshop.report import report_html
from tests.test_export import WORSE, Tags
from tests.workshop.sessions import LEVEL, LIBRARY, Acted, acted, debriefed, logged


@pytest.fixture(scope="module")
def now() -> Acted:
    return debriefed(acted())


def _solo(home: Path, *replies: str, level: str = "pine-nut-sandwich") -> Path:
    saved = open_new(LIBRARY, Saves(home), level, seed=1).saved
    for reply in replies:
        saved.choose(reply)
    saved.close()
    assert saved.path is not None
    return saved.path


def test_alone_it_says_so(home: Path, now: Acted) -> None:
    found = compared(now.session, home, LIBRARY)
    assert found.is_alone
    assert "Er is nog niets om mee te vergelijken" in comparison_text(found, "nl")
    assert "<table>" not in comparison_html(found, "en")


def test_every_decision_counts_rooms_and_players(home: Path, now: Acted) -> None:
    own = logged(home, now)
    logged(home, acted(teams=3))
    _solo(home, *WORSE)
    _solo(home, *WORSE[:1])
    _solo(home)
    _solo(home, level="non-pin-shop")
    found = compared(now.session, home, LIBRARY, own.path)
    assert (found.rooms.sources, found.players.sources, found.unreadable, found.others) == (1, 2, 0, 0)
    decisions = dict(found.decisions())
    assert decisions["klacht"]["kijk-mee"][2] == 2
    for turn in now.session.game.turns:
        assert decisions[turn.scene][turn.reply.id][0] == 1
    assert sum(counts[0] for replies in decisions.values() for counts in replies.values()) == 5
    assert sum(counts[1] for replies in decisions.values() for counts in replies.values()) == 15
    assert sum(counts[2] for replies in decisions.values() for counts in replies.values()) == 6
    assert [sum(column) for column in zip(*found.endings().values(), strict=True)] == [1, 3, 1]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_text_and_page_tell_the_same_numbers(home: Path, now: Acted, language: str) -> None:
    _solo(home, *WORSE)
    logged(home, acted())
    found = compared(now.session, home, LIBRARY)
    text = comparison_text(found, language)
    page = report_html(now.session, now.acts, LIBRARY, language, found)
    title = next(iter(LEVEL.endings.values())).title.in_language(language)
    here, rooms, players = next(iter(found.endings().values()))
    assert f'<th scope="row">{title}</th><td>{here}</td><td>{rooms}</td><td>{players}</td>' in page
    line = next(line for line in text.splitlines() if line.startswith(f"  {title}: "))
    assert [int(each) for each in line.replace(",", " ").split() if each.isdigit()] == [here, rooms, players]
    seen = Tags()
    seen.feed(page)
    assert not {tag for tag, _ in seen.tags} & {"script", "img", "a"}


def test_files_can_be_named_also_from_elsewhere(home: Path, now: Acted, tmp_path: Path) -> None:
    other, loose = tmp_path / "other", tmp_path / "usb"
    room = logged(other, acted(teams=2)).path
    assert room is not None
    solo = _solo(other, *WORSE)
    found = compared_with(now.session, [room, solo], home, LIBRARY)
    assert (found.rooms.sources, found.players.sources, found.unreadable) == (1, 1, 0)
    loose.mkdir()
    copies = [Path(shutil.copy(each, loose)) for each in (room, solo)]
    assert compared_with(now.session, copies, home, LIBRARY).unreadable == 2  # their level is not there
    logged(home, now)
    found = compared_with(now.session, copies, home, LIBRARY)
    assert (found.rooms.sources, found.players.sources, found.unreadable) == (1, 1, 0)


def test_what_cannot_be_read_or_is_another_level_is_counted_apart(
    home: Path, now: Acted, tmp_path: Path
) -> None:
    nonsense = tmp_path / "nonsense.jsonl"
    nonsense.write_text("{}\n", "utf-8")
    other = _solo(home, level="non-pin-shop")
    found = compared_with(now.session, [nonsense, tmp_path / "gone.jsonl", other], home, LIBRARY)
    assert (found.unreadable, found.others) == (2, 1)
    text = comparison_text(found, "en")
    assert "Could not be read and is not counted: 2." in text
    assert "About another conversation and not counted: 1." in text
    torn = logged(home, acted()).path
    assert torn is not None
    torn.write_bytes(torn.read_bytes()[:-7])
    assert compared(now.session, home, LIBRARY).rooms.sources == 1


def test_the_command_lays_it_beside_all_that_is_kept(
    home: Path, now: Acted, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = logged(home, now).path
    assert own is not None
    _solo(home, *WORSE)
    assert main(["workshop", "--report", own.stem, "--compare"]) == 0
    assert "Eerdere sessies van dit gesprek: 0. Gespeeld door één speler: 1." in capsys.readouterr().out
    target = tmp_path / "beside.html"
    assert main(["workshop", "--report", own.stem, "--compare", "-o", str(target), "--lang", "en"]) == 0
    assert "<h2>Compared with others</h2>" in target.read_text("utf-8")
    assert main(["workshop", "--report", own.stem, "--compare", str(home / FOLDER / "weg.jsonl")]) == 2
    assert "is er niet" in capsys.readouterr().err
