"""The real program, killed at any moment: nothing that was shown is ever lost."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

from game import journal
from game.library import Library, level_as_played
from game.saves import Saves, Summary
from game.story.level import Level
from game.story.playthrough import Playthrough, choose, play, rewind, shuffled, start
from game.story.text import clean
from game.transcript import reply_words
from game.words import say
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals")

LEVEL = "pine-nut-sandwich"
NOWHERE = Library(Path("/nowhere"))
PATIENCE = 60
"""Seconds after which a program that says nothing has failed; none of them waits for it."""


@dataclass
class Program:
    """The program as it runs, and what it said so far."""

    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)
    _lines: Queue[str | None] = field(default_factory=Queue)

    def __post_init__(self) -> None:
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.removesuffix("\n"))
        self._lines.put(None)

    def type(self, *lines: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("".join(f"{line}\n" for line in lines))
        self.process.stdin.flush()

    def hear(self, words: str) -> None:
        """Wait until *words* are said."""
        while (line := self._next()) is not None:
            if line == words:
                return
        raise AssertionError(f"the program ended without saying {words!r}: {self.said}")

    def _next(self) -> str | None:
        try:
            line = self._lines.get(timeout=PATIENCE)
        except Empty:
            raise AssertionError(f"nothing more was said after {self.said[-3:]}") from None
        if line is not None:
            self.said.append(line)
        return line

    def end(self) -> int:
        """Hear the program out and return its exit status."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        while self._next() is not None:
            pass
        return self.process.wait(PATIENCE)


@contextmanager
def program(home: Path, *arguments: object) -> Iterator[Program]:
    command = [sys.executable, "-m", "game", "play", LEVEL, "--plain", *map(str, arguments)]
    environment = {**os.environ, "LUISTERKAMER_HOME": str(home), "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        encoding="utf-8",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        running = Program(process)
        try:
            yield running
        finally:
            process.kill()
            running._reader.join(PATIENCE)


def level_played(home: Path) -> Level:
    """Return the level the program reads, as it kept it: the one in levels/ may be edited meanwhile."""
    [copy] = (home / "levels").glob("*.yaml")
    level = level_as_played(copy.read_bytes(), LEVEL)
    assert level is not None
    return level


def only_game(home: Path) -> Summary:
    [game] = Saves(home).all()
    return game


@dataclass
class Player:
    """Somebody who plays at random and knows what should come of it."""

    game: Playthrough
    seed: int
    chance: random.Random
    goes_back: float = 0.15
    games: list[Playthrough] = field(default_factory=list)
    """The game after every act."""
    answers: list[str] = field(default_factory=list)
    """What is said once an act is done."""

    def act(self) -> str:
        """Return what to type next."""
        available = shuffled(self.game.available, self.game.state.scene or "", self.seed)
        if not available or (self.game.turns and self.chance.random() < self.goes_back):
            self.game = rewind(self.game, len(self.game.turns) - 1)
            self.answers.append(say("nl", "rewound"))
            typed = "back"
        else:
            number = self.chance.randrange(len(available))
            self.game = choose(self.game, available[number].id)
            self.answers.append(f"{say('nl', 'you')}: {reply_words(available[number], 'nl')}".split("\n")[0])
            typed = str(number + 1)
        self.games.append(self.game)
        return typed

    def shown(self, said: list[str]) -> int:
        """Return of how many acts something was shown."""
        rest = iter(said)
        return sum(1 for answer in self.answers if answer in rest)


def acts_in(path: Path) -> list[journal.Record]:
    return [record for record in journal.read(path).records if "act" in record]


def introduced(running: Program) -> None:
    """Wait until the program waits for the first reply."""
    running.hear(say("nl", "plain-choose").split("\n")[0])


# Killed hard


@pytest.mark.parametrize("round", range(50))
def test_nothing_that_was_shown_is_lost_when_the_program_is_killed(home: Path, round: int) -> None:
    chance = random.Random(round)
    with program(home, "--seed", round) as running:
        introduced(running)
        player = Player(start(level_played(home)), round, chance)
        for _ in range(chance.randrange(5)):
            running.type(player.act())
            running.hear(player.answers[-1])
        match round % 3:
            case 0:  # the moment something is shown
                running.type(player.act())
                running.hear(player.answers[-1])
            case 1:  # a moment later, with the next on its way
                running.type(player.act())
                time.sleep(chance.random() * 0.004)
            case _:  # in the middle of a busy stretch
                running.type(*[player.act() for _ in range(8)])
                time.sleep(chance.random() * 0.012)
        running.process.send_signal(signal.SIGKILL)
        assert running.end() == -signal.SIGKILL
    shown = player.shown(running.said)
    if round % 3 == 0:
        assert shown == len(player.games)

    path = only_game(home).path
    written = len(acts_in(path))
    assert shown <= written <= len(player.games), "lost" if written < shown else "made up"
    expected = player.games[written - 1] if written else start(player.game.level)
    saved = Saves(home).resume(path, NOWHERE)
    assert saved.game == expected == play(expected.level, only_game(home).replies)
    assert (saved.path, saved.seed, saved.torn_copy, saved.broken_line) == (path, round, None, None)
    saved.close()


def test_a_game_killed_time_and_again_goes_on_every_time(home: Path) -> None:
    chance = random.Random(1)
    player: Player | None = None
    for _ in range(4):
        with program(home) as running:
            introduced(running)
            player = player or Player(start(level_played(home)), 0, chance)
            player.seed = journal.read(only_game(home).path).records[0]["seed"]
            running.type(player.act())
            running.hear(player.answers[-1])
            running.process.send_signal(signal.SIGKILL)
            running.end()
        assert (say("nl", "resumed") in running.said) == (len(player.games) > 1)
        assert Saves(home).view(only_game(home).path, NOWHERE)[0] == player.game
        assert player.game.ending is None
    assert player is not None
    assert len(acts_in(only_game(home).path)) == 4


# Asked to end


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_program_that_is_told_to_end_says_so_in_its_status_and_loses_nothing(home: Path, name: str) -> None:
    number = signal.Signals[name]
    with program(home, "--seed", 4) as running:
        introduced(running)
        player = Player(start(level_played(home)), 4, random.Random(4))
        for _ in range(3):
            running.type(player.act())
            running.hear(player.answers[-1])
        running.process.send_signal(number)
        assert running.end() == 128 + number
    assert "Traceback" not in "\n".join(running.said)
    assert len(acts_in(only_game(home).path)) == 3
    assert Saves(home).resume(only_game(home).path, NOWHERE).game == player.game


@pytest.mark.parametrize("round", range(9))
def test_a_program_told_to_end_while_it_works_loses_and_doubles_nothing(home: Path, round: int) -> None:
    chance = random.Random(round)
    number = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT][round % 3]
    with program(home, "--seed", round) as running:
        introduced(running)
        player = Player(start(level_played(home)), round, chance)
        running.type(*[player.act() for _ in range(10)])
        time.sleep(chance.random() * 0.012)
        running.process.send_signal(number)
        status = running.end()
    assert status in (128 + number, 0)  # it may have done everything and have met the end of its input
    path = only_game(home).path
    acts = acts_in(path)
    assert [act["n"] for act in acts] == list(range(1, len(acts) + 1))
    assert player.shown(running.said) <= len(acts)
    saved = Saves(home).resume(path, NOWHERE)
    assert saved.game == (player.games[len(acts) - 1] if acts else start(player.game.level))
    assert (saved.torn_copy, saved.broken_line) == (None, None)


# Left


@pytest.mark.parametrize("last", ["", "quit\n"])
def test_the_end_of_input_is_a_way_to_leave(home: Path, last: str) -> None:
    with program(home, "--seed", 2) as running:
        introduced(running)
        player = Player(start(level_played(home)), 2, random.Random(2))
        running.type(player.act(), player.act())
        if last:
            running.type("quit")
        assert running.end() == 0
    assert say("nl", "plain-left", command=f"luisterkamer play {LEVEL} --plain") in running.said
    assert only_game(home).is_unfinished
    assert Saves(home).resume(only_game(home).path, NOWHERE).game == player.game


def test_a_reader_that_walks_away_costs_nothing(home: Path) -> None:
    """As with `luisterkamer play … --plain | head`."""
    command = [sys.executable, "-m", "game", "play", LEVEL, "--plain", "--seed", "6"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "LUISTERKAMER_HOME": str(home)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        process.communicate(b"1\n1\n")
        assert process.returncode == 0
    game = only_game(home)
    assert len(game.replies) <= 2
    assert Saves(home).resume(game.path, NOWHERE).game == play(level_played(home), game.replies)


def test_a_second_window_is_told_and_gets_a_game_of_its_own(home: Path) -> None:
    with program(home, "--seed", 3) as first:
        introduced(first)
        player = Player(start(level_played(home)), 3, random.Random(3))
        first.type(player.act())
        first.hear(player.answers[-1])
        with program(home) as second:
            introduced(second)
            assert clean(say("nl", "in-use")) in second.said
            second.type("1")
            assert second.end() == 0
        first.type(player.act())
        first.hear(player.answers[-1])
        assert first.end() == 0
    games = {len(acts_in(game.path)) for game in Saves(home).all()}
    assert games == {1, 2}
    assert player.game in [Saves(home).view(game.path, NOWHERE)[0] for game in Saves(home).all()]


@pytest.mark.skipif(sys.platform != "linux", reason="limits of another process")
def test_a_disk_that_is_full_is_told_and_what_was_saved_stays(home: Path) -> None:
    """The limit is the system's own: half a line is written and then no more."""
    import resource

    with program(home, "--seed", 8) as running:
        introduced(running)
        path = only_game(home).path
        player = Player(start(level_played(home)), 8, random.Random(8), goes_back=0)
        running.type(player.act())
        running.hear(player.answers[-1])
        room = path.stat().st_size + 50
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.prlimit(running.process.pid, resource.RLIMIT_FSIZE, (room, hard))
        running.type(player.act(), player.act())
        assert running.end() == 0
    assert player.shown(running.said) == 3  # one plays on
    for waiting in (1, 2):
        assert say("nl", "not-saved", why=os.strerror(errno.ENOSPC), count=waiting) in running.said
    assert say("nl", "plain-left-unsaved") in running.said
    assert not journal.read(path).is_torn
    assert Saves(home).resume(path, NOWHERE).game == player.games[0]
