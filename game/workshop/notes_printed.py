"""The facilitator's notes as plain text: of a whole level, for paper, and for readers without a screen."""

from __future__ import annotations

from game.story.level import Level, Reply
from game.story.text import clean
from game.transcript import reply_words, spoken
from game.words import say
from game.workshop.account import scene_words
from game.workshop.notes import MINE, QUIET, STRONG, Namer, Row, Section, aim_section, signed
from game.workshop.views import aim_of


def level_notes(level: Level, language: str, principle: Namer) -> list[Section]:
    """Return the notes of a whole level, to read beforehand."""
    found = [aim_section(aim_of(level), language)]
    found.append(Section("", say(language, "notes-branches"), (Row(say(language, "notes-no-letters")),)))
    for at, scene in enumerate(level.scenes.values(), 1):
        rows = [Row(spoken(level, line, language)) for line in scene.lines]
        if scene.notes:
            rows += [Row(say(language, "notes-here"), kind=STRONG)]
            rows += [Row(clean(scene.notes.in_language(language)))]
        for number, reply in enumerate(scene.replies.values(), 1):
            rows += _reply(level, reply, number, language, principle)
        words = scene_words(level, scene.id, language)
        found.append(Section("", say(language, "notes-scene", number=at, words=words), tuple(rows)))
    return found


def _reply(level: Level, reply: Reply, number: int, language: str, principle: Namer) -> list[Row]:
    rows = [Row(reply_words(reply, language), f"{number}.", MINE)]
    parts = [
        f"{say(language, meter)} {signed(getattr(reply.effect, meter))}" for meter in ("trust", "sympathy")
    ]
    goal = say(language, "notes-to-close")
    if reply.goto in level.scenes:
        goal = say(language, "notes-to-scene", number=list(level.scenes).index(reply.goto) + 1)
    rows.append(Row(f"{', '.join(parts)} {goal}", indent=3))
    if reply.because:
        because = clean(reply.because.in_language(language))
        rows.append(Row(say(language, "notes-meant", because=because), indent=3))
    if reply.principle:
        name = clean(principle(reply.principle))
        rows.append(Row(say(language, "notes-principle", principle=name), kind=QUIET, indent=3))
    return rows


def as_text(title: str, told: list[Section]) -> str:
    """Return notes as plain text, for paper and for readers without a screen."""
    parts = [title]
    for section in told:
        parts += ["", section.title, "-" * len(section.title)]
        for row in section.rows:
            label = f"{row.label} " if row.label else ""
            parts.append(f"{' ' * row.indent}{label}{row.text}")
    return "\n".join(parts)
