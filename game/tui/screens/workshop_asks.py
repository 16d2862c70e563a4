"""What the workshop asks before it begins and before it ends: which level, which address, whether to stop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.widget import Widget

from game import paths
from game.library import BrokenLevelError, UnknownLevelError
from game.tui.room import RoomApp
from game.tui.screens.page import Page
from game.tui.text import EMPTY, paragraph
from game.tui.widgets.bars import Key
from game.tui.widgets.choices import Choices
from game.tui.widgets.qr import QrCode
from game.tui.widgets.sheet import Sheet
from game.workshop.doorway import Doorway

if TYPE_CHECKING:
    from game.tui.screens.workshop import WorkshopScreen


class RoomPage(Page):
    """A page of the workshop with a few words and something to choose."""

    HELP_KEYS = (("1-9", "help-choose"), ("↑ ↓ ⏎", "help-arrows"), ("t", "help-t"), ("v", "help-v"))

    @property
    def room_app(self) -> RoomApp:
        """The app, as what it is."""
        assert isinstance(self.app, RoomApp)
        return self.app

    def compose_body(self) -> Iterator[Widget]:
        """Yield the words and the options."""
        yield Sheet()
        yield Choices()

    def keys(self) -> list[Key]:
        """Return the keys of the key bar."""
        return [
            Key("↑ ↓ ⏎", self.say("key-pick-one"), "choose_marked"),
            Key("q", self.say("key-leave"), "leave"),
            Key("t", self.say("key-language"), "language"),
            Key("v", self.say("key-view"), "view"),
        ]

    def offer(self, heading: str, words: str, options: list[str], marked: int | None = None) -> None:
        """Show *words* under *heading*, and *options*."""
        self.title_bar.tell(heading)
        told = words
        self.query_one(Sheet).put_up(lambda width, height: [*paragraph(told, width), EMPTY] if told else [])
        self.choices.offer(options, marked=marked)
        self.key_bar.redraw()


class AskLevel(RoomPage):
    """Which conversation the room plays."""

    def show_all(self) -> None:
        """Show all conversations."""
        options = [
            self.say("room-level", title=card.title.in_language(self.language), minutes=card.minutes)
            for card in self.room_app.library.cards
        ]
        self.offer(self.say("room-which"), "", options, self.choices.marked or 0)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Begin a session of what was chosen."""
        event.stop()
        room, card = self.room_app.room, self.room_app.library.cards[event.index]
        assert room.begin is not None
        try:
            room.workshop = room.begin(card.id)
        except (BrokenLevelError, UnknownLevelError, OSError):
            words = self.say("house-broken-level", level=card.id, path=f"{card.id}.yaml")
            self.notice_bar.tell(words, is_warning=True)
            return
        self.room_app.open_first()


class AskAddress(RoomPage):
    """At which address phones are to find the page."""

    def __init__(self, door: Doorway) -> None:
        super().__init__()
        self.door = door

    def show_all(self) -> None:
        """Show the addresses, the most likely first."""
        options = [
            f"{each.address} · {each.name} · {each.told(self.language)}" for each in self.door.addresses
        ]
        words = self.say("room-address-told")
        marked = 0 if self.choices.marked is None else self.choices.marked
        self.offer(self.say("room-address"), words, [*options, self.say("room-address-none")], marked)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Take the address, or no phones at all."""
        event.stop()
        if event.index < len(self.door.addresses):
            self.door.address = self.door.addresses[event.index].address
        else:
            self.room_app.room.door = None
        self.room_app.open_first()


class AskLeave(RoomPage):
    """Whether to stop: everything is kept, but a room sees its screen go."""

    def __init__(self) -> None:
        super().__init__()
        self._is_answered = False

    def show_all(self) -> None:
        """Ask."""
        words = self.say("room-leave-told", command=paths.command(), resume=self.room_app.room.resume())
        options = [self.say("room-stay"), self.say("room-stop")]
        self.offer(self.say("room-leave"), words, options, self.choices.marked or 0)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Stop, or go back."""
        event.stop()
        if event.index == 1:
            self.app.exit()
        else:
            self.app.pop_screen()

    def action_leave(self) -> None:
        """Go back to the session."""
        self.app.pop_screen()


class JoinPage(Page):
    """How phones join: the code to scan, the address and the room code."""

    def __init__(self, screen: WorkshopScreen) -> None:
        super().__init__()
        self.of = screen

    def compose_body(self) -> Iterator[Widget]:
        """Yield the code to scan."""
        yield QrCode()
        yield Choices()

    def on_mount(self) -> None:
        """Count anew who has joined, now and then."""
        self.set_interval(1.0, self.show_all)

    def keys(self) -> list[Key]:
        """Return the keys of the key bar."""
        return [Key("Esc", self.say("key-close"), "leave")]

    def show_all(self) -> None:
        """Show where phones join and how many have."""
        phones = self.of.phones
        if phones is None:
            return
        count = phones.present
        present = self.say("room-one-present" if count == 1 else "room-present", count=count)
        self.title_bar.tell(self.say("room-join"), present, str(count))
        address, code = (self.say("room-join-at"), phones.url), (self.say("room-join-code"), phones.code)
        self.query_one(QrCode).put_up(phones.join_url, address, code)
        self.choices.display = False
        self.key_bar.redraw()

    def action_turn(self, step: int) -> None:
        """Any key of a clicker goes back to the session."""
        self.action_leave()

    def action_space(self) -> None:
        """Go back to the session."""
        self.action_leave()

    def action_leave(self) -> None:
        """Go back to the session."""
        self.app.pop_screen()
