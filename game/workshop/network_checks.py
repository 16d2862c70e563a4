"""The network before a workshop: which address phones use, is the port free, how far did one phone come."""

from __future__ import annotations

import errno
import socket
import sys

from game import paths
from game.workshop.addresses import PORT, Candidate, chosen
from game.workshop.findings import Finding, Gravity, Room
from game.workshop.round_trip import Outcome

EXTRA = "luisterkamer[workshop]"


def addresses(room: Room) -> list[Finding]:
    """Look at which address phones would use."""
    hands = room.say("preflight-hands")
    if room.found is None:
        do = f"{room.say('preflight-extra-do', extra=EXTRA, python=paths.python())} {hands}"
        return [Finding(room.phones_gravity, room.say("preflight-extra"), do)]
    address = chosen(room.found, room.host)
    if address is None:
        return [Finding(room.phones_gravity, room.say("preflight-no-address"), hands)]
    told = {"address": address.address, "name": address.name, "why": address.told(room.language)}
    others = [each for each in room.found if each.is_likely and each.address != address.address]
    if room.host and not address.is_likely:  # who asks for it may know better, if this machine has it
        gravity = Gravity.STOP if address.score < 0 else Gravity.CARE
        text = room.say("preflight-host", host=address.address, why=address.told(room.language))
        return [Finding(gravity, text, _known(room))]
    if not address.is_likely:
        text = room.say("preflight-bad-address", **told)
        do = _known(room) if others else f"{room.say('preflight-hotspot')} {hands}"
        return [Finding(room.phones_gravity, text, do)]
    finding = Finding(Gravity.FINE, room.say("preflight-address", **told))
    usual = [each for each in others if ":" not in each.address]
    if usual and not room.host:
        told_others = ", ".join(_shown(each, room.language) for each in usual[:3])
        text = f"{finding.text} {room.say('preflight-others', others=told_others)}"
        return [Finding(Gravity.CARE, text, room.say("preflight-others-do", other=usual[0].address))]
    return [finding]


def port(room: Room, address: str) -> tuple[Finding, int]:
    """Look whether the port is free at *address*. Return what was found, and where the page would open."""
    trouble = port_trouble(address, room.port)
    if not trouble:
        return Finding(Gravity.FINE, room.say("preflight-port", port=room.port)), room.port
    other = other_port(address, room.port)
    if trouble == errno.EADDRINUSE and not room.is_port_asked:
        return Finding(Gravity.FINE, room.say("preflight-port-moves", port=room.port, other=other)), other
    text = room.say(_PORT_TROUBLES.get(trouble, "preflight-port-other"), port=room.port, address=address)
    do = room.say("preflight-port-do", port=other, command=room.command)
    return Finding(room.phones_gravity, text, do), room.port


_PORT_TROUBLES = {
    errno.EADDRINUSE: "preflight-port-taken",
    errno.EACCES: "preflight-port-forbidden",
}


def port_trouble(address: str, number: int) -> int:
    """Return the number of the system's error when *number* cannot be listened on at *address*, or 0."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        if sys.platform != "win32":  # as the server does; on Windows it would mean sharing the port
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((address, number))
            tried.listen(1)
        except OSError as error:
            return error.errno or errno.EIO
        except OverflowError:
            return errno.EINVAL
    return 0


def other_port(address: str, number: int) -> int:
    """Return a port near *number* that is free."""
    start = number if 1024 <= number < 65_500 else PORT
    return next((each for each in range(start + 1, start + 30) if not port_trouble(address, each)), start + 1)


def phone(room: Room, outcome: Outcome) -> list[Finding]:
    """Tell what *outcome* of one phone's round trip means, and what to do."""
    if outcome == Outcome.BACK:
        return [Finding(Gravity.FINE, room.say("preflight-back"))]
    if outcome == Outcome.ARRIVED:
        return [Finding(Gravity.CARE, room.say("preflight-arrived"), room.say("preflight-arrived-do"))]
    if outcome == Outcome.SKIPPED:
        do = room.say("preflight-not-tried-do", command=room.again)
        return [Finding(Gravity.CARE, room.say("preflight-skipped"), do)]
    key = "preflight-only-itself" if outcome == Outcome.ITSELF else "preflight-nothing"
    firewall = room.say(_FIREWALLS.get(room.system, "preflight-firewall-linux"), port=room.port)
    steps = ("preflight-same-wifi", "", "preflight-guest", "preflight-hotspot", "preflight-hands")
    told = [room.say(step) if step else firewall for step in steps]
    text = room.say(key, seconds=round(room.seconds))
    return [
        Finding(
            room.phones_gravity,
            text,
            "\n" + "\n".join(f"{number}. {step}" for number, step in enumerate(told, 1)),
        )
    ]


_FIREWALLS = {"Windows": "preflight-firewall-windows", "Darwin": "preflight-firewall-mac"}


def _known(room: Room) -> str:
    """Return what addresses there are to choose from."""
    likely = [each for each in room.found or () if each.is_likely]
    if not likely:
        return room.say("preflight-no-address")
    return room.say("preflight-host-do", known=", ".join(_shown(each, room.language) for each in likely[:4]))


def _shown(candidate: Candidate, language: str) -> str:
    return f"{candidate.address} ({candidate.told(language)})"
