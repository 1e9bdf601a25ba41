"""An interval promised for every percent, and one percent that is printed without."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot, spot_of
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.rules.summary import summary_of
from atbalss.audit.sampling_error import ERROR
from atbalss.audit.text import Kind, Sentence, Text, word_pattern

_EVERY = {
    "lv": r"katr(?:s|a|am|ai|u|ā)|vis(?:iem|ām|os|ās)|ikvien\w*|vienmēr",
    "en": r"each|every|all|always|throughout",
    "ru": r"кажд\w+|все[хм]|всем|везде|всегда|всюду",
}
_GIVEN = {
    "lv": r"norād\w+|dot[sia]?|dots|dodam|sniegt?[sai]?|pievienot\w*|uzrādīt\w*|rakst\w+|minēt?[sa]?|līdzās|iekavās|aiz",
    "en": r"given|gives?|shown|shows?|printed|quoted|attached|accompanied|reported|followed|carr(?:y|ies)|in brackets|in parentheses|next to|behind|beside|provide[sd]?|come[s]? with",
    "ru": r"приведен\w*|приведён\w*|указан\w*|приводи\w*|указыва\w*|дан\w*|да[её]тся|сопровожда\w+|в скобках|рядом|после",
}
_SUM = r"summ\w*|sums?|total\w*|rounding|noapaļo\w*|apaļo\w*|сумм\w*|округл\w*|итог\w*"
_SMALL = 60  # persons: intervals are seldom promised of so few
_ENOUGH = 4  # percents with their interval that make a habit


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """At most two shares without the interval that the report promises with each."""
    if "±" not in text.whole and "nterv" not in text.whole and "нтерв" not in text.whole:
        return
    promise = next((item for item in text.prose if _promises(item, text)), None)
    if promise is None:
        return
    inside = summary_of(text, claims)
    told = [
        claim
        for claim in claims.levels
        if claim.sentence.block not in inside and claim.sentence.block != promise.block
    ]
    having = [claim for claim in told if _has(claim)]
    known = _in_tables(text) | {claim.number.value for claim in having}
    bare = [
        claim for claim in told if not _has(claim) and claim.number.value not in known
        and not _is_spared(claim, text)
    ]  # fmt: skip
    if len(having) < _ENOUGH or not 0 < len(bare) <= 2:
        return
    for claim in bare:
        where = (spot(text, promise),)
        yield finding(
            text, "missing-interval", spot_of(text, claim), where, code="missing-interval-of",
            value=claim.number.shown,
        )  # fmt: skip


def _promises(sentence: Sentence, text: Text) -> bool:
    """Whether a sentence says that each percent has its interval."""
    words = sentence.text
    if not ERROR.search(words):
        return False
    every, given = word_pattern(_EVERY[text.lang]), word_pattern(_GIVEN[text.lang])
    return bool(every.search(words) and given.search(words))


def _has(claim: Claim) -> bool:
    after = claim.sentence.text[claim.number.end : claim.number.end + 50]
    if regex.match(r"\s?[([,]?[^()%]{0,40}?(?:±|\+/-)", after):
        return True
    return (
        regex.match(
            rf"\s?[([][^()]{{0,40}}?(?:{ERROR.pattern}|\d\s?[–-]\s?\d)", after, regex.IGNORECASE
        )
        is not None
    )


def _in_tables(text: Text) -> set[float]:
    """All values of tables: their intervals, where promised, stand in a column of their own."""
    return {
        item.value
        for block in text.blocks
        if block.kind is Kind.TABLE
        for row in block.rows
        for cell in row
        for item in numbers(cell, text.lang)
    }


def _is_spared(claim: Claim, text: Text) -> bool:
    """Shares of few persons, of earlier waves, sums, and those of who answered."""
    words = claim.sentence.text
    if claim.years or word_pattern(text.words.last_wave).search(claim.segment):
        return True
    if word_pattern(_SUM).search(words) or claim.number.value >= 99:
        return True
    near = [
        item
        for item in text.sentences
        if item.section == claim.sentence.section and 0 <= claim.sentence.order - item.order <= 2
    ]
    for item in near:
        for one in numbers(item.text, text.lang):
            if one.unit is Unit.NONE and not one.digits and 5 <= one.value <= _SMALL:
                return True
    return word_pattern(text.words.method).search(words) is not None
