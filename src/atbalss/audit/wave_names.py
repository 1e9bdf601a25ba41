"""When a level was measured, by whatever name its wave has: a year, `the second wave`, `then`, `before`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from atbalss.audit import regex
from atbalss.audit.text import word_pattern

_YEAR = regex.pattern(r"(?<![\d.,])(?P<year>(?:199|20[0-3])\d)(?![\d%]|[.,]\d|\s?%)")
_PARTS = (  # of a year, in order
    r"pavasar\w*|spring|весн\w*|ziem\w*|winter|зим\w*|janvār\w*|februār\w*|mart\w*|january|february|march|январ\w*|феврал\w*|март\w*",
    r"vasar\w*|summer|лет(?:о|ом)|aprīl\w*|maij\w*|jūnij\w*|april|may(?= (?:19|20)\d\d)|(?<=in )may|(?<=since )may|june|апрел\w*|ма[йяе]|июн\w*",
    r"jūlij\w*|august\w*|septembr\w*|july|september|июл\w*|август\w*|сентябр\w*",
    r"ruden\w*|ruden[sī]|autumn|осен\w*|oktobr\w*|novembr\w*|decembr\w*|october|november|december|октябр\w*|ноябр\w*|декабр\w*",
)
_WAVE = {
    "lv": r"(?:viln|viļņ|ceturksn|mērījum|aptauj|posm|kārt|reiz|anketēšan|sezon|gadagājum)\w*",
    "en": r"waves?|quarters?|surveys?|rounds?|measurements?|times?|polls?|occasions?|phases?|readings?|editions?|seasons?|years?",
    "ru": r"волн\w*|квартал\w*|опрос\w*|замер\w*|измерени\w*|этап\w*|раз\w*|раунд\w*|сезон\w*",
}
_NTH = {
    "lv": ("pirm", "otr", "treš", "ceturt", "piekt"),
    "en": ("first", "second", "third", "fourth", "fifth"),
    "ru": ("перв", "втор", "трет", "четв[её]рт", "пят"),
}
_ENDING = {
    "lv": r"(?:ais|ā|ajā|ajai|ajam|ās|o|ie|ajos)",
    "en": "",
    "ru": r"(?:ая|ой|ую|ый|ом|ем|ий|ья|ьей|ей|ье|ьем|ьего|ого|ьей|ью)",
}
_BEFORE = {  # (the earlier, the later) of two times that nothing counts
    "lv": (
        r"pirms (?:\w+ )?(?:\w+šanas|kurs\w*|mācīb\w*|programm\w*|projekt\w*|tā|tam)|iepriekš|agrāk|sākumā|sākotnēji|toreiz|tolaik|tobrīd|tajā laikā|pērn|ieejot|pagājuš\w+ (?:gad|reiz|pavasar|ruden|sezon|semestr|mācību)\w*|pirms (?:\w+ )?(?:gad|mēneš|sezon|semestr)\w*|iepriekšēj\w+ \w+",
        r"pēc (?:\w+ )?(?:\w+šanas|kurs\w*|mācīb\w*|programm\w*|projekt\w*|tā|tam)|tagad|beigās|noslēgumā|šogad|patlaban|pašlaik|šoreiz|šobrīd|šī gada|šajā (?:gadā|reizē|pavasarī|rudenī)|šopavasar|šoruden|gadu vēlāk|vēlāk",
    ),
    "en": (
        r"before(?: (?:the|it|that|this) \w+)?|at (?:the )?(?:start|beginning|outset|entry)|initially|at first|originally|then|at th(?:at|e) time|in those days|earlier|previously|last (?:year|time|spring|autumn|season|term)|(?:a|one|two|three|\w+) (?:year|season|month|term)s? (?:ago|earlier|before)|the (?:year|survey|wave) before",
        r"after(?: (?:the|it|that|this) \w+)?|afterwards|at (?:the )?(?:end|close|exit)|finally|now|this (?:year|time|spring|autumn|season|term)|today|(?:a|one|two|three|\w+) (?:year|season|month|term)s? (?:later|on)|currently|later",
    ),
    "ru": (
        r"до (?:\w+ )?(?:курс\w*|занят\w*|программ\w*|обучени\w*|начал\w*|проект\w*|этого|неё|него|введени\w*|ремонт\w*|реформ\w*)|раньше|прежде|в то время|вначале|в начале|сначала|изначально|тогда|в прошлом году|прошл\w+ (?:весн|осен|раз|год|сезон)\w*|(?:\w+ )?(?:год|года|лет|месяц\w*|сезон\w*) назад|годом ранее|на входе|предыдущ\w+ \w+",
        r"после (?:\w+ )?(?:курс\w*|занят\w*|программ\w*|обучени\w*|проект\w*|этого|неё|него|введени\w*|ремонт\w*|реформ\w*)|теперь|сейчас|в конце|в итоге|сегодня|нынче|в этом году|эт\w+ (?:весн|осен|раз|год|сезон)\w*|год спустя|через (?:\w+ )?(?:год|года|лет|месяц\w*)|на выходе|ныне|нынешн\w+ \w+|позже",
    ),
}
EARLIER, LATER = 0.5, 9001.0  # stand for times that no year names


@cache
def _nth(lang: str) -> tuple[re.Pattern[str], ...]:
    end = _ENDING[lang]
    return tuple(
        word_pattern(rf"(?<!a )(?<!every )(?<!katr\w )(?<!кажд\w\w ){root}{end}")
        for root in _NTH[lang]
    )


_ROMAN = ("", "I", "II", "III", "IV", "V")


@cache
def _counted(lang: str) -> re.Pattern[str]:
    one = r"1\d|[1-9]|I{1,3}|IV|V"
    return word_pattern(
        rf"(?:{_WAVE[lang]})[ -](?P<n>{one})|(?P<m>{one})\.?[\s-](?:{_WAVE[lang]})|Q(?P<q>[1-4])"
    )


@lru_cache(maxsize=8_000)
def when_of(words: str, lang: str, *, ordinals: bool = True) -> float | None:
    """When a level was measured that words tell of; None where they name no wave or several.

    `ordinals`: whether a bare `in the second` is one, since others beside it are waves.
    """
    years = {int(match.group("year")) for match in _YEAR.finditer(words)}
    if len(years) == 1:
        part = next((n for n, p in enumerate(_PARTS, 1) if word_pattern(p).search(words)), 0)
        return years.pop() + part / 5
    if years:
        return None
    counted = _counted(lang).search(words)
    if counted is not None:
        name = next(name for name in counted.groups() if name).upper()
        return float(name) if name.isdigit() else float(_ROMAN.index(name))
    found = [place for place, rule in enumerate(_nth(lang), 1) if rule.search(words)]
    if len(found) == 1 and (ordinals or word_pattern(_WAVE[lang]).search(words)):
        return float(found[0])
    early, late = (word_pattern(rule).search(words) is not None for rule in _BEFORE[lang])
    if early != late:
        return EARLIER if early else LATER
    return None


def waves_of(labels: Sequence[str], lang: str) -> list[float] | None:
    """When each of several levels was measured; None unless each is of a wave of its own."""
    wave = word_pattern(_WAVE[lang])
    labels = [label.strip(" ,%") for label in labels]
    ordinals = any(
        wave.search(label) and any(rule.search(label) for rule in _nth(lang)) for label in labels
    )
    found = [when_of(label, lang, ordinals=ordinals) for label in labels]
    if len(labels) == 2 and (turned := _turned(labels)) is not None:
        return turned
    known = [when for when in found if when is not None]
    if len(known) < len(labels):
        return _seasons(labels) if not known else None
    if len(set(known)) < len(known) or len(known) < 2:
        return None
    relative = [when for when in known if when in (EARLIER, LATER)]
    counted = [when for when in known if EARLIER < when < 20]
    if counted and len(counted) + len(relative) < len(known):
        return None
    return known if len(relative) < 3 else None


def _turned(labels: Sequence[str]) -> list[float] | None:
    """`before the path was opened … afterwards`: two levels on either side of an event."""
    sides = [
        (_AHEAD_OF.search(label) is not None, _BEHIND.search(label) is not None) for label in labels
    ]
    if sides == [(True, False), (False, True)]:
        return [EARLIER, LATER]
    return [LATER, EARLIER] if sides == [(False, True), (True, False)] else None


_AHEAD_OF = word_pattern(
    r"before(?! \d)|until|pirms(?! \d)|līdz (?!\d)\w{5,}|до (?!\d|сих|пор|конца|сорока|тридцати)\w{4,}|перед"
)
_BEHIND = word_pattern(r"after|afterwards|since|pēc|kopš|после|затем|потом")


def _seasons(labels: Sequence[str]) -> list[float] | None:
    """The seasons or months that labels name, no year beside them: in the order in which they stand."""
    parts = [_parts_in(label) for label in labels]
    if any(len(part) != 1 for part in parts) or len({part[0] for part in parts}) < len(parts):
        return None
    return [float(place) for place in range(1, len(parts) + 1)] if len(parts) > 1 else None


@lru_cache(maxsize=8_000)
def _parts_in(label: str) -> tuple[int, ...]:
    """The seasons or months that a label names, by their places in the year."""
    return tuple(n for n, rule in enumerate(_PARTS, 1) if word_pattern(rule).search(label))


def is_wave(label: str, lang: str) -> bool:
    """Whether words name one wave."""
    return when_of(label, lang, ordinals=False) is not None
