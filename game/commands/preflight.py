"""`luisterkamer workshop --preflight`: what could go wrong in the room, told line by line."""

from __future__ import annotations

import asyncio
import os
import platform
import shutil
import signal
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

from game import paths
from game.commands.finding import sound_level
from game.commands.messages import complain
from game.exits import Exit
from game.library import players_library
from game.story.level import Level
from game.story.text import clean
from game.words import say
from game.workshop.contrast import FEW, colours_of
from game.workshop.qr import qr_lines

if TYPE_CHECKING:
    from game.workshop.addresses import Candidate
    from game.workshop.preflight import Finding

SECONDS = 90.0
"""How long one waits for a phone: time to find it, unlock it and join the Wi-Fi."""

_BLACK_ON_WHITE, _PLAIN = "\x1b[38;5;16;48;5;231m", "\x1b[0m"
"""The fixed black and white of 256 colours: no terminal has its own taste in them."""


def run_preflight(
    level: str | None,
    language: str,
    *,
    look: str = "room",
    host: str = "",
    port: int | None = None,
    phones: bool = False,
    seconds: float | None = None,
) -> int:
    """Look at everything a workshop needs and print what was found, the gravest first.

    A phone is waited for when *phones* are asked for; *seconds* (0: not at all) sets how long. Returns 0 when
    the workshop can begin, 2 when something has to be mended first or there is no such level, 3 when it
    cannot be played.
    """
    from game.workshop import preflight
    from game.workshop.addresses import PORT

    played: Level | None = None
    if level is not None:
        found = sound_level(level, players_library(), language)
        if isinstance(found, Exit):
            return found
        played = found.level
    if seconds is None:
        seconds = SECONDS if phones else 0.0
    room = preflight.Room(
        language,
        paths.command(),
        played,
        clean(played.title.in_language(language)) if played else "",
        _window(),
        colours_of(os.environ, platform.system()),
        _inks(look),
        _addresses(),
        host,
        PORT if port is None else port,
        port is not None,
        phones,
        seconds,
        platform.system(),
    )
    print(f"{say(language, 'preflight-title')}\n")
    findings = asyncio.run(_with_skipping(preflight.preflight, room, _inviter(language, seconds)))
    return tell(findings, language)


def tell(findings: Sequence[Finding], language: str) -> int:
    """Print *findings* and what they come to; return the exit status."""
    words = {
        "stop": say(language, "preflight-stop"),
        "care": say(language, "preflight-care"),
        "fine": say(language, "preflight-fine"),
    }
    for each, following in zip(findings, [*findings[1:], None], strict=True):
        print(*_set(f"{words[each.level]}: {clean(each.text)}"), sep="\n")
        if each.remedy and (following is None or following.remedy != each.remedy):
            print(*_set(say(language, "preflight-do", remedy=clean(each.remedy)), "  "), sep="\n")
            print()
    stops = sum(each.level == "stop" for each in findings)
    if findings and not findings[-1].remedy:
        print()
    print(say(language, "preflight-cannot", count=stops) if stops else say(language, "preflight-can"))
    return Exit.USAGE if stops else Exit.FINE


def _set(text: str, margin: str = "", stream: TextIO | None = None) -> list[str]:
    """Return *text* as lines for *stream*: for a terminal cut at spaces, for a pipe as it is."""
    lines = [f"{margin}{line}" for line in text.split("\n")]
    if not (stream or sys.stdout).isatty():
        return lines
    width = max(30, shutil.get_terminal_size().columns)
    return [
        part
        for line in lines
        for part in textwrap.wrap(line, width, subsequent_indent=margin, break_on_hyphens=False) or [line]
    ]


def _inviter(language: str, seconds: float) -> Callable[[str], None]:
    """Return what invites one phone: with a code to scan where it can be painted."""

    def invite(url: str) -> None:
        paints = sys.stderr.isatty() and colours_of(os.environ | {"NO_COLOR": ""}, platform.system()) > FEW
        invited = say(language, "preflight-invite" if paints else "preflight-invite-no-code")
        complain("\n".join(["", *_set(invited, stream=sys.stderr), "", f"  {url}", ""]))
        if paints:
            for line in qr_lines(url):
                complain(f"  {_BLACK_ON_WHITE}{line}{_PLAIN}")
        waiting = say(language, "preflight-waiting", seconds=round(seconds))
        complain("\n".join(["", *_set(waiting, stream=sys.stderr), ""]))

    return invite


async def _with_skipping(check: Callable[..., Any], room: Any, ready: Callable[[str], None]) -> list[Finding]:
    """Do *check*; Ctrl-C only skips waiting for the phone."""
    skip = asyncio.Event()
    loop = asyncio.get_running_loop()
    with _interrupt(lambda: loop.call_soon_threadsafe(skip.set)):
        done: list[Finding] = await check(room, ready, skip)
        return done


@contextmanager
def _interrupt(act: Callable[[], object]) -> Iterator[None]:
    """Do *act* on Ctrl-C, where signals can be caught at all: in the main thread."""
    try:
        before = signal.signal(signal.SIGINT, lambda *_: act())
    except ValueError:
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _window() -> tuple[int, int] | None:
    """Return the columns and rows of the terminal; None where there is none."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream.isatty():
                size = os.get_terminal_size(stream.fileno())
                return (size.columns, size.lines) if size.columns and size.lines else None
        except (OSError, ValueError):
            continue
    return None


def _addresses() -> list[Candidate] | None:
    """Return the addresses of this machine; None without the extra `workshop`."""
    from importlib.util import find_spec

    from game.workshop.addresses import candidates

    if any(find_spec(name) is None for name in ("aiohttp", "segno", "ifaddr")):
        return None
    try:
        return candidates()
    except OSError:
        return []


def _inks(look: str) -> dict[str, str]:
    """Return the colours of text in *look*, and its background, each by its name."""
    from game.tui.looks import ROOM, THEMES

    theme = THEMES.get(look, ROOM)
    inks = {name: colour for name, colour in theme.variables.items() if name != "edge"}  # lines, not text
    return {**inks, "foreground": str(theme.foreground), "background": str(theme.background)}
