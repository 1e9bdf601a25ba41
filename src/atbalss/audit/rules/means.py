"""Means: one mean given two values, `on average 6 minutes` here and `9 minutes` there."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.rules.two_values import sides
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.study.decimals import marked

_MEAN = {
    "lv": r"vidēj\w+|caurmērā",
    "en": r"average|averages|averaged|mean|typically",
    "ru": r"средн\w+",
}
_UNITS = {
    "lv": r"minū\w+|min\.?|stund\w+|dien\w+|nedēļ\w+|mēneš\w+|eiro|EUR|kilometr\w+|km|metr\w+|m|lapas|ball\w+|reiz\w+|grāmat\w+",
    "en": r"minutes?|mins?\.?|hours?|days?|weeks?|months?|euros?|pounds?|kilometres?|kilometers?|km|m|metres?|miles|pages|times|visits|books",
    "ru": r"минут\w*|мин\.?|час\w*|дн\w+|день|недел\w+|месяц\w*|евро|рубл\w+|км|м|метр\w*|километр\w*|балл\w*|раз\w?",
}
_SHORT = 4  # letters that two forms of one word share


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean of a sentence, its unit, and the short stems that name it."""

    sentence: Sentence
    number: Number
    unit: str
    named: frozenset[str]


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Pairs of sentences that give one mean two values."""
    found = list(_means(text))
    for one, other in itertools.combinations(found, 2):
        if one.unit != other.unit or one.sentence.order == other.sentence.order:
            continue
        if (
            abs(one.number.value - other.number.value)
            <= max(one.number.step, other.number.step) / 2
        ):
            continue
        if sides(one.sentence.text, text) != sides(other.sentence.text, text):
            continue
        shared = one.named & other.named
        rivals = [item for item in found if item.unit == one.unit]
        least = 2 if len(rivals) == 2 else 3
        rare = len(rivals) > 2 and 2 * len(shared) < min(len(one.named), len(other.named)) - 1
        if len(shared) < least or rare:
            continue
        pair = frozenset({one.sentence.order, other.sentence.order})
        claims.kept.setdefault("means-told", set()).add(pair)
        at = spot(text, one.sentence, one.number.start, one.number.end)
        against = spot(text, other.sentence, other.number.start, other.number.end)
        shown = [item.number.shown for item in (one, other)]
        shown = [marked(item, text.lang) for item in shown]
        yield finding(
            text, "two-values", at, (against,), code="two-means",
            value=shown[0], other=shown[1], line=against.line,
        )  # fmt: skip


def _means(text: Text) -> Iterator[Mean]:
    narrow = word_pattern(f"{text.words.group}|{text.words.last_wave}")
    score = word_pattern(_SCORE[text.lang])
    for sentence in text.prose:
        words = sentence.text
        cue = word_pattern(_MEAN[text.lang]).search(words)
        if cue is None or _bounded(words, text):
            continue
        found = []
        for item in numbers(words, text.lang):
            unit = word_pattern(_UNITS[text.lang]).match(words, item.end + 1)
            if item.unit is not Unit.NONE or item.ranged or year_of(item):
                continue
            if unit and not regex.search(_LIMIT, words[: item.start], regex.IGNORECASE):
                found.append((item, unit.group(0).lower()[:3]))
            elif item.digits == 1 and item.value <= 10 and score.search(words):
                found.append((item, "score"))
        if len(found) != 1 or any(map(year_of, numbers(words, text.lang))):
            continue
        bare = word_pattern(f"{_MEAN[text.lang]}|{_UNITS[text.lang]}").sub(" ", words)
        if narrow.search(regex.sub(r"[„“«\"][^”“»\"]*[”“»\"]", " ", words)):
            continue
        yield Mean(sentence, *found[0], _short(bare, text))


_SCORE = {
    "lv": r"vērtēj\w*|vērtē|novērt\w*|atzīm\w*|ball\w*",
    "en": r"scores?|scored|ratings?|rated?|marks?|graded?|points",
    "ru": r"оцен\w*|балл\w*|отметк\w*",
}
_LIMIT = (
    r"(?<!\w)(?:more than|less than|over|under|up to|within|at least|every|after|longer than|līdz|vairāk nekā|vairāk par"
    r"|mazāk par|mazāk nekā|ilgāk par|pēc|ik|katras|более|менее|до|свыше|через|каждые|больше|меньше)\s$"
)


def _bounded(words: str, text: Text) -> bool:
    """Whether the sentence speaks of a norm, a plan or an error and not of what was measured."""
    if regex.search(rf"±|\+/-|(?<!\w)(?:{ERROR})(?!\w)", words, regex.IGNORECASE):
        return True
    loose = r"norm\w*|mērķ\w*|plān\w*|paredz\w*|target\w*|goal|planned|should|law|act|норм\w*|план\w*|цел\w+|должн\w+|закон\w*"
    return word_pattern(loose).search(words) is not None


ERROR = r"(?:\w+ )?kļūd\w*|precizitāt\w*|pielaid\w*|(?:sampling |standard )?errors?|margins? of error|precision|погрешност\w*|ошибк\w*|точност\w*"


def _short(words: str, text: Text) -> frozenset[str]:
    stop = text.words.stop
    found = regex.findall(r"[^\W\d_]{4,}", words.lower())
    return frozenset(word[:_SHORT] for word in found if word not in stop)
