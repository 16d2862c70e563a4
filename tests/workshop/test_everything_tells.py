"""Wherever a session comes by any acts, everything that shows it has something to show."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import pytest

from game.library import Library
from game.tui.screens.workshop_beats import fitted
from game.tui.screens.workshop_keys import useful, usual
from game.tui.screens.workshop_leaves import leaf_of
from game.workshop.acts import Act, NotNowError, after, session_of
from game.workshop.log import Workshop
from game.workshop.notes import head, namer, sections
from game.workshop.phones import remote
from game.workshop.phones.view import phone_view
from game.workshop.report import report_csv, report_html
from game.workshop.session import STEPS, TIE_RULES, Phase, Rules, Session, begin
from game.workshop.views import Lookout, notes_view
from tests.conftest import ROOT

LIBRARY = Library(ROOT / "levels")
LEVELS = [LIBRARY.level(id) for id in ("mini-ice-cream", "pine-nut-sandwich", "mini-waiting-room")]
LOOKOUTS = {level.id: Lookout(level) for level in LEVELS}
ONWARDS: Mapping[Phase, tuple[str, ...]] = {
    Phase.PREBRIEF: ("join", "join", "next"),
    Phase.SCENE: ("open",),
    Phase.VOTE: ("vote", "vote", "vote", "close"),
    Phase.SPLIT: ("play", "play", "choose", "revote", "discuss"),
    Phase.DISCUSS: ("play", "revote"),
    Phase.REVOTE: ("vote", "vote", "close"),
    Phase.SHIFT: ("play", "choose"),
    Phase.GUESS: ("guess",),
    Phase.CONSEQUENCE: ("next",),
    Phase.OTHER: ("next",),
    Phase.ENDING: ("next",),
    Phase.DEBRIEF: ("next", "open", "vote", "hands", "close", "step", "show-other"),
    Phase.DONE: ("undo",),
}
"""Acts that lead on; some of what is done is any act at all."""

ANY = ("hands", "choose", "look", "join", "guess", "step", "show-other", "undo", "reveal", "vote", "next")


def _act(session: Session, chance: Random) -> Act:
    """Return some act, with values that mostly fit."""
    name = chance.choice(ONWARDS[session.phase] if chance.random() < 0.75 else ANY)
    team, device = chance.randrange(len(session.teams)), chance.choice("abcdef")
    ballot = session.vote_of(device)
    replies = [reply.id for reply in session.options_of(team)] or ["nothing"]
    options = list(ballot.options) if ballot else replies
    everything = [reply for scene in session.level.scenes.values() for reply in scene.replies]
    values: dict[str, dict[str, object]] = {
        "vote": {
            "ballot": ballot.number if ballot else 1,
            "device": device,
            "option": chance.choice(options),
        },
        "hands": {"option": chance.choice(options), "count": chance.randrange(9), "team": team},
        "choose": {"reply": chance.choice(replies), "team": team},
        "look": {"team": chance.choice([None, team])},
        "join": {"device": device, "team": chance.choice([None, team, team])},
        "guess": {"trust": "up", "sympathy": "down"},
        "step": {"to": str(chance.choice(STEPS))},
        "show-other": {"reply": chance.choice(everything)},
        "reveal": {"to": chance.randrange(6)},
    }
    return {"act": name, **values.get(name, {})}


def _tell_everything(session: Session, acts: list[Act], language: str, *, is_reported: bool) -> None:
    workshop = Workshop(session, None, acts=list(acts))
    leaf = leaf_of(session, LIBRARY, language)
    for count in range(1, len(leaf.beats) + 1):
        assert fitted(leaf.beats[:count], 56, 17)
    assert set(usual(session)) <= set(useful(session)) | {"r"}
    state = notes_view(session, workshop, LOOKOUTS[session.level.id])
    assert head(state, language)
    assert sections(state, language, namer(LIBRARY, language))
    assert all(phone_view(session, device, language, LIBRARY.principles)["heading"] for device in "abcdefz")
    assert remote.told(session, language, present=3)
    remote.buttons(workshop, language, locked=False)
    remote.choices(workshop, language)
    if is_reported:
        assert report_html(session, acts, LIBRARY, language)
        assert report_csv(session, acts, language, LIBRARY)


@pytest.mark.parametrize("seed", range(24))
def test_whatever_happens_everything_can_be_told(seed: int) -> None:
    chance = Random(seed)
    level, teams = chance.choice(LEVELS), chance.choice((1, 2, 3, 8))
    together = teams > 1 and chance.random() < 0.7
    rules = Rules(chance.choice(TIE_RULES), not together and chance.random() < 0.4, teams, together)
    first = session = begin(level, seed, rules, level.principles[:3])
    acts: list[Act] = []
    for _ in range(120):
        act = _act(session, chance)
        try:
            session = session_of(first, [*acts, act]) if act["act"] == "undo" else after(session, act)
        except NotNowError:
            continue
        acts.append(act)
        assert session_of(first, acts) == session
        _tell_everything(session, acts, chance.choice(("nl", "en")), is_reported=chance.random() < 0.05)
