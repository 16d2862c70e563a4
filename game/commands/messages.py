"""Messages that more than one command can give."""

from __future__ import annotations

import re
import sys

from game.library import BrokenLevelError, Library, UnknownLevelError
from game.story.level import Level
from game.story.text import clean
from game.words import say

_EXCERPT = re.compile(r" *\d* [|:]")
"""The start of a line that shows an author's own line, or the mark under it."""


def complain(text: str) -> None:
    """Print a message to standard error."""
    print(fitted(text) if sys.stderr.isatty() else text, file=sys.stderr)


def tell(text: str) -> None:
    """Print *text* to standard output; as it is where a program reads it."""
    print(fitted(text) if sys.stdout.isatty() else text)


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


def level_or_complaint(library: Library, id: str, language: str) -> Level | None:
    """Return level *id*; None after telling what is wrong with the name or the level."""
    try:
        return library.level(id)
    except UnknownLevelError as error:
        complain(
            say(
                language,
                "unknown-level",
                found=clean(id),
                suggestion=suggestion(language, id, error.known),
                known=", ".join(error.known),
            )
        )
    except BrokenLevelError as error:
        from game.authoring.report import report

        complain(say(language, "broken-level", level=id))
        for problem in error.problems:
            complain(report(problem, language))
    return None
