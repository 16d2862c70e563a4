"""What one phone may know of a session. Never the tally, and nothing of what a reply will do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.story.catalogue import Principle
from game.story.text import clean
from game.transcript import reply_words
from game.words import say
from game.workshop.ballot import LETTERS, Ballot
from game.workshop.session import Phase, Session, Step

View = dict[str, Any]

NOTHING: Mapping[str, Principle] = {}

_CLOSED = (Phase.SPLIT, Phase.DISCUSS, Phase.SHIFT)


def phone_view(
    session: Session,
    device: str,
    language: str = "nl",
    principles: Mapping[str, Principle] = NOTHING,
) -> View:
    """Return what the phone of *device* shows: words for a reader of *language*, and letters to vote with.

    `kind` is 'vote', 'wait' or 'plan'; `ballot` the number a vote has to name (0 when there is none);
    `mine` what this phone voted.
    """
    ballot = session.ballot
    if ballot is not None and ballot.is_open:
        return _vote(session, ballot, device, language, principles)
    if session.phase == Phase.DONE or (session.phase == Phase.DEBRIEF and session.step == Step.TOMORROW):
        return _view(session, language, "plan", say(language, "phone-plan"), say(language, "phone-plan-told"))
    heading, told = _waiting(session, ballot, device, language, principles)
    return _view(session, language, "wait", heading, told)


def _vote(
    session: Session, ballot: Ballot, device: str, language: str, principles: Mapping[str, Principle]
) -> View:
    told = say(language, "phone-vote-told")
    if session.phase == Phase.DEBRIEF:
        heading = say(language, "phone-principle")
    elif session.phase == Phase.REVOTE:
        heading, told = say(language, "phone-again"), say(language, "phone-again-told")
    else:
        heading = say(language, "phone-vote")
    options = [
        {
            "id": option,
            "letter": LETTERS[place],
            "words": _words(session, option, language, principles),
        }
        for place, option in enumerate(ballot.options)
    ]
    view = _view(session, language, "vote", heading, _of_team(session, language) + told)
    return view | {"ballot": ballot.number, "options": options, "mine": ballot.phones.get(device)}


def _waiting(
    session: Session,
    ballot: Ballot | None,
    device: str,
    language: str,
    principles: Mapping[str, Principle],
) -> tuple[str, str]:
    """Return heading and words for when there is nothing to vote on."""
    if session.phase == Phase.PREBRIEF:
        return say(language, "phone-prebrief"), say(language, "phone-prebrief-told")
    if session.phase == Phase.GUESS:
        return say(language, "phone-guess"), say(language, "phone-guess-told")
    is_principle = session.phase == Phase.DEBRIEF and session.step == Step.PRINCIPLE
    if ballot is not None and (session.phase in _CLOSED or is_principle):
        mine = ballot.phones.get(device)
        if mine is None:
            told = say(language, "phone-no-vote")
        else:
            words = _words(session, mine, language, principles)
            told = say(language, "phone-you-chose", letter=ballot.letter(mine), words=words)
        return say(language, "phone-closed"), f"{told}\n{say(language, 'phone-closed-told')}"
    told = say(language, "phone-look-told") if session.phase == Phase.SCENE else ""
    return say(language, "phone-look"), _of_team(session, language) + told


def _view(session: Session, language: str, kind: str, heading: str, told: str) -> View:
    return {
        "kind": kind,
        "title": clean(session.level.title.in_language(language)),
        "heading": heading,
        "text": told,
        "ballot": 0,
        "options": [],
        "mine": None,
    }


def _of_team(session: Session, language: str) -> str:
    if len(session.teams) == 1 or session.phase == Phase.DEBRIEF:
        return ""
    return say(language, "phone-turn", team=session.active + 1) + "\n"


def _words(session: Session, option: str, language: str, principles: Mapping[str, Principle]) -> str:
    """Return the words of a reply, or the name of a principle."""
    if session.phase == Phase.DEBRIEF:
        principle = principles.get(option)
        return clean(principle.name.in_language(language)) if principle else option
    assert session.round is not None
    return reply_words(session.level.scenes[session.round.scene].replies[option], language)
