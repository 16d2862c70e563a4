"""The debrief line by line: seven steps, back and forth."""

from __future__ import annotations

from collections.abc import Callable

from game.closing import Closing
from game.library import Library
from game.logbook import FEELINGS, LONGEST_PLAN
from game.plain import steps
from game.story.text import clean
from game.words import say

LAST = 6
NEXT, PREVIOUS = ("", "next"), ("previous",)
DUTCH_WAYS = {
    "stop": "quit",
    "hulp": "help",
    "volgende": "next",
    "vorige": "previous",
    "opnieuw": "again",
    "terug": "back",
    "huis": "house",
    "weg": "road",
    "zus": "sister",
    "zussen": "sisters",
}
"""What a Dutch player would say."""

WAYS_ON = ("again", "back", "house", "road", "sister", "new", "route")
"""What ends the debrief."""


class PlainDebrief:
    """Takes a player through the debrief of one game."""

    def __init__(
        self,
        closing: Closing,
        library: Library,
        tell: Callable[[list[str]], None],
        ask: Callable[[], str | None],
    ) -> None:
        """Use *tell* to speak and *ask* to listen; *ask* returns None at the end of input."""
        self.closing, self.library, self._tell, self._ask = closing, library, tell, ask
        self.step = 0

    def run(self, language: str) -> str | None:
        """Go through the steps; return the way on that was chosen, or None to leave."""
        self._show(language)
        while (line := self._ask()) is not None:
            command = DUTCH_WAYS.get(line.lower(), line.lower())
            if command == "quit":
                return None
            if command == "help":
                self._tell([say(language, "plain-help-debrief"), *self._ways_on(language)])
                continue
            if command in ("nl", "en"):
                language = command
            elif command in NEXT:
                self.step = min(LAST, self.step + 1)
            elif command in PREVIOUS:
                self.step = max(0, self.step - 1)
            elif command == "sisters" and (sisters := self.closing.sisters):
                self._tell(steps.sisters(sisters, self.library, language))
                continue
            elif command == "road" and self.closing.told.road:
                self._tell([*steps.road(self.closing.told.road, language), say(language, "plain-road")])
                if (answer := self._ask()) is None:
                    return None
                if answer.lower() == "play":
                    return "road"
            elif command in WAYS_ON and command != "road":
                return command
            elif not self._choose(line, language):
                self._tell([say(language, "plain-debrief", found=clean(line)[:60])])
                continue
            self._show(language)
        return None

    def _show(self, language: str) -> None:
        """Tell the present step."""
        closing, told = self.closing, self.closing.told
        match self.step:
            case 0:
                self._tell(steps.feeling(told, language))
            case 1:
                self._tell(steps.happened(told, language))
            case 2:
                self._tell(steps.why(told, language))
            case 3 if closing.asks_principle:
                self._tell(steps.pick(closing, self.library, language))
            case 3:
                self._tell(steps.quoted(closing, self.library, language))
            case 4:
                self._tell(steps.outcome(told.level, self.library, language))
            case 5:
                self._tell(steps.tomorrow(closing, language))
            case _:
                self._tell(self._ways_on(language))
        if self.step < LAST:
            self._tell([say(language, "plain-next", now=self.step + 1)])

    def _ways_on(self, language: str) -> list[str]:
        ways = [say(language, "plain-again")]
        if self.closing.told.road:
            ways.append(say(language, "plain-again-road"))
        if self.closing.sisters:
            ways.append(say(language, "plain-again-sisters"))
        if following := self.closing.suggestion:
            ways.append(say(language, "plain-again-next", title=clean(following.title.in_language(language))))
        if sister := self.library.card(self.closing.told.level.sister):
            ways.append(say(language, "plain-again-sister", title=clean(sister.title.in_language(language))))
        return ways

    def _choose(self, line: str, language: str) -> bool:
        """Take a number in a step that offers some; tell whether it was one."""
        number = int(line) if line.isascii() and line.isdigit() and len(line) < 4 else 0
        entry = self.closing.entry
        if self.step == 0 and 1 <= number <= len(FEELINGS):
            self.closing.feel(FEELINGS[number - 1])
            self.step = 1
        elif self.step == 3 and self.closing.asks_principle and 1 <= number <= len(self.closing.options):
            self.closing.pick(self.closing.options[number - 1])
        elif self.step == 5 and not entry.plan and number in (1, 2, 3):
            self._plan(number, language)
        else:
            return False
        return True

    def _plan(self, number: int, language: str) -> None:
        if number == 1:
            self.closing.plan(self.closing.plan_suggested(language))
        elif number == 2:
            self._tell([say(language, "plain-type-plan")])
            if plan := clean((self._ask() or "").strip())[:LONGEST_PLAN]:
                self.closing.plan(plan)
        else:
            self.step = LAST
