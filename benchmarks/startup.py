"""How long until the house is on the screen, as a ratio to a bare Textual program.

Both run in a pseudo terminal, in turn, so that whatever else the machine does hits both. The time ends
when the words have been written to the terminal.
"""

from __future__ import annotations

import os
import pty
import select
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 15
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("Oefenen")
Bare().run()
"""


def seconds_until(words: bytes, *command: str) -> float:
    """Return the seconds until *command* has written *words* to its terminal."""
    ours, theirs = pty.openpty()
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    written = b""
    while words not in written and time.perf_counter() - begun < 20:
        if select.select([ours], [], [], 1)[0]:
            written += os.read(ours, 65536)
    took = time.perf_counter() - begun
    process.kill()
    process.wait()
    os.close(ours)
    return took


def main() -> None:
    """Print the median of both and of their ratio, round by round."""
    os.environ |= {"TERM": "xterm-256color", "LC_ALL": "nl_NL.UTF-8"}
    with tempfile.TemporaryDirectory() as home:
        os.environ["LUISTERKAMER_HOME"] = home
        pairs = [
            (
                seconds_until(b"Oefenen", sys.executable, "-c", BARE),
                seconds_until(b"Oefenen", sys.executable, "-m", "game"),
            )
            for _ in range(ROUNDS + 1)
        ][1:]
    bare, house = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(ours / theirs for theirs, ours in pairs)
    print(f"bare Textual {bare * 1000:.0f} ms, the house {house * 1000:.0f} ms, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
