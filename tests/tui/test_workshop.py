"""A workshop on the projector, led by keys: whole sessions, and sessions whose screen dies all the time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.library import Library
from game.saves import Saves
from game.settings import Settings
from game.tui.room import Room, RoomApp
from game.tui.screens.workshop import WorkshopScreen
from game.tui.screens.workshop_asks import AskLeave, AskLevel
from game.tui.screens.workshop_leaves import leaf_of
from game.tui.widgets.drawn import Drawn
from game.words import say
from game.workshop.acts import Act, after, standing
from game.workshop.log import Workshop, logs, resume_workshop, start_workshop, view_workshop
from game.workshop.session import Phase, Rules, Session, Step
from game.workshop.session import begin as start_of
from tests.conftest import ROOT
from tests.tui.test_screens import until

LIBRARY = Library(ROOT / "levels")
LEVEL, DATA = LIBRARY.level_and_bytes("mini-ice-cream")
PRINCIPLES = (*LEVEL.principles, "ask-for-help")
SIZE = (60, 20)
BY_THE_BOOK = Rules()
FIRST, SECOND = (413, 207), (198, 422)
"""Counts no text has, so that they are not on the screen by chance."""


def begin(home: Path, rules: Rules = BY_THE_BOOK) -> Workshop:
    return start_workshop(home, LEVEL, DATA, rules, seed=3, principles=PRINCIPLES)


def app_for(home: Path, workshop: Workshop | None, language: str = "nl", **more: object) -> RoomApp:
    app = RoomApp(Library(ROOT / "levels"), Saves(home), Settings(language))
    app.prepare_room(Room(workshop, **more))  # type: ignore[arg-type]
    return app


def words_on(app: RoomApp) -> str:
    """Return everything the present screen shows."""
    drawn = [widget for widget in app.screen.query(Drawn) if widget.display]
    return "\n".join(line.plain for widget in drawn for line in widget.draw(widget.content_size.width or 56))


async def ready(pilot: Pilot[None]) -> WorkshopScreen:
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, WorkshopScreen) and app.screen.is_mounted)
    await pilot.pause()
    assert isinstance(app.screen, WorkshopScreen)
    return app.screen


def counts(session: Session, letters: dict[str, int]) -> list[str]:
    """Return the keys for the next of *letters* that was not counted yet; s when all were."""
    ballot = session.ballot
    assert ballot is not None
    for letter, count in letters.items():
        if ballot.options["abc".index(letter)] not in ballot.hands:
            return [letter, *str(count), "enter"]
    return ["s"]


def keys_for(session: Session) -> list[str]:
    """Return what a facilitator does next: a second vote, then a tie, then nobody votes."""
    number = len(session.team.rounds)
    match session.phase:
        case Phase.VOTE if number == 1:
            return counts(session, {"a": FIRST[0], "b": FIRST[0]})
        case Phase.VOTE if number == 2:
            return ["s"]
        case Phase.VOTE:
            return counts(session, dict(zip("ab", FIRST, strict=True)))
        case Phase.REVOTE:
            return counts(session, dict(zip("ab", SECOND, strict=True)))
        case Phase.SPLIT if number == 0:
            return ["p"]
        case Phase.SPLIT if number == 2:
            return ["w", "k", "b"]  # nobody has voted: w is refused
        case Phase.SPLIT | Phase.SHIFT:
            return ["w"]
        case Phase.DISCUSS:
            return ["r"]
        case Phase.GUESS:
            return ["plus", "minus"]
        case Phase.DEBRIEF if session.step == Step.PRINCIPLE and session.is_open:
            return counts(session, {"b": FIRST[0]})
    return ["pagedown"]


def look_at(screen: WorkshopScreen) -> None:
    """See that the room sees all there is to see, and nothing it is not to see yet."""
    app = screen.app
    assert isinstance(app, RoomApp)
    told = words_on(app)
    assert screen.body.max_scroll_y == 0, f"{screen.session.phase} does not fit:\n{told}"
    session = screen.session
    if session.is_open and session.ballot:
        assert not [count for count in {*FIRST, *SECOND} if str(count) in told]
        assert told.count("✓") == len(session.ballot.hands)
    elif session.phase in (Phase.SPLIT, Phase.SHIFT) and session.ballot:
        assert all(str(votes) in told for votes in session.ballot.tally.values() if votes)
    for reply in session.options if session.phase in (Phase.SCENE, Phase.VOTE) else ():
        for note in (reply.because, reply.thought):
            assert note is None or note.in_language("nl") not in told


def place_of(session: Session) -> tuple[object, ...]:
    """Return where a session stands, with the counts of an open vote."""
    hands = len(session.ballot.hands) if session.is_open and session.ballot else 0
    return session.phase, session.step, len(session.team.rounds), session.ballots, hands


async def play_on(pilot: Pilot[None], screen: WorkshopScreen, *, once: bool = False) -> set[Phase]:
    """Lead the session on until it is done; return the phases it went through.

    With *once*, until it stands elsewhere, or a vote has its first count.
    """
    seen = set()
    begun = place_of(screen.session)
    for _ in range(200):
        if once and place_of(screen.session) != begun:
            break
        seen.add(screen.session.phase)
        if screen.session.phase == Phase.DONE:
            break
        await pilot.press(*keys_for(screen.session))
        look_at(screen)
    return seen


def told_of(home: Path, path: Path | None) -> tuple[Session, list[Act], str]:
    """Return the session at *path*, what was done in it, and its report."""
    from game.workshop.report import report_html

    assert path is not None
    session, acts = view_workshop(home, path)
    plain = [{key: value for key, value in act.items() if key not in ("n", "at")} for act in acts]
    return session, plain, report_html(session, plain, LIBRARY, "nl")


@pytest.fixture
def whole(home: Path) -> Iterator[Workshop]:
    """Begin a session that will not be interrupted."""
    workshop = begin(home, Rules("both", guess=True))
    yield workshop
    workshop.close()


async def uninterrupted(home: Path, workshop: Workshop) -> set[Phase]:
    async with app_for(home, workshop).run_test(size=SIZE) as pilot:
        return await play_on(pilot, await ready(pilot))


async def test_a_whole_session_by_hands(home: Path, whole: Workshop) -> None:
    seen = await uninterrupted(home, whole)
    assert seen == set(Phase)
    first, second, third = whole.session.team.rounds
    assert first.first is not None
    assert first.second is not None
    assert tuple(first.first.tally.values())[:2] == FIRST
    assert tuple(first.second.tally.values())[:2] == SECOND
    assert (first.by, first.chosen, first.guess) == ("room", first.second.options[1], ("up", "down"))
    assert second.first is not None
    assert (second.by, second.chosen, *second.others) == ("both", *second.first.options[:2])
    assert third.first is not None
    assert (third.first.total, third.by, third.chosen) == (0, "facilitator", third.first.options[1])
    assert whole.session.principle is not None
    assert whole.session.principle.leaders == (PRINCIPLES[1],)


async def test_a_session_whose_screen_dies_wherever_it_comes_is_the_same(home: Path, whole: Workshop) -> None:
    await uninterrupted(home, whole)
    workshop = begin(home, Rules("both", guess=True))
    died_in = set()
    for _ in range(400):
        app = app_for(home, workshop, is_resumed=True)
        async with app.run_test(size=SIZE) as pilot:
            screen = await ready(pilot)
            look_at(screen)
            died_in |= await play_on(pilot, screen, once=True)
        assert workshop.path is not None
        workshop.close()  # only lets go of the file, as a process that dies does; nothing is written
        workshop = resume_workshop(home, workshop.path)
        if Phase.DONE in died_in:
            break
    assert died_in == set(Phase)
    assert told_of(home, workshop.path) == told_of(home, whole.path)
    workshop.close()


async def test_what_was_half_typed_when_it_died_is_not_counted_and_all_else_is(home: Path) -> None:
    workshop = begin(home)
    async with app_for(home, workshop).run_test(size=SIZE) as pilot:
        screen = await ready(pilot)
        workshop.do({"act": "next"})
        await pilot.press("o", "a", "space", *"12", "enter", "b", *"7")
        assert screen.session.is_open
    assert workshop.path is not None
    workshop.close()
    with workshop.path.open("ab") as file:
        file.write(b'1234 {"act":"ha')
    again = resume_workshop(home, workshop.path)
    async with app_for(home, again, is_resumed=True).run_test(size=SIZE) as pilot:
        app = (await ready(pilot)).app
        assert isinstance(app, RoomApp)
        assert "Verder waar jullie waren" in words_on(app)
        await pilot.press("b", *"7", "c", "plus", "plus", "minus", "s")
        assert again.session.ballot is not None
        assert tuple(again.session.ballot.tally.values())[:3] == (12, 7, 1)
    again.close()


async def test_a_clicker_reads_on_and_back_and_never_closes_a_vote(home: Path) -> None:
    workshop = begin(home)
    async with app_for(home, workshop).run_test(size=SIZE) as pilot:
        screen = await ready(pilot)
        for key in ("pagedown", "full_stop", "right", "space"):
            before = screen.session.revealed
            await pilot.press(key)
            assert screen.session.revealed == before + 1
        for key in ("pageup", "left"):
            before = screen.session.revealed
            await pilot.press(key)
            assert screen.session.revealed == before - 1
        for _ in range(40):
            await pilot.press("pagedown")
        assert screen.session.phase == Phase.VOTE
        await pilot.press("f5")
        assert screen.session.phase == Phase.VOTE
        await pilot.press("s")
        assert screen.session.phase == Phase.SPLIT
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, AskLeave)
        await pilot.press("escape")
        assert pilot.app.screen is screen
        await pilot.press("ctrl+c")
        assert isinstance(pilot.app.screen, AskLeave)
        await pilot.press("down", "enter")
    assert workshop.session.phase == Phase.SPLIT
    workshop.close()


async def test_a_number_that_is_too_large_is_not_cut_short(home: Path) -> None:
    workshop = begin(home)
    app = app_for(home, workshop)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        workshop.do({"act": "next"})
        workshop.do({"act": "open"})
        await until(pilot, lambda: say("nl", "room-vote") in words_on(app))
        await pilot.press(*"a1000")
        assert say("nl", "room-at-most", letter="A", most=999) in words_on(app)
        await pilot.press("1", "2", "enter")
        assert next(iter(workshop.session.ballot.tally.values())) == 12  # type: ignore[union-attr]
    workshop.close()


async def test_undo_takes_the_last_step_back_and_says_when_there_is_none(home: Path) -> None:
    workshop = begin(home)
    async with app_for(home, workshop).run_test(size=SIZE) as pilot:
        app = (await ready(pilot)).app
        assert isinstance(app, RoomApp)
        await pilot.press("u")
        assert "niets om ongedaan" in words_on(app)
        workshop.do({"act": "next"})
        await pilot.press("o", "a", *"31", "s", "u")
        assert workshop.session.phase == Phase.VOTE
        await pilot.press("a", *"13", "s", "w")
        assert workshop.session.phase == Phase.CONSEQUENCE
        await pilot.press("space", "space", "u")
        assert workshop.session.phase == Phase.SPLIT
        assert workshop.session.ballot is not None
        assert next(iter(workshop.session.ballot.tally.values())) == 13
        assert len(standing(workshop.acts)) < len(workshop.acts)
    workshop.close()


async def test_teams_take_turns_and_stand_beside_each_other_at_the_end(home: Path) -> None:
    workshop = begin(home, Rules(teams=2))
    turns = []
    async with app_for(home, workshop).run_test(size=SIZE) as pilot:
        screen = await ready(pilot)
        app = screen.app
        assert isinstance(app, RoomApp)
        workshop.do({"act": "next"})
        while screen.session.phase != Phase.ENDING:
            if screen.session.phase == Phase.SCENE:
                turns.append(screen.session.active)
                await until(pilot, lambda: f"Team {turns[-1] + 1} is aan de beurt" in words_on(app))
                await pilot.press("k", "a" if screen.session.active else "b")
            await pilot.press("space")
        assert turns == [0, 1] * (len(turns) // 2)
        for _ in range(4):
            await pilot.press("space")
        told = words_on(app)
        for number in range(2):
            ending = screen.session.game_of(number).ending
            assert ending is not None
            assert f"Team {number + 1}: {ending.title.in_language('nl')}"[:24] in told
        assert screen.body.max_scroll_y == 0
    workshop.close()


async def test_votes_of_others_show_without_a_key(home: Path) -> None:
    workshop = begin(home)
    async with app_for(home, workshop).run_test(size=SIZE) as pilot:
        app = (await ready(pilot)).app
        assert isinstance(app, RoomApp)
        workshop.do_all([{"act": "next"}, {"act": "open"}])
        await until(pilot, lambda: "In stilte" in words_on(app))
        option = workshop.session.options[1].id
        workshop.do_all(
            [{"act": "vote", "ballot": 1, "device": str(n), "option": option} for n in range(300)]
        )
        assert "300" not in words_on(app)
        workshop.do({"act": "close"})
        await until(pilot, lambda: "300" in words_on(app))
    workshop.close()


async def test_a_log_that_cannot_be_written_is_told_as_long_as_it_is_true(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = begin(home)
    async with app_for(home, workshop).run_test(size=SIZE) as pilot:
        app = (await ready(pilot)).app
        assert isinstance(app, RoomApp)
        with monkeypatch.context() as broken:
            broken.setattr(
                "game.journal.Journal.append", lambda *_: (_ for _ in ()).throw(OSError(28, "vol"))
            )
            await pilot.press("space")
            assert "NIET BEWAARD: vol" in words_on(app)
        await pilot.press("space")
        assert "NIET BEWAARD" not in words_on(app)
    assert workshop.path is not None
    assert view_workshop(home, workshop.path)[0] == workshop.session
    workshop.close()


async def test_without_a_level_one_is_chosen_on_the_screen(home: Path) -> None:
    app = app_for(home, None, begin=lambda id: begin(home))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, AskLevel) and app.screen.is_mounted)
        await pilot.press("down", "enter")
        screen = await ready(pilot)
        assert screen.session.phase == Phase.PREBRIEF
        await pilot.press("space")
    assert len(logs(home)) == 1
    screen.workshop.close()


@pytest.mark.parametrize(("size", "language"), [((40, 12), "nl"), ((120, 40), "en")])
async def test_it_can_be_led_in_any_window(home: Path, size: tuple[int, int], language: str) -> None:
    workshop = begin(home, Rules("both", guess=True))
    async with app_for(home, workshop, language).run_test(size=size) as pilot:
        screen = await ready(pilot)
        for _ in range(600):
            if screen.session.phase == Phase.DONE:
                break
            await pilot.press(*keys_for(screen.session))
        assert screen.session.phase == Phase.DONE
    workshop.close()


def phones_vote(workshop: Workshop, number: int) -> None:
    """Let the phones of all teams vote: the first team is divided in two, the second is not."""
    for device, team in workshop.session.members.items():
        ballot = workshop.session.ballot_of(team)
        if team in workshop.session.deciding and ballot:
            place = (number + (int(device) // 2) % 2 * (team == 0)) % len(ballot.options)
            vote = {"act": "vote", "ballot": ballot.number, "device": device, "option": ballot.options[place]}
            workshop.do(vote)


async def lead_teams(pilot: Pilot[None], screen: WorkshopScreen) -> None:
    """Do what a facilitator does where three teams play at the same time, and nobody is in the third."""
    session = screen.session
    first = session.teams[0].now
    is_tied = first is not None and first.chosen is None and bool(session.tied_of(0))
    match session.phase:
        case Phase.VOTE:
            phones_vote(screen.workshop, len(session.teams[1].replies))
            await until(pilot, lambda: not screen._is_stale)
            await pilot.press("s")
        case Phase.SPLIT if is_tied and session.is_overview:
            await pilot.press("w")
            app = screen.app
            assert isinstance(app, RoomApp)
            assert "Tab naar dat team" in words_on(app)
            await pilot.press("tab")
        case Phase.SPLIT if is_tied:
            assert session.ballot is not None
            await pilot.press("k", session.ballot.letter(session.tied[0]).lower(), "tab", "tab", "tab")
        case Phase.SPLIT:
            await pilot.press("w")
        case Phase.DEBRIEF if session.step == Step.PRINCIPLE and session.is_open:
            await pilot.press("b", *"7", "enter", "s")
        case Phase.DEBRIEF if session.step == Step.PRINCIPLE and session.principle is None:
            await pilot.press("o")
        case _:
            await pilot.press("pagedown")


@pytest.mark.parametrize("dies", [False, True])
async def test_teams_at_the_same_time_each_go_their_own_way(home: Path, dies: bool) -> None:
    workshop = begin(home, Rules(teams=3, together=True))
    for device in range(8):
        workshop.do({"act": "join", "device": str(device), "team": device % 2})
    seen: set[Phase] = set()
    while Phase.DONE not in seen:
        async with app_for(home, workshop).run_test(size=SIZE) as pilot:
            screen = await ready(pilot)
            begun = screen.session.place
            for _ in range(200):
                seen.add(screen.session.phase)
                assert screen.body.max_scroll_y == 0, screen.session.phase
                if screen.session.phase == Phase.DONE or (dies and screen.session.place != begun):
                    break
                await lead_teams(pilot, screen)
        assert workshop.path is not None
        workshop.close()
        workshop = resume_workshop(home, workshop.path)
    one, two, nobody = workshop.session.teams
    assert one.replies != two.replies
    assert not nobody.replies
    assert {each.by for each in one.rounds} == {"tie"}
    assert {each.by for each in two.rounds} == {"room"}
    session, _, told = told_of(home, workshop.path)
    assert session == workshop.session
    assert "Dit team heeft niet meegespeeld." in told
    workshop.close()


def test_what_was_guessed_is_told_of_the_reply_it_was_about_alone() -> None:
    session = start_of(LEVEL, 3, Rules("both", guess=True))
    for name in ("next", "open"):
        session = after(session, {"act": name})
    for reply in session.options[:2]:
        session = after(session, {"act": "hands", "option": reply.id, "count": 8})
    for name in ("close", "play"):
        session = after(session, {"act": name})
    session = after(session, {"act": "guess", "trust": "up", "sympathy": "down"})
    told = []
    for _ in range(2):
        beats = leaf_of(session, LIBRARY, "nl").beats
        told.append("\n".join(line.plain for beat in beats for line in beat.draw(56, "")))
        session = after(session, {"act": "next"})
    assert ["jullie dachten" in each for each in told] == [True, False]


async def test_what_is_half_typed_for_one_team_is_not_counted_for_another(home: Path) -> None:
    workshop = begin(home, Rules(teams=2, together=True))
    for name in ("next", "open"):
        workshop.do({"act": name})
    async with app_for(home, workshop).run_test(size=SIZE) as pilot:
        screen = await ready(pilot)
        await pilot.press("tab", "a", *"12", "tab", "enter", "plus", "tab", "plus", "s")
        for team in range(2):
            ballot = screen.session.ballot_of(team)
            assert ballot is not None
            assert ballot.total == 0
        await pilot.press("tab", "k", "tab", "b")
        assert not screen.session.is_picked
        await pilot.press("k", "b", "f5")
        assert [len(team.replies) for team in screen.session.teams] == [0, 1]
    workshop.close()


async def test_what_was_told_is_not_told_any_more_when_others_lead_on(home: Path) -> None:
    workshop = begin(home)
    async with app_for(home, workshop).run_test(size=SIZE) as pilot:
        app = (await ready(pilot)).app
        assert isinstance(app, RoomApp)
        workshop.do({"act": "next"})
        await pilot.press("o", "space")
        assert "De stemming is open" in words_on(app)
        workshop.do({"act": "close"})  # as the notes do
        await until(pilot, lambda: "Zo is er gestemd" in words_on(app))
        assert "De stemming is open" not in words_on(app)
    workshop.close()
