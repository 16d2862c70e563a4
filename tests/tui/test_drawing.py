"""Drawing in characters: what it says without colour, and that it fits."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from game.tui.curve import BOTH, SYMPATHY, TRUST, draw_curve, span_of
from game.tui.faces import FACES, WIDTH, bystander_face, crowd, face
from game.tui.styleplot import draw_style
from game.tui.text import cells, shown, wrapped
from game.tui.widgets.talk import Utterance, set_utterance
from tests.conftest import ROOT


@given(st.text(max_size=300), st.integers(2, 60))
def test_wrapping_loses_no_word_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(shown(text).plain.split())


@given(st.text(min_size=1, max_size=200), st.text(max_size=30), st.booleans(), st.integers(24, 90))
def test_an_utterance_fits_its_width(text: str, name: str, is_you: bool, width: int) -> None:
    name = " ".join(shown(name).plain.split())[:12]
    for line in set_utterance(Utterance(text, name, is_you=is_you), width):
        assert line.cell_length <= width


POINTS = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=2, max_size=9)


@given(POINTS, st.integers(36, 90), st.integers(3, 12))
def test_the_curve_shows_every_point_within_its_size(
    points: list[tuple[int, int]], width: int, height: int
) -> None:
    lines = draw_curve(points, width, height)
    assert len(lines) == height + 1
    assert all(len(line) <= width for line in lines)
    drawn = "".join(lines)
    assert drawn.count(TRUST) + drawn.count(BOTH) == len(points)
    assert drawn.count(SYMPATHY) + drawn.count(BOTH) == len(points)


def test_the_curve_reads_from_bottom_to_top() -> None:
    lines = draw_curve([(0, 100), (100, 0)], 40, 5)
    assert lines[0].index(SYMPATHY) < lines[0].index(TRUST)
    assert lines[4].index(TRUST) < lines[4].index(SYMPATHY)
    assert [line[:3].strip() for line in lines[:5]] == ["100", "", "50", "", "0"]
    assert lines[5].strip() == "1"


def test_a_small_move_is_seen_in_few_rows() -> None:
    points = [(50, 50), (60, 50), (40, 50)]
    assert span_of(points) == (30, 70)
    lines = draw_curve(points, 28, 5, span=span_of(points))
    rows = [
        next(row for row, line in enumerate(lines) if line.startswith(f"{value:>3}"))
        for value in (70, 50, 30)
    ]
    assert rows == [0, 2, 4]
    assert TRUST in lines[1]
    assert TRUST in lines[3]


@given(POINTS)
def test_the_span_holds_every_point(points: list[tuple[int, int]]) -> None:
    low, high = span_of(points)
    assert 0 <= low <= min(min(each) for each in points)
    assert max(max(each) for each in points) <= high <= 100
    assert high - low >= 40
    drawn = "".join(draw_curve(points, 40, 5, span=(low, high)))
    assert drawn.count(TRUST) + drawn.count(BOTH) == len(points)


def test_a_marked_point_has_its_sign_above_it() -> None:
    lines = draw_curve([(50, 50), (20, 50), (10, 40)], 40, 5, marked=1)
    second_point = lines[4].index(TRUST)  # trust 20 stands in the row below 25
    assert lines[0].strip() == "▼"
    assert lines[0].index("▼") == second_point


def test_every_fifth_of_the_meter_has_a_face_of_its_own() -> None:
    assert [face(value) for value in (0, 25, 50, 75, 100)] == list(FACES)
    assert all(len(each) == WIDTH for each in FACES)
    assert bystander_face(0) == face(25)


def test_a_hall_leans_in_as_it_warms() -> None:
    cold, warm = crowd(10, 2, 4), crowd(90, 2, 4)
    assert [len(row) for row in cold] == [23, 23]
    assert cold != warm
    assert "(^‿^)" in " ".join(warm)
    assert "(^‿^)" not in " ".join(cold)


def test_words_become_content_without_a_parser() -> None:
    assert shown("[bold]x[/] [@click=app.quit]", ("[/]", "bold")).plain == "[bold]x[/] [@click=app.quit][/]"
    assert not [span for span in shown("[bold]x[/]").spans]


TUI = sorted((ROOT / "game" / "tui").rglob("*.py"))
GATEWAY = ROOT / "game" / "tui" / "text.py"
TYPED_IN = ROOT / "game" / "tui" / "widgets" / "field.py"
"""The one stock widget: a field that cleans what is typed in it."""


def _calls(file: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]


@pytest.mark.parametrize("file", TUI, ids=lambda file: file.name)
def test_no_other_way_leads_to_the_screen(file: Path) -> None:
    """Words pass `shown`: no stock widget, no markup, no notify, no title, no Content of one's own."""
    tree = ast.parse(file.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            assert not node.module.startswith(("textual.markup", "rich.text", "rich.markup"))
            assert node.module != "textual.widgets" or file == TYPED_IN
    for call in _calls(file):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        assert name not in {"from_markup", "from_text", "notify", "Static", "Label", "print"}, ast.unparse(
            call
        )
        if name in {"Content", "styled", "assemble"} and file != GATEWAY:
            spaces = name == "Content" and isinstance(call.args[0], ast.BinOp | ast.Constant)
            assert spaces, ast.unparse(call)
            literal = [
                part
                for part in ast.walk(call)
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
            ]
            assert all(not part.value.strip() for part in literal), ast.unparse(call)
    assigned = [target for node in ast.walk(tree) if isinstance(node, ast.Assign) for target in node.targets]
    names = {target.attr for target in assigned if isinstance(target, ast.Attribute)}
    assert not names & {"border_title", "border_subtitle", "tooltip", "title", "sub_title"}


def test_the_gateway_is_what_content_is_made_by() -> None:
    assert isinstance(shown("x"), Content)


def test_the_style_plot_names_its_corners_and_counts_dots() -> None:
    corners = {"listener": "L", "pleaser": "P", "fighter": "F", "avoider": "A"}
    lines = draw_style([(10, 10), (-10, 10), (10, -10), (-10, -10), (20, 20), (20, 20)], corners, 40, 9)
    assert all(len(line) <= 40 for line in lines)
    assert (lines[0][0], lines[0][-1], lines[-1][0], lines[-1][-1]) == ("P", "L", "A", "F")
    drawn = "\n".join(lines)
    assert (drawn.count("·"), drawn.count("•"), drawn.count("●")) == (4, 1, 0)
    assert lines[2].rstrip("│").endswith("•")  # twice as far as can be, in the corner of the listener


@given(st.lists(st.tuples(st.integers(-100, 100), st.integers(-100, 100)), max_size=40), st.integers(20, 90))
def test_the_style_plot_fits(points: list[tuple[int, int]], width: int) -> None:
    corners = {"listener": "L", "pleaser": "P", "fighter": "F", "avoider": "A"}
    assert all(len(line) <= width for line in draw_style(points, corners, width, 11))
