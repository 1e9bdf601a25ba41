"""A majority word against the number beside it: `most (17 %)`."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.spoken import Spoken, spoken
from atbalss.audit.text import Text
from atbalss.report.ranges import ALMOST, LESS, MORE, choose
from atbalss.report.words import claim_words

_VAST = 65.0
_GREAT = 60.0  # "a large majority" of 60-74 % is loose, under 60 it is wrong


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Majority, minority and "all" words that their number does not bear."""
    for item in spoken(text, claims):
        if item.exact or bears(item) or _is_of_several(item) or _is_of_these(item, claims):
            continue
        words = item.claim.sentence.text
        if item.key == "all" and _OF.search(words[: item.start]):
            continue  # `20 % of all`, `Of all respondents, 44 %`
        number = item.claim.number
        share = choose(number.value / 100)
        better = claim_words(share, text.lang) if share else f"{number.value:g} %"
        at = spot(text, item.claim.sentence, min(item.start, number.start), number.end)
        said, code = item.words, _code(item)
        yield finding(
            text, "majority-word", at, code=code, words=said, value=number.shown, better=better
        )


def _code(item: Spoken) -> str:
    """Which sentence says what is wrong; the rule's own where it is no majority at all."""
    if item.key == "great_majority" and item.claim.number.value > 50:
        return "great-majority-word"
    return "minority-word" if item.key == "minority" else ""


_OF = regex.any_case(r"%\s$|(?<!\w)(?:of|от|из|на|no|uz)\s$")
_LIST = r"(?:[,;]|,?\s(?:and|un|и|or|vai|или))\s"
_BRACKET = regex.pattern(r"\((\d+(?:[.,]\d+)?)\s?%[^()]*\)")


_OF_THESE = regex.any_case(
    r"\s(?:(?:no|of|из)\s(?:tiem|šiem|viņiem|those|them|these|whom|них|тех|этих)|(?:no|of|из)\s(?:the |\w+ )?(?:piekritēj|atbalstītāj|pretiniek|supporter|opponent|сторонник|противник))"
)


def _is_of_these(item: Spoken, claims: Claims) -> bool:
    """Whether it is most of those told just before: `61 % will travel, most of them (43 %) at home`."""
    value, start = item.claim.number.value, min(item.start, item.claim.number.start)
    before = [c for c in claims.of(item.claim.sentence) if c.number.end < start]
    if not before and _OF_THESE.match(item.claim.sentence.text[item.start + len(item.words) :]):
        before = [
            c for c in claims.levels if c.sentence.order == item.claim.sentence.order - 1
        ]  # `21 % would move. Most of those who would, 11 %, …`
    whole = before[-1].number.value if before else 0.0
    return item.key == "majority" and value < whole < 2 * value


def _is_of_several(item: Spoken) -> bool:
    """Whether a majority is that of several answers together: `most are A (47 %), B (16 %) and C (15 %)`."""
    words = item.claim.sentence.text
    brackets = list(_BRACKET.finditer(words, item.start))
    if item.key != "majority" or item.start > item.claim.number.start or len(brackets) < 3:
        return False
    gaps = [words[one.end() : two.start()] for one, two in itertools.pairwise(brackets)]
    joined = itertools.takewhile(lambda gap: regex.match(_LIST, gap) and len(gap) < 60, gaps)
    together = brackets[: 1 + len(list(joined))]
    total = sum(float(match.group(1).replace(",", ".")) for match in together)
    return len(together) >= 3 and 50 < total <= 100


def is_the_most(words: str, said: str, start: int) -> bool:
    """English "the most answers", "the most extreme cuts": more than the others, and no majority."""
    return said.lower().startswith("most") and words[:start].lower().endswith("the ")


def bears(item: Spoken) -> bool:
    """Whether words for a share are true of the number that stands to them."""
    value = item.claim.number.value
    match item.key:
        case "majority":
            return value > 50 or item.modifier in (LESS, ALMOST)
        case "great_majority":
            loud = regex.match(
                r"vast|overwhelming|подавляющ|lielum|pārliecin", item.words, regex.IGNORECASE
            )
            return value >= (_VAST if loud else _GREAT) or item.modifier in (LESS, ALMOST)
        case "minority":
            return value < 50
        case "all":
            return item.modifier in (ALMOST, LESS, MORE) or value >= 99.5
        case _:
            return True
