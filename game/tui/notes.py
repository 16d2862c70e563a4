"""The app of the facilitator's notes: one screen beside the projector."""

from __future__ import annotations

from game.tui.app import LuisterkamerApp


class NotesApp(LuisterkamerApp):
    """Shows the notes of the workshop whose home this is."""

    def open_first(self) -> None:
        """Open the notes."""
        from game.tui.screens.notes import NotesScreen

        self.push_screen(NotesScreen(self.saves.folder))

    def switch_language(self) -> None:
        """Go to the other language, for these notes alone."""
        self.turn_language()
