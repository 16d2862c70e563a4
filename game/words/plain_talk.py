"""What the line-by-line front end says."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "plain-choose": (
        "Typ een nummer of de naam van een antwoord. Ook: terug, gesprek, hulp, stop.",
        "Type a number or the name of a reply. Also: back, history, help, quit.",
    ),
    "plain-house": (
        "Typ een nummer of de naam van een gesprek. Ook: route, help, quit.",
        "Type a number or the name of a conversation. Also: route, help, quit.",
    ),
    "plain-unknown": (
        "‘{found}’ kan hier niet. Kies uit: {available}.",
        "‘{found}’ is not possible here. Choose from: {available}.",
    ),
    "plain-help": (
        "Typ het nummer van een antwoord, of zijn naam, en druk op enter. "
        "terug of back: één antwoord terug. gesprek of history: het gesprek tot hier. "
        "nieuw of new: begin opnieuw. meenemen of carry: neem mee naar de nieuwe versie van het level, "
        "als die er is. huis of house: naar de andere gesprekken. nl of en: andere taal. "
        "stop of quit: weg, alles is bewaard.",
        "Type the number of a reply, or its name, and press enter. "
        "back: one reply back. history: the conversation so far. new: start anew. "
        "carry: take it to the new version of the level, if there is one. "
        "house: to the other conversations. nl or en: other language. quit: leave, everything is saved.",
    ),
    "plain-left": ("Bewaard. Ga later verder met: {command}", "Saved. Go on later with: {command}"),
    "plain-left-unsaved": (
        "Gestopt. Dit gesprek is niet bewaard.",
        "Stopped. This conversation is not saved.",
    ),
    "plain-unfinished": ("verder; {replies}", "continue; {replies}"),
    "plain-no-carry": (
        "Er is geen nieuwere versie van dit level.",
        "There is no newer version of this level.",
    ),
    "plain-curve": (
        "Vertrouwen ging van {trust}. Sympathie ging van {sympathy}.",
        "Trust went from {trust}. Sympathy went from {sympathy}.",
    ),
    "plain-then": (" naar ", " to "),
    "plain-next": (
        "Stap {now} van 7. Enter: volgende. previous: vorige.",
        "Step {now} of 7. Enter: next. previous: previous.",
    ),
    "plain-debrief": (
        "‘{found}’ kan hier niet. Enter: volgende stap. "
        "Ook: een nummer, hulp, vorige, opnieuw, terug, huis, stop.",
        "‘{found}’ is not possible here. Enter: next step. "
        "Also: a number, help, previous, again, back, house, quit.",
    ),
    "plain-help-debrief": (
        "Enter: de volgende stap. vorige of previous: de vorige. Een nummer: kies, waar dat kan. "
        "nl of en: andere taal. stop of quit: weg, alles is bewaard.",
        "Enter: the next step. previous: the one before. A number: choose, where there is a choice. "
        "nl or en: other language. quit: leave, everything is saved.",
    ),
    "plain-left-finished": (
        "Dit gesprek is afgerond en bewaard.",
        "This conversation is finished and saved.",
    ),
    "plain-type-plan": (
        "Typ je plan op één regel: als er dit gebeurt, doe ik dat.",
        "Type your plan on one line: when this happens, I do that.",
    ),
    "plain-road": (
        "Typ play om vanaf het keerpunt te spelen, of enter om terug te gaan.",
        "Type play to play from the turning point, or enter to go back.",
    ),
    "plain-again-road": (
        "road: de andere weg, vanaf het keerpunt.",
        "road: the road not taken, from the turning point.",
    ),
    "plain-again-sisters": (
        "sisters: wat is hetzelfde in dit gesprek en zijn zustergesprek?",
        "sisters: what is the same in this conversation and its sister?",
    ),
    "plain-again-sister": (
        "sister: naar het zustergesprek, {title}.",
        "sister: to the sister conversation, {title}.",
    ),
    "plain-again-next": (
        "route: naar het volgende op de route, {title}.",
        "route: to the next on the route, {title}.",
    ),
    "plain-route": (
        "Volgende op de route: {number}. {title}. Typ route.",
        "Next on the route: {number}. {title}. Type route.",
    ),
    "plain-more": (
        "Verder: principles, style, logbook.",
        "More: principles, style, logbook.",
    ),
    "plain-again": (
        "Typ again om opnieuw te beginnen, back voor je laatste keuze, "
        "house voor een ander gesprek, of quit.",
        "Type again to start anew, back for your last choice, house for another conversation, or quit.",
    ),
}
