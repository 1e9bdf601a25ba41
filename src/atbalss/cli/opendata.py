"""`atbalss opendata`: the disclosure check, the release, and the folder of open data."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atbalss import __version__
from atbalss.cli.opendata_words import tell
from atbalss.cli.shell import (
    DONE,
    FOUND_ERRORS,
    WRONG_COMMAND,
    Parser,
    figure,
    print_json,
    show_problems,
    step,
)
from atbalss.cli.words import say

if TYPE_CHECKING:
    from atbalss.cli.opendata_ground import Ground
    from atbalss.folder import StudyFolder
    from atbalss.opendata.prepare import Prepared
    from atbalss.opendata.propose import Advice, Proposal
    from atbalss.opendata.rules import Rules
    from atbalss.problems import Problem


def add(commands: Any, lang: str) -> None:
    """Add the command to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "opendata",
        help=tell("opendata", lang),
        description=tell("opendata", lang),
        examples=(
            "atbalss opendata studies/vpvkac --check",
            'atbalss opendata studies/vpvkac --release "Anna Ozola"',
            "atbalss opendata studies/vpvkac --out open",
        ),
    )
    parser.add_argument("study", type=Path, help=say("study", lang))
    parser.add_argument("--check", action="store_true", help=tell("check", lang))
    parser.add_argument("--release", metavar="NAME", default="", help=tell("release", lang))
    parser.add_argument("--note", default="", help=tell("note", lang))
    parser.add_argument("--out", type=Path, default=None, help=tell("out", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check, release or write; exit code 1 where the data may not be published."""
    if sum((arguments.check, bool(arguments.release), arguments.out is not None)) != 1:
        print(tell("one-of", arguments.ui))
        return WRONG_COMMAND
    from atbalss.cli.opendata_ground import ground as read
    from atbalss.folder.opendata import read_release
    from atbalss.opendata import files, release
    from atbalss.problems import Refused, errors, problem

    with step("reading", arguments.ui):
        ground = read(arguments.study)
    folder, rules = ground.folder, ground.rules
    with step("computing", arguments.ui):
        prepared = ground.prepared(rules)
    found = [*ground.problems, *prepared.problems]
    data = files.data_files(folder.study, prepared.waves)
    mark = release.fingerprint(rules, data)
    held, faults = read_release(folder)
    needed = rules.microdata
    decision = [*faults, *(release.check(held, mark) if needed and not faults else [])]
    if arguments.check:
        ways = _advice(ground, arguments.ui)
        return _told(arguments, rules, prepared, ways, [*found, *decision], mark)
    if errors(found):
        _proposals(prepared, _advice(ground, arguments.ui), arguments.ui)
        raise Refused(found)
    if arguments.release:
        return _release(arguments, folder, prepared, found, mark)
    if errors(decision):
        raise Refused([*found, *decision])
    if not rules.card.url:
        found = [*found, problem("opendata-no-address")]
    who = (held.by, held.when.isoformat()) if held is not None and needed else ("", "")
    with step("writing", arguments.ui):
        made = files.all_files(
            files.Folder(
                folder.study, rules.card, folder.questionnaire, prepared.waves, __version__, who
            )
        )
        written = _write(arguments.out, made)
    if arguments.json:
        told = [item.as_json(arguments.ui) for item in found]
        print_json(
            {"files": [str(file) for file in written], "fingerprint": mark, "problems": told}
        )
        return DONE
    show_problems(found, arguments.ui)
    for file in written:
        print(say("wrote", arguments.ui, file))
    return DONE


def _advice(ground: Ground, lang: str) -> Advice:
    with step("attacking", lang):
        return ground.advice()


def _told(
    arguments: argparse.Namespace,
    rules: Rules,
    prepared: Prepared,
    ways: Advice,
    found: list[Problem],
    mark: str,
) -> int:
    """The check on the screen or as JSON: what it costs, what is proposed, what is wrong."""
    from atbalss.problems import errors

    lang = arguments.ui
    if arguments.json:
        print_json(_as_json(rules, prepared, ways, found, mark, lang))
        return FOUND_ERRORS if errors(found) else DONE
    for wave in prepared.waves:
        made = wave.microdata
        if made is None:
            continue
        quasi = ", ".join(made.quasi) or "–"
        height = made.frame.data.height
        args = (wave.wave.name, height, quasi, made.k, made.classes, made.blanked, made.cells)
        print(tell("wave", lang, *args))
        for item in made.diversity:
            print(tell("diversity", lang, item.question, item.least, item.alike, item.classes))
        for change in made.changes:
            print(
                f"  {change.change:<22} {change.variable:<28} {change.count:>6}  "
                f"{change.detail[:60]}"
            )
    _proposals(prepared, ways, lang)
    print(tell("fingerprint", lang, mark))
    return show_problems(found, lang)


def _proposals(prepared: Prepared, ways: Advice, lang: str) -> None:
    if not ways.proposals and not ways.broken:
        return
    print(tell("now", lang, *_effect(replace(prepared.effect, left_out=prepared.left_out), lang)))
    print(tell("proposals" if ways.proposals else "no-proposals", lang))
    for item in ways.proposals:
        levels = ", ".join(f"{name}: {level}" for name, level in item.levels)
        print(f"  {levels}\n    " + tell("effect", lang, *_effect(item, lang)))
    if ways.broken:
        print(tell("broken", lang, ways.broken))


def _effect(item: Proposal, lang: str) -> tuple[object, ...]:
    return item.risky, item.blanked, item.cells, figure(item.loss, 3, lang), item.left_out


def _as_json(
    rules: Rules,
    prepared: Prepared,
    ways: Advice,
    found: list[Problem],
    mark: str,
    lang: str,
) -> dict[str, object]:
    def plain(item: Proposal) -> dict[str, object]:
        return {
            "levels": dict(item.levels),
            "at_risk": item.risky,
            "blanked": item.blanked,
            "cells": item.cells,
            "loss": round(item.loss, 6),
            "questions_left_out": item.left_out,
        }

    return {
        "k": rules.k,
        "fingerprint": mark,
        "waves": [
            {
                "wave": wave.wave.name,
                "records": wave.microdata.frame.data.height,
                "quasi_identifiers": list(wave.microdata.quasi),
                "k": wave.microdata.k,
                "blanked": wave.microdata.blanked,
                "cells": wave.microdata.cells,
                "diversity": [
                    {
                        "question": d.question,
                        "least": d.least,
                        "alike": d.alike,
                        "classes": d.classes,
                    }
                    for d in wave.microdata.diversity
                ],
                "changes": [
                    {
                        "variable": c.variable,
                        "change": c.change,
                        "count": c.count,
                        "detail": c.detail,
                    }
                    for c in wave.microdata.changes
                ],
            }
            for wave in prepared.waves
            if wave.microdata is not None
        ],
        "chosen": plain(replace(prepared.effect, left_out=prepared.left_out)),
        "proposals": [plain(item) for item in ways.proposals],
        "proposals_broken": ways.broken,
        "problems": [item.as_json(lang) for item in found],
    }


def _release(
    arguments: argparse.Namespace,
    folder: StudyFolder,
    prepared: Prepared,
    found: list[Problem],
    mark: str,
) -> int:
    """Write the decision down: who, when, of exactly which data."""
    import yaml

    from atbalss.opendata.release import FILE

    about = {
        "by": arguments.release,
        "when": datetime.now(UTC).date(),
        "fingerprint": mark,
        "waves": [wave.wave.name for wave in prepared.waves],
        "note": arguments.note,
    }
    target = folder.path / FILE
    text = yaml.safe_dump(about, allow_unicode=True, sort_keys=False)
    target.write_text(text, encoding="utf-8", newline="\n")
    show_problems(found, arguments.ui)
    print(tell("released", arguments.ui, arguments.release, target))
    return DONE


def _write(out: Path, made: dict[str, bytes]) -> list[Path]:
    written = []
    for path, content in made.items():
        file = out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(file.name + ".part")
        part.write_bytes(content)
        part.replace(file)
        written.append(file)
    return written
