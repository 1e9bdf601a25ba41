"""The human release: who let exactly these data out, and when; anything changed asks again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from atbalss.opendata.rules import Rules
from atbalss.problems import Place, Problem, problem

FILE = "release.yaml"


@dataclass(frozen=True, slots=True)
class Release:
    """A decision: a person, a day, the fingerprint of what was decided on, their note."""

    by: str
    when: date
    fingerprint: str
    note: str = ""


def fingerprint(rules: Rules, files: Mapping[str, bytes]) -> str:
    """SHA-256 (hex) of the rules and of the files that hold data, by their paths."""
    whole = hashlib.sha256(repr(rules).encode())
    for path in sorted(files):
        whole.update(path.encode() + b"\0")
        whole.update(hashlib.sha256(files[path]).digest())
    return whole.hexdigest()


def check(release: Release | None, now: str) -> list[Problem]:
    """What keeps these data from being written: no release, or one of other data."""
    place = Place(FILE)
    if release is None:
        return [problem("opendata-not-released", place)]
    if release.fingerprint != now:
        args = {"by": release.by, "when": release.when.isoformat()}
        return [problem("opendata-release-changed", place, **args)]
    return []
