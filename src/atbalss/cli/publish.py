"""`atbalss publish`: the report and its results as plain files that any web server can hold."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atbalss.cli.shell import DONE, FOUND_ERRORS, Parser, seconds, show_problems, step
from atbalss.cli.words import say

if TYPE_CHECKING:
    from atbalss.cli.publish_files import Site


def add(commands: Any, lang: str) -> None:
    """Add the command to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "publish",
        help=say("publish", lang),
        description=say("publish", lang),
        examples=(
            "atbalss publish studies/vpvkac --out site",
            "atbalss publish studies/vpvkac --out site --address https://example.org/aptauja",
            "atbalss publish studies/vpvkac --out site --preview",
        ),
    )
    parser.add_argument("study", type=Path, help=say("study", lang))
    parser.add_argument("--out", type=Path, required=True, help=say("out-dir", lang))
    parser.add_argument("--address", type=web_address, default="", help=say("address", lang))
    parser.add_argument("--preview", action="store_true", help=say("preview", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    parser.set_defaults(run=run)


def web_address(text: str) -> str:
    """An address that is whole: one without its scheme would make every link a wrong one."""
    from urllib.parse import urlsplit

    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.netloc):
        raise argparse.ArgumentTypeError("https://example.org/aptauja")
    return text


def run(arguments: argparse.Namespace) -> int:
    """Make the site of a study in all its languages."""
    from atbalss.folder import cache_dir
    from atbalss.report.chart_workers import Workers

    start = time.perf_counter()
    workers = Workers.start(cache_dir(arguments.study) if arguments.study.is_dir() else None)
    try:
        code, site = _made(arguments, workers)
    finally:
        workers.stop()
    if site is not None and not arguments.json:
        print(say("site-made", arguments.ui, arguments.out / "index.html", site.count))
        if site.withdrawn:
            print(say("site-withdrawn", arguments.ui, site.withdrawn))
        print(say("made-in", arguments.ui, seconds(start, arguments.ui)))
    return code


def _made(arguments: argparse.Namespace, workers: Any) -> tuple[int, Site | None]:
    import datetime

    from atbalss import plan
    from atbalss.cli.publish_files import Site
    from atbalss.folder import house_style, open_study, pieces
    from atbalss.problems import Place, Refused, errors, problem
    from atbalss.report.results import demand_of
    from atbalss.study.about import State

    with step("reading", arguments.ui):
        folder = open_study(arguments.study)
        parts, problems = pieces(folder)
        theme, logo, faults = house_style(folder.path, folder.study.langs)
    problems = [*folder.problems, *problems, *faults]
    publication = folder.study.publication
    today = datetime.datetime.now().astimezone().date()
    if not arguments.preview:
        if publication.state is State.DRAFT:
            problems.append(problem("report-publish-draft", Place("study.yaml")))
        if publication.embargo and publication.embargo > today:
            until = publication.embargo.isoformat()
            problems.append(problem("report-publish-embargo", Place("study.yaml"), date=until))
    if errors(problems):
        raise Refused(problems)
    langs = tuple(lang for lang in folder.study.langs if lang in parts.texts)
    if not langs:
        place = Place(f"report.{folder.study.langs[0]}.md")
        missing = problem(
            "folder-no-report", place, lang=folder.study.langs[0], path=arguments.study
        )
        raise Refused([*problems, missing])
    with step("computing", arguments.ui):
        built = plan.build(parts, langs, demand_of(folder.questionnaire))
    code = show_problems([*problems, *built.problems], arguments.ui, as_json=arguments.json)
    if len(built.documents) < len(langs):
        return code or FOUND_ERRORS, None
    site = Site(arguments.out, folder, built, workers, arguments.ui, arguments.address, theme, logo)
    site.write()
    return DONE, site
