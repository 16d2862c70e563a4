"""The figures of levels: counted right, told as a table and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import main
from game.library import Library
from game.stats import stats_of
from game.story import chances
from game.story.playthrough import play
from game.story.wording import count_words
from tests.authoring.small import changed, level_of
from tests.authoring.sound import SOUND
from tests.conftest import ROOT

LINEAR = """\
format: 1
languages: [nl, en]
title: {nl: Recht, en: Straight}
source: verwen-de-klanten
room: shop
minutes: 1
principles: [let-them-keep-face]
you: {nl: een twee, en: one two three}
people:
  gast:
    name: {nl: Gast, en: Guest}
start: {scene: een, trust: 50, sympathy: 50}
scenes:
  een:
    lines:
      - gast: {nl: drie, en: four}
      - gast: {nl: niet, en: not this}
        when: trust >= 60
    replies:
      ja:
        say: {nl: vier vijf, en: five}
        reaction:
          - gast: {nl: zes, en: six seven}
        goto: end
      nee:
        say: {nl: zeven, en: eight}
        goto: end
      nooit:
        say: {nl: acht, en: nine}
        when: trust >= 60
        goto: end
endings:
  klaar:
    title: {nl: Klaar, en: Done}
    text: {nl: negen tien, en: ten}
debrief:
  real_outcome:
    kind: none
    text: {nl: elf, en: eleven}
"""


def test_words_are_those_that_players_read() -> None:
    found = stats_of(level_of(LINEAR))
    assert found.words == {"nl": 2 + 1 + 1 + 2 + 1 + 1 + 1 + 2 + 1, "en": 3 + 1 + 2 + 1 + 2 + 1 + 1 + 1 + 1}
    assert (found.scenes, found.replies) == (1, 3)


def test_reading_time_is_that_of_a_random_game(monkeypatch: pytest.MonkeyPatch) -> None:
    from game import stats

    monkeypatch.setattr(stats, "WORDS_A_MINUTE", 1)
    # role, line, two replies on offer, in half of the games a reaction, and the ending
    assert stats_of(level_of(LINEAR)).minutes == {"nl": 2 + 1 + 3 + 0.5 + 2, "en": 3 + 1 + 2 + 1 + 1}


@pytest.mark.parametrize("id", ["pine-nut-sandwich", "snack-bar-order"])
def test_reading_time_agrees_with_games_played(id: str) -> None:
    level = Library(ROOT / "levels").level(id)
    minutes = stats_of(level).minutes
    assert minutes is not None
    whole = sum(count_words(text) for text in _texts(ROOT / "levels" / f"{id}.yaml"))
    assert 0 < minutes["nl"] * 200 < whole


def _texts(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


def test_an_ending_that_is_too_rare_or_too_common_is_marked() -> None:
    assert stats_of(level_of(LINEAR)).out_of_bounds == ("klaar",)
    found = stats_of(level_of(SOUND))
    assert found.random is not None
    shares = found.random.endings
    assert found.out_of_bounds == tuple(name for name, share in shares.items() if not 0.01 <= share <= 0.75)


def test_json_tells_shares_that_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "--json", "pine-nut-sandwich"]) == 0
    data = json.loads(capsys.readouterr().out)
    [level] = data["levels"]
    assert level["id"] == "pine-nut-sandwich"
    assert sum(each["share"] for each in level["endings"].values()) == pytest.approx(1, abs=1e-5)
    assert level["decisions"] == {"shortest": 5, "median": 5, "longest": 5}
    assert data["principles"]["let-them-keep-face"] == ["pine-nut-sandwich"]
    assert len(data["principles"]) == 25


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_table_names_endings_and_principles(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "pine-nut-sandwich", "--lang", language]) == 0
    told = capsys.readouterr().out
    assert "de-fooi" in told
    assert "%" in told
    assert "let-them-keep-face" in told
    assert "caring-candour" not in told  # no level that was asked for is about it
    assert main(["stats", "--lang", language]) == 0
    assert "caring-candour" in capsys.readouterr().out


def test_a_file_is_counted_like_a_level_of_the_house(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "klein.yaml"
    path.write_text(SOUND, "utf-8")
    for argument in (str(path), "klein"):
        assert main(["stats", argument, "--json"]) == 0
        assert [each["id"] for each in json.loads(capsys.readouterr().out)["levels"]] == ["klein"]
    path.write_text(SOUND.replace("goto: twee", "goto: tweee"), "utf-8")
    assert main(["stats", str(path)]) == 3
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "E201" in captured.err


def test_an_unknown_level_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "pine-nut-sandwitch", "--lang", "en"]) == 2
    assert "pine-nut-sandwich" in capsys.readouterr().err


def test_too_many_states_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chances, "MOST_STATES", 1)
    assert main(["stats", "pine-nut-sandwich", "--json", "--lang", "en"]) == 0
    captured = capsys.readouterr()
    [level] = json.loads(captured.out)["levels"]
    assert level["endings"] is None
    assert level["minutes"]["reading"] is None


def test_a_loop_has_no_longest_way() -> None:
    level = level_of(changed(("goto: twee", "goto: een"), text=SOUND))
    found = stats_of(level)
    assert found.random is not None
    assert found.random.longest is None
    assert play(level, ["aardig"]).state.scene == "een"
