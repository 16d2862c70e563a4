"""Closing a conversation: its debrief, what the player makes of it, and the ways on from there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from game.contents import Card
from game.library import BrokenLevelError, Library, UnknownLevelError
from game.logbook import ANSWERS, FEELINGS, Clock, Entry, Logbook
from game.saves import CannotLoadError, SavedGame, Saves
from game.story.catalogue import not_near
from game.story.debrief import Debrief, Moment, debrief, moments_of, quiz
from game.story.level import Level
from game.story.style import Stroke, Style, style_of
from game.words import say


@dataclass(frozen=True, slots=True)
class Sisters:
    """The two replies that decided two sister conversations, and the principles they share."""

    levels: tuple[Level, Level]
    moments: tuple[Moment, Moment]
    shared: tuple[str, ...]


class Closing:
    """The debrief of one finished game, with what the player does in it."""

    def __init__(
        self, saved: SavedGame, library: Library, saves: Saves, logbook: Logbook, now: Clock
    ) -> None:
        """Compute the debrief and note in the logbook that the game was finished.

        Raises ValueError when it is not. A game that is not saved leaves nothing in the logbook.
        """
        self.saved = saved
        self.told: Debrief = debrief(saved.game)
        is_known = (
            self.told.principle in library.principles
        )  # a level of yesterday may name what is gone today
        others = not_near(self.told.principle, library.principles)
        self.options = quiz(saved.game.level, self.told.principle, others, saved.seed) if is_known else ()
        self._library, self._saves, self._logbook, self._now = library, saves, logbook, now
        self._game = saved.path.stem if saved.path else ""
        self._unsaved = Entry("")
        if self.entry.ending != self.told.ending.id:
            self._write("finished", level=saved.game.level.id, ending=self.told.ending.id)

    @property
    def entry(self) -> Entry:
        """What the player made of this game so far."""
        return self._logbook.entry(self._game) if self._game else self._unsaved

    @property
    def asks_principle(self) -> bool:
        """Tell whether there is a principle to pick still."""
        return bool(self.options) and not self.entry.picked

    def feel(self, feeling: str) -> None:
        """Note how the player leaves."""
        self._write("feeling", feeling=feeling)

    def pick(self, principle: str) -> None:
        """Note which principle the player picked; the first pick counts."""
        if not self.entry.picked:
            self._write("picked", picked=principle, asked=self.told.principle)

    def plan(self, plan: str) -> None:
        """Note the plan for tomorrow."""
        self._write("plan", plan=plan, principle=self.told.principle)

    def plan_suggested(self, language: str) -> str:
        """Return the plan that goes with the principle."""
        principle = self._library.principles.get(self.told.principle)
        return principle.tomorrow.in_language(language) if principle else ""

    def play_from_turning_point(self) -> SavedGame | None:
        """Begin a game just before the turning point; the finished one stays as it is."""
        road = self.told.road
        data = self._saves.level_bytes(self.saved)
        if road is None or data is None:
            return None
        return self._saves.from_turn(self.saved.game, data, self.saved.seed, road.turn)

    @cached_property
    def suggestion(self) -> Card | None:
        """The conversation to play after this one; None where all of the course are finished."""
        return self._library.suggestion(self._saves.finished(), self.saved.game.level.id)

    @cached_property
    def sisters(self) -> Sisters | None:
        """Return this conversation beside its sister, once both were finished."""
        level = self.saved.game.level
        if level.sister is None:
            return None
        for summary in self._saves.all():
            if summary.level_id == level.sister and summary.ending:
                try:
                    game, _ = self._saves.view(summary.path, self._library)
                except (CannotLoadError, OSError):
                    continue
                if game.ending:
                    other = debrief(game)
                    moments = (self.told.moments[self.told.decisive], other.moments[other.decisive])
                    shared = tuple(name for name in level.principles if name in game.level.principles)
                    return Sisters((level, game.level), moments, shared)
        return None

    def _write(self, act: str, **values: str) -> None:
        if self._game:
            self._logbook.write(self._now(), act, game=self._game, **values)
            return
        known = {"plan_principle" if name == "principle" else name: value for name, value in values.items()}
        fields = {name: getattr(self._unsaved, name) for name in Entry.__slots__}
        self._unsaved = Entry(**{**fields, **known})


def style(saves: Saves, library: Library) -> Style:
    """Return the player's style over all saved games, each on the level it was played on."""
    strokes = []
    for summary in reversed(saves.all()):
        if summary.ending:
            try:
                game, _ = saves.view(summary.path, library)
            except (CannotLoadError, OSError):
                continue
            if game.ending:
                strokes += [Stroke(game.level.id, moment) for moment in moments_of(game)]
    return style_of(strokes)


def level_title(library: Library, level_id: str, language: str) -> str:
    """Return the title of a level, its id where it cannot be read."""
    try:
        return library.level(level_id).title.in_language(language)
    except (UnknownLevelError, BrokenLevelError):
        return level_id


def entry_title(entry: Entry, library: Library, language: str) -> str:
    """Return the heading of a finished game in the logbook: day, conversation, ending."""
    title = level_title(library, entry.level, language)
    try:
        ending = library.level(entry.level).endings[entry.ending].title.in_language(language)
    except (UnknownLevelError, BrokenLevelError, KeyError):
        ending = entry.ending
    return f"{entry.day.isoformat()}  {title}: {ending}"


def entry_words(entry: Entry, library: Library, language: str) -> list[str]:
    """Return what the player made of a finished game, a sentence each."""
    told = []
    if entry.feeling in FEELINGS:
        told.append(say(language, "logbook-felt", feeling=say(language, f"feeling-{entry.feeling}")))
    for key, id in (("picked", entry.picked), ("asked", "" if entry.fitted else entry.asked)):
        if principle := library.principles.get(id):
            name = principle.name.in_language(language)
            words = "logbook-picked" if key == "picked" else "logbook-was"
            told.append(
                say(language, words, picked=name) if key == "picked" else say(language, words, asked=name)
            )
    if entry.plan:
        plan = say(language, "logbook-plan", plan=entry.plan)
        answer = f" ({say(language, f'plan-{entry.answer}')})" if entry.answer in ANSWERS else ""
        told.append(plan + answer)
    return told
