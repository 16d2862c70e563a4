"""Your style: a square with four named corners and a dot per reply. Never a grade."""

from __future__ import annotations

from textual.content import Content

from game.closing import level_title, style
from game.story.style import CORNERS, Style
from game.transcript import reply_words
from game.tui.screens.sheet_page import SheetPage
from game.tui.screens.steps import shift
from game.tui.styleplot import draw_style
from game.tui.text import EMPTY, paragraph, shown
from game.tui.widgets.choices import Choices
from game.tui.widgets.sheet import Sheet


class StyleScreen(SheetPage):
    """Shows where the player's replies lead."""

    HELP_KEYS = (("PgUp PgDn", "help-scroll"), ("t", "help-t"), ("q", "key-close"))

    def prepare(self) -> None:
        """Look through the saved games, once."""
        self.style_of_player = style(self.game_app.saves, self.game_app.library)

    def show_all(self) -> None:
        """Show the picture."""
        self.title_bar.tell(self.say("style"))
        found = self.style_of_player
        self.query_one(Sheet).put_up(lambda width, height: self._draw(found, width, height))
        self.choices.offer([self.say("key-close")])
        self.key_bar.redraw()

    def _draw(self, found: Style, width: int, height: int) -> list[Content]:
        if not found.strokes:
            return paragraph(self.say("style-none"), width)
        corners = {corner: self.say(f"style-{corner}") for corner in CORNERS}
        points = [(stroke.trust, stroke.sympathy) for stroke in found.strokes]
        lines = [shown(line) for line in draw_style(points, corners, width, max(7, min(13, height - 9)))]
        lines += paragraph(self.say("style-axes"), width, "$quiet")
        lines.append(EMPTY)
        for corner in CORNERS:
            count = found.corners[corner]
            lines.append(
                shown(self.say("style-corner", corner=corners[corner], count=count, all=len(points)))
            )
        lines += [*paragraph(self.say("style-corners-told"), width, "$quiet"), EMPTY]
        lines.append(shown((self.say("style-telling"), "bold $voice")))
        for stroke in found.telling:
            title = level_title(self.game_app.library, stroke.level, self.language)
            lines += paragraph(reply_words(stroke.moment.turn.reply, self.language), width, "$mine")
            lines.append(shown("  ", *shift(stroke.moment, self.language), "   ", (title, "$quiet")))
        return lines

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Close."""
        event.stop()
        self.action_leave()
