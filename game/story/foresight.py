"""What can still happen: exact reachability over scene × trust × sympathy × remembered facts.

For one scene and one combination of facts, the set of (trust, sympathy) that can be reached is one
integer used as a bit set: bit `t * columns + s`. A reply is a mask, a shift, and a fold at the clamped
edges; forward it gives what can happen, backward what can still be reached. Both are exact: every
state that a game can come to is covered, and none that it cannot.

The meters move in cells of the greatest common divisor of the start values, all effects and 100, so
that a level in steps of 5 has 21 × 21 cells and one in steps of 1 has 101 × 101.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import gcd

from game.story.condition import ALWAYS, Condition, MeterTest
from game.story.gates import Edge, Facts, Gate, Planes, Step, let_through, merge
from game.story.grid import Grid, each_bit
from game.story.level import END, HIGHEST, Effect, Level, Line, Reply
from game.story.playthrough import State, start
from game.story.ways import with_sure_way


@dataclass(frozen=True, slots=True)
class Passing:
    """A place where something happens if a condition holds, with every state in which it is come to.

    `path` leads to it in the file: a reply, a line of its reaction, or a line of a scene.
    """

    path: tuple[str | int, ...]
    when: Condition
    effect: Effect
    planes: Planes


class TooManyCombinationsError(ValueError):
    """A level has more combinations of scenes and remembered facts than may be looked through."""


class Foresight:
    """Everything that can happen in a level from a state on."""

    def __init__(self, level: Level, origin: State | None = None, most: int | None = None) -> None:
        """Look ahead in *level*, from its beginning or from *origin*.

        *origin* is a state in which a reply is to be chosen. Raises TooManyCombinationsError when replies
        would have to be followed for more than *most* combinations of facts.
        """
        self.level = level
        self._most = most
        self.origin = origin or start(level).state
        self._numbers = {fact: number for number, fact in enumerate(sorted(_facts_looked_at(level)))}
        self.grid = Grid(*_steps_of_meters(level, self.origin))
        self._gates: dict[Condition, Gate] = {}
        self._edges = {name: tuple(self._edges_of(name)) for name in level.scenes}
        self.reached = self._look_forward()
        self._regions: dict[frozenset[str], list[dict[str, Planes]]] = {}

    @property
    def states(self) -> int:
        """How many states can be reached, those after the end included."""
        return sum(cells.bit_count() for planes in self.reached.values() for cells in planes.values())

    def facts_at(self, scene: str) -> frozenset[frozenset[str]]:
        """Return the combinations of facts with which a reply can be chosen in *scene*.

        Facts that no condition looks at are left out.
        """
        return frozenset(self.facts_named(facts) for facts in self.reached[scene])

    def replies_at(self, scene: str) -> tuple[int, int]:
        """Return the least and the most replies there are in *scene*; (0, 0) if nobody gets there."""
        gates = [edge.gate for edge in self._edges[scene] if not edge.gate.is_always_open]
        always = len(self._edges[scene]) - len(gates)
        counts: set[int] = set()
        for facts, cells in self.reached[scene].items():
            by_count = [cells]  # the cells in which so many replies are open beside those that always are
            for gate in gates:
                opened = gate.open_for(facts)
                staying = [each & ~opened for each in by_count] + [0]
                going = [0] + [each & opened for each in by_count]
                by_count = [one | other for one, other in zip(staying, going, strict=True)]
            counts.update(always + count for count, found in enumerate(by_count) if found)
        return min(counts, default=0), max(counts, default=0)

    def passings(self) -> Iterator[Passing]:
        """Yield what can be come to from the beginning, with the states there.

        That is every reply, and every line with a condition or an effect.
        """
        first = {self._bits(()): self.grid.cell(self.level.start_trust, self.level.start_sympathy)}
        arrivals: dict[str, Planes] = {self.level.start: dict(first)}
        for scene in self.level.scenes.values():
            inside = ("scenes", scene.id, "replies")
            for reply in scene.replies.values() if self.reached[scene.id] else ():
                planes = self.reached[scene.id]
                yield Passing((*inside, reply.id), reply.when, reply.effect, planes)
                if not any(map(_matters, _lines_on_the_way(self.level, reply))):
                    continue
                planes = self._after(reply.effect, let_through(self._gate(reply.when), planes))
                for number, line in enumerate(reply.reaction):
                    if _matters(line):
                        yield Passing((*inside, reply.id, "reaction", number), line.when, line.effect, planes)
                        planes = self._after(line.effect, planes, line.when)
                if reply.goto != END:
                    merge(arrivals.setdefault(reply.goto, {}), planes)
        for name, planes in arrivals.items():
            for number, line in enumerate(self.level.scenes[name].lines):
                if _matters(line):
                    yield Passing(("scenes", name, "lines", number), line.when, line.effect, planes)
                    planes = self._after(line.effect, planes, line.when)

    def _after(self, effect: Effect, planes: Planes, when: Condition = ALWAYS) -> Planes:
        step = self._step(when, effect)
        return self._forward((step,), planes) if step and planes else planes

    def without_ending(self, scene: str) -> Planes:
        """Return the states in *scene* from which no ending can be reached any more."""
        if scene in self._with_sure_ending:
            return {}
        ahead = self._with_ending[scene]
        lost = {facts: cells & ~ahead.get(facts, 0) for facts, cells in self.reached[scene].items()}
        return {facts: cells for facts, cells in lost.items() if cells}

    def open_in(self, when: Condition, planes: Planes) -> Planes:
        """Return the part of *planes* in which *when* holds."""
        return let_through(self._gate(when), planes)

    def stays_at(self, meter: str, points: int, planes: Planes) -> bool:
        """Tell whether *meter* stands at *points* in every state of *planes*."""
        axis, step = self.grid.axis_of(meter)
        elsewhere = ~axis.spans[points // step]
        return not any(cells & elsewhere for cells in planes.values())

    def holds_state(self, planes: Planes, state: State) -> bool:
        """Tell whether *state* is in *planes*, which are those of its scene."""
        return bool(planes.get(self._bits(state.facts), 0) & self._cell(state))

    def facts_named(self, facts: Facts) -> frozenset[str]:
        """Return the names in a bit set of facts."""
        return frozenset(fact for fact, number in self._numbers.items() if facts >> number & 1)

    def points(self, cells: int) -> Iterator[tuple[int, int]]:
        """Yield trust and sympathy, in points, of each of *cells*."""
        for cell in each_bit(cells):
            row, column = divmod(cell.bit_length() - 1, self.grid.columns)
            yield row * self.grid.trust_step, column * self.grid.sympathy_step

    def can_be_given(self, scene: str, reply: str) -> bool:
        """Tell whether there is a game in which *reply* is on offer in *scene*."""
        return any(
            let_through(edge.gate, self.reached[scene]) for edge in self._edges[scene] if edge.reply == reply
        )

    def endings_after(self, scene: str, reply: str) -> tuple[str, ...]:
        """Return the endings that *reply* in *scene* can close with, in order; none where it goes on."""
        closing: set[str] = set()
        for edge in self._edges[scene]:
            if edge.reply == reply and edge.target == END:
                planes = self._forward(edge.steps, let_through(edge.gate, self.reached[scene]))
                closing.update(ending for ending, _, _ in self._closings(planes))
        return tuple(name for name in self.level.endings if name in closing)

    def endings_from(self, state: State) -> frozenset[str]:
        """Return the endings that can still be reached from *state* (or the one it is)."""
        return frozenset(name for name in self.level.endings if self.can_reach(state, frozenset({name})))

    def can_reach(self, state: State, endings: frozenset[str]) -> bool:
        """Tell whether any of *endings* can still be reached from *state*."""
        return self._distance(state, endings) is not None

    def route(self, state: State, endings: frozenset[str]) -> tuple[str, ...] | None:
        """Return a shortest way from *state* to one of *endings* as reply ids; None when there is none.

        Of several shortest ways it is one that ends with the meters as high as can be.
        """
        distance = self._distance(state, endings)
        if distance is None:
            return None
        fronts = self._fronts(state, endings, distance)
        facts, cell = self._highest(fronts[-1][END])
        scene, route = END, []
        for front in reversed(fronts[:-1]):
            wanted, ways = {facts: cell}, []
            for origin, edge in self._ways_in[scene]:
                for before, cells in front.get(origin, {}).items():
                    through = cells & edge.gate.open_for(before)
                    if through and (found := through & self._backward(edge.steps, before, wanted)):
                        ways.append((*self._highest({before: found}), edge.reply, origin))
            facts, cell, reply, scene = max(ways, key=lambda way: self.grid.height(way[1]))
            route.append(reply)
        return tuple(reversed(route))

    def _fronts(self, state: State, endings: frozenset[str], distance: int) -> list[dict[str, Planes]]:
        """Return, reply by reply, the states on any of the shortest ways from *state* to *endings*."""
        layers = self._region(endings)
        fronts: list[dict[str, Planes]] = [{state.scene or END: {self._bits(state.facts): self._cell(state)}}]
        for left in range(distance - 1, -1, -1):
            front: dict[str, Planes] = {}
            for scene, planes in fronts[-1].items():
                for edge in self._edges[scene]:
                    nearer = layers[left].get(edge.target, {})
                    for facts, cells in self._forward(edge.steps, let_through(edge.gate, planes)).items():
                        if on_the_way := cells & nearer.get(facts, 0):
                            here = front.setdefault(edge.target, {})
                            here[facts] = here.get(facts, 0) | on_the_way
            fronts.append(front)
        return fronts

    def _highest(self, planes: Planes) -> tuple[Facts, int]:
        """Return the state in *planes* with the highest meters together."""
        cells = ((facts, cell) for facts, many in planes.items() for cell in each_bit(many))
        return max(cells, key=lambda state: self.grid.height(state[1]))

    def _distance(self, state: State, endings: frozenset[str]) -> int | None:
        scene, facts, cell = state.scene or END, self._bits(state.facts), self._cell(state)
        for distance, layer in enumerate(self._region(endings)):
            if layer.get(scene, {}).get(facts, 0) & cell:
                return distance
        return None

    def _cell(self, state: State) -> int:
        return self.grid.cell(state.trust, state.sympathy)

    def _bits(self, facts: Iterable[str]) -> Facts:
        return sum(1 << self._numbers[fact] for fact in facts if fact in self._numbers)

    def _gate(self, condition: Condition) -> Gate:
        if condition not in self._gates:
            cells, wanted, refused = self.grid.everything, 0, 0
            for test in condition.tests:
                if isinstance(test, MeterTest):
                    cells &= self.grid.where(test)
                elif test.remembered:
                    wanted |= self._bits([test.fact])
                else:
                    refused |= self._bits([test.fact])
            self._gates[condition] = Gate(cells, wanted, refused, condition == ALWAYS)
        return self._gates[condition]

    def _step(self, condition: Condition, effect: Effect) -> Step | None:
        remember = self._bits(effect.remember)
        if not (effect.trust or effect.sympathy or remember):
            return None
        return Step(self._gate(condition), effect.trust, effect.sympathy, remember)

    def _edges_of(self, scene: str) -> Iterator[Edge]:
        for reply in self.level.scenes[scene].replies.values():
            happening = [self._step(Condition(), reply.effect)]
            happening += [self._step(line.when, line.effect) for line in _lines_on_the_way(self.level, reply)]
            steps = tuple(step for step in happening if step)
            yield Edge(reply.id, self._gate(reply.when), steps, reply.goto)

    def _forward(self, steps: tuple[Step, ...], planes: Planes) -> Planes:
        """Return where *planes* come when *steps* happen one after the other."""
        for step in steps:
            after: Planes = {}
            moves: dict[int, int] = {}  # many combinations of facts come with the same cells
            for facts, cells in planes.items():
                taken = cells & step.gate.open_for(facts)
                if passed := cells ^ taken:
                    after[facts] = after.get(facts, 0) | passed
                if taken:
                    moved = moves.get(taken)
                    if moved is None:
                        moved = moves[taken] = self.grid.move(taken, step.trust, step.sympathy)
                    remembered = facts | step.remember
                    after[remembered] = after.get(remembered, 0) | moved
            planes = after
        return planes

    def _backward(self, steps: tuple[Step, ...], facts: Facts, wanted: Planes) -> int:
        """Return the cells from which, with *facts*, what happens leads into *wanted*."""
        if not steps:
            return wanted.get(facts, 0)
        step, rest = steps[0], steps[1:]
        is_open = step.gate.open_for(facts)
        found = 0
        if is_open != self.grid.everything:
            found = self._backward(rest, facts, wanted) & ~is_open
        if is_open:
            later = self._backward(rest, facts | step.remember, wanted)
            found |= self.grid.undo(later, step.trust, step.sympathy) & is_open
        return found

    def _look_forward(self) -> dict[str, Planes]:
        """Return, for every scene and the end, what can be reached there."""
        reached: dict[str, Planes] = {name: {} for name in (*self.level.scenes, END)}
        first = self.origin.scene
        if first is None:
            return reached
        new: dict[str, Planes] = {first: {self._bits(self.origin.facts): self._cell(self.origin)}}
        reached[first] = dict(new[first])
        order = {name: number for number, name in enumerate(self.level.scenes)}
        followed = 0
        while new:
            scene = min(new, key=order.__getitem__) if len(new) < 32 else next(iter(new))
            planes = new.pop(scene)
            followed += len(planes) * len(self._edges[scene])
            if self._most is not None and followed > self._most:
                raise TooManyCombinationsError
            for edge in self._edges[scene]:
                known = reached[edge.target]
                for facts, cells in self._forward(edge.steps, let_through(edge.gate, planes)).items():
                    if fresh := cells & ~known.get(facts, 0):
                        known[facts] = known.get(facts, 0) | fresh
                        if edge.target != END:
                            waiting = new.setdefault(edge.target, {})
                            waiting[facts] = waiting.get(facts, 0) | fresh
        return reached

    @cached_property
    def _with_sure_ending(self) -> frozenset[str]:
        """The scenes of which one need not look at any state to know that there is an ending ahead."""
        is_open_ended = any(ending.when == ALWAYS for ending in self.level.endings.values())
        return with_sure_way(self.level) if is_open_ended else frozenset()

    @cached_property
    def _with_ending(self) -> dict[str, Planes]:
        """For every scene and the end, the states from which an ending can be reached."""
        ahead: dict[str, Planes] = {name: {} for name in (*self.level.scenes, END)}
        for layer in self._region(frozenset(self.level.endings)):
            for scene, planes in layer.items():
                merge(ahead[scene], planes)
        return ahead

    @cached_property
    def _ways_in(self) -> dict[str, list[tuple[str, Edge]]]:
        ways: dict[str, list[tuple[str, Edge]]] = {name: [] for name in (*self.level.scenes, END)}
        for scene, edges in self._edges.items():
            for edge in edges:
                ways[edge.target].append((scene, edge))
        return ways

    def _region(self, endings: frozenset[str]) -> list[dict[str, Planes]]:
        """Return layers: in layer *n* the states from which *endings* are *n* replies away at least."""
        if endings in self._regions:
            return self._regions[endings]
        layer: dict[str, Planes] = {END: self._closing_cells(endings)}
        known: dict[str, Planes] = {name: {} for name in self.level.scenes}
        layers = [layer]
        while any(layer.values()):
            before: dict[str, Planes] = {}
            for target, wanted in layer.items():
                for scene, edge in self._ways_in[target]:
                    for facts, cells in self.reached[scene].items():
                        open_cells = cells & edge.gate.open_for(facts) & ~known[scene].get(facts, 0)
                        found = open_cells and self._backward(edge.steps, facts, wanted) & open_cells
                        if found:
                            known[scene][facts] = known[scene].get(facts, 0) | found
                            planes = before.setdefault(scene, {})
                            planes[facts] = planes.get(facts, 0) | found
            layer = before
            layers.append(layer)
        self._regions[endings] = layers
        return layers

    def _closing_cells(self, endings: frozenset[str]) -> Planes:
        """Return the states after the end that close with one of *endings*."""
        closing: Planes = {}
        for ending, facts, cells in self._closings(self.reached[END]):
            if ending in endings:
                closing[facts] = closing.get(facts, 0) | cells
        return closing

    def _closings(self, planes: Planes) -> Iterator[tuple[str, Facts, int]]:
        """Yield, for states after the end, each ending that holds somewhere: with which facts, where."""
        for facts, cells in planes.items():
            left = cells
            for ending in self.level.endings.values():
                here = left & self._gate(ending.when).open_for(facts)
                left &= ~here
                if here:
                    yield ending.id, facts, here


def _lines_on_the_way(level: Level, reply: Reply) -> tuple[Line, ...]:
    arrival = () if reply.goto == END else level.scenes[reply.goto].lines
    return (*reply.reaction, *arrival)


def _matters(line: Line) -> bool:
    """Tell whether *line* depends on what went before, or changes what comes after."""
    return line.when != ALWAYS or line.effect != Effect()


def _facts_looked_at(level: Level) -> set[str]:
    conditions = [ending.when for ending in level.endings.values()]
    for scene in level.scenes.values():
        conditions += [line.when for line in scene.lines]
        for reply in scene.replies.values():
            conditions += [reply.when, *(line.when for line in reply.reaction)]
    return {
        test.fact for condition in conditions for test in condition.tests if not isinstance(test, MeterTest)
    }


def _steps_of_meters(level: Level, origin: State) -> tuple[int, int]:
    """Return the width of a cell in points for trust and sympathy."""
    trust, sympathy = gcd(HIGHEST, origin.trust), gcd(HIGHEST, origin.sympathy)
    for scene in level.scenes.values():
        effects = [line.effect for line in scene.lines]
        for reply in scene.replies.values():
            effects += [reply.effect, *(line.effect for line in reply.reaction)]
        for effect in effects:
            trust, sympathy = gcd(trust, effect.trust), gcd(sympathy, effect.sympathy)
    return trust, sympathy
