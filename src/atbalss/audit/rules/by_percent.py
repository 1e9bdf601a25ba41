"""A change told in percent that is just the difference of two levels that stand elsewhere."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.changes import changes
from atbalss.audit.claims import Claim, Claims, is_change
from atbalss.audit.counted_shares import counts_of_bases
from atbalss.audit.finding import Finding, Spot, spot, spot_of
from atbalss.audit.histories import hits
from atbalss.audit.numbers import Number, Unit, numbers, years_in
from atbalss.audit.rules.concluded import Levels, levels_told
from atbalss.audit.spread import in_points, percent
from atbalss.audit.stems import stems
from atbalss.audit.strands import strands_of
from atbalss.audit.strands_meant import is_over_time, meant
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
        where = where or _in_reach(sentence, amount, text, claims)
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


def _in_reach(sentence: Sentence, amount: Number, text: Text, claims: Claims) -> tuple[Spot, ...]:
    """Two waves whose difference the amount is: those right above, those of a level beside it, or of a row it names."""
    if not is_over_time(sentence.text, text):
        return ()
    years = set(years_in(sentence.text))
    own = _told_with(sentence, claims)
    every = [item for item in strands_of(text, claims) if item.waves and item.share]
    known = every if own else meant(sentence, text, claims)
    for strand in known:
        for one, other in itertools.combinations(strand.points, 2):
            levels = (one.number.value, other.number.value)
            fits = in_points(*levels, amount, clear=_CLEAR) and (not own or own.value in levels)
            if fits and years <= {int(point.when) for point in (one, other)}:
                return one.spot, other.spot
    wave, said = last_year(text), frozenset(stems(sentence.text, text.lang))
    for claim in claims.levels:
        level = own or _beside(claim, sentence, said, text, claims)
        if level is None or not in_points(claim.number.value, level.value, amount, clear=_CLEAR):
            continue
        named = own is None or amount.digits or hits(said, frozenset(claim.about)) > 1
        old = own is None or (
            is_earlier(claim.segment, wave, text) and claim.sentence is not sentence
        )
        if named and old and years <= {*years_in(claim.sentence.text)}:
            return (spot_of(text, claim),)
    return ()


def _told_with(sentence: Sentence, claims: Claims) -> Number | None:
    """The one level that a sentence tells, or the one before it in its paragraph."""
    before = claims.text.sentences[max(0, sentence.order - 1)]
    found = claims.of(sentence) or (claims.of(before) if before.block == sentence.block else ())
    return found[0].number if len(found) == 1 else None


def _beside(
    claim: Claim, sentence: Sentence, said: frozenset[str], text: Text, claims: Claims
) -> Number | None:
    """The level of now before an earlier one in brackets, in an item that a sentence of its section names."""
    at = claim.sentence
    pair = claims.of(at)
    if at.section != sentence.section or at.order > sentence.order or len(pair) != 2:
        return None
    label = frozenset(stems(at.text[: pair[0].number.start], text.lang))
    bracket = at.text[pair[0].number.end : claim.number.start].strip() == "("
    return pair[0].number if bracket and label and hits(label, said) == len(label) else None


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
