"""`atbalss code export` and `import`: a coder's sheet to Excel and back."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from atbalss.cli.code_words import tell
from atbalss.cli.shell import DONE, WRONG_COMMAND, Parser, print_json, show_problems
from atbalss.cli.words import say


def add(parts: Any, lang: str, command: Callable[..., Parser]) -> None:
    """Add the two commands to the group."""
    made = command(parts, "export", lang, export)
    made.add_argument("--to", type=Path, required=True, help=tell("to", lang))
    made.add_argument("--coder", required=True, help=tell("coder", lang))
    made.add_argument("--all", action="store_true", help=tell("all", lang))
    made.add_argument("--suggest", action="store_true", help=tell("hints", lang))
    made.add_argument("--embeddings", action="store_true", help=tell("embeddings", lang))
    made.add_argument("--force", action="store_true", help=say("force", lang))
    made = command(parts, "import", lang, import_, question=False)
    made.add_argument("sheet", type=Path, help=tell("sheet", lang))
    made.add_argument("--coder", required=True, help=tell("coder", lang))


def export(arguments: argparse.Namespace) -> int:
    """Write the sheet: the answers that the coder is to code, or all."""
    from atbalss.cli.code import embedder, opened, task_named
    from atbalss.coding.queue import queue
    from atbalss.coding.sheet import code_heads, head, sheet
    from atbalss.coding.suggest import learn, taught
    from atbalss.exchange.xlsx_lists import write_list_sheet

    target: Path = arguments.to
    if target.exists() and not arguments.force:
        print(say("exists", arguments.ui, target))
        return WRONG_COMMAND
    folder, _, coding = opened(arguments)
    task = coding.tasks[task_named(coding, arguments.question)]
    lang = arguments.lang or folder.study.langs[0]
    standings = coding.standings(task.name)
    share, salt = coding.rules.double, folder.study.name
    if not arguments.all:
        due = queue(standings, arguments.coder, share=share, salt=salt)
        by_id = {one.answer.id: one for one in standings}
        standings = [by_id[answer.id] for answer, _ in due]
    hints = None
    if arguments.suggest or arguments.embeddings:
        machine = learn(task, taught(coding.standings(task.name)), embedder(arguments))
        told = machine.suggest([one.answer.text for one in standings])
        hints = {one.answer.id: found for one, found in zip(standings, told, strict=True)}
    made = sheet(task, standings, arguments.coder, lang, suggestions=hints, share=share, salt=salt)
    codes = [[head("code", lang), "name", ""]]
    codes += [[text, name, made.told[name]] for name, text in made.choices.items()]
    wide = {head("answer", lang): 60.0, head("suggestion", lang): 30.0, head("note", lang): 24.0}
    wide |= dict.fromkeys(code_heads(lang), 24.0) | {"nr": 6.0}
    hidden = made.hidden if hints else (*made.hidden, head("suggestion", lang))
    content = write_list_sheet(
        made.title,
        made.head,
        made.rows,
        codes,
        chosen=code_heads(lang),
        written=made.open[-1:],
        hidden=hidden,
        list_title=f"{head('code', lang)} {task.frame.name}",
        wide=wide,
    )
    target.write_bytes(content)
    if arguments.json:
        print_json({"files": [str(target)], "answers": len(made.rows)})
    else:
        print(tell("exported", arguments.ui, target, len(made.rows)))
    return DONE


def import_(arguments: argparse.Namespace) -> int:
    """Take over a filled sheet; rows that changed meanwhile are told and left out."""
    from datetime import UTC, datetime

    from atbalss.cli.code import opened
    from atbalss.coding.sheet import read
    from atbalss.exchange.xlsx_lists import read_list_sheet
    from atbalss.folder.coding import add_decisions
    from atbalss.problems import Place, Refused, errors, problem

    file: Path = arguments.sheet
    if not file.is_file():
        raise Refused([problem("folder-no-file", Place(file.name), file=file.name)])
    rows, listed, _, found = read_list_sheet(file.read_bytes(), file.name)
    if errors(found):
        raise Refused(found)
    folder, wave, coding = opened(arguments)
    names = list(dict.fromkeys(row.get("question", "") for _, row in rows))
    if not names or any(name not in coding.tasks for name in names):
        raise Refused([problem("exchange-not-a-coding-sheet", Place(file.name))])
    texts = {next(iter(row.values()), ""): row.get("name", "") for row in listed}
    now = datetime.now(UTC)
    made, problems = [], []
    for name in names:
        decided, wrong = read(
            coding.tasks[name],
            coding.standings(name),
            [pair for pair in rows if pair[1].get("question") == name],
            {text: code for text, code in texts.items() if text and code},
            arguments.coder,
            now,
            share=coding.rules.double,
            salt=folder.study.name,
        )
        made += decided
        problems += wrong
    if made:
        add_decisions(folder, wave, made)
    if arguments.json:
        told = [item.as_json(arguments.ui) for item in problems]
        print_json({"decisions": len(made), "problems": told})
        return DONE if not errors(problems) else 1
    code = show_problems(problems, arguments.ui)
    print(tell("imported", arguments.ui, len(made), len(problems)))
    return code
