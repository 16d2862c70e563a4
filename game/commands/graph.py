"""`luisterkamer graph`: a picture of a level, as a tree in the terminal, as SVG or as Mermaid."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from pathlib import Path

from game.authoring.picture import picture_of
from game.commands.finding import sound_level
from game.commands.messages import complain
from game.exits import Exit
from game.journal import replace_file
from game.library import players_library
from game.story.text import clean
from game.words import say

WIDTH = 120
"""Of a tree that goes to a file or another program."""

NARROWEST = 60

_HEAD = 1000
"""Bytes at the beginning of a file in which the mark of a picture stands."""


def graph(argument: str, target: Path | None, language: str, *, as_mermaid: bool = False) -> int:
    """Draw the level that *argument* names, in *target* or on standard output.

    Returns 2 where there is no such level or *target* cannot be written, 3 where the level is wrong.
    """
    found = sound_level(argument, players_library(), language)
    if isinstance(found, Exit):
        return found
    assert found.level is not None
    in_language = partial(say, language)
    picture = picture_of(found.level, language, in_language)
    if as_mermaid:
        from game.authoring.mermaid import mermaid

        return _give(mermaid(picture, in_language), target, language)
    if target is not None:
        from game.authoring.svg import svg

        return _give(svg(picture, in_language), target, language)
    from game.authoring.outline import drawing_for, outline

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDTH
    drawing = drawing_for(sys.stdout.encoding)
    for line in outline(picture, in_language, width=max(NARROWEST, width), drawing=drawing):
        print(line)
    return Exit.FINE


def _give(text: str, target: Path | None, language: str) -> int:
    if target is None:
        sys.stdout.write(text)
        return Exit.FINE
    path = clean(str(target)).replace("\n", " ")
    try:
        is_there = target.exists()
        if is_there and not _is_picture(target):
            complain(say(language, "graph-not-ours", path=path))
            return Exit.USAGE
        replace_file(target, text.encode())
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        complain(say(language, "graph-failed", path=path, why=why))
        return Exit.USAGE
    complain(say(language, "graph-replaced" if is_there else "graph-written", path=path))
    return Exit.FINE


def _is_picture(path: Path) -> bool:
    """Tell whether the file at *path* was drawn by us. Raises OSError."""
    from game.authoring.mermaid import MARK as MERMAID
    from game.authoring.svg import MARK as SVG

    with path.open("rb") as file:
        head = file.read(_HEAD)
    return head.startswith(MERMAID.encode()) or SVG.encode() in head
