"""The report of a workshop, and the comparison with others."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "report-title": ("{title}: verslag van een workshop", "{title}: report of a workshop"),
    "report-day": ("Gespeeld op {day}.", "Played on {day}."),
    "report-size": (
        "De meeste stemmen in één ronde: {count}.",
        "Most votes in one round: {count}.",
    ),
    "report-phones": ("Telefoons die meestemden: {count}.", "Phones that voted: {count}."),
    "report-together": (
        "{count} teams, tegelijk, elk op de eigen telefoons en op een eigen manier.",
        "{count} teams, at the same time, each on its own phones and in its own way.",
    ),
    "report-teams": (
        "{count} teams, om de beurt, elk op een eigen manier.",
        "{count} teams, in turn, each in its own way.",
    ),
    "report-tie-facilitator": (
        "Afspraak bij gelijke stemmen: de begeleider kiest.",
        "As agreed for a tie: the facilitator chooses.",
    ),
    "report-tie-revote": (
        "Afspraak bij gelijke stemmen: opnieuw stemmen.",
        "As agreed for a tie: vote again.",
    ),
    "report-tie-both": (
        "Afspraak bij gelijke stemmen: na elkaar spelen.",
        "As agreed for a tie: play one after the other.",
    ),
    "report-undone": (
        "Ongedaan gemaakte stappen, hier niet meegeteld: {count}.",
        "Undone steps, not counted here: {count}.",
    ),
    "report-unfinished": (
        "De sessie is niet afgemaakt. Dit is wat er tot dan toe was.",
        "The session was not finished. This is what there was until then.",
    ),
    "report-no-names": (
        "Namen zijn niet gevraagd en niet bewaard. Van opgestoken handen kennen we alleen het aantal.",
        "Names were neither asked nor kept. Of raised hands we know the number only.",
    ),
    "report-you": ("Wie jullie waren", "Who you were"),
    "report-path": (
        "De weg door het gesprek",
        "The path through the conversation",
    ),
    "report-paths": (
        "De wegen naast elkaar",
        "The paths side by side",
    ),
    "report-team": ("Team {team}", "Team {team}"),
    "report-open-end": ("Nog niet afgelopen", "Not over yet"),
    "report-nothing-yet": ("Er is nog geen antwoord gegeven.", "No reply was given yet."),
    "report-decisions": (
        "De rondes",
        "The rounds",
    ),
    "report-decision": (
        "Ronde {number}",
        "Round {number}",
    ),
    "report-decision-of-team": (
        "Team {team}, ronde {number}",
        "Team {team}, round {number}",
    ),
    "report-most-divided": ("Hier was de zaal het meest verdeeld.", "Here the room was most divided."),
    "report-most-divided-team": ("Hier was dit team het meest verdeeld.", "Here this team was most divided."),
    "report-letter": ("Letter", "Letter"),
    "report-reply": ("Antwoord", "Reply"),
    "report-first": ("Eerste stemming", "First vote"),
    "report-second": ("Tweede stemming", "Second vote"),
    "report-votes": ("Stemmen", "Votes"),
    "report-change": ("Verschil", "Change"),
    "report-counted": ("handen {hands}, telefoons {phones}", "hands {hands}, phones {phones}"),
    "report-all": (
        "Totaal",
        "Total",
    ),
    "report-played": ("gespeeld", "played"),
    "report-played-too": ("ook gespeeld", "played too"),
    "report-no-vote": ("Er is niet over gestemd.", "There was no vote on it."),
    "report-still-open": ("De stemming was nog open.", "The vote was still open."),
    "report-not-played": ("Dit is niet meer gespeeld.", "This was not played any more."),
    "report-by": ("Wie koos: {who}.", "Who chose: {who}."),
    "report-by-room": ("de zaal", "the room"),
    "report-by-team": ("het team", "the team"),
    "report-by-facilitator": (
        "de begeleider, tegen de stemming in",
        "the facilitator, against the vote",
    ),
    "report-by-facilitator-alone": ("de begeleider, zonder stemmen", "the facilitator, without votes"),
    "report-by-facilitator-along": (
        "de begeleider, met de stemming mee",
        "the facilitator, in line with the vote",
    ),
    "report-by-tie": ("de begeleider, bij gelijke stemmen", "the facilitator, in a tie"),
    "report-by-both": (
        "niemand: gelijke stemmen, na elkaar gespeeld",
        "nobody: a tie, played one after the other",
    ),
    "report-guessed": (
        "Vooraf geraden: vertrouwen {trust}, sympathie {sympathy}.",
        "Guessed beforehand: trust {trust}, sympathy {sympathy}.",
    ),
    "report-guess-up": ("omhoog", "up"),
    "report-guess-same": ("gelijk", "the same"),
    "report-guess-down": ("omlaag", "down"),
    "report-meters": ("Wat het deed: {words}.", "What it did: {words}."),
    "report-other": (
        "En {letter}, ook gespeeld: {words}.",
        "And {letter}, played too: {words}.",
    ),
    "report-principle": ("Het principe", "The principle"),
    "report-option": ("Principe", "Principle"),
    "report-aim": ("Wat de begeleider wilde", "What the facilitator was after"),
    "report-questions": (
        "Vragen om mee verder te praten",
        "Questions to keep talking about",
    ),
    # the sheet
    "sheet-what": ("wat", "what"),
    "sheet-team": ("team", "team"),
    "sheet-number": ("nummer", "number"),
    "sheet-letter": ("letter", "letter"),
    "sheet-id": ("naam", "name"),
    "sheet-words": ("woorden", "words"),
    "sheet-first-hands": ("eerst_handen", "first_hands"),
    "sheet-first-phones": ("eerst_telefoons", "first_phones"),
    "sheet-second-hands": ("daarna_handen", "second_hands"),
    "sheet-second-phones": ("daarna_telefoons", "second_phones"),
    "sheet-change": ("verschil", "change"),
    "sheet-moved": ("veranderden_minstens", "moved_at_least"),
    "sheet-played": ("gespeeld", "played"),
    "sheet-by": ("wie_koos", "who_chose"),
    "sheet-guess-trust": ("geraden_vertrouwen", "guessed_trust"),
    "sheet-guess-sympathy": ("geraden_sympathie", "guessed_sympathy"),
    "sheet-trust-before": ("vertrouwen_voor", "trust_before"),
    "sheet-trust-after": ("vertrouwen_na", "trust_after"),
    "sheet-sympathy-before": ("sympathie_voor", "sympathy_before"),
    "sheet-sympathy-after": ("sympathie_na", "sympathy_after"),
    "sheet-row-session": ("sessie", "session"),
    "sheet-row-reply": ("antwoord", "reply"),
    "sheet-row-ending": ("einde", "ending"),
    "sheet-row-principle": ("principe", "principle"),
    "sheet-row-question": ("vraag", "question"),
    "sheet-first-of-both": ("ja, als eerste", "yes, first"),
    "sheet-second-of-both": ("ja, daarna", "yes, after that"),
    "sheet-yes": ("ja", "yes"),
    "sheet-who-room": ("zaal", "room"),
    "sheet-who-team": ("team", "team"),
    "sheet-who-facilitator": ("begeleider", "facilitator"),
    "sheet-who-tie": ("begeleider bij gelijke stemmen", "facilitator in a tie"),
    "sheet-who-both": ("na elkaar bij gelijke stemmen", "one after the other in a tie"),
    # beside others
    "cli-compare": (
        "met --report: vergelijk met deze bestanden, of met alles wat is bewaard; zonder -o als tekst",
        "with --report: compare with these files, or with all that is saved; without -o as text",
    ),
    "compare-no-file": (
        "‘{path}’ is er niet. Noem bestanden van sessies of bewaarde gesprekken, of noem er geen.",
        "‘{path}’ is not there. Name files of sessions or saved games, or name none.",
    ),
    "compare": (
        "Vergeleken met anderen",
        "Compared with others",
    ),
    "compare-told": (
        "Eerdere sessies van dit gesprek: {rooms}. Gespeeld door één speler: {players}. Geteld "
        "is wat op deze computer is bewaard.",
        "Earlier sessions of this conversation: {rooms}. Played by one player: {players}. Only "
        "what is saved on this computer counts.",
    ),
    "compare-none": (
        "Er is nog niets om mee te vergelijken: geen eerdere zaal, en niemand speelde het in zijn eentje.",
        "There is nothing to compare with yet: no earlier room, and nobody played it alone.",
    ),
    "compare-unreadable": (
        "Niet te lezen en daarom niet meegeteld: {count}.",
        "Could not be read and is not counted: {count}.",
    ),
    "compare-other-level": (
        "Van een ander gesprek en daarom niet meegeteld: {count}.",
        "About another conversation and not counted: {count}.",
    ),
    "compare-other-version": (
        "Keuzes uit een andere versie van dit gesprek, niet meegeteld: {count}.",
        "Decisions from another version of this conversation, not counted: {count}.",
    ),
    "compare-here": ("Nu", "Now"),
    "compare-rooms": ("Eerdere zalen", "Earlier rooms"),
    "compare-players": ("Spelers", "Players"),
    "compare-endings": ("Eindes", "Endings"),
    "compare-ending": ("Einde", "Ending"),
    "compare-row": (
        "{words}: nu {here}, eerdere zalen {rooms}, spelers {players}",
        "{words}: now {here}, earlier rooms {rooms}, players {players}",
    ),
}
