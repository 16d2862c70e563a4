"""The house: the conversations by room, with what you have seen of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from game.saves import Summary, unfinished, writable
from game.story.level import Level
from game.tui.screens.page import Page
from game.tui.screens.papers import codex_paper, logbook_paper
from game.tui.widgets.bars import Key
from game.tui.widgets.rooms import Continue, Door, Rooms
from game.tui.widgets.talk import Talk, Utterance


class HouseScreen(Page):
    """Lists what can be played; one key to anything."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "continue", show=False),
        Binding("n", "new", show=False),
        Binding("p", "principles", show=False),
        Binding("s", "style", show=False),
        Binding("g", "logbook", show=False),
        Binding("right", "choose_marked", show=False),
    ]
    HELP_KEYS = (
        ("1-9", "key-open"),
        ("↑ ↓ ⏎", "help-arrows"),
        ("c", "help-c"),
        ("n", "help-n"),
        ("p", "help-p"),
        ("s", "help-s"),
        ("g", "help-g"),
        ("t", "help-t"),
        ("v", "help-v"),
        ("q", "help-q"),
    )

    def compose_body(self) -> Iterator[Widget]:
        """Yield the rooms and what is known of the marked conversation."""
        yield Continue()
        yield Rooms()
        yield Talk()

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
        self.levels = app.library.readable_levels()
        self.games = app.saves.all()
        known = {level.id for level in self.levels}
        self.left = {game.level_id: game for game in unfinished(self.games) if game.level_id in known}
        rooms: dict[str, list[Door]] = {}
        self.in_order: list[Level] = []
        for room in dict.fromkeys(level.room for level in self.levels):
            for level in self.levels:
                if level.room == room:
                    rooms.setdefault(self.say(f"room-{room}"), []).append(self._door(level))
                    self.in_order.append(level)
        self.choices.furnish(list(rooms.items()))
        self._mark_what_was_left()
        self._name_what_was_left()
        self._tell_about_the_marked()
        self.notice_bar.tell(self._notice(), is_warning=True)
        self.key_bar.redraw()

    def _door(self, level: Level) -> Door:
        return Door(
            level.title.in_language(self.language),
            self.say("minutes", count=level.minutes),
            len(self._found(level)),
            len(level.endings),
            self.say("house-continue") if level.id in self.left else "",
        )

    def _found(self, level: Level) -> list[str]:
        """Return the endings of *level* that were reached, in its own order."""
        reached = {game.ending for game in self.games if game.level_id == level.id}
        return [ending for ending in level.endings if ending in reached]

    def _mark_what_was_left(self) -> None:
        """Mark the conversation that was left last: enter goes on with it."""
        if self.choices.marked is None and self.left:
            latest = next(iter(self.left))
            ids = [level.id for level in self.in_order]
            self.choices.marked = ids.index(latest) if latest in ids else None

    def _name_what_was_left(self) -> None:
        words = ""
        if self.left:
            level_id, game = next(iter(self.left.items()))
            titles = {level.id: level.title.in_language(self.language) for level in self.levels}
            key = "house-reply-given" if len(game.replies) == 1 else "house-replies-given"
            count = self.say(key, count=len(game.replies))
            words = self.say("house-continue-with", title=titles.get(level_id, level_id), count=count)
        self.query_one(Continue).tell(words)

    def action_continue(self) -> None:
        """Go on with what was left last."""
        if self.left:
            level_id, game = next(iter(self.left.items()))
            self.game_app.open_level(level_id, game)

    def _notice(self) -> str:
        app = self.game_app
        notices = [
            self.say("house-broken-level", level=id, path=app.library.path(id)) for id in app.library.broken
        ]
        if not self.levels:
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
        marked = self.choices.marked
        if marked is None or marked >= len(self.in_order):
            self.query_one(Talk).show([Utterance(self.say("house-welcome"), style="$quiet")])
            return
        level = self.in_order[marked]
        told = [Utterance(level.you.in_language(self.language), style="$quiet")]
        if level.id in self.left and level.id != next(iter(self.left)):  # that one stands on top already
            count = len(self.left[level.id].replies)
            key = "house-reply-given" if count == 1 else "house-replies-given"
            told.append(Utterance(f"{self.say('house-continue')}: {self.say(key, count=count)}"))
        if found := self._found(level):
            titles = "; ".join(level.endings[ending].title.in_language(self.language) for ending in found)
            told.append(Utterance(self.say("house-you-found", titles=titles)))
        self.query_one(Talk).show(told)

    def action_mark(self, step: int) -> None:
        """Move the mark and tell about the conversation it is on."""
        super().action_mark(step)
        self._tell_about_the_marked()

    def on_choices_chosen(self, event: Rooms.Chosen) -> None:
        """Open the conversation, where it was left."""
        event.stop()
        level = self.in_order[event.index]
        self.choices.marked = event.index
        left: Summary | None = self.left.get(level.id)
        self.game_app.open_level(level.id, left)

    def action_principles(self) -> None:
        """Open the principles."""
        self.app.push_screen(codex_paper(self.game_app.library, self.game_app.logbook))

    def action_logbook(self) -> None:
        """Open the logbook."""
        self.app.push_screen(logbook_paper(self.game_app.library, self.game_app.logbook))

    def action_style(self) -> None:
        """Open the picture of the player's style."""
        from game.tui.screens.style import StyleScreen

        self.app.push_screen(StyleScreen())

    def action_new(self) -> None:
        """Begin the marked conversation anew; the one that was left stays on disk."""
        if self.choices.marked is not None:
            self.game_app.open_level(self.in_order[self.choices.marked].id, None)
