"""What the tools for writing a level say."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli-new": (
        "begin een eigen level: een klein gesprek dat meteen te spelen is",
        "begin a level of your own: a small conversation that plays at once",
    ),
    "cli-new-name": (
        "naam: kleine letters, cijfers en streepjes; die wordt de bestandsnaam",
        "name: small letters, digits and hyphens; it becomes the file name",
    ),
    "cli-schema": (
        "schrijf de vorm van een level op als JSON Schema, voor editors",
        "write down the shape of a level as JSON Schema, for editors",
    ),
    "new-bad-name": (
        "‘{found}’ kan geen naam van een level zijn. Gebruik kleine letters, cijfers en streepjes, en begin"
        " met een letter; hooguit 40 tekens.{suggestion}",
        "‘{found}’ cannot be the name of a level. Use small letters, digits and hyphens, and begin with a"
        " letter; at most 40 characters.{suggestion}",
    ),
    "new-suggestion": (" Bijvoorbeeld: {command} new {name}", " For example: {command} new {name}"),
    "new-taken": (
        "‘{found}’ bestaat al in het huis. Kies een andere naam. Bijvoorbeeld: {command} new {name}",
        "‘{found}’ is already there in the house. Choose another name. For example: {command} new {name}",
    ),
    "new-exists": (
        "‘{path}’ staat hier al. Er is niets veranderd. Kies een andere naam, of haal dat bestand eerst weg.",
        "‘{path}’ is already here. Nothing was changed. Choose another name, or move that file away first.",
    ),
    "new-done": (
        "Geschreven: {level}, en {plays} met twee wegen erdoor.\n"
        "Het is een klein gesprek dat al werkt.\n"
        "Open {level} in Kladblok, of welke editor ook, en maak het van jou.",
        "Written: {level}, and {plays} with two ways through it.\n"
        "It is a small conversation that already works.\n"
        "Open {level} in Notepad, or any editor, and make it yours.",
    ),
    "new-check": ("zegt wat er niet klopt, en waar", "says what is wrong, and where"),
    "new-play": ("speelt het", "plays it"),
    "new-preview": ("speelt mee terwijl je schrijft", "plays along while you write"),
}
