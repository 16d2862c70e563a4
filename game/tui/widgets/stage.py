"""The stage: trust is how near they stand, sympathy is their face. Both can be seen without colour."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive

from game.tui.faces import WIDTH, YOUR_FACE, bystander_face, crowd, face
from game.tui.text import EMPTY, cells, shown
from game.tui.widgets.drawn import Drawn

WIDEST = 66
NEAREST_GAP = 3
MOVE_SECONDS = 0.33
TALL = 22
"""From this many rows on the stage has names above the faces and crowds have two rows."""


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody on the stage."""

    name: str
    is_crowd: bool = False


class Stage(Drawn):
    """The people of the scene on the left, you on the right, and the distance between you."""

    trust: reactive[float] = reactive(50.0)

    def __init__(self) -> None:
        super().__init__()
        self.people: tuple[Player, ...] = ()
        self.you = ""
        self.sympathy = 50
        self.counterpart_is_here = True

    def set_people(self, people: tuple[Player, ...], you: str, *, counterpart_is_here: bool) -> None:
        """Put *people* on the stage; the meters are about the first if the counterpart is here."""
        self.people, self.you = people, you
        self.counterpart_is_here = counterpart_is_here
        self.redraw()

    def move(self, trust: int, sympathy: int, *, at_once: bool = False) -> None:
        """Go to the distance of *trust* and take the face of *sympathy*, in one move."""
        self.sympathy = sympathy
        if at_once or self.app.animation_level == "none":
            self.trust = float(trust)
        else:
            self.animate("trust", float(trust), duration=MOVE_SECONDS)
        self.refresh()

    def draw(self, width: int) -> list[Content]:
        """Return the stage: two or more rows, or one where there is little room."""
        is_tall = self.app.size.height >= TALL
        width = min(width, WIDEST)
        left = self._people(width // 2, with_names=is_tall)
        block = max((cells(line) for line in left), default=0)
        beside = 0 if is_tall else cells(self.you) + 1
        most = max(NEAREST_GAP, width - block - WIDTH - beside)
        gap = round(NEAREST_GAP + (most - NEAREST_GAP) * (100 - self.trust) / 100)
        start = " " * ((most - gap) // 2)
        dots = " ".join("·" * ((gap - 1) // 2)).center(gap)
        rows = [
            shown(start, (line, "$quiet" if is_tall and not row else "bold"))
            for row, line in enumerate(left[:-1])
        ]
        yours = [(YOUR_FACE, "bold $mine")] if is_tall else [(YOUR_FACE, "bold $mine"), f" {self.you}"]
        last = left[-1] if left else ""
        rows.append(shown(start, (last + " " * (block - cells(last)), "bold"), (dots, "$edge"), *yours))
        if is_tall:
            name = self.you.center(WIDTH)
            rows[0] = EMPTY.join(
                [rows[0], Content(" " * (block - cells(left[0]) + gap)), shown((name, "$quiet"))]
            )
        return rows

    def _people(self, room: int, *, with_names: bool) -> list[str]:
        """Return the people at the left as rows: their names, where wanted, above their faces."""
        columns: list[list[str]] = []
        for number, person in enumerate(self.people):
            column = self._faces(
                person, is_counterpart=number == 0 and self.counterpart_is_here, tall=with_names
            )
            if with_names:
                column.insert(0, person.name)
            elif not number:
                column[-1] = f"{_cut(person.name, 12)} {column[-1]}"
            size = max(cells(row) for row in column)
            used = sum(cells(each[-1]) + 2 for each in columns)
            if columns and used + size > room:
                break
            columns.append([_cut(row, max(room, WIDTH)).center(min(size, room)) for row in column])
        height = max((len(column) for column in columns), default=0)
        for column in columns:  # everybody stands on the floor, their name straight above them
            column[:0] = [" " * cells(column[-1])] * (height - len(column))
        return ["  ".join(row) for row in zip(*columns, strict=True)]

    def _faces(self, person: Player, *, is_counterpart: bool, tall: bool) -> list[str]:
        if person.is_crowd:
            return crowd(self.sympathy, 2 if tall else 1, 4 if self.app.size.width >= 56 else 2)
        return [face(self.sympathy) if is_counterpart else bystander_face(self.sympathy)]

    def watch_trust(self) -> None:
        """Draw every step of a move."""
        self.refresh()


def _cut(text: str, width: int) -> str:
    """Return *text* in at most *width* cells."""
    while cells(text) > width:
        text = text[:-2].rstrip() + "…"
    return text
