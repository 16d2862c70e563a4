"""The author's guides, followed to the letter; and what is told of commands and format elsewhere.

Every command of the two guides is run, in order, and every edit in them made. What opens a screen is run
where there is none, and must say so, with another command that then must work. What never ends by itself
(`check --watch`) is only parsed. Commands in the README and the workshop guides are parsed in
`test_told_of_levels`.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from game import paths
from game.authoring.plays import read_plays
from game.authoring.playtesting import first_difference
from game.authoring.reader import read_level_file
from game.cli import parser
from game.exits import Exit
from game.library import Library, players_library
from game.story.playthrough import play
from game.words import say
from scripts.guide import DOCS, GUIDES, LEVELS, PROGRAM, Author, Step, commands, shows, steps
from tests.conftest import ROOT

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
LOCALES = {"nl": "nl_NL.UTF-8", "en": "en_GB.UTF-8"}
KINDS = {"sh", "text", "powershell", "find", "replace", "append", "sheet", "picture", "yaml"}
REFERENCE = (ROOT / "levels" / "README.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
SCHEMA = json.loads((ROOT / "levels" / "level.schema.json").read_text("utf-8"))


def _guide(language: str) -> str:
    return GUIDES[language].read_text("utf-8")


def _steps(language: str) -> list[Step]:
    return list(steps(_guide(language)))


# the walk


@LANGUAGES
def test_a_guide_does_what_it_says(language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", LOCALES[language])
    desk = tmp_path / "desk"
    desk.mkdir()
    author = Author(desk, LEVELS[language])
    ran: set[str] = set()
    printed = ""
    followed = _steps(language)
    for step, following in zip(followed, [*followed[1:], None], strict=True):
        where = f"{GUIDES[language].name}:{step.line}"
        if step.kind == "text":
            assert shows(step.lines, printed), f"{where} shows something else than:\n{printed}"
        elif _is_endless(step):
            _parse_all(step, language)
        else:
            done = author.do(step)
            printed = "".join(each.printed for each in done)
            ran |= {each.arguments[0] if each.arguments else "" for each in done}
            for each in done:
                if each.status == Exit.USAGE:
                    _must_be_a_screen(author, each.arguments, each.printed, language)
                elif each.status != Exit.FINE:  # what goes wrong on purpose is shown
                    assert each.status == Exit.LEVEL_IS_WRONG, f"{where}: {each.printed}"
                    assert following is not None, where
                    assert following.kind == "text", where
    assert ran >= {
        "new",
        "play",
        "check",
        "explain",
        "preview",
        "graph",
        "stats",
        "test",
        "translate",
        "add",
        "",
    }
    _must_be_finished(author, language)


def _is_endless(step: Step) -> bool:
    return step.kind == "sh" and any("--watch" in each for each in commands(step.lines))


def _parse_all(step: Step, language: str) -> None:
    for arguments in commands(step.lines):
        parser(language).parse_args(arguments)


def _must_be_a_screen(author: Author, arguments: list[str], printed: str, language: str) -> None:
    """Without a terminal, what opens a screen says which command does the same; that one works."""
    preview = arguments[:1] == ["preview"]
    level = arguments[-1:]
    instead = ["check", *level, "--watch"] if preview else [*arguments, "--plain"]
    key = "preview-no-terminal" if preview else "no-terminal"
    command = f"{PROGRAM} {shlex.join(instead)}"
    assert printed == say(language, key, why="no tty", command=command) + "\n"
    if preview:
        parser(language).parse_args(instead)
        return
    if not arguments:
        done = author.run(instead, "q\n")
        assert _title(author) in done.printed  # in the house, among the others
    else:
        done = author.run(instead, "\n".join([*read_plays(author.plays)[0][0].replies, "quit"]))
        assert _title(author, first=True) in done.printed
    assert done.status == Exit.FINE


def _title(author: Author, *, first: bool = False) -> str:
    """Return the title of the level, or of the ending to which its first play comes."""
    level, _ = read_level_file(author.level)
    assert level is not None
    ending = play(level, read_plays(author.plays)[0][0].replies).ending
    assert ending is not None
    return (ending.title if first else level.title).in_language(level.languages[0])


def _must_be_finished(author: Author, language: str) -> None:
    """Look at what there is at the end: sound, in two languages, all endings in a play, in the house."""
    known = Library(ROOT / "levels").known
    level, problems = read_level_file(author.level, known, remarks=True)
    assert level is not None
    assert {problem.code.id for problem in problems} == {"W101"}
    other = {"nl": "en", "en": "nl"}[language]
    assert level.languages == (language, other)
    assert level.title.in_language(language) != level.title.in_language(other)
    plays, _ = read_plays(author.plays)
    assert [first_difference(level, each) for each in plays] == [None] * 3
    assert {each.ending for each in plays} == set(level.endings)
    library = players_library()
    assert library.ids[-1] == LEVELS[language]
    assert library.path(LEVELS[language]).read_bytes() == author.level.read_bytes()
    assert author.level.with_suffix(".svg").read_text("utf-8").startswith("<")


@LANGUAGES
def test_every_fence_of_a_guide_is_of_a_kind_that_is_followed(language: str) -> None:
    found = _steps(language)
    assert {step.kind for step in found} == KINDS
    for before, step in pairwise(found):
        if step.kind == "text":
            assert before.kind == "sh"
        assert (before.kind == "find") == (step.kind == "replace")
        if step.kind == "sh":
            assert all(line.startswith((f"{PROGRAM} ", "export ")) or line == PROGRAM for line in step.lines)


def test_both_guides_take_the_same_steps() -> None:
    def taken(language: str) -> list[tuple[str, str, list[Sequence[str]]]]:
        name = LEVELS[language]
        return [
            (
                step.kind,
                step.about.replace(name, "NAME").replace(f".{language}.", ".LANGUAGE."),
                [[word.replace(name, "NAME") for word in command] for command in commands(step.lines)]
                if step.kind == "sh"
                else [],
            )
            for step in _steps(language)
            if step.kind != "sheet"
        ]

    assert taken("nl") == taken("en")


@pytest.mark.parametrize(
    ("shown", "printed", "holds"),
    [
        (["een", "twee"], "een\ntwee\n", True),
        (["een", "…", "drie"], "een\ntwee\ntwee\ndrie\n", True),
        (["een", "…", "drie"], "een\ndrie\n", True),
        (["een", "…"], "een\n", True),
        (["een"], "een\ntwee\n", False),
        (["…", "twee"], "een\ntwee\ndrie\n", False),
        (["e.n"], "een\n", False),
        (["een"], "  een\n", False),
    ],
)
def test_what_is_shown_is_compared_line_by_line(shown: list[str], printed: str, holds: bool) -> None:
    assert shows(shown, printed) is holds


def test_an_edit_that_is_not_possible_is_told(tmp_path: Path) -> None:
    author = Author(tmp_path, "klein")
    author.level.write_text("kop\na: 1\na: 1\n", "utf-8")
    for old in ("a: 1", "b: 1"):
        author.do(Step("find", "", (old,), 1))
        with pytest.raises(ValueError, match=r"klein\.yaml"):
            author.do(Step("replace", "", ("c: 1",), 2))


# the terminal


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
@LANGUAGES
def test_the_short_name_starts_the_game(language: str) -> None:
    [line] = next(step for step in _steps(language) if step.kind == "sh").lines
    program = f'shopt -s expand_aliases; python3() {{ echo "${paths.COMMAND_VARIABLE}: $*"; }}'
    script = f"{program}\n{line}\n{PROGRAM} check mijn-gesprek.yaml\n"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == f"{PROGRAM}: scripts/start.py check mijn-gesprek.yaml\n"
    assert (ROOT / "scripts" / "start.py").is_file()
    [windows] = next(step for step in _steps(language) if step.kind == "powershell").lines
    assert windows.startswith(f'$env:{paths.COMMAND_VARIABLE}="{PROGRAM}"; function {PROGRAM} {{')
    assert "scripts/start.py @args" in windows


@pytest.mark.parametrize("name", [None, "luisterkamer"])
def test_the_game_speaks_of_itself_as_it_was_called(
    name: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from scripts import start

    monkeypatch.delenv(paths.COMMAND_VARIABLE, raising=False)
    if name:
        monkeypatch.setenv(paths.COMMAND_VARIABLE, name)
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(start, "prepare", lambda: Path(sys.executable))
    monkeypatch.setattr(start, "run", lambda *command: 0)
    monkeypatch.setattr(os, "environ", dict(os.environ))  # what it sets lasts as long as this test
    assert start.main() == 0
    told = os.environ[paths.COMMAND_VARIABLE]
    assert told == (name or f"{Path(sys.executable).name} {Path('scripts', 'start.py')}")


# pictures and links


@LANGUAGES
def test_every_picture_is_there_and_told_in_words(language: str) -> None:
    pictures = [step for step in _steps(language) if step.kind == "picture"]
    assert len(pictures) == 4
    for step in pictures:
        assert f".{language}.svg" in step.about
        assert (DOCS / step.about).read_text("utf-8").lstrip().startswith("<svg")
        assert len(step.lines[0]) > 30


@LANGUAGES
def test_the_pictures_show_what_the_guide_shows(language: str, tmp_path: Path) -> None:
    """If not: `python -m scripts.guide_pictures`."""
    names = {Path(step.about).name.split(".")[0] for step in _steps(language) if step.kind == "picture"}
    assert names == {"check", "preview", "graph", "house"}
    drawn = {name: _words_in(DOCS / "pictures" / f"{name}.{language}.svg") for name in names}
    [report] = [step for step in _steps(language) if step.kind == "text" and "E005" in step.lines[0]]
    for line in report.lines:
        assert line.strip() in drawn["check"]
    codes = re.findall(r"E\d{3}", drawn["preview"])
    assert set(codes) == {"E005", "E201"}
    shares = [f"{round(float(share))}%" for share in re.findall(r"(\d+\.\d\d)%", _guide(language))]
    assert len(shares) == 3
    assert all(share in drawn["graph"] for share in shares)
    assert say(language, "house-own") in drawn["house"]


def _words_in(path: Path) -> str:
    from html import unescape

    words = re.sub(r"<[^>]*>", "", path.read_text("utf-8"))
    return unescape(words).replace("\xa0", " ")


def _links(text: str) -> Iterator[str]:
    yield from re.findall(r"\]\((?!https?:)([^)]+)\)", text)


def _anchors(text: str) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("path", [*GUIDES.values(), ROOT / "README.md", ROOT / "levels" / "README.md"])
def test_links_lead_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    for link in _links(text):
        file, _, anchor = link.partition("#")
        there = (path.parent / file).resolve() if file else path
        assert there.exists(), link
        if anchor:
            assert anchor in _anchors(there.read_text("utf-8")), link


@pytest.mark.parametrize("text", [README, REFERENCE])
def test_the_guides_can_be_found(text: str) -> None:
    linked = {Path(link).name for link in _links(text)}
    assert {guide.name for guide in GUIDES.values()} <= linked
