"""The app of the facilitator's notes: one screen beside the projector."""

from __future__ import annotations

from game.tui.app import LuisterkamerApp


class NotesApp(LuisterkamerApp):
    """Shows the notes of the workshop whose home this is."""

    def open_first(self) -> None:
        """Open the notes."""
        from game.tui.screens.notes import NotesScreen

        self.push_screen(NotesScreen(self.saves.folder))
