"""Where files are: the levels that come with the game, and the home of what a player makes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HOME_VARIABLE = "LUISTERKAMER_HOME"
COMMAND_VARIABLE = "LUISTERKAMER_COMMAND"
_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent


def command() -> str:
    """Return how the player started the game, for hints that tell how to start it again."""
    return os.environ.get(COMMAND_VARIABLE) or "luisterkamer"


def python() -> str:
    """Return how to call the Python that runs the game, as short as it goes from the present folder."""
    running = Path(sys.executable or "python3")
    try:
        here = running.relative_to(Path.cwd())
    except (ValueError, OSError):
        here = running
    told = str(running if len(here.parts) == 1 else here)  # a name alone may be another Python
    return f'"{told}"' if " " in told else told


def in_checkout() -> bool:
    """Tell whether the game runs from its own source tree."""
    return (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "levels" / "principles.yaml").is_file()


def levels_folder() -> Path:
    """Return the folder with the levels, principles and sources that come with the game."""
    return _CHECKOUT / "levels" if in_checkout() else _PACKAGE / "_levels"


def own_folder() -> Path:
    """Return the folder with the levels a user made or added; it may not exist yet."""
    return home() / "own"


def home() -> Path:
    """Return the folder for saved games, settings and own levels; it may not exist yet.

    `LUISTERKAMER_HOME` when set, `saves/` in a checkout, else the user's data folder.
    """
    if chosen := os.environ.get(HOME_VARIABLE):
        try:
            return Path(chosen).expanduser()
        except RuntimeError:  # ~somebody who does not exist
            return Path(chosen)
    if in_checkout():
        return _CHECKOUT / "saves"
    from platformdirs import user_data_path  # only an installed game needs it

    return user_data_path("luisterkamer", appauthor=False)
