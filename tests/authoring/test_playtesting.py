"""Plays: how they are written, what differs first, and what is recorded in their place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.blessing import Blessing, Change, bless, new_plays
from game.authoring.plays import Meters, Play, read_plays_in
from game.authoring.playtesting import (
    Difference,
    EndedElse,
    Gone,
    Hidden,
    NotOver,
    Parted,
    TooLate,
    endings_without,
    first_difference,
    shortest_routes,
)
from game.story.condition import Condition, FactTest, MeterTest
from game.story.level import Level
from game.story.playthrough import State, play, start
from tests.authoring.small import brief, changed, level_of, unmarked
from tests.levels_for_tests import SMALL, levels

LEVEL = level_of(SMALL)

PLAYS = """\
# routes door Klein
plays:
  warm:
    notes: Zo ging het echt.
    replies:
      - warm: {trust: 60, sympathy: 60}
      - goed
    trust: 65
    sympathy: 60
    ending: blij
  18:45: {replies: [koel: {sympathy: 35}, goed], ending: klaar}
"""


def read(text: str) -> tuple[Play, ...]:
    plays, problems = read_plays_in(text.encode(), "klein.plays.yaml")
    assert brief(problems) == []
    return plays


def differs(*replies: str, level: Level = LEVEL, **expected: object) -> Difference | None:
    return first_difference(level, Play("x", replies, **expected))  # type: ignore[arg-type]


# How a play is written


def test_a_reply_may_have_the_meters_behind_it() -> None:
    warm, late = read(PLAYS)
    assert warm.replies == ("warm", "goed")
    assert warm.underway == ((0, Meters(60, 60)),)
    assert (warm.notes, warm.line) == ("Zo ging het echt.", 3)
    assert late == Play("18:45", ("koel", "goed"), "klaar", underway=((0, Meters(None, 35)),))
    assert not late.expects_nothing


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("E101", "{trust: 60, sympathy: 60}", "{▶vertrouwen: 60}"),
        ("E105", "{trust: 60, sympathy: 60}", "{trust: ▶160}"),
        ("E104", "warm: {trust: 60, sympathy: 60}", "warm: ▶60"),
        ("E103", "warm: {trust: 60, sympathy: 60}", "▶warm:"),
        ("E104", "warm: {trust: 60, sympathy: 60}", "▶warm:\n        trust: 60"),
        ("E104", "- warm: {trust: 60, sympathy: 60}", "- ▶[warm]"),
        ("E106", "warm: {trust: 60", "▶Warm: {trust: 60"),
        ("E103", "notes: Zo ging het echt.", "▶notes:"),
        ("E101", "notes:", "▶note:"),
    ],
)
def test_a_mistake_in_the_meters_is_one_problem_at_its_place(code: str, old: str, new: str) -> None:
    marked = changed((old, new), text=PLAYS)
    text, [place] = unmarked(marked)
    plays, problems = read_plays_in(text.encode(), "x")
    assert brief(problems) == [(code, *place)]
    assert plays == ()
    for language in ("nl", "en"):
        assert "{{" not in problems[0].message(language)


# What differs first


def test_a_play_that_holds_has_no_difference() -> None:
    assert [first_difference(LEVEL, each) for each in read(PLAYS)] == [None, None]
    assert differs("warm") is None
    assert differs("warm", trust=60) is None


def test_a_reply_that_is_not_there_is_told_with_the_one_that_is_meant() -> None:
    assert differs("wram") == Gone(1, "wram", "een", "warm", (), ("warm", "koel", "stil"))
    assert differs("warm", "niets") == Gone(2, "niets", "twee", "", (), ("goed", "nog-eens"))


def test_a_reply_of_another_scene_is_told_with_that_scene() -> None:
    assert differs("warm", "nog-eens", "goed") == Gone(
        3, "goed", "een", "", ("twee",), ("warm", "koel", "stil")
    )


def test_a_reply_whose_condition_does_not_hold_is_told_with_the_state_it_does_not_hold_in() -> None:
    when = Condition((MeterTest("trust", ">=", 40),))
    state = State("twee", 0, 35, frozenset({"was_cool"}))
    assert differs("koel", "nog-eens") == Hidden(2, "nog-eens", when, state, ("goed",))
    assert str(when) == "trust >= 40"
    assert (
        str(Condition((*when.tests, FactTest("a", False), FactTest("b", True))))
        == "trust >= 40 and not a and b"
    )


def test_a_reply_after_the_end_is_too_late() -> None:
    assert differs("stil", "goed", ending="klaar") == TooLate(2, "goed", LEVEL.endings["klaar"])


def test_meters_underway_come_before_what_follows_from_them() -> None:
    played = Play("x", ("koel", "nog-eens"), underway=((0, Meters(60, None)),))
    found = first_difference(LEVEL, played)
    assert found == Parted(1, "koel", Meters(60, None), State("twee", 0, 35, frozenset({"was_cool"})))


def test_a_conversation_that_is_not_over_is_told_only_where_an_ending_is_expected() -> None:
    assert differs("warm", ending="blij") == NotOver("twee", "blij", ("goed", "nog-eens"))
    state = State("twee", 60, 60)
    assert differs("warm", trust=1) == EndedElse(None, Meters(1, None), None, state)


def test_another_ending_and_other_meters_are_told_with_what_it_came_to() -> None:
    klaar, state = LEVEL.endings["klaar"], State(None, 50, 50)
    found = differs("stil", ending="blij", trust=70)
    assert found == EndedElse("blij", Meters(70, None), klaar, state)
    assert isinstance(found, EndedElse)
    assert found.is_other_ending
    assert differs("stil", ending="klaer") == EndedElse("klaer", Meters(), klaar, state, 0, "klaar")
    found = differs("warm", "goed", ending="blij", sympathy=5, underway=((0, Meters(60)),))
    assert found == EndedElse("blij", Meters(None, 5), LEVEL.endings["blij"], State(None, 65, 60), 1)
    assert isinstance(found, EndedElse)
    assert not found.is_other_ending


def test_endings_without_a_play_are_named_with_the_shortest_way() -> None:
    assert endings_without(LEVEL, read(PLAYS)) == ()
    assert endings_without(LEVEL, [Play("x", ("stil",))]) == ("blij",)
    assert endings_without(LEVEL, [Play("x", ("stil", "stil"))]) == ("blij", "klaar")
    assert shortest_routes(LEVEL, ["blij", "klaar"]) == {"blij": ("warm", "goed"), "klaar": ("stil",)}
    never = level_of(changed(("trust >= 60 and", "trust > 99 and"), ("nog-eens:", "nog-een:")))
    assert shortest_routes(never, ["klaar"]) == {"klaar": ("stil",)}


# What is recorded


def recorded(text: str, level: Level = LEVEL) -> str:
    """Record *text*, see that it holds then, and that recording it again changes nothing."""
    done = bless(text.encode(), level)
    assert bless(done.data, level) == Blessing(done.data, (), done.left)
    again = {
        each.name: first_difference(level, each) for each in read(done.data.decode().replace("\ufeff", ""))
    }
    assert all(again[each.play.name] is None for each in done.blessed)
    return done.data.decode()


def test_a_file_that_holds_stays_byte_for_byte() -> None:
    assert bless(PLAYS.encode(), LEVEL) == Blessing(PLAYS.encode(), (), ())


def test_only_the_values_that_differ_change() -> None:
    wrong = changed(
        ("trust: 60, sympathy: 60}", "trust: 10, sympathy: 60}"),
        ("    trust: 65\n", "    trust: +5      # ooit\n"),
        ("ending: blij", 'ending: "klaar"'),
        ("sympathy: 35}", "sympathy: '7'}"),
        text=PLAYS,
    )
    right = changed(("    trust: 65\n", "    trust: 65      # ooit\n"), text=PLAYS)
    assert recorded(wrong) == right
    [warm, late] = bless(wrong.encode(), LEVEL).blessed
    assert warm.changes == (
        Change("trust", "10", "60", (1, "warm")),
        Change("trust", "5", "65"),
        Change("ending", "klaar", "blij"),
    )
    assert late.changes == (Change("sympathy", "7", "35", (1, "koel")),)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_mark_and_line_ends_stay(end: str, encoding: str) -> None:
    wrong = changed(("trust: 65", "trust: 1"), ("Zo ging", "Zó gíng"), text=PLAYS)
    data = wrong.replace("\n", end).encode(encoding)
    right = changed(("Zo ging", "Zó gíng"), text=PLAYS).replace("\n", end)
    assert bless(data, LEVEL).data == right.encode(encoding)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  x:\n    replies: [stil]\n", "  x:\n    replies: [stil]\n    {}\n    {}\n    {}\n"),
        ("  x:\n    replies: [stil]", "  x:\n    replies: [stil]\n    {}\n    {}\n    {}"),
        (
            "  x:  # a\n      replies:  # b\n        - stil  # c\n\n      # d\n\n  # e\n",
            "  x:  # a\n      replies:  # b\n        - stil  # c\n      {}\n      {}\n      {}\n"
            "\n      # d\n\n  # e\n",
        ),
        (
            "  x:\n    replies: [\n      stil\n      ]\n",
            "  x:\n    replies: [\n      stil\n      ]\n    {}\n    {}\n    {}\n",
        ),
        (
            "  x:\n    replies: [stil]\n    # hier\n    notes: Ja.\n",
            "  x:\n    replies: [stil]\n    {}\n    {}\n    {}\n    # hier\n    notes: Ja.\n",
        ),
        ("  x: {{replies: [stil]}}\n", "  x: {{{}, {}, {}, replies: [stil]}}\n"),
        ("  x: {{notes: Ja, replies: [stil]}}\n", "  x: {{notes: Ja, {}, {}, {}, replies: [stil]}}\n"),
    ],
)
def test_a_play_that_expects_nothing_gets_what_it_comes_to(before: str, after: str) -> None:
    new = ("trust: 50", "sympathy: 50", "ending: klaar")
    assert recorded("plays:\n" + before.format()) == "plays:\n" + after.format(*new)


def test_a_play_that_looks_at_the_ending_only_still_does() -> None:
    text = "plays:\n  x:\n    replies: [stil]\n    ending: blij\n"
    assert recorded(text) == text.replace("blij", "klaar")


@pytest.mark.parametrize(
    "replies", ["[wram]", "[koel, nog-eens]", "[stil, goed]", "[warm]", "[warm: {trust: 1}, wram]"]
)
def test_what_cannot_be_played_to_its_end_is_left_as_it_is(replies: str) -> None:
    text = f"plays:\n  x:\n    replies: {replies}\n    trust: 1\n    ending: blij\n"
    done = bless(text.encode(), LEVEL)
    assert (done.data, done.blessed) == (text.encode(), ())
    assert [each.name for each in done.left] == ["x"]


def test_a_value_written_in_a_way_we_cannot_replace_is_left_as_it_is() -> None:
    text = "plays:\n  x:\n    replies: [stil]\n    trust: >-\n      1\n    ending: klaar\n"
    done = bless(text.encode(), LEVEL)
    assert (done.data, done.blessed, len(done.left)) == (text.encode(), (), 1)


def test_a_new_file_has_a_shortest_play_for_every_ending() -> None:
    routes = {"blij": ("warm", "goed"), "klaar": ("stil",)}
    text = new_plays(LEVEL, routes, lambda ending: f"naar {ending}", "Routes")
    assert text.startswith("# Routes\nplays:\n  naar blij:\n    replies: [warm, goed]\n    trust: 65\n")
    plays = read(text)
    assert [(each.replies, each.ending) for each in plays] == [
        (("warm", "goed"), "blij"),
        (("stil",), "klaar"),
    ]
    assert all(first_difference(LEVEL, each) is None for each in plays)


@st.composite
def games(draw: st.DrawFn) -> tuple[Level, tuple[str, ...]]:
    """Draw a level and a game of it, to its end or not."""
    level = draw(levels())
    game = start(level)
    for _ in range(draw(st.integers(1, 6))):
        if game.scene is None:
            break
        reply = draw(st.sampled_from([each.id for each in game.available]))
        game = play(level, (*game.replies, reply))
    return level, game.replies


@given(games(), st.data())
@settings(deadline=None)
def test_what_was_recorded_holds_and_nothing_else_was_touched(
    drawn: tuple[Level, tuple[str, ...]], data: st.DataObject
) -> None:
    level, replies = drawn
    meters = st.none() | st.integers(0, 100)
    lines = ["# voor", "plays:", "  een spel:  # naam", "    replies:"]
    for reply in replies:
        told = {"trust": data.draw(meters), "sympathy": data.draw(meters)}
        inside = ", ".join(f"{key}: {value}" for key, value in told.items() if value is not None)
        lines.append(f"      - {reply}: {{{inside}}}  # {reply}" if inside else f"      - {reply}  # geen")
    is_over = play(level, replies).ending is not None
    expected = {"trust": data.draw(meters), "sympathy": data.draw(meters)}
    if is_over:
        expected["ending"] = data.draw(st.none() | st.sampled_from(list(level.endings)))
    lines += [f"    {key}: {value}  # {key}" for key, value in expected.items() if value is not None]
    before = "\n".join([*lines, "# na", ""])
    done = bless(before.encode(), level)
    after = done.data.decode()
    assert done.left == ()
    [played] = read(after)
    assert played.replies == replies
    assert first_difference(level, played) is None
    assert played.expects_nothing is (not is_over and not any(v is not None for v in expected.values()))
    had = [line.partition(":")[0] for line in before.split("\n") if "#" in line]
    kept = [line.partition(":")[0] for line in after.split("\n") if "#" in line]
    assert kept == had
    [asked] = read(before)
    if first_difference(level, asked) is None and not asked.expects_nothing:
        assert after == before
