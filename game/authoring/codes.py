"""Every problem a level can have: a stable code, how grave it is, and what we say about it.

E0 the file, E1 its shape, E2 names, E3 the way through; W is a warning: the level plays. What is proved of
every state stands in `proof_codes`, what a reader of levels would remark on (W4) in `didactic_codes`.
"""

from __future__ import annotations

from game.authoring.code import Code
from game.authoring.didactic_codes import DIDACTIC_CODES
from game.authoring.proof_codes import PROOF_ERRORS, PROOF_WARNINGS

_ALL = (
    Code(
        "E001",
        "Dit bestand is niet bewaard als UTF-8 maar als {found}.",
        "This file is not saved as UTF-8 but as {found}.",
        "Sla het op als UTF-8: in Kladblok via ‘Opslaan als’, onder ‘Codering’.",
        "Save it as UTF-8: in Notepad with ‘Save as’, under ‘Encoding’.",
    ),
    Code(
        "E002",
        "Dit bestand is te groot: {found}. Het maximum is {limit}.",
        "This file is too large: {found}. The limit is {limit}.",
        "Een level is één gesprek. Splits het bestand, of onthoud minder feiten.",
        "A level is one conversation. Split the file, or remember fewer facts.",
    ),
    Code(
        "E003",
        "Hier staat een teken dat je niet ziet en dat niet mag: {found}.",
        "There is a character here that cannot be seen and is not allowed: {found}.",
        "Haal het weg. Vaak komt het mee bij plakken uit een ander programma.",
        "Delete it. It often comes along when pasting from another program.",
    ),
    Code(
        "E004",
        "Hier staat een tab.",
        "There is a tab here.",
        "Gebruik spaties. Inspringen gaat met twee spaties per trap.",
        "Use spaces. Indent with two spaces for each step.",
    ),
    Code(
        "E005",
        "Hier loopt het lezen vast: {found}.",
        "Reading got stuck here: {found}.",
        "{remedy}",
        "{remedy}",
    ),
    Code(
        "E006",
        "‘{found}’ gebruiken we in levels niet.",
        "‘{found}’ is not used in levels.",
        "Zet gewone tekst die zo begint in een blok met >- ervoor.",
        "Put ordinary text that starts like this in a block after >-.",
    ),
    Code(
        "E007",
        "Dit zit te diep genest: meer dan {limit} trappen.",
        "This is nested too deeply: more than {limit} steps.",
        "Een level heeft er minder dan tien nodig. Kijk naar haken en inspringen.",
        "A level needs fewer than ten. Look at brackets and indentation.",
    ),
    Code(
        "E008",
        "Dit bestand kan niet worden gelezen: {found}.",
        "This file cannot be read: {found}.",
        "Kijk of het bestaat en of je het mag lezen.",
        "See whether it exists and whether you may read it.",
    ),
    Code(
        "E009",
        "Dit bestand is leeg.",
        "This file is empty.",
        "Begin met ‘format: 1’. levels/README.md laat de vorm zien.",
        "Begin with ‘format: 1’. levels/README.md shows the shape.",
    ),
    Code(
        "E010",
        "De bestandsnaam ‘{found}’ kan geen naam van een level zijn.",
        "The file name ‘{found}’ cannot be the name of a level.",
        "Gebruik kleine letters, cijfers, - en _; begin met een letter; hooguit 40 tekens.",
        "Use small letters, digits, - and _; start with a letter; at most 40 characters.",
    ),
    Code(
        "E101",
        "‘{found}’ ken ik hier niet.{suggestion}",
        "I don't know ‘{found}’ here.{suggestion}",
        "Hier mag staan: {allowed}.",
        "Allowed here: {allowed}.",
    ),
    Code(
        "E102",
        "Hier ontbreekt ‘{missing}’.",
        "‘{missing}’ is missing here.",
        "Voeg een regel ‘{missing}:’ toe.",
        "Add a line ‘{missing}:’.",
    ),
    Code(
        "E103",
        "‘{key}’ is leeg.",
        "‘{key}’ is empty.",
        "Vul het in of haal de regel weg. Staat het eronder? Laat dat dan verder inspringen.",
        "Fill it in or delete the line. Is it below? Then indent that further.",
    ),
    Code(
        "E104",
        "Bij ‘{key}’ hoort {wanted}; hier staat {what}.",
        "‘{key}’ takes {wanted}; this is {what}.",
        "Vergelijk met het voorbeeld in levels/README.md.",
        "Compare with the example in levels/README.md.",
    ),
    Code(
        "E105",
        "‘{found}’ is geen heel getal van {lowest} tot {highest}.",
        "‘{found}’ is not a whole number from {lowest} to {highest}.",
        "Gebruik alleen cijfers. Een verandering mag met + of - beginnen: +5, -10.",
        "Use digits only. A change may start with + or -: +5, -10.",
    ),
    Code(
        "E106",
        "‘{found}’ kan geen naam zijn.",
        "‘{found}’ cannot be a name.",
        "Gebruik kleine letters, cijfers, - en _; begin met een letter; hooguit 40 tekens.",
        "Use small letters, digits, - and _; start with a letter; at most 40 characters.",
    ),
    Code(
        "E107",
        "‘{found}’ staat er twee keer.",
        "‘{found}’ is here twice.",
        "De eerste staat op regel {first}. Haal er één weg of geef er één een andere naam.",
        "The first one is on line {first}. Delete one of them or give one another name.",
    ),
    Code(
        "E108",
        "De voorwaarde ‘{found}’ begrijp ik niet.",
        "I don't understand the condition ‘{found}’.",
        "Zo kan het: trust >= 40 and not beloofd. Alleen ‘and’ en ‘not’, en >= <= > <.",
        "Like this: trust >= 40 and not promised. Only ‘and’ and ‘not’, and >= <= > <.",
    ),
    Code(
        "E109",
        "Deze regel noemt geen spreker, of meer dan één.",
        "This line names no speaker, or more than one.",
        "Begin met één naam: narrator, you, of iemand uit ‘people’. De tekst springt daaronder in.",
        "Start with one name: narrator, you, or someone from ‘people’. The text is indented below it.",
    ),
    Code(
        "E110",
        "Een antwoord heeft ‘say’ of ‘silence: true’, niet allebei en niet geen van beide.",
        "A reply has ‘say’ or ‘silence: true’, not both and not neither.",
        "Kies er één.",
        "Choose one of them.",
    ),
    Code(
        "E111",
        "Dit bestand heeft vorm {found}; deze versie leest vorm 1.",
        "This file has format {found}; this version reads format 1.",
        "Schrijf ‘format: 1’, of gebruik een nieuwere versie van het spel.",
        "Write ‘format: 1’, or use a newer version of the game.",
    ),
    Code(
        "E112",
        "Deze tekst is te lang: {found} tekens. Het maximum is {limit}.",
        "This text is too long: {found} characters. The limit is {limit}.",
        "Kort hem in of maak er meer regels van.",
        "Shorten it or make more lines of it.",
    ),
    Code(
        "E113",
        "Deze tekst is in het ‘{found}’, maar ‘languages’ noemt die taal niet.",
        "This text is in ‘{found}’, but ‘languages’ does not name that language.",
        "Zet ‘{found}’ bij ‘languages’, of haal alle teksten in die taal weg.",
        "Add ‘{found}’ to ‘languages’, or delete every text in that language.",
    ),
    Code(
        "E114",
        "‘{found}’ springt te weinig in: het hoort bij ‘{owner}’.",
        "‘{found}’ is not indented far enough: it belongs to ‘{owner}’.",
        "Zet er twee spaties voor, en ook voor de regels die eronder horen.",
        "Put two spaces before it, and before the lines that belong under it.",
    ),
    Code(
        "E201",
        "‘{found}’ is geen {kind}.{suggestion}",
        "‘{found}’ is not a {kind}.{suggestion}",
        "Wat er wel is: {allowed}.",
        "What there is: {allowed}.",
    ),
    Code(
        "E202",
        "De naam ‘{found}’ heeft hier al een vaste betekenis.",
        "The name ‘{found}’ already has a fixed meaning here.",
        "Kies een andere naam.",
        "Choose another name.",
    ),
    Code(
        "E301",
        "Scène ‘{scene}’ heeft geen antwoord dat altijd kan.",
        "Scene ‘{scene}’ has no reply that is always there.",
        "Haal bij één antwoord ‘when’ weg, anders kan een speler vastlopen.",
        "Remove ‘when’ from one reply, or a player may get stuck.",
    ),
    Code(
        "E302",
        "Vanuit scène ‘{scene}’ komt niemand bij het einde.",
        "From scene ‘{scene}’ nobody can reach the end.",
        "Laat één antwoord naar ‘end’ gaan, of naar een scène die daar komt.",
        "Let one reply go to ‘end’, or to a scene that gets there.",
    ),
    Code(
        "E303",
        "Het laatste einde heeft een ‘when’.",
        "The last ending has a ‘when’.",
        "Zet als laatste een einde zonder ‘when’: dat geldt als niets anders past.",
        "Put an ending without ‘when’ last: it holds when nothing else fits.",
    ),
    Code(
        "E304",
        "Einde ‘{ending}’ komt nooit aan de beurt: ‘{earlier}’ staat ervoor en geldt altijd.",
        "Ending ‘{ending}’ never gets its turn: ‘{earlier}’ stands before it and always holds.",
        "Geef ‘{earlier}’ een ‘when’, of zet het als laatste.",
        "Give ‘{earlier}’ a ‘when’, or put it last.",
    ),
    *PROOF_ERRORS,
    Code(
        "W101",
        "Deze tekst is er niet in: {missing}.",
        "This text is missing in: {missing}.",
        "Zolang die ontbreekt, zien spelers de andere taal.",
        "As long as it is missing, players see the other language.",
    ),
    Code(
        "W102",
        "Wat hier na ‘#’ staat, telt niet mee als tekst.",
        "What comes after ‘#’ here is not part of the text.",
        "Hoort het erbij? Zet de tekst in een blok met >- ervoor. Zet een opmerking op een eigen regel.",
        "Does it belong? Put the text in a block after >-. Give a comment a line of its own.",
    ),
    Code(
        "W103",
        "‘{found}:’ staat hier in een tekst, en wordt uitgesproken.",
        "‘{found}:’ stands inside a text here, and is spoken.",
        "Is het een regel van het level? Zet hem zo ver naar links als de naam boven de tekst.",
        "Is it a line of the level? Move it as far to the left as the name above the text.",
    ),
    Code(
        "W301",
        "Niemand komt ooit bij scène ‘{scene}’.",
        "Nobody ever gets to scene ‘{scene}’.",
        "Laat een antwoord erheen gaan, of haal de scène weg.",
        "Let a reply go there, or delete the scene.",
    ),
    Code(
        "W302",
        "‘{fact}’ wordt onthouden, maar nergens gebruikt.",
        "‘{fact}’ is remembered but used nowhere.",
        "Gebruik het in een ‘when’, of haal ‘remember’ weg.",
        "Use it in a ‘when’, or delete ‘remember’.",
    ),
    *PROOF_WARNINGS,
)

CODES = {code.id: code for code in (*_ALL, *DIDACTIC_CODES)}

KINDS = {
    "scene": ("scène", "scene"),
    "person": ("persoon", "person"),
    "fact": ("onthouden feit", "remembered fact"),
    "principle": ("principe", "principle"),
    "source": ("bron", "source"),
    "level": ("level", "level"),
    "reply": ("antwoord", "reply"),
    "ending": ("einde", "ending"),
    "warning": ("waarschuwing", "warning"),
}
"""What names can stand for, in both languages."""

TONGUES = {"nl": ("Nederlands", "Dutch"), "en": ("Engels", "English")}
"""The languages of texts, in both languages."""

SHAPES = {
    "text": ("tekst", "text"),
    "list": ("een lijst", "a list"),
    "mapping": ("een groep regels met namen", "a group of named lines"),
    "words": ("tekst, of tekst per taal", "text, or text per language"),
    "one-of": ("één van: {options}", "one of: {options}"),
    "true": ("true of niets", "true or nothing"),
    "name-or-list": ("een naam of een lijst namen", "a name or a list of names"),
    "step": (
        "een antwoord, of een antwoord met daarachter de meters: - kijk-mee: {{trust: 55}}",
        "a reply, or a reply with the meters behind it: - kijk-mee: {{trust: 55}}",
    ),
}
"""What a place can take, in both languages."""
