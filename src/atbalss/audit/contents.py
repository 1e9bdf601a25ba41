"""Lists of contents without leaders: lines that stand again as headings below; titles in capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from atbalss.audit import regex

_TITLE = regex.any_case(
    r"(?:satur(?:s|a rādītājs)|(?:table of )?contents|содержание|оглавление)\W*"
)
_MARKS = regex.pattern(r"^[\s#*\-•]+|[\s*#.…]*\d{0,3}\s*$")


def _bare(line: str) -> str:
    return " ".join(_MARKS.sub("", line).lower().split())


def contents_lines(lines: Sequence[str]) -> frozenset[int]:
    """Places of the lines of a list of contents: each stands again further down."""
    bares = [_bare(line) for line in lines]
    left = Counter(bares)
    found: set[int] = set()
    listing = False
    for place, (line, bare) in enumerate(zip(lines, bares, strict=True)):
        left[bare] -= 1
        if not listing:
            listing = _TITLE.fullmatch(line.strip(" #*")) is not None and bool(bare)
            continue
        if not bare:
            continue
        if left[bare] < 1:
            break
        found.add(place)
    return frozenset(found) if len(found) > 2 else frozenset()


def shouts(words: str) -> bool:
    """Whether a line is in capitals alone, as a title of a chapter may be."""
    bare = words.strip()
    letters = [char for char in bare if char.isalpha()]
    return (
        len(letters) > 4
        and bare == bare.upper()
        and len(bare) < 90
        and not regex.search(r"\d", bare)
    )
