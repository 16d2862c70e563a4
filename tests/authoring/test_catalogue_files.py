"""The catalogues, the order of play, and the play-tests beside a level."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.catalogue import read_course, read_principles, read_sources
from game.authoring.plays import Play, read_plays
from game.authoring.problems import Problem
from game.story.catalogue import Principle, Source
from game.story.text import Text
from tests.authoring.small import brief, unmarked

SOURCES = """\
format: 1
sources:
  een-boek:
    title: Een boek over praten
    author: Iemand
    publisher: Uitgever
    date: 2026-10-06
    note: {nl: Niet ondertekend., en: Unsigned.}
  zonder-titel:
    about: {nl: Een verhaal, en: A story}
"""

PRINCIPLES = """\
format: 1
principles:
  luisteren:
    name: {nl: Luisteren, en: Listening}
    text: {nl: Luister., en: Listen.}
    tomorrow: {nl: Ik zwijg., en: I say nothing.}
    sources: [een-boek, zonder-titel]
    derived: true
"""

COURSE = "format: 1\ncourse: [eerste, tweede]\n"

PLAYS = """\
plays:
  zoals het ging:
    replies: [warm, goed]
    trust: 65
    sympathy: 60
    ending: blij
  18:45: {replies: [stil]}
"""

KNOWN = frozenset({"een-boek", "zonder-titel"})
LEVELS = frozenset({"eerste", "tweede"})


def _read(kind: str, text: str | bytes, folder: Path) -> tuple[object, tuple[Problem, ...]]:
    path = folder / f"{kind}.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    if kind == "sources":
        return read_sources(path)
    if kind == "principles":
        return read_principles(path, KNOWN)
    return read_course(path, LEVELS) if kind == "course" else read_plays(path)


WHOLE = {"sources": SOURCES, "principles": PRINCIPLES, "course": COURSE, "plays": PLAYS}
NOTHING: dict[str, object] = {"sources": {}, "principles": {}, "course": (), "plays": ()}


def test_sources_arrive(tmp_path: Path) -> None:
    found, problems = _read("sources", SOURCES, tmp_path)
    assert brief(problems) == []
    assert found == {
        "een-boek": Source(
            "een-boek",
            "Een boek over praten",
            author="Iemand",
            publisher="Uitgever",
            date="2026-10-06",
            note=Text((("nl", "Niet ondertekend."), ("en", "Unsigned."))),
        ),
        "zonder-titel": Source("zonder-titel", about=Text((("nl", "Een verhaal"), ("en", "A story")))),
    }


def test_principles_arrive(tmp_path: Path) -> None:
    found, problems = _read("principles", PRINCIPLES, tmp_path)
    assert brief(problems) == []
    assert found == {
        "luisteren": Principle(
            "luisteren",
            Text((("nl", "Luisteren"), ("en", "Listening"))),
            Text((("nl", "Luister."), ("en", "Listen."))),
            Text((("nl", "Ik zwijg."), ("en", "I say nothing."))),
            ("een-boek", "zonder-titel"),
            derived=True,
        )
    }


def test_the_course_arrives_in_order(tmp_path: Path) -> None:
    assert _read("course", COURSE, tmp_path) == (("eerste", "tweede"), ())


def test_plays_arrive_with_free_names(tmp_path: Path) -> None:
    found, problems = _read("plays", PLAYS, tmp_path)
    assert brief(problems) == []
    assert found == (
        Play("zoals het ging", ("warm", "goed"), "blij", 65, 60),
        Play("18:45", ("stil",)),
    )


@pytest.mark.parametrize(
    ("kind", "code", "old", "new"),
    [
        ("sources", "E101", "author:", "▶auteur:"),
        ("sources", "E101", "sources:", "▶bronnen:\n  x: {}\nsources:"),
        ("sources", "E106", "  een-boek:", "  ▶Een boek:"),
        ("sources", "E107", "  zonder-titel:", "  ▶een-boek:"),
        ("sources", "E103", "title: Een boek over praten", "▶title:"),
        ("sources", "E104", "title: Een boek over praten", "title: ▶{nl: Een boek}"),
        ("sources", "E111", "format: 1", "format: ▶2"),
        ("sources", "E102", "format: 1\nsources", "▶sources"),
        ("sources", "E003", "Iemand", '▶"Iemand \\e[31m"'),
        ("sources", "E004", "    author", "▶\tauthor"),
        ("sources", "E005", "Een boek over", "Een boek▶: over"),
        ("principles", "E102", "    tomorrow: {nl: Ik zwijg., en: I say nothing.}\n", ""),
        ("principles", "E201", "[een-boek", "[▶een-boel"),
        ("principles", "E107", "zonder-titel]", "zonder-titel, ▶een-boek]"),
        ("principles", "E103", "[een-boek, zonder-titel]", "▶[]"),
        ("principles", "E104", "derived: true", "derived: ▶ja"),
        ("principles", "E111", "format: 1", "format: ▶1.0"),
        ("course", "E201", "tweede", "▶derde"),
        ("course", "E107", "tweede", "▶eerste"),
        ("course", "E103", "[eerste, tweede]", "▶[]"),
        ("course", "E104", "[eerste, tweede]", "▶eerste"),
        ("course", "E006", "[eerste,", "[▶*eerste,"),
        ("plays", "E101", "ending:", "▶einde:"),
        ("plays", "E101", "plays:", "▶format: 1\nplays:"),
        ("plays", "E102", "    replies: [warm, goed]\n", ""),
        ("plays", "E103", "[warm, goed]", "▶[]"),
        ("plays", "E104", "[warm, goed]", "▶warm"),
        ("plays", "E105", "65", "▶165"),
        ("plays", "E106", "[warm,", "[▶Warm!,"),
        ("plays", "E107", "18:45:", "▶zoals het ging:"),
        ("plays", "E003", "18:45:", '▶"18:45\\e[31m":'),
        ("plays", "E112", "18:45:", "? ▶" + "x" * 4001 + "\n  :"),
    ],
)
def test_one_mistake_is_one_problem_and_nothing_is_read(
    tmp_path: Path, kind: str, code: str, old: str, new: str
) -> None:
    assert old in WHOLE[kind]
    marked = WHOLE[kind].replace(old, new, 1)
    if "▶" not in marked:
        marked = marked.replace("  luisteren:", "  ▶luisteren:").replace("  zoals", "  ▶zoals")
    text, [place] = unmarked(marked)
    found, problems = _read(kind, text, tmp_path)
    assert brief(problems) == [(code, *place)]
    assert found == NOTHING[kind]


@pytest.mark.parametrize("kind", list(WHOLE))
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "E009"),
        (b"# niets\n", "E009"),
        (b"\xe9", "E001"),
        (b"\x00", "E003"),
        (b"- x\n", "E104"),
        (b"x", "E104"),
        (b"[" * 1000, "E007"),
        (b"x: [", "E005"),
    ],
)
def test_a_file_that_is_something_else_is_one_problem(
    tmp_path: Path, kind: str, data: bytes, code: str
) -> None:
    found, problems = _read(kind, data, tmp_path)
    assert [each.code.id for each in problems] == [code]
    assert found == NOTHING[kind]


@pytest.mark.parametrize("kind", list(WHOLE))
def test_an_empty_section_is_told(tmp_path: Path, kind: str) -> None:
    for empty in ("", " {}", " []", " ~x"):
        start = "" if kind == "plays" else "format: 1\n"
        found, problems = _read(kind, f"{start}{kind}:{empty}\n", tmp_path)
        assert [each.code.id for each in problems] in (["E103"], ["E104"])
        assert found == NOTHING[kind]


def test_a_missing_language_of_a_principle_is_a_warning(tmp_path: Path) -> None:
    found, problems = _read("principles", PRINCIPLES.replace(", en: Listening", ""), tmp_path)
    assert [each.code.id for each in problems] == ["W101"]
    assert found


def test_a_title_cut_short_by_a_hash_is_a_warning(tmp_path: Path) -> None:
    text, [place] = unmarked(SOURCES.replace("Een boek over praten", "Boek ▶#1"))
    found, problems = _read("sources", text, tmp_path)
    assert brief(problems) == [("W102", *place)]
    assert found


def test_comments_elsewhere_are_comments(tmp_path: Path) -> None:
    text = PLAYS.replace("ending: blij", "ending: blij  # ooit").replace("plays:", "plays:  # routes")
    assert brief(_read("plays", text, tmp_path)[1]) == []
    text = SOURCES.replace("format: 1", "format: 1  # vorm").replace("  een-boek:", "  een-boek:  # eerste")
    assert brief(_read("sources", text, tmp_path)[1]) == []
