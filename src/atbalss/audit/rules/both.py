"""P(A and B) above P(A) or P(B): both the site and the app 30 %, the app alone 28 %."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.numbers import Number
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.waves import current_column, share_in
from atbalss.study.decimals import marked

_A, _B = r"(?P<a>[^,.;()%\d]{2,60}?)", r"(?P<b>[^,.;()%\d]{2,60})"
_SHORT = r"(?P<b>(?:[^\s,.;()%\d]+ ?){1,4})"
_BOTH = {
    "lv": (
        rf"gan {_A},? (?:gan|kā arī) {_B}",
        rf"(?:vienlaikus|abus|abas|abi|reizē) {_A} un {_SHORT}",
        rf"(?P<a>[^\s,.;()%\d]+(?: [^\s,.;()%\d]+)?),? (?:un arī|kā arī|un vienlaikus) {_SHORT}",
    ),
    "en": (
        rf"both {_A} and {_SHORT}",
        rf"both {_A} and {_B}",
        rf"(?P<a>[^\s,.;()%\d]+(?: [^\s,.;()%\d]+)?),? (?:and also|as well as|and at the same time) {_SHORT}",
        rf"at the same time {_A} and {_SHORT}",
    ),
    "ru": (
        rf"как {_A},? так и {_B}",
        rf"и {_A},? и {_B}",
        rf"(?:одновременно|вместе|сразу) {_A} и {_SHORT}",
        rf"(?P<a>[^\s,.;()%\d]+(?: [^\s,.;()%\d]+)?),? (?:а также|и одновременно) {_SHORT}",
    ),
}
AGED = r"vecum\w+|gadīg\w+|aged|years? old|возраст\w*|лет"  # one of several groups
NOT_ALL = re.compile(
    r"(?<!\w)(?:tikai|only|just|лишь|только|alone|or|vai|или|neither|either|ne tikai|not only|ни)(?!\w)",
    regex.IGNORECASE,
)
_DENIES = re.compile(r"(?<!\w)(?:ne(?:izm|zin|liet)\w+|nav|not|n't|не|нет)(?!\w)", regex.IGNORECASE)
CONDITION = re.compile(
    r"(?<!\w)(?:of|among|no|starp|из|среди)\s(?:those|them|whom|these|tiem|viņiem|тех|них)(?!\w)",
    regex.IGNORECASE,
)
_NEAR = 4  # sentences


@dataclass(frozen=True, slots=True)
class Both:
    """A share of those who have two things, and the stems of the two."""

    claim: Claim
    first: frozenset[str]
    second: frozenset[str]


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of A and B together that are above the share of A, or of B, near them."""
    for claim in claims.levels:
        if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        both = _both(claim, text)
        part = _smaller(both, text, claims) if both is not None else None
        part = part or _of_pronoun(claim, claims)
        part = None if makes_all(claim, claims) else part
        row = _row_below(both, text) if both is not None and part is None else None
        if row is not None:
            at = spot(text, claim.sentence, claim.number.start, claim.number.end)
            whole = marked(row[0].shown, text.lang)
            yield finding(
                text, "joint-above-part", at, (row[1],), code="both-above-one",
                value=_shown(claim, text), whole=whole,
            )  # fmt: skip
        if part is None:
            continue
        number = claim.number
        yield finding(
            text,
            "joint-above-part",
            spot(text, claim.sentence, number.start, number.end),
            (spot(text, part.sentence, part.number.start, part.number.end),),
            code="both-above-one",
            value=_shown(claim, text),
            whole=_shown(part, text),
        )


def makes_all(claim: Claim, claims: Claims) -> bool:
    """Whether the shares of a sentence make 100 %: those who have one alone, the other alone, both."""
    own = claims.of(claim.sentence)
    total = sum(item.number.value for item in own)
    return len(own) > 2 and abs(total - 100) <= sum(item.number.step for item in own) / 2 + 1e-9


BOTH = re.compile(
    r"(?:do|does|did|use[sd]?|own|have|has|had|know|named|want) both(?! \w+ and)|\w{3,} both(?=\s?(?:of them)?(?:[.,;:)]|$))|(?:abus|abas|abiem|abām|abējus|abējas|abējiem|abi|abās)(?= (?:reizē|vienlaikus|kopā|lieto|izmanto|zina|pazīst|ir|dara|apmeklē|lasa|saņ)|\.|,|$)|(?<=^)both are (?:known|used|read|visited|owned)"
    r"|both (?:at once|at the same time|together|of these)|и то(?:м|му|го|й)?,? и друг(?:ое|им|ому|ого|ой)|обоими сразу|от обоих|(?:обоими|обе|оба|обеими)(?= (?:пользу|зна|име|есть|чита)|\.|,|$)", regex.IGNORECASE)  # fmt: skip


def _of_pronoun(claim: Claim, claims: Claims) -> Claim | None:
    """`21 % buy it and 38 % filter it; 26 % do both`: the smaller of the two named before."""
    found = claims.of(claim.sentence)
    before = claims.text.sentences[claim.sentence.order - 1] if claim.sentence.order else None
    if len(found) == 1 and before is not None and before.block == claim.sentence.block:
        found = (*claims.of(before), claim)  # "…, the app 61 %. Both are known to 39 %"
        if len(found) != 3 or any(item.years for item in found) or NOT_ALL.search(claim.segment):
            return None
        if CONDITION.search(claim.segment) or found[0].number.value + found[1].number.value == 100:
            return None
    if len(found) != 3 or found[2] is not claim or not BOTH.search(claim.segment):
        return None
    part = min(found[:2], key=lambda item: item.number.value)
    return part if claim.number.value > part.number.value + claim.number.step else None


def _both(claim: Claim, text: Text) -> Both | None:
    words = claim.segment
    if CONDITION.search(claim.sentence.text) or word_pattern(text.words.last_wave).search(words):
        return None
    if NOT_ALL.search(words):
        return None
    for pattern in _BOTH[text.lang]:
        match = regex.search(rf"(?<!\w){pattern}", words, regex.IGNORECASE)
        if match is None:
            continue
        first = frozenset(stems(match.group("a"), text.lang)[-2:])
        second = frozenset(stems(match.group("b"), text.lang)[:2])
        first, second = first - second, second - first
        if len(set(claim.about) - first - second) > 3:
            continue  # it is of those who have both, or says more
        if first and second and not _men_and_women(match.group(0), text):
            return Both(claim, first, second)
    return None


def _men_and_women(words: str, text: Text) -> bool:
    """Whether the two are groups of people: `both men and women (63 %)` is each group's share."""
    groups = rf"{text.words.group}|{text.words.people}"
    loose = r"kuri|kuras|kas|who|which|whom|кто|которые|of those|no tiem|из них|tie|tiem|when|per"
    found = {match.group(0).lower() for match in word_pattern(groups).finditer(words)}
    return any(not regex.match(loose, word) for word in found)


def _smaller(both: Both, text: Text, claims: Claims) -> Claim | None:
    """The share of one of the two that is below the share of both; None unless it is plain."""
    claim = both.claim
    fits: list[list[Claim]] = [[], []]
    for item in claims.levels:
        if item is claim or not _comparable(item, claim, text):
            continue
        about = set(item.about)
        for place, (own, other) in enumerate(
            ((both.first, both.second), (both.second, both.first))
        ):
            if about & own and not about & other and len(about - own) <= 4:
                fits[place].append(item)
    for found in fits:
        step = claim.number.step
        if found and all(claim.number.value > item.number.value + step for item in found):
            return max(found, key=lambda item: item.number.value)
    return None


def _row_below(both: Both, text: Text) -> tuple[Number, Spot] | None:
    """The row of the section's only table that names one of the two, and is below the share of both."""
    claim = both.claim
    if word_pattern(f"{text.words.group}|{text.words.last_wave}").search(claim.segment):
        return None
    tables = [
        index
        for index, block in enumerate(text.blocks)
        if block.kind is Kind.TABLE and text.sections[index] == claim.sentence.section
    ]
    column = current_column(text.blocks[tables[0]]) if len(tables) == 1 else None
    if column is None and len(tables) == 1 and len(text.blocks[tables[0]].rows[0]) == 2:
        column = 1
    if column is None:
        return None
    block = text.blocks[tables[0]]
    for own, other in ((both.first, both.second), (both.second, both.first)):
        rows = [
            place
            for place in range(1, len(block.rows))
            if (named := set(stems(block.rows[place][0], text.lang)))
            and named & own
            and not named & other
        ]
        number = share_in(block, rows[0], column, text) if len(rows) == 1 else None
        if number is not None and claim.number.value > number.value + claim.number.step:
            words = quoted(" | ".join(block.rows[rows[0]]))
            return number, Spot(words, block.row_lines[rows[0]], block.page, tables[0])
    return None


def _comparable(item: Claim, claim: Claim, text: Text) -> bool:
    """Whether a share is of all who answered, in the same wave, near the joint share."""
    if item.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM) or item.years != claim.years:
        return False
    if item.sentence.section != claim.sentence.section:
        return False
    if abs(item.sentence.order - claim.sentence.order) > _NEAR or _both(item, text) is not None:
        return False
    narrow = rf"{text.words.group}|{text.words.last_wave}"
    words = item.segment
    return not (
        word_pattern(narrow).search(words) or NOT_ALL.search(words) or _DENIES.search(words)
    )


def _shown(claim: Claim, text: Text) -> str:
    return marked(claim.number.shown, text.lang)
