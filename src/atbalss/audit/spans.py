"""How far back a change is told: `in two years`, `gada laikā`, `по сравнению с 2022 годом`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from atbalss.audit.numbers import years_in
from atbalss.audit.text import Text, word_pattern

_YEARS = {  # the word for years, behind their number
    "lv": r"gad(?:u|os|us|iem)",
    "en": r"years?",
    "ru": r"(?:года?|лет)",
}
_MANY = {
    "lv": {2: r"div(?:u|os|us|iem)|2", 3: r"tr(?:iju|ijos|īs|im)|3", 4: r"četr(?:u|os|us|iem)|4", 5: r"piec(?:u|os|us|iem)|5"},
    "en": {2: r"two|2", 3: r"three|3", 4: r"four|4", 5: r"five|5"},
    "ru": {2: r"дв(?:а|ух)|2", 3: r"тр(?:и|[её]х)|3", 4: r"четыр(?:е|[её]х)|4", 5: r"пят[ьи]|5"},
}  # fmt: skip
_ONE = {  # one year back
    "lv": r"(?:pēdējā |viena )?gada laikā|pērn\w*|pirms gada|gadu (?:agrāk|iepriekš)|(?:pagājuš|iepriekšēj)\w+ gad\w+|pēdēj\w+ gad(?:u|ā)",
    "en": r"(?:in|over|within|on|than|since|from|against) (?:a|the|one|last|the last|the past|the previous) (?:single )?year(?!s)|(?:a|one|the) year (?:ago|earlier|before)|last year|year[- ]on[- ]year|(?:last|past|previous|preceding) year|twelve months",
    "ru": r"за (?:\w+ )?год(?!\w)|год(?:ом)? (?:назад|ранее|раньше)|(?:прошл|предыдущ)\w+ год\w*|прошлогодн\w+",
}
_WAVE = {  # one survey back, whenever that was
    "lv": r"(?:pagājuš|iepriekšēj)\w+ (?:aptauj|mērīj|viln|viļņ|pētīj|reiz)\w+|kopš iepriekšēj\w+",
    "en": r"(?:last|previous|preceding|earlier) (?:survey|wave|round|study|poll|edition|time)",
    "ru": r"(?:прошл|предыдущ)\w+ (?:опрос|волн|замер|исследован|раз)\w*",
}


@cache
def _span(lang: str, years: int) -> str:
    return rf"(?:{_MANY[lang][years]}) (?:\w+ )?{_YEARS[lang]}"


def earlier_waves(words: str, waves: Sequence[int], text: Text) -> tuple[int, ...] | None:
    """The earlier waves that words compare with, of `waves` in order; None where they name none.

    Empty where they name one that is not among them.
    """
    latest, before = waves[-1], waves[:-1]
    named = [year for year in years_in(words) if year < latest]
    if named:
        return tuple(year for year in before if year in named) if set(named) <= set(waves) else ()
    for back in _MANY[text.lang]:
        if word_pattern(_span(text.lang, back)).search(words):
            return tuple(year for year in before if year == latest - back)
    if word_pattern(_ONE[text.lang]).search(words):
        return tuple(year for year in before if year == latest - 1)
    if word_pattern(_WAVE[text.lang]).search(words):
        return tuple(before[-1:])
    return None
