"""The preview: a conversation as players see it, with what only its author may see beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widget import Widget

from game.authoring.drafts import Draft, Drafts
from game.opening import Notice, Opened
from game.saves import SavedGame
from game.story.level import Level, Reply
from game.story.playthrough import State
from game.story.ways import shortest_way
from game.trying import Trial, back, begin, come_into, entered, give, jump, renewed
from game.tui.screens.backstage import (
    answer_drawn,
    counted,
    endings_drawn,
    misfit_told,
    problems_drawn,
    scene_drawn,
)
from game.tui.screens.conversation import CALM, ConversationScreen
from game.tui.screens.desk import Desk
from game.tui.screens.page import Page
from game.tui.screens.preview_keys import ACTIONS, HELP
from game.tui.text import EMPTY
from game.tui.widgets.bars import Key
from game.tui.widgets.sheet import Sheet
from game.tui.widgets.talk import Talk, Utterance

WIDE_AT = 108
"""From this many columns on the panel stands beside the conversation, else below it."""

SIDE = 44
"""Cells the style sheet gives the panel at the side."""

MOST_AT_SIDE, MOST_BELOW = (6, 2), (3, 1)
"""Errors and warnings in the panel: a level that is being written may have many of them."""

MOST_LINES = 3
"""Lines with an error that the notice names."""

CALM_HERE = CALM | {"preview-reread", "preview-back", "preview-jumped", "preview-stayed", "preview-moved"}


class PreviewScreen(Desk, ConversationScreen):
    """Plays the newest good version of a level, from file to screen; nothing of it is saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "open('menu')", show=False),
        *(Binding(key, action, show=False) for key, _, action, _ in ACTIONS if key not in "btv"),
        Binding("tab", "side", show=False),
    ]
    HELP_KEYS = HELP

    side = query_one("#side", VerticalScroll)
    beside = query_one("#beside", Sheet)
    under = query_one("#under", Sheet)

    def __init__(self, drafts: Drafts, level: Level) -> None:
        self.drafts = drafts
        self.trial = begin(level)
        self.shows_behind = True
        super().__init__(Opened(_unsaved(self.trial)))

    def compose(self) -> ComposeResult:
        """Lay out the conversation with the panel at its side."""
        with Horizontal(id="desk"):
            yield from super().compose()
            with VerticalScroll(id="side", can_focus=False):
                yield _sheet("beside")

    def compose_body(self) -> Iterator[Widget]:
        """Yield what is said, what one can say, and the panel for where there is no room beside it."""
        yield from super().compose_body()
        yield _sheet("under")

    def keys(self) -> list[Key]:
        """Return the keys of the key bar."""
        keys = [Key(key, self.say(name), action) for key, name, action, _ in ACTIONS]
        return [
            Key("?", self.say("key-help"), "help"),
            Key("m", self.say("key-menu"), "open('menu')"),
            *keys[:5],
            Key("q", self.say("key-leave"), "leave"),
            *keys[5:],
        ]

    def on_resize(self, event: Resize) -> None:
        """Put the panel where there is room for it."""
        self.set_class(event.size.width >= WIDE_AT, "-wide")

    @property
    def page_width(self) -> int:
        """The cells the page takes beside the panel."""
        beside = SIDE if self.has_class("-wide") else 0
        return min(super().page_width, self.app.size.width - beside)

    def offered(self) -> tuple[Reply, ...]:
        """Return the replies that can be given now, in the order of the file."""
        return self.trial.game.available

    def show_beat(self) -> None:
        """Show the present beat, also the ending, and what is behind it."""
        ending = self.trial.game.ending
        if ending and not self.shows_consequence:
            title = Utterance(ending.title.in_language(self.language), style="bold $voice")
            self.query_one(Talk).show([title, Utterance(ending.text.in_language(self.language))])
            self.choices.offer([self.say("preview-again"), self.say("preview-step-back")])
        else:
            super().show_beat()
        self._show_panels()

    def _show_panels(self) -> None:
        for sheet, most in ((self.beside, MOST_AT_SIDE), (self.under, MOST_BELOW)):

            def draw(width: int, height: int, most: tuple[int, int] = most) -> list[Content]:
                lines = problems_drawn(self.drafts.latest, most, width, self.language)
                return [*lines, EMPTY, *self._behind(width)] if self.shows_behind else lines

            sheet.put_up(draw)

    def _behind(self, width: int) -> list[Content]:
        game = self.trial.game
        if self.shows_consequence:
            return answer_drawn(game, width, self.language)
        return (endings_drawn if game.ending else scene_drawn)(game, width, self.language)

    def _show_title(self) -> None:
        game = self.trial.game
        title = game.level.title.in_language(self.language)
        scene = game.turns[-1].scene if self.shows_consequence else game.state.scene
        if scene is None:
            self.title_bar.tell(
                title, self.say("preview-is-over", ending=game.ending.id if game.ending else "")
            )
            return
        left = shortest_way(game.level, scene)
        self.title_bar.tell(title, self.say("preview-where", scene=scene, left=left), scene)

    def _present(self) -> tuple[str, ...]:
        game = self.trial.game
        return game.level.scenes[game.turns[-1].scene].present if game.ending else super()._present()

    def _show_notices(self) -> None:
        """Say what has just happened; that there is an error stays as long as there is one."""
        words = [self.say(key, **values) for key, values in self._notices]
        errors = self.drafts.latest.errors
        if self.drafts.latest.is_lost:
            words.append(self.say("preview-lost", file=self.drafts.path.name))
        elif errors:
            lines = dict.fromkeys(str(error.place.line) for error in errors)
            named = ", ".join(list(lines)[:MOST_LINES]) + (", …" if len(lines) > MOST_LINES else "")
            told = counted(self.drafts.latest, self.language, errors_only=True)
            words.append(self.say("preview-broken", count=told, lines=named))
        is_warning = bool(errors) or any(key not in CALM_HERE for key, _ in self._notices)
        self.notice_bar.tell(" ".join(words), is_warning=is_warning)

    @property
    def has_more(self) -> bool:
        """Tell whether there is more of the conversation below; the panel does not count."""
        end = self.choices.virtual_region.bottom
        return end > self.body.scroll_y + self.body.size.height + 0.5

    def _tell_more(self) -> None:
        below = self.body.max_scroll_y > self.body.scroll_y + 0.5
        self.key_bar.tell_more(f"▼ {self.say('more-below')}" if below else "")

    def go(self, trial: Trial, *notices: Notice, is_answered: bool = False) -> None:
        """Go to where *trial* stands; *is_answered* shows what the last reply did first."""
        self.trial = trial
        self.saved = _unsaved(trial)
        self.shows_consequence, self.shows_introduction = is_answered, False
        self._notices = notices
        self.show_all()

    def take(self, draft: Draft) -> None:
        """Play on in a new version, in the same place; with an error in it, in the last good one."""
        if draft.level is None:
            self._notices = ()
            self._show_anew()
            return
        trial = renewed(self.trial, draft.level, is_answer_shown=self.shows_consequence)
        is_same = trial.steps == self.trial.steps
        self.shows_consequence = self.shows_consequence and is_same and bool(trial.game.turns)
        self.shows_introduction = self.shows_introduction and is_same
        self.trial, self.saved = trial, _unsaved(trial)
        self._notices = (("preview-reread", {"time": f"{self.game_app.now():%H:%M:%S}"}), *misfit_told(trial))
        self._show_anew()

    def _show_anew(self) -> None:
        """Show everything as it is now, scrolled and marked as it was; also what is open on top of it."""
        scrolled, marked = self.body.scroll_y, self.choices.marked
        self.show_all()
        if marked is not None and marked < len(self.choices.options):
            self.choices.marked = marked
        self.call_after_refresh(self.body.scroll_to, y=scrolled, animate=False)
        if self.app.screen is not self and isinstance(self.app.screen, Page):
            self.app.screen.show_all()

    def give(self, reply: str) -> None:
        """Give *reply* and show what it did."""
        self.go(give(self.trial, reply), is_answered=True)

    def choose_option(self, index: int) -> None:
        """Give a reply, go on, or after the ending begin anew or step back."""
        if self.trial.game.ending and not self.shows_consequence:
            (self.action_restart, self.action_rewind)[index]()
        else:
            super().choose_option(index)

    def action_go_on(self) -> None:
        """Go from the introduction or the consequence to the next scene, or to the ending."""
        if self.shows_consequence or self.shows_introduction:
            self.go(self.trial)

    def action_rewind(self) -> None:
        """Take the last step back, a jump as well as a reply."""
        if self.trial.steps:
            self.go(back(self.trial), ("preview-back", {}))
        else:
            self._notices = (("nothing-to-rewind", {}),)
            self.show_all()

    def action_restart(self) -> None:
        """Begin anew."""
        self.go(begin(self.trial.level))

    def jump_to(self, scene: str) -> None:
        """Come into *scene* with the present meters and facts."""
        self.go(jump(self.trial, scene), ("preview-jumped", {"scene": scene}))

    @property
    def entered(self) -> State:
        """The state in which the present scene was come into."""
        return entered(self.trial.game)

    def enter_as(self, state: State) -> None:
        """Come into the scene of *state* with its meters and facts."""
        self.go(come_into(self.trial, state))

    def action_behind(self) -> None:
        """Show or hide what is behind the scene."""
        self.shows_behind = not self.shows_behind
        self._show_anew()

    def action_side(self) -> None:
        """Read on in the panel at the side; after its end from its beginning."""
        side = self.side if self.has_class("-wide") else self.body
        if side.max_scroll_y > side.scroll_y + 0.5:
            side.scroll_relative(y=max(1, side.size.height - 1), animate=False)
        else:
            side.scroll_home(animate=False)

    def action_open(self, page: str) -> None:
        """Open one of the pages on top of the preview."""
        from game.tui.screens.preview_pages import PAGES

        self.app.push_screen(PAGES[page](self))


def _sheet(id: str) -> Sheet:
    sheet = Sheet()
    sheet.id = id
    return sheet


def _unsaved(trial: Trial) -> SavedGame:
    """Return the game of *trial* as the conversation plays one; nothing of it is written down."""
    return SavedGame(trial.game, 0, None)
