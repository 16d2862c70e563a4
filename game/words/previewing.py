"""Trying out a level while it is being written, and checking it on every save."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli-preview": (
        "speel een level terwijl je het schrijft: na elke keer bewaren speelt het verder",
        "play a level while you write it: after every save it plays on",
    ),
    "cli-preview-level": ("naam van een level, of een bestand", "name of a level, or a file"),
    "cli-watch": (
        "kijk na elke keer bewaren opnieuw, tot Ctrl-C",
        "check again on every save, until Ctrl-C",
    ),
    "preview-no-terminal": (
        "Meespelen kan hier niet ({why}). Dit kan wel: {command}",
        "A preview cannot be shown here ({why}). This can: {command}",
    ),
    "watch-waits": (
        "Bewaar het bestand, dan kijk ik opnieuw. Ctrl-C stopt.",
        "Save the file and I check again. Ctrl-C stops.",
    ),
    "watch-again": ("Om {time} is er iets bewaard:", "Something was saved at {time}:"),
    "watch-gone": (
        "‘{path}’ is weg of niet te lezen. Zodra het er weer is, kijk ik opnieuw.",
        "‘{path}’ is gone or cannot be read. As soon as it is back I check again.",
    ),
    # notices
    "preview-reread": ("Opnieuw gelezen om {time}.", "Read again at {time}."),
    "preview-misfit-reply": (
        "{kept} van je {given} antwoorden passen nog; vanaf ‘{first}’ niet meer.",
        "{kept} of your {given} replies still fit; from ‘{first}’ on they do not.",
    ),
    "preview-misfit-only": (
        "Je antwoord ‘{first}’ past niet meer.",
        "Your reply ‘{first}’ does not fit any more.",
    ),
    "preview-misfit-scene": (
        "De scène ‘{first}’, waar je heen was gesprongen, is er niet meer.",
        "The scene ‘{first}’ that you had jumped to is not there any more.",
    ),
    "preview-stayed": (
        "Je bent nog in ‘{scene}’, met dezelfde meters.",
        "You are still in ‘{scene}’, with the same meters.",
    ),
    "preview-moved": ("Je bent nu in ‘{scene}’.", "You are now in ‘{scene}’."),
    "preview-broken": (
        "{count} (regel {lines}); p toont alles. De laatste goede versie speelt door.",
        "{count} (line {lines}); p shows all. The last good version plays on.",
    ),
    "preview-lost": (
        "‘{file}’ is weg of niet te lezen. De laatste goede versie speelt door, tot het er weer is.",
        "‘{file}’ is gone or cannot be read. The last good version plays on until it is back.",
    ),
    "preview-not-yet": (
        "Dit is nog niet te spelen. Bewaar een versie zonder fouten, en het begint hier vanzelf.",
        "This cannot be played yet. Save a version without errors, and it begins here by itself.",
    ),
    "preview-back": ("Een stap terug.", "One step back."),
    "preview-jumped": (
        "Je bent in ‘{scene}’ gesprongen, met de meters van zojuist. s zet ze anders.",
        "You jumped to ‘{scene}’, with the meters you had. s sets them.",
    ),
    # the problems
    "preview-errors": ("{count} fouten", "{count} errors"),
    "preview-error": ("1 fout", "1 error"),
    "preview-warnings": ("{count} waarschuwingen", "{count} warnings"),
    "preview-warning": ("1 waarschuwing", "1 warning"),
    "preview-no-problems": ("Geen problemen.", "No problems."),
    "preview-is-error": ("fout", "error"),
    "preview-is-warning": ("waarschuwing", "warning"),
    "preview-line": ("regel {line}", "line {line}"),
    "preview-more-problems": ("Nog {count} meer: p", "{count} more: p"),
    "preview-more-about": (
        "Meer over een code: {command} explain {code}",
        "More about a code: {command} explain {code}",
    ),
    # what is behind the scene
    "preview-behind": ("Achter scène {scene}", "Behind scene {scene}"),
    "preview-behind-reply": ("Achter antwoord {reply}", "Behind reply {reply}"),
    "preview-behind-end": ("Achter het einde", "Behind the ending"),
    "preview-facts": ("onthouden: {facts}", "remembered: {facts}"),
    "preview-no-facts": ("niets onthouden", "nothing remembered"),
    "preview-to": ("→ {scene}", "→ {scene}"),
    "preview-to-end": ("→ einde ‘{ending}’", "→ ending ‘{ending}’"),
    "preview-hidden": ("verborgen", "hidden"),
    "preview-because-test": ("want {now}", "because {now}"),
    "preview-meter-is": ("{meter} is nu {value}", "{meter} is now {value}"),
    "preview-fact-is": ("{fact} is onthouden", "{fact} is remembered"),
    "preview-fact-is-not": ("{fact} is niet onthouden", "{fact} is not remembered"),
    "preview-remembers": ("onthoudt: {facts}", "remembers: {facts}"),
    "preview-thinks": ("{name} denkt: {thought}", "{name} thinks: {thought}"),
    "preview-intention": ("bedoeling: {because}", "intention: {because}"),
    "preview-principle": ("principe: {principle}", "principle: {principle}"),
    "preview-this-ending": ("dit einde", "this ending"),
    "preview-earlier": ("een eerder einde gaat voor", "an earlier ending goes first"),
    "preview-again": ("opnieuw, vanaf het begin", "again, from the start"),
    "preview-step-back": ("een stap terug", "one step back"),
    "preview-where": ("{scene} · nog ±{left}", "{scene} · ±{left} to go"),
    "preview-is-over": ("einde ‘{ending}’", "ending ‘{ending}’"),
    # pages
    "preview-menu": ("Wat je kunt doen", "What you can do"),
    "preview-menu-told": (
        "Achter elke regel staat de toets die hetzelfde doet in het gesprek.",
        "Behind each line is the key that does the same in the conversation.",
    ),
    "preview-menu-line": ("{told} ({press})", "{told} ({press})"),
    "preview-jump": ("Naar welke scène?", "To which scene?"),
    "preview-jump-told": (
        "Je neemt je meters mee zoals ze nu zijn: vertrouwen {trust}, sympathie {sympathy}.",
        "You take your meters along as they are now: trust {trust}, sympathy {sympathy}.",
    ),
    "preview-typed": (
        "Nummer {number}: ⏎ kiest dit, of typ nog een cijfer.",
        "Number {number}: ⏎ chooses this, or type another digit.",
    ),
    "preview-here": ("hier ben je", "you are here"),
    "preview-set": ("Meters en feiten", "Meters and facts"),
    "preview-set-told": (
        "Zo kom je scène ‘{scene}’ binnen. Kies wat je wilt veranderen.",
        "This is how you come into scene ‘{scene}’. Choose what to change.",
    ),
    "preview-set-lines": (
        "Door wat er in de scène gebeurt, staan ze bij je keuze op {trust} en {sympathy}.",
        "By what happens in the scene they are {trust} and {sympathy} when you choose.",
    ),
    "preview-set-meter": ("{meter}: {value}", "{meter}: {value}"),
    "preview-set-yes": ("{fact}: onthouden", "{fact}: remembered"),
    "preview-set-no": ("{fact}: niet onthouden", "{fact}: not remembered"),
    "preview-set-number": (
        "Typ een getal van 0 tot 100, en dan enter.",
        "Type a number from 0 to 100, then enter.",
    ),
    "preview-set-no-facts": (
        "Dit level onthoudt geen feiten.",
        "This level remembers no facts.",
    ),
    "preview-tree": ("Het verhaal", "The story"),
    "preview-counting": ("Even tellen…", "Counting…"),
    "preview-problems": ("Problemen", "Problems"),
    # keys and their help
    "key-menu": ("menu", "menu"),
    "key-jump": ("naar scène", "jump"),
    "key-set": ("meters", "meters"),
    "key-problems": ("problemen", "problems"),
    "key-tree": ("verhaal", "story"),
    "key-behind": ("achterkant", "behind"),
    "key-restart": ("opnieuw", "restart"),
    "key-less": ("5 minder", "5 less"),
    "key-more": ("5 meer", "5 more"),
    "help-preview": (
        "Je speelt het level dat je schrijft. Bewaar het bestand in je editor, en hier speelt meteen de "
        "nieuwe versie: in dezelfde scène, met dezelfde meters. Met een fout erin speelt de laatste goede "
        "versie door.",
        "You play the level you are writing. Save the file in your editor, and the new version plays here at "
        "once: in the same scene, with the same meters. With an error in it the last good version plays on.",
    ),
    "help-preview-saves": (
        "Van wat je hier speelt, wordt niets bewaard. De antwoorden staan in jouw volgorde, niet geschud.",
        "Nothing of what you play here is kept. The replies are in your order, not shuffled.",
    ),
    "help-preview-plain": (
        "Schermlezer? Gebruik: {command} check LEVEL --watch",
        "Screen reader? Use: {command} check LEVEL --watch",
    ),
    "help-menu": ("alles wat je kunt doen, om te kiezen", "all you can do, to choose from"),
    "help-step-back": ("één stap terug, ook na een sprong", "one step back, after a jump too"),
    "help-jump": ("spring naar een scène", "jump to a scene"),
    "help-set": ("zet de meters en de feiten", "set the meters and the facts"),
    "help-problems": ("alle fouten en waarschuwingen", "all errors and warnings"),
    "help-tree": ("het verhaal als boom, met kansen", "the story as a tree, with shares"),
    "help-behind": (
        "toon of verberg wat er achter de antwoorden zit",
        "show or hide what is behind the replies",
    ),
    "help-restart": ("opnieuw, vanaf het begin", "again, from the start"),
    "help-panel": ("lees verder in de zijkant (breed venster)", "read on at the side (wide window)"),
    "help-less-more": ("5 punten erbij of eraf", "5 points more or less"),
    "help-set-choose": (
        "typ een getal, of verander een feit",
        "type a number, or change a fact",
    ),
    "help-preview-leave": ("sluit de proef", "close the preview"),
}
