"""`luisterkamer test` as an author meets it: a line where all holds, else the first step that differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import journal, paths
from game.authoring.plays import read_plays
from game.cli import main
from game.exits import Exit
from game.library import Library
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL

HOLDS = """\
plays:
  warm:
    replies: [warm: {trust: 60}, goed]
    trust: 65
    ending: blij
  stil: {replies: [stil], ending: klaar}
"""

WRONG = """\
plays:
  gone: {replies: [wram]}
  elsewhere: {replies: [goed]}
  hidden: {replies: [koel, nog-eens]}
  hidden, nothing remembered: {replies: [warm, warm]}
  too late: {replies: [stil, goed]}
  parted: {replies: [warm: {trust: 1}], trust: 60}
  not over: {replies: [warm], ending: blij}
  other ending: {replies: [koel, goed], ending: blij, trust: 66}
  no ending: {replies: [stil], ending: klaer}
  other meters: {replies: [warm: {trust: 60}, goed], trust: 66, sympathy: 60}
"""


@pytest.fixture
def level(tmp_path: Path) -> Path:
    folder = tmp_path / "schrijven"
    folder.mkdir()
    (folder / "klein.yaml").write_text(SMALL, "utf-8")
    return folder / "klein.yaml"


def plays_of(level: Path, text: str) -> Path:
    path = level.with_name("klein.plays.yaml")
    path.write_text(text, "utf-8")
    return path


def test_what_holds_is_one_line(level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = plays_of(level, HOLDS)
    for argument in (level, path, level.parent):
        assert main(["test", str(argument)]) == Exit.FINE
        assert capsys.readouterr().out == "klein: 2 routes, alles klopt.\n"
    assert main(["test", str(level), "--lang", "en"]) == Exit.FINE
    assert capsys.readouterr().out == "klein: 2 plays, all hold.\n"
    assert path.read_text("utf-8") == HOLDS


def test_without_arguments_all_levels_are_played(capsys: pytest.CaptureFixture[str]) -> None:
    own = paths.own_folder()
    own.mkdir(parents=True)
    (own / "klein.yaml").write_text(SMALL, "utf-8")
    (own / "klein.plays.yaml").write_text(HOLDS.replace("65", "64"), "utf-8")
    assert main(["test", "--lang", "en"]) == Exit.LEVEL_IS_WRONG
    told = capsys.readouterr().out
    for id in Library(ROOT / "levels").ids:
        assert f"{id}: " in told
    assert "klein: 1 of 2 plays does not hold." in told
    assert "Do not hold: 1." in told.splitlines()[-1]
    assert "test klein --bless" in told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "nl",
            [
                "‘wram’, is er niet in scène ‘een’. Bedoelde je ‘warm’? Daar kan: warm, koel, stil.",
                "Antwoord 1, ‘goed’, hoort bij scène ‘twee’, maar hier is het gesprek in ‘een’.",
                "bij ‘trust >= 40’. Hier is trust 0, sympathy 35, met onthouden: was_cool. Wel kan: goed.",
                "Antwoord 2, ‘warm’, hoort bij scène ‘een’, maar hier is het gesprek in ‘twee’.",
                "komt te laat: het gesprek is al afgelopen met einde ‘klaar’.",
                "Na antwoord 1, ‘warm’, is het trust 60; de route zegt trust 1.",
                "het staat in scène ‘twee’. De route zegt einde ‘blij’. Verder kan met: goed, nog-eens.",
                "‘klaar’ in plaats van ‘blij’, met trust 5, sympathy 35, met onthouden: was_cool. De",
                "Een einde ‘klaer’ is er niet. Bedoelde je ‘klaar’? Het eindigt met ‘klaar’",
                "65, sympathy 60; de route zegt trust 66, sympathy 60. Tot en met antwoord 1, ‘warm’",
                "10 van 10 routes kloppen niet.",
            ],
        ),
        (
            "en",
            [
                "‘wram’, is not in scene ‘een’. Did you mean ‘warm’? There you can: warm, koel, stil.",
                "belongs to scene ‘twee’",
                "‘trust >= 40’. Here it is trust 0, sympathy 35, remembered: was_cool. Available: goed.",
                "comes too late",
                "After reply 1, ‘warm’, it is trust 60; the play says trust 1.",
                "is in scene ‘twee’. The play says ending ‘blij’. Ways on: goed, nog-eens.",
                "‘klaar’ instead of ‘blij’, with trust 5, sympathy 35, remembered: was_cool. The play",
                "There is no ending ‘klaer’. Did you mean ‘klaar’? It ends with ‘klaar’",
                "it is trust 65, sympathy 60; the play says trust 66, sympathy 60. Up to reply 1, ‘warm’",
                "10 of 10 plays do not hold.",
            ],
        ),
    ],
)
def test_what_differs_first_is_told_in_words(
    level: Path, language: str, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = plays_of(level, WRONG)
    assert main(["test", str(level), "--lang", language]) == Exit.LEVEL_IS_WRONG
    found = capsys.readouterr().out
    for words in told:
        assert words in found
    for number, line in enumerate(WRONG.splitlines()[1:], 2):
        assert f"{path}:{number}: ‘{line.partition(':')[0].strip()}’" in found
    assert "{" not in found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_endings_without_a_play_are_a_hint(
    level: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    level.write_text(SMALL.replace("trust >= 60 and", "trust > 99 and"), "utf-8")
    plays_of(level, "plays:\n  x: {replies: [koel, goed]}\n")
    assert main(["test", str(level), "--lang", language]) == Exit.FINE
    head, hint = capsys.readouterr().out.splitlines()
    assert head == {"nl": "klein: 1 route, die klopt.", "en": "klein: 1 play, it holds."}[language]
    assert "‘blij’" in hint
    assert "replies: [warm, nog-eens, " in hint


def test_an_ending_that_never_comes_is_said_to(level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    never = SMALL.replace("trust >= 60 and not was_cool", "trust < 40 and not was_cool")
    level.write_text(never, "utf-8")
    plays_of(level, "plays:\n  x: {replies: [stil]}\n")
    assert main(["test", str(level)]) == Exit.FINE
    assert "Einde ‘blij’ komt nooit" in capsys.readouterr().out


def test_a_level_without_plays_is_a_hint(level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", str(level)]) == Exit.FINE
    assert f"test {level} --bless" in capsys.readouterr().out
    assert [each.name for each in level.parent.iterdir()] == ["klein.yaml"]


# Recording


def test_bless_records_and_shows_what_changed(level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = plays_of(level, HOLDS.replace("65", "1 # ooit").replace("{trust: 60}", "{trust: 2}"))
    assert main(["test", str(level), "--bless"]) == Exit.FINE
    told = capsys.readouterr().out
    assert f"{path}:2: ‘warm’\n   na ‘warm’ trust 2 → 60, trust 1 → 65\n" in told
    assert told.endswith("klein: 2 routes, alles klopt.\n")
    assert path.read_text("utf-8") == HOLDS.replace("65", "65 # ooit")
    assert main(["test", str(level), "--bless", "--lang", "en"]) == Exit.FINE
    assert capsys.readouterr().out == "klein: 2 plays, all hold.\n"


def test_bless_leaves_what_it_cannot_know(level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = plays_of(level, WRONG)
    assert main(["test", str(level), "--bless"]) == Exit.LEVEL_IS_WRONG
    told = capsys.readouterr().out
    assert told.count("Verander hem zelf.") == 6
    after = path.read_text("utf-8").splitlines()
    before = WRONG.splitlines()
    assert [number for number, line in enumerate(before) if after[number] != line] == [6, 8, 9, 10]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_bless_makes_a_file_where_there_is_none(
    level: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["test", str(level), "--bless", "--lang", language]) == Exit.FINE
    path = level.with_name("klein.plays.yaml")
    assert str(path) in capsys.readouterr().out
    plays, problems = read_plays(path)
    assert problems == ()
    assert [(each.replies, each.ending) for each in plays] == [
        (("warm", "goed"), "blij"),
        (("stil",), "klaar"),
    ]
    assert main(["check", str(path)]) == Exit.FINE


def test_bless_wants_to_know_what(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", "--bless"]) == Exit.USAGE
    assert "--bless" in capsys.readouterr().err


def test_where_nothing_can_be_written_that_is_told(
    level: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = plays_of(level, HOLDS.replace("65", "1"))

    def refuse(*_: object) -> None:
        raise PermissionError(13, "mag niet")

    monkeypatch.setattr(journal.os, "replace", refuse)
    assert main(["test", str(level), "--bless"]) == Exit.USAGE
    assert "mag niet" in capsys.readouterr().err
    assert path.read_text("utf-8") == HOLDS.replace("65", "1")


# What is no level


@pytest.mark.parametrize("flags", [[], ["--bless"]])
def test_a_file_that_is_wrong_is_reported_at_its_place(
    level: Path, flags: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = plays_of(level, "plays:\n  x: {antwoorden: [stil]}\n")
    assert main(["test", str(level), *flags]) == Exit.LEVEL_IS_WRONG
    told = capsys.readouterr()
    assert told.err.count(f"{path}:2:7: E101") == 1
    level.write_text("format: 1\n", "utf-8")
    assert main(["test", str(level), *flags]) == Exit.LEVEL_IS_WRONG
    assert f"{level}:1:1: E102" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argument", "words"),
    [
        ("klien", "Bedoelde je ‘klein’?"),
        ("nergens.yaml", "nergens.yaml"),
        ("nergens.plays.yaml", "nergens.yaml"),
        (".", "Geen levels gevonden"),
    ],
)
def test_what_is_not_there_is_told(
    argument: str,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    own = paths.own_folder()
    own.mkdir(parents=True)
    (own / "klein.yaml").write_text(SMALL, "utf-8")
    empty = tmp_path / "leeg"
    empty.mkdir()
    monkeypatch.chdir(empty)
    assert main(["test", argument]) == Exit.USAGE
    assert words in capsys.readouterr().err


def test_names_of_plays_are_never_more_than_words(level: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plays_of(level, 'plays:\n  "a\\n[red]b":\n    replies: ["wr\\nam"]\n')
    main(["test", str(level)])
    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err
