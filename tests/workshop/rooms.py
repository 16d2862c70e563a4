"""A room to look at before a workshop: for the tests."""

from __future__ import annotations

import dataclasses
import socket
from typing import Any

from game.library import Library
from game.workshop.addresses import scored
from game.workshop.preflight import Finding, Gravity, Room
from tests.conftest import ROOT
from tests.workshop.adapters import LINUX_HOTSPOT

LEVEL = Library(ROOT / "levels").level("pine-nut-sandwich")
LOOPBACK = "127.0.0.1"
STOP, CARE, FINE = Gravity


def a_room(language: str = "nl", **changes: Any) -> Room:
    room = Room(language, "luisterkamer", LEVEL, "Het broodje", (80, 24), found=scored(LINUX_HOTSPOT))
    return dataclasses.replace(room, **changes)


def levels_of(findings: list[Finding]) -> list[Gravity]:
    return [each.level for each in findings]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        number: int = taken.getsockname()[1]
        return number
