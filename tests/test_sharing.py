"""Levels of the user's own: adding one, finding it everywhere, and that a stranger's can do no harm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game import contents, paths
from game.authoring.source import MOST_BYTES
from game.cli import main
from game.contents import FILE
from game.exits import Exit
from game.library import BrokenLevelError, Library, players_library
from game.opening import open_new, open_saved
from game.saves import Saves
from game.settings import Settings
from game.sharing import free_name
from game.tui.app import LuisterkamerApp
from game.tui.screens.house import HouseScreen
from tests.conftest import ROOT
from tests.levels_for_tests import SMALL
from tests.tui.test_screens import until, words_on

PLAYS = "plays:\n  stil:\n    replies: [stil]\n    ending: klaar\n"
OURS = len(Library(ROOT / "levels").ids)


@pytest.fixture
def own(home: Path) -> Path:
    assert paths.own_folder() == home / "own"
    return home / "own"


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    folder = tmp_path / "downloads"
    folder.mkdir()
    return folder


def offer(folder: Path, text: str | bytes = SMALL, name: str = "klein.yaml", plays: str = "") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    if plays:
        path.with_name(name.replace(".yaml", ".plays.yaml")).write_text(plays, "utf-8")
    return path


def add(path: Path, *flags: str) -> int:
    return main(["add", str(path), *flags])


# Adding


@pytest.mark.parametrize(("language", "words"), [("nl", "Toegevoegd: “Klein”"), ("en", "Added: “Small”")])
def test_a_level_is_copied_as_it_is_with_its_plays(
    downloads: Path, own: Path, language: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    data = SMALL.replace("\n", "\r\n").encode("utf-8-sig")
    assert add(offer(downloads, data, plays=PLAYS), "--lang", language) == Exit.FINE
    told = capsys.readouterr()
    assert words in told.out
    assert "play klein" in told.out
    assert {each.name: each.read_bytes() for each in own.iterdir()} == {
        "klein.yaml": data,
        "klein.plays.yaml": PLAYS.encode(),
    }
    assert "check" in told.err  # the small level has warnings: they are counted


def test_a_level_without_plays_comes_alone(downloads: Path, own: Path) -> None:
    assert add(offer(downloads)) == Exit.FINE
    assert os.listdir(own) == ["klein.yaml"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (SMALL.replace("goto: twee", "goto: drie"), "E201"),
        (SMALL.replace("let-them-keep-face", "let-them-kep-face"), "E201"),
        (SMALL.replace("nl: Hallo.", r'nl: "rood \e[31m"'), "E003"),
        (SMALL.replace("nl: Hallo.", 'nl: "links \u202e rechts"'), "E003"),
        (SMALL.replace("{nl: Hallo., en: Hello.}", "!!python/object/apply:os.system [echo]"), "E006"),
        (SMALL.replace("nl: Hallo.", f"nl: {'x' * 4001}"), "E112"),
        (b"[" * 400_000, "E007"),
        (SMALL.encode() + b"#" * MOST_BYTES, "E002"),
        (b"\x00\xff\xfe", "E001"),
        (b"", "E009"),
    ],
)
def test_a_level_with_an_error_is_refused_with_its_place(
    downloads: Path, own: Path, text: str | bytes, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = offer(downloads, text)
    assert add(path) == Exit.LEVEL_IS_WRONG
    told = capsys.readouterr()
    assert f"{path}:" in told.err
    assert f" {code} " in told.err
    assert not told.out
    assert "\x1b" not in told.err
    assert not own.exists()


@pytest.mark.parametrize(
    "name", ["Klein.yaml", "klein (1).yaml", "..yaml", ".yaml", "-x.yaml", f"{'a' * 41}.yaml"]
)
def test_a_name_no_level_can_have_is_refused(
    downloads: Path, own: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(offer(downloads, name=name)) in (Exit.LEVEL_IS_WRONG, Exit.USAGE)
    assert not own.exists()
    assert capsys.readouterr().err


def test_a_path_says_where_a_level_comes_from_never_where_it_goes(downloads: Path, own: Path) -> None:
    offer(downloads)
    (downloads / "diep").mkdir()
    assert main(["add", f"{downloads}/diep/../klein.yaml"]) == Exit.FINE
    assert [each.name for each in own.rglob("*")] == ["klein.yaml"]


@pytest.mark.parametrize("name", ["pine-nut-sandwich", "sources", "course", "principles", "questions"])
@pytest.mark.parametrize("flags", [[], ["--replace"]])
def test_a_name_that_ours_have_is_refused_with_another(
    downloads: Path, own: Path, name: str, flags: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(offer(downloads, name=f"{name}.yaml"), *flags) == Exit.USAGE
    assert f"{name}-2.yaml" in capsys.readouterr().err
    assert not own.exists()


def test_the_other_name_is_free(own: Path) -> None:
    own.mkdir(parents=True)
    offer(own, name="sources-2.yaml")
    library = players_library()
    assert free_name("sources", library) == "sources-3"
    assert len(free_name("a" * 40, library)) <= 40


def test_another_level_of_that_name_stays_unless_it_is_to_be_replaced(
    downloads: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = offer(downloads, plays=PLAYS)
    assert add(path) == Exit.FINE
    assert add(path) == Exit.FINE
    assert "staat er al" in capsys.readouterr().out
    other = SMALL.replace("nl: Klein", "nl: Anders")
    assert add(offer(downloads, other)) == Exit.USAGE
    told = capsys.readouterr().err
    assert "“Klein”" in told
    assert "“Anders”" in told
    assert "--replace" in told
    assert "klein-2.yaml" in told
    assert (own / "klein.yaml").read_text("utf-8") == SMALL
    assert add(path, "--replace") == Exit.FINE
    assert "“Klein” is nu “Anders”" in capsys.readouterr().out
    assert (own / "klein.yaml").read_text("utf-8") == other


def test_other_plays_alone_are_another_level_too(downloads: Path, own: Path) -> None:
    assert add(offer(downloads, plays=PLAYS)) == Exit.FINE
    assert add(offer(downloads, plays=PLAYS + "# nog iets\n")) == Exit.USAGE
    assert (own / "klein.plays.yaml").read_text("utf-8") == PLAYS


def test_a_saved_game_goes_on_with_the_level_it_began_with(downloads: Path, home: Path) -> None:
    path, saves = offer(downloads), Saves(home)
    add(path)
    saved = open_new(players_library(), saves, "klein").saved
    saved.choose("warm")
    saved.close()
    offer(downloads, SMALL.replace("nl: Nou.", "nl: Wel."))
    assert add(path, "--replace") == Exit.FINE
    opened = open_saved(players_library(), saves, saves.all()[0])
    assert opened.is_outdated
    assert "Nou." in str(opened.saved.game.level.scenes["twee"].lines)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_level_that_looking_ahead_in_would_never_end_is_refused(
    downloads: Path, own: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = [f"f{number}" for number in range(40)]
    replies = "".join(
        f"      {fact}:\n        say: {{nl: Ja {fact}., en: Yes {fact}.}}\n        remember: {fact}\n"
        "        goto: een\n"
        for fact in facts
    )
    endings = "".join(
        f"  e-{fact}:\n    title: {{nl: T, en: T}}\n    when: {fact}\n    text: {{nl: T., en: T.}}\n"
        for fact in facts
    )
    text = SMALL.replace("      stil:", f"{replies}      stil:").replace("  klaar:", f"{endings}  klaar:")
    assert add(offer(downloads, text), "--lang", language) == Exit.LEVEL_IS_WRONG
    told = capsys.readouterr().err
    assert {"nl": "niet toegevoegd", "en": "not added"}[language] in told
    assert not own.exists()


def test_plays_that_cannot_be_read_keep_the_level_out(
    downloads: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(offer(downloads, plays="plays:\n  x: {replies: []}\n")) == Exit.LEVEL_IS_WRONG
    assert "klein.plays.yaml:2:" in capsys.readouterr().err
    assert not own.exists()


@pytest.mark.parametrize("what", ["klein.plays.yaml", "klein.txt", "nergens.yaml", ""])
def test_what_is_no_level_is_refused(
    downloads: Path, own: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    offer(downloads, plays=PLAYS)
    offer(downloads, name="klein.txt")
    for language in ("nl", "en"):
        assert add(downloads / what, "--lang", language) == Exit.USAGE
        assert str(downloads / what) in capsys.readouterr().err
    assert not own.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes of that kind here")
def test_pipes_and_devices_are_not_waited_for(downloads: Path, own: Path) -> None:
    os.mkfifo(downloads / "pijp.yaml")
    assert add(downloads / "pijp.yaml") == Exit.USAGE
    assert main(["check", str(downloads / "pijp.yaml")]) == Exit.LEVEL_IS_WRONG
    os.mkfifo(downloads / "klein.plays.yaml")
    assert add(offer(downloads)) == Exit.FINE
    assert os.listdir(own) == ["klein.yaml"]
    os.mkfifo(own / "pijp.yaml")
    assert players_library().own_ids == ("klein",)


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_links_are_never_followed_out_nor_written_along(downloads: Path, own: Path, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text(PLAYS, "utf-8")
    (downloads / "klein.plays.yaml").symlink_to(secret)
    own.mkdir(parents=True)
    (own / "klein.yaml").symlink_to(secret)
    assert add(offer(downloads), "--replace") == Exit.FINE
    assert os.listdir(own) == ["klein.yaml"]
    assert not (own / "klein.yaml").is_symlink()
    assert (own / "klein.yaml").read_text("utf-8") == SMALL
    assert secret.read_text("utf-8") == PLAYS


def test_a_folder_that_cannot_be_written_is_told(
    downloads: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own.parent.mkdir()
    own.write_text("een bestand", "utf-8")
    assert add(offer(downloads)) == Exit.USAGE
    assert str(own) in capsys.readouterr().err
    assert own.read_text("utf-8") == "een bestand"


# Finding them


@pytest.fixture
def added(own: Path) -> Path:
    own.mkdir(parents=True)
    offer(own, name="zulke.yaml", plays=PLAYS.replace("klein", "zulke"))
    offer(own, name="aardig.yaml")
    offer(own, "format: 1\n", name="stuk.yaml")
    offer(own, name="pine-nut-sandwich.yaml")
    offer(own, name="sources.yaml")
    offer(own, name="Niet Zo.yaml")
    return own


def test_own_levels_come_after_ours_and_change_nothing_in_them(added: Path, home: Path) -> None:
    ours = Library(ROOT / "levels")
    for library in (players_library(), players_library(home / FILE), players_library(home / FILE)):
        assert library.folders == (paths.levels_folder(), added)
        assert library.ids == (*ours.ids, "aardig", "stuk", "zulke")
        assert library.own_ids == ("aardig", "stuk", "zulke")
        assert library.course == ours.course
        assert [card.id for card in library.cards] == [*ours.ids, "aardig", "zulke"]
        assert library.broken == ("stuk",)
        assert library.sources == ours.sources
        assert library.principles == ours.principles
        assert library.path("pine-nut-sandwich") == ROOT / "levels" / "pine-nut-sandwich.yaml"
        assert library.path("zulke") == added / "zulke.yaml"
        assert library.level("zulke").title.in_language("nl") == "Klein"
        assert [path.name for path in library.left_out] == [
            "Niet Zo.yaml",
            "pine-nut-sandwich.yaml",
            "sources.yaml",
        ]
        with pytest.raises(BrokenLevelError):
            library.level("stuk")


def test_without_a_folder_of_their_own_there_is_nothing_of_the_user(home: Path) -> None:
    for library in (players_library(), players_library(home / FILE), Library(ROOT / "levels")):
        assert (library.own_ids, library.left_out) == ((), ())
        assert library.ids == Library(ROOT / "levels").ids


def test_a_level_that_comes_or_goes_is_seen_at_once(added: Path, home: Path) -> None:
    index = home / FILE
    assert len(players_library(index).cards) == OURS + 2
    (added / "zulke.yaml").unlink()
    assert "zulke" not in players_library(index).ids
    offer(added, name="nieuw.yaml")
    assert players_library(index).card("nieuw")
    kept = contents.load(index, contents.stamp(*players_library().folders))
    assert kept is not None
    assert kept.own == ("aardig", "nieuw", "stuk")


def test_a_file_that_is_too_large_is_not_read(added: Path) -> None:
    offer(added, b" " * (MOST_BYTES + 10), name="groot.yaml")
    with pytest.raises(BrokenLevelError) as caught:
        players_library().level("groot")
    assert [each.code.id for each in caught.value.problems] == ["E002"]
    assert len(players_library().bytes_of("groot")) == MOST_BYTES + 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["list", "--json"],
        ["stats", "zulke"],
        ["transcript", "zulke", "stil"],
        ["test", "zulke"],
        ["info"],
    ],
)
def test_every_command_knows_them(
    added: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == Exit.FINE
    assert ("own" if arguments == ["info"] else "zulke" if arguments[0] != "transcript" else "Klein") in (
        capsys.readouterr().out
    )


def test_the_list_names_what_is_left_out(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == Exit.FINE
    told = capsys.readouterr().err
    for name in ("Niet Zo.yaml", "pine-nut-sandwich.yaml", "sources.yaml", "stuk"):
        assert name in told


def test_check_reads_them_too(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == Exit.LEVEL_IS_WRONG
    assert str(added / "stuk.yaml") in capsys.readouterr().out


def _plain(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    given = iter(lines)
    monkeypatch.setattr("game.plain.session.ask_standard_input", lambda: next(given, None))


@pytest.mark.parametrize(("language", "heading"), [("nl", "Eigen gesprekken:"), ("en", "Your own:")])
def test_line_by_line_they_have_a_heading_and_the_last_numbers(
    added: Path,
    language: str,
    heading: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _plain(monkeypatch, str(OURS + 2), "stil", "quit")
    assert main(["--plain", "--lang", language]) == Exit.FINE
    lines = capsys.readouterr().out.splitlines()
    assert lines[lines.index(heading) + 1].startswith(f"{OURS + 1}. ")
    assert Saves(paths.home()).all()[0].level_id == "zulke"
    assert Saves(paths.home()).all()[0].ending == "klaar"


def test_a_level_that_names_what_is_not_there_only_plays(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Put there by hand, past `add`: a sister, a principle and a source that do not exist."""
    text = SMALL.replace("source: verwen-de-klanten", "source: nergens\nsister: ../../geheim")
    own.mkdir(parents=True)
    offer(own, text.replace("let-them-keep-face", "toveren").replace("../../geheim", "geheim"))
    _plain(monkeypatch, "stil", *[""] * 7, "sister", "sisters", "road", "again", "stil", "quit")
    assert main(["play", "klein", "--plain"]) == Exit.FINE
    assert capsys.readouterr().out


@pytest.mark.parametrize(("language", "heading"), [("nl", "Eigen gesprekken"), ("en", "Your own")])
async def test_in_the_house_they_have_a_room_of_their_own_at_the_end(
    added: Path, home: Path, language: str, heading: str
) -> None:
    app = LuisterkamerApp(players_library(), Saves(home), Settings(language))
    async with app.run_test(size=(80, 50)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HouseScreen) and heading in words_on(app))
        assert isinstance(app.screen, HouseScreen)
        *_, (name, doors) = app.screen.choices.rooms
        assert name == heading
        assert [door.number for door in doors] == [OURS + 1, OURS + 2]
        assert "Niet Zo.yaml" in words_on(app)
        await pilot.press(*str(OURS + 1))
        await until(pilot, lambda: not isinstance(app.screen, HouseScreen))
    assert Saves(home).all()[0].level_id == "aardig"
