"""`luisterkamer notes`: what a facilitator wants to know, beside a running workshop or on paper."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import Any

from game import paths
from game.commands.messages import complain
from game.commands.play import no_screen
from game.exits import Exit
from game.library import Library, players_library
from game.saves import Saves
from game.settings import Settings
from game.story.text import LANGUAGES, clean
from game.words import say


def notes(argument: str | None, settings: Settings, *, plain: bool, is_chosen: bool = False) -> int:
    """Follow the workshop of this user on this machine; or print the notes of the level *argument* names.

    The notes of a workshop are in its language, unless that of *settings* was chosen for them.

    Returns 2 where there is no such level or no workshop, 3 where the level cannot be read.
    """
    library = players_library()
    if argument is not None:
        return _print_level(argument, library, settings.language)
    from game.workshop.control import NoSessionError
    from game.workshop.notes import why_not

    try:
        state = asyncio.run(_state())
    except NoSessionError as error:
        complain(why_not(error.reason, settings.language))
        return Exit.USAGE
    if not is_chosen and state["language"] in LANGUAGES:
        settings = replace(settings, language=state["language"])
    if plain or no_screen():
        return _print_state(state, library, settings.language)
    from game.tui.start import run_notes

    return run_notes(library, Saves(paths.home()), settings)


async def _state() -> dict[str, Any]:
    """Return the present state of the workshop. Raises NoSessionError."""
    from game.workshop.control import ControlClient, NoSessionError

    client = ControlClient(paths.home())
    await client.connect()
    try:
        with suppress(TimeoutError):
            async with asyncio.timeout(5):
                return await anext(aiter(client))
    except StopAsyncIteration:
        pass
    finally:
        await client.close()
    raise NoSessionError("notes-stale")


def _print_level(argument: str, library: Library, language: str) -> int:
    from game.commands.finding import sound_level
    from game.workshop.notes import namer
    from game.workshop.notes_printed import as_text, level_notes

    found = sound_level(argument, library, language)
    if isinstance(found, Exit):
        return found
    assert found.level is not None
    title = say(language, "notes-title", title=clean(found.level.title.in_language(language)))
    told = level_notes(found.level, language, namer(library, language))
    print(as_text(title, told))
    return Exit.FINE


def _print_state(state: dict[str, Any], library: Library, language: str) -> int:
    from game.workshop.notes import Section, head, in_words, namer, sections
    from game.workshop.notes_printed import as_text

    title = say(language, "notes-title", title=in_words(state["level"]["title"], language))
    where, *rows = head(state, language)
    told = sections(state, language, namer(library, language))
    print(as_text(title, [Section("", where.text, tuple(rows)), *told]))
    return Exit.FINE
