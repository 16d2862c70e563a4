"""One HTML file that needs nothing else: no script, nothing from elsewhere, light and dark, on paper too."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from game.words import say

_WIDTH, _HEIGHT, _LEFT, _TOP = 640, 240, 44, 24

Point = tuple[int, int]
"""Where the meters stand: trust and sympathy."""


def page(language: str, title: str, body: str, *, style: str = "") -> str:
    """Return the file with *body*, which is HTML; *style* is CSS of its own. Nothing in *title* acts."""
    return _PAGE.format(language=language, title=escape(title), style=style, body=body)


def curve(points: Sequence[Point], language: str, *, marked: int | None = None) -> str:
    """Return *points* as SVG: trust a full line with dots, sympathy a broken one with rings.

    *marked* is the number of the point that gets a mark: 0 is the start, 1 the first reply.
    """
    step = (_WIDTH - _LEFT - 20) / max(1, len(points) - 1)
    across = [round(_LEFT + step * number) for number in range(len(points))]
    parts = [
        f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - 20}" y1="{_y(value)}" y2="{_y(value)}"/>'
        f'<text x="{_LEFT - 8}" y="{_y(value) + 4}" text-anchor="end">{value}</text>'
        for value in (0, 50, 100)
    ]
    for number, name in enumerate(("sympathy", "trust")):
        parts += _line(name, across, [point[1 - number] for point in points])
    parts += [
        f'<text x="{x}" y="{_HEIGHT - 6}" text-anchor="middle">{number}</text>'
        for number, x in enumerate(across)
        if number
    ]
    if marked is not None:
        parts.append(f'<text class="mark" x="{across[marked]}" y="16" text-anchor="middle">▼</text>')
    then = say(language, "plain-then")
    told = say(
        language,
        "plain-curve",
        trust=then.join(str(point[0]) for point in points),
        sympathy=then.join(str(point[1]) for point in points),
    )
    drawn = "".join(parts)
    box = f"0 0 {_WIDTH} {_HEIGHT}"
    svg = f'<svg role="img" viewBox="{box}"><title>{escape(told)}</title>{drawn}</svg>'
    return svg + _legend(language, marked)


def _line(name: str, across: Sequence[int], values: Sequence[int]) -> list[str]:
    path = " ".join(f"{x},{_y(value)}" for x, value in zip(across, values, strict=True))
    dots = [
        f'<circle class="{name}" cx="{x}" cy="{_y(value)}" r="5"/>'
        for x, value in zip(across, values, strict=True)
    ]
    return [f'<polyline class="{name}" points="{path}"/>', *dots]


def _legend(language: str, marked: int | None) -> str:
    mark = "" if marked is None else f" {escape(say(language, 'curve-marked', number=marked))}"
    return (
        f'<p class="legend"><span class="trust">●</span> {escape(say(language, "trust"))} '
        f'<span class="sympathy">○</span> {escape(say(language, "sympathy"))}{mark}</p>'
    )


def _y(value: int) -> int:
    return round(_TOP + (100 - value) * (_HEIGHT - _TOP - 30) / 100)


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
{style}@media print {{ body {{ margin: 0; max-width: none; }} }}
</style>
</head>
<body>
{body}
</body>
</html>
"""
