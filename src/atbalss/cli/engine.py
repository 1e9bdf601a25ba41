"""`--engine`: where the sums are made; without it, here."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from atbalss.cli.shell import step
from atbalss.cli.words import say

if TYPE_CHECKING:
    from atbalss.folder.streams import Opener

LOG = "spark.log"


def add_option(parser: argparse.ArgumentParser, lang: str) -> None:
    """Add `--engine` to a command that counts."""
    parser.add_argument("--engine", default="", metavar="URL", help=say("engine", lang))


@contextmanager
def engine(arguments: argparse.Namespace) -> Iterator[Opener | None]:
    """What opens Parquet waves by the engine that was asked for; None: this machine does."""
    if not arguments.engine:
        yield None
        return
    from atbalss.folder import cache_dir
    from atbalss.tables.engines.spark_session import connected

    study: Path = arguments.study
    folder = cache_dir(study) if (study / "study.yaml").is_file() else None
    log = (folder or Path(tempfile.mkdtemp(prefix="atbalss-"))) / LOG
    with ExitStack() as stack:
        with step("connecting", arguments.ui):
            spark = stack.enter_context(connected(arguments.engine, log))
        yield spark.source
