"""Make the pictures of the author's guides: `python -m scripts.guide_pictures [--to FOLDER]`.

Follows each guide and takes each picture where it stands, so that a picture shows what its reader has then.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.text import Text

from game import paths
from game.authoring.drafts import Drafts
from game.library import players_library
from game.saves import Saves
from game.settings import Settings
from game.tui.app import LuisterkamerApp
from scripts.guide import DOCS, GUIDES, LEVELS, PROGRAM, Author, commands, steps
from scripts.screenshots import self_contained

LOCALES = {"nl": "nl_NL.UTF-8", "en": "en_GB.UTF-8"}
TERMINAL_WIDTH = 112
DESK = (112, 30)
"""Columns and lines of the preview: wide enough for its panel at the side."""

PATIENCE = 20.0
"""Seconds the preview may take to show what was saved."""


def main() -> None:
    """Make the pictures asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--to", type=Path, default=DOCS / "pictures")
    folder = parser.parse_args().to.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    os.environ.pop(paths.COMMAND_VARIABLE, None)
    for language, guide in GUIDES.items():
        with tempfile.TemporaryDirectory() as desk, tempfile.TemporaryDirectory() as home:
            os.environ.update({paths.HOME_VARIABLE: home, "LC_ALL": LOCALES[language]})
            Photographer(Author(Path(desk), LEVELS[language]), language, folder).follow(guide)


class Photographer:
    """Follows a guide in one language and puts its pictures into *folder*."""

    def __init__(self, author: Author, language: str, folder: Path) -> None:
        self.author, self.settings, self.folder = author, Settings(language), folder
        self.printed = ""
        self.wrong = b""

    def follow(self, guide: Path) -> None:
        """Do all the steps of *guide*; take each picture where it stands."""
        pictures: dict[str, Callable[[], str]] = {
            "check": self.check,
            "preview": self.preview,
            "graph": self.graph,
            "house": self.house,
        }
        for step in steps(guide.read_text(encoding="utf-8")):
            if step.kind == "picture":
                path = self.folder / Path(step.about).name
                path.write_text(pictures[path.name.split(".")[0]](), encoding="utf-8")
            elif step.kind != "sh" or not any("--watch" in each for each in commands(step.lines)):
                for done in self.author.do(step):
                    words = " ".join((PROGRAM, *done.arguments))
                    self.printed = f"> {words}\n{done.printed}"

    def check(self) -> str:
        """Return what the last command printed, as it stands in a terminal."""
        self.wrong = self.author.level.read_bytes()
        console = Console(record=True, width=TERMINAL_WIDTH, file=io.StringIO(), legacy_windows=False)
        console.print(Text(self.printed.rstrip("\n")))
        return self_contained(console.export_svg(title="Terminal", unique_id="check"))

    def preview(self) -> str:
        """Return the preview, begun with the good version, after a save of the one with the mistakes."""
        return asyncio.run(self._preview())

    async def _preview(self) -> str:
        level, good = self.author.level, self.author.level.read_bytes()
        library = players_library()
        drafts = Drafts(level, library.known)
        app = LuisterkamerApp(library, Saves(paths.home()), self.settings, drafts=drafts)
        async with app.run_test(size=DESK) as pilot:
            await pilot.pause(1)
            await pilot.press("enter")
            level.write_bytes(self.wrong)
            async with asyncio.timeout(PATIENCE):
                while not any(problem.is_error for problem in drafts.latest.problems):
                    await pilot.pause(0.1)
            await pilot.pause(0.5)
            level.write_bytes(good)
            return self_contained(app.export_screenshot(title="Luisterkamer"))

    def graph(self) -> str:
        """Return the picture that the guide's own command drew."""
        return self.author.level.with_suffix(".svg").read_text(encoding="utf-8")

    def house(self) -> str:
        """Return the house with the last conversation marked."""
        return asyncio.run(self._house())

    async def _house(self) -> str:
        app = LuisterkamerApp(players_library(), Saves(paths.home()), self.settings)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause(1)
            await pilot.press("up")
            await pilot.pause(0.5)
            return self_contained(app.export_screenshot(title="Luisterkamer"))


if __name__ == "__main__":
    main()
