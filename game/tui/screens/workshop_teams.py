"""The ways of the teams beside each other: the curve of both meters, the replies, the ending."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.content import Content

from game.story.playthrough import Playthrough
from game.transcript import reply_words
from game.tui.curve import SYMPATHY, TRUST, draw_curve, span_of
from game.tui.screens.workshop_beats import Beat
from game.tui.text import EMPTY, beside, shown
from game.words import say

NARROWEST = 26
"""Cells a way needs."""

GAP = 2
MOST_ROWS, FEW_ROWS = 9, 5
"""Rows of a curve: one for every ten of the scale where there is room, so that every move is seen."""

Span = tuple[int, int]
"""The lowest and the highest of the scale: the same for all teams, so that their curves can be compared."""


def teams_beside(games: Sequence[tuple[int, Playthrough]], teams: int, language: str) -> list[Beat]:
    """Return drawings of *games*, each with its team (from 0) of so many *teams*, by two beside each other.

    Of a game alone there is the curve only. How many stand in a drawing is the same in every window: what
    was revealed stays so.
    """
    span = span_of(point for _, game in games for point in _points(game)) if games else (0, 100)
    return [_row(games[start : start + 2], teams, language, span) for start in range(0, len(games), 2)]


def _row(games: Sequence[tuple[int, Playthrough]], teams: int, language: str, span: Span) -> Beat:
    def draw(width: int, _: str, *, is_dense: bool = False) -> list[Content]:
        rows = FEW_ROWS if is_dense else min(MOST_ROWS, (span[1] - span[0]) // 10 + 1)
        if teams == 1:
            return [legend(language), *_curve(games[0][1], width, span, rows)]
        is_pair = len(games) > 1 and width >= 2 * NARROWEST + GAP
        each = (width - GAP) // 2 if is_pair else width
        ways = [_way(game, team + 1, each, language, (span, rows)) for team, game in games]
        if is_pair:
            return [legend(language), *beside(ways[0], ways[1], each, GAP)]
        return [legend(language), *(line for way in ways for line in [EMPTY, *way])]

    return Beat(draw, dense=partial(draw, is_dense=True))


def legend(language: str) -> Content:
    """Return the line that tells which curve is which."""
    return shown((say(language, "curve-legend"), "$quiet"))


def _points(game: Playthrough) -> list[tuple[int, int]]:
    states = (game.turns[0].before, *(turn.after for turn in game.turns))
    return [(each.trust, each.sympathy) for each in states]


def _curve(game: Playthrough, width: int, span: Span, rows: int) -> list[Content]:
    return [shown(line) for line in draw_curve(_points(game), width, rows, span=span)]


def _way(game: Playthrough, team: int, width: int, language: str, scale: tuple[Span, int]) -> list[Content]:
    """Set the way of one team: its curve, then every reply with where it left both meters."""
    ending = game.ending.title.in_language(language) if game.ending else ""
    name = say(language, "room-team", team=team)
    lines = [shown((f"{name}: {ending}", "bold $voice")).truncate(width, ellipsis=True)]
    lines += _curve(game, width, *scale)
    for number, turn in enumerate(game.turns, 1):
        meters = f"{TRUST}{turn.after.trust} {SYMPATHY}{turn.after.sympathy}"
        said = shown((f"{number} ", "bold $voice"), f"{meters:<9}", reply_words(turn.reply, language))
        lines.append(said.truncate(width, ellipsis=True))
    return lines
