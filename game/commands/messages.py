"""Messages that more than one command can give."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from game.exits import Exit
from game.journal import replace_file
from game.library import BrokenLevelError, Library, UnknownLevelError
from game.story.level import Level
from game.story.text import clean
from game.words import say

_EXCERPT = re.compile(r" *\d* [|:]")
"""The start of a line that shows an author's own line, or the mark under it."""


def complain(text: str, *, as_is: bool = False) -> None:
    """Print a message to standard error; *as_is* breaks no line: what is to be copied would not work."""
    print(fitted(text) if sys.stderr.isatty() and not as_is else text, file=sys.stderr)


def tell(text: str) -> None:
    """Print *text* to standard output; as it is where a program reads it."""
    print(fitted(text) if sys.stdout.isatty() else text)


def give(text: str, target: Path | None, language: str) -> Exit:
    """Write *text* to the file *target* or to standard output. Returns 2 when the file cannot be written."""
    if target is None:
        sys.stdout.write(text)
        return Exit.FINE
    try:
        replace_file(target, text.encode())
    except OSError as error:
        complain(say(language, "export-failed", path=target, why=error.strerror or str(error)))
        return Exit.USAGE
    print(say(language, "export-done", path=target))
    return Exit.FINE


def fitted(text: str) -> str:
    """Return *text* with lines that are too long for the terminal broken between words."""
    import shutil

    width = shutil.get_terminal_size().columns
    return "\n".join(_broken(line, width) for line in text.split("\n"))


def _broken(line: str, width: int) -> str:
    if len(line) <= width or _EXCERPT.match(line):
        return line
    import textwrap

    indent = " " * (len(line) - len(line.lstrip()) + 4)
    return textwrap.fill(
        line, max(20, width), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def suggestion(language: str, found: str, known: tuple[str, ...]) -> str:
    """Return a question for the name that was probably meant, or ''."""
    from game.authoring.problems import nearest

    name = nearest(found, known)
    return say(language, "did-you-mean", name=name) if name else ""


def complain_of_unknown_level(found: str, known: tuple[str, ...], language: str) -> None:
    """Tell that no level is called *found*, and which are there."""
    meant = suggestion(language, found, known)
    complain(say(language, "unknown-level", found=clean(found), suggestion=meant, known=", ".join(known)))


def level_or_complaint(library: Library, id: str, language: str) -> Level | None:
    """Return level *id*; None after telling what is wrong with the name or the level."""
    try:
        return library.level(id)
    except UnknownLevelError as error:
        complain_of_unknown_level(id, error.known, language)
    except BrokenLevelError as error:
        from game.authoring.report import report

        complain(say(language, "broken-level", level=id))
        for problem in error.problems:
            complain(report(problem, language))
    return None
