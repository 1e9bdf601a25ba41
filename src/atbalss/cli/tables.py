"""`atbalss tables`: every table of a study, on the screen or as JSON."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atbalss.cli.engine import add_option, engine
from atbalss.cli.shell import DONE, Parser, print_json, show_problems, step
from atbalss.cli.words import say
from atbalss.problems import Problem, problem
from atbalss.problems.catalogue import LANGS
from atbalss.tables.banner_ask import CORRECTIONS, BannerAsk, LetterRule, RowAsk, Tests, read_banner

if TYPE_CHECKING:
    from atbalss.folder import StudyFolder
    from atbalss.folder.streams import Opener
    from atbalss.plan import Pieces


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
            "atbalss tables studies/parejas --out tables",
            'atbalss tables studies/parejas --rows "roads info" --banner "d_sex, d_sex > d_age" '
            "--tests design --correction holm --out roads.xlsx",
        ),
    )
    parser.add_argument("study", type=Path, help=say("study", lang))
    parser.add_argument("--question", default=None, help=say("question", lang))
    parser.add_argument("--lang", choices=LANGS, default=None, help=say("lang", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    parser.add_argument("--out", type=Path, default=None, help=say("tables-out", lang))
    parser.add_argument("--table", action="append", default=[], help=say("tables-table", lang))
    parser.add_argument("--rows", default="", help=say("tables-rows", lang))
    parser.add_argument("--banner", default="", help=say("tables-banner", lang))
    parser.add_argument("--filter", default="", help=say("tables-filter", lang))
    rules = [rule.value for rule in LetterRule]
    parser.add_argument("--tests", choices=rules, default=None, help=say("tables-tests", lang))
    parser.add_argument(
        "--correction", choices=CORRECTIONS, default="none", help=say("tables-correction", lang)
    )
    add_option(parser, lang)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the tables, give them as JSON, or make files of banner tables."""
    with engine(arguments) as opener:
        return _counted(arguments, opener)


def _counted(arguments: argparse.Namespace, opener: Opener | None) -> int:
    from atbalss import plan
    from atbalss.folder import open_study, pieces
    from atbalss.problems import Refused, errors
    from atbalss.tables import listing

    with step("reading", arguments.ui):
        folder = open_study(arguments.study)
        parts, problems = pieces(folder, opener)
    problems = [*folder.problems, *problems]
    asks: tuple[BannerAsk, ...] = ()
    if _wants_banners(arguments):
        asks, faults = _asks(arguments, folder)
        problems += faults
    if errors(problems):
        raise Refused(problems)
    lang = arguments.lang or folder.study.langs[0]
    if asks:
        show_problems(problems, arguments.ui)
        return _banners(arguments, folder, parts, asks, lang)
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


def _wants_banners(arguments: argparse.Namespace) -> bool:
    """Whether banner tables are asked for: files, or one named on the command line."""
    return bool(arguments.out or arguments.table or arguments.rows or arguments.banner)


def _asks(
    arguments: argparse.Namespace, folder: StudyFolder
) -> tuple[tuple[BannerAsk, ...], list[Problem]]:
    """The tables named on the command line, else those of tables.yaml, else all by demographics."""
    from atbalss.folder.tables_file import (
        all_questions,
        demographics,
        read_tables,
        usual_tables,
    )
    from atbalss.tables.banner import check_ask
    from atbalss.tables.names import close_names

    rule = LetterRule(arguments.tests or "none")
    tests = Tests(rule, correction=arguments.correction)
    if arguments.rows or arguments.banner or arguments.filter:
        names = arguments.rows.replace(",", " ").split() or all_questions(folder.questionnaire)
        banner = read_banner(arguments.banner) or demographics(folder.questionnaire)
        asks = tuple(
            BannerAsk(name, (RowAsk(name),), banner, rule=arguments.filter, tests=tests)
            for name in names
        )
        for ask in asks:
            check_ask(folder.questionnaire, folder.study.waves, folder.study.wave, ask)
        return asks, []
    asks, problems = read_tables(folder)
    if not asks and not problems:
        asks = usual_tables(folder.questionnaire, tests)
    ids = [ask.id for ask in asks]
    for name in arguments.table:
        if name not in ids:
            fault = problem("folder-no-table", id=name, close=close_names(name, ids))
            return (), [*problems, fault]
    wanted = tuple(ask for ask in asks if not arguments.table or ask.id in arguments.table)
    return wanted, problems


def _banners(
    arguments: argparse.Namespace,
    folder: StudyFolder,
    parts: Pieces,
    asks: tuple[BannerAsk, ...],
    lang: str,
) -> int:
    """Make the files of banner tables, or print them as JSON."""
    from atbalss import plan
    from atbalss.report import tables_files
    from atbalss.tables.banner_plain import plain_banner
    from atbalss.tables.demand import Demand

    with step("computing", arguments.ui):
        cells = plan.cells(parts, Demand(banners=frozenset(asks)))
        made = [cells.banner(ask) for ask in asks]
    if arguments.out is None:
        print_json([plain_banner(table, lang) for table in made])
        return DONE
    out: Path = arguments.out
    names = [out.name] if out.suffix.lower() in tables_files.SUFFIXES else tables_files.NAMES
    target = out.parent if len(names) == 1 else out
    target.mkdir(parents=True, exist_ok=True)
    with step("writing", arguments.ui):
        for name in names:
            content = tables_files.file_of(name, made, folder.study, lang, parts.fingerprint)
            (target / name).write_bytes(content)
            print(say("wrote", arguments.ui, target / name))
    return DONE
