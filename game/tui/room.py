"""The app of a workshop: one session on a projector, in a look of its own that is nobody's setting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.app import App

from game.tui.app import LuisterkamerApp
from game.tui.looks import ROOM, THEMES
from game.workshop.acts import BY_PHONE
from game.workshop.doorway import Doorway
from game.workshop.log import Workshop

if TYPE_CHECKING:
    from game.tui.screens.workshop_projection import Projection
    from game.workshop.control import ControlServer

ROOM_LOOKS = {"room": ROOM, **THEMES}


@dataclass(slots=True)
class Room:
    """What a workshop is held with: its session, or how to `begin` one of the level that is chosen.

    `usual_language` is the one it would speak when nobody asks for another.
    """

    workshop: Workshop | None = None
    begin: Callable[[str], Workshop] | None = None
    door: Doorway | None = None
    is_resumed: bool = False
    usual_language: str = ""
    troubles: list[str] = field(default_factory=list)

    @property
    def resumed(self) -> str:
        """What to say of a session that goes on, as a key of words; '' of a new one."""
        if not self.is_resumed or self.workshop is None:
            return ""
        has_phones = any(act.get("act") in BY_PHONE for act in self.workshop.acts)
        has_phones = has_phones or self.workshop.session.rules.together
        return "room-resumed-by-hands" if has_phones and not self.door else "room-resumed"

    @property
    def token(self) -> str:
        """The end of the session's name: enough to name it by, and short enough to type."""
        path = self.workshop.path if self.workshop else None
        return path.stem.rpartition("-")[2] if path else ""

    def resume(self, phones: str = "") -> str:
        """Return the options with which this session goes on as it was held, *phones* for its page."""
        phones = phones or (self.door.options if self.door else "")
        language = self.workshop.language if self.workshop else ""
        is_usual = not self.usual_language or language in ("", self.usual_language)
        told = ["--resume", self.token, phones, "" if is_usual else f"--lang {language}"]
        return " ".join(each for each in told if each)


class RoomApp(LuisterkamerApp):
    """Holds a workshop. Language and look last as long as it does."""

    room: Room
    _control: ControlServer | None = None

    def prepare_room(self, room: Room, look: str = "room") -> None:
        """Hold *room* in *look* (a look of the game, or 'room')."""
        self.room = room
        self._look = look
        self.register_theme(ROOM)
        self.theme = ROOM_LOOKS[look].name

    def open_first(self) -> None:
        """Ask what is still open, a level or an address, then open the session."""
        from game.tui.screens.workshop import WorkshopScreen
        from game.tui.screens.workshop_asks import AskAddress, AskLevel

        door = self.room.door
        if self.room.workshop is None:
            self.show(AskLevel())
        elif door and not door.address and door.addresses:
            self.show(AskAddress(door))
        else:
            self.show(WorkshopScreen(self.room, self.room.workshop))

    def open_doors(self, screen: Projection) -> None:
        """Let the notes look along and the phones in, while the screen is there already."""
        screen.workshop.language = self.settings.language
        self.run_worker(self._let_notes_in(screen), group="notes")
        if self.room.door:
            self.run_worker(self._let_phones_in(screen, self.room.door), group="phones")

    async def _let_notes_in(self, screen: Projection) -> None:
        from game.workshop.control import ControlServer

        self._control = ControlServer(screen.workshop, self.saves.folder)
        try:
            await self._control.start()
        except OSError as error:
            screen.warn("room-notes-failed", why=error.strerror or str(error))

    async def _let_phones_in(self, screen: Projection, door: Doorway) -> None:
        told = await door.open(screen.workshop)
        if door.trouble:
            screen.warn_of(door.trouble)
            return
        screen.workshop.remote = door.phones.remote_url
        screen.workshop.tell()
        if told:
            screen.tell(told.key, **told.values)

    async def on_unmount(self) -> None:
        """Shut the doors."""
        if self._control:
            await self._control.stop()
        if self.room.door:
            await self.room.door.phones.stop()

    def show(self, screen: object) -> None:
        """Show *screen* in place of what there is."""
        from game.tui.screens.page import Page

        assert isinstance(screen, Page)
        if isinstance(self.screen, Page):
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def switch_language(self) -> None:
        """Go to the other language."""
        self.turn_language()
        if self.room.workshop:
            self.room.workshop.language = self.settings.language

    def switch_look(self) -> str:
        """Go to the next look and return its name."""
        looks = list(ROOM_LOOKS)
        self._look = looks[(looks.index(self._look) + 1) % len(looks)]
        self.theme = ROOM_LOOKS[self._look].name
        return self._look

    async def action_quit(self) -> None:
        """Ask first; whoever asks twice means it."""
        from game.tui.screens.workshop import WorkshopScreen

        if isinstance(self.screen, WorkshopScreen):
            self.screen.action_leave()
        else:
            await App.action_quit(self)
