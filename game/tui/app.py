"""The app: which screen follows which, language and look."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from game import settings
from game.asking import question_for
from game.library import BrokenLevelError, Library, UnknownLevelError
from game.logbook import Clock, Logbook
from game.opening import Opened, open_new, open_saved
from game.saves import SavedGame, Saves, Summary
from game.settings import Settings
from game.tui.looks import THEMES, next_look
from game.tui.screens.page import Page
from game.words import say

if TYPE_CHECKING:  # reads YAML: not for playing
    from game.authoring.drafts import Drafts


class LuisterkamerApp(App[None]):
    """Opens the house, one conversation when it was asked for by name, or the preview of a level."""

    CSS_PATH = "app.tcss"
    TITLE = "Luisterkamer"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c", "quit", show=False, priority=True),
    ]

    def __init__(
        self,
        library: Library,
        saves: Saves,
        preferred: Settings,
        opened: Opened | None = None,
        now: Clock = datetime.now,
        drafts: Drafts | None = None,
    ) -> None:
        super().__init__()
        self.logbook = Logbook(saves.folder)
        self.now = now
        self.library = library
        self.saves = saves
        self.settings = preferred
        self.failure: Exception | None = None
        self._opened = opened
        self._drafts = drafts
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = THEMES[preferred.look].name

    def on_mount(self) -> None:
        """Open the first screen."""
        self.open_first()

    def open_first(self) -> None:
        """Open what was asked for."""
        if self._drafts is not None:
            self.preview(self._drafts)
        elif self._opened is None:
            self.go_to_house()
            self._ask_what_is_open()
        else:
            self.show_conversation(self._opened)

    def preview(self, drafts: Drafts) -> None:
        """Show the level that is being written; what is wrong with it as long as it cannot be played."""
        if drafts.latest.level is None:
            from game.tui.screens.desk import WaitingScreen

            self.push_screen(WaitingScreen(drafts))
            return
        from game.tui.screens.preview import PreviewScreen

        self.push_screen(PreviewScreen(drafts, drafts.latest.level))

    def _ask_what_is_open(self) -> None:
        """Ask about the plan, then the question of the day: each once, each to be skipped."""
        question = question_for(self.now().date(), self.logbook, self.library)
        plan = self.logbook.open_plan()
        if question or plan:
            from game.tui.screens.asks import AskPlan, AskPrinciple

            if question:
                self.push_screen(AskPrinciple(question))
            if plan:
                self.push_screen(AskPlan(plan))

    def open_level(self, level_id: str, left: Summary | None, *, instead: bool = False) -> None:
        """Open a conversation: the one that was *left*, or a new one. *instead* replaces the screen."""
        try:
            opened = (
                open_saved(self.library, self.saves, left)
                if left
                else open_new(self.library, self.saves, level_id)
            )
        except (BrokenLevelError, UnknownLevelError, OSError):
            words = say(
                self.settings.language,
                "house-broken-level",
                level=level_id,
                path=self.library.path(level_id) if level_id in self.library.ids else f"{level_id}.yaml",
            )
            if isinstance(self.screen, Page):
                self.screen.notice_bar.tell(words, is_warning=True)
            return
        self.show_conversation(opened, instead=instead)

    def continue_with(self, saved: SavedGame) -> None:
        """Go from the debrief back into its conversation."""
        self.show_conversation(Opened(saved, is_resumed=True), instead=True)

    def show_conversation(self, opened: Opened, *, instead: bool = False) -> None:
        """Show a conversation that was opened, or its debrief when it is over already."""
        if opened.saved.game.ending:
            self.debrief(opened.saved)
            return
        from game.tui.screens.conversation import ConversationScreen

        screen = ConversationScreen(opened)
        if instead:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def debrief(self, saved: SavedGame) -> None:
        """Go from a conversation that has ended to its debrief."""
        from game.tui.screens.debrief import DebriefScreen

        if isinstance(self.screen, Page):
            self.switch_screen(DebriefScreen(saved))
        else:
            self.push_screen(DebriefScreen(saved))

    def go_to_house(self) -> None:
        """Go to the house, from anywhere."""
        from game.tui.screens.house import HouseScreen

        for screen in list(self.screen_stack[1:]):
            if isinstance(screen, HouseScreen):
                while self.screen is not screen:
                    self.pop_screen()
                return
        if isinstance(self.screen, Page):
            self.switch_screen(HouseScreen())
        else:
            self.push_screen(HouseScreen())

    def leave(self, screen: Page) -> None:
        """Leave *screen*; leaving the first one ends the program."""
        if len(self.screen_stack) > 2:
            self.pop_screen()
        else:
            self.exit()

    def turn_language(self) -> None:
        """Go to the other language, for as long as the program runs."""
        language = "en" if self.settings.language == "nl" else "nl"
        self.settings = replace(self.settings, language=language)

    def switch_language(self) -> None:
        """Go to the other language and keep the choice."""
        self.turn_language()
        settings.save(self.settings, self.saves.folder)

    def switch_look(self) -> str:
        """Go to the next look, keep the choice and return its name."""
        look = next_look(self.settings.look)
        self.settings = replace(self.settings, look=look)
        self.theme = THEMES[look].name
        settings.save(self.settings, self.saves.folder)
        return look

    def _handle_exception(self, error: Exception) -> None:
        """Keep a crash for the command line to report: Textual's own report shows local variables."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.failure = self.failure or error
        self._return_code = 1
        self._close_messages_no_wait()
