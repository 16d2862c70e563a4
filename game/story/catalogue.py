"""The principles a level can teach, and the articles they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.story.text import Text


@dataclass(frozen=True, slots=True)
class Principle:
    """A way of dealing with people, in our own words, with a plan that fits it.

    `derived` marks a principle that we drew from scenes; no author states it as such. `near` are those so
    close to it that one cannot fairly choose between them: they are never offered beside it.
    """

    id: str
    name: Text
    text: Text
    tomorrow: Text
    sources: tuple[str, ...]
    derived: bool = False
    near: tuple[str, ...] = ()


def not_near(principle: str, catalogue: Mapping[str, Principle]) -> list[str]:
    """Return the principles of *catalogue* that can be offered beside *principle*, by name."""
    near = set(catalogue[principle].near) if principle in catalogue else set()
    return sorted(
        name for name, each in catalogue.items() if name not in near and principle not in (name, *each.near)
    )


@dataclass(frozen=True, slots=True)
class Situation:
    """A small situation for the question of the day; one principle is at stake in it."""

    id: str
    principle: str
    situation: Text


@dataclass(frozen=True, slots=True)
class Source:
    """An article. What its copy did not tell (title, author, date) is None; nothing is guessed."""

    id: str
    title: str | None = None
    about: Text | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    note: Text | None = None

    def credit(self, language: str) -> str:
        """Name author, title, publisher and date as far as they are known."""
        title = f"‘{self.title}’" if self.title else self.about.in_language(language) if self.about else ""
        parts = (self.author, title, self.publisher, self.date)
        credit = ", ".join(part for part in parts if part)
        return f"{credit} ({self.note.in_language(language).rstrip('.')})" if self.note else credit
