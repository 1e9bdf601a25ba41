"""A number of visits, loans or euros of one year that two places of a report give two values."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot_of
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.rules.retold import sections_again
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.study.decimals import marked

_LEAST = 1000  # what is smaller is counted of many things
_MULTIPLE = {
    "lv": r"tūkst\w*|milj\w*|mljrd\w*|miljard\w*",
    "en": r"thousand|million|billion|bn|m|k",
    "ru": r"тыс\w*|млн|миллион\w*|млрд|миллиард\w*",
}
_LAST = {  # words that put a count in the year before
    "lv": r"pērn|pagājušajā gadā|iepriekšējā gadā|pagājušogad",
    "en": r"last year|the previous year|the year before",
    "ru": r"в прошлом году|за прошлый год|минувш\w+ год\w*|прошлогодн\w+",
}
_LOOSE = regex.any_case(
    r"(?<!\w)(?:about|around|nearly|almost|over|under|more than|less than|at least|up to|some|roughly|approximately|by|from|to|aim\w*|target\w*|only|another|other"
    r"|ap|aptuveni|apmēram|gandrīz|vairāk nekā|mazāk nekā|vismaz|līdz|par|no|ap|teju|kādi|vēl|mērķ\w*"
    r"|около|почти|более|менее|свыше|не менее|до|на|с|от|примерно|порядка|ещё)(?: \w+)?\s$"
)
_PLAN = regex.any_case(
    r"(?<!\w)(?:plan\w*|target\w*|aim\w*|goal|forecast\w*|expect\w*|budget\w*|next year|should|will|hope\w*|invit\w*|sent|posted"
    r"|plān\w*|mērķ\w*|prognoz\w*|paredz\w*|nākam\w+|cer\w*|vajadz\w*|izsūt\w*|nosūt\w*|izlik\w*"
    r"|план\w*|цел\w+|прогноз\w*|ожида\w+|должн\w*|следующ\w+|бюджет\w*|разосла\w*|отправ\w*)(?!\w)"
)
_ALL = r"vis\w{1,3}|all|все\w?|total|kopā|kopumā|всего|in all|altogether|pavisam"


@dataclass(frozen=True, slots=True)
class Tally:
    """A large count: its number, the thing counted, the words of its clause, its year."""

    sentence: Sentence
    number: Number
    noun: str
    scale: str
    around: frozenset[str]
    year: str


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Two counts of one thing that differ by a slip of digits, or of which one only tells again."""
    if not regex.search(
        r"\d[ ,.\u00a0]?\d{3}(?!\d)|\d,\d|\d\s(?:thous|tūkst|тыс|mil|мил|млн)", text.whole
    ):
        return
    found = list(_tallies(text))
    again = sections_again(text)
    told: set[int] = set()
    for one, other in itertools.combinations(found, 2):
        if one.noun != other.noun:
            continue
        if one.number.value == other.number.value or one.sentence.block == other.sentence.block:
            continue
        alike = [item for item in found if item.noun == one.noun]
        if len({item.number.value for item in alike}) > 2 or one.year != other.year:
            continue
        shared = one.around & other.around
        later = other.sentence.block in again or one.sentence.block in again
        needed = 0 if _slip(one.number, other.number) and one.year else 1
        if not _slip(one.number, other.number):
            needed = 1 if later and one.year else 2 if later else 9
        if len(shared) < needed:
            continue
        told.add(other.sentence.order)
        against = spot_of(text, one)
        shown = [_shown(item, text) for item in (other, one)]
        yield finding(
            text, "two-values", spot_of(text, other), (against,), code="two-counts", line=against.line,
            value=shown[0], other=shown[1],
        )  # fmt: skip


def _shown(tally: Tally, text: Text) -> str:
    words = tally.sentence.text[tally.number.start : tally.number.end].strip()
    return words or marked(tally.number.shown, text.lang)


def _tallies(text: Text) -> Iterator[Tally]:
    multiple = word_pattern(_MULTIPLE[text.lang])
    narrow = word_pattern(rf"{text.words.group}")
    for sentence in text.prose:
        if not regex.search(r"\d{3}|\d\s?[^\W\d_]", sentence.text) or _PLAN.search(sentence.text):
            continue
        for item in numbers(sentence.text, text.lang):
            if item.unit is not Unit.NONE or item.sign or item.ranged or year_of(item):
                continue
            words = sentence.text
            scale = multiple.match(words, item.end + 1) if words[item.end : item.end + 1] else None
            if (not scale and item.value < _LEAST) or _LOOSE.search(words[: item.start]):
                continue
            left, right = _clause(words, item)
            clause = words[left:right]
            noun = _noun(words[scale.end() if scale else item.end :], text)
            bare = regex.sub(r"\([^()]*\)", " ", clause)
            if not noun or narrow.search(bare.replace(noun, " ", 1)) or "%" in bare:
                continue
            around = _stems(bare, text) - {noun[:4].lower()}
            times = f"{_LAST[text.lang]}|(?:19|20)\\d\\d"
            match = word_pattern(times).search(words)
            if match and regex.fullmatch(r"\d{4}", match.group(0)):
                year = match.group(0)
            else:
                year = "last" if match else ""
            factor = scale.group(0)[:3].lower() if scale else ""
            yield Tally(sentence, item, noun[:4].lower(), factor, around, year)


def _clause(words: str, item: Number) -> tuple[int, int]:
    cuts = [
        m.end()
        for m in regex.finditer(
            r"[,;:]\s|\s[–—-]\s|\s(?:and|un|и|but|bet|но|а)\s(?=[^.;]*\d)", words
        )
    ]
    left = max((cut for cut in cuts if cut <= item.start), default=0)
    return left, min((cut for cut in cuts if cut > item.end), default=len(words))


def _noun(after: str, text: Text) -> str:
    """The thing counted: the first long word behind the number but for one adjective; "" of none."""
    match = regex.match(
        r"\s(?:(?:of|the|reģistrēt\w*|bezmaksas|new)\s)?([^\W\d_]{3,})(?!\s?[.]\s?\d)", after
    )
    if match is None or match.group(1).lower() in text.words.stop:
        return ""
    if regex.fullmatch(
        r"(?:gad\w*|year\w*|год\w*|лет|words?|вārd\w*)", match.group(1), regex.IGNORECASE
    ):
        return ""
    return match.group(1)


def _stems(words: str, text: Text) -> frozenset[str]:
    stop = text.words.stop
    bare = word_pattern(f"{_ALL}|{_LAST[text.lang]}").sub(" ", words)
    found = regex.findall(r"[^\W\d_]{4,}", bare.lower())
    return frozenset(word[:4] for word in found if word not in stop)


def _slip(one: Number, other: Number) -> bool:
    """Whether the digits are the same ones in another order, or one of four or more is another."""
    first, second = one.shown, other.shown
    if len(first) != len(second) or len(first) < 3:
        return False
    if sorted(first) == sorted(second):
        return True
    return len(first) > 3 and sum(a != b for a, b in zip(first, second, strict=True)) == 1
