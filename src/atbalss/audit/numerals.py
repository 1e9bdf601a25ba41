"""Numbers from 1 to 99 in words, with all endings: `sixty-one`, `piecdesmit diviem`, `сорока пяти`."""

from __future__ import annotations

import re
from functools import cache

from atbalss.audit import regex

_UNITS = {
    "lv": r"vien\w{1,3} div\w{1,3} trīs|trim|trij(?:u|ās|ām|os|iem) četr\w{1,3} piec\w{0,3} seš\w{1,3} septiņ\w{1,3} astoņ\w{1,3} deviņ\w{1,3}",
    "en": "one two three four five six seven eight nine",
    "ru": r"один|одн(?:а|о|им|ого|ом|ой|у) дв(?:а|е|ух|ум|умя) тр(?:и|[её]х|[её]м|емя) четыр(?:е|[её]х|[её]м|ьмя) пят(?:ь|и|ью) шест(?:ь|и|ью) сем(?:ь|и|ью) вос(?:емь|ьми|емью) девят(?:ь|и|ью)",
}
_TEENS = {  # from ten
    "lv": r"desmit\w{0,3} vienpadsmit\w{0,3} divpadsmit\w{0,3} trīspadsmit\w{0,3} četrpadsmit\w{0,3} piecpadsmit\w{0,3} sešpadsmit\w{0,3} septiņpadsmit\w{0,3} astoņpadsmit\w{0,3} deviņpadsmit\w{0,3}",
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "ru": r"десят(?:ь|и|ью) одиннадцат(?:ь|и|ью) двенадцат(?:ь|и|ью) тринадцат(?:ь|и|ью) четырнадцат(?:ь|и|ью) пятнадцат(?:ь|и|ью) шестнадцат(?:ь|и|ью) семнадцат(?:ь|и|ью) восемнадцат(?:ь|и|ью) девятнадцат(?:ь|и|ью)",
}
_TENS = {  # from twenty
    "lv": r"divdesmit\w{0,3} trīsdesmit\w{0,3} četrdesmit\w{0,3} piecdesmit\w{0,3} sešdesmit\w{0,3} septiņdesmit\w{0,3} astoņdesmit\w{0,3} deviņdesmit\w{0,3}",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "ru": r"двадцат(?:ь|и|ью) тридцат(?:ь|и|ью) сорок(?:а)? пят(?:ьдесят|идесяти|ьюдесятью) шест(?:ьдесят|идесяти|ьюдесятью) сем(?:ьдесят|идесяти|ьюдесятью) вос(?:емьдесят|ьмидесяти|емьюдесятью) девяност(?:о|а)",
}
_LARGER = {"lv": r"simt\w{0,3}", "en": r"hundred(?: and)?", "ru": r"сто|ста|двести|триста"}


@cache
def in_words(lang: str) -> str:
    """A pattern of a number from 1 to 99 in words; no capturing group, not behind a hundred."""
    units, teens, tens = (_choice(known[lang]) for known in (_UNITS, _TEENS, _TENS))
    join = "[ -]" if lang == "en" else " "
    return rf"(?:(?:{tens})(?:{join}(?:{units}))?|(?:{teens})|(?:{units}))"


def after_larger(before: str, lang: str) -> bool:
    """Whether what stands before a number in words makes it a larger one: `one hundred and`."""
    return regex.search(rf"(?<!\w)(?:{_LARGER[lang]})[ -]$", before, regex.IGNORECASE) is not None


def value_of(words: str, lang: str) -> int:
    """The number that words of `in_words` say; 0 where they say none."""
    whole = words.strip().lower()
    parts = regex.split("[ -]", whole) if lang == "en" else whole.split(" ")
    total = 0
    for part in parts:
        total += next((value for value, rule in _known(lang) if rule.fullmatch(part)), 0)
    return total


def _choice(known: str) -> str:
    return known.replace(" ", "|")


@cache
def _known(lang: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """(value, pattern) of all single words, the longest patterns first."""
    found = [(10 * (n + 2), rule) for n, rule in enumerate(_TENS[lang].split(" "))]
    found += [(n + 10, rule) for n, rule in enumerate(_TEENS[lang].split(" "))]
    found += [(n + 1, rule) for n, rule in enumerate(_UNITS[lang].split(" "))]
    return tuple((value, regex.any_case(rule)) for value, rule in found)
