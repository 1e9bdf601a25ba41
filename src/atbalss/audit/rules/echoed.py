"""A share that two sentences tell in like words, wherever they stand, with two values."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit.claims import Claims
from atbalss.audit.echoes import echoes
from atbalss.audit.finding import Finding
from atbalss.audit.rules.two_values import twice
from atbalss.audit.text import Text


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Pairs of sentences that surely tell one share, but for what an earlier rule has told."""
    done = {id(claim) for claim in claims.kept.get("told-twice", ())}
    for one, other in echoes(text, claims):
        pair = one.claim, other.claim
        if done & set(map(id, pair)):
            continue
        claims.kept.setdefault("told-twice", []).extend(pair)
        done |= set(map(id, pair))
        yield twice(text, *pair)
