"""`atbalss check`: everything that is wrong with a study, before anybody is interviewed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atbalss.cli.shell import Parser, show_problems, step
from atbalss.cli.words import say

if TYPE_CHECKING:
    from atbalss.folder.open import StudyFolder
    from atbalss.problems import Problem


def add(commands: Any, lang: str) -> None:
    """Add the command to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "check",
        help=say("check", lang),
        description=say("check", lang),
        examples=("atbalss check studies/vpvkac", "atbalss check studies/vpvkac --json"),
    )
    parser.add_argument("study", type=Path, help=say("study", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check the folder: study.yaml, questionnaire, house style, answers, and reports."""
    from atbalss import plan
    from atbalss.folder import house_style, open_study, pieces
    from atbalss.problems import Place, errors, problem

    with step("reading", arguments.ui):
        folder = open_study(arguments.study)
        problems = list(folder.problems)
        problems += _of_coding(folder)
        problems += house_style(folder.path, folder.study.langs)[2]
        problems += _of_fielding(folder)
    study = folder.study
    if not any(wave.has_answers or wave.figures for wave in study.waves):
        place = Place("study.yaml")
        problems.append(problem("folder-no-answers-yet", place, wave=study.wave))
    elif not errors(problems):
        with step("computing", arguments.ui):
            parts, more = pieces(folder)
            problems += more
            if not errors(more) and parts.texts:
                problems += plan.build(parts, tuple(parts.texts)).problems
    code = show_problems(problems, arguments.ui, as_json=arguments.json)
    if code == 0 and not arguments.json:
        print(say("all-well", arguments.ui))
    return code


def _of_fielding(folder: StudyFolder) -> list[Problem]:
    """What is wrong with the title's languages, and with how the study is to be fielded."""
    from atbalss.folder.fielding import FILE, read_fielding
    from atbalss.problems import Place
    from atbalss.study.check_texts import translations

    study = folder.study
    found = list(translations(study.title, study.langs, Place("study.yaml")))
    if (folder.path / FILE).is_file() and folder.questionnaire is not None:
        found += read_fielding(folder.path, folder.questionnaire, study.langs)[1]
    return found


def _of_coding(folder: StudyFolder) -> list[Problem]:
    """What is wrong with code frames' versions and `coding:`, whether anything is coded or not."""
    from atbalss.folder.codeframes import read_frames
    from atbalss.folder.coding import read_rules

    frames = read_frames(folder.path, folder.questionnaire)[1]
    return [*frames, *read_rules(folder.path, folder.study.langs)[1]]
