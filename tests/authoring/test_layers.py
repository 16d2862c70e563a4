"""Where things stand in a picture: layers by the longest way, boxes that never overlap."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.layers import in_loops, layers_of, ways_of
from game.authoring.layout import Layout, laid_out
from tests.authoring.large import large
from tests.authoring.small import level_of
from tests.levels_for_tests import SMALL

GAP, LANE = 16.0, 2.0


@st.composite
def graphs(draw: st.DrawFn, *, with_loops: bool) -> dict[str, tuple[str, ...]]:
    names = [f"n{number}" for number in range(draw(st.integers(1, 9)))]
    return {
        name: tuple(
            draw(st.lists(st.sampled_from(further), max_size=4, unique=True))
            if (further := names if with_loops else names[number + 1 :])
            else ()
        )
        for number, name in enumerate(names)
    }


def _longest_ways(ways: dict[str, tuple[str, ...]], name: str, length: int, found: dict[str, int]) -> None:
    found[name] = max(found.get(name, 0), length)
    for target in ways[name]:
        _longest_ways(ways, target, length + 1, found)


def _reached(ways: dict[str, tuple[str, ...]], name: str) -> set[str]:
    seen: set[str] = set()
    waiting = list(ways[name])
    while waiting:
        if (each := waiting.pop()) not in seen:
            seen.add(each)
            waiting += ways[each]
    return seen


@settings(deadline=None)
@given(graphs(with_loops=False))
def test_without_loops_a_layer_is_the_longest_way(ways: dict[str, tuple[str, ...]]) -> None:
    wanted: dict[str, int] = {}
    _longest_ways(ways, "n0", 0, wanted)
    layers = layers_of(ways, "n0")
    assert {name: layers[name] for name in wanted} == wanted
    assert set(layers) == set(ways)


@settings(deadline=None)
@given(graphs(with_loops=True))
def test_with_loops_every_scene_has_a_layer_next_to_one_that_leads_to_it(
    ways: dict[str, tuple[str, ...]],
) -> None:
    layers = layers_of(ways, "n0")
    assert set(layers) == set(ways)
    assert layers["n0"] == 0
    assert min(layers.values()) == 0
    for name in _reached(ways, "n0") - {"n0"}:
        assert any(layers[other] == layers[name] - 1 and name in ways[other] for other in ways)
    assert in_loops(ways) == {name for name in ways if name in _reached(ways, name)}


def test_a_scene_nobody_gets_to_stands_before_what_it_leads_to_and_pushes_nothing() -> None:
    ways = {"a": ("b",), "b": ("c",), "c": (), "lost": ("c",), "alone": ()}
    assert layers_of(ways, "a") == {"a": 0, "b": 1, "c": 2, "lost": 1, "alone": 2}


def test_ways_name_each_scene_once_and_leave_the_end_out() -> None:
    assert ways_of(level_of(SMALL)) == {"een": ("twee",), "twee": ("een",)}


def test_a_long_chain_is_no_trouble() -> None:
    ways = {f"n{number}": (f"n{number + 1}",) for number in range(5000)} | {"n5000": ()}
    assert layers_of(ways, "n0")["n5000"] == 5000
    assert in_loops(ways) == frozenset()


def _overlapping(layout: Layout, heights: dict[str, float]) -> list[tuple[str, str]]:
    found = []
    for layer in set(layout.layers.values()) | {layer for _, layer in layout.lanes}:
        spans = [
            (layout.tops[name], layout.tops[name] + heights[name], name)
            for name, own in layout.layers.items()
            if own == layer
        ]
        spans += [(y, y, f"lane to {name}") for (name, own), y in layout.lanes.items() if own == layer]
        for (_, end, one), (start, _, other) in pairwise(sorted(spans)):
            if start < end + GAP - 1e-6:
                found.append((one, other))
    return found


@settings(deadline=None)
@given(graphs(with_loops=True), st.data())
def test_no_two_boxes_of_a_layer_overlap_and_no_lane_runs_through_one(
    ways: dict[str, tuple[str, ...]], data: st.DataObject
) -> None:
    heights = {name: float(data.draw(st.integers(1, 300))) for name in ways}
    pairs = [(name, target) for name, targets in ways.items() for target in targets]
    layout = laid_out(heights, layers_of(ways, "n0"), pairs, gap=GAP, lane=LANE)
    assert set(layout.tops) == set(ways)
    assert _overlapping(layout, heights) == []
    assert min(min(layout.tops.values()), *layout.lanes.values(), 0.0) >= 0
    assert layout.height >= max(layout.tops[name] + heights[name] for name in ways) - 1e-6
    for source, target in pairs:
        passed = range(layout.layers[source] + 1, layout.layers[target])
        assert all((target, layer) in layout.lanes for layer in passed)


def test_crossings_that_can_be_avoided_are() -> None:
    heights = dict.fromkeys(("a", "b", "c", "d", "e"), 10.0)
    layers = {"a": 0, "b": 1, "c": 1, "d": 2, "e": 2}
    layout = laid_out(heights, layers, [("a", "b"), ("a", "c"), ("b", "e"), ("c", "d")], gap=GAP, lane=LANE)
    assert (layout.tops["b"] < layout.tops["c"]) == (layout.tops["e"] < layout.tops["d"])


@pytest.mark.parametrize("breadth", [2, 4, 8])
def test_forty_scenes_stand_apart(breadth: int) -> None:
    ways = ways_of(large(breadth=breadth))
    heights = dict.fromkeys(ways, 180.0)
    pairs = [(name, target) for name, targets in ways.items() for target in targets]
    layout = laid_out(heights, layers_of(ways, "scene-00"), pairs, gap=GAP, lane=LANE)
    assert _overlapping(layout, heights) == []
