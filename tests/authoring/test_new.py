"""`luisterkamer new`: a level that plays at once, and nothing that is overwritten."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.plays import read_plays
from game.authoring.reader import read_level_file
from game.authoring.scaffold import is_name, name_like, scaffold
from game.cli import main, parser
from game.commands.new import NEXT, new
from game.exits import Exit
from game.library import CATALOGUES, Library
from game.stats import stats_of
from game.story.playthrough import play
from tests.conftest import ROOT

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    folder = tmp_path / "bureau"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@LANGUAGES
def test_a_new_level_has_nothing_to_remark(
    desk: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "mijn-gesprek", "--lang", language]) == Exit.FINE
    assert sorted(os.listdir(desk)) == ["mijn-gesprek.plays.yaml", "mijn-gesprek.yaml"]
    known = Library(ROOT / "levels").known
    level, problems = read_level_file(desk / "mijn-gesprek.yaml", known, remarks=True)
    assert level is not None
    assert problems == ()
    assert level.languages == (language,)
    assert len(level.scenes) in (2, 3)
    assert len(level.endings) == 3
    capsys.readouterr()
    assert main(["check", ".", "--lang", language]) == Exit.FINE


@LANGUAGES
def test_its_plays_hold_and_no_ending_is_rare(desk: Path, language: str) -> None:
    main(["new", "mijn-gesprek", "--lang", language])
    level, _ = read_level_file(desk / "mijn-gesprek.yaml")
    plays, problems = read_plays(desk / "mijn-gesprek.plays.yaml")
    assert level is not None
    assert problems == ()
    assert len(plays) == 2
    for each in plays:
        game = play(level, each.replies)
        assert game.ending is not None
        assert (game.ending.id, game.state.trust, game.state.sympathy) == (
            each.ending,
            each.trust,
            each.sympathy,
        )
    random = stats_of(level).random
    assert random is not None
    assert all(0.05 < share < 0.75 for share in random.endings.values())


@LANGUAGES
def test_it_plays_at_once_from_its_file(
    desk: Path, home: Path, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["new", "mijn-gesprek", "--lang", language])
    first = read_plays(desk / "mijn-gesprek.plays.yaml")[0][0].replies
    with (desk / "typed").open("w") as file:
        file.write("\n".join([*first, *[""] * 8, "again", *first, "quit"]))
    with (desk / "typed").open() as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert main(["play", "mijn-gesprek.yaml", "--plain", "--lang", language]) == Exit.FINE
    told = capsys.readouterr().out
    ending = {"nl": "Einde: Grijs was op", "en": "Ending: Out of grey"}[language]
    assert told.count(ending) == 2
    assert {"nl": "Bron: Verzonnen", "en": "Source: Made up"}[language] in told


def test_a_file_is_played_from_a_scene_or_the_scene_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["new", "mijn-gesprek"])
    capsys.readouterr()
    assert main(["play", "mijn-gesprek.yaml", "--plain", "--from", "zonda"]) == Exit.USAGE
    assert "Bedoelde je ‘zondag’?" in capsys.readouterr().err
    with Path("typed").open("w+") as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert main(["play", "mijn-gesprek.yaml", "--plain", "--from", "zondag"]) == Exit.FINE
    assert "Mijn dochter heeft ze gebreid" in capsys.readouterr().out


def test_a_broken_file_is_not_played_but_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "mijn-gesprek"])
    path = desk / "mijn-gesprek.yaml"
    path.write_text(path.read_text("utf-8").replace("goto: zondag", "goto: zonda"), "utf-8")
    capsys.readouterr()
    assert main(["play", "mijn-gesprek.yaml", "--plain"]) == Exit.LEVEL_IS_WRONG
    output = capsys.readouterr()
    assert output.out == ""
    assert "E201" in output.err
    assert main(["play", "weg.yaml", "--plain"]) == Exit.USAGE
    assert "‘weg.yaml’ bestaat niet" in capsys.readouterr().err


@LANGUAGES
def test_it_tells_what_to_do_next(
    language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LUISTERKAMER_COMMAND", "python3 start.py")
    main(["new", "mijn-gesprek.yaml", "--lang", language])
    told = capsys.readouterr().out
    for command in NEXT:
        assert f"python3 start.py {command} mijn-gesprek.yaml " in told


@pytest.mark.parametrize("command", ["check", "play", "preview"])
def test_what_it_tells_to_do_next_can_be_done(command: str) -> None:
    assert command in NEXT
    parser("nl").parse_args([command, "mijn-gesprek.yaml"])


@LANGUAGES
@pytest.mark.parametrize("there", ["mijn-gesprek.yaml", "mijn-gesprek.plays.yaml"])
def test_nothing_is_overwritten(
    desk: Path, language: str, there: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / there).write_text("van mij", "utf-8")
    assert main(["new", "mijn-gesprek", "--lang", language]) == Exit.USAGE
    assert os.listdir(desk) == [there]
    assert (desk / there).read_text("utf-8") == "van mij"
    output = capsys.readouterr()
    assert output.out == ""
    assert there in output.err
    assert {"nl": "niets veranderd", "en": "Nothing was changed"}[language] in output.err


def test_a_link_to_nowhere_is_not_overwritten_either(desk: Path) -> None:
    (desk / "mijn-gesprek.yaml").symlink_to(desk / "weg")
    assert main(["new", "mijn-gesprek"]) == Exit.USAGE
    assert os.listdir(desk) == ["mijn-gesprek.yaml"]


@pytest.mark.parametrize(
    ("found", "suggested"),
    [
        ("Mijn gesprek", "mijn-gesprek"),
        ("Scène één.yaml", "scene-een"),
        ("../weg", "weg"),
        ("2e kans", "e-kans"),
        ("a" * 50, "a" * 40),
        ("漢字", ""),
        ("", ""),
    ],
)
@LANGUAGES
def test_a_bad_name_is_explained_with_a_suggestion(
    desk: Path, found: str, suggested: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", found, "--lang", language]) == Exit.USAGE
    assert os.listdir(desk) == []
    output = capsys.readouterr()
    assert output.out == ""
    said = re.search(r"luisterkamer new (\S+)$", output.err.strip())
    assert (said[1] if said else "") == suggested


@pytest.mark.parametrize("name", ["hotel-bill", *(each.removesuffix(".yaml") for each in CATALOGUES)])
def test_a_name_of_the_house_is_taken(desk: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", name]) == Exit.USAGE
    assert os.listdir(desk) == []
    assert f"luisterkamer new {name}-2" in capsys.readouterr().err


def test_where_one_may_not_write_nothing_is_left_behind(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from game.journal import replace_file

    def full(path: Path, data: bytes) -> None:
        if path.name.endswith(".plays.yaml"):
            raise OSError(28, "No space left on device")
        replace_file(path, data)

    monkeypatch.setattr("game.commands.new.replace_file", full)
    assert new("mijn-gesprek", desk, "en") == Exit.USAGE
    assert os.listdir(desk) == []
    assert "No space left on device" in capsys.readouterr().err


@settings(deadline=None)
@given(st.text(max_size=80))
def test_what_is_suggested_can_be_a_name(words: str) -> None:
    assert name_like(words) == "" or is_name(name_like(words))


def test_a_good_name_is_suggested_as_it_is() -> None:
    assert name_like("mijn-gesprek_2") == "mijn-gesprek_2"


@LANGUAGES
def test_no_line_of_it_is_too_wide_for_a_small_window(language: str) -> None:
    for data in scaffold(language):
        assert max(len(line) for line in data.decode().splitlines()) <= 120


def test_every_shipped_level_names_its_source() -> None:
    for level in Library(ROOT / "levels").readable_levels():
        assert level.source, level.id
