"""The command line. Standard output is data and play; messages go to standard error.

Textual is imported only when its screen is really opened: `--help`, `check`, `list`, `transcript` and
`--plain` never touch it.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from game import __version__, paths, settings
from game.exits import Exit
from game.story.text import LANGUAGES, clean
from game.words import say

PROGRAM = "luisterkamer"


_MISTAKES = (
    (re.compile(r"the following arguments are required: (?P<names>.*)"), "usage-missing"),
    (re.compile(r"unrecognized arguments: (?P<names>.*)"), "usage-unknown"),
    (
        re.compile(r"argument (?P<name>.*?): ?invalid choice: (?P<found>.*?) \(choose from (?P<known>.*)\)"),
        "usage-choice",
    ),
    (re.compile(r"argument (?P<name>.*?): invalid int value: (?P<found>.*)"), "usage-number"),
    (re.compile(r"argument (?P<name>.*?): expected one argument"), "usage-value"),
)
"""What argparse says of a mistake, and our words for it."""


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the player's language and ends with status 2 on a mistake."""

    language = "nl"

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", _Formatter)
        super().__init__(**options)

    def format_help(self) -> str:
        """Return the help, with our own headings."""
        self._positionals.title = say(self.language, "usage-commands")
        self._optionals.title = say(self.language, "usage-options")
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how it is used."""
        for pattern, key in _MISTAKES:
            if found := pattern.fullmatch(message):
                message = say(self.language, key, **found.groupdict())
                break
        self.print_usage(sys.stderr)
        self.exit(Exit.USAGE, f"{clean(message).strip()}\n")


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        prefix = f"{say(_Parser.language, 'usage')}: " if prefix is None else prefix
        super().add_usage(usage, actions, groups, prefix)


def parser(language: str) -> argparse.ArgumentParser:
    """Return the parser of the command line, with its help in *language*."""
    _Parser.language = language
    common = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("-h", "--help", action="help", help=say(language, "cli-help"))
    common.add_argument("--lang", choices=LANGUAGES, help=say(language, "cli-lang"))
    screen = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    screen.add_argument("--plain", action="store_true", help=say(language, "cli-plain"))
    screen.add_argument("--look", choices=settings.LOOKS, help=say(language, "cli-look"))

    top = _Parser(
        prog=PROGRAM,
        description=say(language, "cli-description"),
        parents=[common, screen],
        add_help=False,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=__version__, help=say(language, "cli-version"))
    commands = top.add_subparsers(dest="command", metavar="")

    def command(name: str, *parents: _Parser) -> argparse.ArgumentParser:
        told = say(language, f"cli-{name}")
        return commands.add_parser(
            name, help=told, description=told, parents=[common, *parents], add_help=False, allow_abbrev=False
        )

    play = command("play", screen)
    play.add_argument("level", metavar="LEVEL", help=say(language, "cli-level"))
    play.add_argument("--seed", type=int, help=say(language, "cli-seed"))
    play.add_argument("--from", dest="scene", metavar="SCENE", help=say(language, "cli-from"))
    play.add_argument("--new", action="store_true", help=say(language, "cli-anew"))

    transcript = command("transcript")
    transcript.add_argument("level", metavar="LEVEL", help=say(language, "cli-level"))
    transcript.add_argument("replies", nargs="*", metavar="REPLY_ID", help=say(language, "cli-replies"))
    transcript.add_argument("--json", action="store_true", help=say(language, "cli-json"))

    command("list").add_argument("--json", action="store_true", help=say(language, "cli-json"))
    check = command("check")
    check.add_argument("paths", nargs="*", metavar="PATH", help=say(language, "cli-path"))
    check.add_argument(
        "--format",
        choices=("text", "json", "github", "narrated"),
        default="text",
        help=say(language, "cli-check-format"),
    )
    check.add_argument("--fix", action="store_true", help=say(language, "cli-fix"))
    check.add_argument("--routes", action="store_true", help=say(language, "cli-routes"))
    check.add_argument("--watch", action="store_true", help=say(language, "cli-watch"))
    command("explain").add_argument("code", nargs="?", metavar="CODE", help=say(language, "cli-code"))
    stats = command("stats")
    stats.add_argument("levels", nargs="*", metavar="LEVEL", help=say(language, "cli-levels"))
    stats.add_argument("--json", action="store_true", help=say(language, "cli-json"))
    export = command("export")
    export.add_argument("game", nargs="?", metavar="GAME", help=say(language, "cli-game"))
    export.add_argument("--format", choices=("md", "html"), default="md", help=say(language, "cli-format"))
    export.add_argument("-o", "--output", metavar="FILE", type=Path, help=say(language, "cli-output"))
    command("new").add_argument("name", metavar="NAME", help=say(language, "cli-new-name"))
    command("schema").add_argument(
        "-o", "--output", metavar="FILE", type=Path, help=say(language, "cli-output")
    )
    _add_translate(command("translate"), common, language)
    graph = command("graph")
    graph.add_argument("level", metavar="LEVEL", help=say(language, "cli-graph-level"))
    graph.add_argument("-o", "--output", metavar="FILE", type=Path, help=say(language, "cli-graph-output"))
    graph.add_argument("--mermaid", action="store_true", help=say(language, "cli-mermaid"))
    test = command("test")
    test.add_argument("levels", nargs="*", metavar="LEVEL", help=say(language, "cli-test-what"))
    test.add_argument("--bless", action="store_true", help=say(language, "cli-bless"))
    add = command("add")
    add.add_argument("file", metavar="FILE", type=Path, help=say(language, "cli-file"))
    add.add_argument("--replace", action="store_true", help=say(language, "cli-replace"))
    preview = command("preview", screen)
    preview.add_argument("level", metavar="LEVEL", help=say(language, "cli-preview-level"))
    notes = command("notes", screen)
    played = say(language, "cli-conversation")
    notes.add_argument("level", nargs="?", metavar=played, help=say(language, "cli-notes-level"))
    _add_workshop(command("workshop"), language)
    command("info")
    return top


def _add_workshop(workshop: argparse.ArgumentParser, language: str) -> None:
    """Give *workshop* what it is held with."""
    played = say(language, "cli-conversation")
    workshop.add_argument("level", nargs="?", metavar=played, help=say(language, "cli-workshop-level"))
    workshop.add_argument(
        "--tie",
        choices=("facilitator", "revote", "both"),
        default="facilitator",
        help=say(language, "cli-tie"),
    )
    workshop.add_argument("--guess", action="store_true", help=say(language, "cli-guess"))
    workshop.add_argument("--teams", type=int, default=1, metavar="N", help=say(language, "cli-teams"))
    workshop.add_argument("--together", action="store_true", help=say(language, "cli-together"))
    workshop.add_argument("--look", choices=settings.LOOKS, help=say(language, "cli-look"))
    workshop.add_argument(
        "--resume", nargs="?", const="", metavar="SESSION", help=say(language, "cli-resume")
    )
    workshop.add_argument("--phones", action="store_true", help=say(language, "cli-phones"))
    workshop.add_argument("--host", default="", metavar="ADDRESS", help=say(language, "cli-host"))
    workshop.add_argument("--port", type=int, metavar="N", help=say(language, "cli-port"))
    workshop.add_argument("--remote", action="store_true", help=say(language, "cli-remote"))
    workshop.add_argument("--preflight", action="store_true", help=say(language, "cli-preflight"))
    workshop.add_argument("--report", metavar="SESSION", help=say(language, "cli-report"))
    workshop.add_argument(
        "--compare", nargs="*", metavar="FILE", type=Path, help=say(language, "cli-compare")
    )
    workshop.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help=say(language, "cli-report-output")
    )


def _workshop(options: argparse.Namespace, language: str) -> int:
    """Hold a workshop, or do what else was asked of one."""
    from game.commands import workshop as command
    from game.workshop.session import Rules

    if getattr(options, "report", None) is not None:
        beside = getattr(options, "compare", None)
        return command.report(options.report, getattr(options, "output", None), language, beside)
    look = getattr(options, "look", None) or "room"
    if getattr(options, "preflight", False):
        from game.commands.preflight import run_preflight

        asked = getattr(options, "phones", False)
        return run_preflight(
            options.level, language, look=look, host=options.host, port=options.port, phones=asked
        )
    wishes = command.PhoneWishes(options.host, options.port, getattr(options, "remote", False))
    together = getattr(options, "together", False)
    return command.workshop(
        options.level,
        settings.Settings(language),
        Rules(options.tie, getattr(options, "guess", False), options.teams, together),
        look=look,
        resume=getattr(options, "resume", None),
        phones=wishes if getattr(options, "phones", False) else None,
    )


def _add_translate(translate: argparse.ArgumentParser, common: _Parser, language: str) -> None:
    """Give *translate* its two ways: to a sheet, and back."""
    ways = translate.add_subparsers(dest="way", metavar="export|import", required=True)

    def way(name: str) -> argparse.ArgumentParser:
        told = say(language, f"cli-translate-{name}")
        return ways.add_parser(
            name, help=told, description=told, parents=[common], add_help=False, allow_abbrev=False
        )

    out = way("export")
    out.add_argument("level", metavar="LEVEL", help=say(language, "cli-translate-level"))
    out.add_argument("-o", "--output", metavar="FILE.csv", help=say(language, "cli-translate-output"))
    back = way("import")
    back.add_argument("sheet", metavar="FILE.csv", type=Path, help=say(language, "cli-translate-file"))
    back.add_argument("level", metavar="LEVEL", nargs="?", help=say(language, "cli-translate-home"))
    back.add_argument("--dry-run", action="store_true", help=say(language, "cli-translate-dry"))
    back.add_argument("--stale", action="store_true", help=say(language, "cli-translate-stale"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with *arguments* and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    kept = settings.load(paths.home())
    language = _language_in(given) or kept.language
    options = parser(language).parse_args(given)
    language = getattr(options, "lang", None) or kept.language
    if options.command == "check":
        from game.commands.check import Wishes, check

        wishes = Wishes(options.format, getattr(options, "fix", False), getattr(options, "routes", False))
        checked = [Path(each) for each in options.paths]
        if getattr(options, "watch", False):
            from functools import partial

            from game.commands.check import files_to_watch
            from game.commands.watch import watch

            again = partial(check, checked, language, wishes)
            return watch(partial(files_to_watch, checked), again, language)
        return check(checked, language, wishes)
    if options.command == "explain":
        from game.commands.explain import explain

        return explain(options.code, language)
    if options.command == "transcript":
        from game.commands.transcript import transcript

        return transcript(options.level, options.replies, language, json=getattr(options, "json", False))
    if options.command == "list":
        from game.commands.overview import overview

        return overview(language, json=getattr(options, "json", False))
    if options.command == "stats":
        from game.commands.stats import stats

        return stats(options.levels, language, json=getattr(options, "json", False))
    if options.command == "export":
        from game.commands.export import export

        return export(options.game, options.format, options.output, language)
    if options.command == "new":
        from game.commands.new import new

        return new(options.name, Path(), language)
    if options.command == "schema":
        from game.commands.schema import schema

        return schema(options.output, language)
    if options.command == "translate":
        from game.commands.translate import export_sheet, import_sheet

        if options.way == "export":
            return export_sheet(options.level, options.output, language)
        return import_sheet(
            options.sheet, options.level, language, dry_run=options.dry_run, stale=options.stale
        )
    if options.command == "graph":
        from game.commands.graph import graph

        as_mermaid = getattr(options, "mermaid", False)
        return graph(options.level, options.output, language, as_mermaid=as_mermaid)
    if options.command == "test":
        from game.commands.playtests import test_plays

        return test_plays(options.levels, language, bless=getattr(options, "bless", False))
    if options.command == "add":
        from game.commands.add import add

        return add(options.file, language, replace=getattr(options, "replace", False))
    if options.command == "preview":
        from game.commands.preview import preview

        preferred = settings.Settings(language, getattr(options, "look", kept.look))
        return preview(options.level, preferred, plain=getattr(options, "plain", False))
    if options.command == "notes":
        from game.commands.notes import notes

        look = getattr(options, "look", kept.look)
        preferred, plain = settings.Settings(language, look), getattr(options, "plain", False)
        return notes(options.level, preferred, plain=plain, is_chosen=hasattr(options, "lang"))
    if options.command == "workshop":
        return _workshop(options, language)
    if options.command == "info":
        from game.commands.info import info

        return info(language)
    from game.commands.play import play

    return play(
        getattr(options, "level", None),
        settings.Settings(language, getattr(options, "look", kept.look)),
        plain=getattr(options, "plain", False),
        seed=getattr(options, "seed", None),
        scene=getattr(options, "scene", None),
        anew=getattr(options, "new", False),
    )


def _language_in(arguments: Sequence[str]) -> str | None:
    """Find the language before parsing, so that usage messages speak it too."""
    for position, flag in enumerate(arguments):
        following = arguments[position + 1 : position + 2]
        given = following[0] if flag == "--lang" and following else flag.removeprefix("--lang=")
        if given in LANGUAGES:
            return given
    return None


def run() -> None:
    """Run as a program: a broken pipe is no error, Ctrl-C ends with 130, a crash with 1 and no locals."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda number, _: sys.exit(128 + number))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        status = main()
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = 128 + signal.SIGINT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = Exit.FINE
    except Exception as error:
        _report_crash(error)
        status = Exit.OUR_FAULT
    sys.exit(status)


def _report_crash(error: BaseException) -> None:
    """Tell where it went wrong, by place only: what people typed or read stays out of it."""
    import traceback

    language = settings.load(paths.home()).language
    print(say(language, "crashed", error=type(error).__name__), file=sys.stderr)
    for frame in traceback.extract_tb(error.__traceback__):
        print(f"  {frame.filename}:{frame.lineno} {frame.name}", file=sys.stderr)
