"""What can be proved of a level, by looking at every state a player can come to: exact, nothing sampled."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Any

from game.authoring.acceptance import at, place_of
from game.authoring.nodes import Node
from game.authoring.problems import Problems, Told
from game.story.condition import ALWAYS, Condition, FactTest, MeterTest
from game.story.foresight import Foresight, Passing
from game.story.gates import Planes
from game.story.level import END, HIGHEST, LOWEST, Ending, Level
from game.story.playthrough import State, replies_in, start, turn_of
from game.story.wording import Path

METERS = {"trust": ("vertrouwen", "trust"), "sympathy": ("sympathie", "sympathy")}
MOST_STATES_SEARCHED = 20_000
"""How far the way to a state without ending is looked for; the proof itself needs no search."""


class Proofs:
    """Looks at every state of a level and notes what can never be, and what always is."""

    def __init__(self, level: Level, root: Node, problems: Problems, foresight: Foresight) -> None:
        """Look at *level*, read from *root*; *foresight* looks ahead from its beginning."""
        self.level, self._root, self._problems, self._foresight = level, root, problems, foresight

    def prove(self) -> None:
        """Note everything that can be proved."""
        for passing in self._foresight.passings():
            self._on_condition(passing)
            self._on_effect(passing)
        self._on_endings()
        for scene in self.level.scenes:
            if lost := self._foresight.without_ending(scene):
                self._on_lost(scene, lost)
                break  # what leads there, or on from there, has the same cause

    def _note(self, code: str, path: Path, **values: Any) -> None:
        self._problems.add(code, place_of(self._root, path), at=at(path), **values)

    def _on_condition(self, passing: Passing) -> None:
        """Remark a condition that never holds here, always does, or has a part that makes no difference."""
        if passing.when == ALWAYS or not passing.planes:
            return
        path = (*passing.path, "when")
        holding = self._foresight.open_in(passing.when, passing.planes)
        if holding and holding != passing.planes:
            self._on_parts(passing, path, holding)
            return
        reachable = self._reachable(passing.planes, passing.when)
        if holding:
            self._note("W304", path, reachable=reachable)
        elif passing.path[-2] == "replies":
            self._note("W303", path, reply=passing.path[-1], reachable=reachable)
        else:
            self._note("W305", path, reachable=reachable)

    def _on_parts(self, passing: Passing, path: Path, holding: Planes) -> None:
        """Remark each test of a meter without which the condition would hold just the same."""
        for test in passing.when.tests:
            others = Condition(tuple(each for each in passing.when.tests if each != test))
            without = self._foresight.open_in(others, passing.planes)
            if isinstance(test, MeterTest) and without == holding:
                lowest, highest = self._range(test.meter, without)
                values = {"meter": METERS[test.meter], "lowest": lowest, "highest": highest}
                self._note("W308", path, test=str(test), **values)

    def _on_effect(self, passing: Passing) -> None:
        """Remark an effect on a meter that is at its edge already, whatever went before."""
        happening = self._foresight.open_in(passing.when, passing.planes)
        for meter, points in (("trust", passing.effect.trust), ("sympathy", passing.effect.sympathy)):
            if points and happening:
                edge = HIGHEST if points > 0 else LOWEST
                if self._foresight.stays_at(meter, edge, happening):
                    self._note("W309", (*passing.path, meter), meter=METERS[meter], edge=edge)

    def _on_endings(self) -> None:
        closing = self._foresight.reached[END]
        left: Planes = dict(closing)
        earlier: list[Ending] = []
        for ending in self.level.endings.values():
            taken = self._foresight.open_in(ending.when, left)
            if closing and not taken:
                self._on_ending_never_reached(ending, earlier, closing)
            left = {facts: rest for facts, cells in left.items() if (rest := cells & ~taken.get(facts, 0))}
            earlier.append(ending)

    def _on_ending_never_reached(self, ending: Ending, earlier: Iterable[Ending], closing: Planes) -> None:
        path = ("endings", ending.id)
        holding = self._foresight.open_in(ending.when, closing)
        first = next((each for each in earlier if self._foresight.open_in(each.when, holding)), None)
        if holding and first:
            second = place_of(self._root, ("endings", first.id))
            self._note("W307", path, ending=ending.id, earlier=first.id, second=second)
        else:
            self._note("W306", path, ending=ending.id, nearest=self._nearest(ending.when, closing))

    def _nearest(self, when: Condition, planes: Planes) -> Told:
        """Tell which state of *planes* comes nearest to *when*, by meters; or which fact is missing."""
        facts_wanted = Condition(tuple(test for test in when.tests if isinstance(test, FactTest)))
        fitting = self._foresight.open_in(facts_wanted, planes)
        if not fitting:
            return self._missing(facts_wanted, planes)
        points = (point for cells in fitting.values() for point in self._foresight.points(cells))
        trust, sympathy = min(points, key=lambda point: (_shortfall(when, point), -sum(point)))
        return f"vertrouwen {trust}, sympathie {sympathy}", f"trust {trust}, sympathy {sympathy}"

    def _missing(self, wanted: Condition, planes: Planes) -> Told:
        """Name the facts of *wanted* that no state of *planes* has as they should be, or all of them."""
        tests = [
            test for test in wanted.tests if not self._foresight.open_in(Condition((test,)), planes)
        ] or list(wanted.tests)
        facts = [test for test in tests if isinstance(test, FactTest)]
        dutch = " en ".join(f"{'nooit' if each.remembered else 'altijd'} ‘{each.fact}’" for each in facts)
        english = " and ".join(f"{'never' if each.remembered else 'always'} ‘{each.fact}’" for each in facts)
        together = len(tests) > 1
        return (f"{dutch}, samen", f"{english}, together") if together else (dutch, english)

    def _reachable(self, planes: Planes, when: Condition) -> Told:
        """Tell the meters in *planes*, and the facts of *when* that are there always or never."""
        (low, high), (least, most) = self._range("trust", planes), self._range("sympathy", planes)
        dutch = f"vertrouwen {low} tot {high}, sympathie {least} tot {most}"
        english = f"trust {low} to {high}, sympathy {least} to {most}"
        for test in when.tests:
            if isinstance(test, FactTest):
                remembered = {test.fact in self._foresight.facts_named(facts) for facts in planes}
                if len(remembered) == 1:
                    words = ("altijd", "always") if remembered == {True} else ("nooit", "never")
                    dutch, english = (
                        f"{dutch}, {words[0]} ‘{test.fact}’",
                        f"{english}, {words[1]} ‘{test.fact}’",
                    )
        return dutch, english

    def _range(self, meter: str, planes: Planes) -> tuple[int, int]:
        """Return the lowest and highest value of *meter* in *planes*."""
        axis, step = self._foresight.grid.axis_of(meter)
        together = 0
        for cells in planes.values():
            together |= cells
        values = [coordinate * step for coordinate, span in enumerate(axis.spans) if span & together]
        return values[0], values[-1]

    def _on_lost(self, scene: str, lost: Planes) -> None:
        state, route = self._way_to(scene, lost)
        told = self._state_told(state.trust, state.sympathy, state.facts)
        self._note("E305", ("scenes", scene), scene=scene, state=told, route=" → ".join(route) or "…")

    def _state_told(self, trust: int, sympathy: int, facts: frozenset[str]) -> Told:
        more = "".join(f", {fact}" for fact in sorted(facts))
        return f"vertrouwen {trust}, sympathie {sympathy}{more}", f"trust {trust}, sympathy {sympathy}{more}"

    def _way_to(self, scene: str, lost: Planes) -> tuple[State, tuple[str, ...]]:
        """Return one of the states *lost* in *scene* with a shortest way to it, as far as that is found."""
        first = start(self.level).state
        ways: dict[State, tuple[str, ...]] = {first: ()}
        waiting = deque([first])
        while waiting and len(ways) < MOST_STATES_SEARCHED:
            state = waiting.popleft()
            if state.scene == scene and self._foresight.holds_state(lost, state):
                return state, ways[state]
            for reply in replies_in(self.level, state):
                after = turn_of(self.level, state, reply).after
                if after not in ways and after.scene is not None:
                    ways[after] = (*ways[state], reply.id)
                    waiting.append(after)
        facts, cells = next(iter(lost.items()))
        trust, sympathy = next(self._foresight.points(cells))
        return State(scene, trust, sympathy, self._foresight.facts_named(facts)), ()


def _shortfall(when: Condition, point: tuple[int, int]) -> int:
    """Return by how many points *point* misses the meter tests of *when*, together."""
    missed = 0
    for test in when.tests:
        if isinstance(test, MeterTest) and not test.holds(*point, frozenset()):
            missed += abs(test.number - point[0 if test.meter == "trust" else 1])
    return missed
