"""The workshop on the projector, under the facilitator's keys: every act goes through `Workshop.do`."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from game import paths
from game.sentences import listed
from game.tui.screens.workshop_keys import ACT_KEYS, usual
from game.tui.screens.workshop_projection import Projection
from game.workshop.acts import Act, NotNowError, can_undo
from game.workshop.ballot import LETTERS, MOST_HANDS, Ballot
from game.workshop.refusals import instead, no_pick
from game.workshop.session import Phase, most_divided


class WorkshopScreen(Projection):
    """The projection with the facilitator's keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,full_stop", "forward", show=False),
        Binding("left", "backward", show=False),
        Binding("f5", "choose_marked", show=False),
        Binding("backspace", "rub_out", show=False),
        Binding("tab", "look(1)", show=False),
        Binding("shift+tab", "look(-1)", show=False),
        *(Binding(each.key, each.action, show=False) for each in ACT_KEYS),
        *(Binding(f"{letter.lower()},{letter}", f"letter('{letter}')", show=False) for letter in LETTERS),
        Binding("plus", "step('up', 1)", show=False),
        Binding("minus", "step('down', -1)", show=False),
        Binding("equals_sign", "step('same', 0)", show=False),
        Binding("0", "choose(0)", show=False),
    ]
    HELP_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("␣ PgDn", "help-forward"),
        ("PgUp", "help-backward"),
        ("⏎ F5", "help-usual"),
        ("a 12 ⏎", "help-hands"),
        *((each.key, each.help) for each in ACT_KEYS),
        ("Tab", "help-teams"),
        ("t", "help-t"),
        ("v", "help-v"),
        ("Esc", "help-esc"),
    )
    HELP_IDEA = ("help-room", "help-room-saved")
    HELP_PLAIN = "help-room-notes"

    def do(self, act: Act) -> bool:
        """Do *act* and show where that leads; say why where it cannot be."""
        self._words = self._notice = ""
        self.room.troubles.clear()
        self._is_own = True
        try:
            self.workshop.do(act)
        except NotNowError as error:
            self.show_all()  # votes that came in meanwhile may have been let in by this
            self.tell(error.reason)
            return False
        finally:
            self._is_own = False
        self.drop_what_is_half_typed()
        self.show_all()
        return True

    @property
    def _hidden(self) -> int:
        """How many paragraphs are still to come."""
        return max(0, self.steps(self.leaf(self.session)) - 1 - self.session.revealed)

    def action_forward(self) -> None:
        """Read on: further down, the next paragraph, and then the next page; a vote it never closes."""
        if self.has_more:
            super().action_turn(1)
        elif self._letter and self.session.is_open:
            return  # the space in `a 12`
        elif not self.can_forward:
            self._hint()
        elif self._hidden:
            self.do({"act": "reveal", "to": self.session.revealed + 1})
        elif self.session.phase == Phase.SCENE or self.session.asks_principle:
            self.do({"act": "open"})
        else:
            self.do({"act": "next"})

    def _hint(self) -> None:
        self.tell("room-hint-vote" if self.session.is_open else instead(self.session))

    def action_backward(self) -> None:
        """Read back: further up, or without the last paragraph."""
        if self.body.scroll_y > 0.5:
            super().action_turn(-1)
        elif not self.leaf(self.session).is_whole and self.session.revealed:
            to = min(self.session.revealed, self.steps(self.leaf(self.session)) - 1) - 1
            self.do({"act": "reveal", "to": max(0, to)})

    def action_turn(self, step: int) -> None:
        """Do what the two keys of a clicker do."""
        if step > 0:
            self.action_forward()
        else:
            self.action_backward()

    def action_space(self) -> None:
        """Read on."""
        self.action_forward()

    def action_mark(self, step: int) -> None:
        """Scroll a line."""
        self.body.scroll_relative(y=step, animate=False)

    def action_choose_marked(self) -> None:
        """Count what was typed; else do what usually follows, but never close a vote.

        F5 does the same: a clicker sends it to begin, whatever is on the screen.
        """
        if self._digits:
            self._count()
        elif self.session.is_open:
            self._hint()
        else:
            self._do_usual()

    def _do_usual(self) -> None:
        key = usual(self.session)
        if self._hidden or not key:
            self.action_forward()
        else:
            self.do({"act": {"o": "open", "p": "discuss", "r": "revote", "w": "play"}[key]})

    def action_act(self, name: str) -> None:
        """Do the act *name*."""
        self.do({"act": name})

    def action_shut(self) -> None:
        """Count what was typed, then close the vote."""
        self._count()
        self.do({"act": "close"})

    def action_undo(self) -> None:
        """Take the last step back."""
        self._letter = self._digits = ""
        if not can_undo(self.workshop.acts):
            self.tell("room-nothing-to-undo")
        elif self.do({"act": "undo"}):
            self.tell("room-undone")

    def action_pick(self) -> None:
        """Pick a reply over the room's head, or break a tie: its letter comes next."""
        if not self.session.can_pick:
            self.tell(no_pick(self.session))
            return
        self._picks = True
        self.show_notice()

    def action_look(self, step: int) -> None:
        """Have the next of the teams that play together in view, after the last one all of them."""
        session = self.session
        if views := session.views:
            now = None if session.is_overview else session.active
            self.do({"act": "look", "team": views[(views.index(now) + step) % len(views)]})

    @property
    def _about(self) -> Act:
        """What an act adds that is about one team."""
        return {"team": self.session.active} if self.session.rules.together else {}

    # letters, digits, + and −

    @property
    def _ballot(self) -> Ballot | None:
        """The vote whose letters are on the screen."""
        session = self.session
        if session.can_show_other:
            place = most_divided(session)
            return session.team.rounds[place].ballot if place is not None else None
        if session.ballot or session.phase != Phase.SCENE:
            return session.ballot
        return Ballot(0, tuple(reply.id for reply in session.options))

    def action_letter(self, letter: str) -> None:
        """Take a letter: of what is counted, picked, or shown in the debrief."""
        ballot = self._ballot
        if self.session.is_overview:
            self.tell("workshop-which-team")
            return
        if ballot is None or LETTERS.index(letter) >= len(ballot.options):
            self.tell("workshop-no-option")
            return
        option = ballot.options[LETTERS.index(letter)]
        if self._picks:
            self._picks = False
            if self.do({"act": "choose", "reply": option, **self._about}) and self.session.rules.together:
                self._tell_picked(letter)
        elif self.session.is_open:
            self._count()
            self._letter = letter
            self.tell("room-letter", letter=letter)
        elif self.session.can_show_other:
            self.do({"act": "show-other", "reply": option})
        else:
            self.tell("workshop-closed")

    def _tell_picked(self, letter: str) -> None:
        """Say what the team in view will say, and which teams still have to decide."""
        told = {"team": self.session.active + 1, "letter": letter}
        if tied := self.session.undecided:
            teams = listed(self.language, [str(team + 1) for team in tied])
            self.tell("room-team-is-picked-not-all", teams=teams, **told)
        else:
            self.tell("room-team-is-picked", **told)

    def action_choose(self, number: int) -> None:
        """Take a digit of a count."""
        if not self.session.is_open:
            return
        if not self._letter:
            self.tell("room-letter-first")
        elif len(self._digits) < len(str(MOST_HANDS)):
            self._digits += str(number)
            self.show_notice()
        else:  # nobody sees the digits: what is too much is not cut short
            self._digits = ""
            self.tell("room-at-most", letter=self._letter, most=MOST_HANDS)

    def action_rub_out(self) -> None:
        """Take the last digit away."""
        self._digits = self._digits[:-1]
        self.show_notice()

    def _count(self) -> None:
        """Do what was typed, if anything was."""
        if self._letter and self._digits:
            self._hands(int(self._digits))

    def _hands(self, count: int) -> None:
        letter, ballot = self._letter, self.session.ballot
        assert ballot is not None
        self._digits = ""
        option = ballot.options[LETTERS.index(letter)]
        if self.do({"act": "hands", "option": option, "count": max(0, count), **self._about}):
            self.tell("room-is-counted", letter=letter)

    def action_step(self, direction: str, step: int) -> None:
        """Count one hand more or less; or take a guess."""
        if self.session.phase == Phase.GUESS:
            self._take_guess(direction)
        elif self.session.is_open and step:
            if not self._letter or self.session.ballot is None:
                self.tell("room-letter-first")
                return
            self._count()
            option = self.session.ballot.options[LETTERS.index(self._letter)]
            self._hands(self.session.ballot.hands.get(option, 0) + step)

    def _take_guess(self, direction: str) -> None:
        if not self._guess:
            self._guess = direction
            self._words = ""
            self.show_notice()
        else:
            self.do({"act": "guess", "trust": self._guess, "sympathy": direction})

    # leaving, phones

    def action_leave(self) -> None:
        """Forget what is half typed; else ask whether to stop."""
        if self._picks or self._digits or self._letter or self._guess:
            self._picks, self._digits, self._letter, self._guess = False, "", "", ""
            self._words = ""
            self.show_notice()
            return
        from game.tui.screens.workshop_asks import AskLeave

        self.app.push_screen(AskLeave())

    def action_join(self) -> None:
        """Show how phones join."""
        door = self.room.door
        if door and door.trouble:
            self.warn_of(door.trouble)
            return
        if self.phones is None or not self.phones.url:
            self._tell_no_phones()
            return
        from game.tui.screens.workshop_asks import JoinPage

        self.app.push_screen(JoinPage(self))

    def _tell_no_phones(self) -> None:
        self.tell("room-no-phones", command=paths.command(), resume=self.room.resume("--phones"))

    def action_lock(self) -> None:
        """Let nobody else join, or let them in again."""
        if self.phones is None:
            self._tell_no_phones()
            return
        self.phones.locked = not self.phones.locked
        self.tell("room-locked" if self.phones.locked else "room-unlocked")
