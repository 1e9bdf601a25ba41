"""`atbalss new`: a study folder from a data file, or a small study to begin with."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atbalss.cli.data_words import tell
from atbalss.cli.shell import DONE, WRONG_COMMAND, Parser, print_json, show_problems, step
from atbalss.cli.words import say
from atbalss.problems.catalogue import LANGS

if TYPE_CHECKING:
    from atbalss.folder.new import New

PRESETS = ("sdg",)


def add(commands: Any, lang: str) -> None:
    """Add the command to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "new",
        help=tell("new", lang),
        description=tell("new", lang),
        examples=(
            "atbalss new studies/serviss",
            "atbalss new studies/serviss --lang lv,ru",
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
    parser.add_argument("--lang", type=_langs, default=None, help=tell("new-lang", lang))
    parser.add_argument("--title", default="", help=tell("new-title", lang))
    parser.add_argument("--wave", default="", help=tell("new-wave", lang))
    parser.add_argument("--weight", default="", help=tell("new-weight", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    parser.set_defaults(run=run)


def _langs(words: str) -> tuple[str, ...]:
    """Languages parted by commas, each once; the first is the study's own."""
    found = tuple(dict.fromkeys(word.strip().lower() for word in words.split(",")))
    if not set(found) <= set(LANGS):
        raise argparse.ArgumentTypeError(tell("new-lang-which", Parser.lang, ", ".join(LANGS)))
    return found


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
    if arguments.source is not None and len(arguments.lang or ()) > 1:
        print(tell("new-lang-from", arguments.ui))
        return WRONG_COMMAND
    made, has_answers = _made(arguments, folder, year)
    files = list(made.files)
    if has_answers:
        with step("computing", arguments.ui):
            files.append(_report(folder, made.langs[0]))
    if arguments.json:
        told = [item.as_json(arguments.ui) for item in made.problems]
        print_json({"files": [str(file) for file in files], "problems": told})
        return DONE
    show_problems(made.problems, arguments.ui)
    for file in files:
        print(say("wrote", arguments.ui, file))
    print(tell("new-langs", arguments.ui, ", ".join(made.langs)))
    print(tell("new-next" if has_answers else "new-next-empty", arguments.ui, folder))
    return DONE


def _made(arguments: argparse.Namespace, folder: Path, year: int) -> tuple[New, bool]:
    """The folder by what it was asked to begin with, and whether it holds answers."""
    from atbalss.folder.start_form import form_in, new_of_form

    wave, title, source = arguments.wave, arguments.title, arguments.source
    langs: tuple[str, ...] = arguments.lang or (arguments.ui,)
    if arguments.preset:
        from atbalss.folder.sdg_preset import new_sdg

        langs = arguments.lang or LANGS
        return new_sdg(folder, year=year, wave=wave, title=title, langs=langs), False
    if source is None:
        from atbalss.folder.start import new_study

        return new_study(folder, year=year, langs=langs, wave=wave, title=title), False
    if (form := form_in(source)) is not None:
        of_form = new_of_form(
            folder, form, source, year=year, lang=langs[0], wave=wave, title=title
        )
        return of_form, False
    from atbalss.folder.new import new_from

    with step("reading", arguments.ui):
        of_data = new_from(
            folder,
            source,
            year=year,
            wave=wave,
            weight=arguments.weight,
            lang=langs[0] if arguments.lang else "",
            title=title,
            ui=arguments.ui,
        )
    return of_data, True


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
