"""`luisterkamer` and `luisterkamer play`: open the house or a conversation, on screen or line by line."""

from __future__ import annotations

import gc
import os
import sys

from game import paths
from game.commands.messages import complain, level_or_complaint, suggestion
from game.contents import FILE as INDEX
from game.exits import Exit
from game.library import Library
from game.opening import Opened, open_from, open_new, open_saved
from game.saves import Saves, unfinished
from game.settings import Settings
from game.story.text import clean
from game.words import say


def play(
    level_id: str | None,
    settings: Settings,
    *,
    plain: bool,
    seed: int | None,
    scene: str | None,
    anew: bool,
) -> int:
    """Open *level_id*, or the house without one. Returns the exit status."""
    language = settings.language
    library, saves = Library(paths.levels_folder(), paths.home() / INDEX), Saves(paths.home())
    if level_id is not None and level_id not in library.ids:
        level_or_complaint(library, level_id, language)
        return Exit.USAGE
    if not plain and (why := _no_screen()):
        command = f"{paths.command()} {f'play {level_id} ' if level_id else ''}--plain"
        complain(say(language, "no-terminal", why=why, command=command))
        return Exit.USAGE
    opened: Opened | None = None
    if level_id is not None:
        found = _opened(library, saves, level_id, language, seed=seed, scene=scene, anew=anew)
        if isinstance(found, Exit):
            return found
        opened = found
    if plain:
        return _play_plain(library, saves, settings, opened)
    from game.tui.start import run_app

    return run_app(library, saves, settings, opened)


def _play_plain(library: Library, saves: Saves, settings: Settings, opened: Opened | None) -> int:
    from game.plain.session import Session, ask_standard_input, tell_standard_output

    gc.enable()
    session = Session(
        library,
        saves,
        settings,
        ask_standard_input,
        tell_standard_output,
        asks_at_the_door=sys.stdin.isatty(),  # a script that pipes its answers is asked nothing more
    )
    if opened is None or session.conversation(opened):
        session.house()
    return Exit.FINE


def _opened(
    library: Library,
    saves: Saves,
    level_id: str,
    language: str,
    *,
    seed: int | None,
    scene: str | None,
    anew: bool,
) -> Opened | Exit:
    """Open the conversation that was asked for; an exit status where that cannot be."""
    level = level_or_complaint(library, level_id, language)
    if level is None:
        return Exit.LEVEL_IS_WRONG if level_id in library.ids else Exit.USAGE
    if scene is not None:
        if scene in level.scenes:
            return open_from(library, level_id, scene, seed=seed)
        known = ", ".join(level.scenes)
        complain(
            say(
                language,
                "unknown-scene",
                level=level_id,
                found=clean(scene),
                suggestion=suggestion(language, scene, tuple(level.scenes)),
                known=known,
            )
        )
        return Exit.USAGE
    left = next((game for game in unfinished(saves.all()) if game.level_id == level_id), None)
    if left is None or anew or seed is not None:
        return open_new(library, saves, level_id, seed=seed)
    return open_saved(library, saves, left)


def _no_screen() -> str:
    """Return why the full screen cannot be opened here, or ''."""
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        return "no tty"
    if os.environ.get("TERM", "") in ("dumb", ""):
        return f"TERM={os.environ.get('TERM', '')}"
    return ""
