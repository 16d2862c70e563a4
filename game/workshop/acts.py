"""What happens in a session: `after` leads from one to the next, or says why that cannot be now.

`session_of` folds a whole list of acts, `undo` included. Pure: the log writes them down, screens only ask.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from game.story.playthrough import play
from game.workshop.ballot import Ballot
from game.workshop.refusals import instead
from game.workshop.session import (
    DIRECTIONS,
    OVER,
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

BY_PHONE = ("vote", "join")
"""Acts of phones: each belongs to who did it."""

PASSING = (*BY_PHONE, "reveal", "look")
"""Acts that are not undone: they are not the facilitator's, or have their own way back."""


class NotNowError(ValueError):
    """The act does not fit where the session stands; `reason` is a key of the catalogue of words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def standing(acts: Iterable[Act]) -> list[Act]:
    """Return *acts* without those that were undone. `undo` takes the last one back that is not `PASSING`.

    With it goes what was shown after it, but nothing that phones did.
    """
    kept: list[Act] = []
    for act in acts:
        if act.get("act") == "undo":
            last = next((n for n in range(len(kept) - 1, -1, -1) if kept[n].get("act") not in PASSING), None)
            if last is not None:
                kept[last:] = [each for each in kept[last + 1 :] if each.get("act") in BY_PHONE]
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
    """Return *session* after *act*. Raises NotNowError when that cannot be now.

    `hands` and `choose` are about `team` (from 0); where teams decide by turns it can be left out.
    """
    try:
        return _after(session, act)
    except NotNowError as error:
        if error.reason != "workshop-not-now" or act.get("act") in PASSING:
            raise
        raise NotNowError(instead(session)) from None


def _after(session: Session, act: Act) -> Session:
    match act:
        case {"act": "next"}:
            return _next(session)
        case {"act": "reveal", "to": int(shown)}:
            return _in(session, *SHOWING, revealed=max(0, shown))
        case {"act": "look"}:
            return _look(session, act.get("team"))
        case {"act": "join", "device": str(device), "team": int() | None as joined}:
            return _join(session, device, joined)
        case {"act": "open"}:
            return _open(session)
        case {"act": "hands", "option": str(option), "count": int(count)}:
            team = None if session.phase == Phase.DEBRIEF else _team_of(session, act)
            return _voted(session, team, lambda ballot: ballot.with_hands(option, count), option)
        case {"act": "vote", "ballot": int(number), "device": str(device), "option": str(option)}:
            return _vote(session, number, device, option)
        case {"act": "close"}:
            return _close(session)
        case {"act": "discuss"}:
            return _to(_in(session, Phase.SPLIT), Phase.DISCUSS)
        case {"act": "revote"}:
            return _ballots(_in(session, *SETTLING), Phase.REVOTE)
        case {"act": "play"}:
            return _play(session)
        case {"act": "choose", "reply": str(reply)}:
            return _choose(session, _team_of(session, act), reply)
        case {"act": "guess", "trust": str(trust), "sympathy": str(sympathy)}:
            return _guess(session, trust, sympathy)
        case {"act": "show-other", "reply": str(reply)}:
            return _show_other(session, reply)
        case {"act": "step", "to": str(step)} if step in STEPS:
            return _to_step(session, Step(step))
    raise NotNowError("workshop-not-now")


def _in(session: Session, *phases: Phase, **changes: Any) -> Session:
    """Return *session* with *changes*; only in one of *phases*."""
    if session.phase not in phases:
        raise NotNowError("workshop-not-now")
    return replace(session, **changes)


def _to(session: Session, phase: Phase, **changes: Any) -> Session:
    """Return *session* in *phase*, at its first paragraph; teams that play together all in view."""
    is_overview = session.rules.together and phase not in OVER
    changes = {"revealed": 0, "other": 0, **changes}
    return replace(session, phase=phase, is_overview=is_overview, **changes)


def _with_rounds(session: Session, rounds: Mapping[int, Round]) -> Session:
    """Return *session* with new *rounds* of some of its teams."""
    teams = tuple(
        replace(team, now=rounds[number]) if number in rounds else team
        for number, team in enumerate(session.teams)
    )
    return replace(session, teams=teams)


def _team_of(session: Session, act: Act) -> int:
    """Return the team (from 0) that *act* is about: one that decides now."""
    team = act.get("team")
    if team is None and session.rules.together:
        raise NotNowError("workshop-which-team")
    team = session.active if team is None else team
    if not isinstance(team, int) or team not in session.deciding:
        raise NotNowError("workshop-not-now")
    return team


# from scene to scene


def _next(session: Session) -> Session:
    match session.phase:
        case Phase.PREBRIEF:
            return _scenes(session, range(len(session.teams)) if session.rules.together else [0])
        case Phase.CONSEQUENCE | Phase.OTHER if session.has_more_others:
            shown = session.other + 1 if session.phase == Phase.OTHER else 0
            return _to(session, Phase.OTHER, other=shown)
        case Phase.CONSEQUENCE | Phase.OTHER:
            return _onwards(session)
        case Phase.ENDING:
            return _to(session, Phase.DEBRIEF, step=Step.FEELING)
        case Phase.DEBRIEF:
            return _next_step(session)
    raise NotNowError("workshop-not-now")


def _scenes(session: Session, goers: Collection[int]) -> Session:
    """Let *goers* begin a round, each in the scene where it is; the others have none."""
    teams = tuple(
        replace(team, now=Round(session.game_of(number).state.scene or "") if number in goers else None)
        for number, team in enumerate(session.teams)
    )
    active = session.active if session.active in goers else min(goers)
    return _to(session, Phase.SCENE, teams=teams, active=active, shown_other=None)


def _onwards(session: Session) -> Session:
    """Go to whoever decides next; to the ending where nobody does.

    A team that plays along but never gave a reply, because nobody is in it, holds nobody up.
    """
    playing = [number for number in range(len(session.teams)) if session.game_of(number).ending is None]
    if session.rules.together and any(session.teams[number].replies for number in playing):
        return _scenes(session, playing)
    if playing and not session.rules.together:
        return _scenes(session, [next((number for number in playing if number > session.active), playing[0])])
    teams = tuple(replace(team, now=None) for team in session.teams)
    divided = most_divided_team(session)  # its road not taken is the one to show
    return _to(session, Phase.ENDING, teams=teams, active=divided)


def _next_step(session: Session) -> Session:
    place = STEPS.index(session.step) + 1
    if place == len(STEPS):
        return replace(session, phase=Phase.DONE, is_finished=True)
    return _to_step(session, STEPS[place])


def _to_step(session: Session, step: Step) -> Session:
    """Go to a step of the debrief; not away from a vote on the principle that is open."""
    session = _in(session, Phase.DEBRIEF, Phase.DONE, phase=Phase.DEBRIEF, shown_other=None, revealed=0)
    if session.is_open:
        raise NotNowError("workshop-close-first")
    return replace(session, step=step)


def _look(session: Session, team: object) -> Session:
    """Have one of the teams that play together in view, or all of them."""
    if team not in session.views:
        raise NotNowError("workshop-not-now")
    active = team if isinstance(team, int) else session.active
    is_same_text = session.phase == Phase.SCENE and session.is_common
    revealed = session.revealed if is_same_text else 0
    return replace(session, is_overview=team is None, active=active, revealed=revealed)


# votes


def _join(session: Session, device: str, team: int | None) -> Session:
    """Put the phone *device* in *team*, or for None in no team.

    While a vote is open only who has no team yet can join one.
    """
    if len(session.teams) == 1 or (team is not None and not 0 <= team < len(session.teams)):
        raise NotNowError("workshop-not-now")
    if session.is_open and session.phase != Phase.DEBRIEF and device in session.members:
        raise NotNowError("workshop-close-first")
    members = {each: of for each, of in session.members.items() if each != device}
    return replace(session, members=members if team is None else {**members, device: team})


def _open(session: Session) -> Session:
    if session.phase == Phase.SCENE:
        return _ballots(session, Phase.VOTE)
    if session.phase == Phase.DEBRIEF and session.step == Step.PRINCIPLE and session.principles:
        if session.principle and session.principle.total and not session.principle.is_open:
            raise NotNowError("workshop-principle-voted")
        number = session.ballots + 1
        return replace(session, principle=Ballot(number, session.principles), ballots=number)
    raise NotNowError("workshop-not-now")


def _ballots(session: Session, phase: Phase) -> Session:
    """Open a vote for every team that decides now."""
    rounds = {}
    for number, team in enumerate(session.deciding, session.ballots + 1):
        now = session.teams[team].now
        assert now is not None
        ballot = Ballot(number, tuple(reply.id for reply in session.options_of(team)))
        if phase == Phase.VOTE:
            rounds[team] = replace(now, first=ballot)
        else:
            rounds[team] = replace(now, second=ballot, chosen=None, by="")
    return _to(_with_rounds(session, rounds), phase, ballots=session.ballots + len(rounds))


def _vote(session: Session, number: int, device: str, option: str) -> Session:
    """Count the vote of a phone, in the vote of its own team."""
    team = None if session.phase == Phase.DEBRIEF else session.team_of(device)
    if team is None and session.phase != Phase.DEBRIEF:
        raise NotNowError("workshop-no-team")
    ballot = session.vote_of(device)
    if ballot is None or ballot.number != number:
        raise NotNowError("workshop-other-round")
    return _voted(session, team, lambda ballot: ballot.with_vote(device, option), option)


def _voted(session: Session, team: int | None, change: Callable[[Ballot], Ballot], option: str) -> Session:
    ballot = session.ballot_of(team)
    if ballot is None or not ballot.is_open:
        raise NotNowError("workshop-closed")
    if option not in ballot.options:
        raise NotNowError("workshop-no-option")
    return _with_ballot(session, team, change(ballot))


def _with_ballot(session: Session, team: int | None, ballot: Ballot) -> Session:
    """Return *session* with *ballot* as the vote of *team*, or of the whole room on the principle."""
    if team is None:
        return replace(session, principle=ballot)
    now = session.teams[team].now
    assert now is not None
    is_second = session.phase == Phase.REVOTE
    return _with_rounds(
        session, {team: replace(now, second=ballot) if is_second else replace(now, first=ballot)}
    )


def _close(session: Session) -> Session:
    if not session.is_open:
        raise NotNowError("workshop-closed")
    for team in (None,) if session.phase == Phase.DEBRIEF else session.deciding:
        ballot = session.ballot_of(team)
        assert ballot is not None
        session = _with_ballot(session, team, ballot.closed())
    if session.phase == Phase.DEBRIEF:
        return session
    return _to(session, Phase.SHIFT if session.phase == Phase.REVOTE else Phase.SPLIT)


# replies


def _play(session: Session) -> Session:
    """Play what was decided, of every team; in a tie as the rule says. Who did not vote stays where it is."""
    if session.phase not in SETTLING:
        raise NotNowError("workshop-not-now")
    found = {team: _settled(session, team) for team in session.deciding}
    decided = {team: each for team, each in found.items() if each}
    if not decided:
        raise NotNowError("workshop-nobody-voted")
    return _decided(session, decided)


def _settled(session: Session, team: int) -> Round | None:
    """Return the round of *team* with what its votes decide; None where nobody voted."""
    now = session.teams[team].now
    assert now is not None
    leaders = now.ballot.leaders if now.ballot else ()
    if now.chosen:
        return now
    if not leaders:
        return None
    if len(leaders) == 1:
        return replace(now, chosen=leaders[0], by="room")
    if session.rules.tie == "both":
        return replace(now, chosen=leaders[0], by="both", others=leaders[1:])
    if session.rules.tie == "revote" and now.second is None:
        raise NotNowError("workshop-tie-teams-revote" if session.rules.together else "workshop-tie-revote")
    is_in_view = not session.is_overview and team == session.active
    raise NotNowError("workshop-tie-facilitator" if is_in_view else "workshop-tie-teams")


def _choose(session: Session, team: int, reply: str) -> Session:
    """Decide for the room: to break a tie, or over its head.

    It is played at once; of a team that plays beside others it is kept until all are played.
    """
    together = session.rules.together
    if session.phase not in (SETTLING if together else (*SETTLING, Phase.SCENE)):
        raise NotNowError("workshop-not-now")
    if reply not in {each.id for each in session.options_of(team)}:
        raise NotNowError("workshop-no-option")
    now = session.teams[team].now
    assert now is not None
    is_tied = reply in session.tied_of(team)
    now = replace(now, chosen=reply, by="tie" if is_tied else "facilitator", others=())
    return _with_rounds(session, {team: now}) if together else _decided(session, {team: now})


def _decided(session: Session, rounds: Mapping[int, Round]) -> Session:
    session = _with_rounds(session, rounds)
    return _to(session, Phase.GUESS) if session.rules.guess else _played(session)


def _guess(session: Session, trust: str, sympathy: str) -> Session:
    if session.phase != Phase.GUESS:
        raise NotNowError("workshop-not-now")
    if trust not in DIRECTIONS or sympathy not in DIRECTIONS:
        raise NotNowError("workshop-no-option")
    rounds = {team: session.teams[team].now for team in session.deciding}
    guessed = {team: replace(now, guess=(trust, sympathy)) for team, now in rounds.items() if now}
    return _played(_with_rounds(session, guessed))


def _played(session: Session) -> Session:
    """Give the replies that were decided on."""
    teams = tuple(_with_reply(team) for team in session.teams)
    return _to(session, Phase.CONSEQUENCE, teams=teams)


def _with_reply(team: Team) -> Team:
    """Return *team* with the reply it decided on; as it is where it decided on none."""
    now = team.now
    if now is None or now.chosen is None:
        return team
    return Team((*team.replies, now.chosen), (*team.rounds, now), now)


def _show_other(session: Session, reply: str) -> Session:
    """Show, in the debrief, what another reply would have done where the room was most divided."""
    place = most_divided(session)
    if place is None or not session.can_show_other:
        raise NotNowError("workshop-not-now")
    game = play(session.level, session.team.replies[:place])
    if reply not in {each.id for each in game.available}:
        raise NotNowError("workshop-no-option")
    return replace(session, shown_other=reply, revealed=0)
