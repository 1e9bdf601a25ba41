"""`atbalss weigh`: how the weights of a wave come out, and the weights themselves."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from atbalss.cli.shell import DONE, Parser, print_json, show_problems, step
from atbalss.cli.words import say
from atbalss.problems.catalogue import LANGS


def add(commands: Any, lang: str) -> None:
    """Add the command to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "weigh",
        help=say("weigh", lang),
        description=say("weigh", lang),
        examples=(
            "atbalss weigh studies/parejas",
            "atbalss weigh studies/parejas --wave 2025 --lang en",
            "atbalss weigh studies/parejas --json > weights.json",
            "atbalss weigh studies/parejas --out weights.csv",
        ),
    )
    parser.add_argument("study", type=Path, help=say("study", lang))
    parser.add_argument("--wave", default=None, help=say("wave", lang))
    parser.add_argument("--lang", choices=LANGS, default=None, help=say("lang", lang))
    parser.add_argument("--out", type=Path, default=None, help=say("weights-out", lang))
    parser.add_argument("--force", action="store_true", help=say("force", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the diagnosis of the current wave, or of the one named; write weights if asked."""
    from atbalss.answers.frame import Frame
    from atbalss.cli.shell import WRONG_COMMAND
    from atbalss.exchange.delimited import write_table
    from atbalss.folder import open_study, pieces
    from atbalss.problems import Place, Refused, errors, problem
    from atbalss.weights.told import lines

    out: Path | None = arguments.out
    if out is not None and out.exists() and not arguments.force:
        print(say("exists", arguments.ui, out))
        return WRONG_COMMAND
    with step("reading", arguments.ui):
        folder = open_study(arguments.study)
        parts, problems = pieces(folder)
    problems = [*folder.problems, *problems]
    if errors(problems):
        raise Refused(problems)
    wave = arguments.wave or folder.study.wave
    told = parts.weighted.get(wave)
    if told is None:
        raise Refused([problem("weights-not-asked-for", Place("study.yaml"), wave=wave)])
    if arguments.json:
        print_json(told.plain())
    else:
        show_problems(problems, arguments.ui)
        for line in lines(told, folder.questionnaire, arguments.lang or folder.study.langs[0]):
            print(line)
    frame = parts.frames[wave]
    if out is not None and isinstance(frame, Frame):
        out.write_text(write_table(frame.data.select("id", "weight")), "utf-8")
        if not arguments.json:
            print(say("wrote", arguments.ui, out))
    return DONE
