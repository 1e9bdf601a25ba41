"""The command line: one file a command group; `main` is the program `atbalss`."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from atbalss import __version__
from atbalss.cli.shell import BUG, FOUND_ERRORS, Parser, show_problems
from atbalss.cli.words import say
from atbalss.problems import Refused
from atbalss.problems.catalogue import LANGS
from atbalss.problems.system import said

# One module here a group of commands, named as its first command is; loaded when it is called.
GROUPS = (
    *("new", "check", "study", "rehearse", "code", "tables", "differs", "weigh", "report"),
    *("review", "export", "publish", "opendata", "sdg-export", "diff"),
    "audit",
)
# A place that cannot be written or read is no fault of the program.
_OF_THE_DISK = frozenset(
    number
    for name in (
        *("ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS", "EEXIST", "ENOTDIR", "EISDIR"),
        *("ENOENT", "ENAMETOOLONG", "ELOOP"),
    )
    if (number := getattr(errno, name, None)) is not None
)
_SAID_AS_TWO = {("report", "draft"): "report-draft"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code: 0 done, 1 errors found, 2 wrong command, 3 our fault."""
    try:
        return _run(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        return 130


def _run(words: list[str]) -> int:
    lang, words = _language(words)
    _speak_utf8()
    parser = make_parser(lang, words[0] if words else "")
    if tuple(words[:2]) in _SAID_AS_TWO:
        words[:2] = [_SAID_AS_TWO[words[0], words[1]]]
    try:
        arguments = parser.parse_args(words)
    except SystemExit as stop:
        return int(stop.code or 0)
    if not hasattr(arguments, "run"):
        parser.print_help()
        return 2 if words else 0
    arguments.ui = lang
    try:
        return int(arguments.run(arguments))
    except Refused as refused:
        return show_problems(refused.problems, lang, as_json=getattr(arguments, "json", False))
    except BrokenPipeError:
        return 0
    except Exception as error:
        if arguments.traceback:
            traceback.print_exc()
        if isinstance(error, OSError) and error.errno in _OF_THE_DISK:
            shown = error.filename if error.filename is not None else "–"
            why = said(error.strerror or str(error.errno), lang)
            print(say("disk", lang, shown, why), file=sys.stderr)
            return FOUND_ERRORS
        print(say("bug", lang, f"{type(error).__name__}: {error}"), file=sys.stderr)
        return BUG


def make_parser(lang: str, group: str = "") -> Parser:
    """The parser, its help in `lang`: of one of `GROUPS`, else of all commands there are."""
    Parser.lang = lang
    parser = Parser(
        prog="atbalss",
        description=say("program", lang),
        examples=("atbalss check studies/vpvkac", "atbalss report studies/vpvkac --out out"),
    )
    parser.add_argument(
        "--version", action="version", version=f"atbalss {__version__}", help=say("version", lang)
    )
    parser.add_argument("--ui", choices=LANGS, default=lang, help=say("ui", lang))
    parser.add_argument("--traceback", action="store_true", help=say("traceback", lang))
    commands = parser.add_subparsers(title=say("commands", lang), metavar="")
    for name in (group,) if group in GROUPS else GROUPS:
        import_module(f"atbalss.cli.{name.replace('-', '_')}").add(commands, lang)
    if group not in GROUPS:
        _add_contributed(commands, lang)
    return parser


def _add_contributed(commands: Any, lang: str) -> None:
    """Add the commands of other packages, such as an installed site's."""
    from importlib.metadata import entry_points

    for entry in entry_points(group="atbalss.commands"):
        entry.load()(commands, lang)


def _language(words: Sequence[str]) -> tuple[str, list[str]]:
    """The language asked for, wherever `--ui` stands in a command, and the other words."""
    for index, word in enumerate(words):
        if word == "--":
            break
        value = words[index + 1] if word == "--ui" and index + 1 < len(words) else ""
        value = word.removeprefix("--ui=") if word.startswith("--ui=") else value
        if value in LANGS:
            return value, [*words[:index], *words[index + 1 + (word == "--ui") :]]
    wanted = os.environ.get("ATBALSS_LANG", "lv")
    return (wanted if wanted in LANGS else "lv"), list(words)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
