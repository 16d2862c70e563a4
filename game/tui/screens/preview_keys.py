"""What an author can do in the preview, by key, and what its pages have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from game.tui.screens.sheet_page import SheetPage

if TYPE_CHECKING:
    from game.tui.screens.preview import PreviewScreen

ACTIONS = (
    ("b", "key-back", "rewind", "help-step-back"),
    ("j", "key-jump", "open('jump')", "help-jump"),
    ("s", "key-set", "open('set')", "help-set"),
    ("p", "key-problems", "open('problems')", "help-problems"),
    ("o", "key-tree", "open('tree')", "help-tree"),
    ("a", "key-behind", "behind", "help-behind"),
    ("r", "key-restart", "restart", "help-restart"),
    ("l", "key-log", "open('history')", "help-l"),
    ("i", "key-you", "open('you')", "help-i"),
    ("t", "key-language", "language", "help-t"),
    ("v", "key-view", "view", "help-v"),
)
"""What an author can do: the key, its name, the action, and what it does."""

HELP: tuple[tuple[str, str], ...] = (
    ("1-4", "help-1-4"),
    ("↑ ↓ ⏎", "help-arrows"),
    ("⏎", "help-go-on"),
    ("PgUp PgDn", "help-scroll"),
    ("⇥", "help-panel"),
    ("m", "help-menu"),
    *((key, told) for key, _, _, told in ACTIONS),
    ("q", "help-preview-leave"),
    ("?", "help-question"),
)
"""What the help says about the keys."""


class PreviewPage(SheetPage):
    """A page on top of the preview. Its choices may have numbers of two digits."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("0", "choose(0)", show=False)]
    HELP_IDEA = ("help-preview", "help-preview-saves")
    HELP_PLAIN = "help-preview-plain"

    def __init__(self, preview: PreviewScreen) -> None:
        super().__init__()
        self.preview = preview
        self._typed = 0

    def action_choose(self, number: int) -> None:
        """Take a digit of a number: choose it, or mark it where another digit could follow."""
        count = len(self.choices.options)
        typed = self._typed * 10 + number
        typed = typed if 1 <= typed <= count else number
        self._typed = typed if typed * 10 <= count else 0
        if self._typed:
            self.choices.marked = typed - 1
            self.choices.refresh()
            self.show_marked()
            self.notice_bar.tell(self.say("preview-typed", number=typed))
        elif typed:
            self.notice_bar.tell("")
            self.choices.choose(typed - 1)

    def action_mark(self, step: int) -> None:
        """Move the mark; a number that was begun is forgotten."""
        self._typed = 0
        super().action_mark(step)

    def action_choose_marked(self) -> None:
        """Choose what is marked, or what was typed."""
        self._typed = 0
        super().action_choose_marked()
