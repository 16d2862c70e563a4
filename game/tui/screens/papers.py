"""Pages to read on top of a screen: the help, who you are, the conversation so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from game import paths
from game.closing import Sisters, entry_title, entry_words, level_title
from game.library import Library
from game.logbook import Logbook, plans_for
from game.story.level import YOU, Level, Line, Reply
from game.story.playthrough import Playthrough
from game.transcript import reply_words, speaker_name, thinker
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


def help_paper(keys: tuple[tuple[str, str], ...], idea: tuple[str, ...], plain: str) -> Paper:
    """Return the help for a screen with these *keys*; *idea* comes before them, *plain* at the end."""

    def write(language: str) -> tuple[str, list[Utterance]]:
        told = [Utterance(say(language, words)) for words in idea]
        told += [
            Utterance(say(language, word), name=key.ljust(8), is_tight=number > 0)
            for number, (key, word) in enumerate(keys)
        ]
        told += [
            Utterance(say(language, "help-mouse")),
            Utterance(say(language, plain, command=paths.command()), style="$quiet"),
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


def sisters_paper(sisters: Sisters, library: Library) -> Paper:
    """Return two sister conversations beside each other: the replies that decided them, what they share."""

    def write(language: str) -> tuple[str, list[Utterance]]:
        told = [Utterance(say(language, "sisters-ask"))]
        for level, moment in zip(sisters.levels, sisters.moments, strict=True):
            told.append(Utterance(level.title.in_language(language), style="bold $voice"))
            told.append(your_utterance(moment.turn.reply, language))
            if thought := moment.turn.reply.thought:
                name = thinker(level, moment.turn, language)
                told.append(Utterance(thought.in_language(language), name))
        told.append(Utterance(say(language, "sisters-shared"), style="bold $voice"))
        for id in sisters.shared:
            if principle := library.principles.get(id):
                told.append(Utterance(principle.name.in_language(language), style="bold"))
                told.append(Utterance(principle.text.in_language(language), is_tight=True))
        return say(language, "sisters"), told

    return Paper(write)


def codex_paper(library: Library, logbook: Logbook) -> Paper:
    """Return the principles: met or not yet, where, and the player's own plans under each."""

    def write(language: str) -> tuple[str, list[Utterance]]:
        met, entries = logbook.met(), logbook.entries()
        all_of_them = library.principles.values()
        told = [Utterance(say(language, "codex-met", count=len(met), all=len(all_of_them)), style="$quiet")]
        for principle in sorted(all_of_them, key=lambda each: each.id not in met):
            games = met.get(principle.id, ())
            style = "bold $voice" if games else "bold"
            told.append(Utterance(principle.name.in_language(language), style=style))
            told.append(Utterance(principle.text.in_language(language), is_tight=True))
            titles = dict.fromkeys(level_title(library, game.level, language) for game in games)
            where = (
                say(language, "codex-where", titles="; ".join(titles))
                if games
                else say(language, "codex-not-yet")
            )
            told.append(Utterance(where, style="$quiet", is_tight=True))
            for plan in plans_for(principle.id, entries):
                told.append(Utterance(say(language, "codex-plan", plan=plan), is_tight=True))
        return say(language, "codex"), told

    return Paper(write)


def logbook_paper(library: Library, logbook: Logbook) -> Paper:
    """Return the finished games, the newest first: ending, feeling, principle, plan."""

    def write(language: str) -> tuple[str, list[Utterance]]:
        told = []
        for entry in reversed(logbook.entries()):
            told.append(Utterance(entry_title(entry, library, language), style="bold"))
            told += [
                Utterance(words, style="$quiet", is_tight=True)
                for words in entry_words(entry, library, language)
            ]
        return say(language, "logbook"), told or [Utterance(say(language, "logbook-empty"))]

    return Paper(write)


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
