"""Warnings an author has accepted knowingly, with a reason, in the file; and where things stand in it."""

from __future__ import annotations

from collections.abc import Sequence as ReadOnly
from dataclasses import dataclass

from game.authoring.nodes import Mapping, Node, Sequence
from game.authoring.problems import Place, Problems
from game.story.wording import Path

_SECTIONS = ("scenes", "replies", "endings")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A warning that is meant to be there: its code, where ('' for the whole level) and why."""

    warning: str
    because: str
    at: str = ""

    def covers(self, code: str, where: str) -> bool:
        """Tell whether the warning *code* at *where* is meant."""
        return code == self.warning and (not self.at or where == self.at or where.startswith(f"{self.at}/"))


def at(path: Path) -> str:
    """Return *path* as an author names a place: `scene`, `scene/reply`, an ending, or a key on top."""
    if not path:
        return ""
    if path[0] not in _SECTIONS:
        return str(path[0])
    names = [str(path[number]) for number in range(1, len(path), 2) if path[number - 1] in _SECTIONS]
    return "/".join(names)


def place_of(root: Node, path: Path) -> Place:
    """Return where *path* stands in the file, as far as it goes."""
    node, place = root, Place()
    for step in path:
        if isinstance(node, Mapping):
            found = next(((key, value) for key, value in node.entries if key.text == step), None)
            if found is None:
                break
            node, place = found[1], found[1].place
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            place = node.place
        else:
            break
    return place


def take_accepted(problems: Problems, accepted: ReadOnly[Acceptance], places: ReadOnly[Place]) -> None:
    """Leave out the warnings that are *accepted*; note what was accepted and is not there (any more)."""
    used: set[int] = set()
    kept = []
    for problem in problems.found:
        covering = [
            number for number, each in enumerate(accepted) if each.covers(problem.code.id, problem.at)
        ]
        used.update(covering)
        if not covering or problem.is_error:
            kept.append(problem)
    problems.found[:] = kept
    for number, each in enumerate(accepted):
        if number not in used:
            problems.add("W451", places[number], warning=each.warning)
