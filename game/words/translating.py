"""Sheets for translators."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli-translate": (
        "laat een level vertalen: schrijf een vel, lees het terug",
        "have a level translated: write a sheet, read it back",
    ),
    "cli-translate-export": (
        "schrijf alle teksten van een level op een vel (CSV) voor Excel",
        "write all texts of a level to a sheet (CSV) for Excel",
    ),
    "cli-translate-import": (
        "zet de vertaling van een vel terug in het level",
        "put the translation on a sheet back into the level",
    ),
    "cli-translate-level": ("naam van een level, of het bestand", "name of a level, or its file"),
    "cli-translate-home": (
        "het level; zonder: dat waar het vel naar heet",
        "the level; without: the one the sheet is named after",
    ),
    "cli-translate-output": (
        "schrijf naar dit bestand; zonder: LEVEL.csv in deze map; -: naar het scherm",
        "write to this file; without: LEVEL.csv in this folder; -: to the screen",
    ),
    "cli-translate-file": ("het vertaalde vel", "the translated sheet"),
    "cli-translate-dry": (
        "laat zien wat er verandert en schrijf niets",
        "show what changes and write nothing",
    ),
    "cli-translate-stale": (
        "zet ook vertalingen terug van teksten die intussen veranderd zijn",
        "also put back translations of texts that have changed since",
    ),
    "translate-exported": (
        "Geschreven: {path}. Teksten: {texts}, waarvan nog zonder {target}: {open}.\n"
        "Vul de kolom ‘{target}’ en laat de andere kolommen staan. Bewaar als ‘CSV UTF-8’.\n"
        "Daarna: {command}",
        "Written: {path}. Texts: {texts}, of which still without {target}: {open}.\n"
        "Fill the column ‘{target}’ and leave the others alone. Save as ‘CSV UTF-8’.\n"
        "Then: {command}",
    ),
    "translate-there-already": (
        "‘{path}’ bestaat al en is anders. Er is niets geschreven. Kies een andere naam: -o NAAM.csv",
        "‘{path}’ exists already and is different. Nothing was written. Choose another name: -o NAME.csv",
    ),
    "translate-which-level": (
        "Bij ‘{path}’ vind ik geen level ‘{found}’. Noem het level erbij: {command}",
        "For ‘{path}’ I find no level ‘{found}’. Name the level as well: {command}",
    ),
    "translate-other-level": (
        "‘{path}’ lijkt van een ander level te zijn: de meeste plaatsen zijn er niet in ‘{level}’. "
        "Er is niets geschreven.",
        "‘{path}’ seems to be of another level: most of its places are not in ‘{level}’. "
        "Nothing was written.",
    ),
    "translate-unreadable": (
        "‘{path}’ kan niet worden gelezen: {why}.",
        "‘{path}’ cannot be read: {why}.",
    ),
    "sheet-columns": (
        "Dit vel mist een kolom: {missing}. In rij 1 horen te staan: {wanted}. Schrijf het vel opnieuw met "
        "‘translate export’ en zet de vertalingen daarin.",
        "This sheet lacks a column: {missing}. Row 1 should hold: {wanted}. Write the sheet anew with "
        "‘translate export’ and put the translations in that.",
    ),
    "sheet-other": (
        "Dit is geen vel om te vertalen. Zo’n vel schrijf je met ‘translate export’. "
        "In rij 1 staat dan: {wanted}.",
        "This is no sheet to translate. Such a sheet is written by ‘translate export’. "
        "Row 1 of it says: {wanted}.",
    ),
    "sheet-one-column": (
        "Rij {row} heeft maar één kolom. Open het vel in Excel met Gegevens > Uit tekst/CSV en bewaar het "
        "weer als ‘CSV UTF-8’.",
        "Row {row} has only one column. Open the sheet in Excel with Data > From Text/CSV and save it again "
        "as ‘CSV UTF-8’.",
    ),
    "sheet-encoding": (
        "Rij {row} bevat tekens die geen UTF-8 zijn. Open het vel in Excel en bewaar het als ‘CSV UTF-8’ "
        "(niet als gewone ‘CSV’).",
        "Row {row} has characters that are not UTF-8. Open the sheet in Excel and save it as ‘CSV UTF-8’ "
        "(not as plain ‘CSV’).",
    ),
    "sheet-quotes": (
        'In rij {row} staat een aanhalingsteken (") te veel of te weinig. Open het vel in Excel en bewaar '
        "het als ‘CSV UTF-8’.",
        'Row {row} has a quotation mark (") too many or too few. Open the sheet in Excel and save it as '
        "‘CSV UTF-8’.",
    ),
    "sheet-workbook": (
        "Dit is een werkmap van Excel, geen CSV. Open hem en bewaar hem als ‘CSV UTF-8’.",
        "This is an Excel workbook, not CSV. Open it and save it as ‘CSV UTF-8’.",
    ),
    "sheet-empty": ("Dit vel is leeg.", "This sheet is empty."),
    "sheet-too-large": (
        "Dit vel is te groot: meer dan {limit} MB.",
        "This sheet is too large: more than {limit} MB.",
    ),
    "translate-row": ("rij {row}, {place}: {told}", "row {row}, {place}: {told}"),
    "translate-unknown": (
        "deze plaats is er niet (meer) in het level.{suggestion}",
        "this place is not (or no longer) in the level.{suggestion}",
    ),
    "translate-no-place": (
        "de kolom ‘place’ is leeg. Neem die over uit het oorspronkelijke vel.",
        "the column ‘place’ is empty. Copy it from the original sheet.",
    ),
    "translate-twice": (
        "deze plaats staat ook in rij {earlier}; die is gebruikt. Haal een van de twee weg.",
        "this place is in row {earlier} as well; that one was used. Delete one of the two.",
    ),
    "translate-formula": (
        "hier staat ‘{found}’: het rekenblad zag de tekst voor een formule aan. Typ de tekst opnieuw, met "
        "een ' ervoor.",
        "this says ‘{found}’: the spreadsheet took the text for a formula. Type the text again, with a ' "
        "in front.",
    ),
    "translate-hidden": (
        "hier staat een teken dat je niet ziet ({found}). Haal het weg, of typ de tekst opnieuw.",
        "there is a character here that cannot be seen ({found}). Delete it, or type the text again.",
    ),
    "translate-too-long": (
        "deze tekst is te lang: {found} tekens, het meeste is {limit}. Maak hem korter.",
        "this text is too long: {found} characters, the most is {limit}. Make it shorter.",
    ),
    "translate-stale": (
        "de tekst in ‘{source}’ is veranderd nadat het vel is gemaakt. Kijk of de vertaling nog klopt. "
        "Nu staat er: {now}",
        "the text in ‘{source}’ has changed since the sheet was made. See whether the translation still "
        "holds. It now says: {now}",
    ),
    "translate-stale-hint": (
        "Verouderd en niet teruggezet: {count}. Kloppen ze nog, geef dan --stale erbij.",
        "Stale and not put back: {count}. If they still hold, add --stale.",
    ),
    "translate-moved": (
        "de tekst staat nu op een andere plaats; de vertaling is mee verhuisd naar {home}.",
        "the text is at another place now; the translation went along to {home}.",
    ),
    "translate-source-edited": (
        "de kolom ‘{source}’ is in het vel veranderd. Dat wordt niet overgenomen: verander het in het level.",
        "the column ‘{source}’ was changed on the sheet. That is not taken over: change it in the level.",
    ),
    "translate-empty": (
        "Leeg in de kolom ‘{target}’, daar blijft het level zoals het is: rij {rows}.",
        "Empty in the column ‘{target}’, there the level stays as it is: row {rows}.",
    ),
    "translate-before": ("was", "was"),
    "translate-after": ("wordt", "becomes"),
    "translate-nothing-before": ("(nog niets)", "(nothing yet)"),
    "translate-counts": (
        "{level}: nieuw {new}, veranderd {changed}, gelijk {same}, overgeslagen {skipped}, leeg {empty}.",
        "{level}: new {new}, changed {changed}, the same {same}, left out {skipped}, empty {empty}.",
    ),
    "translate-declared": (
        "De taal ‘{target}’ komt erbij in ‘languages’.",
        "The language ‘{target}’ is added to ‘languages’.",
    ),
    "translate-dry": ("Dit was een proef: er is niets geschreven.", "This was a trial: nothing was written."),
    "translate-unchanged": (
        "Er is niets te veranderen; {path} is niet aangeraakt.",
        "There is nothing to change; {path} was not touched.",
    ),
    "translate-cannot": (
        "Zo zou {path} niet meer goed te lezen zijn. Er is niets geschreven.",
        "Like that {path} could not be read well any more. Nothing was written.",
    ),
    "translate-by-hand": (
        "De vertaling past niet in de vorm van dit bestand. Schrijf de teksten als blokken (>-), zoals in de "
        "handleiding, en probeer het opnieuw.",
        "The translation does not fit the form of this file. Write the texts as blocks (>-), as the guide "
        "does, and try again.",
    ),
    "translate-kind-title": ("titel", "title"),
    "translate-kind-you": ("wie de speler is", "who the player is"),
    "translate-kind-you-do": ("wat de speler doet", "what the player does"),
    "translate-kind-name": ("naam", "name"),
    "translate-kind-narrator": ("verteller", "narrator"),
    "translate-kind-speech": ("wat iemand zegt", "what somebody says"),
    "translate-kind-notes": ("voor de begeleider", "for the facilitator"),
    "translate-kind-say": ("antwoord van de speler", "reply of the player"),
    "translate-kind-because": ("bedoeling van de speler", "intention of the player"),
    "translate-kind-thought": ("gedachte", "thought"),
    "translate-kind-text": ("afloop", "outcome"),
    "translate-kind-invented": ("wat verzonnen is", "what is invented"),
    "translate-kind-question": ("vraag achteraf", "question afterwards"),
    "translate-kind-questions": ("vraag van de begeleider", "question of the facilitator"),
    "translate-kind-aim": ("doel, voor de begeleider", "aim, for the facilitator"),
    "translate-kind-expected_mistakes": (
        "verwachte fouten, voor de begeleider",
        "expected mistakes, for the facilitator",
    ),
    "translate-kind-credit": ("bronvermelding", "credit"),
    "translate-kind-other": ("tekst", "text"),
}
