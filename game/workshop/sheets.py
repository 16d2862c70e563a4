"""The report of a session as CSV: a row for every reply that could be chosen, with its votes.

Texts that a spreadsheet would take for a formula are made harmless; numbers are numbers.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from game.authoring.sheet import BOM, harmless
from game.library import Library
from game.story.text import clean
from game.transcript import reply_words
from game.words import say
from game.workshop.account import GUESSES, Account, Choice, Decision, Way, account_of, counts
from game.workshop.acts import Act
from game.workshop.ballot import LETTERS
from game.workshop.room_debrief import principle_name, questions
from game.workshop.session import Session

COLUMNS = {
    "what": "sheet-what",
    "team": "sheet-team",
    "number": "sheet-number",
    "letter": "sheet-letter",
    "id": "sheet-id",
    "words": "sheet-words",
    "first_hands": "sheet-first-hands",
    "first_phones": "sheet-first-phones",
    "second_hands": "sheet-second-hands",
    "second_phones": "sheet-second-phones",
    "change": "sheet-change",
    "moved": "sheet-moved",
    "played": "sheet-played",
    "by": "sheet-by",
    "guess_trust": "sheet-guess-trust",
    "guess_sympathy": "sheet-guess-sympathy",
    "trust_before": "sheet-trust-before",
    "trust_after": "sheet-trust-after",
    "sympathy_before": "sheet-sympathy-before",
    "sympathy_after": "sheet-sympathy-after",
}
"""The columns, with the key of their heading."""

WHO = {
    "room": "sheet-who-room",
    "facilitator": "sheet-who-facilitator",
    "tie": "sheet-who-tie",
    "both": "sheet-who-both",
}

Cell = str | int | None
Row = dict[str, Cell]


def report_csv(session: Session, acts: Sequence[Act], language: str, library: Library | None = None) -> str:
    """Return the report of *session*, which *acts* led to, as CSV for a spreadsheet in *language*.

    Principles are called by the name that *library* has for them, if there is one.
    """
    account = account_of(session, acts)
    file = StringIO(newline="")
    separator = ";" if language == "nl" else ","  # as a Dutch and an English Excel expect it
    writer = csv.writer(file, delimiter=separator, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(say(language, key) for key in COLUMNS.values())
    for row in _rows(account, language, library):
        writer.writerow(_cell(row.get(name)) for name in COLUMNS)
    return f"{BOM}{file.getvalue()}"


def _cell(value: Cell) -> str | int:
    return value if isinstance(value, int) else harmless(clean(value or "").replace("\n", " "))


def _rows(account: Account, language: str, library: Library | None) -> Iterator[Row]:
    level, day = account.session.level, account.day
    yield {
        "what": say(language, "sheet-row-session"),
        "id": level.id,
        "words": f"{level.title.in_language(language)} {day.isoformat() if day else ''}".strip(),
    }
    for way in account.ways:
        for decision in way.decisions:
            is_team = len(account.ways) > 1
            for choice in decision.choices:
                yield _reply(way, decision, choice, language, is_team=is_team)
        if way.game.ending:
            yield {
                "what": say(language, "sheet-row-ending"),
                "team": way.team,
                "id": way.game.ending.id,
                "words": way.game.ending.title.in_language(language),
                "trust_after": way.game.state.trust,
                "sympathy_after": way.game.state.sympathy,
            }
    yield from _principles(account.session, language, library)
    for number, words in enumerate(questions(level, language), 1):
        yield {"what": say(language, "sheet-row-question"), "number": number, "words": words}


def _reply(way: Way, decision: Decision, choice: Choice, language: str, *, is_team: bool) -> Row:
    """Return the row of a reply; what it did is told of the one that counts."""
    decided, first, second = decision.round, choice.first, choice.second
    row: Row = {
        "what": say(language, "sheet-row-reply"),
        "team": way.team,
        "number": decision.number,
        "letter": choice.letter,
        "id": choice.reply.id,
        "words": reply_words(choice.reply, language),
        "first_hands": first.hands if first else None,
        "first_phones": first.phones if first else None,
        "second_hands": second.hands if second else None,
        "second_phones": second.phones if second else None,
        "change": decision.change(choice),
        "moved": decision.moved,
        "played": _played(decision, choice, language),
    }
    if decision.turn and choice.reply.id == decided.chosen:
        trust, sympathy = decided.guess or (None, None)
        before, after = decision.turn.before, decision.turn.after
        row |= {
            "by": say(language, "sheet-who-team" if decided.by == "room" and is_team else WHO[decided.by]),
            "guess_trust": say(language, GUESSES[trust]) if trust else None,
            "guess_sympathy": say(language, GUESSES[sympathy]) if sympathy else None,
            "trust_before": before.trust,
            "trust_after": after.trust,
            "sympathy_before": before.sympathy,
            "sympathy_after": after.sympathy,
        }
    return row


def _played(decision: Decision, choice: Choice, language: str) -> str | None:
    decided = decision.round
    if decision.turn is None:
        return None
    if choice.reply.id in decided.others:
        return say(language, "sheet-second-of-both")
    if choice.reply.id == decided.chosen:
        return say(language, "sheet-first-of-both" if decided.others else "sheet-yes")
    return None


def _principles(session: Session, language: str, library: Library | None) -> Iterator[Row]:
    ballot = session.principle
    for number, id in enumerate(session.principles):
        votes = counts(ballot, id)
        yield {
            "what": say(language, "sheet-row-principle"),
            "letter": LETTERS[number],
            "id": id,
            "words": principle_name(id, library, language) if library else id,
            "first_hands": votes.hands if votes else None,
            "first_phones": votes.phones if votes else None,
            "played": say(language, "sheet-yes") if ballot and id in ballot.leaders else None,
        }
