"""Copies of levels as they were when a game or a session began, each named after its fingerprint.

An edited level breaks nothing that was begun: it goes on with the copy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from game import journal


def fingerprint_of(data: bytes) -> str:
    """Return the SHA-256 of a level file, in hexadecimal."""
    return sha256(data).hexdigest()


def is_fingerprint(text: str) -> bool:
    """Tell whether *text* could be a fingerprint."""
    return bool(re.fullmatch(r"[0-9a-f]{64}", text))


@dataclass(frozen=True, slots=True)
class LevelCopies:
    """The copies in `levels/` in the folder *home*."""

    home: Path

    def keep(self, data: bytes) -> None:
        """Have a copy of the level file *data*; one that is damaged is replaced. Raises OSError."""
        fingerprint = fingerprint_of(data)
        if self.get(fingerprint) is None:
            journal.replace_file(self._path(fingerprint), data)

    def get(self, fingerprint: str) -> bytes | None:
        """Return the copy with *fingerprint*; None where it is not there or is not what it claims to be."""
        if not is_fingerprint(fingerprint):
            return None
        try:
            data = self._path(fingerprint).read_bytes()
        except OSError:
            return None
        return data if fingerprint_of(data) == fingerprint else None

    def _path(self, fingerprint: str) -> Path:
        return self.home / "levels" / f"{fingerprint}.yaml"
