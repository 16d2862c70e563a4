"""The arrows of the house: what each room may load, proved in a process of its own."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

FLOORS = {
    "story": 1,
    "authoring": 2,
    "journal": 2,
    "level_copies": 2,
    "paths": 2,
    "words": 1,
    "sentences": 2,
    "exits": 1,
    "settings": 3,
    "library": 3,
    "saves": 3,
    "logbook": 3,
    "opening": 3,
    "transcript": 3,
    "asking": 3,
    "closing": 3,
    "export": 3,
    "page": 2,
    "stats": 3,
    "trying": 3,
    "contents": 3,
    "course": 3,
    "workshop": 3,
    "sharing": 3,
    "plain": 4,
    "tui": 4,
    "commands": 5,
    "cli": 5,
}
"""A room imports from its own floor or from below."""

SCREEN_LIBRARIES = ("textual", "rich", "aiohttp")


def _loaded_by(code: str) -> set[str]:
    script = f"{code}\nimport sys\nprint(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stdout.splitlines()[-1].split())


def _modules(room: str) -> list[str]:
    path = ROOT / "game" / room
    files = sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    return [
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for file in files
    ]


def _imports(module_file: Path) -> set[str]:
    """Return the rooms of the game that a file imports anywhere in it."""
    rooms = set()
    for node in ast.walk(ast.parse(module_file.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        rooms |= {name.split(".")[1] for name in names if name.startswith("game.")}
    return {room for room in rooms if room in FLOORS}


def test_the_rules_need_the_standard_library_only() -> None:
    loaded = _loaded_by("; ".join(f"import {module}" for module in _modules("story")))
    ours = {name for name in loaded if name.startswith("game")}
    assert all(name in ("game", "game.story") or name.startswith("game.story.") for name in ours)
    strangers = {name.split(".")[0] for name in loaded} - set(sys.stdlib_module_names) - {"game"}
    assert {name for name in strangers if not name.startswith(("_", "sitecustomize"))} == set()


@pytest.mark.parametrize(
    "room",
    [
        "authoring",
        "journal",
        "saves",
        "library",
        "opening",
        "settings",
        "transcript",
        "plain",
        "commands",
        "cli",
    ],
)
def test_nothing_but_the_screens_loads_textual(room: str) -> None:
    loaded = _loaded_by("; ".join(f"import {module}" for module in _modules(room)))
    assert not [name for name in loaded if name.split(".")[0] in SCREEN_LIBRARIES]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["list"],
        ["check"],
        ["play", "pine-nut-sandwich", "--plain"],
        ["preview", "pine-nut-sandwich"],
        ["--plain"],
    ],
)
def test_commands_without_a_screen_never_load_textual(arguments: list[str]) -> None:
    code = f"""
import io, sys
sys.stdin, sys.stdout = io.StringIO(""), io.StringIO()
from game.cli import main
try:
    main({arguments!r})
except SystemExit:
    pass
sys.stdout = sys.__stdout__
"""
    assert not [name for name in _loaded_by(code) if name.split(".")[0] in SCREEN_LIBRARIES]


@pytest.mark.parametrize("room", sorted(FLOORS))
def test_a_room_imports_only_from_its_own_floor_or_below(room: str) -> None:
    for module in _modules(room):
        file = ROOT / Path(*module.split("."))
        file = file / "__init__.py" if file.is_dir() else file.with_suffix(".py")
        above = {other for other in _imports(file) if FLOORS[other] > FLOORS[room]}
        assert not above, f"{module} imports {above}"


def test_the_two_front_ends_do_not_know_each_other() -> None:
    for room, other in (("plain", "tui"), ("tui", "plain")):
        for file in (ROOT / "game" / room).rglob("*.py"):
            assert other not in _imports(file), file


def test_every_room_is_in_the_table() -> None:
    there = {
        path.stem
        for path in (ROOT / "game").iterdir()
        if not path.name.startswith("_") and path.suffix in (".py", "")
    }
    assert there == set(FLOORS)
