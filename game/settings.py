"""What a player prefers: language and colours. Kept in a small file that is replaced in one step."""

from __future__ import annotations

import json
import locale
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from game.journal import replace_file
from game.story.text import LANGUAGES

LOOKS = ("dark", "light", "contrast")
FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """Language ('nl' or 'en') and look ('dark', 'light' or 'contrast')."""

    language: str = "nl"
    look: str = "dark"


def load(folder: Path) -> Settings:
    """Return the settings kept in *folder*; what is missing or strange there is as by default."""
    try:
        kept = json.loads((folder / FILE).read_bytes()[:10_000])
    except (OSError, ValueError, RecursionError):
        kept = {}
    if not isinstance(kept, dict):
        kept = {}
    language, look = kept.get("language"), kept.get("look")
    return Settings(
        language if language in LANGUAGES else language_of_the_system(),
        look if look in LOOKS else "dark",
    )


def save(settings: Settings, folder: Path) -> bool:
    """Keep *settings* in *folder*; False when that was not possible (they then last as long as the game)."""
    try:
        replace_file(folder / FILE, json.dumps(asdict(settings)).encode())
    except OSError:
        return False
    return True


def language_of_the_system() -> str:
    """Return the language the system is set to, Dutch where that tells nothing."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            break
    else:
        value = locale.getlocale()[0] or ""
    return "en" if value.lower().startswith("en") else "nl"
