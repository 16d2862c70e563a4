"""The log of a session: a journal with its acts. Each is on disk before anything of it shows."""

from __future__ import annotations

import asyncio
import re
import secrets
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from game import __version__, journal
from game.level_copies import LevelCopies, fingerprint_of, is_fingerprint
from game.library import level_as_played
from game.story.level import Level
from game.workshop.acts import PASSING, Act, NotNowError, after, session_of
from game.workshop.session import MOST_TEAMS, TIE_RULES, Rules, Session, begin

FORMAT = 1
FOLDER = "workshops"
_NAME = re.compile(r"\d{8}T\d{6}Z-([a-z][a-z0-9_-]{0,39})-[0-9a-f]{8}")

Listener = Callable[[Session], None]


class CannotResumeError(Exception):
    """The log cannot be gone on with; `reason` is a key of the catalogue of words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class _Apart:
    """Acts that a thread is writing, and the session they lead to."""

    written: Future[None]
    session: Session
    acts: list[Act]


@dataclass(slots=True)
class Workshop:
    """A running session with its log. `listeners` are told after every act.

    When an act cannot be written, the session goes on in memory: `trouble` holds the system's words, and
    every further act tries again. `began` and `since` are for clocks, in seconds since 1970: when the session
    began, and when it came to the place where it stands. `paragraphs` is set by the projector: how many it
    has of a session, and `language` is the one it speaks. `remote` is where a phone can control this one, for
    the facilitator alone.
    """

    session: Session
    path: Path | None
    acts: list[Act] = field(default_factory=list)
    trouble: str = ""
    listeners: list[Listener] = field(default_factory=list)
    began: float = field(default_factory=time.time)
    since: float = field(default_factory=time.time)
    paragraphs: Callable[[Session], int] | None = None
    language: str = ""
    remote: str = ""
    _first: Session | None = None
    _keep_level: Callable[[], None] | None = None
    _journal: journal.Journal | None = None
    _count: int = 0
    _waiting: list[dict[str, Any]] = field(default_factory=list)
    _apart: _Apart | None = None
    _thread: ThreadPoolExecutor | None = None

    def do(self, act: Act) -> Session:
        """Do *act*: written down first, then told to all. Raises NotNowError when it does not fit."""
        _, refused = self.do_all([act])
        if refused:
            raise refused[0]
        return self.session

    def do_all(self, acts: Sequence[Act]) -> tuple[int, list[NotNowError]]:
        """Do *acts* with one write to disk. Return how many fitted, and why the others did not."""
        self._settle()
        session, fitting, answers = self._fit(acts)
        if fitting:
            self._number(fitting)
            self._flush()
            self._take(session, fitting)
        return len(fitting), [answer for answer in answers if answer]

    async def do_all_apart(self, acts: Sequence[Act]) -> list[NotNowError | None]:
        """Do *acts* with one write to disk, in a thread: a slow disk does not hold up the screens.

        Return for each why it did not fit, or None. What others do meanwhile waits for this write, so that
        the log is in the order in which things were done.
        """
        self._settle()
        session, fitting, answers = self._fit(acts)
        if fitting:
            self._number(fitting)
            if self._thread is None:
                self._thread = ThreadPoolExecutor(1, "workshop-log")
            apart = self._apart = _Apart(self._thread.submit(self._flush), session, fitting)
            await asyncio.shield(asyncio.wrap_future(apart.written))
            if self._apart is apart:
                self._settle()
        return answers

    def _settle(self) -> None:
        """Wait for what is being written apart, and let it count."""
        apart, self._apart = self._apart, None
        if apart:
            apart.written.result()
            self._take(apart.session, apart.acts)

    def _fit(self, acts: Sequence[Act]) -> tuple[Session, list[Act], list[NotNowError | None]]:
        """Return the session after those of *acts* that fit, which ones do, and for each why it does not."""
        session = self.session
        fitting: list[Act] = []
        answers: list[NotNowError | None] = []
        for act in acts:
            try:
                if act.get("act") == "undo":
                    session = session_of(self._beginning, [*self.acts, *fitting, act])
                else:
                    session = after(session, act)
            except NotNowError as error:
                answers.append(error)
            else:
                fitting.append(act)
                answers.append(None)
        return session, fitting, answers

    def _take(self, session: Session, acts: Sequence[Act]) -> None:
        """Let *acts* count, which are on disk, and tell everybody."""
        self.acts += acts
        if session.place != self.session.place:
            self.since = time.time()
        self.session = session
        self.tell()

    def tell(self) -> None:
        """Tell everybody where the session stands."""
        for listener in list(self.listeners):
            listener(self.session)

    def close(self) -> None:
        """Let go of the file."""
        self._settle()
        if self._thread:
            self._thread.shutdown()
            self._thread = None
        if self._journal:
            self._journal.close()
            self._journal = None

    @property
    def _beginning(self) -> Session:
        return self._first or self.session

    def _number(self, acts: Sequence[Act]) -> None:
        for act in acts:
            self._count += 1
            self._waiting.append({"n": self._count, "at": _now(), **act})

    def _flush(self) -> None:
        if self.path is None:
            return
        try:
            if self._journal is None:
                if self._keep_level:  # first: without its level a session cannot be read back
                    self._keep_level()
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self._journal = journal.Journal(self.path, create=not self.path.exists())
            if self._waiting:
                self._journal.append(*self._waiting)
                self._waiting.clear()
            self.trouble = ""
        except OSError as error:
            self.trouble = error.strerror or str(error)


def start_workshop(
    home: Path, level: Level, data: bytes, rules: Rules, *, seed: int, principles: Sequence[str] = ()
) -> Workshop:
    """Begin a session of *level* (whose file holds *data*) with a log in *home*; its level is kept beside."""
    session = begin(level, seed, rules, principles)
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{level.id}-{secrets.token_hex(4)}"
    path = home / FOLDER / f"{name}.jsonl"
    workshop = Workshop(session, path, _first=session)
    head = {
        "format": FORMAT,
        "version": __version__,
        "level": level.id,
        "sha256": fingerprint_of(data),
        "seed": seed,
        "rules": asdict(rules),
        "principles": list(principles),
        "at": _now(),
    }
    workshop._keep_level = partial(LevelCopies(home).keep, data)
    workshop._waiting.append(head)
    workshop._flush()
    return workshop


def resume_workshop(home: Path, path: Path) -> Workshop:
    """Go on with the session logged at *path*, at the same round with the votes in.

    A log that was written half is read up to its last whole line. Raises CannotResumeError, InUseError or
    OSError.
    """
    opened = journal.Journal(path)
    try:
        session, acts, reading = _read(home, path)
        if reading.damaged_line is not None:
            raise CannotResumeError("workshop-damaged")
        if reading.is_torn:
            journal.keep_copy(path)
            opened.cut_to(reading.sound_bytes)
    except BaseException:
        opened.close()
        raise
    workshop = Workshop(session_of(session, acts), path, list(acts), _first=session)
    workshop._journal = opened
    workshop._count = len(reading.records) - 1
    workshop.began = _seconds(reading.records[0].get("at"), workshop.began)
    stays = (*PASSING, "hands", "show-other", *(["choose"] if session.rules.together else []))
    led_on = [act for act in acts if act.get("act") not in stays]
    workshop.since = _seconds(led_on[-1].get("at"), workshop.since) if led_on else workshop.began
    return workshop


def view_workshop(home: Path, path: Path) -> tuple[Session, tuple[Act, ...]]:
    """Return the session logged at *path* and its acts, as far as they can be read, without going on.

    Raises CannotResumeError or OSError.
    """
    session, acts, _ = _read(home, path)
    return session_of(session, acts), acts


def logs(home: Path) -> tuple[Path, ...]:
    """Return the logs of all sessions in *home*, the newest first."""
    found = (home / FOLDER).glob("*.jsonl")
    return tuple(sorted((path for path in found if _NAME.fullmatch(path.stem)), reverse=True))


def has_acts(path: Path) -> bool:
    """Tell whether anything was done in the session logged at *path*; yes where it cannot be read."""
    try:
        with path.open("rb") as file:
            file.readline()
            return bool(file.read(1))
    except OSError:
        return True


def _read(home: Path, path: Path) -> tuple[Session, tuple[Act, ...], journal.Reading]:
    reading = journal.read(path)
    head = reading.records[0] if reading.records else {}
    if head.get("format") != FORMAT:
        raise CannotResumeError("workshop-unreadable")
    match head:
        case {"level": str(id), "sha256": str(fingerprint), "seed": int(seed), "rules": dict(told)}:
            level = _kept_level(home, id, fingerprint)
        case _:
            raise CannotResumeError("workshop-unreadable")
    principles = [each for each in head.get("principles", ()) if isinstance(each, str)]
    session = begin(level, seed, _rules(told), principles)
    acts = tuple(record for record in reading.records[1:] if isinstance(record.get("act"), str))
    return session, acts, reading


def _rules(told: dict[str, Any]) -> Rules:
    tie, teams = told.get("tie"), told.get("teams")
    teams = teams if isinstance(teams, int) and 1 <= teams <= MOST_TEAMS else 1
    together = told.get("together") is True and teams > 1
    return Rules(
        tie if tie in TIE_RULES else "facilitator",
        told.get("guess") is True and not together,
        teams,
        together,
    )


def _kept_level(home: Path, id: str, fingerprint: str) -> Level:
    if not is_fingerprint(fingerprint):
        raise CannotResumeError("workshop-unreadable")
    data = LevelCopies(home).get(fingerprint)
    level = None if data is None else level_as_played(data, id)
    if level is None:
        raise CannotResumeError("workshop-no-level")
    return level


def _seconds(at: object, otherwise: float) -> float:
    """Return the moment that was written down as *at*, in seconds; *otherwise* where that is none."""
    try:
        return datetime.fromisoformat(str(at)).timestamp()
    except ValueError:
        return otherwise


def _now() -> str:
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z"
