"""What a player prefers is kept, and a strange file never stands in the way."""

from __future__ import annotations

import errno
import json
import locale
import os
from pathlib import Path

import pytest

from game import settings
from game.settings import FILE, LOOKS, Settings, language_of_the_system, load, save
from game.story.text import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("look", LOOKS)
def test_what_was_kept_is_there_again(home: Path, language: str, look: str) -> None:
    assert save(Settings(language, look), home)
    assert load(home) == Settings(language, look)


def test_without_a_file_the_settings_are_as_by_default(home: Path) -> None:
    assert load(home) == Settings("nl", "dark")
    assert not home.exists()  # looking makes nothing


JUNK = {
    "nothing": b"",
    "no JSON": b"language: en",
    "half": b'{"language": "en", "look": "li',
    "a list": b'["en", "light"]',
    "a word": b'"en"',
    "null": b"null",
    "no text": bytes(range(256)),
    "zeros": b"\0" * 200,
    "half a UTF-16": b"\xff\xfe\x00",
    "deep": b"[" * 9_999,
    "other types": b'{"language": ["en"], "look": {"light": 1}}',
    "other values": b'{"language": "fr", "look": "pink"}',
    "a number too long to read": b"1" * 9_999,
    "too large": b'{"language": "en", "look": "light"}' + b" " * 10_000 + b"x",
}


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK)
def test_junk_is_as_by_default_and_can_be_replaced(
    home: Path, junk: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir()
    (home / FILE).write_bytes(junk)
    found = load(home)
    assert found in (Settings("nl", "dark"), Settings("en", "light"))
    assert (found.language == "en") == (junk == JUNK["too large"])  # its first part is a sound file
    assert save(Settings("en", "contrast"), home)
    assert load(home) == Settings("en", "contrast")


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ({"language": "en", "look": "pink"}, Settings("en", "dark")),
        ({"language": 5, "look": "contrast"}, Settings("nl", "contrast")),
        ({"look": "light", "sound": True}, Settings("nl", "light")),
    ],
)
def test_what_is_sound_in_a_strange_file_is_used(
    home: Path, kept: dict[str, object], expected: Settings
) -> None:
    home.mkdir()
    (home / FILE).write_text(json.dumps(kept))
    assert load(home) == expected


def test_a_folder_in_the_place_of_the_file_is_no_trouble(home: Path) -> None:
    (home / FILE).mkdir(parents=True)
    assert load(home) == Settings("nl", "dark")
    assert not save(Settings("en", "light"), home)
    assert [each.name for each in home.iterdir()] == [FILE]


def test_where_nothing_can_be_kept_that_is_told_and_nothing_is_harmed(home: Path) -> None:
    home.write_text("mine")
    assert not save(Settings("en", "light"), home)
    assert not save(Settings("en", "light"), home / "below")
    assert home.read_text() == "mine"
    assert load(home) == load(home / "below") == Settings("nl", "dark")


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_the_old_settings(
    home: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    assert save(Settings("en", "light"), home)
    with monkeypatch.context() as patch:
        patch.setattr(os, step, fail)
        assert not save(Settings("nl", "contrast"), home)
    assert load(home) == Settings("en", "light")
    assert [each.name for each in home.iterdir()] == [FILE]


def test_at_every_moment_there_is_one_whole_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program killed at any of these moments leaves the old settings or the new ones."""
    seen = []

    def watched(name: str) -> None:
        real = getattr(os, name)

        def watch(*given: object) -> object:
            seen.append((name, load(home).look))
            done = real(*given)
            seen.append((name, load(home).look))
            return done

        monkeypatch.setattr(os, name, watch)

    save(Settings("nl", "light"), home)
    watched("fsync")
    watched("replace")
    save(Settings("nl", "contrast"), home)
    assert seen[:4] == [("fsync", "light"), ("fsync", "light"), ("replace", "light"), ("replace", "contrast")]
    assert {look for _, look in seen[4:]} <= {"contrast"}


# The language of the system

NAMES = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("en_GB.UTF-8", "nl_NL.UTF-8", "nl_NL.UTF-8"), "en"),
        (("nl_BE.UTF-8", "en_US.UTF-8", "en_US.UTF-8"), "nl"),
        (("", "EN_us", "nl_NL"), "en"),
        (("", "", "en"), "en"),
        (("", "", "C.UTF-8"), "nl"),
        (("", "", "fr_FR.UTF-8"), "nl"),
    ],
)
def test_the_first_variable_that_is_set_tells_the_language(
    monkeypatch: pytest.MonkeyPatch, home: Path, values: tuple[str, ...], expected: str
) -> None:
    for name, value in zip(NAMES, values, strict=True):
        monkeypatch.setenv(name, value)
    assert language_of_the_system() == load(home).language == expected


@pytest.mark.parametrize(
    ("told", "expected"), [(("en_US", "UTF-8"), "en"), (("nl_NL", "x"), "nl"), ((None, None), "nl")]
)
def test_without_variables_the_system_is_asked(
    monkeypatch: pytest.MonkeyPatch, told: tuple[str | None, str | None], expected: str
) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(locale, "getlocale", lambda: told)
    assert settings.language_of_the_system() == expected
