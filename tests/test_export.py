"""The debrief to take along: complete, self-contained, and harmless whatever a level says."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.cli import main
from game.closing import Closing
from game.library import Library
from game.logbook import Logbook
from game.opening import open_new
from game.saves import Saves
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL
from tests.test_logbook import NOON

WORSE = ("kijk-mee", "kaart-halen", "omdraaien", "klopt", "goedendag")
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> **vet** [link](javascript:alert(1)) & \x1b[31m"
)


def finish(
    home: Path, plan: str = "Als ik gelijk heb, zwijg ik.", folder: Path = ROOT / "levels", *route: str
) -> str:
    library, saves = Library(folder), Saves(home)
    level = "klein" if route else "pine-nut-sandwich"
    saved = open_new(library, saves, level, seed=1).saved
    for reply in route or WORSE:
        saved.choose(reply)
    closing = Closing(saved, library, saves, Logbook(home), lambda: NOON)
    closing.feel("uneasy")
    closing.plan(plan)
    saved.close()
    assert saved.path is not None
    return saved.path.stem


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_markdown_has_every_step(home: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    finish(home)
    assert main(["export", "--lang", language]) == 0
    told = capsys.readouterr().out
    headings = re.findall(r"^## (.*)$", told, re.MULTILINE)
    assert len(headings) == 6
    assert ("het keerpunt" if language == "nl" else "the turning point") in told
    assert "Als ik gelijk heb, zwijg ik." in told
    assert ("ongemakkelijk" if language == "nl" else "uneasy") in told


def test_html_needs_nothing_from_elsewhere(home: Path, tmp_path: Path) -> None:
    game = finish(home)
    file = tmp_path / "out.html"
    assert main(["export", game, "--format", "html", "-o", str(file)]) == 0
    page = Tags()
    page.feed(file.read_text("utf-8"))
    names = {tag for tag, _ in page.tags}
    assert {"svg", "polyline", "h1", "ol"} <= names
    assert not names & {"script", "img", "link", "iframe", "a"}
    assert not [
        value
        for _, attributes in page.tags
        for name, value in attributes.items()
        if name in ("src", "href") or name.startswith("on")
    ]


def test_hostile_words_stay_words(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "levels"
    folder.mkdir()
    words = HOSTILE.replace("\x1b", "").replace('"', "")
    (folder / "klein.yaml").write_text(
        SMALL.replace("nl: Ze lacht.,", f'nl: "{words}",').replace("nl: Dag.,", f'nl: "{words}",'), "utf-8"
    )
    for name in ("principles.yaml", "sources.yaml"):
        shutil.copy(ROOT / "levels" / name, folder)
    finish(home, HOSTILE, folder, "warm", "goed")
    assert main(["export", "--format", "html"]) == 0
    told = capsys.readouterr().out
    page = Tags()
    page.feed(told)
    assert not {tag for tag, _ in page.tags} & {"script", "img"}
    assert "&lt;script&gt;" in told
    assert "\x1b" not in told
    assert main(["export"]) == 0
    markdown = capsys.readouterr().out
    assert "\\<script\\>" in markdown
    assert "\\[link\\](javascript:" in markdown


def test_nothing_finished_and_an_unknown_game_are_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export"]) == 2
    assert "nog geen gesprek afgerond" in capsys.readouterr().err
    game = finish(home)
    assert main(["export", "pine-nut-sandwich"]) == 0  # a level stands for its last game
    assert main(["export", "weg"]) == 2
    assert game in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_told(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    finish(home)
    (tmp_path / "map.html").mkdir()
    assert main(["export", "--format", "html", "-o", str(tmp_path / "map.html")]) == 2
    assert "kan niet worden geschreven" in capsys.readouterr().err


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_a_real_browser_shows_it_without_an_error(home: Path, tmp_path: Path) -> None:
    finish(home, HOSTILE)
    file = tmp_path / "out.html"
    main(["export", "--format", "html", "-o", str(file)])
    done = subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={tmp_path / 'profile'}", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--enable-logging=stderr", "--v=0", "--dump-dom", file.as_uri(),
        ],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert "<polyline" in done.stdout
    assert "&lt;script&gt;" in done.stdout
    assert "CONSOLE" not in done.stderr
