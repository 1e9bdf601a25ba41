"""A question put only to those who said yes, its share told of all: above those who said yes at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.forms import marks
from atbalss.audit.referents import same
from atbalss.audit.rules.overlaps import OF_ALL
from atbalss.audit.rules.parts import QUOTED, told_earlier
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.waves import last_year
from atbalss.study.decimals import marked

_ONLY_THEM = {  # a question that only some were asked
    "lv": r"(?:tiem|tām|tie|tos|tikai tiem|viņiem),? k(?:as|uri|uras|am|uriem|urām)|ja (?:atbilde|atbildēj\w+|jā|tā)|(?:pozitīvi|apstiprinoši) atbildēj\w*|tālāk jautā\w*|pēc tam jautā\w*|papildu jautājum\w*|papildjautājum\w*|lietotājiem (?:vēl )?jautā\w*",
    "en": r"(?:those|people|respondents|anyone|everyone|customers|users|parents|visitors) (?:who|that)|if (?:yes|so|they|the answer|you)|(?:were|was) (?:then|also|further) asked|(?:they|users|owners|these) were asked|follow-up|put only to",
    "ru": r"(?:тех|тем|те),? (?:кто|у кого|кому)|если (?:да|ответ|так|вы)|ответивш\w+ [«\"„]?(?:да|утверд\w+|положит\w+)|(?:затем|далее|потом|дополнительно) (?:спросили|спрашивали|задавали|уточн\w+)|дополнительн\w+ вопрос\w*|(?:их|им|пользовател\w+) (?:также )?(?:спросили|спрашивали|задавали)",
}
_BACK = 140  # letters before a question


@dataclass(frozen=True, slots=True)
class Pair:
    """The marks of a question and of one that only those who said yes to it were asked."""

    first: frozenset[str]
    second: frozenset[str]


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of all who said yes to a second question above those who said yes to the first."""
    if not claims.levels or word_pattern(_ONLY_THEM[text.lang]).search(text.whole) is None:
        return
    pairs = list(_pairs(text))
    wave = last_year(text)
    shares = [
        claim
        for claim in claims.levels
        if claim.sentence.kind in (Kind.PARAGRAPH, Kind.ITEM)
        and not told_earlier(claim.segment, wave, text)
        and not _is_response(claim, claims)
    ]
    for pair in pairs if len(shares) > 1 else ():
        own = pair.second - pair.first
        hits = [_hits(one, own, text) for one in shares]
        for part, hit in zip(shares, hits, strict=True):
            if not hit or 3 * hit < min(len(own), 6) or OF_ALL.search(part.sentence.text) is None:
                continue
            outer = [
                one
                for one, less in zip(shares, hits, strict=True)
                if less < hit and (_hits(one, pair.first, text) > 1 or len(shares) == 2)
            ]
            whole = max(outer, key=lambda one: one.number.value, default=part)
            if part.number.value > whole.number.value + whole.number.step / 2:
                yield _told(part, whole, text)


def _pairs(text: Text) -> Iterator[Pair]:
    """Questions that follow each other, of which the second was put only to some."""
    before: frozenset[str] = frozenset()
    only = word_pattern(_ONLY_THEM[text.lang])
    for block in text.blocks:
        for match in QUOTED.finditer(block.text):
            asked = marks(match.group(1), text.lang).set
            last = block.text.rfind("?", 0, match.start()) + 1
            lead = block.text[max(last, match.start() - _BACK) : match.start()]
            behind = re.match(r"[\s”“»\"’']*\(([^()?]*)\)", block.text[match.end() :])
            tail = behind.group(1) if behind else ""
            if before and (only.search(lead) or only.search(tail)):
                yield Pair(before, asked)
            before = asked


def _hits(claim: Claim, question: frozenset[str], text: Text) -> int:
    said = marks(claim.sentence.text, text.lang).set
    return sum(any(same(mark, word) for word in said) for mark in question)


def _is_response(claim: Claim, claims: Claims) -> bool:
    """Whether a share is that of those who answered at all."""
    printed = re.sub(r"\D", "", claim.sentence.text)
    return (
        bool(claims.base)
        and str(claims.base) in printed
        and OF_ALL.search(claim.sentence.text) is None
        and claim.sentence.block < _FIRST
    )


_FIRST = 3  # blocks that tell of the survey


def _told(part: Claim, whole: Claim, text: Text) -> Finding:
    number = part.number
    return finding(
        text, "joint-above-part", spot(text, part.sentence, number.start, number.end),
        (spot(text, whole.sentence, whole.number.start, whole.number.end),), code="part-above-whole",
        value=marked(number.shown, text.lang), whole=marked(whole.number.shown, text.lang),
    )  # fmt: skip
