"""`atbalss export`: a wave's answers as .sav, .zsav, .xlsx, .csv or .parquet."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from atbalss.cli.data_words import tell
from atbalss.cli.shell import DONE, WRONG_COMMAND, Parser, print_json, show_problems, step
from atbalss.cli.words import say
from atbalss.problems.catalogue import LANGS


def add(commands: Any, lang: str) -> None:
    """Add the command to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "export",
        help=tell("export", lang),
        description=tell("export", lang),
        examples=(
            "atbalss export studies/vpvkac --to answers.sav",
            "atbalss export studies/vpvkac --to answers.xlsx --labels --lang en",
            "atbalss export studies/vpvkac --to answers.parquet --wave 2024",
        ),
    )
    parser.add_argument("study", type=Path, help=say("study", lang))
    parser.add_argument("--to", type=Path, required=True, help=tell("export-to", lang))
    parser.add_argument("--wave", default="", help=tell("export-wave", lang))
    parser.add_argument("--lang", choices=LANGS, default=None, help=say("lang", lang))
    parser.add_argument("--labels", action="store_true", help=tell("export-labels", lang))
    parser.add_argument("--excel", action="store_true", help=tell("export-excel", lang))
    parser.add_argument("--force", action="store_true", help=say("force", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the file and say what it could not carry."""
    from atbalss.folder import open_study, pieces
    from atbalss.folder.export import export, frame_at
    from atbalss.problems import Place, Refused, errors, problem

    target: Path = arguments.to
    if target.exists() and not arguments.force:
        print(say("exists", arguments.ui, target))
        return WRONG_COMMAND
    with step("reading", arguments.ui):
        folder = open_study(arguments.study)
        parts, problems = pieces(folder)
    problems = [*folder.problems, *problems]
    if errors(problems):
        raise Refused(problems)
    wave = arguments.wave or folder.study.wave
    if wave not in parts.frames:
        known = ", ".join(parts.frames) or "–"
        place = Place("study.yaml")
        raise Refused([problem("folder-unknown-wave", place, wave=wave, known=known)])
    lang = arguments.lang or folder.study.langs[0]
    with step("writing", arguments.ui):
        written, losses = export(
            folder.study,
            frame_at(folder, wave, parts.frames[wave]),
            target,
            lang,
            labels=arguments.labels,
            for_excel=arguments.excel,
        )
    if arguments.json:
        told = [item.as_json(arguments.ui) for item in losses]
        print_json({"files": [str(file) for file in written], "problems": told})
        return DONE
    code = show_problems(losses, arguments.ui)
    for file in written:
        print(say("wrote", arguments.ui, file))
    return code
