"""The facilitator's keys: which act each is, when it makes sense, and what usually comes next."""

from __future__ import annotations

from dataclasses import dataclass

from game.workshop.session import Phase, Session

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
    pick = PICK if session.can_pick else ""
    match session.phase:
        case Phase.SCENE:
            return OPEN + pick
        case Phase.SPLIT | Phase.DISCUSS if session.is_picked:
            return HAPPENS + AGAIN + pick
        case Phase.SPLIT | Phase.DISCUSS | Phase.SHIFT if not session.has_votes and not session.is_picked:
            return AGAIN + pick
        case Phase.SPLIT:
            return TALK + AGAIN + HAPPENS + pick
        case Phase.DISCUSS:
            return AGAIN + HAPPENS + pick
        case Phase.SHIFT:
            return HAPPENS + AGAIN + pick
        case Phase.DEBRIEF if session.asks_principle:
            return OPEN
    return ""


def usual(session: Session) -> str:
    """Return the key of what usually follows when all was read; '' where that is the next page."""
    keys = useful(session)
    return keys[0] if keys else ""
