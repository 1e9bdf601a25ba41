"""`atbalss review`: what readers wrote into the Word document, at the lines of its source."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from atbalss.cli.shell import DONE, Parser
from atbalss.cli.words import say


def add(commands: Any, lang: str) -> None:
    """Add the command to the parser's subcommands."""
    parser: Parser = commands.add_parser(
        "review",
        help=say("review", lang),
        description=say("review", lang),
        examples=(
            "atbalss review komentari.docx",
            "atbalss review komentari.docx --study studies/vpvkac --out review.md",
        ),
    )
    parser.add_argument("file", type=Path, help=say("review-file", lang))
    parser.add_argument("--study", type=Path, default=None, help=say("study", lang))
    parser.add_argument("--out", type=Path, default=None, help=say("review-out", lang))
    parser.add_argument("--json", action="store_true", help=say("json", lang))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the remarks; write them as Markdown where asked."""
    from atbalss.problems import Place, Refused, problem
    from atbalss.report.review import read_review
    from atbalss.report.review_words import as_markdown, as_text, as_values, word

    ui = arguments.ui
    if not arguments.file.is_file():
        place = Place(arguments.file.name)
        raise Refused([problem("folder-no-file", place, file=arguments.file)])
    review = read_review(arguments.file.read_bytes(), arguments.file.name)
    lines: tuple[str, ...] = ()
    if arguments.study is not None:
        from atbalss.folder import fingerprint

        source = arguments.study / review.source
        if source.is_file():
            lines = tuple(source.read_text(encoding="utf-8").splitlines())
        if review.fingerprint != fingerprint(arguments.study) and not arguments.json:
            print(word("changed", ui))
    if arguments.out is not None:
        text = as_markdown(review, ui, lines)
        arguments.out.write_text(text, encoding="utf-8", newline="\n")
    if arguments.json:
        print(json.dumps(as_values(review), ensure_ascii=False, indent=1))
        return DONE
    for line in as_text(review, ui):
        print(line)
    if arguments.out is not None:
        print(say("wrote", ui, arguments.out))
    return DONE
