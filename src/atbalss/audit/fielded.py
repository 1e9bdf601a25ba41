"""When a survey was in the field, wherever it is told: spans of days, its first and its last day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from atbalss.audit import regex
from atbalss.audit.finding import Spot, quoted
from atbalss.audit.text import Kind, Text, word_pattern

_MONTHS = {
    "lv": r"janvār\w*|februār\w*|mart\w{1,2}|aprīl\w*|maij\w{1,2}|jūnij\w*|jūlij\w*|august\w*|septembr\w*|oktobr\w*|novembr\w*|decembr\w*",
    "en": r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?",
    "ru": r"январ\w*|феврал\w*|март\w?|апрел\w*|ма[йяе]|июн\w|июл\w|август\w?|сентябр\w*|октябр\w*|ноябр\w*|декабр\w*",
}
_ORDER = {
    "lv": "janv febr mart aprī maij jūni jūli augu sept okto nove dece".split(),
    "en": "jan feb mar apr may jun jul aug sep oct nov dec".split(),
    "ru": "янв фев мар апр ма июн июл авг сен окт ноя дек".split(),
}
_DAY = r"(?<![\d.,:/])(?P<{}>[0-3]?\d)(?![\d%:/]|[.,]\d)(?:st|nd|rd|th|\.|-го|-е)?"
_TO = r"\s?(?:[–—-]|to|until|till|through|and|līdz|un|по|до|и)\s?"
_DOTTED = regex.pattern(
    r"(?<![\d.])(?P<d1>[0-3]?\d)[./](?P<m1>[01]?\d)(?:[./](?:20\d\d|\d\d))?\.?\s?(?:[–—-]|līdz|to|until|до|по)\s?(?P<d2>[0-3]?\d)[./](?P<m2>[01]?\d)(?:[./](?:20\d\d|\d\d)|\.)?(?!\d)"
)
_OF_SURVEY = {
    "lv": r"zvan\w+|sarun\w+|respondent\w*|aptauj\w*|anket\w*|interv\w*|atbild\w*|lauka darb\w*|iztauj\w*|vākš\w+|vākt\w*|ievākt\w*|savākt\w*|apkopot\w*|aizpild\w*|balsoj\w*|dat[iu]|avots|mērījum\w*|pētījum\w*|jautā\w+|forma|veidlap\w*|notika|norisinā\w+|noris\w*",
    "en": r"calls?|survey\w*|questionnaires?|forms?|interview\w*|fieldwork|collected|collection|poll\w*|responses?|repl(?:y|ies|ied)|answers?|source|in the field|data|conducted|carried out|ran|open|link|asked|handed|filled|gathered|phoned|telephoned|respondents?|participants?",
    "ru": r"звон\w+|опрос\w*|опрош\w*|опраш\w*|анкет\w*|интервью\w*|ответ\w*|полев\w+|сбор\w*|собир\w+|собра\w+|источник|проводил\w*|провод[ияе]\w*|провед\w+|прош[её]?л\w*|проходил\w*|заполн\w+|исследован\w*|замер\w*|обзвон\w*|шёл|шел",
}
_OTHER = {  # another stage, another survey, what is only planned
    "lv": r"pilot\w*|izmēģin\w*|atgādin\w*|nākam\w+|plān\w*|iepriekšēj\w+|pērn\w*|pagājuš\w+|pirm\w+ vil\w+|otr\w+ vil\w+|vilnī|viļņ\w+|pirmais posms|otrais posms|posm\w+|papildu\w*|atkārto\w*|sanāksm\w*|seminār\w*|pasākum\w*|fokusgrup\w*|no jauna|svarv\w*|konferenc\w*|prezent\w*|publicē\w*|apspried\w*|izsūtī\w*",
    "en": r"pilot\w*|pre-?test\w*|remind\w*|next|plan(?:s|ned)?|previous|last year|earlier|wave|round|stage|phase|second|follow-up|meeting|workshop|seminar|event|focus|again|repeat\w*|will|conference|present\w*|publish\w*|discuss\w*|extended?|late|stragglers|invitations?|mailed|sent out",
    "ru": r"пилот\w*|пробн\w+|напомин\w*|следующ\w+|планир\w*|предыдущ\w+|прошл\w+|волн\w+|этап\w*|втор\w+|дополнит\w*|повтор\w*|собрани\w+|семинар\w*|встреч\w*|фокус\w*|снова|будет|конференц\w*|опублик\w*|обсуд\w*|разосла\w*|рассыл\w*|продл\w*",
}
_LAST = {
    "lv": r"noslēd\w+|slēg\w+|slēdza|beid\w+|pēdēj\w+|aizvēr\w*|pārtrau\w+",
    "en": r"closed|ended|finished|last|final|shut|completed|switched off|concluded|came to an end|deadline",
    "ru": r"закры\w+|заверш\w+|законч\w+|оконч\w+|последн\w+|прекра\w+",
}
_FIRST = {
    "lv": r"sāk\w+|uzsāk\w*|atvēr\w*|pirm\w+",
    "en": r"opened|began|begun|started|launched|first|went live|kicked off",
    "ru": r"нача\w+|открыл\w*|стартова\w+|перв\w+|запущ\w+|запуст\w+",
}


@dataclass(frozen=True, slots=True)
class Fielded:
    """When the survey ran: first and last day as (month, day), (0, 0) where only the other is told."""

    first: tuple[int, int]
    last: tuple[int, int]
    year: int
    shown: str
    spot: Spot
    sentence: str


@cache
def _spans(lang: str) -> tuple[re.Pattern[str], ...]:
    early, late = (rf"(?P<{key}>(?:{_MONTHS[lang]})(?!\w)\.?)" for key in ("m1", "m2"))
    one, two = _DAY.format("d1"), _DAY.format("d2")
    year = r"(?:\s?,?\s?\d{4}\.?(?:\sgada?|\sг\.|\sгода)?)?"
    found = [rf"{one}(?:\s{early})?{year}{_TO}{two}\s{late}"]
    if lang == "en":
        found.append(rf"{early}\s{one}{_TO}(?:{late}\s)?{two}")
    return tuple(regex.any_case(item) for item in found)


@cache
def _single(lang: str) -> re.Pattern[str]:
    month = rf"(?:{_MONTHS[lang]})(?!\w)"
    day = _DAY.format("d")
    if lang == "en":
        return regex.any_case(
            rf"{day}\s(?P<m>{month})|(?P<m2>{month})\s(?P<d2>[0-3]?\d)(?![\d%:]|[.,]\d)(?:st|nd|rd|th)?"
        )
    return regex.any_case(rf"{day}\s(?P<m>{month})")


def _month(word: str | None, lang: str) -> int:
    if not word:
        return 0
    low = word.lower()
    return next((n for n, begin in enumerate(_ORDER[lang], 1) if low.startswith(begin)), 0)


def fielded(text: Text) -> tuple[Fielded, ...]:
    """Every telling of when the survey ran: one a sentence, where it has but one."""
    return tuple(_fielded(text))


def _fielded(text: Text) -> Iterator[Fielded]:
    months = regex.any_case(rf"(?<!\w)(?:{_MONTHS[text.lang]})(?!\w)|\d\.\d\d\.")
    survey = word_pattern(_OF_SURVEY[text.lang])
    other = word_pattern(_OTHER[text.lang])
    for sentence in text.sentences:
        words = sentence.text
        if sentence.kind is Kind.CHART or not months.search(words):
            continue
        titled = sentence.kind is Kind.CAPTION or regex.search(r"(?<!\w)[nN]\s?=\s?\d", words)
        if not (survey.search(words) or titled) or other.search(words):
            continue
        where = Spot(quoted(words), sentence.line, sentence.page, sentence.block)
        spans = [*_spans_in(words, text.lang)]
        years = {int(found) for found in regex.findall(r"(?<!\d)20[0-3]\d(?!\d)", words)}
        year = years.pop() if len(years) == 1 else 0
        if len(spans) == 1:
            first, last, shown = spans[0]
            yield Fielded(first, last, year, shown, where, words)
        elif not spans and len(years) < 2:
            yield from _edge(words, text.lang, year, where)


def _spans_in(words: str, lang: str) -> Iterator[tuple[tuple[int, int], tuple[int, int], str]]:
    for match in _DOTTED.finditer(words):
        first, last = (int(match["m1"]), int(match["d1"])), (int(match["m2"]), int(match["d2"]))
        if _is_date(first) and _is_date(last) and first < last:
            yield first, last, match.group(0)
    for pattern in _spans(lang):
        for match in pattern.finditer(words):
            later, earlier = _month(match["m2"], lang), _month(match["m1"], lang)
            later, earlier = later or earlier, earlier or later
            first, last = (earlier, int(match["d1"])), (later, int(match["d2"]))
            if _is_date(first) and _is_date(last) and first < last:
                yield first, last, match.group(0)


def _is_date(item: tuple[int, int]) -> bool:
    return 1 <= item[0] <= 12 and 1 <= item[1] <= 31


def _edge(words: str, lang: str, year: int, where: Spot) -> Iterator[Fielded]:
    """The last or the first day, told alone: `the last form was counted on 22 March`."""
    told = []
    for match in _single(lang).finditer(words):
        groups = match.groupdict()
        day = int(groups.get("d") or groups.get("d2") or 0)
        at = (_month(groups.get("m") or groups.get("m2"), lang), day)
        before = regex.split(r"[;,]\s", words[: match.start()])[-1]
        after = regex.split(r"[;,]\s|$", words[match.end() :])[0]
        ends, begins = (_distance(table[lang], before, after) for table in (_LAST, _FIRST))
        of_survey = word_pattern(_OF_SURVEY[lang]).search(f"{before} {after}")
        if _is_date(at) and ends != begins and of_survey:
            told.append((at, ends < begins, match.group(0)))
    if len(told) == 1:
        at, last, shown = told[0]
        none = (0, 0)
        yield Fielded(none if last else at, at if last else none, year, shown, where, words)


_FAR = 1000


def _distance(cue: str, before: str, after: str) -> int:
    """How far from a date the nearest word of a table stands; before it is nearer than behind."""
    places = [len(before) - match.end() for match in word_pattern(cue).finditer(before)]
    places += [len(before) + match.start() for match in word_pattern(cue).finditer(after)]
    return min(places, default=_FAR)
