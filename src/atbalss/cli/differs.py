"""`atbalss differs`: which groups differ from the rest in an answer."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from atbalss.cli.shell import DONE, Parser, print_json, show_problems, step
from atbalss.cli.words import say
from atbalss.problems.catalogue import LANGS

ADJUSTMENTS = ("holm", "bonferroni", "bh", "by", "none")


def add(commands: Any, lang: str) -> None:
    """Add the command to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "differs",
        help=say("differs", lang),
        description=say("differs", lang),
        examples=(
            "atbalss differs studies/tikls tried=no",
            "atbalss differs studies/tikls tried=no --by d_age d_sex --nets --lang en",
            "atbalss differs studies/tikls speed --json",
        ),
    )
    parser.add_argument("study", type=Path, help=say("study", lang))
    parser.add_argument("answer", help=say("answer", lang))
    parser.add_argument("--by", nargs="+", default=[], help=say("by", lang))
    parser.add_argument("--nets", action="store_true", help=say("nets", lang))
    parser.add_argument("--adjust", choices=ADJUSTMENTS, default="holm", help=say("adjust", lang))
    parser.add_argument("--wave", default="", help=say("wave", lang))
    parser.add_argument("--lang", choices=LANGS, default=None, help=say("lang", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print who differs, or give it as JSON."""
    from atbalss import plan
    from atbalss.folder import open_study, pieces
    from atbalss.problems import Refused, errors
    from atbalss.report.demand import of_look
    from atbalss.report.look_blocks import look_of
    from atbalss.report.look_listing import differs_lines
    from atbalss.report.specs import LookSpec
    from atbalss.tables.differs import as_rows

    with step("reading", arguments.ui):
        folder = open_study(arguments.study)
        parts, problems = pieces(folder)
    problems = [*folder.problems, *problems]
    if errors(problems):
        raise Refused(problems)
    study, lang = folder.study, arguments.lang or folder.study.langs[0]
    question, _, code = arguments.answer.partition("=")
    spec = LookSpec(
        "differs",
        "",
        question.strip(),
        code.strip(),
        tuple(arguments.by),
        arguments.nets,
        arguments.adjust,
        wave=arguments.wave,
    )
    with step("computing", arguments.ui):
        cells = plan.cells(parts, of_look(spec, parts.questionnaire))
    if arguments.json:
        found = cells.differs(look_of(spec))
        print_json({"question": question, "code": code, "groups": as_rows(found)})
        return DONE
    show_problems(problems, arguments.ui)
    if study.current.invented:
        print(say("invented", arguments.ui) + "\n")
    for line in differs_lines(spec, cells, parts.questionnaire, study, lang):
        print(line)
    return DONE
