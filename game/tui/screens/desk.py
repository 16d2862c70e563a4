"""The author's desk: screens that look at a file while it is being written, until it can be played."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from textual.widget import Widget

from game.authoring import watching
from game.authoring.drafts import Draft, Drafts
from game.story.text import clean
from game.tui.background import in_background
from game.tui.screens.backstage import problems_told
from game.tui.screens.page import Page
from game.tui.widgets.bars import Key
from game.tui.widgets.choices import Choices
from game.tui.widgets.talk import Talk


class Desk(Page):
    """A screen that takes every new version of the level its author is writing."""

    HELP_IDEA = ("help-preview", "help-preview-saves")
    HELP_PLAIN = "help-preview-plain"
    drafts: Drafts

    def on_mount(self) -> None:
        """Begin to look at the file."""
        self.run_worker(self._look_again_and_again(), group="looking")

    async def _look_again_and_again(self) -> None:
        while True:
            draft = await in_background(self.drafts.look)
            if draft:
                self.take(draft)
            await asyncio.sleep(watching.PAUSE)

    def take(self, draft: Draft) -> None:
        """Show a new version."""
        raise NotImplementedError


class WaitingScreen(Desk):
    """Tells what is wrong with a level that cannot be played yet; goes to it as soon as it can."""

    HELP_KEYS = (("PgUp PgDn", "help-scroll"), ("t", "help-t"), ("v", "help-v"), ("q", "help-preview-leave"))

    def __init__(self, drafts: Drafts) -> None:
        super().__init__()
        self.drafts = drafts

    def compose_body(self) -> Iterator[Widget]:
        """Yield the problems; there is nothing to choose."""
        yield Talk()
        yield Choices()

    def keys(self) -> list[Key]:
        """Return the keys of the key bar."""
        return [
            Key("?", self.say("key-help"), "help"),
            Key("q", self.say("key-leave"), "leave"),
            Key("t", self.say("key-language"), "language"),
            Key("v", self.say("key-view"), "view"),
        ]

    def show_all(self) -> None:
        """Show the problems of the present version."""
        self.title_bar.tell(clean(self.drafts.path.name), self.say("preview-problems"))
        self.query_one(Talk).show(problems_told(self.drafts.latest, self.language))
        self.notice_bar.tell(self.say("preview-not-yet"), is_warning=True)
        self.key_bar.redraw()

    def take(self, draft: Draft) -> None:
        """Go to the level when it can be played, else show what is wrong now."""
        if draft.level is None:
            self.show_all()
            return
        from game.tui.screens.preview import PreviewScreen

        while self.app.screen is not self:
            self.app.pop_screen()
        self.app.switch_screen(PreviewScreen(self.drafts, draft.level))
