"""Pictures of a level: all of it is in each, its shares are exact, and no text can do anything there."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache, partial
from types import MappingProxyType
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.mermaid import harmless, mermaid
from game.authoring.outline import ASCII, Drawing, drawing_for, outline
from game.authoring.picture import Change, Picture, percentage, picture_of
from game.authoring.svg import ENDING, GAP, height_of, placed, svg
from game.story import chances as counting
from game.story.foresight import Foresight
from game.story.level import Level, Line
from game.story.playthrough import Turn, ending_at
from game.story.text import Text
from game.words import say
from tests.authoring.large import large
from tests.authoring.small import changed, level_of
from tests.levels_for_tests import SMALL, both, levels

NL, EN = partial(say, "nl"), partial(say, "en")
IN_SVG = "{http://www.w3.org/2000/svg}"

FORK = changed(
    ("        goto: twee\n      koel", "        goto: end\n      koel"),
    ("        when: trust >= 40\n        goto: een", "        when: trust >= 40\n        goto: end"),
)
"""The small level without its loop: one of three replies goes on to the second scene."""

_HOSTILE = st.one_of(
    st.sampled_from(
        (
            "</text><script>alert(1)</script>",
            "]]> & <!-- --> \x1b[31m \ufffe",
            '"]; click s1 "javascript:alert(1)" %%{init: {}}%%',
            "end\nsubgraph x\n--> `**b**`",
            "漢字" * 40,
            "W" * 200,
        )
    ),
    st.text(max_size=60),
)


def _texts(words: str) -> Text:
    return both(words or "x")


@st.composite
def hostile_levels(draw: st.DrawFn) -> Level:
    level = draw(levels())
    scenes = {}
    for name, scene in level.scenes.items():
        replies = {
            each.id: replace(each, say=_texts(draw(_HOSTILE)) if draw(st.booleans()) else None)
            for each in scene.replies.values()
        }
        lines = (Line("narrator", _texts(draw(_HOSTILE))), *scene.lines)
        scenes[name] = replace(scene, lines=lines, replies=MappingProxyType(replies))
    endings = {name: replace(each, title=_texts(draw(_HOSTILE))) for name, each in level.endings.items()}
    return replace(
        level,
        title=_texts(draw(_HOSTILE)),
        scenes=MappingProxyType(scenes),
        endings=MappingProxyType(endings),
    )


def _drawn(level: Level, language: str = "nl") -> Picture:
    return picture_of(level, language, partial(say, language))


@cache
def _forty_scenes() -> Picture:
    return _drawn(large())


def _titles(element: ElementTree.Element, kind: str) -> list[str]:
    return [each.findtext(f"{IN_SVG}title", "") for each in element.iter(f"{IN_SVG}{kind}")]


@settings(deadline=None)
@given(hostile_levels())
def test_an_svg_holds_every_scene_reply_and_ending_and_nothing_that_acts(level: Level) -> None:
    picture = _drawn(level)
    root = ElementTree.fromstring(svg(picture, NL))
    named = [title.split(":")[0] for title in _titles(root, "g")]
    for scene in level.scenes.values():
        start = named.index(scene.id)
        assert named[start + 1 : start + 1 + len(scene.replies)] == list(scene.replies)
    shown = "".join(root.itertext())
    assert all(f"({name})" in shown for name in level.endings)
    assert {each.tag.removeprefix(IN_SVG) for each in root.iter()} <= set(
        ["svg", "title", "desc", "style", "rect", "text", "tspan", "g", "path"]
    )
    assert not [
        name for each in root.iter() for name in each.attrib if "href" in name or name.startswith("on")
    ]
    assert "url(" not in (root.findtext(f"{IN_SVG}style") or "url(")


@settings(deadline=None)
@given(hostile_levels())
def test_every_way_of_a_reply_is_drawn(level: Level) -> None:
    picture = _drawn(level)
    paths = [title for title in _titles(ElementTree.fromstring(svg(picture, NL)), "path") if title]
    for scene in picture.scenes.values():
        for reply in scene.replies:
            wanted = 1 if reply.target else len(reply.endings)
            assert sum(title.startswith(f"{scene.id} / {reply.id}:") for title in paths) == wanted


@settings(deadline=None)
@given(levels())
def test_no_two_boxes_of_an_svg_overlap(level: Level) -> None:
    picture = _drawn(level)
    layout = placed(picture)
    heights = {f"scene {name}": height_of(scene) for name, scene in picture.scenes.items()}
    heights |= {f"ending {name}": ENDING for name in picture.endings}
    assert set(layout.tops) == set(heights)
    for one, top in layout.tops.items():
        for other, below in layout.tops.items():
            if one != other and layout.layers[one] == layout.layers[other] and top <= below:
                assert top + heights[one] + GAP <= below + 1e-6
    last = max(layout.layers.values())
    assert all((layer == last) == name.startswith("ending ") for name, layer in layout.layers.items())


_WORDS = r"(?:[^\W_]|[ ,+=/]|#\d+;)*"
_LABEL = rf'"{_WORDS}(?:<br/>{_WORDS})*"'
_MERMAID = re.compile(
    "|".join(
        (
            r"%% luisterkamer graph|flowchart LR",
            rf"acc(?:Title|Descr): {_WORDS}",
            rf"s\d+\[{_LABEL}\]",
            rf"e\d+\{{\{{{_LABEL}\}}\}}",
            rf"r\d+\(\[{_LABEL}\]\)",
            r"s\d+ (?:---|-\.-) r\d+",
            r"r\d+ --> [se]\d+",
            r"classDef \w+ [\w:#,-]+",
            r"class [se]\d+ (?:first|best|other)",
        )
    )
)


@settings(deadline=None)
@given(hostile_levels())
def test_mermaid_text_holds_everything_and_only_lines_of_ours(level: Level) -> None:
    lines = mermaid(_drawn(level), NL).rstrip("\n").split("\n")
    assert [line for line in lines if not _MERMAID.fullmatch(line)] == []
    scenes = [line for line in lines if re.match(r"s\d+\[", line)]
    assert [line.split('"')[1].split("<br/>")[0] for line in scenes] == list(level.scenes)
    replies = [line for line in lines if re.match(r"r\d+\(", line)]
    wanted = [reply.id for scene in level.scenes.values() for reply in scene.replies.values()]
    assert [line.split('"')[1].split("#58;")[0] for line in replies] == wanted
    assert sum(bool(re.match(r"e\d+\{", line)) for line in lines) == len(level.endings)


def test_what_mermaid_could_obey_goes_in_as_numbers() -> None:
    assert harmless('a"b%%<é>') == "a#34;b#37;#37;#60;é#62;"


@settings(deadline=None)
@given(hostile_levels(), st.sampled_from((ASCII, Drawing())), st.integers(40, 200))
def test_a_tree_shows_every_scene_and_reply_once(level: Level, drawing: Drawing, width: int) -> None:
    lines = list(outline(_drawn(level), NL, width=width, drawing=drawing))
    assert not [line for line in lines if not line.isprintable()]
    shown = [found[1] for line in lines if (found := re.search(rf"{drawing.scene} ([\w-]+)  [“\"]", line))]
    own = [name for name in shown if name in level.scenes]
    assert sorted(own) == sorted(level.scenes)
    for scene in level.scenes.values():
        start = next(number for number, line in enumerate(lines) if f"{drawing.scene} {scene.id}  " in line)
        below = lines[start + 1 : start + 1 + len(scene.replies)]
        assert all(f" {name}  " in line for name, line in zip(scene.replies, below, strict=True))


def test_a_tree_names_a_scene_that_is_elsewhere_and_tells_what_a_reply_does() -> None:
    told = "\n".join(outline(_drawn(level_of(SMALL)), NL, drawing=Drawing()))
    assert told.startswith("Klein  (klein)\n2 scènes, 5 antwoorden, 2 eindes\n")
    assert "■ een  “Hallo.”  [begin · in 1 · uit 3 · lus]" in told
    assert "├─ koel  “Ja.”  V-60 S-5 onthoudt was_cool  → twee" in told
    assert "├─ stil  “(zeg niets)”  → naar einde 1/2" in told
    assert "   └─ nog-eens  “Opnieuw.”  ◇ als trust >= 40  ↩ een" in told
    assert "hier volgt nog: S-10…0" in told
    assert re.search(r"★ 1 +\d+(,\d)?%  Blij  \(blij\) · goed einde · ◇ als trust >= 60", told)
    assert "lus = hier kun je terugkomen" in told


def test_a_tree_speaks_english() -> None:
    told = "\n".join(outline(_drawn(level_of(SMALL), "en"), EN, drawing=Drawing()))
    assert "■ een  “Hello.”  [start · in 1 · out 3 · loop]" in told
    assert "T-60 S-5 remembers was_cool" in told
    assert "best ending" in told


@pytest.mark.parametrize(
    ("encoding", "drawing"),
    [("utf-8", Drawing()), ("ascii", ASCII), ("cp1252", ASCII), (None, ASCII), ("no-such", ASCII)],
)
def test_a_tree_is_drawn_with_what_the_terminal_can_show(encoding: str | None, drawing: Drawing) -> None:
    assert drawing_for(encoding) == drawing


def test_a_tree_of_ascii_has_nothing_else_where_the_texts_have_not() -> None:
    told = "\n".join(outline(_drawn(level_of(SMALL), "en"), EN, drawing=drawing_for("ascii")))
    assert told.isascii()


@pytest.mark.parametrize("width", [60, 80, 120])
def test_lines_of_a_tree_fit_as_long_as_names_do(width: int) -> None:
    lines = list(outline(_drawn(level_of(SMALL)), NL, width=width, drawing=Drawing()))
    tree = lines[3 : lines.index("")] + [
        line for line in lines if line.startswith(("■", "├", "└", "│", "  "))
    ]
    assert max(map(len, tree)) <= max(width, 80)


def test_deep_levels_start_anew_at_the_side() -> None:
    level = large(40, breadth=1, loop=False)
    lines = list(outline(_drawn(level), NL, drawing=Drawing()))
    assert max(line.find("■") for line in lines) < 3 * 8
    assert sum("■" in line for line in lines) == 40


def _closings(level: Level) -> dict[tuple[str, str], set[str]]:
    """Return which endings each reply closes with in games that can be played."""
    found: dict[tuple[str, str], set[str]] = {}

    def see(turn: Turn, _: Fraction) -> None:
        closed = found.setdefault((turn.scene, turn.reply.id), set())
        if turn.after.scene is None:
            closed.add(ending_at(level, turn.after).id)

    counting.chances(level, see)
    return found


@settings(deadline=None)
@given(levels(most_scenes=3))
def test_endings_of_a_reply_are_exactly_those_it_can_close_with(level: Level) -> None:
    found, foresight = _closings(level), Foresight(level)
    for scene in level.scenes.values():
        for reply in scene.replies.values():
            assert set(foresight.endings_after(scene.id, reply.id)) == found.get((scene.id, reply.id), set())
            assert foresight.can_be_given(scene.id, reply.id) == ((scene.id, reply.id) in found)


def test_shares_are_exact() -> None:
    picture = _drawn(level_of(FORK))
    assert picture.scenes["een"].share == 1
    assert picture.scenes["twee"].share == Fraction(1, 3)
    assert picture.endings["blij"].share == Fraction(1, 3)
    assert [reply.endings for reply in picture.scenes["een"].replies] == [("blij",), (), ("klaar",)]
    assert not picture.scenes["twee"].replies[1].is_possible


def test_a_scene_in_a_loop_tells_no_share() -> None:
    picture = _drawn(level_of(SMALL))
    assert [(scene.is_in_loop, scene.share) for scene in picture.scenes.values()] == [(True, None)] * 2
    assert sum(each.share or 0 for each in picture.endings.values()) == pytest.approx(1)


@pytest.mark.parametrize(("language", "words"), [("nl", "niet geteld"), ("en", "not counted")])
def test_too_many_states_are_said_to_be_uncounted(
    language: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "MOST_STATES", 0)
    picture, speak = _drawn(level_of(FORK), language), partial(say, language)
    assert not picture.is_counted
    assert words in svg(picture, speak)
    assert words in mermaid(picture, speak)
    assert words in "\n".join(outline(picture, speak))
    assert "%" not in "".join(ElementTree.fromstring(svg(picture, speak)).itertext())


@pytest.mark.parametrize(
    ("share", "nl", "en"),
    [
        (None, "", ""),
        (Fraction(0), "0%", "0%"),
        (Fraction(1, 5000), "<0,1%", "<0.1%"),
        (Fraction(83, 1000), "8,3%", "8.3%"),
        (Fraction(1, 3), "33%", "33%"),
        (Fraction(9999, 10000), ">99%", ">99%"),
        (1 - counting.NEGLIGIBLE, "100%", "100%"),
        (Fraction(1), "100%", "100%"),
    ],
)
def test_shares_are_never_rounded_to_none_or_all(share: Fraction | None, nl: str, en: str) -> None:
    assert (percentage(share, "nl"), percentage(share, "en")) == (nl, en)


@pytest.mark.parametrize(
    ("change", "told"),
    [(Change(), "0"), (Change(5, 5), "+5"), (Change(-5, 0), "-5…0"), (Change(-5, 10), "-5…+10")],
)
def test_changes_have_signs(change: Change, told: str) -> None:
    assert str(change) == told


def test_a_best_ending_is_marked_in_words_and_an_impossible_one_too() -> None:
    picture = _forty_scenes()
    root = ElementTree.fromstring(svg(picture, NL))
    texts = [each.text or "" for each in root.iter(f"{IN_SVG}text")]
    assert "★ goed einde · samen" in texts
    assert "einde · komt nooit voor · nooit" in texts
    assert "0%" in texts
    assert sum("V+10" in "".join(each.itertext()) for each in root.iter(f"{IN_SVG}text")) > 10


def test_forty_scenes_give_a_picture_of_which_every_line_is_inside() -> None:
    picture = _forty_scenes()
    root = ElementTree.fromstring(svg(picture, NL))
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    assert len(picture.scenes) == 40
    for path in root.iter(f"{IN_SVG}path"):
        steps = re.findall(r"([MLCHV])([^MLCHV]*)", path.attrib["d"])
        for kind, numbers in steps:
            values = [float(each) for each in numbers.split()]
            across = values if kind == "H" else [] if kind == "V" else values[::2]
            down = values if kind == "V" else [] if kind == "H" else values[1::2]
            assert all(0 <= each <= width for each in across)
            assert all(0 <= each <= height for each in down)
