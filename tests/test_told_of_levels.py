"""What guides, reference and README tell of the format, its limits and the commands is so."""

from __future__ import annotations

import argparse
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.authoring import didactics
from game.authoring.codes import CODES
from game.authoring.plays import read_plays_in
from game.authoring.playtesting import first_difference
from game.authoring.reader import read_level_file
from game.authoring.source import MOST_BYTES
from game.cli import parser
from game.library import Library
from game.stats import COMMONEST, RAREST
from game.story.extent import MOST_COMBINATIONS
from game.story.level import HIGHEST, ROOMS
from game.story.wording import AFTERWARDS, REPLY, SPOKEN
from scripts.guide import DOCS, GUIDES, PROGRAM, steps
from tests.conftest import ROOT

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
REFERENCE = (ROOT / "levels" / "README.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
SCHEMA = json.loads((ROOT / "levels" / "level.schema.json").read_text("utf-8"))


def _guide(language: str) -> str:
    return GUIDES[language].read_text("utf-8")


def _tables(text: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each table with its first heading, as rows of cells."""
    for table in re.findall(r"(?:^\|.*\n)+", text, flags=re.MULTILINE):
        rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()]
        yield rows[0][0], rows[2:]


def _first_codes(rows: list[list[str]]) -> list[str]:
    return [code for row in rows for code in re.findall(r"`([^`]+)`", row[0])]


@LANGUAGES
def test_the_tables_name_every_key_there_is(language: str) -> None:
    top, scene, reply = [
        _first_codes(rows)
        for head, rows in _tables(_guide(language))
        if head in ("sleutel", "key") or head.startswith(("in een ", "in a "))
    ]
    assert sorted(top) == sorted(_properties(SCHEMA))
    scenes = _below(_properties(SCHEMA)["scenes"])
    assert scene == list(_properties(scenes))
    replies = _below(_properties(scenes)["replies"])
    assert sorted(reply) == sorted(_properties(replies))
    assert all(f"`{room}`" in _guide(language) for room in ROOMS)


def _resolved(node: dict[str, object]) -> dict[str, object]:
    while "$ref" in node:
        found: object = SCHEMA
        for part in str(node["$ref"]).removeprefix("#/").split("/"):
            assert isinstance(found, dict)
            found = found[part]
        assert isinstance(found, dict)
        node = found
    return node


def _properties(node: dict[str, object]) -> dict[str, dict[str, object]]:
    found = _resolved(node)["properties"]
    assert isinstance(found, dict)
    return found


def _below(node: dict[str, object]) -> dict[str, object]:
    """Return what stands under the names of a group."""
    group = _resolved(node)
    for key in ("additionalProperties", "patternProperties"):
        below = group.get(key)
        if isinstance(below, dict):
            return below if key == "additionalProperties" else next(iter(below.values()))
    raise AssertionError(group)


@LANGUAGES
def test_the_principles_are_those_of_the_house(language: str) -> None:
    [rows] = [
        rows
        for head, rows in _tables(_guide(language))
        if head in ("naam in het bestand", "name in the file")
    ]
    principles = Library(ROOT / "levels").principles
    assert rows == [[f"`{name}`", each.name.in_language(language)] for name, each in principles.items()]


@LANGUAGES
def test_the_example_of_accept_can_be_read(language: str, tmp_path: Path) -> None:
    from game.authoring.scaffold import scaffold

    [example] = [step for step in steps(_guide(language)) if step.kind == "yaml"]
    path = tmp_path / "mijn-gesprek.yaml"
    path.write_bytes(scaffold(language)[0] + "\n".join(["", *example.lines, ""]).encode())
    _, problems = read_level_file(path, Library(ROOT / "levels").known, remarks=True)
    assert [problem.code.id for problem in problems] == ["W451"]  # there is no such reply in this one


def test_the_limits_are_those_of_the_checker() -> None:
    spoken, reply, after = (didactics.MOST_WORDS[kind][1] for kind in (SPOKEN, REPLY, AFTERWARDS))
    scene, sentence = didactics.MOST_IN_SCENE, didactics.MOST_IN_SENTENCE
    (few, many), (few_mini, many_mini) = didactics.DECISIONS, didactics.DECISIONS_OF_A_MINI
    points, low, high = didactics.MOST_POINTS, f"{float(RAREST):.0%}", f"{float(COMMONEST):.0%}"
    ratio = f"{didactics.LENGTH_RATIO}"
    dutch, english = (" ".join(_guide(language).split()) for language in ("nl", "en"))
    for told in (
        f"hooguit {scene} woorden, wat iemand zegt {spoken}, een antwoord {reply}, "
        f"een tekst in de nabespreking {after}, een zin {sentence}.",
        f"heeft {few} tot {many} keuzes, een klein gesprek {few_mini} of {many_mini}",
        f"nooit meer dan {points} in één keer",
        f"hooguit {ratio.replace('.', ',')} keer het kortste",
        f"**onder {low}**",
        f"**boven {high}**",
        f"van 0 tot {HIGHEST}",
    ):
        assert told in dutch
    for told in (
        f"at most {scene} words, what somebody says {spoken}, a reply {reply}, "
        f"a text in the debrief {after}, a sentence {sentence}.",
        f"has {few} to {many} choices, a small one {few_mini} or {many_mini}",
        f"never more than {points} at once",
        f"at most {ratio} times the shortest",
        f"**under {low}**",
        f"**over {high}**",
        f"from 0 to {HIGHEST}",
    ):
        assert told in english
    reference = " ".join(REFERENCE.split())
    for told in (
        f"more than {reply} words in a reply, {spoken} in a line of speech, {scene} in a scene, "
        f"{after} in a debrief text, {sentence} in a sentence",
        f"a scene at most {scene}, a line of speech {spoken}, a reply {reply}, a debrief text {after}.",
        f"by more than {ratio} times",
        f"more than {points} points at once",
        f"below {low} or above {high}",
        f"more than {MOST_COMBINATIONS} combinations",
        f"at most {MOST_BYTES // 1_000_000} MB",
    ):
        assert told in reference


def test_the_reference_tells_every_warning() -> None:
    told = {code for _, rows in _tables(REFERENCE) for row in rows for code in re.findall(r"W\d{3}", row[0])}
    assert told == {code for code in CODES if code.startswith("W")}


def test_the_reference_shows_keys_that_exist() -> None:
    example = re.findall(r"```yaml\n(.*?)```", REFERENCE, flags=re.DOTALL)[0]
    top = re.findall(r"^#? ?(\w+):", example, flags=re.MULTILINE)
    assert [key for key in _properties(SCHEMA) if key not in top] == []
    assert set(top) <= set(_properties(SCHEMA))
    scenes = _below(_properties(SCHEMA)["scenes"])
    replies = _below(_properties(scenes)["replies"])
    for shape in (scenes, replies):
        assert all(re.search(rf"^ +{key}:", example, flags=re.MULTILINE) for key in _properties(shape))


def test_the_plays_in_the_reference_hold() -> None:
    [example] = [
        each for each in re.findall(r"```yaml\n(.*?)```", REFERENCE, flags=re.DOTALL) if "plays:" in each
    ]
    plays, problems = read_plays_in(example.encode(), "README")
    assert problems == ()
    assert any(each.underway for each in plays)
    level = Library(ROOT / "levels").level("pine-nut-sandwich")
    assert [first_difference(level, each) for each in plays] == [None] * len(plays)


# what is told of commands elsewhere


def _subcommands() -> dict[str, argparse.ArgumentParser]:
    top = parser("en")
    [found] = [each for each in top._actions if isinstance(each, argparse._SubParsersAction)]
    return {"": top, **found.choices}


def _usages() -> list[str]:
    """Return what the table of commands in the README has in its first column."""
    [rows] = [rows for head, rows in _tables(README.replace("\\|", "/")) if head == "command"]
    return _first_codes(rows)


@pytest.mark.parametrize("usage", _usages())
def test_the_readme_tells_commands_that_exist(usage: str) -> None:
    program, *words = usage.split()
    assert program == PROGRAM
    command = _subcommands()[words[0] if words else ""]
    known = {option for action in command._actions for option in action.option_strings}
    told = set(re.findall(r"(?<![\w-])-{1,2}[a-z]+", usage))
    assert told <= known
    for action in command._actions:
        if (
            set(action.option_strings) & told
            and action.choices
            and (shown := re.search(rf"{action.option_strings[-1]} ([a-z]+(?:/[a-z]+)+)", usage))
        ):
            assert shown[1].split("/") == list(action.choices)


def test_the_readme_tells_every_command() -> None:
    assert {[*usage.split(), ""][1] for usage in _usages()} >= set(_subcommands())


def _fenced() -> list[tuple[str, str]]:
    files = [ROOT / "README.md", *sorted(DOCS.glob("workshop.*.md"))]
    lines = [
        (file.name, line.split("#")[0].strip())
        for file in files
        for block in re.findall(r"```sh\n(.*?)```", file.read_text("utf-8"), flags=re.DOTALL)
        for line in block.splitlines()
    ]
    return [(name, line) for name, line in lines if "scripts/start.py" in line or line.startswith(PROGRAM)]


@pytest.mark.parametrize(("file", "line"), _fenced())
def test_commands_elsewhere_can_be_given(file: str, line: str) -> None:
    words = shlex.split(line)
    start = words.index(PROGRAM) if PROGRAM in words else words.index("scripts/start.py")
    parser("en").parse_args(words[start + 1 :])
