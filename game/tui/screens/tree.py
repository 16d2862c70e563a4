"""The story as a tree, with how often everything comes by in random games."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from game.authoring.outline import Drawing, outline
from game.authoring.picture import Picture, picture_of
from game.story.level import Level
from game.tui.background import in_background
from game.tui.screens.preview_keys import PreviewPage
from game.tui.text import EMPTY, cells, paragraph, shown, wrapped
from game.tui.widgets.choices import Choices
from game.tui.widgets.sheet import Sheet
from game.words import say

if TYPE_CHECKING:
    from game.tui.screens.preview import PreviewScreen

DRAWING = Drawing()

_STEM = re.compile(rf"(?:{DRAWING.branch}|{DRAWING.last}|{DRAWING.beside}|   )*")
_BOUND = re.compile(f"([{DRAWING.to}{DRAWING.elsewhere}{DRAWING.condition}]) ")
"""A sign and the name behind it stay on one line."""

_HANGING = str.maketrans({"├": "│", "└": " ", "─": " "})


class TreePage(PreviewPage):
    """Shows the tree. Counting may take a while in a large level: until then it says so."""

    HELP_KEYS = (("PgUp PgDn", "help-scroll"),)

    def __init__(self, preview: PreviewScreen) -> None:
        super().__init__(preview)
        self._counts: tuple[Level, str] | None = None
        self._picture: Picture | None = None

    def show_all(self) -> None:
        """Show the tree of the present version, once it is counted."""
        self.title_bar.tell(self.say("preview-tree"), self.say("preview-counting"))
        wanted = self.preview.trial.level, self.language
        if self._counts != wanted:
            self._counts = wanted
            self.run_worker(self._count(*wanted), group="counting", exclusive=True)
        elif self._picture:
            self.title_bar.tell(self.say("preview-tree"))
        self.query_one(Sheet).put_up(self._draw)
        self.choices.offer([self.say("key-close")])
        self.key_bar.redraw()

    async def _count(self, level: Level, language: str) -> None:
        self._picture = await in_background(partial(picture_of, level, language, partial(say, language)))
        self.show_all()

    def _draw(self, width: int, height: int) -> list[Content]:
        if self._picture is None:
            return [EMPTY]
        here = f"{DRAWING.scene} {self.preview.trial.game.state.scene} "
        told = partial(say, self._picture.language)
        lines: list[Content] = []
        for line in outline(self._picture, told, width=width, drawing=DRAWING):
            is_here = line[_stem_of(line) :].startswith(here)
            words = f"{line}  ‹{self.say('preview-here')}›" if is_here else line
            lines += folded(words, width, "bold $voice" if is_here else "")
        return lines

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Close."""
        event.stop()
        self.action_leave()


def folded(line: str, width: int, style: str = "") -> list[Content]:
    """Set a line of a tree; what does not fit in *width* hangs below it, and the stems go on beside it."""
    end = _stem_of(line)
    stem, words = line[:end], _BOUND.sub("\\1\u00a0", line[end:])
    if cells(line) <= width or len(words.lstrip()) < len(words):
        return [shown((line, style))] if cells(line) <= width else paragraph(line, width, style)
    below = f"{stem.translate(_HANGING)}  "
    first, *rest = wrapped(words, max(12, width - cells(below)))
    return [shown((f"{stem}{first}", style)), *(shown((f"{below}{each}", style)) for each in rest)]


def _stem_of(line: str) -> int:
    """Return how many characters of *line* are the tree's own."""
    found = _STEM.match(line)
    return found.end() if found else 0
