"""`atbalss new`: a study folder from a data file, or a small study to begin with."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from atbalss.cli.data_words import tell
from atbalss.cli.shell import DONE, WRONG_COMMAND, Parser, print_json, show_problems, step
from atbalss.cli.words import say
from atbalss.problems.catalogue import LANGS

PRESETS = ("sdg",)


def add(commands: Any, lang: str) -> None:
    """Add the command to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "new",
        help=tell("new", lang),
        description=tell("new", lang),
        examples=(
            "atbalss new studies/serviss",
            "atbalss new studies/serviss --from answers.sav",
            "atbalss new studies/serviss --from questionnaire.xlsx",
            "atbalss new studies/serviss --from answers.csv --weight svars --wave 2026",
            "atbalss new studies/lapas --preset sdg",
        ),
    )
    parser.add_argument("folder", type=Path, help=tell("new-folder", lang))
    parser.add_argument(
        "--from", dest="source", type=Path, default=None, help=tell("new-from", lang)
    )
    parser.add_argument("--preset", choices=PRESETS, default=None, help=tell("new-preset", lang))
    parser.add_argument("--lang", choices=LANGS, default=None, help=tell("new-lang", lang))
    parser.add_argument("--title", default="", help=tell("new-title", lang))
    parser.add_argument("--wave", default="", help=tell("new-wave", lang))
    parser.add_argument("--weight", default="", help=tell("new-weight", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the folder, draft its report, and say what was guessed."""
    folder: Path = arguments.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        print(tell("new-exists", arguments.ui, folder))
        return WRONG_COMMAND
    year = datetime.now(UTC).year
    if arguments.preset and arguments.source is not None:
        print(tell("new-preset-from", arguments.ui))
        return WRONG_COMMAND
    from atbalss.folder.start_form import form_in, new_of_form

    has_answers = False
    if arguments.preset:
        from atbalss.folder.sdg_preset import new_sdg

        made = new_sdg(folder, year=year, wave=arguments.wave, title=arguments.title)
    elif arguments.source is None:
        from atbalss.folder.start import new_study

        lang = arguments.lang or arguments.ui
        made = new_study(folder, year=year, lang=lang, wave=arguments.wave, title=arguments.title)
    elif (form := form_in(arguments.source)) is not None:
        made = new_of_form(
            folder,
            form,
            arguments.source,
            year=year,
            lang=arguments.lang or arguments.ui,
            wave=arguments.wave,
            title=arguments.title,
        )
    else:
        from atbalss.folder.new import new_from

        has_answers = True
        with step("reading", arguments.ui):
            made = new_from(
                folder,
                arguments.source,
                year=year,
                wave=arguments.wave,
                weight=arguments.weight,
                lang=arguments.lang or "",
                title=arguments.title,
                ui=arguments.ui,
            )
    files = list(made.files)
    if has_answers:
        with step("computing", arguments.ui):
            files.append(_report(folder, made.lang))
    if arguments.json:
        told = [item.as_json(arguments.ui) for item in made.problems]
        print_json({"files": [str(file) for file in files], "problems": told})
        return DONE
    show_problems(made.problems, arguments.ui)
    for file in files:
        print(say("wrote", arguments.ui, file))
    print(tell("new-next" if has_answers else "new-next-empty", arguments.ui, folder))
    return DONE


def _report(folder: Path, lang: str) -> Path:
    """The drafted report of a folder that was just made."""
    from atbalss import plan
    from atbalss.folder import open_study, pieces
    from atbalss.problems import Refused, errors
    from atbalss.report.draft import draft

    opened = open_study(folder)
    parts, problems = pieces(opened)
    if errors([*opened.problems, *problems]):
        raise Refused([*opened.problems, *problems])
    target = folder / f"report.{lang}.md"
    text = draft(opened.study, opened.questionnaire, plan.cells(parts), lang)
    target.write_text(text, encoding="utf-8", newline="\n")
    return target
