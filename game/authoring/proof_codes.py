"""E305 and W303 to W309: what is proved of a level by looking at every state a player can come to."""

from __future__ import annotations

from game.authoring.code import Code

PROOF_ERRORS = (
    Code(
        "E305",
        "In scène ‘{scene}’ kan een speler komen zonder dat er nog een einde is: {state}.",
        "A player can come to scene ‘{scene}’ with no ending left: {state}.",
        "Zo komt iemand daar: {route}. Geef een antwoord zonder ‘when’ een weg naar het einde.",
        "This is how one gets there: {route}. Give a reply without ‘when’ a way to the end.",
    ),
)

PROOF_WARNINGS = (
    Code(
        "W303",
        "Antwoord ‘{reply}’ is er nooit: de voorwaarde geldt in geen enkel gesprek.",
        "Reply ‘{reply}’ is never there: its condition holds in no conversation.",
        "Wie hier komt, heeft {reachable}. Maak de voorwaarde ruimer, of haal het antwoord weg.",
        "Who gets here has {reachable}. Widen the condition, or delete the reply.",
    ),
    Code(
        "W304",
        "Deze voorwaarde geldt altijd: ‘when’ doet hier niets.",
        "This condition always holds: ‘when’ does nothing here.",
        "Wie hier komt, heeft {reachable}. Maak de voorwaarde strenger, of haal ‘when’ weg.",
        "Who gets here has {reachable}. Make the condition stricter, or delete ‘when’.",
    ),
    Code(
        "W305",
        "Deze regel komt nooit: de voorwaarde geldt in geen enkel gesprek.",
        "This line never comes: its condition holds in no conversation.",
        "Wie hier komt, heeft {reachable}. Maak de voorwaarde ruimer, of haal de regel weg.",
        "Who gets here has {reachable}. Widen the condition, or delete the line.",
    ),
    Code(
        "W306",
        "Einde ‘{ending}’ komt nooit.",
        "Ending ‘{ending}’ never comes.",
        "Het dichtst erbij: {nearest}. Verzacht de voorwaarde, of geef antwoorden meer effect.",
        "The nearest anybody gets: {nearest}. Soften the condition, or give replies more effect.",
    ),
    Code(
        "W307",
        "Einde ‘{ending}’ komt nooit aan de beurt: als het kan, geldt ‘{earlier}’ ook, en dat staat ervoor.",
        "Ending ‘{ending}’ never gets its turn: when it could, ‘{earlier}’ holds too and stands before it.",
        "Zet ‘{ending}’ eerder, of maak de voorwaarde van ‘{earlier}’ strenger.",
        "Put ‘{ending}’ earlier, or make the condition of ‘{earlier}’ stricter.",
    ),
    Code(
        "W308",
        "‘{test}’ maakt hier geen verschil: zonder dit deel gebeurt precies hetzelfde.",
        "‘{test}’ makes no difference here: without this part exactly the same happens.",
        "Waar de rest geldt, is {meter} {lowest} tot {highest}. Kies een getal ertussen, of haal dit weg.",
        "Where the rest holds, {meter} is {lowest} to {highest}. Choose one in between, or delete this.",
    ),
    Code(
        "W309",
        "Dit effect gaat altijd verloren: {meter} staat hier altijd al op {edge}.",
        "This effect is always lost: {meter} is always at {edge} here already.",
        "Laat {meter} eerder minder bewegen, of haal dit effect weg.",
        "Let {meter} move less before, or delete this effect.",
    ),
)
