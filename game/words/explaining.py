"""The pages on codes, and where to find them."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli-explain": (
        "leg een code van ‘check’ uit, met een voorbeeld",
        "explain a code of ‘check’, with an example",
    ),
    "cli-code": ("zoals E101; zonder: alle codes", "such as E101; without: all codes"),
    "check-more": ("Meer: {command} explain {code}", "More: {command} explain {code}"),
    "explain-unknown": (
        "Er is geen code ‘{found}’.{suggestion} Alle codes: {command} explain",
        "There is no code ‘{found}’.{suggestion} All codes: {command} explain",
    ),
    "explain-one": (
        "Meer over één code: {command} explain {code}",
        "More about one: {command} explain {code}",
    ),
    "explain-error": (
        "Een fout: zolang die er is, kan niemand het level spelen.",
        "An error: as long as it is there, nobody can play the level.",
    ),
    "explain-warning": (
        "Een waarschuwing: het level is gewoon te spelen.",
        "A warning: the level can be played all the same.",
    ),
    "explain-remark": (
        "Een opmerking: het level is gewoon te spelen. Is het zo bedoeld? Zet het dan onder ‘accept’, met"
        " een reden. ‘check’ laat zien hoe.",
        "A remark: the level can be played all the same. Is it meant? Put it under ‘accept’, with a reason."
        " ‘check’ shows how.",
    ),
    "explain-means": ("Wat is er?", "What is it?"),
    "explain-why": ("Waarom doet het ertoe?", "Why does it matter?"),
    "explain-do": ("Wat doe je?", "What to do?"),
    "explain-how": ("Zo komt het:", "How it comes about:"),
    "explain-wrong": ("Liever niet zo:", "Rather not like this:"),
    "explain-right": ("Wel zo:", "But like this:"),
    "explain-says": ("Dan zegt ‘check’:", "Then ‘check’ says:"),
    "explain-help": ("Hulp: {remedy}", "Help: {remedy}"),
    "explain-gap": (
        "Een regel met … staat voor regels die blijven zoals ze zijn.",
        "A line with … stands for lines that stay as they are.",
    ),
    "explain-kind-e0": ("Het bestand", "The file"),
    "explain-kind-e1": ("De vorm", "The shape"),
    "explain-kind-e2": ("Namen", "Names"),
    "explain-kind-e3": ("De weg door het gesprek", "The way through the conversation"),
    "explain-kind-w1": ("Teksten (waarschuwingen)", "Texts (warnings)"),
    "explain-kind-w3": (
        "De weg door het gesprek (waarschuwingen)",
        "The way through the conversation (warnings)",
    ),
    "explain-kind-w4": ("Wat een lezer zou opmerken", "What a reader would remark"),
}
