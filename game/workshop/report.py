"""The report of a session: one HTML file that needs nothing else. Beside it the same as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from game.library import Library
from game.page import curve, page
from game.sentences import day_in_words
from game.story.playthrough import Turn
from game.story.text import Text, clean
from game.transcript import changes, late_changes, reply_words
from game.words import say
from game.workshop.account import (
    GUESSES,
    Account,
    Choice,
    Count,
    Decision,
    Way,
    account_of,
    counts,
    scene_words,
)
from game.workshop.acts import Act
from game.workshop.ballot import LETTERS
from game.workshop.compare import Comparison, comparison_html
from game.workshop.prompts import shift_told
from game.workshop.report_style import STYLE
from game.workshop.room_debrief import (
    decided_by,
    decided_most,
    in_quotes,
    outcome,
    principle_chosen,
    principle_name,
    questions,
)
from game.workshop.session import OVER, Session
from game.workshop.sheets import report_csv

__all__ = ["report_csv", "report_html"]

WHO = {
    "room": "report-by-room",
    "tie": "report-by-tie",
    "both": "report-by-both",
}

TIES = {
    "facilitator": "report-tie-facilitator",
    "revote": "report-tie-revote",
    "both": "report-tie-both",
}


def report_html(
    session: Session,
    acts: Sequence[Act],
    library: Library,
    language: str,
    comparison: Comparison | None = None,
) -> str:
    """Return the report of *session*, which *acts* led to, as a page; with *comparison* as its last part."""
    return _Report(account_of(session, acts), library, language, comparison).html()


@dataclass(frozen=True, slots=True)
class _Report:
    account: Account
    library: Library
    language: str
    comparison: Comparison | None

    def html(self) -> str:
        level = self.account.session.level
        title = self._say("report-title", title=self._in_language(level.title))
        body = [
            f"<h1>{escape(title)}</h1>",
            *_paragraphs(self._facts()),
            _section(self._say("report-you"), _paragraphs([self._in_language(level.you)])),
            self._ways(),
            *self._decisions(),
            self._principle(),
            _section(self._say("step-outcome"), _paragraphs(outcome(level, self.library, self.language))),
        ]
        if level.facilitator:
            aim = [self._in_language(level.facilitator.aim)]
            body.append(_section(self._say("report-aim"), _paragraphs(aim)))
        asked = "".join(f"<li>{escape(each)}</li>" for each in questions(level, self.language))
        body.append(_section(self._say("report-questions"), [f"<ol>{asked}</ol>"]))
        if self.comparison:
            body.append(comparison_html(self.comparison, self.language))
        return page(self.language, title, "\n".join(body), style=STYLE)

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def _in_language(self, text: Text) -> str:
        return " ".join(clean(text.in_language(self.language)).split())

    def _facts(self) -> list[str]:
        """Return what there is to know of the session before its first decision."""
        account, session = self.account, self.account.session
        told = [self._say("report-day", day=day_in_words(self.language, account.day))] if account.day else []
        if len(account.ways) > 1:
            key = "report-together" if session.rules.together else "report-teams"
            told.append(self._say(key, count=len(account.ways)))
        told.append(self._say("report-size", count=account.most_voters))
        if account.phones:
            told.append(self._say("report-phones", count=account.phones))
        told.append(self._say(TIES[session.rules.tie]))
        if account.undone:
            told.append(self._say("report-undone", count=account.undone))
        facts = [" ".join(told), self._say("report-no-names")]
        return facts if session.is_finished else [*facts, self._say("report-unfinished")]

    def _ways(self) -> str:
        """Return the way of every team beside the others: its curve, its replies, its ending."""
        is_alone = len(self.account.ways) == 1
        ways = "".join(self._way(way, is_alone=is_alone) for way in self.account.ways)
        heading = self._say("report-path" if is_alone else "report-paths")
        kind = "ways alone" if is_alone else "ways"
        return _section(heading, [f'<div class="{kind}">{ways}</div>'], kind="sheet")

    def _way(self, way: Way, *, is_alone: bool) -> str:
        ending = way.game.ending
        name = self._in_language(ending.title) if ending else self._say("report-open-end")
        if not is_alone:
            name = f"{self._say('report-team', team=way.team)}: {name}"
        if not way.game.turns:
            is_over = self.account.session.phase in OVER
            nothing = "".join(_paragraphs([self._say("report-absent" if is_over else "report-nothing-yet")]))
            return f'<div class="way"><h3>{escape(name)}</h3>{nothing}</div>'
        marked = way.told.decisive + 1 if way.told else None
        drawn = curve(way.points, self.language, marked=marked)
        items = "".join(
            f"<li>{escape(self._given(decision))}</li>" for decision in way.decisions if decision.turn
        )
        told = [decided_most(way.told, self.language)] if way.told else []
        told += [self._in_language(ending.text)] if ending else []
        return (
            f'<div class="way"><h3>{escape(name)}</h3>{drawn}<ol>{items}</ol>'
            f"{''.join(_paragraphs(told))}</div>"
        )

    def _given(self, decision: Decision) -> str:
        assert decision.turn is not None
        after = decision.turn.after
        meters = f"{self._say('trust')} {after.trust}, {self._say('sympathy')} {after.sympathy}"
        by = decided_by(decision.round, self.language)
        return " ".join([f"{reply_words(decision.turn.reply, self.language)} ({meters})", by]).strip()

    def _decisions(self) -> list[str]:
        told = [
            self._decision(way, decision)
            for number in range(max(len(way.decisions) for way in self.account.ways))
            for way in self.account.ways
            for decision in way.decisions[number : number + 1]
        ]
        return [f'<h2 class="sheet">{escape(self._say("report-decisions"))}</h2>', *told] if told else []

    def _decision(self, way: Way, decision: Decision) -> str:
        """Return one decision: how the votes stood, who chose, and what it did."""
        name = self._say("report-decision", number=decision.number)
        if len(self.account.ways) > 1:
            name = self._say("report-decision-of-team", team=way.team, number=decision.number)
        scene = scene_words(self.account.session.level, decision.round.scene, self.language)
        told: list[str] = []
        if decision.number - 1 == way.divided:
            is_alone = len(self.account.ways) == 1
            told.append(self._say("report-most-divided" if is_alone else "report-most-divided-team"))
        table = self._votes(decision)
        parts = [f"<h3>{escape(name)}. {escape(scene)}</h3>", *_paragraphs(told), table]
        after = _paragraphs(self._after(decision))
        return f'<section class="decision">{"".join([*parts, *after])}</section>'

    def _votes(self, decision: Decision) -> str:
        """Return the table of a decision's votes."""
        first, second = decision.round.first, decision.round.repeated
        heads = [self._say("report-letter"), self._say("report-reply")]
        heads += [self._say("report-first" if second else "report-votes")] if first else []
        heads += [self._say("report-second")] if second else []
        heads += [self._say("report-change")] if decision.is_voted_again else []
        rows = [self._choice(decision, choice) for choice in decision.choices]
        if first or second:
            rows.append(self._all(decision))
        return _table(heads, rows)

    def _choice(self, decision: Decision, choice: Choice) -> str:
        words = escape(reply_words(choice.reply, self.language))
        mark = ""
        if choice.reply.id in (decision.round.chosen, *decision.round.others) and decision.turn:
            key = "report-played" if choice.reply.id == decision.round.chosen else "report-played-too"
            mark = f' <strong class="played">{escape(self._say(key))}</strong>'
        cells = [f'<th scope="row">{choice.letter}</th><td class="words">{words}{mark}</td>']
        cells += [self._count(votes, choice.reply.id) for votes in (choice.first, choice.second) if votes]
        if (change := decision.change(choice)) is not None:
            cells.append(f"<td>{_signed(change)}</td>")
        return f"<tr>{''.join(cells)}</tr>"

    def _count(self, votes: Count, option: str) -> str:
        """Return a number of votes with a bar, hands and phones apart where there are both."""
        most = max(1, self.account.most_votes)
        told = str(votes.total)
        if votes.phones:
            apart = self._say("report-counted", hands=votes.hands, phones=votes.phones)
            told += f"<small>{escape(apart)}</small>"
        width = round(6 * votes.total / most, 2)
        return f'<td>{told}<span class="bar" style="width:{width}rem"></span></td>'

    def _all(self, decision: Decision) -> str:
        ballots = [each for each in (decision.round.first, decision.round.repeated) if each]
        cells = "".join(f"<td>{each.total}</td>" for each in ballots)
        difference = (
            f"<td>{_signed(ballots[1].total - ballots[0].total)}</td>" if decision.is_voted_again else ""
        )
        name = escape(self._say("report-all"))
        return f'<tr class="all"><th scope="row"></th><td class="words">{name}</td>{cells}{difference}</tr>'

    def _after(self, decision: Decision) -> list[str]:
        """Return in words how a decision came about, and what came of it."""
        decided, turn = decision.round, decision.turn
        told = [] if decided.first else [self._say("report-no-vote")]
        if decided.ballot and decided.ballot.is_open:
            told.append(self._say("report-still-open"))
        elif decided.first and decided.second:
            words = {each.reply.id: reply_words(each.reply, self.language) for each in decision.choices}
            told.append(shift_told(decided.first, decided.second, self.language, words))
        if turn is None:
            return [*told, self._say("report-not-played")]
        told.append(self._say("report-by", who=self._say(self._who(decision))))
        if decided.guess:
            trust, sympathy = (self._say(GUESSES[each]) for each in decided.guess)
            told.append(self._say("report-guessed", trust=trust, sympathy=sympathy))
        told.append(self._say("report-meters", words=self._meters(turn)))
        for other in decision.other_turns:
            letter = decision.letter(other.reply.id)
            told.append(self._say("report-other", letter=letter, words=self._meters(other)))
        return told

    def _meters(self, turn: Turn) -> str:
        """Return what a reply did to both meters, at once and later."""
        told = "; ".join(changes(turn, self.language))
        late = "; ".join(late_changes(turn, self.language))
        return f"{told}. {self._say('together-late', words=late)}" if late else told

    def _who(self, decision: Decision) -> str:
        """Return the key of who chose."""
        decided = decision.round
        if decided.by == "room" and len(self.account.ways) > 1:
            return "report-by-team"
        if decided.by != "facilitator":
            return WHO[decided.by]
        leaders = decided.ballot.leaders if decided.ballot else ()
        if not leaders:
            return "report-by-facilitator-alone"
        return "report-by-facilitator-along" if decided.chosen in leaders else "report-by-facilitator"

    def _principle(self) -> str:
        """Return the vote on the principle, and the principle in words."""
        session = self.account.session
        ballot = session.principle
        parts: list[str] = []
        if ballot:
            heads = [self._say(key) for key in ("report-letter", "report-option", "report-votes")]
            parts.append(_table(heads, [self._principle_row(id) for id in session.principles]))
        told = [principle_chosen(ballot, self.library, self.language)]
        told += in_quotes(session, self.library, self.language)
        return _section(self._say("report-principle"), [*parts, *_paragraphs(told)], kind="principle")

    def _principle_row(self, id: str) -> str:
        session = self.account.session
        name = escape(principle_name(id, self.library, self.language))
        letter = LETTERS[session.principles.index(id)]
        votes = counts(session.principle, id)
        assert votes is not None
        count = self._count(votes, id)
        return f'<tr><th scope="row">{letter}</th><td class="words">{name}</td>{count}</tr>'


def _paragraphs(texts: Iterable[str]) -> list[str]:
    return [f"<p>{escape(each)}</p>" for each in texts if each]


def _signed(change: int) -> str:
    return f"{change:+d}" if change else "0"


def _section(heading: str, parts: Iterable[str], kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f"<section{named}><h2>{escape(heading)}</h2>{''.join(parts)}</section>"


def _table(heads: Sequence[str], rows: Sequence[str]) -> str:
    letter, words, *votes = (escape(each) for each in heads)
    head = f'<th scope="col">{letter}</th><th scope="col" class="words">{words}</th>'
    head += "".join(f'<th scope="col">{each}</th>' for each in votes)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
