"""What is told and said, set like a script: narrator wide, the others with their name, you at the right."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from game.tui.text import EMPTY, cells, hanging, paragraph, shown
from game.tui.widgets.drawn import Drawn

NARROW = 56
WIDEST_NAME = 14


@dataclass(frozen=True, slots=True)
class Utterance:
    """A paragraph: with a speaker's name, by you (`is_you`), or told (neither).

    A tight one follows the one before it without a line of space.
    """

    text: str
    name: str = ""
    is_you: bool = False
    style: str = ""
    is_tight: bool = False


class Talk(Drawn):
    """A conversation, or a piece of it."""

    def __init__(self) -> None:
        super().__init__()
        self.utterances: tuple[Utterance, ...] = ()
        self.is_dense = False

    def show(self, utterances: list[Utterance]) -> None:
        """Show these and nothing else."""
        self.utterances = tuple(utterances)
        self.redraw()

    def draw(self, width: int) -> list[Content]:
        """Return all paragraphs with a line of space between them, or without where room is short."""
        lines: list[Content] = []
        for utterance in self.utterances:
            if lines and not utterance.is_tight and not self.is_dense:
                lines.append(EMPTY)
            lines += set_utterance(utterance, width)
        return lines or [EMPTY]


def set_utterance(utterance: Utterance, width: int) -> list[Content]:
    """Return one paragraph as lines of *width* cells."""
    if utterance.is_you:
        indent = width // 5 if width >= NARROW else 4
        label = utterance.name
        inset = cells(label) + 2
        set_lines = hanging(
            label,
            utterance.text,
            width - indent,
            label_style=utterance.style or "bold $mine",
            style=utterance.style or "$mine",
            indent=inset,
        )
        margin = shown(" " * indent)
        return [EMPTY.join([margin, line]) for line in set_lines]
    if not utterance.name:
        return paragraph(utterance.text, width, utterance.style)
    inset = min(WIDEST_NAME, cells(utterance.name)) + 2 if width >= NARROW else 2
    if cells(utterance.name) + 2 > inset:
        body = paragraph(utterance.text, width, utterance.style, indent=inset)
        return [shown((utterance.name, "bold $voice")), *body]
    return hanging(
        utterance.name, utterance.text, width, label_style="bold $voice", style=utterance.style, indent=inset
    )
