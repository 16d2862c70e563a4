"""The notes of a session: no phase is missed, what they say is right, and hands are read as typed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.cli import main
from game.exits import Exit
from game.library import Library
from game.story.foresight import Foresight
from game.story.playthrough import choose
from game.story.text import LANGUAGES
from game.workshop.acts import NotNowError, after
from game.workshop.ballot import Ballot
from game.workshop.log import Workshop, resume_workshop
from game.workshop.notes import clock, head, namer, sections, why_not
from game.workshop.notes_printed import as_text, level_notes
from game.workshop.session import Phase, Rules, Session, Step, begin
from game.workshop.typed import counts_of
from game.workshop.views import SIMPLE, Lookout, notes_view
from tests.conftest import ROOT
from tests.levels_for_tests import levels
from tests.workshop.test_session import _ACTS, _RULES, DATA, LEVEL, PRINCIPLES

LIBRARY = Library(ROOT / "levels")


def in_memory(rules: Rules = Rules(), level: str = "pine-nut-sandwich") -> Workshop:  # noqa: B008
    return Workshop(begin(LIBRARY.level(level), 3, rules, PRINCIPLES), None)


def told(workshop: Workshop, language: str = "nl") -> str:
    """Return all that the notes say, after a way over the wire."""
    state = json.loads(json.dumps(notes_view(workshop.session, workshop)))
    rows = "\n".join(row.text for row in head(state, language))
    return f"{rows}\n{as_text('', sections(state, language, namer(LIBRARY, language)))}"


def hands(workshop: Workshop, *counts: int) -> None:
    assert workshop.session.ballot is not None
    for option, count in zip(workshop.session.ballot.options, counts, strict=False):
        workshop.do({"act": "hands", "option": option, "count": count})


def vote_again(workshop: Workshop, first: tuple[int, ...], second: tuple[int, ...]) -> None:
    """Hold two votes in the first scene, the second still open."""
    for name in ("next", "open"):
        workshop.do({"act": name})
    hands(workshop, *first)
    for name in ("close", "revote"):
        workshop.do({"act": name})
    hands(workshop, *second)


def walk(workshop: Workshop) -> list[Session]:
    """Play a whole session, with every phase there is; return it step by step."""
    seen = [workshop.session]

    def do(**act: object) -> None:
        seen.append(workshop.do(act))

    def to(*names: str) -> None:
        for name in names:
            do(act=name)

    to("next", "open")
    hands(workshop, 8, 8, 1)
    to("close", "discuss", "revote")
    hands(workshop, 9, 9)
    to("close", "play")
    do(act="guess", trust="up", sympathy="same")
    to("next", "next")
    while workshop.session.phase != Phase.ENDING:
        do(act="choose", reply=workshop.session.options[0].id)
        do(act="guess", trust="up", sympathy="down")
        to("next")
    to("next")
    while workshop.session.phase == Phase.DEBRIEF:
        if workshop.session.step == Step.DIVIDED:
            decided = workshop.session.team.rounds[0].ballot
            assert decided is not None
            do(act="show-other", reply=decided.options[1])
        if workshop.session.step == Step.PRINCIPLE:
            to("open")
            hands(workshop, 3, 4)
            to("close")
        to("next")
    return seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notes_miss_no_phase_and_no_step(language: str) -> None:
    workshop = in_memory(Rules("both", guess=True))
    seen = walk(workshop)
    assert {session.phase for session in seen} == set(Phase)
    assert {session.step for session in seen} == set(Step)
    heads = set()
    for session in seen:
        state = json.loads(json.dumps(notes_view(session, workshop)))
        rows = head(state, language)
        heads.add(rows[0].text.split(" · ")[0])
        all_of_it = sections(state, language, namer(LIBRARY, language))
        assert all_of_it
        assert len({section.key for section in all_of_it}) == len(all_of_it)
        assert all(row.text.strip() for section in all_of_it for row in section.rows)
        assert not re.search(r"\bNone\b|\{|\}", as_text("", all_of_it) + "".join(row.text for row in rows))
    assert len(heads) == len(Phase) - 1 + len(Step)


@settings(deadline=None, max_examples=60)
@given(_RULES, st.lists(_ACTS, max_size=40), st.sampled_from(LANGUAGES))
def test_whatever_happens_there_are_notes_and_what_they_offer_can_be_done(
    rules: Rules, acts: list[dict[str, object]], language: str
) -> None:
    workshop = in_memory(rules)
    for act in acts:
        try:
            workshop.do(act)
        except NotNowError:
            continue
    state = json.loads(json.dumps(notes_view(workshop.session, workshop, LOOKOUT)))
    assert head(state, language)
    assert sections(state, language, str)
    if state["next"]:
        after(workshop.session, state["next"])
    for name in set(SIMPLE):
        try:
            after(workshop.session, {"act": name})
        except NotNowError:
            assert name not in state["can"]
        else:
            assert name in state["can"]


LOOKOUT = Lookout(LEVEL)


@settings(deadline=None, max_examples=40)
@given(levels(), st.data())
def test_each_reply_tells_what_it_does_and_what_it_leaves_within_reach(
    level: object, data: st.DataObject
) -> None:
    session = begin(level, 5, Rules())  # type: ignore[arg-type]
    workshop = Workshop(session, None)
    workshop.do({"act": "next"})
    for _ in range(data.draw(st.integers(0, 3))):
        if workshop.session.phase == Phase.ENDING:
            return
        option = data.draw(st.sampled_from(workshop.session.options))
        workshop.do({"act": "choose", "reply": option.id})
        workshop.do({"act": "next"})
    game = workshop.session.game
    foresight = Foresight(game.level)
    branches = notes_view(workshop.session, workshop)["branches"]
    assert [each["id"] for each in branches] == [reply.id for reply in workshop.session.options]
    assert [each["letter"] for each in branches] == list("ABCDEFGH"[: len(branches)])
    for each in branches:
        then = choose(game, each["id"])
        assert each["then"] == {"trust": then.state.trust, "sympathy": then.state.sympathy}
        assert each["trust"] + each["late_trust"] == then.state.trust - game.state.trust
        assert each["goto"] == then.state.scene
        if then.ending:
            assert each["endings"] == [then.ending.id]
        else:
            assert set(each["endings"]) == foresight.endings_from(then.state)


def test_the_tally_is_there_before_the_room_sees_it() -> None:
    workshop = in_memory()
    workshop.do({"act": "next"})
    workshop.do({"act": "open"})
    hands(workshop, 12, 7)
    option = workshop.session.options[2].id
    workshop.do({"act": "vote", "ballot": 1, "device": "x", "option": option})
    words = told(workshop)
    assert "A 12  B 7  C 1  D 0" in words
    assert "20 stemmen, waarvan 1 met telefoon, de zaal ziet dit nog niet" in words


def test_a_tie_says_what_was_agreed() -> None:
    for rule, words in (
        ("facilitator", "Gelijk: A en B. Jij kiest: k en de letter."),
        ("revote", "Afgesproken: opnieuw stemmen (r)"),
        ("both", "Afgesproken: na elkaar spelen (w)."),
    ):
        workshop = in_memory(Rules(rule))
        workshop.do({"act": "next"})
        workshop.do({"act": "open"})
        hands(workshop, 5, 5)
        workshop.do({"act": "close"})
        assert words in told(workshop)


def test_the_shift_is_told_after_closing_only() -> None:
    workshop = in_memory()
    vote_again(workshop, (12, 7), (3, 16))
    assert "eerst A 12  B 7  C 0  D 0\n" in told(workshop)
    workshop.do({"act": "close"})
    assert "eerst A 12  B 7  C 0  D 0; minstens 9 veranderden van keuze" in told(workshop)


def test_one_who_moved_is_told_as_one() -> None:
    workshop = in_memory()
    vote_again(workshop, (12, 7), (11, 8))
    workshop.do({"act": "close"})
    assert "; minstens 1 veranderde van keuze" in told(workshop)


def test_where_nobody_voted_the_notes_quote_nothing_the_room_does_not_read() -> None:
    workshop = in_memory()
    for name in ("next", "open", "close"):
        workshop.do({"act": name})
    assert "Op het scherm:" not in told(workshop)
    workshop.do({"act": "discuss"})
    assert "Op het scherm:" in told(workshop)


@pytest.mark.parametrize("id", ["pine-nut-sandwich", "difficult-customer"])
def test_no_name_of_a_scene_or_a_fact_is_in_the_notes(id: str) -> None:
    workshop, level = in_memory(level=id), LIBRARY.level(id)
    workshop.do({"act": "next"})
    branches = notes_view(workshop.session, workshop)["branches"]
    facts = [fact for each in branches for fact in each["remember"]]
    assert facts
    words = told(workshop)
    assert words.count("→ “") == sum(bool(each["goto"]) for each in branches) > 0
    assert not any(f"→ “{scene}" in words or f"scène {scene}" in words for scene in level.scenes)
    assert not [fact for fact in facts if fact in words]


def test_an_override_is_told_as_one() -> None:
    workshop = in_memory()
    workshop.do({"act": "next"})
    workshop.do({"act": "open"})
    hands(workshop, 12, 1)
    workshop.do({"act": "close"})
    workshop.do({"act": "choose", "reply": workshop.session.options[1].id})
    assert "Jij koos B." in told(workshop)
    assert "Straks, de antwoorden" in told(workshop)


def test_where_the_good_ending_is_lost_the_notes_say_so() -> None:
    found = False
    for id in LIBRARY.ids:
        workshop = in_memory(level=id)
        workshop.do({"act": "next"})
        for _ in range(12):
            if workshop.session.phase != Phase.SCENE:
                break
            state = notes_view(workshop.session, workshop)
            best = set(state["best"])
            lost = [each for each in state["branches"] if each["goto"] and not best & set(each["endings"])]
            assert ("Het goede einde kan dan niet meer." in told(workshop)) == bool(lost)
            found = found or bool(lost)
            workshop.do({"act": "choose", "reply": workshop.session.options[-1].id})
            workshop.do({"act": "next"})
    assert found


def test_the_clocks_go_on_after_a_crash(home: Path) -> None:
    from game.workshop.log import start_workshop

    workshop = start_workshop(home, LEVEL, DATA, Rules(), seed=3)
    workshop.do({"act": "next"})
    began, since = workshop.began, workshop.since
    workshop.do({"act": "reveal", "to": 1})
    assert workshop.since == since
    workshop.close()
    assert workshop.path is not None
    again = resume_workshop(home, workshop.path)
    assert again.began == pytest.approx(began, abs=2)
    assert again.since == pytest.approx(since, abs=2)
    again.since = 0.0
    again.do({"act": "open"})
    assert again.since > 0
    again.close()


@pytest.mark.parametrize(
    ("seconds", "words"), [(-3, "0:00"), (9.9, "0:09"), (61, "1:01"), (3599, "59:59"), (7325, "2:02:05")]
)
def test_a_clock_tells_minutes_then_hours(seconds: float, words: str) -> None:
    assert clock(seconds) == words


OPTIONS = ("w", "x", "y", "z")


@pytest.mark.parametrize(
    ("typed", "counts"),
    [
        ("a 12 b 7", {"w": 12, "x": 7}),
        ("a12b7", {"w": 12, "x": 7}),
        ("A:12, D = 3", {"w": 12, "z": 3}),
        ("12 7 0 3", {"w": 12, "x": 7, "y": 0, "z": 3}),
        ("12, 7", {"w": 12, "x": 7}),
        ("a 1 a 2", {"w": 2}),
        ("", {}),
        ("a", None),
        ("e 3", None),
        ("a 1000", None),
        ("a -1", None),
        ("1 2 3 4 5", None),
        ("twaalf", None),
        ("a 12 b", None),
        ("²", None),
    ],
)
def test_hands_are_read_as_they_are_typed(typed: str, counts: dict[str, int] | None) -> None:
    assert counts_of(typed, OPTIONS) == counts


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_counts_that_fit_or_none(typed: str) -> None:
    ballot = Ballot(1, OPTIONS)
    for option, count in (counts_of(typed, OPTIONS) or {}).items():
        assert ballot.with_hands(option, count).hands[option] == count


def test_an_unknown_reason_has_words_too() -> None:
    assert "workshop --resume" in why_not("notes-stale", "nl")
    assert why_not("{0} \x1b[31m", "nl") == why_not("notes-other-screen", "nl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_session_it_says_what_to_do(capsys: pytest.CaptureFixture[str], language: str) -> None:
    assert main(["notes", "--lang", language]) == Exit.USAGE
    assert main(["notes", "--plain", "--lang", language]) == Exit.USAGE
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("luisterkamer workshop") == 2
    assert "notes GESPREK --plain" in printed.err or "notes CONVERSATION --plain" in printed.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", LIBRARY.ids)
def test_the_notes_of_a_level_hold_all_there_is_for_a_facilitator(id: str, language: str) -> None:
    level = LIBRARY.level(id)
    text = as_text("", level_notes(level, language, namer(LIBRARY, language)))
    for scene in level.scenes.values():
        assert scene.notes is None or scene.notes.in_language(language) in text
        for reply in scene.replies.values():
            assert reply.because is None or reply.because.in_language(language) in text
    if level.facilitator:
        assert level.facilitator.aim.in_language(language) in text
        assert all(each.in_language(language) in text for each in level.facilitator.questions)


@pytest.mark.parametrize(("options", "words"), [((), "Notes:"), (("--lang", "nl"), "Aantekeningen:")])
def test_the_notes_are_in_the_language_of_the_workshop_unless_one_was_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], words: str
) -> None:
    workshop = in_memory()
    workshop.language = "en"

    async def state() -> dict[str, object]:
        return notes_view(workshop.session, workshop)

    monkeypatch.setattr("game.commands.notes._state", state)
    assert main(["notes", "--plain", *options]) == Exit.FINE
    assert capsys.readouterr().out.startswith(words)


def test_a_second_vote_of_nobody_is_told_as_such() -> None:
    workshop = in_memory(Rules("revote"))
    vote_again(workshop, (5, 5), ())
    workshop.do({"act": "close"})
    words = told(workshop)
    assert "Niemand stemde opnieuw" in words
    assert "veranderden" not in words
    assert "Jij kiest: k en de letter." in words  # there was a second vote: what was agreed is done


def test_of_teams_that_differ_the_notes_tell_each() -> None:
    workshop = in_memory(Rules(teams=2, together=True))
    for name in ("next", "open"):
        workshop.do({"act": name})
    for team in (0, 1):
        option = workshop.session.options_of(team)[team].id
        workshop.do({"act": "hands", "option": option, "count": 3, "team": team})
    assert "Nu: vertrouwen" in told(workshop)  # as long as all stand alike
    for name in ("close", "play"):
        workshop.do({"act": name})
    while workshop.session.phase != Phase.SCENE:
        workshop.do({"act": "next"})
    assert workshop.session.is_overview
    for team in (0, 1):
        state = workshop.session.game_of(team).state
        assert f"Nu: vertrouwen {state.trust}, sympathie {state.sympathy}." in told(workshop)
    assert workshop.session.is_common
    words = told(workshop)
    assert "verschilt per team" in words
    assert "; dan " not in words  # what a reply leads to is not the same for both
    assert "Dit werkt later door." not in words


def test_the_notes_of_a_level_are_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["notes", "pine-nut-sandwich", "--plain"]) == Exit.FINE
    assert capsys.readouterr().out.startswith("Aantekeningen: Het broodje\n\nDoel\n")
    assert main(["notes", "pine-nut-sandwhich", "--plain"]) == Exit.USAGE
    assert "pine-nut-sandwich" in capsys.readouterr().err
    broken = tmp_path / "stuk.yaml"
    broken.write_text("format: 1\n", "utf-8")
    assert main(["notes", str(broken), "--plain"]) == Exit.LEVEL_IS_WRONG
