"""Vectors of texts, kept in the study's cache by the mark of each text: one file, only added to."""

from __future__ import annotations

import struct
from collections.abc import Iterator, MutableMapping
from pathlib import Path

from atbalss.folder.cache import cache_dir

_NAME = "vectors.bin"
_HEAD = struct.Struct("<HI")  # lengths of mark and vector


class Vectors(MutableMapping[str, bytes]):
    """What `coding.embed.E5` keeps; a file that cannot be read or written is done without."""

    def __init__(self, study: Path) -> None:
        folder = cache_dir(study)
        self._file = folder / _NAME if folder is not None else None
        self._held: dict[str, bytes] = {}
        if self._file is not None and self._file.is_file():
            content = self._file.read_bytes()
            if (whole := self._read(content)) < len(content):
                self._file.write_bytes(content[:whole])  # cut short while the disk was full

    def _read(self, content: bytes) -> int:
        at = 0
        while at + _HEAD.size <= len(content):
            name, size = _HEAD.unpack_from(content, at)
            start = at + _HEAD.size
            if start + name + size > len(content):
                break
            mark = content[start : start + name].decode("ascii", "replace")
            self._held[mark] = content[start + name : start + name + size]
            at = start + name + size
        return at

    def __getitem__(self, mark: str) -> bytes:
        return self._held[mark]

    def __setitem__(self, mark: str, vector: bytes) -> None:
        self._held[mark] = vector
        if self._file is None:
            return
        name = mark.encode("ascii", "replace")
        try:
            with self._file.open("ab") as target:
                target.write(_HEAD.pack(len(name), len(vector)) + name + vector)
        except OSError:
            self._file = None

    def __delitem__(self, mark: str) -> None:
        del self._held[mark]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)
