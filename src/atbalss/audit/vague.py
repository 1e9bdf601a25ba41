"""Shares whose words do not name an answer: bars that a PDF draws, one measure told of several things."""

from __future__ import annotations

from collections import Counter, defaultdict

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.text import Text

_ALIKE = 3  # shares of a sentence that the same words name
_LINE = 60  # letters of a line without a full stop
_ENDS = (".", "!", "?", "”", '"', "»", ";", ":")
_BARS = regex.pattern(r"(?:\d\s?%\s+){2,}\d")  # `5% 4% 3%`


def is_unended(claim: Claim) -> bool:
    """Whether a sentence has no full stop: in a PDF, a title and what is drawn below it."""
    return not claim.sentence.text.strip().endswith(_ENDS)


def is_drawn(claim: Claim) -> bool:
    """Whether a share of a PDF is no sentence's: a short line, or the bar that is drawn behind one."""
    words = claim.sentence.text.strip()
    if not claim.sentence.page or not is_unended(claim):
        return False
    if len(words) < _LINE or words.isupper() or _BARS.search(words):
        return True
    before = claim.sentence.text[: claim.number.start].rstrip()
    return not claim.sentence.text[claim.number.end :].strip() and before[-1:].isalpha()


def is_vague(claim: Claim, claims: Claims) -> bool:
    """Whether a share is drawn, or one of several of its sentence that the same words name."""
    if is_drawn(claim) or is_formula(claim, claims):
        return True
    named = set(claim.about)
    return sum(set(item.about) == named for item in claims.of(claim.sentence)) >= _ALIKE


def is_formula(claim: Claim, claims: Claims) -> bool:
    """Whether a sentence stands three times with other numbers: each tells of what stands over it."""
    if "formulas" not in claims.kept:
        own = {one.sentence.order: _NUMBER.sub("", one.sentence.text) for one in claims.levels}
        told = Counter(own.values())
        claims.kept["formulas"] = {words for words in told if told[words] >= _ALIKE}
    return _NUMBER.sub("", claim.sentence.text) in claims.kept["formulas"]


_NUMBER = regex.pattern(r"\d[\d.,]*")


_FORMULA, _OFTEN = 6, 4  # words that begin a sentence alike, sections in which one does


def of_twins(one: int, other: int, text: Text) -> bool:
    """Whether two blocks stand in two sections each of which tells of its own thing in the same words."""
    places = {text.sections[one], text.sections[other]}
    return len(places) > 1 and places <= _twins(text)


def _twins(text: Text) -> frozenset[int]:
    """Sections with a sentence that begins as one of at least three others: `The average score for …`."""
    if "twins" not in text.kept:
        places: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for sentence in text.prose:
            begins = regex.findall(r"[^\W\d_]+", sentence.text[:90].lower())[:_FORMULA]
            if len(begins) == _FORMULA:
                places[tuple(begins)].add(sentence.section)
        many = (found for found in places.values() if len(found) >= _OFTEN)
        text.kept["twins"] = frozenset().union(*many)
    known: frozenset[int] = text.kept["twins"]
    return known
