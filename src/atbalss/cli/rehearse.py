"""`atbalss rehearse`: robots, answers to targets, and how many published figures are met."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from pathlib import Path
from typing import Any

from atbalss.cli.shell import (
    DONE,
    FOUND_ERRORS,
    Parser,
    print_json,
    show_problems,
    step,
)
from atbalss.cli.words import LANGS, say


def add(commands: Any, lang: str) -> None:
    """Add the command to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "rehearse",
        help=say("rehearse", lang),
        description=say("rehearse", lang),
        examples=(
            "atbalss rehearse studies/vpvkac --interviews 200",
            "atbalss rehearse studies/vpvkac --targets --seed 2024 --out /tmp/answers",
            "atbalss rehearse studies/vpvkac --published",
        ),
    )
    parser.add_argument("study", type=Path, help=say("study", lang))
    parser.add_argument("--interviews", type=int, default=100, help=say("interviews", lang))
    parser.add_argument("--seed", type=int, default=1, help=say("seed", lang))
    parser.add_argument("--targets", action="store_true", help=say("targets", lang))
    parser.add_argument("--published", action="store_true", help=say("published", lang))
    parser.add_argument("--lang", choices=LANGS, default=None, help=say("lang", lang))
    parser.add_argument("--out", type=Path, default=None, help=say("out-dir", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Robots, targets or the comparison with the published figures, as asked."""
    from atbalss.folder import open_study
    from atbalss.problems import Refused, errors

    with step("reading", arguments.ui):
        folder = open_study(arguments.study)
    if errors(folder.problems):
        raise Refused(folder.problems)
    if arguments.published:
        return _published(arguments, folder)
    if arguments.targets:
        return _targets(arguments, folder)
    return _robots(arguments, folder)


def _robots(arguments: argparse.Namespace, folder: Any) -> int:
    from atbalss.answers.frame import as_table
    from atbalss.exchange.delimited import write_table
    from atbalss.rehearsal.robots import rehearse

    questionnaire = folder.questionnaire
    with step("rehearsing", arguments.ui):
        lang = arguments.lang or questionnaire.langs[0]
        done = rehearse(
            questionnaire, arguments.interviews, arguments.seed, _context(folder, lang), lang=lang
        )
    if arguments.out is not None:
        arguments.out.mkdir(parents=True, exist_ok=True)
        file = arguments.out / "answers.csv"
        file.write_text(write_table(as_table(questionnaire, done.records)), encoding="utf-8")
    if arguments.json:
        print_json(
            {
                "interviews": len(done.records),
                "complete": done.complete,
                "reached": dict(done.reached),
                "never_reached": done.never_reached,
                "never_chosen": {name: list(codes) for name, codes in done.never_chosen.items()},
                "problems": [item.as_json(arguments.ui) for item in done.problems],
            }
        )
        return DONE if done.complete == len(done.records) else FOUND_ERRORS
    print(say("invented", arguments.ui))
    print(say("completed", arguments.ui, done.complete, len(done.records)))
    nothing = say("none", arguments.ui)
    print(say("never-reached", arguments.ui, ", ".join(done.never_reached) or nothing))
    chosen = (f"{name} ({', '.join(codes)})" for name, codes in done.never_chosen.items())
    print(say("never-chosen", arguments.ui, "; ".join(chosen) or nothing))
    if arguments.out is not None:
        print(say("wrote", arguments.ui, file))
    return show_problems(done.problems, arguments.ui)


def _context(folder: Any, lang: str) -> Any:
    """The moment that rules may ask for: the wave's last day, so that a rehearsal repeats."""
    from atbalss.answers.evaluate import Context

    day = folder.study.current.end or folder.study.published or date(2000, 1, 1)
    return Context(today=day, now=datetime(day.year, day.month, day.day, 12), lang=lang)  # noqa: DTZ001
