"""The JSON Schema of a level file: what is committed is what the reader's definitions give."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring import level_format
from game.authoring.conditions import PATTERN, read_condition
from game.authoring.nodes import Mapping, Scalar, parse
from game.authoring.problems import Place, Problems
from game.authoring.reading import Reading
from game.authoring.schema import DEFINITIONS, level_schema
from game.authoring.shapes import Field, ListOf, Named, Record, SpokenLine
from game.authoring.snippets import SNIPPETS
from game.authoring.source import decode
from game.cli import main
from game.exits import Exit
from game.library import level_files
from tests.conftest import ROOT

COMMITTED = ROOT / "levels" / "level.schema.json"
KINDS = {"scene": level_format.SCENE, "reply": level_format.REPLY, "ending": level_format.ENDING}


def _fields(shape: Any) -> list[Field]:
    """Return every field of *shape* and below, each once."""
    if isinstance(shape, Record):
        below = list(shape.fields.values())
    elif isinstance(shape, SpokenLine):
        below = list(shape.extras.values())
    else:
        inside = shape.item if isinstance(shape, Named | ListOf) else None
        return _fields(inside) if inside else []
    return below + [deeper for field in below for deeper in _fields(field.shape)]


def test_the_committed_schema_is_the_generated_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == Exit.FINE
    generated = capsys.readouterr().out
    assert generated == COMMITTED.read_text("utf-8"), "luisterkamer schema -o levels/level.schema.json"


def test_it_is_draft_07_and_every_reference_leads_somewhere() -> None:
    schema = json.loads(COMMITTED.read_text("utf-8"))
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    named = set(re.findall(r'"#/definitions/([a-z]+)"', json.dumps(schema)))
    assert named == set(schema["definitions"]) == set(DEFINITIONS)


def test_it_names_what_the_reader_reads() -> None:
    schema = level_schema({})
    assert list(schema["properties"]) == list(level_format.LEVEL.fields)
    assert set(schema["required"]) == {
        name for name, field in level_format.LEVEL.fields.items() if field.required
    }
    reply = schema["definitions"]["reply"]
    assert list(reply["properties"]) == list(level_format.REPLY.fields)
    assert reply["required"] == ["goto"]
    assert reply["additionalProperties"] is False


def test_names_from_outside_are_listed_where_they_are_known() -> None:
    known = level_schema({"principle": {"a-b": "Aardig / Kind"}})["definitions"]["reply"]["properties"]
    assert known["principle"]["enum"] == ["a-b"]
    assert known["principle"]["enumDescriptions"] == ["Aardig / Kind"]
    unknown = level_schema({})["definitions"]["reply"]["properties"]
    assert "enum" not in unknown["principle"]


def test_an_explanation_is_in_dutch_and_in_english() -> None:
    told = [field.about for field in _fields(level_format.LEVEL) if field.about]
    assert len(told) > 40
    for about in told:
        dutch, english = about.split(" / ")
        assert dutch.strip()
        assert english.strip()


def test_a_shape_without_a_schema_is_not_passed_over() -> None:
    class Strange:
        def read(self, node: object, key: str, reading: object) -> None:
            raise NotImplementedError

    from game.authoring.schema import _Writer

    with pytest.raises(TypeError):
        _Writer({}).write(Strange())


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ("trust >= 40", "sympathy<5", "trust > 100", "beloofd", "not beloofd", "not  a-b", "_x")
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from((" and ", "  and ", "\nand ")),
)
def test_no_condition_that_can_be_read_is_marked(tests: list[str], joint: str) -> None:
    text = joint.join(tests)
    problems = Problems("x")
    assert read_condition(Scalar(text, Place(), True), "when", Reading(problems)) is not None
    assert re.fullmatch(PATTERN, text)


@pytest.mark.parametrize("text", ["trust is 4", "trust >=", "a or b", "trust >= 4 and", "a, b", ""])
def test_a_condition_that_cannot_be_read_is_marked(text: str) -> None:
    assert not re.fullmatch(PATTERN, text)


@pytest.mark.parametrize("kind", SNIPPETS)
@pytest.mark.parametrize("number", [0, 1])
def test_what_an_editor_puts_down_can_be_read(kind: str, number: int) -> None:
    body = SNIPPETS[kind][number]["body"]
    places = re.findall(r"\$\{(\d+):", body)
    assert places == [str(each) for each in range(1, len(places) + 1)]
    filled = re.sub(r"\$\{\d+:([^}]*)\}", lambda place: place[1].replace("…", "woord: #1"), body)
    problems = Problems("x")
    reading = Reading(problems, languages=("nl", "en") if number else ("nl",))
    source = decode((f"- {filled}" if kind == "line" else filled).encode(), problems)
    assert source
    root = parse(source, problems)
    assert root
    if kind == "line":
        assert ListOf(level_format.LINE).read(root, "lines", reading)
    else:
        assert isinstance(root, Mapping)
        assert Named(kind, KINDS[kind]).read(root, kind, reading)
    assert problems.in_order() == ()


def test_the_schema_is_written_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "level.schema.json"
    assert main(["schema", "-o", str(target)]) == Exit.FINE
    assert target.read_bytes() == COMMITTED.read_bytes()
    assert str(target) in capsys.readouterr().out


def test_a_schema_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert main(["schema", "-o", str(tmp_path / "file" / "x.json"), "--lang", "en"]) == Exit.USAGE
    output = capsys.readouterr()
    assert output.out == ""
    assert "cannot be written" in output.err


def test_every_shipped_level_tells_editors_where_the_schema_is() -> None:
    for path in level_files(ROOT / "levels"):
        with path.open(encoding="utf-8") as file:
            assert file.readline() == "# yaml-language-server: $schema=level.schema.json\n", path.name
