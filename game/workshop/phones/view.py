"""What one phone may know of a session. Never a tally, and nothing of what a reply will do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from game.story.catalogue import Principle
from game.story.level import Line
from game.story.playthrough import Playthrough
from game.story.text import clean
from game.transcript import moved, moved_late, reply_words, spoken
from game.words import say
from game.workshop.ballot import LETTERS, Ballot
from game.workshop.session import OVER, SETTLING, Phase, Session, Step

View = dict[str, Any]

NOTHING: Mapping[str, Principle] = {}


def phone_view(
    session: Session,
    device: str,
    language: str = "nl",
    principles: Mapping[str, Principle] = NOTHING,
) -> View:
    """Return what the phone of *device* shows: words for a reader of *language*, and letters to vote with.

    `kind` is 'vote', 'wait', 'team' or 'plan'; `ballot` the number a vote has to name (0 when there is none);
    `mine` what this phone voted; `leave` the words with which it leaves its team ('' where it cannot).
    """
    team = session.team_of(device)
    if team is None and session.phase not in OVER:
        return _Phone(session, device, language, principles).choosing_a_team()
    if session.rules.together and team is not None and session.phase not in OVER:
        session = replace(session, active=team)
    return _Phone(session, device, language, principles).view(team)


@dataclass(frozen=True)
class _Phone:
    """One phone and the session as its own team sees it."""

    session: Session
    device: str
    language: str
    principles: Mapping[str, Principle]

    def choosing_a_team(self) -> View:
        """Return the teams to choose from."""
        teams = range(1, len(self.session.teams) + 1)
        options = [
            {"id": str(team), "letter": str(team), "words": self._say("phone-team", team=team)}
            for team in teams
        ]
        heading, told = self._say("phone-which-team"), self._say("phone-which-team-told")
        return self._view("team", heading, told) | {"options": options}

    def view(self, team: int | None) -> View:
        """Return what there is to do, or to read."""
        session, ballot = self.session, self.session.vote_of(self.device)
        if ballot is not None and ballot.is_open:
            return self._vote(ballot)
        if session.phase == Phase.DONE or (session.phase == Phase.DEBRIEF and session.step == Step.TOMORROW):
            return self._view("plan", self._say("phone-plan"), self._say("phone-plan-told"))
        heading, told = self._waiting(ballot, team)
        can_leave = len(session.teams) > 1 and session.phase not in OVER and not session.is_open
        return self._view("wait", heading, told) | {
            "leave": self._say("phone-other-team") if can_leave else ""
        }

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def _view(self, kind: str, heading: str, told: str) -> View:
        return {
            "kind": kind,
            "title": clean(self.session.level.title.in_language(self.language)),
            "heading": heading,
            "text": told,
            "ballot": 0,
            "options": [],
            "mine": None,
            "leave": "",
        }

    def _vote(self, ballot: Ballot) -> View:
        session = self.session
        told = self._say("phone-vote-told")
        if session.phase == Phase.DEBRIEF:
            heading = self._say("phone-principle")
        elif session.phase == Phase.REVOTE:
            heading, told = self._say("phone-again"), self._say("phone-again-told")
        else:
            heading = self._say("phone-vote")
            if session.rules.together:  # the projector has the scenes of other teams as well
                told = f"{self._lines(session.game.lines)}\n\n{told}"
        options = [
            {"id": option, "letter": LETTERS[place], "words": self._words(option)}
            for place, option in enumerate(ballot.options)
        ]
        view = self._view("vote", heading, self._of_team() + told)
        return view | {"ballot": ballot.number, "options": options, "mine": ballot.phones.get(self.device)}

    def _waiting(self, ballot: Ballot | None, team: int | None) -> tuple[str, str]:
        """Return heading and words for when there is nothing to vote on."""
        session = self.session
        is_principle = session.phase == Phase.DEBRIEF and session.step == Step.PRINCIPLE
        match session.phase:
            case Phase.PREBRIEF:
                told = self._of_team() + self._say("phone-prebrief-told")
                return self._say("phone-prebrief"), told
            case Phase.GUESS:
                return self._say("phone-guess"), self._say("phone-guess-told")
            case phase if ballot is not None and (phase in SETTLING or is_principle):
                return self._say("phone-closed"), f"{self._chosen(ballot)}\n{self._say('phone-closed-told')}"
            case phase if session.rules.together and phase not in OVER:
                return self._own_way()
            case phase if team is not None and len(session.teams) > 1 and phase not in OVER:
                return self._say("phone-look"), self._whose_turn(team)
        told = self._say("phone-look-told") if session.phase == Phase.SCENE else ""
        return self._say("phone-look"), told

    def _chosen(self, ballot: Ballot) -> str:
        mine = ballot.phones.get(self.device)
        if mine is None:
            return self._say("phone-no-vote")
        return self._say("phone-you-chose", letter=ballot.letter(mine), words=self._words(mine))

    def _whose_turn(self, team: int) -> str:
        """Say which team decides, where teams take turns."""
        if team != self.session.active:
            return self._say("phone-others-turn", team=self.session.active + 1)
        told = self._say("phone-look-told") if self.session.phase == Phase.SCENE else ""
        return f"{self._say('phone-turn', team=team + 1)}\n{told}"

    def _own_way(self) -> tuple[str, str]:
        """Return where a team stands that plays beside others: its scene, what came of it, or its ending."""
        session, game, now = self.session, self.session.game, self.session.round
        other = session.other_of(session.active)
        if now is None or (session.phase == Phase.OTHER and other is None and game.ending):
            return self._over(game)
        if session.phase == Phase.SCENE:
            late = moved_late(game.turns[-1], self.language) if game.turns else ""
            parts = [self._lines(game.lines), late, self._say("phone-read-told")]
            return self._say("phone-read"), self._of_team() + "\n\n".join(each for each in parts if each)
        heading = self._say("phone-follows" if other is None else "phone-follows-other")
        followed = session.followed(session.active)
        told = self._say("phone-waits") if followed is None else self._consequence(followed)
        return heading, self._of_team() + told

    def _consequence(self, game: Playthrough) -> str:
        """Say what was said, what came of it, and then what it did."""
        turn = game.turns[-1]
        said = self._say("phone-you-say", words=reply_words(turn.reply, self.language))
        return "\n\n".join([said, self._lines(turn.reaction), moved(turn, self.language)])

    def _over(self, game: Playthrough) -> tuple[str, str]:
        ending = game.ending
        told = [self._say("phone-over-told")]
        if ending is not None:
            title, text = ending.title.in_language(self.language), ending.text.in_language(self.language)
            told = [clean(title), clean(text), *told]
        return self._say("phone-over"), "\n\n".join(told)

    def _lines(self, lines: Sequence[Line]) -> str:
        return "\n\n".join(spoken(self.session.level, line, self.language) for line in lines)

    def _of_team(self) -> str:
        """Say which team this phone is in, where there are more."""
        session, team = self.session, self.session.team_of(self.device)
        if len(session.teams) == 1 or session.phase == Phase.DEBRIEF or team is None:
            return ""
        return self._say("phone-team", team=team + 1) + "\n\n"

    def _words(self, option: str) -> str:
        """Return the words of a reply, or the name of a principle."""
        if self.session.phase == Phase.DEBRIEF:
            principle = self.principles.get(option)
            return clean(principle.name.in_language(self.language)) if principle else option
        assert self.session.round is not None
        return reply_words(self.session.level.scenes[self.session.round.scene].replies[option], self.language)
