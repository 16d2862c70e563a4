"""The debrief of a game to take along: as Markdown, or as one HTML file that needs nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from game.library import Library
from game.logbook import Entry
from game.story.debrief import Debrief, Moment
from game.story.text import Text, clean
from game.transcript import decision, reply_words, thinker
from game.words import say

_WIDTH, _HEIGHT, _LEFT, _TOP = 640, 240, 44, 24


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
                body.append(self._curve())
            body += [f"<p>{escape(paragraph)}</p>" for paragraph in section.paragraphs]
            if section.items:
                items = "".join(f"<li>{escape(item)}</li>" for item in section.items)
                body.append(f"<ol>{items}</ol>")
            body.append("</section>")
        return _PAGE.format(language=self.language, title=escape(self._title), body="\n".join(body))

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

    def _curve(self) -> str:
        """Return the curve as SVG: trust a full line with dots, sympathy a broken one with rings."""
        points = self.told.curve
        step = (_WIDTH - _LEFT - 20) / max(1, len(points) - 1)
        across = [round(_LEFT + step * number) for number in range(len(points))]
        marked = self.told.decisive + 1
        parts = [
            f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - 20}" y1="{_y(value)}" y2="{_y(value)}"/>'
            f'<text x="{_LEFT - 8}" y="{_y(value) + 4}" text-anchor="end">{value}</text>'
            for value in (0, 50, 100)
        ]
        for number, name in enumerate(("sympathy", "trust")):
            values = [point[1 - number] for point in points]
            path = " ".join(f"{x},{_y(value)}" for x, value in zip(across, values, strict=True))
            parts.append(f'<polyline class="{name}" points="{path}"/>')
            parts += [
                f'<circle class="{name}" cx="{x}" cy="{_y(value)}" r="5"/>'
                for x, value in zip(across, values, strict=True)
            ]
        parts += [
            f'<text x="{x}" y="{_HEIGHT - 6}" text-anchor="middle">{number}</text>'
            for number, x in enumerate(across)
            if number
        ]
        parts.append(f'<text class="mark" x="{across[marked]}" y="16" text-anchor="middle">▼</text>')
        then = self._say("plain-then")
        told = self._say(
            "plain-curve",
            trust=then.join(str(point[0]) for point in points),
            sympathy=then.join(str(point[1]) for point in points),
        )
        legend = (
            f'<p class="legend"><span class="trust">●</span> {escape(self._say("trust"))} '
            f'<span class="sympathy">○</span> {escape(self._say("sympathy"))} ▼ {marked}</p>'
        )
        drawn = "".join(parts)
        box = f"0 0 {_WIDTH} {_HEIGHT}"
        return f'<svg role="img" viewBox="{box}"><title>{escape(told)}</title>{drawn}</svg>{legend}'


def _y(value: int) -> int:
    return round(_TOP + (100 - value) * (_HEIGHT - _TOP - 30) / 100)


def _some(*paragraphs: str) -> tuple[str, ...]:
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def _plain(text: str) -> str:
    """Return *text* with everything that Markdown or HTML could act on made harmless."""
    safe = "".join(f"\\{each}" if each in "\\`*_[]<>#|~&" else each for each in text)
    return f"\\{safe}" if safe[:1] in ("-", "=") else safe


_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; --trust: #1f5f4c; --sympathy: #8a4b08; }}
@media (prefers-color-scheme: dark) {{ :root {{ --trust: #8fb8a8; --sympathy: #e0a458; }} }}
body {{ font: 1.05rem/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }}
h1 {{ font-size: 1.6rem; }}
h2 {{ font-size: 1.1rem; margin-top: 2rem; }}
svg {{ width: 100%; height: auto; font: 13px sans-serif; fill: currentColor; }}
.grid {{ stroke: currentColor; opacity: .25; }}
polyline {{ fill: none; stroke-width: 3; }}
polyline.trust {{ stroke: var(--trust); }}
polyline.sympathy {{ stroke: var(--sympathy); stroke-dasharray: 6 5; }}
circle.trust {{ fill: var(--trust); }}
circle.sympathy {{ fill: Canvas; stroke: var(--sympathy); stroke-width: 3; }}
.legend .trust {{ color: var(--trust); }}
.legend .sympathy {{ color: var(--sympathy); margin-left: 1rem; }}
section {{ break-inside: avoid; }}
@media print {{ body {{ margin: 0; max-width: none; }} }}
</style>
</head>
<body>
{body}
</body>
</html>
"""
