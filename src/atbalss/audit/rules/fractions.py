"""A fraction word against the number beside it: `a third (41 %)`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.spoken import Spoken, spoken
from atbalss.audit.text import Text
from atbalss.report.ranges import ABOUT, ALMOST, FRACTIONS, LESS, MORE, choose
from atbalss.report.words import claim_words

_LADDER = (10.0, 20.0, 25.0, 100 / 3, 50.0, 200 / 3, 75.0, 80.0, 90.0, 100.0)
_BARE = {item.exact: (item.low - 0.5, item.high + 0.5) for item in FRACTIONS} | {
    50.0: (46.0, 54.0),  # "half" is said loosely
    100 / 3: (30.5, 35.5),
    200 / 3: (63.5, 69.5),
}
_ALMOST_BELOW = 6.0
_JUST_ABOVE = 6.0  # points that "just over" may mean
_JUST = regex.pattern(
    r"(?:just|slightly|a little|a bit|marginally|nedaudz|mazliet|drusku|чуть|немного|немногим)\s",
    regex.IGNORECASE,
)


_OF_THING = regex.pattern(  # a part of money or time, not of those who answered
    r"\s(?:of )?(?:their |the |its |his |her |a |sava |savu |savas |своего |своей |своих )?"
    r"(?:(?:monthly |household |family |mēneša |ģimenes |месячного |семейного )?(?:income|pay|salary|wages|earnings|budget|price|cost|time|day|week|year|journey|way|course)"
    r"|ienākum\w+|alg\w+|budžeta|cenas|laika|dienas|ceļa|дохода|доходов|зарплаты|бюджета|цены|времени|дня|пути)(?!\w)",
    regex.IGNORECASE,
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Fraction words that their number does not bear, with the fraction that it does."""
    for item in spoken(text, claims):
        if not item.exact or bears(item):
            continue
        if _OF_THING.match(item.claim.sentence.text, item.end):
            continue
        if _bears_together(item, claims) or _bears_of_part(item, claims):
            continue
        number = item.claim.number
        share = choose(number.value / 100)
        better = claim_words(share, text.lang) if share else f"{number.value:g} %"
        at = spot(text, item.claim.sentence, min(item.start, number.start), number.end)
        yield finding(
            text, "fraction-word", at, words=item.words, value=number.shown, better=better
        )


def _bears_together(item: Spoken, claims: Claims) -> bool:
    """Whether the shares of one bracket together bear the words: `two thirds come (23 % often, 41 % now and then)`."""
    own = claims.of(item.claim.sentence)
    words, first = item.claim.sentence.text, item.claim.number
    end = words.find(")", first.end)
    inside = [one.number for one in own if first.start <= one.number.start < end]
    if len(inside) < 2 or "(" not in words[item.end : first.start] or "(" in words[first.end : end]:
        return False
    total = replace(first, value=sum(number.value for number in inside))
    return bears(replace(item, claim=replace(item.claim, number=total)))


_OF_THEM = regex.pattern(
    r"\s(?:of|no|из)\s(?:them|these|those|this|viņ\w+|tiem|šiem|tām|šīm|них|этих|тех)(?!\w)",
    regex.IGNORECASE,
)


def _bears_of_part(item: Spoken, claims: Claims) -> bool:
    """Whether the share is that of all: `60 % use it, two thirds of them (40 %) every week`."""
    sentence, number = item.claim.sentence, item.claim.number
    if not _OF_THEM.match(sentence.text, item.end):
        return False
    before = [
        claim.number.value
        for claim in claims.levels
        if claim.sentence.block == sentence.block
        and sentence.order - 1 <= claim.sentence.order <= sentence.order
        and (claim.sentence.order < sentence.order or claim.number.end <= item.start)
    ]
    return any(
        bears(replace(item, claim=replace(item.claim, number=replace(number, value=of_part))))
        for of_part in (100 * number.value / value for value in before if value >= number.value > 0)
    )


def bears(item: Spoken) -> bool:
    """Whether words for a share are true of the number that stands to them."""
    value, exact, half = item.claim.number.value, item.exact, item.claim.number.step / 2
    third = abs(exact * 3 % 100) < 1e-6
    if item.modifier == MORE:
        above = [mark for mark in _LADDER if mark > exact + 1]
        last = above[1] if len(above) > 1 else 100.0
        if exact == 50.0:
            last = 75.0
        if _JUST.match(item.words):
            last = min(last, exact + _JUST_ABOVE)
        low = exact - half if third else exact
        return low < value <= last + half
    if item.modifier == LESS:
        return value < exact + (half if third else 0)
    if item.modifier == ALMOST:
        below = _ALMOST_BELOW + (50.0 <= exact < 70.0)  # agencies call 43 % almost half
        return exact - below <= value <= exact + half
    low, high = _BARE.get(exact, (exact * 0.88, exact * 1.12))
    if item.modifier == ABOUT:
        spare = max(2.0, exact * 0.08)
        low, high = low - spare, high + spare
    return low <= value <= high
