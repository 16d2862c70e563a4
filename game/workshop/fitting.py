"""Which texts of a level do not fit on the projector at a size of window. Pure: nothing is drawn.

A room does not scroll. So a paragraph has to stand on the screen as a whole, and so do the replies that are
voted on, all together. The measures are those of the projector; a test holds them beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.authoring.fitting import cells, in_cells
from game.story.condition import ALWAYS
from game.story.level import YOU, Level, Line, Reply, Scene
from game.story.text import clean
from game.transcript import reply_words, speaker_name
from game.words import say

WIDEST, MARGIN = 88, 4
TALL = 22
"""From this many rows on the projector leaves lines of space and draws the stage higher."""

LETTER = 4
NARROW, WIDEST_NAME = 56, 14


@dataclass(frozen=True, slots=True)
class Page:
    """What a window leaves for text: cells in a line, lines of talk under a stage, and lines without one."""

    width: int
    talk: int
    whole: int


def page_of(columns: int, rows: int) -> Page:
    """Return what a window of *columns* by *rows* leaves for text. A notice may always take a line."""
    bars, stage = (4, 1) if rows < TALL else (5, 3)  # a crowd takes three rows
    whole = max(1, rows - bars)
    return Page(max(8, min(columns, WIDEST) - MARGIN), max(1, whole - stage), whole)


@dataclass(frozen=True, slots=True)
class Overflow:
    """A text that takes `lines` where there is place for `room`. `kind` is a key of the catalogue of words.

    `scene` (or ending) and `reply` are where it is; '' where that does not apply. `words` is how it begins.
    """

    kind: str
    scene: str
    reply: str
    lines: int
    room: int
    words: str


def overflows(level: Level, language: str, page: Page) -> list[Overflow]:
    """Return what of *level* does not fit on *page*, in the order of the file."""
    return list(_Ruler(level, language, page).overflows())


def lines_of(text: str, width: int) -> int:
    """Count the lines *text* takes when it is cut at spaces into lines of *width* cells."""
    return sum(1 for paragraph in clean(text).split("\n") for _ in _cut(paragraph, max(1, width)))


class _Ruler:
    """Holds the texts of a level against a page."""

    def __init__(self, level: Level, language: str, page: Page) -> None:
        self.level, self.language, self.page = level, language, page

    def overflows(self) -> Iterator[Overflow]:
        level, page = self.level, self.page
        you = f"{say(self.language, 'room-you')} {level.you.in_language(self.language)}"
        yield from self._too_high("fit-you", lines_of(you, page.width), page.whole, words=you)
        for scene in level.scenes.values():
            for line in scene.lines:
                yield from self._line("fit-line", line, scene.id)
            yield from self._replies(scene)
            for reply in scene.replies.values():
                yield from self._reply(scene, reply)
        for ending in level.endings.values():
            words = ending.text.in_language(self.language)
            yield from self._too_high(
                "fit-ending", lines_of(words, page.width), page.whole, ending.id, words=words
            )

    def _reply(self, scene: Scene, reply: Reply) -> Iterator[Overflow]:
        """Look at what a reply says, said, and at what comes of it."""
        words, you = reply_words(reply, self.language), say(self.language, "you")
        lines = lines_of(words, self._by_you(you))
        yield from self._too_high("fit-reply", lines, self.page.talk, scene.id, reply.id, words)
        for line in reply.reaction:
            yield from self._line("fit-reaction", line, scene.id, reply.id)

    def _line(self, kind: str, line: Line, scene: str, reply: str = "") -> Iterator[Overflow]:
        words = line.text.in_language(self.language)
        name = speaker_name(self.level, line.speaker, self.language)
        width, above = self.page.width, 0
        if line.speaker == YOU:
            width = self._by_you(name)
        elif name:
            inset = min(WIDEST_NAME, cells(name)) + 2 if width >= NARROW else 2
            above = 1 if cells(name) + 2 > inset else 0
            width -= inset
        yield from self._too_high(kind, above + lines_of(words, width), self.page.talk, scene, reply, words)

    def _by_you(self, name: str) -> int:
        """Return how wide what you say is set."""
        width = self.page.width
        return width - (width // 5 if width >= NARROW else 4) - cells(name) - 2

    def _replies(self, scene: Scene) -> Iterator[Overflow]:
        """Look at all replies of *scene* together. Those with a condition may not all be there at once."""
        for kind, replies in (
            ("fit-replies", [reply for reply in scene.replies.values() if reply.when == ALWAYS]),
            ("fit-some-replies", list(scene.replies.values())),
        ):
            found = list(self._too_high(kind, self._together(replies), self.page.whole, scene.id))
            if found:
                yield from found
                return

    def _together(self, replies: Iterable[Reply]) -> int:
        width = self.page.width - LETTER
        return sum(lines_of(reply_words(reply, self.language), width) for reply in replies)

    def _too_high(
        self, kind: str, lines: int, room: int, scene: str = "", reply: str = "", words: str = ""
    ) -> Iterator[Overflow]:
        if lines > room:
            beginning = in_cells(clean(words).replace("\n", " "), 40)
            yield Overflow(kind, scene, reply, lines, room, beginning)


def _cut(paragraph: str, width: int) -> Iterator[None]:
    """Yield once for every line of *paragraph*."""
    used, is_empty = 0, True
    for word in paragraph.split(" "):
        size = cells(word)
        if not is_empty and used + 1 + size <= width:
            used += 1 + size
            continue
        if not is_empty:
            yield
        while size > width:
            yield
            size -= width
        used, is_empty = size, not word
    yield
