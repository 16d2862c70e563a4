"""What the look at a room before a workshop finds, and what it looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from game.story.level import Level
from game.words import say
from game.workshop.addresses import PORT, Candidate
from game.workshop.contrast import ALL

COLUMNS, ROWS = 60, 20
"""The smallest window a workshop is made for."""


class Gravity(StrEnum):
    """How bad a finding is: STOP must be mended first, CARE deserves a look, FINE is in order."""

    STOP = "stop"
    CARE = "care"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, in words, and what to do about it ('' where nothing needs to be done)."""

    level: Gravity
    text: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """What the checks look at. `size` is None where there is no window, `found` where the extra is missing.

    `inks` are the colours of the look by name, with its background under `background`.
    """

    language: str
    command: str
    level: Level | None = None
    name: str = ""
    size: tuple[int, int] | None = None
    colours: int = ALL
    inks: Mapping[str, str] = field(default_factory=dict)
    found: Sequence[Candidate] | None = ()
    host: str = ""
    port: int = PORT
    is_port_asked: bool = False
    wants_phones: bool = False
    seconds: float = 0.0
    system: str = "Linux"

    def say(self, key: str, **values: object) -> str:
        """Return the words for *key*."""
        return say(self.language, key, **values)

    @property
    def again(self) -> str:
        """The line that looks at this room again."""
        about = f" {self.level.id}" if self.level else ""
        return f"{self.command} workshop{about} --preflight"

    @property
    def phones_gravity(self) -> Gravity:
        """How bad trouble with phones is: hands do without, unless phones were asked for."""
        return Gravity.STOP if self.wants_phones or self.host else Gravity.CARE
