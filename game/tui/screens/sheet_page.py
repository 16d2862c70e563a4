"""A screen with one sheet and the choices below it: the road, the style, what the house asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.widget import Widget

from game.tui.screens.page import Page
from game.tui.widgets.bars import Key
from game.tui.widgets.choices import Choices
from game.tui.widgets.sheet import Sheet


class SheetPage(Page):
    """Shows a sheet; `LEAVE` is the catalogue's word for leaving it."""

    LEAVE: ClassVar[str] = "key-close"

    def compose_body(self) -> Iterator[Widget]:
        """Yield the sheet and the choices."""
        yield Sheet()
        yield Choices()

    def keys(self) -> list[Key]:
        """Return the keys of the key bar."""
        return [
            Key("?", self.say("key-help"), "help"),
            Key("q", self.say(self.LEAVE), "leave"),
            Key("t", self.say("key-language"), "language"),
            Key("v", self.say("key-view"), "view"),
        ]
