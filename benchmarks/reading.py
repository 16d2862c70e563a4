"""How long a level takes to load and check, against its YAML alone: `python benchmarks/reading.py [--quick]`.

Prints, for generated levels, the medians of several rounds: seconds to read the level, prove what can be
proved and remark what a reader would (`check`); to make plain values of the YAML with libyaml; to run
through libyaml's events only; the ratios to both; and the peak memory of a process that only checks. No
garbage is collected meanwhile, as in the game. Ratios within one run count; seconds depend on the machine.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import resource
import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import yaml
from generated import generated

from game.authoring.nodes import without_collecting
from game.authoring.reader import read_level
from game.authoring.source import Limits

CASES = ((40, 9), (200, 9), (1_000, 5), (10_000, 3))
"""Scenes, and rounds."""

NO_LIMITS = Limits(sys.maxsize, sys.maxsize, sys.maxsize)
PRINCIPLES = frozenset({"let-them-keep-face", "check-your-own-side", "ask-on", "keep-your-word", "name-it"})


@dataclass(frozen=True)
class Measured:
    """Bytes of the file, remarks on it, seconds for each thing in each round, and bytes of peak memory."""

    size: int
    remarks: int
    ours: list[float]
    plain: list[float]
    events: list[float]
    memory: int


def check(data: bytes) -> int:
    """Load and check the level *data*; return how many remarks there are."""
    level, problems = read_level(data, "generated", {"principle": PRINCIPLES}, remarks=True, limits=NO_LIMITS)
    if level is None:
        raise SystemExit(f"the level cannot be read: {problems[0]}")
    return len(problems)


def measured(scenes: int, rounds: int) -> Measured:
    """Measure a level of so many *scenes*; called in a process of its own."""
    data = generated(scenes).encode()
    remarks = check(data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = Measured(len(data), remarks, [], [], [], peak if sys.platform == "darwin" else peak * 1024)
    for _ in range(rounds):
        seconds(lambda: check(data), found.ours)
        seconds(lambda: yaml.load(data, Loader=yaml.CSafeLoader), found.plain)
        seconds(lambda: deque(yaml.parse(data, Loader=yaml.CSafeLoader), maxlen=0), found.events)
    return found


def seconds(what: Callable[[], object], times: list[float]) -> None:
    """Add to *times* how long *what* takes without collecting garbage."""
    gc.collect()
    with without_collecting():
        begun = time.perf_counter()
        what()
        times.append(time.perf_counter() - begun)


def ratio(these: list[float], those: list[float]) -> float:
    """Return the median of the ratios, round by round."""
    return median(one / other for one, other in zip(these, those, strict=True))


def main() -> None:
    """Run the cases and print a line for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("--quick", action="store_true", help="only the first two cases")
    quick = parser.parse_args().quick
    if not hasattr(yaml, "CSafeLoader"):
        raise SystemExit("PyYAML was built without libyaml here: there is nothing to compare with.")
    heads = [("scenes", 7), ("KB", 7), ("remarks", 8), ("check s", 8), ("per scene ms", 13), ("YAML s", 7)]
    heads += [("ratio", 6), ("events s", 9), ("ratio", 6), ("memory MB", 10)]
    print(" ".join(f"{head:>{width}}" for head, width in heads))
    context = multiprocessing.get_context("spawn")
    for scenes, rounds in CASES[:2] if quick else CASES:
        with context.Pool(1) as pool:
            one = pool.apply(measured, (scenes, rounds))
        ours, each = median(one.ours), 1000 * median(one.ours) / scenes
        print(
            f"{scenes:>7} {one.size / 1000:>7.0f} {one.remarks:>8} {ours:>8.3f} {each:>13.2f} "
            f"{median(one.plain):>7.3f} {ratio(one.ours, one.plain):>6.2f} "
            f"{median(one.events):>9.3f} {ratio(one.ours, one.events):>6.2f} {one.memory / 2**20:>10.0f}"
        )


if __name__ == "__main__":
    main()
