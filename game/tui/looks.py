"""The looks: dark, light, high contrast, and one for a projector. One accent; the rest is calm."""

from __future__ import annotations

from textual.theme import Theme

from game.settings import LOOKS

_PREFIX = "luisterkamer-"

DARK = Theme(
    name=f"{_PREFIX}dark",
    primary="#e0a458",
    secondary="#8fb8a8",
    accent="#e0a458",
    warning="#e0a458",
    error="#e07a5f",
    success="#8fb8a8",
    foreground="#e8e2d6",
    background="#1b1d21",
    surface="#1b1d21",
    panel="#26292e",
    dark=True,
    variables={
        "voice": "#e0a458",
        "quiet": "#a09a8e",
        "trust": "#8fb8a8",
        "sympathy": "#e0a458",
        "rise": "#9fce9f",
        "fall": "#ee9a84",
        "mine": "#c9d4e0",
        "edge": "#5d6068",
    },
)
LIGHT = Theme(
    name=f"{_PREFIX}light",
    primary="#8a4b08",
    secondary="#1f5f4c",
    accent="#8a4b08",
    warning="#8a4b08",
    error="#a12d12",
    success="#1f5f4c",
    foreground="#24211c",
    background="#faf6ee",
    surface="#faf6ee",
    panel="#efe8da",
    dark=False,
    variables={
        "voice": "#8a4b08",
        "quiet": "#655f54",
        "trust": "#1f5f4c",
        "sympathy": "#8a4b08",
        "rise": "#256029",
        "fall": "#a12d12",
        "mine": "#27466b",
        "edge": "#8d8778",
    },
)
CONTRAST = Theme(
    name=f"{_PREFIX}contrast",
    primary="#ffd400",
    secondary="#7fffff",
    accent="#ffd400",
    warning="#ffd400",
    error="#ff9a8a",
    success="#7fffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    dark=True,
    variables={
        "voice": "#ffd400",
        "quiet": "#d8d8d8",
        "trust": "#7fffff",
        "sympathy": "#ffd400",
        "rise": "#8cff8c",
        "fall": "#ff9a8a",
        "mine": "#ffffff",
        "edge": "#bbbbbb",
    },
)
ROOM = Theme(
    name=f"{_PREFIX}room",
    primary="#7a2e00",
    secondary="#004d3d",
    accent="#7a2e00",
    warning="#7a2e00",
    error="#8f1500",
    success="#004d3d",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#eeeeee",
    dark=False,
    variables={
        "voice": "#7a2e00",
        "quiet": "#3d3d3d",
        "trust": "#004d3d",
        "sympathy": "#7a2e00",
        "rise": "#0b4f12",
        "fall": "#8f1500",
        "mine": "#062a5c",
        "edge": "#6b6b6b",
    },
)
"""For a projector: black on white, every other colour at 7 to 1 or more but for lines."""

THEMES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}


def next_look(look: str) -> str:
    """Return the look after *look*."""
    return LOOKS[(LOOKS.index(look) + 1) % len(LOOKS)]
