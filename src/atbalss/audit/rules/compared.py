"""`Mothers recommend it more often than fathers`, where the list before says the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.lists import Listing, lists_near, names
from atbalss.audit.stems import stems
from atbalss.audit.text import Text, word_pattern
from atbalss.audit.waves import year_in
from atbalss.study.decimals import marked

_THAN = {
    "lv": r"(?:(?P<up>vairāk|biežāk|augstāk\w*|lielāk\w*)|(?P<down>mazāk|retāk|zemāk\w*))(?P<gap>[^.;:,%\d]{0,30}),? (?:ne)?kā",
    "en": r"(?:(?P<up>more(?: often| frequently| likely)?|higher|larger|greater)|(?P<down>less(?: often| frequently| likely)?|fewer|lower|smaller))(?P<gap>[^.;:,%\d]{0,30}) than",
    "ru": r"(?:(?P<up>чаще|больше|выше)|(?P<down>реже|меньше|ниже))(?P<gap>[^.;:,%\d]{0,30}),? чем",
}
_DENIED = re.compile(
    r"(?<!\w)(?:not|no|nav|ne|не|n't|neither|nor|times|reiz\w*|раза?)(?:\s\w+)?\s$",
    regex.IGNORECASE,
)


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    return word_pattern(_THAN[lang])


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Comparisons of two entries of a list that their shares deny; sentences without a number."""
    pattern = _pattern(text.lang)
    for sentence in text.prose:
        words = sentence.text
        matches = list(pattern.finditer(words))
        if len(matches) != 1 or claims.of(sentence) or regex.search(r"\d\s?%", words):
            continue
        match = matches[0]
        if _DENIED.search(words[: match.start()]) or year_in(words, text):
            continue
        if word_pattern(f"{text.words.last_wave}|{text.words.rise}|{text.words.fall}").search(
            words
        ):
            continue
        left = regex.split(r"[;:]\s|,\s(?:and|but|un|bet|а|но)\s", words[: match.start()])[-1]
        right = regex.split(r"[,;.:(]", words[match.end() :])[0]
        first, second = (
            names(left, text) | frozenset(stems(match.group("gap"), text.lang)),
            names(right, text),
        )
        for listing in lists_near(sentence, text, claims):
            one, other = listing.meant(first - second), listing.meant(second - first)
            if one is None or other is None or one is other:
                continue
            if one.number.value == other.number.value or not _fits(listing, first | second):
                break
            if (one.number.value > other.number.value) != (match.group("up") is not None):
                at = spot(text, sentence, match.start(), match.end())
                shown = [marked(item.number.shown, text.lang) for item in (one, other)]
                yield finding(
                    text, "rank-word", at, (one.spot,),
                    words=match.group(0), value=shown[0], other=shown[1],
                )  # fmt: skip
            break


def _fits(listing: Listing, said: frozenset[str]) -> bool:
    """Whether a comparison speaks of what the list measures: it shares a word besides the names."""
    named = frozenset().union(*(entry.named for entry in listing.entries))
    known = {word[:4] for word in listing.context}
    rest = {word for word in said - named if not word[0].isdigit()}
    return not rest or any(word[:4] in known for word in rest)
