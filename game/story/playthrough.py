"""A game is its list of reply ids. Everything else here is derived from level and list.

`start`, `choose` and `play` never change a value; they return a new one. The order of things
inside one step is: the reply's own effect, then its reaction from top to bottom, then the lines of
the scene it leads to; a `when` looks at the meters and facts as they are at that line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from random import Random

from game.story.level import END, HIGHEST, LOWEST, Effect, Ending, Level, Line, Reply, Scene


class ReplyNotAvailableError(ValueError):
    """A reply that cannot be given here; `available` are the ids that can."""

    def __init__(self, reply: str, scene: str | None, available: tuple[str, ...], position: int) -> None:
        super().__init__(f"{reply!r} is not a reply in scene {scene!r}: {', '.join(available) or 'none'}")
        self.reply = reply
        self.scene = scene
        self.available = available
        self.position = position


@dataclass(frozen=True, slots=True)
class State:
    """Where a game stands: the scene (None after the end), both meters, what is remembered."""

    scene: str | None
    trust: int
    sympathy: int
    facts: frozenset[str] = frozenset()

    @property
    def digest(self) -> str:
        """A short fingerprint of this state, the same on every machine."""
        told = f"{self.scene}|{self.trust}|{self.sympathy}|{','.join(sorted(self.facts))}"
        return blake2b(told.encode(), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Turn:
    """One reply given, with what came of it.

    `before` is the state in which it was chosen, `answered` the state after the reply and its
    reaction, `after` the state at the next choice: the next scene may bring a late consequence.
    """

    scene: str
    reply: Reply
    before: State
    answered: State
    after: State
    reaction: tuple[Line, ...]
    arrival: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Playthrough:
    """A game so far: the opening lines, the turns, the state now, the ending once there is one."""

    level: Level
    opening: tuple[Line, ...]
    begun: State
    turns: tuple[Turn, ...]
    state: State
    ending: Ending | None = None

    @property
    def scene(self) -> Scene | None:
        """The scene that waits for a reply, or None when the conversation is over."""
        return None if self.state.scene is None else self.level.scenes[self.state.scene]

    @property
    def replies(self) -> tuple[str, ...]:
        """The reply ids given so far: the game itself."""
        return tuple(turn.reply.id for turn in self.turns)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that lead to the present choice."""
        return self.turns[-1].arrival if self.turns else self.opening

    @property
    def available(self) -> tuple[Reply, ...]:
        """The replies that can be given now, in the author's order."""
        return replies_in(self.level, self.state)


def start(level: Level, scene: str | None = None) -> Playthrough:
    """Begin *level*, at its first scene or at *scene*.

    Raises KeyError when the level has no such scene.
    """
    first = level.scenes[scene or level.start]
    return start_at(level, State(first.id, level.start_trust, level.start_sympathy))


def start_at(level: Level, begun: State) -> Playthrough:
    """Begin *level* as if a game had come to *begun*, where the lines of its scene are still to come.

    Raises KeyError when the level has no such scene.
    """
    opening, state = _run(level.scenes[begun.scene or ""].lines, begun)
    return Playthrough(level, opening, begun, (), state)


def choose(game: Playthrough, reply_id: str) -> Playthrough:
    """Give the reply called *reply_id* and return the game after it.

    Raises ReplyNotAvailableError when it cannot be given now.
    """
    reply = next((each for each in game.available if each.id == reply_id), None)
    if reply is None:
        ids = tuple(each.id for each in game.available)
        raise ReplyNotAvailableError(reply_id, game.state.scene, ids, len(game.turns))
    turn = turn_of(game.level, game.state, reply)
    ending = ending_at(game.level, turn.after) if turn.after.scene is None else None
    return replace(game, turns=(*game.turns, turn), state=turn.after, ending=ending)


def replies_in(level: Level, state: State) -> tuple[Reply, ...]:
    """Return the replies that can be given in *state*, in the author's order; none after the end."""
    if state.scene is None:
        return ()
    replies = level.scenes[state.scene].replies.values()
    return tuple(reply for reply in replies if reply.when.holds(state.trust, state.sympathy, state.facts))


def turn_of(level: Level, state: State, reply: Reply) -> Turn:
    """Return what comes of *reply*, which can be given in *state*. Raises ValueError after the end."""
    if state.scene is None:
        raise ValueError("the conversation is over")
    reaction, answered = _run(reply.reaction, _apply(reply.effect, state))
    if reply.goto == END:
        return Turn(state.scene, reply, state, answered, replace(answered, scene=None), reaction, ())
    target = level.scenes[reply.goto]
    arrival, after = _run(target.lines, replace(answered, scene=target.id))
    return Turn(state.scene, reply, state, answered, after, reaction, arrival)


def play(level: Level, replies: Iterable[str], scene: str | None = None) -> Playthrough:
    """Play *replies* from the start (or from *scene*) and return the game.

    Raises ReplyNotAvailableError at the first reply that cannot be given.
    """
    game = start(level, scene)
    for reply in replies:
        game = choose(game, reply)
    return game


def play_as_far_as_it_goes(level: Level, replies: Sequence[str], scene: str | None = None) -> Playthrough:
    """Play *replies* up to the first one that does not fit (any more)."""
    game = start(level, scene if scene in level.scenes else None)
    for reply in replies:
        try:
            game = choose(game, reply)
        except ReplyNotAvailableError:
            break
    return game


def rewind(game: Playthrough, turns: int) -> Playthrough:
    """Return the game as it was when *turns* replies had been given (0 is the beginning)."""
    return play(game.level, game.replies[:turns], game.begun.scene)


def ending_at(level: Level, state: State) -> Ending:
    """Return the ending that closes the conversation in *state*: the first that holds.

    Raises LookupError when none does, which the reader of levels rules out.
    """
    for ending in level.endings.values():
        if ending.when.holds(state.trust, state.sympathy, state.facts):
            return ending
    raise LookupError(f"no ending of {level.id} holds at {state}")


def shuffled(replies: Sequence[Reply], scene: str, seed: int) -> tuple[Reply, ...]:
    """Return *replies* in the order of this game: the same for one seed and scene, always.

    The whole scene is shuffled by name first, so that a reply that comes or goes with a
    condition does not move the others.
    """
    return tuple(sorted(replies, key=lambda reply: Random(f"{seed}:{scene}:{reply.id}").random()))


def _run(lines: tuple[Line, ...], state: State) -> tuple[tuple[Line, ...], State]:
    shown: list[Line] = []
    for line in lines:
        if line.when.holds(state.trust, state.sympathy, state.facts):
            shown.append(line)
            state = _apply(line.effect, state)
    return tuple(shown), state


def _apply(effect: Effect, state: State) -> State:
    return State(
        state.scene,
        min(HIGHEST, max(LOWEST, state.trust + effect.trust)),
        min(HIGHEST, max(LOWEST, state.sympathy + effect.sympathy)),
        state.facts.union(effect.remember) if effect.remember else state.facts,
    )
