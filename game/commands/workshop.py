"""`luisterkamer workshop`: a conversation with a room, on a projector; going on with one; its report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import SystemRandom

from game import paths
from game.commands.messages import complain
from game.commands.play import no_screen
from game.exits import Exit
from game.journal import InUseError, replace_file
from game.library import Library, players_library
from game.saves import Saves
from game.settings import Settings
from game.settings import load as load_settings
from game.story.debrief import OPTIONS, quiz
from game.story.level import Level
from game.story.text import clean
from game.words import say
from game.workshop.acts import Act
from game.workshop.log import (
    CannotResumeError,
    Workshop,
    has_acts,
    logs,
    resume_workshop,
    start_workshop,
    view_workshop,
)
from game.workshop.session import MOST_TEAMS, Rules, Session

LAST = ""
"""What `--resume` without a name stands for: the session that was begun last."""


@dataclass(frozen=True, slots=True)
class PhoneWishes:
    """What was asked of the page for phones; `port` is None where any will do."""

    host: str = ""
    port: int | None = None
    remote: bool = False


def workshop(
    argument: str | None,
    settings: Settings,
    rules: Rules,
    *,
    look: str = "room",
    resume: str | None = None,
    phones: PhoneWishes | None = None,
) -> int:
    """Hold a workshop of the level *argument* names, or go on with session *resume* (`LAST`: the last one).

    Returns the exit status.
    """
    language = settings.language
    if not 1 <= rules.teams <= MOST_TEAMS:
        complain(say(language, "workshop-teams-wrong", found=rules.teams))
        return Exit.USAGE
    if resume is None and rules.together and (why := _not_together(rules, phones)):
        complain(say(language, why))
        return Exit.USAGE
    if phones and phones.port is not None and not 1 <= phones.port <= 65535:
        complain(say(language, "workshop-port-wrong", found=phones.port))
        return Exit.USAGE
    if why := no_screen():
        complain(say(language, "workshop-no-terminal", why=why))
        return Exit.USAGE
    if phones and (missing := missing_extra()):
        complain(say(language, "workshop-no-extra", module=missing, python=paths.python()))
        return Exit.USAGE
    library = players_library()
    running = _running(argument, library, language, rules, resume)
    if isinstance(running, Exit):
        return running
    return _hold(running, library, settings, rules, look, phones, is_resumed=resume is not None)


def _not_together(rules: Rules, phones: PhoneWishes | None) -> str:
    """Return why teams cannot play at the same time: a key of the catalogue of words, '' where they can."""
    if rules.teams == 1:
        return "workshop-together-teams"
    if phones is None:
        return "workshop-together-phones"
    return "workshop-together-guess" if rules.guess else ""


def _running(
    argument: str | None, library: Library, language: str, rules: Rules, resume: str | None
) -> Workshop | Exit | None:
    """Return the session to hold, None where its level is still to be chosen, or why there is none."""
    if resume is not None:
        return _resumed(resume, language)
    if argument is None:
        return None
    found = _level(argument, library, language)
    if isinstance(found, Exit):
        return found
    return begin(found[0], found[1], library, rules)


def _level(argument: str, library: Library, language: str) -> tuple[Level, bytes] | Exit:
    from game.commands.finding import sound_level

    found = sound_level(argument, library, language)
    if isinstance(found, Exit):
        return found
    assert found.level is not None
    return found.level, found.path.read_bytes()


def begin(level: Level, data: bytes, library: Library, rules: Rules) -> Workshop:
    """Begin a session of *level*, read from *data*."""
    seed = SystemRandom().randrange(2**31)
    principles = principles_for(level, library, seed)
    return start_workshop(paths.home(), level, data, rules, seed=seed, principles=principles)


def principles_for(level: Level, library: Library, seed: int) -> tuple[str, ...]:
    """Return the principles a room chooses from: those of *level*, and others where these are few."""
    own = [id for id in level.principles if id in library.principles][:OPTIONS]
    if len(own) >= OPTIONS - 1 or not own:
        return tuple(own)
    others = [id for id in quiz(level, own[0], tuple(library.principles), seed) if id not in own]
    return (*own, *others[: OPTIONS - len(own)])


def _hold(
    running: Workshop | None,
    library: Library,
    settings: Settings,
    rules: Rules,
    look: str,
    phones: PhoneWishes | None,
    *,
    is_resumed: bool,
) -> int:
    from game.tui.room import Room
    from game.tui.start import run_room

    usual = load_settings(paths.home()).language
    room = Room(running, _beginner(library, rules), is_resumed=is_resumed, usual_language=usual)
    if phones:
        from game.workshop.addresses import candidates
        from game.workshop.doorway import Doorway
        from game.workshop.phones.server import Phones

        found = () if phones.host else tuple(candidates())
        page = Phones(library, language=settings.language)
        room.door = Doorway(page, phones.host, phones.port, phones.remote, found)
    try:
        return run_room(library, Saves(paths.home()), settings, room, look=look)
    finally:
        if room.workshop:
            room.workshop.close()
            if room.workshop.path:
                told = {"command": paths.command(), "session": room.token, "resume": room.resume()}
                language = room.workshop.language or settings.language
                complain(say(language, "workshop-left", **told), as_is=True)


def _beginner(library: Library, rules: Rules) -> Callable[[str], Workshop]:
    def of(id: str) -> Workshop:
        level, data = library.level_and_bytes(id)
        return begin(level, data, library, rules)

    return of


def missing_extra() -> str:
    """Return the first module of the extra `workshop` that is not installed, or ''."""
    from importlib.util import find_spec

    return next((name for name in ("aiohttp", "segno", "ifaddr") if find_spec(name) is None), "")


def _resumed(name: str, language: str) -> Workshop | Exit:
    path = session_path(name, language)
    if path is None:
        return Exit.USAGE
    try:
        return resume_workshop(paths.home(), path)
    except CannotResumeError as error:
        _tell(error.reason, path, language)
    except InUseError:
        _tell("workshop-in-use", path, language)
    except OSError:
        _tell("workshop-unreadable", path, language)
    return Exit.USAGE


def _tell(key: str, path: Path, language: str) -> None:
    complain(say(language, key, session=clean(path.stem), command=paths.command()))


def session_path(name: str, language: str) -> Path | None:
    """Return the log that *name* means: a file, a session, or a part of the name of just one.

    Sessions in which nothing was done count only where no other is meant.
    None after telling that there is none.
    """
    every = logs(paths.home())
    if name and Path(name).is_file():
        return Path(name)
    if not every:
        complain(say(language, "workshop-no-sessions", command=paths.command()))
        return None
    there = tuple(path for path in every if has_acts(path)) or every
    if name == LAST:
        return there[0]
    found = [path for path in every if path.stem == name] or [path for path in there if name in path.stem]
    found = found or [path for path in every if name in path.stem]
    if len(found) == 1:
        return found[0]
    known = ", ".join(path.stem for path in (found or there)[:5])
    complain(say(language, "workshop-which" if found else "workshop-unknown", found=clean(name), known=known))
    return None


def report(name: str, target: Path | None, language: str, beside: Sequence[Path] | None = None) -> int:
    """Write the report of session *name* to *target* (CSV for a `.csv`), or as HTML to standard output.

    With *beside* the session is laid beside those files, or beside all that is kept where none is named: as
    the last part of the HTML, or as text alone for a `.txt` and on standard output.

    Returns 2 when there is no such session, or the file is there already or cannot be written.
    """
    path = session_path(name, language)
    if path is None:
        return Exit.USAGE
    if gone := next((each for each in beside or () if not each.is_file()), None):
        complain(say(language, "compare-no-file", path=clean(str(gone))))
        return Exit.USAGE
    try:
        session, acts = view_workshop(paths.home(), path)
    except CannotResumeError as error:
        _tell(error.reason, path, language)
        return Exit.USAGE
    except OSError:
        _tell("workshop-unreadable", path, language)
        return Exit.USAGE
    text = _report_text(session, acts, path, target, language, beside)
    if target is None:
        sys.stdout.write(text)
        return Exit.FINE
    if target.exists():
        complain(say(language, "workshop-report-there", path=clean(str(target))))
        return Exit.USAGE
    try:
        replace_file(target, text.encode())
    except OSError as error:
        why = error.strerror or str(error)
        complain(say(language, "workshop-report-failed", path=clean(str(target)), why=why))
        return Exit.USAGE
    complain(say(language, "workshop-report-done", path=clean(str(target))))
    return Exit.FINE


def _report_text(
    session: Session,
    acts: Sequence[Act],
    path: Path,
    target: Path | None,
    language: str,
    beside: Sequence[Path] | None,
) -> str:
    """Return what is to be written for the session logged at *path*."""
    from game.workshop.compare import compared, compared_with, comparison_text
    from game.workshop.report import report_csv, report_html

    library, suffix = players_library(), target.suffix.lower() if target else ""
    if suffix == ".csv":
        return report_csv(session, acts, language, library)
    if beside is None:
        return report_html(session, acts, library, language)
    if beside:
        others = [each for each in beside if each.name != path.name]
        comparison = compared_with(session, others, paths.home(), library)
    else:
        comparison = compared(session, paths.home(), library, path)
    if suffix in ("", ".txt"):
        return comparison_text(comparison, language)
    return report_html(session, acts, library, language, comparison)
