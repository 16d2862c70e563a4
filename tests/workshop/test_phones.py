"""The page for phones: voting as a room does it."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("aiohttp", reason="phones need the extra 'workshop'")

from game import journal
from game.workshop.acts import NotNowError
from game.workshop.log import Workshop, resume_workshop, view_workshop
from game.workshop.phones.devices import Devices
from game.workshop.phones.keys import ALPHABET, keys_for, new_device, new_keys
from game.workshop.phones.limits import Bucket, Limits
from game.workshop.phones.view import phone_view
from game.workshop.session import Phase, Step
from tests.conftest import ROOT
from tests.workshop.phones import (
    LEVEL,
    LIBRARY,
    PRINCIPLES,
    Phone,
    phone,
    serving,
    texts,
    to_the_step,
    to_the_vote,
    workshop_in,
)


async def _events(one: Phone, count: int) -> list[dict[str, Any]]:
    """Return the first states a phone is told."""
    found = []
    async with one.client.get(one.phones.url + "/events") as stream:
        assert stream.status == 200
        async for line in stream.content:
            if line.startswith(b"data: "):
                found.append(json.loads(line[6:]))
                if len(found) == count:
                    break
    return found


async def test_a_room_votes_changes_and_closes(tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path)
    async with serving(workshop) as phones, phone(phones) as one, phone(phones) as two:
        await one.join()
        await two.join()
        assert phones.present == 2
        to_the_vote(workshop)
        assert [await one.vote("A"), await two.vote("B"), await two.vote("C")] == [200, 200, 200]
        ballot = workshop.session.ballot
        assert ballot is not None
        assert list(ballot.tally.values()) == [1, 0, 1, 0]
        state = await two.state()
        assert next(each["letter"] for each in state["options"] if each["id"] == state["mine"]) == "C"
        workshop.do({"act": "close"})
        state = await two.state()
        assert state["options"] == []
        assert "C" in state["text"]
        assert await two.vote("A") == 409
    assert workshop.path is not None
    workshop.close()
    assert view_workshop(tmp_path, workshop.path)[0] == workshop.session


async def test_the_code_opens_the_door_however_it_is_typed(tmp_path: Path) -> None:
    async with serving(workshop_in(tmp_path)) as phones, phone(phones) as one:
        assert 'name="code"' in (await one.get())[1]
        code = phones.code
        status, _ = await one.post("/join", {"code": f" {code[:3].lower()}-{code[3:]} "})
        assert status == 303
        assert "Welkom" in (await one.get())[1]
        assert phones.present == 1


async def test_a_page_without_javascript_votes_by_its_form(tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path)
    async with serving(workshop) as phones, phone(phones, Accept="text/html") as one:
        await one.join()
        to_the_vote(workshop)
        _, page = await one.get()
        assert '<noscript><meta http-equiv="refresh"' in page
        state = await one.state()
        status, _ = await one.post(
            "/vote", {"ballot": "1", "option": state["options"][1]["id"]}, Accept="*/*"
        )
        assert status == 303
        assert "✓ jouw stem" in (await one.get())[1]
        assert workshop.session.ballot is not None
        assert workshop.session.ballot.total == 1


async def test_the_language_is_that_of_the_phone_and_can_be_switched(tmp_path: Path) -> None:
    async with (
        serving(workshop_in(tmp_path)) as phones,
        phone(phones, **{"Accept-Language": "de, en-GB;q=0.8, nl;q=0.3"}) as english,
        phone(phones, **{"Accept-Language": "fr"}) as french,
    ):
        await english.join()
        assert "Welcome" in (await english.get())[1]
        assert (await english.post("/language", {"language": "nl"}))[0] == 303
        assert "Welkom" in (await english.get())[1]
        assert "Doe mee" in (await french.get())[1]


async def test_phones_are_told_when_the_room_goes_on_and_never_of_votes(tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path)
    async with serving(workshop) as phones, phone(phones) as one, phone(phones) as two:
        await one.join()
        await two.join()
        hearing = asyncio.create_task(_events(one, 4))
        for act in ("next", "open"):
            await asyncio.sleep(0.1)
            workshop.do({"act": act})
        await asyncio.sleep(0.1)
        assert await two.vote("A") == 200
        await asyncio.sleep(0.1)
        workshop.do({"act": "close"})
        told = await asyncio.wait_for(hearing, 5)
        assert [each["kind"] for each in told] == ["wait", "wait", "vote", "wait"]
        assert told[2]["mine"] is None


async def test_who_comes_late_is_in_at_once(tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path)
    to_the_vote(workshop)
    async with serving(workshop) as phones, phone(phones) as late:
        await late.join()
        assert (await late.state())["kind"] == "vote"
        assert await late.vote("D") == 200


async def test_after_a_restart_phones_come_back_by_themselves(tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path)
    assert workshop.path is not None
    async with serving(workshop) as phones, phone(phones) as one:
        await one.join()
        to_the_vote(workshop)
        assert await one.vote("B") == 200
        secrets, port = (phones.code, phones.join_url), int(phones.url.rpartition(":")[2])
        await phones.stop()
        workshop.close()
        again = resume_workshop(tmp_path, workshop.path)
        async with serving(again, port=port) as phones_again:
            assert (phones_again.code, phones_again.join_url) == secrets
            phones_again.locked = True
            one.phones = phones_again
            state = await one.state()
            assert state["mine"] == state["options"][1]["id"]
            assert await one.vote("C") == 200
            ballot = again.session.ballot
            assert ballot is not None
            assert list(ballot.tally.values()) == [0, 0, 1, 0]
        again.close()


async def test_the_principle_is_voted_on_and_the_plan_stays_on_the_phone(tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path)
    to_the_step(workshop, Step.PRINCIPLE)
    async with serving(workshop) as phones, phone(phones) as one:
        await one.join()
        workshop.do({"act": "open"})
        state = await one.state()
        names = [LIBRARY.principles[id].name.in_language("nl") for id in PRINCIPLES]
        assert [each["words"] for each in state["options"]] == names
        assert await one.vote("B") == 200
        workshop.do({"act": "close"})
        assert names[1] in (await one.state())["text"]
        workshop.do({"act": "step", "to": "tomorrow"})
        assert (await one.state())["kind"] == "plan"
        _, page = await one.get()
        assert "papier" in page
        assert "<textarea" not in page
    assert workshop.session.principle is not None
    assert workshop.session.principle.leaders == (PRINCIPLES[1],)


async def test_the_secrets_are_private_and_go_when_the_session_is_over(tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path)
    assert workshop.path is not None
    kept = workshop.path.with_suffix(".phones")
    async with serving(workshop):
        if sys.platform != "win32":
            assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.exists()
    to_the_step(workshop, Step.TOMORROW)
    workshop.do({"act": "next"})
    assert workshop.session.phase == Phase.DONE
    async with serving(workshop):
        pass
    assert not kept.exists()


async def test_presence_is_counted_by_who_was_heard(tmp_path: Path) -> None:
    now = [0.0]
    devices = Devices(Limits(present_seconds=45), lambda: now[0])
    for name in "ab":
        devices.heard(name)
    now[0] = 40
    devices.heard("b")
    now[0] = 60
    assert devices.present == 1
    assert len(devices) == 2


async def test_a_phone_holds_few_lines_and_a_reload_leaves_none_behind(tmp_path: Path) -> None:
    async with serving(workshop_in(tmp_path)) as phones, phone(phones) as one:
        await one.join()
        for _ in range(5):
            await _events(one, 1)
        await asyncio.sleep(0.1)
        assert phones._room is not None
        assert len(phones._room.streams) == 0
        lines = [asyncio.create_task(_events(one, 9)) for _ in range(5)]
        await asyncio.sleep(0.3)
        assert len(phones._room.streams) == 3
        phones.cut_streams()
        assert all(len(told) == 1 for told in await asyncio.gather(*lines))


async def test_a_control_page_follows_the_session(tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path)
    async with serving(workshop, remote=True) as phones, phone(phones) as one, phone(phones) as voter:
        assert (await one.get(phones.remote_url.removeprefix(phones.url)))[0] == 200

        async def do(what: str, page: str = "/remote") -> int:
            _, shown = await one.get(page)
            assert f'value="{what}"' in shown, texts(shown)
            at = shown.partition('name="at" value="')[2].partition('"')[0]
            return (await one.post("/remote", {"do": what, "at": at}))[0]

        await voter.join()
        await do("next")
        while (shown := (await one.get("/remote"))[1]) and 'value="reveal"' in shown:
            await do("reveal")
        await do("open")
        assert await voter.vote("B") == 200
        _, shown = await one.get("/remote")
        assert "Gestemd: 1" in shown
        await do("close")
        at = f"{workshop.session.place}.{workshop.session.revealed}"
        await do("discuss")
        await one.post("/remote", {"do": "undo", "at": at})
        assert workshop.session.phase == Phase.DISCUSS  # that page was an old one
        await do("undo")
        assert workshop.session.phase == Phase.SPLIT
        option = workshop.session.options[3].id
        await do(f"choose:{option}", "/remote?more=1")
        assert workshop.session.game.replies == (option,)
        await do("lock")
        assert phones.locked


def test_codes_can_be_read_from_the_back_of_a_room(tmp_path: Path) -> None:
    keys = new_keys()
    assert len(keys.code) == 6
    assert not set("ILO01") & set(ALPHABET)
    assert len({keys.code, keys.token, keys.remote, keys.signing}) == 4
    assert keys_for(None) != keys_for(None)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"code": 5}', b"\xff", b"[" * 5000])
def test_damaged_secrets_are_made_anew(tmp_path: Path, damage: bytes) -> None:
    log = tmp_path / "a.jsonl"
    log.with_suffix(".phones").write_bytes(damage)
    keys = keys_for(log)
    assert keys_for(log) == keys


@given(st.text(max_size=90))
def test_no_cookie_but_ours_names_a_phone(told: str) -> None:
    keys = new_keys()
    assert keys.device(told) is None
    device = new_device()
    assert keys.device(keys.cookie(device)) == device
    assert keys.device(keys.cookie(device) + "0") is None
    assert new_keys().device(keys.cookie(device)) is None


@given(st.lists(st.floats(0, 100), max_size=60).map(sorted))
def test_a_bucket_gives_no_more_than_its_rate(times: list[float]) -> None:
    bucket = Bucket(2, 5, 0)
    given_out = sum(bucket.take(now) for now in times)
    assert given_out <= 5 + 2 * (times[-1] if times else 0) + 1e-6


_ACTS = st.sampled_from(["next", "open", "close", "discuss", "revote", "play", "undo", "vote", "hands"])


@settings(deadline=None, max_examples=60)
@given(st.lists(_ACTS, max_size=30), st.sampled_from(["nl", "en"]), st.integers(1, 2), st.booleans())
def test_a_phone_never_knows_a_tally_or_what_comes(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str], language: str, teams: int, together: bool
) -> None:
    rules = {"teams": teams, "together": together and teams > 1}
    workshop = workshop_in(tmp_path_factory.mktemp("home"), **rules)
    if teams > 1:
        for device, team in (("mine", 0), ("beside", 0), ("other", 1)):
            workshop.do({"act": "join", "device": device, "team": team})
    replies = {id: reply for scene in LEVEL.scenes.values() for id, reply in scene.replies.items()}
    notes = {reply.because.in_language(language) for reply in replies.values() if reply.because}
    reactions = {line.text.in_language(language) for reply in replies.values() for line in reply.reaction}
    for number, name in enumerate(acts):
        act: dict[str, object] = {"act": name}
        team = number % teams
        options = workshop.session.options_of(team)
        option = options[number % len(options)].id if options else ""
        if name == "vote":
            ballot = workshop.session.ballot_of(team)
            device = "other" if team else "beside"
            act |= {"ballot": ballot.number if ballot else 1, "device": device, "option": option}
        if name == "hands":
            act |= {"option": option, "count": 77, "team": team}
        try:
            workshop.do(act)
        except NotNowError:
            continue
        view = phone_view(workshop.session, "mine", language, LIBRARY.principles)
        secret = notes | reactions
        if rules["together"]:  # what came of the last reply of one's own team is on the phone
            secret -= {
                line.text.in_language(language)
                for turn in workshop.session.game_of(0).turns[-1:]
                for line in turn.reaction
            }
        assert set(view) == {"kind", "title", "heading", "text", "ballot", "options", "mine", "leave"}
        assert all(set(option) == {"id", "letter", "words"} for option in view["options"])
        told = json.dumps(view, ensure_ascii=False)
        assert "77" not in told
        assert not [words for words in secret if words in told]
        assert view["mine"] is None
    workshop.close()


async def test_what_is_done_while_votes_are_written_waits_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = workshop_in(tmp_path)
    to_the_vote(workshop)
    option = workshop.session.options[0].id
    order: list[str] = []
    write = journal.Journal.append

    def slowly(self: journal.Journal, *records: journal.Record) -> None:
        if records[0]["act"] == "vote":
            asyncio.run_coroutine_threadsafe(asyncio.sleep(0), loop).result(5)  # the loop is free meanwhile
        order.append(str(records[0]["act"]))
        write(self, *records)

    loop = asyncio.get_running_loop()
    monkeypatch.setattr(journal.Journal, "append", slowly)
    vote = {"act": "vote", "ballot": 1, "device": "x", "option": option}
    writing = asyncio.create_task(workshop.do_all_apart([vote, {**vote, "ballot": 9}]))
    while not order:
        await asyncio.sleep(0)
    workshop.do({"act": "close"})
    answers = await writing
    assert order == ["vote", "close"]
    assert [answer and answer.reason for answer in answers] == [None, "workshop-other-round"]
    assert workshop.session.phase == Phase.SPLIT
    assert workshop.session.ballot is not None
    assert workshop.session.ballot.total == 1
    workshop.close()
    assert workshop.path is not None
    assert view_workshop(tmp_path, workshop.path)[0] == workshop.session


async def test_tapping_three_times_is_one_vote_in_the_log(tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path)
    async with serving(workshop) as phones, phone(phones) as one:
        await one.join()
        to_the_vote(workshop)
        state = await one.state()
        vote = {"ballot": "1", "option": state["options"][0]["id"]}
        answers = await asyncio.gather(*[one.post("/vote", vote) for _ in range(3)])
        assert [status for status, _ in answers] == [200, 200, 200]
        assert (await one.post("/vote", vote))[0] == 200
    assert [act["act"] for act in workshop.acts].count("vote") == 1


async def test_votes_of_a_room_come_in_few_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = workshop_in(tmp_path)
    to_the_vote(workshop)
    batches = []
    together = Workshop.do_all_apart

    async def counted(self: Workshop, acts: Any) -> Any:
        batches.append(len(acts))
        return await together(self, acts)

    monkeypatch.setattr(Workshop, "do_all_apart", counted)
    async with serving(workshop) as phones:
        assert phones._room is not None
        votes = phones._room.votes
        vote = {"act": "vote", "ballot": 1, "option": workshop.session.options[0].id}
        await asyncio.gather(*[votes.cast({**vote, "device": f"{n:x}"}) for n in range(200)])
    assert batches == [200]
    assert workshop.session.ballot is not None
    assert workshop.session.ballot.total == 200


async def test_changing_back_while_the_change_is_written_counts(tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path)
    to_the_vote(workshop)
    one, two = (reply.id for reply in workshop.session.options[:2])
    async with serving(workshop) as phones:
        assert phones._room is not None
        votes = phones._room.votes
        vote = {"act": "vote", "ballot": 1, "device": "x"}
        await votes.cast({**vote, "option": one})
        changing = asyncio.create_task(votes.cast({**vote, "option": two}))
        await asyncio.sleep(0)
        while votes._waiting:
            await asyncio.sleep(0)
        back = asyncio.create_task(votes.cast({**vote, "option": one}))
        await asyncio.gather(changing, back)
    assert workshop.session.ballot is not None
    assert workshop.session.ballot.phones == {"x": one}


async def test_nothing_is_lost_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = workshop_in(tmp_path)
    to_the_vote(workshop)
    async with serving(workshop) as phones, phone(phones) as one:
        await one.join()
        with monkeypatch.context() as broken:
            broken.setattr(journal.Journal, "append", lambda *_: (_ for _ in ()).throw(OSError(28, "vol")))
            assert await one.vote("A") == 200
            assert workshop.trouble == "vol"
        workshop.do({"act": "close"})
    assert workshop.trouble == ""
    assert workshop.path is not None
    workshop.close()
    assert view_workshop(tmp_path, workshop.path)[0] == workshop.session


def test_without_the_extra_only_starting_fails() -> None:
    code = (
        "import sys; sys.modules['aiohttp'] = None\n"
        "import asyncio, game.workshop.phones.server as s, game.workshop.phones.view\n"
        "try: asyncio.run(s.Phones().start(None, '127.0.0.1', 0))\n"
        "except ImportError: print('no aiohttp')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "no aiohttp\n"


async def test_teams_play_at_the_same_time_each_on_its_phones(tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path, teams=2, together=True)
    async with serving(workshop) as phones, phone(phones) as one, phone(phones) as two, phone(phones) as late:
        for each, team in ((one, "1"), (two, "2")):
            await each.join()
            state = await each.state()
            assert (state["kind"], [option["letter"] for option in state["options"]]) == ("team", ["1", "2"])
            assert await each.join_team(team) == 303
        assert (await one.state())["leave"]
        workshop.do({"act": "next"})
        first_line = LEVEL.scenes[LEVEL.start].lines[0].text.in_language("nl")
        assert first_line in (await one.state())["text"]
        workshop.do({"act": "open"})
        assert [await one.vote("A"), await two.vote("B")] == [200, 200]
        assert await one.join_team("2") == 303  # while a vote is open a phone stays where it is
        assert workshop.session.members_of(0) == 1
        await late.join()
        assert (await late.state())["kind"] == "team"
        assert await late.join_team("2") == 303
        assert await late.vote("B") == 200
        for name in ("close", "play"):
            workshop.do({"act": name})
        options = workshop.session.level.scenes[LEVEL.start].replies
        for each, team in ((one, 0), (two, 1), (late, 1)):
            given = options[workshop.session.teams[team].replies[0]]
            other = options[workshop.session.teams[1 - team].replies[0]]
            told = (await each.state())["text"]
            assert given.reaction[-1].text.in_language("nl") in told
            assert other.reaction[-1].text.in_language("nl") not in told
        assert await late.join_team("0") == 303
        assert (await late.state())["kind"] == "team"
    assert workshop.path is not None
    workshop.close()
    assert view_workshop(tmp_path, workshop.path)[0] == workshop.session


async def test_where_teams_take_turns_only_the_phones_of_one_vote(tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path, teams=2)
    async with serving(workshop) as phones, phone(phones) as one, phone(phones) as two:
        for each, team in ((one, "1"), (two, "2")):
            await each.join()
            await each.join_team(team)
        to_the_vote(workshop)
        state = await two.state()
        assert (state["kind"], state["options"]) == ("wait", [])
        assert "Team 1" in state["text"]
        option = (await one.state())["options"][1]["id"]
        assert (await two.post("/vote", {"ballot": "1", "option": option}))[0] == 409
        assert await one.vote("B") == 200
        assert workshop.session.ballot is not None
        assert workshop.session.ballot.total == 1


@pytest.mark.parametrize("team", ["9", "-1", "", "1.0", "x", "1 "])
async def test_a_team_there_is_not_is_refused(tmp_path: Path, team: str) -> None:
    workshop = workshop_in(tmp_path, teams=2, together=True)
    async with serving(workshop) as phones, phone(phones) as one:
        await one.join()
        assert await one.join_team(team) == 400
        assert await one.join_team("7") == 303
        assert not workshop.session.members


async def test_a_team_is_chosen_without_javascript_too(tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path, teams=2, together=True)
    async with serving(workshop) as phones, phone(phones) as one:
        await one.join()
        page = (await one.get())[1]
        assert page.count('action="/team"') == 2
        await one.join_team("2")
        page = (await one.get())[1]
        assert "Team 2" in texts(page)
        assert page.count('action="/team"') == 1  # to leave it again


async def test_teams_are_looked_at_from_the_control_page(tmp_path: Path) -> None:
    workshop = workshop_in(tmp_path, teams=2, together=True)
    async with serving(workshop, remote=True) as phones, phone(phones) as one:
        await one.get(phones.remote_url.removeprefix(phones.url))

        async def do(what: str) -> int:
            at = re.search(r'name="at" value="([^"]*)"', (await one.get("/remote?more=1"))[1])
            return (await one.post("/remote", {"do": what, "at": at[1] if at else ""}))[0]

        workshop.do({"act": "next"})
        for name in ("open", "close"):
            workshop.do({"act": name})
        assert "choose:" not in (await one.get("/remote?more=1"))[1]
        assert await do("look:1") == 303
        assert (workshop.session.is_overview, workshop.session.active) == (False, 1)
        option = workshop.session.options[1].id
        assert f'value="choose:{option}:1"' in (await one.get("/remote?more=1"))[1]
        assert "Team 2: " in texts((await one.get("/remote"))[1])
        assert await do(f"choose:{option}:1") == 303
        picked = re.search(r'name="at" value="([^"]*)"', (await one.get("/remote"))[1])
        assert picked
        for _ in range(2):  # a second tap on the page that is still there
            await one.post("/remote", {"do": "undo", "at": picked[1]})
        assert workshop.session.phase == Phase.SPLIT
        assert not workshop.session.is_picked
        assert await do("look:1") == 303
        assert await do(f"choose:{option}:1") == 303
        assert await do("look:") == 303
        assert workshop.session.is_overview
        assert [await do("look:9"), await do("choose:x:y")] == [400, 400]
        workshop.do({"act": "play"})
        assert workshop.session.teams[1].replies == (option,)
