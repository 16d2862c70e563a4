"""What an editor puts down for an author: an empty scene, reply, line or ending, in one language or two.

`…` stands for text. It becomes a block after `>-`, the style in which nothing one types has a second meaning.
"""

from __future__ import annotations

import re
from typing import Any

from game.story.text import LANGUAGES

Snippet = dict[str, Any]

_TEMPLATES = {
    "scene": """\
${naam-name}:
  lines:
    - narrator: …
  replies:
    ${antwoord-reply}:
      say: …
      trust: ${0}
      sympathy: ${0}
      goto: ${end}
""",
    "reply": """\
${naam-name}:
  say: …
  trust: ${0}
  sympathy: ${0}
  because: …
  reaction:
    - narrator: …
  thought: …
  goto: ${end}
""",
    "line": """\
  ${narrator}: …
""",
    "ending": """\
${naam-name}:
  title: …
  when: ${trust >= 60}
  text: …
""",
}
"""By kind. The line is set as it stands behind a dash."""

_NAMES = {
    "scene": "scène / scene",
    "reply": "antwoord / reply",
    "line": "regel / line",
    "ending": "einde / ending",
}

_PLACE = re.compile(r"\$\{([^}]*)\}|…")


def _snippets(kind: str) -> list[Snippet]:
    label = _NAMES[kind]
    return [
        {"label": label, "description": "één taal / one language", "body": _body(kind, ())},
        {
            "label": f"{label} (nl + en)",
            "description": "twee talen / two languages",
            "body": _body(kind, LANGUAGES),
        },
    ]


def _body(kind: str, languages: tuple[str, ...]) -> str:
    """Return the template of *kind* with its places to fill in numbered, in the form editors know."""
    text = "\n".join(_with_blocks(line, languages) for line in _TEMPLATES[kind].splitlines())
    number = iter(range(1, 100))
    return _PLACE.sub(lambda place: f"${{{next(number)}:{place[1] or place[0]}}}", text.lstrip())


def _with_blocks(line: str, languages: tuple[str, ...]) -> str:
    """Return *line*, with a block in place of the text it ends with."""
    if not line.endswith("…"):
        return line
    key, inside = line.removesuffix(" …"), " " * (re.search(r"[^ -]", line).start() + 2)  # type: ignore[union-attr]
    if not languages:
        return f"{key} >-\n{inside}…"
    return "\n".join([key, *(f"{inside}{language}: >-\n{inside}  …" for language in languages)])


SNIPPETS = {kind: _snippets(kind) for kind in _TEMPLATES}
"""What can be put down, by kind, in the words of `defaultSnippets`."""
