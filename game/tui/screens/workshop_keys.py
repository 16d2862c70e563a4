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
    match session.phase:
        case Phase.SCENE:
            return OPEN + PICK
        case Phase.SPLIT:
            return TALK + AGAIN + HAPPENS + PICK
        case Phase.DISCUSS:
            return AGAIN + HAPPENS + PICK
        case Phase.SHIFT:
            return HAPPENS + AGAIN + PICK
        case Phase.DEBRIEF if session.step == Step.PRINCIPLE and session.principles:
            return OPEN
    return ""


def usual(session: Session) -> str:
    """Return the key of what usually follows when all was read; '' where that is the next page."""
    if session.phase in SETTLING and session.ballot and not session.ballot.total:
        return AGAIN
    if session.phase == Phase.DEBRIEF and session.step == Step.PRINCIPLE and session.principle:
        return SHUT if session.is_open else ""
    keys = useful(session)
    return keys[0] if keys else ""


def can_show_other(session: Session) -> bool:
    """Tell whether a letter shows what another reply would have done."""
    in_place = session.phase == Phase.DEBRIEF and session.step == Step.DIVIDED
    return in_place and most_divided(session) is not None
