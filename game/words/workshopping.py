"""The workshop on the projector: what the room reads, and the facilitator's keys."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # why an act cannot be now
    "workshop-not-now": ("Dat kan nu niet.", "That cannot be done now."),
    "workshop-begin-first": ("Begin eerst: spatie.", "Begin first: space."),
    "workshop-vote-first": ("Eerst stemmen: o.", "Vote first: o."),
    "workshop-read-first": ("Lees eerst verder: spatie.", "Read on first: space."),
    "workshop-is-over": (
        "Het gesprek is voorbij. Verder: spatie.",
        "The conversation is over. Press space to go on.",
    ),
    "workshop-the-end": (
        "Dit is het einde. Stoppen: Esc, op de projector.",
        "This is the end. To stop: Esc, at the projector.",
    ),
    "workshop-other-round": ("Die stem is voor een andere ronde.", "That vote is for another round."),
    "workshop-close-first": ("Sluit eerst de stemming: s.", "Close the vote first: s."),
    "workshop-closed": ("De stemming is niet open.", "The vote is not open."),
    "workshop-no-option": ("Die letter is er nu niet.", "That letter is not there now."),
    "workshop-principle-voted": (
        "Hierover is al gestemd. Weer openen: u.",
        "This was voted on already. To open it again: u.",
    ),
    "workshop-tie-revote": (
        "Gelijk. De afspraak: opnieuw stemmen (r).",
        "A tie. As agreed: vote again (r).",
    ),
    "workshop-tie-facilitator": (
        "Gelijk. De begeleider kiest: k, en dan de letter.",
        "A tie. The facilitator picks: k, then the letter.",
    ),
    "workshop-nobody-voted": (
        "Niemand heeft gestemd. Opnieuw stemmen: r. Zelf kiezen: k.",
        "Nobody has voted. Vote again: r. Pick yourself: k.",
    ),
    # prebrief
    "room-fiction": (
        "Dit is een verhaal. We praten over de personages, niet over elkaar.",
        "This is a story. We talk about the characters, not about each other.",
    ),
    "room-mistakes": (
        "Fouten zijn hier welkom: daar leren we van.",
        "Mistakes are welcome here: we learn from them.",
    ),
    "room-passing": ("Niet stemmen of niets zeggen mag altijd.", "You may always pass, or say nothing."),
    "room-how": (
        "We lezen, ieder kiest in stilte, we praten erover en kiezen opnieuw.",
        "We read, everyone chooses in silence, we talk, and we choose again.",
    ),
    "room-tie-facilitator": (
        "Evenveel stemmen? Dan kiest de begeleider.",
        "A tie? Then the facilitator picks.",
    ),
    "room-tie-revote": (
        "Evenveel stemmen? Dan stemmen we opnieuw; daarna kiest de begeleider.",
        "A tie? Then we vote again; after that the facilitator picks.",
    ),
    "room-tie-both": (
        "Evenveel stemmen? Dan spelen we die antwoorden na elkaar.",
        "A tie? Then we play those replies one after the other.",
    ),
    "room-guess-first": (
        "Voor we zien wat er gebeurt, raden we: wat doet dit met vertrouwen en sympathie?",
        "Before we see what happens we guess: what will it do to trust and sympathy?",
    ),
    "room-teams": (
        "{count} teams spelen om de beurt hetzelfde gesprek, elk op een eigen manier.",
        "{count} teams take turns at the same conversation, each in its own way.",
    ),
    "room-you": ("Wie jullie zijn:", "Who you are:"),
    # rounds
    "room-welcome": ("Welkom", "Welcome"),
    "room-round": ("ronde {now} van ±{all}", "round {now} of ±{all}"),
    "room-round-short": ("{now}/±{all}", "{now}/±{all}"),
    "room-team": ("Team {team}", "Team {team}"),
    "room-turn": (
        "Team {team} is aan de beurt.",
        "It is team {team}’s turn.",
    ),
    "room-vote": ("Kies alleen. In stilte.", "Choose alone. In silence."),
    "room-revote": ("Kies opnieuw. In stilte.", "Choose again. In silence."),
    "room-principle-vote": (
        "Welk principe neem je mee?",
        "Which principle will you take with you?",
    ),
    "room-phones-in": ("{count} telefoons hebben gestemd.", "{count} phones have voted."),
    "room-phone-in": ("1 telefoon heeft gestemd.", "1 phone has voted."),
    "room-typing": (
        "{letter}: {hidden}  dan enter",
        "{letter}: {hidden}  then enter",
    ),
    "room-letter": (
        "{letter}: typ het aantal, dan enter; of + en −",
        "{letter}: type the number, then enter; or + and −",
    ),
    "room-letter-first": (
        "Typ eerst de letter, dan het aantal: a 12, enter.",
        "Type the letter first, then the number: a 12, enter.",
    ),
    "room-at-most": (
        "{letter}: hoogstens {most}. Typ het aantal opnieuw.",
        "{letter}: {most} at most. Type the number again.",
    ),
    "room-is-counted": ("{letter} is geteld.", "{letter} is counted."),
    "room-split": ("Zo is er gestemd", "How we voted"),
    "room-shift": ("Zo is het verschoven", "How it shifted"),
    "room-nobody": ("Niemand heeft gestemd.", "Nobody has voted."),
    "room-tied": (
        "Gelijk: {letters}.",
        "A tie: {letters}.",
    ),
    "room-discuss": ("Praat met elkaar", "Talk together"),
    "room-you-say": ("Jullie zeggen:", "You say:"),
    "room-picked": ("De begeleider kiest {letter}.", "The facilitator picks {letter}."),
    "room-facilitator-picked": ("De begeleider koos dit.", "The facilitator picked this."),
    "room-tie-picked": (
        "Het was gelijk; de begeleider koos.",
        "It was a tie; the facilitator picked.",
    ),
    "room-both-first": (
        "Gelijk. We spelen de antwoorden na elkaar, eerst {letter}.",
        "A tie. We play the replies one after the other, {letter} first.",
    ),
    "room-other-way": ("En met {letter}?", "And with {letter}?"),
    "room-back-to": (
        "Terug. Het gesprek gaat verder met {letter}.",
        "Back. The conversation goes on with {letter}.",
    ),
    "room-back-to-end": (
        "Terug naar {letter}. Daarmee is het gesprek afgelopen.",
        "Back to {letter}. That is how the conversation ends.",
    ),
    # guessing
    "room-guess": ("Raad eerst", "Guess first"),
    "room-guess-ask": (
        "Wat doet dit met het vertrouwen? En met de sympathie?",
        "What will this do to trust? And to sympathy?",
    ),
    "room-guess-meter": ("{meter}:", "{meter}:"),
    "room-guess-ways": ("+ omhoog    = gelijk    − omlaag", "+ up    = the same    − down"),
    "room-guessed": ("jullie dachten: {guess}", "you thought: {guess}"),
    "room-guess-up": ("omhoog", "up"),
    "room-guess-same": ("gelijk", "the same"),
    "room-guess-down": ("omlaag", "down"),
    # endings and teams
    "room-ending": ("Zo liep het af", "How it ended"),
    "room-ways": ("De teams naast elkaar", "The teams side by side"),
    "room-done": ("Dank jullie wel", "Thank you"),
    "room-done-told": (
        "Dit was het. Neem je plan voor morgen mee.",
        "That was it. Take your plan for tomorrow with you.",
    ),
    "room-report": (
        "Alles is bewaard. Esc stopt; dan staat er hoe je het verslag maakt.",
        "Everything is saved. Esc stops; then you read how to make the report.",
    ),
    "room-play-other": (
        "Zien wat een ander antwoord had gedaan? Typ de letter.",
        "Want to see what another reply would have done? Type its letter.",
    ),
    # notices
    "room-hint-vote": (
        "De stemming is open. Sluiten: s.",
        "The vote is open. To close: s.",
    ),
    "room-hint-settle": (
        "p praten · r opnieuw stemmen · w wat er gebeurt",
        "p talk · r vote again · w what happens",
    ),
    "room-hint-talked": ("r opnieuw stemmen · w wat er gebeurt", "r vote again · w what happens"),
    "room-hint-guess": (
        "Raad eerst: + omhoog, = gelijk, − omlaag.",
        "Guess first: + up, = the same, − down.",
    ),
    "room-pick": (
        "Welk antwoord? Typ de letter. Esc: toch niet.",
        "Which reply? Type its letter. Esc: never mind.",
    ),
    "room-undone": ("Ongedaan gemaakt.", "Undone."),
    "room-nothing-to-undo": ("Er is niets om ongedaan te maken.", "There is nothing to undo."),
    "room-resumed": ("Verder waar jullie waren.", "Back where you were."),
    "room-resumed-by-hands": (
        "Verder waar jullie waren, met handen. Toch telefoons? Stop, en start met: {command} "
        "workshop {resume}",
        "Back where you were, by hands. Want phones? Stop, and start with: {command} workshop {resume}",
    ),
    "room-not-saved": (
        "NIET BEWAARD: {why}. De sessie gaat door; elke stap probeert het opnieuw.",
        "NOT SAVED: {why}. The session goes on; every step tries again.",
    ),
    "room-phones-failed": (
        "De telefoonpagina start niet: {why}. Met de hand tellen werkt altijd.",
        "The phone page does not start: {why}. Counting hands always works.",
    ),
    "room-phones-moved": (
        "Poort {taken} was bezet; telefoons komen binnen op {port}.",
        "Port {taken} was taken; phones come in at {port}.",
    ),
    "room-port-taken": (
        "Poort {port} is bezet: stemmen met telefoons gaat nu niet, handen tellen wel. Toch "
        "telefoons? {command} workshop {resume}",
        "Port {port} is taken: phones cannot vote now, counting hands works. Want phones? "
        "{command} workshop {resume}",
    ),
    "room-port-forbidden": (
        "Poort {port} mag dit programma niet openen: stemmen met telefoons gaat nu niet, handen "
        "tellen wel. Toch telefoons? {command} workshop {resume}",
        "This program may not open port {port}: phones cannot vote now, counting hands works. "
        "Want phones? {command} workshop {resume}",
    ),
    "room-phones-not-here": (
        "Deze laptop heeft het adres {address} niet: stemmen met telefoons gaat nu niet, handen "
        "tellen wel. Toch telefoons? {command} workshop {resume}",
        "This laptop does not have the address {address}: phones cannot vote now, counting hands "
        "works. Want phones? {command} workshop {resume}",
    ),
    "room-remote": ("Bedienen met je telefoon: {url}", "Control from your phone: {url}"),
    "room-phones-no-address": (
        "Deze laptop zit op geen enkel netwerk, dus telefoons kunnen er niet bij. "
        "Met de hand tellen werkt altijd.",
        "This laptop is on no network, so phones cannot get there. Counting hands always works.",
    ),
    "room-notes-failed": (
        "De aantekeningen kunnen niet meekijken: {why}.",
        "The notes cannot follow along: {why}.",
    ),
    "room-locked": ("Er kan niemand meer bij.", "Nobody else can join."),
    "room-unlocked": ("Iedereen kan er weer bij.", "Everybody can join again."),
    "room-no-phones": (
        "De telefoonpagina staat uit. Toch telefoons? Stop, en start met: {command} workshop {resume}",
        "The phone page is off. Want phones? Stop, and start with: {command} workshop {resume}",
    ),
    "room-too-small": (
        "Dit venster is klein ({width}×{height}); 60×20 is het minste.",
        "This window is small ({width}×{height}); 60×20 is the least.",
    ),
    # phones
    "room-join": ("Doe mee met je telefoon", "Join with your phone"),
    "room-join-at": ("Scan, of ga naar", "Scan, or go to"),
    "room-join-code": ("met code", "with code"),
    "room-present": ("{count} telefoons doen mee.", "{count} phones have joined."),
    "room-one-present": ("1 telefoon doet mee.", "1 phone has joined."),
    "room-address": ("Waar kunnen telefoons je vinden?", "Where can phones find you?"),
    "room-address-told": (
        "Kies het netwerk waar ook de telefoons op zitten. De eerste is meestal de goede.",
        "Choose the network the phones are on too. The first is usually the right one.",
    ),
    "room-address-none": ("geen telefoons, alleen handen", "no phones, hands only"),
    # choosing a level, leaving
    "room-which": ("Welk gesprek spelen jullie?", "Which conversation will you play?"),
    "room-level": ("{title} · {minutes} min", "{title} · {minutes} min"),
    "room-leave": ("Stoppen?", "Stop?"),
    "room-leave-told": (
        "Alles is bewaard. Later verder: {command} workshop {resume}",
        "Everything is saved. To go on later: {command} workshop {resume}",
    ),
    "room-stay": ("nee, verder", "no, go on"),
    "room-stop": ("ja, stop", "yes, stop"),
    # keys
    "key-forward": (
        "verder",
        "go on",
    ),
    "key-open-vote": ("stemmen", "vote"),
    "key-shut": ("sluit", "close"),
    "key-count": ("tel", "count"),
    "key-talk": ("praten", "talk"),
    "key-again": ("opnieuw", "again"),
    "key-happens": ("wat er gebeurt", "what happens"),
    "key-pick-one": ("kies", "choose"),
    "key-pick": ("kies zelf", "pick"),
    "key-undo": ("ongedaan", "undo"),
    "key-join": ("telefoons", "phones"),
    "key-lock": ("slot", "lock"),
    "look-room": ("zaal", "room"),
    # help
    "help-room": (
        "Voor de begeleider. Lees, laat ieder in stilte kiezen, tel, sluit, praat, stem opnieuw, "
        "en zie wat er gebeurt. Wat er is geteld, staat pas na het sluiten op het scherm.",
        "For the facilitator. Read, let each choose in silence, count, close, talk, vote again, "
        "and see what happens. The counts show only after closing.",
    ),
    "help-room-saved": (
        "Elke stap is bewaard voor hij op het scherm staat. Valt er iets uit, start dan weer met --resume.",
        "Every step is saved before it is on the screen. If anything fails, start again with --resume.",
    ),
    "help-room-notes": (
        "Je eigen aantekeningen, in een tweede venster: {command} notes",
        "Your own notes, in a second window: {command} notes",
    ),
    "help-forward": (
        "verder: de volgende alinea (ook → en .)",
        "go on: the next paragraph (also → and .)",
    ),
    "help-backward": ("terug (ook ←)", "back (also ←)"),
    "help-usual": ("wat hier meestal volgt", "what usually follows here"),
    "help-open": ("open de stemming", "open the vote"),
    "help-hands": (
        "handen: letter, aantal, enter; of letter en dan + en −",
        "hands: letter, number, enter; or letter, then + and −",
    ),
    "help-shut": (
        "sluit de stemming en toon de uitslag",
        "close the vote and show the result",
    ),
    "help-talk": (
        "laat de zaal praten",
        "let the room talk",
    ),
    "help-again": ("opnieuw stemmen", "vote again"),
    "help-happens": ("speel het antwoord van de zaal", "play the room’s reply"),
    "help-pick": (
        "zelf een antwoord kiezen (staat in het verslag)",
        "pick a reply yourself (the report says so)",
    ),
    "help-undo": (
        "maak de laatste stap ongedaan; stemmen van telefoons blijven",
        "undo the last step; phone votes stay",
    ),
    "help-join": ("toon code en adres voor telefoons", "show code and address for phones"),
    "help-lock": (
        "er kan niemand meer bij; nog eens: weer wel",
        "nobody else can join; once more: they can",
    ),
    "help-esc": ("stoppen; vraagt het eerst", "stop; asks first"),
}
