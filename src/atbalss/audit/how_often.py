"""How often a thing is done, as words tell it: at least so many times, at least once a week; labels and claims alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from atbalss.audit import regex
from atbalss.audit.text import word_pattern

_N = {
    "lv": r"div\w*|trīs|trij\w+|četr\w+|piec\w+|seš\w+|desmit\w*|\d{1,2}",
    "en": r"two|three|four|five|six|ten|\d{1,2}",
    "ru": r"дв\w{1,2}|тр[ёеи]\w?|четыр\w+|пят[ьи]|шест[ьи]|десят[ьи]|\d{1,2}",
}
_VALUES = (
    (2, r"div|дв|two"),
    (3, r"tr|тр|three"),
    (4, r"četr|четыр|four"),
    (5, r"piec|пят|five"),
    (6, r"seš|шест|six"),
    (10, r"desm|деся|ten"),
)
_TIME = {
    "lv": r"(?:reiz|apmeklējum|braucien|pirkum|lidojum|vizīt)\w*",
    "en": r"(?:times|visits|trips|occasions|journeys|rides|flights|purchases|orders|calls)",
    "ru": r"(?:раз\w?|посещени\w*|визит\w*|поезд(?:ки|ок)|покуп(?:ки|ок)|обращени\w*)",
}
_TIMES = {  # at least <n> times
    "lv": rf"vismaz (?P<a>{_N['lv']}) {_TIME['lv']}|(?P<b>{_N['lv']}) (?:un|vai) (?:vairāk|biežāk) {_TIME['lv']}|(?P<c>{_N['lv']}) {_TIME['lv']} (?:un|vai) (?:vairāk|biežāk)|ne mazāk (?:kā|par) (?P<d>{_N['lv']}) {_TIME['lv']}",
    "en": rf"at least (?P<a>{_N['en']}) {_TIME['en']}|(?P<b>{_N['en']}) or more {_TIME['en']}|(?P<c>{_N['en']}) {_TIME['en']} or more(?: often)?|no fewer than (?P<d>{_N['en']}) {_TIME['en']}",
    "ru": rf"(?:не менее|не меньше|как минимум|минимум|хотя бы|по меньшей мере) (?P<a>{_N['ru']}) {_TIME['ru']}|(?P<b>{_N['ru']}) и (?:более|больше) {_TIME['ru']}|(?P<c>{_N['ru']}) {_TIME['ru']} (?:и|или) (?:более|больше|чаще)",
}
_TWICE = {
    "lv": r"vairākkārt\w*|vairākas reizes|atkārtot\w*|vairāk (?:nekā|par|kā) vien\w+ reiz\w*|ne reizi vien|regulāri",
    "en": r"at least twice|twice or more|more than once|repeatedly|several times|time and again|regularly|regulars?",
    "ru": r"дважды и более|более одного раза|неоднократно|больше одного раза|несколько раз|не раз|регулярно",
}
_ONCE = {
    "lv": r"vismaz (?:vien\w+ )?reiz[ie]\w*|kaut (?:vien\w+ )?reizi|kādreiz|jebkad",
    "en": r"at least once|even once|ever|at some (?:time|point)|one or more times|once or more",
    "ru": r"хотя бы (?:один |одн\w+ )?раз|не менее одного раза|когда-либо|хоть раз|как минимум (?:один )?раз",
}
_PER = {  # (times a year, what says it)
    "lv": (
        (365, r"(?:katru|ik) dienu|ikdien\w*|(?:reizi|reizes|reizēm) dienā"),
        (52, r"(?:katru|ik) nedēļu|iknedēļ\w*|(?:reizi|reizes|reizēm|dienas|dienām) nedēļā"),
        (12, r"(?:katru|ik) mēnesi|ikmēneš?\w*|(?:reizi|reizes|reizēm) mēnesī"),
        (1, r"(?:katru|ik) gadu|ikgad\w*|(?:reizi|reizes|reizēm) gadā"),
    ),
    "en": (
        (365, r"every day|each day|daily|(?:once|twice|times) a day"),
        (52, r"every week|each week|weekly|(?:once|twice|times|days) (?:a|per) week"),
        (12, r"every month|each month|monthly|(?:once|twice|times) a month"),
        (1, r"every year|each year|yearly|annually|(?:once|twice|times) a year"),
    ),
    "ru": (
        (365, r"кажд\w+ день|ежедневно|раз\w? в день"),
        (52, r"кажд\w+ неделю|еженедельно|(?:раз\w?|дн\w+) в неделю"),
        (12, r"кажд\w+ месяц|ежемесячно|раз\w? в месяц"),
        (1, r"кажд\w+ год|ежегодно|раз\w? в год"),
    ),
}  # fmt: skip
_SEVERAL = {
    "lv": rf"(?:vairāk\w+|{_N['lv']}(?:[–-]\w+)?) reiz\w*|dažas reizes",
    "en": rf"(?:several|a few|{_N['en']})(?:(?: to |[–-]| or )\w+)? times|twice",
    "ru": rf"(?:несколько|{_N['ru']})(?:[–-]\w+)? раз\w?|дважды",
}
_SELDOM = {
    "lv": r"(?<!ne )(?:retāk|mazāk)|reti",
    "en": r"(?<!no )(?<!not )(?:less|fewer)|rarely|seldom|hardly",
    "ru": r"(?<!не )(?:реже|меньше)|редко",
}
_NEVER = {
    "lv": r"nekad|ne reizi|nevienu reizi|ne reizes|vispār ne\w{3,}|ne\w{3,} vispār",
    "en": r"never|not once|not at all|none",
    "ru": r"никогда|ни раз\w?|ни разу|нисколько|не \w+ (?:вовсе|вообще|совсем)|(?:вовсе|вообще|совсем) не \w+|не бываю",
}


_OPEN = regex.any_case(
    r"(?<!\w)(?:at least|or more|or oftener|vismaz|vai (?:biežāk|vairāk)|un biežāk|ne retāk|не реже|хотя бы|как минимум|минимум|или чаще|и чаще|(?:no|not) less|не меньше|ne mazāk)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Often:
    """So often: `kind` is `times` in all, or `rate` a year; 0 is never; `open`: so often or more."""

    kind: str
    least: float
    start: int
    end: int
    open: bool = True


def is_never(label: str, lang: str) -> bool:
    """Whether an answer says that a thing is not done at all."""
    return word_pattern(_NEVER[lang]).match(label.strip()) is not None


@cache
def _any_of(lang: str) -> re.Pattern[str]:
    rates = "|".join(rule for _, rule in _PER[lang])
    bare = regex.sub(r"\?P<\w>", "?:", _TIMES[lang])
    return word_pattern(
        f"{bare}|{_TWICE[lang]}|{_ONCE[lang]}|{_NEVER[lang]}|{_SELDOM[lang]}|{rates}"
    )


def how_often(words: str, lang: str) -> Often | None:
    """How often words say that a thing is done, at least; None where they do not say it, or say `less`."""
    if _any_of(lang).search(words) is None:
        return None
    if (never := word_pattern(_NEVER[lang]).search(words)) is not None:
        return Often("times", 0, never.start(), never.end())
    for rate, rule in _PER[lang]:
        found = word_pattern(rule).search(words)
        if found is not None:
            return _rate(rate, found, words, lang)
    if word_pattern(_SELDOM[lang]).search(words):
        return None
    times = word_pattern(_TIMES[lang]).search(words)
    if times is not None:
        said = next(filter(None, times.groups()))
        return Often("times", _value(said), times.start(), times.end())
    for least, rule in ((2, _TWICE[lang]), (1, _ONCE[lang])):
        found = word_pattern(rule).search(words)
        if found is not None:
            return Often("times", least, found.start(), found.end())
    return None


def _rate(rate: float, found: re.Match[str], words: str, lang: str) -> Often | None:
    before = words[max(0, found.start() - 30) : found.end()]
    if word_pattern(_SELDOM[lang]).search(before):
        return Often("rate", rate / 3, found.start(), found.end()) if rate < 2 else None
    several = word_pattern(_SEVERAL[lang]).search(before)
    more = _OPEN.search(words[max(0, found.start() - 30) : found.end() + 20]) is not None
    return Often("rate", rate * (2.5 if several else 1), found.start(), found.end(), more)


def _value(said: str) -> int:
    if said.isdigit():
        return int(said)
    return next((n for n, rule in _VALUES if regex.match(rule, said, regex.IGNORECASE)), 2)
