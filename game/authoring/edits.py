"""Changes in the text of a file that leave every other byte as it was: its mark and line ends too."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARK = b"\xef\xbb\xbf"
"""What a file in UTF-8 may begin with."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put *text* in place of what stands from *start* to *end*, counted in characters of the decoded file."""

    start: int
    end: int
    text: str


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the file *data* with *edits* made, which may not overlap.

    Places count a line end as one character, as `source.decoded` gives it. New lines end as the first one
    does.
    """
    mark = _MARK if data.startswith(_MARK) else b""
    raw = data[len(mark) :].decode()
    found = list(_LINE_END.finditer(raw))
    line_end = found[0].group() if found else "\n"
    starts = [0, *(end.end() for end in found)]
    shrunk = [0, *accumulate(len(end.group()) - 1 for end in found)]
    decoded_starts = [start - less for start, less in zip(starts, shrunk, strict=True)]

    def in_raw(place: int) -> int:
        return place + shrunk[bisect_right(decoded_starts, place) - 1]

    pieces: list[str] = []
    reached = 0
    for edit in sorted(edits):
        pieces += [raw[reached : in_raw(edit.start)], edit.text.replace("\n", line_end)]
        reached = in_raw(edit.end)
    return mark + "".join([*pieces, raw[reached:]]).encode()
