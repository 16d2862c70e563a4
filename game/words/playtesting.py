"""Play-tests: whether the plays beside a level still hold."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli-test": (
        "speel de routes naast levels na en toon wat er anders gaat",
        "play the plays beside levels and show what has become different",
    ),
    "cli-test-what": (
        "namen van levels, bestanden of mappen; zonder: alle levels",
        "names of levels, files or folders; without: all levels",
    ),
    "cli-bless": (
        "schrijf in de routes wat het spel er nu van maakt, en maak ze waar ze er niet zijn",
        "write into the plays what the game now comes to, and make them where there are none",
    ),
    "test-fine": ("{name}: {count} routes, alles klopt.", "{name}: {count} plays, all hold."),
    "test-fine-one": ("{name}: 1 route, die klopt.", "{name}: 1 play, it holds."),
    "test-wrong": (
        "{name}: {wrong} van {count} routes kloppen niet.",
        "{name}: {wrong} of {count} plays do not hold.",
    ),
    "test-wrong-one": (
        "{name}: 1 van {count} routes klopt niet.",
        "{name}: 1 of {count} plays does not hold.",
    ),
    "test-unreadable": (
        "{name}: de routes kunnen niet worden gelezen:",
        "{name}: the plays cannot be read:",
    ),
    "test-none": (
        "{name}: nog geen routes. Laat ze maken: {command} test {argument} --bless",
        "{name}: no plays yet. Have them made: {command} test {argument} --bless",
    ),
    "test-sum": (
        "Levels: {levels}. Routes: {plays}. Kloppen niet: {wrong}.",
        "Levels: {levels}. Plays: {plays}. Do not hold: {wrong}.",
    ),
    "test-how-to-bless": (
        "Is het nu juist zoals je wilt? Neem het over in de routes: {command} test {argument} --bless",
        "Is it just what you want now? Take it over into the plays: {command} test {argument} --bless",
    ),
    "test-bless-what": (
        "Zeg bij --bless welke levels: een naam, een bestand of een map.",
        "With --bless, say which levels: a name, a file or a folder.",
    ),
    # what differs
    "test-gone": (
        "Antwoord {number}, ‘{reply}’, is er niet in scène ‘{scene}’.{suggestion} Daar kan: {available}.",
        "Reply {number}, ‘{reply}’, is not in scene ‘{scene}’.{suggestion} There you can: {available}.",
    ),
    "test-gone-elsewhere": (
        "Antwoord {number}, ‘{reply}’, hoort bij scène ‘{scenes}’, maar hier is het gesprek in ‘{scene}’. "
        "Daar kan: {available}.",
        "Reply {number}, ‘{reply}’, belongs to scene ‘{scenes}’, but the conversation is in ‘{scene}’ here. "
        "There you can: {available}.",
    ),
    "test-hidden": (
        "Antwoord {number}, ‘{reply}’, kan hier niet: het is er alleen bij ‘{when}’. Hier is {state}. "
        "Wel kan: {available}.",
        "Reply {number}, ‘{reply}’, is not available here: it needs ‘{when}’. Here it is {state}. "
        "Available: {available}.",
    ),
    "test-too-late": (
        "Antwoord {number}, ‘{reply}’, komt te laat: het gesprek is al afgelopen met einde ‘{ending}’.",
        "Reply {number}, ‘{reply}’, comes too late: the conversation is over, with ending ‘{ending}’.",
    ),
    "test-parted": (
        "Na antwoord {number}, ‘{reply}’, is het {found}; de route zegt {expected}.",
        "After reply {number}, ‘{reply}’, it is {found}; the play says {expected}.",
    ),
    "test-not-over": (
        "Na het laatste antwoord is het gesprek niet afgelopen: het staat in scène ‘{scene}’. "
        "De route zegt einde ‘{expected}’. Verder kan met: {available}.",
        "After the last reply the conversation is not over: it is in scene ‘{scene}’. "
        "The play says ending ‘{expected}’. Ways on: {available}.",
    ),
    "test-other-ending": (
        "Het eindigt met ‘{found}’ in plaats van ‘{expected}’, met {state}.{suggestion}",
        "It ends with ‘{found}’ instead of ‘{expected}’, with {state}.{suggestion}",
    ),
    "test-no-ending": (
        "Een einde ‘{expected}’ is er niet.{suggestion} Het eindigt met ‘{found}’, met {state}.",
        "There is no ending ‘{expected}’.{suggestion} It ends with ‘{found}’, with {state}.",
    ),
    "test-other-meters": (
        "Aan het eind is het {found}; de route zegt {expected}.{held}",
        "At the end it is {found}; the play says {expected}.{held}",
    ),
    "test-play-says": (" De route zegt {expected}.", " The play says {expected}."),
    "test-held": (
        " Tot en met antwoord {number}, ‘{reply}’, klopte het nog.",
        " Up to reply {number}, ‘{reply}’, it was as the play says.",
    ),
    "test-facts": (", met onthouden: {facts}", ", remembered: {facts}"),
    "test-no-facts": (", niets onthouden", ", nothing remembered"),
    # endings without a play
    "test-ending-without": (
        "Nog geen route naar einde ‘{ending}’. De kortste: replies: [{replies}]",
        "No play comes to ending ‘{ending}’ yet. The shortest: replies: [{replies}]",
    ),
    "test-ending-never": (
        "Einde ‘{ending}’ komt nooit: geen enkele weg leidt erheen.",
        "Ending ‘{ending}’ never comes: no way leads there.",
    ),
    # --bless
    "bless-change": ("{what} {old} → {new}", "{what} {old} → {new}"),
    "bless-new-value": ("{what} {new} (nieuw)", "{what} {new} (new)"),
    "bless-after": ("na ‘{reply}’ {change}", "after ‘{reply}’ {change}"),
    "bless-left": (
        "Deze route kan niet worden overgenomen. Verander hem zelf.",
        "This play cannot be taken over. Change it yourself.",
    ),
    "bless-made": ("Gemaakt: {path}, met {count} routes.", "Made: {path}, with {count} plays."),
    "bless-head": (
        "Routes door “{title}”: elk met waar hij op uit moet komen. luisterkamer test speelt ze na.",
        "Plays of “{title}”: each with what it has to come to. luisterkamer test plays them.",
    ),
    "bless-route": ("de kortste weg naar {ending}", "the shortest way to {ending}"),
}
