"""The house: the conversations by room, with what you have seen of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from game.contents import Card
from game.saves import Summary, unfinished, writable
from game.tui.screens.page import Page
from game.tui.widgets.bars import Key
from game.tui.widgets.rooms import About, Door, Rooms, Shortcut, Shortcuts


class HouseScreen(Page):
    """Lists what can be played; one key to anything."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "continue", show=False),
        Binding("r", "route", show=False),
        Binding("n", "new", show=False),
        Binding("p", "principles", show=False),
        Binding("s", "style", show=False),
        Binding("g", "logbook", show=False),
        Binding("right", "choose_marked", show=False),
        Binding("0", "choose(0)", show=False),
        Binding("backspace", "forget_typed", show=False),
    ]
    HELP_KEYS = (
        ("1 2 3 …", "help-number"),
        ("↑ ↓ ⏎", "help-arrows"),
        ("c", "help-c"),
        ("r", "help-r"),
        ("n", "help-n"),
        ("p", "help-p"),
        ("s", "help-s"),
        ("g", "help-g"),
        ("t", "help-t"),
        ("v", "help-v"),
        ("q", "help-q"),
    )

    def __init__(self) -> None:
        super().__init__()
        self._typed = 0

    def compose_body(self) -> Iterator[Widget]:
        """Yield the rooms."""
        yield Shortcuts()
        yield Rooms()

    def compose_below(self) -> Iterator[Widget]:
        """Yield what is known of the marked conversation."""
        yield About()

    @property
    def choices(self) -> Rooms:  # type: ignore[override]
        """The conversations are what can be chosen here."""
        return self.query_one(Rooms)

    def keys(self) -> list[Key]:
        """Return the keys of the key bar."""
        return [
            Key("?", self.say("key-help"), "help"),
            Key("⏎", self.say("key-open"), "choose_marked"),
            Key("q", self.say("key-quit"), "leave"),
            Key("t", self.say("key-language"), "language"),
            Key("n", self.say("key-new"), "new"),
            Key("p", self.say("key-principles"), "principles"),
            Key("s", self.say("key-style"), "style"),
            Key("g", self.say("key-logbook"), "logbook"),
            Key("v", self.say("key-view"), "view"),
        ]

    def show_all(self) -> None:
        """Show what there is, and what was played of it."""
        app = self.game_app
        self.title_bar.tell(self.say("name"), self.say("tagline"))
        self.cards = app.library.cards
        self.games = app.saves.all()
        known = {card.id for card in self.cards}
        self.left = {game.level_id: game for game in unfinished(self.games) if game.level_id in known}
        self.finished = {game.level_id for game in self.games if game.ending}
        self.suggested = app.library.suggestion(self.finished)
        self.numbers = {card.id: number for number, card in enumerate(self.cards, 1)}
        rooms: dict[str, list[Door]] = {}
        self.in_order: list[Card] = []
        headings = {card.id: self._heading(card) for card in self.cards}
        for heading in dict.fromkeys(headings.values()):
            for card in self.cards:
                if headings[card.id] == heading:
                    rooms.setdefault(heading, []).append(self._door(card))
                    self.in_order.append(card)
        self.choices.furnish(list(rooms.items()))
        self._mark_where_to_go_on()
        self.call_after_refresh(self.show_marked)
        self._show_shortcuts()
        self._tell_about_the_marked()
        self.notice_bar.tell(self._notice(), is_warning=True)
        self.key_bar.redraw()

    def _heading(self, card: Card) -> str:
        """Name the room a conversation is in; the user's own have one of their own."""
        return self.say("house-own" if self.game_app.library.is_own(card.id) else f"room-{card.room}")

    def _door(self, card: Card) -> Door:
        return Door(
            self.numbers[card.id],
            card.title.in_language(self.language),
            self.say("minutes", count=card.minutes),
            len(self._found(card)),
            len(card.endings),
            self.say("house-continue") if card.id in self.left else "",
        )

    def _found(self, card: Card) -> list[str]:
        """Return the endings of a level that were reached, in its own order."""
        reached = {game.ending for game in self.games if game.level_id == card.id}
        return [ending for ending in card.endings if ending in reached]

    def _mark_where_to_go_on(self) -> None:
        """Mark what was left last, else what comes next: enter opens it. At first nothing is marked."""
        if self.choices.marked is not None or not (self.left or self.finished):
            return
        wanted = next(iter(self.left), self.suggested.id if self.suggested else None)
        ids = [card.id for card in self.in_order]
        self.choices.marked = ids.index(wanted) if wanted in ids else None

    def _show_shortcuts(self) -> None:
        shortcuts = []
        if self.left:
            level_id, game = next(iter(self.left.items()))
            key = "house-reply-given" if len(game.replies) == 1 else "house-replies-given"
            count = self.say(key, count=len(game.replies))
            words = self.say("house-continue-with", title=self._title(level_id), count=count)
            shortcuts.append(Shortcut("c", words, "continue"))
        if self.suggested and self.suggested.id != next(iter(self.left), None):
            course = self.game_app.library.playable_course
            place = {"number": course.index(self.suggested.id) + 1, "all": len(course)}
            words = self.say("house-route", title=self.suggested.title.in_language(self.language), **place)
            shortcuts.append(Shortcut("r", words, "route"))
        self.query_one(Shortcuts).tell(shortcuts)

    def _title(self, level_id: str) -> str:
        card = self.game_app.library.card(level_id)
        return card.title.in_language(self.language) if card else level_id

    def action_continue(self) -> None:
        """Go on with what was left last."""
        if self.left:
            level_id, game = next(iter(self.left.items()))
            self.game_app.open_level(level_id, game)

    def action_route(self) -> None:
        """Open what comes next on the course, where it was left."""
        if self.suggested:
            self.game_app.open_level(self.suggested.id, self.left.get(self.suggested.id))

    def _notice(self) -> str:
        app = self.game_app
        notices = [
            self.say("house-broken-level", level=id, path=app.library.path(id)) for id in app.library.broken
        ]
        notices += [
            self.say("own-left-out", file=path.name, folder=path.parent) for path in app.library.left_out
        ]
        if not self.cards:
            notices.append(self.say("house-no-levels", folder=app.library.folder))
        notices += [
            self.say(f"save-{game.problem}", file=game.path.name, found=game.found, line=game.damaged_record)
            for game in self.games
            if game.problem in ("newer", "unreadable")
        ]
        if why := writable(app.saves.folder):
            notices.append(self.say("saves-off", why=why, folder=app.saves.folder))
        return " ".join(notices)

    def _tell_about_the_marked(self) -> None:
        """Tell what is known of the marked conversation, or how to begin."""
        marked, about = self.choices.marked, self.query_one(About)
        if marked is None or marked >= len(self.in_order):
            about.tell(self.say("house-welcome"))
            return
        card = self.in_order[marked]
        about.tell(card.you.in_language(self.language), self._facts(card))

    def _facts(self, card: Card) -> str:
        """Say what was done in a conversation, where it stands in the course, and which one it goes with."""
        words = []
        if card.id in self.left and card.id != next(iter(self.left)):  # that one stands on top already
            count = len(self.left[card.id].replies)
            key = "house-reply-given" if count == 1 else "house-replies-given"
            words.append(f"{self.say('house-continue').capitalize()}: {self.say(key, count=count)}.")
        if found := self._found(card):
            titles = "; ".join(card.endings[ending].in_language(self.language) for ending in found)
            words.append(f"{self.say('house-you-found', titles=titles)}.")
        course = self.game_app.library.playable_course
        if card.id in course:
            words.append(self.say("house-place", number=course.index(card.id) + 1, all=len(course)))
        if self.game_app.library.card(card.sister):
            words.append(self.say("house-sister", title=self._title(card.sister or "")))
        return " ".join(words)

    def action_mark(self, step: int) -> None:
        """Move the mark and tell about the conversation it is on."""
        self._typed = 0
        super().action_mark(step)
        self._tell_about_the_marked()

    def action_choose(self, number: int) -> None:
        """Take a digit of a number: open the conversation, or mark it where another digit could follow."""
        typed = self._typed * 10 + number
        if not 1 <= typed <= len(self.cards):
            typed = number
        if not 1 <= typed <= len(self.cards):
            return
        index = [card.id for card in self.in_order].index(self.cards[typed - 1].id)
        if typed * 10 > len(self.cards):
            self._typed = 0
            self.choices.choose(index)
            return
        self._typed = typed
        self.choices.marked = index
        self.choices.refresh()
        self.show_marked()
        self._tell_about_the_marked()
        self.notice_bar.tell(self.say("house-typed", number=typed))

    def action_forget_typed(self) -> None:
        """Begin a number anew."""
        self._typed = 0
        self.notice_bar.tell(self._notice(), is_warning=True)

    def on_choices_chosen(self, event: Rooms.Chosen) -> None:
        """Open the conversation, where it was left."""
        event.stop()
        self._typed = 0
        card = self.in_order[event.index]
        self.choices.marked = event.index
        left: Summary | None = self.left.get(card.id)
        self.game_app.open_level(card.id, left)

    def action_principles(self) -> None:
        """Open the principles."""
        from game.tui.screens.papers import codex_paper

        self.app.push_screen(codex_paper(self.game_app.library, self.game_app.logbook))

    def action_logbook(self) -> None:
        """Open the logbook."""
        from game.tui.screens.papers import logbook_paper

        self.app.push_screen(logbook_paper(self.game_app.library, self.game_app.logbook))

    def action_style(self) -> None:
        """Open the picture of the player's style."""
        from game.tui.screens.style import StyleScreen

        self.app.push_screen(StyleScreen())

    def action_new(self) -> None:
        """Begin the marked conversation anew; the one that was left stays on disk."""
        if self.choices.marked is not None:
            self.game_app.open_level(self.in_order[self.choices.marked].id, None)
