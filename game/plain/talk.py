"""What the line-by-line front end says: every screen as a list of paragraphs."""

from __future__ import annotations

from game.library import Library
from game.saves import SavedGame, Summary
from game.story.debrief import Debrief, Moment, debrief
from game.story.level import Level
from game.story.playthrough import Playthrough, shuffled
from game.story.text import clean
from game.transcript import changes, late_changes, reply_words, speaker_name, spoken
from game.words import say, word_for


def house(levels: tuple[Level, ...], games: tuple[Summary, ...], language: str) -> list[str]:
    """Name the conversations, numbered, with what was done in each."""
    said = [f"{say(language, 'name')}. {say(language, 'tagline')}.", say(language, "house-welcome")]
    for number, level in enumerate(levels, 1):
        title = clean(level.title.in_language(language))
        minutes = say(language, "minutes", count=level.minutes)
        said.append(f"{number}. {title}. {minutes}. {visited(level, games, language)}.")
    return said


def visited(level: Level, games: tuple[Summary, ...], language: str) -> str:
    """Say how far a player came in *level*."""
    own = [game for game in games if game.level_id == level.id]
    unfinished = next((game for game in own if game.is_unfinished), None)
    if unfinished:
        return say(language, "plain-unfinished", replies=replies_given(len(unfinished.replies), language))
    found = {game.ending for game in own} & set(level.endings)
    if not found:
        return say(language, "house-endings-none")
    return say(language, "house-endings", found=len(found), all=len(level.endings))


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


def debriefing(game: Playthrough, library: Library, language: str) -> list[str]:
    """Tell the debrief: ending, curve, thoughts, principle, what really happened."""
    told = debrief(game)
    level, ending = told.level, told.ending
    said = [
        f"{say(language, 'ending')}: {clean(ending.title.in_language(language))}",
        clean(ending.text.in_language(language)),
        f"{say(language, 'debrief')}. {say(language, 'page-happened')}.",
        _curve(told, language),
    ]
    for number, moment in enumerate(told.moments, 1):
        said += _moment(level, number, moment, language)
    said += principle(told, library, language)
    return said + outcome(level, library, language)


def _curve(told: Debrief, language: str) -> str:
    then = say(language, "plain-then")
    trust = then.join(str(point[0]) for point in told.curve)
    sympathy = then.join(str(point[1]) for point in told.curve)
    return say(language, "plain-curve", trust=trust, sympathy=sympathy)


def _moment(level: Level, number: int, moment: Moment, language: str) -> list[str]:
    reply = moment.turn.reply
    shift = f"{say(language, 'trust')} {moment.trust:+d}, {say(language, 'sympathy')} {moment.sympathy:+d}"
    if moment.late_trust or moment.late_sympathy:
        later = f"{moment.late_trust:+d}, {moment.late_sympathy:+d}"
        shift += f"; {say(language, 'late-effect')} {later}"
    said = [f"{number}. {say(language, 'you-said')}: {reply_words(reply, language)} ({shift})"]
    if reply.thought:
        name = speaker_name(level, _thinker(level, moment), language)
        said.append(
            f"{say(language, 'they-thought', name=name)}: {clean(reply.thought.in_language(language))}"
        )
    if reply.because:
        said.append(f"{say(language, 'you-meant')}: {clean(reply.because.in_language(language))}")
    return said


def _thinker(level: Level, moment: Moment) -> str:
    """Return who was thinking: the first one on stage in that scene."""
    return level.scenes[moment.turn.scene].present[0]


def principle(told: Debrief, library: Library, language: str) -> list[str]:
    """Quote the principle that was at stake, with its credit."""
    quoted = library.principles.get(told.principle)
    if quoted is None:
        return []
    said = [
        f"{say(language, 'page-principle')}: {clean(quoted.name.in_language(language))}",
        clean(quoted.text.in_language(language)),
        say(language, "principle-from", credit=library.credit(quoted, language)),
        f"{say(language, 'principle-tomorrow')}: {clean(quoted.tomorrow.in_language(language))}",
    ]
    names = [
        library.principles[id].name.in_language(language) for id in told.also if id in library.principles
    ]
    return said + ([say(language, "principle-also", names=", ".join(names))] if names else [])


def outcome(level: Level, library: Library, language: str) -> list[str]:
    """Tell what really happened, with its label, and what was made up."""
    real = level.real_outcome
    label = say(language, f"outcome-{real.kind}")
    said = [f"{say(language, 'page-outcome')} ({label}): {clean(real.text.in_language(language))}"]
    if level.source in library.sources:
        said.append(say(language, "outcome-source", credit=library.sources[level.source].credit(language)))
    if level.invented:
        said.append(f"{say(language, 'outcome-invented')}: {clean(level.invented.in_language(language))}")
    if level.question:
        said.append(f"{say(language, 'outcome-question')}: {clean(level.question.in_language(language))}")
    return said
