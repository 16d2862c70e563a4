"""The room behind the page: everything the handlers of requests share."""

from __future__ import annotations

import json
from collections.abc import Mapping

from game.story.catalogue import Principle
from game.workshop.acts import Act, NotNowError
from game.workshop.log import Workshop
from game.workshop.phones.devices import Clock, Device, Devices
from game.workshop.phones.keys import Keys, new_device
from game.workshop.phones.limits import Bucket, Limits
from game.workshop.phones.streams import Streams
from game.workshop.phones.view import View, phone_view
from game.workshop.phones.votes import VoteBox
from game.workshop.session import Session


class Room:
    """A session with its phones. Use from one event loop."""

    def __init__(
        self,
        workshop: Workshop,
        keys: Keys,
        *,
        limits: Limits,
        now: Clock,
        principles: Mapping[str, Principle],
        language: str,
        remote: bool,
    ) -> None:
        self.workshop = workshop
        self.keys = keys
        self.limits = limits
        self.language = language
        self.remote = remote
        self.hosts: frozenset[str] = frozenset()
        """The values of Host we answer to; known when the server has its port."""
        self.devices = Devices(limits, now)
        self.streams = Streams(limits)
        self.votes = VoteBox(workshop, limits.gather_seconds)
        self._principles = principles
        self._now = now
        self._wrong = Bucket(limits.wrong_codes_per_minute / 60, limits.wrong_codes_per_minute, now())
        self._strangers = Bucket(limits.stranger_rate, limits.stranger_burst, now())
        self._stands = self._where(workshop.session)
        self._sealed: dict[int, tuple[str, Mapping[str, str]]] = {}
        workshop.listeners.append(self._changed)

    def leave(self) -> None:
        """Stop listening to the session."""
        if self._changed in self.workshop.listeners:
            self.workshop.listeners.remove(self._changed)

    def view(self, device: str, language: str) -> View:
        """Return what the phone of *device* shows now.

        An author's name for a reply may say what it is worth, so options go by a seal, of this vote only.
        """
        view = phone_view(self.workshop.session, device, language, self._principles)
        if view["ballot"]:
            seals = self._seals(device)
            view["mine"] = seals.get(view["mine"])
            for option in view["options"]:
                option["id"] = seals[option["id"]]
        return view

    def told(self, device: str, language: str) -> str:
        """Return the same as JSON, on one line."""
        return json.dumps(self.view(device, language), separators=(",", ":"))

    def known(self, cookie: str) -> Device | None:
        """Return whose *cookie* this is and note that it was heard; None when it is nobody's."""
        id = self.keys.device(cookie)
        return self.devices.heard(id) if id else None

    def let_in(self) -> Device | str:
        """Let a new phone in, or return why not: a key of the catalogue of words."""
        if self.devices.locked:
            return "phone-locked"
        if self.devices.is_full:
            return "phone-full"
        return self.devices.heard(new_device()) or "phone-full"

    def guess(self, code: str) -> str:
        """Return '' when *code* opens the room, or why not: a key of the catalogue of words.

        After too many wrong codes no code is looked at, right or wrong; the QR still works.
        """
        if not self._wrong.has(self._now()):
            return "phone-too-many-codes"
        if self.keys.is_code(code):
            return ""
        self._wrong.take(self._now())
        return "phone-wrong-code"

    def may_knock(self) -> bool:
        """Tell whether a stranger may ask for something now, and count it."""
        return self._strangers.take(self._now())

    async def vote(self, device: Device, ballot: int, seal: str) -> bool:
        """Vote; return whether it counts, when it is on disk."""
        option = next((option for option, each in self._seals(device.id).items() if each == seal), None)
        if option is None:  # of another vote
            return False
        return await self._do(device, {"act": "vote", "ballot": ballot, "option": option})

    async def join_team(self, device: Device, team: int | None) -> bool:
        """Put a phone in *team* (from 0) or in none; return whether that could be, when it is on disk."""
        return await self._do(device, {"act": "join", "team": team})

    async def _do(self, device: Device, act: Act) -> bool:
        try:
            await self.votes.cast({**act, "device": device.id})
        except NotNowError:
            return False
        if self.streams.lines_to(device.id) > 1:  # another window of the same phone
            self.streams.tell(device.id)
        return True

    def _seals(self, device: str) -> Mapping[str, str]:
        """Return the seal of every option of the vote that *device* is in."""
        session = self.workshop.session
        ballot = session.vote_of(device)
        if ballot is None:
            return {}
        team = None if ballot is session.principle else session.team_of(device)
        about = f"{ballot.number}:{ballot.options}:{'' if team is None else session.teams[team].replies}"
        known = self._sealed.get(ballot.number)
        if known is None or known[0] != about:
            seals = {each: self.keys.seal(f"{about}:{each}") for each in ballot.options}
            known = self._sealed[ballot.number] = about, seals
        return known[1]

    def _changed(self, session: Session) -> None:
        """Tell the phones, where something that they may know has changed: votes tell them nothing."""
        stands = self._where(session)
        if stands != self._stands:
            self._stands = stands
            self.streams.tell_all()

    def _where(self, session: Session) -> tuple[object, ...]:
        ways = tuple(len(team.replies) for team in session.teams)
        turn = None if session.rules.together else session.active
        return session.phase, turn, session.step, session.ballots, session.is_open, ways
