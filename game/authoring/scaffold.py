"""The small level an author begins with, and the names a level of one's own can have."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from game.authoring.reading import NAME

_FOLDER = Path(__file__).parent / "scaffolds"
_LONGEST_NAME = 40


def scaffold(language: str) -> tuple[bytes, bytes]:
    """Return a complete small level in *language*, and its play-tests."""
    return (_FOLDER / f"{language}.yaml").read_bytes(), (_FOLDER / f"{language}.plays.yaml").read_bytes()


def is_name(name: str) -> bool:
    """Tell whether a level can be called *name*."""
    return NAME.fullmatch(name) is not None


def name_like(words: str) -> str:
    """Return a name that a level can have and that is like *words*, or '' where nothing is left of them."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    joined = re.sub(r"[^a-z0-9_]+", "-", plain).lstrip("0123456789_-")
    return joined[:_LONGEST_NAME].rstrip("-_")
