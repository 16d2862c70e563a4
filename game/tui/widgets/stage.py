"""The stage: trust is how near they stand, sympathy is their face. Both can be seen without colour."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive

from game.tui.faces import WIDTH, YOUR_FACE, bystander_face, crowd, face
from game.tui.text import cells, shown, wrapped
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
        left = self._left(width, is_tall)
        block = max(cells(line) for line in left)
        most = max(NEAREST_GAP, width - block - WIDTH - (0 if is_tall else cells(self.you) + 1))
        gap = round(NEAREST_GAP + (most - NEAREST_GAP) * (100 - self.trust) / 100)
        dots = ("·" + " ·" * gap)[: gap - 2].center(gap)
        start = (most - gap) // 2 * " "
        rows = []
        for number, line in enumerate(left):
            is_last = number == len(left) - 1
            pieces = [start, (line.ljust(block), "bold" if is_last else "")]
            if is_last:
                pieces += [(dots, "$edge"), (YOUR_FACE, "bold $mine")]
                pieces += [] if is_tall else [" ", (self.you, "$quiet")]
            rows.append(shown(*pieces))
        if is_tall:
            rows.insert(0, self._names(start, block, gap, width))
        return rows

    def _left(self, width: int, is_tall: bool) -> list[str]:
        """Return the rows of faces at the left."""
        rows: list[str] = [""]
        for number, person in enumerate(self.people):
            is_counterpart = number == 0 and self.counterpart_is_here
            if person.is_crowd:
                seats = 4 if width >= 56 else 3
                faces = crowd(self.sympathy, 2 if is_tall else 1, seats)
            else:
                faces = [face(self.sympathy) if is_counterpart else bystander_face(self.sympathy)]
            joint = [f"{row}  {more}" if row else more for row, more in zip(rows[-1:], faces[-1:], strict=True)]
            if cells(joint[0]) > width // 2 and number:
                break
            rows = [*(f" {row}" for row in faces[:-1]), *joint] if person.is_crowd else [*rows[:-1], *joint]
        if not is_tall:
            name = self.people[0].name if self.people else ""
            short = wrapped(name, 14)[0] if name else ""
            rows = [f"{short} {rows[-1]}"]
        return rows

    def _names(self, start: str, block: int, gap: int, width: int) -> Content:
        names = ", ".join(person.name for person in self.people)
        room = len(start) + block + gap - 1
        if cells(names) > room:
            names = names[: max(1, room - 1)] + "…"
        left = start + names
        you_at = len(start) + block + gap + (WIDTH - cells(self.you)) // 2
        return shown((left, "$quiet"), " " * max(1, you_at - cells(left)), (self.you, "$quiet"))

    def watch_trust(self) -> None:
        """Draw every step of a move."""
        self.refresh()
