"""A sheet for translators: the texts of a level as CSV that spreadsheets open, and back.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, which comes off on the way
back. Every cell is in quotes, so that line breaks and separators inside stay where they are.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

BOM = "\ufeff"
"""Without it Excel does not see that the file is UTF-8."""

MOST_BYTES = 16_000_000
PLACE, KIND, HASH = "place", "kind", "hash"
SEPARATORS = (";", ",", "\t")
"""A Dutch Excel separates by semicolons, an English one by commas; text saved as Unicode by tabs."""

_ACTS = re.compile("'*[=+\\-@\t\r＝＋－＠]")
_ACTS_NOT = re.compile("'+[=+\\-@\t\r＝＋－＠]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Row:
    """A text in a sheet: the row as a spreadsheet numbers it, and its cells."""

    number: int
    place: str
    kind: str
    source: str
    target: str
    hash: str


class SheetError(ValueError):
    """A file that is no sheet; `key` and `values` are what to say about it."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def encode(rows: Iterable[Row], source: str, target: str, separator: str) -> bytes:
    """Return the file of a sheet with *rows*, whose languages are *source* and *target*."""
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow((PLACE, KIND, source, target, HASH))
    for row in rows:
        writer.writerow(map(harmless, (row.place, row.kind, row.source, row.target, row.hash)))
    return f"{BOM}{file.getvalue()}".encode()


def decode(data: bytes, source: str, target: str) -> tuple[Row, ...]:
    """Return the rows of the sheet in *data*. Raises SheetError."""
    text = _text(data)
    records = _records(text)
    head = next(records, (1, []))
    names = [name.strip().lower() for name in head[1]]
    wanted = (PLACE, source, target, HASH)
    missing = [name for name in wanted if name not in names]
    if len(missing) == len(wanted):
        raise SheetError("sheet-other", wanted=", ".join(wanted))
    if missing:
        raise SheetError("sheet-columns", missing=", ".join(missing), wanted=", ".join(wanted))
    rows = []
    for number, cells in records:
        if len(cells) == 1 and len(names) > 1 and cells[0].strip():
            raise SheetError("sheet-one-column", row=number)
        named = dict(zip(names, map(as_typed, cells), strict=False))
        if any(cell.strip() for cell in cells):
            columns = (PLACE, KIND, source, target, HASH)
            place, kind, *words, hash = (named.get(name, "") for name in columns)
            rows.append(Row(number, place.strip(), kind, words[0], words[1], hash.strip()))
    return tuple(rows)


def harmless(cell: str) -> str:
    """Return *cell* so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if _ACTS.match(cell) else cell


def as_typed(cell: str) -> str:
    """Return what `harmless` made of *cell* as it was, with a line feed for every line end."""
    typed = cell[1:] if _ACTS_NOT.match(cell) else cell
    return typed.replace("\r\n", "\n").replace("\r", "\n")


def in_ranges(numbers: Sequence[int]) -> str:
    """Return row *numbers*, which go up, as people write them: `2-5, 9`."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1][1:] = [number]
        else:
            parts.append([number])
    return ", ".join("-".join(map(str, part)) for part in parts)


def _text(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise SheetError("sheet-too-large", limit=MOST_BYTES // 1_000_000)
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise SheetError("sheet-empty")
    if data.startswith(b"PK"):
        raise SheetError("sheet-workbook")
    try:
        return data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        raise SheetError("sheet-encoding", row=_last_row(before)) from error


def _last_row(text: str) -> int:
    """Return the number of the row in which *text* stops."""
    separator, body = _separator(text)
    try:
        return max(1, sum(1 for _ in csv.reader(StringIO(body, newline=""), delimiter=separator)))
    except csv.Error:
        return text.count("\n") + 1


def _separator(text: str) -> tuple[str, str]:
    """Return what separates cells in *text*, and *text* without a line that only says so."""
    first = re.split("[\r\n]", text, maxsplit=1)[0]
    if told := re.fullmatch('"?sep=([;,|\t])"?', first):
        return told.group(1), text[len(first) :].lstrip("\r\n")
    return max(SEPARATORS, key=first.count), text


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with its number."""
    separator, body = _separator(text)
    reader = csv.reader(StringIO(body, newline=""), delimiter=separator, strict=True)
    number = 0 if body is text else 1
    try:
        for cells in reader:
            number += 1
            yield number, cells
    except csv.Error as error:
        raise SheetError("sheet-quotes", row=number + 1) from error
