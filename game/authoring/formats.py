"""Problems for others than an author at a terminal: scripts, a build on GitHub, a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from json import dumps
from typing import Any

from game.authoring.problems import Problem
from game.authoring.report import line_of
from game.story.text import clean

FORMATS = ("text", "json", "github", "narrated")


def as_json(problems: Sequence[Problem], files: int, language: str) -> str:
    """Return everything that was found as one JSON object."""
    errors = sum(problem.is_error for problem in problems)
    found = [_as_data(problem, language) for problem in problems]
    told = {"files": files, "errors": errors, "warnings": len(problems) - errors, "problems": found}
    return dumps(told, ensure_ascii=False, indent=2)


def _as_data(problem: Problem, language: str) -> dict[str, Any]:
    place = problem.place
    data: dict[str, Any] = {
        "file": problem.file,
        "line": place.line,
        "column": place.column,
        "length": place.length,
        "code": problem.code.id,
        "severity": "error" if problem.is_error else "warning",
        "message": problem.message(language),
        "help": problem.remedy(language),
    }
    if problem.at:
        data["at"] = problem.at
    if problem.second:
        data["second"] = {"line": problem.second.line, "column": problem.second.column}
    return data


def as_github(problem: Problem, language: str) -> str:
    """Return *problem* as a line that GitHub's build log shows at its place in the file."""
    place = problem.place
    where = {
        "file": problem.file,
        "line": place.line,
        "col": place.column,
        "endColumn": place.column + place.length,
        "title": problem.code.id,
    }
    told = ",".join(f"{key}={_property(str(value))}" for key, value in where.items())
    kind = "error" if problem.is_error else "warning"
    return f"::{kind} {told}::{_data(f'{problem.message(language)} {problem.remedy(language)}')}"


def _data(text: str) -> str:
    """Return *text* as the message of a workflow command."""
    return clean(text).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return *text* as a value before the message of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def narrated(problem: Problem, number: int, of: int, language: str) -> str:
    """Return *problem* as sentences without any drawing, to be read aloud."""
    place = problem.place
    told = _NARRATED[0 if language == "nl" else 1]
    line = line_of(problem.file, place.line).strip()
    head = told["head"].format(
        number=number,
        of=of,
        kind=told["error" if problem.is_error else "warning"],
        code=problem.code.id,
        file=clean(problem.file).replace("\n", " "),
        line=place.line,
        column=place.column,
    )
    quoted = told["quoted"].format(line=line) if line else ""
    parts = (head, problem.message(language), quoted, problem.remedy(language))
    return "\n".join(part for part in parts if part)


_NARRATED = (
    {
        "head": "{number} van {of}: {kind} {code} in {file}, regel {line}, teken {column}.",
        "error": "fout",
        "warning": "waarschuwing",
        "quoted": "Daar staat: {line}",
    },
    {
        "head": "{number} of {of}: {kind} {code} in {file}, line {line}, character {column}.",
        "error": "error",
        "warning": "warning",
        "quoted": "It says: {line}",
    },
)
