"""The house: the conversations by room, with what you have seen of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from game.saves import Summary, unfinished
from game.story.level import Level
from game.tui.screens.page import Page
from game.tui.widgets.bars import Key
from game.tui.widgets.choices import Choices
from game.tui.widgets.rooms import Door, Rooms
from game.tui.widgets.talk import Talk, Utterance


class HouseScreen(Page):
    """Lists what can be played; one key to anything."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", show=False),
        Binding("space,right", "choose_marked", show=False),
    ]
    HELP_KEYS = (
        ("1-9", "key-open"),
        ("↑ ↓ ⏎", "help-arrows"),
        ("n", "help-n"),
        ("t", "help-t"),
        ("v", "help-v"),
        ("q", "help-q"),
    )

    def compose_body(self) -> Iterator[Widget]:
        """Yield the rooms and what is known of the marked conversation."""
        yield Rooms()
        yield Talk()

    @property
    def choices(self) -> Rooms:  # type: ignore[override]
        """The conversations are what can be chosen here."""
        return self.query_one(Rooms)

    def keys(self) -> list[Key]:
        """Return the keys of the key bar."""
        return [
            Key("?", self.say("key-help"), "help"),
            Key("⏎", self.say("key-open"), "choose_marked"),
            Key("q", self.say("key-quit"), "leave"),
            Key("n", self.say("key-new"), "new"),
            Key("t", self.say("key-language"), "language"),
            Key("v", self.say("key-view"), "view"),
        ]
