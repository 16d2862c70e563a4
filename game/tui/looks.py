"""The looks: dark, light, high contrast, and one for a projector. One accent; the rest is calm."""

from __future__ import annotations

from textual.theme import Theme

from game.settings import LOOKS

_PREFIX = "luisterkamer-"


def _look(
    name: str,
    *,
    dark: bool,
    text: str,
    ground: str,
    panel: str,
    accent: str,
    second: str,
    error: str,
    **own: str,
) -> Theme:
    """Return a theme in which *accent* and *second* do all the work that is not named in *own*."""
    return Theme(
        name=f"{_PREFIX}{name}",
        primary=accent,
        secondary=second,
        accent=accent,
        warning=accent,
        error=error,
        success=second,
        foreground=text,
        background=ground,
        surface=ground,
        panel=panel,
        dark=dark,
        variables={"voice": accent, "trust": second, "sympathy": accent, **own},
    )


DARK = _look(
    "dark",
    dark=True,
    text="#e8e2d6",
    ground="#1b1d21",
    panel="#26292e",
    accent="#e0a458",
    second="#8fb8a8",
    error="#e07a5f",
    quiet="#a09a8e",
    rise="#9fce9f",
    fall="#ee9a84",
    mine="#c9d4e0",
    edge="#5d6068",
)
LIGHT = _look(
    "light",
    dark=False,
    text="#24211c",
    ground="#faf6ee",
    panel="#efe8da",
    accent="#8a4b08",
    second="#1f5f4c",
    error="#a12d12",
    quiet="#655f54",
    rise="#256029",
    fall="#a12d12",
    mine="#27466b",
    edge="#8d8778",
)
CONTRAST = _look(
    "contrast",
    dark=True,
    text="#ffffff",
    ground="#000000",
    panel="#1c1c1c",
    accent="#ffd400",
    second="#7fffff",
    error="#ff9a8a",
    quiet="#d8d8d8",
    rise="#8cff8c",
    fall="#ff9a8a",
    mine="#ffffff",
    edge="#bbbbbb",
)
ROOM = _look(
    "room",
    dark=False,
    text="#000000",
    ground="#ffffff",
    panel="#eeeeee",
    accent="#7a2e00",
    second="#004d3d",
    error="#8f1500",
    quiet="#3d3d3d",
    rise="#0b4f12",
    fall="#8f1500",
    mine="#062a5c",
    edge="#6b6b6b",
)
"""For a projector: black on white, every other colour at 7 to 1 or more but for lines."""

THEMES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}


def next_look(look: str) -> str:
    """Return the look after *look*."""
    return LOOKS[(LOOKS.index(look) + 1) % len(LOOKS)]
