"""Whatever a room sees of our own levels fits the smallest window as a whole: a room cannot scroll."""

from __future__ import annotations

from random import Random

import pytest

from game.commands.workshop import principles_for
from game.library import Library
from game.tui.screens.workshop_beats import fitted
from game.tui.screens.workshop_leaves import Leaf, leaf_of
from game.tui.screens.workshop_overview import shows_overview
from game.workshop.acts import Act, NotNowError, after
from game.workshop.session import Phase, Rules, Session, Step, begin, most_divided
from tests.conftest import ROOT

LIBRARY = Library(ROOT / "levels")
WIDTH, HEIGHT, BARS, STAGE = 56, 20, 3, 1


def _see_that_it_fits(session: Session, leaf: Leaf) -> None:
    room = HEIGHT - BARS - (STAGE if leaf.moods else 0)
    count = len(leaf.beats)
    for shown in [count] if leaf.is_whole else range(1, count + 1):
        lines = fitted(leaf.beats[:shown], WIDTH, room)
        assert len(lines) <= room, (session.phase, session.step, session.round, lines)
        assert all(line.cell_length <= WIDTH for line in lines)
    if session.phase in (Phase.SCENE, Phase.VOTE, Phase.DISCUSS) and not shows_overview(session):
        starts = {line.plain[:2] for line in lines}
        letters = {f"{letter} " for letter in "ABCDEFGH"[: len(session.options)]}
        assert letters <= starts, "every reply is in sight before and while one votes"


def _acts(session: Session, chance: Random) -> list[Act]:
    """Return some way on from where *session* stands."""
    if session.is_open and session.ballot:
        hands = [
            {"act": "hands", "option": option, "count": chance.randrange(40)}
            for option in session.ballot.options
        ]
        return [*hands, {"act": "close"}]
    match session.phase:
        case Phase.SCENE:
            return [{"act": "open"}]
        case Phase.SPLIT:
            return [{"act": "discuss"}]
        case Phase.DISCUSS:
            return [{"act": "revote"}]
        case Phase.SHIFT:
            return [{"act": "choose", "reply": chance.choice(session.options).id}]
        case Phase.GUESS:
            return [{"act": "guess", "trust": "up", "sympathy": "down"}]
        case Phase.DEBRIEF if session.step == Step.PRINCIPLE and session.principle is None:
            return [{"act": "open"}]
        case Phase.DEBRIEF if session.step == Step.DIVIDED and session.shown_other is None:
            place = most_divided(session)
            ballot = session.team.rounds[place].ballot if place is not None else None
            return [{"act": "show-other", "reply": chance.choice(ballot.options)}] if ballot else []
    return [{"act": "next"}]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("id", LIBRARY.ids)
def test_all_of_it_fits(id: str, language: str) -> None:
    level = LIBRARY.level(id)
    chance = Random(f"{id} {language}")
    rules = Rules("both", guess=True, teams=chance.choice((1, 2)))
    session = begin(level, chance.randrange(99), rules, principles_for(level, LIBRARY, 7))
    for _ in range(400):
        _see_that_it_fits(session, leaf_of(session, LIBRARY, language))
        if session.phase == Phase.DONE:
            return
        for act in _acts(session, chance):
            try:
                session = after(session, act)
            except NotNowError as error:
                raise AssertionError((session.phase, act, error.reason)) from error
    raise AssertionError(session.phase)


def _phones_vote(session: Session, chance: Random) -> Session:
    """Let the phones of all teams vote, each team as divided as chance will have it, and close."""
    for device, team in session.members.items():
        if team in session.deciding and chance.random() < 0.9:
            ballot = session.ballot_of(team)
            assert ballot is not None
            option = chance.choice(ballot.options[: chance.randint(1, len(ballot.options))])
            vote = {"act": "vote", "ballot": ballot.number, "device": device, "option": option}
            session = after(session, vote)
    return after(session, {"act": "close"})


def _looked_at(session: Session) -> list[Session]:
    """Return *session* with all teams in view, and then with each of them."""
    teams = session.deciding if session.rules.together else ()
    return [session, *(after(session, {"act": "look", "team": team}) for team in teams)]


@pytest.mark.parametrize("id", [id for id in LIBRARY.ids if not id.startswith("mini-")][::4])
def test_eight_teams_at_the_same_time_fit(id: str) -> None:
    level = LIBRARY.level(id)
    chance = Random(id)
    session = begin(level, 7, Rules("both", teams=8, together=True), principles_for(level, LIBRARY, 7))
    for device in range(40):
        session = after(session, {"act": "join", "device": f"d{device}", "team": device % 7})
    for _ in range(400):
        for seen in _looked_at(session):
            _see_that_it_fits(seen, leaf_of(seen, LIBRARY, "nl"))
        if session.phase == Phase.DONE:
            return
        if session.is_open and session.phase != Phase.DEBRIEF:
            session = _phones_vote(session, chance)
        elif session.phase == Phase.SHIFT:
            session = after(session, {"act": "play"})
        else:
            for act in _acts(session, chance):
                session = after(session, act)
    raise AssertionError(session.phase)
