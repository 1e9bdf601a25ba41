"""Which versions of libraries are installed, told from names alone.

`importlib.metadata` says the same, but loads a mail parser and reads a file a library: a
twentieth of the time that a report with one changed sentence takes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

_NOTE = re.compile(r"(.+?)-[^-]+(?:-.*)?\.(?:dist|egg)-info")


def installed(names: Iterable[str]) -> tuple[str, ...]:
    """What installers noted of libraries, such as `numpy-2.4.6.dist-info`, sorted.

    `names` are written as the package index does; one that is not installed is left out.
    """
    wanted = {_plain(name) for name in names}
    return tuple(note for note in notes() if _plain(_NOTE.sub(r"\1", note)) in wanted)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def notes() -> tuple[str, ...]:
    """What installers noted of all libraries that there are, sorted."""
    found: set[str] = set()
    for entry in sys.path:
        with suppress(OSError):
            found |= {file.name for file in Path(entry).iterdir() if _NOTE.fullmatch(file.name)}
    return tuple(sorted(found))
