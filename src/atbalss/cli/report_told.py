"""What a build of a report tells when it is done, and again where nothing has changed since."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from atbalss.cli.shell import seconds, show_problems
from atbalss.cli.words import say

if TYPE_CHECKING:
    from atbalss.folder import StudyFolder
    from atbalss.problems import Problem
    from atbalss.report.logo import Logo


def still(arguments: argparse.Namespace, start: float) -> int | None:
    """Tell what the last build told, where all that it read and wrote is as it was; its exit code.

    None where something is not, or where an engine counts, whose rows may have changed.
    """
    from atbalss.folder import standing

    if arguments.engine:
        return None
    build = standing.recall(arguments.study, arguments.out, _asked(arguments))
    if build is None:
        return None
    problems = [*build.problems, *(build.read if arguments.json else ())]
    code = show_problems(problems, arguments.ui, as_json=arguments.json)
    files = [arguments.out / name for name in build.files]
    tell(arguments, "unchanged", files, build.read, start)
    return code


def tell(
    arguments: argparse.Namespace,
    what: str,
    files: Iterable[Path],
    read: Iterable[Problem],
    start: float,
) -> None:
    """Tell what the audit found, what became of each file, and how long it took; not as JSON."""
    if arguments.json:
        return
    show_problems(read, arguments.ui)
    for file in files:
        print(say(what, arguments.ui, file))
    print(say("made-in", arguments.ui, seconds(start, arguments.ui)))


def remember(
    arguments: argparse.Namespace,
    folder: StudyFolder,
    logo: Logo | None,
    problems: Iterable[Problem],
    read: Iterable[Problem],
    files: Mapping[str, str],
) -> None:
    """Keep what a build told, where it was made of the study's own files and of nothing else."""
    from atbalss.folder import standing

    if logo is not None:  # it may be a hidden file, of which nothing is known
        content = logo.svg.encode() or logo.png
        if hashlib.sha256(content).hexdigest() not in folder.contents.values():
            return
    build = standing.Build(tuple(problems), tuple(read), files)
    standing.keep(folder.path, folder.contents, arguments.out, _asked(arguments), build)


def _asked(arguments: argparse.Namespace) -> list[str]:
    """What a build is asked to make of a study."""
    return [arguments.lang or "", " ".join(arguments.formats), arguments.charts, arguments.wave]
