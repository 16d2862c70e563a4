"""What each step of the debrief says to a room. Derived from its session, never authored."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from game.library import Library
from game.logbook import FEELINGS
from game.story.catalogue import Principle
from game.story.debrief import Debrief, debrief
from game.story.foresight import Foresight
from game.story.level import Level
from game.story.playthrough import Playthrough, State, choose, play
from game.story.text import Text, clean
from game.transcript import decision, moved, moved_late, reply_words, spoken, thinker
from game.words import say
from game.workshop.account import options_at
from game.workshop.ballot import LETTERS, Ballot
from game.workshop.prompts import first_words, shift_told
from game.workshop.session import Round, Session, Step, most_divided

TITLES = {
    Step.FEELING: "together-feeling",
    Step.HAPPENED: "step-happened",
    Step.DIVIDED: "together-divided",
    Step.PRINCIPLE: "step-principle",
    Step.QUOTE: "together-quote",
    Step.OUTCOME: "step-outcome",
    Step.QUESTIONS: "together-questions",
    Step.TOMORROW: "step-tomorrow",
}


def room_step(session: Session, library: Library, language: str) -> tuple[str, list[str]]:
    """Return the title and the paragraphs of the step of the debrief in which *session* is."""
    return _Step(session, library, language).told()


def in_quotes(session: Session, library: Library, language: str) -> list[str]:
    """Return in words the principles a room chose, and those its conversations were about."""
    return _Step(session, library, language).quote()


def decided_most(told: Debrief, language: str) -> str:
    """Return what decided a game: its turning point, where it was settled, or what moved most."""
    words = decision(told, language)[1]
    key = "together-moved"
    if told.turns.turning_point is not None:
        key = "together-turning"
    elif told.turns.secured is not None:
        key = "together-secured"
    reply = first_words(reply_words(told.moments[told.decisive].turn.reply, language))
    return f"{say(language, key, number=told.decisive + 1, words=reply)} {words}"


def decided_by(decided: Round, language: str) -> str:
    """Return who decided on a reply, where it was not the room alone; else ''."""
    match decided.by:
        case "facilitator":
            return say(language, "together-by-facilitator")
        case "tie":
            return say(language, "together-by-tie")
        case "both":
            return say(language, "together-by-both")
    return ""


def principle_chosen(ballot: Ballot | None, library: Library, language: str) -> str:
    """Return which principle a room chose, with its votes."""
    if ballot is None or not ballot.leaders:
        return say(language, "together-principle-none")
    names = [principle_name(id, library, language) for id in ballot.leaders]
    key = "together-principle-chosen" if len(names) == 1 else "together-principle-each"
    votes = ballot.tally[ballot.leaders[0]]
    return say(language, key, names=" / ".join(names), votes=votes, total=ballot.total)


def principle_name(id: str, library: Library, language: str) -> str:
    """Return the name of a principle; its id where the library has it no more."""
    principle = library.principles.get(id)
    return clean(principle.name.in_language(language)) if principle else clean(id)


def quoted(principle: Principle, library: Library, language: str) -> list[str]:
    """Return a principle with its name, its words and its credit."""
    credit = say(language, "principle-from", credit=clean(library.credit(principle, language)))
    name, words = principle.name.in_language(language), principle.text.in_language(language)
    return [f"{clean(name)}. {clean(words)}", f"{credit}; {say(language, 'in-our-words')}."]


def outcome(level: Level, library: Library, language: str) -> list[str]:
    """Return what really happened, under its label, with its source and what was made up."""
    real = level.real_outcome
    told = [f"{say(language, f'outcome-{real.kind}')}.", real.text.in_language(language)]
    if credit := library.origin(level, language):
        told.append(say(language, "outcome-source", credit=credit))
    if level.invented:
        told.append(f"{say(language, 'outcome-invented')}: {level.invented.in_language(language)}")
    return [clean(each) for each in told]


def questions(level: Level, language: str) -> list[str]:
    """Return what the facilitator asks: the level's own questions, or one that always fits."""
    asked = [level.question] if level.question else []
    asked += level.facilitator.questions if level.facilitator else ()
    told = [clean(each.in_language(language)) for each in asked]
    return told or [say(language, "together-question-own")]


@dataclass
class _Step:
    """The steps of one session's debrief."""

    session: Session
    library: Library
    language: str

    def told(self) -> tuple[str, list[str]]:
        level = self.session.level
        tell = {
            Step.FEELING: self._feeling,
            Step.HAPPENED: self._happened,
            Step.DIVIDED: self._divided,
            Step.PRINCIPLE: self._principle,
            Step.QUOTE: self.quote,
            Step.OUTCOME: lambda: outcome(level, self.library, self.language),
            Step.QUESTIONS: lambda: questions(level, self.language),
            Step.TOMORROW: self._tomorrow,
        }
        step = self.session.step
        return self._say(TITLES[step]), tell[step]()

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def _in_language(self, text: Text) -> str:
        return clean(text.in_language(self.language))

    @cached_property
    def _foresight(self) -> Foresight:
        return Foresight(self.session.level)

    @cached_property
    def _debriefs(self) -> list[tuple[int, Debrief]]:
        """The debrief of every team (from 0) whose conversation is over."""
        games = [self.session.game_of(team) for team in range(len(self.session.teams))]
        return [(team, debrief(game, self._foresight)) for team, game in enumerate(games) if game.ending]

    def _of_team(self, team: int, words: str) -> str:
        return (
            self._say("together-team", team=team + 1, words=words) if len(self.session.teams) > 1 else words
        )

    def _feeling(self) -> list[str]:
        feelings = ", ".join(self._say(f"feeling-{each}") for each in FEELINGS)
        asked = self._say("together-feeling-hands", feelings=feelings)
        return [self._say("together-feeling-ask"), asked, self._say("together-feeling-word")]

    def _happened(self) -> list[str]:
        said = []
        for team, told in self._debriefs:
            if len(self.session.teams) == 1:  # else the ways stand beside each other already
                said += self._path(told, self.session.teams[team].rounds)
            ending = self._say("together-ending", title=self._in_language(told.ending.title))
            said.append(self._of_team(team, f"{ending} {decided_most(told, self.language)}"))
        return said

    def _path(self, told: Debrief, rounds: tuple[Round, ...]) -> list[str]:
        """Return every reply with what it did to the meters."""
        said = []
        for number, (moment, decided) in enumerate(zip(told.moments, rounds, strict=True), 1):
            turn = moment.turn
            parts = [
                f"{number}. {reply_words(turn.reply, self.language)}",
                decided_by(decided, self.language),
            ]
            parts += [moved(turn, self.language), moved_late(turn, self.language)]
            said.append(" ".join(part for part in parts if part))
        return said

    def _divided(self) -> list[str]:
        session, place = self.session, most_divided(self.session)
        if place is None:
            return [self._say("together-no-votes")]
        decided = session.team.rounds[place]
        ballot = decided.ballot
        assert ballot is not None
        options = options_at(session, session.active, place)
        if session.shown_other is not None:
            return self._elsewhere(place, decided, session.shown_other)
        most = max(ballot.tally.values())
        key = "together-never-divided" if most == ballot.total else "together-divided-at"
        at = self._say(key, number=place + 1, most=most, total=ballot.total)
        said = [self._of_team(session.active, at)]
        if decided.first and decided.second:
            words = {reply.id: reply_words(reply, self.language) for reply in options}
            said.append(shift_told(decided.first, decided.second, self.language, words))
        chosen = next(reply for reply in options if reply.id == decided.chosen)
        words_of_it = reply_words(chosen, self.language)
        letter = self._letter(place, chosen.id)
        was = self._say("together-said", letter=letter, words=words_of_it)
        return [*said, " ".join(each for each in (was, decided_by(decided, self.language)) if each)]

    def _letter(self, place: int, reply: str) -> str:
        options = options_at(self.session, self.session.active, place)
        return LETTERS[[each.id for each in options].index(reply)]

    def _elsewhere(self, place: int, decided: Round, other: str) -> list[str]:
        """Return what would have come, had *other* been said in round *place*."""
        session, level = self.session, self.session.level
        game = choose(play(level, session.team.replies[:place]), other)
        turn, is_same = game.turns[-1], other == decided.chosen
        words = reply_words(turn.reply, self.language)
        said = [
            self._say("together-again" if is_same else "together-instead", letter=self._letter(place, other)),
            self._say("together-did-say" if is_same else "together-would-say", words=words),
        ]
        said += [spoken(level, line, self.language) for line in turn.reaction]
        said.append(moved(turn, self.language))
        if turn.reply.thought:
            name = thinker(level, turn, self.language)
            thought = self._in_language(turn.reply.thought)
            said.append(f"{self._say('they-thought', name=name)}: {thought}")
        if late := moved_late(turn, self.language):
            said.append(late)
        return [*said, self._onwards(game, session.game.turns[place].after, is_same=is_same)]

    def _onwards(self, game: Playthrough, played: State, *, is_same: bool) -> str:
        """Return where it could still go, and where after what was played."""
        if game.ending:
            return self._say("together-then-ends", title=self._in_language(game.ending.title))
        there = self._endings(game.state)
        if is_same or played.scene is None:
            return self._say("together-then-open", titles=there)
        here = self._endings(played)
        if here == there:
            return self._say("together-same-open", titles=there)
        told = self._say("together-then-open", titles=there)
        return f"{told} {self._say('together-now-open', titles=here)}"

    def _endings(self, state: State) -> str:
        found = self._foresight.endings_from(state)
        endings = self.session.level.endings.values()
        return " / ".join(self._in_language(each.title) for each in endings if each.id in found)

    def _principle(self) -> list[str]:
        ballot = self.session.principle
        if ballot is not None and not ballot.is_open:
            return [principle_chosen(ballot, self.library, self.language)]
        if not self.session.principles:
            return self._at_stake()
        names = [
            f"{LETTERS[number]}  {principle_name(id, self.library, self.language)}"
            for number, id in enumerate(self.session.principles)
        ]
        return [self._say("together-principle-ask"), *names]

    def quote(self) -> list[str]:
        """Return the principle the room chose in words, and the one its conversation was about."""
        ballot = self.session.principle
        chosen = ballot.leaders if ballot else ()
        said = []
        for id in chosen:
            if principle := self.library.principles.get(id):
                said += quoted(principle, self.library, self.language)
        stakes = list(dict.fromkeys(told.principle for _, told in self._debriefs))
        if chosen and set(stakes) <= set(chosen):
            names = [principle_name(id, self.library, self.language) for id in stakes]
            return [*said, self._say("together-at-stake-too", names=" / ".join(names))] if stakes else said
        return [*said, *self._at_stake(but=chosen)]

    def _at_stake(self, but: tuple[str, ...] = ()) -> list[str]:
        stakes = list(dict.fromkeys(told.principle for _, told in self._debriefs))
        names = [principle_name(id, self.library, self.language) for id in stakes]
        said = [self._say("together-at-stake", names=" / ".join(names))] if names else []
        for id in stakes:
            if id not in but and (principle := self.library.principles.get(id)):
                said += quoted(principle, self.library, self.language)
        return said

    def _tomorrow(self) -> list[str]:
        ballot = self.session.principle
        ids = [*(ballot.leaders if ballot else ()), *(told.principle for _, told in self._debriefs)]
        plans = [self.library.principles[id].tomorrow for id in ids if id in self.library.principles]
        said = [self._say("together-tomorrow-write")]
        if plans:
            said.append(self._say("together-tomorrow-example", plan=self._in_language(plans[0])))
        return [*said, self._say("together-tomorrow-own")]
