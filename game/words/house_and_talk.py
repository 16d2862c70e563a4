"""The game, the meters, the rooms, the house and the conversation."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # the game
    "name": ("Luisterkamer", "Luisterkamer"),
    "tagline": ("Oefenen in lastige gesprekken", "Practice for difficult conversations"),
    "trust": ("vertrouwen", "trust"),
    "sympathy": ("sympathie", "sympathy"),
    "you": ("jij", "you"),
    "silence": ("(zeg niets)", "(say nothing)"),
    "and": ("en", "and"),
    "months": (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "January February March April May June July August September October November December",
    ),
    "minutes": ("{count} min", "{count} min"),
    # trust in five steps, sympathy in five steps: a word for every part of the meter
    "trust-0": ("weg", "gone"),
    "trust-1": ("broos", "fragile"),
    "trust-2": ("voorzichtig", "careful"),
    "trust-3": ("stevig", "steady"),
    "trust-4": ("rotsvast", "solid"),
    "sympathy-0": ("ijzig", "icy"),
    "sympathy-1": ("koel", "cool"),
    "sympathy-2": ("beleefd", "polite"),
    "sympathy-3": ("warm", "warm"),
    "sympathy-4": ("hartelijk", "fond"),
    # rooms
    "room-hall": ("De zaal", "The hall"),
    "room-terrace": ("Het terras", "The terrace"),
    "room-shop": ("De winkel", "The shop"),
    "room-counter": ("De balie", "The counter"),
    "room-office": ("Het kantoor", "The office"),
    "room-listening-room": ("De luisterkamer", "The listening room"),
    # house
    "house-continue-with": ("Verder: {title} ({count})", "Continue: {title} ({count})"),
    "house-continue": ("verder", "continue"),
    "house-route": (
        "Volgende op de route: {title} ({number} van {all})",
        "Next on the route: {title} ({number} of {all})",
    ),
    "house-place": ("Route: {number} van {all}.", "Route: {number} of {all}."),
    "house-sister": ("Hoort bij: {title}.", "Goes with: {title}."),
    "house-typed": (
        "Nummer {number}: ⏎ opent dit gesprek, of typ nog een cijfer.",
        "Number {number}: ⏎ opens this conversation, or type another digit.",
    ),
    "house-endings": ("{found} van {all} eindes gevonden", "{found} of {all} endings found"),
    "house-endings-none": ("nog niet gespeeld", "not played yet"),
    "house-you-found": ("Gevonden: {titles}", "Found: {titles}"),
    "house-replies-given": ("{count} antwoorden gegeven", "{count} replies given"),
    "house-reply-given": ("1 antwoord gegeven", "1 reply given"),
    "house-welcome": (
        "Kies een gesprek. Fouten zijn hier welkom: je kunt altijd terug.",
        "Choose a conversation. Mistakes are welcome here: you can always go back.",
    ),
    "house-no-levels": ("Er zijn geen gesprekken in {folder}.", "There are no conversations in {folder}."),
    "house-broken-level": (
        "‘{level}’ kan niet worden gelezen. Kijk met: luisterkamer check {path}",
        "‘{level}’ cannot be read. See: luisterkamer check {path}",
    ),
    # conversation
    "beat": ("{now} van ±{all}", "{now} of ±{all}"),
    "go-on": ("verder", "go on"),
    "changed-up": ("{meter} {by} omhoog, naar {value} ({word})", "{meter} up {by}, to {value} ({word})"),
    "changed-down": ("{meter} {by} omlaag, naar {value} ({word})", "{meter} down {by}, to {value} ({word})"),
    "unchanged": ("{meter} blijft {value} ({word})", "{meter} stays {value} ({word})"),
    "meter-now": ("{meter}: {value}, {word}", "{meter}: {value}, {word}"),
    "more-below": ("meer", "more"),
    "you-are": ("Jij bent hier", "Who you are"),
    "rewound": ("Terug. Je staat weer voor deze keuze.", "Back. You are at this choice again."),
    "nothing-to-rewind": ("Verder terug kan niet.", "You cannot go back further."),
    "history": ("Het gesprek tot hier", "The conversation so far"),
    "history-empty": ("Er is nog niets gezegd.", "Nothing has been said yet."),
    "resumed": ("Verder waar je was.", "Back where you were."),
}
