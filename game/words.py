"""Everything the program itself says, in both languages. Level texts are in the levels.

Each entry is (Dutch, English). `say(language, key, **values)` fills the values in.
"""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # the game
    "name": ("Luisterkamer", "Luisterkamer"),
    "tagline": ("Oefenen in lastige gesprekken", "Practice for difficult conversations"),
    "trust": ("vertrouwen", "trust"),
    "sympathy": ("sympathie", "sympathy"),
    "you": ("jij", "you"),
    "silence": ("(zeg niets)", "(say nothing)"),
    "minutes": ("{count} min", "{count} min"),
    # trust in five steps, sympathy in five steps: a word for every part of the meter
    "trust-0": ("weg", "gone"),
    "trust-1": ("broos", "fragile"),
    "trust-2": ("voorzichtig", "careful"),
    "trust-3": ("stevig", "steady"),
    "trust-4": ("rotsvast", "solid"),
    "sympathy-0": ("ijzig", "icy"),
    "sympathy-1": ("koel", "cool"),
    "sympathy-2": ("beleefd", "polite"),
    "sympathy-3": ("warm", "warm"),
    "sympathy-4": ("hartelijk", "fond"),
    # rooms
    "room-hall": ("De zaal", "The hall"),
    "room-terrace": ("Het terras", "The terrace"),
    "room-shop": ("De winkel", "The shop"),
    "room-counter": ("De balie", "The counter"),
    "room-office": ("Het kantoor", "The office"),
    "room-listening-room": ("De luisterkamer", "The listening room"),
    # house
    "house-continue-with": ("Verder: {title} ({count})", "Continue: {title} ({count})"),
    "house-continue": ("verder", "continue"),
    "house-endings": ("{found} van {all} eindes gevonden", "{found} of {all} endings found"),
    "house-endings-none": ("nog niet gespeeld", "not played yet"),
    "house-you-found": ("Gevonden: {titles}", "Found: {titles}"),
    "house-replies-given": ("{count} antwoorden gegeven", "{count} replies given"),
    "house-reply-given": ("1 antwoord gegeven", "1 reply given"),
    "house-welcome": (
        "Kies een gesprek. Fouten zijn hier welkom: je kunt altijd terug.",
        "Choose a conversation. Mistakes are welcome here: you can always go back.",
    ),
    "house-no-levels": ("Er zijn geen gesprekken in {folder}.", "There are no conversations in {folder}."),
    "house-broken-level": (
        "‘{level}’ kan niet worden gelezen. Kijk met: luisterkamer check {path}",
        "‘{level}’ cannot be read. See: luisterkamer check {path}",
    ),
    # conversation
    "beat": ("{now} van ±{all}", "{now} of ±{all}"),
    "go-on": ("verder", "go on"),
    "changed": ("{meter} {change} naar {value} ({word})", "{meter} {change} to {value} ({word})"),
    "unchanged": ("{meter} blijft {value} ({word})", "{meter} stays {value} ({word})"),
    "meter-now": ("{meter}: {value}, {word}", "{meter}: {value}, {word}"),
    "up": ("omhoog", "up"),
    "down": ("omlaag", "down"),
    "more-below": ("meer", "more"),
    "you-are": ("Jij bent hier", "Who you are"),
    "rewound": ("Terug. Je staat weer voor deze keuze.", "Back. You are at this choice again."),
    "nothing-to-rewind": ("Verder terug kan niet.", "You cannot go back further."),
    "history": ("Het gesprek tot hier", "The conversation so far"),
    "history-empty": ("Er is nog niets gezegd.", "Nothing has been said yet."),
    "resumed": ("Verder waar je was.", "Back where you were."),
    # saves
    "not-saved": (
        "NIET BEWAARD: {why}. Wachtend: {count}. Je kunt doorspelen.",
        "NOT SAVED: {why}. Waiting: {count}. You can play on.",
    ),
    "saved-again": ("Alles is weer bewaard.", "Everything is saved again."),
    "saves-off": (
        "Bewaren lukt hier niet ({why}): {folder}. Zet LUISTERKAMER_HOME op een map waar je mag schrijven.",
        "Saving does not work here ({why}): {folder}. Set LUISTERKAMER_HOME to a folder you may write to.",
    ),
    "in-use": (
        "Dit gesprek is open in een ander venster. Ga daar verder of begin hier opnieuw.",
        "This conversation is open in another window. Go on there, or start anew here.",
    ),
    "save-newer": (
        "Deze bewaarde partij is van een nieuwere versie ({found}). Ze blijft liggen: {file}",
        "This saved game is from a newer version ({found}). It stays as it is: {file}",
    ),
    "save-damaged": (
        "Regel {line} van deze bewaarde partij is beschadigd. Je gaat verder tot waar ze goed is. "
        "Het bestand blijft liggen: {file}",
        "Line {line} of this saved game is damaged. You go on from as far as it is sound. "
        "The file stays as it is: {file}",
    ),
    "save-unreadable": (
        "Deze bewaarde partij kan niet worden gelezen. Ze blijft liggen: {file}",
        "This saved game cannot be read. It stays as it is: {file}",
    ),
    "save-torn": (
        "De laatste stap was niet af en is vervallen. Een kopie ligt in {file}",
        "The last step was unfinished and was dropped. A copy is in {file}",
    ),
    "level-changed": (
        "Het level is intussen veranderd. Je speelt de versie waarmee je begon. "
        "Meenemen naar de nieuwe: m (in het scherm) of carry (regel voor regel).",
        "The level has changed since. You are playing the version you began with. "
        "To take it to the new one: m (on screen) or carry (line by line).",
    ),
    "carry-over-how": ("Neem mee naar de nieuwe versie", "Take it to the new version"),
    "carried-over": (
        "Je speelt nu de nieuwe versie. {kept} van {all} antwoorden pasten nog.",
        "You are now playing the new version. {kept} of {all} replies still fit.",
    ),
    # debrief
    "debrief": ("Nabespreking", "Debrief"),
    "ending": ("Einde", "Ending"),
    "step-feeling": ("Hoe ga jij hier weg?", "How do you leave this?"),
    "step-happened": ("Wat er gebeurde", "What happened"),
    "step-why": ("Waarom", "Why"),
    "step-principle": ("Waar ging het om?", "What was it about?"),
    "step-outcome": ("Wat er echt gebeurde", "What really happened"),
    "step-tomorrow": ("Morgen", "Tomorrow"),
    "step-again": ("Opnieuw", "Again"),
    "feeling-ask": ("Hoe ga jij uit dit gesprek weg?", "How do you leave this conversation?"),
    "feeling-content": ("tevreden", "content"),
    "feeling-relieved": ("opgelucht", "relieved"),
    "feeling-uneasy": ("ongemakkelijk", "uneasy"),
    "feeling-annoyed": ("geërgerd", "annoyed"),
    "feeling-surprised": ("verbaasd", "surprised"),
    "turning-point": ("het keerpunt", "the turning point"),
    "turning-point-told": (
        "Na dit antwoord was er geen weg meer naar: {titles}. Wat je daarna ook zei.",
        "After this reply there was no way left to: {titles}. Whatever you said next.",
    ),
    "secured": ("hier stond het vast", "settled here"),
    "secured-told": (
        "Na dit antwoord kon het alleen nog goed eindigen.",
        "After this reply it could only end well.",
    ),
    "undecided-told": (
        "Geen enkel antwoord heeft dit gesprek op zichzelf beslist. Dit bewoog het meest.",
        "No single reply decided this conversation. This one moved the most.",
    ),
    "reply-of": ("Antwoord {now} van {all}", "Reply {now} of {all}"),
    "browse": ("↑ ↓ andere antwoorden", "↑ ↓ other replies"),
    "pick-ask": (
        "Welk principe speelde hier het meest? Kies er één.",
        "Which principle was most at stake here? Pick one.",
    ),
    "pick-fitted": ("Je koos wat hier het meest speelde.", "You picked what was most at stake here."),
    "pick-other": (
        "Je koos ‘{picked}’. In jouw gesprek speelde dit het meest:",
        "You picked ‘{picked}’. In your conversation this was most at stake:",
    ),
    "plan-suggested": ("Een voorstel voor morgen:", "A suggestion for tomorrow:"),
    "plan-own": ("Jouw plan:", "Your plan:"),
    "plan-take": ("Dit neem ik mee", "I’ll take this with me"),
    "plan-edit": ("Ik maak er iets anders van", "I’ll make it my own"),
    "plan-not-now": ("Nu niet", "Not now"),
    "plan-kept": (
        "Bewaard. De volgende keer vraagt het huis ernaar.",
        "Kept. The house will ask about it next time.",
    ),
    "plan-typing": (
        "Typ je eigen plan (hooguit {most} tekens), of pas dit aan met de pijltjes.",
        "Type your own plan (at most {most} characters), or change this one with the arrows.",
    ),
    "key-keep": ("bewaar", "keep"),
    "key-leave-as-it-was": ("laat zoals het was", "leave as it was"),
    "plan-open": ("Je nam je iets voor", "You planned something"),
    "plan-open-ask": ("Is het ervan gekomen?", "Did it happen?"),
    "plan-done": ("gedaan", "done"),
    "plan-not-yet": ("nog niet", "not yet"),
    "plan-other": ("anders gelopen", "it went differently"),
    "question": ("Vraag van vandaag", "Question of the day"),
    "question-fitted": ("Dat speelde hier. In woorden:", "That was at stake here. In words:"),
    "question-other": (
        "Je koos ‘{picked}’. Hier draait het om:",
        "You picked ‘{picked}’. This one turns on:",
    ),
    "question-skip": ("Sla over", "Skip"),
    "road": ("De andere weg", "The road not taken"),
    "road-yours": ("Jouw weg", "Your way"),
    "road-other": ("Een weg naar: {title}", "A way to: {title}"),
    "road-from": ("Vanaf antwoord {number}, het keerpunt", "From reply {number}, the turning point"),
    "road-play": ("Speel vanaf hier", "Play from here"),
    "road-back": ("Terug naar de nabespreking", "Back to the debrief"),
    "codex": ("Principes", "Principles"),
    "codex-met": ("Gezien: {count} van {all}", "Met: {count} of {all}"),
    "codex-where": ("In: {titles}", "In: {titles}"),
    "codex-plan": ("Jouw plan: {plan}", "Your plan: {plan}"),
    "codex-not-yet": ("Nog niet tegengekomen", "Not met yet"),
    "style": ("Jouw stijl", "Your style"),
    "style-none": (
        "Speel eerst een gesprek. Daarna zie je hier waar je antwoorden heen gaan.",
        "Play a conversation first. Then you see here where your replies lead.",
    ),
    "style-listener": ("luisteraar", "listener"),
    "style-pleaser": ("pleaser", "pleaser"),
    "style-fighter": ("vechter", "fighter"),
    "style-avoider": ("ontwijker", "avoider"),
    "style-axes": (
        "Naar rechts: meer vertrouwen. Naar boven: meer sympathie. Een grotere stip is vaker.",
        "To the right: more trust. Up: more sympathy. A larger dot means more often.",
    ),
    "style-corner": ("{corner}: {count} van {all} antwoorden", "{corner}: {count} of {all} replies"),
    "style-telling": ("Deze antwoorden tekenden het meest", "These replies shaped it most"),
    "style-corners-told": (
        "Luisteraar: beide omhoog. Pleaser: sympathie ten koste van vertrouwen. "
        "Vechter: vertrouwen ten koste van sympathie. Ontwijker: geen van beide.",
        "Listener: both up. Pleaser: sympathy at the cost of trust. "
        "Fighter: trust at the cost of sympathy. Avoider: neither.",
    ),
    "logbook": ("Logboek", "Logbook"),
    "logbook-empty": ("Nog geen gesprek afgerond.", "No conversation finished yet."),
    "logbook-felt": ("Je ging weg: {feeling}", "You left: {feeling}"),
    "logbook-picked": ("Je koos: {picked}", "You picked: {picked}"),
    "logbook-was": ("Het meest speelde: {asked}", "Most at stake: {asked}"),
    "logbook-plan": ("Plan: {plan}", "Plan: {plan}"),
    "logbook-not-kept": ("Het logboek kan niet worden bewaard: {why}.", "The logbook cannot be kept: {why}."),
    "sisters": ("Wat is hetzelfde?", "What is the same?"),
    "sisters-ask": (
        "Twee gesprekken, twee antwoorden die het bepaalden. Wat is in beide hetzelfde?",
        "Two conversations, two replies that decided them. What is the same in both?",
    ),
    "sisters-shared": ("Samen hebben ze", "What they share"),
    "again-road": ("De andere weg, vanaf het keerpunt", "The road not taken, from the turning point"),
    "again-sisters": (
        "Wat is hetzelfde in ‘{one}’ en ‘{other}’?",
        "What is the same in ‘{one}’ and ‘{other}’?",
    ),
    "page-of": ("{now} van {all}", "{now} of {all}"),
    "you-said": ("Jij", "You"),
    "they-thought": ("{name} dacht", "{name} thought"),
    "you-meant": ("Je bedoeling", "Your intention"),
    "late-effect": ("later", "later"),
    "curve-legend": ("● vertrouwen   ○ sympathie   ◉ samen", "● trust   ○ sympathy   ◉ both"),
    "curve-below": ("jouw antwoorden", "your replies"),
    "at-stake": ("Waar het om ging", "What was at stake"),
    "principle-from": ("Bron: {credit}", "Source: {credit}"),
    "principle-derived": ("Afgeleid uit", "Drawn from"),
    "principle-also": ("Dit ging ook over: {names}", "This was also about: {names}"),
    "in-our-words": ("in onze woorden", "in our words"),
    "outcome-true-story": ("Waargebeurd, volgens de schrijver", "A true story, as the author tells it"),
    "outcome-writers-example": (
        "Een voorbeeld van de schrijver, geen waargebeurd verhaal",
        "The author’s example, not a true story",
    ),
    "outcome-none": ("Hiervan is geen afloop bekend", "No outcome is known"),
    "outcome-invented": ("Wat wij verzonnen", "What we made up"),
    "outcome-question": ("Om over na te denken", "To think about"),
    "outcome-source": ("Bron: {credit}", "Source: {credit}"),
    "again-from-start": ("Opnieuw vanaf het begin", "Again from the start"),
    "again-sister": ("Naar het zustergesprek: {title}", "To the sister conversation: {title}"),
    "again-back": ("Terug naar je laatste keuze", "Back to your last choice"),
    "again-house": ("Naar het huis", "To the house"),
    "again-found": ("Eindes die je kent: {titles}", "Endings you know: {titles}"),
    "again-left": (
        "Nog {count} die je niet kent: {titles}",
        "{count} you do not know yet: {titles}",
    ),
    # keys and their help
    "key-open": ("open", "open"),
    "key-new": ("nieuw", "new"),
    "key-back": ("terug", "back"),
    "key-log": ("gesprek", "log"),
    "key-you": ("wie ben ik", "who am I"),
    "key-language": ("English", "Nederlands"),
    "key-view": ("kleur", "colours"),
    "key-help": ("hulp", "help"),
    "key-leave": ("weg", "leave"),
    "key-quit": ("stop", "quit"),
    "key-principles": ("principes", "principles"),
    "key-style": ("stijl", "style"),
    "key-logbook": ("logboek", "logbook"),
    "key-close": ("sluit", "close"),
    "key-next": ("volgende", "next"),
    "key-previous": ("vorige", "previous"),
    "help-title": ("Hulp", "Help"),
    "help-idea": (
        "Je voert een gesprek. Kies wat je zegt. Vertrouwen is hoe dichtbij jullie staan, "
        "sympathie is het gezicht van de ander. Er is geen score. Aan het einde zie je wat er gebeurde.",
        "You have a conversation. Choose what you say. Trust is how close you stand, "
        "sympathy is the other’s face. There is no score. At the end you see what happened.",
    ),
    "help-saved": (
        "Elke keuze is meteen bewaard. Je kunt altijd weglopen en later verdergaan.",
        "Every choice is saved at once. You can always walk away and go on later.",
    ),
    "help-choose": ("kies", "choose"),
    "help-browse": ("andere antwoorden, bij ‘Waarom’", "other replies, under ‘Why’"),
    "help-c": ("verder met wat je laatst liet liggen", "go on with what you left last"),
    "help-p": ("de principes", "the principles"),
    "help-s": ("jouw stijl", "your style"),
    "help-g": ("het logboek", "the logbook"),
    "help-1-4": ("zeg antwoord 1, 2, 3 of 4", "say reply 1, 2, 3 or 4"),
    "help-arrows": ("kies met de pijltjes, zeg het met enter", "choose with the arrows, say it with enter"),
    "help-go-on": ("enter of spatie: verder", "enter or space: go on"),
    "help-scroll": ("lees meer", "read more"),
    "help-b": ("één antwoord terug", "one reply back"),
    "help-l": ("alles wat er gezegd is", "everything that was said"),
    "help-i": ("wie je bent en waar", "who you are, and where"),
    "help-t": ("Nederlands of Engels", "Dutch or English"),
    "help-v": ("donker, licht of hoog contrast", "dark, light or high contrast"),
    "help-m": ("neem mee naar de nieuwe versie", "take it to the new version"),
    "help-n": ("begin opnieuw", "start anew"),
    "help-q": ("weg; alles is bewaard", "leave; everything is saved"),
    "help-question": ("deze hulp", "this help"),
    "help-mouse": ("Alles kan ook met de muis: klik erop.", "Everything works with the mouse too: click it."),
    "help-plain": (
        "Schermlezer? Start met: {command} --plain",
        "Screen reader? Start with: {command} --plain",
    ),
    "look-dark": ("donker", "dark"),
    "look-light": ("licht", "light"),
    "look-contrast": ("hoog contrast", "high contrast"),
    "look-is": ("Kleuren: {look}", "Colours: {look}"),
    # plain
    "plain-choose": (
        "Typ een nummer of de naam van een antwoord. Ook: terug, gesprek, hulp, stop.",
        "Type a number or the name of a reply. Also: back, history, help, quit.",
    ),
    "plain-house": (
        "Typ een nummer of de naam van een gesprek. Ook: help, quit.",
        "Type a number or the name of a conversation. Also: help, quit.",
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
    "plain-again-sister": ("sister: naar het zustergesprek.", "sister: to the sister conversation."),
    "plain-more": (
        "Verder: principles, style, logbook.",
        "More: principles, style, logbook.",
    ),
    "plain-again": (
        "Typ again om opnieuw te beginnen, back voor je laatste keuze, "
        "house voor een ander gesprek, of quit.",
        "Type again to start anew, back for your last choice, house for another conversation, or quit.",
    ),
    # command line
    "cli-description": (
        "Oefenen in lastige gesprekken, in een terminal.",
        "Practice for difficult conversations, in a terminal.",
    ),
    "cli-play": ("voer een gesprek", "have a conversation"),
    "cli-transcript": (
        "speel deze antwoorden en druk het gesprek af",
        "play these replies and print the conversation",
    ),
    "cli-list": ("toon de gesprekken", "list the conversations"),
    "cli-check": ("lees levels en meld elk probleem", "read levels and report every problem"),
    "cli-export": ("schrijf de nabespreking van een gesprek op", "write down the debrief of a conversation"),
    "cli-game": (
        "een bewaarde partij, of een level: de laatste daarvan; zonder: de laatste",
        "a saved game, or a level: its last one; without: the last one",
    ),
    "cli-format": ("vorm: md of html", "form: md or html"),
    "cli-output": ("schrijf naar dit bestand", "write to this file"),
    "export-nothing": (
        "Er is nog geen gesprek afgerond.",
        "No conversation has been finished yet.",
    ),
    "export-unknown": (
        "Er is geen afgerond gesprek ‘{found}’. De laatste zijn: {known}.",
        "There is no finished conversation ‘{found}’. The last ones are: {known}.",
    ),
    "export-failed": ("‘{path}’ kan niet worden geschreven: {why}.", "‘{path}’ cannot be written: {why}."),
    "export-done": ("Geschreven: {path}", "Written: {path}"),
    "cli-info": ("toon versies, terminal en mappen", "show versions, terminal and folders"),
    "cli-lang": ("taal: nl of en", "language: nl or en"),
    "cli-plain": ("regel voor regel, zonder scherm", "line by line, without a screen"),
    "cli-seed": ("volgorde van de antwoorden, als getal", "order of the replies, as a number"),
    "cli-from": ("begin in deze scène (wordt niet bewaard)", "begin in this scene (is not saved)"),
    "cli-new": ("begin opnieuw, ook als er een gesprek openligt", "start anew, even if one is unfinished"),
    "cli-json": ("als JSON", "as JSON"),
    "cli-look": ("kleuren: dark, light of contrast", "colours: dark, light or contrast"),
    "cli-level": ("naam van een level", "name of a level"),
    "cli-replies": ("namen van antwoorden, in volgorde", "names of replies, in order"),
    "cli-path": ("bestand of map; zonder: alle levels", "file or folder; without: all levels"),
    "cli-version": ("toon de versie", "show the version"),
    "cli-help": ("toon deze hulp", "show this help"),
    "usage": ("gebruik", "usage"),
    "usage-commands": ("wat je kunt doen", "what you can do"),
    "usage-options": ("hoe", "how"),
    "usage-missing": ("Hier ontbreekt: {names}.", "Missing here: {names}."),
    "usage-unknown": ("Dit ken ik niet: {names}.", "I don’t know this: {names}."),
    "usage-choice": (
        "{name} {found} kan hier niet. Kies uit: {known}.",
        "{name} {found} is not possible here. Choose from: {known}.",
    ),
    "usage-number": (
        "Bij {name} hoort een heel getal; {found} is dat niet.",
        "{name} takes a whole number; {found} is not one.",
    ),
    "usage-value": ("Na {name} ontbreekt nog iets.", "Something is missing after {name}."),
    "unknown-level": (
        "Er is geen level ‘{found}’.{suggestion} Er zijn: {known}.",
        "There is no level ‘{found}’.{suggestion} There are: {known}.",
    ),
    "did-you-mean": (" Bedoelde je ‘{name}’?", " Did you mean ‘{name}’?"),
    "broken-level": (
        "Level ‘{level}’ kan niet worden gespeeld:",
        "Level ‘{level}’ cannot be played:",
    ),
    "unknown-scene": (
        "Level ‘{level}’ heeft geen scène ‘{found}’.{suggestion} Er zijn: {known}.",
        "Level ‘{level}’ has no scene ‘{found}’.{suggestion} There are: {known}.",
    ),
    "reply-unknown": (
        "Antwoord {position}, ‘{found}’, kan niet in scène ‘{scene}’.{suggestion} Wel: {available}.",
        "Reply {position}, ‘{found}’, is not there in scene ‘{scene}’.{suggestion} Available: {available}.",
    ),
    "reply-after-end": (
        "Antwoord {position}, ‘{found}’, komt na het einde ‘{ending}’.",
        "Reply {position}, ‘{found}’, comes after the ending ‘{ending}’.",
    ),
    "no-terminal": (
        "Hier is geen terminal voor het scherm ({why}). Speel regel voor regel: {command}",
        "There is no terminal here for the screen ({why}). Play line by line: {command}",
    ),
    "crashed": (
        "Er ging iets mis bij ons: {error}. Je gesprek is bewaard. Meld het met de regels hieronder.",
        "Something went wrong on our side: {error}. Your game is saved. Report it with the lines below.",
    ),
    "check-path-missing": ("‘{path}’ bestaat niet.", "‘{path}’ does not exist."),
    "check-fine": ("Bestanden gelezen: {files}. Geen problemen.", "Files read: {files}. No problems."),
    "check-found": (
        "Bestanden gelezen: {files}. Fouten: {errors}. Waarschuwingen: {warnings}.",
        "Files read: {files}. Errors: {errors}. Warnings: {warnings}.",
    ),
    "no-levels-to-check": ("Geen levels gevonden in {path}.", "No levels found in {path}."),
    "info-version": ("versie", "version"),
    "info-levels": ("levels", "levels"),
    "info-home": ("bewaard in", "saved in"),
    "info-terminal": ("terminal", "terminal"),
    "info-language": ("taal", "language"),
    "info-yaml": ("yaml", "yaml"),
    "info-can-write": ("schrijven mag", "can be written to"),
    "info-fast": ("snelle lezer (libyaml)", "fast reader (libyaml)"),
    "info-slow": ("gewone lezer (zonder libyaml)", "plain reader (no libyaml)"),
}


def say(language: str, key: str, **values: object) -> str:
    """Return the words for *key* in *language* ('nl' or 'en'), with *values* filled in.

    Raises KeyError for a key that does not exist.
    """
    return WORDS[key][0 if language == "nl" else 1].format(**values)


def word_for(language: str, meter: str, value: int) -> str:
    """Return the word for *value* (0-100) of *meter* ('trust' or 'sympathy')."""
    return say(language, f"{meter}-{min(4, value // 20)}")
