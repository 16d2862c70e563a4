"""The facilitator's guide: what it says to type exists, and both languages say the same."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from game.cli import parser
from game.library import Library
from game.tui.screens.notes import NotesScreen
from game.tui.screens.notes_keys import KEYS
from game.tui.screens.workshop import WorkshopScreen
from tests.conftest import ROOT

GUIDES = {"nl": ROOT / "docs" / "workshop.nl.md", "en": ROOT / "docs" / "workshop.en.md"}
START = "python3 scripts/start.py "
ONE_PAGE = 900


def commands(path: Path) -> list[str]:
    """Return every line that the guide says to type."""
    blocks = re.findall(r"^ *```sh\n(.*?)^ *```", path.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return [line.strip() for block in blocks for line in block.splitlines() if line.strip()]


@pytest.mark.parametrize("language", GUIDES)
def test_every_command_in_the_guide_exists(language: str) -> None:
    typed = commands(GUIDES[language])
    assert len(typed) >= 10
    ours = [line.removeprefix(START) for line in typed if line.startswith(START)]
    assert len(ours) == len(typed) - 1
    for line in ours:
        options = parser(language).parse_args(shlex.split(line))  # ends the test where it does not exist
        assert options.command in ("list", "notes", "workshop")
        level = getattr(options, "level", None)
        assert level is None or level in Library(ROOT / "levels").ids
        assert language == "nl" or options.lang == "en"
    named = {option for line in ours for option in re.findall(r"--[a-z]+", line)}
    assert {"--phones", "--host", "--resume", "--report", "--preflight", "--tie", "--plain"} <= named


def test_what_is_installed_for_phones_is_an_extra_of_the_project() -> None:
    (line,) = [each for each in commands(GUIDES["nl"]) if not each.startswith(START)]
    assert line.endswith('-e ".[workshop]"')
    assert re.search(r"^workshop = \[$", (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)


def test_a_command_that_does_not_exist_would_be_found() -> None:
    with pytest.raises(SystemExit):
        parser("nl").parse_args(["workshop", "--nonsense"])


def test_both_guides_say_to_type_the_same() -> None:
    plain = [line.removesuffix(" --lang en") for line in commands(GUIDES["en"])]
    dutch = [line.replace("verslag.html", "report.html") for line in commands(GUIDES["nl"])]
    assert plain == dutch
    headings = [len(re.findall("^## ", path.read_text("utf-8"), re.MULTILINE)) for path in GUIDES.values()]
    assert headings[0] == headings[1]


@pytest.mark.parametrize("language", GUIDES)
def test_the_guide_is_a_page_and_leads_to_the_other_language(language: str) -> None:
    text = GUIDES[language].read_text("utf-8")
    assert len(text.split()) <= ONE_PAGE
    other = next(path for key, path in GUIDES.items() if key != language)
    assert f"({other.name})" in text


@pytest.mark.parametrize("language", GUIDES)
def test_the_keys_in_the_table_are_keys(language: str) -> None:
    rows = re.findall(r"^\| (.*?) \|", GUIDES[language].read_text("utf-8"), re.MULTILINE)
    letters = {key for row in rows for key in re.findall(r"`([a-z])`", row)}
    notes, projector = ({key for binding in _keys(screen) for key in binding.split(",")} for screen in BOTH)
    assert letters <= notes | projector
    assert {"o", "s", "p", "r", "w", "k", "u"} <= letters & notes & projector
    assert set(KEYS.values()) <= notes


BOTH = (NotesScreen, WorkshopScreen)


def _keys(screen: type[NotesScreen] | type[WorkshopScreen]) -> list[str]:
    """Return the keys of a screen, with those of the screens it is made from."""
    own = [each for kind in screen.__mro__ for each in vars(kind).get("BINDINGS", ())]
    return [each.key for each in own if not isinstance(each, tuple)]
