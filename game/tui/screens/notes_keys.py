"""The keys of the facilitator's notes: which act each is, and what the help says of it."""

from __future__ import annotations

KEYS = {
    "open": "o",
    "close": "s",
    "discuss": "p",
    "revote": "r",
    "play": "w",
    "next": "n",
    "reveal": "a",
    "choose": "k",
    "show-other": "k",
    "hands": "h",
    "guess": "g",
    "step": "m",
    "undo": "u",
    "look": "tab",
}
"""The key of each act; the same as at the projector where that has one."""

NAMES = {"tab": "Tab"}
"""How the key bar names keys that are no letters."""

FIRST_KEYS = ("look", "hands", "choose", "show-other", "guess", "revote", "discuss", "undo", "step", "play")
"""What the key bar names after the way on, as far as it can be done."""

FORWARD = ("reveal", "next", "open")
"""What the space bar does, as at the projector: it never closes a vote, nor plays what was chosen."""

LETTERS = "abcdefgh"

GUESS_OF = {"up": "plus", "same": "equals_sign", "down": "minus"}
"""The keys of a guess, as at the projector."""

ACTIONS = {
    "choose": "pick",
    "show-other": "pick",
    "hands": "letter('h')",
    "guess": "guess",
    "step": "step",
    "look": "look",
}
"""Acts that ask something first."""

HELP_KEYS = (
    ("␣", "notes-help-space"),
    ("⏎", "notes-help-enter"),
    ("←", "notes-help-left"),
    ("n", "notes-help-n"),
    ("a", "notes-help-a"),
    ("o", "notes-help-o"),
    ("h", "notes-help-h"),
    ("s", "notes-help-s"),
    ("p", "notes-help-p"),
    ("r", "notes-help-r"),
    ("w", "notes-help-w"),
    ("k", "notes-help-k"),
    ("g", "notes-help-g"),
    ("m", "notes-help-m"),
    ("u", "notes-help-u"),
    ("Tab", "notes-help-tab"),
    ("1-4", "notes-help-sections"),
    ("PgUp PgDn", "help-scroll"),
    ("t", "help-t"),
    ("v", "help-v"),
    ("q", "notes-help-close"),
)
