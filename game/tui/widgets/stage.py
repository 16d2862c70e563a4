"""The stage: trust is how near they stand, sympathy is their face. Both can be seen without colour."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive

from game.tui.faces import WIDTH, YOUR_FACE, bystander_face, crowd, face
from game.tui.text import EMPTY, Piece, cells, shown
from game.tui.widgets.drawn import Drawn

WIDEST = 66
NEAREST_GAP = 3
MOVE_SECONDS = 0.33


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
        is_tall = self.is_roomy
        width = min(width, WIDEST)
        rows = self._people(width // 2, with_names=is_tall)
        block = rows[-1].cell_length
        beside = 0 if is_tall else cells(self.you) + 1
        most = max(NEAREST_GAP, width - block - WIDTH - beside)
        gap = round(NEAREST_GAP + (most - NEAREST_GAP) * (100 - self.trust) / 100)
        dots = " ".join("·" * ((gap - 1) // 2)).center(gap)
        start = shown(" " * ((most - gap) // 2))
        between = [shown(" " * gap)] * (len(rows) - 1) + [shown((dots, "$edge"))]
        yours = [EMPTY] * (len(rows) - 1) + [shown((YOUR_FACE, "bold $mine"))]
        if is_tall:
            yours[0] = shown((self.you.center(WIDTH), "$quiet"))
        else:
            yours[-1] = shown((YOUR_FACE, "bold $mine"), f" {self.you}")
        return [EMPTY.join([start, *parts]) for parts in zip(rows, between, yours, strict=True)]

    def _people(self, room: int, *, with_names: bool) -> list[Content]:
        """Return the people at the left as rows: their names, where wanted, above their faces."""
        columns: list[list[tuple[str, str]]] = []
        used = 0
        for number, person in enumerate(self.people):
            column = self._column(person, room, is_first=number == 0, with_name=with_names)
            size = cells(column[-1][0])
            if columns and used + size > room:
                break
            columns.append(column)
            used += size + 2
        height = max((len(column) for column in columns), default=1)
        for column in columns:  # everybody stands on the floor
            column[:0] = [(" " * cells(column[-1][0]), "")] * (height - len(column))
        rows = []
        for number in range(height):
            row: list[Piece] = []
            for column in columns:
                row += ["  ", column[number]] if row else [column[number]]
            rows.append(shown(*row))
        return rows

    def _column(self, person: Player, room: int, *, is_first: bool, with_name: bool) -> list[tuple[str, str]]:
        """Return one person, or one crowd: rows of one width, the name on top or before the face."""
        is_counterpart = is_first and self.counterpart_is_here
        name = _cut(person.name, room if with_name else 10)
        if person.is_crowd:
            beside = 0 if with_name else cells(name) + 1
            seats = max(1, min(4, (room - beside + 1) // (WIDTH + 1)))
            faces = crowd(self.sympathy, 2 if with_name else 1, seats)
        else:
            faces = [face(self.sympathy) if is_counterpart else bystander_face(self.sympathy)]
        if not with_name:
            return [(f"{name} {faces[0]}" if is_first else faces[0], "bold")]
        size = max(cells(name), cells(faces[0]))
        return [(_centred(name, size), "$quiet"), *((_centred(row, size), "bold") for row in faces)]

    def watch_trust(self) -> None:
        """Draw every step of a move."""
        self.refresh()


def _cut(text: str, width: int) -> str:
    """Return *text* in at most *width* cells."""
    while cells(text) > width:
        text = text[:-2].rstrip() + "…"
    return text


def _centred(text: str, width: int) -> str:
    """Return *text* in the middle of *width* cells."""
    left = (width - cells(text)) // 2
    return " " * left + text + " " * (width - cells(text) - left)
