"""Comparable levels out of sentences: shares of waves, or of two groups."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from atbalss.audit.claims import Claim
from atbalss.audit.finding import spot
from atbalss.audit.series import own_base
from atbalss.audit.strand import Point, Strand, bare
from atbalss.audit.text import Text
from atbalss.audit.wave_names import waves_of
from atbalss.audit.waves import OF_THEM

# ---- prose


def of_prose(text: Text, own: Sequence[Claim]) -> Iterator[Strand]:
    """The shares of a paragraph: those of waves together, else two of a sentence or of two."""
    if len(own) < 2:
        return
    labels = _labels(own)
    whens = waves_of(labels, text.lang)
    if whens is not None and len(own) <= 6:
        yield _told(text, own, labels, whens)
        return
    for size in (4, 3, 2):
        for place in range(len(own) - size + 1):
            few = own[place : place + size]
            if few[-1].sentence.order - few[0].sentence.order > 1:
                continue
            whens = waves_of(labels[place : place + size], text.lang)
            if whens is not None:
                yield _told(text, few, labels[place : place + size], whens)
                return
    for place, (one, other) in enumerate(itertools.pairwise(own)):
        alone = sum(c.sentence.order in (one.sentence.order, other.sentence.order) for c in own)
        if (
            alone == 2
            and other.sentence.order - one.sentence.order <= 1
            and not _is_part(one, other)
        ):
            yield _told(text, (one, other), labels[place : place + 2], None)


def _is_part(one: Claim, other: Claim) -> bool:
    """Whether the second share is of a part of the first."""
    begin = one.number.end if one.sentence is other.sentence else 0
    return OF_THEM.search(other.sentence.text, begin, other.number.start) is not None


_ASKED = re.compile(r"\?\s?[»”\"’')]*|:(?=\s)")


def _labels(own: Sequence[Claim]) -> list[str]:
    """The words of each share: its part of the sentence without the question that leads it in."""
    found = []
    for place, claim in enumerate(own):
        words, number = claim.sentence.text, claim.number
        before = own[place - 1] if place and own[place - 1].sentence is claim.sentence else None
        after = own[place + 1] if place + 1 < len(own) else None
        after = after if after is not None and after.sentence is claim.sentence else None
        begin = _parting(words, before.number.end, number.start) if before else 0
        end = _parting(words, number.end, after.number.start) if after else len(words)
        head = words[begin : number.start]
        cut = 0 if before else max((m.end() for m in _ASKED.finditer(head)), default=0)
        found.append(f"{head[cut:]} {words[number.end : end]}".strip(" .,;:–—-"))
    return found


_PARTS = (  # where the words of one share end and those of the next begin, the surest first
    re.compile(r";"),
    re.compile(
        r"[,:]?\s(?=(?:while|whereas|but|bet|savukārt|turpretī|kamēr|а|но|тогда как|against|compared with|versus|pret)\s)"
    ),
    re.compile(r",?\s(?=(?:and|un|и)\s)"),
    re.compile(r","),
)


def _parting(words: str, begin: int, end: int) -> int:
    for rule in _PARTS:
        places = [match.start() for match in rule.finditer(words, begin, end)]
        if places:
            return places[-1]
    return end


def _told(
    text: Text, own: Sequence[Claim], labels: Sequence[str], whens: Sequence[float] | None
) -> Strand:
    points = []
    for place, claim in enumerate(own):
        where = spot(text, claim.sentence, claim.number.start, claim.number.end)
        when = whens[place] if whens is not None else 0.0
        points.append(
            Point(bare(labels[place]), when, claim.number, own_base(claim.segment), where)
        )
    points.sort(key=lambda point: point.when)
    first, last = own[0].sentence, own[-1].sentence
    orders = tuple(range(first.order, last.order + 1))
    lead = " ".join(text.sentences[order].text for order in (max(0, first.order - 1), *orders))
    return Strand(tuple(points), whens is not None, "", lead, first.section, first.block, orders)
