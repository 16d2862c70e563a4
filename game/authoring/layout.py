"""Boxes in columns, from left to right: which one stands where, so that ways between them can be followed.

The usual three steps of a layered drawing (Sugiyama, Tagawa and Toda, 1981): layers are given; the order
inside a layer is by barycentre; heights follow the neighbours as far as no two boxes overlap. A way that
passes a layer gets a lane there; all ways to one box share it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

SWEEPS = 12
"""How often the layers are put in order, there and back; the best order is kept."""

Name = tuple[str, int]
"""A box, or the lane towards it, in one layer."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand. `tops` holds the upper edge of every box, `lanes` the height of each lane.

    `height` is that of everything together; it starts at 0.
    """

    layers: Mapping[str, int]
    tops: Mapping[str, float]
    lanes: Mapping[Name, float]
    height: float


def laid_out(
    heights: Mapping[str, float],
    layers: Mapping[str, int],
    ways: Iterable[tuple[str, str]],
    *,
    gap: float,
    lane: float,
) -> Layout:
    """Return where boxes of these *heights* stand in their *layers*.

    *ways* lead from box to box; those that do not go to a further layer have no say. At least *gap* is left
    between boxes; a lane is *lane* high.
    """
    links = _links(layers, ways)
    columns = _columns(heights, layers, links)
    best, fewest = columns, _crossings(columns, links)
    for sweep in range(SWEEPS):
        columns = _swept(columns, links, backwards=sweep % 2 == 1)
        crossings = _crossings(columns, links)
        if crossings < fewest:
            best, fewest = columns, crossings
    sizes = {name: heights[name[0]] if layers[name[0]] == name[1] else lane for each in best for name in each}
    tops = _tops(best, links, sizes, gap)
    lowest = max((top + sizes[name] for name, top in tops.items()), default=0.0)
    return Layout(
        layers,
        {name[0]: top for name, top in tops.items() if layers[name[0]] == name[1]},
        {name: top + lane / 2 for name, top in tops.items() if layers[name[0]] != name[1]},
        lowest,
    )


@dataclass(frozen=True, slots=True)
class _Links:
    """For every box and lane, what it is tied to in the layer before and in the one after."""

    before: dict[Name, list[Name]]
    after: dict[Name, list[Name]]

    def tie(self, one: Name, other: Name) -> None:
        if other not in self.after.setdefault(one, []):
            self.after[one].append(other)
            self.before.setdefault(other, []).append(one)


def _links(layers: Mapping[str, int], ways: Iterable[tuple[str, str]]) -> _Links:
    links = _Links({}, {})
    for source, target in dict.fromkeys(ways):
        here = (source, layers[source])
        for layer in range(layers[source] + 1, layers[target] + 1):
            links.tie(here, (target, layer))
            here = (target, layer)
    return links


def _columns(heights: Mapping[str, float], layers: Mapping[str, int], links: _Links) -> list[list[Name]]:
    """Return the layers, each in the order of the file; lanes come behind the boxes."""
    columns: list[list[Name]] = [[] for _ in range(max(layers.values(), default=-1) + 1)]
    boxes = dict.fromkeys((name, layers[name]) for name in heights)
    for name in {**boxes, **dict.fromkeys([*links.after, *links.before])}:
        columns[name[1]].append(name)
    return columns


def _swept(columns: list[list[Name]], links: _Links, *, backwards: bool) -> list[list[Name]]:
    """Return the layers, each sorted by the middle of its neighbours on one side."""
    swept = [list(column) for column in columns]
    neighbours = links.after if backwards else links.before
    for column in reversed(swept[:-1]) if backwards else swept[1:]:
        beside = swept[column[0][1] + (1 if backwards else -1)] if column else []
        places = {name: number / len(beside) for number, name in enumerate(beside)}
        own = {name: number / len(column) for number, name in enumerate(column)}
        middles = {
            name: _mean([places[each] for each in neighbours.get(name, ())], own[name]) for name in own
        }
        column.sort(key=lambda name, middles=middles: middles[name])  # type: ignore[misc]
    return swept


def _crossings(columns: list[list[Name]], links: _Links) -> int:
    """Count the pairs of ways that cross."""
    crossings = 0
    places = {name: number for column in columns for number, name in enumerate(column)}
    for column in columns:
        seen: list[int] = []
        for name in column:
            ends = sorted(places[each] for each in links.after.get(name, ()))
            crossings += sum(len(seen) - bisect_left(seen, end + 1) for end in ends)
            for end in ends:
                insort(seen, end)
    return crossings


def _tops(
    columns: list[list[Name]], links: _Links, sizes: Mapping[Name, float], gap: float
) -> dict[Name, float]:
    """Return the upper edge of every box and lane, close to its neighbours; the highest is 0."""
    tops: dict[Name, float] = {}
    for column in columns:
        below = 0.0
        for name in column:
            tops[name] = below
            below += sizes[name] + gap
    for sweep in range(SWEEPS):
        neighbours = links.after if sweep % 2 else links.before
        for column in reversed(columns) if sweep % 2 else columns:
            wished = []
            for name in column:
                middles = [tops[each] + sizes[each] / 2 for each in neighbours.get(name, ())]
                wished.append(_mean(middles, tops[name] + sizes[name] / 2) - sizes[name] / 2)
            steps = [sizes[name] + gap for name in column]
            tops.update(zip(column, _apart(wished, steps), strict=True))
    highest = min(tops.values(), default=0.0)
    return {name: top - highest for name, top in tops.items()}


def _apart(wished: Sequence[float], steps: Sequence[float]) -> list[float]:
    """Return places as near to the *wished* ones as can be, each at least a step below the one before.

    Those that would overlap form a block around the mean of what they wish (pool adjacent violators).
    """
    offsets, offset = [], 0.0
    blocks: list[tuple[float, int]] = []  # the sum of the wishes in a block, and how many they are
    for wish, step in zip(wished, steps, strict=True):
        offsets.append(offset)
        blocks.append((wish - offset, 1))
        offset += step
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] >= blocks[-1][0] / blocks[-1][1]:
            total, count = blocks.pop()
            blocks[-1] = (blocks[-1][0] + total, blocks[-1][1] + count)
    bases = [total / count for total, count in blocks for _ in range(count)]
    return [base + offset for base, offset in zip(bases, offsets, strict=True)]


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
