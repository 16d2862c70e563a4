"""The conversation: a scene with its replies, then what the reply did, then the next scene."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.widget import Widget

from game.opening import Opened, carry_over
from game.story.level import Reply
from game.story.playthrough import State, shuffled
from game.story.ways import shortest_way
from game.transcript import reply_words
from game.tui.screens.page import Page
from game.tui.screens.papers import history_paper, line_utterances, you_paper, your_utterance
from game.tui.widgets.bars import Key
from game.tui.widgets.choices import Choices
from game.tui.widgets.meters import Meters
from game.tui.widgets.stage import Player, Stage
from game.tui.widgets.talk import Talk, Utterance

CALM = frozenset({"rewound", "nothing-to-rewind", "saved-again", "carried-over", "level-changed"})
"""Notices that ask for no attention."""

WIDEST_PAGE = 88
"""Cells the style sheet gives a page at most."""

TITLE_AND_KEYS = 2
"""Rows of the title and of the keys."""

ROOMY = 32
"""From this many rows on, the last exchange stays in sight above the new scene."""


class ConversationScreen(Page):
    """Plays one saved game. It holds no state of the game but whether the consequence is being shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b,backspace,left", "rewind", show=False),
        Binding("l", "history", show=False),
        Binding("i", "you", show=False),
        Binding("m", "carry_over", show=False),
        Binding("right", "go_on", show=False),
    ]
    HELP_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("1-4", "help-1-4"),
        ("↑ ↓ ⏎", "help-arrows"),
        ("⏎", "help-go-on"),
        ("PgUp PgDn", "help-scroll"),
        ("b", "help-b"),
        ("l", "help-l"),
        ("i", "help-i"),
        ("t", "help-t"),
        ("v", "help-v"),
        ("m", "help-m"),
        ("q", "help-q"),
        ("?", "help-question"),
    )

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self.opened = opened
        self.saved = opened.saved
        self.shows_introduction = not self.saved.game.turns
        self.shows_consequence = False
        self._notices = opened.notices

    def compose_top(self) -> Iterator[Widget]:
        """Yield the stage and the meters."""
        yield Stage()
        yield Meters()

    def compose_body(self) -> Iterator[Widget]:
        """Yield what is said and what one can say."""
        yield Talk()
        yield Choices()

    def keys(self) -> list[Key]:
        """Return the keys of the key bar."""
        keys = [
            Key("?", self.say("key-help"), "help"),
            Key("b", self.say("key-back"), "rewind"),
            Key("q", self.say("key-leave"), "leave"),
            Key("l", self.say("key-log"), "history"),
            Key("t", self.say("key-language"), "language"),
            Key("i", self.say("key-you"), "you"),
            Key("v", self.say("key-view"), "view"),
        ]
        if self.opened.is_outdated:
            keys.insert(1, Key("m", self.say("carry-over-how"), "carry_over"))
        return keys

    def show_all(self) -> None:
        """Show the present beat."""
        self._show_title()
        self._show_stage()
        self._show_meters()
        self.show_beat()
        self._show_notices()
        self.key_bar.redraw()
        self._fit()
        self.body.scroll_home(animate=False)

    def show_beat(self) -> None:
        """Show what is told and said now, and what one can answer."""
        game = self.saved.game
        talk, choices = self.query_one(Talk), self.choices
        if self.shows_introduction:
            talk.show([Utterance(game.level.you.in_language(self.language))])
            choices.offer([self.say("go-on")])
        elif self.shows_consequence:
            turn = game.turns[-1]
            told = [your_utterance(turn.reply, self.language)]
            talk.show(told + line_utterances(game.level, turn.reaction, self.language))
            choices.offer([self.say("go-on")])
        else:
            talk.show(self._what_came_before() + line_utterances(game.level, game.lines, self.language))
            choices.offer([reply_words(reply, self.language) for reply in self.offered()])

    def offered(self) -> tuple[Reply, ...]:
        """Return the replies that can be given now, in the order of this game."""
        game = self.saved.game
        return shuffled(game.available, game.state.scene or "", self.saved.seed)

    def on_resize(self, event: Resize) -> None:
        """Look anew at what fits."""
        super().on_resize(event)
        self._fit()

    def _fit(self) -> None:
        """Make room where the text would not fit: stage and meters take less, then the lines between go.

        A stage that was made smaller stays so until the window changes: it does not jump back and forth.
        """
        if not self.is_mounted or not self.app.size.width:
            return
        talk, choices = self.query_one(Talk), self.choices
        talk.is_dense = False
        width = self.page_width - (3 if self.has_class("-narrow") else 4)
        needed = len(talk.draw(width)) + 1 + len(choices.draw(width))
        if not self.has_class("-short") and needed > self._room(width):
            self.add_class("-short")
            self.query_one(Stage).redraw()
            self.query_one(Meters).redraw()
        talk.is_dense = needed > self._room(width)
        talk.redraw()

    @property
    def page_width(self) -> int:
        """The cells the page takes."""
        return min(WIDEST_PAGE, self.app.size.width)

    def _room(self, width: int) -> int:
        """Return the rows that title, stage, meters, notice and keys leave for the text."""
        around = [self.query_one(Stage), self.query_one(Meters)]
        taken = sum(len(each.draw(width)) for each in around) + TITLE_AND_KEYS
        taken += len(self.notice_bar.draw(width)) if self.notice_bar.display else 0
        lowest = self.has_class("-lowest")
        return self.app.size.height - taken - (4 if not self.has_class("-short") else 0 if lowest else 1)

    def _what_came_before(self) -> list[Utterance]:
        """Return the last exchange, dimmed, where the window has room for it."""
        game = self.saved.game
        if not game.turns or self.app.size.height < ROOMY:
            return []
        turn = game.turns[-1]
        told = [your_utterance(turn.reply, self.language)]
        told += line_utterances(game.level, turn.reaction, self.language)
        return [replace(each, style="$quiet") for each in told]

    def _show_notices(self) -> None:
        """Say what the player must know; that a game is not saved stays as long as it is true."""
        saved = self.saved
        if saved.path is not None and saved.trouble:
            words = self.say("not-saved", why=saved.trouble, count=saved.unsaved)
            self.notice_bar.tell(words, is_warning=True)
            return
        words = " ".join(self.say(key, **values) for key, values in self._notices)
        self.notice_bar.tell(words, is_warning=any(key not in CALM for key, _ in self._notices))

    def _show_title(self) -> None:
        game = self.saved.game
        where = ""
        if scene := (game.turns[-1].scene if self.shows_consequence else game.state.scene):
            now = len(game.turns) + (0 if self.shows_consequence else 1)
            where = self.say("beat", now=now, all=now - 1 + shortest_way(game.level, scene))
        self.title_bar.tell(game.level.title.in_language(self.language), where)

    def _present(self) -> tuple[str, ...]:
        game = self.saved.game
        scene = game.turns[-1].scene if self.shows_consequence else game.state.scene
        return game.level.scenes[scene].present if scene else ()

    def _show_stage(self) -> None:
        game = self.saved.game
        people = game.level.people
        present = self._present()
        players = tuple(
            Player(people[id].name.in_language(self.language), people[id].crowd) for id in present
        )
        is_here = bool(present) and present[0] == game.level.counterpart.id
        self.query_one(Stage).set_people(players, self.say("you"), counterpart_is_here=is_here)

    def _show_meters(self) -> None:
        before, now = self._change()
        self.query_one(Stage).move(now.trust, now.sympathy, at_once=before == now)
        changes = (now.trust - before.trust, now.sympathy - before.sympathy)
        self.query_one(Meters).show(self.language, (now.trust, now.sympathy), changes)

    def _change(self) -> tuple[State, State]:
        """Return the states before and after what is being shown."""
        game = self.saved.game
        if not game.turns:
            return game.begun, game.state
        turn = game.turns[-1]
        if self.shows_consequence:
            return turn.before, turn.answered
        return (turn.answered, turn.after) if turn.answered != turn.after else (turn.after, turn.after)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Give the reply that was chosen, or go on."""
        event.stop()
        self.choose_option(event.index)

    def choose_option(self, index: int) -> None:
        """Do what option *index* says."""
        if self.shows_consequence or self.shows_introduction:
            self.action_go_on()
            return
        replies = self.offered()
        if index < len(replies):
            self.give(replies[index].id)

    def give(self, reply: str) -> None:
        """Give *reply* and show what it did. It is on disk before anything of it is shown."""
        was_in_trouble = bool(self.saved.trouble)
        self.saved.choose(reply)
        self.shows_consequence, self.shows_introduction = True, False
        is_mended = was_in_trouble and not self.saved.trouble
        self._notices = (("saved-again", {}),) if is_mended else ()
        self.show_all()

    def action_choose_marked(self) -> None:
        """Say what is marked, or go on; but first read on to the end of what they did."""
        if self.choices.is_single and self.has_more:
            self.action_turn(1)
        else:
            super().action_choose_marked()

    def action_go_on(self) -> None:
        """Go from the introduction or the consequence to the next scene, or to the debrief."""
        if not (self.shows_consequence or self.shows_introduction):
            return
        self._notices = ()
        self.shows_consequence = self.shows_introduction = False
        if self.saved.game.ending:
            self.game_app.debrief(self.saved)
        else:
            self.show_all()

    def action_rewind(self) -> None:
        """Take the last reply back."""
        turns = len(self.saved.game.turns)
        if not turns:
            self._notices = (("nothing-to-rewind", {}),)
        else:
            self.saved.rewind(turns - 1)
            self._notices = (("rewound", {}),)
        self.shows_consequence = False
        self.show_all()

    def action_history(self) -> None:
        """Open the conversation so far."""
        self.app.push_screen(history_paper(self.saved.game))

    def action_you(self) -> None:
        """Open the page that tells who you are."""
        self.app.push_screen(you_paper(self.saved.game))

    def action_carry_over(self) -> None:
        """Take the game to the present version of its level."""
        if not self.opened.is_outdated:
            return
        self.opened = carry_over(self.game_app.library, self.game_app.saves, self.saved)
        self.saved = self.opened.saved
        self._notices = self.opened.notices
        self.shows_consequence = False
        if self.saved.game.ending:
            self.game_app.debrief(self.saved)
        else:
            self.show_all()

    def on_unmount(self) -> None:
        """Let go of the saved game, unless the debrief goes on with it."""
        if not self.saved.game.ending:
            self.saved.close()
