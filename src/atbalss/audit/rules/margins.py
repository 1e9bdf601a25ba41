"""A sample drawn by chance that stands for a population, and no sampling error told anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.rules.missing import LONG
from atbalss.audit.sampling_error import ASKED, DRAWN, SAID, WHOLE
from atbalss.audit.series import series_of
from atbalss.audit.text import Kind, Sentence, Text, word_pattern

_FEWEST = 100  # persons: of fewer, a sampling error is seldom told
_SHARES = 2
_TESTED = r"statistiski|nozīmīg\w*|signifi\w+|значим\w*|достоверн\w*|novirz\w*"
_MARGIN = regex.pattern(
    r"±|\+/[-−]|χ|(?<!\w)(?:[zt][- ]?(?:test|krit|тест|крит)|p\s?[<>=≤]\s?0)", regex.IGNORECASE
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """One finding, at the sentence that tells how the sample was drawn; of whole reports `missing` tells."""
    lang = text.lang
    shares = len(claims.levels) + sum(len(s.results) for s in series_of(text, claims) if s.table)
    if shares < _SHARES or claims.base < _FEWEST:
        return
    long = len(text.whole.split()) >= LONG
    said = word_pattern(SAID[lang]).finditer(text.whole)
    if long:  # there, tests are spoken of even where no error is told
        tested = word_pattern(_TESTED)
        said = (match for match in said if not tested.fullmatch(match.group(0)))
    if _MARGIN.search(text.whole) or next(iter(said), None) is not None:
        return
    if word_pattern(WHOLE[lang]).search(text.whole):
        return
    drawn = next((item for item in text.sentences if _is_drawn(item, text, claims)), None)
    if drawn is not None:
        printed = f"{claims.base:,}".replace(",", "[ ,\u00a0]?")
        counted = regex.pattern(rf"(?<![\d.,]){printed}(?!\d)")
        near = [item for item in text.sentences if item.block == drawn.block and item is not drawn]
        where = tuple(spot(text, item) for item in near if counted.search(item.text))[:1]
        yield finding(text, "missing-interval", spot(text, drawn), where, shares=shares)


def _is_drawn(sentence: Sentence, text: Text, claims: Claims) -> bool:
    """Whether a sentence says that those who answered were drawn by chance."""
    if sentence.kind in (Kind.HEADING, Kind.CHART) or claims.of(sentence):
        return False
    drawn, asked = word_pattern(DRAWN[text.lang]), word_pattern(ASKED[text.lang])
    match = drawn.search(sentence.text)
    if match is None:
        return False
    near = text.sentences[max(0, sentence.order - 1) : sentence.order + 2]
    return any(asked.search(item.text) and item.block == sentence.block for item in near)
