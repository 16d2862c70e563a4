"""`luisterkamer info`: what one needs to know when something does not work."""

from __future__ import annotations

import os
import platform
import shutil
import sys

import yaml

from game import __version__, paths
from game.authoring.nodes import FAST_LOADER
from game.exits import Exit
from game.library import players_library
from game.saves import writable
from game.words import say


def info(language: str) -> int:
    """Print versions, terminal and folders."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        textual = version("textual")
    except PackageNotFoundError:
        textual = "-"
    size = shutil.get_terminal_size()
    library = players_library()
    reader = "info-slow" if FAST_LOADER is yaml.SafeLoader else "info-fast"
    home = paths.home()
    trouble = writable(home)
    rows = [
        (say(language, "info-version"), f"luisterkamer {__version__}, Textual {textual}"),
        ("Python", f"{platform.python_version()} ({platform.system()})"),
        (say(language, "info-yaml"), f"PyYAML {yaml.__version__}, {say(language, reader)}"),
        (
            say(language, "info-terminal"),
            f"{os.environ.get('TERM', '-')}, {size.columns}×{size.lines}, {sys.stdout.encoding}, "
            f"tty={int(sys.stdout.isatty())}, NO_COLOR={os.environ.get('NO_COLOR') or '-'}",
        ),
        (say(language, "info-language"), language),
        (
            say(language, "info-levels"),
            f"{library.folder} ({len(library.ids) - len(library.own_ids)})",
        ),
        (say(language, "info-own"), f"{library.own} ({len(library.own_ids)})"),
        (say(language, "info-home"), f"{home} ({trouble or say(language, 'info-can-write')})"),
    ]
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        print(f"{name:{width}}  {value}")
    return Exit.FINE
