"""Read what chance makes, many times over: `python scripts/fuzz.py [--inputs 100000] [--seed 1]`.

Bytes, something like YAML, levels that met with accidents: each is read with its proofs and remarks, and
must end in a level or in problems that can be told, within 2 seconds of processor time and 300 MB. Input
NUMBER is always the same for one seed; `--only NUMBER` reads that one and shows what is said of it. Needs
what the tests need, and a system that tells how much memory a process took (not Windows).
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from game.authoring.reader import read_level  # noqa: E402 (found through the line above)
from game.library import level_files  # noqa: E402
from tests.authoring.accidents import drawn, see_that_it_can_be_told  # noqa: E402

MOST_SECONDS = 2.0
MOST_MEMORY = 300 * 2**20
LONGEST_SILENCE = 60.0
"""Seconds without an answer after which a worker is taken to hang."""

PORTION = 50
"""Inputs that a worker reads before it tells how it went."""


@dataclass
class Told:
    """What came of a portion of the inputs."""

    kinds: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[int, str]] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, -1)
    memory: int = 0

    def add(self, other: Told) -> None:
        """Take in what another portion told."""
        self.kinds += other.kinds
        self.failures += other.failures
        self.slowest = max(self.slowest, other.slowest)
        self.memory = max(self.memory, other.memory)


class Inputs:
    """The inputs of one seed."""

    def __init__(self, seed: int) -> None:
        """Draw from the levels in this checkout."""
        self._seed = seed
        self._shipped = [path.read_text(encoding="utf-8") for path in level_files(ROOT / "levels")]

    def input(self, number: int) -> tuple[str, bytes]:
        """Return the kind of input *number*, and the input."""
        return drawn(Random(f"{self._seed}/{number}"), self._shipped)


def read_one(inputs: Inputs, number: int) -> Told:
    """Read input *number* and tell how that went."""
    kind, data = inputs.input(number)
    told = Told()
    begun = time.process_time()
    try:
        level, problems = read_level(data, "klein", remarks=True)
        took = time.process_time() - begun
        see_that_it_can_be_told(data, level, problems)
        told.kinds[f"{kind}: {'a level' if level else 'problems'}"] += 1
    except Exception:  # whatever it is, it is what we look for
        took = time.process_time() - begun
        told.failures.append((number, traceback.format_exc(limit=-3)))
    if took > MOST_SECONDS:
        told.failures.append((number, f"took {took:.1f} s"))
    told.slowest = (took, number)
    told.memory = peak_memory()
    if told.memory > MOST_MEMORY:
        told.failures.append((number, f"{told.memory >> 20} MB, here or shortly before"))
    return told


def peak_memory() -> int:
    """Return the most bytes this process has held so far."""
    told = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return told if sys.platform == "darwin" else told * 1024


def work(seed: int, numbers: range, answers: Connection) -> None:
    """Read the inputs with *numbers*; answer with each portion, and before it with where it begins."""
    inputs = Inputs(seed)
    for start in range(numbers.start, numbers.stop, PORTION * numbers.step):
        answers.send(start)
        told = Told()
        for number in range(start, min(numbers.stop, start + PORTION * numbers.step), numbers.step):
            told.add(read_one(inputs, number))
        answers.send(told)
    answers.close()


def read_all(seed: int, count: int, workers: int) -> Told:
    """Read *count* inputs in *workers* processes, which may die or hang."""
    told = Told()
    context = multiprocessing.get_context("spawn")
    running: dict[Any, tuple[Any, int, float]] = {}
    for worker in range(workers):
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=work, args=(seed, range(worker, count, workers), theirs))
        process.start()
        theirs.close()
        running[ours] = (process, worker, time.monotonic())
    while running:
        ready: list[Any] = wait(list(running), timeout=1)
        for answers in ready:
            process, begun_at, _ = running[answers]
            try:
                answer = answers.recv()
            except EOFError:
                process.join()
                if process.exitcode:
                    told.failures.append(
                        (begun_at, f"a worker died ({process.exitcode}), here or shortly after")
                    )
                del running[answers]
                continue
            if isinstance(answer, Told):
                told.add(answer)
                show(told, count)
            running[answers] = (process, answer if isinstance(answer, int) else begun_at, time.monotonic())
        for answers, (process, begun_at, heard) in list(running.items()):
            if time.monotonic() - heard > LONGEST_SILENCE:
                process.kill()
                told.failures.append((begun_at, "a worker hangs, here or shortly after"))
                del running[answers]
    return told


def show(told: Told, count: int) -> None:
    """Show how far it is, where somebody looks."""
    if sys.stderr.isatty():
        done, failures = told.kinds.total(), len(told.failures)
        print(f"\r{done} of {count}, {failures} failures ", end="", file=sys.stderr, flush=True)


def main() -> int:
    """Read the inputs, print what came of them; 1 when one failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("--inputs", type=int, default=100_000, metavar="COUNT")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", type=int, metavar="NUMBER", help="read this one and show it")
    given = parser.parse_args()
    if given.only is not None:
        return show_one(given.seed, given.only)
    begun = time.monotonic()
    told = read_all(given.seed, given.inputs, given.workers)
    print(f"{told.kinds.total()} inputs of seed {given.seed} read in {time.monotonic() - begun:.0f} s")
    for kind, count in sorted(told.kinds.items()):
        print(f"{count:>8}  {kind}")
    print(f"slowest: number {told.slowest[1]}, {told.slowest[0]:.2f} s; peak memory {told.memory >> 20} MB")
    for number, what in told.failures:
        print(f"FAILED {number}: {what}\n  again: python scripts/fuzz.py --seed {given.seed} --only {number}")
    print(f"{len(told.failures)} failures")
    return 1 if told.failures else 0


def show_one(seed: int, number: int) -> int:
    """Show one input and what is said of it; 1 when it failed."""
    inputs = Inputs(seed)
    kind, data = inputs.input(number)
    print(f"--- {kind}, {len(data)} bytes")
    print(data.decode(errors="backslashreplace") if len(data) < 100_000 else data[:1_000])
    told = read_one(inputs, number)
    print(f"--- {told.slowest[0]:.3f} s, peak memory {told.memory >> 20} MB")
    for _, what in told.failures:
        print(what)
    if not told.failures:
        for problem in read_level(data, "klein", remarks=True)[1]:
            place = problem.place
            print(f"{place.line}:{place.column}: {problem.code.id} {problem.message('en')}")
    return 1 if told.failures else 0


if __name__ == "__main__":
    sys.exit(main())
