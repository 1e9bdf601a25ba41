"""`atbalss rehearse`: robots, answers to targets, and how many published figures are met."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from atbalss.cli.shell import Parser, step
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
