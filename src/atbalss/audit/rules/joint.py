"""P(B given A) impossible beside P(A) and P(B): 79 % of Smart-ID holders use what 41 % of all use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.stems import stem, stems
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.study.decimals import marked

_NAME = re.compile(r"(?<!\w)[^\W\d_]+[-_][\w-]+|(?<!\w)[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ][\w-]{2,}")


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of a group that are impossible beside the group's and the outcome's shares of all."""
    totals = [claim for claim in claims.levels if _of_all(claim, text)]
    for claim in claims.levels:
        if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM) or not claim.number.value:
            continue
        parts = _conditional(claim, text)
        if parts is not None:
            yield from _too_many(text, claims, claim, parts, totals)


def _of_all(claim: Claim, text: Text) -> bool:
    """Whether a share is of all who answered."""
    words = claim.sentence.text if claim.alone else claim.segment
    narrow = word_pattern(rf"{text.words.last_wave}|starp|vidū|among|среди|no tiem|of those|из тех")
    own = claim.sentence.kind in (Kind.PARAGRAPH, Kind.ITEM)
    return own and not narrow.search(words) and not _relative_clause(words, text)


def _relative_clause(words: str, text: Text) -> re.Match[str] | None:
    who = r"(?:tie|tiem|tos|tās|to|tām)(?: \w+){0,2},? (?:kuri|kuras|kas|kuriem)|\w+, (?:kuri|kuras|kuriem)"
    if text.lang == "en":
        who = r"(?:those|people|respondents|users|customers|clients|visitors|participants) (?:who|that|with)"
    if text.lang == "ru":
        who = r"(?:тех|те|теми|тем|пользовател\w+|клиент\w+|респондент\w+|опрошенн\w+),? (?:кто|которые|которых)"
    return regex.search(
        rf"(?<!\w)(?:{who})\s(?P<what>[^,.;()]{{3,90}})(?=[,.;(]|$)", words, regex.IGNORECASE
    )


def _conditional(claim: Claim, text: Text) -> tuple[list[str], str] | None:
    """(names in the condition, the outcome) of `those who use A, use B (79 %)`."""
    if not claim.alone and claim.start:
        return None
    words = claim.sentence.text[claim.start : claim.end]
    clause = _relative_clause(words, text)
    if clause is None:
        return None
    names = [stem(name, text.lang) for name in _NAME.findall(clause.group("what"))]
    return (names, words[clause.end() :]) if names else None


def _too_many(
    text: Text, claims: Claims, claim: Claim, parts: tuple[list[str], str], totals: list[Claim]
) -> Iterator[Finding]:
    names, outcome = parts
    told = set(stems(outcome, text.lang))
    same = [
        item
        for item in totals
        if item is not claim
        and item.sentence.order != claim.sentence.order
        and len(told) >= 2
        and len(told - set(item.about)) <= (len(told) > 3)
        and not set(names) & set(item.about)
        and _names(outcome) <= _names(item.sentence.text)
        and _names(outcome)
        and not _denies(item.segment)
        and not _denies(outcome)
    ]
    if not same or claim.years:
        return
    whole = max(same, key=lambda item: item.number.value)
    for name in names:
        group = [
            item
            for item in totals
            if name in item.about
            and len(set(item.about)) <= 4
            and item.number.start
            and not item.years
        ]
        if not group:
            continue
        part = min(group, key=lambda item: item.number.value)
        least = (
            (part.number.value - part.number.step / 2)
            * (claim.number.value - claim.number.step / 2)
            / 100
        )
        if least > whole.number.value + whole.number.step / 2 + 1:
            number = claim.number
            yield finding(
                text,
                "joint-above-part",
                spot(text, claim.sentence, number.start, number.end),
                (
                    spot(text, part.sentence, part.number.start, part.number.end),
                    spot(text, whole.sentence, whole.number.start, whole.number.end),
                ),
                value=_shown(claim, text),
                group=_shown(part, text),
                whole=_shown(whole, text),
                least=f"{least:.0f}",
            )
            return


def _denies(words: str) -> bool:
    return bool(
        regex.search(r"(?<!\w)(?:ne(?:izm|zin|liet)\w+|nav|not|не)(?!\w)", words, regex.IGNORECASE)
    )


def _names(words: str) -> set[str]:
    """Compound names with a hyphen, without their endings: what surely names one thing."""
    found = regex.findall(r"(?<!\w)[^\W\d_]+[-_][^\W\d_]\w*", words)
    return {regex.sub(r"[-_]", "", word.lower())[:6] for word in found}


def _shown(claim: Claim, text: Text) -> str:
    return marked(claim.number.shown, text.lang)
