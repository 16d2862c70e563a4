"""What `luisterkamer check` says besides the problems themselves."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli-check-format": (
        "vorm: text, json, github of narrated (zonder tekening, voor een schermlezer)",
        "form: text, json, github or narrated (no drawing, for a screen reader)",
    ),
    "cli-fix": (
        "herstel wat zeker is, en laat zien wat er verandert",
        "mend what is certain, and show what changes",
    ),
    "cli-routes": ("toon de kortste weg naar elk einde", "show the shortest way to each ending"),
    "check-can-fix": (
        "Wat zeker is, kan het spel zelf herstellen:\n  {command} check {path} --fix",
        "What is certain, the game can mend by itself:\n  {command} check {path} --fix",
    ),
    "fix-done": ("Hersteld in {path}: {count}.", "Mended in {path}: {count}."),
    "fix-failed": ("‘{path}’ kan niet worden hersteld: {why}.", "‘{path}’ cannot be mended: {why}."),
    "routes-none": ("geen weg", "no way"),
}
