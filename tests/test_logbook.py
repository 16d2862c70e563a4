"""The logbook: what is derived from it, on a frozen clock, and what damage costs."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from game import journal
from game.logbook import SPACING, Logbook, plans_for
from tests.conftest import ROOT

NOON = datetime(2026, 3, 2, 12, 0, 0)


def finished(book: Logbook, game: str, now: datetime, principle: str = "let-them-keep-face") -> None:
    book.write(now, "finished", game=game, level="pine-nut-sandwich", ending="de-fooi")
    book.write(now, "feeling", game=game, feeling="relieved")
    book.write(now, "picked", game=game, picked=principle, asked=principle)


def test_a_game_is_put_together_from_its_records(home: Path) -> None:
    finished(Logbook(home), "g1", NOON)
    [entry] = Logbook(home).entries()
    assert (entry.level, entry.ending, entry.feeling) == ("pine-nut-sandwich", "de-fooi", "relieved")
    assert entry.fitted
    assert entry.day == NOON.date()


def test_an_open_plan_is_asked_about_once(home: Path) -> None:
    book = Logbook(home)
    assert book.open_plan() is None
    finished(book, "g1", NOON)
    book.write(
        NOON, "plan", game="g1", principle="let-them-keep-face", plan="Als ik gelijk heb, tel ik tot drie."
    )
    plan = Logbook(home).open_plan()
    assert plan is not None
    assert plan.plan == "Als ik gelijk heb, tel ik tot drie."
    book.write(NOON, "plan-answer", game="g1", answer="not-yet")
    assert Logbook(home).open_plan() is None
    assert plans_for("let-them-keep-face", book.entries()) == ("Als ik gelijk heb, tel ik tot drie.",)


def test_an_older_plan_is_not_asked_about_after_a_newer_one(home: Path) -> None:
    book = Logbook(home)
    for game in ("g1", "g2"):
        finished(book, game, NOON)
        book.write(NOON, "plan", game=game, principle="let-them-keep-face", plan=game)
    book.write(NOON, "plan-answer", game="g2", answer="done")
    assert book.open_plan() is None


@pytest.mark.parametrize(
    ("days", "asked_before", "is_due"),
    [
        (0, 0, False),
        (1, 0, True),
        (2, 1, False),
        (3, 1, True),
        (6, 2, False),
        (7, 2, True),
        (20, 3, False),
        (21, 3, True),
        (99, 4, False),
    ],
)
def test_a_principle_comes_back_after_1_3_7_and_21_days(
    home: Path, days: int, asked_before: int, is_due: bool
) -> None:
    book = Logbook(home)
    finished(book, "g1", NOON)
    for number in range(asked_before):
        book.write(
            NOON + timedelta(days=SPACING[number]),
            "question",
            principle="let-them-keep-face",
            picked="",
            question="x",
        )
    due = book.due((NOON + timedelta(days=days)).date())
    assert due == ("let-them-keep-face" if is_due else None)


def test_one_question_a_day_the_longest_overdue_first(home: Path) -> None:
    book = Logbook(home)
    finished(book, "g1", NOON, "keep-your-word")
    finished(book, "g2", NOON + timedelta(days=2))
    day = NOON + timedelta(days=5)
    assert book.due(day.date()) == "keep-your-word"
    book.write(day, "question", principle="keep-your-word", picked="", question="x")
    assert book.due(day.date()) is None
    assert book.due((day + timedelta(days=1)).date()) == "let-them-keep-face"


def test_a_damaged_line_costs_itself_only(home: Path) -> None:
    book = Logbook(home)
    for game in ("g1", "g2", "g3"):
        finished(book, game, NOON)
    lines = book.path.read_bytes().split(b"\n")
    lines[3] = lines[3].replace(b"pine", b"pane")
    book.path.write_bytes(b"\n".join(lines))
    assert [entry.game for entry in Logbook(home).entries()] == ["g1", "g3"]


def test_every_cut_leaves_the_rest_readable_and_the_next_record_sound(home: Path) -> None:
    book = Logbook(home)
    finished(book, "g1", NOON)
    finished(book, "g2", NOON)
    whole = book.path.read_bytes()
    for cut in range(len(whole)):
        book.path.write_bytes(whole[:cut])
        Logbook(home).write(NOON, "finished", game="g9", level="l", ending="e")
        entries = Logbook(home).entries()
        assert entries[-1].game == "g9"
        complete = whole[:cut].count(b"\n") + (
            whole[cut : cut + 1] == b"\n"
        )  # only its line feed was missing
        assert len(Logbook(home).records) == complete + 1


def test_strange_records_are_no_trouble(home: Path) -> None:
    home.mkdir()
    for record in (
        {},
        {"act": 3},
        {"act": "finished"},
        {"act": "finished", "game": 1},
        {"act": "plan", "game": "g"},
        {"act": "question", "at": "gisteren"},
    ):
        journal.append_to_shared(home / "logbook.jsonl", record)
    book = Logbook(home)
    assert book.entries() == ()
    assert book.open_plan() is None
    assert book.due(NOON.date()) is None


def test_when_it_cannot_be_kept_it_lasts_as_long_as_the_program(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, record: journal.Record) -> None:
        raise OSError(28, "schijf vol")

    book = Logbook(home)
    monkeypatch.setattr(journal, "append_to_shared", full)
    finished(book, "g1", NOON)
    assert book.trouble == "schijf vol"
    assert book.entries()[0].feeling == "relieved"
    assert not book.path.exists()


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_what_was_acknowledged_survives_being_killed(home: Path) -> None:
    chance = random.Random(4)
    code = "\n".join(
        [
            "import sys",
            "from datetime import datetime",
            "from pathlib import Path",
            "from game.logbook import Logbook",
            "book = Logbook(Path(sys.argv[1]))",
            "for number in range(10**6):",
            "    book.write(datetime(2026, 3, 2), 'finished', game=f'{sys.argv[2]}-{number}', level='l')",
            "    print(number, flush=True)",
        ]
    )
    acknowledged: set[str] = set()
    for round_ in range(10):
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(home), str(round_)], stdout=subprocess.PIPE, cwd=ROOT, text=True
        )
        assert process.stdout is not None
        for _ in range(chance.randrange(1, 30)):
            acknowledged.add(f"{round_}-{process.stdout.readline().strip()}")
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    assert acknowledged <= {entry.game for entry in Logbook(home).entries()}
