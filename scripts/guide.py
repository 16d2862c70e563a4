"""An author's guide (docs/schrijven.nl.md, docs/writing.en.md) as steps, and an author who does what it says.

The tests follow the guides with it, and `scripts/guide_pictures.py` takes the pictures where they stand.
In a guide, what is between fences is done or compared:

- `sh`: commands. Those of `luisterkamer` are run, in order; `text` after them is what they print, with a
  line `…` for any lines left out.
- `yaml find` and `yaml replace`: in the level, these lines become those. `yaml append FILE`: add at the end.
- a table headed `place` and two languages: the rows to fill on the translator's sheet.
"""

from __future__ import annotations

import io
import os
import re
import shlex
from collections.abc import Iterator, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from game.authoring.sheet import decode, encode
from game.cli import main

DOCS = Path(__file__).resolve().parent.parent / "docs"
GUIDES = {"nl": DOCS / "schrijven.nl.md", "en": DOCS / "writing.en.md"}
LEVELS = {"nl": "mijn-gesprek", "en": "my-conversation"}
PROGRAM = "luisterkamer"

_FENCE = re.compile(r"```(?P<info>.*)")
_PICTURE = re.compile(r"!\[(?P<told>[^\]]+)\]\((?P<path>[^)]+)\)")
_SHEET = re.compile(r"\| place \| (?P<source>..) \| (?P<target>..) \|")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a guide tells or shows: its `kind` (the fence's, or picture or sheet) and what belongs to it.

    `line` is where it stands in the guide.
    """

    kind: str
    about: str
    lines: tuple[str, ...]
    line: int


def steps(text: str) -> Iterator[Step]:
    """Yield the steps of the guide *text*, in order."""
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        at, line = number + 1, lines[number]
        number += 1
        if fence := _FENCE.fullmatch(line):
            end = lines.index("```", number)
            kind, _, about = fence["info"].partition(" ")
            if kind == "yaml" and about:
                kind, _, about = about.partition(" ")
            yield Step(kind, about, tuple(lines[number:end]), at)
            number = end + 1
        elif sheet := _SHEET.fullmatch(line):
            end = next(each for each in range(number, len(lines)) if not lines[each].startswith("|"))
            languages = f"{sheet['source']} {sheet['target']}"
            yield Step("sheet", languages, tuple(lines[number + 1 : end]), at)
            number = end
        elif picture := _PICTURE.fullmatch(line):
            yield Step("picture", picture["path"], (picture["told"],), at)


def commands(lines: Sequence[str]) -> list[list[str]]:
    """Return the arguments of the commands of `luisterkamer` among *lines*."""
    split = [shlex.split(line) for line in lines if line.strip()]
    return [words[1:] for words in split if words[0] == PROGRAM]


@dataclass(frozen=True, slots=True)
class Done:
    """A command that was run, what it printed on both streams, and how it ended."""

    arguments: list[str]
    printed: str
    status: int


class Author:
    """Somebody who follows a guide in *folder*, about the level called *level*."""

    def __init__(self, folder: Path, level: str) -> None:
        self.folder, self.level = folder, folder / f"{level}.yaml"
        self.plays = folder / f"{level}.plays.yaml"
        self._found: tuple[str, ...] = ()

    def do(self, step: Step) -> list[Done]:
        """Do what *step* says; return the commands that were run for it."""
        match step.kind:
            case "sh":
                return [self.run(arguments) for arguments in commands(step.lines)]
            case "find":
                self._found = step.lines
            case "replace":
                self._replace(self._found, step.lines)
            case "append":
                path = self.folder / step.about
                path.write_bytes(path.read_bytes() + "".join(f"{line}\n" for line in step.lines).encode())
            case "sheet":
                self._fill(step)
        return []

    def run(self, arguments: list[str], typed: str = "") -> Done:
        """Run `luisterkamer` with *arguments* as where there is no screen, with *typed* on its input."""
        printed = io.StringIO()
        size = {"COLUMNS": "80", "LINES": "24"}
        with (
            chdir(self.folder),
            patch.dict(os.environ, size),
            patch("sys.stdin", io.StringIO(typed)),
            redirect_stdout(printed),
            redirect_stderr(printed),
        ):
            try:
                status = main(arguments)
            except SystemExit as ended:
                status = int(ended.code or 0)
        return Done(arguments, printed.getvalue(), status)

    def _replace(self, old: Sequence[str], new: Sequence[str]) -> None:
        lines = self.level.read_text("utf-8").split("\n")
        places = [
            number for number in range(len(lines)) if tuple(lines[number : number + len(old)]) == tuple(old)
        ]
        if len(places) != 1:
            raise ValueError(f"{len(places)} times in {self.level.name}: {' / '.join(old)}")
        lines[places[0] : places[0] + len(old)] = new
        self.level.write_bytes("\n".join(lines).encode())

    def _fill(self, step: Step) -> None:
        """Fill the rows of the sheet beside the level, as somebody would in Excel."""
        source, target = step.about.split()
        path = self.level.with_suffix(".csv")
        told = [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in step.lines]
        words = {(place, original): translation for place, original, translation in told}
        rows = decode(path.read_bytes(), source, target)
        filled = [replace(row, target=words.pop((row.place, row.source), row.target)) for row in rows]
        if words:
            raise ValueError(f"not on the sheet: {words}")
        path.write_bytes(encode(filled, source, target, ";"))


def shows(shown: Sequence[str], printed: str) -> bool:
    """Tell whether *printed* is what is *shown*, where a line `…` stands for any lines."""
    pattern = "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line.rstrip()) + "\n" for line in shown)
    there = "\n".join(line.rstrip() for line in printed.rstrip("\n").split("\n"))
    return re.fullmatch(pattern, f"{there}\n") is not None
