"""What a study folder and the program hold, as fingerprints: when they agree, so do the numbers."""

from __future__ import annotations

import hashlib
import os
import platform
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import atbalss
from atbalss.folder.cache import NAME as CACHE
from atbalss.folder.cache import Kept, cache_dir
from atbalss.tables.installed import installed

if TYPE_CHECKING:
    from atbalss.tables.recall import Memory

_SAID = re.compile(r"(report|press)\.[a-z-]+\.md|theme\.yaml")  # words and looks, no numbers
_NUMBERS = ".numbers.json"  # what a built report has beside it
_BUILT = (_NUMBERS, ".html", ".pdf", ".typ", ".docx", ".pptx", ".xlsx", ".txt")
_COUNTING = ("numpy", "polars", "pyreadstat", "scipy")


def contents(path: Path) -> dict[str, str]:
    """SHA-256 of each file of a study by its path within it, in order.

    Hidden files and the cache are left out, and reports that were built into the folder.
    """
    files = sorted(_files(path))
    built = {file.name.removesuffix(_NUMBERS) for file in files if file.name.endswith(_NUMBERS)}
    made = {stem + ending for stem in built for ending in _BUILT}
    found = {}
    for file in files:
        if file.name.removesuffix(".part") in made:
            continue
        if of_file := digest_of(file):  # gone: an editor's own, since the folder was listed
            found[file.relative_to(path).as_posix()] = of_file
    return found


def digest_of(file: Path) -> str:
    """SHA-256 of a file, 64 hex digits; nothing where there is none. It may be large."""
    with suppress(FileNotFoundError), file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
    return ""


def _files(path: Path) -> Iterator[Path]:
    """The files below a folder, those behind links too; nothing hidden, no folder twice."""
    seen = set()
    for place, folders, names in os.walk(path, followlinks=True):
        if (real := os.path.realpath(place)) in seen:
            folders.clear()  # a link leads back
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != CACHE)
        for name in names:
            file = Path(place, name)
            if not name.startswith(".") and file.is_file():
                yield file


def fingerprint(path: Path) -> str:
    """One fingerprint of all files of a study, 16 hex digits."""
    return digest(contents(path))


def digest(files: Mapping[str, str]) -> str:
    """The fingerprint of files by their names and hashes, 16 hex digits."""
    whole = hashlib.sha256()
    for name, content in files.items():
        whole.update(name.encode())
        whole.update(bytes.fromhex(content))
    return whole.hexdigest()[:16]


def of_numbers(files: Mapping[str, str]) -> str:
    """The fingerprint of what numbers depend on: program and study, but no texts and looks."""
    counted = {name: content for name, content in files.items() if not _SAID.fullmatch(name)}
    whole = hashlib.sha256(program().encode())
    for name, content in counted.items():
        whole.update(f"{len(name)} {name} {content}".encode())
    return whole.hexdigest()


def memory_of(path: Path, held: Mapping[str, str]) -> Memory | None:
    """Where what was made of a study is kept; None where it has no place for a cache."""
    from atbalss.tables.recall import Memory

    cache = cache_dir(path)
    if cache is None:
        return None
    now = of_numbers(held)
    return Memory(now, Kept(cache, lambda: of_numbers(contents(path)) == now))


@cache
def program() -> str:
    """A fingerprint of the program: its own files, what it counts with, Python, the machine.

    A file counts by its name, size and time of change, a library by the name of the folder in
    which an installer notes its version: reading them all would take as long as the report.
    """
    whole = hashlib.sha256()
    root = Path(atbalss.__file__).parent
    for file in sorted(_files(root)):
        if file.suffix == ".pyc":
            continue
        is_now = file.stat()
        name = file.relative_to(root).as_posix()
        whole.update(f"{name} {is_now.st_size} {is_now.st_mtime_ns}\n".encode())
    for name in installed(_COUNTING):
        whole.update(f"{name}\n".encode())
    whole.update(f"{platform.python_version()} {platform.machine()}".encode())
    return whole.hexdigest()
