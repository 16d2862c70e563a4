"""What is known while one file is read: its languages, the names it gives and the names it uses."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from typing import Any

from game.authoring.guesses import probably
from game.authoring.nodes import Mapping, Node, Scalar, Sequence, shape_of
from game.authoring.problems import Place, Problems
from game.story.level import NAME as NAME

SECTIONS = ("scene", "person")
"""Kinds whose names all come from one section. Without any name, that section is what is wrong."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A name that is used at a place; *fixed* names of that kind exist in every file."""

    kind: str
    name: str
    place: Place
    fixed: tuple[str, ...] = ()


@dataclass(slots=True)
class Reading:
    """The names defined and referred to in a file, and the problems met so far.

    `keys` are names of entries that do not belong at the beginning of a line of text.
    """

    problems: Problems
    languages: tuple[str, ...] = ("nl", "en")
    warn_missing: bool = True
    keys: Set[str] = frozenset()
    defined: dict[str, dict[str, Place]] = field(default_factory=dict)
    referred: list[Reference] = field(default_factory=list)
    undeclared: set[str] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)
    _overlooked: set[str] = field(default_factory=set)

    def define(self, kind: str, name: str, place: Place) -> None:
        """Note that *name* exists; the first place counts."""
        self.defined.setdefault(kind, {}).setdefault(name, place)

    def refer(self, kind: str, name: str, place: Place, fixed: tuple[str, ...] = ()) -> None:
        """Note that *name* is used and must exist somewhere."""
        if name not in fixed:
            self.referred.append(Reference(kind, name, place, fixed))

    def overlook(self, node: Node) -> None:
        """Remember the words in *node*, which is wrong as a whole: they are not missed as names elsewhere."""
        self._overlooked.update(_texts(node))

    def name(self, node: Node, key: str) -> str | None:
        """Read *node* as a name that comes to exist here."""
        text = self.text(node, key)
        if text is not None and not NAME.fullmatch(text):
            self.problems.add("E106", node.place, found=text)
        return text

    def text(self, node: Node, key: str) -> str | None:
        """Read *node* as text that is not empty."""
        if not isinstance(node, Scalar):
            self.wrong_shape(node, key, "text")
            return None
        if not node.text.strip():
            self.problems.add("E103", node.place, key=key)
            return None
        return node.text.strip()

    def wrong_shape(self, node: Node, key: str, wanted: str, *, options: str = "") -> None:
        """Note that *node* is not what belongs at *key*."""
        self.overlook(node)
        if isinstance(node, Scalar) and not node.text.strip():
            self.problems.add("E103", node.place, key=key)
            return
        found: dict[str, Any] = (
            {"found": node.text} if isinstance(node, Scalar) else {"shape": shape_of(node)}
        )
        self.problems.add("E104", node.place, key=key, wanted=wanted, options=options, **found)

    def resolve(self, elsewhere: dict[str, frozenset[str]]) -> None:
        """Note every name that is used but exists neither in this file nor *elsewhere*.

        A name whose definition is itself noted as a problem is not noted again where it is used.
        """
        for each in self.referred:
            here = self.defined.get(each.kind, {})
            if each.kind in elsewhere or each.kind == "fact" or (each.kind in SECTIONS and here):
                self._find(each, here.keys(), elsewhere.get(each.kind, frozenset()))
            elif each.kind not in SECTIONS and not NAME.fullmatch(each.name):
                self.problems.add("E106", each.place, found=each.name)

    def _find(self, used: Reference, here: Set[str], elsewhere: frozenset[str]) -> None:
        if used.name in here or used.name in elsewhere:
            return
        if used.name in self._overlooked or used.kind in self.doubtful:
            return
        known = elsewhere.union(here)
        allowed = [*sorted(known.difference(used.fixed)), *used.fixed]
        suggestion = probably(used.name, allowed)
        if suggestion in here and not NAME.fullmatch(suggestion):
            return  # it is the name that is wrong, and that is noted where it is given
        told = ", ".join(allowed) or "-"
        self.problems.add(
            "E201", used.place, kind=used.kind, suggestion=suggestion, found=used.name, allowed=told
        )


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text.strip()
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key.text
            yield from _texts(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item)
