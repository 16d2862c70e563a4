"""The facilitator's notes: beside the projector, for one pair of eyes."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli-notes": (
        "aantekeningen bij een lopende workshop, in een tweede venster",
        "notes for a running workshop, in a second window",
    ),
    "cli-notes-level": (
        "druk de aantekeningen van dit gesprek af, zonder workshop",
        "print the notes of this conversation, without a workshop",
    ),
    # finding the session
    "notes-no-session": (
        "Er loopt geen workshop.\nStart er een in een ander venster: {command} workshop\nOf lees "
        "de aantekeningen van een gesprek: {command} notes GESPREK --plain",
        "No workshop is running.\nStart one in another window: {command} workshop\nOr read the "
        "notes of a conversation: {command} notes CONVERSATION --plain",
    ),
    "notes-stale": (
        "De workshop die hier liep, is niet gewoon afgesloten en antwoordt niet meer.\n"
        "Ga ermee verder in een ander venster: {command} workshop --resume",
        "The workshop that ran here did not end as usual and does not answer any more.\n"
        "Go on with it in another window: {command} workshop --resume",
    ),
    "notes-wrong-secret": (
        "De workshop laat dit venster niet toe. Sluit het en start het opnieuw: {command} notes",
        "The workshop does not let this window in. Close it and start it again: {command} notes",
    ),
    "notes-other-version": (
        "De workshop draait in een andere versie van het programma. Sluit beide, en ga verder:"
        " {command} workshop --resume",
        "The workshop runs in another version of the program. Close both, and go on:"
        " {command} workshop --resume",
    ),
    "notes-too-many": (
        "Er staan al te veel vensters met aantekeningen open. Sluit er een.",
        "Too many windows with notes are open already. Close one.",
    ),
    "notes-lost": (
        "Verbinding kwijt. Ik zoek de workshop. Wat hier staat, is van {time}.",
        "Connection lost. Looking for the workshop. What is here is from {time}.",
    ),
    "notes-goodbye": (
        "De workshop is afgesloten. Gaat hij verder, dan doet dit venster vanzelf weer mee. Dit "
        "is van {time}.",
        "The workshop was closed. If it goes on, this window joins in again by itself. This is from {time}.",
    ),
    "notes-back": ("Weer verbonden.", "Connected again."),
    "notes-not-connected": (
        "Geen verbinding: er is niets gedaan.",
        "No connection: nothing was done.",
    ),
    "notes-moved-on": (
        "De workshop was net al een stap verder; er is niets gedaan. Kijk even en kies opnieuw.",
        "The workshop had just gone a step further; nothing was done. Look, and choose again.",
    ),
    "notes-question-over": (
        "Deze vraag is voorbij. Esc gaat terug.",
        "This question is over. Esc goes back.",
    ),
    "notes-step-later": (
        "De stappen van de nabespreking komen na het einde.",
        "The steps of the debrief come after the ending.",
    ),
    "notes-other-view": (
        "Er kwam een ander team in beeld; er is niets gedaan. Kijk even en kies opnieuw.",
        "Another team came into view; nothing was done. Look, and choose again.",
    ),
    "notes-too-fast": ("Dat ging te snel; er is niets gedaan.", "That was too fast; nothing was done."),
    "notes-other-screen": (
        "Dat kan nu niet; er is niets gedaan.",
        "That cannot be done now; nothing was done.",
    ),
    "notes-not-saved": (
        "NIET BEWAARD: {why}. De workshop gaat door.",
        "NOT SAVED: {why}. The workshop goes on.",
    ),
    # on top
    "notes-title": ("Aantekeningen: {title}", "Notes: {title}"),
    "notes-clock": ("{all}, hier {here}", "{all}, here {here}"),
    "notes-round": (
        "ronde {round}",
        "round {round}",
    ),
    "notes-team": ("team {now} van {all}", "team {now} of {all}"),
    "notes-shown": ("alinea {now} van {all}", "paragraph {now} of {all}"),
    "notes-phase-prebrief": ("Vooraf", "Before we begin"),
    "notes-phase-scene": ("Lezen", "Reading"),
    "notes-phase-vote": ("Stemmen", "Voting"),
    "notes-phase-split": ("De stemming is dicht", "The vote is closed"),
    "notes-phase-discuss": ("Praten", "Talking"),
    "notes-phase-revote": ("Opnieuw stemmen", "Voting again"),
    "notes-phase-shift": ("De verschuiving", "The shift"),
    "notes-phase-guess": ("Raden", "Guessing"),
    "notes-phase-consequence": ("Wat er gebeurt", "What happens"),
    "notes-phase-other": (
        "En met een ander antwoord",
        "And with another reply",
    ),
    "notes-phase-ending": ("Het einde", "The ending"),
    "notes-phase-debrief": (
        "Nabespreking: {step}",
        "Debrief: {step}",
    ),
    "notes-phase-done": ("Klaar", "Done"),
    "notes-step-feeling": ("hoe het voelde", "how it felt"),
    "notes-step-happened": ("wat er gebeurde", "what happened"),
    "notes-step-divided": ("waar we verdeeld waren", "where we were divided"),
    "notes-step-principle": ("het principe", "the principle"),
    "notes-step-quote": ("in woorden", "in words"),
    "notes-step-outcome": ("hoe het echt ging", "what really happened"),
    "notes-step-questions": ("vragen", "questions"),
    "notes-step-tomorrow": ("morgen", "tomorrow"),
    # votes
    "notes-votes": ("{count} stemmen", "{count} votes"),
    "notes-by-phones": ("waarvan {count} met telefoon", "{count} of them by phone"),
    "notes-hidden": ("de zaal ziet dit nog niet", "the room does not see this yet"),
    "notes-before": ("eerst", "before"),
    "notes-moved": ("{count} veranderden van keuze", "{count} changed their choice"),
    "notes-moved-one": (
        "{count} veranderde van keuze",
        "{count} changed their choice",
    ),
    "notes-at-least": ("minstens", "at least"),
    "notes-split-nobody": ("Niemand heeft gestemd.", "Nobody has voted."),
    "notes-split-unanimous": ("Iedereen kiest hetzelfde.", "Everybody chooses the same."),
    "notes-split-lone-voice": ("Eén stem staat alleen.", "One voice stands alone."),
    "notes-split-near-tie": ("Bijna gelijk.", "Nearly a tie."),
    "notes-split-clear": ("Een duidelijke meerderheid.", "A clear majority."),
    "notes-split-divided": ("Verdeeld.", "Divided."),
    "notes-prompt": ("Op het scherm: {prompt}", "On the screen: {prompt}"),
    "notes-tied": ("Gelijk: {letters}.", "A tie: {letters}."),
    "notes-tie-facilitator": ("Jij kiest: k en de letter.", "You pick: k and the letter."),
    "notes-tie-revote": (
        "Afgesproken: opnieuw stemmen (r); daarna kies jij (k).",
        "As agreed: vote again (r); after that you pick (k).",
    ),
    "notes-tie-both": ("Afgesproken: na elkaar spelen (w).", "As agreed: play one after the other (w)."),
    "notes-by-room": ("De zaal koos {letter}.", "The room chose {letter}."),
    "notes-by-team": ("Team {team} koos {letter}.", "Team {team} chose {letter}."),
    "notes-by-facilitator": ("Jij koos {letter}.", "You picked {letter}."),
    "notes-by-tie": ("Gelijk; jij koos {letter}.", "A tie; you picked {letter}."),
    "notes-by-both": ("Gelijk: eerst {letter}, dan {others}.", "A tie: first {letter}, then {others}."),
    # what one can do: the short word in the key bar
    "notes-go-next": ("verder", "go on"),
    "notes-go-reveal": ("volgende alinea", "next paragraph"),
    "notes-go-open": ("open stemming", "open the vote"),
    "notes-go-close": ("sluit stemming", "close the vote"),
    "notes-go-discuss": ("praten", "talk"),
    "notes-go-revote": ("opnieuw", "again"),
    "notes-go-play": ("wat er gebeurt", "what happens"),
    "notes-go-choose": ("kies zelf", "pick"),
    "notes-go-hands": ("handen", "hands"),
    "notes-go-count": ("tel", "count"),
    "notes-go-guess": ("raden", "guess"),
    "notes-go-show-other": ("ander antwoord", "another reply"),
    "notes-go-step": ("stap", "step"),
    "notes-go-undo": ("ongedaan", "undo"),
    # below
    "notes-here": (
        "Bij deze scène",
        "For this scene",
    ),
    "notes-none-here": (
        "Bij deze scène staat niets.",
        "No notes for this scene.",
    ),
    "notes-coming": (
        "Straks, bij de volgende scène",
        "Coming up: the next scene",
    ),
    "notes-branches": ("De antwoorden", "The replies"),
    "notes-branches-coming": ("Straks, de antwoorden", "Soon, the replies"),
    "notes-meters": (
        "Nu: vertrouwen {trust}, sympathie {sympathy}.",
        "Now: trust {trust}, sympathy {sympathy}.",
    ),
    "notes-differs": (
        "Wat elk antwoord doet, verschilt per team. Tab laat het zien.",
        "What each reply does differs from team to team. Tab shows it.",
    ),
    "notes-later": ("later", "later"),
    "notes-then": ("dan {trust} en {sympathy}", "then {trust} and {sympathy}"),
    "notes-meant": ("Bedoeling: {because}", "Intention: {because}"),
    "notes-thinks": ("Denkt: {thought}", "Thinks: {thought}"),
    "notes-principle": ("Principe: {principle}", "Principle: {principle}"),
    "notes-remembers": ("Dit werkt later door.", "This has consequences later."),
    "notes-to": ("→ “{words}”", "→ “{words}”"),
    "notes-to-scene": ("→ scène {number}.", "→ scene {number}."),
    "notes-scene": ("Scène {number}. {words}", "Scene {number}. {words}"),
    "notes-no-letters": (
        "In de zaal krijgen de antwoorden letters, in een volgorde die per sessie verschilt.",
        "In the room the replies get letters, in an order that differs from session to session.",
    ),
    "notes-q-closes": (
        "q sluit dit venster; de workshop gaat door.",
        "q closes this window; the workshop goes on.",
    ),
    "notes-to-end": ("→ het einde ‘{ending}’.", "→ the ending ‘{ending}’."),
    "notes-to-close": ("→ het gesprek is voorbij.", "→ the conversation is over."),
    "notes-all-endings": ("Alle {count} eindes kunnen nog.", "All {count} endings are still possible."),
    "notes-endings": ("Kan nog: {titles}.", "Still possible: {titles}."),
    "notes-best-gone": ("Het goede einde kan dan niet meer.", "The good ending is out of reach then."),
    "notes-screen": ("Op het scherm", "On the screen"),
    "notes-you": ("De zaal speelt", "The room plays"),
    "notes-aim": ("Doel", "Aim"),
    "notes-questions": ("Vragen", "Questions"),
    "notes-mistakes": (
        "Fouten die je kunt verwachten",
        "Mistakes to expect",
    ),
    "notes-no-aim": (
        "Bij dit gesprek zijn geen doel, vragen of fouten opgeschreven.",
        "No aim, questions or mistakes were written down for this conversation.",
    ),
    "notes-reached": (
        "Zo liep het af",
        "How it ended",
    ),
    "notes-elsewhere": (
        "Nog te laten zien: k",
        "More to show: k",
    ),
    "notes-was-played": ("gespeeld", "played"),
    "notes-is-shown": ("in beeld", "on the screen"),
    # choosing
    "notes-which": (
        "Welk antwoord spelen we? Het verslag zegt dat jij koos.",
        "Which reply do we play? The report says that you picked.",
    ),
    "notes-which-other": (
        "Welk antwoord wil de zaal nog zien?",
        "Which other reply does the room want to see?",
    ),
    "notes-which-step": ("Naar welke stap van de nabespreking?", "To which step of the debrief?"),
    "notes-guess-trust": ("Wat denkt de zaal: vertrouwen gaat …", "What does the room think: trust goes …"),
    "notes-guess-sympathy": (
        "Wat denkt de zaal: sympathie gaat …",
        "What does the room think: sympathy goes …",
    ),
    "notes-direction-up": ("omhoog", "up"),
    "notes-direction-same": ("blijft gelijk", "stays the same"),
    "notes-direction-down": ("omlaag", "down"),
    "notes-hands": ("Handen tellen", "Counting hands"),
    "notes-hands-how": (
        "Typ letter en aantal, zoals a 12 b 7, of de aantallen op volgorde: 12 7 0 3. Dan enter."
        " Een nieuw aantal vervangt het oude. Esc gaat terug.",
        "Type letter and number, as in a 12 b 7, or the numbers in order: 12 7 0 3. Then enter."
        " A new number replaces the old one. Esc goes back.",
    ),
    "notes-hands-most": ("Hoogstens {most} handen per letter.", "At most {most} hands for a letter."),
    "notes-hands-no-letter": ("De letters zijn nu {letters}.", "The letters are {letters} now."),
    "notes-hands-wrong": (
        "Dat begrijp ik niet. Typ bijvoorbeeld: a 12 b 7",
        "I do not understand that. Type for example: a 12 b 7",
    ),
    "notes-hands-only": ("handen", "hands"),
    "notes-hands-row": ("handen {hands}, telefoons {phones}", "hands {hands}, phones {phones}"),
    # help
    "notes-help": (
        "Dit venster is voor jou alleen; zet het niet op het projectorscherm. Wat je hier doet, "
        "ziet de zaal meteen.",
        "This window is for you alone; keep it off the projector. The room sees at once what you do here.",
    ),
    "notes-help-leave": (
        "Sluit je dit venster, dan gaat de workshop gewoon door.",
        "If you close this window, the workshop simply goes on.",
    ),
    "notes-help-plain": (
        "Op papier of zonder volledig scherm: {command} notes GESPREK --plain",
        "On paper, or without a full screen: {command} notes CONVERSATION --plain",
    ),
    "notes-help-space": (
        "verder: de volgende alinea, dan de volgende bladzijde",
        "go on: the next paragraph, then the next page",
    ),
    "notes-help-enter": (
        "wat hier meestal volgt; het staat onderaan",
        "what usually follows here; it is at the bottom",
    ),
    "notes-help-left": ("een alinea terug", "one paragraph back"),
    "notes-help-n": ("verder, ook als er nog alinea’s komen", "go on, even with paragraphs to come"),
    "notes-help-a": ("alle alinea’s in één keer in beeld", "all paragraphs on the screen at once"),
    "notes-help-o": ("open de stemming", "open the vote"),
    "notes-help-s": (
        "sluit de stemming en toon de uitslag",
        "close the vote and show the result",
    ),
    "notes-help-p": (
        "laat de zaal praten",
        "let the room talk",
    ),
    "notes-help-r": ("opnieuw stemmen", "vote again"),
    "notes-help-w": ("speel wat de zaal koos", "play what the room chose"),
    "notes-help-k": (
        "kies zelf; in de nabespreking: toon een ander antwoord",
        "pick yourself; in the debrief: show another reply",
    ),
    "notes-help-h": ("handen invoeren (of begin met de letter)", "enter hands (or begin with the letter)"),
    "notes-help-g": ("de gok van de zaal invoeren (ook + = −)", "enter the room’s guess (also + = −)"),
    "notes-help-m": ("naar een stap van de nabespreking", "to a step of the debrief"),
    "notes-help-u": ("maak de laatste stap ongedaan", "undo the last step"),
    "notes-help-sections": (
        "spring: notities, antwoorden, scherm, doel",
        "jump: notes, replies, screen, aim",
    ),
    "notes-help-close": (
        "sluit dit venster; de workshop gaat door",
        "close this window; the workshop goes on",
    ),
}
