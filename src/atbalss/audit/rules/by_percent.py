"""A change told in percent that is just the difference of two levels that stand elsewhere."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.changes import changes
from atbalss.audit.claims import Claims, is_change
from atbalss.audit.counted_shares import counts_of_bases
from atbalss.audit.finding import Finding, Spot, spot, spot_of
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.rules.concluded import Levels, levels_told
from atbalss.audit.spread import in_points, percent
from atbalss.audit.stems import stems
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.waves import is_earlier, last_year


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Amounts in percent that two levels of the section give in points."""
    done = {change.sentence.order for change in changes(text, claims) if change.amount}
    known = levels_told(text, claims)
    for sentence in text.prose:
        amount = _amount(sentence, text, claims)
        if amount is None or sentence.order in done:
            continue
        where = tuple(
            place
            for levels in known
            if _is_of(sentence, levels, text)
            and in_points(levels.earlier.value, levels.later.value, amount)
            for place in levels.spots
        )
        where = where or _dated(sentence, amount, text, claims)
        if where:
            at = spot(text, sentence, amount.start, amount.end)
            yield percent(text, at, where[:2], amount)


def _dated(sentence: Sentence, amount: Number, text: Text, claims: Claims) -> tuple[Spot, ...]:
    """Two levels of the sentences just before, one of an earlier wave, whose difference is the amount.

    Where they are told so near, a relative change would be counted from the earlier one.
    """
    wave = last_year(text)
    near = [
        claim
        for back in (2, 1, 0)
        if (order := sentence.order - back) >= 0 and text.sentences[order].block == sentence.block
        for claim in (
            *claims.of(text.sentences[order]),
            *counts_of_bases(text.sentences[order], text),
        )
    ]
    for one, other in itertools.combinations(near, 2):
        old = [is_earlier(claim.segment, wave, text) for claim in (one, other)]
        then, now = (one, other) if old[0] else (other, one)
        if any(old) and in_points(then.number.value, now.number.value, amount, clear=_CLEAR):
            return tuple(spot_of(text, claim) for claim in (one, other))
    return ()


_CLEAR = 0.6  # what a relative change that is told as a whole number may be off


def _amount(sentence: Sentence, text: Text, claims: Claims) -> Number | None:
    """The one percent of a sentence that is an amount of change; None of counts and ratios."""
    words = text.words
    clause = regex.split(r";\s", sentence.text)[0]
    shared = word_pattern(words.share).search(clause)
    if word_pattern(words.relative if shared else f"{words.relative}|{words.counted}").search(
        clause
    ):
        return None
    found = [
        item
        for item in numbers(sentence.text, text.lang)
        if item.unit is Unit.PERCENT and not item.ranged and is_change(item, sentence.text, text)
    ]
    return found[0] if len(found) == 1 and len(claims.of(sentence)) <= 1 else None


def _is_of(sentence: Sentence, levels: Levels, text: Text) -> bool:
    """Whether a change may be of two levels: of its section, with a word in common or just before."""
    if levels.order == sentence.order or levels.section != sentence.section:
        return False
    shared = levels.named & frozenset(stems(sentence.text, text.lang))
    return bool(shared) or 0 < sentence.order - levels.order <= 1
