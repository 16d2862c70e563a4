"""Messages that more than one command can give."""

from __future__ import annotations

import sys

from game.library import BrokenLevelError, Library, UnknownLevelError
from game.story.level import Level
from game.story.text import clean
from game.words import say


def complain(text: str) -> None:
    """Print a message to standard error."""
    print(text, file=sys.stderr)


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
