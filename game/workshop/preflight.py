"""Before people arrive: what could go wrong in the room, and what to do about it, gravest first.

The checks are functions of what they are told, so that they can be tried without a room. `preflight` does
them all, and waits for one phone in between.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

from game.workshop.addresses import Candidate, chosen
from game.workshop.findings import Finding, Gravity, Room
from game.workshop.network_checks import addresses, phone, port
from game.workshop.round_trip import round_trip
from game.workshop.window_checks import colours, qr, size, texts

__all__ = ["Finding", "Gravity", "Room", "preflight"]

Ready = Callable[[str], None]
"""Is told the URL when one can open it with a phone."""


async def preflight(room: Room, ready: Ready, skip: asyncio.Event | None = None) -> list[Finding]:
    """Look at everything there is in *room* and return the findings, the gravest first.

    Waits `room.seconds` for a phone after telling *ready*, or until *skip* is set; not at all when it is 0.
    """
    findings = [*size(room), *colours(room), *texts(room), *addresses(room)]
    address = chosen(room.found or (), room.host)
    if address and address.score >= 0 and (address.is_likely or room.host):
        found, opens_at = port(room, address.address)
        findings.append(found)
        if found.level == Gravity.FINE:
            room = replace(room, port=opens_at)
            findings += qr(room, address.address)
            findings += await _phone(room, address, ready, skip or asyncio.Event())
    order = list(Gravity)
    return sorted(findings, key=lambda each: order.index(each.level))


async def _phone(room: Room, address: Candidate, ready: Ready, skip: asyncio.Event) -> list[Finding]:
    """Wait for one phone, and tell how far it came."""
    if not room.seconds:
        if not room.wants_phones and not room.host:  # hands do without
            return [Finding(Gravity.FINE, room.say("preflight-hands-only", command=room.again))]
        do = room.say("preflight-not-tried-do", command=room.again)
        return [Finding(Gravity.CARE, room.say("preflight-not-tried"), do)]
    own = {each.address for each in room.found or ()}
    try:
        outcome = await round_trip(
            address.address,
            room.port,
            seconds=room.seconds,
            language=room.language,
            own=own,
            skip=skip,
            ready=ready,
        )
    except OSError as error:
        text = room.say("preflight-cannot-open", why=error.strerror or str(error))
        return [Finding(room.phones_gravity, text, room.say("preflight-hands"))]
    return phone(room, outcome)
