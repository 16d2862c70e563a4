"""Control from a phone: which buttons there are, and the act behind each. Only where it was asked for."""

from __future__ import annotations

import re

from game.story.text import clean
from game.transcript import reply_words
from game.words import say
from game.workshop.acts import PASSING, Act
from game.workshop.ballot import LETTERS
from game.workshop.log import Workshop
from game.workshop.phones.pages import Button
from game.workshop.session import DIRECTIONS, Phase, Session
from game.workshop.views import acts_possible, next_act, steps_of

_TEAM = re.compile(r"[0-7]")
LOCK, UNLOCK = "lock", "unlock"
_ORDER = ("reveal", "open", "close", "discuss", "revote", "play", "next")


def where(workshop: Workshop) -> str:
    """Name where a session stands, so that a second tap on an old page does nothing."""
    session = workshop.session
    led = sum(act.get("act") not in (*PASSING, "hands") for act in workshop.acts)
    return f"{session.place}.{session.revealed}.{led}"


def told(session: Session, language: str, *, present: int) -> str:
    """Say where *session* stands, how many phones there are and how many votes."""
    voted = sum(ballot.total for ballot in session.votes)
    step = say(language, f"notes-step-{session.step}")
    where = say(language, f"notes-phase-{session.phase}", step=step)
    if session.views and not session.is_overview:
        where = f"{say(language, 'phone-team', team=session.active + 1)}: {where}"
    return f"{where}\n{say(language, 'remote-phones', present=present, voted=voted)}"


def buttons(workshop: Workshop, language: str, *, locked: bool) -> list[Button]:
    """Return the buttons for now; what leads on from here comes first."""
    session = workshop.session
    can = acts_possible(session, workshop)
    first = (next_act(session, steps_of(session, workshop)) or {}).get("act")
    names = sorted((name for name in _ORDER if name in can), key=lambda name: name != first)
    if first != "reveal" and "reveal" in names:
        names.remove("reveal")  # everything is shown
    made = [(name, _words(name, language)) for name in names]
    if "undo" in can:
        made.append(("undo", say(language, "remote-undo")))
    made.append((UNLOCK, say(language, "remote-unlock")) if locked else (LOCK, say(language, "remote-lock")))
    return made


def choices(workshop: Workshop, language: str) -> list[Button]:
    """Return the buttons with which a facilitator decides: a reply, or what the room guessed."""
    session = workshop.session
    can = acts_possible(session, workshop)
    if "guess" in can:
        return [
            (f"guess:{trust}:{sympathy}", _guess(trust, sympathy, language))
            for trust in DIRECTIONS
            for sympathy in DIRECTIONS
        ]
    made = []
    for team in session.views:
        if team is None:
            made.append(("look:", say(language, "remote-look-all")))
        else:
            made.append((f"look:{team}", say(language, "remote-look", team=team + 1)))
    if "choose" in can:
        about = f":{session.active}" if session.rules.together else ""
        made += [
            (f"choose:{reply.id}{about}", f"{LETTERS[place]}  {clean(reply_words(reply, language))}")
            for place, reply in enumerate(session.options)
        ]
    return made


def act_for(told: str, session: Session) -> Act | None:
    """Return the act that a button asks for; None for what no button sends."""
    match told.split(":"):
        case ["reveal"]:
            return {"act": "reveal", "to": session.revealed + 1}
        case [("open" | "close" | "discuss" | "revote" | "play" | "next" | "undo") as name]:
            return {"act": name}
        case ["choose", reply] if session.phase != Phase.DEBRIEF:
            return {"act": "choose", "reply": reply}
        case ["choose", reply, team] if _TEAM.fullmatch(team):
            return {"act": "choose", "reply": reply, "team": int(team)}
        case ["look", ""]:
            return {"act": "look", "team": None}
        case ["look", team] if _TEAM.fullmatch(team):
            return {"act": "look", "team": int(team)}
        case ["guess", trust, sympathy]:
            return {"act": "guess", "trust": trust, "sympathy": sympathy}
    return None


def _words(name: str, language: str) -> str:
    words = {
        "reveal": say(language, "remote-reveal"),
        "open": say(language, "remote-open"),
        "close": say(language, "remote-close"),
        "discuss": say(language, "remote-discuss"),
        "revote": say(language, "remote-revote"),
        "play": say(language, "remote-play"),
        "next": say(language, "remote-next"),
    }
    return words[name]


def _guess(trust: str, sympathy: str, language: str) -> str:
    words = {
        "up": say(language, "remote-up"),
        "same": say(language, "remote-same"),
        "down": say(language, "remote-down"),
    }
    return say(language, "remote-guess", trust=words[trust], sympathy=words[sympathy])
