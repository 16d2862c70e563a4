"""A workshop session: derived from its acts, one after the other. Pure and frozen, like a game.

`after` gives the session after one more act, or says why that cannot be now; `session_of` folds a whole list,
`undo` included. Who shows it (projector, notes, phones, report) only reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from game.story.debrief import Debrief, debrief
from game.story.level import Level, Reply
from game.story.playthrough import Playthrough, choose, play, shuffled
from game.workshop.ballot import Ballot

Act = Mapping[str, object]
"""One thing that happened: `act` names it, the other entries are its values."""

TIE_RULES = ("facilitator", "revote", "both")
"""What happens when two replies have as many votes: the facilitator decides, vote again, or play both."""

DIRECTIONS = ("up", "same", "down")
MOST_TEAMS = 8


class Phase(StrEnum):
    """Where a session stands."""

    PREBRIEF = "prebrief"
    SCENE = "scene"
    VOTE = "vote"
    SPLIT = "split"
    DISCUSS = "discuss"
    REVOTE = "revote"
    SHIFT = "shift"
    GUESS = "guess"
    CONSEQUENCE = "consequence"
    OTHER = "other"
    ENDING = "ending"
    DEBRIEF = "debrief"
    DONE = "done"


class Step(StrEnum):
    """A step of the debrief of a room."""

    FEELING = "feeling"
    HAPPENED = "happened"
    DIVIDED = "divided"
    PRINCIPLE = "principle"
    QUOTE = "quote"
    OUTCOME = "outcome"
    QUESTIONS = "questions"
    TOMORROW = "tomorrow"


STEPS = tuple(Step)

SHOWING = (Phase.PREBRIEF, Phase.SCENE, Phase.CONSEQUENCE, Phase.OTHER, Phase.ENDING, Phase.DEBRIEF)
"""Where text comes paragraph by paragraph."""

PASSING = ("vote", "reveal")
"""Acts that are not undone: a vote is its voter's, and what was revealed has its own way back."""

SETTLING = (Phase.SPLIT, Phase.DISCUSS, Phase.SHIFT)
"""Where the room's reply can be played."""


class NotNowError(ValueError):
    """The act does not fit where the session stands; `reason` is a key of the catalogue of words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Rules:
    """What was agreed beforehand: the rule for ties, whether the room guesses first, how many teams."""

    tie: str = "facilitator"
    guess: bool = False
    teams: int = 1


@dataclass(frozen=True, slots=True)
class Round:
    """One decision of one team. `by` is `room`, `facilitator` (an override), `tie` or `both`.

    `other` is the second reply that is played in a tie; `guess` what the room thought both meters would do.
    """

    scene: str
    first: Ballot | None = None
    second: Ballot | None = None
    guess: tuple[str, str] | None = None
    chosen: str | None = None
    by: str = ""
    other: str | None = None

    @property
    def ballot(self) -> Ballot | None:
        """The vote that counts: the second, where there was one."""
        return self.second or self.first


@dataclass(frozen=True, slots=True)
class Team:
    """A team's way: the replies it gave and the rounds in which it decided on them."""

    replies: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """Where a session stands. `ballots` counts the votes so far.

    `revealed` counts the paragraphs on the screen after the first, which is always there.

    In the debrief `step` is where it is, `principle` the vote on the principle, and `shown_other` the reply
    whose consequence is shown in place of what happened.
    """

    level: Level
    seed: int
    rules: Rules
    phase: Phase = Phase.PREBRIEF
    revealed: int = 0
    teams: tuple[Team, ...] = (Team(),)
    active: int = 0
    round: Round | None = None
    ballots: int = 0
    step: Step = Step.FEELING
    principle: Ballot | None = None
    principles: tuple[str, ...] = ()
    shown_other: str | None = None

    @property
    def team(self) -> Team:
        """The team whose turn it is."""
        return self.teams[self.active]

    @property
    def game(self) -> Playthrough:
        """The game of the team whose turn it is."""
        return self.game_of(self.active)

    def game_of(self, team: int) -> Playthrough:
        """Return the game of a team (from 0)."""
        return play(self.level, self.teams[team].replies)

    @property
    def options(self) -> tuple[Reply, ...]:
        """The replies to vote on, in the order of their letters, which never changes."""
        game = self.game
        return shuffled(game.available, game.state.scene or "", self.seed)

    @property
    def ballot(self) -> Ballot | None:
        """The vote that is open, or the last one of this round or of the debrief."""
        if self.phase == Phase.DEBRIEF:
            return self.principle
        return self.round.ballot if self.round else None

    @property
    def is_open(self) -> bool:
        """Tell whether one can vote now."""
        return bool(self.ballot and self.ballot.is_open)

    @property
    def place(self) -> str:
        """A name for where the session stands. Acts that lead on change it; votes and reading do not."""
        given, is_open = len(self.team.replies), int(self.is_open)
        return f"{self.phase}.{self.active}.{given}.{self.ballots}.{is_open}.{self.step}"

    @property
    def tied(self) -> tuple[str, ...]:
        """The replies between which the room could not decide; none where it could."""
        ballot = self.ballot
        return ballot.leaders if ballot and not ballot.is_open and len(ballot.leaders) > 1 else ()

    def other_game(self) -> Playthrough | None:
        """Return the game in which the second reply of a tie was given, in place of the one that counts."""
        last = self.round
        if last is None or last.other is None:
            return None
        return choose(play(self.level, self.team.replies[:-1]), last.other)

    def told(self, team: int = 0) -> Debrief:
        """Return the debrief of a team's game. Raises ValueError when it is not over."""
        return debrief(self.game_of(team))


def begin(level: Level, seed: int, rules: Rules, principles: Iterable[str] = ()) -> Session:
    """Return a new session. *principles* are those a room can choose from in the debrief, in order."""
    return Session(level, seed, rules, teams=(Team(),) * rules.teams, principles=tuple(principles))


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
    scene = session.game.state.scene
    return replace(session, phase=Phase.SCENE, revealed=0, round=Round(scene or ""), shown_other=None)


def _after_turn(session: Session) -> Session:
    """Go to the next team that still plays, or to the ending."""
    count = len(session.teams)
    for further in range(1, count + 1):
        team = (session.active + further) % count
        if session.game_of(team).ending is None:
            return _scene(replace(session, active=team))
    divided = _most_divided_team(session)  # its road not taken is the one to show
    return replace(session, phase=Phase.ENDING, round=None, active=divided, revealed=0)


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
        opened = replace(session.round, first=ballot)
        return replace(session, phase=Phase.VOTE, round=opened, ballots=number)
    if session.phase == Phase.DEBRIEF and session.step == Step.PRINCIPLE and session.principles:
        return replace(session, principle=Ballot(number, session.principles), ballots=number)
    raise NotNowError("workshop-not-now")


def _revote(session: Session) -> Session:
    if session.phase not in SETTLING or not session.round:
        raise NotNowError("workshop-not-now")
    number = session.ballots + 1
    ballot = Ballot(number, tuple(reply.id for reply in session.options))
    again = replace(session.round, second=ballot)
    return replace(session, phase=Phase.REVOTE, round=again, ballots=number)


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
    if session.phase == Phase.REVOTE:
        return replace(session, round=replace(session.round, second=ballot))
    return replace(session, round=replace(session.round, first=ballot))


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
    decided = replace(session.round, chosen=reply, by=by, other=other)
    session = replace(session, round=decided)
    if session.rules.guess:
        return replace(session, phase=Phase.GUESS)
    return _played(session)


def _guess(session: Session, trust: str, sympathy: str) -> Session:
    if session.phase != Phase.GUESS or session.round is None:
        raise NotNowError("workshop-not-now")
    if trust not in DIRECTIONS or sympathy not in DIRECTIONS:
        raise NotNowError("workshop-no-option")
    return _played(replace(session, round=replace(session.round, guess=(trust, sympathy))))


def _played(session: Session) -> Session:
    """Give the reply that was decided on."""
    decided = session.round
    assert decided is not None
    assert decided.chosen is not None
    team = session.team
    played = Team((*team.replies, decided.chosen), (*team.rounds, decided))
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


def most_divided(session: Session) -> int | None:
    """Return the round (from 0) in which the team whose turn it is was most divided; None without votes.

    In the debrief that is the team of all that was most divided.
    """
    return divided_at(session.team)


def divided_at(team: Team) -> int | None:
    """Return the round (from 0) in which *team* was most divided; None without votes.

    That is where the largest share of votes for one reply was smallest, in the last vote of each round.
    """
    return min(_shares(team))[1] if _shares(team) else None


def _shares(team: Team) -> list[tuple[float, int]]:
    """Return, for each round with votes, the largest share of them that went to one reply."""
    return [
        (max(each.ballot.tally.values()) / each.ballot.total, number)
        for number, each in enumerate(team.rounds)
        if each.ballot and each.ballot.total
    ]


def _most_divided_team(session: Session) -> int:
    """Return the team (from 0) with the most divided round of all; the first where nobody voted."""
    shares = [(*min(_shares(team)), number) for number, team in enumerate(session.teams) if _shares(team)]
    return min(shares)[-1] if shares else 0
