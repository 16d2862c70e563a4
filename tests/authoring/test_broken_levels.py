"""One mistake in a level is one problem, at the place where its author would look for it."""

from __future__ import annotations

import pytest

from game.authoring.reader import read_level
from game.authoring.shapes import LONGEST_TEXT
from tests.authoring.small import MARK, brief, changed, level_of, read, unmarked
from tests.levels_for_tests import SMALL

SAY = "say: {nl: Dag., en: Good day.}"
"""The first reply's words; replaced by a block in which one language has trouble."""


def say(nl: str) -> str:
    return f"say:\n          nl: {nl}\n          en: Good day."


LAST_REPLIES = SMALL[SMALL.rindex("    replies:") : SMALL.index("endings:")]
LESS_INDENTED = LAST_REPLIES.replace("    replies", "  ▶replies").replace("\n      ", "\n    ")

FIRST_REPLIES = SMALL[SMALL.index("    replies:") : SMALL.index("  twee:")]
BESIDE = FIRST_REPLIES.replace("    replies", "    ▶replies").replace("\n      ", "\n    ")

FACT = "        remember: was_cool\n"
HELLO = "- gast: {nl: Hallo., en: Hello.}"

STILL = "      stil:\n        silence: true\n        goto: end"

MORE_ENDINGS = """\
  nooit:
    title: {nl: Nooit, en: Never}
    text: {nl: Nooit., en: Never.}
debrief:"""

ISLAND = """\
    replies:
      weg:
        say: {nl: Weg., en: Gone.}
        goto: end
"""

# what is wrong, the code, a word that must be suggested ("" for none), and the changes; the mark is the place
BROKEN: list[tuple[str, str, str, list[tuple[str, str]]]] = [
    # keys
    ("a slip in a key", "E101", "minutes", [("minutes: 1", "▶minuts: 1")]),
    ("a Dutch key", "E101", "minutes", [("minutes: 1", "▶minuten: 1")]),
    ("a key nobody knows", "E101", "", [("minutes: 1", "minutes: 1\n▶moeilijkheid: hoog")]),
    ("a slip in `scenes`", "E101", "scenes", [("\nscenes:", "\n▶scene:")]),
    ("a Dutch `people`", "E101", "people", [("people:", "▶mensen:")]),
    ("a slip in `replies`", "E101", "replies", [("    replies:", "    ▶replis:")]),
    ("a slip in `remember`", "E101", "remember", [("remember: was", "▶remembr: was")]),
    ("a Dutch `remember`", "E101", "remember", [("remember: was", "▶onthouden: was")]),
    ("a slip in `say`", "E101", "say", [("say: {nl: Dag", "▶sai: {nl: Dag")]),
    ("a slip in `silence`", "E101", "silence", [("silence: true", "▶silense: true")]),
    ("a slip in `goto`", "E101", "goto", [("goto: twee", "▶gotoo: twee")]),
    ("a slip in `when` of a line", "E101", "when", [("when: was_cool", "▶whn: was_cool")]),
    ("a Dutch `when` of a line", "E101", "when", [("when: was_cool", "▶als: was_cool")]),
    ("a slip in a language", "E101", "nl", [("{nl: Dag", "{▶ln: Dag")]),
    ("a comma in text between braces", "E101", "", [("{nl: Dag.,", "{nl: Ja, ▶dat klopt,")]),
    ("a key twice", "E107", "", [("minutes: 1", "minutes: 1\n▶minutes: 2")]),
    ("a scene twice", "E107", "", [("  twee:", "  ▶een:")]),
    ("a reply twice, with its facts", "E107", "", [("      koel:", "      ▶warm:")]),
    ("a language twice in a text", "E107", "", [("{nl: Dag., en", "{nl: Dag., ▶nl")]),
    ("a fact under a key nobody knows", "E101", "", [("remember: was", "▶geheugen: was")]),
    # what must be there
    ("no format", "E102", "", [("format: 1\n", "▶")]),
    (
        "no people",
        "E102",
        "",
        [("format", "▶format"), ("people:\n  gast:\n    name: {nl: Gast, en: Guest}\n", "")],
    ),
    ("no goto", "E102", "", [("      stil:", "      ▶stil:"), ("true\n        goto: end", "true")]),
    ("no meter to start with", "E102", "", [("{scene: een, trust: 50,", "▶{scene: een,")]),
    (
        "no title of an ending",
        "E102",
        "",
        [("  klaar:", "  ▶klaar:"), ("    title: {nl: Klaar, en: Done}\n", "")],
    ),
    ("no languages", "E102", "", [("format", "▶format"), ("languages: [nl, en]\n", "")]),
    ("an empty key", "E103", "", [("goto: end", "▶goto:")]),
    ("an empty format", "E103", "", [("format: 1", "▶format:")]),
    ("an empty scene", "E103", "", [("  twee:", "  ▶drie:\n  twee:")]),
    ("an empty language", "E103", "", [("{nl: Dag.", "{▶nl: ")]),
    ("a text in no language", "E103", "", [("{nl: Klein, en: Small}", "▶{}")]),
    ("no principle in the list", "E103", "", [("[let-them-keep-face]", "▶[]")]),
    ("no language in the list", "E103", "", [("[nl, en]", "▶[]")]),
    ("spaces for a text", "E103", "", [(SAY, say('▶"  "'))]),
    ("a hash for a text", "E103", "", [(SAY, say("#metoo").replace("nl", "▶nl"))]),
    # shapes
    ("text for a list", "E104", "", [("    replies:", "    with: ▶gast\n    replies:")]),
    ("the word list for a list", "E104", "", [("    replies:", "    with: ▶list\n    replies:")]),
    ("text for a group", "E104", "", [("{scene: een, trust: 50, sympathy: 50}", "▶een")]),
    ("one language without a list", "E104", "", [("[nl, en]", "▶nl")]),
    ("a list for text", "E104", "", [("{nl: Dag., en: Good day.}", "▶[stilte]")]),
    ("lines without dashes", "E104", "", [("    lines:", "    ▶lines:"), ("- gast", "gast")]),
    ("a line without speaker", "E104", "", [("- gast: {nl: Hallo., en: Hello.}", "- ▶Hallo.")]),
    ("a group for a fact", "E104", "", [("remember: was_cool", "remember: ▶{was_cool: true}")]),
    ("a room that is not there", "E104", "", [("room: shop", "room: ▶winkel")]),
    ("yes for true", "E104", "", [("silence: true", "silence: ▶yes")]),
    ("ja for true", "E104", "", [("best: true", "best: ▶ja")]),
    ("an outcome that is no kind", "E104", "", [("kind: none", "kind: ▶truestory")]),
    ("a format that is a list", "E104", "", [("format: 1", "format: ▶[1]")]),
    ("a list in a list", "E104", "", [("    replies:", "    with: [▶[gast]]\n    replies:")]),
    ("a list among the languages", "E104", "", [("[nl, en]", "[nl, ▶[en]]")]),
    ("nothing among the languages", "E103", "", [("[nl, en]", '[nl, ▶""]')]),
    # numbers
    ("a word for a number", "E105", "", [("minutes: 1", "minutes: ▶veel")]),
    ("a decimal point", "E105", "", [("trust: +10", "trust: ▶5.5")]),
    ("a space after the sign", "E105", "", [("trust: +10", "trust: ▶+ 10")]),
    ("a minus from a typesetter", "E105", "", [("trust: -60", "trust: ▶−60")]),
    ("more than the meter holds", "E105", "", [("trust: 50", "trust: ▶150")]),
    ("no minutes at all", "E105", "", [("minutes: 1", "minutes: ▶0")]),
    ("a meter against too much", "E105", "", [("trust >= 40", "▶trust >= 140")]),
    # names
    ("a capital in a scene's name, used twice", "E106", "", [("  twee:", "  ▶Twee:")]),
    ("a space in a fact's name, used twice", "E106", "", [("remember: was_cool", "remember: ▶was cool")]),
    ("a digit first in a reply's name", "E106", "", [("      warm:", "      ▶1e:")]),
    ("a name of 41 letters", "E106", "", [("      warm:", f"      ▶{'a' * 41}:")]),
    ("a person with a speaker's name", "E202", "", [("  gast:\n    name", "  ▶you:\n    name")]),
    ("a scene called end", "E202", "", [("  twee:", "  ▶end:")]),
    ("a scene that is not there", "E201", "twee", [("goto: twee", "goto: ▶tweee")]),
    ("a scene with a capital", "E201", "twee", [("goto: twee", "goto: ▶Twee")]),
    ("a Dutch end", "E201", "end", [("goto: end", "goto: ▶einde")]),
    ("a first scene that is not there", "E201", "een", [("{scene: een,", "{scene: ▶eeen,")]),
    ("a person that is not there", "E201", "gast", [("- gast: {nl: Hallo", "- ▶gats: {nl: Hallo")]),
    ("a slip in narrator", "E201", "narrator", [("- gast: {nl: Hallo", "- ▶narator: {nl: Hallo")]),
    ("a Dutch narrator", "E201", "narrator", [("- gast: {nl: Hallo", "- ▶verteller: {nl: Hallo")]),
    ("somebody unknown on stage", "E201", "gast", [("    replies:", "    with: [▶gst]\n    replies:")]),
    ("a fact never remembered", "E201", "was_cool", [("when: was_cool", "when: ▶was_cold")]),
    ("a fact with a capital", "E201", "was_cool", [("when: was_cool", "when: ▶Was_cool")]),
    (
        "a principle that is not there",
        "E201",
        "let-them-keep-face",
        [("[let-them-keep-face", "[▶let-them-keep-fase")],
    ),
    ("a source that is not there", "E201", "verwen-de-klanten", [("source: verwen", "source: ▶verwem")]),
    ("a sister that is not there", "E201", "groot", [("minutes: 1", "minutes: 1\nsister: ▶grot")]),
    (
        "a name that is there already in the list",
        "E107",
        "",
        [("keep-face]", "keep-face, ▶let-them-keep-face]")],
    ),
    # conditions
    ("or in a condition", "E108", "", [("when: trust >= 40", "when: ▶trust >= 40 or was_cool")]),
    ("en in a condition", "E108", "", [("when: trust >= 40", "when: ▶trust >= 40 en was_cool")]),
    ("an arrow in a condition", "E108", "", [("trust >= 60 and", "▶trust => 60 and")]),
    ("a second test that is wrong", "E108", "", [("and not was_cool", "and ▶not not was_cool")]),
    ("a condition without end", "E112", "", [("when: was_cool", "when: ▶was_cool" + " and was_cool" * 20)]),
    # lines and replies
    ("a fact in a line without speaker", "E109", "", [(FACT, ""), (HELLO, "- ▶remember: was_cool")]),
    ("a line with two speakers", "E109", "", [("{nl: Hallo., en: Hello.}", "Hallo.\n        ▶you: Dag.")]),
    (
        "words beside their speaker",
        "E109",
        "",
        [("{nl: Hallo., en: Hello.}", "\n        ▶nl: Ha.\n        en: Hi.")],
    ),
    (
        "a line with only a condition",
        "E109",
        "",
        [("- gast: {nl: Nou., en: Well.}\n        when", "- ▶when")],
    ),
    (
        "a silence that speaks",
        "E110",
        "",
        [("      stil:", "      ▶stil:"), ("true\n", "true\n        say: {nl: X, en: Y}\n")],
    ),
    (
        "neither words nor silence",
        "E110",
        "",
        [("      stil:", "      ▶stil:"), ("        silence: true\n", "")],
    ),
    (
        "silence: false without words",
        "E110",
        "",
        [("      stil:", "      ▶stil:"), ("silence: true", "silence: false")],
    ),
    # indentation that YAML has no quarrel with
    ("words beside `say`", "E103", "", [(SAY, "▶say:\n        nl: Dag.\n        en: Good day.")]),
    ("a person's name beside the person", "E114", "", [("    name: {nl", "  ▶name: {nl")]),
    ("people beside `people`", "E103", "", [("people:\n  gast:\n    name", "▶people:\ngast:\n  name")]),
    ("a goto beside its reply", "E114", "", [("true\n        goto: end", "true\n      ▶goto: end")]),
    (
        "words beside their reply",
        "E114",
        "",
        [(STILL, "      stil:\n        goto: end\n      ▶say: {nl: A, en: B}")],
    ),
    (
        "two entries beside their reply",
        "E114",
        "",
        [(STILL, "      stil:\n      ▶silence: true\n      goto: end")],
    ),
    ("replies beside their scene", "E114", "", [(LAST_REPLIES, LESS_INDENTED)]),
    ("a text beside its ending", "E114", "", [("    text: {nl: Ze", "  ▶text: {nl: Ze")]),
    ("replies beside `replies`, with facts", "E103", "", [(FIRST_REPLIES, BESIDE)]),
    # languages
    ("an unknown language", "E101", "", [("[nl, en]", "[nl, ▶de]")]),
    ("a slip in the languages", "E101", "en", [("[nl, en]", "[nl, ▶eng]")]),
    ("a language twice", "E107", "", [("[nl, en]", "[nl, ▶nl]")]),
    (
        "texts in a language not named",
        "E113",
        "",
        [("[nl, en]", "[nl]"), ("{nl: Klein, en", "{nl: Klein, ▶en")],
    ),
    # the file
    ("a later format", "E111", "", [("format: 1", "format: ▶2"), ("minutes: 1", "minutes: eeuwig")]),
    ("a text without end", "E112", "", [("Jij bent jij.", "▶" + "x" * 4001)]),
    ("a second document", "E006", "", [("debrief:", "▶---\ndebrief:")]),
    # the way through
    (
        "a scene with conditions only",
        "E301",
        "",
        [("  twee:", "  ▶twee:"), ("Sorry.}", "Sorry.}\n        when: trust > 1")],
    ),
    ("a last ending with a condition", "E303", "", [("  klaar:", "  ▶klaar:\n    when: trust > 10")]),
    (
        "an ending behind one that always holds",
        "E304",
        "",
        [
            ("  klaar:", "  ▶klaar:"),
            ("    when: trust >= 60 and not was_cool\n", ""),
            ("debrief:", MORE_ENDINGS),
        ],
    ),
]

WARNED: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("a text in one language", "W101", [("{nl: Dag., en: Good day.}", "▶{nl: Dag.}")]),
    ("a text without language", "W101", [("{nl: Dag., en: Good day.}", "▶Dag.")]),
    ("a block in one language", "W101", [(SAY, "▶say:\n          en: Good day.")]),
    ("a hash in plain text", "W102", [(SAY, say("Tafel ▶#3 is vrij"))]),
    ("an entry too deep", "W103", [(SAY, say(">-\n            Sorry.\n            ▶trust: 5"))]),
    ("a language too deep", "W103", [(SAY, say(">-\n            Sorry.\n            ▶en: Sorry."))]),
    (
        "an entry too deep in a text line by line",
        "W103",
        [(SAY, say("|\n            Dag.\n            ▶goto: end"))],
    ),
    ("a scene out of reach", "W301", [("  twee:", f"  ▶eiland:\n{ISLAND}  twee:")]),
    ("a fact not used", "W302", [("        goto: end", "        remember: ▶was_still\n        goto: end")]),
]


@pytest.mark.parametrize(
    ("code", "suggestion", "changes"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN]
)
def test_one_mistake_is_one_problem_at_its_place(
    code: str, suggestion: str, changes: list[tuple[str, str]]
) -> None:
    text, [place] = unmarked(changed(*changes))
    level, problems = read(text)
    assert level is None
    assert brief(problems) == [(code, *place)]
    assert problems[0].suggestion == suggestion


@pytest.mark.parametrize(("code", "changes"), [row[1:] for row in WARNED], ids=[row[0] for row in WARNED])
def test_a_warning_is_told_and_the_level_plays(code: str, changes: list[tuple[str, str]]) -> None:
    text, [place] = unmarked(changed(*changes))
    level, problems = read(text)
    assert level is not None
    assert brief(problems) == [(code, *place)]
    assert not problems[0].is_error


def test_the_small_level_is_sound() -> None:
    level_of(SMALL)


def test_six_mistakes_are_six_problems() -> None:
    text, places = unmarked(
        changed(
            ("minutes: 1", "▶minuts: 1"),
            ("trust: +10", "trust: ▶veel"),
            ("remember: was_cool\n        goto: twee", "remember: was_cool\n        goto: ▶twe"),
            ("      - gast: {nl: Nou", "      - ▶gats: {nl: Nou"),
            ("when: trust >= 40", "when: ▶trust => 40"),
            ("best: true\n    text: {nl: Ze lacht., en: She smiles.}", "best: true\n    text: ▶[Ze lacht.]"),
        )
    )
    level, problems = read(text)
    assert level is None
    codes = ["E101", "E105", "E201", "E201", "E108", "E104"]
    assert brief(problems) == [(code, *place) for code, place in zip(codes, places, strict=True)]


def test_mistakes_under_a_misspelt_section_are_found_too() -> None:
    text, places = unmarked(changed(("\nscenes:", "\n▶scene:"), ("trust: +10", "trust: ▶veel")))
    assert brief(read(text)[1]) == [("E101", *places[0]), ("E105", *places[1])]


def test_a_real_slip_is_still_told_beside_a_bad_name() -> None:
    text, places = unmarked(changed(("  twee:", "  ▶Twee:"), ("{scene: een,", "{scene: ▶eeen,")))
    assert sorted(brief(read(text)[1])) == [("E106", *places[1]), ("E201", *places[0])]


def test_names_in_a_list_that_should_be_a_group_are_not_missed() -> None:
    people = "people:\n  - gast:\n      name: {nl: Gast, en: Guest}\n"
    text, [place] = unmarked(changed(("people:\n  gast:\n    name: {nl: Gast, en: Guest}\n", f"▶{people}")))
    assert brief(read(text)[1]) == [("E104", *place)]


def test_facts_in_replies_that_should_be_a_group_are_not_missed() -> None:
    reply = (
        "      - koel:\n        say: {nl: Ja., en: Yes.}\n        remember: was_cool\n        goto: twee\n"
    )
    start, end = SMALL.index("    replies:"), SMALL.index("  twee:")
    text, [place] = unmarked(SMALL[:start] + "    ▶replies:\n" + reply + SMALL[end:])
    assert brief(read(text)[1]) == [("E104", *place)]


def test_each_text_is_told_about_once_per_undeclared_language() -> None:
    text = changed(("[nl, en]", "[en]"), ("{nl: Klein, en: Small}", "{en: Small}"))
    assert [code for code, *_ in brief(read(text)[1])] == ["E113"]


def test_languages_that_are_not_clear_make_no_text_missing() -> None:
    for languages in ("languages: nl\n", "", "languages: [nl, nl]\n", "languages: [nederlands]\n"):
        text = changed(("languages: [nl, en]\n", languages), (", en: Small", ""))
        assert len(read(text)[1]) == 1


def _scenes(*ways: tuple[str, str]) -> str:
    """Return the small level with scenes that lead on, one reply for each target."""
    scenes = "".join(
        f"  {name}:\n    replies:\n"
        + "".join(
            f"      naar-{target}:\n        say: {{nl: Ja., en: Yes.}}\n        goto: {target}\n"
            for target in targets.split()
        )
        for name, targets in ways
    )
    start, end = SMALL.index("scenes:\n"), SMALL.index("endings:\n")
    return changed((" and not was_cool", ""), text=SMALL[:start] + "scenes:\n" + scenes + SMALL[end:])


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        ([("een", "twee"), ("twee", "end")], []),
        ([("een", "twee"), ("twee", "een")], [("E302", "een")]),
        ([("een", "twee"), ("twee", "drie"), ("drie", "drie")], [("E302", "drie")]),
        ([("een", "twee drie"), ("twee", "twee"), ("drie", "drie")], [("E302", "twee"), ("E302", "drie")]),
        ([("een", "twee end"), ("twee", "drie"), ("drie", "twee")], [("E302", "twee")]),
        ([("een", "end"), ("twee", "drie"), ("drie", "end")], [("W301", "twee")]),
        ([("een", "end"), ("drie", "end"), ("twee", "drie")], [("W301", "twee")]),
        ([("een", "end"), ("twee", "twee end")], [("W301", "twee")]),
        ([("een", "end"), ("twee", "drie"), ("drie", "twee vier"), ("vier", "end")], [("W301", "twee")]),
        ([("een", "end"), ("twee", "end"), ("drie", "end")], [("W301", "twee"), ("W301", "drie")]),
    ],
)
def test_a_ring_of_scenes_is_one_problem(
    ways: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    _, problems = read(_scenes(*ways))
    assert [(each.code.id, dict(each.values)["scene"]) for each in problems] == expected


def test_a_file_name_that_is_no_name_is_told_as_such() -> None:
    level, problems = read(SMALL, "Mijn level")
    assert level is None
    assert brief(problems) == [("E010", 1, 1)]
    assert "‘Mijn level’" in problems[0].message("nl")


def test_names_outside_the_file_are_not_looked_for_when_nobody_gives_them() -> None:
    text = changed(
        ("source: verwen-de-klanten", "source: wie-weet"), ("minutes: 1", "minutes: 1\nsister: ergens")
    )
    level, problems = read_level(text.encode(), "klein")
    assert brief(problems) == []
    assert level is not None
    assert (level.source, level.sister) == ("wie-weet", "ergens")


def test_a_name_outside_the_file_is_a_name_all_the_same() -> None:
    text, [place] = unmarked(changed(("source: verwen-de-klanten", "source: ▶Verwen de klanten")))
    assert brief(read_level(text.encode(), "klein")[1]) == [("E106", *place)]


def test_a_person_may_be_called_almost_like_a_meter() -> None:
    level = level_of(SMALL.replace("gast:", "trus:"))
    assert level.scenes["twee"].lines[0].speaker == "trus"


def test_a_text_is_as_long_as_a_text_can_be() -> None:
    assert len(level_of(changed(("Jij bent jij.", "x" * LONGEST_TEXT))).you.in_language("nl")) == LONGEST_TEXT
    assert [code for code, *_ in brief(read(changed(("Jij bent jij.", "x" * (LONGEST_TEXT + 1))))[1])] == [
        "E112"
    ]


def test_a_problem_names_its_file() -> None:
    text = changed(("room: shop", "room: bar"))
    assert read(text)[1][0].file == "klein.yaml"
    assert read(text, file="levels/groot.yaml")[1][0].file == "levels/groot.yaml"


def test_an_empty_list_of_facts_is_told() -> None:
    text, [place] = unmarked(changed(("remember: was_cool", "remember: ▶[]")))
    assert brief(read(text)[1])[0] == ("E103", *place)


def test_problems_come_from_top_to_bottom() -> None:
    problems = read(
        changed(("best: true", "best: ja"), ("goto: end", "goto: ende"), ("room: shop", "room: bar"))
    )[1]
    assert [each.place for each in problems] == sorted(each.place for each in problems)
    assert len(problems) == 3


def test_every_row_marks_one_place() -> None:
    for name, *_, changes in [*BROKEN, *WARNED]:
        assert changed(*changes).count(MARK) == 1, name
