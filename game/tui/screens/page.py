"""What all screens share: title, body, notice and keys; help, language, colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.events import Resize
from textual.geometry import Region
from textual.getters import query_one
from textual.screen import Screen
from textual.widget import Widget

from game.tui.widgets.bars import Key, KeyBar, NoticeBar, TitleBar
from game.tui.widgets.choices import Choices
from game.tui.widgets.drawn import TALL
from game.words import say

if TYPE_CHECKING:
    from game.tui.app import LuisterkamerApp

NARROW_AT, LOWEST_AT = 56, 16


class Page(Screen[None]):
    """A screen with a title, a body that scrolls, notices and keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", show=False),
        Binding("t", "language", show=False),
        Binding("v", "view", show=False),
        Binding("q,escape", "leave", show=False),
        Binding("up,k", "mark(-1)", show=False),
        Binding("down,j", "mark(1)", show=False),
        Binding("pageup,ctrl+b", "turn(-1)", show=False, priority=True),
        Binding("pagedown,ctrl+f", "turn(1)", show=False, priority=True),
        Binding("enter", "choose_marked", show=False),
        Binding("space", "space", show=False),
        *(Binding(str(number), f"choose({number})", show=False) for number in range(1, 10)),
    ]
    AUTO_FOCUS = ""  # keys belong to the screen; a field takes them only while something is typed
    HELP_KEYS: ClassVar[tuple[tuple[str, str], ...]] = ()
    """What the help says about this screen: a key and the catalogue's word for it."""
    HELP_IDEA: ClassVar[tuple[str, ...]] = ("help-idea", "help-saved")
    """What the help begins with."""
    HELP_PLAIN: ClassVar[str] = "help-plain"
    """What the help tells who works without a screen."""

    title_bar = query_one(TitleBar)
    notice_bar = query_one(NoticeBar)
    key_bar = query_one(KeyBar)
    choices = query_one(Choices)
    body = query_one("#body", VerticalScroll)

    @property
    def game_app(self) -> LuisterkamerApp:
        """The app, as what it is."""
        from game.tui.app import LuisterkamerApp

        assert isinstance(self.app, LuisterkamerApp)
        return self.app

    @property
    def language(self) -> str:
        """The language shown now."""
        return self.game_app.settings.language

    def say(self, key: str, **values: object) -> str:
        """Return the words for *key* in the language shown now."""
        return say(self.language, key, **values)

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Vertical(id="page"):
            yield TitleBar()
            yield from self.compose_top()
            body = VerticalScroll(id="body", can_focus=False)
            with body:
                yield from self.compose_body()
            yield from self.compose_below()
            yield NoticeBar()
            yield KeyBar(self.keys)

    def compose_top(self) -> Iterator[Widget]:
        """Yield what stands between title and body."""
        yield from ()

    def compose_body(self) -> Iterator[Widget]:
        """Yield what stands in the body."""
        yield Choices()

    def compose_below(self) -> Iterator[Widget]:
        """Yield what stands between body and notices, always in sight."""
        yield from ()

    def keys(self) -> list[Key]:
        """Return the keys of the key bar, the most needed first."""
        raise NotImplementedError

    def show_all(self) -> None:
        """Show everything anew: after a step, or in another language."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show the screen for the first time."""
        for what in ("scroll_y", "virtual_size", "size"):
            self.watch(self.body, what, self._look_for_more, init=False)
        self.prepare()
        self.show_all()

    def prepare(self) -> None:
        """Get ready what the screen shows, once, before it is shown for the first time."""

    def _look_for_more(self) -> None:
        """Look once the layout has settled: before that, a text that fits may seem not to."""
        self.call_after_refresh(self._tell_more)

    def _tell_more(self) -> None:
        """Say in the key bar when there is more below."""
        self.key_bar.tell_more(f"▼ {self.say('more-below')}" if self.has_more else "")

    @property
    def has_more(self) -> bool:
        """Tell whether there is more to read below."""
        return self.body.max_scroll_y > self.body.scroll_y + 0.5

    def on_screen_resume(self) -> None:
        """Come back from a screen on top, perhaps in another language."""
        if self.is_mounted:
            self.show_all()

    def on_resize(self, event: Resize) -> None:
        """Give the style sheet classes for what fits."""
        self.set_class(event.size.width < NARROW_AT, "-narrow")
        self.set_class(event.size.height < TALL, "-short")
        self.set_class(event.size.height < LOWEST_AT, "-lowest")

    def action_help(self) -> None:
        """Open the help for this screen."""
        from game.tui.screens.papers import help_paper

        self.app.push_screen(help_paper(self.HELP_KEYS, self.HELP_IDEA, self.HELP_PLAIN))

    def action_language(self) -> None:
        """Go to the other language, at once."""
        self.game_app.switch_language()
        self.show_all()

    def action_view(self) -> None:
        """Go to the next look."""
        look = self.game_app.switch_look()
        self.notice_bar.tell(self.say("look-is", look=self.say(f"look-{look}")))

    def action_leave(self) -> None:
        """Leave this screen."""
        self.game_app.leave(self)

    def action_mark(self, step: int) -> None:
        """Move the mark, or scroll where there is nothing to mark."""
        if self.choices.is_single or not self.choices.options:
            self.body.scroll_relative(y=step, animate=False)
            return
        self.choices.mark(step)
        self.show_marked()

    def show_marked(self) -> None:
        """Scroll to what is marked."""
        region = self.choices.marked_region
        if region is not None:
            offset = self.choices.virtual_region.offset
            self.body.scroll_to_region(
                Region(offset.x + region.x, offset.y + region.y, *region.size), animate=False
            )

    def action_turn(self, step: int) -> None:
        """Scroll a page."""
        self.body.scroll_relative(y=step * max(1, self.body.size.height - 1), animate=False)

    def action_space(self) -> None:
        """Read on; at the end of the text, go on."""
        if self.has_more:
            self.action_turn(1)
        elif self.choices.is_single:
            self.choices.choose(0)

    def action_choose_marked(self) -> None:
        """Choose what is marked, or the only thing there is."""
        self.choices.choose_marked()

    def action_choose(self, number: int) -> None:
        """Choose the option with *number* (from 1)."""
        if not self.choices.is_single:
            self.choices.choose(number - 1)
