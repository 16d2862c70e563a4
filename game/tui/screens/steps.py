"""What the seven steps of the debrief say, set for a width. No step depends on how another is drawn."""

from __future__ import annotations

from textual.content import Content

from game.library import Library
from game.story.catalogue import Principle
from game.story.debrief import Debrief, Moment, Road
from game.transcript import decision, reply_words, thinker
from game.tui.curve import draw_curve
from game.tui.text import EMPTY, Piece, beside, hanging, paragraph, shown
from game.tui.widgets.sheet import Draw
from game.words import say

NARROWEST_PAIR = 56
"""From this width on two ways stand side by side."""


def feeling(told: Debrief, language: str) -> Draw:
    """Step 1: how it ended, and the question."""

    def draw(width: int, height: int) -> list[Content]:
        ending = told.ending
        lines = paragraph(ending.title.in_language(language), width, "bold $voice")
        lines += [EMPTY, *paragraph(ending.text.in_language(language), width), EMPTY]
        return [*lines, *paragraph(say(language, "feeling-ask"), width, "$quiet")]

    return draw


def happened(told: Debrief, language: str) -> Draw:
    """Step 2: both meters as a curve, with the reply that decided marked; then all replies."""

    def draw(width: int, height: int) -> list[Content]:
        rows = max(5, min(11, height - 15))
        marked = told.decisive
        name, words = decision(told, language)
        lines = [shown((say(language, "curve-legend"), "$quiet"))]
        lines += [shown(line) for line in draw_curve(told.curve, width, rows, marked=marked + 1)]
        lines.append(shown(" " * 5, (say(language, "curve-below"), "$quiet")))
        reply = reply_words(told.moments[marked].turn.reply, language)
        lines += [EMPTY, shown(("▼ ", "bold $voice"), (f"{marked + 1}: {name}", "bold"))]
        lines += paragraph(reply, width, "$mine", indent=2)
        lines += [*paragraph(words, width, indent=2), EMPTY]
        for number, moment in enumerate(told.moments, 1):
            said = reply_words(moment.turn.reply, language)
            lines += hanging(f"{number}", said, width, label_style="bold $voice", indent=4)
            lines.append(shown("    ", *shift(moment, language)))
        return lines

    return draw


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


def why(told: Debrief, number: int, language: str) -> Draw:
    """Step 3: what you said, what they thought, what you probably meant; one reply at a time."""

    def draw(width: int, height: int) -> list[Content]:
        moment, level = told.moments[number], told.level
        reply = moment.turn.reply
        head = say(language, "reply-of", now=number + 1, all=len(told.moments))
        if number == told.decisive and (told.turns.turning_point, told.turns.secured) != (None, None):
            head = f"{head}: {decision(told, language)[0]}"
        lines = [shown((head, "bold"), "   ", (say(language, "browse"), "$quiet")), EMPTY]
        lines += hanging(
            say(language, "you-said"),
            reply_words(reply, language),
            width,
            label_style="bold $mine",
            style="$mine",
            indent=5,
        )
        lines.append(shown(" " * 5, *shift(moment, language)))
        if reply.thought:
            label = say(language, "they-thought", name=thinker(level, moment.turn, language))
            lines += [EMPTY, shown((label, "bold $voice"))]
            lines += paragraph(reply.thought.in_language(language), width, indent=2)
        if reply.because:
            lines += [EMPTY, shown((say(language, "you-meant"), "$quiet"))]
            lines += paragraph(reply.because.in_language(language), width, indent=2)
        if level.question and number == told.decisive:
            lines += [EMPTY, shown((say(language, "outcome-question"), "$quiet"))]
            lines += paragraph(level.question.in_language(language), width, indent=2)
        return lines

    return draw


def pick(language: str) -> Draw:
    """Step 4, first half: the question."""
    return lambda width, height: paragraph(say(language, "pick-ask"), width)


def quoted(told: Debrief, picked: str, library: Library, language: str) -> Draw:
    """Step 4, second half: the principle, quoted with its credit."""

    def draw(width: int, height: int) -> list[Content]:
        principle = library.principles.get(told.principle)
        if principle is None:
            return [EMPTY]
        chosen = library.principles.get(picked)
        if picked == told.principle:
            lines = paragraph(say(language, "pick-fitted"), width)
        elif chosen:
            lines = paragraph(say(language, "pick-other", picked=chosen.name.in_language(language)), width)
        else:
            lines = []
        lines += [EMPTY] if lines else []
        lines += quotation(principle, library, width, language)
        names = [
            library.principles[id].name.in_language(language) for id in told.also if id in library.principles
        ]
        if names:
            lines += [
                EMPTY,
                *paragraph(say(language, "principle-also", names="; ".join(names)), width, "$quiet"),
            ]
        return lines

    return draw


def quotation(principle: Principle, library: Library, width: int, language: str) -> list[Content]:
    """Set a principle with its words and its credit."""
    lines = paragraph(principle.name.in_language(language), width, "bold $voice")
    lines += [EMPTY, *paragraph(principle.text.in_language(language), width - 2, indent=2), EMPTY]
    credit = say(language, "principle-from", credit=library.credit(principle, language))
    return [*lines, *paragraph(f"{credit}; {say(language, 'in-our-words')}.", width, "$quiet")]


def outcome(told: Debrief, library: Library, language: str) -> Draw:
    """Step 5: what really happened, labelled, and what was made up."""

    def draw(width: int, height: int) -> list[Content]:
        level = told.level
        lines = paragraph(say(language, f"outcome-{level.real_outcome.kind}"), width, "bold $voice")
        lines += [EMPTY, *paragraph(level.real_outcome.text.in_language(language), width)]
        if credit := library.origin(level, language):
            lines += paragraph(say(language, "outcome-source", credit=credit), width, "$quiet")
        if level.invented:
            lines += [EMPTY, shown((say(language, "outcome-invented"), "bold"))]
            lines += paragraph(level.invented.in_language(language), width)
        return lines

    return draw


def tomorrow(plan: str, note: str, *, is_own: bool, language: str) -> Draw:
    """Step 6: the plan, suggested or kept."""

    def draw(width: int, height: int) -> list[Content]:
        lines = paragraph(say(language, "plan-own" if is_own else "plan-suggested"), width, "$quiet")
        lines += [EMPTY, *paragraph(plan, width - 2, "bold", indent=2)]
        return [*lines, *([EMPTY, *paragraph(note, width, "$quiet")] if note else [])]

    return draw


def endings_known(told: Debrief, reached: set[str], language: str) -> Draw:
    """Step 7: the endings you know, and the titles of those you do not."""
    known = [each.title.in_language(language) for each in told.level.endings.values() if each.id in reached]
    left = [
        each.title.in_language(language) for each in told.level.endings.values() if each.id not in reached
    ]

    def draw(width: int, height: int) -> list[Content]:
        lines = paragraph(say(language, "again-found", titles="; ".join(known)), width)
        if left:
            words = say(language, "again-left", count=len(left), titles="; ".join(left))
            lines += paragraph(words, width, "$quiet")
        return lines

    return draw


def road(told: Road, language: str) -> Draw:
    """Draw the road not taken: both ways from the turning point, with their curves, side by side."""
    best = told.other.ending

    def way(replies: list[str], points: list[tuple[int, int]], width: int) -> list[Content]:
        lines = [shown(line) for line in draw_curve(points, width, 5, first=told.turn)]
        for number, reply in enumerate(replies, told.turn + 1):
            lines += hanging(f"{number}", reply, width, label_style="bold $voice", indent=3)
        return lines

    def draw(width: int, height: int) -> list[Content]:
        ways = []
        words = (
            say(language, "road-yours"),
            say(language, "road-other", title=best.title.in_language(language) if best else ""),
        )
        is_pair = width >= NARROWEST_PAIR
        each = (width - 3) // 2 if is_pair else width
        titles = [paragraph(title, each, "bold $voice") for title in words]
        tallest = max(len(title) for title in titles)
        for game, title in zip((told.yours, told.other), titles, strict=True):
            turns = game.turns[told.turn :]
            points = [(turns[0].before.trust, turns[0].before.sympathy)]
            points += [(turn.after.trust, turn.after.sympathy) for turn in turns]
            below = way([reply_words(turn.reply, language) for turn in turns], points, each)
            ways.append([*title, *([EMPTY] * (tallest - len(title) if is_pair else 0)), *below])
        lines = [shown((say(language, "curve-legend"), "$quiet")), EMPTY]
        columns = beside(ways[0], ways[1], each, 3) if is_pair else [*ways[0], EMPTY, *ways[1]]
        return [*lines, *columns]

    return draw
