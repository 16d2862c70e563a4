"""The projector's picture of a session: heading, stage, the paragraphs that fit, notices and keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widget import Widget

from game import paths
from game.tui.room import Room, RoomApp
from game.tui.screens.page import Page
from game.tui.screens.workshop_beats import fitted
from game.tui.screens.workshop_keys import BY_KEY, useful
from game.tui.screens.workshop_leaves import Leaf, leaf_of
from game.tui.widgets.bars import Key
from game.tui.widgets.choices import Choices
from game.tui.widgets.sheet import Sheet
from game.tui.widgets.stage import Player, Stage
from game.workshop.doorway import Trouble
from game.workshop.log import Workshop
from game.workshop.session import SETTLING, Phase, Session

if TYPE_CHECKING:
    from game.workshop.phones.server import Phones

LEAST_WIDTH, LEAST_HEIGHT = 60, 20
HIDDEN = "•"
"""Stands for a digit: what was counted is not told before the vote is closed."""

A_MOMENT = 0.1
"""Seconds in which the votes of phones and the acts of the notes are shown together."""


class Projection(Page):
    """Shows one session to a room. It holds nothing of the session: only what is half typed."""

    sheet = query_one(Sheet)
    stage = query_one(Stage)

    def __init__(self, room: Room, workshop: Workshop) -> None:
        super().__init__()
        self.room = room
        self.workshop = workshop
        self._letter = ""
        self._digits = ""
        self._guess = ""
        self._picks = False
        self._notice = room.resumed
        self._words = ""
        self._in_view = workshop.session.active, workshop.session.is_overview
        self._place = workshop.session.place
        self._is_own = False
        self._is_stale = False
        self._drawn: tuple[Session, str, Leaf] | None = None

    @property
    def session(self) -> Session:
        """The session as it stands."""
        return self.workshop.session

    @property
    def phones(self) -> Phones | None:
        """The page for phones, where it is open."""
        door = self.room.door
        return door.phones if door and not door.trouble else None

    def compose_top(self) -> Iterator[Widget]:
        """Yield the stage."""
        yield Stage()

    def compose_body(self) -> Iterator[Widget]:
        """Yield the paragraphs; there is never anything to mark."""
        yield Sheet()
        yield Choices()

    def prepare(self) -> None:
        """Listen to the session, and let the notes and the phones in."""
        self.choices.display = False
        self.workshop.paragraphs = lambda session: self.steps(self.leaf(session))
        self.workshop.listeners.append(self._note_change)
        self.watch(self.body, "size", self._look_again, init=False)
        app = self.app
        assert isinstance(app, RoomApp)
        app.open_doors(self)

    def on_unmount(self) -> None:
        """Listen no more."""
        self.workshop.paragraphs = None
        if self._note_change in self.workshop.listeners:
            self.workshop.listeners.remove(self._note_change)

    def _note_change(self, session: Session) -> None:
        """Show soon what somebody else did: many votes at once are one change."""
        if not self._is_own and not self._is_stale:
            self._is_stale = True
            self.set_timer(A_MOMENT, self._catch_up)

    def _catch_up(self) -> None:
        self._is_stale = False
        self._notice = ""
        self.drop_what_is_half_typed()
        self.show_all()

    def drop_what_is_half_typed(self) -> None:
        """Forget what was typed or told where the session stood before, or for a team that was in view."""
        in_view = self.session.active, self.session.is_overview
        is_elsewhere, self._in_view = in_view != self._in_view, in_view
        if self.session.place != self._place:  # whoever led on: what was told is not true any more
            self._place, self._words = self.session.place, ""
        if is_elsewhere or not self.session.is_open:
            self._letter = self._digits = ""
        if self.session.phase != Phase.GUESS:
            self._guess = ""
        if is_elsewhere or not self.session.can_pick:
            self._picks = False

    def leaf(self, session: Session) -> Leaf:
        """Return what is to be shown of *session*."""
        if self._drawn is None or self._drawn[0] is not session or self._drawn[1] != self.language:
            leaf = leaf_of(session, self.game_app.library, self.language)
            self._drawn = session, self.language, leaf
        return self._drawn[2]

    @staticmethod
    def steps(leaf: Leaf) -> int:
        """Return how many steps it takes to read *leaf*."""
        return 1 if leaf.is_whole else len(leaf.beats)

    def show_all(self) -> None:
        """Show the session as it stands."""
        leaf = self.leaf(self.session)
        self.title_bar.tell(leaf.heading, leaf.where, leaf.short)
        count = len(leaf.beats) if leaf.is_whole else min(len(leaf.beats), self.session.revealed + 1)
        beats = leaf.beats[:count]

        def draw(width: int, height: int) -> list[Content]:
            return fitted(beats, width, self.body.size.height or max(6, height - 6))

        self.sheet.put_up(draw)
        self._show_stage(leaf, is_read=count == len(leaf.beats))
        self.show_notice()
        self.key_bar.redraw()
        self.body.scroll_home(animate=False)

    def _look_again(self) -> None:
        """Set the paragraphs anew when the room for them has changed."""
        self.call_after_refresh(self.sheet.redraw)

    def _show_stage(self, leaf: Leaf, *, is_read: bool) -> None:
        self.stage.display = leaf.moods is not None
        self.set_class(leaf.moods is not None, "-staged")
        if leaf.moods is None:
            return
        people = self.session.level.people
        players = tuple(
            Player(people[id].name.in_language(self.language), people[id].crowd) for id in leaf.present
        )
        is_here = bool(players) and leaf.present[0] == self.session.level.counterpart.id
        trust, sympathy = leaf.moods[1 if is_read else 0]
        if (trust, sympathy) != (self.stage.trust, self.stage.sympathy):
            self.stage.move(trust, sympathy, at_once=not is_read)
        self.stage.set_people(players, self.say("you"), counterpart_is_here=is_here)

    def show_notice(self) -> None:
        """Say what the facilitator must know: trouble first, then what is being typed."""
        if self.workshop.trouble:
            words = self.say("room-not-saved", why=self.workshop.trouble)
            self.notice_bar.tell(words, is_warning=True)
        elif self.room.troubles:
            self.notice_bar.tell(self.room.troubles[0], is_warning=True)
        else:
            self.notice_bar.tell(self._typed() or self._words or self._usually())

    def _typed(self) -> str:
        """Return what is half typed, with every digit hidden."""
        if self._picks:
            return self.say("room-pick")
        if self._digits:
            return self.say("room-typing", letter=self._letter, hidden=HIDDEN * len(self._digits))
        if self.session.phase == Phase.GUESS:
            meter = self.say("sympathy" if self._guess else "trust")
            return f"{self.say('room-guess-meter', meter=meter)}  {self.say('room-guess-ways')}"
        return ""

    def _usually(self) -> str:
        """Return what is to be said when nothing else is."""
        if self._notice:
            return self.say(self._notice, command=paths.command(), resume=self.room.resume("--phones"))
        if self.session.is_open and self.phones:
            votes = self._votes_by_phone()
            return self.say("room-phone-in" if votes == 1 else "room-phones-in", count=votes)
        if self.session.phase == Phase.PREBRIEF and self.session.members:
            teams = range(len(self.session.teams))
            told = [f"{self.say('room-team', team=n + 1)}: {self.session.members_of(n)}" for n in teams]
            return "  ".join(told)
        if self.session.phase == Phase.DONE and self.workshop.path:
            name = self.workshop.path.stem
            return self.say("room-report", command=paths.command(), session=name)
        if self.session.can_show_other:
            return self.say("room-play-other")
        size = self.app.size
        if size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT:
            return self.say("room-too-small", width=size.width, height=size.height)
        return ""

    def _votes_by_phone(self) -> int:
        """Return how many phones have voted, of all teams in view."""
        session = self.session
        ballots = session.votes if session.is_overview or session.ballot is None else (session.ballot,)
        return sum(len(each.phones) for each in ballots)

    def warn_of(self, trouble: Trouble) -> None:
        """Say what keeps phones out."""
        resume = self.room.resume(trouble.options)
        self.warn(trouble.key, command=paths.command(), resume=resume, **trouble.values)

    def warn(self, key: str, **values: object) -> None:
        """Say what is wrong with something beside the session, until the next key."""
        self.room.troubles.append(self.say(key, **values))
        self.show_all()

    def tell(self, key: str, **values: object) -> None:
        """Say something until the next key."""
        self._words = self.say(key, **values)
        self.show_notice()

    def keys(self) -> list[Key]:
        """Return the keys that make sense now, the most needed first."""
        keys = []
        if self.session.is_open:
            if not self.session.is_overview:
                keys.append(Key("a 12 ⏎", self.say("key-count"), "help"))
        elif self.can_forward:
            keys.append(Key("␣", self.say("key-forward"), "forward"))
        for key in useful(self.session):
            keys.append(Key(key, self.say(BY_KEY[key].name), BY_KEY[key].action))
        if self.session.views:
            keys.append(Key("Tab", self.say("key-teams"), "look(1)"))
        keys.append(Key("u", self.say("key-undo"), "undo"))
        keys.append(Key("?", self.say("key-help"), "help"))
        if self.phones:
            keys.append(Key("i", self.say("key-join"), "join"))
        return keys

    def on_resize(self, event: Resize) -> None:
        """Look anew at what fits."""
        super().on_resize(event)
        self.show_notice()

    @property
    def can_forward(self) -> bool:
        """Tell whether the key to read on leads anywhere."""
        phase = self.session.phase
        return not self.session.is_open and phase not in (*SETTLING, Phase.GUESS, Phase.DONE)
