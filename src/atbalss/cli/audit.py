"""`atbalss audit`: what is wrong in a report that anybody wrote."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atbalss.cli.shell import DONE, FOUND_ERRORS, Parser, print_json, step
from atbalss.cli.words import say
from atbalss.problems.catalogue import LANGS

if TYPE_CHECKING:
    from atbalss.audit.known import Known


def add(commands: Any, lang: str) -> None:
    """Add the command to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "audit",
        help=say("audit", lang),
        description=say("audit", lang),
        examples=(
            "atbalss audit report.pdf",
            "atbalss audit report.docx --json",
            "atbalss audit report.html --study studies/vpvkac --out audit.html",
        ),
    )
    parser.add_argument("report", type=Path, help=say("audit-report", lang))
    parser.add_argument("--study", type=Path, default=None, help=say("audit-study", lang))
    parser.add_argument("--lang", choices=LANGS, default=None, help=say("audit-lang", lang))
    parser.add_argument("--out", type=Path, default=None, help=say("audit-out", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read the report and print the findings: exit code 1 where there are any."""
    from atbalss.audit.door import open_report
    from atbalss.audit.run import audit

    with step("reading-report", arguments.ui):
        text = open_report(arguments.report)
    known, wave = _known(arguments.study, text.lang) if arguments.study else ((), "")
    found = audit(text, known, wave)
    lang = arguments.lang or arguments.ui
    if arguments.out is not None:
        from atbalss.audit.page import page

        arguments.out.write_text(page(text, found, lang), encoding="utf-8", newline="\n")
    if arguments.json:
        print_json([item.as_json(lang) for item in found])
        return FOUND_ERRORS if found else DONE
    for item in found:
        where = item.problem.where.words(lang)
        print(f"{where}: {item.why(lang)} [{item.rule}]")
        print(f"    „{item.spot.quote}“")
        print(f"    {item.proposal(lang)}")
        for other in item.others:
            print(f"    ({other.line}) „{other.quote}“")
    print(say("audit-counted", lang, len(found)) if found else say("audit-clean", lang))
    if arguments.out is not None:
        print(say("wrote", arguments.ui, arguments.out))
    return FOUND_ERRORS if found else DONE


def _known(path: Path, lang: str) -> tuple[tuple[Known, ...], str]:
    """The shares of a study, and the wave that its report is about."""
    from atbalss import plan
    from atbalss.audit.known import known_shares
    from atbalss.folder import open_study, pieces
    from atbalss.problems import Refused, errors

    folder = open_study(path)
    parts, problems = pieces(folder)
    if errors([*folder.problems, *problems]):
        raise Refused([*folder.problems, *problems])
    cells = plan.cells(parts)
    known = tuple(known_shares(folder.study, folder.questionnaire, cells, lang))
    return known, folder.study.wave
