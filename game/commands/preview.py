"""`luisterkamer preview`: play a level while it is being written."""

from __future__ import annotations

from game import paths
from game.authoring.drafts import Drafts
from game.commands.finding import known_beside, path_of
from game.commands.messages import complain
from game.commands.play import no_screen
from game.exits import Exit
from game.library import level_files, players_library
from game.saves import Saves
from game.settings import Settings
from game.story.text import clean
from game.words import say


def preview(argument: str, settings: Settings, *, plain: bool = False) -> int:
    """Play the level that *argument* names, a name or a file, and every new version of it.

    Returns 2 where there is no such level, or no terminal to show it in; *plain* asks for none.
    """
    language = settings.language
    library = players_library()
    path = path_of(argument, library, language)
    if path is None:
        return Exit.USAGE
    if why := "--plain" if plain else no_screen():
        named = f'"{argument}"' if " " in argument else argument
        command = clean(f"{paths.command()} check {named} --watch")
        complain(say(language, "preview-no-terminal", why=why, command=command))
        return Exit.USAGE
    drafts = Drafts(path, known_beside(library, level_files(path.parent)))
    from game.tui.start import run_app

    return run_app(library, Saves(paths.home()), settings, drafts=drafts)
