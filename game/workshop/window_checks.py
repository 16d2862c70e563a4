"""The window before a workshop: whether it is large enough, its colours can be read, and the texts fit."""

from __future__ import annotations

from game.workshop.addresses import url_of
from game.workshop.contrast import ENOUGH, FEW, NO_COLOURS, contrast, too_faint
from game.workshop.findings import COLUMNS, ROWS, Finding, Gravity, Room
from game.workshop.fitting import Overflow, overflows, page_of
from game.workshop.qr import qr_lines

MOST_TOLD = 5
"""Texts that do not fit are told one by one up to here; the rest is counted."""

TOKEN = "A" * 20
"""As long as the secret in the code that phones scan."""


def size(room: Room) -> list[Finding]:
    """Look at the window."""
    if room.size is None:
        return [Finding(Gravity.CARE, room.say("preflight-no-window"), room.say("preflight-no-window-do"))]
    columns, rows = room.size
    told = {"columns": columns, "rows": rows, "least": COLUMNS, "low": ROWS}
    if columns < COLUMNS or rows < ROWS:
        text = room.say("preflight-window-small", **told)
        return [Finding(Gravity.STOP, text, room.say("preflight-window-small-do"))]
    if columns > 2 * COLUMNS or rows > 2 * ROWS:
        text = room.say("preflight-window-large", **told)
        return [Finding(Gravity.CARE, text, room.say("preflight-window-large-do"))]
    return [Finding(Gravity.FINE, room.say("preflight-window", **told))]


def colours(room: Room) -> list[Finding]:
    """Look at what the terminal shows of the look, and how well that can be read."""
    if room.size is None:
        return []
    if room.colours == NO_COLOURS:
        return [Finding(Gravity.CARE, room.say("preflight-no-colours"), room.say("preflight-no-colours-do"))]
    if room.colours <= FEW:
        return [
            Finding(Gravity.CARE, room.say("preflight-few-colours"), room.say("preflight-few-colours-do"))
        ]
    inks = dict(room.inks)
    ground = inks.pop("background", "")
    if not ground or not inks:
        return []
    least = min(contrast(ink, ground) for ink in inks.values())
    told = {"ratio": f"{least:.1f}", "enough": f"{ENOUGH:.0f}"}
    if faint := too_faint(inks, ground):
        text = room.say("preflight-faint", names=", ".join(faint), **told)
        return [Finding(Gravity.CARE, text, room.say("preflight-faint-do"))]
    return [Finding(Gravity.FINE, room.say("preflight-contrast", **told))]


def texts(room: Room) -> list[Finding]:
    """Look for texts of the level that do not fit in the window."""
    if room.level is None:
        do = room.say("preflight-no-level-do", command=room.command)
        return [Finding(Gravity.CARE, room.say("preflight-no-level"), do)]
    columns, rows = room.size or (COLUMNS, ROWS)
    told = {"level": room.name, "columns": columns, "rows": rows}
    found = overflows(room.level, room.language, page_of(columns, rows))
    if not found:
        return [Finding(Gravity.FINE, room.say("preflight-fits", **told))]
    findings = [_does_not_fit(room, each) for each in found[:MOST_TOLD]]
    more = found[MOST_TOLD:]
    if more:
        gravest = Gravity.STOP if any(each.kind == "fit-replies" for each in more) else Gravity.CARE
        text = room.say("preflight-more-texts", count=len(more))
        findings.append(Finding(gravest, text, room.say("preflight-text-do")))
    return findings


def _does_not_fit(room: Room, found: Overflow) -> Finding:
    """Tell of one text; replies that cannot be seen together cannot be voted on."""
    where = room.say(found.kind, scene=found.scene, reply=found.reply)
    told = {"where": where, "lines": found.lines, "room": found.room}
    if found.kind in ("fit-replies", "fit-some-replies"):
        gravity = Gravity.STOP if found.kind == "fit-replies" else Gravity.CARE
        return Finding(gravity, room.say("preflight-replies", **told), room.say("preflight-replies-do"))
    text = room.say("preflight-text", words=found.words, **told)
    return Finding(Gravity.CARE, text, room.say("preflight-text-do"))


def qr(room: Room, address: str) -> list[Finding]:
    """Look whether a QR code fits in the window."""
    lines = qr_lines(f"{url_of(address, room.port)}/J/{TOKEN}")
    columns, rows = room.size or (COLUMNS, ROWS)
    told = {"columns": len(lines[0]), "rows": len(lines)}
    if len(lines[0]) > columns or len(lines) > rows:
        return [
            Finding(Gravity.CARE, room.say("preflight-qr-large", **told), room.say("preflight-qr-large-do"))
        ]
    return [Finding(Gravity.FINE, room.say("preflight-qr", **told))]
