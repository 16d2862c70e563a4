"""The text of a file, decoded and looked through before anything parses it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from game.authoring.problems import Place, Problems
from game.story.text import is_forbidden

MOST_BYTES = 2_000_000
"""A level of a thousand scenes is smaller than this."""

MOST_INVISIBLE_REPORTED = 20


@dataclass(frozen=True, slots=True)
class Source:
    """A file as its author sees it: name, text, and the bytes' fingerprint."""

    name: str
    text: str
    sha256: str

    @property
    def lines(self) -> list[str]:
        """The lines, cut at line feeds only (other separators stay inside)."""
        return self.text.split("\n")


def read_source(path: Path, problems: Problems) -> Source | None:
    """Read *path*; None, with a problem noted, when it is no text we can use."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        problems.add("E008", Place(), found=getattr(error, "strerror", None) or type(error).__name__)
        return None
    return decode(data, problems)


def decode(data: bytes, problems: Problems) -> Source | None:
    """Turn the bytes of a file into a `Source`; None, with problems noted, when they are not fit."""
    if len(data) > MOST_BYTES:
        problems.add("E002", Place(), found=f"{len(data)}+ bytes", limit=f"{MOST_BYTES} bytes")
        return None
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        problems.add("E001", Place(before.count(b"\n") + 1, column))
        return None
    source = Source(problems.file, text.replace("\r\n", "\n"), sha256(data).hexdigest())
    return source if _looks_clean(source, problems) else None


def _looks_clean(source: Source, problems: Problems) -> bool:
    """Note every invisible character and every tab used to indent."""
    found = 0
    for number, line in enumerate(source.lines, 1):
        indent = len(line) - len(line.lstrip(" \t"))
        if "\t" in line[:indent]:
            problems.add("E004", Place(number, line.index("\t") + 1))
            found += 1
        if line.isascii() and line.isprintable():
            continue
        for column, character in enumerate(line, 1):
            if character != "\t" and is_forbidden(character):
                name = unicodedata.name(character, "control character")
                problems.add("E003", Place(number, column), found=f"U+{ord(character):04X} {name}")
                found += 1
        if found >= MOST_INVISIBLE_REPORTED:
            break
    return not found
