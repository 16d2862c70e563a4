"""How well a colour can be read on another, and how many colours a terminal shows."""

from __future__ import annotations

from collections.abc import Mapping

ENOUGH = 7.0
"""What a projector in a lit room asks of text; the rule for good sight on a screen of one's own is 4.5."""

NO_COLOURS, FEW, MANY, ALL = 0, 16, 256, 256**3


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours like '#faf6ee', from 1 to 21, as WCAG 2 counts it."""
    lighter, darker = sorted((_light(one), _light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(inks: Mapping[str, str], background: str) -> list[str]:
    """Return the names of those *inks* that are hard to read on *background* from the back of a room."""
    return [name for name, colour in inks.items() if contrast(colour, background) < ENOUGH]


def colours_of(environment: Mapping[str, str], system: str) -> int:
    """Return how many colours the terminal shows, from what it says of itself in *environment*.

    *system* is as `platform.system()` has it.
    """
    term = environment.get("TERM", "")
    if environment.get("NO_COLOR") or term == "dumb":
        return NO_COLOURS
    if environment.get("COLORTERM") in ("truecolor", "24bit") or "WT_SESSION" in environment:
        return ALL
    if system == "Windows":
        return ALL  # every console since Windows 10
    return MANY if "256" in term or "direct" in term else FEW


def _light(colour: str) -> float:
    """Return the relative luminance of *colour*."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
