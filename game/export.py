"""The debrief of a game to take along: as Markdown, or as one HTML file that needs nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from game.library import Library
from game.logbook import Entry
from game.page import curve, page
from game.story.debrief import Debrief, Moment
from game.story.text import Text, clean
from game.transcript import decision, reply_words, thinker
from game.words import say


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with paragraphs; `items` are set as a list below them."""

    heading: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeAway:
    """One game's debrief, ready to be set."""

    told: Debrief
    entry: Entry
    library: Library
    language: str

    def markdown(self) -> str:
        """Return the debrief as Markdown; nothing in the texts acts as markup."""
        lines = [f"# {_plain(self._title)}"]
        for section in self._sections():
            lines.append(f"## {_plain(section.heading)}")
            lines += [_plain(paragraph) for paragraph in section.paragraphs]
            if section.items:
                lines.append(
                    "\n".join(f"{number}. {_plain(item)}" for number, item in enumerate(section.items, 1))
                )
        return "\n\n".join(lines) + "\n"

    def html(self) -> str:
        """Return the debrief as one HTML file: curve drawn in it, no script, nothing from elsewhere."""
        body = [f"<h1>{escape(self._title)}</h1>"]
        for number, section in enumerate(self._sections()):
            body.append(f"<section><h2>{escape(section.heading)}</h2>")
            if number == 1:
                body.append(curve(self.told.curve, self.language, marked=self.told.decisive + 1))
            body += [f"<p>{escape(paragraph)}</p>" for paragraph in section.paragraphs]
            if section.items:
                items = "".join(f"<li>{escape(item)}</li>" for item in section.items)
                body.append(f"<ol>{items}</ol>")
            body.append("</section>")
        return page(self.language, self._title, "\n".join(body))

    @property
    def _title(self) -> str:
        title = self._in_language(self.told.level.title)
        return f"{title}: {self._in_language(self.told.ending.title)}"

    def _in_language(self, text: Text) -> str:
        return " ".join(clean(text.in_language(self.language)).split())

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def _sections(self) -> list[Section]:
        told, level = self.told, self.told.level
        felt = (
            self._say("logbook-felt", feeling=self._say(f"feeling-{self.entry.feeling}"))
            if self.entry.feeling
            else ""
        )
        sections = [
            Section(self._say("ending"), _some(self._in_language(told.ending.text), felt)),
            Section(self._say("step-happened"), (self._decided(),), tuple(map(self._moment, told.moments))),
            Section(self._say("step-why"), self._why()),
        ]
        if principle := self.library.principles.get(told.principle):
            credit = self._say("principle-from", credit=clean(self.library.credit(principle, self.language)))
            paragraphs = (
                f"{self._in_language(principle.name)}: {self._in_language(principle.text)}",
                f"{credit}; {self._say('in-our-words')}.",
            )
            sections.append(Section(self._say("at-stake"), paragraphs))
        real = level.real_outcome
        outcome = _some(
            f"{self._say(f'outcome-{real.kind}')}.",
            self._in_language(real.text),
            self._source(),
            f"{self._say('outcome-invented')}: {self._in_language(level.invented)}" if level.invented else "",
        )
        sections.append(Section(self._say("step-outcome"), outcome))
        if self.entry.plan:
            sections.append(Section(self._say("step-tomorrow"), (self.entry.plan,)))
        return sections

    def _source(self) -> str:
        credit = clean(self.library.origin(self.told.level, self.language))
        return self._say("outcome-source", credit=credit) if credit else ""

    def _decided(self) -> str:
        name, words = decision(self.told, self.language)
        turns = self.told.turns
        is_decided = (turns.turning_point, turns.secured) != (None, None)
        return f"{self.told.decisive + 1}: {name}. {words}" if is_decided else words

    def _moment(self, moment: Moment) -> str:
        parts = []
        for meter, change in (
            ("trust", moment.trust + moment.late_trust),
            ("sympathy", moment.sympathy + moment.late_sympathy),
        ):
            parts.append(f"{self._say(meter)} {change:+d}")
        return f"{reply_words(moment.turn.reply, self.language)} ({', '.join(parts)})"

    def _why(self) -> tuple[str, ...]:
        moment = self.told.moments[self.told.decisive]
        reply, level = moment.turn.reply, self.told.level
        name = thinker(level, moment.turn, self.language)
        return _some(
            f"{self._say('you-said')}: {reply_words(reply, self.language)}",
            f"{self._say('they-thought', name=name)}: {self._in_language(reply.thought)}"
            if reply.thought
            else "",
            f"{self._say('you-meant')}: {self._in_language(reply.because)}" if reply.because else "",
            self._in_language(level.question) if level.question else "",
        )


def _some(*paragraphs: str) -> tuple[str, ...]:
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def _plain(text: str) -> str:
    """Return *text* with everything that Markdown or HTML could act on made harmless."""
    safe = "".join(f"\\{each}" if each in "\\`*_[]<>#|~&" else each for each in text)
    return f"\\{safe}" if safe[:1] in ("-", "=") else safe
