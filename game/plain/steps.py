"""The seven steps of the debrief as sentences: what a plot shows is told."""

from __future__ import annotations

from game.closing import Closing, Sisters, entry_title, entry_words, level_title
from game.library import Library
from game.logbook import FEELINGS, Logbook, plans_for
from game.story.catalogue import Principle
from game.story.debrief import Debrief, Moment, Road
from game.story.level import Level
from game.story.playthrough import Playthrough
from game.story.style import CORNERS, Style
from game.story.text import clean
from game.transcript import decision, reply_words, thinker
from game.words import say


def numbered(options: list[str]) -> list[str]:
    """Return *options* numbered from 1."""
    return [f"{number}. {option}" for number, option in enumerate(options, 1)]


def feeling(told: Debrief, language: str) -> list[str]:
    """Step 1: how it ended, and the question."""
    ending = told.ending
    return [
        f"{say(language, 'ending')}: {clean(ending.title.in_language(language))}",
        clean(ending.text.in_language(language)),
        f"{say(language, 'debrief')}. {say(language, 'feeling-ask')}",
        *numbered([say(language, f"feeling-{each}") for each in FEELINGS]),
    ]


def happened(told: Debrief, language: str) -> list[str]:
    """Step 2: both meters in words, and the reply that decided."""
    number = told.decisive
    reply = reply_words(told.moments[number].turn.reply, language)
    name, words = decision(told, language)
    said = [say(language, "step-happened"), curve(told.curve, language)]
    for count, moment in enumerate(told.moments, 1):
        said.append(f"{count}. {reply_words(moment.turn.reply, language)} ({shift(moment, language)})")
    return [*said, f"{number + 1}: {name}. {reply}", words]


def curve(points: tuple[tuple[int, int], ...], language: str) -> str:
    """Tell the curve: the values of both meters, one after the other."""
    then = say(language, "plain-then")
    trust = then.join(str(point[0]) for point in points)
    sympathy = then.join(str(point[1]) for point in points)
    return say(language, "plain-curve", trust=trust, sympathy=sympathy)


def shift(moment: Moment, language: str) -> str:
    """Say what a reply did to both meters, at once and later."""
    told = f"{say(language, 'trust')} {moment.trust:+d}, {say(language, 'sympathy')} {moment.sympathy:+d}"
    if moment.late_trust or moment.late_sympathy:
        told += f"; {say(language, 'late-effect')} {moment.late_trust:+d}, {moment.late_sympathy:+d}"
    return told


def why(told: Debrief, language: str) -> list[str]:
    """Step 3: for every reply what was said, thought and meant; the decisive one first."""
    level = told.level
    order = sorted(range(len(told.moments)), key=lambda number: (number != told.decisive, number))
    said = [say(language, "step-why")]
    for number in order:
        said += _said_thought_meant(level, number, told.moments[number], language)
    if level.question:
        said.append(f"{say(language, 'outcome-question')}: {clean(level.question.in_language(language))}")
    return said


def _said_thought_meant(level: Level, number: int, moment: Moment, language: str) -> list[str]:
    reply = moment.turn.reply
    said = [f"{number + 1}. {say(language, 'you-said')}: {reply_words(reply, language)}"]
    if reply.thought:
        name = thinker(level, moment.turn, language)
        thought = clean(reply.thought.in_language(language))
        said.append(f"{say(language, 'they-thought', name=name)}: {thought}")
    if reply.because:
        said.append(f"{say(language, 'you-meant')}: {clean(reply.because.in_language(language))}")
    return said


def pick(closing: Closing, library: Library, language: str) -> list[str]:
    """Step 4, first half: four principles to pick from."""
    names = [clean(library.principles[id].name.in_language(language)) for id in closing.options]
    return [say(language, "pick-ask"), *numbered(names)]


def quoted(closing: Closing, library: Library, language: str) -> list[str]:
    """Step 4, second half: the principle, quoted with its credit."""
    told, picked = closing.told, closing.entry.picked
    principle, chosen = library.principles.get(told.principle), library.principles.get(picked)
    if principle is None:
        return []
    said = []
    if picked == told.principle:
        said.append(say(language, "pick-fitted"))
    elif chosen:
        said.append(say(language, "pick-other", picked=clean(chosen.name.in_language(language))))
    said += quotation(principle, library, language)
    names = [
        library.principles[id].name.in_language(language) for id in told.also if id in library.principles
    ]
    return said + ([say(language, "principle-also", names=clean("; ".join(names)))] if names else [])


def quotation(principle: Principle, library: Library, language: str) -> list[str]:
    """Say a principle with its words and its credit."""
    credit = say(language, "principle-from", credit=clean(library.credit(principle, language)))
    return [
        f"{say(language, 'at-stake')}: {clean(principle.name.in_language(language))}",
        clean(principle.text.in_language(language)),
        f"{credit}; {say(language, 'in-our-words')}.",
    ]


def outcome(level: Level, library: Library, language: str) -> list[str]:
    """Step 5: what really happened, with its label, and what was made up."""
    real = level.real_outcome
    label = say(language, f"outcome-{real.kind}")
    said = [f"{say(language, 'step-outcome')} ({label}): {clean(real.text.in_language(language))}"]
    if credit := clean(library.origin(level, language)):
        said.append(say(language, "outcome-source", credit=credit))
    if level.invented:
        said.append(f"{say(language, 'outcome-invented')}: {clean(level.invented.in_language(language))}")
    return said


def tomorrow(closing: Closing, language: str) -> list[str]:
    """Step 6: the plan, suggested or kept."""
    if plan := closing.entry.plan:
        return [f"{say(language, 'plan-own')} {plan}", say(language, "plan-kept")]
    choices = [say(language, f"plan-{choice}") for choice in ("take", "edit", "not-now")]
    suggested = f"{say(language, 'plan-suggested')} {clean(closing.plan_suggested(language))}"
    return [f"{say(language, 'step-tomorrow')}.", suggested, *numbered(choices)]


def road(told: Road, language: str) -> list[str]:
    """Tell both ways from the turning point, one after the other."""
    ending = told.other.ending
    title = clean(ending.title.in_language(language)) if ending else ""
    said = [f"{say(language, 'road')}. {say(language, 'road-from', number=told.turn + 1)}."]
    for game, name in (
        (told.yours, say(language, "road-yours")),
        (told.other, say(language, "road-other", title=title)),
    ):
        said += [f"{name}:", *_way(game, told.turn, language)]
    return said


def _way(game: Playthrough, turn: int, language: str) -> list[str]:
    turns = game.turns[turn:]
    first = turns[0].before
    points = ((first.trust, first.sympathy), *((each.after.trust, each.after.sympathy) for each in turns))
    said = [f"{number}. {reply_words(each.reply, language)}" for number, each in enumerate(turns, turn + 1)]
    return [*said, curve(points, language)]


def sisters(told: Sisters, library: Library, language: str) -> list[str]:
    """Tell the two replies that decided two sister conversations, and what they share."""
    said = [say(language, "sisters-ask")]
    for level, moment in zip(told.levels, told.moments, strict=True):
        said.append(f"{clean(level.title.in_language(language))}: {reply_words(moment.turn.reply, language)}")
        if thought := moment.turn.reply.thought:
            said.append(clean(thought.in_language(language)))
    names = [
        library.principles[id].name.in_language(language) for id in told.shared if id in library.principles
    ]
    return [*said, f"{say(language, 'sisters-shared')}: {clean('; '.join(names)) or '-'}"]


def codex(library: Library, logbook: Logbook, language: str) -> list[str]:
    """Tell the principles: met or not yet, where, and the player's own plans."""
    met, entries = logbook.met(), logbook.entries()
    said = [say(language, "codex-met", count=len(met), all=len(library.principles))]
    for principle in sorted(library.principles.values(), key=lambda each: each.id not in met):
        games = met.get(principle.id, ())
        titles = dict.fromkeys(level_title(library, game.level, language) for game in games)
        where = (
            say(language, "codex-where", titles="; ".join(titles))
            if games
            else say(language, "codex-not-yet")
        )
        name, words = principle.name.in_language(language), principle.text.in_language(language)
        said.append(f"{clean(name)}. {clean(words)} {clean(where)}.")
        said += [say(language, "codex-plan", plan=plan) for plan in plans_for(principle.id, entries)]
    return said


def style(found: Style, library: Library, language: str) -> list[str]:
    """Tell the player's style in words."""
    if not found.strokes:
        return [say(language, "style-none")]
    said = [say(language, "style"), say(language, "style-corners-told")]
    for corner in CORNERS:
        name, count = say(language, f"style-{corner}"), found.corners[corner]
        said.append(say(language, "style-corner", corner=name, count=count, all=len(found.strokes)))
    said.append(f"{say(language, 'style-telling')}:")
    for stroke in found.telling:
        title = clean(level_title(library, stroke.level, language))
        words = reply_words(stroke.moment.turn.reply, language)
        said.append(f"{words} ({shift(stroke.moment, language)}; {title})")
    return said


def logbook(library: Library, book: Logbook, language: str) -> list[str]:
    """Tell the finished games, the newest first."""
    said = []
    for entry in reversed(book.entries()):
        words = ". ".join(entry_words(entry, library, language))
        said.append(clean(f"{entry_title(entry, library, language)}. {words}"))
    return said or [say(language, "logbook-empty")]
