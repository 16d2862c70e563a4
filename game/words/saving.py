"""What is said about saved games."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "not-saved": (
        "NIET BEWAARD: {why}. Wachtend: {count}. Je kunt doorspelen.",
        "NOT SAVED: {why}. Waiting: {count}. You can play on.",
    ),
    "saved-again": ("Alles is weer bewaard.", "Everything is saved again."),
    "saves-off": (
        "Bewaren lukt hier niet ({why}): {folder}. Zet LUISTERKAMER_HOME op een map waar je mag schrijven.",
        "Saving does not work here ({why}): {folder}. Set LUISTERKAMER_HOME to a folder you may write to.",
    ),
    "in-use": (
        "Dit gesprek is open in een ander venster. Ga daar verder of begin hier opnieuw.",
        "This conversation is open in another window. Go on there, or start anew here.",
    ),
    "save-newer": (
        "Deze bewaarde partij is van een nieuwere versie ({found}). Ze blijft liggen: {file}",
        "This saved game is from a newer version ({found}). It stays as it is: {file}",
    ),
    "save-damaged": (
        "Regel {line} van deze bewaarde partij is beschadigd. Je gaat verder tot waar ze goed is. "
        "Het bestand blijft liggen: {file}",
        "Line {line} of this saved game is damaged. You go on from as far as it is sound. "
        "The file stays as it is: {file}",
    ),
    "save-unreadable": (
        "Deze bewaarde partij kan niet worden gelezen. Ze blijft liggen: {file}",
        "This saved game cannot be read. It stays as it is: {file}",
    ),
    "save-torn": (
        "De laatste stap was niet af en is vervallen. Een kopie ligt in {file}",
        "The last step was unfinished and was dropped. A copy is in {file}",
    ),
    "level-changed": (
        "Het level is intussen veranderd. Je speelt de versie waarmee je begon. "
        "Meenemen naar de nieuwe: m (in het scherm) of carry (regel voor regel).",
        "The level has changed since. You are playing the version you began with. "
        "To take it to the new one: m (on screen) or carry (line by line).",
    ),
    "carry-over-how": ("Neem mee naar de nieuwe versie", "Take it to the new version"),
    "carried-over": (
        "Je speelt nu de nieuwe versie. {kept} van {all} antwoorden pasten nog.",
        "You are now playing the new version. {kept} of {all} replies still fit.",
    ),
}
