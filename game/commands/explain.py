"""`luisterkamer explain`: a page about one kind of problem, or all kinds with their message."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator
from itertools import groupby

from game import paths
from game.authoring.code import Code
from game.authoring.codes import CODES
from game.authoring.explaining import Page, message_of, page_of, problem_in
from game.commands.messages import complain, suggestion
from game.exits import Exit
from game.story.text import clean
from game.words import say

WIDEST = 88
"""Characters in a line; longer ones are hard to follow."""


def explain(given: str | None, language: str) -> int:
    """Print the page of the code *given*, in any case; the list of all codes without any.

    Returns 2 for a code that does not exist.
    """
    if given is None:
        print("\n".join(_all_codes(language)))
        return Exit.FINE
    code = given.strip().upper()
    if code not in CODES:
        meant = suggestion(language, code, tuple(CODES))
        command = paths.command()
        complain(say(language, "explain-unknown", found=clean(given), suggestion=meant, command=command))
        return Exit.USAGE
    print("\n\n".join(_parts_of(page_of(code, language))))
    return Exit.FINE


def _parts_of(page: Page) -> Iterator[str]:
    """Yield what stands on *page*, a paragraph at a time."""
    language, code = page.language, page.code
    yield _wrapped(f"{code.id}: {message_of(code, language)}")
    yield _wrapped(say(language, _gravity(code)))
    for key, words in (("explain-means", page.means), ("explain-why", page.why), ("explain-do", page.do)):
        yield f"{say(language, key)}\n{_wrapped(words)}"
    if page.how:
        yield f"{say(language, 'explain-how')}\n{_wrapped(page.how)}"
    if page.wrong:
        yield f"{say(language, 'explain-wrong')}\n\n{_fragment(page.wrong)}"
    if problem := problem_in(page):
        remedy = say(language, "explain-help", remedy=problem.remedy(language))
        told = f"{_wrapped(problem.message(language))}\n{_wrapped(remedy)}"
        yield f"{say(language, 'explain-says')}\n{told}"
    if page.right:
        yield f"{say(language, 'explain-right')}\n\n{_fragment(page.right)}"
    if "…\n" in page.right:
        yield _wrapped(say(language, "explain-gap"))


def _gravity(code: Code) -> str:
    """Return the key of the words for how grave *code* is."""
    if code.is_error:
        return "explain-error"
    return "explain-remark" if code.is_remark else "explain-warning"


def _all_codes(language: str) -> Iterator[str]:
    for kind, codes in groupby(CODES.values(), key=lambda code: code.id[:2]):
        yield say(language, f"explain-kind-{kind.lower()}")
        for code in codes:
            yield _wrapped(f"  {code.id}  {message_of(code, language)}", hanging="        ")
        yield ""
    first = next(iter(CODES))
    yield say(language, "explain-one", command=paths.command(), code=first)


def _fragment(lines: str) -> str:
    return textwrap.indent(lines.rstrip("\n"), "    ")


def _wrapped(words: str, hanging: str = "") -> str:
    width = max(20, min(WIDEST, shutil.get_terminal_size().columns))
    return textwrap.fill(
        words, width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
