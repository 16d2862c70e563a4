"""What a reader of levels would remark on: each remark at its place, alone, and not where it is accepted."""

from __future__ import annotations

import pytest

from game.authoring.didactics import MOST_IN_SENTENCE
from game.story.wording import count_words, sentences
from tests.authoring.small import brief, changed, unmarked
from tests.authoring.sound import SOUND, remarks


def _words(count: int) -> str:
    """Return *count* words in sentences of at most ten."""
    return " ".join("woord." if number % 10 == 9 else "woord" for number in range(count))


def _both(words: str) -> str:
    return f"{{nl: {words}, en: {words}}}"


NOU = "- gast: {nl: “Nou.”, en: “Well.”}"
REMEMBER = "        remember: was_kind\n"
KIND = SOUND[SOUND.index("      aardig:") : SOUND.index("      beide:")]
BOTH = SOUND[SOUND.index("      beide:") : SOUND.index("      streng:")]
FACILITATOR = SOUND[SOUND.index("facilitator:") :]
OTHER = SOUND[SOUND.index("  anders:") : SOUND.index("  klaar:")]
PRINCIPLE = "        principle: let-them-keep-face\n"
TOP = "▶format: 1"

Changes = list[tuple[str, str]]


def _everywhere(old: str, new: str) -> Changes:
    """Return the change from *old* to *new* as often as *old* is there (*new* may not hold it)."""
    return [(old, new)] * SOUND.count(old)


def _more(block: str, name: str, count: int) -> str:
    """Return *count* copies of the block of *name* under other names."""
    plain = block.replace(REMEMBER, "").replace(PRINCIPLE, "")
    return "".join(plain.replace(f"{name}:", f"{name}-{number}:") for number in range(count))


MORE_ENDINGS = "".join(
    OTHER.replace("anders:", f"anders-{least}:").replace("60", str(least)) for least in (55, 50, 45)
)

SCENES = ("een", "twee", "drie", "vier")


def _blocks(scene: str) -> tuple[str, str, str]:
    """Return the three replies of *scene*."""
    text = SOUND[SOUND.index(f"  {scene}:\n") :]
    starts = [text.index(f"      {name}:") for name in ("aardig", "beide", "streng")]
    end = starts[2] + text[starts[2] :].index("goto:")
    end = text.index("\n", end) + 1
    return text[starts[0] : starts[1]], text[starts[1] : starts[2]], text[starts[2] : end]


def _best_first() -> Changes:
    return [(kind + both, both + kind) for kind, both, _ in map(_blocks, SCENES)]


REMARKED: list[tuple[str, str, Changes]] = [
    ("a reply much longer", "W401", [("nl: Dat mag hier in een", "nl: ▶Dat mag hier best wel in deze ene")]),
    (
        "a reply too long",
        "W402",
        [
            (_both("Dat mag hier in een"), _both(_words(20))),
            (_both("Zeg het mij in een"), f"{{nl: ▶{_words(21)}, en: {_words(20)}}}"),
            (_both("Zo gaat dat in een"), _both(_words(20))),
        ],
    ),
    ("a line of speech too long", "W403", [(NOU, f"- gast: {{nl: ▶“{_words(31)}”, en: “Well.”}}")]),
    (
        "a scene too long",
        "W404",
        [
            (
                "  een:\n    lines:\n",
                f"  ▶een:\n    lines:\n      - narrator: {{nl: {_words(70)}, en: Well.}}\n",
            )
        ],
    ),
    ("an ending too long", "W405", [("nl: Ze lacht.", f"nl: ▶{_words(61)}")]),
    ("a role too long", "W405", [("nl: Jij bent jij.", f"nl: ▶{_words(61)}")]),
    ("an outcome too long", "W405", [("nl: Niets.", f"nl: ▶{_words(61)}")]),
    ("a sentence too long", "W406", [("nl: Ze lacht.", f"nl: ▶Ja. {'woord ' * MOST_IN_SENTENCE}woord.")]),
    ("a long sentence in a thought", "W406", [("nl: Juist.", f"nl: ▶{'woord ' * MOST_IN_SENTENCE}woord.")]),
    (
        "a reply that wins on both meters in every decision",
        "W411",
        [
            ("scenes:\n", "▶scenes:\n"),
            (_blocks("twee")[0], _blocks("twee")[0].replace("sympathy: 5", "sympathy: 0")),
        ],
    ),
    ("the best reply always first", "W412", [("scenes:\n", "▶scenes:\n"), *_best_first()]),
    (
        "the best reply always longest",
        "W413",
        [
            ("scenes:\n", "▶scenes:\n"),
            *((f"nl: Zeg het mij in {scene}", f"nl: Zeg het mij hier in {scene}") for scene in SCENES),
        ],
    ),
    (
        "no sympathy at the cost of trust",
        "W414",
        [
            ("scenes:\n", "▶scenes:\n"),
            *_everywhere("trust: -5\n        sympathy: 5", "trust: 0\n        sympathy: 5"),
        ],
    ),
    (
        "no trust at the cost of sympathy",
        "W415",
        [
            ("scenes:\n", "▶scenes:\n"),
            *_everywhere("trust: 5\n        sympathy: -5", "trust: 5\n        sympathy: 0"),
        ],
    ),
    (
        "no dilemma",
        "W416",
        [
            ("scenes:\n", "▶scenes:\n"),
            ("trust: 5\n        sympathy: 0", "trust: 5\n        sympathy: 5"),
            (_blocks("twee")[0], _blocks("twee")[0].replace("sympathy: 5", "sympathy: 10")),
        ],
    ),
    (
        "nothing comes back",
        "W417",
        [("scenes:\n", "▶scenes:\n"), ("        when: was_kind\n        trust: -5\n", ""), (REMEMBER, "")],
    ),
    (
        "no thought",
        "W421",
        [("      aardig:", "      ▶aardig:"), ("        thought: {nl: Juist., en: I see.}\n", "")],
    ),
    (
        "no intention",
        "W422",
        [
            ("      aardig:", "      ▶aardig:"),
            ("        because: {nl: Je wilde helpen., en: You wanted to help.}\n", ""),
        ],
    ),
    (
        "no reaction",
        "W423",
        [
            ("      aardig:", "      ▶aardig:"),
            ("        reaction:\n          - gast: {nl: “Ja.”, en: “Yes.”}\n", ""),
        ],
    ),
    ("nothing for a facilitator", "W424", [("format: 1", TOP), (FACILITATOR, "")]),
    (
        "a principle that no reply is about",
        "W431",
        [("[let-them-keep-face]", "[let-them-keep-face, ▶keep-your-word]")],
    ),
    (
        "a principle that the level does not name",
        "W432",
        [(PRINCIPLE, "        principle: ▶keep-your-word\n")],
    ),
    ("too few replies", "W441", [("  vier:", "  ▶vier:"), ("".join(_blocks("vier")[:2]), "")]),
    ("too many replies", "W441", [("  een:", "  ▶een:"), (BOTH, BOTH + _more(KIND, "aardig", 2))]),
    (
        "a reply that throws a meter over",
        "W442",
        [("trust: -5\n        sympathy: 5", "trust: ▶-25\n        sympathy: 5")],
    ),
    (
        "a way with one decision",
        "W443",
        [
            ("scenes:\n", "▶scenes:\n"),
            ("goto: twee", "goto: end"),
            (REMEMBER, ""),
            ("was_kind", "trust >= 60"),
        ],
    ),
    ("too many endings", "W444", [("endings:\n", "▶endings:\n"), (OTHER, OTHER + MORE_ENDINGS)]),
    ("too few endings", "W444", [("endings:\n", "▶endings:\n"), (OTHER, "")]),
    ("no ending to hope for", "W445", [("endings:\n", "▶endings:\n"), ("    best: true\n", "")]),
]


@pytest.mark.parametrize(("code", "changes"), [row[1:] for row in REMARKED], ids=[row[0] for row in REMARKED])
def test_one_weakness_is_one_remark_at_its_place(code: str, changes: Changes) -> None:
    text, places = unmarked(changed(*changes, text=SOUND))
    level, problems = remarks(text)
    assert level is not None
    assert brief(problems) == [(code, *place) for place in places]


@pytest.mark.parametrize(("code", "changes"), [row[1:] for row in REMARKED], ids=[row[0] for row in REMARKED])
def test_what_is_accepted_at_its_place_is_not_remarked(code: str, changes: Changes) -> None:
    text, _ = unmarked(changed(*changes, text=SOUND))
    [problem] = remarks(text)[1]
    where = f", at: {problem.at}" if problem.at else ""
    accepted = f"{text}accept:\n  - {{warning: {code}{where}, because: Dat is zo bedoeld.}}\n"
    assert brief(remarks(accepted)[1]) == []


def test_a_sound_level_gets_no_remark() -> None:
    assert brief(remarks(SOUND)[1]) == []


TOO_MANY_PRINCIPLES = changed(
    ("[let-them-keep-face]", "[let-them-keep-face, keep-your-word, ask-for-help]"),
    (PRINCIPLE, "        principle: keep-your-word\n"),
    (PRINCIPLE, "        principle: ask-for-help\n"),
    text=SOUND,
)


def test_two_principles_left_for_the_question_are_too_few() -> None:
    assert brief(remarks(TOO_MANY_PRINCIPLES)[1]) == [("W433", 7, 13)]


def test_accepting_a_scene_covers_its_replies_and_no_others() -> None:
    accept = "accept:\n  - {warning: W421, at: een, because: Later.}\n"
    text = SOUND.replace("        thought: {nl: Juist., en: I see.}\n", "")
    found = remarks(text + accept)[1]
    assert {problem.code.id for problem in found} == {"W421"}
    assert {problem.at.split("/")[0] for problem in found} == {"twee", "drie", "vier"}


@pytest.mark.parametrize("at", ["", ", at: een/aardig", ", at: nergens"])
def test_what_is_accepted_and_is_not_there_is_told(at: str) -> None:
    text = f"{SOUND}accept:\n  - {{warning: W406{at}, because: Ooit.}}\n"
    found = remarks(text)[1]
    assert brief(found) == [("W451", SOUND.count("\n") + 2, 5)]


def test_an_error_or_an_unknown_code_cannot_be_accepted() -> None:
    for code, suggestion in (("E201", ""), ("W4O6", "W406")):
        [problem] = remarks(f"{SOUND}accept:\n  - {{warning: {code}, because: Nee.}}\n")[1]
        assert problem.code.id == "E201"
        assert problem.suggestion == suggestion or not suggestion


def test_a_reason_is_needed() -> None:
    assert brief(remarks(f"{SOUND}accept:\n  - warning: W406\n")[1]) == [("E102", SOUND.count("\n") + 2, 5)]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 0),
        ("een", 1),
        ("een … twee", 2),
        ("‘een’ (twee), 18.45!", 3),
        ("auto’s – nee", 2),
        ("één\ntwee", 2),
    ],
)
def test_a_word_has_a_letter_or_a_digit(words: str, count: int) -> None:
    assert count_words(words) == count


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("Ja. Nee.", ["Ja.", "Nee."]),
        ("“Ja.” Ze knikt.", ["“Ja.”", "Ze knikt."]),
        ("Nou … ja", ["Nou …", "ja"]),
        ("Om 18.45 uur", ["Om 18.45 uur"]),
        ("Wat? Nee! Ach…", ["Wat?", "Nee!", "Ach…"]),
    ],
)
def test_a_sentence_ends_at_its_stop(words: str, cut: list[str]) -> None:
    assert sentences(words) == cut
