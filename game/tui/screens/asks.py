"""What the house asks when one comes in: about the plan, and the question of the day. Once, and skippable."""

from __future__ import annotations

from textual.content import Content

from game.asking import DayQuestion
from game.logbook import ANSWERS, Entry
from game.tui.screens.sheet_page import SheetPage
from game.tui.screens.steps import quotation
from game.tui.text import EMPTY, paragraph
from game.tui.widgets.choices import Choices
from game.tui.widgets.sheet import Sheet


class Ask(SheetPage):
    """A question with choices; leaving it is an answer too."""

    HELP_KEYS = (("1-5", "help-choose"), ("t", "help-t"), ("q", "question-skip"))
    LEAVE = "question-skip"


class AskPlan(Ask):
    """Asks once what came of the plan."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry

    def show_all(self) -> None:
        """Show the plan and the answers."""
        self.title_bar.tell(self.say("plan-open"))

        def draw(width: int, height: int) -> list[Content]:
            lines = paragraph(self.entry.plan, width - 2, "bold", indent=2)
            return [*lines, EMPTY, *paragraph(self.say("plan-open-ask"), width)]

        self.query_one(Sheet).put_up(draw)
        self.choices.offer([self.say(f"plan-{answer}") for answer in ANSWERS])
        self.key_bar.redraw()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Note the answer."""
        event.stop()
        self._answer(ANSWERS[event.index])

    def action_leave(self) -> None:
        """Note that it was skipped: it is not asked again."""
        self._answer("skipped")

    def _answer(self, answer: str) -> None:
        app = self.game_app
        app.logbook.write(app.now(), "plan-answer", game=self.entry.game, answer=answer)
        app.pop_screen()


class AskPrinciple(Ask):
    """Asks a principle again in a new situation."""

    def __init__(self, question: DayQuestion) -> None:
        super().__init__()
        self.question = question
        self.picked = ""

    def show_all(self) -> None:
        """Show the situation with four principles, or the principle that was at stake."""
        self.title_bar.tell(self.say("question"))
        principles = self.game_app.library.principles

        def draw(width: int, height: int) -> list[Content]:
            lines = paragraph(self.question.situation.in_language(self.language), width)
            if not self.picked:
                return [*lines, EMPTY, *paragraph(self.say("pick-ask"), width, "$quiet")]
            if self.picked == self.question.principle:
                told = self.say("question-fitted")
            else:
                picked = principles[self.picked].name.in_language(self.language)
                told = self.say("question-other", picked=picked)
            lines += [EMPTY, *paragraph(told, width), EMPTY]
            principle = principles[self.question.principle]
            return [*lines, *quotation(principle, self.game_app.library, width, self.language)]

        self.query_one(Sheet).put_up(draw)
        if self.picked:
            self.choices.offer([self.say("go-on")])
        else:
            names = [principles[id].name.in_language(self.language) for id in self.question.options]
            self.choices.offer([*names, self.say("question-skip")])
        self.key_bar.redraw()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Note what was picked and show the principle; then go."""
        event.stop()
        if self.picked or event.index == len(self.question.options):
            self.action_leave()
            return
        self.picked = self.question.options[event.index]
        self._note()
        self.show_all()

    def action_leave(self) -> None:
        """Go; not answering is noted as well, so that it is not asked twice."""
        if not self.picked:
            self._note()
        self.app.pop_screen()

    def _note(self) -> None:
        app, asked = self.game_app, self.question
        app.logbook.write(
            app.now(), "question", principle=asked.principle, question=asked.id, picked=self.picked
        )
