"""The course: the order in which the conversations are best played. Choosing freely is always possible."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def next_on(course: Sequence[str], finished: Collection[str], after: str | None = None) -> str | None:
    """Return the conversation to suggest: the first one not *finished* behind *after*, else of all.

    None where everything is finished.
    """
    place = course.index(after) + 1 if after in course else 0
    left = [id for id in (*course[place:], *course[:place]) if id not in finished and id != after]
    return next(iter(left), None)
