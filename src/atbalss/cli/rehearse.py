"""`atbalss rehearse`: robots, answers to targets, and how many published figures are met."""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from atbalss.cli import field
from atbalss.cli.shell import (
    DONE,
    FOUND_ERRORS,
    Parser,
    print_json,
    show_problems,
    step,
)
from atbalss.cli.words import say
from atbalss.problems import Refused, errors
from atbalss.problems.catalogue import LANGS

FRIDAY = 4


def add(commands: Any, lang: str) -> None:
    """Add the command to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "rehearse",
        help=say("rehearse", lang),
        description=say("rehearse", lang),
        examples=(
            "atbalss rehearse studies/vpvkac --interviews 200",
            "atbalss rehearse studies/vpvkac --targets --coders --seed 2024 --out invented",
            "atbalss rehearse studies/vpvkac --published",
            "atbalss rehearse studies/vpvkac --field --days 21 --interviewers 6",
        ),
    )
    parser.add_argument("study", type=Path, help=say("study", lang))
    parser.add_argument("--interviews", type=int, default=100, help=say("interviews", lang))
    parser.add_argument("--seed", type=int, default=1, help=say("seed", lang))
    parser.add_argument("--targets", action="store_true", help=say("targets", lang))
    parser.add_argument("--coders", action="store_true", help=say("coders", lang))
    parser.add_argument("--published", action="store_true", help=say("published", lang))
    field.add_options(parser, lang)
    parser.add_argument("--lang", choices=LANGS, default=None, help=say("lang", lang))
    parser.add_argument("--out", type=Path, default=None, help=say("out-dir", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Robots, a fieldwork, targets or the comparison with the published figures, as asked."""
    from atbalss.folder import open_study

    with step("reading", arguments.ui):
        folder = open_study(arguments.study)
    if errors(folder.problems):
        raise Refused(folder.problems)
    if arguments.field:
        return field.run(arguments, folder)
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


def _targets(arguments: argparse.Namespace, folder: Any) -> int:
    from atbalss.rehearsal.solve import solve
    from atbalss.rehearsal.targets import read, read_leanings
    from atbalss.rehearsal.written import answers_csv, codes_csv, coding_csv

    questionnaire = folder.questionnaire
    targets, problems = read(_text(folder, "targets.csv"), questionnaire)
    leanings: tuple[Any, ...] = ()
    if (folder.path / "leanings.csv").is_file():
        leanings, more = read_leanings(_text(folder, "leanings.csv"), questionnaire)
        problems += more
    if errors(problems):
        raise Refused(problems)
    n = folder.study.current.n or arguments.interviews
    with step("solving", arguments.ui):
        context = _context(folder, questionnaire.langs[0])
        invented, more = solve(questionnaire, targets, n, arguments.seed, context, leanings)
    code = show_problems([*problems, *more], arguments.ui, as_json=arguments.json)
    if invented is None:
        return FOUND_ERRORS
    out = arguments.out or folder.path / "waves" / folder.study.wave
    out.mkdir(parents=True, exist_ok=True)
    texts = {"answers.csv": answers_csv(questionnaire, invented)}
    if arguments.coders:
        texts["coding.csv"] = coding_csv(invented_coding(folder, invented, arguments.seed))
    else:
        texts["codes.csv"] = codes_csv(invented)
    for name, text in texts.items():
        (out / name).write_text(text, encoding="utf-8", newline="\n")
        if not arguments.json:
            print(say("wrote", arguments.ui, out / name))
    return code


def invented_coding(folder: Any, invented: Any, seed: int) -> Any:
    """Decisions of invented coders that lead to the codes of invented answers.

    They begin at nine of Riga's winter clock on the first working day after the wave.
    """
    from atbalss.answers.frame import as_table
    from atbalss.folder.coding import coding_of
    from atbalss.rehearsal.coders import invented_decisions

    table = as_table(folder.questionnaire, invented.records)
    coding, problems = coding_of(folder, folder.study.wave, table)
    if errors(problems):
        raise Refused(problems)
    codes: dict[tuple[str, str], list[str]] = {}
    for id, question, code in invented.codes:
        codes.setdefault((question, id), []).append(code)
    day = folder.study.current.end or folder.study.published or date(2000, 1, 1)
    begin = datetime(day.year, day.month, day.day, 7, tzinfo=UTC) + timedelta(days=1)
    while begin.weekday() > FRIDAY:
        begin += timedelta(days=1)
    share, salt = coding.rules.double, folder.study.name
    return invented_decisions(
        coding.tasks, coding.answers, codes, begin, seed, share=share, salt=salt
    )


def _published(arguments: argparse.Namespace, folder: Any) -> int:
    from atbalss import plan
    from atbalss.folder import pieces
    from atbalss.rehearsal.published import compare, demand, read_readings, read_rows
    from atbalss.rehearsal.targets import read

    study, questionnaire = folder.study, folder.questionnaire
    rows = read_rows(_text(folder, "published_figures.csv"), study.wave)
    readings = {}
    if (folder.path / "published_reading.csv").is_file():
        readings = read_readings(_text(folder, "published_reading.csv"))
    targets, _ = read(_text(folder, "targets.csv"), questionnaire)
    parts, problems = pieces(folder)
    if errors(problems):
        raise Refused(problems)
    with step("computing", arguments.ui):
        cells = plan.cells(parts, demand(rows, readings))
        done = compare(rows, cells, study, questionnaire, readings, targets)
    if arguments.json:
        print_json(done.as_json())
        return DONE
    print(say("invented", arguments.ui))
    for measure, (met, all_rows) in done.by_measure().items():
        print(f"{measure:6s} {met:4d} / {all_rows}")
    print(f"{'':6s} {sum(o.met for o in done.outcomes):4d} / {len(done.outcomes)}\n")
    for item in done.outcomes:
        if not item.met:
            row = item.row
            cell = f"{row.variable}={row.category} {row.measure}"
            print(f"{row.number:4d} {cell} {row.value}: {item.ours}\n     {item.why}")
    return DONE


def _text(folder: Any, name: str) -> str:
    """A text file of the study; Refused when it is not there."""
    from atbalss.folder import read_text

    return read_text(folder.path / name)
