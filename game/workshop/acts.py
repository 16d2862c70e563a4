"""What happens in a session: `after` leads from one to the next, or says why that cannot be now.

`session_of` folds a whole list of acts, `undo` included. Pure: the log writes them down, screens only ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from game.story.playthrough import play
from game.workshop.ballot import Ballot
from game.workshop.session import (
    DIRECTIONS,
    SETTLING,
    SHOWING,
    STEPS,
    Phase,
    Round,
    Session,
    Step,
    Team,
    most_divided,
    most_divided_team,
)

Act = Mapping[str, object]
"""One thing that happened: `act` names it, the other entries are its values."""

PASSING = ("vote", "reveal")
"""Acts that are not undone: a vote is its voter's, and what was revealed has its own way back."""


class NotNowError(ValueError):
    """The act does not fit where the session stands; `reason` is a key of the catalogue of words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def standing(acts: Iterable[Act]) -> list[Act]:
    """Return *acts* without those that were undone. `undo` takes the last one back that is not `PASSING`.

    With it go the reveals that came after it, but no vote.
    """
    kept: list[Act] = []
    for act in acts:
        if act.get("act") == "undo":
            last = next((n for n in range(len(kept) - 1, -1, -1) if kept[n].get("act") not in PASSING), None)
            if last is not None:
                kept[last:] = [each for each in kept[last + 1 :] if each.get("act") == "vote"]
        else:
            kept.append(act)
    return kept


def can_undo(acts: Iterable[Act]) -> bool:
    """Tell whether there is anything among *acts* that `undo` can take back."""
    return any(act.get("act") not in PASSING for act in standing(acts))


def session_of(first: Session, acts: Iterable[Act]) -> Session:
    """Return *first* after *acts*, those that were undone left out.

    What does not fit (any more) is passed over: a vote for a round that was undone.
    """
    session = first
    for act in standing(acts):
        try:
            session = after(session, act)
        except NotNowError:
            continue
    return session


def after(session: Session, act: Act) -> Session:
    """Return *session* after *act*. Raises NotNowError when that cannot be now."""
    match act:
        case {"act": "next"}:
            return _next(session)
        case {"act": "reveal", "to": int(shown)}:
            return _in(session, *SHOWING, revealed=max(0, shown))
        case {"act": "open"}:
            return _open(session)
        case {"act": "hands", "option": str(option), "count": int(count)}:
            return _voted(session, lambda ballot: ballot.with_hands(option, count), option)
        case {"act": "vote", "ballot": int(number), "device": str(device), "option": str(option)}:
            if session.ballot is None or session.ballot.number != number:
                raise NotNowError("workshop-other-round")
            return _voted(session, lambda ballot: ballot.with_vote(device, option), option)
        case {"act": "close"}:
            return _close(session)
        case {"act": "discuss"}:
            return replace(_in(session, Phase.SPLIT), phase=Phase.DISCUSS)
        case {"act": "revote"}:
            return _revote(session)
        case {"act": "play"}:
            return _play(session)
        case {"act": "choose", "reply": str(reply)}:
            return _choose(session, reply)
        case {"act": "guess", "trust": str(trust), "sympathy": str(sympathy)}:
            return _guess(session, trust, sympathy)
        case {"act": "show-other", "reply": str(reply)}:
            return _show_other(session, reply)
        case {"act": "step", "to": str(step)} if step in STEPS:
            return _in(session, Phase.DEBRIEF, step=Step(step), shown_other=None, revealed=0)
    raise NotNowError("workshop-not-now")


def _in(session: Session, *phases: Phase, **changes: Any) -> Session:
    """Return *session* with *changes*; only in one of *phases*."""
    if session.phase not in phases:
        raise NotNowError("workshop-not-now")
    return replace(session, **changes)


def _next(session: Session) -> Session:
    match session.phase:
        case Phase.PREBRIEF:
            return _scene(session)
        case Phase.CONSEQUENCE if session.round and session.round.other:
            return replace(session, phase=Phase.OTHER, revealed=0)
        case Phase.CONSEQUENCE | Phase.OTHER:
            return _after_turn(session)
        case Phase.ENDING:
            return replace(session, phase=Phase.DEBRIEF, step=Step.FEELING, revealed=0)
        case Phase.DEBRIEF:
            return _next_step(session)
    raise NotNowError("workshop-not-now")


def _scene(session: Session) -> Session:
    """Let the team whose turn it is begin a round; the others have none."""
    scene = session.game.state.scene
    teams = tuple(
        replace(team, now=Round(scene or "") if number == session.active else None)
        for number, team in enumerate(session.teams)
    )
    return replace(session, phase=Phase.SCENE, revealed=0, teams=teams, shown_other=None)


def _with_round(session: Session, now: Round) -> Session:
    """Return *session* with *now* as the round of the team whose turn it is."""
    teams = tuple(
        replace(team, now=now) if number == session.active else team
        for number, team in enumerate(session.teams)
    )
    return replace(session, teams=teams)


def _after_turn(session: Session) -> Session:
    """Go to the next team that still plays, or to the ending."""
    count = len(session.teams)
    for further in range(1, count + 1):
        team = (session.active + further) % count
        if session.game_of(team).ending is None:
            return _scene(replace(session, active=team))
    divided = most_divided_team(session)  # its road not taken is the one to show
    teams = tuple(replace(team, now=None) for team in session.teams)
    return replace(session, phase=Phase.ENDING, teams=teams, active=divided, revealed=0)


def _next_step(session: Session) -> Session:
    if session.step == Step.PRINCIPLE and session.is_open:
        raise NotNowError("workshop-close-first")
    place = STEPS.index(session.step) + 1
    if place == len(STEPS):
        return replace(session, phase=Phase.DONE)
    return replace(session, step=STEPS[place], shown_other=None, revealed=0)


def _open(session: Session) -> Session:
    number = session.ballots + 1
    if session.phase == Phase.SCENE and session.round:
        ballot = Ballot(number, tuple(reply.id for reply in session.options))
        opened = _with_round(session, replace(session.round, first=ballot))
        return replace(opened, phase=Phase.VOTE, ballots=number)
    if session.phase == Phase.DEBRIEF and session.step == Step.PRINCIPLE and session.principles:
        return replace(session, principle=Ballot(number, session.principles), ballots=number)
    raise NotNowError("workshop-not-now")


def _revote(session: Session) -> Session:
    if session.phase not in SETTLING or not session.round:
        raise NotNowError("workshop-not-now")
    number = session.ballots + 1
    ballot = Ballot(number, tuple(reply.id for reply in session.options))
    again = _with_round(session, replace(session.round, second=ballot))
    return replace(again, phase=Phase.REVOTE, ballots=number)


def _voted(session: Session, change: Callable[[Ballot], Ballot], option: str) -> Session:
    ballot = session.ballot
    if ballot is None or not ballot.is_open:
        raise NotNowError("workshop-closed")
    if option not in ballot.options:
        raise NotNowError("workshop-no-option")
    return _with_ballot(session, change(ballot))


def _with_ballot(session: Session, ballot: Ballot) -> Session:
    if session.phase == Phase.DEBRIEF:
        return replace(session, principle=ballot)
    if session.round is None:
        raise NotNowError("workshop-not-now")
    now = session.round
    is_second = session.phase == Phase.REVOTE
    return _with_round(session, replace(now, second=ballot) if is_second else replace(now, first=ballot))


def _close(session: Session) -> Session:
    ballot = session.ballot
    if ballot is None or not ballot.is_open:
        raise NotNowError("workshop-closed")
    closed = _with_ballot(session, ballot.closed())
    if session.phase == Phase.DEBRIEF:
        return closed
    return replace(closed, phase=Phase.SHIFT if session.phase == Phase.REVOTE else Phase.SPLIT)


def _play(session: Session) -> Session:
    """Play the room's reply; in a tie as the rule says."""
    if session.phase not in SETTLING or not session.ballot:
        raise NotNowError("workshop-not-now")
    leaders = session.ballot.leaders
    if not leaders:
        raise NotNowError("workshop-nobody-voted")
    if len(leaders) == 1:
        return _decided(session, leaders[0], "room")
    if session.rules.tie == "both":
        return _decided(session, leaders[0], "both", other=leaders[1])
    if session.rules.tie == "revote" and session.round and session.round.second is None:
        raise NotNowError("workshop-tie-revote")
    raise NotNowError("workshop-tie-facilitator")


def _choose(session: Session, reply: str) -> Session:
    """Play what the facilitator chose: to break a tie, or over the room's head."""
    if session.phase not in (*SETTLING, Phase.SCENE):
        raise NotNowError("workshop-not-now")
    if reply not in {each.id for each in session.options}:
        raise NotNowError("workshop-no-option")
    return _decided(session, reply, "tie" if reply in session.tied else "facilitator")


def _decided(session: Session, reply: str, by: str, other: str | None = None) -> Session:
    assert session.round is not None
    session = _with_round(session, replace(session.round, chosen=reply, by=by, other=other))
    if session.rules.guess:
        return replace(session, phase=Phase.GUESS)
    return _played(session)


def _guess(session: Session, trust: str, sympathy: str) -> Session:
    if session.phase != Phase.GUESS or session.round is None:
        raise NotNowError("workshop-not-now")
    if trust not in DIRECTIONS or sympathy not in DIRECTIONS:
        raise NotNowError("workshop-no-option")
    return _played(_with_round(session, replace(session.round, guess=(trust, sympathy))))


def _played(session: Session) -> Session:
    """Give the reply that was decided on."""
    decided = session.round
    assert decided is not None
    assert decided.chosen is not None
    team = session.team
    played = Team((*team.replies, decided.chosen), (*team.rounds, decided), decided)
    teams = tuple(played if number == session.active else each for number, each in enumerate(session.teams))
    return replace(session, teams=teams, phase=Phase.CONSEQUENCE, revealed=0)


def _show_other(session: Session, reply: str) -> Session:
    """Show, in the debrief, what another reply would have done where the room was most divided."""
    place = most_divided(session)
    if session.phase != Phase.DEBRIEF or session.step != Step.DIVIDED or place is None:
        raise NotNowError("workshop-not-now")
    game = play(session.level, session.team.replies[:place])
    if reply not in {each.id for each in game.available}:
        raise NotNowError("workshop-no-option")
    return replace(session, shown_other=reply, revealed=0)
