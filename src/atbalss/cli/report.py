"""`atbalss report`: a report in all its formats; `atbalss report draft`: a first text."""

from __future__ import annotations

import argparse
import gc
import time
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atbalss.cli.beside import Reader
from atbalss.cli.engine import add_option, engine
from atbalss.cli.report_told import remember, still, tell
from atbalss.cli.shell import DONE, FOUND_ERRORS, WRONG_COMMAND, Parser, show_problems, step
from atbalss.cli.words import say
from atbalss.problems.catalogue import LANGS

if TYPE_CHECKING:
    from atbalss.folder.streams import Opener
    from atbalss.problems import Problem
    from atbalss.study.about import Format

WATCH_EVERY = 0.5  # seconds


def add(commands: Any, lang: str) -> None:
    """Add the commands to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "report",
        help=say("report", lang),
        description=say("report", lang),
        examples=(
            "atbalss report studies/vpvkac --out out",
            "atbalss report studies/vpvkac --out out --lang en",
            "atbalss report studies/vpvkac --out out --formats pdf,html,docx,pptx,xlsx",
            "atbalss report studies/vpvkac --out out --watch",
            "atbalss report studies/vpvkac --out out --wave field",
            "atbalss report draft studies/vpvkac --lang ru",
        ),
    )
    parser.add_argument("study", type=Path, help=say("study", lang))
    parser.add_argument("--out", type=Path, required=True, help=say("out-dir", lang))
    parser.add_argument("--lang", choices=LANGS, default=None, help=say("lang", lang))
    parser.add_argument("--formats", type=formats, default=(), help=say("formats", lang))
    parser.add_argument(
        "--charts", choices=("native", "picture"), default="", help=say("charts", lang)
    )
    parser.add_argument("--wave", default="", help=say("wave-option", lang))
    parser.add_argument("--watch", action="store_true", help=say("watch", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    add_option(parser, lang)
    parser.set_defaults(run=run)
    draft: Parser = commands.add_parser(
        "report-draft",
        help=f"report draft: {say('draft', lang)}",
        description=say("draft", lang),
        examples=("atbalss report draft studies/vpvkac --lang ru",),
    )
    draft.add_argument("study", type=Path, help=say("study", lang))
    draft.add_argument("--lang", choices=LANGS, default=None, help=say("lang", lang))
    draft.add_argument("--wave", default="", help=say("wave-option", lang))
    draft.add_argument("--force", action="store_true", help=say("force", lang))
    draft.set_defaults(run=run_draft)


def run(arguments: argparse.Namespace) -> int:
    """Make the report once, or again at each change."""
    if not arguments.watch:
        return _once(arguments)
    from atbalss.folder import fingerprint

    seen = ""
    print(say("watching", arguments.ui, arguments.study))
    while True:
        now = fingerprint(arguments.study)
        if now != seen:
            seen = now
            _watched(arguments)
        time.sleep(WATCH_EVERY)


def _watched(arguments: argparse.Namespace) -> None:
    from atbalss.problems import Refused

    try:
        _once(arguments)
    except Refused as refused:
        show_problems(refused.problems, arguments.ui)


def _once(arguments: argparse.Namespace) -> int:
    start = time.perf_counter()
    if (code := still(arguments, start)) is not None:
        return code
    gc.set_threshold(50_000, 20, 50)  # a build makes little garbage and much that stays
    workers = _workers(arguments.study)
    reader = Reader(arguments.study, ahead=workers.idle)
    try:
        with engine(arguments) as opener:
            return _made(arguments, workers, reader, start, opener)
    finally:
        reader.stop()
        workers.stop()


def _workers(study: Path) -> Any:
    """Drawing processes, started ahead where nothing is drawn yet: they warm up meanwhile."""
    from atbalss.folder import cache_dir
    from atbalss.report.chart_workers import Workers

    if not (study / "study.yaml").is_file():
        return Workers()
    cache = cache_dir(study)
    drawn = cache is not None and next(cache.glob("*.svg"), None) is not None
    return Workers() if drawn else Workers.start(cache)


def _made(
    arguments: argparse.Namespace,
    workers: Any,
    reader: Reader,
    start: float,
    opener: Opener | None,
) -> int:
    from atbalss import plan
    from atbalss.cli.report_files import Files
    from atbalss.folder import house_style, open_study, pieces
    from atbalss.problems import Place, Refused, errors, problem

    with step("reading", arguments.ui):
        folder = open_study(arguments.study, arguments.wave)
        parts, problems = pieces(folder, opener)
        theme, logo, looks = house_style(folder.path, folder.study.langs)
    problems = [*folder.problems, *problems, *looks]
    if errors(problems):
        raise Refused(problems)
    lang = arguments.lang or folder.study.langs[0]
    if lang not in parts.texts:
        place = Place(f"report.{lang}.md")
        path = f"{arguments.study} --wave {arguments.wave}" if arguments.wave else arguments.study
        missing = problem("folder-no-report", place, lang=lang, path=path)
        raise Refused([*problems, missing])
    with step("computing", arguments.ui):
        built = plan.build(parts, (lang,))
    problems += built.problems
    heard: Future[list[Problem]] = Future()
    if lang in built.documents:
        heard = reader.heard(built.documents[lang], f"report.{lang}.md", parts.memory)
    told = tuple(problems)
    if arguments.json and lang in built.documents:
        problems += heard.result()
    code = show_problems(problems, arguments.ui, as_json=arguments.json)
    if lang not in built.documents:
        return code or FOUND_ERRORS
    document = built.documents[lang]
    files = Files(arguments.out, folder.path, arguments.ui, workers, theme, logo)
    wanted = arguments.formats or folder.study.publication.formats
    made = files.write(document, f"{folder.study.name}-{lang}", wanted, _charts(arguments, folder))
    if lang in built.releases:
        made += files.write_release(built.releases[lang], f"{folder.study.name}-press-{lang}")
    tell(arguments, "wrote", made, heard.result(), start)
    if parts.memory is not None:  # else something was read that lies outside the study
        remember(arguments, folder, logo, told, heard.result(), files.written)
    return code


def _charts(arguments: argparse.Namespace, folder: Any) -> Any:
    return arguments.charts or folder.study.publication.charts


def formats(text: str) -> tuple[Format, ...]:
    """The formats named in a list such as `pdf,docx`, in the order they are made; `all` is all."""
    from atbalss.study.about import Format

    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    known = [item.value for item in Format]
    if names == ["all"]:
        return tuple(Format)
    if not names or any(name not in known for name in names):
        raise argparse.ArgumentTypeError(", ".join([*known, "all"]))
    return tuple(item for item in Format if item.value in names)


def run_draft(arguments: argparse.Namespace) -> int:
    """Write a first report of any study into its folder."""
    from atbalss import plan
    from atbalss.folder import open_study, pieces
    from atbalss.problems import Refused, errors
    from atbalss.report.draft import draft

    folder = open_study(arguments.study, arguments.wave)
    parts, problems = pieces(folder)
    if errors([*folder.problems, *problems]):
        raise Refused([*folder.problems, *problems])
    lang = arguments.lang or folder.study.langs[0]
    target = folder.path / f"report.{lang}.md"
    if target.exists() and not arguments.force:
        print(say("exists", arguments.ui, target))
        return WRONG_COMMAND
    text = draft(folder.study, folder.questionnaire, plan.cells(parts), lang)
    target.write_text(text, encoding="utf-8", newline="\n")
    print(say("wrote", arguments.ui, target))
    return DONE
