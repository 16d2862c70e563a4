"""Levels of the user's own, and adding one."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "house-own": ("Eigen gesprekken", "Your own"),
    "info-own": ("eigen levels", "own levels"),
    "own-left-out": (
        "‘{file}’ in {folder} doet niet mee: zo kan een eigen level niet heten, of zo heet er al een. "
        "Geef het bestand een andere naam: kleine letters, cijfers en streepjes.",
        "‘{file}’ in {folder} is left out: a level of your own cannot have that name, or another one has it. "
        "Give the file another name: small letters, digits and hyphens.",
    ),
    "cli-add": ("zet een level bij je eigen gesprekken", "put a level among your own conversations"),
    "cli-file": ("bestand van een level: NAAM.yaml", "file of a level: NAME.yaml"),
    "cli-replace": (
        "vervang het eigen level dat al zo heet",
        "replace the level of your own that has that name",
    ),
    "add-no-file": (
        "‘{path}’ is geen gewoon bestand. Geef het bestand van één level: NAAM.yaml.",
        "‘{path}’ is not an ordinary file. Name the file of one level: NAME.yaml.",
    ),
    "add-not-yaml": (
        "‘{path}’ is geen level: een level is een bestand dat eindigt op .yaml.",
        "‘{path}’ is not a level: a level is a file that ends in .yaml.",
    ),
    "add-plays": (
        "‘{path}’ hoort bij een level en gaat daarmee mee. Voeg het level toe: {command} add {level}",
        "‘{path}’ belongs to a level and comes along with it. Add the level: {command} add {level}",
    ),
    "add-taken": (
        "De naam ‘{name}’ is al van het spel zelf. Geef het bestand een andere naam, "
        "bijvoorbeeld {free}.yaml, en voeg dat toe.",
        "The name ‘{name}’ belongs to the game itself. Give the file another name, {free}.yaml for example, "
        "and add that.",
    ),
    "add-refused": (
        "‘{path}’ is niet toegevoegd. Dit moet eerst anders:",
        "‘{path}’ was not added. This has to change first:",
    ),
    "add-too-intricate": (
        "‘{path}’ is niet toegevoegd: wat het onthoudt kan op te veel manieren samenkomen. "
        "Laat minder feiten onthouden, of laat een scène die feiten onthoudt niet terugkomen.",
        "‘{path}’ was not added: what it remembers can come together in too many ways. "
        "Remember fewer facts, or do not come back to a scene that remembers them.",
    ),
    "add-exists": (
        "Je hebt al een eigen level ‘{name}’: “{old}”. Dit bestand is anders: “{new}”. "
        "Vervang het met --replace; wie al aan het spelen was, gaat verder op de oude versie. "
        "Of geef het bestand een andere naam, bijvoorbeeld {free}.yaml.",
        "You already have a level ‘{name}’ of your own: “{old}”. This file differs: “{new}”. "
        "Replace it with --replace; saved games go on with the old version. "
        "Or give the file another name, {free}.yaml for example.",
    ),
    "add-same": (
        "“{title}” staat er al, precies zo. Speel het met: {command} play {name}",
        "“{title}” is there already, just like this. Play it with: {command} play {name}",
    ),
    "add-done": (
        "Toegevoegd: “{title}”. Speel het met: {command} play {name}\nHet staat in {path}",
        "Added: “{title}”. Play it with: {command} play {name}\nIt is in {path}",
    ),
    "add-replaced": (
        "Vervangen: “{old}” is nu “{title}”. Bewaarde gesprekken blijven op de versie waarmee ze begonnen. "
        "Speel het met: {command} play {name} --new\nHet staat in {path}",
        "Replaced: “{old}” is now “{title}”. Saved games go on with the version they began with. "
        "Play it with: {command} play {name} --new\nIt is in {path}",
    ),
    "add-with-plays": ("De routes ernaast zijn meegegaan.", "The plays beside it came along."),
    "add-without-plays": (
        "‘{path}’ is niet meegegaan: het is geen gewoon bestand.",
        "‘{path}’ did not come along: it is not an ordinary file.",
    ),
    "add-warnings": (
        "Opmerkingen: {count}. Lees ze met: {command} check {path}",
        "Remarks: {count}. Read them with: {command} check {path}",
    ),
    "own-unwritable": ("‘{path}’ kan niet worden geschreven: {why}.", "‘{path}’ cannot be written: {why}."),
    "own-unreadable": ("‘{path}’ kan niet worden gelezen: {why}.", "‘{path}’ cannot be read: {why}."),
    "unreadable-title": ("(niet te lezen)", "(cannot be read)"),
}
