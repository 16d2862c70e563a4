"""`luisterkamer check --watch`: check again whenever something is saved."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from game.authoring.watching import PAUSE, Watch
from game.commands.messages import complain
from game.exits import Exit
from game.story.text import clean
from game.words import say


def watch(
    files: Callable[[], list[Path]],
    again: Callable[[], int],
    language: str,
    pause: Callable[[float], None] = time.sleep,
    now: Callable[[], datetime] = datetime.now,
) -> int:
    """Do *again* now, and whenever one of *files* has changed, come or gone; until Ctrl-C.

    Returns only where nothing can be checked at all, with the status that *again* gave.
    """
    watches = {path: _begun(path) for path in files()}
    status = again()
    if status == Exit.USAGE:
        return status
    complain(say(language, "watch-waits"))
    while True:
        pause(PAUSE)
        there = files()
        new = [path for path in there if path not in watches]
        watches |= {path: _begun(path) for path in new}
        seen = {path: each.look() for path, each in watches.items()}
        gone = [path for path, sight in seen.items() if sight and sight.data is None]
        for path in gone:
            complain(say(language, "watch-gone", path=clean(str(path))))
        if new or any(sight and sight.data is not None for sight in seen.values()):
            complain(f"\n{say(language, 'watch-again', time=f'{now():%H:%M:%S}')}")
            again()


def _begun(path: Path) -> Watch:
    """Return a watch that tells from now on."""
    begun = Watch(path)
    begun.look()
    return begun
