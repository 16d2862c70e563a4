"""The facilitator's notes in words: what a state says, as sections of rows. Who shows them sets them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from game import paths
from game.library import Library
from game.sentences import listed
from game.story.text import clean
from game.words import WORDS, say
from game.workshop.prompts import opening_words
from game.workshop.session import OVER, SETTLING, Phase

State = dict[str, Any]
"""What `notes_view` gives."""

Namer = Callable[[str], str]
"""Gives the name of a principle."""

PLAIN, STRONG, QUIET, MINE, WARN = "plain", "strong", "quiet", "mine", "warn"


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph; its `label` stands before it."""

    text: str
    label: str = ""
    kind: str = PLAIN
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with rows; `key` is its word in the catalogue, where it has one."""

    key: str
    title: str
    rows: tuple[Row, ...]


def namer(library: Library, language: str) -> Namer:
    """Return what gives the names of the principles of *library*; one that it has not keeps its id."""

    def name(id: str) -> str:
        found = library.principles.get(id)
        return found.name.in_language(language) if found else id

    return name


def in_words(told: dict[str, str] | None, language: str) -> str:
    """Return a text of a state in *language*, or in its first language; '' for none."""
    return clean(told.get(language) or next(iter(told.values()), "")) if told else ""


def clock(seconds: float) -> str:
    """Return a duration as minutes and seconds, with hours where there are any."""
    minutes, second = divmod(max(0, int(seconds)), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def head(state: State, language: str) -> list[Row]:
    """Say where the session stands, how the vote is, and what there is to decide."""
    rows = [Row(" · ".join(_where(state, language)), kind=STRONG)]
    if state["trouble"]:
        rows.append(Row(say(language, "notes-not-saved", why=clean(state["trouble"])), kind=WARN))
    if state.get("remote") and state["phase"] == "prebrief":
        rows.append(Row(say(language, "room-remote", url=clean(state["remote"]))))
    rows += _teams(state, language)
    if not state["overview"]:
        rows += _votes(state, language)
        rows += _decision(state, language)
    return rows


def _where(state: State, language: str) -> list[str]:
    step = say(language, f"notes-step-{state['step']}")
    where = [say(language, f"notes-phase-{state['phase']}", step=step)]
    if state["phase"] == "other" and state["chosen"] and state["chosen"]["shown"]:
        where = [say(language, "room-other-way", letter=state["chosen"]["shown"])]
    if state["scene"] and state["phase"] != "prebrief":
        where.append(say(language, "notes-round", round=state["round"]))
    if state["overview"]:
        where.append(say(language, "notes-all-teams"))
    elif state["team"]["all"] > 1 and state["phase"] not in (Phase.PREBRIEF, *OVER):
        where.append(say(language, "notes-team", **state["team"]))
    if state["shown"]["all"] > 1:
        where.append(say(language, "notes-shown", **state["shown"]))
    return where


def _teams(state: State, language: str) -> list[Row]:
    """Say how the teams in view vote, where they play together: a line each, so that eight of them fit."""
    if not state["together"] or state["phase"] in OVER:
        return []
    rows = []
    for number, team in enumerate(state["teams"], 1):
        if not state["overview"] and number != state["team"]["now"]:
            continue
        count = team["members"]
        told = [say(language, "room-one-member" if count == 1 else "room-members", count=count)]
        told += ["  ".join(f"{letter} {votes}" for letter, votes in team["votes"])] if team["votes"] else []
        if team["chosen"]:
            told.append(say(language, "room-team-picked", letter=team["chosen"]))
        elif team["tied"]:
            told.append(say(language, "room-team-tied"))
        rows.append(Row(" · ".join(told), f"{number}"))
    return rows


def _standings(state: State, language: str) -> Section:
    """Say in which scene each team is and how its meters stand, or how it ended."""
    rows, seen = [], set[str]()
    for number, team in enumerate(state["teams"], 1):
        told = []
        if team["opening"] and not state["common"]:
            told.append(f"“{opening_words(in_words(team['opening'], language))}”")
        told.append(say(language, "notes-meters", trust=team["trust"], sympathy=team["sympathy"]))
        if team["ending"]:
            title = in_words(state["endings"].get(team["ending"]), language)
            told.append(say(language, "room-team-over", title=title))
        rows.append(Row(" · ".join(told), f"{number}"))
        words = "" if state["common"] else in_words(team["notes"], language)
        if words and words not in seen:  # what two teams come to is read once
            rows.append(Row(words, kind=QUIET, indent=3))
            seen.add(words)
    return Section("notes-go-look", say(language, "notes-go-look").capitalize(), tuple(rows))


def _votes(state: State, language: str) -> list[Row]:
    ballot = state["ballot"]
    if ballot is None or (state["phase"] == "debrief" and state["step"] != "principle"):
        return []
    if state["phase"] in ("consequence", "other", "guess"):
        return []
    counts = "  ".join(f"{each['letter']} {each['votes']}" for each in ballot["options"])
    told = [say(language, "notes-votes", count=ballot["total"])]
    if phones := sum(each["phones"] for each in ballot["options"]):
        told.append(say(language, "notes-by-phones", count=phones))
    if ballot["is_open"]:
        told.append(say(language, "notes-hidden"))
    rows = [Row(counts, kind=STRONG), Row(", ".join(told), kind=QUIET)]
    first = state["first"]
    if first and first["nobody_again"]:
        rows.append(Row(say(language, "shift-nobody-again"), kind=QUIET))
    elif first:
        before = "  ".join(
            f"{each['letter']} {first['votes'].get(each['id'], 0)}" for each in ballot["options"]
        )
        key = "notes-moved-one" if first["moved"] == 1 else "notes-moved"
        least = "" if first["is_exact"] or not first["moved"] else f"{say(language, 'notes-at-least')} "
        moved = "" if ballot["is_open"] else f"; {least}{say(language, key, count=first['moved'])}"
        rows.append(Row(f"{say(language, 'notes-before')} {before}{moved}", kind=QUIET))
    return rows


def _decision(state: State, language: str) -> list[Row]:
    """Say what was decided, or how the room is split and what that asks for."""
    ballot, phase = state["ballot"], state["phase"]
    if phase in ("consequence", "other", "guess", *SETTLING) and state["chosen"]:
        chosen = state["chosen"]
        letter, others = chosen["letter"] or in_words(chosen["say"], language), chosen["others"]
        key = (
            "notes-by-team"
            if chosen["by"] == "room" and state["team"]["all"] > 1
            else f"notes-by-{chosen['by']}"
        )
        told = say(language, key, letter=letter, others=listed(language, others), team=state["team"]["now"])
        return [Row(told)]
    if ballot is None or ballot["is_open"] or phase not in SETTLING:
        return []
    if state["tied"]:
        tied = [each["letter"] for each in ballot["options"] if each["id"] in state["tied"]]
        told = say(language, "notes-tied", letters=listed(language, tied))
        tie = "facilitator" if state["tie"] == "revote" and state["first"] else state["tie"]
        rule = say(language, f"notes-tie-{tie}")
        rows = [Row(f"{told} {rule}", kind=WARN)]
    else:
        rows = [Row(say(language, f"notes-split-{ballot['split']}"))]
    if prompt := in_words(state["prompt"], language):
        rows.append(Row(say(language, "notes-prompt", prompt=prompt), kind=QUIET))
    return rows


def sections(state: State, language: str, principle: Namer) -> list[Section]:
    """Return everything below the head, what is needed now first."""
    aim = aim_section(state["aim"], language)
    if state["overview"] and not state["common"]:  # each team has a scene of its own: with Tab
        return [_standings(state, language), aim]
    made: list[Section | None] = [_reached(state, language), _elsewhere(state, language, principle)]
    if not _is_of_one(state):
        made.append(_standings(state, language))
    notes = [_notes(state, language), _branches(state, language, principle), _screen(state, language)]
    if state["phase"] in (Phase.PREBRIEF, *OVER):
        made += [aim, *notes]
    else:
        made += [*notes, aim]
    return [each for each in made if each is not None and each.rows]


def _notes(state: State, language: str) -> Section | None:
    if coming := in_words(state["coming"], language):
        return Section("notes-coming", say(language, "notes-coming"), (Row(coming),))
    if not state["scene"]:
        return None
    words = in_words(state["notes"], language)
    row = Row(words) if words else Row(say(language, "notes-none-here"), kind=QUIET)
    return Section("notes-here", say(language, "notes-here"), (row,))


def _branches(state: State, language: str, principle: Namer) -> Section:
    rows = []
    if state["branches"]:
        meters = say(language, "notes-meters", **state["meters"])
        told = meters if _is_of_one(state) else say(language, "notes-differs")
        rows.append(Row(told, kind=QUIET))
    for each in state["branches"]:
        rows += _branch(state, each, language, principle)
    is_coming = state["phase"] in ("prebrief", "consequence", "other")
    title = say(language, "notes-branches-coming" if is_coming else "notes-branches")
    return Section("notes-branches", title, tuple(rows))


def _branch(state: State, each: dict[str, Any], language: str, principle: Namer) -> list[Row]:
    rows = [Row(_saying(each, language), each["letter"], MINE)]
    if _is_of_one(state):
        goal = f"{_goal(state, each, language)} {_still(state, each, language)}".rstrip()
        rows += [Row(_effects(each, language), indent=3), Row(goal, indent=3)]
    if because := in_words(each["because"], language):
        rows.append(Row(say(language, "notes-meant", because=because), indent=3))
    if thought := in_words(each["thought"], language):
        rows.append(Row(say(language, "notes-thinks", thought=thought), kind=QUIET, indent=3))
    if each["principle"]:
        name = clean(principle(each["principle"]))
        rows.append(Row(say(language, "notes-principle", principle=name), kind=QUIET, indent=3))
    if each["remember"] and each["goto"] and _is_of_one(state):
        rows.append(Row(say(language, "notes-remembers"), kind=QUIET, indent=3))
    return rows


def _saying(each: dict[str, Any], language: str) -> str:
    return in_words(each["say"], language) or say(language, "silence")


def _is_of_one(state: State) -> bool:
    """Tell whether what a reply leads to is the same for all in view: of one team, or of teams alike."""
    return not state["overview"] or bool(state["alike"])


def _effects(each: dict[str, Any], language: str) -> str:
    parts = []
    for meter in ("trust", "sympathy"):
        late = each[f"late_{meter}"]
        later = f" ({say(language, 'notes-later')} {signed(late)})" if late else ""
        parts.append(f"{say(language, meter)} {signed(each[meter])}{later}")
    return f"{', '.join(parts)}; {say(language, 'notes-then', **each['then'])}"


def signed(change: int) -> str:
    """Say how far something moves a meter."""
    return f"{'▲' if change > 0 else '▼'} {abs(change)}" if change else "="


def _goal(state: State, each: dict[str, Any], language: str) -> str:
    if each["goto"]:
        return say(language, "notes-to", words=opening_words(in_words(each["opening"], language)))
    ending = next(iter(each["endings"]), "")
    return say(language, "notes-to-end", ending=in_words(state["endings"].get(ending), language))


def _still(state: State, each: dict[str, Any], language: str) -> str:
    """Say which endings a reply leaves within reach; nothing where it is an ending itself."""
    if not each["goto"]:
        return ""
    if len(each["endings"]) == len(state["endings"]):
        return say(language, "notes-all-endings", count=len(state["endings"]))
    titles = [in_words(state["endings"].get(id), language) for id in each["endings"]]
    told = say(language, "notes-endings", titles="; ".join(titles))
    is_gone = state["best"] and not set(state["best"]) & set(each["endings"])
    return f"{told} {say(language, 'notes-best-gone')}" if is_gone else told


def _screen(state: State, language: str) -> Section | None:
    """Return what the room reads; what is not shown yet is quiet."""
    if state["phase"] == "prebrief":
        row = Row(in_words(state["level"]["you"], language))
        return Section("notes-screen", say(language, "notes-you"), (row,))
    rows = []
    is_by_turns = state["team"]["all"] > 1 and not state["together"]
    first = state["phase"] == "scene" and is_by_turns  # the projector says whose turn it is
    for number, line in enumerate(state["lines"], first):
        name = say(language, "you") if line["is_you"] else in_words(line["name"], language)
        is_to_come = state["phase"] == "scene" and number >= state["shown"]["now"]
        rows.append(
            Row(in_words(line["text"], language), f"{name}:" if name else "", QUIET if is_to_come else PLAIN)
        )
    return Section("notes-screen", say(language, "notes-screen"), tuple(rows))


def aim_section(told: dict[str, Any] | None, language: str) -> Section:
    """Return aim, questions and mistakes, as the `aim` of a state tells them."""
    title = say(language, "notes-aim")
    if told is None:
        return Section("notes-aim", title, (Row(say(language, "notes-no-aim"), kind=QUIET),))
    rows = [Row(in_words(told["aim"], language))]
    if told["questions"]:
        rows.append(Row(say(language, "notes-questions"), kind=STRONG))
        rows += [Row(in_words(each, language), f"{n}.") for n, each in enumerate(told["questions"], 1)]
    if mistakes := in_words(told["mistakes"], language):
        rows += [Row(say(language, "notes-mistakes"), kind=STRONG), Row(mistakes)]
    return Section("notes-aim", title, tuple(rows))


def _reached(state: State, language: str) -> Section | None:
    if state["phase"] not in OVER:
        return None
    rows = []
    for number, each in enumerate(state["reached"], 1):
        if each:
            label = f"{number}." if len(state["reached"]) > 1 else ""
            rows.append(Row(in_words(state["endings"].get(each["id"]), language), label, STRONG))
            rows.append(Row(in_words(each["text"], language)))
    return Section("notes-reached", say(language, "notes-reached"), tuple(rows))


def _elsewhere(state: State, language: str, principle: Namer) -> Section | None:
    """Return what there is to choose from in this step of the debrief."""
    ballot = state["ballot"]
    if state["phase"] == "debrief" and state["step"] == "principle" and ballot:
        rows = [Row(clean(principle(each["id"])), each["letter"]) for each in ballot["options"]]
        return Section("notes-step-principle", say(language, "notes-step-principle"), tuple(rows))
    rows = [
        Row(f"{_saying(each, language)}{_marks(each, language)}", each["letter"], MINE)
        for each in state["elsewhere"]
    ]
    return Section("notes-elsewhere", say(language, "notes-elsewhere"), tuple(rows))


def _marks(each: dict[str, Any], language: str) -> str:
    keys = {"was_played": "notes-was-played", "is_shown": "notes-is-shown"}
    marks = [say(language, word) for key, word in keys.items() if each[key]]
    return f" ({', '.join(marks)})" if marks else ""


def why_not(reason: str, language: str) -> str:
    """Return the words for a *reason* that came over the connection."""
    key = reason if reason in WORDS else "notes-other-screen"
    return say(language, key, command=paths.command())
