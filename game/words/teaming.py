"""Teams in a workshop: on the projector, on phones, in the notes."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # on phones
    "phone-which-team": ("In welk team zit je?", "Which team are you in?"),
    "phone-which-team-told": (
        "Elk team speelt hetzelfde gesprek, op zijn eigen manier.",
        "Every team plays the same conversation, in its own way.",
    ),
    "phone-team": ("Team {team}", "Team {team}"),
    "phone-other-team": ("Ander team kiezen", "Change teams"),
    "phone-others-turn": (
        "Team {team} is aan de beurt. Wat zouden jullie zeggen?",
        "It is team {team}’s turn. What would you say?",
    ),
    "phone-read": ("Lees mee", "Read along"),
    "phone-read-told": ("Zo meteen kies je hier.", "You will choose here in a moment."),
    "phone-follows": ("Dit gebeurt er", "This is what happens"),
    "phone-follows-other": (
        "En met een ander antwoord?",
        "And with another reply?",
    ),
    "phone-you-say": ("Jullie: {words}", "You: {words}"),
    "phone-waits": (
        "Niemand van jullie heeft gestemd. Jullie blijven waar jullie waren.",
        "Nobody in your team voted. You stay where you were.",
    ),
    "phone-over": ("Jullie gesprek is klaar", "Your conversation is over"),
    "phone-over-told": (
        "De andere teams zijn nog bezig. Volg hen op het scherm.",
        "The other teams are still playing. Follow them on the screen.",
    ),
    # on the projector
    "room-teams-together": (
        "{count} teams spelen tegelijk hetzelfde gesprek, elk op de eigen telefoons.",
        "{count} teams play the same conversation at the same time, each on its own phones.",
    ),
    "room-teams-scene": ("Elk team leest op de telefoon", "Each team reads on its phones"),
    "room-teams-split": ("Zo stemden de teams", "How the teams voted"),
    "room-teams-shift": ("Zo verschoof het per team", "How it shifted in each team"),
    "room-teams-talk": (
        "Praat met je team: wie koos iets anders, en waarom?",
        "Talk with your team: who chose something else, and why?",
    ),
    "room-teams-consequence": ("Wat de teams zeiden", "What the teams said"),
    "room-teams-other": (
        "En met een ander antwoord?",
        "And with another reply?",
    ),
    "room-members": ("{count} telefoons", "{count} phones"),
    "room-one-member": ("1 telefoon", "1 phone"),
    "room-voted-of": ("gestemd: {voted} van {all}", "voted: {voted} of {all}"),
    "room-hands-in": ("handen geteld  ✓", "hands counted  ✓"),
    "room-no-hands": ("nog geen handen geteld", "no hands counted yet"),
    "room-team-tied": ("gelijk", "a tie"),
    "room-team-picked": ("begeleider koos {letter}", "facilitator picked {letter}"),
    "room-team-nobody": ("niemand heeft gestemd", "nobody has voted"),
    "room-team-waits": (
        "stemde niet en blijft waar het was",
        "did not vote and stays where it was",
    ),
    "room-team-over": ("klaar: {title}", "over: {title}"),
    "room-team-absent": ("speelde niet mee", "did not play"),
    "room-team-is-picked": (
        "Team {team} zegt {letter}. Met w gaan alle teams verder.",
        "Team {team} says {letter}. With w all teams go on.",
    ),
    "room-team-is-picked-not-all": (
        "Team {team} zegt {letter}. Nog gelijk: team {teams} (Tab).",
        "Team {team} says {letter}. Still tied: team {teams} (Tab).",
    ),
    "key-teams": ("teams", "teams"),
    "help-teams": (
        "tegelijk: het volgende team in beeld, dan weer alle (⇧Tab: terug)",
        "together: the next team in view, then all again (⇧Tab: back)",
    ),
    # what cannot be
    "workshop-no-team": ("Deze telefoon heeft nog geen team.", "This phone has no team yet."),
    "workshop-which-team": (
        "Kies eerst een team: Tab.",
        "Choose a team first: Tab.",
    ),
    "workshop-tie-teams": (
        "Bij een team is het gelijk. Tab naar dat team, dan k en een letter.",
        "A team is tied. Tab to that team, then k and a letter.",
    ),
    "workshop-tie-teams-revote": (
        "Bij een team is het gelijk. Afgesproken: opnieuw stemmen, met r.",
        "A team is tied. We agreed to vote again, with r.",
    ),
    "workshop-together-teams": (
        "--together is voor teams: zet er --teams 2 tot 8 bij.",
        "--together is for teams: add --teams 2 to 8.",
    ),
    "workshop-together-phones": (
        "Met --together speelt elk team op de eigen telefoons: zet er --phones bij. Zonder "
        "telefoons spelen teams om de beurt.",
        "With --together each team plays on its own phones: add --phones. Without phones, teams take turns.",
    ),
    "workshop-together-guess": (
        "--together gaat niet samen met --guess: elk team kan iets anders kiezen.",
        "--together does not go with --guess: each team may choose a different reply.",
    ),
    "cli-together": (
        "alle teams tegelijk, elk op de eigen telefoons (met --teams en --phones)",
        "all teams at the same time, each on its own phones (with --teams and --phones)",
    ),
    # in the notes
    "notes-go-look": ("teams", "teams"),
    "notes-all-teams": ("alle teams in beeld", "all teams in view"),
    "notes-help-tab": (
        "tegelijk: het volgende team in beeld, dan weer alle",
        "together: the next team in view, then all again",
    ),
    "remote-look": ("team {team} in beeld", "team {team} in view"),
    "remote-look-all": ("alle teams in beeld", "all teams in view"),
    "report-absent": ("Dit team heeft niet meegespeeld.", "This team did not play."),
}
