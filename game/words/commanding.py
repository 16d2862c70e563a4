"""The command line."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli-description": (
        "Oefenen in lastige gesprekken, in een terminal.",
        "Practice for difficult conversations, in a terminal.",
    ),
    "cli-play": ("voer een gesprek", "have a conversation"),
    "cli-transcript": (
        "speel deze antwoorden en druk het gesprek af",
        "play these replies and print the conversation",
    ),
    "cli-list": ("toon de gesprekken", "list the conversations"),
    "cli-stats": (
        "tel levels: omvang, wegen, kansen en principes",
        "count levels: size, ways, chances and principles",
    ),
    "cli-levels": (
        "namen van levels, of bestanden; zonder: allemaal",
        "names of levels, or files; without: all of them",
    ),
    "stats-size": (
        "{scenes} scènes, {replies} antwoorden, woorden: {words}",
        "{scenes} scenes, {replies} replies, words: {words}",
    ),
    "stats-ways": (
        "keuzes: kortste weg {shortest}, midden {median}, langste {longest}",
        "decisions: shortest way {shortest}, median {median}, longest {longest}",
    ),
    "stats-minutes": (
        "minuten lezen: {reading} (opgegeven: {stated})",
        "minutes of reading: {reading} (stated: {stated})",
    ),
    "stats-best": ("goed einde", "best"),
    "stats-out-of-bounds": ("buiten 1-75%", "outside 1-75%"),
    "stats-principles": (
        "Principes, met de levels die erover gaan",
        "Principles, with the levels about them",
    ),
    "stats-uncounted": (
        "Te veel mogelijkheden om te tellen: {levels}.",
        "Too many possibilities to count: {levels}.",
    ),
    "cli-check": ("lees levels en meld elk probleem", "read levels and report every problem"),
    "cli-export": ("schrijf de nabespreking van een gesprek op", "write down the debrief of a conversation"),
    "cli-game": (
        "een bewaarde partij, of een level: de laatste daarvan; zonder: de laatste",
        "a saved game, or a level: its last one; without: the last one",
    ),
    "cli-format": ("vorm: md of html", "form: md or html"),
    "cli-output": ("schrijf naar dit bestand", "write to this file"),
    "export-nothing": (
        "Er is nog geen gesprek afgerond.",
        "No conversation has been finished yet.",
    ),
    "export-unknown": (
        "Er is geen afgerond gesprek ‘{found}’. De laatste zijn: {known}.",
        "There is no finished conversation ‘{found}’. The last ones are: {known}.",
    ),
    "export-failed": ("‘{path}’ kan niet worden geschreven: {why}.", "‘{path}’ cannot be written: {why}."),
    "export-done": ("Geschreven: {path}", "Written: {path}"),
    "cli-info": ("toon versies, terminal en mappen", "show versions, terminal and folders"),
    "cli-lang": ("taal: nl of en", "language: nl or en"),
    "cli-plain": ("regel voor regel, zonder scherm", "line by line, without a screen"),
    "cli-seed": ("volgorde van de antwoorden, als getal", "order of the replies, as a number"),
    "cli-from": ("begin in deze scène (wordt niet bewaard)", "begin in this scene (is not saved)"),
    "cli-anew": ("begin opnieuw, ook als er een gesprek openligt", "start anew, even if one is unfinished"),
    "cli-json": ("als JSON", "as JSON"),
    "cli-look": ("kleuren: dark, light of contrast", "colours: dark, light or contrast"),
    "cli-level": ("naam van een level", "name of a level"),
    "cli-replies": ("namen van antwoorden, in volgorde", "names of replies, in order"),
    "cli-path": ("bestand of map; zonder: alle levels", "file or folder; without: all levels"),
    "cli-version": ("toon de versie", "show the version"),
    "cli-help": ("toon deze hulp", "show this help"),
    "usage": ("gebruik", "usage"),
    "usage-commands": ("wat je kunt doen", "what you can do"),
    "usage-options": ("hoe", "how"),
    "usage-missing": ("Hier ontbreekt: {names}.", "Missing here: {names}."),
    "usage-unknown": ("Dit ken ik niet: {names}.", "I don’t know this: {names}."),
    "usage-choice": (
        "{name} {found} kan hier niet. Kies uit: {known}.",
        "{name} {found} is not possible here. Choose from: {known}.",
    ),
    "usage-number": (
        "Bij {name} hoort een heel getal; {found} is dat niet.",
        "{name} takes a whole number; {found} is not one.",
    ),
    "usage-value": ("Na {name} ontbreekt nog iets.", "Something is missing after {name}."),
    "unknown-level": (
        "Er is geen level ‘{found}’.{suggestion} Er zijn: {known}.",
        "There is no level ‘{found}’.{suggestion} There are: {known}.",
    ),
    "did-you-mean": (" Bedoelde je ‘{name}’?", " Did you mean ‘{name}’?"),
    "broken-level": (
        "Level ‘{level}’ kan niet worden gespeeld:",
        "Level ‘{level}’ cannot be played:",
    ),
    "unknown-scene": (
        "Level ‘{level}’ heeft geen scène ‘{found}’.{suggestion} Er zijn: {known}.",
        "Level ‘{level}’ has no scene ‘{found}’.{suggestion} There are: {known}.",
    ),
    "reply-unknown": (
        "Antwoord {position}, ‘{found}’, kan niet in scène ‘{scene}’.{suggestion} Wel: {available}.",
        "Reply {position}, ‘{found}’, is not there in scene ‘{scene}’.{suggestion} Available: {available}.",
    ),
    "reply-after-end": (
        "Antwoord {position}, ‘{found}’, komt na het einde ‘{ending}’.",
        "Reply {position}, ‘{found}’, comes after the ending ‘{ending}’.",
    ),
    "no-terminal": (
        "Hier is geen terminal voor het scherm ({why}). Speel regel voor regel: {command}",
        "There is no terminal here for the screen ({why}). Play line by line: {command}",
    ),
    "crashed": (
        "Er ging iets mis bij ons: {error}. Je gesprek is bewaard. Meld het met de regels hieronder.",
        "Something went wrong on our side: {error}. Your game is saved. Report it with the lines below.",
    ),
    "check-path-missing": ("‘{path}’ bestaat niet.", "‘{path}’ does not exist."),
    "check-fine": ("Bestanden gelezen: {files}. Geen problemen.", "Files read: {files}. No problems."),
    "check-found": (
        "Bestanden gelezen: {files}. Fouten: {errors}. Waarschuwingen: {warnings}.",
        "Files read: {files}. Errors: {errors}. Warnings: {warnings}.",
    ),
    "no-levels-to-check": ("Geen levels gevonden in {path}.", "No levels found in {path}."),
    "info-version": ("versie", "version"),
    "info-levels": ("levels", "levels"),
    "info-home": ("bewaard in", "saved in"),
    "info-terminal": ("terminal", "terminal"),
    "info-language": ("taal", "language"),
    "info-yaml": ("yaml", "yaml"),
    "info-can-write": ("schrijven mag", "can be written to"),
    "info-fast": ("snelle lezer (libyaml)", "fast reader (libyaml)"),
    "info-slow": ("gewone lezer (zonder libyaml)", "plain reader (no libyaml)"),
}
