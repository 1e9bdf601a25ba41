"""`atbalss code`: open answers coded from the command line, and by a sheet of Excel."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atbalss.cli.code_words import tell
from atbalss.cli.shell import DONE, WRONG_COMMAND, Parser, print_json, step
from atbalss.cli.words import say
from atbalss.problems.catalogue import LANGS

if TYPE_CHECKING:
    from atbalss.coding.draft import Group
    from atbalss.coding.embed import Embedder
    from atbalss.folder.coding import Coding
    from atbalss.folder.open import StudyFolder
    from atbalss.study.question import Question

Run = Callable[[argparse.Namespace], int]


def add(commands: Any, lang: str) -> None:
    """Add the group and its commands."""
    from atbalss.cli import code_sheets

    parser: Parser = commands.add_parser(
        "code",
        help=tell("code", lang),
        description=tell("code", lang),
        examples=(
            "atbalss code status studies/vpvkac",
            "atbalss code draft studies/vpvkac positives",
            "atbalss code export studies/vpvkac positives --coder anna --to anna.xlsx",
            "atbalss code import studies/vpvkac anna.xlsx --coder anna",
        ),
    )
    parts = parser.add_subparsers(title=say("commands", lang), metavar="", required=True)
    _command(parts, "status", lang, status, question=False)
    made = _command(parts, "draft", lang, draft)
    made.add_argument("--from", dest="source", type=Path, default=None, help=tell("from", lang))
    made.add_argument("--frame", default="", help=tell("frame", lang))
    made.add_argument("--groups", type=int, default=None, help=tell("groups", lang))
    made.add_argument("--embeddings", action="store_true", help=tell("embeddings", lang))
    made.add_argument("--write", action="store_true", help=tell("write", lang))
    made = _command(parts, "suggest", lang, suggest)
    made.add_argument("--top", type=int, default=3, help=tell("top", lang))
    made.add_argument("--embeddings", action="store_true", help=tell("embeddings", lang))
    made.add_argument("--keep", action="store_true", help=tell("keep", lang))
    made = _command(parts, "agreement", lang, agreement, question=False)
    made.add_argument("--question", default="", help=tell("question", lang))
    code_sheets.add(parts, lang, _command)


def _command(parts: Any, name: str, lang: str, run: Run, *, question: bool = True) -> Parser:
    made: Parser = parts.add_parser(name, help=tell(name, lang), description=tell(name, lang))
    made.add_argument("study", type=Path, help=say("study", lang))
    if question:
        made.add_argument("question", help=tell("question", lang))
    made.add_argument("--wave", default="", help=tell("wave", lang))
    made.add_argument("--lang", choices=LANGS, default=None, help=say("lang", lang))
    made.add_argument("--json", action="store_true", help=say("json", lang))
    made.set_defaults(run=run)
    return made


def opened(arguments: argparse.Namespace) -> tuple[StudyFolder, str, Coding]:
    """The folder, the wave and its coding; what is wrong with it is told or refused."""
    from atbalss.folder import open_study
    from atbalss.folder.coding import coding_of
    from atbalss.folder.wave_answers import answers_file, raw_answers
    from atbalss.problems import Place, Refused, errors, problem

    with step("reading", arguments.ui):
        folder = open_study(arguments.study)
        wave = arguments.wave or folder.study.wave
        file = answers_file(folder.path / "waves" / wave)
        if file is None:
            raise Refused([problem("folder-no-answers", Place("study.yaml"), wave=wave)])
        told = f"waves/{wave}/{file.name}"
        table, _, found = raw_answers(file, folder.questionnaire, told)
        if table is None or errors([*folder.problems, *found]):
            raise Refused([*folder.problems, *found])
        coding, problems = coding_of(folder, wave, table)
    if errors(problems):
        raise Refused(problems)
    return folder, wave, coding


def task_named(coding: Coding, question: str) -> str:
    """The question, if it is one that can be coded; else Refused."""
    from atbalss.problems import Refused, problem

    if question not in coding.tasks:
        raise Refused([problem("coding-no-frame", question=question)])
    return question


def embedder(arguments: argparse.Namespace) -> Embedder | None:
    """The model of meaning where it is asked for, its vectors kept with the study."""
    if not arguments.embeddings:
        return None
    from atbalss.coding.embed import E5
    from atbalss.folder.vectors import Vectors

    return E5(Vectors(arguments.study))


def status(arguments: argparse.Namespace) -> int:
    """Print a row a question: how much is coded, by whom, what is left."""
    from dataclasses import asdict

    folder, wave, coding = opened(arguments)
    found = [coding.counts(name) for name in coding.tasks]
    if arguments.json:
        print_json({"questions": [asdict(one) for one in found]})
        return DONE
    rows = [tell("status-head", arguments.ui).split("|")]
    for one in found:
        counts = (one.by_person, one.by_machine, one.double, one.disputed, one.look, one.open)
        alpha = "–" if one.alpha is None else _decimal(one.alpha, arguments.ui)
        rows.append([one.question, *map(str, (one.answers, *counts, one.version)), alpha])
    _print_table(rows)
    if folder.wave_file(wave, "codes.csv").is_file():
        print(tell("status-codes", arguments.ui))
    return DONE


def draft(arguments: argparse.Namespace) -> int:
    """Print groups of like answers, or write a frame into the study's file."""
    from atbalss.folder import open_study
    from atbalss.folder.codeframes import write_frames
    from atbalss.folder.frame_files import frame_from, frame_of_groups
    from atbalss.problems import Refused, problem

    folder = open_study(arguments.study)
    question = folder.questionnaire.by_name.get(arguments.question)
    if question is None:
        raise Refused([problem("coding-no-question", question=arguments.question)])
    name = question.frame.name if question.frame is not None else question.name
    langs = folder.questionnaire.langs
    if arguments.source is not None:
        frame = frame_from(arguments.source, name, langs, arguments.frame)
    else:
        made = _groups(arguments, folder, question)
        if not made:
            print(tell("nothing-to-code", arguments.ui))
            return DONE
        frame = frame_of_groups(made, name, langs)
        if not arguments.json:
            _print_groups(made, arguments.ui)
    if arguments.json:
        from atbalss.coding.pack import frame_plain

        print_json(frame_plain(frame))
    if arguments.write:
        if question.frame is not None and question.frame.codes:
            raise Refused([problem("coding-frame-exists", question=question.name, frame=name)])
        written = write_frames(folder.path, {name: frame}, langs)
        print(tell("wrote-frame", arguments.ui, name, written.name))
    return DONE


def _groups(arguments: argparse.Namespace, folder: StudyFolder, question: Question) -> list[Group]:
    """Groups of like answers to a question in the wave that is asked for."""
    from atbalss.coding.draft import groups
    from atbalss.folder.coding import answers_in
    from atbalss.folder.wave_answers import answers_file, raw_answers
    from atbalss.problems import Place, Refused, problem

    wave = arguments.wave or folder.study.wave
    file = answers_file(folder.path / "waves" / wave)
    if file is None:
        raise Refused([problem("folder-no-answers", Place("study.yaml"), wave=wave)])
    table, _, found = raw_answers(file, folder.questionnaire, file.name)
    if table is None:
        raise Refused(found)
    with step("reading", arguments.ui):
        answers = answers_in(table, question.name)
        return groups(answers, arguments.groups, embedder(arguments))


def _print_groups(made: Sequence[Group], lang: str) -> None:
    """Groups with their words and the first three of their answers."""
    print(tell("proposal", lang))
    for group in made:
        words = ", ".join(group.words) if group.words else tell("alone", lang)
        print(f"{group.number:>3} {len(group.ids):>5}  {words}")
        for text in list(dict.fromkeys(group.texts))[:3]:
            print(f"             {' '.join(text.split())[:90]}")


def suggest(arguments: argparse.Namespace) -> int:
    """Print suggestions for answers that nobody has coded; keep sure ones if the study lets it."""
    from datetime import UTC, datetime

    from atbalss.coding.decisions import Status
    from atbalss.coding.suggest import by_machine, learn, taught
    from atbalss.folder.coding import add_decisions

    folder, wave, coding = opened(arguments)
    name = task_named(coding, arguments.question)
    task = coding.tasks[name]
    if arguments.keep and task.threshold is None:
        print(tell("no-threshold", arguments.ui))
        return WRONG_COMMAND
    standings = coding.standings(name)
    machine = learn(task, taught(standings), embedder(arguments))
    waiting = [one for one in standings if one.status in (Status.OPEN, Status.STALE)]
    told = machine.suggest([one.answer.text for one in waiting], max(1, arguments.top))
    now = datetime.now(UTC)
    decided = [
        by_machine(task, one.answer, found, machine.name, now)
        for one, found in zip(waiting, told, strict=True)
    ]
    made = [one for one in decided if one is not None]
    if arguments.json:
        rows = zip(waiting, told, strict=True)
        print_json(
            {
                "answers": [
                    {"id": one.answer.id, "suggestions": {s.code: s.confidence for s in found}}
                    for one, found in rows
                ]
            }
        )
    else:
        for one, found in zip(waiting, told, strict=True):
            print(f"{one.answer.id}  {' '.join(one.answer.text.split())[:70]}")
            print("      " + "; ".join(f"{s.code} {s.percent}%" for s in found))
    if arguments.keep:
        add_decisions(folder, wave, made)
        print(tell("kept", arguments.ui, len(made)))
    return DONE


def agreement(arguments: argparse.Namespace) -> int:
    """Print how far coders agree: sets of codes, each code, and how it went over time."""
    from dataclasses import asdict

    from atbalss.coding import agreement as rules

    _, _, coding = opened(arguments)
    names = [task_named(coding, arguments.question)] if arguments.question else list(coding.tasks)
    lang, told = arguments.ui, {}
    for name in names:
        held = coding.tasks[name], coding.answers[name], coding.decisions
        found, drift = rules.agreement(*held), rules.drift(*held)
        told[name] = {**asdict(found), "drift": [asdict(part) for part in drift]}
        if arguments.json:
            continue
        if not found.answers:
            print(tell("not-twice", lang, name))
            continue
        alphas = _decimal(found.masi, lang), _decimal(found.jaccard, lang)
        print(tell("agreement-line", lang, name, found.answers, f"{found.same:.0%}", *alphas))
        rows = [tell("agreement-code", lang).split("|")]
        rows += [[c.code, str(c.all), str(c.some), _decimal(c.alpha, lang)] for c in found.codes]
        _print_table(rows)
        rows = [tell("drift", lang).split("|")]
        for part in drift:
            span = f"{part.first:%Y-%m-%d %H:%M} – {part.last:%Y-%m-%d %H:%M}"
            rows.append([span, str(part.answers), f"{part.same:.0%}", _decimal(part.masi, lang)])
        _print_table(rows)
    if arguments.json:
        print_json({"questions": told})
    return DONE


def _decimal(value: float, lang: str) -> str:
    from atbalss.study.decimals import fixed

    return "–" if value != value else fixed(value, 2, lang)


def _print_table(rows: list[list[str]]) -> None:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        first, *rest = (
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join([first, *rest]).rstrip())
