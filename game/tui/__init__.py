"""The Textual front end: it shows a game and sends replies to it. No rule lives here."""
