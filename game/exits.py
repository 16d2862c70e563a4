"""How the program ends: a contract for scripts."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit statuses. A signal n ends the program with 128 + n."""

    FINE = 0
    OUR_FAULT = 1
    USAGE = 2
    LEVEL_IS_WRONG = 3
