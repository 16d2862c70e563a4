"""What a facilitator's notes show of a session: plain data, in all languages of the level.

It holds what the room may not see yet (the tally of an open vote, effects, what leads where).
"""

from __future__ import annotations

from typing import Any

from game.story.debrief import moment_of
from game.story.foresight import Foresight
from game.story.level import NARRATOR, YOU, Level, Line, Reply
from game.story.playthrough import State, ending_at, turn_of
from game.story.text import Text
from game.story.turns import best_endings
from game.workshop.acts import Act, NotNowError, after, can_undo
from game.workshop.ballot import LETTERS, Ballot, shift
from game.workshop.log import Workshop
from game.workshop.prompts import is_followed, prompt_for
from game.workshop.refusals import no_pick
from game.workshop.session import OVER, SETTLING, SHOWING, Phase, Session, most_divided

SIMPLE = ("next", "open", "close", "discuss", "revote", "play")
"""Acts that need no value."""

Words = dict[str, str]
"""A text as data: its words by language, the first one to fall back on."""


class Lookout:
    """Tells which endings can still be reached in a level, and remembers what it found."""

    def __init__(self, level: Level) -> None:
        self._foresight = Foresight(level)
        self._known: dict[State, list[str]] = {}
        self.endings(self._foresight.origin)  # the first look is the long one

    def endings(self, state: State) -> list[str]:
        """Return the endings that can be reached from *state*, or the one it is, in order."""
        if state not in self._known:
            found = self._foresight.endings_from(state)
            if state.scene is None:
                found = frozenset({ending_at(self._foresight.level, state).id})
            self._known[state] = [id for id in self._foresight.level.endings if id in found]
        return self._known[state]


def notes_view(session: Session, workshop: Workshop, lookout: Lookout | None = None) -> dict[str, Any]:
    """Return everything the notes show of *session*. *lookout* saves looking ahead anew every time."""
    level, game = session.level, session.game
    steps = steps_of(session, workshop)
    scene = _scene(session)
    return {
        "place": session.place,
        "phase": str(session.phase),
        "step": str(session.step),
        "began": workshop.began,
        "since": workshop.since,
        "trouble": workshop.trouble,
        "remote": workshop.remote,
        "language": workshop.language,
        "level": {"id": level.id, "title": _words(level.title), "you": _words(level.you)},
        "aim": aim_of(level),
        "tie": session.rules.tie,
        "team": {"now": session.active + 1, "all": len(session.teams)},
        "together": session.rules.together,
        "overview": session.is_overview,
        "common": session.is_common,
        "views": list(session.views),
        "teams": [_team(session, team) for team in range(len(session.teams))],
        "alike": len({session.game_of(team).state for team in session.deciding}) < 2,
        "round": len(session.team.replies) + (not _is_played(session)),
        "shown": {"now": min(steps, session.revealed + 1), "all": steps},
        "lines": [_line(level, line) for line in paragraphs(session)],
        "scene": scene,
        "notes": _words(level.scenes[scene].notes) if scene else None,
        "coming": _coming(session),
        "meters": {"trust": game.state.trust, "sympathy": game.state.sympathy},
        "branches": _branches(session, lookout or Lookout(level)),
        "endings": {id: _words(each.title) for id, each in level.endings.items()},
        "best": sorted(best_endings(level)),
        "reached": [_reached(session, team) for team in range(len(session.teams))],
        "ballot": _ballot(session.ballot),
        "first": _first(session),
        "tied": list(session.tied),
        "prompt": _prompt(session),
        "chosen": _chosen(session),
        "elsewhere": _elsewhere(session),
        "next": next_act(session, steps),
        "no_pick": no_pick(session),
        "can": acts_possible(session, workshop),
    }


def paragraphs(session: Session) -> tuple[Line, ...]:
    """Return the lines of the level that the room reads one by one where *session* stands."""
    match session.phase:
        case Phase.PREBRIEF | Phase.ENDING | Phase.DEBRIEF | Phase.DONE:
            return ()
        case Phase.CONSEQUENCE | Phase.OTHER:
            game = session.followed(session.active)
            return game.turns[-1].reaction if game else ()
    return session.game.lines


def steps_of(session: Session, workshop: Workshop) -> int:
    """Return how many paragraphs there are where *session* stands, as the projector has them."""
    if session.phase not in SHOWING:
        return 0
    return workshop.paragraphs(session) if workshop.paragraphs else len(paragraphs(session))


def next_act(session: Session, steps: int) -> Act | None:
    """Return what usually follows, with *steps* paragraphs here; None where there is something to decide."""
    if session.phase in SHOWING and session.revealed + 1 < steps:
        return {"act": "reveal", "to": session.revealed + 1}
    if session.is_open:
        return {"act": "close"}
    match session.phase:
        case Phase.SCENE:
            return {"act": "open"}
        case Phase.SPLIT | Phase.DISCUSS if session.is_picked:
            return {"act": "play"} if _fits(session, {"act": "play"}) else None
        case Phase.SPLIT if session.has_votes:
            return {"act": "discuss"}
        case Phase.SPLIT | Phase.DISCUSS:
            return {"act": "revote"}
        case Phase.SHIFT:
            return {"act": "play"} if _fits(session, {"act": "play"}) else None
        case Phase.GUESS | Phase.DONE:
            return None
        case Phase.DEBRIEF if session.asks_principle:
            return {"act": "open"}
    return {"act": "next"}


def acts_possible(session: Session, workshop: Workshop) -> list[str]:
    """Return the names of the acts that can be done now."""
    can = [name for name in SIMPLE if _fits(session, {"act": name})]
    if session.phase in SHOWING:
        can.append("reveal")
    if session.views:
        can.append("look")
    if session.can_pick:
        can.append("choose")
    if session.is_open and not session.is_overview:
        can.append("hands")
    if session.phase == Phase.GUESS:
        can.append("guess")
    if session.phase in (Phase.DEBRIEF, Phase.DONE):
        can.append("step")
    if session.can_show_other:
        can.append("show-other")
    if can_undo(workshop.acts):
        can.append("undo")
    return can


def _is_played(session: Session) -> bool:
    """Tell whether the team in view sees what came of its last reply."""
    is_after = session.phase in (Phase.CONSEQUENCE, Phase.OTHER)
    return is_after and session.followed(session.active) is not None


def _team(session: Session, team: int) -> dict[str, Any]:
    """Return how a team stands, as far as the facilitator alone may know."""
    now, ballot = session.teams[team].now, session.ballot_of(team)
    picked = now.chosen if now and session.phase in SETTLING else None
    game = session.game_of(team)
    scene = game.scene if now else None  # after a reply the one that comes
    return {
        "members": session.members_of(team),
        "opening": _words(game.lines[0].text) if scene and game.lines else None,
        "notes": _words(scene.notes) if scene else None,
        "votes": [[ballot.letter(option), votes] for option, votes in ballot.tally.items()] if ballot else [],
        "tied": [ballot.letter(option) for option in session.tied_of(team)] if ballot else [],
        "chosen": ballot.letter(picked) if ballot and picked in ballot.options else "",
        "trust": game.state.trust,
        "sympathy": game.state.sympathy,
        "ending": game.ending.id if game.ending else None,
    }


def _fits(session: Session, act: Act) -> bool:
    try:
        after(session, act)
    except NotNowError:
        return False
    return True


def _scene(session: Session) -> str | None:
    """Return the scene the room is in: after a reply still the one in which it was given."""
    if session.phase in OVER:
        return None
    return session.round.scene if session.round else session.game.state.scene


def _coming(session: Session) -> Words | None:
    """Return the notes of the scene that comes after what is shown now."""
    if session.phase not in (Phase.CONSEQUENCE, Phase.OTHER):
        return None
    following = session.game.scene
    return _words(following.notes) if following else None


def _branches(session: Session, lookout: Lookout) -> list[dict[str, Any]]:
    return [
        _branch(session.level, session.game.state, reply, LETTERS[number], lookout)
        for number, reply in enumerate(session.options)
    ]


def _branch(level: Level, state: State, reply: Reply, letter: str, lookout: Lookout) -> dict[str, Any]:
    turn = turn_of(level, state, reply)
    moment = moment_of(turn)
    return {
        "letter": letter,
        "id": reply.id,
        "say": _words(reply.say),
        "trust": moment.trust,
        "sympathy": moment.sympathy,
        "late_trust": moment.late_trust,
        "late_sympathy": moment.late_sympathy,
        "then": {"trust": turn.after.trust, "sympathy": turn.after.sympathy},
        "remember": sorted(turn.after.facts - turn.before.facts),
        "because": _words(reply.because),
        "thought": _words(reply.thought),
        "principle": reply.principle,
        "goto": turn.after.scene,
        "opening": _words(turn.arrival[0].text) if turn.arrival else None,
        "endings": lookout.endings(turn.after),
    }


def _elsewhere(session: Session) -> list[dict[str, Any]]:
    """Return, at the debrief's road not taken, the replies that can be shown in place of what happened."""
    place = most_divided(session)
    if place is None or not session.can_show_other:
        return []
    decided = session.team.rounds[place]
    options = decided.ballot.options if decided.ballot else ()
    replies = session.level.scenes[decided.scene].replies
    return [
        {
            "letter": LETTERS[number],
            "id": id,
            "say": _words(replies[id].say),
            "was_played": id == decided.chosen,
            "is_shown": id == session.shown_other,
        }
        for number, id in enumerate(options)
    ]


def _ballot(ballot: Ballot | None) -> dict[str, Any] | None:
    if ballot is None:
        return None
    tally = ballot.tally
    options = [
        {
            "letter": LETTERS[number],
            "id": option,
            "hands": ballot.hands.get(option, 0),
            "phones": ballot.by_phones(option),
            "votes": tally[option],
        }
        for number, option in enumerate(ballot.options)
    ]
    return {
        "number": ballot.number,
        "is_open": ballot.is_open,
        "options": options,
        "total": ballot.total,
        "split": ballot.split,
    }


def _prompt(session: Session) -> Words | None:
    """Return what the room reads to talk about, once a first vote is closed."""
    ballot = session.ballot
    if session.phase not in (Phase.SPLIT, Phase.DISCUSS) or ballot is None:
        return None
    if session.phase == Phase.SPLIT and not ballot.total:  # the projector says no more than that
        return None
    return {language: prompt_for(ballot, language) for language in ("nl", "en")}


def _first(session: Session) -> dict[str, Any] | None:
    """Return the first vote of a round that is voted on again, and how many moved."""
    now = session.round
    if now is None or now.first is None or now.second is None or session.phase == Phase.DEBRIEF:
        return None
    return {
        "votes": now.first.tally,
        "moved": shift(now.first, now.second).moved,
        "is_exact": is_followed(now.first, now.second),
        "nobody_again": now.repeated is None,
    }


def _chosen(session: Session) -> dict[str, Any] | None:
    now = session.round
    if now is None or now.chosen is None:
        return None
    letters = now.ballot.options if now.ballot else ()
    letter = LETTERS[letters.index(now.chosen)] if now.chosen in letters else ""
    words = _words(session.level.scenes[now.scene].replies[now.chosen].say)
    others = [LETTERS[letters.index(each)] for each in now.others if each in letters]
    other = session.other_of(session.active)
    shown = LETTERS[letters.index(other)] if other in letters else ""
    return {"letter": letter, "say": words, "by": now.by, "others": others, "shown": shown}


def _reached(session: Session, team: int) -> dict[str, Any] | None:
    game = session.game_of(team)
    if game.ending is None:
        return None
    return {"id": game.ending.id, "text": _words(game.ending.text)}


def aim_of(level: Level) -> dict[str, Any] | None:
    """Return what a facilitator wants with *level*; None where its author does not say."""
    told = level.facilitator
    if told is None:
        return None
    return {
        "aim": _words(told.aim),
        "questions": [_words(each) for each in told.questions],
        "mistakes": _words(told.expected_mistakes),
    }


def _line(level: Level, line: Line) -> dict[str, Any]:
    is_told = line.speaker in (NARRATOR, YOU)
    return {
        "name": None if is_told else _words(level.people[line.speaker].name),
        "is_you": line.speaker == YOU,
        "text": _words(line.text),
    }


def _words(text: Text | None) -> Words | None:
    return dict(text.variants) if text else None
