"""A level as an SVG picture: one file, no script, nothing from elsewhere, for light and dark screens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from game.authoring.fitting import in_ink, ink, shortened
from game.authoring.layout import Layout, laid_out
from game.authoring.picture import (
    Change,
    Effects,
    EndingShown,
    Picture,
    ReplyShown,
    Say,
    SceneShown,
)
from game.authoring.told import (
    badge_told,
    changes_told,
    counts_told,
    effects_told,
    ending_told,
    reply_told,
    share_told,
    when_told,
)
from game.authoring.ways_drawn import BETWEEN, MARGIN, TOP, WIDTH, left_of, ways_drawn

MARK = "<!-- luisterkamer graph -->"
"""Stands in every picture, so that it is known again."""

HEAD, ROW, MORE = 48, 36, 15
"""Heights of a scene's head, of a reply in it, and of one more line of small print."""

ENDING = 78
GAP = 16
LANE = 2

_LETTER, _BOLD, _SMALL_LETTER = 13, 14, 11
"""Sizes of letters, as the style has them; bold ones are wider."""

_INSIDE = WIDTH - 24
"""What a line in a box may take."""

_STYLE = """
text{font-family:system-ui,'Segoe UI',Helvetica,Arial,sans-serif;font-size:13px;fill:#1b1f24}
.page{fill:#ffffff}.box{fill:#f6f8fa;stroke:#8c959f}.head{fill:#e4e9ef}.first{stroke-width:3;stroke:#1b1f24}
.name{font-weight:700}.title{font-size:20px;font-weight:700}.small{font-size:11px;fill:#57606a}
.up{fill:#0b5cad;font-weight:700}.down{fill:#a5420a;font-weight:700}.never{stroke-dasharray:2 4}
.rule{stroke:#c9d1d9}.ending{fill:#eceff3;stroke:#57606a}.best{fill:#d6f2dd;stroke:#1a7f37;stroke-width:3}
.bar{fill:#8c959f}.bar-best{fill:#1a7f37}.trough{fill:#ffffff;stroke:#8c959f}
.way{fill:none;stroke-width:1.8;stroke-opacity:.8}.way:hover{stroke-width:5;stroke-opacity:1}
.maybe{stroke-dasharray:6 4}
@media (prefers-color-scheme:dark){
text{fill:#e6edf3}.page{fill:#0d1117}.box{fill:#161b22;stroke:#6e7681}.head{fill:#262d37}.first{stroke:#e6edf3}
.small{fill:#a8b3bf}.up{fill:#79b8ff}.down{fill:#ffab70}.rule{stroke:#363d47}
.ending{fill:#21262d;stroke:#a8b3bf}.best{fill:#12351f;stroke:#56d364}
.bar{fill:#a8b3bf}.bar-best{fill:#56d364}.trough{fill:#0d1117;stroke:#a8b3bf}
}"""


def svg(picture: Picture, say: Say) -> str:
    """Return *picture* as the text of an SVG file."""
    return "\n".join(_Svg(picture, say, placed(picture)).lines()) + "\n"


def placed(picture: Picture) -> Layout:
    """Return where the boxes of *picture* stand: scenes in layers, all endings in the last."""
    last = 1 + max(scene.layer for scene in picture.scenes.values())
    heights = {_scene_name(name): float(height_of(scene)) for name, scene in picture.scenes.items()}
    heights.update({_ending_name(name): float(ENDING) for name in picture.endings})
    layers = {_scene_name(name): scene.layer for name, scene in picture.scenes.items()}
    layers.update({_ending_name(name): last for name in picture.endings})
    ways = [
        (_scene_name(scene.id), target)
        for scene in picture.scenes.values()
        for reply in scene.replies
        for target in targets_of(reply)
    ]
    return laid_out(heights, layers, ways, gap=GAP, lane=LANE)


def targets_of(reply: ReplyShown) -> list[str]:
    """Return the boxes a reply leads to."""
    if reply.target is not None:
        return [_scene_name(reply.target)]
    return [_ending_name(each) for each in reply.endings]


def height_of(scene: SceneShown) -> int:
    """Return the height of a scene's box."""
    return _head_of(scene) + sum(map(_height_of_reply, scene.replies))


def _head_of(scene: SceneShown) -> int:
    return HEAD + MORE * _tells(scene.late)


def _height_of_reply(reply: ReplyShown) -> int:
    return ROW + MORE * bool(reply.when) + MORE * bool(reply.effects.remembers)


def _tells(effects: Effects) -> bool:
    return bool(effects.trust or effects.sympathy or effects.remembers)


def _scene_name(name: str) -> str:
    return f"scene {name}"


def _ending_name(name: str) -> str:
    return f"ending {name}"


@dataclass(frozen=True, slots=True)
class _Svg:
    picture: Picture
    say: Say
    layout: Layout

    def lines(self) -> Iterator[str]:
        picture, layout = self.picture, self.layout
        columns = 1 + max(layout.layers.values())
        width = 2 * MARGIN + columns * WIDTH + (columns - 1) * BETWEEN
        ports = {
            (_scene_name(scene.id), reply.id): (y, tuple(targets_of(reply)))
            for scene in picture.scenes.values()
            for reply, y in self._rows(scene)
        }
        ways, height = ways_drawn(layout, ports)
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height:.0f}" '
            f'viewBox="0 0 {width} {height:.0f}" lang="{picture.language}" '
            'role="graphics-document document" aria-labelledby="title desc">'
        )
        yield MARK
        yield f'<title id="title">{escape(f"{picture.title} ({picture.id})")}</title>'
        yield f'<desc id="desc">{escape(self._summary())}</desc>'
        yield f"<style>{_STYLE}</style>"
        yield f'<rect class="page" width="{width}" height="{height:.0f}"/>'
        yield _text(MARGIN, 32, picture.title, "title")
        for number, line in enumerate(self._legend()):
            yield _text(MARGIN, 54 + 16 * number, line, "small")
        for scene in picture.scenes.values():
            for reply in scene.replies:
                yield from self._way(scene, reply, ways[_scene_name(scene.id), reply.id])
        for scene in picture.scenes.values():
            yield from self._scene(scene)
        for ending in picture.endings.values():
            yield from self._ending(ending)
        yield "</svg>"

    def _summary(self) -> str:
        picture, say = self.picture, self.say
        endings = "; ".join(ending_told(ending, picture, say) for ending in picture.endings.values())
        return say("picture-told", counts=counts_told(picture, say), endings=endings)

    def _legend(self) -> list[str]:
        say = self.say
        shares = "picture-legend-share" if self.picture.is_counted else "picture-legend-uncounted"
        return [
            "   ·   ".join([self.picture.id, counts_told(self.picture, say), say("picture-legend-meters")]),
            "   ·   ".join(
                [say("picture-legend-if", mark="◇"), say("picture-legend-dashed"), say(shares)]
                + [say("picture-legend-loop")] * any(each.is_in_loop for each in self.picture.scenes.values())
            ),
        ]

    def _rows(self, scene: SceneShown) -> Iterator[tuple[ReplyShown, float]]:
        """Yield each reply with the upper edge of its row."""
        y = TOP + self.layout.tops[_scene_name(scene.id)] + _head_of(scene)
        for reply in scene.replies:
            yield reply, y
            y += _height_of_reply(reply)

    def _way(self, scene: SceneShown, reply: ReplyShown, paths: list[tuple[str, str]]) -> Iterator[str]:
        told = escape(f"{scene.id} / {reply.id}: {reply_told(reply, self.picture, self.say)}")
        kind = "way maybe" if reply.when else "way"
        for path, colour in paths:
            yield f'<path class="{kind}" stroke="{colour}" d="{path}"><title>{told}</title></path>'

    def _scene(self, scene: SceneShown) -> Iterator[str]:
        x = left_of(self.layout.layers[_scene_name(scene.id)])
        y = TOP + self.layout.tops[_scene_name(scene.id)]
        height, head = height_of(scene), _head_of(scene)
        kind = "box" + " first" * scene.is_first + " never" * (not scene.is_possible)
        yield f'<g role="graphics-object group"><title>{escape(f"{scene.id}: {scene.words}")}</title>'
        yield _rect(kind, x, y, WIDTH, height, 6)
        yield _rect("head", x + 2, y + 2, WIDTH - 4, head - 4, 5)
        yield f'<svg x="{x}" y="{y:.1f}" width="{WIDTH}" height="{height}">'
        badge = badge_told(scene, self.picture, self.say)
        yield _text(10, 20, in_ink(scene.id, WIDTH - 30 - ink(badge, _SMALL_LETTER), _BOLD), "name")
        yield _text(WIDTH - 10, 20, badge, "small", ' text-anchor="end"')
        yield _text(10, 38, in_ink(scene.words, _INSIDE, _LETTER))
        if _tells(scene.late):
            late = self.say("picture-late", effects=effects_told(scene.late, self.say))
            yield _text(10, 53, in_ink(late, _INSIDE, _SMALL_LETTER), "small")
        for reply, top in self._rows(scene):
            yield from self._reply(scene, reply, top - y)
        yield "</svg></g>"

    def _reply(self, scene: SceneShown, reply: ReplyShown, y: float) -> Iterator[str]:
        told = escape(f"{reply.id}: {reply_told(reply, self.picture, self.say)}")
        yield f'<g role="graphics-symbol img"><title>{told}</title>'
        yield f'<path class="rule" d="M0 {y:.1f}H{WIDTH}"/>'
        yield _text(10, y + 15, in_ink(reply.words, _INSIDE, _LETTER))
        signs = "".join(
            f'<tspan dx="8" class="{_direction(change)}">{escape(f"{letter}{change}")}</tspan>'
            for letter, change in changes_told(reply.effects, self.say)
        )
        to = self._where_to(scene, reply)
        name = in_ink(reply.id, _INSIDE - 110 - ink(to, _SMALL_LETTER), _SMALL_LETTER)
        yield f'<text class="small" x="10" y="{y + 30:.1f}">{escape(name)}{signs}</text>'
        yield _text(WIDTH - 10, y + 30, to, "small", ' text-anchor="end"')
        below = y + 30
        for line in self._small_print(reply):
            below += MORE
            yield _text(10, below, in_ink(line, _INSIDE, _SMALL_LETTER), "small")
        yield "</g>"

    def _where_to(self, scene: SceneShown, reply: ReplyShown) -> str:
        """Return what stands at the end of a reply's row, so that one need not follow its line."""
        if not reply.is_possible:
            return self.say("picture-never")
        if reply.target is None:
            return "→ " + " ".join(str(self.picture.endings[each].number) for each in reply.endings)
        is_back = self.picture.scenes[reply.target].layer <= scene.layer
        return f"{'↩' if is_back else '→'} {shortened(reply.target, 18)}"

    def _small_print(self, reply: ReplyShown) -> Iterator[str]:
        if reply.when:
            yield f"◇ {self.say('picture-if', when=reply.when)}"
        if reply.effects.remembers:
            yield f"✎ {self.say('picture-remembers', facts=', '.join(reply.effects.remembers))}"

    def _ending(self, ending: EndingShown) -> Iterator[str]:
        name = _ending_name(ending.id)
        x, y = left_of(self.layout.layers[name]), TOP + self.layout.tops[name]
        kind = ("ending best" if ending.is_best else "ending") + " never" * (not ending.is_possible)
        told = escape(ending_told(ending, self.picture, self.say))
        yield f'<g role="graphics-symbol img"><title>{told}</title>'
        yield _rect(kind, x, y, WIDTH, ENDING, 14)
        yield f'<svg x="{x}" y="{y:.1f}" width="{WIDTH}" height="{ENDING}">'
        yield _text(14, 21, in_ink(f"{ending.number}. {ending.title}", _INSIDE, _BOLD), "name")
        best = f"★ {self.say('picture-best')}" if ending.is_best else self.say("picture-ending")
        best += "" if ending.is_possible else f" · {self.say('picture-never')}"
        yield _text(14, 38, in_ink(f"{best} · {ending.id}", _INSIDE, _SMALL_LETTER), "small")
        when = when_told(ending, self.say)
        yield _text(14, 53, in_ink(when, _INSIDE, _SMALL_LETTER), "small")
        share = share_told(ending, self.picture, self.say)
        yield _text(WIDTH - 14, 70, share, "name", ' text-anchor="end"')
        if ending.share is not None:
            full, bar = WIDTH - 90, "bar bar-best" if ending.is_best else "bar"
            yield _rect("trough", 14, 61, full, 9, 2)
            yield _rect(bar, 14, 61, full * float(ending.share), 9, 2)
        yield "</svg></g>"


def _direction(change: Change) -> str:
    if change.lowest >= 0:
        return "up"
    return "down" if change.highest <= 0 else ""


def _text(x: float, y: float, words: str, kind: str = "", more: str = "") -> str:
    style = f' class="{kind}"' if kind else ""
    return f'<text{style} x="{x:g}" y="{y:.1f}"{more}>{escape(words)}</text>'


def _rect(kind: str, x: float, y: float, width: float, height: float, corner: int) -> str:
    place = f'x="{x:g}" y="{y:.1f}" width="{width:g}" height="{height:g}"'
    return f'<rect class="{kind}" {place} rx="{corner}"/>'
