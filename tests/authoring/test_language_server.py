"""The schema as an author meets it: in an editor, by the YAML language server that VS Code uses.

Skipped where node or the npm package is missing; `python3 scripts/language_server.py` gets the package.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.authoring.scaffold import scaffold
from tests.conftest import ROOT

PACKAGE = ROOT / ".cache" / "language-server" / "node_modules" / "yaml-language-server"
SERVER = PACKAGE / "bin" / "yaml-language-server"
NODE = shutil.which("node")
HINT = "# yaml-language-server: $schema=level.schema.json\n"
CURSOR = "¦"

SETTINGS = {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}
ABLE = {
    "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}, "hover": {}},
    "workspace": {"configuration": True},
}

pytestmark = [
    pytest.mark.skipif(NODE is None, reason="node is not installed"),
    pytest.mark.skipif(not SERVER.exists(), reason="python3 scripts/language_server.py was not run"),
]


class Editor:
    """Speaks to the language server as an editor does: JSON-RPC over a pipe."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._process = subprocess.Popen(
            [str(NODE), str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._asked = self._opened = 0
        self._marks: dict[str, list[dict[str, Any]]] = {}
        self._ask("initialize", processId=None, rootUri=None, capabilities=ABLE)
        self._send(method="initialized", params={})

    def marks(self, text: str) -> dict[int, str]:
        """Open *text* and return what the editor says of it, by line (from 1)."""
        uri = self._open(text)
        while uri not in self._marks:
            self._hear()
        return {each["range"]["start"]["line"] + 1: each["message"] for each in self._marks[uri]}

    def offers(self, text: str) -> dict[str, dict[str, Any]]:
        """Return what is offered at the cursor in *text*, by label."""
        found = self._at_cursor("completion", text)
        return {each["label"]: each for each in found["items"]}

    def hover(self, text: str) -> str:
        """Return what is told of the word at the cursor in *text*."""
        told: str = self._at_cursor("hover", text)["contents"]["value"]
        return told

    def close(self) -> None:
        self._ask("shutdown")
        self._send(method="exit")
        self._process.communicate(timeout=20)

    def _at_cursor(self, what: str, text: str) -> Any:
        before = text[: text.index(CURSOR)]
        uri = self._open(text.replace(CURSOR, ""))
        place = {"line": before.count("\n") + 1, "character": len(before) - before.rfind("\n") - 1}
        return self._ask(f"textDocument/{what}", textDocument={"uri": uri}, position=place)

    def _open(self, text: str) -> str:
        self._opened += 1
        uri = (self.folder / f"level-{self._opened}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": HINT + text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        return uri

    def _ask(self, method: str, **params: Any) -> Any:
        self._asked += 1
        self._send(id=self._asked, method=method, params=params or None)
        while (heard := self._hear()).get("id") != self._asked or "method" in heard:
            pass
        return heard["result"]

    def _hear(self) -> dict[str, Any]:
        """Take one message; answer what the server asks, keep its marks."""
        output = self._process.stdout
        assert output is not None
        size = 0
        while header := output.readline().strip():
            name, _, value = header.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        assert size, "the language server stopped"
        heard: dict[str, Any] = json.loads(output.read(size))
        if heard.get("method") == "textDocument/publishDiagnostics":
            self._marks[heard["params"]["uri"]] = heard["params"]["diagnostics"]
        elif heard.get("method") == "workspace/configuration":
            wanted = [item["section"] for item in heard["params"]["items"]]
            self._send(id=heard["id"], result=[SETTINGS if each == "yaml" else {} for each in wanted])
        elif "method" in heard and "id" in heard:
            self._send(id=heard["id"], result=None)
        return heard

    def _send(self, **message: Any) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self._process.stdin.flush()


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("levels")
    shutil.copy(ROOT / "levels" / "level.schema.json", folder)
    editor = Editor(folder)
    yield editor
    editor.close()


def _sound(language: str = "nl") -> str:
    return scaffold(language)[0].decode()


def _line_of(text: str, part: str) -> int:
    """Return the line of *part* in *text*, below the hint."""
    return text[: text.index(part)].count("\n") + 2


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_sound_level_has_no_mark(editor: Editor, language: str) -> None:
    assert editor.marks(_sound(language)) == {}


def test_no_shipped_level_has_a_mark(editor: Editor) -> None:
    for path in sorted((ROOT / "levels").glob("mini-*.yaml")):
        if not path.name.endswith(".plays.yaml"):
            assert editor.marks(path.read_text("utf-8").removeprefix(HINT)) == {}, path.name


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("        because: >-", "        becuase: >-", "becuase"),
        ("    replies:", "    antwoorden:", "antwoorden"),
        ("title: De andere handschoen", "titel: De andere handschoen", "titel"),
        ("    best: true", "    best: soms", "boolean"),
        ("        trust: +10", "        trust: veel", "integer"),
        ("room: counter", "room: keuken", "listening-room"),
        ("when: trust >= 60 and sympathy >= 50", "when: trust is 60", "trust >= 40"),
        ("        goto: zondag        #", "        goto: Op Zondag     #", "kleine letters"),
        ("principle: keep-your-word", "principle: keep-your-wrod", "keep-your-word"),
    ],
)
def test_a_slip_is_marked_at_its_line(editor: Editor, old: str, new: str, told: str) -> None:
    text = _sound().replace(old, new, 1)
    marks = editor.marks(text)
    assert told in marks[_line_of(text, new)]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        (f"format: 1\n{CURSOR}\n", {"title", "scenes", "endings", "credit"}),
        (f"scenes:\n  een:\n    {CURSOR}\n", {"with", "lines", "notes", "replies"}),
        (
            f"scenes:\n  een:\n    replies:\n      ja:\n        {CURSOR}\n",
            {"say", "because", "thought", "goto"},
        ),
        (f"scenes:\n  een:\n    lines:\n      - {CURSOR}\n", {"narrator", "you", "when"}),
        (f"scenes:\n  een:\n    replies:\n      ja:\n        say:\n          {CURSOR}\n", {"nl", "en"}),
        (f"room: {CURSOR}\n", {"terrace", "counter"}),
        (f"scenes:\n  een:\n    replies:\n      ja:\n        goto: {CURSOR}\n", {"end"}),
        (f"scenes:\n  een:\n    replies:\n      ja:\n        principle: {CURSOR}\n", {"keep-your-word"}),
        (f"scenes:\n  {CURSOR}\n", {"scène / scene", "scène / scene (nl + en)"}),
        (f"endings:\n  {CURSOR}\n", {"einde / ending"}),
        (f"scenes:\n  een:\n    lines:\n      - {CURSOR}\n", {"regel / line"}),
    ],
)
def test_what_fits_is_offered(editor: Editor, text: str, offered: set[str]) -> None:
    assert offered <= set(editor.offers(text))


def test_an_offered_key_is_explained_in_both_languages(editor: Editor) -> None:
    told = editor.hover(f"scenes:\n  een:\n    replies:\n      ja:\n        s{CURSOR}ay: Ja.\n")
    assert "Wat je zegt, zonder aanhalingstekens" in told
    assert "What you say, without quotation marks" in told
