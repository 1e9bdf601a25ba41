"""`atbalss tables`: every table of a study, on the screen or as JSON."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from atbalss.cli.shell import DONE, Parser, print_json, show_problems, step
from atbalss.cli.words import LANGS, say


def add(commands: Any, lang: str) -> None:
    """Add the command to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "tables",
        help=say("tables", lang),
        description=say("tables", lang),
        examples=(
            "atbalss tables studies/vpvkac",
            "atbalss tables studies/vpvkac --question eid_means --lang en",
            "atbalss tables studies/vpvkac --json > tables.json",
        ),
    )
    parser.add_argument("study", type=Path, help=say("study", lang))
    parser.add_argument("--question", default=None, help=say("question", lang))
    parser.add_argument("--lang", choices=LANGS, default=None, help=say("lang", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the tables, or give them as JSON."""
    from atbalss import plan
    from atbalss.folder import open_study, pieces
    from atbalss.problems import Refused, errors
    from atbalss.tables import listing

    with step("reading", arguments.ui):
        folder = open_study(arguments.study)
        parts, problems = pieces(folder)
    problems = [*folder.problems, *problems]
    if errors(problems):
        raise Refused(problems)
    lang = arguments.lang or folder.study.langs[0]
    with step("computing", arguments.ui):
        cells = plan.cells(parts)
    if arguments.json:
        print_json(cells.as_json(lang))
        return DONE
    show_problems(problems, arguments.ui)
    if folder.study.current.invented:
        print(say("invented", arguments.ui) + "\n")
    names = (arguments.question,) if arguments.question else ()
    for line in listing.lines(cells, lang, questions=names):
        print(line)
    return DONE
