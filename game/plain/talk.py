"""What the line-by-line front end says: every screen as a list of paragraphs."""

from __future__ import annotations

from collections.abc import Collection

from game.contents import Card
from game.saves import SavedGame, Summary
from game.story.level import Level
from game.story.playthrough import Playthrough, shuffled
from game.story.text import clean
from game.transcript import changes, late_changes, reply_words, spoken
from game.words import say, word_for


def house(
    cards: tuple[Card, ...], games: tuple[Summary, ...], language: str, own: Collection[str] = ()
) -> list[str]:
    """Name the conversations, numbered, with what was done in each; the user's *own* come last."""
    said = [f"{say(language, 'name')}. {say(language, 'tagline')}.", say(language, "house-welcome")]
    first_own = next((card for card in cards if card.id in own), None)
    for number, card in enumerate(cards, 1):
        if card is first_own:
            said.append(f"{say(language, 'house-own')}:")
        title = clean(card.title.in_language(language))
        minutes = say(language, "minutes", count=card.minutes)
        said.append(f"{number}. {title}. {minutes}. {visited(card, games, language)}.")
    return said


def visited(card: Card, games: tuple[Summary, ...], language: str) -> str:
    """Say how far a player came in a level."""
    own = [game for game in games if game.level_id == card.id]
    unfinished = next((game for game in own if game.is_unfinished), None)
    if unfinished:
        return say(language, "plain-unfinished", replies=replies_given(len(unfinished.replies), language))
    found = {game.ending for game in own} & set(card.endings)
    if not found:
        return say(language, "house-endings-none")
    return say(language, "house-endings", found=len(found), all=len(card.endings))


def replies_given(count: int, language: str) -> str:
    """Say how many replies were given."""
    return say(language, "house-reply-given" if count == 1 else "house-replies-given", count=count)


def introduction(level: Level, language: str) -> list[str]:
    """Name the level and say who the player is."""
    return [clean(level.title.in_language(language)), clean(level.you.in_language(language))]


def meters(game: Playthrough, language: str) -> str:
    """Say both meters as they are."""
    state = game.state
    return ". ".join(
        say(
            language,
            "meter-now",
            meter=say(language, meter),
            value=value,
            word=word_for(language, meter, value),
        )
        for meter, value in (("trust", state.trust), ("sympathy", state.sympathy))
    )


def consequence(game: Playthrough, language: str) -> list[str]:
    """Tell what the last reply did: first what they do and say, then the meters."""
    turn = game.turns[-1]
    said = [f"{say(language, 'you')}: {reply_words(turn.reply, language)}"]
    said += [spoken(game.level, line, language) for line in turn.reaction]
    return [*said, ". ".join(changes(turn, language))]


def scene(saved: SavedGame, language: str, *, with_meters: bool = False) -> list[str]:
    """Tell the present scene and number the replies."""
    game = saved.game
    said = [spoken(game.level, line, language) for line in game.lines]
    if game.turns and (late := late_changes(game.turns[-1], language)):
        said.append(". ".join(late))
    elif with_meters:
        said.append(meters(game, language))
    return [*said, *replies(saved, language)]


def replies(saved: SavedGame, language: str) -> list[str]:
    """Return the replies numbered, in the order of this game."""
    game = saved.game
    numbered = shuffled(game.available, game.state.scene or "", saved.seed)
    return [f"{number}. {reply_words(reply, language)}" for number, reply in enumerate(numbered, 1)]


def history(game: Playthrough, language: str) -> list[str]:
    """Tell the whole conversation again."""
    said = [say(language, "history"), *(spoken(game.level, line, language) for line in game.opening)]
    for number, turn in enumerate(game.turns):
        said += consequence(_until(game, number + 1), language)
        said += [spoken(game.level, line, language) for line in turn.arrival]
    return said


def _until(game: Playthrough, turns: int) -> Playthrough:
    from dataclasses import replace

    return replace(game, turns=game.turns[:turns])
