"""The debrief: seven steps, one at a time, back and forth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from game.closing import Closing
from game.logbook import FEELINGS, LONGEST_PLAN
from game.opening import Opened
from game.saves import SavedGame
from game.tui.screens import steps
from game.tui.screens.page import Page
from game.tui.screens.papers import history_paper, sisters_paper
from game.tui.widgets.bars import Key
from game.tui.widgets.choices import Choices
from game.tui.widgets.field import Field
from game.tui.widgets.sheet import Draw, Sheet

FEELING, HAPPENED, WHY, PRINCIPLE, OUTCOME, TOMORROW, AGAIN = range(7)
TITLES = (
    "step-feeling",
    "step-happened",
    "step-why",
    "step-principle",
    "step-outcome",
    "step-tomorrow",
    "step-again",
)


class DebriefScreen(Page):
    """Takes the player through the debrief of a finished game; the last step offers ways on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "step(1)", show=False),
        Binding("left,backspace,b", "step(-1)", show=False),
        Binding("l", "history", show=False),
    ]
    HELP_KEYS = (
        ("1-5", "help-choose"),
        ("→ ⏎", "key-next"),
        ("←", "key-previous"),
        ("↑ ↓", "help-browse"),
        ("PgUp PgDn", "help-scroll"),
        ("l", "help-l"),
        ("t", "help-t"),
        ("v", "help-v"),
        ("q", "help-q"),
    )

    def __init__(self, saved: SavedGame) -> None:
        super().__init__()
        self.saved = saved
        self.step = FEELING
        self.browsed = 0
        self._goes_on = False
        self._passed = False
        self._ways: list[str] = []

    def compose_body(self) -> Iterator[Widget]:
        """Yield the step, the line to type a plan in, and what one can choose."""
        yield Sheet()
        yield Field(LONGEST_PLAN)
        yield Choices()

    def prepare(self) -> None:
        """Compute the debrief, once."""
        app = self.game_app
        self.closing = Closing(self.saved, app.library, app.saves, app.logbook, app.now)
        self.browsed = self.closing.told.decisive

    def keys(self) -> list[Key]:
        """Return the keys of the key bar."""
        if self.is_typing:
            return [
                Key("⏎", self.say("key-keep"), "keep"),
                Key("Esc", self.say("key-leave-as-it-was"), "leave"),
            ]
        return [
            Key("?", self.say("key-help"), "help"),
            Key("→", self.say("key-next"), "step(1)"),
            Key("←", self.say("key-previous"), "step(-1)"),
            Key("q", self.say("key-leave"), "leave"),
            Key("l", self.say("key-log"), "history"),
            Key("t", self.say("key-language"), "language"),
            Key("v", self.say("key-view"), "view"),
        ]

    @property
    def is_typing(self) -> bool:
        """Tell whether the player is typing a plan."""
        return bool(self.query_one(Field).display)

    @property
    def _picks(self) -> bool:
        """Tell whether the player is to pick a principle now."""
        return self.closing.asks_principle and not self._passed

    def show_all(self) -> None:
        """Show the present step."""
        of = self.say("page-of", now=self.step + 1, all=len(TITLES))
        short = f"{self.step + 1}/{len(TITLES)}"
        self.title_bar.tell(self.say(TITLES[self.step]), f"{self.say('debrief')} {of}", short)
        sheet = self.query_one(Sheet)
        sheet.put_up(self._drawn())
        options, marked = self._options()
        self.choices.offer(options, marked=marked)
        self.choices.display = not self.is_typing
        self._show_trouble()
        self.key_bar.redraw()
        self.body.scroll_home(animate=False)

    def _drawn(self) -> Draw:
        told, library, language = self.closing.told, self.game_app.library, self.language
        entry = self.closing.entry
        match self.step:
            case 0:
                return steps.feeling(told, language)
            case 1:
                return steps.happened(told, language)
            case 2:
                return steps.why(told, self.browsed, language)
            case 3 if self._picks:
                return steps.pick(language)
            case 3:
                return steps.quoted(told, entry.picked, library, language)
            case 4:
                return steps.outcome(told, library, language)
            case 5:
                note = (
                    self.say("plan-typing", most=LONGEST_PLAN)
                    if self.is_typing
                    else self.say("plan-kept")
                    if entry.plan
                    else ""
                )
                plan = entry.plan or self.closing.plan_suggested(language)
                return steps.tomorrow(plan, note, is_own=bool(entry.plan), language=language)
            case _:
                return steps.endings_known(told, self._reached(), language)

    def _options(self) -> tuple[list[str], int | None]:
        """Return what can be chosen in this step, and which of it was chosen before."""
        entry = self.closing.entry
        if self.step == FEELING:
            marked = FEELINGS.index(entry.feeling) if entry.feeling in FEELINGS else None
            return [self.say(f"feeling-{feeling}") for feeling in FEELINGS], marked
        if self.step == PRINCIPLE and self._picks:
            principles = self.game_app.library.principles
            return [principles[id].name.in_language(self.language) for id in self.closing.options], None
        if self.step == TOMORROW and not entry.plan:
            return [self.say(f"plan-{choice}") for choice in ("take", "edit", "not-now")], None
        if self.step == TOMORROW:
            return [self.say("key-next"), self.say("plan-edit")], 0
        if self.step == AGAIN:
            self._ways, words = self._ways_on()
            return words, None
        return [self.say("key-next")], None

    def _reached(self) -> set[str]:
        level = self.saved.game.level
        games = self.game_app.saves.all()
        reached = {game.ending for game in games if game.level_id == level.id and game.ending}
        return reached | {self.closing.told.ending.id}

    def _ways_on(self) -> tuple[list[str], list[str]]:
        """Return the ways on from here: what they are, and the words for them."""
        library, level = self.game_app.library, self.saved.game.level
        ways: dict[str, str] = {}
        if self.closing.told.road:
            ways["road"] = self.say("again-road")
        if sisters := self.closing.sisters:
            one, other = (each.title.in_language(self.language) for each in sisters.levels)
            ways["sisters"] = self.say("again-sisters", one=one, other=other)
        ways["back"] = self.say("again-back")
        ways["start"] = self.say("again-from-start")
        following = self.closing.suggestion
        sister = library.card(level.sister)
        if following:
            title = following.title.in_language(self.language)
            words = "again-next-sister" if following == sister else "again-next"
            ways["next"] = self.say(words, title=title)
        if sister and sister != following:
            ways["sister"] = self.say("again-sister", title=sister.title.in_language(self.language))
        ways["house"] = self.say("again-house")
        return list(ways), list(ways.values())

    def _show_trouble(self) -> None:
        saved, logbook = self.saved, self.game_app.logbook
        words = ""
        if saved.path is not None and saved.trouble:
            words = self.say("not-saved", why=saved.trouble, count=saved.unsaved)
        elif logbook.trouble:
            words = self.say("logbook-not-kept", why=logbook.trouble)
        self.notice_bar.tell(words, is_warning=True)

    def action_step(self, step: int) -> None:
        """Go *step* steps on or back."""
        if self.is_typing:
            return
        if step > 0 and self.step == PRINCIPLE and self.closing.asks_principle and not self._passed:
            self._passed = True  # not picking is fine; what it was about is shown all the same
        else:
            self.step = min(AGAIN, max(FEELING, self.step + step))
        self.show_all()

    def action_mark(self, step: int) -> None:
        """Go to another reply in the third step; elsewhere move the mark."""
        if self.step != WHY:
            super().action_mark(step)
            return
        count = len(self.closing.told.moments)
        self.browsed = (self.browsed + step) % count
        self.show_all()

    def action_history(self) -> None:
        """Open the whole conversation."""
        self.app.push_screen(history_paper(self.saved.game))

    def action_leave(self) -> None:
        """Stop typing, or leave."""
        if self.is_typing:
            self.query_one(Field).close()
            self.show_all()
        else:
            super().action_leave()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Do what was chosen in this step."""
        event.stop()
        entry = self.closing.entry
        if self.step == FEELING:
            self.closing.feel(FEELINGS[event.index])
            self.action_step(1)
        elif self.step == PRINCIPLE and self._picks:
            self.closing.pick(self.closing.options[event.index])
            self.show_all()
        elif self.step == TOMORROW:
            self._plan(event.index, is_own=bool(entry.plan))
        elif self.step == AGAIN:
            self._go(self._ways[event.index])
        else:
            self.action_step(1)

    def _plan(self, index: int, *, is_own: bool) -> None:
        edits = index == 1
        if edits:
            plan = self.closing.entry.plan or self.closing.plan_suggested(self.language)
            self.query_one(Field).open_with(plan)
            self.show_all()
        elif index == 0 and not is_own:
            self.closing.plan(self.closing.plan_suggested(self.language))
            self.show_all()
        else:
            self.action_step(1)

    def on_input_submitted(self, event: Field.Submitted) -> None:
        """Keep the plan that was typed."""
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Keep the plan that was typed; nothing typed is nothing kept."""
        field = self.query_one(Field)
        if plan := field.value.strip():
            self.closing.plan(plan)
        field.close()
        self.show_all()

    def _go(self, way: str) -> None:
        app, level = self.game_app, self.saved.game.level
        match way:
            case "road":
                from game.tui.screens.road import RoadScreen

                app.push_screen(RoadScreen(self.closing))
            case "sisters":
                if sisters := self.closing.sisters:
                    app.push_screen(sisters_paper(sisters, app.library))
            case "back":
                self._goes_on = True
                self.saved.rewind(len(self.saved.game.turns) - 1)
                app.show_conversation(Opened(self.saved, is_resumed=True), instead=True)
            case "start":
                app.open_level(level.id, None, instead=True)
            case "next":
                if following := self.closing.suggestion:
                    app.open_level(following.id, None, instead=True)
            case "sister":
                app.open_level(level.sister or level.id, None, instead=True)
            case _:
                app.go_to_house()

    def on_unmount(self) -> None:
        """Let go of the saved game, unless the conversation goes on with it."""
        if not self._goes_on:
            self.saved.close()
