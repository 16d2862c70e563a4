"""A whole session in which everything happens once, for tests of what is told about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.library import Library
from game.story.level import Level
from game.workshop.acts import Act, after
from game.workshop.log import Workshop, start_workshop
from game.workshop.session import Phase, Rules, Session, Step, begin
from tests.conftest import ROOT

LIBRARY = Library(ROOT / "levels")
LEVEL, DATA = LIBRARY.level_and_bytes("pine-nut-sandwich")
AT = "2025-03-04T12:00:00.000Z"
COUNTS = ((9, 10, 3, 2), (14, 1), (8, 8), (4, 12, 5), (7, 0, 6))


@dataclass
class Acted:
    """A session with the acts that led to it."""

    session: Session
    acts: list[Act] = field(default_factory=list)

    def do(self, name: str, **values: object) -> None:
        act = {"act": name, **values}
        self.session = after(self.session, act)
        self.acts.append({"at": AT, **act})

    def hands(self, *counts: int) -> None:
        assert self.session.ballot is not None
        for option, count in zip(self.session.ballot.options, counts, strict=False):
            self.do("hands", option=option, count=count)

    def phones(self, votes: Mapping[str, int]) -> None:
        ballot = self.session.ballot
        assert ballot is not None
        for name, number in votes.items():
            option = ballot.options[min(number, len(ballot.options) - 1)]
            device = f"{name}-{self.session.active}" if len(self.session.teams) > 1 else name
            if self.session.team_of(device) is None:
                self.do("join", device=device, team=self.session.active)
            self.do("vote", ballot=ballot.number, device=device, option=option)

    def round(self, number: int) -> None:
        """Vote, talk and vote again in every other round, and decide in every way there is."""
        self.do("open")
        self.hands(*COUNTS[number % len(COUNTS)])
        self.phones({"phone-x": 0, "phone-y": 1})
        self.do("close")
        if number % 2 == 0 and not self.session.tied:
            self.do("discuss")
            self.do("revote")
            first, second, *more = COUNTS[number % len(COUNTS)]
            self.hands(first - 3, second + 3, *more)
            self.phones({"phone-x": 1, "phone-y": 1})
            self.do("close")
        if number == 3:
            self.do("choose", reply=self.session.options[-1].id)
        else:
            self.do("play")
        self.do("guess", trust="up", sympathy="down")
        while self.session.phase in (Phase.CONSEQUENCE, Phase.OTHER):
            self.do("next")


def acted(
    level: Level = LEVEL, *, teams: int = 1, principles: Sequence[str] | None = None, seed: int = 3
) -> Acted:
    """Return a session of *level* up to its ending."""
    chosen = level.principles if principles is None else principles
    done = Acted(begin(level, seed, Rules("both", True, teams), chosen))
    done.do("next")
    number = 0
    while done.session.phase == Phase.SCENE:
        done.round(number)
        number += 1
    return done


def debriefed(done: Acted) -> Acted:
    """Take *done* through the debrief to the very end."""
    done.do("next")
    while done.session.phase == Phase.DEBRIEF:
        if done.session.step == Step.PRINCIPLE and done.session.principles:
            done.do("open")
            done.hands(12, 5)
            done.phones({"phone-z": 0})
            done.do("close")
        done.do("next")
    return done


def beginning(done: Acted) -> Session:
    """Return the session as it was before its first act."""
    now = done.session
    return begin(now.level, now.seed, now.rules, now.principles)


def logged(home: Path, done: Acted) -> Workshop:
    """Do all of *done* anew, with a log in *home*."""
    session = done.session
    workshop = start_workshop(
        home, LEVEL, DATA, session.rules, seed=session.seed, principles=session.principles
    )
    workshop.do_all([{name: value for name, value in act.items() if name != "at"} for act in done.acts])
    workshop.close()
    assert workshop.session == session
    return workshop
