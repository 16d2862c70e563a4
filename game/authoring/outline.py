"""A level as a tree of plain text: for a terminal, a screen reader, a mail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.authoring.fitting import cells, in_cells
from game.authoring.picture import EndingShown, Picture, ReplyShown, Say, SceneShown, percentage
from game.authoring.told import counts_told, effects_told, share_told, when_told

DEEPEST = 8
"""Scenes inside scenes; one further down starts a tree of its own, so that lines stay readable."""

SHORTEST = 16
"""Characters of a scene or reply that are shown however narrow the terminal is."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The characters a tree is drawn with."""

    branch: str = "├─ "
    last: str = "└─ "
    beside: str = "│  "
    scene: str = "■"
    to: str = "→"
    elsewhere: str = "↩"
    best: str = "★"
    condition: str = "◇"
    dot: str = " · "


ASCII = Drawing("|- ", "`- ", "|  ", "#", "->", "<-", "*", "~", " - ")
"""For where a terminal cannot show the others."""

_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-"})
"""Typography that plain characters can stand for."""


def drawing_for(encoding: str | None) -> Drawing:
    """Return characters that *encoding* can show; without one, those of ASCII."""
    drawing = Drawing()
    try:
        "".join(getattr(drawing, name) for name in Drawing.__slots__).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return drawing


def outline(picture: Picture, say: Say, *, width: int = 100, drawing: Drawing = ASCII) -> Iterator[str]:
    """Yield *picture* line by line. Words are cut so that lines fit in *width*; names never are."""
    for line in _Outline(picture, say, width, drawing).lines():
        yield line.translate(_PLAIN) if drawing == ASCII else line


@dataclass(frozen=True, slots=True)
class _Outline:
    picture: Picture
    say: Say
    width: int
    drawing: Drawing

    def lines(self) -> Iterator[str]:
        picture, say = self.picture, self.say
        yield f"{picture.title}  ({picture.id})"
        yield counts_told(picture, say)
        yield ""
        inside = _children(picture)
        roots = [name for name in picture.scenes if not any(name in each for each in inside.values())]
        for name in sorted(roots, key=lambda name: not picture.scenes[name].is_first):
            yield from self._tree(name, inside)
            yield ""
        yield say("picture-endings")
        for ending in picture.endings.values():
            yield from self._ending(ending)
        yield ""
        yield from self._legend()

    def _tree(self, root: str, inside: dict[str, list[str]]) -> Iterator[str]:
        """Yield *root* with all that is inside it. Not recursive: a level may be long."""
        drawing = self.drawing
        waiting = [(root, "", "")]
        while waiting:
            name, before, below = waiting.pop()
            scene = self.picture.scenes[name]
            yield self._scene(scene, before)
            children = inside.get(name, [])
            for number, reply in enumerate(scene.replies):
                is_last = not children and number == len(scene.replies) - 1
                start = below + (drawing.last if is_last else drawing.branch)
                yield self._reply(reply, start, children)
            for child in reversed(children):
                is_last = child == children[-1]
                further = "   " if is_last else drawing.beside
                waiting.append(
                    (child, below + (drawing.last if is_last else drawing.branch), below + further)
                )

    def _scene(self, scene: SceneShown, before: str) -> str:
        badges = [self.say("picture-first")] if scene.is_first else []
        badges += [
            self.say("picture-in", count=scene.ways_in),
            self.say("picture-out", count=len(scene.replies)),
        ]
        if not scene.is_possible:
            badges.append(self.say("picture-never"))
        elif scene.is_in_loop:
            badges.append(self.say("picture-loop"))
        elif scene.share is not None:
            badges.append(percentage(scene.share, self.picture.language))
        told = [f"[{self.drawing.dot.join(badges)}]"]
        if late := effects_told(scene.late, self.say):
            told.append(self.say("picture-late", effects=late))
        return self._fitted(f"{before}{self.drawing.scene} {scene.id}", scene.words, told)

    def _reply(self, reply: ReplyShown, before: str, children: list[str]) -> str:
        told = [effects_told(reply.effects, self.say)]
        if reply.when:
            told.append(f"{self.drawing.condition} {self.say('picture-if', when=reply.when)}")
        if not reply.is_possible:
            told.append(f"({self.say('picture-never')})")
        if reply.target is None:
            numbers = "/".join(str(self.picture.endings[each].number) for each in reply.endings)
            told.append(f"{self.drawing.to} {self.say('picture-to-end', numbers=numbers)}".rstrip())
        elif reply.target in children:
            told.append(f"{self.drawing.to} {reply.target}")
        else:
            told.append(f"{self.drawing.elsewhere} {reply.target}")
        return self._fitted(f"{before}{reply.id}", reply.words, [each for each in told if each])

    def _ending(self, ending: EndingShown) -> Iterator[str]:
        """Yield an ending; its condition on a line of its own where it would not fit behind."""
        share = share_told(ending, self.picture, self.say)
        best = self.drawing.best if ending.is_best else " "
        told = [f"{best}{ending.number:2d}  {share:>6}  {ending.title}  ({ending.id})"]
        told += [self.say("picture-best")] if ending.is_best else []
        told += [] if ending.is_possible else [self.say("picture-never")]
        head, when = self.drawing.dot.join(told), when_told(ending, self.say)
        when = f"{self.drawing.condition} {when}" if ending.when else when
        on_one_line = f"{head}{self.drawing.dot}{when}"
        yield from [on_one_line] if cells(on_one_line) <= self.width else [head, f"{' ' * 13}{when}"]

    def _legend(self) -> Iterator[str]:
        say, drawing = self.say, self.drawing
        yield say("picture-legend-meters")
        replies = [reply for scene in self.picture.scenes.values() for reply in scene.replies]
        conditions = [each.when for each in replies] + [each.when for each in self.picture.endings.values()]
        if any(conditions):
            yield say("picture-legend-if", mark=drawing.condition)
        yield say("picture-legend-elsewhere", mark=drawing.elsewhere)
        if any(scene.is_in_loop for scene in self.picture.scenes.values()):
            yield say("picture-legend-loop")
        yield say("picture-legend-share" if self.picture.is_counted else "picture-legend-uncounted")

    def _fitted(self, head: str, words: str, told: list[str]) -> str:
        """Return *head*, as much of *words* as fits, and what is told behind them."""
        tail = "  ".join(told)
        left = self.width - cells(head) - cells(tail) - 6
        shown = in_cells(words, max(SHORTEST, left))
        return f"{head}  {shown if shown.startswith('“') else f'“{shown}”'}  {tail}"


def _children(picture: Picture) -> dict[str, list[str]]:
    """Return which scenes stand inside which: each in one a layer before it that leads to it.

    Every `DEEPEST` layers the scenes stand apart.
    """
    placed = {name for name, scene in picture.scenes.items() if scene.layer % DEEPEST == 0}
    inside: dict[str, list[str]] = {}
    for scene in sorted(picture.scenes.values(), key=lambda scene: (scene.layer, not scene.is_possible)):
        for reply in scene.replies:
            target = reply.target
            if target and target not in placed and picture.scenes[target].layer == scene.layer + 1:
                placed.add(target)
                inside.setdefault(scene.id, []).append(target)
    return inside
