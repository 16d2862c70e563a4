"""`luisterkamer` and `luisterkamer play`: open the house or a conversation, on screen or line by line."""

from __future__ import annotations

import gc
import os
import sys

from game import paths
from game.commands.messages import complain, level_or_complaint, suggestion
from game.contents import FILE as INDEX
from game.exits import Exit
from game.library import Library, players_library
from game.opening import Opened, open_from, open_lent, open_new, open_saved
from game.saves import Saves, unfinished
from game.settings import Settings
from game.story.level import Level
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
    library, saves = players_library(paths.home() / INDEX), Saves(paths.home())
    is_file = level_id is not None and level_id not in library.ids and _names_a_file(level_id)
    if level_id is not None and level_id not in library.ids and not is_file:
        level_or_complaint(library, level_id, language)
        return Exit.USAGE
    if not plain and (why := no_screen()):
        command = f"{paths.command()} {f'play {level_id} ' if level_id else ''}--plain"
        complain(say(language, "no-terminal", why=why, command=command))
        return Exit.USAGE
    opened: Opened | None = None
    if level_id is not None:
        found = (
            _lent(library, level_id, language, seed=seed, scene=scene)
            if is_file
            else _opened(library, saves, level_id, language, seed=seed, scene=scene, anew=anew)
        )
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
        if not _has_scene(level, scene, language):
            return Exit.USAGE
        return open_from(library, level_id, scene, seed=seed)
    left = next((game for game in unfinished(saves.all()) if game.level_id == level_id), None)
    if left is None or anew or seed is not None:
        return open_new(library, saves, level_id, seed=seed)
    return open_saved(library, saves, left)


def _names_a_file(argument: str) -> bool:
    from game.commands.finding import names_a_file  # reads YAML: not for playing what is in the house

    return names_a_file(argument)


def _lent(
    library: Library, argument: str, language: str, *, seed: int | None, scene: str | None
) -> Opened | Exit:
    """Open the level in the file *argument*, which is in no folder of the library."""
    from game.commands.finding import sound_level

    found = sound_level(argument, library, language)
    if isinstance(found, Exit):
        return found
    assert found.level is not None
    if scene is not None and not _has_scene(found.level, scene, language):
        return Exit.USAGE
    return open_lent(library, found.level, found.path.read_bytes(), scene, seed=seed)


def _has_scene(level: Level, scene: str, language: str) -> bool:
    """Tell whether *level* has *scene*; complain when it has not."""
    if scene in level.scenes:
        return True
    complain(
        say(
            language,
            "unknown-scene",
            level=level.id,
            found=clean(scene),
            suggestion=suggestion(language, scene, tuple(level.scenes)),
            known=", ".join(level.scenes),
        )
    )
    return False


def no_screen() -> str:
    """Return why the full screen cannot be opened here, or ''."""
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        return "no tty"
    if os.environ.get("TERM", "") in ("dumb", ""):
        return f"TERM={os.environ.get('TERM', '')}"
    return ""
