"""What the last build wrote and still stands: told by fingerprints, so that it is not made again.

Told are the problems and the files of a build of the same study by the same program and libraries,
asked in the same words, while each file that it wrote is, byte for byte, what it wrote.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from atbalss.folder.cache import Kept, cache_dir
from atbalss.folder.contents import contents, digest_of, program
from atbalss.problems import Problem
from atbalss.tables import installed
from atbalss.tables.codec import NotPlainError, packed, unpacked


@dataclass(frozen=True)
class Build:
    """What a build gave: problems of the study, those of its text, SHA-256 of each file by name."""

    problems: tuple[Problem, ...]
    read: tuple[Problem, ...]  # what the audit found in the text
    files: Mapping[str, str]  # in the folder that the build was asked to write


def recall(study: Path, out: Path, asked: Sequence[str]) -> Build | None:
    """The build into `out` of what the study holds now, asked in these words, if it stands."""
    if not (study / "study.yaml").is_file() or (cache := cache_dir(study)) is None:
        return None
    name = _name(contents(study), out, asked)
    content = Kept(cache, lambda: False).read(name)
    if content is None:
        return None
    sum_of, _, body = content.partition(b"\n")
    if sum_of != _sum(name, body):
        return None
    with suppress(NotPlainError, ValueError, TypeError, OSError):
        problems, read, files = json.loads(body)
        if all(digest_of(out / file) == wanted for file, wanted in files.items()):
            return Build(unpacked(problems), unpacked(read), files)
    return None


def keep(
    study: Path, held: Mapping[str, str], out: Path, asked: Sequence[str], build: Build
) -> None:
    """Keep what a build gave of the files `held`, unless one of them has changed meanwhile."""
    cache = cache_dir(study)
    if cache is None:
        return
    plain = [packed(build.problems), packed(build.read), dict(build.files)]
    name, body = _name(held, out, asked), json.dumps(plain).encode()
    kept = Kept(cache, lambda: contents(study) == held)
    kept.write(name, _sum(name, body) + b"\n" + body)


def _name(held: Mapping[str, str], out: Path, asked: Sequence[str]) -> str:
    """The name of a build: program, all libraries that there are, the study's files, what is asked.

    Files are as good as their hashes; a library is known by the version that its installer noted.
    """
    parts = [program(), installed.notes(), list(held.items()), str(out.resolve()), list(asked)]
    return f"built-{hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]}"


def _sum(name: str, body: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + body).hexdigest().encode()
