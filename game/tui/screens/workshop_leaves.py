"""What the projector shows of a session, phase by phase: a heading and the paragraphs below it.

Derived from the session alone. Before a vote is closed nothing here tells how it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from textual.content import Content

from game.library import Library
from game.sentences import listed
from game.story.level import Line
from game.story.playthrough import Playthrough, play
from game.story.ways import shortest_way
from game.transcript import late_changes, reply_words
from game.tui.screens.papers import line_utterances
from game.tui.screens.workshop_bars import bars, meters, shifted
from game.tui.screens.workshop_beats import QUIET, Beat, lettered, spoken, told
from game.tui.screens.workshop_overview import overview, overview_heading, shows_overview
from game.tui.screens.workshop_teams import teams_beside
from game.tui.widgets.talk import Utterance
from game.words import say
from game.workshop.ballot import Ballot
from game.workshop.session import STEPS, Phase, Round, Session, Step, most_divided


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is on the projector: a heading, where we are, and the paragraphs.

    `is_whole` shows them all at once. `mood` is where the meters stand for the stage, None without a stage;
    it moves with the last paragraph.
    """

    heading: str
    beats: tuple[Beat, ...]
    where: str = ""
    short: str = ""
    is_whole: bool = False
    moods: tuple[tuple[int, int], tuple[int, int]] | None = None
    present: tuple[str, ...] = ()


def leaf_of(session: Session, library: Library, language: str) -> Leaf:
    """Return what the projector shows of *session*."""
    return _Writer(session, library, language).leaf()


class _Writer:
    def __init__(self, session: Session, library: Library, language: str) -> None:
        self.session = session
        self.library = library
        self.language = language

    def say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def leaf(self) -> Leaf:
        session = self.session
        if shows_overview(session):
            heading, beats = overview_heading(session, self.language), overview(session, self.language)
            return Leaf(heading, beats, is_whole=True)
        match session.phase:
            case Phase.PREBRIEF:
                return Leaf(self.say("room-welcome"), self._prebrief())
            case Phase.SCENE:
                return self._leaf(self._title(), self._scene(), moods=self._scene_moods())
            case Phase.VOTE | Phase.REVOTE:
                key = "room-vote" if session.phase == Phase.VOTE else "room-revote"
                return self._leaf(self.say(key), self._options(), is_whole=True)
            case Phase.SPLIT:
                return self._leaf(self.say("room-split"), self._split(), is_whole=True)
            case Phase.DISCUSS:
                beats = (told(self._prompt(), "bold"), *self._options())
                return self._leaf(self.say("room-discuss"), beats, is_whole=True)
            case Phase.SHIFT:
                return self._leaf(self.say("room-shift"), self._shift(), is_whole=True)
            case Phase.GUESS:
                return self._leaf(self.say("room-guess"), self._chosen(), is_whole=True)
            case Phase.CONSEQUENCE | Phase.OTHER:
                return self._consequence()
            case Phase.ENDING:
                return Leaf(self._ending_title(), self._ending())
            case Phase.DEBRIEF:
                return self._debrief()
        return Leaf(self.say("room-done"), (told(self.say("room-done-told"), "bold"),), is_whole=True)

    def _leaf(self, heading: str, beats: tuple[Beat, ...], **more: object) -> Leaf:
        """Return a leaf of a round: it says which round, and whose."""
        session = self.session
        scene = session.round.scene if session.round else session.level.start
        game = session.game
        now = sum(turn.scene != scene for turn in game.turns) + 1
        is_after = session.phase in (Phase.CONSEQUENCE, Phase.OTHER)
        if is_after and session.followed(session.active):
            now = len(game.turns)
        all_of_them = now - 1 + shortest_way(session.level, scene)
        where = self.say("room-round", now=now, all=all_of_them)
        short = self.say("room-round-short", now=now, all=all_of_them)
        if len(session.teams) > 1 and not session.is_overview:
            team = self.say("room-team", team=session.active + 1)
            where, short = f"{team} · {where}", f"{team} · {short}"
        present = session.level.scenes[scene].present
        return Leaf(heading, beats, where, short, present=present, **more)  # type: ignore[arg-type]

    def _title(self) -> str:
        return self.session.level.title.in_language(self.language)

    def _prebrief(self) -> tuple[Beat, ...]:
        rules, level = self.session.rules, self.session.level
        keys = ["room-fiction", "room-mistakes", "room-passing", "room-how", f"room-tie-{rules.tie}"]
        keys += ["room-guess-first"] if rules.guess else []
        beats = [told(self._title(), "bold $voice"), *(told(self.say(key)) for key in keys)]
        if rules.teams > 1:
            key = "room-teams-together" if rules.together else "room-teams"
            beats.append(told(self.say(key, count=rules.teams)))
        you = level.you.in_language(self.language)
        return (*beats, told(f"{self.say('room-you')} {you}"))

    def _lines(self, lines: tuple[Line, ...]) -> list[Beat]:
        return [spoken(each) for each in line_utterances(self.session.level, lines, self.language)]

    def _scene(self) -> tuple[Beat, ...]:
        session, game = self.session, self.session.game
        beats = []
        if len(session.teams) > 1 and not session.rules.together:
            beats.append(told(self.say("room-turn", team=session.active + 1), "bold $voice"))
        beats += self._lines(game.lines)
        is_late = bool(game.turns) and bool(late_changes(game.turns[-1], self.language))
        if is_late and not session.is_overview:  # what came late came to each team alone
            beats.append(self._meters(game, is_late=True))
        return (*beats, *self._options())

    def _scene_moods(self) -> tuple[tuple[int, int], tuple[int, int]] | None:
        if self.session.is_overview and self.session.team.replies:
            return None  # each team has its own
        state = self.session.game.state
        return (state.trust, state.sympathy), (state.trust, state.sympathy)

    def words(self) -> dict[str, str]:
        """Return what the options of the present vote say, by their names."""
        session = self.session
        if session.phase == Phase.DEBRIEF and session.step != Step.DIVIDED:
            return {id: self._principle(id) for id in session.principles}
        place = most_divided(session) if session.phase == Phase.DEBRIEF else None
        game = session.game if place is None else play(session.level, session.team.replies[:place])
        return {reply.id: reply_words(reply, self.language) for reply in game.available}

    def _principle(self, id: str) -> str:
        principle = self.library.principles.get(id)
        return principle.name.in_language(self.language) if principle else id

    def _options(self) -> tuple[Beat, ...]:
        """Return the options with their letters, and in an open vote a mark by those that were counted."""
        words, ballot = self.words(), self.session.ballot
        ids = [reply.id for reply in self.session.options]
        shown_ballot = ballot or Ballot(0, tuple(ids))
        return self._lettered(shown_ballot, words)

    def _lettered(self, ballot: Ballot, words: dict[str, str]) -> tuple[Beat, ...]:
        counted = ballot.hands if ballot.is_open else {}
        return tuple(
            lettered(ballot.letter(option), words[option], "✓" if option in counted else " ")
            for option in ballot.options
        )

    def _prompt(self) -> str:
        from game.workshop.prompts import prompt_for

        ballot = self.session.ballot
        return prompt_for(ballot, self.language) if ballot else ""

    def _bars(self, ballot: Ballot) -> Beat:
        words = self.words()

        def draw(width: int, _: str, *, is_dense: bool = False) -> list[Content]:
            return bars(ballot, words, width, is_dense=is_dense)

        return Beat(draw, stays=True, dense=partial(draw, is_dense=True))

    def _tied(self) -> list[Beat]:
        session, ballot, now = self.session, self.session.ballot, self.session.round
        if ballot and now and now.chosen:
            return [told(self.say("room-picked", letter=ballot.letter(now.chosen)), "bold")]
        if not session.tied or ballot is None:
            return []
        letters = listed(self.language, [ballot.letter(each) for each in session.tied])
        return [told(self.say("room-tied", letters=letters), "bold")]

    def _split(self) -> tuple[Beat, ...]:
        ballot = self.session.ballot
        assert ballot is not None
        if not ballot.total:
            return (told(self.say("room-nobody"), "bold"), *self._tied())
        prompt = told(self._prompt())
        return (self._bars(ballot), *self._steady([*self._tied(), prompt]))

    def _steady(self, beats: list[Beat]) -> list[Beat]:
        return [Beat(beat.draw, stays=True) for beat in beats]

    def _shift(self) -> tuple[Beat, ...]:
        from game.workshop.prompts import shift_told

        now = self.session.round
        assert now is not None
        assert now.first is not None
        assert now.second is not None
        first, second = now.first, now.second
        if not second.total:
            key = "shift-nobody-again" if first.total else "room-nobody"
            return (told(self.say(key), "bold"), *self._tied())
        words = self.words()

        def draw(width: int, _: str, *, is_dense: bool = False) -> list[Content]:
            return shifted(first, second, words, width, is_dense=is_dense)

        drawn = Beat(draw, stays=True, dense=partial(draw, is_dense=True))
        sentence = told(shift_told(first, second, self.language, words), "bold")
        return (drawn, *self._steady([sentence, *self._tied()]))

    def _chosen(self) -> tuple[Beat, ...]:
        now = self.session.round
        assert now is not None
        assert now.chosen is not None
        said = told(self.words()[now.chosen], "bold $mine")
        asked = told(self.say("room-guess-ask"), "bold")
        return (told(self.say("room-you-say")), *self._steady([said, asked]))

    def _consequence(self) -> Leaf:
        """Return what the reply did: what was said, what came of it, and then the meters."""
        session = self.session
        game, decided = session.followed(session.active), session.round
        if game is None or decided is None:
            waits = f"{self.say('room-team', team=session.active + 1)} {self.say('room-team-waits')}."
            return self._leaf(self._title(), (told(waits),))
        turn = game.turns[-1]
        beats = [told(words, QUIET) for words in self._how(decided)]
        said = Utterance(reply_words(turn.reply, self.language), self.say("you"), is_you=True)
        beats += [spoken(said), *self._lines(turn.reaction), self._meters(game)]
        other = session.other_of(session.active)
        if other and decided.ballot and decided.chosen and other == decided.others[-1]:
            key = "room-back-to-end" if session.game.ending else "room-back-to"
            beats.append(told(self.say(key, letter=decided.ballot.letter(decided.chosen))))
        before, now = turn.before, turn.answered
        moods = (before.trust, before.sympathy), (now.trust, now.sympathy)
        return self._leaf(self._title(), tuple(beats), moods=moods)

    def _how(self, decided: Round) -> list[str]:
        """Say how it was decided, where that was not by the most votes."""
        ballot = decided.ballot
        other = self.session.other_of(self.session.active)
        if ballot and other:
            return [self.say("room-other-way", letter=ballot.letter(other))]
        if self.session.phase == Phase.OTHER and decided.by == "both":  # another team has more replies to see
            return []
        if decided.by == "both" and ballot and decided.chosen:
            return [self.say("room-both-first", letter=ballot.letter(decided.chosen))]
        if decided.by == "tie":
            return [self.say("room-tie-picked")]
        return [self.say("room-facilitator-picked")] if decided.by == "facilitator" else []

    def _meters(self, game: Playthrough, *, is_late: bool = False) -> Beat:
        turn = game.turns[-1]
        before, now = (turn.answered, turn.after) if is_late else (turn.before, turn.answered)
        changes = now.trust - before.trust, now.sympathy - before.sympathy
        # Of another reply, and of what came late, nobody guessed.
        is_guessed = not is_late and self.session.phase == Phase.CONSEQUENCE
        guess = self.session.round.guess if self.session.round and is_guessed else None
        values = now.trust, now.sympathy
        return Beat(lambda width, _: meters(values, changes, guess, width, self.language), stays=True)

    def _ending_title(self) -> str:
        if len(self.session.teams) > 1:
            return self.say("room-ways")
        return self.say("room-ending")

    def _ending(self) -> tuple[Beat, ...]:
        session, language = self.session, self.language
        beats: list[Beat] = []
        seen: set[str] = set()
        for number in range(len(session.teams)):
            ending = session.game_of(number).ending
            if ending is None:  # nobody was in this team
                continue
            name = f"{self.say('room-team', team=number + 1)}: " if len(session.teams) > 1 else ""
            beats.append(told(f"{name}{ending.title.in_language(language)}", "bold $voice"))
            if ending.id not in seen:  # what two teams came to is read once
                beats.append(told(ending.text.in_language(language)))
            seen.add(ending.id)
        if len(session.teams) > 1:
            beats += self._ways()
        return tuple(beats)

    def _ways(self) -> list[Beat]:
        """Return the ways of all teams that played, beside each other."""
        teams = [number for number, team in enumerate(self.session.teams) if team.replies]
        games = [(number, self.session.game_of(number)) for number in teams]
        return teams_beside(games, len(self.session.teams), self.language)

    def _debrief(self) -> Leaf:
        from game.workshop.room_debrief import room_step

        session = self.session
        heading, paragraphs = room_step(session, self.library, self.language)
        where = f"{STEPS.index(session.step) + 1}/{len(STEPS)}"
        if session.is_open and session.ballot:
            beats = self._lettered(session.ballot, self.words())
            return Leaf(self.say("room-principle-vote"), beats, where, where, is_whole=True)
        beats = tuple(told(each) for each in paragraphs)
        before = 1 if session.step == Step.DIVIDED else 0  # which round it was, then its bars
        return Leaf(heading, (*beats[:before], *self._drawn(), *beats[before:]), where, where)

    def _drawn(self) -> tuple[Beat, ...]:
        """Return what a step of the debrief shows beside its words: the curve, or a vote."""
        session = self.session
        if session.step == Step.HAPPENED:
            return tuple(self._ways())
        place = most_divided(session)
        if session.step == Step.DIVIDED and place is not None and session.shown_other is None:
            ballot = session.team.rounds[place].ballot
            return (self._bars(ballot),) if ballot else ()
        if session.step == Step.PRINCIPLE and session.principle and session.principle.total:
            return (self._bars(session.principle),)
        return ()
