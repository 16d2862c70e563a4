"""`luisterkamer translate` as an author and a translator use it."""

from __future__ import annotations

import csv
import os
from io import StringIO
from pathlib import Path

import pytest

from game.cli import main
from game.exits import Exit
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL

LEVEL = SMALL.replace(
    "title: {nl: Klein, en: Small}\n", "# the title\ntitle:\n  nl: Klein  # short\n  en: Small\n"
)
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with one level."""
    folder = tmp_path / "mijn levels"
    folder.mkdir()
    (folder / "klein.yaml").write_text(LEVEL, "utf-8")
    monkeypatch.chdir(folder)
    return folder


def _export(*more: str) -> list[list[str]]:
    assert main(["translate", "export", "klein.yaml", *more]) == Exit.FINE
    return _rows()


def _rows() -> list[list[str]]:
    text = Path("klein.csv").read_text("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=text[7]))


def _save(rows: list[list[str]], encoding: str = "utf-8-sig", name: str = "klein.csv") -> None:
    file = StringIO(newline="")
    csv.writer(file, delimiter=";").writerows(rows)
    Path(name).write_bytes(file.getvalue().encode(encoding))


def _changed(place: str, words: str) -> None:
    rows = _export()
    (row,) = [row for row in rows if row[0] == place]
    row[3] = words
    _save(rows)


def _level() -> str:
    return Path("klein.yaml").read_text("utf-8")


@pytest.mark.parametrize(("language", "separator"), [("nl", ";"), ("en", ",")])
def test_a_sheet_is_written_beside_you(language: str, separator: str, capsys: Capture) -> None:
    rows = _export("--lang", language)
    printed = capsys.readouterr()
    assert Path("klein.csv").read_bytes().startswith(f'\ufeff"place"{separator}"kind"'.encode())
    assert rows[0] == ["place", "kind", "nl", "en", "hash"]
    assert rows[1][:4] == ["title", {"nl": "titel", "en": "title"}[language], "Klein", "Small"]
    assert "translate import klein.csv\n" in printed.out
    assert printed.err == ""


def test_a_sheet_on_the_screen_is_all_there_is(capsys: Capture) -> None:
    assert main(["translate", "export", "klein.yaml", "-o", "-"]) == Exit.FINE
    printed = capsys.readouterr()
    assert printed.out.startswith('"place";"kind";"nl";"en";"hash"\n"title";')
    assert printed.err == ""
    assert not Path("klein.csv").exists()


def test_a_sheet_somebody_worked_on_is_not_written_over(capsys: Capture) -> None:
    _changed("title", "Tiny")
    data = Path("klein.csv").read_bytes()
    assert main(["translate", "export", "klein.yaml"]) == Exit.USAGE
    assert "-o NAAM.csv" in capsys.readouterr().err
    assert Path("klein.csv").read_bytes() == data
    assert main(["translate", "export", "klein.yaml", "-o", "ander.csv"]) == Exit.FINE
    assert "translate import ander.csv klein.yaml\n" in capsys.readouterr().out
    assert main(["translate", "export", "klein.yaml", "-o", "ander.csv"]) == Exit.FINE


def test_out_and_in_changes_nothing(capsys: Capture) -> None:
    _export()
    before = Path("klein.yaml").stat()
    assert main(["translate", "import", "klein.csv"]) == Exit.FINE
    after = Path("klein.yaml").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert "niet aangeraakt" in capsys.readouterr().out


@pytest.mark.parametrize(("language", "was", "becomes"), [("nl", "was", "wordt"), ("en", "was", "becomes")])
def test_a_translation_is_put_in_its_place(language: str, was: str, becomes: str, capsys: Capture) -> None:
    _changed("title", "Tiny; “really”")
    capsys.readouterr()
    assert main(["translate", "import", "klein.csv", "--lang", language]) == Exit.FINE
    printed = capsys.readouterr().out
    assert f"{was}: Small\n" in printed
    assert f"{becomes}: Tiny; “really”\n" in printed
    assert _level() == LEVEL.replace("  en: Small\n", "  en: >-\n    Tiny; “really”\n")


def test_a_trial_writes_nothing(capsys: Capture) -> None:
    _changed("title", "Tiny")
    assert main(["translate", "import", "klein.csv", "--dry-run"]) == Exit.FINE
    assert "wordt: Tiny" in capsys.readouterr().out
    assert _level() == LEVEL


def test_a_stale_translation_is_named_and_only_written_when_asked(capsys: Capture) -> None:
    _changed("title", "Tiny")
    Path("klein.yaml").write_text(LEVEL.replace("Klein", "Kleiner"), "utf-8")
    assert main(["translate", "import", "klein.csv"]) == Exit.USAGE
    told = capsys.readouterr().err
    assert "rij 2, title: " in told
    assert "Kleiner" in told
    assert "--stale" in told
    assert "Tiny" not in _level()
    assert main(["translate", "import", "klein.csv", "--stale"]) == Exit.FINE
    assert "Tiny" in _level()


def test_what_fits_is_written_and_the_rest_named(capsys: Capture) -> None:
    rows = _export()
    rows[1][3], rows[2][3], rows[3][3] = "Tiny", "", "\x1b[31mred"
    rows[4][0] = "scenes/ene/lines/1/gast"
    _save(rows)
    assert main(["translate", "import", "klein.csv", "--lang", "en"]) == Exit.USAGE
    printed = capsys.readouterr()
    assert "row 4, people/gast/name: there is a character here that cannot be seen (U+001B)" in printed.err
    assert "row 3" in printed.err
    assert "\x1b" not in printed.err + printed.out
    assert "klein: new 0, changed 1, the same " in printed.out
    assert "Tiny" in _level()
    assert main(["check", "klein.yaml"]) == Exit.FINE


def test_an_unknown_place_is_told_with_a_suggestion(capsys: Capture) -> None:
    rows = _export()
    _save([*rows, ["scenes/een/replies/warn/say", "", "", "x", ""]])
    assert main(["translate", "import", "klein.csv"]) == Exit.USAGE
    assert "Bedoelde je ‘scenes/een/replies/warm/say’?" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_file_that_is_no_sheet_changes_nothing(language: str, capsys: Capture) -> None:
    rows = _export()
    rows[2][3] = "“café”"
    _save(rows, "cp1252")
    assert main(["translate", "import", "klein.csv", "--lang", language]) == Exit.USAGE
    assert "‘CSV UTF-8’" in capsys.readouterr().err
    _save([row[:3] for row in rows])
    assert main(["translate", "import", "klein.csv", "--lang", language]) == Exit.USAGE
    assert "en, hash" in capsys.readouterr().err
    assert _level() == LEVEL


def test_a_sheet_of_another_name_needs_its_level(capsys: Capture) -> None:
    _changed("title", "Tiny")
    os.rename("klein.csv", "terug van Ann.csv")
    assert main(["translate", "import", "terug van Ann.csv"]) == Exit.USAGE
    assert 'translate import "terug van Ann.csv" LEVEL' in capsys.readouterr().err
    assert main(["translate", "import", "terug van Ann.csv", "klein.yaml"]) == Exit.FINE
    assert "Tiny" in _level()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_sheet_of_another_level_writes_nothing(language: str, capsys: Capture) -> None:
    assert main(["translate", "export", "pine-nut-sandwich"]) == Exit.FINE
    arguments = ["import", "pine-nut-sandwich.csv", "klein.yaml", "--stale", "--lang", language]
    assert main(["translate", *arguments]) == Exit.USAGE
    assert "‘klein’" in capsys.readouterr().err
    assert _level() == LEVEL


def test_a_level_of_the_library_is_found_by_its_name(capsys: Capture) -> None:
    assert main(["translate", "export", "pine-nut-sandwich"]) == Exit.FINE
    before = (ROOT / "levels" / "pine-nut-sandwich.yaml").read_bytes()
    assert main(["translate", "import", "pine-nut-sandwich.csv"]) == Exit.FINE
    assert (ROOT / "levels" / "pine-nut-sandwich.yaml").read_bytes() == before
    assert "pine-nut-sandwich.yaml" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["export", "weg.yaml"], ["import", "weg.csv"], ["import", "weg.csv", "klein.yaml"]]
)
def test_files_that_are_not_there_are_told(arguments: list[str], capsys: Capture) -> None:
    assert main(["translate", *arguments]) == Exit.USAGE
    printed = capsys.readouterr()
    assert "weg" in printed.err
    assert printed.out == ""


def test_a_broken_level_is_left_alone(capsys: Capture) -> None:
    _changed("title", "Tiny")
    broken = LEVEL.replace("minutes: 1", "minutes: veel")
    Path("klein.yaml").write_text(broken, "utf-8")
    for arguments in (["export", "klein.yaml"], ["import", "klein.csv"]):
        assert main(["translate", *arguments]) == Exit.LEVEL_IS_WRONG
        assert "E105" in capsys.readouterr().err
    assert _level() == broken


def test_a_folder_that_cannot_be_written_to_is_told(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    _changed("title", "Tiny")

    def refuse(path: Path, data: bytes) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("game.commands.translate.replace_file", refuse)
    assert main(["translate", "import", "klein.csv"]) == Exit.USAGE
    assert main(["translate", "export", "klein.yaml", "-o", "x.csv"]) == Exit.USAGE
    assert capsys.readouterr().err.count("Permission denied") == 2
    assert _level() == LEVEL


def test_a_level_that_is_a_link_stays_one(folder: Path) -> None:
    home = folder.parent / "echt.yaml"
    os.rename("klein.yaml", home)
    os.symlink(home, "klein.yaml")
    _changed("title", "Tiny")
    assert main(["translate", "import", "klein.csv"]) == Exit.FINE
    assert Path("klein.yaml").is_symlink()
    assert "Tiny" in home.read_text("utf-8")


def test_a_shape_nobody_can_write_in_is_told(capsys: Capture) -> None:
    text = f"{LEVEL}facilitator:\n  aim:\n    ? nl\n    : Doel\n"
    Path("klein.yaml").write_text(text, "utf-8")
    _changed("facilitator/aim", "Aim")
    assert main(["translate", "import", "klein.csv"]) == Exit.USAGE
    assert "blokken (>-)" in capsys.readouterr().err
    assert _level() == text


def test_long_texts_are_shown_where_they_differ(capsys: Capture) -> None:
    long = "word " * 60
    _changed("you", f"{long}one")
    assert main(["translate", "import", "klein.csv"]) == Exit.FINE
    Path("klein.csv").unlink()
    _changed("you", f"{long}two")
    capsys.readouterr()
    assert main(["translate", "import", "klein.csv", "--dry-run"]) == Exit.FINE
    lines = capsys.readouterr().out.split("\n")
    assert lines[1].endswith("word one")
    assert lines[2].endswith("word two")
    assert max(map(len, lines)) < 120


def test_help_names_the_two_ways(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["translate", "--help", "--lang", "en"])
    assert "put the translation on a sheet back" in capsys.readouterr().out
    with pytest.raises(SystemExit) as ended:
        main(["translate"])
    assert ended.value.code == Exit.USAGE
