"""A game written out: as text to read, as data for scripts."""

from __future__ import annotations

from typing import Any

from game.story.debrief import Debrief
from game.story.foresight import Foresight
from game.story.level import NARRATOR, YOU, Level, Line, Reply
from game.story.playthrough import Playthrough, Turn
from game.story.text import clean
from game.story.turns import best_endings, turns_of
from game.words import say, word_for


def as_data(game: Playthrough) -> dict[str, Any]:
    """Return *game* as the JSON contract has it.

    `turning_point` and `secured` are numbers in `steps` or null; `best_route` are reply ids that lead
    to a best ending, played from just before the turning point, or from where an unfinished game is.
    """
    foresight = Foresight(game.level, game.turns[0].before if game.turns else game.state)
    turns = turns_of(game, foresight)
    crossing = game.state if turns.turning_point is None else game.turns[turns.turning_point].before
    route = foresight.route(crossing, best_endings(game.level))
    data: dict[str, Any] = {
        "level": game.level.id,
        "steps": [
            {
                "scene": turn.scene,
                "reply": turn.reply.id,
                "trust": turn.after.trust,
                "sympathy": turn.after.sympathy,
                "reachable_endings": sorted(
                    foresight.endings_from(turn.after), key=list(game.level.endings).index
                ),
            }
            for turn in game.turns
        ],
        "ending": game.ending.id if game.ending else None,
        "principles": list(game.level.principles),
        "turning_point": turns.turning_point,
        "secured": turns.secured,
        "best_route": list(route or ()),
    }
    if game.ending is None:
        data["available"] = [reply.id for reply in game.available]
    return data


def as_text(game: Playthrough, language: str) -> str:
    """Return *game* as a script: who says what, and how the meters moved."""
    level = game.level
    parts = [clean(level.title.in_language(language)), clean(level.you.in_language(language))]
    parts += [spoken(level, line, language) for line in game.opening]
    for turn in game.turns:
        parts.append(f"    {say(language, 'you')}: {reply_words(turn.reply, language)}")
        parts += [spoken(level, line, language) for line in turn.reaction]
        parts.append("  ".join(changes(turn, language)))
        parts += [spoken(level, line, language) for line in turn.arrival]
        parts += ["  ".join(late)] if (late := late_changes(turn, language)) else []
    if game.ending:
        title = clean(game.ending.title.in_language(language))
        parts.append(f"{say(language, 'ending')}: {title} [{game.ending.id}]")
        parts.append(clean(game.ending.text.in_language(language)))
    else:
        parts += [f"  {reply.id}: {reply_words(reply, language)}" for reply in game.available]
    return "\n\n".join(parts)


def spoken(level: Level, line: Line, language: str) -> str:
    """Return a line with its speaker before it; what the narrator tells stands alone."""
    words = clean(line.text.in_language(language))
    name = speaker_name(level, line.speaker, language)
    return f"{name}: {words}" if name else words


def speaker_name(level: Level, speaker: str, language: str) -> str:
    """Return the name of a speaker, '' for the narrator."""
    if speaker == NARRATOR:
        return ""
    return say(language, "you") if speaker == YOU else clean(level.people[speaker].name.in_language(language))


def reply_words(reply: Reply, language: str) -> str:
    """Return what a reply says; silence has words too."""
    return clean(reply.say.in_language(language)) if reply.say else say(language, "silence")


def thinker(level: Level, turn: Turn, language: str) -> str:
    """Return the name of who was thinking at a turn: whom the reply names, or the first one on stage."""
    return speaker_name(level, turn.reply.thinker or level.scenes[turn.scene].present[0], language)


def decision(told: Debrief, language: str) -> tuple[str, str]:
    """Return a name for what the decisive reply of a game was, and what that means."""
    if told.turns.turning_point is not None:
        best = best_endings(told.level)
        titles = [each.title.in_language(language) for each in told.level.endings.values() if each.id in best]
        words = say(language, "turning-point-told", titles=clean(" / ".join(titles)))
        return say(language, "turning-point"), words
    if told.turns.secured is not None:
        return say(language, "secured"), say(language, "secured-told")
    number = say(language, "reply-of", now=told.decisive + 1, all=len(told.moments))
    return number, say(language, "undecided-told")


def changes(turn: Turn, language: str) -> list[str]:
    """Say what the reply did to both meters."""
    return [
        _change(language, "trust", turn.before.trust, turn.answered.trust),
        _change(language, "sympathy", turn.before.sympathy, turn.answered.sympathy),
    ]


def moved(turn: Turn, language: str) -> str:
    """Say the same in a sentence."""
    told = "; ".join(changes(turn, language))
    return f"{told[:1].upper()}{told[1:]}."


def late_changes(turn: Turn, language: str) -> list[str]:
    """Say what moved only when the next scene began; nothing when nothing did."""
    answered, after = turn.answered, turn.after
    moved = []
    if answered.trust != after.trust:
        moved.append(_change(language, "trust", answered.trust, after.trust))
    if answered.sympathy != after.sympathy:
        moved.append(_change(language, "sympathy", answered.sympathy, after.sympathy))
    return moved


def moved_late(turn: Turn, language: str) -> str:
    """Say the same in a sentence; '' when nothing did."""
    late = "; ".join(late_changes(turn, language))
    return say(language, "together-late", words=f"{late}.") if late else ""


def _change(language: str, meter: str, before: int, after: int) -> str:
    word = word_for(language, meter, after)
    name = say(language, meter)
    if before == after:
        return say(language, "unchanged", meter=name, value=after, word=word)
    key = "changed-up" if after > before else "changed-down"
    return say(language, key, meter=name, by=abs(after - before), value=after, word=word)
