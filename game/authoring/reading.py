"""What is known while one file is read: its languages, the names it gives and the names it uses."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from game.authoring.nodes import Node, Scalar, shape_of
from game.authoring.problems import Place, Problems, nearest

NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}")


@dataclass(slots=True)
class Reading:
    """The names defined and referred to in a file, and the problems met so far."""

    problems: Problems
    languages: tuple[str, ...] = ("nl", "en")
    defined: dict[str, dict[str, Place]] = field(default_factory=dict)
    referred: list[tuple[str, str, Place]] = field(default_factory=list)

    def define(self, kind: str, name: str, place: Place) -> None:
        """Note that *name* exists; the first place counts."""
        self.defined.setdefault(kind, {}).setdefault(name, place)

    def refer(self, kind: str, name: str, place: Place) -> None:
        """Note that *name* is used and must exist somewhere."""
        self.referred.append((kind, name, place))

    def name(self, node: Node, key: str) -> str | None:
        """Read *node* as a name."""
        text = self.text(node, key)
        if text is not None and not NAME.fullmatch(text):
            self.problems.add("E106", node.place, found=text)
            return None
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
        if isinstance(node, Scalar) and not node.text.strip():
            self.problems.add("E103", node.place, key=key)
            return
        found = node.text if isinstance(node, Scalar) else shape_of(node)
        self.problems.add("E104", node.place, key=key, wanted=wanted, found=found, options=options)

    def resolve(self, elsewhere: dict[str, frozenset[str]]) -> None:
        """Note every name that is used but exists neither in this file nor *elsewhere*."""
        for kind, name, place in self.referred:
            known = set(self.defined.get(kind, {})) | elsewhere.get(kind, frozenset())
            if kind in elsewhere or kind in ("scene", "person", "fact"):
                if name in known:
                    continue
                allowed = ", ".join(sorted(known)) or "-"
                suggestion = nearest(name, sorted(known))
                self.problems.add(
                    "E201", place, kind=kind, suggestion=suggestion, found=name, allowed=allowed
                )
