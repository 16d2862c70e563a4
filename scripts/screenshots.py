"""Make the screenshots of the README: `python scripts/screenshots.py [--to FOLDER] [--all]`.

Plays in a home of its own, with a fixed seed, so that the same version gives the same pictures.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from game import paths
from game.library import Library
from game.opening import open_new
from game.saves import Saves
from game.settings import LOOKS, Settings
from game.tui.app import LuisterkamerApp
from game.tui.room import Room, RoomApp
from game.tui.screens.conversation import ConversationScreen
from game.workshop.log import start_workshop
from game.workshop.session import Phase, Rules

SEED = 7
LEVEL = "pine-nut-sandwich"
GOOD = ("kijk-mee", "kaart-halen", "pitten", "namen", "goedendag")
WORSE = ("kijk-mee", "kaart-halen", "omdraaien", "klopt", "goedendag")
BEFORE = (
    ("non-pin-shop", ("kan-niet", "waar-lag-het", "terugleggen", "stil", "bord", "zeg-het")),
    ("pine-nut-sandwich", GOOD),
    ("walter-plastic-car", ("gerecycled", "handen", "weet-niet", "vraag", "spullen", "een-ding")),
    ("walter-presentation", ("dia-een", "schema")),
)
"""What the player of the pictures has played already."""

KEPT = ("house", "conversation-1", "debrief-2", "road", "style", "workshop-split")
"""What the README shows."""

SIZES = ((80, 24), (60, 20), (40, 12), (120, 40))


async def main() -> None:
    """Make the pictures asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--to", type=Path, default=Path("docs/screenshots"))
    parser.add_argument("--all", action="store_true", help="every screen in every size, language and look")
    options = parser.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    if options.all:
        for size in SIZES:
            for language in ("nl", "en"):
                session = Session(options.to, f"{size[0]}x{size[1]}-{language}")
                await session.walk(size, Settings(language, "dark"))
                await session.hold_workshop(size, language)
        for look in LOOKS[1:]:
            await Session(options.to, look).walk((80, 24), Settings("nl", look))
    else:
        await Session(options.to, "").walk((80, 24), Settings("nl", "dark"))
        await Session(options.to, "").hold_workshop((60, 20), "nl")


class Session:
    """One walk through the program, with a picture of each screen."""

    def __init__(self, folder: Path, suffix: str) -> None:
        """Put pictures in *folder*; without *suffix* only those of the README."""
        self.folder, self.suffix = folder, suffix

    async def walk(self, size: tuple[int, int], settings: Settings) -> None:
        """Walk through house, conversation, debrief, and what lies behind them."""
        with tempfile.TemporaryDirectory() as home:
            library, saves = Library(paths.levels_folder()), Saves(Path(home))
            for id, replies in BEFORE:
                saved = open_new(library, saves, id, seed=SEED).saved
                for reply in replies:
                    saved.choose(reply)
                saved.close()
            self.app = LuisterkamerApp(library, saves, settings)
            async with self.app.run_test(size=size) as pilot:
                self.pilot: Pilot[None] = pilot
                await self.picture("house")
                self.app.show_conversation(open_new(library, saves, LEVEL, seed=SEED))
                await self.picture("introduction")
                await pilot.press("enter")
                await self._conversation()
                await self._debrief()

    async def hold_workshop(self, size: tuple[int, int], language: str) -> None:
        """Hold the first round of a workshop, by hands."""
        with tempfile.TemporaryDirectory() as home:
            library = Library(paths.levels_folder())
            level, data = library.level_and_bytes(LEVEL)
            workshop = start_workshop(Path(home), level, data, Rules(), seed=SEED)
            app = RoomApp(library, Saves(Path(home)), Settings(language))
            app.prepare_room(Room(workshop))
            self.app = app
            async with app.run_test(size=size) as pilot:
                self.pilot = pilot
                await self.picture("workshop-prebrief")
                while workshop.session.phase != Phase.VOTE:
                    await pilot.press("space")
                await self.picture("workshop-vote")
                await pilot.press(*"a9", *"b11", *"c6", *"d2", "s")
                await self.picture("workshop-split")
                await pilot.press("p", "r", *"a6", *"b4", *"c16", *"d2", "s")
                await self.picture("workshop-shift")
                await pilot.press("w", *["space"] * 3)
                await self.picture("workshop-consequence")
            workshop.close()

    async def _conversation(self) -> None:
        await self.picture("conversation-1")
        for number, reply in enumerate(WORSE):
            screen = self.app.screen
            assert isinstance(screen, ConversationScreen)
            screen.give(reply)
            await self.picture(f"consequence-{number + 1}")
            if number == 2:
                await self.pilot.press("l")
                await self.picture("history")
                await self.pilot.press("q")
            await self.pilot.press("enter")
            if number < len(WORSE) - 1:
                await self.picture(f"conversation-{number + 2}")

    async def _debrief(self) -> None:
        pilot = self.pilot
        await self.picture("debrief-1")
        await pilot.press("3")
        await self.picture("debrief-2")
        await pilot.press("enter")
        await self.picture("debrief-3")
        await pilot.press("right")
        await self.picture("debrief-4")
        await pilot.press("2")
        await self.picture("debrief-4-quoted")
        await pilot.press("enter")
        await self.picture("debrief-5")
        await pilot.press("enter")
        await self.picture("debrief-6")
        await pilot.press("2")
        await self.picture("debrief-6-typing")
        await pilot.press("enter")
        await self.picture("debrief-6-kept")
        await pilot.press("1")
        await self.picture("debrief-7")
        await pilot.press("1")
        await self.picture("road")
        await pilot.press("q", "q")
        for key, name in (("p", "principles"), ("s", "style"), ("g", "logbook"), ("question_mark", "help")):
            await pilot.press(key)
            await self.picture(name)
            await pilot.press("q")

    async def picture(self, name: str) -> None:
        """Make a picture of the present screen."""
        if not self.suffix and name not in KEPT:
            return
        await self.pilot.pause(0.15)
        path = self.folder / f"{name}{'-' if self.suffix else ''}{self.suffix}.svg"
        path.write_text(self_contained(self.app.export_screenshot(title="Luisterkamer")), encoding="utf-8")


def self_contained(svg: str) -> str:
    """Return the picture without fonts from elsewhere: any monospaced one will do."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return svg.replace("Fira Code", "DejaVu Sans Mono")


if __name__ == "__main__":
    asyncio.run(main())
