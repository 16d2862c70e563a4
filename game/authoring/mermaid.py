"""A level as Mermaid text, which GitHub, VS Code and others draw."""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.fitting import shortened
from game.authoring.picture import Picture, ReplyShown, Say
from game.authoring.told import badge_told, counts_told, effects_told, share_told, when_told

MARK = "%% luisterkamer graph"
"""The first line of every such text, so that it is known again."""

_LONGEST = 48

_HARMLESS = frozenset(" ,+=/")
"""Besides letters and digits, all that is written as it is; everything else goes in as a number."""


def mermaid(picture: Picture, say: Say) -> str:
    """Return *picture* as the text of a Mermaid flowchart."""
    return "\n".join([MARK, *_lines(picture, say)]) + "\n"


def harmless(words: str) -> str:
    """Return *words* so that Mermaid shows them and finds nothing in them to obey."""
    return "".join(each if each.isalnum() or each in _HARMLESS else f"#{ord(each)};" for each in words)


def _lines(picture: Picture, say: Say) -> Iterator[str]:
    scenes = {name: f"s{number}" for number, name in enumerate(picture.scenes, 1)}
    endings = {name: f"e{ending.number}" for name, ending in picture.endings.items()}
    yield "flowchart LR"
    yield f"accTitle: {harmless(f'{picture.title} ({picture.id})')}"
    yield f"accDescr: {harmless(counts_told(picture, say))}"
    for scene in picture.scenes.values():
        parts = [scene.id, shortened(scene.words, _LONGEST), badge_told(scene, picture, say)]
        if late := effects_told(scene.late, say):
            parts.append(say("picture-late", effects=late))
        yield f"{scenes[scene.id]}[{_label(parts)}]"
    for ending in picture.endings.values():
        best = f"★ {say('picture-best')}" if ending.is_best else say("picture-ending")
        best += "" if ending.is_possible else f" · {say('picture-never')}"
        title = f"{ending.number}. {ending.title}"
        share = f"{share_told(ending, picture, say)} · {best}"
        yield f"{endings[ending.id]}{{{{{_label([title, ending.id, share, when_told(ending, say)])}}}}}"
    number = 0
    for scene in picture.scenes.values():
        for reply in scene.replies:
            number += 1
            targets = [scenes[reply.target]] if reply.target else [endings[each] for each in reply.endings]
            yield from _reply(reply, scenes[scene.id], f"r{number}", targets, say)
    yield "classDef first stroke-width:4px"
    yield "classDef best fill:#d6f2dd,stroke:#1a7f37,stroke-width:3px,color:#1b1f24"
    yield "classDef other fill:#eceff3,stroke:#57606a,color:#1b1f24"
    yield from (f"class {scenes[each.id]} first" for each in picture.scenes.values() if each.is_first)
    yield from (
        f"class {endings[each.id]} {'best' if each.is_best else 'other'}" for each in picture.endings.values()
    )


def _reply(reply: ReplyShown, scene: str, name: str, targets: list[str], say: Say) -> Iterator[str]:
    """Yield a reply as a box of its own between its scene and where it leads: there it can be read."""
    told = [f"{reply.id}: {shortened(reply.words, _LONGEST)}", effects_told(reply.effects, say)]
    told += [f"◇ {say('picture-if', when=reply.when)}"] if reply.when else []
    told += [] if reply.is_possible else [say("picture-never")]
    yield f"{name}([{_label(told)}])"
    yield f"{scene} {'-.-' if reply.when else '---'} {name}"
    yield from (f"{name} --> {target}" for target in targets)


def _label(parts: list[str]) -> str:
    return f'"{"<br/>".join(harmless(part) for part in parts if part)}"'
