"""The small sound level from which pages take their examples, and that level with another fragment."""

from __future__ import annotations

import re
from importlib.resources import files
from textwrap import dedent

EXAMPLE_ID = "lamp"
KNOWN = {
    "principle": frozenset(
        {"keep-your-word", "let-silence-work", "name-the-unsaid", "ask-for-help", "check-your-own-side"}
    ),
}
"""The names outside the file that it and its variants may use; so few that W433 can be shown."""

STAND_INS = {"<tab>": "\t", "<U+200B>": "\u200b"}
"""How a fragment shows a character that cannot be seen."""

_GAP = re.compile(r"^ *…\n", re.MULTILINE)
_IN_A_LANGUAGE = re.compile(r" +(nl|en): (.*)")


def example(language: str | None) -> str:
    """Return the level as its author would write it in *language* alone; in both for None."""
    text = files("game.authoring").joinpath("explained", "example.yaml").read_text(encoding="utf-8")
    text = text[text.index("format:") :]
    return text if language is None else _in_one_language(text, language)


def exchanged(level: str, old: str, new: str) -> str:
    """Return *level* with fragment *old* taken out and *new* in its place.

    A fragment is a few lines as they stand in the level, whatever their indentation; a line with `…` stands
    for lines that stay. Raises ValueError where *old* is not in *level* or *new* has other gaps.
    """
    lines = level.split("\n")
    result: list[str] = []
    at, indent = 0, None
    for before, after in zip(_parts(old), _parts(new), strict=True):
        start, indent = _found(lines, at, before, indent)
        result += lines[at:start] + _indented(after, indent)
        at = start + len(before)
    text = "\n".join(result + lines[at:])
    for shown, meant in STAND_INS.items():
        text = text.replace(shown, meant)
    return text


def _parts(fragment: str) -> list[list[str]]:
    """Return the lines between the gaps."""
    parts = _GAP.split(dedent(fragment).rstrip("\n") + "\n")
    return [part.removesuffix("\n").split("\n") for part in parts if part]


def _found(lines: list[str], at: int, part: list[str], indent: int | None) -> tuple[int, int]:
    """Return where *part* begins in *lines* from *at* on, and how far it is indented there."""
    for start in range(at, len(lines) - len(part) + 1):
        deep = len(lines[start]) - len(lines[start].lstrip()) - (len(part[0]) - len(part[0].lstrip()))
        if indent in (None, deep) and lines[start : start + len(part)] == _indented(part, deep):
            return start, deep
    raise ValueError("\n".join(part))


def _indented(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _in_one_language(text: str, language: str) -> str:
    told: list[str] = []
    inside: tuple[str, int] | None = None
    for line in text.replace("[nl, en]", f"[{language}]").split("\n"):
        indent = len(line) - len(line.lstrip())
        if found := _IN_A_LANGUAGE.fullmatch(line):
            inside = found[1], indent
            if found[1] == language:
                told[-1] += f" {found[2]}"
        elif inside and line and indent > inside[1]:
            if inside[0] == language:
                told.append(line[2:])
        else:
            inside = None
            told.append(line)
    return "\n".join(told)
