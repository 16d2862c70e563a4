"""The paragraphs of the projector: how each is set, and which of them fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from textual.content import Content

from game.tui.text import EMPTY, hanging, paragraph
from game.tui.widgets.talk import Utterance, set_utterance

QUIET = "$quiet"


@dataclass(frozen=True, slots=True)
class Beat:
    """One paragraph. `draw` sets it for a width in a style; one that `stays` is never dimmed.

    `dense` sets it in fewer lines, for where room is short.
    """

    draw: Callable[[int, str], list[Content]]
    stays: bool = False
    dense: Callable[[int, str], list[Content]] | None = None


def told(text: str, style: str = "") -> Beat:
    """Return a paragraph of ours."""
    return Beat(lambda width, dimmed: paragraph(text, width, dimmed or style))


def spoken(utterance: Utterance) -> Beat:
    """Return a paragraph of the level."""

    def draw(width: int, dimmed: str) -> list[Content]:
        return set_utterance(replace(utterance, style=dimmed) if dimmed else utterance, width)

    return Beat(draw)


def lettered(letter: str, words: str, mark: str = " ") -> Beat:
    """Return an option with its letter; *mark* stands beside it."""

    def draw(width: int, dimmed: str) -> list[Content]:
        return hanging(f"{letter} {mark}", words, width, label_style="bold $voice", style="bold", indent=4)

    return Beat(draw, stays=True)


def fitted(beats: tuple[Beat, ...], width: int, room: int) -> list[Content]:
    """Set the last of *beats* that fit in *room* lines, whole ones; all before the last are dimmed.

    Those that stay are brought closer together before one of them is left out. The last is always there.
    """
    lines: list[Content] = []
    for is_dense in (False, True):
        lines, left_out = _set(beats, width, room, is_dense=is_dense)
        if len(lines) <= room and not any(beat.stays for beat in beats[:left_out]):
            break
    return lines or [EMPTY]


def _set(beats: tuple[Beat, ...], width: int, room: int, *, is_dense: bool) -> tuple[list[Content], int]:
    lines: list[Content] = []
    for number in range(len(beats) - 1, -1, -1):
        beat = beats[number]
        is_last = number == len(beats) - 1
        draw = beat.dense if is_dense and beat.dense else beat.draw
        block = draw(width, "" if is_last or beat.stays else QUIET)
        gap = 0 if is_last or (is_dense and beat.stays and beats[number + 1].stays) else 1
        if lines and len(block) + gap + len(lines) > room:
            return lines, number + 1
        lines = [*block, *[EMPTY] * gap, *lines]
    return lines, 0
