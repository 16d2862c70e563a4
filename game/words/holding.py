"""The workshop from the command line: what can be asked for, and what is said before and after it."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli-workshop": (
        "speel een gesprek met een zaal: stemmen, praten, opnieuw stemmen",
        "play a conversation with a room: vote, talk, vote again",
    ),
    "cli-conversation": ("GESPREK", "CONVERSATION"),
    "cli-workshop-level": (
        "naam of bestand van het gesprek; zonder kies je op het scherm",
        "name or file of the conversation; without it you choose on the screen",
    ),
    "cli-tie": (
        "bij gelijke stemmen: begeleider kiest, opnieuw stemmen, of na elkaar spelen",
        "in a tie: the facilitator picks, vote again, or play one after the other",
    ),
    "cli-guess": (
        "laat de zaal eerst raden of vertrouwen en sympathie omhooggaan of omlaag",
        "let the room guess first whether trust and sympathy go up or down",
    ),
    "cli-teams": ("zoveel teams spelen om de beurt (2-8)", "so many teams play in turn (2-8)"),
    "cli-resume": (
        "ga verder met een sessie; zonder naam met de laatste",
        "go on with a session; without a name with the last one",
    ),
    "cli-phones": (
        "open ook een pagina waarop telefoons stemmen",
        "open a page for votes by phone as well",
    ),
    "cli-host": ("adres waarop telefoons de pagina vinden", "address at which phones find the page"),
    "cli-port": ("poort van de pagina (8080)", "port of the page (8080)"),
    "cli-remote": ("laat ook een telefoon bedienen", "let a phone control the session too"),
    "cli-report": ("schrijf het verslag van een sessie", "write the report of a session"),
    "cli-report-output": (
        "bestand voor het verslag (.html of .csv)",
        "file for the report (.html or .csv)",
    ),
    "cli-preflight": ("kijk na of alles klaar is", "check that everything is ready"),
    "workshop-no-terminal": (
        "Een workshop heeft een echt scherm nodig ({why}). Start hem in een terminal.",
        "A workshop needs a real screen ({why}). Start it in a terminal.",
    ),
    "workshop-teams-wrong": (
        "--teams moet 1 tot 8 zijn, niet {found}.",
        "--teams must be 1 to 8, not {found}.",
    ),
    "workshop-port-wrong": (
        "--port moet 1 tot 65535 zijn, niet {found}.",
        "--port must be 1 to 65535, not {found}.",
    ),
    "workshop-no-extra": (
        "Voor telefoons ontbreekt ‘{module}’. Installeer: {python} -m pip install "
        '"luisterkamer[workshop]". Zonder --phones werkt alles met handen.',
        "For phones ‘{module}’ is missing. Install: {python} -m pip install "
        '"luisterkamer[workshop]". Without --phones everything works with hands.',
    ),
    "workshop-no-sessions": (
        "Er is nog geen sessie. Begin er een: {command} workshop GESPREK",
        "There is no session yet. Begin one: {command} workshop CONVERSATION",
    ),
    "workshop-unknown": (
        "Er is geen sessie ‘{found}’. De laatste: {known}",
        "There is no session ‘{found}’. The last ones: {known}",
    ),
    "workshop-which": (
        "‘{found}’ past bij meer dan één sessie: {known}",
        "‘{found}’ fits more than one session: {known}",
    ),
    "workshop-damaged": (
        "De sessie ‘{session}’ is beschadigd en kan niet verder. Het verslag gaat wel: {command} workshop "
        "--report {session}",
        "The session ‘{session}’ is damaged and cannot go on. Its report can be made: {command} workshop "
        "--report {session}",
    ),
    "workshop-unreadable": (
        "De sessie ‘{session}’ kan niet worden gelezen.",
        "The session ‘{session}’ cannot be read.",
    ),
    "workshop-no-level": (
        "Het gesprek van sessie ‘{session}’ is er niet meer.",
        "The conversation of session ‘{session}’ is not there any more.",
    ),
    "workshop-in-use": (
        "De sessie ‘{session}’ is al open in een ander venster.",
        "The session ‘{session}’ is open in another window.",
    ),
    "workshop-left": (
        "Bewaard. Verder:\n  {command} workshop {resume}\nVerslag:\n  {command} workshop --report "
        "{session} -o verslag.html",
        "Saved. To go on:\n  {command} workshop {resume}\nReport:\n  {command} workshop --report "
        "{session} -o report.html",
    ),
    "workshop-report-failed": (
        "‘{path}’ kan niet worden geschreven: {why}",
        "‘{path}’ cannot be written: {why}",
    ),
    "workshop-report-there": (
        "‘{path}’ is er al. Kies een andere naam, of haal het weg.",
        "‘{path}’ is there already. Choose another name, or remove it.",
    ),
    "workshop-report-done": ("Verslag in {path}", "Report in {path}"),
}
