"""A session beside earlier ones of the same level and beside games of one player: counted, without names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from game import journal
from game.library import Library
from game.saves import CannotLoadError, Saves
from game.story.level import Level
from game.story.playthrough import Playthrough
from game.story.text import clean
from game.transcript import reply_words
from game.words import say
from game.workshop.account import scene_words
from game.workshop.log import CannotResumeError, logs, view_workshop
from game.workshop.session import Session

Counts = tuple[int, int, int]
"""How often: in this session, in earlier rooms, by players alone."""


@dataclass(slots=True)
class Side:
    """What one side did: how often each reply was given in each scene, and how each conversation ended."""

    sources: int = 0
    replies: Counter[tuple[str, str]] = field(default_factory=Counter)
    endings: Counter[str] = field(default_factory=Counter)

    def add(self, games: Iterable[Playthrough]) -> None:
        """Count *games*, which are from one source."""
        self.sources += 1
        for game in games:
            self.replies.update((turn.scene, turn.reply.id) for turn in game.turns)
            if game.ending:
                self.endings[game.ending.id] += 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """One session, earlier rooms and players alone, on one level.

    Not counted are files that are `unreadable`, and `others`: those of another level.
    """

    level: Level
    here: Side
    rooms: Side
    players: Side
    unreadable: int = 0
    others: int = 0

    @property
    def is_alone(self) -> bool:
        """Tell whether there is nothing to compare with."""
        return not self.rooms.sources and not self.players.sources

    def decisions(self) -> Iterator[tuple[str, dict[str, Counts]]]:
        """Yield every scene in which somebody decided, with how often each reply was given, in order."""
        for scene in self.level.scenes.values():
            found = {id: self._replies((scene.id, id)) for id in scene.replies}
            if any(any(counts) for counts in found.values()):
                yield scene.id, found

    def endings(self) -> dict[str, Counts]:
        """Return how often each ending came, in order."""
        sides = self.here, self.rooms, self.players
        return {id: _three([side.endings[id] for side in sides]) for id in self.level.endings}

    @property
    def elsewhere(self) -> int:
        """How many decisions were about what this version of the level does not have."""
        known = {(scene.id, reply) for scene in self.level.scenes.values() for reply in scene.replies}
        given = self.rooms.replies + self.players.replies
        return sum(count for place, count in given.items() if place not in known)

    def _replies(self, place: tuple[str, str]) -> Counts:
        return _three([side.replies[place] for side in (self.here, self.rooms, self.players)])


def compared(session: Session, home: Path, library: Library, but: Path | None = None) -> Comparison:
    """Return *session* beside all that is kept in *home*; *but* is its own log."""
    files = [*logs(home), *(each.path for each in Saves(home).all())]
    its_own = but.name if but else ""
    wanted = [path for path in files if f"-{session.level.id}-" in path.name and path.name != its_own]
    return compared_with(session, wanted, home, library)


def compared_with(session: Session, files: Iterable[Path], home: Path, library: Library) -> Comparison:
    """Return *session* beside the logs of sessions and the saved games *files*.

    Each is read with the levels that are kept beside it, or in *home*.
    """
    level, unreadable, others = session.level, 0, 0
    here, rooms, players = Side(), Side(), Side()
    here.add(session.game_of(team) for team in range(len(session.teams)))
    for path in files:
        is_room = _is_room(path)
        games = _games(path, is_room, home, library)
        if games is None:
            unreadable += 1
        elif games[0].level.id != level.id:
            others += 1
        elif played := [game for game in games if game.turns]:
            (rooms if is_room else players).add(played)
    return Comparison(level, here, rooms, players, unreadable, others)


def comparison_text(comparison: Comparison, language: str) -> str:
    """Return *comparison* as lines to read."""
    lines = [say(language, "compare"), *_notes(comparison, language)]
    if comparison.is_alone:
        return "\n".join(lines) + "\n"
    for scene, found in comparison.decisions():
        lines += ["", scene_words(comparison.level, scene, language)]
        lines += [
            _row(_words(comparison, scene, id, language), three, language) for id, three in found.items()
        ]
    lines += ["", say(language, "compare-endings")]
    lines += [
        _row(_ending(comparison, id, language), three, language) for id, three in comparison.endings().items()
    ]
    return "\n".join(lines) + "\n"


def comparison_html(comparison: Comparison, language: str) -> str:
    """Return *comparison* as a section of a page."""
    notes = "".join(f"<p>{escape(each)}</p>" for each in _notes(comparison, language))
    parts = [f'<section class="sheet"><h2>{escape(say(language, "compare"))}</h2>{notes}']
    if not comparison.is_alone:
        for scene, found in comparison.decisions():
            rows = [(_words(comparison, scene, id, language), three) for id, three in found.items()]
            caption = scene_words(comparison.level, scene, language)
            parts.append(_table(caption, say(language, "report-reply"), rows, language))
        rows = [(_ending(comparison, id, language), three) for id, three in comparison.endings().items()]
        caption = say(language, "compare-endings")
        parts.append(_table(caption, say(language, "compare-ending"), rows, language))
    return "\n".join([*parts, "</section>"])


def _is_room(path: Path) -> bool:
    """Tell whether a session is logged at *path*: its first record says what was agreed."""
    try:
        records = journal.read(path).records
    except OSError:
        return False
    return bool(records) and "rules" in records[0]


def _games(path: Path, is_room: bool, home: Path, library: Library) -> list[Playthrough] | None:
    """Return the games in a file, one for each team; None where they cannot be read."""
    for folder in (path.resolve().parent.parent if is_room else path.resolve().parent, home):
        try:
            if not is_room:
                return [Saves(folder).view(path, library)[0]]
            session, _ = view_workshop(folder, path)
        except (CannotResumeError, CannotLoadError, OSError):
            continue
        return [session.game_of(team) for team in range(len(session.teams))]
    return None


def _notes(comparison: Comparison, language: str) -> list[str]:
    if comparison.is_alone:
        told = [say(language, "compare-none")]
    else:
        rooms, players = comparison.rooms.sources, comparison.players.sources
        told = [say(language, "compare-told", rooms=rooms, players=players)]
    for key, count in (
        ("compare-unreadable", comparison.unreadable),
        ("compare-other-level", comparison.others),
        ("compare-other-version", comparison.elsewhere),
    ):
        told += [say(language, key, count=count)] if count else []
    return told


def _words(comparison: Comparison, scene: str, reply: str, language: str) -> str:
    return reply_words(comparison.level.scenes[scene].replies[reply], language)


def _ending(comparison: Comparison, id: str, language: str) -> str:
    return clean(comparison.level.endings[id].title.in_language(language))


def _row(words: str, three: Counts, language: str) -> str:
    here, rooms, players = three
    return "  " + say(language, "compare-row", words=words, here=here, rooms=rooms, players=players)


def _table(caption: str, name: str, rows: Sequence[tuple[str, Counts]], language: str) -> str:
    heads = [name, *(say(language, key) for key in ("compare-here", "compare-rooms", "compare-players"))]
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(words)}</th>{"".join(f"<td>{each}</td>" for each in three)}</tr>'
        for words, three in rows
    )
    parts = f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f"<table>{parts}</table>"


def _three(counts: Sequence[int]) -> Counts:
    here, rooms, players = counts
    return here, rooms, players
