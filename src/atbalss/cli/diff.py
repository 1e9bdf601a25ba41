"""`atbalss diff`: what changed between two builds of a report, for the corrections page."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atbalss.cli.opendata_words import tell
from atbalss.cli.shell import DONE, WRONG_COMMAND, Parser, print_json
from atbalss.cli.words import say
from atbalss.problems.catalogue import LANGS

if TYPE_CHECKING:
    from atbalss.report.erratum_page import Names

CHANGED = 1
ENDING = ".numbers.json"


def add(commands: Any, lang: str) -> None:
    """Add the command to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "diff",
        help=tell("diff", lang),
        description=tell("diff", lang),
        examples=(
            "atbalss diff published/ out/ --lang lv",
            "atbalss diff old.numbers.json new.numbers.json --study studies/vpvkac",
            "atbalss diff published/ out/ --old-study v1 --study v2 --out corrections",
        ),
    )
    parser.add_argument("old", type=Path, help=tell("diff-old", lang))
    parser.add_argument("new", type=Path, help=tell("diff-new", lang))
    parser.add_argument("--lang", choices=LANGS, default="lv", help=tell("diff-lang", lang))
    parser.add_argument("--study", type=Path, default=None, help=tell("diff-study", lang))
    parser.add_argument("--old-study", type=Path, default=None, help=tell("diff-old-study", lang))
    parser.add_argument("--out", type=Path, default=None, help=tell("diff-out", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the corrections or write them; exit code 0: nothing changed, 1: something did."""
    from dataclasses import replace

    from atbalss.report import erratum, erratum_page

    for path in (arguments.old, arguments.new):
        if not path.exists():
            print(tell("diff-no-path", arguments.ui, path))
            return WRONG_COMMAND
    held = [_numbers(path, arguments.lang) for path in (arguments.old, arguments.new)]
    for path, numbers in zip((arguments.old, arguments.new), held, strict=True):
        if numbers is None:
            print(tell("diff-none", arguments.ui, path, f"*-{arguments.lang}{ENDING}"))
            return WRONG_COMMAND
    found = erratum.compare(held[0] or {}, held[1] or {})
    names = _names(arguments.study, arguments.lang)
    if arguments.study is not None and arguments.old_study is not None:
        before = _narrative(arguments.old_study, arguments.lang)
        found = replace(found, texts=erratum.changed_texts(before, names.narrative))
    code = DONE if found.is_empty else CHANGED
    if arguments.json:
        print_json(erratum_page.as_json(found, names, arguments.lang))
        return code
    page = erratum_page.as_markdown(found, names, arguments.lang)
    if arguments.out is None:
        print(page, end="")
        return code
    arguments.out.mkdir(parents=True, exist_ok=True)
    values = erratum_page.as_json(found, names, arguments.lang)
    made = {
        "corrections.md": page,
        "corrections.html": erratum_page.as_html(found, names, arguments.lang),
        "corrections.json": json.dumps(values, ensure_ascii=False, indent=1) + "\n",
    }
    for name, content in made.items():
        file = arguments.out / name
        file.write_text(content, encoding="utf-8", newline="\n")
        print(say("wrote", arguments.ui, file))
    return code


def _numbers(path: Path, lang: str) -> Mapping[str, Mapping[str, object]] | None:
    """The numbers of a build: of the file itself, or of the one in a folder in that language."""
    files = [path] if path.is_file() else _reports(path, lang)
    if len(files) != 1:
        return None
    try:
        held = json.loads(files[0].read_text(encoding="utf-8"))
    except (ValueError, OSError):
        return None
    whole = isinstance(held, dict) and all(isinstance(item, dict) for item in held.values())
    return held if whole else None


def _reports(folder: Path, lang: str) -> list[Path]:
    """The numbers of reports in a folder, or in a published site; not of press releases beside."""
    found = sorted(folder.glob(f"*-{lang}{ENDING}"))
    end = f"-{lang}{ENDING}"
    press = {file.with_name(f"{file.name.removesuffix(end)}-press{end}") for file in found}
    published = folder / lang / f"report{ENDING}"
    return [file for file in found if file not in press] or [published] * published.is_file()


def _narrative(study: Path, lang: str) -> str:
    file = study / f"report.{lang}.md"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _names(study: Path | None, lang: str) -> Names:
    """Labels and headings of a study; none without one."""
    from atbalss.report.erratum_page import Names

    if study is None:
        return Names()
    from atbalss.folder import open_study

    folder = open_study(study)
    return Names(folder.questionnaire, _narrative(study, lang), folder.study.title.get(lang))
