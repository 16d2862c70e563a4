"""Pictures of a level."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli-graph": (
        "teken een level: als boom in de terminal, als SVG of als Mermaid",
        "draw a level: as a tree in the terminal, as SVG or as Mermaid",
    ),
    "cli-graph-level": ("naam van een level, of een bestand", "name of a level, or a file"),
    "cli-graph-output": (
        "schrijf de tekening in dit bestand: SVG, of Mermaid met --mermaid",
        "write the picture to this file: SVG, or Mermaid with --mermaid",
    ),
    "cli-mermaid": (
        "als Mermaid, tekst die onder andere GitHub en VS Code tekenen",
        "as Mermaid, text that GitHub and VS Code among others draw",
    ),
    "picture-counts": (
        "{scenes} scènes, {replies} antwoorden, {endings} eindes",
        "{scenes} scenes, {replies} replies, {endings} endings",
    ),
    "picture-trust": ("V", "T"),
    "picture-sympathy": ("S", "S"),
    "picture-if": ("als {when}", "if {when}"),
    "picture-otherwise": ("anders", "otherwise"),
    "picture-remembers": ("onthoudt {facts}", "remembers {facts}"),
    "picture-late": ("hier volgt nog: {effects}", "comes later, here: {effects}"),
    "picture-first": ("begin", "start"),
    "picture-in": ("in {count}", "in {count}"),
    "picture-out": ("uit {count}", "out {count}"),
    "picture-loop": ("lus", "loop"),
    "picture-never": ("komt nooit voor", "never happens"),
    "picture-share": ("{share} van de gokpartijen", "{share} of random games"),
    "picture-uncounted": ("niet geteld", "not counted"),
    "picture-best": ("goed einde", "best ending"),
    "picture-ending": ("einde", "ending"),
    "picture-endings": ("Eindes", "Endings"),
    "picture-to-end": ("naar einde {numbers}", "to ending {numbers}"),
    "picture-legend-meters": (
        "V = vertrouwen, S = sympathie (+ omhoog, - omlaag)",
        "T = trust, S = sympathy (+ up, - down)",
    ),
    "picture-legend-if": (
        "{mark} = komt alleen als dat klopt",
        "{mark} = only there if that holds",
    ),
    "picture-legend-dashed": ("stippellijn = alleen onder een voorwaarde", "dashed = only under a condition"),
    "picture-legend-elsewhere": (
        "{mark} = staat op een andere plek in dit overzicht",
        "{mark} = is elsewhere in this overview",
    ),
    "picture-legend-share": (
        "% = deel van de partijen waarin elk antwoord wordt gegokt, precies uitgerekend",
        "% = share of games in which every reply is picked at random, exact",
    ),
    "picture-legend-uncounted": (
        "te veel mogelijkheden om te tellen hoe vaak iets voorkomt",
        "too many possibilities to count how often things happen",
    ),
    "picture-legend-loop": (
        "lus = hier kun je terugkomen; hoe vaak is niet geteld",
        "loop = you can come back here; how often is not counted",
    ),
    "picture-told": (
        "Tekening van het gesprek, van links naar rechts. {counts}. {endings}",
        "Picture of the conversation, from left to right. {counts}. {endings}",
    ),
    "graph-written": ("Geschreven: {path}", "Written: {path}"),
    "graph-replaced": (
        "Geschreven: {path} (de vorige tekening is vervangen)",
        "Written: {path} (the previous picture is replaced)",
    ),
    "graph-not-ours": (
        "‘{path}’ bestaat al en is geen tekening. Er is niets geschreven: kies een andere naam.",
        "‘{path}’ already exists and is no picture. Nothing was written: choose another name.",
    ),
    "graph-failed": (
        "‘{path}’ kan niet worden geschreven: {why}. Kies een andere map of naam.",
        "‘{path}’ cannot be written: {why}. Choose another folder or name.",
    ),
}
