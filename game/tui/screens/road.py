"""The road not taken: your way and a way to a best ending, from the turning point."""

from __future__ import annotations

from game.closing import Closing
from game.opening import Opened
from game.tui.screens import steps
from game.tui.screens.sheet_page import SheetPage
from game.tui.widgets.choices import Choices
from game.tui.widgets.sheet import Sheet


class RoadScreen(SheetPage):
    """Shows both ways; play from here, or go back."""

    HELP_KEYS = (("1-2", "help-choose"), ("PgUp PgDn", "help-scroll"), ("t", "help-t"), ("q", "key-close"))

    def __init__(self, closing: Closing) -> None:
        super().__init__()
        self.closing = closing

    def show_all(self) -> None:
        """Show both ways."""
        road = self.closing.told.road
        if road is None:
            return
        self.title_bar.tell(self.say("road"), self.say("road-from", number=road.turn + 1))
        self.query_one(Sheet).put_up(steps.road(road, self.language))
        self.choices.offer([self.say("road-play"), self.say("road-back")])
        self.key_bar.redraw()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Play from the turning point in a game of its own, or go back."""
        event.stop()
        saved = self.closing.play_from_turning_point() if event.index == 0 else None
        self.app.pop_screen()
        if saved:
            self.game_app.show_conversation(Opened(saved, is_resumed=True), instead=True)
