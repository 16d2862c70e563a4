"""What a facilitator is told when something cannot be now: what can be done instead, as keys of words."""

from __future__ import annotations

from game.workshop.session import SETTLING, Phase, Session, Step

_INSTEAD = {
    Phase.PREBRIEF: "workshop-begin-first",
    Phase.SCENE: "workshop-vote-first",
    Phase.SPLIT: "room-hint-settle",
    Phase.DISCUSS: "room-hint-talked",
    Phase.SHIFT: "room-hint-talked",
    Phase.GUESS: "room-hint-guess",
    Phase.CONSEQUENCE: "workshop-read-first",
    Phase.OTHER: "workshop-read-first",
    Phase.ENDING: "workshop-is-over",
    Phase.DEBRIEF: "workshop-is-over",
    Phase.DONE: "workshop-the-end",
}


def instead(session: Session) -> str:
    """Return what can be done where an act does not fit."""
    if session.is_open:
        return "workshop-close-first"
    if session.phase == Phase.DEBRIEF and session.step == Step.PRINCIPLE and session.principle:
        return "workshop-principle-voted"
    if session.phase in SETTLING and not session.has_votes and not session.is_picked:
        return "workshop-nobody-voted"
    return _INSTEAD[session.phase]


def no_pick(session: Session) -> str:
    """Return what can be done where the facilitator cannot pick a reply."""
    return "workshop-which-team" if session.is_overview and session.phase in SETTLING else instead(session)
