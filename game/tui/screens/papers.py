"""Pages to read on top of a screen: the help, who you are, the conversation so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from game.story.level import YOU, Level, Line, Reply
from game.story.playthrough import Playthrough
from game.transcript import reply_words, speaker_name
from game.tui.screens.page import Page
from game.tui.widgets.bars import Key
from game.tui.widgets.choices import Choices
from game.tui.widgets.talk import Talk, Utterance
from game.words import say

Writer = Callable[[str], tuple[str, list[Utterance]]]
"""Returns title and paragraphs for a language."""


class Paper(Page):
    """Something to read; any of the usual keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,question_mark,f1,l,i", "leave", show=False, priority=True),
    ]

    def __init__(self, write: Writer, *, from_the_end: bool = False) -> None:
        super().__init__()
        self._write = write
        self._from_the_end = from_the_end

    def compose_body(self) -> Iterator[Widget]:
        """Yield the text and the way back."""
        yield Talk()
        yield Choices()

    def keys(self) -> list[Key]:
        """Return the keys of the key bar."""
        return [
            Key("q", self.say("key-close"), "leave"),
            Key("t", self.say("key-language"), "language"),
            Key("v", self.say("key-view"), "view"),
        ]

    def show_all(self) -> None:
        """Show the text in the present language."""
        title, utterances = self._write(self.language)
        self.title_bar.tell(title)
        self.query_one(Talk).show(utterances)
        self.choices.offer([self.say("key-close")])
        self.key_bar.redraw()
        if self._from_the_end:
            self.call_after_refresh(self.body.scroll_end, animate=False)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Close."""
        event.stop()
        self.action_leave()


def help_paper(keys: tuple[tuple[str, str], ...]) -> Paper:
    """Return the help for a screen with these *keys*."""

    def write(language: str) -> tuple[str, list[Utterance]]:
        told = [Utterance(say(language, "help-idea")), Utterance(say(language, "help-saved"))]
        told += [
            Utterance(say(language, word), name=key.ljust(8), is_tight=number > 0)
            for number, (key, word) in enumerate(keys)
        ]
        told += [
            Utterance(say(language, "help-mouse")),
            Utterance(say(language, "help-plain"), style="$quiet"),
        ]
        return say(language, "help-title"), told

    return Paper(write)


def you_paper(game: Playthrough) -> Paper:
    """Return the page that tells who the player is."""

    def write(language: str) -> tuple[str, list[Utterance]]:
        return say(language, "you-are"), [Utterance(game.level.you.in_language(language))]

    return Paper(write)


def history_paper(game: Playthrough) -> Paper:
    """Return the conversation so far, opened at its end."""

    def write(language: str) -> tuple[str, list[Utterance]]:
        return say(language, "history"), history(game, language) or [
            Utterance(say(language, "history-empty"))
        ]

    return Paper(write, from_the_end=True)


def history(game: Playthrough, language: str) -> list[Utterance]:
    """Return everything said and told, from the beginning."""
    told = line_utterances(game.level, game.opening, language)
    for turn in game.turns:
        told.append(your_utterance(turn.reply, language))
        told += line_utterances(game.level, (*turn.reaction, *turn.arrival), language)
    return told


def line_utterances(level: Level, lines: tuple[Line, ...], language: str) -> list[Utterance]:
    """Return lines of a level as they are set on the screen."""
    return [
        Utterance(
            line.text.in_language(language),
            speaker_name(level, line.speaker, language),
            is_you=line.speaker == YOU,
        )
        for line in lines
    ]


def your_utterance(reply: Reply, language: str) -> Utterance:
    """Return a reply as it is set on the screen."""
    return Utterance(reply_words(reply, language), say(language, "you"), is_you=True)
