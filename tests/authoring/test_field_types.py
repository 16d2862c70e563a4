"""The field decides the type: what an author types as text stays as it was typed."""

from __future__ import annotations

import pytest

from game.authoring.reader import read_level
from game.story.level import Level
from game.story.text import Text
from tests.authoring.small import KNOWN, LOADERS, brief, changed, level_of, read, unmarked

SAY = "say: {nl: Dag., en: Good day.}"

AS_TYPED = (
    "18:45",
    "8:05",
    "24:00",
    "18.45",
    "no",
    "nee",
    "yes",
    "on",
    "off",
    "NO",
    "y",
    "true",
    "1.000",
    "1_000",
    "010",
    "0x1F",
    "1e3",
    "+5",
    ".inf",
    "2026-10-06",
    "2026-02-30",
    "~",
    "null",
    "=",
    "<",
    "(rood)",
    "a [b] {c}",
    "Ja, dat klopt",
    "Punt#1",
    "http://voorbeeld.nl",
    "’s avonds om kwart voor zeven",
    "漢字 👍🏽",
)
"""Words that YAML makes numbers, dates, yes or nothing of; or that look as if it would."""


@pytest.mark.parametrize("words", AS_TYPED)
def test_plain_text_stays_as_typed(words: str) -> None:
    level = level_of(
        changed(("say: {nl: Dag., en: Good day.}", f"say:\n          nl: {words}\n          en: ok"))
    )
    assert level.scenes["een"].replies["warm"].say == Text((("nl", words), ("en", "ok")))


@pytest.mark.parametrize("words", ["no", "on", "yes", "nee", "y", "null", "true"])
def test_a_name_may_be_a_word_that_yaml_knows(words: str) -> None:
    level = level_of(changed(("      warm:", f"      {words}:"), ("  klaar:", f"  {words}:")))
    assert list(level.scenes["een"].replies) == [words, "koel", "stil"]
    assert list(level.endings) == ["blij", words]


def test_yes_and_true_are_two_names() -> None:
    level = level_of(changed(("      warm:", "      yes:"), ("      koel:", "      true:")))
    assert list(level.scenes["een"].replies) == ["yes", "true", "stil"]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("5", 5),
        ("+5", 5),
        ("-5", -5),
        ("010", 10),
        ("0", 0),
        ("-0", 0),
        ('"5"', 5),
        ("100", 100),
        ("-100", -100),
    ],
)
def test_a_number_is_decimal_digits_with_a_sign(typed: str, number: int) -> None:
    level = level_of(changed(("trust: +10", f"trust: {typed}")))
    assert level.scenes["een"].replies["warm"].effect.trust == number


@pytest.mark.parametrize(
    "typed", ["1_0", "0x10", "1e1", "1.0", "5,0", "1:30", "101", "-101", "٥", "--5", "5%", "tien", "0000001"]
)
def test_anything_else_is_no_number(typed: str) -> None:
    text, [place] = unmarked(changed(("trust: +10", f"trust: ▶{typed}")))
    assert brief(read(text)[1]) == [("E105", *place)]


@pytest.mark.parametrize("style", [">-", "|-", ">", "|"])
def test_a_block_holds_whatever_is_typed(style: str) -> None:
    words = "'s avonds: “18:45” # geen opmerking, {geen} [lijst] & *geen* anker, - geen streepje @ ` % ! |"
    block = f"say:\n          nl: {style}\n            {words}\n          en: ok"
    level = level_of(changed((SAY, block)))
    say = level.scenes["een"].replies["warm"].say
    assert say is not None
    assert say.in_language("nl") == words


def test_text_between_quotes_is_text() -> None:
    level = level_of(
        changed(
            (
                "{nl: Dag., en: Good day.}",
                """{nl: 'no: #1', en: "it\\'s \\u201cfine\\u201d"}""".replace("\\'", "'"),
            )
        )
    )
    say = level.scenes["een"].replies["warm"].say
    assert say == Text((("nl", "no: #1"), ("en", "it's “fine”")))


def test_space_around_text_is_not_text() -> None:
    level = level_of(changed(("{nl: Dag., en: Good day.}", '{nl: "  Dag. ", en: Good day.}')))
    assert level.scenes["een"].replies["warm"].say == Text((("nl", "Dag."), ("en", "Good day.")))


def _small() -> Level:
    return level_of(changed())


def test_everything_in_the_file_arrives() -> None:
    level = _small()
    een, twee = level.scenes.values()
    assert (level.id, level.languages, level.room, level.minutes) == ("klein", ("nl", "en"), "shop", 1)
    assert (level.start, level.start_trust, level.start_sympathy) == ("een", 50, 50)
    assert (level.principles, level.source, level.sister) == (
        ("let-them-keep-face",),
        "verwen-de-klanten",
        None,
    )
    assert een.present == ("gast",)
    assert [(each.id, each.goto, each.say is None) for each in een.replies.values()] == [
        ("warm", "twee", False),
        ("koel", "twee", False),
        ("stil", "end", True),
    ]
    assert een.replies["koel"].effect.remember == ("was_cool",)
    assert twee.lines[0].effect.sympathy == -10
    assert [(each.id, each.best) for each in level.endings.values()] == [("blij", True), ("klaar", False)]
    assert level.real_outcome.kind == "none"


def test_what_may_be_left_out_may_be_there() -> None:
    both = "{nl: Een, en: One}"
    level = level_of(
        changed(
            ("minutes: 1", "minutes: 1\nsister: groot"),
            (
                "    name: {nl: Gast, en: Guest}",
                f"    name: {both}\n    crowd: true\n  zaal:\n    name: {both}",
            ),
            ("    lines:", f"    with: [zaal, gast]\n    notes: {both}\n    lines:"),
            (
                "        trust: +10",
                f"        because: {both}\n        thought: {both}\n        principle: check-your-own-side\n"
                "        remember: [eerste, tweede]\n        trust: +10",
            ),
            ("when: was_cool", "when: was_cool and eerste and not tweede"),
            (
                "debrief:\n",
                f"facilitator:\n  aim: {both}\n  questions: [{both}, {both}]\n  expected_mistakes: {both}\n"
                f"debrief:\n  invented: {both}\n  question: {both}\n",
            ),
        )
    )
    warm = level.scenes["een"].replies["warm"]
    assert (level.sister, level.people["gast"].crowd, level.people["zaal"].crowd) == ("groot", True, False)
    assert level.scenes["een"].present == ("zaal", "gast")
    assert (warm.principle, warm.effect.remember) == ("check-your-own-side", ("eerste", "tweede"))
    assert level.facts == {"was_cool", "eerste", "tweede"}
    assert level.facilitator is not None
    assert len(level.facilitator.questions) == 2
    assert None not in (level.invented, level.question, warm.because, warm.thought, level.scenes["een"].notes)


def test_a_level_in_one_language_is_a_level() -> None:
    one = changed(("[nl, en]", "[nl]"))
    for words in (
        "Small",
        "You are you.",
        "Guest",
        "Hello.",
        "Good day.",
        "Nice.",
        "Yes.",
        "Well.",
        "Sorry.",
    ):
        one = one.replace(f", en: {words}", "")
    for words in ("Again.", "Happy", "She smiles.", "Done", "It is done.", "Nothing."):
        one = one.replace(f", en: {words}", "")
    level = level_of(one.replace("title: {nl: Klein}", "title: Klein"))
    assert level.languages == ("nl",)
    assert level.title == Text((("nl", "Klein"),))


def test_the_first_language_is_the_one_to_fall_back_on() -> None:
    text = changed(("[nl, en]", "[en, nl]"), ("{nl: Klein, en: Small}", "Small"))
    for loader in LOADERS:
        level, problems = read_level(text.encode(), "klein", KNOWN, loader=loader)
        assert level is not None
        assert [each.code.id for each in problems] == ["W101"]
        assert (level.title.in_language("nl"), level.you.languages) == ("Small", ("en", "nl"))
