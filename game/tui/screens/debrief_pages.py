"""What the pages of the debrief say, set for a width. No page depends on another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.content import Content

from game.library import Library
from game.story.debrief import Debrief, Moment
from game.transcript import reply_words, speaker_name
from game.tui.curve import draw_curve
from game.tui.text import EMPTY, Piece, hanging, paragraph, shown
from game.words import say

Draw = Callable[[int, int], list[Content]]
"""Returns the lines for a width and a height in cells."""


@dataclass(frozen=True, slots=True)
class DebriefPage:
    """A page: the catalogue's word for its title, and how it is drawn."""

    title: str
    draw: Draw


def pages(told: Debrief, library: Library, language: str) -> list[DebriefPage]:
    """Return the pages of a debrief in order; the choices on the last one are the screen's."""
    return [
        DebriefPage("page-ending", lambda width, height: _ending(told, width, language)),
        DebriefPage("page-happened", lambda width, height: _happened(told, width, height, language)),
        DebriefPage("page-why", lambda width, height: _why(told, width, language)),
        DebriefPage("page-principle", lambda width, height: _principle(told, library, width, language)),
        DebriefPage("page-outcome", lambda width, height: _outcome(told, library, width, language)),
    ]


def _ending(told: Debrief, width: int, language: str) -> list[Content]:
    ending = told.ending
    lines = paragraph(ending.title.in_language(language), width, "bold $voice")
    lines += [EMPTY, *paragraph(ending.text.in_language(language), width)]
    if told.level.question:
        lines += [EMPTY, shown((say(language, "outcome-question"), "$quiet"))]
        lines += paragraph(told.level.question.in_language(language), width)
    return lines


def _happened(told: Debrief, width: int, height: int, language: str) -> list[Content]:
    """Draw the curve, and below it every reply with its number and what it did."""
    rows = max(5, min(11, height // 2))
    lines = [shown((say(language, "curve-legend"), "$quiet")), EMPTY]
    lines += [shown(line) for line in draw_curve(told.curve, width, rows)]
    lines += [shown(" " * 5, (say(language, "curve-below"), "$quiet")), EMPTY]
    for number, moment in enumerate(told.moments, 1):
        words = reply_words(moment.turn.reply, language)
        lines += hanging(f"{number}", words, width, label_style="bold $voice", indent=4)
        lines.append(shown("    ", *shift(moment, language)))
    return lines


def shift(moment: Moment, language: str) -> list[Piece]:
    """Say what a reply did to both meters, at once and later."""
    pieces: list[Piece] = []
    for meter, change, late in (
        ("trust", moment.trust, moment.late_trust),
        ("sympathy", moment.sympathy, moment.late_sympathy),
    ):
        pieces += [(say(language, meter), "$quiet"), " ", *_signed(change)]
        if late:
            pieces += [(f" {say(language, 'late-effect')} ", "$quiet"), *_signed(late)]
        pieces.append("   ")
    return pieces[:-1]


def _signed(change: int) -> list[Piece]:
    if not change:
        return ["="]
    sign, style = ("▲", "bold $rise") if change > 0 else ("▼", "bold $fall")
    return [(f"{sign} {abs(change)}", style)]


def _why(told: Debrief, width: int, language: str) -> list[Content]:
    """Set, for each reply: what you said, what they thought, what you meant."""
    level = told.level
    lines: list[Content] = []
    for number, moment in enumerate(told.moments, 1):
        reply = moment.turn.reply
        if lines:
            lines.append(EMPTY)
        words = reply_words(reply, language)
        lines += hanging(f"{number}", words, width, label_style="bold $voice", style="bold $mine", indent=4)
        if reply.thought:
            thinker = speaker_name(level, level.scenes[moment.turn.scene].present[0], language)
            label = say(language, "they-thought", name=thinker)
            lines += paragraph(f"{label}: {reply.thought.in_language(language)}", width, indent=4)
        if reply.because:
            label = say(language, "you-meant")
            lines += paragraph(f"{label}: {reply.because.in_language(language)}", width, "$quiet", indent=4)
    return lines


def _principle(told: Debrief, library: Library, width: int, language: str) -> list[Content]:
    quoted = library.principles.get(told.principle)
    if quoted is None:
        return [EMPTY]
    lines = paragraph(quoted.name.in_language(language), width, "bold $voice")
    lines += [EMPTY, *paragraph(quoted.text.in_language(language), width - 4, indent=2), EMPTY]
    credit = say(language, "principle-from", credit=library.credit(quoted, language))
    lines += paragraph(f"{credit}; {say(language, 'in-our-words')}.", width, "$quiet")
    lines += [EMPTY, shown((say(language, "principle-tomorrow"), "bold"))]
    lines += paragraph(quoted.tomorrow.in_language(language), width)
    names = [
        library.principles[id].name.in_language(language) for id in told.also if id in library.principles
    ]
    if names:
        lines += [EMPTY, *paragraph(say(language, "principle-also", names=", ".join(names)), width, "$quiet")]
    return lines


def _outcome(told: Debrief, library: Library, width: int, language: str) -> list[Content]:
    level = told.level
    lines = paragraph(say(language, f"outcome-{level.real_outcome.kind}"), width, "bold $voice")
    lines += [EMPTY, *paragraph(level.real_outcome.text.in_language(language), width)]
    if level.source in library.sources:
        credit = library.sources[level.source].credit(language)
        lines += paragraph(say(language, "outcome-source", credit=credit), width, "$quiet")
    if level.invented:
        lines += [EMPTY, shown((say(language, "outcome-invented"), "bold"))]
        lines += paragraph(level.invented.in_language(language), width)
    return lines
