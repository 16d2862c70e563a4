"""What the notes ask before an act: which reply, how many hands, what the room thinks, which step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from game.sentences import listed
from game.tui.screens.notes_keys import GUESS_OF
from game.tui.screens.sheet_page import SheetPage
from game.tui.screens.workshop_bars import GUESS_KEYS
from game.tui.text import EMPTY, paragraph, shown
from game.tui.widgets.bars import Key
from game.tui.widgets.choices import Choices
from game.tui.widgets.field import Field
from game.tui.widgets.sheet import Sheet
from game.workshop.acts import Act
from game.workshop.ballot import LETTERS, MOST_HANDS
from game.workshop.notes import in_words
from game.workshop.session import DIRECTIONS, OVER, STEPS
from game.workshop.typed import counts_of, trouble_with

if TYPE_CHECKING:
    from game.tui.screens.notes import NotesScreen

LONGEST = 60


class NotesPage(SheetPage):
    """A question on top of the notes, each answer an act.

    When the session goes on without it the question is over: then the page says so and stays until it is
    left, so that what one was typing does not go to the notes.
    """

    HELP_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("A B C …", "help-choose"),
        ("↑ ↓ ⏎", "help-arrows"),
        ("q", "key-close"),
    )
    HELP_IDEA = ("notes-help",)
    HELP_PLAIN = "notes-help-plain"

    def __init__(self, notes: NotesScreen) -> None:
        super().__init__()
        self.notes = notes
        self.is_over = False

    def end(self, why: str) -> None:
        """Ask no more, and say why: a key of words."""
        self.is_over = True
        self.show_all()
        self.notice_bar.tell(self.say(why), is_warning=True)

    def show_all(self) -> None:
        """Show the question, as long as it is one."""
        if not self.is_over:
            self.show_question()
            return
        self.choices.offer([])
        over = self.say("notes-question-over")
        self.query_one(Sheet).put_up(lambda width, height: paragraph(over, width))

    def show_question(self) -> None:
        """Show what is asked."""
        raise NotImplementedError

    def put_question(self, words: str) -> None:
        """Show what is asked."""
        self.title_bar.tell(self.notes.title_bar.left)
        self.query_one(Sheet).put_up(lambda width, height: paragraph(self.of_team(words), width, "bold"))

    def of_team(self, words: str) -> str:
        """Return *words* with the team they are about, where that is one of several in view."""
        state = self.notes.state
        if not state or not state["together"] or state["phase"] in OVER:
            return words
        return self.say("together-team", team=state["team"]["now"], words=words)

    async def close_with(self, act: Act) -> None:
        """Close this page and ask for *act*."""
        self.app.pop_screen()
        await self.notes.ask(act)


class PickPage(NotesPage):
    """The replies, by letter: the one to play, or the one to show in the debrief."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(letter, f"choose({number})", show=False) for number, letter in enumerate("abcdefgh", 1)
    ]

    @property
    def _shows_other(self) -> bool:
        return self.notes.can("show-other")

    @property
    def _replies(self) -> list[dict[str, object]]:
        state = self.notes.state or {}
        found: list[dict[str, object]] = state.get("elsewhere" if self._shows_other else "branches", [])
        return found

    def show_question(self) -> None:
        """Show the replies with their letters."""
        self.put_question(self.say("notes-which-other" if self._shows_other else "notes-which"))
        options = []
        for each in self._replies:
            words = in_words(each["say"], self.language) or self.say("silence")  # type: ignore[arg-type]
            options.append(f"{each['letter']}  {words}")
        self.choices.offer(options, marked=self.choices.marked)
        self.key_bar.redraw()

    async def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Play it, or show it."""
        event.stop()
        reply = self._replies[event.index]["id"]
        if self._shows_other:
            await self.close_with({"act": "show-other", "reply": reply})
        else:
            await self.close_with({"act": "choose", "reply": reply, **self.notes.about()})


class StepPage(NotesPage):
    """The steps of the debrief."""

    def show_question(self) -> None:
        """Show all steps."""
        self.put_question(self.say("notes-which-step"))
        self.choices.offer([self.say(f"notes-step-{step}") for step in STEPS], marked=self.choices.marked)
        self.key_bar.redraw()

    async def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Go there."""
        event.stop()
        await self.close_with({"act": "step", "to": str(STEPS[event.index])})


class GuessPage(NotesPage):
    """What the room thinks that trust will do, then sympathy: with the keys of the projector too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"choose({number})", show=False) for number, key in enumerate(GUESS_OF.values(), 1)
    ]

    def __init__(self, notes: NotesScreen, trust: str = "") -> None:
        super().__init__(notes)
        self._trust = trust

    def show_question(self) -> None:
        """Show the three directions."""
        self.put_question(self.say("notes-guess-sympathy" if self._trust else "notes-guess-trust"))
        ways = [f"{GUESS_KEYS[each]} {self.say(f'notes-direction-{each}')}" for each in DIRECTIONS]
        self.choices.offer(ways)
        self.key_bar.redraw()

    async def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Keep the first answer, then tell both."""
        event.stop()
        if self._trust:
            guess = {"act": "guess", "trust": self._trust, "sympathy": DIRECTIONS[event.index]}
            await self.close_with(guess)
        else:
            self._trust = DIRECTIONS[event.index]
            self.show_all()


class HandsPage(NotesPage):
    """A line to type counted hands in, with the counts so far above it."""

    HELP_KEYS = (("a 12 b 7", "notes-hands-how"), ("esc", "key-close"))

    def __init__(self, notes: NotesScreen, typed: str) -> None:
        super().__init__(notes)
        self._typed = typed

    def end(self, why: str) -> None:
        """Count no more; the line takes what is still typed."""
        super().end(why)
        self.query_one(Field).value = ""

    def compose_body(self) -> Iterator[Widget]:
        """Yield the counts and the line."""
        yield Sheet()
        yield Choices()

    def compose_below(self) -> Iterator[Widget]:
        """Yield the line to type in, always in sight."""
        yield Field(LONGEST)

    def keys(self) -> list[Key]:
        """Return the keys of the key bar: letters are for the line."""
        return [
            Key("⏎", self.say("notes-go-count"), "count"),
            Key("Esc", self.say("key-back"), "leave"),
        ]

    def prepare(self) -> None:
        """Open the line, with what was typed already."""
        field = self.query_one(Field)
        field.open_with(self._typed)
        field.select_on_focus = False
        field.cursor_position = len(self._typed)

    def show_question(self) -> None:
        """Show the counts so far."""
        self.title_bar.tell(self.of_team(self.say("notes-hands")))
        self.query_one(Sheet).put_up(self._draw)
        self.key_bar.redraw()

    def _draw(self, width: int, height: int) -> list[Content]:
        lines: list[Content] = []
        ballot = self.notes.state["ballot"] if self.notes.state else None
        for each in ballot["options"] if ballot else ():
            told = self.say("notes-hands-only")
            if each["phones"]:
                told = self.say("notes-hands-row", hands=each["hands"], phones=each["phones"])
            lines.append(
                shown((f"{each['letter']}  ", "bold $voice"), (f"{each['votes']:>3}", "bold"), f"   {told}")
            )
        return [*lines, EMPTY, *paragraph(self.say("notes-hands-how"), width, "$quiet")]

    async def action_count(self) -> None:
        """Count what was typed, as enter does."""
        await self.query_one(Field).action_submit()

    async def on_input_submitted(self, event: Field.Submitted) -> None:
        """Count what was typed; an empty line closes the page."""
        event.stop()
        if self.is_over:
            self.query_one(Field).value = ""
            return
        ballot = self.notes.state["ballot"] if self.notes.state else None
        if ballot is None or not event.value.strip():
            self.action_leave()
            return
        options = tuple(each["id"] for each in ballot["options"])
        counts = counts_of(event.value, options)
        if not counts:
            letters = listed(self.language, LETTERS[: len(options)])
            trouble = self.say(trouble_with(event.value, options), letters=letters, most=MOST_HANDS)
            self.notice_bar.tell(trouble, is_warning=True)
            self.query_one(Field).select_all()  # to be mended, or typed over
            return
        for option, count in counts.items():
            act = {"act": "hands", "option": option, "count": count, **self.notes.about()}
            if not await self.notes.ask(act):
                return
        self.notice_bar.tell("")
        self.query_one(Field).value = ""
