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

from game import paths
from game.library import Library
from game.opening import Opened, open_new
from game.saves import Saves
from game.settings import LOOKS, Settings
from game.tui.app import LuisterkamerApp

SEED = 7
LEVEL = "pine-nut-sandwich"
ROUTE = ("kijk-mee", "kaart-halen", "pitten", "namen", "goedendag")
KEPT = ("house", "conversation-1", "debrief-2")
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
                await _session(
                    options.to, size, Settings(language, "dark"), f"{size[0]}x{size[1]}-{language}"
                )
        for look in LOOKS[1:]:
            await _session(options.to, (80, 24), Settings("nl", look), look)
    else:
        await _session(options.to, (80, 24), Settings("nl", "dark"), "")


async def _session(folder: Path, size: tuple[int, int], settings: Settings, suffix: str) -> None:
    """Walk through house, conversation and debrief, with a picture of each."""
    with tempfile.TemporaryDirectory() as home:
        library, saves = Library(paths.levels_folder()), Saves(Path(home))
        for id, replies in (("walter-presentation", 2), ("non-pin-shop", 20)):
            _play_some(library, saves, id, replies)

        app = LuisterkamerApp(library, saves, settings)
        async with app.run_test(size=size) as pilot:

            async def picture(name: str) -> None:
                if not suffix and name not in KEPT:
                    return
                await pilot.pause(0.15)
                path = folder / f"{name}{'-' if suffix else ''}{suffix}.svg"
                path.write_text(
                    _self_contained(app.export_screenshot(title="Luisterkamer")), encoding="utf-8"
                )

            await picture("house")
            app.show_conversation(_begin(library, saves))
            await picture("introduction")
            await pilot.press("enter")
            await picture("conversation-1")
            for number, reply in enumerate(ROUTE):
                screen = app.screen
                screen.give(reply)
                if number in (0, 2):
                    await picture(f"consequence-{number + 1}")
                await pilot.press("enter")
                if number in (0, 2):
                    await picture(f"conversation-{number + 2}")
            for number in range(1, 7):
                await picture(f"debrief-{number}")
                await pilot.press("right")
            await pilot.press("l")
            await picture("history")
            await pilot.press("q", "question_mark")
            await picture("help")


def _self_contained(svg: str) -> str:
    """Return the picture without fonts from elsewhere: any monospaced one will do."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return svg.replace("Fira Code", "DejaVu Sans Mono")


def _begin(library: Library, saves: Saves) -> Opened:
    return open_new(library, saves, LEVEL, seed=SEED)


def _play_some(library: Library, saves: Saves, id: str, most: int) -> None:
    """Leave a game behind, as a player would."""
    saved = open_new(library, saves, id, seed=SEED).saved
    while most and saved.game.available:
        saved.choose(saved.game.available[0].id)
        most -= 1
    saved.close()


if __name__ == "__main__":
    asyncio.run(main())
