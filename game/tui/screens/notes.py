"""The facilitator's notes beside the projector: what nobody else may see, and the keys that lead the room."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widget import Widget

from game.tui.screens.notes_keys import (
    ACTIONS,
    FIRST_KEYS,
    FORWARD,
    GUESS_OF,
    HELP_KEYS,
    KEYS,
    LETTERS,
    NAMES,
)
from game.tui.screens.page import Page
from game.tui.text import EMPTY, cells, hanging, paragraph, shown
from game.tui.widgets.bars import Key
from game.tui.widgets.choices import Choices
from game.tui.widgets.drawn import TALL
from game.tui.widgets.sheet import Sheet
from game.workshop.acts import Act
from game.workshop.control import ControlClient, NoSessionError
from game.workshop.notes import Row, State, clock, head, in_words, namer, sections, why_not

SEARCH = 0.5
"""Seconds between two looks for a session that was lost."""

OLD = 5.0
"""Seconds after which what was told goes with the next change: it is read by then."""

STYLES = {"plain": "", "strong": "bold", "quiet": "$quiet", "mine": "$mine", "warn": "bold $fall"}


class NotesScreen(Page):
    """Follows a session: its state, the clock, and every act a facilitator can ask for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(KEYS[act], f"act('{act}')", show=False) for act in ("open", "close", "discuss", "revote")),
        *(Binding(KEYS[act], f"act('{act}')", show=False) for act in ("play", "next", "undo")),
        Binding("right,full_stop", "space", show=False),
        Binding("left,backspace", "back", show=False),
        Binding("k", "pick", show=False),
        Binding("m", "step", show=False),
        Binding("tab", "look", show=False),
        Binding("escape", "stay", show=False),
        *(Binding(key, f"guess('{each}')", show=False) for each, key in GUESS_OF.items()),
        *(Binding(letter, f"letter('{letter}')", show=False) for letter in LETTERS),
    ]
    HELP_IDEA = ("notes-help", "notes-help-leave")
    HELP_PLAIN = "notes-help-plain"
    HELP_KEYS = HELP_KEYS

    stand = query_one("#stand", Sheet)
    sheet = query_one("#notes", Sheet)

    def __init__(self, home: Path) -> None:
        super().__init__()
        self.client = ControlClient(home)
        self.state: State | None = None
        self.is_lost = False
        self._seen_at = ""
        self._told_at = 0.0
        self._rows: dict[str, int] = {}

    def compose_top(self) -> Iterator[Widget]:
        """Yield where the session stands: always in sight."""
        yield _sheet("stand")

    def compose_body(self) -> Iterator[Widget]:
        """Yield the notes themselves; there is nothing to choose in them."""
        yield _sheet("notes")
        yield Choices()

    def on_mount(self) -> None:
        """Look for the session, and let the clock run."""
        self._following = self.run_worker(self._follow(), group="following")
        self.set_interval(1.0, self.show_clock)

    async def on_unmount(self) -> None:
        """Let go of the session; it goes on."""
        self._following.cancel()
        await self.client.close()

    def keys(self) -> list[Key]:
        """Return the keys of the key bar: the way on first, then what else can be done now."""
        can = self.state["can"] if self.state else []
        keys = []
        if following := self._next:
            key = "␣" if following["act"] in FORWARD else "⏎"
            keys.append(Key(key, self.say(f"notes-go-{following['act']}"), "usual"))
        for act in FIRST_KEYS:
            if act in can and act != (following or {}).get("act"):
                name = NAMES.get(KEYS[act], KEYS[act])
                keys.append(Key(name, self.say(f"notes-go-{act}"), ACTIONS.get(act, f"act('{act}')")))
        return [
            *keys[:4],
            Key("?", self.say("key-help"), "help"),
            *keys[4:],
            Key("q", self.say("key-leave"), "leave"),
            Key("t", self.say("key-language"), "language"),
        ]

    @property
    def _next(self) -> dict[str, Any] | None:
        return self.state["next"] if self.state else None

    def can(self, act: str) -> bool:
        """Tell whether *act* can be done now."""
        return bool(self.state and act in self.state["can"])

    def show_all(self) -> None:
        """Show the newest state in the present language."""
        self.show_clock()
        state = self.state
        if state is None:
            return
        told = head(state, self.language)
        self.stand.put_up(lambda width, height: [*_set(told, width), *([EMPTY] if height >= TALL else [])])
        self.sheet.put_up(self._draw)
        self.key_bar.redraw()

    def _draw(self, width: int, height: int) -> list[Content]:
        """Draw all sections, and remember where each begins."""
        if self.state is None:
            return [EMPTY]
        lines: list[Content] = []
        self._rows = {}
        for section in sections(self.state, self.language, namer(self.game_app.library, self.language)):
            self._rows[section.key] = len(lines)
            lines += paragraph(section.title, width, "bold $voice")
            lines += [*_set(list(section.rows), width), EMPTY]
        return lines[:-1] or [EMPTY]

    def show_clock(self) -> None:
        """Show how long the session and this part of it have lasted."""
        state = self.state
        if state is None:
            self.title_bar.tell(self.say("name"))
            return
        now = time.time()
        told = {"all": clock(now - state["began"]), "here": clock(now - state["since"])}
        title = self.say("notes-title", title=in_words(state["level"]["title"], self.language))
        self.title_bar.tell(title, self.say("notes-clock", **told), told["here"])

    async def _follow(self) -> None:
        """Follow the session; when it is lost say so, and look for it again."""
        while True:
            try:
                await self.client.connect()
            except NoSessionError as error:
                if not self.is_lost:
                    self.notice_bar.tell(why_not(error.reason, self.language), is_warning=True)
            else:
                async for state in self.client:
                    self.take(state)
                self._lose()
            await asyncio.sleep(SEARCH)

    def _lose(self) -> None:
        self.is_lost = True
        key = "notes-goodbye" if self.client.said_goodbye else "notes-lost"
        self.notice_bar.tell(self.say(key, time=self._seen_at), is_warning=True)

    def take(self, state: State) -> None:
        """Show a new state; from the top when the session has gone on."""
        is_further = self.state is None or state["place"] != self.state["place"]
        is_elsewhere = self.state is not None and _in_view(state) != _in_view(self.state)
        if self.is_lost:
            self.is_lost = False
            self.notice_bar.tell(self.say("notes-back"))
        elif is_further or self.state is None or time.monotonic() - self._told_at > OLD:
            self.notice_bar.tell("")
        self.state = state
        self._seen_at = time.strftime("%H:%M:%S")
        self.show_all()
        if is_further:
            self.body.scroll_home(animate=False)
        self._tell_pages("notes-moved-on" if is_further else "notes-other-view" if is_elsewhere else "")

    def _tell_pages(self, why_over: str) -> None:
        """Show the new state on a page that lies on top; one that asks about the past is over."""
        from game.tui.screens.notes_pages import NotesPage

        page = self.app.screen
        if not isinstance(page, NotesPage) or page.is_over:
            return
        if why_over:
            page.end(why_over)
        else:
            page.show_all()

    async def ask(self, act: Act) -> bool:
        """Ask the session for *act*; tell why when it is not done."""
        try:
            reason = await self.client.send(act)
        except ConnectionError:
            reason = "notes-not-connected"
        page = self.app.screen
        bar = page.notice_bar if isinstance(page, Page) else self.notice_bar
        told = why_not(reason, self.language) if reason else ""  # what was told before is over
        bar.tell(told, is_warning=bool(reason))
        self._told_at = time.monotonic()
        return not reason

    async def action_act(self, act: str) -> None:
        """Do *act*."""
        await self.ask({"act": act})

    def action_space(self) -> None:
        """Read on; where there is something to decide, nothing."""
        if self._next and self._next["act"] in FORWARD:
            self.action_usual()

    def action_choose_marked(self) -> None:
        """Do what usually follows here."""
        self.action_usual()

    def action_usual(self) -> None:
        """Do what usually follows here."""
        if self._next:
            self.run_worker(self.ask(self._next), group="asking")

    async def action_back(self) -> None:
        """Take the last paragraph away again."""
        shown = self.state["shown"]["now"] if self.state else 0
        if self.can("reveal") and shown > 1:
            await self.ask({"act": "reveal", "to": shown - 2})

    async def action_letter(self, letter: str) -> None:
        """Begin to count hands with *letter*; where nobody votes, do what the key is for otherwise."""
        ballot = self.state["ballot"] if self.state and self.can("hands") else None
        if ballot and letter in LETTERS[: len(ballot["options"])]:
            self._open_hands(f"{letter} ")
        elif ballot and letter == KEYS["hands"]:
            self._open_hands("")
        elif letter == KEYS["guess"]:
            self.action_guess()
        elif letter == KEYS["reveal"] and self.state and self.can("reveal"):
            await self.ask({"act": "reveal", "to": max(0, self.state["shown"]["all"] - 1)})

    def _open_hands(self, typed: str) -> None:
        from game.tui.screens.notes_pages import HandsPage

        self.app.push_screen(HandsPage(self, typed))

    def action_guess(self, trust: str = "") -> None:
        """Ask what the room thinks that both meters will do; of *trust* it may be told already."""
        from game.tui.screens.notes_pages import GuessPage

        if self.can("guess"):
            self.app.push_screen(GuessPage(self, trust))

    def action_stay(self) -> None:
        """Say which key closes the notes: Esc is pressed to get back here, once too often."""
        self.notice_bar.tell(self.say("notes-q-closes"))

    def action_pick(self) -> None:
        """Ask which reply to play, or to show in place of what happened."""
        from game.tui.screens.notes_pages import PickPage

        if self.can("choose") or self.can("show-other"):
            self.app.push_screen(PickPage(self))
        else:
            self.notice_bar.tell(self.say(self.state["no_pick"]) if self.state else "", is_warning=True)

    async def action_look(self) -> None:
        """Have the next of the teams that play together in view, after the last one all of them."""
        state = self.state
        if state is None or not self.can("look"):
            return
        views = state["views"]
        now = None if state["overview"] else state["team"]["now"] - 1
        await self.ask({"act": "look", "team": views[(views.index(now) + 1) % len(views)]})

    def about(self) -> Act:
        """Return what an act adds that is about one team."""
        state = self.state
        return {"team": state["team"]["now"] - 1} if state and state["together"] else {}

    def action_step(self) -> None:
        """Ask to which step of the debrief to go."""
        from game.tui.screens.notes_pages import StepPage

        if self.can("step"):
            self.app.push_screen(StepPage(self))
        else:
            self.notice_bar.tell(self.say("notes-step-later"))

    def action_choose(self, number: int) -> None:
        """Jump to a section."""
        parts = [("notes-here", "notes-coming"), ("notes-branches",), ("notes-screen",), ("notes-aim",)]
        for key in parts[number - 1] if number <= len(parts) else ():
            if key in self._rows:
                self.body.scroll_to(y=self._rows[key], animate=False)


def _in_view(state: State) -> tuple[object, object]:
    """Return which of the teams that play together are in view."""
    return state["overview"], state["together"] and state["team"]["now"]


def _sheet(id: str) -> Sheet:
    sheet = Sheet()
    sheet.id = id
    return sheet


def _set(rows: list[Row], width: int) -> list[Content]:
    """Set rows as lines of *width* cells."""
    lines: list[Content] = []
    for row in rows:
        style = STYLES[row.kind]
        if row.label:
            inset = max(3, min(cells(row.label) + 1, 14))
            lines += hanging(row.label, row.text, width, label_style="bold $voice", style=style, indent=inset)
        else:
            lines += paragraph(row.text, width, style, indent=row.indent)
    return lines or [shown("")]
