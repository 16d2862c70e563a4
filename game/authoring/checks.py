"""What is wrong with a level although every line of it can be read."""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.nodes import Mapping, Node, Scalar
from game.authoring.problems import Place, Problems
from game.authoring.reading import Reading
from game.story.condition import ALWAYS
from game.story.level import END, Level


def check_reply_forms(root: Node, problems: Problems) -> None:
    """Note replies that neither say something nor are silent, or both."""
    for name, reply in _replies(root):
        silence = reply.get("silence")
        silent = isinstance(silence, Scalar) and silence.text == "true"
        if silent == (reply.get("say") is not None):
            problems.add("E110", name.place)


def _replies(root: Node) -> Iterator[tuple[Scalar, Mapping]]:
    scenes = root.get("scenes") if isinstance(root, Mapping) else None
    for _, scene in scenes.entries if isinstance(scenes, Mapping) else ():
        replies = scene.get("replies") if isinstance(scene, Mapping) else None
        for name, reply in replies.entries if isinstance(replies, Mapping) else ():
            if isinstance(reply, Mapping):
                yield name, reply


def check_way_through(level: Level, reading: Reading) -> None:
    """Note scenes nobody reaches or leaves, endings that never come, facts that nothing uses."""
    places = reading.defined
    problems = reading.problems
    targets = {name: {reply.goto for reply in scene.replies.values()} for name, scene in level.scenes.items()}
    for name, scene in level.scenes.items():
        place = places["scene"][name]
        if all(reply.when != ALWAYS for reply in scene.replies.values()):
            problems.add("E301", place, scene=name)
        if END not in _reachable(targets, name):
            problems.add("E302", place, scene=name)
        if name not in _reachable(targets, level.start) and name != level.start:
            problems.add("W301", place, scene=name)
    _check_endings(level, places.get("ending", {}), problems)
    used = {name for kind, name, _ in reading.referred if kind == "fact"}
    for fact, place in places.get("fact", {}).items():
        if fact not in used:
            problems.add("W302", place, fact=fact)


def _reachable(targets: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for target in targets.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return seen


def _check_endings(level: Level, places: dict[str, Place], problems: Problems) -> None:
    open_ended = ""
    for name, ending in level.endings.items():
        if open_ended:
            problems.add("E304", places[name], ending=name, earlier=open_ended)
        elif ending.when == ALWAYS:
            open_ended = name
    if not open_ended:
        last = next(reversed(level.endings))
        problems.add("E303", places[last])
