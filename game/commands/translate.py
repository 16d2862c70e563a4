"""`luisterkamer translate`: the texts of a level on a sheet for a translator, and back into the level."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from game import paths
from game.authoring import sheet
from game.authoring.sheet import Row, SheetError
from game.authoring.source import read_bytes
from game.authoring.translating import (
    CannotWriteError,
    Change,
    Plan,
    Sheeted,
    plan,
    sheeted,
    translated,
)
from game.commands.finding import SUFFIX, known_beside, sound_level
from game.commands.messages import complain, tell
from game.exits import Exit
from game.journal import replace_file
from game.library import Library, level_files, players_library
from game.story.text import clean
from game.words import WORDS, say

TO_THE_SCREEN = "-"
WIDEST = 100
"""Characters of a text that are shown of what changes."""

IN_FRONT = 30
"""Characters shown of what is the same before the first difference, where a text is cut."""


def export_sheet(argument: str, output: str | None, language: str) -> int:
    """Write the texts of the level that *argument* names to *output*, without one to LEVEL.csv here.

    Returns 2 when there is no such level or the file cannot be written, 3 when the level is broken.
    """
    found = _level(argument, players_library(), language)
    if isinstance(found, Exit):
        return found
    _, level = found
    rows = [replace(row, kind=_kind(row.kind, language)) for row in level.rows]
    data = sheet.encode(rows, level.source, level.target, ";" if language == "nl" else ",")
    if output == TO_THE_SCREEN:
        sys.stdout.write(data.decode().removeprefix(sheet.BOM).replace("\r\n", "\n"))
        return Exit.FINE
    path = Path(output or f"{level.id}.csv")
    try:
        if path.exists() and read_bytes(path) != data:  # perhaps a translation somebody has worked on
            complain(say(language, "translate-there-already", path=_shown(path)))
            return Exit.USAGE
        replace_file(path, data)
    except OSError as error:
        complain(say(language, "export-failed", path=_shown(path), why=_why(error)))
        return Exit.USAGE
    told = {"path": _shown(path), "texts": len(rows), "open": sum(not row.target for row in rows)}
    argument = "" if _level_named_by(path, argument) else f" {argument}"
    command = f"{paths.command()} translate import {_quoted(path)}{clean(argument)}"
    tell(say(language, "translate-exported", **told, target=level.target, command=command))
    return Exit.FINE


def import_sheet(
    path: Path, argument: str | None, language: str, *, dry_run: bool = False, stale: bool = False
) -> int:
    """Put the second language on the sheet at *path* into the level *argument* names, or the sheet's name.

    Returns 2 when the sheet cannot be used, or rows of it were left out, 3 when the level is broken.
    """
    library = players_library()
    named = argument or _level_of(path, library)
    if named is None:
        command = f"{paths.command()} translate import {_quoted(path)} LEVEL"
        told = {"path": _shown(path), "found": clean(path.stem), "command": command}
        complain(say(language, "translate-which-level", **told))
        return Exit.USAGE
    found = _level(named, library, language)
    if isinstance(found, Exit):
        return found
    home, level = found
    try:
        rows = sheet.decode(_bytes_of(path), level.source, level.target)
    except OSError as error:
        complain(say(language, "translate-unreadable", path=_shown(path), why=_why(error)))
        return Exit.USAGE
    except SheetError as error:
        complain(f"{_shown(path)}: {say(language, error.key, **error.values)}")
        return Exit.USAGE
    planned = plan(level, rows, stale=stale)
    if planned.is_of_another_level:
        complain(say(language, "translate-other-level", path=_shown(path), level=clean(level.id)))
        return Exit.USAGE
    for line in _left_out(planned, level, language):
        complain(line)
    status = _write(planned, level, home, library, language, dry_run=dry_run)
    return status or (Exit.USAGE if planned.stale or planned.refused else Exit.FINE)


def _write(
    planned: Plan, level: Sheeted, home: Path, library: Library, language: str, *, dry_run: bool
) -> Exit:
    """Show what is *planned* and write it in one step, unless it is a trial."""
    try:
        data = translated(level, planned.changes, known_beside(library, level_files(home.parent)))
    except CannotWriteError as error:
        complain(say(language, "translate-cannot", path=_shown(home)))
        for problem in error.problems:
            complain(f"{problem.code.id} {problem.message(language)} {problem.remedy(language)}")
        if not error.problems:
            complain(say(language, "translate-by-hand"))
        return Exit.USAGE
    for change in planned.changes:
        tell("\n".join(_as_told(change, language)))
    tell(_counts(planned, level, language))
    if planned.changes and not level.is_declared:
        tell(say(language, "translate-declared", target=level.target))
    if data == level.data:
        tell(say(language, "translate-unchanged", path=_shown(home)))
        return Exit.FINE
    if dry_run:
        tell(say(language, "translate-dry"))
        return Exit.FINE
    try:
        replace_file(home.resolve(), data)
    except OSError as error:
        complain(say(language, "export-failed", path=_shown(home), why=_why(error)))
        return Exit.USAGE
    tell(say(language, "export-done", path=_shown(home)))
    return Exit.FINE


def _level(argument: str, library: Library, language: str) -> tuple[Path, Sheeted] | Exit:
    """Return the level that *argument* names, with its file; an exit status after telling why not."""
    found = sound_level(argument, library, language)
    if isinstance(found, Exit):
        return found
    assert found.level is not None
    try:
        level = sheeted(read_bytes(found.path), found.level)
    except OSError as error:
        complain(say(language, "translate-unreadable", path=_shown(found.path), why=_why(error)))
        return Exit.USAGE
    if level is None:  # changed since, and not sound any more
        complain(say(language, "broken-level", level=clean(found.id)))
        return Exit.LEVEL_IS_WRONG
    return found.path, level


def _level_of(path: Path, library: Library) -> str | None:
    """Return the level a sheet at *path* is named after: in a file beside it, or in the library."""
    beside = path.with_name(f"{path.stem}{SUFFIX}")
    return str(beside) if beside.is_file() else path.stem if path.stem in library.ids else None


def _level_named_by(path: Path, argument: str) -> bool:
    """Tell whether a sheet at *path* leads to the level *argument* names."""
    beside = path.with_name(f"{path.stem}{SUFFIX}")
    return path.stem == argument or (beside.is_file() and beside.resolve() == Path(argument).resolve())


def _left_out(planned: Plan, level: Sheeted, language: str) -> Iterator[str]:
    """Yield what is to be told of rows that are not, or not simply, written."""

    def about(row: Row, key: str, **values: object) -> str:
        place = clean(row.place).replace("\n", " ") or "-"
        return say(language, "translate-row", row=row.number, place=place, told=say(language, key, **values))

    for refused in planned.refused:
        values = {name: clean(value) for name, value in refused.values}
        if values.get("suggestion"):
            values["suggestion"] = say(language, "did-you-mean", name=values["suggestion"])
        yield about(refused.row, refused.key, **values)
    now = {text.place: text.in_language(level.source) for text in level.texts}
    for row in planned.stale:
        words = _cut(now[row.place], 0)
        yield about(row, "translate-stale", source=level.source, now=words)
    for row, home in planned.moved:
        yield about(row, "translate-moved", home=home.place)
    for row in planned.source_edited:
        yield about(row, "translate-source-edited", source=level.source)
    if planned.empty:
        rows = sheet.in_ranges([row.number for row in planned.empty])
        yield say(language, "translate-empty", target=level.target, rows=rows)
    if planned.stale:
        yield say(language, "translate-stale-hint", count=len(planned.stale))


def _as_told(change: Change, language: str) -> list[str]:
    """Return the place of *change*, with the words before and after, cut around the first difference."""
    pairs = enumerate(zip(change.before, change.after, strict=False))
    same = next((number for number, (one, other) in pairs if one != other), len(change.before))
    before = _cut(change.before, same) or say(language, "translate-nothing-before")
    labels = say(language, "translate-before"), say(language, "translate-after")
    width = max(map(len, labels))
    shown = (before, _cut(change.after, same))
    return [
        change.text.place,
        *(f"  {label:>{width}}: {words}" for label, words in zip(labels, shown, strict=True)),
    ]


def _cut(words: str, around: int) -> str:
    """Return *words* on one line, at most `WIDEST` characters of it, with *around* among them."""
    start = max(0, around - IN_FRONT) if len(words) > WIDEST else 0
    part = words[start : start + WIDEST]
    before, after = "…" if start else "", "…" if start + WIDEST < len(words) else ""
    return clean(f"{before}{part}{after}").replace("\n", " ⏎ ")


def _counts(planned: Plan, level: Sheeted, language: str) -> str:
    new = sum(not change.before for change in planned.changes)
    return say(
        language,
        "translate-counts",
        level=clean(level.id),
        new=new,
        changed=len(planned.changes) - new,
        same=planned.same,
        skipped=len(planned.stale) + len(planned.refused),
        empty=len(planned.empty),
    )


def _kind(kind: str, language: str) -> str:
    """Return the words for a *kind* of text."""
    key = f"translate-kind-{kind}"
    return say(language, key if key in WORDS else "translate-kind-other")


def _bytes_of(path: Path) -> bytes:
    """Return the file at *path*, of one too large as much as shows that it is. Raises OSError."""
    with path.open("rb") as file:
        return file.read(sheet.MOST_BYTES + 1)


def _shown(path: Path) -> str:
    return clean(str(path)).replace("\n", " ")


def _quoted(path: Path) -> str:
    shown = _shown(path)
    return f'"{shown}"' if " " in shown else shown


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__
