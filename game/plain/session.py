"""The line-by-line front end: read a line, answer it, until the player leaves."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from game import paths
from game.asking import DayQuestion, question_for
from game.closing import Closing, style
from game.contents import Card
from game.library import Library
from game.logbook import ANSWERS, Clock, Logbook
from game.opening import Notice, Opened, carry_over, is_outdated, open_new, open_saved
from game.plain import steps, talk
from game.plain.debrief import PlainDebrief
from game.saves import SavedGame, Saves, unfinished
from game.settings import Settings
from game.story.playthrough import shuffled
from game.story.text import clean
from game.words import say

DUTCH_COMMANDS = {
    "hulp": "help",
    "gesprek": "history",
    "terug": "back",
    "nieuw": "new",
    "opnieuw": "again",
    "meenemen": "carry",
}
"""Commands as a Dutch player would say them; `huis` and `stop` are understood everywhere."""

Ask = Callable[[], str | None]
Tell = Callable[[str], None]


@dataclass(slots=True)
class Session:
    """One player at one input and output."""

    library: Library
    saves: Saves
    settings: Settings
    ask: Ask
    tell: Tell
    now: Clock = datetime.now
    asks_at_the_door: bool = False
    _from_turning_point: SavedGame | None = None
    _logbook: Logbook | None = None

    @property
    def logbook(self) -> Logbook:
        """The player's logbook."""
        self._logbook = self._logbook or Logbook(self.saves.folder)
        return self._logbook

    @property
    def language(self) -> str:
        """The language spoken now."""
        return self.settings.language

    def house(self) -> None:
        """Offer the conversations until the player leaves."""
        if self.asks_at_the_door and not self._ask_what_is_open():
            return
        while True:
            self._tell_house()
            for id in self.library.broken:
                self._say("house-broken-level", level=id, path=self.library.path(id))
            for path in self.library.left_out:
                self._say("own-left-out", file=clean(path.name), folder=path.parent)
            if not self.library.cards:
                self._say("house-no-levels", folder=self.library.folder)
                return
            level_id = self._chosen_level()
            if level_id is None:
                return
            left = next((game for game in unfinished(self.saves.all()) if game.level_id == level_id), None)
            opened = (
                open_saved(self.library, self.saves, left)
                if left
                else open_new(self.library, self.saves, level_id)
            )
            if not self.conversation(opened):
                return

    def conversation(self, opened: Opened) -> bool:
        """Play one conversation. Returns whether the player wants to go to the house."""
        saved = opened.saved
        self._notices(opened.notices)
        self._tell(talk.introduction(saved.game.level, self.language))
        if opened.is_resumed and saved.game.turns:
            self._say("resumed")
        self._tell(talk.scene(saved, self.language, with_meters=True))
        self._say("plain-choose")
        try:
            while True:
                command = self._debrief(saved) if saved.game.ending else self._next_command()
                if command == "huis":
                    command = "house"
                if command is None or command == "house":
                    return command is not None
                saved = self._obey(command, saved)
        finally:
            self._leave(saved)

    def _obey(self, command: str, saved: SavedGame) -> SavedGame:
        """Do what *command* says and return the game that is played then."""
        match command:
            case "":
                pass
            case "help":
                self._say("plain-help")
            case "history":
                self._tell(talk.history(saved.game, self.language))
            case "back":
                self._rewind(saved)
            case "road" if self._from_turning_point:
                return self._open(Opened(self._from_turning_point, is_resumed=True), saved)
            case "sister" if saved.game.ending and (sister := self.library.card(saved.game.level.sister)):
                return self._open(open_new(self.library, self.saves, sister.id), saved)
            case "route" if saved.game.ending and (following := self._suggestion(saved.game.level.id)):
                return self._open(open_new(self.library, self.saves, following.id), saved)
            case "new" | "again":
                return self._open(open_new(self.library, self.saves, saved.game.level.id), saved)
            case "carry":
                if not is_outdated(self.library, saved):
                    self._say("plain-no-carry")
                else:
                    return self._open(carry_over(self.library, self.saves, saved), saved)
            case "nl" | "en":
                self.settings = replace(self.settings, language=command)
                self._tell(talk.scene(saved, self.language, with_meters=True))
            case _ if self._is_dutch_command(command, saved):
                return self._obey(DUTCH_COMMANDS[command], saved)
            case _:
                self._reply(command, saved)
        return saved

    def _is_dutch_command(self, command: str, saved: SavedGame) -> bool:
        """Tell whether *command* is a Dutch word for a command; a reply of that name comes first."""
        return command in DUTCH_COMMANDS and command not in {reply.id for reply in saved.game.available}

    def _reply(self, command: str, saved: SavedGame) -> None:
        """Give the reply meant by a number or a name, and tell what comes of it."""
        game = saved.game
        available = [reply.id for reply in shuffled(game.available, game.state.scene or "", saved.seed)]
        if command.isascii() and command.isdigit() and 1 <= int(command[:4]) <= len(available):
            command = available[int(command[:4]) - 1]
        if command not in available:
            self._say(
                "plain-unknown",
                found=clean(command)[:60],
                available=", ".join(available) or "again, back, quit",
            )
            return
        was_in_trouble = bool(saved.trouble)
        saved.choose(command)  # on disk before anything of it is told
        self._tell(talk.consequence(saved.game, self.language))
        if saved.trouble:
            self._say("not-saved", why=saved.trouble, count=saved.unsaved)
        elif was_in_trouble:
            self._say("saved-again")
        if not saved.game.ending:
            self._tell(talk.scene(saved, self.language))

    def _rewind(self, saved: SavedGame) -> None:
        if not saved.game.turns:
            self._say("nothing-to-rewind")
            return
        saved.rewind(len(saved.game.turns) - 1)
        self._say("rewound")
        if saved.trouble:
            self._say("not-saved", why=saved.trouble, count=saved.unsaved)
        self._tell(talk.scene(saved, self.language, with_meters=True))

    def _open(self, opened: Opened, old: SavedGame) -> SavedGame:
        old.close()
        self._notices(opened.notices)
        self._tell(talk.introduction(opened.saved.game.level, self.language))
        self._tell(talk.scene(opened.saved, self.language, with_meters=True))
        return opened.saved

    def _debrief(self, saved: SavedGame) -> str | None:
        """Go through the debrief; return the way on, or None to leave."""
        closing = Closing(saved, self.library, self.saves, self.logbook, self.now)
        way = PlainDebrief(closing, self.library, self._tell, self._next_line).run(self.language)
        if self.logbook.trouble:
            self._say("logbook-not-kept", why=self.logbook.trouble)
        self._from_turning_point = closing.play_from_turning_point() if way == "road" else None
        return way

    def _leave(self, saved: SavedGame) -> None:
        saved.close()
        if saved.path is None or saved.trouble:
            self._say("plain-left-unsaved")
        elif saved.game.ending:
            self._say("plain-left-finished")
        else:
            self._say("plain-left", command=f"{paths.command()} play {saved.game.level.id} --plain")

    def _ask_what_is_open(self) -> bool:
        """Ask about the plan, then the question of the day; False when the player leaves."""
        if plan := self.logbook.open_plan():
            answers = [say(self.language, f"plan-{answer}") for answer in ANSWERS]
            told = [f"{say(self.language, 'plan-open')}: {plan.plan}", say(self.language, "plan-open-ask")]
            self._tell([*told, *steps.numbered([*answers, say(self.language, "question-skip")])])
            answer = self._next_line()
            if answer is None:
                return False
            chosen = ANSWERS[int(answer) - 1] if answer in ("1", "2", "3") else "skipped"
            self.logbook.write(self.now(), "plan-answer", game=plan.game, answer=chosen)
        question = question_for(self.now().date(), self.logbook, self.library)
        return question is None or self._ask_question(question)

    def _ask_question(self, question: DayQuestion) -> bool:
        names = [self.library.principles[id].name.in_language(self.language) for id in question.options]
        told = [f"{say(self.language, 'question')}: {clean(question.situation.in_language(self.language))}"]
        told.append(say(self.language, "pick-ask"))
        self._tell([*told, *steps.numbered([*names, say(self.language, "question-skip")])])
        answer = self._next_line()
        if answer is None:
            return False
        is_picked = answer in {str(number) for number in range(1, len(names) + 1)}
        picked = question.options[int(answer) - 1] if is_picked else ""
        act = {"principle": question.principle, "question": question.id, "picked": picked}
        self.logbook.write(self.now(), "question", **act)
        if picked:
            fitted = picked == question.principle
            key = "question-fitted" if fitted else "question-other"
            self._say(key, picked=self.library.principles[picked].name.in_language(self.language))
            principle = self.library.principles[question.principle]
            self._tell(steps.quotation(principle, self.library, self.language))
        return True

    def _tell_more(self, command: str) -> None:
        """Tell the principles, the style or the logbook."""
        if command == "principles":
            self._tell(steps.codex(self.library, self.logbook, self.language))
        elif command == "style":
            self._tell(steps.style(style(self.saves, self.library), self.library, self.language))
        else:
            self._tell(steps.logbook(self.library, self.logbook, self.language))

    def _tell_house(self) -> None:
        """Name the conversations and the one to go on with."""
        cards = self.library.cards
        self._tell(talk.house(cards, self.saves.all(), self.language, self.library.own_ids))
        if following := self._suggestion():
            title = clean(following.title.in_language(self.language))
            self._say("plain-route", number=cards.index(following) + 1, title=title)

    def _suggestion(self, after: str | None = None) -> Card | None:
        return self.library.suggestion(self.saves.finished(), after)

    def _chosen_level(self) -> str | None:
        """Ask until a conversation is named; None when the player leaves."""
        self._say("plain-house")
        self._say("plain-more")
        ids = [card.id for card in self.library.cards]
        by_name = {str(number): id for number, id in enumerate(ids, 1)} | {id: id for id in ids}
        if following := self._suggestion():
            by_name.setdefault("route", following.id)
        while (command := self._next_command()) is not None:
            if command in by_name:
                return by_name[command]
            if command in ("principles", "style", "logbook"):
                self._tell_more(command)
            elif command in ("nl", "en"):
                self.settings = replace(self.settings, language=command)
                self._tell_house()
            elif command == "help" or not command:
                self._say("plain-house")
            else:
                self._say("plain-unknown", found=clean(command)[:60], available=", ".join(ids))
        return None

    def _next_line(self) -> str | None:
        """Read a line; None at the end of input."""
        line = self.ask()
        return None if line is None else line.strip()

    def _next_command(self) -> str | None:
        """Read a line; None at `quit` and at the end of input."""
        line = self._next_line()
        return None if line is None or line.lower() in ("quit", "stop") else line.lower()

    def _notices(self, notices: tuple[Notice, ...]) -> None:
        for key, values in notices:
            self._say(key, **values)

    def _say(self, key: str, **values: object) -> None:
        self.tell(say(self.language, key, **values))

    def _tell(self, paragraphs: list[str]) -> None:
        for paragraph in paragraphs:
            self.tell(paragraph)


def ask_standard_input() -> str | None:
    """Read a line from standard input, with a prompt when somebody sits there; None at its end."""
    try:
        if sys.stdin.isatty():
            return input("> ")
        line = sys.stdin.readline()
    except (EOFError, UnicodeDecodeError):
        return None
    return line if line else None


def tell_standard_output(paragraph: str) -> None:
    """Print a paragraph at once, wrapped at words when it goes to a terminal."""
    if sys.stdout.isatty():
        width = max(20, shutil.get_terminal_size().columns)
        paragraph = "\n".join(textwrap.fill(part, width) for part in paragraph.split("\n"))
    print(paragraph, flush=True)
