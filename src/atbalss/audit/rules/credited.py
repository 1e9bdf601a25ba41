"""One percent for two answers of a list that gives it to one: `price and access (49 %)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.entries import Entry
from atbalss.audit.finding import Finding, finding, spot_of
from atbalss.audit.lists import Listing, lists_near
from atbalss.audit.rules.paired import JOINED
from atbalss.audit.rules.superlatives import BEHIND
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Text, word_pattern

_AND = {"lv": "un|kā arī", "en": "and|as well as|plus", "ru": "и|а также|да"}
_FIRST = {  # says that what it is told of stands at the head of a list
    "lv": r"vis(?:vairāk|biežāk|lielāk)\w*|galven\w+|biežāk\w*|pirm(?:ajā|o|ais|ā)|priekšgalā|saraksta augšgalā|svarīgāk\w+|nozīmīgāk\w+|noteicoš\w+|populārāk\w+|līder\w*|pārsvarā|vispirms",
    "en": r"chief(?:ly)?|main(?:ly)?|leading|leads?|top(?:s|ped)?|first(?: place)?|most (?:common|frequent|often|popular|important)\w*|the most|commonest|biggest|largest|above all|primarily|head(?:s|ed)?|foremost|principal(?:ly)?|key|dominate[sd]?|mostly",
    "ru": r"чаще всего|больше всего|главн\w+|основн\w+|в первую очередь|прежде всего|на первом месте|перв\w+ мест\w+|лидиру\w+|лидер\w*|возглавля\w+|сам(?:ые|ыми|ая|ой) \w+|преимущественно|популярн\w+|во главе|впереди",
}
_LONGEST = 110  # letters before a number


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares said of "A and B" where the list near gives the share to one of them alone."""
    for claim in claims.levels:
        if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM) or claim.years:
            continue
        if not word_pattern(_AND[text.lang]).search(claim.sentence.text):
            continue
        if BEHIND.match(claim.sentence.text) or SHARED.search(claim.sentence.text):
            continue
        told = _parts(claim, text, claims)
        if told is None:
            continue
        for listing in lists_near(claim.sentence, text, claims):
            entry = _owner(claim, text, listing, *told)
            if entry is not None:
                yield finding(
                    text, "one-percent-two-items", spot_of(text, claim), (entry.spot,),
                    value=claim.number.shown,
                )  # fmt: skip
                break


SHARED = regex.pattern(  # both have it: they tie
    r"(?<!\w)(?:dala|dalās|dalīj\w+|shares?(?= (?:first|second|third|the))|tie[ds]?|tied|делят|делил\w*)(?!\w)",
    regex.IGNORECASE,
)
_ONE_EACH = regex.pattern(r"\s(?:un|and|и)\s(?:[^\W\d]+\s)?\d")


_SET_AGAINST = regex.pattern(  # what follows is another answer: `9 % stand behind A and B`
    r"(?<!\w)(?:behind|ahead of|than|after|before|below|above|between|unlike|aiz|pirms|priekšā|nekā|pēc|starp|apsteidz\w*|за|перед|чем|после|выше|ниже|между|впереди|уступа\w+|опережа\w+)(?!\w)",
    regex.IGNORECASE,
)


@cache
def _last_and(lang: str) -> re.Pattern[str]:
    return regex.pattern(rf"\s(?:{_AND[lang]})\s", regex.IGNORECASE)


def _parts(claim: Claim, text: Text, claims: Claims) -> tuple[str, str, bool] | None:
    """(words up to "and", words behind it, whether the number stands in brackets behind them)."""
    words, number = claim.sentence.text, claim.number
    if word_pattern(text.words.last_wave).search(claim.segment):
        return None
    earlier = [item.number.end for item in claims.of(claim.sentence)]
    begin = max([number.start - _LONGEST, 0, *(end for end in earlier if end < number.start)])
    before = regex.split(
        r"[”“»\"?)%]|[,;:.](?=\s)", regex.sub(r":\s$", " ", words[begin : number.start])
    )
    piece, after = before[-1].rstrip(), regex.sub(r"^,\s", " ", words[number.end :])
    bracket = piece.endswith("(") and regex.match(r"[^()%\d]{0,25}\)", after) is not None
    behind = regex.split(r"[(;:.,%]", after)[0] if not bracket else after.partition(")")[2]
    near = f"{piece} {after[:25]} {behind if not bracket else behind[:12]}"
    if word_pattern(JOINED).search(near):
        return None
    if _ONE_EACH.match(words[number.end :]):
        return None  # "34 % and 26 %"
    places = list(_last_and(text.lang).finditer(piece))
    if places:
        return piece[: places[-1].start()], piece[places[-1].end() :].rstrip("( "), bracket
    places = list(_last_and(text.lang).finditer(behind)) if not bracket else []
    if len(places) == 1 and not _SET_AGAINST.search(behind):
        return behind[: places[0].start()], behind[places[0].end() :], False
    return None


def _owner(
    claim: Claim, text: Text, listing: Listing, left: str, right: str, bracket: bool
) -> Entry | None:
    """The entry that the share belongs to, where "A and B" names it and something beside it."""
    value = claim.number.value
    own = [entry for entry in listing.entries if entry.number.value == value]
    if len(own) != 1:
        return None
    entry = own[0]
    first, second = _short(left, text), _short(right, text)
    label = {word[:4] for word in entry.named}
    if not label or not second:
        return None
    others = [item for item in listing.entries if item is not entry]
    by_left, by_right = _names(label, first), _names(label, second)
    if by_left and by_right and second - label and first & label - second:
        by_right, second = False, second - label  # the verb of the list, told again
    if by_left == by_right:
        return None  # neither, or both: an answer with "and" in its name
    beside = second if by_left else first
    if label & beside:
        return None
    named = [item for item in others if _names({word[:4] for word in item.named}, beside)]
    if len(named) == 1 and not named[0].named & entry.named:
        apart = len(second - label) > 0  # a verb stands between the two and the number
        return entry if by_left or not bracket or apart else None
    top = value == max(item.number.value for item in listing.entries) and len(others) >= 2
    said = word_pattern(_FIRST[text.lang]).search(claim.sentence.text)
    whole = by_left and len(label & first) == len(label) and len(right.split()) <= 6
    return entry if top and said and whole and bracket else None


def _short(words: str, text: Text) -> set[str]:
    return {word[:4] for word in stems(words, text.lang)}


def _names(label: set[str], said: set[str]) -> bool:
    return bool(label & said) and len(label & said) * 2 >= len(label)
