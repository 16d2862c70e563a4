"""What a room sees of its votes and its meters: letters, numbers and bars, told without colour too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from game.tui.text import Piece, cells, shown, wrapped
from game.words import say, word_for
from game.workshop.ballot import Ballot

FULL, FIRST, EMPTY_BAR = "█", "▒", "─"
METER_FULL, METER_EMPTY = "━", "─"
GUESS_KEYS = {"up": "+", "same": "=", "down": "−"}


def bars(ballot: Ballot, words: Mapping[str, str], width: int, *, is_dense: bool) -> list[Content]:
    """Draw a closed vote: for each option its letter, a bar and its number; below it what it says."""
    most = max(ballot.tally.values(), default=0)
    lines: list[Content] = []
    for option, votes in ballot.tally.items():
        number = str(votes)
        room = width - 4 - 2 - max(3, len(str(most)))
        full = round(room * votes / most) if most else 0
        is_first = option in ballot.leaders
        lines.append(
            shown(
                (f"{ballot.letter(option)}   ", "bold $voice"),
                (FULL * max(full, 1 if votes else 0), "$voice" if is_first else "$quiet"),
                "  " if full else "",
                (number, "bold"),
            )
        )
        lines += _below(words[option], width, is_dense=is_dense)
    return lines


def shifted(
    first: Ballot, second: Ballot, words: Mapping[str, str], width: int, *, is_dense: bool
) -> list[Content]:
    """Draw two votes on the same options: for each the bar now, and from which number to which."""
    most = max([*first.tally.values(), *second.tally.values()], default=0)
    lines: list[Content] = []
    for option, now in second.tally.items():
        before = first.tally.get(option, 0)
        told: list[Piece] = [
            (f"{'  ' if before or now else ''}{before} → ", "$quiet"),
            (str(now), "bold"),
            *change(now - before),
        ]
        size = sum(cells(piece if isinstance(piece, str) else piece[0]) for piece in told)
        room = max(4, width - 4 - max(size, 16))
        full = round(room * now / most) if most else 0
        was = round(room * before / most) if most else 0
        lines.append(
            shown(
                (f"{second.letter(option)}   ", "bold $voice"),
                (FULL * full, "$voice" if option in second.leaders else "$quiet"),
                (FIRST * max(0, was - full), "$edge"),
                *told,
            )
        )
        lines += _below(words[option], width, is_dense=is_dense)
    return lines


def change(moved: int) -> list[Piece]:
    """Return how far something moved, with a sign; nothing where it did not."""
    if not moved:
        return []
    sign, style = ("▲", "bold $rise") if moved > 0 else ("▼", "bold $fall")
    return ["  ", (f"{sign} {abs(moved)}", style)]


def _below(words: str, width: int, *, is_dense: bool) -> list[Content]:
    """Set what an option says below its bar; one line of it where room is short."""
    lines = [shown("    ", (line, "$quiet")) for line in wrapped(words, width - 4)]
    if is_dense and len(lines) > 1:
        return [shown("    ", (words, "$quiet")).truncate(width, ellipsis=True)]
    return lines


def meters(
    values: Sequence[int],
    changes: Sequence[int],
    guess: tuple[str, str] | None,
    width: int,
    language: str,
) -> list[Content]:
    """Draw both meters: name and bar, number, word and change; below each what the room had guessed."""
    lines: list[Content] = []
    for number, meter in enumerate(("trust", "sympathy")):
        value = values[number]
        names = max(len(say(language, each)) for each in ("trust", "sympathy")) + 1
        bar = max(0, min(20, width - names - 27))
        full = round(bar * value / 100)
        lines.append(
            shown(
                (say(language, meter).ljust(names), "bold"),
                (METER_FULL * full, f"bold ${meter}"),
                (METER_EMPTY * (bar - full), "$edge"),
                (f" {value:>3}  ", "bold"),
                (word_for(language, meter, value), "bold"),
                *(change(changes[number]) or [("  =", "$quiet")]),
            )
        )
        if guess:
            told = say(language, f"room-guess-{guess[number]}")
            lines.append(shown(" " * names, (say(language, "room-guessed", guess=told), "$quiet")))
    return lines
