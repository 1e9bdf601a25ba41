"""`atbalss sdg-export`: a month of feedback for the Single Digital Gateway."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from atbalss.cli.opendata_words import tell
from atbalss.cli.shell import DONE, Parser, print_json, show_problems, step
from atbalss.cli.words import say


def add(commands: Any, lang: str) -> None:
    """Add the command to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "sdg-export",
        help=tell("sdg", lang),
        description=tell("sdg", lang),
        examples=("atbalss sdg-export studies/lapas --month 2026-10 --out sdg",),
    )
    parser.add_argument("study", type=Path, help=say("study", lang))
    parser.add_argument("--month", required=True, help=tell("sdg-month", lang))
    parser.add_argument("--wave", default="", help=tell("sdg-wave", lang))
    parser.add_argument("--out", type=Path, default=None, help=tell("sdg-out", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the month as CSV and JSON, or print it."""
    from atbalss.folder import open_study, pieces
    from atbalss.folder.export import frame_at
    from atbalss.opendata import sdg
    from atbalss.problems import Place, Refused, errors, problem

    with step("reading", arguments.ui):
        folder = open_study(arguments.study)
        parts, problems = pieces(folder)
    found = [*folder.problems, *problems]
    found += sdg.check(folder.questionnaire, arguments.month, datetime.now(UTC).date())
    wave = arguments.wave or folder.study.wave
    waves = [one.name for one in folder.study.waves]
    if wave not in waves:
        known = ", ".join(waves) or "–"
        found = [item for item in found if item.code != "folder-no-answers"]  # of another wave
        place = Place("study.yaml")
        found.append(problem("folder-unknown-wave", place, wave=wave, known=known))
    elif wave not in parts.frames and not errors(found):
        place = Place("study.yaml")
        found.append(problem("folder-no-answers", place, wave=wave))
    if errors(found):
        raise Refused(found)
    frame = frame_at(folder, wave, parts.frames[wave])
    invented = folder.study.wave_named(wave).invented
    month = sdg.export(frame, arguments.month, invented=invented)
    values = sdg.as_values(month)
    if arguments.json or arguments.out is None:
        print_json(values)
        return DONE
    show_problems(found, arguments.ui)
    arguments.out.mkdir(parents=True, exist_ok=True)
    text = json.dumps(values, ensure_ascii=False, indent=1) + "\n"
    made = {".csv": sdg.as_csv(month), ".json": text.encode()}
    for ending, content in made.items():
        file = arguments.out / f"sdg-{month.month}{ending}"
        file.write_bytes(content)
        print(say("wrote", arguments.ui, file))
    args = (len(month.rows), month.no_page, month.no_answer, month.deadline.isoformat())
    print(tell("sdg-done", arguments.ui, *args))
    return DONE
