"""The three looks: dark, light and high contrast. One accent; the rest is calm."""

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
THEMES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}


def next_look(look: str) -> str:
    """Return the look after *look*."""
    return LOOKS[(LOOKS.index(look) + 1) % len(LOOKS)]
