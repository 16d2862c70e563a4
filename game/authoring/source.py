"""The text of a file, decoded and looked through before anything parses it."""

from __future__ import annotations

import errno
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path

from game.authoring.problems import Place, Problems
from game.story.text import is_forbidden

MOST_BYTES = 2_000_000
"""A level of a thousand scenes is smaller than this."""

MOST_PARTS = 200_000
"""Pieces of text, beginnings and ends of lists and groups in one file."""

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""What a file in UTF-16 begins with."""

MOST_COMBINATIONS = 500_000
"""How often a reply may have to be followed for another combination of remembered facts."""

MOST_INVISIBLE_REPORTED = 20


_SPACE_OF_YAML = re.compile(r"(?:^\s*(?:- )*|[{,]\s*)(?:[\w-]+:|-)\s")
"""What ends with the space behind a name and its colon, or behind a dash."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be, and what is in it."""

    bytes: int = MOST_BYTES
    parts: int = MOST_PARTS
    combinations: int = MOST_COMBINATIONS


LIMITS = Limits()


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
        data = read_bytes(path)
    except (OSError, ValueError) as error:
        problems.add("E008", Place(), found=getattr(error, "strerror", None) or type(error).__name__)
        return None
    return decode(data, problems)


def read_bytes(path: Path) -> bytes:
    """Return what is in *path*; of a file that is too large as much as shows that it is.

    Raises OSError when it cannot be read, also where reading would wait or never end: a pipe, a device.
    """
    if not stat.S_ISREG(mode := path.stat().st_mode) and not stat.S_ISDIR(mode):  # open() refuses a folder
        raise OSError(errno.EINVAL, "no ordinary file")
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def decode(data: bytes, problems: Problems, most_bytes: int = MOST_BYTES) -> Source | None:
    """Turn the bytes of a file into a `Source`; None, with problems noted, when they are not fit."""
    if len(data) > most_bytes:
        problems.add("E002", Place(), found=f"{len(data)}+ bytes", limit=f"{most_bytes} bytes")
        return None
    if data.startswith(UTF_16):
        problems.add("E001", Place(), found="UTF-16")
        return None
    try:
        text = decoded(data)
    except UnicodeDecodeError as error:
        before = decoded(error.object[: error.start])
        place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
        problems.add("E001", place, found=("iets anders", "something else"))
        return None
    source = Source(problems.file, text, sha256(data).hexdigest())
    return source if _looks_clean(source, problems) else None


def decoded(data: bytes, *, errors: str = "strict") -> str:
    """Return the text in *data*, with a line feed for every line end.

    Also of UTF-16 with its mark, which is refused, but has to be shown.
    """
    encoding = "utf-16" if data.startswith(UTF_16) else "utf-8-sig"
    return data.decode(encoding, errors).replace("\r\n", "\n").replace("\r", "\n")


def _looks_clean(source: Source, problems: Problems) -> bool:
    """Note every character an author cannot see, once a line."""
    clean = True
    for place, character in islice(_unseen(source.lines), MOST_INVISIBLE_REPORTED):
        clean = False
        if character == "\t":
            problems.add("E004", place)
        else:
            name = unicodedata.name(character, "control character")
            problems.add("E003", place, found=f"U+{ord(character):04X} {name}")
    return clean


def _unseen(lines: list[str]) -> Iterator[tuple[Place, str]]:
    """Yield tabs, forbidden characters, and anything but a space where YAML wants one.

    YAML's two parsers disagree on where a tab may stand, and a text never needs one.
    """
    for number, line in enumerate(lines, 1):
        if line.isprintable():  # then nothing in it is forbidden, and every space is an ordinary one
            continue
        indent = len(line) - len(line.lstrip())
        between = {found.end() for found in _SPACE_OF_YAML.finditer(line)}
        told: set[str] = set()
        for column, character in enumerate(line, 1):
            is_for_yaml = column <= indent or column in between
            looks_like_space = character == "\t" or (is_for_yaml and character != " ")
            if (looks_like_space or is_forbidden(character)) and character not in told:
                told.add(character)
                yield Place(number, column), character
