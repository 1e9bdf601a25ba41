"""Ranked means: `the best rated is the staff (8.1), the building got 8.7`."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.study.decimals import marked

_HIGHEST = {
    "lv": r"visaugstāk\w*|augstākais|augstākā|augstāko|vislabāk\w*|vislielāk\w*|labākais|labākā|labāko",
    "en": r"best(?:[- ]rated)?|highest(?:[- ]rated)?|top[- ]rated|most highly|top",
    "ru": r"выше всего|лучше всего|сам\w{2,3} (?:высок|лучш)\w+|наивысш\w+|наибольш\w+|лучше всех|выше всех",
}
_LOWEST = {
    "lv": r"viszemāk\w*|zemākais|zemākā|zemāko|vissliktāk\w*|sliktākais|sliktākā|sliktāko",
    "en": r"worst(?:[- ]rated)?|lowest(?:[- ]rated)?|least highly|bottom",
    "ru": r"ниже всего|хуже всего|сам\w{2,3} (?:низк|худш)\w+|наименьш\w+|хуже всех|ниже всех",
}
_SCORE = {
    "lv": r"vērtēj\w*|vērtē\w*|novērt\w*|atzīm\w*|ball\w*|punkt\w*",
    "en": r"scor\w+|rating\w*|rate[sd]?|mark(?:s|ed)?|grade\w*|points|mean|average|[- ]rated",
    "ru": r"оцен\w*|балл\w*|отметк\w*|средн\w*",
}


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """A mean said to be the highest or lowest of its sentence, which another is."""
    for sentence in text.prose:
        if claims.of(sentence) or not word_pattern(_SCORE[text.lang]).search(sentence.text):
            continue
        if word_pattern(text.words.last_wave).search(sentence.text):
            continue
        means = _scores(sentence, text)
        if len(means) < 2:
            continue
        yield from _ranked(text, sentence, means)


def _scores(sentence: Sentence, text: Text) -> list[Number]:
    """The means of a sentence: decimals of one precision, none where it names waves or changes."""
    found = numbers(sentence.text, text.lang)
    if any(year_of(item) or item.sign or item.unit is not Unit.NONE for item in found):
        return []
    means = [item for item in found if item.digits]
    same = len({item.digits for item in means}) == 1 and all(item.value <= 10 for item in means)
    moved = word_pattern(f"{text.words.rise}|{text.words.fall}|{text.words.change}")
    return means if same and not moved.search(sentence.text) else []


def _ranked(text: Text, sentence: Sentence, means: list[Number]) -> Iterator[Finding]:
    words = sentence.text
    said = sorted(
        (match.start(), match.end(), least)
        for least, patterns in ((False, _HIGHEST), (True, _LOWEST))
        for match in word_pattern(patterns[text.lang]).finditer(words)
    )
    for place, (start, end, least) in enumerate(said):
        stop = said[place + 1][0] if place + 1 < len(said) else len(words)
        own = next((item for item in means if end <= item.start < stop), None)
        if own is None or own.start - end > 80:
            before = [item for item in means if item.end <= start]
            own = before[-1] if before and start - before[-1].end < 3 else None
        if own is None or regex.search(r"[;.]\s", words[min(own.start, end) : max(own.start, end)]):
            continue
        if regex.search(
            r"(?<!\w)(?:one of|viens no|viena no|од\w+ из|second|otr\w+|втор\w+|not|nav|ne|не)\s(?:the\s)?$",
            words[:start],
            regex.IGNORECASE,
        ):
            continue
        beyond = [
            item
            for item in means
            if item is not own
            and not regex.search(
                r"[;.]\s|where|kur\s|где",
                words[min(own.end, item.end) : max(own.start, item.start)],
            )
            and (item.value < own.value) == least
            and item.value != own.value
        ]
        if beyond:
            at = spot(text, sentence, start, max(own.end, beyond[0].end))
            shown = [item.shown for item in (own, beyond[0])]
            shown = [marked(item, text.lang) for item in shown]
            yield finding(
                text, "rank-word", at, words=words[start:end], value=shown[0], other=shown[1]
            )
            return
