"""What YAML and text files have up their sleeve is one problem at its place, with either loader."""

from __future__ import annotations

import gc
import unicodedata
from typing import Any

import pytest

from game.authoring.nodes import DEPTH_LIMIT, Mapping, Scalar, parse
from game.authoring.problems import Problems
from game.authoring.reader import read_level
from game.authoring.source import MOST_BYTES, MOST_INVISIBLE_REPORTED, MOST_PARTS, Limits, Source
from tests.authoring.small import KNOWN, LOADERS, brief, changed, level_of, read, unmarked
from tests.levels_for_tests import SMALL

SAY = "say: {nl: Dag., en: Good day.}"


def say(nl: str) -> list[tuple[str, str]]:
    return [(SAY, f"say:\n          nl: {nl}\n          en: Good day.")]


# what it is, the code, what the message must quote, and the changes; the mark is the place
TRAPS: list[tuple[str, str, str, list[tuple[str, str]]]] = [
    ("an anchor", "E006", "&co", say("▶&co doet mee")),
    ("an alias", "E006", "*co", say("▶*co")),
    ("an anchor on a scene", "E006", "&s", [("  een:", "  een: ▶&s")]),
    ("a tag", "E006", "!Hallo", say("▶!Hallo")),
    ("a tag of YAML's own", "E006", "!!binary", say("▶!!binary aGFsbG8=")),
    ("a tag of Python", "E006", "!!python/object", say("▶!!python/object/apply:os.system [ls]")),
    ("a tag on a scene", "E006", "!!set", [("  een:", "  een: ▶!!set")]),
    ("a merge key", "E006", "<<", [("silence: true", "▶<<: {silence: true}")]),
    ("a second document", "E006", "---", [("debrief:", "▶---\ndebrief:")]),
    ("a list for a key", "E104", "", [("silence: true", "? ▶[silence]\n        : true")]),
    ("a group for a key", "E104", "", [("silence: true", "? ▶{silence: true}\n        : true")]),
    ("an escape in quotes", "E003", "U+001B", say('▶"rood \\e[31m"')),
    ("a bell in quotes", "E003", "U+0007", say('▶"bel\\a!"')),
    ("an eight-bit escape in quotes", "E003", "U+009B", say('▶"rood \\x9b31m"')),
    ("a zero in quotes", "E003", "U+0000", say('▶"nul\\0punt"')),
    ("a turned direction in quotes", "E003", "U+202E", say('▶"om \\u202e gedraaid"')),
    ("a tab in quotes", "E003", "U+0009", say('▶"een\\ttab"')),
    ("a line separator in quotes", "E003", "U+2028", say('▶"een\\Lregel"')),
    ("an escape for a room", "E104", "‘U+001B’", [("room: shop", 'room: ▶"\\e"')]),
    ("a colon in text", "E005", "", say("Let op▶: dit")),
    (
        "a colon in text of more lines",
        "E005",
        "",
        say("Ja,\n            nou ja,\n            maar let op▶: dit"),
    ),
    ("an apostrophe first", "E005", "", say("▶'s avonds laat")),
    ("an apostrophe first, one later", "E005", "", [*say("▶'s avonds"), ("Sorry., en", "auto's, en")]),
    ("a quotation mark not closed", "E005", "", say('▶"Dag')),
    ("text behind a quotation", "E005", "", say('"Dag" ▶zei ze')),
    ("text behind a brace", "E005", "", say("{naam} ▶zei ze")),
    ("a bracket not closed", "E005", "", [("[nl, en]", "▶[nl, en")]),
    ("a brace not closed", "E005", "", [("{nl: Klein, en: Small}", "▶{nl: Klein, en: Small")]),
    ("a brace in a text between braces", "E005", "", [("{nl: Klein,", "{nl: Klein ▶{x},")]),
    ("an at sign first", "E005", "", say("▶@jan")),
    ("a backtick first", "E005", "", say("▶`jan`")),
    ("a percent sign first", "E005", "", say("▶%jan")),
    ("a dash first", "E005", "", say("▶- jan")),
    ("a question mark first", "E005", "", say("▶? jan")),
    ("a star first", "E005", "", say("▶*jan* zei")),
    ("text behind a block sign", "E005", "", say(">▶Hallo")),
    ("a backslash in quotes", "E005", "", say('"C:\\▶q"')),
    ("a key without its colon", "E005", "", [("  blij:", "  ▶blij")]),
    (
        "a language without its space",
        "E005",
        "",
        [(SAY, "say:\n          ▶nl:Dag.\n          en: Good day.")],
    ),
    ("too much indentation", "E005", "", [("        trust: +10", "          ▶trust: +10")]),
    ("too little indentation", "E005", "", [("        trust: +10", "       ▶trust: +10")]),
    ("a tab to indent with", "E004", "", [("        trust: +10", "▶\t\ttrust: +10")]),
    ("a tab behind spaces", "E004", "", [("        trust: +10", "    ▶\ttrust: +10")]),
    ("a tab behind a colon", "E004", "", [("trust: +10", "trust:▶\t+10")]),
    ("a tab behind a value", "E004", "", [("trust: +10", "trust: +10▶\t")]),
    ("a tab behind a dash", "E004", "", [("- gast: {nl: Hallo", "-▶\tgast: {nl: Hallo")]),
    ("a tab in text", "E004", "", say("Da▶\tg")),
    ("a tab in a block", "E004", "", say(">-\n            Da▶\tg")),
    ("a tab on an empty line", "E004", "", [("minutes: 1", "minutes: 1\n▶\t")]),
    ("a tab before a comment", "E004", "", [("trust: +10", "trust: +10▶\t# veel")]),
    ("a raw escape", "E003", "U+001B", say("rood ▶\x1b[31m")),
    ("a raw eight-bit escape", "E003", "U+009B", say("rood ▶\x9b31m")),
    ("a zero", "E003", "U+0000", say("nul▶\x00punt")),
    ("a form feed", "E003", "U+000C", [("debrief:", "▶\fdebrief:")]),
    ("a delete", "E003", "U+007F", say("we▶\x7fg")),
    ("a next line", "E003", "U+0085", say("een▶\x85regel")),
    ("a line separator", "E003", "U+2028 LINE SEPARATOR", say("een▶\u2028regel")),
    ("a paragraph separator", "E003", "U+2029", say("een▶\u2029alinea")),
    ("a turned direction", "E003", "U+202E RIGHT-TO-LEFT OVERRIDE", say("om▶\u202egedraaid")),
    ("an isolate", "E003", "U+2066", say("om▶\u2066gedraaid")),
    ("a soft hyphen", "E003", "U+00AD", say("af▶\u00adbreken")),
    ("a zero width space", "E003", "U+200B", say("on▶\u200bzichtbaar")),
    ("a byte order mark in the middle", "E003", "U+FEFF", [("minutes", "▶\ufeffminutes")]),
    ("a byte order mark in a comment", "E003", "U+FEFF", [("minutes: 1", "minutes: 1 # ▶\ufeff")]),
    ("an invisible tag", "E003", "U+E0041", say("tag▶\U000e0041")),
    (
        "a hard space last to indent with",
        "E003",
        "U+00A0",
        [("        trust: +10", "       ▶\xa0trust: +10")],
    ),
    ("a private character", "E003", "U+E000", say("eigen▶\ue000")),
    ("a hard space behind a colon", "E003", "U+00A0 NO-BREAK SPACE", [("goto: twee", "goto:▶\xa0twee")]),
    ("a hard space behind a dash", "E003", "U+00A0", [("- gast: {nl: Hallo", "-▶\xa0gast: {nl: Hallo")]),
    ("a hard space behind a language", "E003", "U+00A0", [("{nl: Dag.", "{nl:▶\xa0Dag.")]),
    ("a thin space behind a later language", "E003", "U+2009", [("en: Good day", "en:▶\u2009Good day")]),
    ("a list for a language", "E104", "een lijst", say("▶[stilte]")),
    ("a group for a language", "E104", "een groep", say("▶{naam}")),
    ("a colon right before a comma", "E005", "", [("{nl: Dag.,", "{nl▶:,")]),
    ("a question mark first between braces", "E005", "", [("{nl: Dag.,", "{nl: ▶?Dag.,")]),
    (
        "a hard space to indent with",
        "E003",
        "U+00A0 NO-BREAK SPACE",
        [("        trust", "▶\xa0\xa0 \xa0    trust")],
    ),
]


@pytest.mark.parametrize(
    ("code", "quoted", "changes"), [row[1:] for row in TRAPS], ids=[row[0] for row in TRAPS]
)
def test_a_trap_is_one_problem_at_its_place(code: str, quoted: str, changes: list[tuple[str, str]]) -> None:
    text, [place] = unmarked(changed(*changes))
    level, problems = read(text)
    assert level is None
    assert brief(problems) == [(code, *place)]
    assert quoted in problems[0].message("nl")


@pytest.mark.parametrize(
    ("changes", "length"),
    [
        ([(SAY, "say:\n          nl:Dag.\n          en: Good day.")], len("nl:Dag.")),
        ([("room: shop", "room: winkel")], len("winkel")),
        ([("room: shop", "room: winkel\n ")], len("winkel")),
        ([("best: true", "best: 'ja'")], len("'ja'")),
        ([("best: true", "best: [ja, nee]")], 1),
        ([("best: true", "best: >-\n      ja")], 1),
        ([("goto: twee", "goto:")], len("goto")),
        (say("Tafel #3 is vrij"), len("#3 is vrij")),
        (say("&anker x"), len("&anker x")),
    ],
)
def test_the_mark_is_as_long_as_what_is_wrong(changes: list[tuple[str, str]], length: int) -> None:
    [problem] = read(changed(*changes))[1]
    assert problem.place.length == length


@pytest.mark.parametrize("text", [row[3] for row in TRAPS if row[1] == "E005"])
def test_what_yaml_says_is_said_in_the_authors_language(text: list[tuple[str, str]]) -> None:
    [problem] = read(unmarked(changed(*text))[0])[1]
    dutch, english = problem.message("nl"), problem.message("en")
    assert dutch != english
    raw = dict(problem.values)["found"]
    assert raw not in dutch
    assert raw not in english


def test_words_of_yaml_that_we_do_not_know_are_passed_on() -> None:
    [problem] = read("%YAML 2.0\n---\nformat: 1\n")[1]
    assert problem.code.id == "E005"
    assert "incompatible" in problem.message("nl")


@pytest.mark.parametrize(
    "words",
    ["Wat?", "Wat??", "Ja? Nee!", "Hoe ?", "18:45?", "(Wie?)", "-?", "Wat?!", "a?b:c"],
)
def test_a_question_in_braces_reads_the_same_with_both_loaders(words: str) -> None:
    level = level_of(changed(("{nl: Dag., en: Good day.}", f"{{nl: {words}, en: {words}}}")))
    said = level.scenes["een"].replies["warm"].say
    assert said is not None
    assert said.in_language("nl") == said.in_language("en") == words


def test_a_hard_space_in_words_is_only_a_space() -> None:
    for words in ("Zo\xa0is het: ja", "“Nee,”\xa0zei ze", "- ja: toch\xa0wel"):
        assert level_of(changed((SAY, f"say:\n          nl: >-\n            {words}\n          en: Hm.")))


# bytes


def test_utf_8_with_a_mark_and_windows_line_ends_reads_the_same() -> None:
    plain = level_of(SMALL)
    for data in (
        b"\xef\xbb\xbf" + SMALL.encode(),
        SMALL.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode(),
        SMALL.replace("\n", "\r").encode(),
    ):
        level, problems = read(data)
        assert brief(problems) == []
        assert level == plain


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_do_not_depend_on_marks_and_line_ends(mark: bytes, end: str) -> None:
    text, places = unmarked(changed(("format: 1", "▶formaat: 1"), ("when: was_cool", "when: ▶was_cold")))
    found = brief(read(mark + text.replace("\n", end).encode())[1])
    assert found == [("E101", *places[0]), ("E201", *places[1])]


def test_columns_count_characters_not_bytes() -> None:
    text, [place] = unmarked(changed(("{nl: Dag., en: Good day.}", "{nl: 漢字 👍🏽 één, ▶ne: Good day.}")))
    assert brief(read(text)[1]) == [("E101", *place)]


def test_windows_text_is_told_with_line_and_column() -> None:
    text, [place] = unmarked(changed(("nl: Hallo.", "nl: Hé ▶hé.")))
    data = text.replace("hé.", "h\0.").encode().replace(b"h\0.", b"h\xe9.")
    line, column = place
    assert brief(read(data)[1]) == [("E001", line, column + 1)]
    whole = text.encode("cp1252", errors="replace")
    assert brief(read(whole)[1]) == [("E001", line, column - 2)]


def test_windows_text_after_windows_line_ends_is_told_with_its_line() -> None:
    assert brief(read(b"\xef\xbb\xbfformat: 1\r\ntitle: caf\xe9\r\n")[1]) == [("E001", 2, 11)]
    assert brief(read(b"\xe9")[1]) == [("E001", 1, 1)]


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_utf_16_is_refused_with_what_to_do(mark: bytes, encoding: str) -> None:
    for text in (SMALL, SMALL.replace("\n", "\r\n"), ""):
        level, [problem] = read(mark + text.encode(encoding))
        assert level is None
        assert brief((problem,)) == [("E001", 1, 1)]
        for language in ("nl", "en"):
            assert "UTF-16" in problem.message(language)
            assert "UTF-8" in problem.remedy(language)


def test_an_empty_file_is_empty() -> None:
    for text in ("", "\n\n", "# niets\n", "---\n", "\ufeff", "--- # niets\n"):
        assert brief(read(text)[1]) == [("E009", 1, 1)]


@pytest.mark.parametrize("text", ["Hallo daar\n", "- een\n- twee\n", "'hallo'\n"])
def test_a_file_that_is_no_level_is_one_problem(text: str) -> None:
    assert brief(read(text)[1]) == [("E104", 1, 1)]


def test_invisible_characters_are_told_once_a_line_and_not_forever() -> None:
    assert brief(read("x\x00\x00\x00\x00\n")[1]) == [("E003", 1, 2)]
    assert brief(read("\t\t\x00\t\x00\n")[1]) == [("E004", 1, 1), ("E003", 1, 3)]
    assert len(read("\x00\n" * 1000)[1]) == MOST_INVISIBLE_REPORTED
    assert len(read("".join(map(chr, range(0xE000, 0xE400))))[1]) == MOST_INVISIBLE_REPORTED


def test_every_forbidden_control_character_is_told() -> None:
    controls = [chr(number) for number in range(0x110000) if unicodedata.category(chr(number)) == "Cc"]
    for character in controls:
        if character not in "\n\r\t":
            assert brief(read(f"ab{character}c: 1\n")[1]) == [("E003", 1, 3)]


# size


@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_deep_nesting_is_refused_at_once(unit: str) -> None:
    problems = read((unit * 400_000)[:400_000])[1]
    assert [each.code.id for each in problems] == ["E007"]
    assert problems[0].place.line == 1


def test_the_slow_parser_does_not_read_on_where_the_fast_one_stopped() -> None:
    text = 'a: "\\ud800"\nb: ' + "[" * 20_000
    for loader, codes in zip(LOADERS[::-1], (["E007"], ["E005", "E007"]), strict=False):
        problems = read_level(text.encode(), "klein", loader=loader)[1]
        assert [each.code.id for each in problems] == codes


def test_nesting_up_to_the_limit_is_read() -> None:
    deep = "x: " + "[" * (DEPTH_LIMIT - 1) + "]" * (DEPTH_LIMIT - 1)
    assert "E007" not in [each.code.id for each in read(deep)[1]]
    deeper = "x: " + "[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT
    assert brief(read(deeper)[1]) == [("E007", 1, 3 + DEPTH_LIMIT)]


def test_deep_nesting_behind_a_mistake_is_not_read_on() -> None:
    for loader in LOADERS:
        for mistake in ('a: "\\UFFFFFFFF"\nb: ', "a: @b\nc: ", 'a: "b" c\nd: '):
            problems = read_level((mistake + "[" * 400_000).encode(), "klein", loader=loader)[1]
            assert [(each.code.id, each.place.line) for each in problems] == [("E005", 1), ("E007", 2)]


@pytest.mark.parametrize("style", ["", "'", '"', ">-\n  "])
def test_a_huge_text_is_one_problem_with_a_short_message(style: str) -> None:
    closing = style if style in ("'", '"') else ""
    huge = style + "x" * 500_000 + closing
    level, problems = read(changed(("{nl: Jij bent jij., en: You are you.}", huge)))
    assert level is None
    assert [each.code.id for each in problems] == ["E112"]
    level, problems = read(changed(("room: shop", f"room: {huge}")))
    assert [each.code.id for each in problems] == ["E104"]
    assert len(problems[0].message("nl")) < 300
    assert "\n" not in problems[0].message("nl")


def test_a_message_is_one_line_whatever_it_quotes() -> None:
    [problem] = read(changed(("room: shop", 'room: "een\\ntwee\\e[31m\\n\\nvier"')))[1]
    assert "‘een twee[31m vier’" in problem.message("nl")


def test_a_huge_file_is_refused_before_it_is_read() -> None:
    data = b"format: 1\n" + b"#" * (MOST_BYTES - 10)
    assert [each.code.id for each in read(data)[1]] != ["E002"]
    assert brief(read(data + b"#")[1]) == [("E002", 1, 1)]


def test_a_file_of_very_many_parts_is_refused() -> None:
    assert [each.code.id for each in read_level(b"[" + b"a," * MOST_PARTS, "klein")[1]] == ["E002"]


def _with_facts(count: int) -> str:
    """Return the small level with a scene in which *count* facts can be remembered in any order."""
    start, end = SMALL.index("      warm:"), SMALL.index("  twee:")
    replies = "".join(
        f"      r{number}:\n        silence: true\n        remember: f{number}\n        goto: een\n"
        for number in range(count)
    )
    on = "      door:\n        say: {nl: Door., en: On.}\n        remember: was_cool\n        goto: twee\n"
    all_of_them = " and ".join(f"f{number}" for number in range(count))
    return SMALL[:start] + replies + on + SMALL[end:].replace("trust >= 40", all_of_them)


def test_a_bomb_of_facts_does_not_go_off() -> None:
    level_of(_with_facts(9))
    text, [place] = unmarked(_with_facts(20).replace("\nscenes:", "\n▶scenes:"))
    for remarks in (False, True):
        level, problems = read(text, remarks=remarks)
        assert level is None
        assert brief(problems) == [("E002", *place)]
        assert "onthouden feiten" in problems[0].message("nl")


def test_limits_can_be_lifted_and_set() -> None:
    data = SMALL.encode()
    for limits in (Limits(bytes=len(data) - 1), Limits(parts=100)):
        assert [each.code.id for each in read_level(data, "klein", limits=limits)[1]] == ["E002"]
    huge = data + b"#" * MOST_BYTES
    assert read_level(huge, "klein", KNOWN, limits=Limits(bytes=len(huge)))[0] is not None


def test_a_bomb_of_aliases_does_not_go_off() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
    assert brief(read(bomb)[1]) == [("E006", 1, 5)]
    assert brief(read("a: {b: {<<: {c: d}}}\n")[1]) == [("E006", 1, 9)]
    assert brief(read("&a {b: *a}\n")[1]) == [("E006", 1, 1)]


# the tree


@pytest.mark.parametrize("loader", LOADERS)
def test_the_tree_keeps_what_stands_twice_and_tells_it(loader: type[Any]) -> None:
    problems = Problems("x.yaml")
    root = parse(Source("x.yaml", "a: 1\nb: 2\na: 3\n", ""), problems, loader)
    assert isinstance(root, Mapping)
    assert [(key.text, key.place.line) for key, _ in root.entries] == [("a", 1), ("b", 2), ("a", 3)]
    first = root.get("a")
    assert isinstance(first, Scalar)
    assert first.text == "1"
    assert [dict(each.values) for each in problems.found] == [{"found": "a", "first": "1"}]


@pytest.mark.parametrize("text", [SMALL, "a: [\n", "[" * 100])
def test_reading_leaves_garbage_collection_as_it_was(text: str) -> None:
    assert gc.isenabled()
    read_level(text.encode(), "klein")
    assert gc.isenabled()
    gc.disable()
    try:
        read_level(text.encode(), "klein")
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("text", "more"),
    [('a: "\\UFFFFFFFF"\n', []), ("%YAML 1." + "9" * 5000 + "\n---\na: 1\n", [("E101", 3)])],
)
def test_numbers_that_python_cannot_hold_are_a_problem_like_any_other(
    loader: type[Any], text: str, more: list[tuple[str, int]]
) -> None:
    level, problems = read_level(text.encode(), "klein", KNOWN, loader=loader)
    assert level is None
    assert [(each.code.id, each.place.line) for each in problems] == [("E005", 1), *more]


@pytest.mark.parametrize("loader", LOADERS)
def test_half_a_character_in_quotes_is_a_problem(loader: type[Any]) -> None:
    text, [(line, _)] = unmarked(changed(*say('▶"half \\ud83d"')))
    level, problems = read_level(text.encode(), "klein", KNOWN, loader=loader)
    assert level is None
    assert [(each.code.is_error, each.place.line) for each in problems] == [(True, line)]
