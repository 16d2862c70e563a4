"""What each step says to a room: in both languages, from its own numbers, honest about what is not known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.story.playthrough import choose, play
from game.story.text import clean
from game.workshop.account import options_at
from game.workshop.acts import after
from game.workshop.ballot import LETTERS
from game.workshop.room_debrief import room_step
from game.workshop.session import STEPS, Rules, Session, Step, begin, divided_at, most_divided
from tests.workshop.sessions import LEVEL, LIBRARY, Acted, acted


@pytest.fixture(scope="module")
def ended() -> Acted:
    done = acted()
    done.do("next")
    return done


def _at(session: Session, step: Step) -> Session:
    return after(session, {"act": "step", "to": str(step)})


def _voted(session: Session, *counts: int) -> Session:
    session = after(_at(session, Step.PRINCIPLE), {"act": "open"})
    for id, count in zip(session.principles, counts, strict=False):
        session = after(session, {"act": "hands", "option": id, "count": count})
    return after(session, {"act": "close"})


def _told(session: Session, language: str = "nl") -> str:
    return "\n".join(room_step(session, LIBRARY, language)[1])


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("teams", [1, 3])
def test_every_step_speaks_both_languages(step: Step, teams: int) -> None:
    done = acted(teams=teams)
    done.do("next")
    session = _at(_voted(done.session, 5, 2), step)
    dutch, english = (room_step(session, LIBRARY, language) for language in ("nl", "en"))
    assert dutch[0]
    assert english[0]
    assert dutch != english
    for title, paragraphs in (dutch, english):
        assert paragraphs
        assert all(each.strip() and clean(each) == each for each in [title, *paragraphs])


@pytest.mark.parametrize("level", LIBRARY.ids)
def test_every_level_has_something_to_say_at_every_step(level: str) -> None:
    session = begin(LIBRARY.level(level), 5, Rules(), LIBRARY.level(level).principles)
    session = after(session, {"act": "next"})
    while session.phase != "ending":
        session = after(session, {"act": "choose", "reply": session.options[0].id})
        session = after(session, {"act": "next"})
    session = after(session, {"act": "next"})
    for step in STEPS:
        assert all(room_step(_at(session, step), LIBRARY, "en")[1])


def test_the_path_has_every_reply_with_its_meters(ended: Acted) -> None:
    told = room_step(_at(ended.session, Step.HAPPENED), LIBRARY, "en")[1]
    turns = ended.session.game.turns
    assert len(told) == len(turns) + 1
    for number, turn in enumerate(turns):
        assert turn.reply.say is not None
        assert told[number].startswith(f"{number + 1}. {turn.reply.say.in_language('en')}")
        assert str(turn.answered.trust) in told[number]
    assert "The facilitator chose." in told[3]
    assert "we went on with this one" in told[2]
    assert "The ending: " in told[-1]
    assert "turning point" in told[-1] or "Settled" in told[-1] or "moved most" in told[-1]


def test_the_most_divided_decision_is_told_with_its_votes(ended: Acted) -> None:
    session = _at(ended.session, Step.DIVIDED)
    place = most_divided(session)
    assert place is not None
    ballot = session.team.rounds[place].ballot
    assert ballot is not None
    told = _told(session)
    assert f"Antwoord {place + 1}. De grootste groep had {max(ballot.tally.values())}" in told
    assert f"van de {ballot.total} stemmen" in told
    chosen = session.team.rounds[place].chosen
    assert chosen is not None
    assert f"We zeiden {ballot.letter(chosen)}: " in told


def test_every_other_reply_can_be_looked_into(ended: Acted) -> None:
    session = _at(ended.session, Step.DIVIDED)
    place = most_divided(session)
    assert place is not None
    for number, reply in enumerate(options_at(session, 0, place)):
        shown = after(session, {"act": "show-other", "reply": reply.id})
        heading, *told = room_step(shown, LIBRARY, "nl")[1]
        assert LETTERS[number] in heading
        turn = choose(play(LEVEL, session.team.replies[:place]), reply.id).turns[-1]
        for line in turn.reaction:
            assert clean(line.text.in_language("nl")) in "\n".join(told)
        assert f"{turn.answered.trust} (" in "\n".join(told)
        is_played = reply.id == session.team.rounds[place].chosen
        assert ("Dan hadden we gezegd" in told[0]) == (not is_played)


def test_a_room_that_always_agreed_is_not_called_divided() -> None:
    done = Acted(begin(LEVEL, 3, Rules()))
    done.do("next")
    while done.session.phase == "scene":
        done.do("open")
        done.hands(9)
        done.do("close")
        done.do("play")
        done.do("next")
    done.do("next")
    told = _told(_at(done.session, Step.DIVIDED))
    assert told.startswith("We waren het steeds eens")
    unvoted = replace(
        done.session, teams=(replace(done.session.team, rounds=tuple(
            replace(each, first=None) for each in done.session.team.rounds)),)
    )  # fmt: skip
    assert "niet gestemd" in _told(_at(unvoted, Step.DIVIDED))


def test_of_teams_the_most_divided_one_is_gone_back_to() -> None:
    done = acted(teams=3)
    shares = []
    for number, team in enumerate(done.session.teams):
        place = divided_at(team)
        assert place is not None
        ballot = team.rounds[place].ballot
        assert ballot is not None
        shares.append((max(ballot.tally.values()) / ballot.total, number))
    done.do("next")
    assert done.session.active == min(shares)[1]
    assert f"Team {done.session.active + 1}: " in _told(_at(done.session, Step.DIVIDED))


def test_the_principle_is_told_only_after_closing(ended: Acted) -> None:
    open_vote = after(_at(ended.session, Step.PRINCIPLE), {"act": "open"})
    counted = after(open_vote, {"act": "hands", "option": LEVEL.principles[0], "count": 11})
    assert _told(open_vote) == _told(counted)
    assert "11 van de 15 stemmen" in _told(_voted(ended.session, 11, 4))
    assert "Elk 4 van de 8" in _told(_voted(ended.session, 4, 4))
    assert "geen principe gekozen" in _told(_voted(ended.session))


def test_the_chosen_principle_is_quoted_with_its_credit_and_what_was_at_stake_too(ended: Acted) -> None:
    stake = ended.session.told().principle
    for number, id in enumerate(LEVEL.principles):
        counts = [0] * len(LEVEL.principles)
        counts[number] = 3
        told = _told(_at(_voted(ended.session, *counts), Step.QUOTE))
        principle = LIBRARY.principles[id]
        assert principle.text.in_language("nl") in told
        assert LIBRARY.credit(principle, "nl") in told
        assert LIBRARY.principles[stake].text.in_language("nl") in told
        assert ("Ook jullie gesprek draaide om: " in told) == (id == stake)


def test_reality_is_labelled_and_nothing_is_asked_of_ones_plan(ended: Acted) -> None:
    outcome = _told(_at(ended.session, Step.OUTCOME), "en")
    assert outcome.startswith("A true story, as the author tells it.")
    assert "What we made up: " in outcome
    assert "keep nothing of it" in _told(_at(ended.session, Step.TOMORROW), "en")
    asked = room_step(_at(ended.session, Step.QUESTIONS), LIBRARY, "nl")[1]
    assert LEVEL.facilitator is not None
    assert [each.in_language("nl") for each in LEVEL.facilitator.questions] == asked[1:]
