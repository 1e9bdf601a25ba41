"""A place for what is costly to make again: charts, font subsets, pyxform's verdict, numbers.

It lies in the study folder, ignored by git, and may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

NAME = ".atbalss_cache"
KEPT = 12  # files of a kind; older ones go


def cache_dir(study: Path) -> Path | None:
    """The cache folder of a study, made if need be; None where it cannot be written."""
    folder = study / NAME
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
    except OSError:
        return None
    return folder


def remembered(
    folder: Path | None, name: str, key: bytes, make: Callable[[], list[list[str]]]
) -> list[list[str]]:
    """`make()` or what it gave earlier for the same `key`; rows of texts."""
    if folder is None:
        return make()
    digest = hashlib.sha256(key).hexdigest()[:32]
    file = folder / f"{name}-{digest}.json"
    try:
        stored: list[list[str]] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        stored = make()
        write_quietly(file, json.dumps(stored, ensure_ascii=False).encode())
    return stored


def write_quietly(file: Path, content: bytes) -> None:
    """Write a cache file whole or not at all; a full or read-only disk costs only the cache."""
    part = file.with_suffix(file.suffix + ".part")
    try:
        part.write_bytes(content)
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)


class Kept:
    """Keeps contents by name in a cache folder while what they were made from is as it was.

    `is_true` is asked before each writing, so that numbers counted while a file of the study was
    being changed are never kept under the name of what it held before.
    """

    def __init__(self, folder: Path, is_true: Callable[[], bool]) -> None:
        self.folder = folder
        self.is_true = is_true

    def read(self, name: str) -> bytes | None:
        """What was last written under a name; None if it is not there."""
        try:
            return (self.folder / f"{name}.json").read_bytes()
        except OSError:
            return None

    def write(self, name: str, content: bytes) -> None:
        """Keep content under a name; the oldest of its kind go where there are too many."""
        if not self.is_true():
            return
        write_quietly(self.folder / f"{name}.json", content)
        kind = name.partition("-")[0]
        kept = sorted(self.folder.glob(f"{kind}-*.json"), key=_age)
        for file in kept[:-KEPT]:
            file.unlink(missing_ok=True)


def _age(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
