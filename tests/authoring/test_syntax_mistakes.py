"""Mistakes that authors make against YAML itself: each is one problem, on the line where it was made."""

from __future__ import annotations

import re

import pytest

from game.authoring.causes import CAUSES
from game.authoring.problems import STUCK_CODE
from game.authoring.reader import read_level
from game.authoring.repair import change_at
from game.authoring.scaffold import scaffold
from tests.authoring.small import KNOWN, brief, changed, read, unmarked
from tests.levels_for_tests import SMALL

SAY = "say: {nl: Dag., en: Good day.}"

Changes = list[tuple[str, str]]


def say(nl: str) -> Changes:
    return [(SAY, f"say:\n          nl: {nl}\n          en: Good day.")]


# what is wrong, the code, and the changes; the mark is the place. More of them are in `test_yaml_traps`.
MISTAKES: list[tuple[str, str, Changes]] = [
    ("a colon in what somebody says", "E005", say("“Kijk▶: hier is het,” zegt ze.")),
    (
        "a colon in a line of speech",
        "E005",
        [("- gast: {nl: Hallo., en: Hello.}", "- gast: Nou▶: kijk eens")],
    ),
    (
        "an apostrophe first, one much later",
        "E005",
        [*say("▶'s avonds"), ("text: {nl: Niets., en", "text: {nl: auto's., en")],
    ),
    ("a comma behind a quotation", "E005", say('"Ja"▶, zei ze.')),
    ("a quotation mark not closed, others later", "E005", [*say('▶"Dag'), ("nl: Ja.,", 'nl: "Ja.",')]),
    ("a stage direction in brackets", "E005", say("[stilte] ▶Ze kijkt weg")),
    ("emphasis with two stars", "E005", say("▶**Nee** zei ze")),
    ("text behind >", "E005", say("> ▶Hallo")),
    ("text behind >- and a space", "E005", say(">- ▶Hallo")),
    ("text behind |", "E005", say("| ▶Hallo")),
    ("a scene without its colon", "E005", [("  twee:\n", "  ▶twee\n")]),
    ("`replies` without its colon", "E005", [("    replies:\n      goed", "    ▶replies\n      goed")]),
    ("a reply without its colon", "E005", [("      koel:", "      ▶koel")]),
    (
        "`say` without its colon",
        "E005",
        [("say: {nl: Dag., en: Good day.}", "▶say\n          nl: Dag.\n          en: Good day.")],
    ),
    (
        "a goto without its space",
        "E005",
        [("        goto: twee\n      koel", "        ▶goto:twee\n      koel")],
    ),
    ("a meter without its space", "E005", [("trust: +10", "▶trust:+10")]),
    ("a speaker without the space", "E104", [("- gast: {nl: Hallo., en: Hello.}", "- ▶gast:Hallo.")]),
    ("a key on top without its space", "E005", [("minutes: 1", "▶minutes:1")]),
    ("no space before a brace", "E005", [("title: {nl: Klein, en: Small}", "title:{nl: Klein, en▶: Small}")]),
    ("a language between braces without its space", "E101", [("{nl: Klein", "{▶nl:Klein")]),
    ("one space too many", "E005", [("        trust: +10", "         ▶trust: +10")]),
    ("three spaces too few", "E005", [("        trust: +10", "     ▶trust: +10")]),
    (
        "one space too many in the first line of a reply",
        "E005",
        [("        say: {nl: Dag", "         ▶say: {nl: Dag")],
    ),
    ("a scene with one space too few", "E005", [("  twee:\n", " ▶twee:\n")]),
    ("a scene with one space too many", "E005", [("  twee:\n", "   ▶twee:\n")]),
    (
        "words without a closing brace",
        "E005",
        [("say: {nl: Dag., en: Good day.}", "say: ▶{nl: Dag., en: Good day.")],
    ),
    (
        "words without an opening brace",
        "E005",
        [("say: {nl: Dag., en: Good day.}", "say: nl▶: Dag., en: Good day.}")],
    ),
    ("a list without its opening bracket", "E104", [("[nl, en]", "▶nl, en]")]),
    ("a brace too many", "E005", [("say: {nl: Dag., en: Good day.}", "say: {nl: Dag., en: Good day.}▶}")]),
    (
        "no comma between two languages",
        "E005",
        [("say: {nl: Dag., en: Good day.}", "say: {nl: Dag. en▶: Good day.}")],
    ),
    (
        "a colon in text between braces",
        "E005",
        [("say: {nl: Dag., en: Good day.}", "say: {nl: Let op▶: dit, en: Good day.}")],
    ),
    (
        "an apostrophe first between braces",
        "E005",
        [("say: {nl: Dag., en: Good day.}", "say: {nl: ▶'s avonds, en: Good day.}")],
    ),
    (
        "a brace closed with a bracket",
        "E005",
        [("say: {nl: Dag., en: Good day.}", "say: {nl: Dag., en: Good day.▶]")],
    ),
    (
        "parentheses for braces",
        "E005",
        [("say: {nl: Dag., en: Good day.}", "say: (nl▶: Dag., en: Good day.)")],
    ),
    (
        "a dash without its space",
        "E005",
        [("- gast: {nl: Hallo., en: Hello.}", "▶-gast: {nl: Hallo., en: Hello.}")],
    ),
    (
        "a second dash without its space",
        "E005",
        [
            (
                "- gast: {nl: Hallo., en: Hello.}",
                "- gast: {nl: Hallo., en: Hello.}\n      ▶-gast: {nl: Hallo., en: Hello.}",
            )
        ],
    ),
    (
        "a line of speech with one space too few",
        "E005",
        [
            (
                "- gast: {nl: Hallo., en: Hello.}",
                "- gast: {nl: Hallo., en: Hello.}\n     ▶- gast: {nl: Hallo., en: Hello.}",
            )
        ],
    ),
    (
        "a line of speech with one space too many",
        "E005",
        [
            (
                "- gast: {nl: Hallo., en: Hello.}",
                "- gast: {nl: Hallo., en: Hello.}\n       ▶- gast: {nl: Hallo., en: Hello.}",
            )
        ],
    ),
    ("a text that goes on below its key", "E005", say("Dag\n          ▶en dan nog iets")),
    ("a text that goes on at the margin", "E005", say("Dag\n▶en dan nog iets")),
    (
        "a block that stops being indented",
        "E005",
        say(">-\n            Dag\n          ▶tweede regel\n            derde"),
    ),
    ("a block not indented", "E005", say(">-\n          ▶Hallo daar")),
    ("a block not indented, with a colon", "E103", say("▶>-\n          Hallo: daar")),
    (
        "a block with a line that is hardly indented",
        "E005",
        say(">-\n            Dag\n  ▶tweede regel\n            derde"),
    ),
    ("a condition without its meter", "E005", [("when: trust >= 40", "when: >▶= 40")]),
    (
        "two keys on one line",
        "E005",
        [("        trust: +10\n        sympathy: +10", "        trust: +10 sympathy▶: +10")],
    ),
    ("a note between scenes", "E005", [("  twee:\n", "▶TODO nog doen\n  twee:\n")]),
    ("a note among scenes", "E005", [("  twee:\n", "  ▶TODO nog doen\n  twee:\n")]),
    ("a line of signs", "E005", [("  twee:\n", "▶=====\n  twee:\n")]),
    (
        "a semicolon for a colon",
        "E005",
        [("        goto: twee\n      koel", "        ▶goto; twee\n      koel")],
    ),
    (
        "an equals sign for a colon",
        "E005",
        [("        goto: twee\n      koel", "        ▶goto = twee\n      koel")],
    ),
    (
        "quotation marks and a colon in a title",
        "E005",
        [("title: {nl: Klein, en: Small}", "title: Het 'broodje'▶: een verhaal")],
    ),
    ("a comment with slashes", "E005", [("minutes: 1", "▶// zes minuten\nminutes: 1")]),
    (
        "a quotation mark before a key",
        "E005",
        [("say: {nl: Dag., en: Good day.}", "say:\n          ▶'nl: Dag\n          en: Good day.")],
    ),
    ("a colon that ends a text", "E005", say("Hij zei▶:")),
    ("two colons on a line", "E005", [("minutes: 1", "minutes: 1▶: 2")]),
]


@pytest.mark.parametrize(("code", "changes"), [row[1:] for row in MISTAKES], ids=[row[0] for row in MISTAKES])
def test_a_mistake_is_one_problem_at_its_place(code: str, changes: Changes) -> None:
    text, [place] = unmarked(changed(*changes))
    level, problems = read(text)
    assert level is None
    assert brief(problems) == [(code, *place)]
    if code == STUCK_CODE:
        told = problems[0].message("nl"), problems[0].message("en")
        assert any(cause.told[0] in told[0] and cause.told[1] in told[1] for cause in CAUSES)


def test_six_mistakes_of_which_two_are_against_yaml_are_six_problems() -> None:
    text, places = unmarked(
        changed(
            ("minutes: 1", "▶minuten: 1"),
            ("- gast: {nl: Hallo., en: Hello.}", "- gast: Nou▶: kijk eens"),
            ("trust: +10", "trust: ▶veel"),
            ("        sympathy: -5", "         ▶sympathy: -5"),
            ("when: trust >= 40", "when: ▶trust => 40"),
            ("best: true", "best: ▶ja"),
        )
    )
    codes = ["E101", "E005", "E105", "E005", "E108", "E104"]
    level, problems = read(text)
    assert level is None
    assert brief(problems) == [(code, *place) for code, place in zip(codes, places, strict=True)]


def test_many_mistakes_against_yaml_are_all_told() -> None:
    text, places = unmarked(
        changed(
            *say("▶'s avonds laat"),
            ("title: {nl: Klein, en: Small}", "title: Het broodje▶: een verhaal"),
            ("      koel:", "      ▶koel"),
            ("goto: end", "▶goto:end"),
            ("{nl: Sorry., en: Sorry.}", "▶@jan"),
            ("  klaar:", "   ▶klaar:"),
            ("text: {nl: Niets., en: Nothing.}", 'text: ▶"Niets'),
        )
    )
    _, problems = read(text)
    assert brief(problems) == [("E005", *place) for place in sorted(places)]


SCAFFOLD = scaffold("nl")[0].decode()
SPOKEN = """\
        say: >-
          De handschoenen liggen in die doos daar. Kijkt u maar rustig.
"""

# the same in the level that an author begins with, where the words stand in blocks
SLIPS: list[tuple[str, str, Changes]] = [
    ("words at the margin", "E005", [(SPOKEN, "        say: >-\n▶In die doos daar.\n")]),
    ("words at the margin, with a colon", "E005", [(SPOKEN, "        say: >-\n▶Kijk: in die doos daar.\n")]),
    ("words not indented", "E005", [(SPOKEN, "        say: >-\n        ▶In die doos daar.\n")]),
    ("a second line at the margin", "E005", [("Kijkt u maar rustig.", "Kijkt\n▶u maar rustig.")]),
    ("the same with a colon", "E005", [("Kijkt u maar rustig.", "Kijkt\n▶u: rustig.")]),
    ("words behind the sign of a block", "E005", [(SPOKEN, "        say: > ▶In die doos daar.\n")]),
    ("words without the sign, with a colon", "E101", [(SPOKEN, "        say:\n          ▶Kijk: daar.\n")]),
    (
        "a goto without its colon",
        "E005",
        [("        goto: zondag        #", "        ▶goto zondag        #")],
    ),
    ("a reply at the depth of a scene's parts", "E005", [("      eerlijk:\n", "    ▶eerlijk:\n")]),
    ("a reply at the depth of its parts", "E101", [("      eerlijk:\n", "        ▶eerlijk:\n")]),
    ("a part at the depth of a reply", "E005", [("        trust: -5 ", "      ▶trust: -5 ")]),
    ("a reply with a name as one would say it", "E106", [("      eerlijk:\n", "      ▶Eerlijk zijn:\n")]),
    ("a line of speech without its dash", "E109", [("      - man: >-\n", "        ▶man: >-\n")]),
    ("a star for a dash", "E005", [("      - man: >-\n", "      ▶* man: >-\n")]),
    ("a semicolon behind a speaker", "E104", [("      - man: >-\n", "      - ▶man; >-\n")]),
    ("a meter between braces without its space", "E005", [("trust: 50, s", "▶trust:50, s")]),
    ("a comma forgotten between braces", "E005", [("balie, trust: 50", "balie trust▶: 50")]),
    ("a note to oneself", "E005", [("      eerlijk:\n", "▶NOG DOEN\n      eerlijk:\n")]),
    (
        "a note to oneself with a colon",
        "E005",
        [("      eerlijk:\n", "▶NOG DOEN: nakijken\n      eerlijk:\n")],
    ),
    ("a heading", "E005", [("scenes:\n", "▶== Scenes ==\nscenes:\n")]),
]


@pytest.mark.parametrize(("code", "changes"), [row[1:] for row in SLIPS], ids=[row[0] for row in SLIPS])
def test_a_slip_in_a_first_level_is_one_problem_at_its_place(code: str, changes: Changes) -> None:
    text, [place] = unmarked(changed(*changes, text=SCAFFOLD))
    level, problems = read_level(text.encode(), "klein")
    assert level is None
    assert brief(problems) == [(code, *place)]


@pytest.mark.parametrize("by", [-1, 1])
def test_a_line_indented_one_space_too_far_or_too_little_is_one_problem_there(by: int) -> None:
    lines = SCAFFOLD.split("\n")
    elsewhere = []
    for number, line in enumerate(lines, 1):
        deep = len(line) - len(line.lstrip()) + by
        if deep < 0 or not re.match(r" *(- )?[\w-]+:( |$)", line):
            continue
        moved = [*lines[: number - 1], " " * deep + line.lstrip(), *lines[number:]]
        level, problems = read_level("\n".join(moved).encode(), "klein")
        if level is None and [each.place.line for each in problems] != [number]:
            elsewhere.append(line)
    assert elsewhere == ["      - narrator: >-"]  # of two dashes, which one is wrong?


def test_what_a_mended_line_says_is_read() -> None:
    """A fact that is remembered on a line that was indented wrongly is not missed where it is used."""
    for wrong in ("       ", "         "):
        text, [place] = unmarked(changed(("        remember: was_cool", f"{wrong}▶remember: was_cool")))
        assert brief(read(text)[1]) == [("E005", *place)]


def test_a_mistake_far_down_in_a_long_level_is_told_as_in_a_short_one() -> None:
    start, end = SMALL.index("  twee:\n"), SMALL.index("endings:\n")
    more = "".join(SMALL[start:end].replace("  twee:", f"  twee-{number}:") for number in range(30))
    for name, code, changes in MISTAKES:
        text, [(line, column)] = unmarked(changed(*changes).replace("  een:\n", f"{more}  een:\n", 1))
        assert brief(read_level(text.encode(), "klein", KNOWN)[1]) == [(code, line, column)], name


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("room: let op: dit", 'room: "let op: dit"'),
        ("room: 's avonds  # laat", 'room: "\'s avonds"  # laat'),
        ('room: zei "ja": \'s avonds', "room: 'zei \"ja\": ''s avonds'"),
        ("room:winkel", 'room: "winkel"'),
        ("room: @shop", 'room: "@shop"'),
        ("  room: shop", "room: shop"),
        ("room", "room:"),
    ],
)
def test_a_line_is_mended_as_an_author_would(line: str, mended: str) -> None:
    text = changed(("room: shop", line))
    change = change_at(text, text.split("\n").index(line) + 1)
    assert change is not None
    assert change.line == mended
    assert not change.is_lossy


def test_a_line_that_is_not_where_yaml_is_stuck_is_not_changed() -> None:
    assert change_at(SMALL, 5) is None
    text = changed(("room: shop", "room: let op: dit"), ("minutes: 1", "minutes: @1"))
    assert change_at(text, 6) is None
