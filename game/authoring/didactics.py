"""What a reader of levels would remark on: lengths, tells, dilemmas, consequences, missing thoughts.

Nothing here keeps a level from being played; each remark is a warning that can be accepted with a reason.
The limits come from what is known of branching scenarios and multiple-choice questions: three options of
one length, a good intention behind every mistake, decisions that cost something, short sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any

from game.authoring.acceptance import at, place_of
from game.authoring.nodes import Node
from game.authoring.problems import Place, Problems
from game.story.condition import ALWAYS, MeterTest
from game.story.foresight import Foresight
from game.story.level import Level, Line, Reply, Scene
from game.story.ways import longest_way, shortest_way
from game.story.wording import AFTERWARDS, REPLY, SPOKEN, Passage, Path, count_words, passages, sentences

LENGTH_RATIO = 1.4
"""The longest reply of a scene against the shortest, in characters."""

MOST_WORDS = {REPLY: ("W402", 20), SPOKEN: ("W403", 30), AFTERWARDS: ("W405", 60)}
MOST_IN_SCENE = 70
MOST_IN_SENTENCE = 20
MOST_POINTS = 20
REPLIES = (2, 4)
ENDINGS = (3, 5)
DECISIONS, DECISIONS_OF_A_MINI = (4, 7), (2, 3)
TELLING = 3
"""From this many decisions on, a habit in the order or length of the replies can be noticed."""

DISTRACTORS = 3


class Didactics:
    """Looks a level over and notes what it remarks."""

    def __init__(
        self, level: Level, root: Node, problems: Problems, principles: Set[str], foresight: Foresight
    ) -> None:
        """Look at *level*, read from *root*; *principles* are the names of all there are."""
        self.level, self._root, self._problems, self._principles = level, root, problems, principles
        self._foresight = foresight
        longest = longest_way(level)
        self._is_mini = longest is not None and longest <= DECISIONS_OF_A_MINI[1]

    def remark(self) -> None:
        """Note everything."""
        for passage in passages(self.level):
            self._on_passage(passage)
        for scene in self.level.scenes.values():
            self._on_scene(scene)
        self._on_tells()
        self._on_dilemmas()
        self._on_ways_and_endings()
        self._on_principles()
        if self.level.facilitator is None:
            self._note("W424", ())

    def _note(self, code: str, path: Path, **values: Any) -> None:
        place = place_of(self._root, path) if path else Place()
        self._problems.add(code, place, at=at(path), **values)

    def _on_passage(self, passage: Passage) -> None:
        for language, words in passage.text.variants:
            path = (*passage.path, language)
            count = count_words(words)
            if (limit := MOST_WORDS.get(passage.kind)) and count > limit[1]:
                self._note(limit[0], path, count=count, most=limit[1])
            for sentence in sentences(words) if count > MOST_IN_SENTENCE else ():
                count = count_words(sentence)
                if count > MOST_IN_SENTENCE:
                    self._note("W406", path, count=count, most=MOST_IN_SENTENCE, sentence=sentence)

    def _on_scene(self, scene: Scene) -> None:
        path: Path = ("scenes", scene.id)
        for language in self.level.languages:
            self._on_lengths(scene, language)
            self._on_scene_length(scene, language)
        least, most = self._foresight.replies_at(scene.id)
        if most and not REPLIES[0] <= least <= most <= REPLIES[1]:
            found = str(least) if least == most else f"{least}-{most}"
            self._note("W441", path, scene=scene.id, found=found)
        for reply in scene.replies.values():
            self._on_reply(reply, (*path, "replies", reply.id))

    def _on_scene_length(self, scene: Scene, language: str) -> None:
        counts = [count_words(line.text.in_language(language)) for line in scene.lines]
        if sum(counts) <= MOST_IN_SCENE:
            return  # whatever is shown of it
        count = max(_word_counts(scene, counts, self._foresight.facts_at(scene.id)), default=0)
        if count > MOST_IN_SCENE:
            self._note("W404", ("scenes", scene.id), language=language, count=count, most=MOST_IN_SCENE)

    def _on_lengths(self, scene: Scene, language: str) -> None:
        sizes = {
            reply.id: len(reply.say.in_language(language)) for reply in scene.replies.values() if reply.say
        }
        if len(sizes) < 2:
            return
        shortest, longest = min(sizes, key=sizes.__getitem__), max(sizes, key=sizes.__getitem__)
        if sizes[longest] > LENGTH_RATIO * sizes[shortest]:
            path = ("scenes", scene.id, "replies", longest, "say", language)
            self._note(
                "W401",
                path,
                reply=longest,
                long=sizes[longest],
                other=shortest,
                short=sizes[shortest],
                language=language,
            )

    def _on_reply(self, reply: Reply, path: Path) -> None:
        for code, value in (("W421", reply.thought), ("W422", reply.because), ("W423", reply.reaction)):
            if not value:
                self._note(code, path, reply=reply.id)
        for meter in ("trust", "sympathy"):
            points = getattr(reply.effect, meter)
            if abs(points) > MOST_POINTS:
                self._note("W442", (*path, meter), found=f"{points:+d}", most=MOST_POINTS)

    def _on_tells(self) -> None:
        """Remark when the best reply can be told by its place or its length."""
        best = {scene.id: _best(scene) for scene in self.level.scenes.values() if len(scene.replies) > 1}
        known = {scene: reply for scene, reply in best.items() if reply}
        if len(known) < TELLING:
            return
        scenes = self.level.scenes
        if all(next(iter(scenes[scene].replies)) == reply for scene, reply in known.items()):
            self._note("W412", ("scenes",))
        for language in self.level.languages:
            if all(_is_longest(scenes[scene], reply, language) for scene, reply in known.items()):
                self._note("W413", ("scenes",), language=language)

    def _on_dilemmas(self) -> None:
        scenes = self.level.scenes.values()
        effects = [reply.effect for scene in scenes for reply in scene.replies.values()]
        if all(any(_beats_all(reply, scene) for reply in scene.replies.values()) for scene in scenes):
            self._note("W411", ("scenes",))
        if not any(effect.trust < 0 < effect.sympathy for effect in effects):
            self._note("W414", ("scenes",))
        if not any(effect.sympathy < 0 < effect.trust for effect in effects):
            self._note("W415", ("scenes",))
        if self._is_mini:
            return
        if all(any(_raises_both(reply) for reply in scene.replies.values()) for scene in scenes):
            self._note("W416", ("scenes",))
        if not any(line.when.tests and _moves(line) for scene in scenes for line in scene.lines):
            self._note("W417", ("scenes",))

    def _on_ways_and_endings(self) -> None:
        shortest, longest = shortest_way(self.level, self.level.start), longest_way(self.level)
        least, most = DECISIONS_OF_A_MINI if self._is_mini else DECISIONS
        if longest is not None and not least <= shortest <= longest <= most:
            self._note("W443", ("scenes",), shortest=shortest, longest=longest)
        endings = self.level.endings
        if not ENDINGS[0] <= len(endings) <= ENDINGS[1]:
            self._note("W444", ("endings",), found=len(endings))
        if not any(ending.best for ending in endings.values()):
            self._note("W445", ("endings",))

    def _on_principles(self) -> None:
        named: dict[str, Path] = {}
        for scene in self.level.scenes.values():
            for reply in scene.replies.values():
                if reply.principle:
                    named.setdefault(reply.principle, ("scenes", scene.id, "replies", reply.id, "principle"))
        taught = self.level.principles
        for number, name in enumerate(taught):
            if name not in named:
                self._note("W431", ("principles", number), principle=name)
        for name, path in named.items():
            if name not in taught:
                self._note("W432", path, principle=name)
        others = self._principles - set(taught) - set(named)
        if self._principles and len(others) < DISTRACTORS:
            self._note("W433", ("principles",), found=len(others))


def _word_counts(scene: Scene, counts: list[int], facts: Set[frozenset[str]]) -> Iterator[int]:
    """Yield how many words *scene* can show before one chooses, for all *facts* and meters.

    *counts* are the words of each of its lines.
    """
    for known in facts:
        for trust in _edges(scene, "trust"):
            for sympathy in _edges(scene, "sympathy"):
                yield sum(
                    count
                    for line, count in zip(scene.lines, counts, strict=True)
                    if line.when.holds(trust, sympathy, known)
                )


def _edges(scene: Scene, meter: str) -> set[int]:
    """Return values of *meter* on both sides of every number that a line of *scene* looks at."""
    numbers = {
        test.number
        for line in scene.lines
        for test in line.when.tests
        if isinstance(test, MeterTest) and test.meter == meter
    }
    return {0, *numbers, *(number - 1 for number in numbers), *(number + 1 for number in numbers)}


def _at_once(reply: Reply) -> tuple[int, int]:
    """Return what *reply* does to trust and sympathy in any case."""
    sure = [reply.effect, *(line.effect for line in reply.reaction if line.when == ALWAYS)]
    return sum(effect.trust for effect in sure), sum(effect.sympathy for effect in sure)


def _raises_both(reply: Reply) -> bool:
    trust, sympathy = _at_once(reply)
    return trust > 0 and sympathy > 0


def _beats_all(reply: Reply, scene: Scene) -> bool:
    """Tell whether *reply* is better on both meters than each other one, or as good on one of them."""
    mine = _at_once(reply)
    others = [_at_once(other) for other in scene.replies.values() if other is not reply]
    return all(mine != each and mine[0] >= each[0] and mine[1] >= each[1] for each in others)


def _best(scene: Scene) -> str | None:
    """Return the reply that does most for both meters together; None where two do the same."""
    gains = sorted(((sum(_at_once(reply)), name) for name, reply in scene.replies.items()), reverse=True)
    return gains[0][1] if gains[0][0] > gains[1][0] else None


def _is_longest(scene: Scene, name: str, language: str) -> bool:
    sizes = {
        reply.id: len(reply.say.in_language(language)) if reply.say else 0 for reply in scene.replies.values()
    }
    return all(sizes[name] > size for other, size in sizes.items() if other != name)


def _moves(line: Line) -> bool:
    return bool(line.effect.trust or line.effect.sympathy)
