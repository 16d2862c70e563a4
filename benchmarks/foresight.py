"""How fast foresight is, against a plain breadth-first search: `python benchmarks/foresight.py [--quick]`.

Prints, for generated levels: the states that can be reached, seconds, and the ratio to a breadth-first
search over the same states with the game's own rules reduced to tuples (the leanest plain way). Where
that would take minutes it runs on a part of the states and its speed is carried over; the line says so.
Ratios within one run count; seconds depend on the machine.
"""

from __future__ import annotations

import argparse
import time
from collections import deque
from random import Random
from types import MappingProxyType

from game.story.condition import ALWAYS, Condition, FactTest, MeterTest
from game.story.foresight import Foresight
from game.story.level import END, Effect, Ending, Level, Outcome, Person, Reply, Scene
from game.story.playthrough import start
from game.story.text import Text
from game.story.turns import best_endings

WORDS = Text((("nl", "x"),))
MOST_BY_FORCE = 4_000_000
CASES = (
    (200, 6, 5),
    (200, 6, 1),
    (1_000, 0, 5),
    (1_000, 0, 1),
    (10_000, 0, 5),
    (10_000, 0, 1),
)


def generated(scenes: int, facts: int, step: int, seed: int = 1) -> Level:
    """Return a level of so many *scenes* with *facts* and meters in steps of *step* points."""
    chance = Random(seed)
    names = [f"s{number}" for number in range(scenes)]
    known = [f"f{number}" for number in range(facts)]
    made = {}
    for number, name in enumerate(names):
        replies = {}
        for reply in range(3):
            further = number + 1 + chance.randrange(3)
            effect = Effect(
                chance.randint(-3, 3) * step if step > 1 else chance.randint(-15, 15),
                chance.randint(-3, 3) * step if step > 1 else chance.randint(-15, 15),
                (chance.choice(known),) if known and chance.random() < 0.15 else (),
            )
            tests: list[MeterTest | FactTest] = []
            if reply and chance.random() < 0.2:
                tests.append(MeterTest(chance.choice(("trust", "sympathy")), ">=", chance.randrange(20, 80)))
            if reply and known and chance.random() < 0.2:
                tests.append(FactTest(chance.choice(known), chance.random() < 0.5))
            goto = names[further] if further < scenes else END
            when = Condition(tuple(tests)) if tests else ALWAYS
            replies[f"r{reply}"] = Reply(f"r{reply}", goto, WORDS, when, effect)
        made[name] = Scene(name, (), MappingProxyType(replies), ("p",))
    high = Condition((MeterTest("trust", ">=", 70), MeterTest("sympathy", ">=", 70)))
    endings = {
        "best": Ending("best", WORDS, WORDS, high, best=True),
        "rest": Ending("rest", WORDS, WORDS),
    }
    return Level(
        id="generated",
        title=WORDS,
        languages=("nl",),
        room="hall",
        minutes=1,
        principles=("p",),
        you=WORDS,
        people=MappingProxyType({"p": Person("p", WORDS)}),
        start="s0",
        start_trust=50,
        start_sympathy=50,
        scenes=MappingProxyType(made),
        endings=MappingProxyType(endings),
        real_outcome=Outcome("none", WORDS),
    )


def by_force(level: Level, most: int) -> tuple[int, float]:
    """Return how many states a plain search found (at most *most*) and the seconds it took."""
    facts = {fact: 1 << number for number, fact in enumerate(sorted(level.facts))}
    number_of = {name: number for number, name in enumerate(level.scenes)} | {END: -1}

    def prepared(reply: Reply) -> tuple[int, int, int, int, int, int, int, int]:
        least = {"trust": 0, "sympathy": 0}
        wanted = refused = 0
        for test in reply.when.tests:
            if isinstance(test, MeterTest):
                least[test.meter] = test.number
            elif test.remembered:
                wanted |= facts.get(test.fact, 1 << 60)
            else:
                refused |= facts.get(test.fact, 0)
        remember = sum(facts[fact] for fact in reply.effect.remember)
        effect = reply.effect
        target = number_of[reply.goto]
        return (
            least["trust"],
            least["sympathy"],
            wanted,
            refused,
            effect.trust,
            effect.sympathy,
            remember,
            target,
        )

    replies = [[prepared(reply) for reply in scene.replies.values()] for scene in level.scenes.values()]
    begun = time.perf_counter()
    first = (0, level.start_trust, level.start_sympathy, 0)
    seen = {first}
    waiting = deque([first])
    while waiting and len(seen) < most:
        scene, trust, sympathy, known = waiting.popleft()
        if scene < 0:
            continue
        for least_trust, least_sympathy, wanted, refused, d_trust, d_sympathy, remember, target in replies[
            scene
        ]:
            if (
                trust < least_trust
                or sympathy < least_sympathy
                or known & wanted != wanted
                or known & refused
            ):
                continue
            state = (
                target,
                min(100, max(0, trust + d_trust)),
                min(100, max(0, sympathy + d_sympathy)),
                known | remember,
            )
            if state not in seen:
                seen.add(state)
                waiting.append(state)
    return len(seen), time.perf_counter() - begun


def main() -> None:
    """Run the cases and print a line for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="only the first case")
    quick = parser.parse_args().quick
    heads = ("scenes", "facts", "step", "states", "forward s", "way back s", "route", "ratio")
    print(
        " ".join(f"{head:>{width}}" for head, width in zip(heads, (7, 5, 4, 12, 10, 10, 6, 8), strict=True))
    )
    for scenes, facts, step in CASES[:1] if quick else CASES:
        level = generated(scenes, facts, step)
        begun = time.perf_counter()
        foresight = Foresight(level)
        forward = time.perf_counter() - begun
        begun = time.perf_counter()
        route = foresight.route(start(level).state, best_endings(level)) or ()
        back = time.perf_counter() - begun
        found, seconds = by_force(level, MOST_BY_FORCE)
        whole = found >= foresight.states
        if whole and found != foresight.states:
            raise SystemExit(f"the two disagree: {found} and {foresight.states} states")
        expected = seconds if whole else seconds * foresight.states / found
        note = "" if whole else f"  (search of {found:,} states, carried over)"
        print(
            f"{scenes:>7} {facts:>5} {step:>4} {foresight.states:>12,} {forward:>10.3f} {back:>10.3f} "
            f"{len(route):>6} {expected / forward:>7.0f}×{note}"
        )


if __name__ == "__main__":
    main()
