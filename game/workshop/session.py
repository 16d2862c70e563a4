"""A workshop session: where it stands, and what can be told of that. Pure and frozen, like a game.

`game/workshop/acts.py` has what leads from one to the next. Who shows a session (projector, notes, phones,
report) only reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from game.story.debrief import Debrief, debrief
from game.story.level import Level, Reply
from game.story.playthrough import Playthrough, choose, play, shuffled
from game.workshop.ballot import Ballot

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

SETTLING = (Phase.SPLIT, Phase.DISCUSS, Phase.SHIFT)
"""Where the room's reply can be played."""

OVER = (Phase.ENDING, Phase.DEBRIEF, Phase.DONE)
"""Where the conversation is over, and teams are one room again."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What was agreed beforehand: the rule for ties, whether the room guesses first, how many teams.

    Teams take turns, or all decide at the same time: `together`. Then nobody guesses.
    """

    tie: str = "facilitator"
    guess: bool = False
    teams: int = 1
    together: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """One decision of one team. `by` is `room`, `facilitator` (an override), `tie` or `both`.

    `others` are the replies that are played in a tie as well; `guess` what the room thought both meters would
    do with the first.
    """

    scene: str
    first: Ballot | None = None
    second: Ballot | None = None
    guess: tuple[str, str] | None = None
    chosen: str | None = None
    by: str = ""
    others: tuple[str, ...] = ()

    @property
    def repeated(self) -> Ballot | None:
        """The second vote; None where there was none, or it closed without a vote."""
        is_one = self.second and (self.second.is_open or self.second.total)
        return self.second if is_one else None

    @property
    def ballot(self) -> Ballot | None:
        """The vote that counts."""
        return self.repeated or self.first


@dataclass(frozen=True, slots=True)
class Team:
    """A team's way: the replies it gave and the rounds in which it decided on them.

    `now` is the round it is in, or that it played last; None while others decide, and when it is over.
    """

    replies: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = ()
    now: Round | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """Where a session stands. `ballots` counts the votes so far, `members` tells the team (from 0) of phones.

    `active` is the team in view: the one whose turn it is, or, where all play together, the one looked at;
    with `is_overview` all of them are in view.

    `revealed` counts the paragraphs on the screen after the first, which is always there. In a tie that is
    played whole `other` tells which of the other replies is shown, from 0.

    `is_finished` once it came to its last screen, also when it goes back to a step after that.

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
    is_overview: bool = False
    members: Mapping[str, int] = field(default_factory=dict)
    ballots: int = 0
    other: int = 0
    step: Step = Step.FEELING
    is_finished: bool = False
    principle: Ballot | None = None
    principles: tuple[str, ...] = ()
    shown_other: str | None = None

    @property
    def team(self) -> Team:
        """The team in view."""
        return self.teams[self.active]

    @property
    def deciding(self) -> tuple[int, ...]:
        """The teams (from 0) that are in a round: one, or more where they play together."""
        return tuple(number for number, team in enumerate(self.teams) if team.now)

    @property
    def is_common(self) -> bool:
        """Tell whether all that decide now read the same lines and have the same replies."""
        games = [self.game_of(number) for number in self.deciding]
        return len({(each.state.scene, each.lines, each.available) for each in games}) == 1

    def team_of(self, device: str) -> int | None:
        """Return the team (from 0) of a phone; None where it has yet to choose one."""
        return 0 if len(self.teams) == 1 else self.members.get(device)

    def members_of(self, team: int) -> int:
        """Return how many phones are in a team (from 0)."""
        return sum(each == team for each in self.members.values())

    @property
    def round(self) -> Round | None:
        """The round of the team in view."""
        return self.team.now

    @property
    def game(self) -> Playthrough:
        """The game of the team in view."""
        return self.game_of(self.active)

    def game_of(self, team: int) -> Playthrough:
        """Return the game of a team (from 0)."""
        return play(self.level, self.teams[team].replies)

    @property
    def options(self) -> tuple[Reply, ...]:
        """The replies to vote on, in the order of their letters, which never changes."""
        return self.options_of(self.active)

    def options_of(self, team: int) -> tuple[Reply, ...]:
        """Return the replies that a team (from 0) can vote on."""
        game = self.game_of(team)
        return shuffled(game.available, game.state.scene or "", self.seed)

    @property
    def ballot(self) -> Ballot | None:
        """The vote that is open, or that counts in this round or in the debrief."""
        return self.ballot_of(None if self.phase == Phase.DEBRIEF else self.active)

    def ballot_of(self, team: int | None) -> Ballot | None:
        """Return the vote of a team (from 0) in its round; for None that of the room on the principle."""
        if team is None:
            return self.principle
        now = self.teams[team].now
        return now.ballot if now else None

    def vote_of(self, device: str) -> Ballot | None:
        """Return the vote a phone is in: its team's, or that of the room on the principle."""
        team = self.team_of(device)
        if self.phase == Phase.DEBRIEF:
            return self.principle
        return None if team is None else self.ballot_of(team)

    @property
    def votes(self) -> tuple[Ballot, ...]:
        """The votes of now: one of each team that decides, or that of the room on the principle."""
        teams = (None,) if self.phase == Phase.DEBRIEF else self.deciding
        return tuple(ballot for team in teams if (ballot := self.ballot_of(team)))

    @property
    def is_open(self) -> bool:
        """Tell whether one can vote now; of teams that play together all can, or none."""
        return any(ballot.is_open for ballot in self.votes)

    @property
    def has_votes(self) -> bool:
        """Tell whether anybody has voted."""
        return any(ballot.total for ballot in self.votes)

    @property
    def is_picked(self) -> bool:
        """Tell whether the facilitator picked a reply that waits to be played."""
        return self.phase in SETTLING and any(self._is_picked_of(team) for team in self.deciding)

    @property
    def can_pick(self) -> bool:
        """Tell whether the facilitator can pick a reply: of teams that play together for the one in view."""
        if self.rules.together:
            return self.phase in SETTLING and not self.is_overview
        return self.phase in (*SETTLING, Phase.SCENE)

    @property
    def asks_principle(self) -> bool:
        """Tell whether the room is asked which principle was at stake, and has not voted on it yet."""
        in_place = self.phase == Phase.DEBRIEF and self.step == Step.PRINCIPLE
        return in_place and bool(self.principles) and self.principle is None

    @property
    def can_show_other(self) -> bool:
        """Tell whether the debrief can show what another reply would have done."""
        in_place = self.phase == Phase.DEBRIEF and self.step == Step.DIVIDED
        return in_place and most_divided(self) is not None

    @property
    def views(self) -> tuple[int | None, ...]:
        """What can be in view where teams play together: all of them (None), then each that decides."""
        return (None, *self.deciding) if self.rules.together and self.deciding else ()

    @property
    def place(self) -> str:
        """A name for where the session stands. Acts that lead on change it; votes and reading do not."""
        given, is_open = sum(len(team.replies) for team in self.teams), int(self.is_open)
        turn = "" if self.rules.together else self.active
        return f"{self.phase}.{turn}.{given}.{self.ballots}.{is_open}.{self.other}.{self.step}"

    @property
    def tied(self) -> tuple[str, ...]:
        """The replies between which the team in view could not decide; none where it could."""
        return _tied(self.ballot)

    @property
    def undecided(self) -> tuple[int, ...]:
        """The teams (from 0) that are tied and wait for what was agreed: a pick, or another vote."""
        if self.rules.tie == "both":
            return ()
        return tuple(team for team in self.deciding if self.tied_of(team) and not self._is_picked_of(team))

    def _is_picked_of(self, team: int) -> bool:
        now = self.teams[team].now
        return bool(now and now.chosen)

    def tied_of(self, team: int) -> tuple[str, ...]:
        """Return the replies between which a team (from 0) could not decide; none where it could."""
        return _tied(self.ballot_of(team))

    def other_of(self, team: int) -> str | None:
        """Return the other reply of a tie that a team (from 0) sees now; None where it sees its own."""
        now = self.teams[team].now
        if now is None or self.phase != Phase.OTHER:
            return None
        return now.others[self.other] if self.other < len(now.others) else None

    @property
    def has_more_others(self) -> bool:
        """Tell whether a tie still has a reply to show, after what is shown now."""
        shown = self.other + 1 if self.phase == Phase.OTHER else 0
        return any(team.now and shown < len(team.now.others) for team in self.teams)

    def followed(self, team: int) -> Playthrough | None:
        """Return the game with the reply whose consequence a team (from 0) sees; None where it gave none."""
        now = self.teams[team].now
        if now is None or now.chosen is None:
            return None
        other = self.other_of(team)
        if other is None:
            return self.game_of(team)
        return choose(play(self.level, self.teams[team].replies[:-1]), other)

    def told(self, team: int = 0) -> Debrief:
        """Return the debrief of a team's game. Raises ValueError when it is not over."""
        return debrief(self.game_of(team))


def _tied(ballot: Ballot | None) -> tuple[str, ...]:
    return ballot.leaders if ballot and not ballot.is_open and len(ballot.leaders) > 1 else ()


def begin(level: Level, seed: int, rules: Rules, principles: Iterable[str] = ()) -> Session:
    """Return a new session. *principles* are those a room can choose from in the debrief, in order."""
    return Session(level, seed, rules, teams=(Team(),) * rules.teams, principles=tuple(principles))


def most_divided(session: Session) -> int | None:
    """Return the round (from 0) in which the team whose turn it is was most divided; None without votes.

    In the debrief that is the team of all that was most divided.
    """
    return divided_at(session.team)


def divided_at(team: Team) -> int | None:
    """Return the round (from 0) in which *team* was most divided; None without votes.

    That is where the largest share of votes for one reply was smallest, in the vote that counts.
    """
    return min(_shares(team))[1] if _shares(team) else None


def _shares(team: Team) -> list[tuple[float, int]]:
    """Return, for each round with votes, the largest share of them that went to one reply."""
    return [
        (max(each.ballot.tally.values()) / each.ballot.total, number)
        for number, each in enumerate(team.rounds)
        if each.ballot and each.ballot.total
    ]


def most_divided_team(session: Session) -> int:
    """Return the team (from 0) with the most divided round of all; the first where nobody voted."""
    shares = [(*min(_shares(team)), number) for number, team in enumerate(session.teams) if _shares(team)]
    return min(shares)[-1] if shares else 0
