"""Starting the app in a terminal, and leaving that terminal as it was found, whatever happens."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from functools import partial
from typing import TYPE_CHECKING

os.environ.setdefault("TEXTUAL_FPS", "120")  # read at import; halves the wait of a key right after a paint
gc.disable()  # importing and the first paint make only objects that stay

from game.exits import Exit  # noqa: E402  (what follows must come after the two lines above)
from game.library import Library  # noqa: E402
from game.opening import Opened  # noqa: E402
from game.saves import Saves  # noqa: E402
from game.settings import Settings  # noqa: E402
from game.tui.app import LuisterkamerApp  # noqa: E402

if TYPE_CHECKING:  # reads YAML: not for playing
    from game.authoring.drafts import Drafts
    from game.tui.room import Room


class _InTerminal(LuisterkamerApp):
    """The app with what only matters in a real terminal."""

    def on_mount(self) -> None:
        """End cleanly on a signal; collect garbage again once the first screen is painted.

        The first screen itself is opened by the app's own handler: Textual calls that of every class.
        """
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and os.name != "nt":
                loop.add_signal_handler(number, partial(self.exit, None, 128 + number))
        self.call_after_refresh(_collect_again)


def _collect_again() -> None:
    gc.freeze()
    gc.enable()


def run_app(
    library: Library,
    saves: Saves,
    settings: Settings,
    opened: Opened | None = None,
    *,
    drafts: Drafts | None = None,
) -> int:
    """Run the app until the player leaves: the house, the conversation *opened*, or the preview of *drafts*.

    Returns the exit status; raises what made it crash.
    """
    app = _InTerminal(library, saves, settings, opened, drafts=drafts)
    app.run()
    if app.failure:
        raise app.failure
    return app.return_code or Exit.FINE


def run_room(library: Library, saves: Saves, settings: Settings, room: Room, *, look: str) -> int:
    """Run a workshop on the projector until it is left. Returns and raises as `run_app` does."""
    from game.tui.room import RoomApp

    class InRoom(_InTerminal, RoomApp):
        """The workshop in a real terminal."""

    app = InRoom(library, saves, settings)
    app.prepare_room(room, look)
    app.run()
    if app.failure:
        raise app.failure
    return app.return_code or Exit.FINE


def run_notes(library: Library, saves: Saves, settings: Settings) -> int:
    """Run the facilitator's notes until they are left. Returns and raises as `run_app` does."""
    from game.tui.notes import NotesApp

    class InWindow(_InTerminal, NotesApp):
        """The notes in a real terminal."""

    app = InWindow(library, saves, settings)
    app.run()
    if app.failure:
        raise app.failure
    return app.return_code or Exit.FINE
