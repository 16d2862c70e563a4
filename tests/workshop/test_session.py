"""A session is its list of acts: any list leads to a sound session, and a log leads to the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.library import Library
from game.story.playthrough import play
from game.workshop.acts import NotNowError, after, session_of
from game.workshop.log import Workshop, logs, resume_workshop, start_workshop, view_workshop
from game.workshop.session import STEPS, Phase, Rules, Session, Step, begin, most_divided
from tests.conftest import ROOT

LIBRARY = Library(ROOT / "levels")
LEVEL, DATA = LIBRARY.level_and_bytes("pine-nut-sandwich")
REPLIES = sorted({reply for scene in LEVEL.scenes.values() for reply in scene.replies})
PRINCIPLES = ("let-them-keep-face", "keep-your-word", "ask-for-help")

_REPLY = st.sampled_from(REPLIES)
_ACTS = st.one_of(
    st.sampled_from(
        [{"act": name} for name in ("next", "next", "open", "close", "discuss", "revote", "play", "undo")]
    ),
    st.builds(lambda to: {"act": "reveal", "to": to}, st.integers(0, 9)),
    st.builds(lambda option, n: {"act": "hands", "option": option, "count": n}, _REPLY, st.integers(0, 30)),
    st.builds(
        lambda n, device, option: {"act": "vote", "ballot": n, "device": device, "option": option},
        st.integers(1, 6),
        st.sampled_from("xyz"),
        _REPLY,
    ),
    st.builds(lambda reply: {"act": "choose", "reply": reply}, _REPLY),
    st.builds(
        lambda one, two: {"act": "guess", "trust": one, "sympathy": two},
        *[st.sampled_from(["up", "same", "down"])] * 2,
    ),
    st.builds(lambda step: {"act": "step", "to": step}, st.sampled_from([*STEPS, "nowhere"])),
    st.builds(lambda reply: {"act": "show-other", "reply": reply}, _REPLY),
)
_RULES = st.builds(
    Rules, st.sampled_from(["facilitator", "revote", "both"]), st.booleans(), st.integers(1, 3)
)


def _sound(session: Session) -> None:
    """See that what a session says of itself holds."""
    for team in session.teams:
        assert play(LEVEL, team.replies).replies == team.replies
        assert tuple(each.chosen for each in team.rounds) == team.replies
        assert all(each.ballot is None or not each.ballot.is_open for each in team.rounds)
    if session.phase in (Phase.VOTE, Phase.REVOTE):
        assert session.is_open
        assert session.ballot is not None
        assert set(session.ballot.options) == {reply.id for reply in session.options}
    if session.phase in (Phase.SPLIT, Phase.DISCUSS, Phase.SHIFT):
        assert not session.is_open
    if session.phase in (Phase.ENDING, Phase.DEBRIEF, Phase.DONE):
        assert all(session.game_of(team).ending for team in range(len(session.teams)))


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
    plain = [act for act in acts if act["act"] not in ("undo", "vote", "reveal")]
    if last["act"] in ("undo", "vote", "reveal"):
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
    other = workshop.session.other_game()
    assert other is not None
    assert other.replies == (second,)
    _to(workshop, "next")
    assert workshop.session.game.replies == (first,)
    assert workshop.session.phase == Phase.SCENE


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
            with pytest.raises(NotNowError):
                running.do({"act": "next"})
            _to(running, "close")
        _to(running, "next")
        seen.append(running.session.step)
    assert tuple(dict.fromkeys(seen)) == STEPS
    assert running.session.phase == Phase.DONE


def test_logs_are_found_the_newest_first(tmp_path: Path, running: Workshop) -> None:
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
