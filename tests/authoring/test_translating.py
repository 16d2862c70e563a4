"""What a translated sheet does to a level, and what it leaves out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.level_format import LEVEL
from game.authoring.nodes import Node
from game.authoring.shapes import LONGEST_TEXT, Field, ListOf, Named, Record, Shape, SpokenLine, Words
from game.authoring.sheet import Row, decode, encode
from game.authoring.texts import KINDS_OF_LINES, SPEECH, texts_in
from game.authoring.translating import CannotWriteError, Change, Sheeted, plan, sheeted, translated
from game.library import Library
from game.words import WORDS
from tests.authoring.small import KNOWN, changed, read
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL

LIBRARY = Library(ROOT / "levels")
SAY = "scenes/een/replies/warm/say"


def level_in(text: str | bytes) -> Sheeted:
    """Return the level in *text*, ready to be translated."""
    data = text.encode() if isinstance(text, str) else text
    level, problems = read(data)
    assert level is not None, problems
    found = sheeted(data, level)
    assert found is not None
    return found


def shipped(id: str) -> Sheeted:
    """Return a level of ours, ready to be translated."""
    level, data = LIBRARY.level_and_bytes(id)
    found = sheeted(data, level)
    assert found is not None
    return found


def _with(level: Sheeted, **targets: str) -> list[Row]:
    """Return the rows of *level*, with other words at the places that are or end in *targets*."""
    rows = list(level.rows)
    for ending, words in targets.items():
        places = [row.place for row in rows]
        (number,) = [n for n, place in enumerate(places) if place == ending] or [
            n for n, place in enumerate(places) if place.endswith(f"/{ending}")
        ]
        rows[number] = replace(rows[number], target=words)
    return rows


def _after(level: Sheeted, rows: list[Row], *, stale: bool = False) -> str:
    return translated(level, plan(level, rows, stale=stale).changes, KNOWN).decode()


@pytest.mark.parametrize("id", LIBRARY.ids)
def test_out_and_in_without_a_change_leaves_a_level_as_it_was(id: str) -> None:
    level = shipped(id)
    rows = decode(encode(level.rows, level.source, level.target, ";"), level.source, level.target)
    planned = plan(level, rows)
    assert planned.same == len(level.rows) == len(level.texts)
    assert planned.changes + planned.stale + planned.refused + planned.moved + planned.source_edited == []
    assert translated(level, planned.changes, LIBRARY.known) == level.data


@pytest.mark.parametrize("id", LIBRARY.ids)
def test_a_level_written_anew_in_every_text_reads_as_meant(id: str) -> None:
    level = shipped(id)
    rows = [replace(row, target=f"New: {row.target}") for row in level.rows]
    data = translated(level, plan(level, rows).changes, LIBRARY.known)
    changed = level_in_library(id, data)
    assert [row.target for row in changed.rows] == [row.target for row in rows]
    assert [row.source for row in changed.rows] == [row.source for row in rows]
    comments = [line for line in level.data.decode().split("\n") if line.lstrip().startswith("#")]
    assert [line for line in data.decode().split("\n") if line.lstrip().startswith("#")] == comments


def level_in_library(id: str, data: bytes) -> Sheeted:
    """Return level *id* as it would be with *data*."""
    from game.authoring.reader import read_level

    level, problems = read_level(data, id, LIBRARY.known)
    assert level is not None, problems
    found = sheeted(data, level)
    assert found is not None
    return found


@settings(deadline=None, max_examples=20)
@given(st.data())
def test_changing_one_cell_changes_that_text_only(data: st.DataObject) -> None:
    level = shipped(data.draw(st.sampled_from(LIBRARY.ids)))
    rows = list(level.rows)
    number = data.draw(st.integers(0, len(rows) - 1))
    rows[number] = replace(rows[number], target="Something else")
    before, after = level.data.decode().split("\n"), _lines_after(level, rows)
    same = next(n for n, (one, other) in enumerate(zip(before, after, strict=False)) if one != other)
    tail = next(
        n for n, (one, other) in enumerate(zip(before[::-1], after[::-1], strict=False)) if one != other
    )
    assert "Something else" in " ".join(after[same : len(after) - tail])
    old, new = before[same : len(before) - tail], after[same : len(after) - tail]
    assert len(new) <= 7
    assert "#" not in "".join(old)
    found = level_in_library(level.id, "\n".join(after).encode())
    assert [row.target for row in found.rows] == [row.target for row in rows]


def _lines_after(level: Sheeted, rows: list[Row]) -> list[str]:
    return translated(level, plan(level, rows).changes, LIBRARY.known).decode().split("\n")


def test_every_text_has_a_row_also_what_players_never_see() -> None:
    level = shipped("pine-nut-sandwich")
    places = {row.place for row in level.rows}
    assert {"title", "you", "people/gast/name", "scenes/klacht/notes", "scenes/klacht/lines/2/gast"} <= places
    assert {"facilitator/aim", "facilitator/questions/1", "debrief/real_outcome/text"} <= places
    assert "scenes/klacht/replies/keuken/say" in places
    assert len(places) == len(level.rows)


def test_kinds_of_texts_have_words() -> None:
    kinds = {*_kinds(LEVEL, ""), SPEECH, *KINDS_OF_LINES.values()}
    assert {f"translate-kind-{kind}" for kind in kinds} <= set(WORDS)
    assert "translate-kind-other" in WORDS


def _kinds(shape: Shape, key: str) -> set[str]:
    if isinstance(shape, Words):
        return {key}
    if isinstance(shape, Record):
        fields: dict[str, Field] = dict(shape.fields)
        return set().union(*(_kinds(field.shape, name) for name, field in fields.items()))
    if isinstance(shape, ListOf | Named):
        return _kinds(shape.item, key)
    assert not isinstance(shape, SpokenLine) or not any(
        isinstance(each.shape, Words) for each in shape.extras.values()
    )
    return set()


def test_a_translation_of_other_words_is_stale() -> None:
    old = level_in(SMALL)
    new = level_in(changed(("say: {nl: Dag.,", "say: {nl: Goedendag.,")))
    rows = _with(old, **{"warm/say": "Hi.", "koel/say": "Yeah."})
    planned = plan(new, rows)
    assert [row.place for row in planned.stale] == [SAY]
    assert [change.text.place for change in planned.changes] == ["scenes/een/replies/koel/say"]
    assert "Hi." not in _after(new, rows)
    assert "Hi." in _after(new, rows, stale=True)
    assert plan(new, rows, stale=True).stale == []


def test_a_row_without_a_hash_is_stale() -> None:
    level = level_in(SMALL)
    rows = [replace(row, hash="", target="Hi.") for row in level.rows[:1]]
    assert plan(level, rows).stale == rows


def test_a_text_that_has_moved_takes_its_translation_along() -> None:
    old = level_in(SMALL)
    line = "      - gast: {nl: Hallo., en: Hello.}\n"
    new = level_in(changed((line, f"      - narrator: {{nl: Regen., en: Rain.}}\n{line}")))
    rows = _with(old, **{"scenes/een/lines/1/gast": "Hiya."})
    planned = plan(new, rows)
    assert [(row.place, text.place) for row, text in planned.moved] == [
        ("scenes/een/lines/1/gast", "scenes/een/lines/2/gast")
    ]
    assert planned.stale == planned.refused == []
    assert "- narrator: {nl: Regen., en: Rain.}" in _after(new, rows)
    assert "Hiya." in _after(new, rows)


def test_texts_below_one_that_is_gone_move_up_before_stale_rows_are_written() -> None:
    three = "".join(f"      - gast: {{nl: {word}., en: {word}.}}\n" for word in ("Een", "Twee", "Drie"))
    line = "      - gast: {nl: Hallo., en: Hello.}\n"
    old = level_in(changed((line, three)))
    new = level_in(changed((line, three[three.index("\n") + 1 :])))
    rows = [replace(row, target=f"New {row.target}") for row in old.rows if "/lines/" in row.place][:3]
    assert [row.source for row in rows] == ["Een.", "Twee.", "Drie."]
    found = level_in(_after(new, [*rows, *new.rows[:3]], stale=True))
    assert [row.target for row in found.rows if "een/lines/" in row.place] == ["New Twee.", "New Drie."]


def test_a_text_that_is_there_twice_may_not_be_the_one_that_moved() -> None:
    old = level_in(SMALL)
    new = level_in(changed(("say: {nl: Dag.,", "say: {nl: Fijn.,"), ("say: {nl: Ja.,", "say: {nl: Dag.,")))
    again = level_in(changed(("say: {nl: Dag.,", "say: {nl: Fijn.,")))
    rows = [row for row in _with(old, **{"warm/say": "Hi."}) if row.place == SAY]
    assert [text.place for _, text in plan(new, rows).moved] == ["scenes/een/replies/koel/say"]
    assert plan(again, rows).moved == []
    twice = level_in(changed(("say: {nl: Ja.,", "say: {nl: Dag.,"), ("say: {nl: Dag.,", "say: {nl: Fijn.,")))
    both = level_in(twice.data.decode().replace("say: {nl: Sorry.,", "say: {nl: Dag.,"))
    assert [row.place for row in plan(both, rows).stale] == [SAY]


def test_an_unknown_place_is_refused_with_the_nearest_one() -> None:
    level = level_in(SMALL)
    rows = [Row(7, "scenes/een/replies/warn/say", "", "x", "Hi.", "h0"), Row(8, "", "", "", "x", "")]
    refused = plan(level, rows).refused
    assert [(each.row.number, each.key) for each in refused] == [
        (7, "translate-unknown"),
        (8, "translate-no-place"),
    ]
    assert dict(refused[0].values) == {"suggestion": SAY}
    assert plan(level, rows[:1]).is_of_another_level
    assert not plan(level, [*rows[:1], *level.rows[:1]]).is_of_another_level


def test_a_place_that_is_there_twice_counts_once() -> None:
    level = level_in(SMALL)
    rows = [*_with(level, title="First"), replace(level.rows[0], number=99, target="Second")]
    planned = plan(level, rows)
    assert [(each.row.number, each.key, dict(each.values)) for each in planned.refused] == [
        (99, "translate-twice", {"earlier": "2"})
    ]
    assert "First" in _after(level, rows)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("#NAAM?", "translate-formula"),
        ("#NAME?", "translate-formula"),
        ("#VALUE!", "translate-formula"),
        ("#DIV/0!", "translate-formula"),
        ("#N/A", "translate-formula"),
        ("#N/B", "translate-formula"),
        ("a\tb", "translate-hidden"),
        ("soft\u00adhyphen", "translate-hidden"),
        ("\u202eturned", "translate-hidden"),
        ("\x1b[31m", "translate-hidden"),
        ("x" * (LONGEST_TEXT + 1), "translate-too-long"),
    ],
)
def test_words_that_cannot_be_in_a_level_are_refused(words: str, key: str) -> None:
    level = level_in(SMALL)
    rows = _with(level, title=words, you="You.")
    planned = plan(level, rows)
    assert [(each.row.place, each.key) for each in planned.refused] == [("title", key)]
    assert [change.text.place for change in planned.changes] == ["you"]


@pytest.mark.parametrize("words", ["#metoo", "#1", "#N", "x" * LONGEST_TEXT, "a\nb\n\nc", "'s"])
def test_words_that_look_odd_are_written(words: str) -> None:
    level = level_in(SMALL)
    assert level_in(_after(level, _with(level, title=words))).rows[0].target == words


def test_empty_cells_leave_what_is_there() -> None:
    level = level_in(SMALL)
    planned = plan(level, _with(level, title="", you=" \n"))
    assert [row.place for row in planned.empty] == ["title", "you"]
    assert planned.changes == []


def test_a_changed_source_cell_is_told_and_not_written() -> None:
    level = level_in(SMALL)
    rows = [replace(row, source="Groot") if row.place == "title" else row for row in level.rows]
    planned = plan(level, rows)
    assert [row.place for row in planned.source_edited] == ["title"]
    assert planned.changes == []


def _in_dutch_only() -> str:
    return changed(
        ("[nl, en]", "[nl]  # only"),
        *((text, text.split(", en:")[0] + "}") for text in _braces()),
    )


def _braces() -> list[str]:
    import re

    return re.findall(r"\{nl: [^}]*\}", SMALL)


def test_a_level_in_one_language_gets_the_other() -> None:
    level = level_in(_in_dutch_only())
    assert (level.source, level.target, level.is_declared) == ("nl", "en", False)
    assert {row.target for row in level.rows} == {""}
    rows = _with(level, title="Small", you="You are you.")
    data = translated(level, plan(level, rows).changes, KNOWN)
    assert b"languages: [nl, en]  # only\n" in data
    after, problems = read(data)
    assert after is not None
    assert after.title.in_language("en") == "Small"
    assert {each.code.id for each in problems} == {"W101"}
    assert translated(level, [], KNOWN) == level.data


def test_the_first_language_of_the_level_is_the_source() -> None:
    level = level_in(changed(("[nl, en]", "[en, nl]")))
    assert (level.source, level.target) == ("en", "nl")
    assert level.rows[0].source == "Small"
    assert "nl: >-\n    Mini\n" in _after(level, _with(level, title="Mini"))


def test_a_shape_nobody_can_write_in_is_left_alone() -> None:
    text = f"{SMALL}facilitator:\n  aim:\n    ? nl\n    : Doel\n"
    level = level_in(text)
    with pytest.raises(CannotWriteError):
        _after(level, _with(level, aim="Aim"))


def test_a_problem_that_was_not_there_is_refused() -> None:
    level = level_in(SMALL)
    text = level.texts[0]
    with pytest.raises(CannotWriteError) as caught:
        translated(level, [Change(text, "Small", "x" * (LONGEST_TEXT + 1))], KNOWN)
    assert [problem.code.id for problem in caught.value.problems] == ["E112"]


def test_problems_that_were_there_are_none_of_ours() -> None:
    text = changed(("remember: was_cool", "remember: [was_cool, unused]"))
    assert "W302" in {each.code.id for each in read(text)[1]}
    level = level_in(text)
    assert "Tiny" in _after(level, _with(level, title="Tiny"))


def test_texts_of_no_level_are_none() -> None:
    from game.authoring.nodes import Scalar
    from game.authoring.problems import Place

    nothing: Node = Scalar("x", Place(), True)
    assert list(texts_in(nothing, "nl")) == []
