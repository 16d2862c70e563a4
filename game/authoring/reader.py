"""From the text of a file to a level, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping as ReadOnly
from collections.abc import Sequence as Accepted
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from game.authoring.acceptance import Acceptance, place_of, take_accepted
from game.authoring.checks import check_way_through
from game.authoring.codes import CODES
from game.authoring.guesses import probably
from game.authoring.level_format import ENTRIES, LEVEL
from game.authoring.nodes import FAST_LOADER, Mapping, Node, Scalar, Sequence, parse, without_collecting
from game.authoring.problems import Place, Problem, Problems
from game.authoring.reading import NAME, Reading
from game.authoring.shapes import FORMAT
from game.authoring.source import LIMITS, MOST_COMBINATIONS, Limits, decode, read_source
from game.story.level import Level
from game.story.text import LANGUAGES

if TYPE_CHECKING:
    from game.story.foresight import Foresight

WARNINGS = frozenset(code.id for code in CODES.values() if not code.is_error)
"""What an author may accept."""

FEW_FACTS = 8
"""With so many facts there are at most 256 combinations."""

Known = ReadOnly[str, frozenset[str]]
"""Names that exist outside the file, per kind: `principle`, `source`, `level`."""


def read_level_file(
    path: Path, known: Known | None = None, *, remarks: bool = False
) -> tuple[Level | None, tuple[Problem, ...]]:
    """Read the level at *path*. The level is None when any of the problems is an error.

    With *remarks* a level without errors is looked over as a reader would (the warnings W4).
    """
    problems = Problems(str(path))
    source = read_source(path, problems)
    root = parse(source, problems) if source else None
    return _read(root, path.name.removesuffix(".yaml"), problems, known or {}, remarks)


def read_level(
    data: bytes,
    id: str,
    known: Known | None = None,
    *,
    file: str = "",
    loader: type[Any] = FAST_LOADER,
    remarks: bool = False,
    limits: Limits = LIMITS,
) -> tuple[Level | None, tuple[Problem, ...]]:
    """Read a level called *id* from *data*, as `read_level_file` does from a file."""
    problems = Problems(file or f"{id}.yaml")
    source = decode(data, problems, limits.bytes)
    root = parse(source, problems, loader, limits.parts) if source else None
    return _read(root, id, problems, known or {}, remarks, limits.combinations)


@without_collecting()
def _read(
    root: Node | None,
    id: str,
    problems: Problems,
    known: Known,
    remarks: bool,
    most_combinations: int = MOST_COMBINATIONS,
) -> tuple[Level | None, tuple[Problem, ...]]:
    level = None
    if root is not None:
        reading = Reading(problems, keys=ENTRIES)
        if not NAME.fullmatch(id):
            problems.add("E010", Place(), found=id)
        if _format_is_ours(root, problems):
            _read_languages(root, reading)
            values = LEVEL.read(root, id, reading)
            reading.resolve({**known, "warning": WARNINGS})
            if values is not None and not problems.has_errors:
                level = _build(id, values)
                check_way_through(level, reading)
                if not problems.has_errors and (remarks or _may_be_endless(level)):
                    foresight = _look_ahead(level, root, problems, most_combinations)
                    if foresight and remarks:
                        _look_over(level, root, problems, known, values.get("accept", ()), foresight)
    return (None if problems.has_errors else level), problems.in_order()


def _may_be_endless(level: Level) -> bool:
    """Tell whether *level* has so many facts that looking ahead in it might take long, in the game too."""
    return len(level.facts) > FEW_FACTS


def _look_ahead(level: Level, root: Node, problems: Problems, most: int) -> Foresight | None:
    """Look ahead in *level*; None, with a problem noted, where that would take too long."""
    from game.story.foresight import Foresight, TooManyCombinationsError

    try:
        return Foresight(level, most=most)
    except TooManyCombinationsError:
        what = "combinaties van onthouden feiten", "combinations of remembered facts"
        found, limit = (tuple(f"{number} {each}" for each in what) for number in (f"{most}+", most))
        problems.add("E002", place_of(root, ("scenes",)), found=found, limit=limit)
        return None


def _look_over(
    level: Level,
    root: Node,
    problems: Problems,
    known: Known,
    accepted: Accepted[Acceptance],
    foresight: Foresight,
) -> None:
    """Prove what can be proved of *level*, and remark what a reader would; but for what is *accepted*."""
    from game.authoring.didactics import Didactics  # not for playing
    from game.authoring.proofs import Proofs

    Proofs(level, root, problems, foresight).prove()
    Didactics(level, root, problems, known.get("principle", frozenset()), foresight).remark()
    places = [place_of(root, ("accept", number)) for number in range(len(accepted))]
    take_accepted(problems, accepted, places)


def _format_is_ours(root: Node, problems: Problems) -> bool:
    """Tell whether to go on: another format is one problem, not a hundred."""
    node = root.get("format") if isinstance(root, Mapping) else None
    if isinstance(node, Scalar) and node.text.strip() not in ("", FORMAT):
        problems.add("E111", node.place, found=node.text)
        return False
    return True


def _read_languages(root: Node, reading: Reading) -> None:
    """Learn the languages of the level. Where they are not clear, no text is missing or too many."""
    node = root.get("languages") if isinstance(root, Mapping) else None
    items = node.items if isinstance(node, Sequence) else ()
    languages = [item.text for item in items if isinstance(item, Scalar) and item.text]
    known = set(languages) & set(LANGUAGES)
    for item in items:
        if isinstance(item, Scalar) and item.text and item.text not in known:
            suggestion, allowed = probably(item.text, LANGUAGES), ", ".join(LANGUAGES)
            reading.problems.add("E101", item.place, suggestion=suggestion, found=item.text, allowed=allowed)
    are_clear = 0 < len(items) == len(known)
    reading.warn_missing = are_clear
    reading.languages = tuple(dict.fromkeys(languages if are_clear else [*languages, *LANGUAGES]))


def _build(id: str, values: dict[str, Any]) -> Level:
    start, debrief = values["start"], values["debrief"]
    people = values["people"]
    first = next(iter(people))
    scenes = {
        name: scene if scene.present else replace(scene, present=(first,))
        for name, scene in values["scenes"].items()
    }
    return Level(
        id=id,
        title=values["title"],
        languages=values["languages"],
        room=values["room"],
        minutes=values["minutes"],
        principles=values["principles"],
        you=values["you"],
        people=MappingProxyType(people),
        start=start["scene"],
        start_trust=start["trust"],
        start_sympathy=start["sympathy"],
        scenes=MappingProxyType(scenes),
        endings=MappingProxyType(values["endings"]),
        real_outcome=debrief["real_outcome"],
        source=values.get("source"),
        credit=values.get("credit"),
        sister=values.get("sister"),
        invented=debrief.get("invented"),
        question=debrief.get("question"),
        facilitator=values.get("facilitator"),
    )
