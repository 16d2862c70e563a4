"""`python -m game` is `luisterkamer`."""

import gc

gc.disable()  # starting makes only objects that stay; whoever runs on collects again

from game.cli import run  # noqa: E402

if __name__ == "__main__":
    run()
