"""Pages on top of the preview: all one can do, the scenes to jump to, meters and facts, problems."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from game.authoring.picture import on_one_line
from game.story.level import HIGHEST, LOWEST
from game.story.playthrough import State
from game.tui.screens.backstage import problems_told
from game.tui.screens.papers import Paper, history
from game.tui.screens.preview_keys import ACTIONS, PreviewPage
from game.tui.screens.tree import TreePage
from game.tui.text import EMPTY, paragraph
from game.tui.widgets.bars import Key
from game.tui.widgets.choices import Choices
from game.tui.widgets.field import Field
from game.tui.widgets.sheet import Sheet
from game.tui.widgets.talk import Utterance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.widget import Widget

    from game.tui.screens.page import Page
    from game.tui.screens.preview import PreviewScreen

STEP = 5
"""Points by which a key moves a meter: one step of the story."""

METERS = ("trust", "sympathy")


def problems_paper(preview: PreviewScreen) -> Paper:
    """Return all problems of the newest version."""

    def write(language: str) -> tuple[str, list[Utterance]]:
        return preview.say("preview-problems"), problems_told(preview.drafts.latest, language)

    return Paper(write)


def history_now_paper(preview: PreviewScreen) -> Paper:
    """Return the conversation so far in the newest version, opened at its end."""

    def write(language: str) -> tuple[str, list[Utterance]]:
        told = history(preview.trial.game, language)
        return preview.say("history"), told or [Utterance(preview.say("history-empty"))]

    return Paper(write, from_the_end=True)


def you_now_paper(preview: PreviewScreen) -> Paper:
    """Return the page that tells who the player is, in the newest version."""

    def write(language: str) -> tuple[str, list[Utterance]]:
        return preview.say("you-are"), [Utterance(preview.trial.level.you.in_language(language))]

    return Paper(write)


class MenuPage(PreviewPage):
    """Everything an author can do in the preview, to choose from."""

    HELP_KEYS = (("↑ ↓ ⏎", "help-arrows"), ("q", "help-preview-leave"))

    def show_all(self) -> None:
        """Show all there is."""
        self.title_bar.tell(self.say("preview-menu"))
        self.query_one(Sheet).put_up(
            lambda width, height: paragraph(self.say("preview-menu-told"), width, "$quiet")
        )
        options = [
            self.say("preview-menu-line", told=self.say(told), press=key) for key, _, _, told in ACTIONS
        ]
        self.choices.offer(options, marked=self.choices.marked)
        self.key_bar.redraw()

    async def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Do what was chosen."""
        event.stop()
        self.app.pop_screen()
        await self.preview.run_action(ACTIONS[event.index][2])


class JumpPage(PreviewPage):
    """The scenes of the level: the one that is chosen is jumped to."""

    HELP_KEYS = (("1 2 3 …", "help-jump"), ("↑ ↓ ⏎", "help-arrows"))

    def show_all(self) -> None:
        """Show every scene by its name and first words."""
        game = self.preview.trial.game
        self.title_bar.tell(self.say("preview-jump"))

        def draw(width: int, height: int) -> list[Content]:
            state = game.state
            told = self.say("preview-jump-told", trust=state.trust, sympathy=state.sympathy)
            return paragraph(told, width, "$quiet")

        self.query_one(Sheet).put_up(draw)
        options = []
        for scene in game.level.scenes.values():
            words = on_one_line(scene.lines[0].text, self.language) if scene.lines else ""
            here = f"  ({self.say('preview-here')})" if scene.id == game.state.scene else ""
            options.append(f"{scene.id}{here}  {words[:60]}{'…' if len(words) > 60 else ''}")
        self.choices.offer(options, marked=self.choices.marked)
        self.key_bar.redraw()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Jump."""
        event.stop()
        scenes = list(self.preview.trial.level.scenes)
        self.app.pop_screen()
        if event.index < len(scenes):
            self.preview.jump_to(scenes[event.index])


class SettingPage(PreviewPage):
    """The meters and facts with which the present scene is come into; each can be changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("minus,left", f"move({-STEP})", show=False),
        Binding("plus,equals_sign,right", f"move({STEP})", show=False),
    ]
    HELP_KEYS = (
        ("1-9", "help-set-choose"),
        ("↑ ↓ ⏎", "help-arrows"),
        ("← →", "help-less-more"),
    )

    def __init__(self, preview: PreviewScreen) -> None:
        super().__init__(preview)
        self._meter = ""

    def compose_below(self) -> Iterator[Widget]:
        """Yield the line to type a number in."""
        yield Field(3)

    def keys(self) -> list[Key]:
        """Return the keys of the key bar."""
        if self._meter:
            return [
                Key("⏎", self.say("key-keep"), "keep"),
                Key("Esc", self.say("key-leave-as-it-was"), "leave"),
            ]
        return [
            Key("←", self.say("key-less"), f"move({-STEP})"),
            Key("→", self.say("key-more"), f"move({STEP})"),
            Key("q", self.say("key-close"), "leave"),
            Key("?", self.say("key-help"), "help"),
            Key("t", self.say("key-language"), "language"),
        ]

    @property
    def _facts(self) -> list[str]:
        return sorted(self.preview.trial.level.facts)

    def show_all(self) -> None:
        """Show both meters and every fact."""
        entered, now = self.preview.entered, self.preview.trial.game.state
        self.title_bar.tell(self.say("preview-set"), entered.scene or "")

        def draw(width: int, height: int) -> list[Content]:
            lines = paragraph(self.say("preview-set-told", scene=entered.scene), width, "$quiet")
            if (entered.trust, entered.sympathy) != (now.trust, now.sympathy) and now.scene:
                told = self.say("preview-set-lines", trust=now.trust, sympathy=now.sympathy)
                lines += [EMPTY, *paragraph(told, width)]
            if not self._facts:
                lines += [EMPTY, *paragraph(self.say("preview-set-no-facts"), width, "$quiet")]
            return lines

        self.query_one(Sheet).put_up(draw)
        options = [
            self.say("preview-set-meter", meter=self.say(meter), value=getattr(entered, meter))
            for meter in METERS
        ]
        options += [
            self.say("preview-set-yes" if fact in entered.facts else "preview-set-no", fact=fact)
            for fact in self._facts
        ]
        self.choices.offer(options, marked=self.choices.marked)
        self.notice_bar.tell(self.say("preview-set-number") if self._meter else "")
        self.key_bar.redraw()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Type a number for a meter; turn a fact."""
        event.stop()
        self.choices.marked = event.index
        if event.index < len(METERS):
            self._meter = METERS[event.index]
            self.query_one(Field).open_with(str(getattr(self.preview.entered, self._meter)))
            self.show_all()
        else:
            self._turn(self._facts[event.index - len(METERS)])

    def action_move(self, points: int) -> None:
        """Move the marked meter, or turn the marked fact; without a mark, trust."""
        marked = self.choices.marked or 0
        if marked < len(METERS):
            self.choices.marked = marked
            self._set(METERS[marked], getattr(self.preview.entered, METERS[marked]) + points)
        else:
            self._turn(self._facts[marked - len(METERS)])

    def on_input_submitted(self, event: Field.Submitted) -> None:
        """Keep the number that was typed."""
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Set the meter to what was typed, if that is a number."""
        field = self.query_one(Field)
        meter, self._meter = self._meter, ""
        field.close()
        if meter and field.value.strip().isdecimal():
            self._set(meter, int(field.value))
        self.show_all()

    def action_leave(self) -> None:
        """Stop typing, or close."""
        if self._meter:
            self._meter = ""
            self.query_one(Field).close()
            self.show_all()
        else:
            super().action_leave()

    def _set(self, meter: str, value: int) -> None:
        value = max(LOWEST, min(HIGHEST, value))
        entered = self.preview.entered
        is_trust = meter == "trust"
        self._enter(replace(entered, trust=value) if is_trust else replace(entered, sympathy=value))

    def _turn(self, fact: str) -> None:
        entered = self.preview.entered
        self._enter(replace(entered, facts=entered.facts ^ {fact}))

    def _enter(self, state: State) -> None:
        self.preview.enter_as(state)
        self.show_all()


PAGES: dict[str, Callable[[PreviewScreen], Page]] = {
    "menu": MenuPage,
    "jump": JumpPage,
    "set": SettingPage,
    "tree": TreePage,
    "problems": problems_paper,
    "history": history_now_paper,
    "you": you_now_paper,
}
"""The pages on top of the preview, by name."""
