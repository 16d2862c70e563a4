"""A session as its report tells it: every decision with its votes, every way with its meters. No names.

Report and sheet are both set from this, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from game.page import Point
from game.story.debrief import Debrief, debrief
from game.story.foresight import Foresight
from game.story.level import Level, Reply
from game.story.playthrough import Playthrough, Turn, play, shuffled
from game.workshop.acts import Act, NotNowError, after, standing
from game.workshop.ballot import LETTERS, Ballot, shift
from game.workshop.prompts import opening_words
from game.workshop.session import SETTLING, Phase, Round, Session, Team, begin, divided_at

PENDING = (Phase.VOTE, Phase.REVOTE, Phase.GUESS, *SETTLING)
"""Where there are votes, or a choice, that were not played."""

GUESSES = {"up": "report-guess-up", "same": "report-guess-same", "down": "report-guess-down"}
"""What a room can guess of a meter, with the keys of its words."""


@dataclass(frozen=True, slots=True)
class Count:
    """Votes for one option: hands that were counted, and phones."""

    hands: int
    phones: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.hands + self.phones


@dataclass(frozen=True, slots=True)
class Choice:
    """A reply that could be chosen, with its letter and its votes; None where there was no such vote."""

    letter: str
    reply: Reply
    first: Count | None
    second: Count | None


@dataclass(frozen=True, slots=True)
class Decision:
    """One round of one team. `turn` is what came of it; None where it was not played.

    `other_turns` are what came of the other replies of a tie that was played whole.
    """

    number: int
    round: Round
    choices: tuple[Choice, ...]
    turn: Turn | None
    other_turns: tuple[Turn, ...] = ()

    @property
    def is_voted_again(self) -> bool:
        """Tell whether there are two votes to compare: the second is closed."""
        second = self.round.repeated
        return self.round.first is not None and second is not None and not second.is_open

    @property
    def moved(self) -> int | None:
        """How many changed their choice, at the least; None without two votes to compare."""
        first, second = self.round.first, self.round.repeated
        return shift(first, second).moved if first and second and self.is_voted_again else None

    def change(self, choice: Choice) -> int | None:
        """Return the votes more or less for *choice* the second time; None without two votes to compare."""
        first, second = choice.first, choice.second
        return second.total - first.total if first and second and self.is_voted_again else None

    def letter(self, reply: str | None) -> str:
        """Return the letter of *reply*, '' where there is none."""
        return next((each.letter for each in self.choices if each.reply.id == reply), "")


@dataclass(frozen=True, slots=True)
class Way:
    """What one team (from 1) did. `told` is None while its conversation is not over.

    `divided` is the round (from 0) in which it was most divided; None where it always agreed.
    """

    team: int
    game: Playthrough
    decisions: tuple[Decision, ...]
    told: Debrief | None
    divided: int | None

    @property
    def points(self) -> tuple[Point, ...]:
        """Where the meters stood, first at the start, then after every reply."""
        game = self.game
        first = game.turns[0].before if game.turns else game.state
        return ((first.trust, first.sympathy), *((t.after.trust, t.after.sympathy) for t in game.turns))


@dataclass(frozen=True, slots=True)
class Account:
    """A whole session. `day` is when it began, `phones` counts the devices that voted, `undone` the undos.

    `most_voters` is how many voted at the same time, at most: teams that play together all do.
    """

    session: Session
    day: date | None
    phones: int
    most_voters: int
    undone: int
    ways: tuple[Way, ...]

    @property
    def most_votes(self) -> int:
        """The votes in the vote with the most of them."""
        principle = self.session.principle
        return max(principle.total if principle else 0, *(_most_votes(way) for way in self.ways))


def account_of(session: Session, acts: Sequence[Act]) -> Account:
    """Return the account of *session*, which *acts* led to."""
    foresight = Foresight(session.level)
    return Account(
        session,
        _day(acts),
        len({act.get("device") for act in acts if act.get("act") == "vote"}),
        _most_at_once(session, acts),
        sum(act.get("act") == "undo" for act in acts),
        tuple(_way(session, number, foresight) for number in range(len(session.teams))),
    )


def options_at(session: Session, team: int, place: int) -> tuple[Reply, ...]:
    """Return the replies of round *place* (from 0) of *team* (from 0), in the order of their letters."""
    game = play(session.level, session.teams[team].replies[:place])
    return shuffled(game.available, game.state.scene or "", session.seed)


def scene_words(level: Level, scene: str, language: str) -> str:
    """Return the first words of a scene, by which those who were there know it again."""
    words = level.scenes[scene].lines[0].text.in_language(language) if level.scenes[scene].lines else scene
    return opening_words(words)


def counts(ballot: Ballot | None, option: str) -> Count | None:
    """Return the votes for *option*; None without a vote."""
    return Count(ballot.hands.get(option, 0), ballot.by_phones(option)) if ballot else None


def _most_at_once(session: Session, acts: Sequence[Act]) -> int:
    """Return the most votes at one moment: phones that change teams are not counted in both."""
    now, most = begin(session.level, session.seed, session.rules, session.principles), 0
    for act in standing(acts):
        try:
            now = after(now, act)
        except NotNowError:
            continue
        most = max(most, sum(ballot.total for ballot in now.votes))
    return most


def _most_votes(way: Way) -> int:
    """Return the votes in the vote of one team with the most of them."""
    rounds = [decision.round for decision in way.decisions]
    ballots = [ballot for each in rounds for ballot in (each.first, each.second)]
    return max((each.total for each in ballots if each), default=0)


def _way(session: Session, team: int, foresight: Foresight) -> Way:
    game = session.game_of(team)
    rounds, pending = [*session.teams[team].rounds], session.teams[team].now
    if pending and session.phase in PENDING:
        rounds.append(pending)
    decisions = tuple(_decision(session, team, place, each, game) for place, each in enumerate(rounds))
    told = debrief(game, foresight) if game.ending else None
    return Way(team + 1, game, decisions, told, _divided(session.teams[team]))


def _divided(team: Team) -> int | None:
    place = divided_at(team)
    ballot = None if place is None else team.rounds[place].ballot
    return place if ballot and max(ballot.tally.values()) < ballot.total else None


def _decision(session: Session, team: int, place: int, decided: Round, game: Playthrough) -> Decision:
    choices = tuple(
        Choice(LETTERS[number], reply, counts(decided.first, reply.id), counts(decided.repeated, reply.id))
        for number, reply in enumerate(options_at(session, team, place))
    )
    turn = game.turns[place] if place < len(game.turns) else None
    before = game.replies[:place]
    played_too = decided.others if turn else ()
    others = tuple(play(session.level, (*before, other)).turns[-1] for other in played_too)
    return Decision(place + 1, decided, choices, turn, others)


def _day(acts: Sequence[Act]) -> date | None:
    """Return the day of the first act, where this machine is."""
    try:
        return datetime.fromisoformat(str(acts[0].get("at"))).astimezone().date()
    except (IndexError, ValueError, OverflowError):
        return None
