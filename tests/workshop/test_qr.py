"""The QR code, read back by a real decoder from the cells of the terminal."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
import segno
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import Color
from textual.app import App
from textual.strip import Strip

from game.tui.room import ROOM_LOOKS
from game.tui.widgets.qr import QrCode
from game.workshop.qr import QUIET, half_blocks, qr_lines, smaller

URL = "HTTP://192.168.178.123:8080/J/ABCDEFGHJKMNPQRSTUVW"
WIDE, HIGH = 4, 8
"""The pixels of a cell; a cell is about twice as high as it is wide."""

Grey = int
Cell = tuple[str, Grey, Grey]
"""A character, its ink and its ground, as brightness."""


def read(cells: list[list[Cell]], *, is_inverted: bool = False) -> list[str]:
    """Return what a decoder reads in *cells*; upside-down colours only when *is_inverted*, as many phones."""
    rows: list[bytes] = []
    for line in cells:
        upper, lower = bytearray(), bytearray()
        for character, ink, ground in line:
            upper += bytes([ink if character in "▀█" else ground]) * WIDE
            lower += bytes([ink if character in "▄█" else ground]) * WIDE
        rows += [bytes(upper)] * (HIGH // 2) + [bytes(lower)] * (HIGH // 2)
    pixels = memoryview(b"".join(rows)).cast("B", (len(rows), len(rows[0])))
    found = zxingcpp.read_barcodes(pixels, zxingcpp.BarcodeFormat.QRCode, try_invert=is_inverted)
    return [each.text for each in found]


def on_screen(lines: Iterable[str], ink: Grey, ground: Grey, around: Grey) -> list[list[Cell]]:
    """Return *lines* as cells in the middle of a screen of brightness *around*."""
    code = [[(character, ink, ground) for character in line] for line in lines]
    width = len(code[0]) + 8
    empty: list[list[Cell]] = [[(" ", around, around)] * width] * 3
    side: list[Cell] = [(" ", around, around)] * 4
    return [*empty, *([*side, *line, *side] for line in code), *empty]


DARK, LIGHT = 0x1C, 0xF7


@pytest.mark.parametrize("around", [0, DARK, LIGHT, 255])
def test_a_phone_reads_black_on_white_on_any_screen(around: Grey) -> None:
    assert read(on_screen(qr_lines(URL), 0, 255, around)) == [URL]


@pytest.mark.parametrize("around", [120, 150])
def test_a_phone_reads_it_when_the_projector_washes_it_out(around: Grey) -> None:
    assert read(on_screen(qr_lines(URL), 120, 150, around)) == [URL]


def test_why_there_is_a_white_border_without_one_a_dark_screen_hides_the_code() -> None:
    modules = [[bool(module) for module in row] for row in segno.make(URL, micro=False, error="l").matrix]
    assert read(on_screen(half_blocks(modules, 0), 0, 255, 0)) == []
    assert read(on_screen(half_blocks(modules, QUIET), 0, 255, 0)) == [URL]


def test_why_it_is_never_painted_in_the_colours_of_a_dark_look() -> None:
    inverted = on_screen(qr_lines(URL), LIGHT, DARK, DARK)
    assert read(inverted) == []
    assert read(inverted, is_inverted=True) == [URL]


def test_the_border_cannot_be_asked_away() -> None:
    assert qr_lines(URL, 0) == qr_lines(URL)
    lines = qr_lines(URL, 4)
    assert all(line.startswith("    ") and line.endswith("    ") for line in lines)
    assert lines[:2] == [" " * len(lines[0])] * 2


def test_an_address_of_the_room_takes_little_of_the_screen() -> None:
    lines = qr_lines(URL)
    assert {len(line) for line in lines} == {33}
    assert len(lines) == 17
    longer = f"{URL}ABCDEFGH"
    assert len(qr_lines(longer)) < len(qr_lines(longer.lower()))  # capitals make a code smaller


@pytest.mark.parametrize(
    ("url", "small"),
    [
        ("http://192.168.1.2:8080/J/ABC", "HTTP://192.168.1.2:8080/J/ABC"),
        ("http://laptop.local/J/aBc", "HTTP://LAPTOP.LOCAL/J/aBc"),
        ("http://[2001:db9::2]:80/x", "HTTP://[2001:DB9::2]:80/x"),
        ("gewone woorden", "gewone woorden"),
        ("http:", "http:"),
    ],
)
def test_only_what_may_be_written_either_way_gets_capitals(url: str, small: str) -> None:
    assert smaller(url) == small


@given(st.lists(st.lists(st.booleans(), min_size=7, max_size=7), min_size=1, max_size=9), st.integers(0, 4))
@settings(deadline=None)
def test_every_module_is_half_a_cell(modules: list[list[bool]], quiet: int) -> None:
    lines = half_blocks(modules, quiet)
    back = [
        [c in "▀█" for c in line] if half == 0 else [c in "▄█" for c in line]
        for line in lines
        for half in (0, 1)
    ]
    inside = [row[quiet : quiet + 7] for row in back[quiet : quiet + len(modules)]]
    assert inside == modules
    assert sum(map(sum, back)) == sum(map(sum, modules))


@given(st.text("ABCDEFGHJKMNPQRSTUVWXYZ23456789", min_size=1, max_size=30), st.integers(1024, 65535))
@settings(deadline=None, max_examples=30)
def test_any_token_comes_back(token: str, port: int) -> None:
    assert read(on_screen(qr_lines(f"http://10.0.0.2:{port}/J/{token}"), 0, 255, DARK)) == [
        f"HTTP://10.0.0.2:{port}/J/{token}"
    ]


class _Shows(App[None]):
    """An app that shows the code, in a look."""

    def __init__(self, look: str, words: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._look, self._words = look, words

    def compose(self):  # type: ignore[no-untyped-def]
        yield QrCode()

    def on_mount(self) -> None:
        theme = ROOM_LOOKS[self._look]
        self.register_theme(theme)
        self.theme = theme.name
        self.query_one(QrCode).put_up(URL, *self._words)


WORDS = (("Ga naar", "http://192.168.178.123:8080"), ("Code", "K7M4QX"))


def _cells(app: App[None]) -> list[list[Cell]]:
    """Return what is on the screen of *app*, as a terminal gets it."""
    lines: list[Strip] = app.screen._compositor.render_strips()
    cells: list[list[Cell]] = []
    for strip in lines:
        line: list[Cell] = []
        for text, style, _ in strip:
            assert style is not None
            ground = _grey(style.bgcolor)
            ink = _grey(style.color) if style.color else ground
            line += [(character, ink, ground) for character in text]
        cells.append(line)
    return cells


def _grey(colour: Color | None) -> Grey:
    assert colour is not None
    red, green, blue = colour.get_truecolor()
    return round(0.299 * red + 0.587 * green + 0.114 * blue)


@pytest.mark.parametrize("look", sorted(ROOM_LOOKS))
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (40, 26), (120, 40)])
async def test_a_phone_reads_the_code_off_the_terminal_in_every_look(
    look: str, size: tuple[int, int]
) -> None:
    app = _Shows(look, WORDS)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        cells = _cells(app)
        assert read(cells) == [URL]
        painted = {(ink, ground) for line in cells for character, ink, ground in line if character in "▀▄█"}
        assert painted == {(0, 255)}
        told = "\n".join("".join(character for character, _, _ in line) for line in cells)
        assert "192.168.178.123:8080" in told
        assert "K7M4QX" in told


async def test_where_a_code_would_be_cut_off_there_are_words_only() -> None:
    app = _Shows("dark", WORDS)
    async with app.run_test(size=(30, 20)) as pilot:
        await pilot.pause()
        told = app.query_one(QrCode).draw(30)
        assert not any(character in "▀▄█" for line in told for character in line.plain)
        assert "K7M4QX" in "\n".join(line.plain for line in told)


async def test_words_are_never_markup() -> None:
    app = _Shows("room", (("[red]Ga[/red]", "\x1b[31mhttp://x"),))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        told = "\n".join(line.plain for line in app.query_one(QrCode).draw(60))
        assert "[red]Ga[/red]" in told
        assert "\x1b" not in told
