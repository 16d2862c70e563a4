"""A line to type in. What is typed is cleaned as it comes: it can never steer the terminal."""

from __future__ import annotations

from textual.widgets import Input

from game.story.text import clean


class Field(Input):
    """One line of text of at most so many characters."""

    def __init__(self, most: int) -> None:
        super().__init__(max_length=most, compact=True, select_on_focus=True)
        self.display = False

    def open_with(self, text: str) -> None:
        """Show the field with *text* selected in it: typing replaces it, an arrow keeps it."""
        self.value = clean(text)
        self.display = True
        self.focus()

    def close(self) -> None:
        """Hide the field."""
        self.display = False
        self.screen.set_focus(None)

    def validate_value(self, value: str) -> str:
        """Clean whatever is typed or pasted."""
        return clean(value).replace("\n", " ")
