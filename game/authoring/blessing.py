"""Writing into a file of plays what the game now comes to; every other byte stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from game.authoring.edits import Edit, edited
from game.authoring.nodes import Mapping, Node, Scalar, Sequence, parse
from game.authoring.plays import Meters, Play, read_plays_in
from game.authoring.playtesting import first_difference, outcome
from game.authoring.problems import Place, Problems
from game.authoring.source import decode
from game.story.level import Level
from game.story.playthrough import Playthrough, State, play


@dataclass(frozen=True, slots=True)
class Change:
    """A value of a play that becomes another; `old` is '' where it was not there.

    `reply` is the reply it stands behind, by number and name; None for what the whole play comes to.
    """

    what: str
    old: str
    new: str
    reply: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Blessed:
    """A play that was recorded anew, with what changes in it."""

    play: Play
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Blessing:
    """A file of plays as it is to be; `left` are the plays that do not hold and cannot be recorded."""

    data: bytes
    blessed: tuple[Blessed, ...]
    left: tuple[Play, ...]


def bless(data: bytes, level: Level) -> Blessing:
    """Return the sound file of plays *data* with what *level* now comes to.

    A play that says nothing of how it ends gets that as well. One whose replies cannot all be given any more,
    or do not reach the end it expects, is left: only its author knows what was meant.
    """
    problems = Problems("")
    source = decode(data, problems)
    root = parse(source, problems) if source else None
    found = root.get("plays") if isinstance(root, Mapping) else None
    if source is None or not isinstance(found, Mapping):
        return Blessing(data, (), ())
    file = _PlaysFile(source.text, found)
    edits: list[Edit] = []
    blessed: list[Blessed] = []
    left: list[Play] = []
    for number, each in enumerate(read_plays_in(data, "")[0]):
        if first_difference(level, each) is None and not each.expects_nothing:
            continue
        game = outcome(level, each)
        proposed = list(file.edits(number, each, game)) if game else []
        if proposed and _holds(edited(data, [edit for edit, _ in proposed]), number, each, level):
            edits += [edit for edit, _ in proposed]
            changes = tuple(change for _, many in proposed for change in many)
            blessed.append(Blessed(each, changes))
        elif first_difference(level, each):
            left.append(each)
    return Blessing(edited(data, edits) if edits else data, tuple(blessed), tuple(left))


def new_plays(level: Level, routes: dict[str, tuple[str, ...]], name: Callable[[str], str], head: str) -> str:
    """Return a file of plays: one for each of *routes* (endings with the way there), below *head*."""
    lines = [f"# {head}", "plays:"]
    for ending, replies in routes.items():
        lines += [f"  {name(ending)}:", f"    replies: [{', '.join(replies)}]"]
        lines += [f"    {what}: {value}" for what, value in _comes_to(play(level, replies))]
    return "\n".join([*lines, ""])


class _PlaysFile:
    """Finds in the text of a file where the values of its plays stand."""

    def __init__(self, text: str, plays: Mapping) -> None:
        self._lines = text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines)]
        self._plays = plays
        keys = [name for name, _ in plays.entries]
        keys += [key for _, node in plays.entries if isinstance(node, Mapping) for key, _ in node.entries]
        self._key_lines = sorted({key.place.line for key in keys})

    def edits(
        self, number: int, expected: Play, game: Playthrough
    ) -> Iterator[tuple[Edit, tuple[Change, ...]]]:
        """Yield what makes play *number* expect what *game* came to, with what that changes."""
        node = self._plays.entries[number][1]
        states = [turn.after for turn in game.turns]
        for place, meters in expected.underway:
            reply = (place + 1, expected.replies[place])
            yield from self._underway(_below(node, place), meters, states[place], reply)
        for what, new in _comes_to(game):
            old = getattr(expected, what)
            if old is not None and str(old) != new:
                yield self._replaced(_entry(node, what), Change(what, str(old), new))
        if expected.expects_nothing and game.ending:
            yield self._added(node, _comes_to(game))

    def _underway(
        self, node: Node | None, meters: Meters, state: State, reply: tuple[int, str]
    ) -> Iterator[tuple[Edit, tuple[Change, ...]]]:
        for what, old, new in (
            ("trust", meters.trust, state.trust),
            ("sympathy", meters.sympathy, state.sympathy),
        ):
            if old not in (None, new):
                yield self._replaced(_entry(node, what), Change(what, str(old), str(new), reply))

    def _replaced(self, node: Node | None, change: Change) -> tuple[Edit, tuple[Change, ...]]:
        place = node.place if node else Place()
        start = self._offset(place)
        return Edit(start, start + place.length, change.new), (change,)

    def _added(self, node: Node, values: list[tuple[str, str]]) -> tuple[Edit, tuple[Change, ...]]:
        """Write *values* below the replies, or before them where all stands on one line."""
        changes = tuple(Change(what, "", new) for what, new in values)
        key = next(
            key.place
            for key, _ in (node.entries if isinstance(node, Mapping) else ())
            if key.text == "replies"
        )
        before = self._lines[key.line - 1][: key.column - 1]
        if before.strip():
            told = "".join(f"{what}: {new}, " for what, new in values)
            return Edit(self._offset(key), self._offset(key), told), changes
        last = next((line for line in self._key_lines if line > key.line), len(self._lines) + 1) - 1
        while not self._lines[last - 1].strip() or self._lines[last - 1].lstrip().startswith("#"):
            last -= 1
        end = self._starts[last] - 1
        return Edit(end, end, "".join(f"\n{before}{what}: {new}" for what, new in values)), changes

    def _offset(self, place: Place) -> int:
        return self._starts[place.line - 1] + place.column - 1


def _comes_to(game: Playthrough) -> list[tuple[str, str]]:
    """Return what a play of *game* has to say of its end, in the order in which that is written."""
    told = [("trust", str(game.state.trust)), ("sympathy", str(game.state.sympathy))]
    return [*told, ("ending", game.ending.id)] if game.ending else told


def _entry(node: Node | None, key: str) -> Scalar | None:
    found = node.get(key) if isinstance(node, Mapping) else None
    return found if isinstance(found, Scalar) else None


def _below(node: Node, number: int) -> Node | None:
    """Return the meters behind reply *number* of a play."""
    replies = node.get("replies") if isinstance(node, Mapping) else None
    step = replies.items[number] if isinstance(replies, Sequence) else None
    return step.entries[0][1] if isinstance(step, Mapping) else None


def _holds(data: bytes, number: int, before: Play, level: Level) -> bool:
    """Tell whether play *number* in *data* is the same route and holds: what was written is what is read."""
    plays, _ = read_plays_in(data, "")
    if number >= len(plays):
        return False
    after = plays[number]
    is_same = (after.name, after.replies, after.notes) == (before.name, before.replies, before.notes)
    return is_same and first_difference(level, after) is None
