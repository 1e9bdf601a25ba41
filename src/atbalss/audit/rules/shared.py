"""One percent for two items that each have it: `19 % named speed and competence`."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot_of
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Text


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """A share of "A and B" where the document prints the same share for A and for B alone."""
    levels = [c for c in claims.levels if c.sentence.kind in (Kind.PARAGRAPH, Kind.ITEM)]
    for claim in levels:
        parts = _two(claim, text)
        if parts is None:
            continue
        own = [
            next((item for item in levels if _alone(item, claim, part, other)), None)
            for part, other in (parts, parts[::-1])
        ]
        if own[0] is None or own[1] is None or own[0] is own[1]:
            continue
        others = tuple(spot_of(text, item) for item in own if item)
        at = spot_of(text, claim)
        yield finding(text, "one-percent-two-items", at, others, value=claim.number.shown)


def _two(claim: Claim, text: Text) -> tuple[set[str], set[str]] | None:
    """The stems of the two things that one number is said of."""
    after = claim.sentence.text[claim.number.end : claim.end]
    parts = regex.split(r"\s(?:un|and|и)\s", after)
    if not claim.alone or len(parts) != 2 or "(" in after:
        return None
    first, second = set(stems(parts[0], text.lang)), set(stems(parts[1], text.lang))
    return (first, second) if first and second and not first & second else None


def _alone(item: Claim, claim: Claim, part: set[str], other: set[str]) -> bool:
    if item.sentence.order == claim.sentence.order or item.number.value != claim.number.value:
        return False
    about = set(item.about)
    return len(part & about) >= min(2, len(part)) and not other & about and len(about) <= 6
