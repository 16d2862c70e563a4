"""How far from the start the scenes of a level stand: its layers, by the longest way. Works with loops."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.story.level import END, Level

Ways = Mapping[str, tuple[str, ...]]
"""For each scene, the scenes its replies lead to: each once, in the author's order."""


def ways_of(level: Level) -> dict[str, tuple[str, ...]]:
    """Return where each scene of *level* leads to; the end is left out."""
    return {
        name: tuple(dict.fromkeys(each.goto for each in scene.replies.values() if each.goto != END))
        for name, scene in level.scenes.items()
    }


def layers_of(ways: Ways, start: str) -> dict[str, int]:
    """Return the layer of each scene: the length of the longest way to it from *start*.

    A way back to a scene that is already under way does not count. Scenes that nobody gets to stand before
    the first they lead to, and push no other scene further.
    """
    layers = _longest(_without_ways_back(ways, [start]), start)
    last = max(layers.values())
    for name in _walk(ways, ways)[0]:  # a scene comes after those it leads to
        if name not in layers:
            further = [layers[target] for target in ways[name] if target in layers]
            layers[name] = max(0, min(further) - 1) if further else last
    return layers


def in_loops(ways: Ways) -> frozenset[str]:
    """Return the scenes a game can come back to."""
    components = _components(ways)
    sizes: dict[int, int] = {}
    for component in components.values():
        sizes[component] = sizes.get(component, 0) + 1
    return frozenset(name for name in ways if sizes[components[name]] > 1 or name in ways[name])


def _longest(forward: Ways, start: str) -> dict[str, int]:
    layers = {start: 0}
    for name, targets in forward.items():
        for target in targets:
            layers[target] = max(layers.get(target, 0), layers[name] + 1)
    return layers


def _without_ways_back(ways: Ways, roots: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return what is met of *ways* from *roots* without what closes a loop; scenes before their targets."""
    order, back = _walk(ways, roots)
    return {
        name: tuple(target for target in ways[name] if (name, target) not in back) for name in reversed(order)
    }


def _walk(ways: Ways, roots: Iterable[str]) -> tuple[list[str], set[tuple[str, str]]]:
    """Walk depth first from *roots*; return the scenes in the order they are left, and the ways back."""
    left: dict[str, None] = {}
    back: set[tuple[str, str]] = set()
    for root in roots:
        if root in left or root not in ways:
            continue
        under_way = {root}
        waiting = [(root, iter(ways[root]))]
        while waiting:
            name, targets = waiting[-1]
            for target in targets:
                if target in under_way:
                    back.add((name, target))
                elif target not in left:
                    under_way.add(target)
                    waiting.append((target, iter(ways[target])))
                    break
            else:
                waiting.pop()
                under_way.discard(name)
                left[name] = None
    return list(left), back


def _components(ways: Ways) -> dict[str, int]:
    """Return a number for each scene, the same for those that can reach one another (Kosaraju)."""
    order, _ = _walk(ways, ways)
    behind: dict[str, list[str]] = {name: [] for name in ways}
    for name, targets in ways.items():
        for target in targets:
            behind[target].append(name)
    found: dict[str, int] = {}
    for number, root in enumerate(reversed(order)):
        waiting = [] if root in found else [root]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found[name] = number
                waiting += behind[name]
    return found
