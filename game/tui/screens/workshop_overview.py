"""All teams in view, where they play together: a row for each, with what the room may see of it now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from textual.content import Content

from game.transcript import reply_words
from game.tui.screens.workshop_bars import change
from game.tui.screens.workshop_beats import Beat, told
from game.tui.text import EMPTY, Piece, cells, shown
from game.words import say
from game.workshop.ballot import Ballot
from game.workshop.prompts import first_words, opening_words
from game.workshop.session import Phase, Round, Session

INSET = 9
"""Cells before what is said of a team: its name stands there."""

MOVED = 8
"""Cells for how far a meter moved, so that those of all teams stand below each other."""

HEADINGS = {
    Phase.SCENE: "room-teams-scene",
    Phase.VOTE: "room-vote",
    Phase.SPLIT: "room-teams-split",
    Phase.DISCUSS: "room-discuss",
    Phase.REVOTE: "room-revote",
    Phase.SHIFT: "room-teams-shift",
    Phase.CONSEQUENCE: "room-teams-consequence",
    Phase.OTHER: "room-teams-other",
}


@dataclass(frozen=True, slots=True)
class TeamRow:
    """What there is to see of a team, in one line or two."""

    team: int
    first: tuple[Piece, ...]
    second: tuple[Piece, ...] = ()


def shows_overview(session: Session) -> bool:
    """Tell whether the teams are in view, and not one scene that all of them are in."""
    is_one_scene = session.phase in (Phase.SCENE, Phase.VOTE, Phase.REVOTE) and session.is_common
    return session.is_overview and bool(session.deciding) and not is_one_scene


def overview_heading(session: Session, language: str) -> str:
    """Return the heading over the rows."""
    return say(language, HEADINGS[session.phase])


def overview(session: Session, language: str) -> tuple[Beat, ...]:
    """Return the rows of all teams, and in a talk what to talk about."""
    writer = _Rows(session, language)
    rows = [writer.row(team) for team in range(len(session.teams))]

    def draw(width: int, _: str, *, is_dense: bool = False) -> list[Content]:
        return _drawn(rows, width, language, is_dense=is_dense)

    table = Beat(draw, stays=True, dense=partial(draw, is_dense=True))
    if session.phase == Phase.DISCUSS:
        return (told(say(language, "room-teams-talk"), "bold"), table)
    return (table,)


def _drawn(rows: Sequence[TeamRow], width: int, language: str, *, is_dense: bool) -> list[Content]:
    """Set the rows, with a line between them where there is room."""
    lines: list[Content] = []
    for row in rows:
        name = (say(language, "room-team", team=row.team + 1).ljust(INSET), "bold $voice")
        lines += [EMPTY] if lines and not is_dense else []
        lines.append(shown(name, *row.first))
        if row.second:
            lines.append(shown(" " * INSET, *row.second))
    return [line.truncate(width, ellipsis=True) for line in lines]


class _Rows:
    def __init__(self, session: Session, language: str) -> None:
        self.session = session
        self.language = language

    def say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def row(self, team: int) -> TeamRow:
        """Return what there is to see of *team* (from 0)."""
        session, now = self.session, self.session.teams[team].now
        if now is None:
            return TeamRow(team, (self._over(team),))
        match session.phase:
            case Phase.SCENE:
                return TeamRow(team, (self._first_line(team),))
            case Phase.VOTE | Phase.REVOTE:
                return TeamRow(team, (self._voted(team, now),))
            case Phase.SPLIT | Phase.DISCUSS | Phase.SHIFT:
                return self._split(team, now)
        return self._consequence(team)

    def _over(self, team: int) -> str:
        ending = self.session.game_of(team).ending
        if ending is None:
            return self.say("room-team-absent")
        return self.say("room-team-over", title=ending.title.in_language(self.language))

    def _first_line(self, team: int) -> str:
        """Return the first words of what a team reads now, by which it knows its scene."""
        lines = self.session.game_of(team).lines
        words = lines[0].text.in_language(self.language) if lines else ""
        return f"“{opening_words(words)}”" if words else ""

    def _voted(self, team: int, now: Round) -> str:
        """Say how many phones have voted; a mark tells that hands were counted, not how many."""
        ballot = now.ballot
        voted, members = len(ballot.phones) if ballot else 0, self.session.members_of(team)
        if not voted and not members:  # a team by hands alone
            return self.say("room-hands-in" if ballot and ballot.hands else "room-no-hands")
        told = self.say("room-voted-of", voted=voted, all=max(voted, members))
        return f"{told}  ✓" if ballot and ballot.hands else told

    def _split(self, team: int, now: Round) -> TeamRow:
        ballot = now.ballot
        if ballot is None or not (ballot.total or now.chosen):
            return TeamRow(team, (self.say("room-team-nobody"),))
        pieces: list[Piece] = []
        is_again = self.session.phase == Phase.SHIFT
        first = now.first if is_again and now.repeated else None
        for option, votes in ballot.tally.items():
            if first and not votes and not first.tally.get(option):
                continue
            before = f"{first.tally.get(option, 0)}→" if first else ""
            style = "bold" if option in ballot.leaders else ""
            pieces.append((f"{ballot.letter(option)} {before}{votes}   ", style))
        tied = self.session.tied_of(team)
        if now.chosen:
            letter = ballot.letter(now.chosen)
            pieces.append((self.say("room-team-picked", letter=letter), "bold $voice"))
        elif tied:
            pieces.append((self.say("room-team-tied"), "bold $fall"))
        if self.session.phase == Phase.DISCUSS:  # so that what to talk about fits above eight teams
            return TeamRow(team, tuple(pieces))
        is_alone = is_again and not now.repeated
        leading = self.say("shift-nobody-again") if is_alone else self._leading(ballot, now)
        return TeamRow(team, tuple(pieces), ((leading, "$quiet"),) if leading else ())

    def _leading(self, ballot: Ballot, now: Round) -> str:
        """Return the first words of what a team is about to say; nothing in a tie: one line is too short."""
        ids = (now.chosen,) if now.chosen else ballot.leaders
        if len(ids) > 1:
            return ""
        return first_words(reply_words(self.session.level.scenes[now.scene].replies[ids[0]], self.language))

    def _consequence(self, team: int) -> TeamRow:
        game = self.session.followed(team)
        if game is None:
            return TeamRow(team, (self.say("room-team-waits"),))
        turn = game.turns[-1]
        pieces: list[Piece] = []
        for meter in ("trust", "sympathy"):
            value, was = getattr(turn.answered, meter), getattr(turn.before, meter)
            moved = change(value - was) or ["  ="]
            gap = " " * (MOVED - sum(cells(each if isinstance(each, str) else each[0]) for each in moved))
            pieces += [f"{self.say(meter)} ", (f"{value:>3}", "bold"), *moved, gap]
        said = first_words(reply_words(turn.reply, self.language))
        return TeamRow(team, (said,), tuple(pieces))
