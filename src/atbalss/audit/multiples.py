"""How many times more: `twice`, `1.5 times`, `pusotru reizi`, `втрое`; one reading for every rule."""

from __future__ import annotations

import re

from atbalss.audit import regex
from atbalss.audit.text import word_pattern

_WORDS = {
    "lv": (
        (1.5, r"pusotr\w+ reiz\w*|pusotrreiz\w*"),
        (2.0, r"divkāršoj\w+|dubultoj\w+|divreiz|divkārt\w*|divtik|div(?:as|ām) reiz\w+|uz pusi (?:mazāk|retāk)"),
        (2.5, r"divarpus reiz\w*"),
        (3.0, r"trīskāršoj\w+|trīsreiz|trīs reiz\w+|trīskārt\w*"),
        (4.0, r"četrkāršoj\w+|četrreiz|četras reiz\w+|četrkārt\w*"),
        (5.0, r"piecas reiz\w+|pieckārt\w*|piecreiz"),
        (6.0, r"sešas reiz\w+|seškārt\w*"),
        (10.0, r"desmit\w* reiz\w+|desmitkārt\w*"),
    ),
    "en": (
        (1.5, r"one and a half times|half as (?:many|much|often|likely) again|half again as (?:many|much|often)"),
        (2.0, r"doubl(?:ed|es|ing)|twice(?! (?:an?|per|as long)(?!\w))|two times|two-?fold|half as (?:many|much|often|likely)(?! again)"),
        (2.5, r"two and a half times"),
        (3.0, r"tripled?|trebled?|thrice|three times|three-?fold"),
        (4.0, r"quadrupled?|four times|four-?fold"),
        (5.0, r"five times|five-?fold"),
        (6.0, r"six times|six-?fold"),
        (10.0, r"ten times|ten-?fold"),
    ),
    "ru": (
        (1.5, r"в полтора раза|полуторакратн\w+"),
        (2.0, r"вдвое|удво\w+|двукратн\w+|в два раза"),
        (2.5, r"в два с половиной раза"),
        (3.0, r"втрое|утро[ие]\w+|тр[её]хкратн\w+|в три раза"),
        (4.0, r"вчетверо|четыр[её]хкратн\w+|в четыре раза"),
        (5.0, r"впятеро|пятикратн\w+|в пять раз"),
        (6.0, r"вшестеро|в шесть раз"),
        (10.0, r"вдесятеро|в десять раз"),
    ),
}  # fmt: skip
_PRINTED = {
    "lv": r"(?P<n>\d{1,2}(?:[.,]\d)?) reiz\w+",
    "en": r"(?P<n>\d{1,2}(?:\.\d)?)(?: times|-?fold)",
    "ru": r"в (?P<n>\d{1,2}(?:[.,]\d)?) раза?",
}
_MORE = {  # what must follow or stand before a bare number of times
    "lv": r"vairāk|mazāk|biežāk|retāk|lielāk\w*|augstāk\w*|zemāk\w*|pieaug\w*|audz\w*|samazin\w*|palielin\w*|\w+āk\w*",
    "en": r"as (?:many|much|often|likely|common|frequent|high|large)|more|fewer|less|higher|lower|larger|greater|the \w+|that of|among|than",
    "ru": r"больше|меньше|чаще|реже|выше|ниже|вырос\w*|увелич\w*|сократ\w*|снизи\w*|популярн\w*",
}
LOOSE = (
    r"(?<!\w)(?:almost|nearly|about|around|roughly|over|more than|at least|not|up to|gandrīz|teju|aptuveni|apmēram"
    r"|vairāk nekā|ap|vismaz|nav|līdz|почти|около|примерно|более чем|больше чем|не|до)(?: \w+)?\s$"
)
_ABOUT = regex.pattern(  # may be off either way, but not by a quarter
    r"(?<!\w)(?:about|around|roughly|aptuveni|apmēram|около|примерно)(?: \w{1,2})?\s$",
    regex.IGNORECASE,
)
_EACH = r"\s(?:a|per|gadā|mēnesī|nedēļā|dienā|ik|в)\s?(?:day|week|month|year|год|месяц|недел\w+|день|\w+)?"


def multiple_in(words: str, lang: str) -> tuple[float, re.Match[str]] | None:
    """The one exact multiple that a sentence tells, with its place; None of "almost twice"."""
    found: list[tuple[float, re.Match[str]]] = [
        (factor, match)
        for factor, pattern in _WORDS[lang]
        for match in word_pattern(pattern).finditer(words)
    ]
    found += [
        (float(match.group("n").replace(",", ".")), match)
        for match in word_pattern(_PRINTED[lang]).finditer(words)
    ]
    if len(found) != 1:
        return None
    factor, match = found[0]
    before = words[: match.start()]
    if regex.search(LOOSE, before, regex.IGNORECASE) and not _ABOUT.search(before):
        return None
    after = words[match.end() :]
    more = word_pattern(_MORE[lang])
    if not (more.search(after[:40]) or more.search(words[: match.start()][-40:])):
        return None
    return (
        None
        if regex.match(_EACH, after, regex.IGNORECASE) and not more.match(after, 1)
        else (factor, match)
    )
