"""What the look at a room before a workshop finds: tables of windows, colours, texts, networks, phones."""

from __future__ import annotations

import dataclasses
import errno
import re
import socket
from types import MappingProxyType
from typing import Any

import pytest

from game.commands import preflight as command
from game.story.level import Level, Line
from game.tui.room import ROOM_LOOKS
from game.workshop import network_checks, window_checks
from game.workshop.addresses import scored
from game.workshop.contrast import ALL, FEW, MANY, NO_COLOURS, colours_of, contrast, too_faint
from game.workshop.network_checks import other_port, port_trouble
from game.workshop.preflight import Gravity
from game.workshop.round_trip import Outcome
from tests.levels_for_tests import both
from tests.workshop.adapters import LINUX, LINUX_HOTSPOT, WINDOWS_WITH_A_DOCK
from tests.workshop.rooms import CARE, FINE, LEVEL, LOOPBACK, STOP, a_room, levels_of


@pytest.mark.parametrize(
    ("size", "level"),
    [
        ((60, 20), FINE),
        ((80, 24), FINE),
        ((59, 20), STOP),
        ((60, 19), STOP),
        ((121, 24), CARE),
        ((80, 41), CARE),
        (None, CARE),
    ],
)
def test_the_window(size: tuple[int, int] | None, level: Gravity) -> None:
    [found] = window_checks.size(a_room(size=size))
    assert found.level == level
    assert bool(found.remedy) == (level != FINE)


INKS = {"foreground": "#000000", "voice": "#7a2e00", "background": "#ffffff"}


@pytest.mark.parametrize(
    ("colours", "inks", "level"),
    [
        (ALL, INKS, FINE),
        (MANY, INKS, FINE),
        (ALL, {**INKS, "quiet": "#8d8778"}, CARE),
        (FEW, INKS, CARE),
        (NO_COLOURS, INKS, CARE),
    ],
)
def test_the_colours(colours: int, inks: dict[str, str], level: Gravity) -> None:
    [found] = window_checks.colours(a_room(colours=colours, inks=inks))
    assert found.level == level
    assert ("quiet" in found.text) == ("quiet" in inks)


def test_the_colours_of_the_room_can_be_read_from_the_back() -> None:
    inks = command._inks("room")
    assert too_faint(inks, inks["background"]) == ["background"]  # nothing but the ground itself
    assert inks["foreground"] == ROOM_LOOKS["room"].foreground
    [found] = window_checks.colours(a_room(inks=inks))
    assert found.level == FINE


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize(
    ("environment", "system", "colours"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "Linux", ALL),
        ({"TERM": "xterm-256color"}, "Darwin", MANY),
        ({"TERM": "xterm"}, "Linux", FEW),
        ({"TERM": "linux"}, "Linux", FEW),
        ({}, "Windows", ALL),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, "Linux", NO_COLOURS),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "Linux", NO_COLOURS),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, "Linux", MANY),
    ],
)
def test_how_many_colours(environment: dict[str, str], system: str, colours: int) -> None:
    assert colours_of(environment, system) == colours


def _with_lines(count: int, words: int) -> Level:
    scene = dataclasses.replace(
        LEVEL.scenes[LEVEL.start], lines=(Line("narrator", both("woord " * words)),) * count
    )
    return dataclasses.replace(LEVEL, scenes=MappingProxyType({**LEVEL.scenes, scene.id: scene}))


def test_texts_that_do_not_fit_are_told_up_to_a_number() -> None:
    [fits] = window_checks.texts(a_room())
    assert fits.level == FINE
    some = window_checks.texts(a_room(level=_with_lines(2, 900)))
    assert levels_of(some) == [CARE, CARE]
    assert LEVEL.start in some[0].text
    many = window_checks.texts(a_room(level=_with_lines(9, 900)))
    assert levels_of(many) == [CARE] * 6
    assert "4" in many[-1].text


def test_replies_that_cannot_be_seen_together_stop_the_workshop() -> None:
    scene = LEVEL.scenes[LEVEL.start]
    replies = {id: dataclasses.replace(reply, say=both("woord " * 90)) for id, reply in scene.replies.items()}
    scene = dataclasses.replace(scene, replies=MappingProxyType(replies))
    level = dataclasses.replace(LEVEL, scenes=MappingProxyType({scene.id: scene}))
    assert STOP in levels_of(window_checks.texts(a_room(level=level, size=(60, 20))))


def test_without_a_level_or_a_window_it_says_what_was_not_looked_at() -> None:
    [none] = window_checks.texts(a_room(level=None))
    assert none.level == CARE
    assert "--preflight" in none.remedy
    [blind] = window_checks.texts(a_room(size=None))
    assert "60 × 20" in blind.text


def test_a_code_that_does_not_fit() -> None:
    assert levels_of(window_checks.qr(a_room(), "192.168.1.2")) == [FINE]
    assert levels_of(window_checks.qr(a_room(size=(60, 20)), "192.168.100.200")) == [FINE]
    assert levels_of(window_checks.qr(a_room(size=(28, 20)), "192.168.1.2")) == [CARE]
    assert levels_of(window_checks.qr(a_room(size=(80, 12)), "192.168.1.2")) == [CARE]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("changes", "level", "told"),
    [
        ({"found": None}, CARE, "luisterkamer[workshop]"),
        ({"found": None, "wants_phones": True}, STOP, "luisterkamer[workshop]"),
        ({"found": []}, CARE, ""),
        ({"found": [], "wants_phones": True}, STOP, ""),
        ({"found": scored(LINUX)}, FINE, "192.168.1.77"),
        ({"found": scored(LINUX_HOTSPOT)}, CARE, "--host 172.16.4.20"),
        ({"found": scored(LINUX_HOTSPOT), "host": "172.16.4.20"}, FINE, "172.16.4.20"),
        ({"found": scored(LINUX), "host": "10.9.9.9"}, STOP, "192.168.1.77"),
        ({"found": scored(LINUX), "host": "laptop"}, STOP, "192.168.1.77"),
        ({"found": scored(LINUX), "host": "172.17.0.1"}, CARE, "Docker"),
        ({"found": scored(WINDOWS_WITH_A_DOCK[2:])}, CARE, "Tailscale"),
        ({"found": scored(LINUX[:2])}, CARE, "172.17.0.1"),
    ],
)
def test_the_address(language: str, changes: dict[str, Any], level: Gravity, told: str) -> None:
    [found] = network_checks.addresses(a_room(language, **changes))
    assert found.level == level
    assert told in f"{found.text} {found.remedy}"
    assert bool(found.remedy) == (level != FINE)


def test_a_port_that_is_taken_is_told_with_one_that_is_free() -> None:
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        taken.listen(1)
        number = taken.getsockname()[1]
        assert port_trouble(LOOPBACK, number) == errno.EADDRINUSE
        free = other_port(LOOPBACK, number)
        assert free != number
        assert not port_trouble(LOOPBACK, free)
        found, _ = network_checks.port(a_room(port=number, is_port_asked=True, wants_phones=True), LOOPBACK)
        assert found.level == STOP
        assert re.search(r"--port \d+", found.remedy)
        milder, _ = network_checks.port(a_room(port=number, is_port_asked=True), LOOPBACK)
        assert milder.level == CARE
        passed, _ = network_checks.port(a_room(port=number), LOOPBACK)
        assert passed.level == FINE  # the workshop takes another one by itself
        assert str(free) in passed.text
    found, _ = network_checks.port(a_room(port=number), LOOPBACK)
    assert found.level == FINE


@pytest.mark.parametrize("number", [-1, 65_536, 10**9])
def test_a_port_that_is_none(number: int) -> None:
    assert port_trouble(LOOPBACK, number)
    found, _ = network_checks.port(a_room(port=number), LOOPBACK)
    assert found.level == CARE


def test_an_address_of_another_machine_cannot_be_listened_on() -> None:
    assert port_trouble("203.0.113.7", 8080) == errno.EADDRNOTAVAIL


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("outcome", "wants", "level"),
    [
        (Outcome.BACK, True, FINE),
        (Outcome.ARRIVED, True, CARE),
        (Outcome.SKIPPED, True, CARE),
        (Outcome.NOTHING, True, STOP),
        (Outcome.NOTHING, False, CARE),
        (Outcome.ITSELF, True, STOP),
    ],
)
def test_how_far_the_phone_came(language: str, outcome: Outcome, wants: bool, level: Gravity) -> None:
    [found] = network_checks.phone(a_room(language, wants_phones=wants), outcome)
    assert found.level == level
    assert bool(found.remedy) == (level != FINE)


@pytest.mark.parametrize(
    ("system", "told"), [("Windows", "Windows"), ("Darwin", "Mac"), ("Linux", "ufw allow 8080/tcp")]
)
def test_when_nothing_arrives_it_says_what_to_do_on_this_system(system: str, told: str) -> None:
    for language in ("nl", "en"):
        [found] = network_checks.phone(a_room(language, system=system), Outcome.NOTHING)
        assert told in found.remedy
        assert "hotspot" in found.remedy
        steps = found.remedy.strip().split("\n")
        assert [step[:2] for step in steps] == ["1.", "2.", "3.", "4.", "5."]
        assert ("handen" if language == "nl" else "hands") in steps[-1]
