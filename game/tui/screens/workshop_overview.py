"""All teams in view, where they play together: a row for each, with what the room may see of it now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from textual.content import Content

from game.story.playthrough import Playthrough
from game.transcript import reply_words
from game.tui.screens.workshop_bars import change
from game.tui.screens.workshop_beats import Beat, told
from game.tui.text import EMPTY, Piece, hanging, shown
from game.words import say
from game.workshop.account import scene_words
from game.workshop.ballot import Ballot
from game.workshop.prompts import first_words
from game.workshop.session import Phase, Round, Session

INSET = 9
"""Cells before what is said of a team: its name stands there."""


@dataclass(frozen=True, slots=True)
class TeamRow:
    """What there is to see of a team: `pieces` on a line of their own, `words` below them."""

    team: int
    pieces: tuple[Piece, ...]
    words: str = ""


def shows_overview(session: Session) -> bool:
    """Tell whether the teams are in view, and not one scene that all of them are in."""
    is_one_scene = session.phase in (Phase.SCENE, Phase.VOTE) and session.is_common
    return session.is_overview and bool(session.deciding) and not is_one_scene


def overview_heading(session: Session, language: str) -> str:
    """Return the heading over the rows."""
    match session.phase:
        case Phase.SCENE:
            return say(language, "room-teams-scene")
        case Phase.VOTE:
            return say(language, "room-teams-vote")
        case Phase.REVOTE:
            return say(language, "room-revote")
        case Phase.SPLIT:
            return say(language, "room-teams-split")
        case Phase.DISCUSS:
            return say(language, "room-discuss")
        case Phase.SHIFT:
            return say(language, "room-teams-shift")
        case Phase.OTHER:
            return say(language, "room-teams-other")
    return say(language, "room-teams-consequence")


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
    """Set the rows; in a dense table each is one line."""
    lines: list[Content] = []
    for row in rows:
        name = (f"{say(language, 'room-team', team=row.team + 1)}".ljust(INSET), "bold $voice")
        if is_dense:
            apart = "  " if row.pieces and row.words else ""
            line = shown(name, *row.pieces, apart, (row.words, "$quiet"))
            lines.append(line.truncate(width, ellipsis=True))
            continue
        lines += [EMPTY] if lines else []
        if row.pieces:
            lines.append(shown(name, *row.pieces).truncate(width, ellipsis=True))
            lines += [shown(" " * INSET, (row.words, "$quiet")).truncate(width, ellipsis=True)] * bool(
                row.words
            )
        else:
            label, style = name
            lines += hanging(label.rstrip(), row.words, width, label_style=style, indent=INSET)
    return lines


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
            return TeamRow(team, (), self._over(team))
        match session.phase:
            case Phase.SCENE:
                return TeamRow(team, (), f"“{scene_words(session.level, now.scene, self.language)}”")
            case Phase.VOTE | Phase.REVOTE:
                return TeamRow(team, (self._voted(team, now),))
            case Phase.SPLIT | Phase.DISCUSS:
                return self._split(team, now)
            case Phase.SHIFT:
                return self._split(team, now, is_shift=True)
        return self._consequence(team, now)

    def _over(self, team: int) -> str:
        ending = self.session.game_of(team).ending
        if ending is None:
            return self.say("room-team-absent")
        return self.say("room-team-over", title=ending.title.in_language(self.language))

    def _voted(self, team: int, now: Round) -> str:
        """Say how many phones have voted; a mark tells that hands were counted, not how many."""
        ballot = now.ballot
        voted, members = len(ballot.phones) if ballot else 0, self.session.members_of(team)
        told = self.say("room-voted-of", voted=voted, all=max(voted, members))
        return f"{told}  ✓" if ballot and ballot.hands else told

    def _split(self, team: int, now: Round, *, is_shift: bool = False) -> TeamRow:
        ballot = now.ballot
        if ballot is None or not (ballot.total or now.chosen):
            return TeamRow(team, (self.say("room-team-nobody"),))
        pieces: list[Piece] = []
        first = now.first if is_shift else None
        for option, votes in ballot.tally.items():
            before = f"{first.tally.get(option, 0)}→" if first else ""
            style = "bold" if option in ballot.leaders else ""
            pieces.append((f"{ballot.letter(option)} {before}{votes}   ", style))
        tied = self.session.tied_of(team)
        if now.chosen:
            letter = ballot.letter(now.chosen)
            pieces.append((self.say("room-team-picked", letter=letter), "bold $voice"))
        elif tied:
            pieces.append((self.say("room-team-tied"), "bold $fall"))
        return TeamRow(team, tuple(pieces), self._leading(ballot, now))

    def _leading(self, ballot: Ballot, now: Round) -> str:
        """Return the first words of what a team is about to say; in a tie of both."""
        ids = (now.chosen,) if now.chosen else ballot.leaders
        replies = self.session.level.scenes[now.scene].replies
        return "  ".join(first_words(reply_words(replies[id], self.language)) for id in ids)

    def _consequence(self, team: int, now: Round) -> TeamRow:
        game: Playthrough | None = self.session.game_of(team)
        if self.session.phase == Phase.OTHER:
            game = self.session.other_game_of(team)
        if now.chosen is None:
            return TeamRow(team, (), self.say("room-team-waits"))
        if game is None:  # this team was not tied
            game = self.session.game_of(team)
        turn = game.turns[-1]
        pieces: list[Piece] = []
        for meter in ("trust", "sympathy"):
            value, was = getattr(turn.answered, meter), getattr(turn.before, meter)
            pieces += [f"{self.say(meter)} ", (str(value), "bold"), *(change(value - was) or ["  ="]), "   "]
        return TeamRow(team, tuple(pieces), first_words(reply_words(turn.reply, self.language)))
