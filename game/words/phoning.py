"""The page for phones in a workshop, and the page to control it from a phone."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # joining
    "phone-join": ("Doe mee", "Join in"),
    "phone-code": (
        "Typ de code die op het scherm staat.",
        "Type the code that is on the screen.",
    ),
    "phone-code-label": ("code", "code"),
    "phone-enter": ("naar binnen", "go in"),
    "phone-wrong-code": (
        "Die code klopt niet. Kijk nog eens op het scherm.",
        "That is not the code. Look at the screen again.",
    ),
    "phone-too-many-codes": (
        "Er zijn te veel verkeerde codes getypt. Scan de QR-code, of wacht een minuut.",
        "Too many wrong codes were typed. Scan the QR code, or wait a minute.",
    ),
    "phone-locked": (
        "De deur is dicht: er kan nu niemand meer bij. Stem met je hand, of vraag het aan de begeleider.",
        "The door is closed: nobody can join now. Raise your hand instead, or ask the facilitator.",
    ),
    "phone-full": (
        "Er kunnen geen telefoons meer bij. Stem met je hand.",
        "No more phones can join. Raise your hand instead.",
    ),
    "phone-no-cookies": (
        "Je telefoon weigert cookies, en zonder kun je hier niet stemmen. Sta cookies toe en "
        "scan opnieuw, of stem met je hand.",
        "Your phone refuses cookies, and you cannot vote here without them. Allow cookies and "
        "scan again, or raise your hand instead.",
    ),
    "phone-come-in": ("Je bent binnen", "You are in"),
    "phone-go-on": ("verder", "go on"),
    "phone-private": (
        "We vragen geen naam en bewaren er geen. Niemand ziet wat jij stemt.",
        "We ask no name and keep none. Nobody sees what you vote.",
    ),
    "phone-other-language": ("English", "Nederlands"),
    # where the session stands
    "phone-prebrief": ("Welkom", "Welcome"),
    "phone-prebrief-told": (
        "Je bent binnen. Het is een oefening: fouten zijn welkom, en overslaan mag altijd.",
        "You are in. It is practice: mistakes are welcome, and you may always pass.",
    ),
    "phone-look": ("Kijk naar het scherm", "Look at the screen"),
    "phone-look-told": (
        "Zo meteen stem je hier. Je hoeft niets te doen.",
        "You will vote here in a moment. There is nothing to do.",
    ),
    "phone-turn": (
        "Team {team} is aan de beurt.",
        "It is team {team}’s turn.",
    ),
    "phone-vote": ("Wat zeg jij?", "What do you say?"),
    "phone-vote-told": (
        "Kies voor jezelf, in stilte. Je kunt veranderen tot de stemming sluit.",
        "Choose for yourself, in silence. You can change until the vote closes.",
    ),
    "phone-again": ("En nu?", "And now?"),
    "phone-again-told": (
        "Stem opnieuw. Van mening veranderen mag, blijven ook.",
        "Vote again. You may change your mind, or stay.",
    ),
    "phone-principle": (
        "Welk principe neem je mee?",
        "Which principle will you take with you?",
    ),
    "phone-closed": ("De stemming is dicht", "The vote is closed"),
    "phone-closed-told": ("Kijk naar het scherm.", "Look at the screen."),
    "phone-your-vote": ("jouw stem", "your vote"),
    "phone-you-chose": ("Jij koos {letter}: {words}", "You chose {letter}: {words}"),
    "phone-no-vote": (
        "Je hebt deze keer niet gestemd. Dat mag.",
        "You did not vote this time. That is fine.",
    ),
    "phone-guess": ("Raad mee", "Guess along"),
    "phone-guess-told": (
        "Gaan vertrouwen en sympathie omhoog of omlaag? Zeg het hardop.",
        "Will trust and sympathy go up or down? Say it out loud.",
    ),
    "phone-plan": ("Mijn plan voor morgen", "My plan for tomorrow"),
    "phone-plan-told": (
        "Schrijf het op in één zin: als …, dan … Het blijft op deze telefoon en gaat nergens heen.",
        "Write it in one sentence: if …, then … It stays on this phone and goes nowhere.",
    ),
    "phone-plan-keep": (
        "Deze pagina is weg als de workshop stopt. Maak een schermafdruk, of neem de tekst over.",
        "This page is gone when the workshop stops. Take a screenshot, or copy the words.",
    ),
    "phone-plan-paper": ("Schrijf je plan op papier.", "Write your plan on paper."),
    "phone-plan-start": ("Als …, dan …", "If …, then …"),
    # the line to the laptop
    "phone-lost": (
        "Even geen verbinding. Ik probeer het opnieuw; je stem blijft staan.",
        "No connection for a moment. I am trying again; your vote stays.",
    ),
    "phone-sending": ("wordt verstuurd…", "sending…"),
    "phone-refused": (
        "Die stem telt niet meer: de zaal is al verder.",
        "That vote does not count any more: the room has moved on.",
    ),
    # control from a phone
    "remote-title": ("Bediening", "Control"),
    "remote-private": (
        "Met deze pagina bestuur je de workshop. Laat hem aan niemand zien.",
        "This page controls the workshop. Keep it to yourself.",
    ),
    "remote-phones": (
        "Telefoons in de zaal: {present}. Gestemd: {voted}.",
        "Phones in the room: {present}. Voted: {voted}.",
    ),
    "remote-reveal": ("toon meer", "show more"),
    "remote-next": ("verder", "go on"),
    "remote-open": ("open de stemming", "open the vote"),
    "remote-close": ("sluit de stemming", "close the vote"),
    "remote-discuss": ("praat met elkaar", "talk it over"),
    "remote-revote": ("stem opnieuw", "vote again"),
    "remote-play": ("speel het antwoord", "play the reply"),
    "remote-undo": (
        "maak ongedaan",
        "undo",
    ),
    "remote-lock": ("doe de deur dicht", "close the door"),
    "remote-unlock": ("doe de deur open", "open the door"),
    "remote-choose": ("Zelf kiezen", "Choose yourself"),
    "remote-back": ("terug", "back"),
    "remote-up": ("omhoog", "up"),
    "remote-same": ("gelijk", "the same"),
    "remote-down": ("omlaag", "down"),
    "remote-guess": ("vertrouwen {trust}, sympathie {sympathy}", "trust {trust}, sympathy {sympathy}"),
}
