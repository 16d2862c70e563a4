"""Words put into a level file at their place: everything else stays byte for byte."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.authoring.edits import Edit, edited
from game.authoring.nodes import Node, parse
from game.authoring.problems import Problems
from game.authoring.prose import WIDTH
from game.authoring.rewriting import with_language, with_words
from game.authoring.source import decode
from game.authoring.texts import texts_in
from game.library import Library
from game.story.text import is_forbidden
from tests.authoring.small import read
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL

WORDS = (
    st.text(
        st.one_of(
            st.sampled_from("ab   \n\n'\"“’:#-?>|&*!%@`{}[],\\~é😀\u00a0\u3000"),
            st.characters(exclude_categories=["Cs", "Cn"]),
        ),
        max_size=300,
    )
    .map(lambda text: "".join(each for each in text if not is_forbidden(each)).strip())
    .filter(bool)
)

FORMS = {
    "quoted": 'say: "Yes: well"  # q',
    "single quotes": "say: 'It''s'  # q",
    "plain": "say: Ja  # remark",
    "plain over lines": "say: Ja,\n          dat klopt  # remark",
    "below its key": "say:\n          Ja",
    "below a remark": "say: # why\n          Ja",
    "block": "say: >-  # remark\n          Ja,\n          dat klopt\n\n\n        # after",
    "kept block": "say: |+\n          Ja,\n          dat klopt\n\n",
    "indented block": "say: >2-\n           Ja\n          dat klopt",
    "braces": "say: {nl: Ja, en: Yes}  # remark",
    "braces, one language": "say: {nl: Ja}",
    "braces over lines": "say: {nl: Ja,  # remark\n          en: Yes}",
    "braces over lines, one language": "say: {nl: Ja  # remark\n          }",
    "blocks": "say:\n          # first\n          nl: >-\n            Ja\n          # second\n"
    "          en: >-  # r\n            Yes\n\n            Sir\n        # after",
    "blocks, other order": "say:\n          en: Yes  # e\n          nl: Ja  # n",
    "blocks, one language": "say:\n          nl: >-\n            Ja\n\n        # after",
    "plain, one language": "say:\n          nl: Ja  # remark",
    "value below": "say:\n          nl: Ja\n          en:\n              Yes",
    "value below a remark": "say:\n          nl: Ja\n          en:  # remark\n              Yes",
}


def _root(data: bytes) -> Node:
    problems = Problems("")
    source = decode(data, problems)
    root = parse(source, problems) if source else None
    assert root is not None, problems.found
    return root


def _written(data: bytes, words: dict[tuple[str | int, ...], str]) -> bytes:
    return with_words(data, _root(data), words, "nl", "en")


def _in_both(data: bytes) -> dict[str, dict[str, str]]:
    return {text.place: dict(text.words) for text in texts_in(_root(data), "nl")}


def _remarks(text: str) -> Iterator[str]:
    return (line[line.index("#") :].strip() for line in text.split("\n") if "#" in line)


def _with(form: str) -> str:
    assert "        say: {nl: Dag., en: Good day.}\n" in SMALL
    text = SMALL.replace("        say: {nl: Dag., en: Good day.}\n", f"        {form}\n")
    assert _can_be_played(text)
    return text


def _can_be_played(text: str) -> bool:
    return read(text)[0] is not None


SAY = ("scenes", "een", "replies", "warm", "say")


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
@pytest.mark.parametrize("words", ["New: words # here", "One\nTwo\n\nThree", "A\n  bit in"])
def test_every_way_to_write_a_text_takes_the_words_and_keeps_the_rest(form: str, words: str) -> None:
    text = _with(form)
    before = _in_both(text.encode())
    after = _written(text.encode(), {SAY: words})
    expected = {**before, "/".join(map(str, SAY)): {**before["scenes/een/replies/warm/say"], "en": words}}
    assert _in_both(after) == expected
    assert list(_remarks(text)) == list(_remarks(after.decode().replace(words.split("\n")[0], "")))
    start = text.index("say:")
    assert after.decode().startswith(text[:start])
    assert after.decode().endswith(text[text.index("        trust: +10") :])


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_words_that_were_written_once_are_replaced_in_place(form: str) -> None:
    once = _written(_with(form).encode(), {SAY: "Something longer"})
    assert _written(_written(once, {SAY: "Else"}), {SAY: "Something longer"}) == once


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_both_loaders_lead_to_the_same_file(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = _with(form).encode()
    fast = _written(data, {SAY: "New 😀"})
    monkeypatch.setattr("game.authoring.rewriting.FAST_LOADER", yaml.SafeLoader)
    assert _written(data, {SAY: "New 😀"}) == fast


def test_a_plain_text_becomes_one_for_each_language() -> None:
    written = _written(_with("say: Ja, nou").encode(), {SAY: "Well"}).decode()
    assert (
        "        say:\n          nl: >-\n            Ja, nou\n          en: >-\n            Well\n"
        "        trust: +10\n"
    ) in written


def test_a_text_in_a_list_becomes_one_for_each_language() -> None:
    text = f"{SMALL}facilitator:\n  aim: Doel\n  questions:\n    - Een?  # one\n"
    text += "    - {nl: Twee?, en: Two?}\n    - >-\n      Drie?\n"
    path = ("facilitator", "questions")
    written = _written(text.encode(), {(*path, 0): "1?", (*path, 1): "2?", (*path, 2): "3?"}).decode()
    assert written.endswith(
        "  questions:\n"
        "    - nl: >-  # one\n        Een?\n      en: >-\n        1?\n"
        "    - nl: >-\n        Twee?\n      en: >-\n        2?\n"
        "    - nl: >-\n        Drie?\n      en: >-\n        3?\n"
    )


def test_between_braces_words_are_in_quotes() -> None:
    text = SMALL.replace(
        "  gast:\n    name: {nl: Gast, en: Guest}\n", "  gast: {name: {nl: Gast, en: Guest}}\n"
    )
    text += "facilitator: {aim: Doel, questions: [{nl: Een?}, Twee?]}\n"
    words = {
        ("people", "gast", "name"): 'The "guest"',
        ("facilitator", "aim"): "Aim",
        ("facilitator", "questions", 0): "1, 2?",
        ("facilitator", "questions", 1): "a\nb",
    }
    written = _written(text.encode(), words).decode()
    assert '  gast: {name: {nl: Gast, en: "The \\"guest\\""}}\n' in written
    assert written.endswith(
        'facilitator: {aim: {nl: Doel, en: "Aim"}, '
        'questions: [{nl: Een?, en: "1, 2?"}, {nl: Twee?, en: "a\\nb"}]}\n'
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[nl]", "[nl, en]"),
        ("[ nl ]  # one", "[ nl, en ]  # one"),
        ("\n  - nl  # one", "\n  - nl  # one\n  - en"),
        ("\n- nl", "\n- nl\n- en"),
    ],
)
def test_a_language_is_added_to_those_a_level_names(before: str, after: str) -> None:
    text = SMALL.replace("[nl, en]", before)
    assert with_language(text.encode(), _root(text.encode()), "en").decode() == SMALL.replace(
        "[nl, en]", after
    )


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_line_ends_and_mark_are_kept(line_end: str, encoding: str) -> None:
    text = _with("say: Ja 😀  # é")
    data = text.replace("\n", line_end).encode(encoding)
    expected = _written(text.encode(), {SAY: "Yes 😀\nno"}).decode().replace("\n", line_end).encode(encoding)
    assert _written(data, {SAY: "Yes 😀\nno"}) == expected


def test_a_last_line_without_an_end_is_no_trouble() -> None:
    text = SMALL.rstrip("\n")
    assert text.endswith("text: {nl: Niets., en: Nothing.}")
    written = _written(text.encode(), {("debrief", "real_outcome", "text"): "Nil."}).decode()
    assert written.endswith("    text:\n      nl: >-\n        Niets.\n      en: >-\n        Nil.")


def test_lines_are_wrapped() -> None:
    words = "A word and " * 60
    written = _written(SMALL.encode(), {("you",): words.strip()}).decode()
    new = [line for line in written.split("\n") if "A word" in line]
    assert all(WIDTH - 10 < len(line) <= WIDTH for line in new[:-1])
    assert len(new) > 5


@settings(deadline=None)
@given(WORDS, st.sampled_from(sorted(FORMS)))
@example('\'s Avonds: "ja" # nee', "plain")
@example("a\n\u00a0b", "block")
@example("a \n\nb  c", "blocks")
def test_any_text_reads_back_as_it_was(words: str, form: str) -> None:
    text = _with(FORMS[form])
    after = _written(text.encode(), {SAY: words})
    expected = _in_both(text.encode())
    expected["scenes/een/replies/warm/say"]["en"] = words
    assert _in_both(after) == expected
    assert _can_be_played(after.decode())


@settings(deadline=None, max_examples=20)
@given(st.data())
def test_texts_anywhere_in_a_shipped_level_are_written_together(data: st.DataObject) -> None:
    library = Library(ROOT / "levels")
    file = library.bytes_of(data.draw(st.sampled_from(library.ids)))
    texts = list(texts_in(_root(file), "nl"))
    chosen = data.draw(
        st.lists(st.sampled_from(texts), min_size=1, max_size=4, unique_by=lambda text: text.path)
    )
    words = {text.path: data.draw(WORDS) for text in chosen}
    expected = _in_both(file)
    for text in chosen:
        expected[text.place]["en"] = words[text.path]
    assert _in_both(_written(file, words)) == expected


@given(st.text("ab\r\n", max_size=20))
def test_no_edits_change_nothing(text: str) -> None:
    assert edited(text.encode(), []) == text.encode()


@given(st.text("ab\r\né", max_size=20), st.data())
def test_an_edit_counts_characters_of_the_decoded_file(text: str, data: st.DataObject) -> None:
    decoded = text.replace("\r\n", "\n").replace("\r", "\n")
    start = data.draw(st.integers(0, len(decoded)))
    end = data.draw(st.integers(start, len(decoded)))
    after = edited(text.encode(), [Edit(start, end, "|")]).decode()
    assert after.replace("\r\n", "\n").replace("\r", "\n") == f"{decoded[:start]}|{decoded[end:]}"
