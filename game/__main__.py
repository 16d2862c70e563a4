"""`python -m game` is `luisterkamer`."""

from game.cli import run

if __name__ == "__main__":
    run()
