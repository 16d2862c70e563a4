"""The debrief: a page at a time, back and forth, and then again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from game.saves import SavedGame
from game.story.debrief import debrief
from game.tui.screens.debrief_pages import Draw, pages
from game.tui.screens.page import Page
from game.tui.screens.papers import history_paper
from game.tui.text import EMPTY, paragraph
from game.tui.widgets.bars import Key
from game.tui.widgets.choices import Choices
from game.tui.widgets.drawn import Drawn


def _nothing(width: int, height: int) -> list[Content]:
    return [EMPTY]


class Sheet(Drawn):
    """A page of the debrief, drawn by whoever put it up."""

    def __init__(self) -> None:
        super().__init__()
        self.draw_page: Draw = _nothing

    def draw(self, width: int) -> list[Content]:
        """Return the page for *width* and the height of the window."""
        return self.draw_page(width, self.app.size.height)


class DebriefScreen(Page):
    """Shows the debrief of a finished game; the last page offers what to do next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "page(1)", show=False),
        Binding("left,backspace,b", "page(-1)", show=False),
        Binding("l", "history", show=False),
    ]
    HELP_KEYS = (
        ("⏎ →", "key-next"),
        ("←", "key-previous"),
        ("PgUp PgDn", "help-scroll"),
        ("l", "help-l"),
        ("t", "help-t"),
        ("v", "help-v"),
        ("q", "help-q"),
    )

    def __init__(self, saved: SavedGame) -> None:
        super().__init__()
        self.saved = saved
        self.page_number = 0
        self._next: list[tuple[str, str]] = []

    def compose_body(self) -> Iterator[Widget]:
        """Yield the page and what one can do."""
        yield Sheet()
        yield Choices()

    def keys(self) -> list[Key]:
        """Return the keys of the key bar."""
        return [
            Key("?", self.say("key-help"), "help"),
            Key("→", self.say("key-next"), "page(1)"),
            Key("←", self.say("key-previous"), "page(-1)"),
            Key("q", self.say("key-leave"), "leave"),
            Key("l", self.say("key-log"), "history"),
            Key("t", self.say("key-language"), "language"),
            Key("v", self.say("key-view"), "view"),
        ]

    def show_all(self) -> None:
        """Show the present page."""
        told = debrief(self.saved.game)
        sheets = pages(told, self.game_app.library, self.language)
        count = len(sheets) + 1
        sheet = self.query_one(Sheet)
        if self.page_number < len(sheets):
            page = sheets[self.page_number]
            title, sheet.draw_page = page.title, page.draw
            self.choices.offer([self.say("key-next")])
        else:
            title = "page-again"
            sheet.draw_page = lambda width, height: paragraph(self._endings_known(), width)
            self._next = self._ways_on()
            self.choices.offer([words for _, words in self._next])
        of = self.say("page-of", now=self.page_number + 1, all=count)
        self.title_bar.tell(self.say(title), f"{self.say('debrief')} {of}")
        sheet.redraw()
        trouble = self.saved.path is not None and self.saved.trouble
        notice = self.say("not-saved", why=self.saved.trouble, count=self.saved.unsaved) if trouble else ""
        self.notice_bar.tell(notice, is_warning=True)
        self.key_bar.redraw()
        self.body.scroll_home(animate=False)

    def _endings_known(self) -> str:
        level = self.saved.game.level
        reached = {game.ending for game in self.game_app.saves.all() if game.level_id == level.id}
        reached.add(self.saved.game.ending.id if self.saved.game.ending else None)
        known = [each for each in level.endings.values() if each.id in reached]
        left = [each for each in level.endings.values() if each.id not in reached]
        words = self.say(
            "again-found", titles=", ".join(each.title.in_language(self.language) for each in known)
        )
        if left:
            titles = ", ".join(each.title.in_language(self.language) for each in left)
            words = f"{words}\n{self.say('again-left', count=len(left), titles=titles)}"
        return words

    def _ways_on(self) -> list[tuple[str, str]]:
        level = self.saved.game.level
        ways = [("back", self.say("again-back")), ("start", self.say("again-from-start"))]
        library = self.game_app.library
        if level.sister in library.ids and level.sister not in library.broken:
            title = library.level(level.sister).title.in_language(self.language)
            ways.append(("sister", self.say("again-sister", title=title)))
        return [*ways, ("house", self.say("again-house"))]

    def action_page(self, step: int) -> None:
        """Turn *step* pages."""
        last = len(pages(debrief(self.saved.game), self.game_app.library, self.language))
        self.page_number = min(last, max(0, self.page_number + step))
        self.show_all()

    def action_history(self) -> None:
        """Open the whole conversation."""
        self.app.push_screen(history_paper(self.saved.game))

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Turn the page, or do what was chosen on the last one."""
        event.stop()
        if self.choices.is_single:
            self.action_page(1)
            return
        level = self.saved.game.level
        match self._next[event.index][0]:
            case "back":
                self.saved.rewind(len(self.saved.game.turns) - 1)
                self.game_app.continue_with(self.saved)
            case "start":
                self.saved.close()
                self.game_app.open_level(level.id, None, instead=True)
            case "sister":
                self.saved.close()
                self.game_app.open_level(level.sister or level.id, None, instead=True)
            case _:
                self.game_app.go_to_house()

    def on_unmount(self) -> None:
        """Let go of the saved game, unless the conversation goes on with it."""
        if self.saved.game.ending:
            self.saved.close()
