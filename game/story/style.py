"""Your style: every reply as a direction, trust up or down and sympathy up or down. Never a grade."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.story.debrief import Moment

CORNERS = ("listener", "pleaser", "fighter", "avoider")
"""Both up; sympathy at the cost of trust; trust at the cost of sympathy; neither."""

MOST_TELLING = 3


@dataclass(frozen=True, slots=True)
class Stroke:
    """One reply of one game, with the direction it went (points of trust and sympathy)."""

    level: str
    moment: Moment

    @property
    def trust(self) -> int:
        """Points of trust, late ones included."""
        return self.moment.trust + self.moment.late_trust

    @property
    def sympathy(self) -> int:
        """Points of sympathy, late ones included."""
        return self.moment.sympathy + self.moment.late_sympathy

    @property
    def corner(self) -> str | None:
        """The corner it points to; None for a reply that moved nothing."""
        if not self.trust and not self.sympathy:
            return None
        if self.trust >= 0 and self.sympathy >= 0:
            return "listener"
        if self.sympathy > 0:
            return "pleaser"
        return "fighter" if self.trust > 0 else "avoider"


@dataclass(frozen=True, slots=True)
class Style:
    """All strokes, how many point to each corner, and those that shaped it most."""

    strokes: tuple[Stroke, ...]
    corners: dict[str, int]
    telling: tuple[Stroke, ...]


def style_of(strokes: Iterable[Stroke]) -> Style:
    """Return the style that *strokes* (the oldest first) make."""
    all_strokes = tuple(strokes)
    corners = {corner: sum(stroke.corner == corner for stroke in all_strokes) for corner in CORNERS}
    by_size = sorted(all_strokes, key=lambda stroke: -(abs(stroke.trust) + abs(stroke.sympathy)))
    telling = tuple(stroke for stroke in by_size if stroke.corner)[:MOST_TELLING]
    return Style(all_strokes, corners, telling)
