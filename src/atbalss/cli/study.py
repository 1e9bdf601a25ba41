"""`atbalss study convert` and `atbalss study print`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from atbalss.cli.shell import DONE, WRONG_COMMAND, Parser, step
from atbalss.cli.words import say
from atbalss.problems.catalogue import LANGS


def add(commands: Any, lang: str) -> None:
    """Add the command to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "study", help=say("study-command", lang), description=say("study-command", lang)
    )

    def help_instead(_: argparse.Namespace) -> int:
        parser.print_help()
        return WRONG_COMMAND

    parser.set_defaults(run=help_instead)
    inner = parser.add_subparsers(title=say("commands", lang), metavar="")
    convert: Parser = inner.add_parser(
        "convert",
        help=say("convert", lang),
        description=say("convert", lang),
        examples=("atbalss study convert questionnaire.xlsx questionnaire.md",),
    )
    convert.add_argument("source", type=Path, help=say("convert-source", lang))
    convert.add_argument("target", type=Path, help=say("convert-target", lang))
    convert.add_argument("--force", action="store_true", help=say("force", lang))
    convert.set_defaults(run=run_convert)
    prints: Parser = inner.add_parser(
        "print",
        help=say("print", lang),
        description=say("print", lang),
        examples=("atbalss study print studies/vpvkac --lang ru --out anketa.pdf",),
    )
    prints.add_argument("study", type=Path, help=say("study", lang))
    prints.add_argument("--lang", choices=LANGS, default=None, help=say("lang", lang))
    prints.add_argument("--out", type=Path, default=None, help=say("out-file", lang))
    prints.set_defaults(run=run_print)


def run_convert(arguments: argparse.Namespace) -> int:
    """Write the questionnaire in the other form; nothing is lost but colours and formulas."""
    from atbalss.folder import read_workbook, write_workbook

    target: Path = arguments.target
    if target.exists() and not arguments.force:
        print(say("exists", arguments.ui, target))
        return WRONG_COMMAND
    if target.suffix.lower() not in {".md", ".xlsx"}:
        print(say("kind-unknown", arguments.ui, target.name, ".md, .xlsx"))
        return WRONG_COMMAND
    write_workbook(read_workbook(arguments.source), target)
    print(say("wrote", arguments.ui, target))
    return DONE


def run_print(arguments: argparse.Namespace) -> int:
    """Make the questionnaire a document, routes in words."""
    from atbalss.folder import cache_dir, open_study
    from atbalss.problems import Refused, errors
    from atbalss.report.fonts import font_css
    from atbalss.report.instrument import instrument_document
    from atbalss.report.render import html, typst

    with step("reading", arguments.ui):
        folder = open_study(arguments.study)
    if errors(folder.problems):
        raise Refused(folder.problems)
    lang = arguments.lang or folder.study.langs[0]
    out: Path = arguments.out or Path(f"{folder.study.name}-questionnaire-{lang}.pdf")
    if out.suffix.lower() not in {".pdf", ".html"}:
        print(say("kind-unknown", arguments.ui, out.name, ".pdf, .html"))
        return WRONG_COMMAND
    document = instrument_document(folder.study, folder.questionnaire, lang)
    with step("writing", arguments.ui):
        if out.suffix.lower() == ".pdf":
            out.write_bytes(typst.pdf(document, {}, attachments={}))
        else:
            out.write_text(
                html.page(document, {}, font_css(document, cache_dir(folder.path))),
                encoding="utf-8",
            )
    print(say("wrote", arguments.ui, out))
    return DONE
