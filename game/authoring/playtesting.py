"""Running a play: the first thing in which a level differs from what the play expects of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.authoring.plays import Meters, Play
from game.authoring.problems import nearest
from game.story.condition import Condition
from game.story.foresight import Foresight
from game.story.level import Ending, Level
from game.story.playthrough import (
    Playthrough,
    ReplyNotAvailableError,
    State,
    choose,
    play_as_far_as_it_goes,
    start,
)


@dataclass(frozen=True, slots=True)
class Gone:
    """Reply *number* (from 1) is not in the scene; `scenes` are others that have it.

    `available` is what can be said, `meant` the reply that is probably meant, or ''.
    """

    number: int
    reply: str
    scene: str
    meant: str
    scenes: tuple[str, ...]
    available: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hidden:
    """Reply *number* is in the scene, but not in this *state*: its condition does not hold."""

    number: int
    reply: str
    when: Condition
    state: State
    available: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TooLate:
    """Reply *number* comes when the conversation is over already."""

    number: int
    reply: str
    ending: Ending


@dataclass(frozen=True, slots=True)
class Parted:
    """After reply *number* the meters, now those of *state*, are not as expected."""

    number: int
    reply: str
    expected: Meters
    state: State


@dataclass(frozen=True, slots=True)
class NotOver:
    """The replies are up and the conversation is not over; `available` are the ways on from *scene*."""

    scene: str
    expected: str
    available: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EndedElse:
    """The conversation ends in another way, or with other meters. `ending` is None where it is not over.

    `meant` is the ending that is probably meant where there is none as expected, or ''. `held` is the number
    of the last reply after which the meters were still as expected; 0 where nothing says so.
    """

    expected: str | None
    meters: Meters
    ending: Ending | None
    state: State
    held: int = 0
    meant: str = ""

    @property
    def is_other_ending(self) -> bool:
        """Tell whether the ending itself is another one."""
        return self.expected is not None and self.ending is not None and self.expected != self.ending.id


Difference = Gone | Hidden | TooLate | Parted | NotOver | EndedElse


def first_difference(level: Level, play: Play) -> Difference | None:
    """Play *play* in *level* and return the first thing that is not as it says; None when all of it holds."""
    underway = dict(play.underway)
    game = start(level)
    for number, reply in enumerate(play.replies):
        try:
            game = choose(game, reply)
        except ReplyNotAvailableError:
            return _why_not(game, reply, number + 1)
        expected = underway.get(number)
        if expected and not _are_as_expected(expected, game.state):
            return Parted(number + 1, reply, expected, game.state)
    if play.ending and game.scene:
        return NotOver(game.scene.id, play.ending, tuple(each.id for each in game.available))
    meters = Meters(play.trust, play.sympathy)
    if play.ending in (None, game.ending.id if game.ending else None) and _are_as_expected(
        meters, game.state
    ):
        return None
    meant = "" if play.ending in level.endings else nearest(play.ending or "", level.endings)
    held = max((number + 1 for number in underway), default=0)
    return EndedElse(play.ending, meters, game.ending, game.state, held, meant)


def outcome(level: Level, play: Play) -> Playthrough | None:
    """Return the game that *play* comes to now; None when a reply cannot be given any more."""
    game = play_as_far_as_it_goes(level, play.replies)
    return game if game.replies == play.replies else None


def endings_without(level: Level, plays: Iterable[Play]) -> tuple[str, ...]:
    """Return the endings of *level* that none of *plays* comes to now."""
    games = [outcome(level, play) for play in plays]
    met = {game.ending.id for game in games if game and game.ending}
    return tuple(name for name in level.endings if name not in met)


def shortest_routes(level: Level, endings: Iterable[str]) -> dict[str, tuple[str, ...] | None]:
    """Return a shortest way to each of *endings*; None for one that nobody can reach."""
    foresight = Foresight(level)
    begin = start(level).state
    return {name: foresight.route(begin, frozenset({name})) for name in endings}


def _are_as_expected(expected: Meters, state: State) -> bool:
    return expected.trust in (None, state.trust) and expected.sympathy in (None, state.sympathy)


def _why_not(game: Playthrough, reply: str, number: int) -> Difference:
    """Return why *reply* cannot be given now."""
    if game.scene is None:
        assert game.ending is not None
        return TooLate(number, reply, game.ending)
    available = tuple(each.id for each in game.available)
    if found := game.scene.replies.get(reply):
        return Hidden(number, reply, found.when, game.state, available)
    meant = nearest(reply, available) or nearest(reply, game.scene.replies)
    scenes = tuple(name for name, scene in game.level.scenes.items() if reply in scene.replies)
    return Gone(number, reply, game.scene.id, meant, scenes, available)
