"""`Almost everyone (74 %)`, `hardly anybody – 31 %`: words for nearly all and nearly none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.text import Text
from atbalss.report.ranges import choose
from atbalss.report.words import claim_words

_ALL = {
    "lv": r"(?:gandrīz|teju|bezmaz|praktiski) (?:visi|visas|visiem|visām|visus|ikviens|ikviena)",
    "en": r"(?:almost|nearly|practically|virtually|just about) (?:everyone|everybody|all)",
    "ru": r"(?:почти|практически) (?:все|всех|всем|всеми)",
}
_NONE = {
    "lv": r"(?:gandrīz|teju|praktiski) (?:neviens|neviena|nevienam|nevienai|nevienu)",
    "en": r"(?:hardly|scarcely|barely) (?:anyone|anybody|any)|(?:almost|virtually|practically|next to) (?:no one|nobody|none|no)",
    "ru": r"(?:почти|практически) (?:никто|никого|никому|ни один|ни одна)",
}
_LEAST_OF_ALL, _MOST_OF_NONE = 85.0, 15.0


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    word = r"(?:\s(?!(?:but|and|un|bet|и|но|а)\s)[^\W\d][\w'’-]*)"
    return regex.any_case(
        rf"(?<!\w)(?:(?P<all>{_ALL[lang]})|(?P<none>{_NONE[lang]}))(?!\w){word}{{0,3}}\s?(?:\(|[–—-]\s|,\s)$"
    )


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Words for nearly all under 85 %, and for nearly none over 15 %, right before their share."""
    for claim in claims.levels:
        value, words = claim.number.value, claim.sentence.text
        match = _pattern(text.lang).search(words[: claim.number.start])
        if match is None or claim.sentence not in text.prose:
            continue
        if value >= _LEAST_OF_ALL if match.group("all") else value <= _MOST_OF_NONE:
            continue
        share = choose(value / 100)
        better = claim_words(share, text.lang) if share else f"{value:g} %"
        at = spot(text, claim.sentence, match.start(), claim.number.end)
        said = match.group("all") or match.group("none")
        yield finding(
            text, "fraction-word", at, words=said, value=claim.number.shown, better=better
        )
