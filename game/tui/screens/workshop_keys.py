"""The facilitator's keys: which act each is, when it makes sense, and what usually comes next."""

from __future__ import annotations

from dataclasses import dataclass

from game.workshop.session import SETTLING, Phase, Session, Step, most_divided

OPEN, SHUT, TALK, AGAIN, HAPPENS, PICK, UNDO = "osprwku"


@dataclass(frozen=True, slots=True)
class ActKey:
    """A key with its name in the bar, its action on the screen and what the help says of it."""

    key: str
    name: str
    action: str
    help: str


ACT_KEYS = (
    ActKey(OPEN, "key-open-vote", "act('open')", "help-open"),
    ActKey(SHUT, "key-shut", "shut", "help-shut"),
    ActKey(TALK, "key-talk", "act('discuss')", "help-talk"),
    ActKey(AGAIN, "key-again", "act('revote')", "help-again"),
    ActKey(HAPPENS, "key-happens", "act('play')", "help-happens"),
    ActKey(PICK, "key-pick", "pick", "help-pick"),
    ActKey(UNDO, "key-undo", "undo", "help-undo"),
    ActKey("i", "key-join", "join", "help-join"),
    ActKey("l", "key-lock", "lock", "help-lock"),
)
BY_KEY = {each.key: each for each in ACT_KEYS}


def useful(session: Session) -> str:
    """Return the keys that make sense where *session* stands, the usual one first."""
    if session.is_open:
        return SHUT
    pick = PICK if can_pick(session) else ""
    match session.phase:
        case Phase.SPLIT | Phase.DISCUSS if session.is_picked:
            return HAPPENS + AGAIN + pick
        case Phase.SCENE:
            return OPEN + pick
        case Phase.SPLIT:
            return TALK + AGAIN + HAPPENS + pick
        case Phase.DISCUSS:
            return AGAIN + HAPPENS + pick
        case Phase.SHIFT:
            return HAPPENS + AGAIN + pick
        case Phase.DEBRIEF if asks_principle(session):
            return OPEN
    return ""


def usual(session: Session) -> str:
    """Return the key of what usually follows when all was read; '' where that is the next page."""
    if (
        session.phase in SETTLING
        and not session.is_picked
        and not any(_has_votes(session, team) for team in session.deciding)
    ):
        return AGAIN
    keys = useful(session)
    return keys[0] if keys else ""


def asks_principle(session: Session) -> bool:
    """Tell whether the room is asked which principle was at stake, and has not voted on it yet."""
    in_place = session.phase == Phase.DEBRIEF and session.step == Step.PRINCIPLE
    return in_place and bool(session.principles) and session.principle is None


def _has_votes(session: Session, team: int) -> bool:
    ballot = session.ballot_of(team)
    return bool(ballot and ballot.total)


def can_pick(session: Session) -> bool:
    """Tell whether the facilitator can pick a reply: of teams that play together for the one in view."""
    if session.rules.together:
        return session.phase in SETTLING and not session.is_overview
    return session.phase in (*SETTLING, Phase.SCENE)


def can_look(session: Session) -> bool:
    """Tell whether there are teams to look at one by one."""
    return session.rules.together and bool(session.deciding)


def can_show_other(session: Session) -> bool:
    """Tell whether a letter shows what another reply would have done."""
    in_place = session.phase == Phase.DEBRIEF and session.step == Step.DIVIDED
    return in_place and most_divided(session) is not None
