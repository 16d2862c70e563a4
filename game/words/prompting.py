"""What a room hears between two votes, and in its debrief."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # a prompt for the talk, by how the room is split
    "prompt-nobody-1": (
        "Nog geen stemmen. Lees de antwoorden nog eens, langzaam. Wat houdt je tegen?",
        "No votes yet. Read the replies once more, slowly. What is holding you back?",
    ),
    "prompt-nobody-2": (
        "Niemand koos. Misschien ontbreekt er een antwoord. Wat had jij gezegd?",
        "Nobody chose. Perhaps a reply is missing. What would you have said?",
    ),
    "prompt-unanimous-1": (
        "Alle stemmen voor {letter}. Wie speelt even advocaat van de duivel: wat kan er misgaan?",
        "Every vote for {letter}. Who will be devil’s advocate for a moment: what could go wrong?",
    ),
    "prompt-unanimous-2": (
        "Geen enkel verschil. Stel dat {letter} verkeerd afloopt. Wat hebben we dan niet gezien?",
        "No difference at all. Suppose {letter} goes wrong. What did we miss?",
    ),
    "prompt-unanimous-3": (
        "Alleen {letter}. Verdedig met je buur een minuut lang een ander antwoord, alsof je het meent.",
        "Only {letter}. Take a minute with your neighbour to defend another reply, as if you meant it.",
    ),
    "prompt-lone-voice-1": (
        "Eén stem ging naar {letter}. Van wie hoeven we niet te weten. Zoek met je buur de beste reden "
        "voor dat antwoord.",
        "One vote went to {letter}. Whose, we needn’t know. With your neighbour, find the best reason for "
        "that reply.",
    ),
    "prompt-lone-voice-2": (
        "Er is één keer {letter} gekozen. Wie er iets vóór kan zeggen, mag eerst. Het hoeft niet "
        "je eigen keuze te zijn. Zwijgen mag ook.",
        "{letter} was chosen once. If you can say something for it, you may go first. It need "
        "not be your own choice. Keeping quiet is fine.",
    ),
    "prompt-lone-voice-3": (
        "Eén keer {letter}, tegen de stroom in. Bedenk met je buur wat je gehoord kunt hebben om "
        "dit te kiezen.",
        "{letter}, once, against the current. With your neighbour, work out what you might have "
        "heard to choose it.",
    ),
    "prompt-near-tie-1": (
        "Het scheelde weinig. Zoek iemand die anders koos. Twee minuten: wat zag jij dat de ander niet zag?",
        "That was close. Find someone who chose differently. Two minutes: what did you see that they didn’t?",
    ),
    "prompt-near-tie-2": (
        "Er zit weinig tussen. Twee minuten met je buur: welk woord in het antwoord gaf bij jou de doorslag?",
        "There is little between them. Two minutes with your neighbour: which word in the reply decided it "
        "for you?",
    ),
    "prompt-near-tie-3": (
        "De zaal komt er niet uit. Vertel in tweetallen hoe de keuze van de ander klinkt voor wie hem hoort.",
        "The room can’t make up its mind. In pairs: say how the other’s choice sounds to the person who "
        "hears it.",
    ),
    "prompt-clear-1": (
        "De meesten kozen {letter}. Wie iets anders koos en iets wil zeggen, gaat voor. Passen mag.",
        "Most of you chose {letter}. If you chose something else and want to speak, you go first. Passing "
        "is fine.",
    ),
    "prompt-clear-2": (
        "{letter} ligt voor. Wat zou je moeten horen om toch van gedachten te veranderen?",
        "{letter} is ahead. What would you have to hear to change your mind?",
    ),
    "prompt-clear-3": (
        "Een meerderheid voor {letter}. Wat denkt degene die dit te horen krijgt?",
        "A majority for {letter}. What goes through the mind of the person who hears it?",
    ),
    "prompt-divided-1": (
        "Verdeeld. Praat met z’n drieën. Luister eerst naar wie iets anders koos.",
        "Divided. Talk in threes. Listen first to whoever chose something else.",
    ),
    "prompt-divided-2": (
        "Verdeeld. Zoek iemand met een andere letter en vraag: wat wil je dat er hierna gebeurt?",
        "Divided. Find someone with another letter and ask: what do you want to happen next?",
    ),
    "prompt-divided-3": (
        "Verdeeld. Leg je buur niet uit dat je gelijk hebt. Vraag wat je buur heeft gehoord.",
        "Divided. Don’t tell your neighbour that you are right. Ask what they heard.",
    ),
    # what talking changed
    "shift-all": ("{moved} van de {total}", "{moved} of {total}"),
    "shift-some": ("Minstens {moved} van de {total}", "At least {moved} of {total}"),
    "shift-to": (
        "{who} stapten over naar {letter}: {words}",
        "{who} moved to {letter}: {words}",
    ),
    "shift-to-one": (
        "{who} stapte over naar {letter}: {words}",
        "{who} moved to {letter}: {words}",
    ),
    "shift-mostly": (
        "{who} veranderden van keuze, vooral naar {letter}: {words}",
        "{who} changed their choice, mostly to {letter}: {words}",
    ),
    "shift-spread": ("{who} veranderden van keuze.", "{who} changed their choice."),
    "shift-spread-one": (
        "{who} veranderde van keuze.",
        "{who} changed their choice.",
    ),
    "shift-nobody": ("Niemand veranderde van keuze.", "Nobody changed their choice."),
    "shift-stayed": (
        "Wie twee keer stemde, bleef bij dezelfde keuze.",
        "Those who voted twice kept to their choice.",
    ),
    "shift-nobody-again": (
        "Niemand stemde opnieuw: de eerste stemming staat.",
        "Nobody voted again: the first vote stands.",
    ),
    "shift-nobody-seen": ("De aantallen laten geen verschuiving zien.", "The counts show no shift."),
    "shift-unseen": (
        "Hoeveel mensen veranderden, is niet te zien: handen en telefoons liepen door elkaar.",
        "How many changed cannot be seen: hands and phones got mixed.",
    ),
    "shift-more": (
        "Er kwamen stemmen bij: {count}.",
        "Votes added: {count}.",
    ),
    "shift-fewer": (
        "Er vielen stemmen weg: {count}.",
        "Votes dropped: {count}.",
    ),
    # the debrief of a room
    "together-feeling": (
        "Met welk gevoel ga je weg?",
        "How do you come away from this?",
    ),
    "together-feeling-ask": (
        "Eerst dit, voor iemand iets uitlegt. Met welk gevoel kom jij uit dit gesprek?",
        "This first, before anybody explains anything. How do you come away from this conversation?",
    ),
    "together-feeling-hands": (
        "Steek één keer je hand op: {feelings}?",
        "Raise your hand once: {feelings}?",
    ),
    "together-feeling-word": (
        "Of een rondje: ieder één woord. Passen mag.",
        "Or go round: one word each. Passing is fine.",
    ),
    "together-team": ("Team {team}: {words}", "Team {team}: {words}"),
    "together-ending": ("Het einde: {title}.", "The ending: {title}."),
    "together-late": ("Later: {words}", "Later: {words}"),
    "together-by-facilitator": ("De begeleider koos.", "The facilitator chose."),
    "together-by-tie": ("Gelijke stemmen; de begeleider koos.", "A tie; the facilitator chose."),
    "together-by-both": (
        "Het was gelijk; hiermee gingen we verder.",
        "It was a tie; we went on with this one.",
    ),
    "together-turning": (
        "Het keerpunt: antwoord {number}, {words}",
        "The turning point: reply {number}, {words}",
    ),
    "together-secured": (
        "Hier stond het vast: antwoord {number}, {words}",
        "Settled here: reply {number}, {words}",
    ),
    "together-moved": (
        "Het belangrijkst was antwoord {number}, {words}",
        "What mattered most was reply {number}, {words}",
    ),
    "together-divided": ("Waar we verdeeld waren", "Where we were divided"),
    "together-divided-at": (
        "Antwoord {number}. De grootste groep had {most} van de {total} stemmen.",
        "Reply {number}. The largest group had {most} of the {total} votes.",
    ),
    "together-never-divided": (
        "We waren het steeds eens. Toch kijken we één keer terug, naar antwoord {number}.",
        "We agreed every time. Let’s look back once all the same, at reply {number}.",
    ),
    "together-no-votes": (
        "Er is niet gestemd, dus er valt geen verdeeldheid te laten zien.",
        "There was no vote, so there is no division to show.",
    ),
    "together-said": ("We zeiden {letter}: {words}", "We said {letter}: {words}"),
    "together-instead": ("En met {letter}?", "And with {letter}?"),
    "together-again": ("Nog eens {letter}", "{letter} once more"),
    "together-would-say": ("Dan hadden we gezegd: {words}", "We would have said: {words}"),
    "together-did-say": ("We zeiden: {words}", "We said: {words}"),
    "together-then-ends": (
        "Daar was het gesprek afgelopen: {title}.",
        "The conversation would have ended there: {title}.",
    ),
    "together-then-open": (
        "Zo kon het dan nog aflopen: {titles}.",
        "It could then still have ended as: {titles}.",
    ),
    "together-same-open": (
        "Het kon nog net zo aflopen als bij ons: {titles}.",
        "It could still have ended the same ways as ours: {titles}.",
    ),
    "together-now-open": (
        "Na ons eigen antwoord: {titles}.",
        "After our own reply: {titles}.",
    ),
    "together-principle-ask": (
        "Welk principe neem je mee? Kies eerst alleen. Dan stemmen we.",
        "Which principle will you take with you? Choose alone first. Then we vote.",
    ),
    "together-principle-chosen": (
        "De zaal koos: {names}. {votes} van de {total} stemmen.",
        "The room chose: {names}. {votes} of {total} votes.",
    ),
    "together-principle-each": (
        "Gelijk: {names}. Elk {votes} van de {total}.",
        "A tie: {names}. {votes} of {total} each.",
    ),
    "together-principle-none": ("Er is geen principe gekozen.", "No principle was chosen."),
    "together-quote": ("In woorden", "In words"),
    "together-at-stake": (
        "Jullie gesprek draaide vooral om: {names}.",
        "Your conversation turned mostly on: {names}.",
    ),
    "together-at-stake-too": (
        "Ook jullie gesprek draaide om: {names}.",
        "Your conversation turned on it too: {names}.",
    ),
    "together-questions": ("Vragen", "Questions"),
    "together-question-own": (
        "Welk antwoord stond er niet bij, en had jij wel gegeven? Zeg het hardop tegen je buur.",
        "Which reply was missing that you would have given? Say it aloud to your neighbour.",
    ),
    "together-tomorrow-write": (
        "Schrijf één zin op, op papier of in je eigen telefoon: als dit gebeurt, dan doe ik dat.",
        "Write one sentence down, on paper or in your own phone: when this happens, I do that.",
    ),
    "together-tomorrow-example": ("Bijvoorbeeld: {plan}", "For example: {plan}"),
    "together-tomorrow-own": (
        "Je plan is van jou. Wij vragen er niet naar en bewaren het niet.",
        "Your plan is yours. We do not ask for it, and keep nothing of it.",
    ),
}
