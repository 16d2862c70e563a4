"""What only the author of a level sees: its problems, and what is behind the present scene."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game import paths
from game.authoring.drafts import LOST, Draft
from game.authoring.problems import Problem
from game.opening import Notice
from game.story.condition import MeterTest
from game.story.debrief import moment_of
from game.story.level import Ending, Level, Reply
from game.story.playthrough import Playthrough, State, Turn
from game.transcript import reply_words, thinker
from game.trying import Behind, Misfit, Test, Trial, behind, unmet
from game.tui.screens.steps import shift
from game.tui.text import EMPTY, Piece, paragraph, shown
from game.tui.widgets.talk import Utterance
from game.words import say

INSET = 3
"""Cells by which what belongs to a reply is indented."""


def counted(draft: Draft, language: str, *, errors_only: bool = False) -> str:
    """Say how many errors and warnings there are, or how many errors; '' without any."""
    told = []
    for many, one, problems in (
        ("preview-errors", "preview-error", draft.errors),
        ("preview-warnings", "preview-warning", () if errors_only else draft.warnings),
    ):
        if problems:
            told.append(say(language, one if len(problems) == 1 else many, count=len(problems)))
    return ", ".join(told)


def problems_of(draft: Draft) -> tuple[Problem, ...]:
    """Return all problems, errors first."""
    return draft.errors + draft.warnings


def problems_drawn(draft: Draft, most: tuple[int, int], width: int, language: str) -> list[Content]:
    """Draw the first errors and warnings, as many as *most* says, each with its line and what to do."""
    if not draft.problems:
        return paragraph(say(language, "preview-no-problems"), width, "$quiet")
    lines = paragraph(counted(draft, language), width, "bold $voice")
    told = draft.errors[: most[0]] + draft.warnings[: most[1]]
    for problem in told:
        lines += _problem_drawn(problem, width, language)
    if left := len(draft.problems) - len(told):
        lines += paragraph(say(language, "preview-more-problems", count=left), width, "$quiet")
    return lines


def _problem_drawn(problem: Problem, width: int, language: str) -> list[Content]:
    mark: Piece = ("! ", "bold $fall") if problem.is_error else ("· ", "$quiet")
    lines = [shown(mark, (_head(problem, language), "bold"))]
    lines += paragraph(problem.message(language), width, indent=2)
    return [*lines, *paragraph(f"→ {problem.remedy(language)}", width, "$quiet", indent=2)]


def _head(problem: Problem, language: str) -> str:
    kind = say(language, "preview-is-error" if problem.is_error else "preview-is-warning")
    where = "" if problem.code.id == LOST else f"{say(language, 'preview-line', line=problem.place.line)}  "
    return f"{where}{kind} {problem.code.id}"


def problems_told(draft: Draft, language: str) -> list[Utterance]:
    """Return all problems to be read one by one."""
    if not draft.problems:
        return [Utterance(say(language, "preview-no-problems"))]
    told = [Utterance(counted(draft, language), style="bold $voice")]
    for problem in problems_of(draft):
        mark = "!" if problem.is_error else "·"
        told.append(Utterance(f"{mark} {_head(problem, language)}", style="bold"))
        told.append(Utterance(problem.message(language), is_tight=True))
        told.append(Utterance(f"→ {problem.remedy(language)}", style="$quiet", is_tight=True))
    code = problems_of(draft)[0].code.id
    words = say(language, "preview-more-about", command=paths.command(), code=code)
    return [*told, Utterance(words, style="$quiet")]


def scene_drawn(game: Playthrough, width: int, language: str) -> list[Content]:
    """Draw every reply of the present scene: what it would do now, and why it is hidden if it is."""
    lines = paragraph(say(language, "preview-behind", scene=game.state.scene), width, "bold $voice")
    lines += _state_drawn(game.state, width, language)
    number = 0
    for each in behind(game):
        number += not each.unmet
        lines += [EMPTY, *_reply_drawn(game.level, each, number, width, language)]
    return lines


def answer_drawn(game: Playthrough, width: int, language: str) -> list[Content]:
    """Draw what is behind the reply that was just given."""
    turn = game.turns[-1]
    lines = paragraph(say(language, "preview-behind-reply", reply=turn.reply.id), width, "bold $voice")
    lines += _turn_drawn(game.level, turn, width, language, game.ending)
    return [*lines, EMPTY, *_state_drawn(game.state, width, language)]


def endings_drawn(game: Playthrough, width: int, language: str) -> list[Content]:
    """Draw every ending of a game that is over: the one that came, and why the others did not."""
    lines = paragraph(say(language, "preview-behind-end"), width, "bold $voice")
    lines += _state_drawn(game.state, width, language)
    is_past = False
    for ending in game.level.endings.values():
        came = ending == game.ending
        lines += [EMPTY, *_ending_drawn(ending, game, width, language, came=came, is_past=is_past)]
        is_past = is_past or came
    return lines


def _ending_drawn(
    ending: Ending, game: Playthrough, width: int, language: str, *, came: bool, is_past: bool
) -> list[Content]:
    mark = "›" if came else "–"
    lines = paragraph(f"{mark}  {ending.id}  {ending.title.in_language(language)}", width, "bold")
    when = say(language, "picture-if", when=ending.when) if ending.when.tests else ""
    failing = unmet(ending.when, game.state)
    why = say(language, "preview-earlier") if is_past and not failing else _why(failing, game.state, language)
    told = say(language, "preview-this-ending") if came else why
    return [*lines, *paragraph("; ".join(each for each in (when, told) if each), width, indent=INSET)]


def _state_drawn(state: State, width: int, language: str) -> list[Content]:
    facts = ", ".join(sorted(state.facts))
    told = [
        f"{say(language, 'trust')} {state.trust}, {say(language, 'sympathy')} {state.sympathy}",
        say(language, "preview-facts", facts=facts) if facts else say(language, "preview-no-facts"),
    ]
    return paragraph("; ".join(told), width, "$quiet")


def _reply_drawn(level: Level, each: Behind, number: int, width: int, language: str) -> list[Content]:
    reply, is_hidden = each.reply, bool(each.unmet)
    lines = [shown((f"{'–' if is_hidden else number}  ", "bold $voice"), (reply.id, "bold"))]
    when = say(language, "picture-if", when=reply.when) if reply.when.tests else ""
    if is_hidden:
        lines += paragraph(reply_words(reply, language), width, "$mine", indent=INSET)
        why = _why(each.unmet, each.turn.before, language)
        when = f"{say(language, 'preview-hidden')}: {when}, {why}"
    lines += paragraph(when, width, indent=INSET) if when else []
    return [*lines, *_turn_drawn(level, each.turn, width, language, each.ending)]


def _why(tests: Sequence[Test], state: State, language: str) -> str:
    """Say how the meters and facts are that *tests* do not hold for; '' for no tests."""
    told = []
    for test in tests:
        if isinstance(test, MeterTest):
            value = state.trust if test.meter == "trust" else state.sympathy
            told.append(say(language, "preview-meter-is", meter=test.meter, value=value))
        else:
            key = "preview-fact-is-not" if test.remembered else "preview-fact-is"
            told.append(say(language, key, fact=test.fact))
    told = list(dict.fromkeys(told))
    return say(language, "preview-because-test", now=", ".join(told)) if told else ""


def _turn_drawn(
    level: Level, turn: Turn, width: int, language: str, ending: Ending | None = None
) -> list[Content]:
    """Draw what a reply does from here, where it leads, and what nobody says aloud."""
    after = turn.after.scene
    goal = say(language, "preview-to", scene=after) if after else ""
    goal = say(language, "preview-to-end", ending=ending.id) if ending else goal
    effects = shown(" " * INSET, *shift(moment_of(turn), language))
    lines = [effects] if effects.cell_length <= width else _folded(turn, width, language)
    lines += paragraph(goal, width, indent=INSET) if goal else []
    for told in _unsaid(level, turn, turn.reply, language):
        lines += paragraph(told, width, "$quiet", indent=INSET)
    return lines


def _folded(turn: Turn, width: int, language: str) -> list[Content]:
    words = "".join(each if isinstance(each, str) else each[0] for each in shift(moment_of(turn), language))
    return paragraph(" ".join(words.split()), width, indent=INSET)


def _unsaid(level: Level, turn: Turn, reply: Reply, language: str) -> list[str]:
    told = []
    if facts := sorted(turn.after.facts - turn.before.facts):
        told.append(say(language, "preview-remembers", facts=", ".join(facts)))
    if reply.thought:
        name, thought = thinker(level, turn, language), reply.thought.in_language(language)
        told.append(say(language, "preview-thinks", name=name, thought=thought))
    if reply.because:
        told.append(say(language, "preview-intention", because=reply.because.in_language(language)))
    if reply.principle:
        told.append(say(language, "preview-principle", principle=reply.principle))
    return told


def misfit_told(trial: Trial) -> tuple[Notice, ...]:
    """Say what did not fit the new version, and where that leaves its author."""
    misfit = trial.misfit
    if misfit is None:
        return ()
    scene = trial.game.state.scene
    where: Notice = ("preview-stayed" if misfit.stayed else "preview-moved", {"scene": scene})
    return (_first_of(misfit), *((where,) if scene else ()))


def _first_of(misfit: Misfit) -> Notice:
    if isinstance(misfit.first, State):
        return "preview-misfit-scene", {"first": misfit.first.scene}
    kept, given = misfit.replies
    key = "preview-misfit-only" if given == 1 else "preview-misfit-reply"
    return key, {"first": misfit.first, "kept": kept, "given": given}
