"""A session is its list of acts: any list leads to a sound session, and a log leads to the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.library import Library
from game.story.playthrough import play
from game.tui.screens.workshop_overview import overview
from game.workshop.account import account_of
from game.workshop.acts import PASSING, NotNowError, after, session_of
from game.workshop.log import Workshop, logs, resume_workshop, start_workshop, view_workshop
from game.workshop.session import STEPS, TIE_RULES, Phase, Rules, Session, Step, begin, most_divided
from tests.conftest import ROOT

LIBRARY = Library(ROOT / "levels")
LEVEL, DATA = LIBRARY.level_and_bytes("pine-nut-sandwich")
REPLIES = sorted({reply for scene in LEVEL.scenes.values() for reply in scene.replies})
PRINCIPLES = ("let-them-keep-face", "keep-your-word", "ask-for-help")

_REPLY = st.sampled_from(REPLIES)
_TEAM = st.sampled_from([{}, {}, {"team": 0}, {"team": 1}, {"team": 2}, {"team": 9}])
_ACTS = st.one_of(
    st.sampled_from(
        [{"act": name} for name in ("next", "next", "open", "close", "discuss", "revote", "play", "undo")]
    ),
    st.builds(lambda to: {"act": "reveal", "to": to}, st.integers(0, 9)),
    st.builds(
        lambda option, n, team: {"act": "hands", "option": option, "count": n, **team},
        _REPLY,
        st.integers(0, 30),
        _TEAM,
    ),
    st.builds(
        lambda n, device, option: {"act": "vote", "ballot": n, "device": device, "option": option},
        st.integers(1, 6),
        st.sampled_from("xyz"),
        _REPLY,
    ),
    st.builds(lambda reply, team: {"act": "choose", "reply": reply, **team}, _REPLY, _TEAM),
    st.builds(lambda team: {"act": "look", "team": team}, st.sampled_from([None, 0, 1, 2, 7, "x"])),
    st.builds(
        lambda device, team: {"act": "join", "device": device, "team": team},
        st.sampled_from("xyz"),
        st.integers(-1, 3),
    ),
    st.builds(
        lambda one, two: {"act": "guess", "trust": one, "sympathy": two},
        *[st.sampled_from(["up", "same", "down"])] * 2,
    ),
    st.builds(lambda step: {"act": "step", "to": step}, st.sampled_from([*STEPS, "nowhere"])),
    st.builds(lambda reply: {"act": "show-other", "reply": reply}, _REPLY),
)
_RULES = st.one_of(
    st.builds(Rules, st.sampled_from(TIE_RULES), st.booleans(), st.integers(1, 3)),
    st.builds(Rules, st.sampled_from(TIE_RULES), st.just(False), st.integers(2, 3), st.just(True)),
)


def _sound(session: Session) -> None:
    """See that what a session says of itself holds."""
    for team in session.teams:
        assert play(LEVEL, team.replies).replies == team.replies
        assert tuple(each.chosen for each in team.rounds) == team.replies
        assert all(each.ballot is None or not each.ballot.is_open for each in team.rounds)
    assert session.active in (session.deciding or range(len(session.teams)))
    ballots = [session.ballot_of(team) for team in session.deciding]
    assert len({ballot.number for ballot in ballots if ballot}) == len([each for each in ballots if each])
    if session.phase in (Phase.VOTE, Phase.REVOTE):
        assert session.is_open
        for team, ballot in zip(session.deciding, ballots, strict=True):
            assert ballot is not None
            assert ballot.is_open
            assert set(ballot.options) == {reply.id for reply in session.options_of(team)}
            assert all(session.members.get(device, 0) == team for device in ballot.phones)
    if session.phase in (Phase.SPLIT, Phase.DISCUSS, Phase.SHIFT):
        assert not any(ballot and ballot.is_open for ballot in ballots)
    if session.phase in (Phase.ENDING, Phase.DEBRIEF, Phase.DONE):
        assert not session.is_overview
        for number, team in enumerate(session.teams):
            assert session.game_of(number).ending or (session.rules.together and not team.replies)


@settings(deadline=None, max_examples=150)
@given(_RULES, st.lists(_ACTS, max_size=60))
def test_any_acts_lead_to_a_sound_session(rules: Rules, acts: list[dict[str, Any]]) -> None:
    first = session = begin(LEVEL, 7, rules, PRINCIPLES)
    fitting: list[dict[str, Any]] = []
    for act in acts:
        if act["act"] == "undo":
            continue
        try:
            session = after(session, act)
        except NotNowError:
            continue
        else:
            fitting.append(act)
        _sound(session)
    assert session_of(first, fitting) == session
    _sound(session_of(first, acts))


@settings(deadline=None, max_examples=80)
@given(_RULES, st.lists(_ACTS, max_size=40), _ACTS)
def test_undo_takes_the_last_act_back(rules: Rules, acts: list[dict[str, Any]], last: dict[str, Any]) -> None:
    first = begin(LEVEL, 7, rules, PRINCIPLES)
    plain = [act for act in acts if act["act"] not in ("undo", *PASSING)]
    if last["act"] in ("undo", *PASSING):
        return
    assert session_of(first, [*plain, last, {"act": "undo"}]) == session_of(first, plain)


def test_undo_takes_what_was_revealed_since_back_and_no_vote() -> None:
    vote = {"act": "vote", "ballot": 1, "device": "x", "option": REPLIES[0]}
    first = begin(LEVEL, 7, Rules())
    option = after(after(first, {"act": "next"}), {"act": "open"}).options[0].id
    acts = [{"act": "next"}, {"act": "reveal", "to": 2}, {"act": "open"}, {**vote, "option": option}]
    undone = session_of(first, [*acts, {"act": "close"}, {"act": "undo"}])
    assert undone == session_of(first, acts)
    assert undone.ballot is not None
    assert undone.ballot.total == 1
    revealed = session_of(first, [{"act": "next"}, {"act": "reveal", "to": 2}, {"act": "undo"}])
    assert revealed == first


@settings(deadline=None, max_examples=25)
@given(_RULES, st.lists(_ACTS, min_size=5, max_size=40), st.integers(0, 5))
def test_a_log_cut_anywhere_leads_to_the_session_up_to_there(
    tmp_path_factory: pytest.TempPathFactory, rules: Rules, acts: list[dict[str, Any]], cut: int
) -> None:
    home = tmp_path_factory.mktemp("home")
    running = start_workshop(home, LEVEL, DATA, rules, seed=7, principles=PRINCIPLES)
    sessions = [running.session]
    for act in acts:
        try:
            sessions.append(running.do(act))
        except NotNowError:
            continue
    running.close()
    assert running.path is not None
    seen, _ = view_workshop(home, running.path)
    assert seen == running.session
    data = running.path.read_bytes()
    if cut and len(sessions) > 1:
        running.path.write_bytes(data[:-cut])
        sessions.pop()
    again = resume_workshop(home, running.path)
    assert again.session == sessions[-1]
    again.close()


def _to(workshop: Workshop, *names: str) -> None:
    for name in names:
        workshop.do({"act": name})


def _hands(workshop: Workshop, *counts: int) -> None:
    for reply, count in zip(workshop.session.options, counts, strict=False):
        workshop.do({"act": "hands", "option": reply.id, "count": count})


@pytest.fixture
def running(tmp_path: Path) -> Workshop:
    return start_workshop(tmp_path, LEVEL, DATA, Rules(), seed=3, principles=PRINCIPLES)


def test_a_level_that_cannot_be_kept_is_told_until_it_can(tmp_path: Path) -> None:
    (tmp_path / "levels").write_text("a file where the folder belongs")
    workshop = start_workshop(tmp_path, LEVEL, DATA, Rules(), seed=3, principles=PRINCIPLES)
    assert workshop.trouble
    _to(workshop, "next")
    assert workshop.trouble
    (tmp_path / "levels").unlink()
    _to(workshop, "open")
    assert not workshop.trouble
    workshop.close()
    assert workshop.path is not None
    assert view_workshop(tmp_path, workshop.path)[0] == workshop.session


@pytest.mark.parametrize("harm", ["gone", "damaged"])
def test_beginning_again_mends_the_kept_level(running: Workshop, tmp_path: Path, harm: str) -> None:
    running.close()
    [copy] = (tmp_path / "levels").iterdir()
    if harm == "gone":
        copy.unlink()
    else:
        copy.write_bytes(DATA[:-10])
    start_workshop(tmp_path, LEVEL, DATA, Rules(), seed=4).close()
    assert running.path is not None
    assert view_workshop(tmp_path, running.path)[0] == running.session


def test_a_round_from_reading_to_the_next_scene(running: Workshop) -> None:
    _to(running, "next", "open")
    _hands(running, 12, 7)
    leader = running.session.options[0].id
    _to(running, "close", "discuss", "revote")
    _hands(running, 5, 14)
    other = running.session.options[1].id
    _to(running, "close")
    assert running.session.phase == Phase.SHIFT
    _to(running, "play")
    assert running.session.game.replies == (other,)
    assert running.session.team.rounds[0].by == "room"
    assert running.session.team.rounds[0].first is not None
    assert running.session.team.rounds[0].first.leaders == (leader,)
    _to(running, "next")
    assert running.session.phase == Phase.SCENE
    assert running.session.game.state.scene == "bestelling"


def test_the_letters_stay_where_they_are_between_the_votes(running: Workshop) -> None:
    _to(running, "next", "open", "close", "revote")
    now = running.session.round
    assert now is not None
    assert now.first is not None
    assert now.second is not None
    assert now.first.options == now.second.options


@pytest.mark.parametrize(
    ("rule", "reason"), [("facilitator", "workshop-tie-facilitator"), ("revote", "workshop-tie-revote")]
)
def test_a_tie_is_settled_as_was_agreed(tmp_path: Path, rule: str, reason: str) -> None:
    workshop = start_workshop(tmp_path, LEVEL, DATA, Rules(rule), seed=3)
    _to(workshop, "next", "open")
    _hands(workshop, 8, 8)
    _to(workshop, "close")
    with pytest.raises(NotNowError, match=reason):
        workshop.do({"act": "play"})
    tied = workshop.session.tied
    assert len(tied) == 2
    workshop.do({"act": "choose", "reply": tied[1]})
    assert workshop.session.team.rounds[0].by == "tie"


def test_in_a_tie_both_can_be_played(tmp_path: Path) -> None:
    workshop = start_workshop(tmp_path, LEVEL, DATA, Rules("both"), seed=3)
    _to(workshop, "next", "open")
    _hands(workshop, 8, 8)
    first, second = (reply.id for reply in workshop.session.options[:2])
    _to(workshop, "close", "play")
    assert workshop.session.game.replies == (first,)
    _to(workshop, "next")
    assert workshop.session.phase == Phase.OTHER
    other = workshop.session.followed(0)
    assert other is not None
    assert other.replies == (second,)
    _to(workshop, "next")
    assert workshop.session.game.replies == (first,)
    assert workshop.session.phase == Phase.SCENE


def test_in_a_tie_of_three_all_are_played(tmp_path: Path) -> None:
    workshop = start_workshop(tmp_path, LEVEL, DATA, Rules("both"), seed=3)
    _to(workshop, "next", "open")
    _hands(workshop, 5, 5, 5)
    tied = tuple(reply.id for reply in workshop.session.options[:3])
    _to(workshop, "close", "play")
    seen, places = [], set()
    while workshop.session.phase != Phase.SCENE:
        game = workshop.session.followed(0)
        assert game is not None
        seen += game.replies
        places.add(workshop.session.place)
        _to(workshop, "next")
    assert tuple(seen) == tied
    assert len(places) == 3  # a step each, so that what was asked of one is not done to the next
    assert workshop.session.game.replies == tied[:1]
    decided = account_of(workshop.session, workshop.acts).ways[0].decisions[0]
    assert tuple(turn.reply.id for turn in decided.other_turns) == tied[1:]


def test_a_second_vote_of_nobody_leaves_the_first(tmp_path: Path) -> None:
    workshop = start_workshop(tmp_path, LEVEL, DATA, Rules("revote"), seed=3)
    _to(workshop, "next", "open")
    _hands(workshop, 3, 9)
    _to(workshop, "close", "revote")
    assert workshop.session.ballot is not None
    assert not workshop.session.ballot.total  # while it is open it is empty
    _to(workshop, "close", "play")
    decided = workshop.session.team.rounds[0]
    assert (decided.chosen, decided.by) == (workshop.session.team.rounds[0].first.leaders[0], "room")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("before", "act", "told"),
    [
        ((), "open", "workshop-begin-first"),
        (("next",), "discuss", "workshop-vote-first"),
        (("next", "open"), "play", "workshop-close-first"),
        (("next", "open", "close"), "open", "workshop-nobody-voted"),
        (("next", "open", "hands", "close"), "open", "room-hint-settle"),
        (("next", "open", "hands", "close", "discuss"), "discuss", "room-hint-talked"),
        (("next", "open", "hands", "close", "play"), "revote", "workshop-read-first"),
    ],
)
def test_what_does_not_fit_says_what_does(
    running: Workshop, before: tuple[str, ...], act: str, told: str
) -> None:
    for name in before:
        if name == "hands":
            _hands(running, 3)
        else:
            _to(running, name)
    with pytest.raises(NotNowError) as refused:
        running.do({"act": act})
    assert refused.value.reason == told


def test_a_principle_that_was_voted_on_is_not_voted_on_anew_by_one_key(running: Workshop) -> None:
    running.do({"act": "next"})
    while running.session.phase != Phase.ENDING:
        running.do({"act": "choose", "reply": running.session.options[0].id})
        _to(running, "next")
    _to(running, "next")
    running.do({"act": "step", "to": "principle"})
    _to(running, "open")
    running.do({"act": "hands", "option": PRINCIPLES[0], "count": 4})
    _to(running, "close")
    with pytest.raises(NotNowError, match="workshop-principle-voted"):
        running.do({"act": "open"})
    _to(running, "undo")
    assert running.session.is_open
    assert running.session.principle is not None
    assert running.session.principle.total == 4
    _to(running, "close")
    while running.session.phase != Phase.DONE:
        _to(running, "next")
    running.do({"act": "step", "to": "divided"})  # back from the last screen
    assert running.session.phase == Phase.DEBRIEF


def test_an_override_is_written_down_as_one(running: Workshop) -> None:
    _to(running, "next", "open")
    _hands(running, 12, 1)
    _to(running, "close")
    running.do({"act": "choose", "reply": running.session.options[1].id})
    assert running.session.team.rounds[0].by == "facilitator"


def test_a_vote_after_closing_or_for_another_round_is_refused(running: Workshop) -> None:
    _to(running, "next", "open")
    option = running.session.options[0].id
    vote = {"act": "vote", "ballot": 1, "device": "x", "option": option}
    running.do(vote)
    with pytest.raises(NotNowError, match="other-round"):
        running.do({**vote, "ballot": 2})
    _to(running, "close")
    with pytest.raises(NotNowError, match="closed"):
        running.do(vote)
    assert running.session.ballot is not None
    assert running.session.ballot.total == 1


def test_two_teams_play_their_own_way_by_turns(tmp_path: Path) -> None:
    workshop = start_workshop(tmp_path, LEVEL, DATA, Rules(teams=2), seed=3)
    _to(workshop, "next")
    while workshop.session.phase != Phase.ENDING:
        number = 0 if workshop.session.active == 0 else -1
        workshop.do({"act": "choose", "reply": workshop.session.options[number].id})
        _to(workshop, "next")
    one, two = workshop.session.teams
    assert len(one.replies) == len(two.replies) == 5
    assert one.replies != two.replies


@pytest.fixture
def together(tmp_path: Path) -> Workshop:
    """Begin a session of three teams at the same time, with three phones each in the first two."""
    workshop = start_workshop(tmp_path, LEVEL, DATA, Rules("both", teams=3, together=True), seed=3)
    for device in "abcdef":
        workshop.do({"act": "join", "device": device, "team": "abcdef".index(device) // 3})
    _to(workshop, "next")
    return workshop


def _phones_vote(workshop: Workshop, votes: dict[str, int]) -> None:
    """Let phones vote, each for the option with a number in the vote of its own team."""
    for device, place in votes.items():
        ballot = workshop.session.ballot_of(workshop.session.team_of(device))
        assert ballot is not None
        vote = {"act": "vote", "ballot": ballot.number, "device": device, "option": ballot.options[place]}
        workshop.do(vote)


def test_teams_together_each_go_their_own_way(together: Workshop) -> None:
    assert together.session.is_overview
    assert together.session.is_common
    _to(together, "open")
    _phones_vote(together, dict(zip("abcdef", (0, 0, 1, 2, 2, 2), strict=True)))
    _to(together, "close", "play")
    one, two, three = together.session.teams
    options = [reply.id for reply in together.session.options_of(2)]
    assert (one.replies, two.replies, three.replies) == ((options[0],), (options[2],), ())
    _to(together, "next")
    assert together.session.deciding == (0, 1, 2)  # who did not vote is still where it was
    assert not together.session.is_common


def test_a_team_without_anybody_holds_nobody_up(together: Workshop) -> None:
    for _ in range(40):
        if together.session.phase == Phase.ENDING:
            break
        _to(together, "open")
        for device in "ad":
            team = together.session.team_of(device)
            if team in together.session.deciding:
                _phones_vote(together, {device: 0})
        _to(together, "close", "play", "next")
        if together.session.phase == Phase.OTHER:
            _to(together, "next")
    assert together.session.phase == Phase.ENDING
    assert [bool(together.session.game_of(team).ending) for team in range(3)] == [True, True, False]


def test_a_phone_that_changes_teams_is_counted_once(together: Workshop) -> None:
    _to(together, "open")
    _phones_vote(together, dict.fromkeys("abcd", 0))
    _to(together, "close", "play")
    most = account_of(together.session, together.acts).most_voters
    assert most == 4
    for device, team in zip("abcd", (1, 0, 1, 0), strict=True):
        together.do({"act": "join", "device": device, "team": team})
    while together.session.phase != Phase.SCENE:
        _to(together, "next")
    _to(together, "open")
    _phones_vote(together, dict.fromkeys("abcd", 0))
    _to(together, "close")
    assert account_of(together.session, together.acts).most_voters == 4


def test_a_second_vote_of_nobody_holds_no_team_up(together: Workshop) -> None:
    _to(together, "open")
    _phones_vote(together, dict.fromkeys("abcdef", 1))
    _to(together, "close", "revote")
    _phones_vote(together, dict.fromkeys("abc", 2))  # the other team talks on
    _to(together, "close")
    (table,) = overview(together.session, "nl")
    rows = [line.plain for line in table.draw(60, "")]
    assert any("B 3→0" in row and "C 0→3" in row for row in rows)
    assert any("Niemand stemde opnieuw" in row for row in rows)
    assert not any("3→3" in row for row in rows)
    _to(together, "play")
    one, two, _ = together.session.teams
    assert (len(one.replies), len(two.replies)) == (1, 1)
    assert one.replies != two.replies


def test_looking_at_a_team_goes_on_reading_what_all_read(together: Workshop) -> None:
    assert together.session.is_common
    together.do({"act": "reveal", "to": 2})
    together.do({"act": "look", "team": 1})
    assert together.session.revealed == 2


def test_a_phone_votes_in_its_own_team_alone(together: Workshop) -> None:
    _to(together, "open")
    other = together.session.ballot_of(1)
    assert other is not None
    with pytest.raises(NotNowError, match="other-round"):
        together.do({"act": "vote", "ballot": other.number, "device": "a", "option": other.options[0]})
    with pytest.raises(NotNowError, match="no-team"):
        together.do({"act": "vote", "ballot": 1, "device": "z", "option": other.options[0]})
    with pytest.raises(NotNowError, match="close-first"):
        together.do({"act": "join", "device": "a", "team": 1})
    together.do({"act": "join", "device": "z", "team": 2})  # who comes late joins at once
    _phones_vote(together, {"z": 1})
    _to(together, "close")
    together.do({"act": "join", "device": "a", "team": 1})
    assert together.session.members_of(1) == 4


def test_hands_and_a_choice_say_which_team_they_are_of(together: Workshop) -> None:
    _to(together, "open")
    option, other = (reply.id for reply in together.session.options_of(2)[:2])
    with pytest.raises(NotNowError, match="which-team"):
        together.do({"act": "hands", "option": option, "count": 4})
    together.do({"act": "look", "team": 2})
    together.do({"act": "hands", "option": option, "count": 4, "team": 2})
    _phones_vote(together, {"a": 0, "b": 1})
    _to(together, "close")
    assert together.session.is_overview
    assert together.session.tied_of(0)
    together.do({"act": "choose", "reply": other, "team": 2})
    assert together.session.phase == Phase.SPLIT
    _to(together, "play")
    one, two, three = together.session.teams
    assert (len(one.replies), two.replies, three.replies) == (1, (), (other,))
    assert (one.rounds[0].by, three.rounds[0].by) == ("both", "facilitator")
    _to(together, "next")
    assert together.session.phase == Phase.OTHER


@pytest.mark.parametrize("rule", ["facilitator", "revote"])
def test_a_tie_of_one_team_waits_for_what_was_agreed(tmp_path: Path, rule: str) -> None:
    workshop = start_workshop(tmp_path, LEVEL, DATA, Rules(rule, teams=2, together=True), seed=3)
    for device, team in zip("abcd", (0, 0, 1, 1), strict=True):
        workshop.do({"act": "join", "device": device, "team": team})
    _to(workshop, "next", "open")
    _phones_vote(workshop, {"a": 0, "b": 1, "c": 0, "d": 0})
    _to(workshop, "close")
    with pytest.raises(NotNowError, match="workshop-tie-teams"):
        workshop.do({"act": "play"})
    if rule == "revote":
        _to(workshop, "revote")
        _phones_vote(workshop, {"a": 0, "b": 0, "c": 1})
        _to(workshop, "close")
    else:
        workshop.do({"act": "choose", "reply": workshop.session.tied_of(0)[0], "team": 0})
    _to(workshop, "play")
    assert [len(team.replies) for team in workshop.session.teams] == [1, 1]


def test_undo_of_teams_together_keeps_what_phones_did(together: Workshop) -> None:
    _to(together, "open")
    _phones_vote(together, {"a": 0, "d": 1})
    before = together.session
    _to(together, "close")
    together.do({"act": "look", "team": 1})
    together.do({"act": "join", "device": "z", "team": 2})
    _to(together, "undo")
    assert together.session == replace(before, members={**before.members, "z": 2})


def test_the_debrief_goes_through_its_steps_and_asks_the_principle(running: Workshop) -> None:
    _to(running, "next")
    while running.session.phase != Phase.ENDING:
        _to(running, "open")
        _hands(running, 9, 8)
        _to(running, "close", "play", "next")
    _to(running, "next")
    seen = [running.session.step]
    while running.session.phase == Phase.DEBRIEF:
        if running.session.step == Step.DIVIDED:
            place = most_divided(running.session)
            assert place is not None
            options = play(LEVEL, running.session.team.replies[:place]).available
            running.do({"act": "show-other", "reply": options[0].id})
            assert running.session.shown_other == options[0].id
        if running.session.step == Step.PRINCIPLE:
            _to(running, "open")
            running.do({"act": "hands", "option": PRINCIPLES[0], "count": 11})
            for away in ({"act": "next"}, {"act": "step", "to": "divided"}):
                with pytest.raises(NotNowError, match="close-first"):
                    running.do(away)
            _to(running, "close")
        _to(running, "next")
        seen.append(running.session.step)
    assert tuple(dict.fromkeys(seen)) == STEPS
    assert running.session.phase == Phase.DONE


def test_logs_are_found_the_newest_first(tmp_path: Path, running: Workshop) -> None:
    running.do({"act": "next"})
    running.close()
    assert running.path in logs(tmp_path)


def test_what_cannot_be_written_is_kept_and_tried_again(
    running: Workshop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("os.write", lambda file, data: (_ for _ in ()).throw(OSError(28, "vol")))
        running.do({"act": "next"})
        assert running.trouble == "vol"
    running.do({"act": "open"})
    assert running.trouble == ""
    assert running.path is not None
    assert view_workshop(tmp_path, running.path)[0] == running.session


def test_the_same_reply_can_be_given_twice_in_a_scene_that_leads_to_itself() -> None:
    first = LEVEL.scenes[LEVEL.start]
    reply = next(iter(first.replies.values()))
    looped = replace(first, replies=MappingProxyType({reply.id: replace(reply, goto=first.id)}))
    level = replace(LEVEL, scenes=MappingProxyType({**LEVEL.scenes, first.id: looped}))
    session = after(begin(level, 3, Rules()), {"act": "next"})
    for times in (1, 2, 3):
        session = after(session, {"act": "choose", "reply": reply.id})
        assert session.team.replies == (reply.id,) * times
        session = after(session, {"act": "next"})
