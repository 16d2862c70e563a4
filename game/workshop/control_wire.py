"""What travels between a session and its notes: a line of JSON each way, and the acts that may be asked for.

Acts have known names and values of the right kind; nothing else comes through.
"""

from __future__ import annotations

import json
from typing import Any

from game.workshop.acts import Act
from game.workshop.ballot import MOST_HANDS
from game.workshop.session import DIRECTIONS, MOST_TEAMS, STEPS
from game.workshop.views import SIMPLE

HOST = "127.0.0.1"
VERSION = 3
LONGEST_LINE = 4096
"""Bytes in a line from the notes. A line from the session holds a whole scene and may be longer."""

BEAT = 2.0
"""Seconds between the session's signs of life."""

LONGEST_NAME = 64
MOST_PARAGRAPHS = 999

Data = dict[str, Any]


def line_of(data: Data) -> bytes:
    """Return *data* as a line."""
    return json.dumps(data, separators=(",", ":")).encode() + b"\n"


def data_of(line: bytes) -> Data:
    """Return what *line* says. Raises ValueError when it is no object of JSON."""
    try:
        told = json.loads(line)
    except RecursionError:
        raise ValueError("too deep") from None
    if not isinstance(told, dict):
        raise ValueError("no object")
    return told


def act_of(told: object) -> Act | None:
    """Return the act that *told*, which came over a connection, asks for; None when it is none.

    Votes are none of them: those come from phones. What is not asked for is left out.
    """
    match told:
        case {"act": str(name)} if name in (*SIMPLE, "undo"):
            return {"act": name}
        case {"act": "reveal", "to": int(shown)} if _is_count(shown, MOST_PARAGRAPHS):
            return {"act": "reveal", "to": shown}
        case {"act": "look", "team": team} if team is None or _is_team(team):
            return {"act": "look", "team": team}
        case {"act": "hands", "option": str(option), "count": int(count)} if _is_count(count, MOST_HANDS):
            return {"act": "hands", "option": option[:LONGEST_NAME], "count": count, **_about(told)}
        case {"act": "choose", "reply": str(reply)}:
            return {"act": "choose", "reply": reply[:LONGEST_NAME], **_about(told)}
        case {"act": "show-other", "reply": str(reply)}:
            return {"act": "show-other", "reply": reply[:LONGEST_NAME]}
        case {"act": "guess", "trust": str(trust), "sympathy": str(sympathy)}:
            is_known = trust in DIRECTIONS and sympathy in DIRECTIONS
            return {"act": "guess", "trust": trust, "sympathy": sympathy} if is_known else None
        case {"act": "step", "to": str(step)} if step in STEPS:
            return {"act": "step", "to": step}
    return None


def _about(told: object) -> dict[str, object]:
    """Return the team that an act is about, where it says so."""
    match told:
        case {"team": team} if _is_team(team):
            return {"team": team}
    return {}


def _is_team(told: object) -> bool:
    return isinstance(told, int) and _is_count(told, MOST_TEAMS - 1)


def _is_count(number: int, most: int) -> bool:
    return not isinstance(number, bool) and 0 <= number <= most
