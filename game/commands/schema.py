"""`luisterkamer schema`: the shape of a level file, for editors that complete and mark what one types."""

from __future__ import annotations

import json
from pathlib import Path

from game import paths
from game.authoring.schema import Meanings, level_schema
from game.commands.messages import give
from game.library import Library
from game.story.catalogue import Source
from game.story.text import LANGUAGES


def schema(target: Path | None, language: str) -> int:
    """Write the schema to *target* or standard output. Returns 2 when the file cannot be written."""
    return give(schema_text(Library(paths.levels_folder())), target, language)


def schema_text(library: Library) -> str:
    """Return the schema of a level that uses the principles and sources of *library*."""
    return json.dumps(level_schema(_meanings(library)), ensure_ascii=False, indent=2) + "\n"


def _called(source: Source) -> str:
    """Return what an article is called: its title, or what it is about where the title is not known."""
    if source.title or source.about is None:
        return source.title or source.id
    return " / ".join(source.about.in_language(language) for language in LANGUAGES)


def _meanings(library: Library) -> Meanings:
    principles = {
        id: " / ".join(each.name.in_language(language) for language in LANGUAGES)
        for id, each in library.principles.items()
    }
    sources = {id: _called(each) for id, each in library.sources.items()}
    return {"principle": principles, "source": sources}
