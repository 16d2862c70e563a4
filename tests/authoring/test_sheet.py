"""A sheet as spreadsheets write and read it."""

from __future__ import annotations

import csv
from contextlib import suppress
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.sheet import (
    MOST_BYTES,
    SEPARATORS,
    Row,
    SheetError,
    as_typed,
    decode,
    encode,
    harmless,
    in_ranges,
)
from game.authoring.texts import fingerprint

ROW = Row(2, "you", "who", "Jij bent: “jij”;\nécht, 😀", "=You\t\"are\" 'you'", "h1234abcd")
CELLS = st.text(st.one_of(st.sampled_from("=+-@'\t\n;,\"a"), st.characters(exclude_categories=["Cs", "Cc"])))
HEAD = "place;kind;nl;en;hash\n"


def _refused(data: bytes) -> SheetError:
    with pytest.raises(SheetError) as caught:
        decode(data, "nl", "en")
    return caught.value


@pytest.mark.parametrize("separator", SEPARATORS)
def test_a_sheet_comes_back_as_it_was(separator: str) -> None:
    assert decode(encode([ROW], "nl", "en", separator), "nl", "en") == (ROW,)


def test_a_sheet_begins_so_that_excel_sees_its_encoding() -> None:
    data = encode([ROW], "nl", "en", ";")
    assert data.startswith(b'\xef\xbb\xbf"place";"kind";"nl";"en";"hash"\r\n')


@pytest.mark.parametrize("cell", ["=1+1", "+31", "-nee", "@ik", "\tx", "＝1", "'=1", "''-"])
def test_no_cell_is_a_formula(cell: str) -> None:
    (_, written) = csv.reader(
        StringIO(encode([replace(ROW, source=cell, target=cell)], "nl", "en", ",").decode(), newline="")
    )
    assert written[2] == written[3] == f"'{cell}"
    assert as_typed(written[2]) == cell


@pytest.mark.parametrize("cell", ["'s Avonds", "a=1", "“-”", "", "'"])
def test_what_is_no_formula_is_left_alone(cell: str) -> None:
    assert harmless(cell) == as_typed(cell) == cell


@settings(deadline=None)
@given(CELLS)
def test_every_cell_is_harmless_and_comes_back(cell: str) -> None:
    assert as_typed(harmless(cell)) == cell
    assert harmless(cell)[:1] not in tuple("=+-@\t")


@settings(deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS)), st.sampled_from(SEPARATORS))
def test_every_sheet_comes_back_as_it_was(words: list[tuple[str, str]], separator: str) -> None:
    rows = tuple(
        Row(number, f"you/{number}", "text", source, target, fingerprint(source))
        for number, (source, target) in enumerate(words, 2)
    )
    assert decode(encode(rows, "nl", "en", separator), "nl", "en") == rows


@pytest.mark.parametrize(
    "text",
    [
        "place;nl;en;hash\nyou;a;b;h1\n",
        "place,nl,en,hash\r\nyou,a,b,h1\r\n",
        "place\tnl\ten\thash\nyou\ta\tb\th1\n",
        "sep=;\nplace;nl;en;hash\nyou;a;b;h1",
        " Place ;Hash;EN;NL;remarks\n you ; h1 ;b;a;fine\n",
        "place;nl;en;hash\n;;;\nyou;a;b;h1\n;;;\n",
    ],
)
def test_what_programs_make_of_a_sheet_is_understood(text: str) -> None:
    (row,) = decode(text.encode(), "nl", "en")
    assert (row.place, row.source, row.target, row.hash) == ("you", "a", "b", "h1")
    assert text.split("\n")[row.number - 1].strip().startswith("you")


def test_unicode_text_of_excel_is_understood() -> None:
    (row,) = decode("place\tnl\ten\thash\r\nyou\té\t“b”\th1\r\n".encode("utf-16"), "nl", "en")
    assert row.target == "“b”"


def test_rows_are_counted_as_a_spreadsheet_does() -> None:
    rows = decode(f'{HEAD}you;;"a\nb";"c\n\nd";h\nx;;;e;h\n'.encode(), "nl", "en")
    assert [(row.number, row.place, row.target) for row in rows] == [(2, "you", "c\n\nd"), (3, "x", "e")]


def test_line_ends_inside_a_cell_are_line_feeds() -> None:
    (row,) = decode(f'{HEAD}you;;a;"b\r\nc\rd";h\r\n'.encode(), "nl", "en")
    assert row.target == "b\nc\nd"


def test_a_row_that_is_too_short_has_empty_cells() -> None:
    (row,) = decode(f"{HEAD}you;who\n".encode(), "nl", "en")
    assert (row.target, row.hash) == ("", "")


@pytest.mark.parametrize(
    ("data", "key", "values"),
    [
        (b"", "sheet-empty", {}),
        (b"\xef\xbb\xbf\r\n", "sheet-empty", {}),
        (b"PK\x03\x04rest", "sheet-workbook", {}),
        (b"a" * (MOST_BYTES + 1), "sheet-too-large", {"limit": 16}),
        (f"{HEAD}you;;a;b;h\nx;;'s middags;caf\xe9;h\n".encode("cp1252"), "sheet-encoding", {"row": 3}),
        ('place;nl;en;hash\nyou;a;"b\nc";h\nx;a;\x93b\x94;h'.encode("latin-1"), "sheet-encoding", {"row": 3}),
        (b"\xff\xfea\x00\xff\xdc", "sheet-encoding", {"row": 1}),
        (b"a" * 200_000 + b"\xff", "sheet-encoding", {"row": 1}),
        (f"{HEAD}you;;a;{'b' * 200_000};h\n".encode(), "sheet-quotes", {"row": 2}),
        (f'{HEAD}you;;a;b;h\nx;;a;"b;h\n'.encode(), "sheet-quotes", {"row": 3}),
        (f'{HEAD}you;;"a"b;c;h\n'.encode(), "sheet-quotes", {"row": 2}),
        (f'{HEAD}"you,who,""a"",b,h"\n'.encode(), "sheet-one-column", {"row": 2}),
        (
            b"place;nl;hash\nyou;a;h",
            "sheet-columns",
            {"missing": "en", "wanted": "place, nl, en, hash"},
        ),
        (
            b"zomaar wat tekst\n",
            "sheet-other",
            {"wanted": "place, nl, en, hash"},
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_sheet_is_refused_with_what_to_say(
    data: bytes, key: str, values: dict[str, object]
) -> None:
    error = _refused(data)
    assert (error.key, error.values) == (key, values)


@settings(deadline=None)
@given(st.one_of(st.binary(), st.text().map(str.encode), st.text().map(lambda text: (HEAD + text).encode())))
def test_any_bytes_are_a_sheet_or_refused(data: bytes) -> None:
    with suppress(SheetError):  # anything else is a crash
        assert all(row.number > 1 for row in decode(data, "nl", "en"))


@pytest.mark.parametrize(
    ("numbers", "told"), [([], ""), ([2], "2"), ([2, 3], "2-3"), ([2, 4, 5, 6, 9], "2, 4-6, 9")]
)
def test_rows_are_told_in_ranges(numbers: list[int], told: str) -> None:
    assert in_ranges(numbers) == told


@given(st.text(max_size=20), st.text(max_size=20))
def test_a_fingerprint_is_no_number_and_tells_texts_apart(one: str, other: str) -> None:
    assert fingerprint(one)[0] == "h"
    assert len(fingerprint(one)) == 9
    assert (fingerprint(one) == fingerprint(other)) == (one == other)
