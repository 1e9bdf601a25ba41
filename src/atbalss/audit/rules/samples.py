"""The size of the sample told twice, with two values: digits in another order, or one that differs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.rules.amounts import MEASURES
from atbalss.audit.rules.retold import NARROW
from atbalss.audit.text import Kind, Text, word_pattern

_SURVEYED = {
    "lv": r"aptauj\w+|piedal\w+|atbild\w+|aizpild\w+|interv\w+|izlas\w+",
    "en": r"surveyed|interviewed|took part|answered|replied|responded|completed|fill(?:ed)? (?:in|out)|returned (?:a|the|their)|sample|asked|respondents|interviews",
    "ru": r"опро[сш]\w+|участ\w+|ответил\w*|заполнил\w*|выборк\w+|интервью",
}
_ALL_AGES = r"(?:vecumā|aged|в возрасте|ages)\s[^.;,]{0,40}"  # who was asked at all
_PARTED = r"(?<!\w)(?:out of|of the|no|из|invited|sent|posted|nosūt\w+|uzaicin\w+|uzrunā\w+|приглаш\w+|разосла\w+|роздано|refus\w+|atteic\w+|отказ\w+)(?!\w)"


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Sizes of the sample that the rest of the report contradicts."""
    yield from _samples(text, claims)
    yield from _everybody(text)


def _samples(text: Text, claims: Claims) -> Iterator[Finding]:
    """`924 were interviewed`, where the rest of the report has 942: digits in another order, or one."""
    base = claims.base
    told = []
    narrow = word_pattern(rf"{NARROW}|{text.words.last_wave}|{text.words.who}")
    people = regex.pattern(
        rf"\s(?:[^\W\d]\w*\s){{0,2}}?(?:{text.words.people})(?!\w)", regex.IGNORECASE
    )
    for sentence in text.prose:
        if not regex.search(r"\d{3}", sentence.text):
            continue
        surveyed = word_pattern(_SURVEYED[text.lang]).search(sentence.text)
        if surveyed is None:
            continue
        for item in numbers(sentence.text, text.lang):
            if item.unit is not Unit.NONE or item.digits or item.value < 100 or year_of(item):
                continue
            clause = (
                regex.split(r"[;:(]\s?", sentence.text[: item.start])[-1]
                + sentence.text[item.start : item.end + 60].split(",")[0]
            )
            clause = regex.sub(_ALL_AGES, " ", clause, flags=regex.IGNORECASE)
            clause = _who_took_part(text.lang).sub(" ", clause)
            if (
                (people.match(sentence.text, item.end) or _all_asked(sentence.text, item, text))
                and not narrow.search(clause)
                and not regex.search(rf"{_PARTED}|%", clause, regex.IGNORECASE)
            ):
                told.append((sentence, item))
    counts = Counter(int(item.value) for _, item in told)
    whole = text.whole
    said = Counter(
        int(regex.sub(r"\D", "", found)) for found in regex.findall(r"[nN]\s?=\s?(\d{1,3}(?:[ ,]\d{3})+|\d+)", whole)
    ) + counts  # fmt: skip
    said.update(_totals(text))
    for sentence, item in told:
        value = int(item.value)
        near = [other for other in said if other != value and alike(value, other)]
        years = [y for y in map(year_of, numbers(sentence.text, text.lang)) if y]
        if len(near) != 1 or counts[value] > 1 or said[value] > 1 or len(set(years)) > 1:
            continue
        thanked = _thanks(sentence.text, item)
        if near[0] != base and said[near[0]] < 2 and not thanked:
            continue
        if regex.search(rf"(?<!\d){value}(?!\d)", whole.replace(sentence.text, " ")):
            continue
        at = spot(text, sentence, item.start, item.end)
        where = next((s for s in text.sentences if str(near[0]) in s.text), sentence)
        place = max(where.text.find(str(near[0])), 0)
        against = spot(text, where, place, place + len(str(near[0])))
        yield finding(
            text, "two-values", at, (against,), code="two-samples",
            value=value, other=near[0], line=against.line,
        )  # fmt: skip


@cache
def _who_took_part(lang: str) -> re.Pattern[str]:
    """`readers who had taken the trouble to fill in a card`: all who answered, no part of them."""
    return regex.pattern(
        rf"(?<!\w)(?:who|that|kas|kuri|kuras|котор\w+)\s(?:\w+\s){{0,5}}?(?:{_SURVEYED[lang]})(?!\w)",
        regex.IGNORECASE,
    )


def _totals(text: Text) -> Counter[int]:
    """The numbers of persons in the rows of all: twice each, for their parts make them."""
    found: Counter[int] = Counter()
    total = word_pattern(text.words.total)
    for block in text.blocks:
        for row in block.rows[1:]:
            if total.match(row[0].strip(' „“"«»')):
                cells = [regex.sub(r"[\s,\u00a0]", "", cell) for cell in row[1:]]
                found.update({int(cell): 2 for cell in cells if cell.isdigit() and int(cell) > 100})
    found.update({made: 2 for made in _made_by_items(text) if made > 100})
    return found


def _made_by_items(text: Text) -> Iterator[int]:
    """What the counts of the items of a list make, where that is printed: `Yes: 447 readers, 55 %`."""
    counted = regex.pattern(
        rf"(?<![\d.,])(\d{{1,4}}) (?:{text.words.people})(?!\w)", regex.IGNORECASE
    )
    run: list[int] = []
    for block in text.blocks:
        found = counted.findall(block.text) if block.kind is Kind.ITEM else []
        if len(found) == 1:
            run.append(int(found[0]))
            continue
        if len(run) > 1 and regex.search(rf"(?<!\d){sum(run)}(?!\d)", text.whole):
            yield sum(run)
        run = []


def _everybody(text: Text) -> Iterator[Finding]:
    """`Base: all respondents, 398`, where the other captions have 389 for all of them."""
    pattern = regex.pattern(
        rf"(?<!\w)(?:{_WHOLE[text.lang]})[^.;:%\d]{{0,24}}?[\s(=](?P<n>\d{{1,3}}(?:[ ,]\d{{3}})+|\d{{3,6}})(?![\d.,]*[\d%])",
        regex.IGNORECASE,
    )
    found = [
        (sentence, match, int(regex.sub(r"\D", "", match.group("n"))))
        for sentence in text.sentences
        for match in pattern.finditer(sentence.text)
    ]
    counts = Counter(value for _, _, value in found)
    for sentence, match, value in found:
        rivals = [other for other, times in counts.items() if times > 1 and alike(value, other)]
        if counts[value] > 1 or len(rivals) != 1 or 1990 <= value <= 2039:
            continue
        if word_pattern(text.words.last_wave).search(sentence.text):
            continue
        first = next(item for item in found if item[2] == rivals[0])
        at = spot(text, sentence, match.start("n"), match.end("n"))
        against = spot(text, first[0], first[1].start("n"), first[1].end("n"))
        yield finding(
            text, "two-values", at, (against,), code="two-samples",
            value=value, other=rivals[0], line=against.line,
        )  # fmt: skip


_WHOLE = {  # all who were asked
    "lv": r"vis(?:i|iem|u|us|ām|as) (?:aptaujāt\w+|respondent\w+|atbildēj\w+|dalībniek\w+|klient\w+|apmeklētāj\w+)",
    "en": r"all (?:the )?(?:respondents|passengers|visitors|customers|clients|those (?:asked|interviewed)|participants|interviewees|owners|members|residents|patients)",
    "ru": r"(?:все|всех|всем) (?:опрошенн\w+|респондент\w+|участник\w+|ответивш\w+|клиент\w+|посетител\w+|пассажир\w+)",
}


def alike(one: int, other: int) -> bool:
    """Whether two numbers differ by a slip: one digit, or the same digits in another order."""
    first, second = str(one), str(other)
    if len(first) != len(second):
        return False
    apart = sum(a != b for a, b in zip(first, second, strict=True))
    return (apart == 1 and first[0] == second[0]) or sorted(first) == sorted(second)


def _thanks(words: str, item: Number) -> bool:
    """`all 381 fishermen asked`: the number is surely that of the whole sample."""
    return (
        regex.search(
            rf"(?<!\w)(?:{_ALL})\s(?:the |these |šiem |šo |этих |этим )?$",
            words[: item.start],
            regex.IGNORECASE,
        )
        is not None
    )


def _all_asked(words: str, item: Number, text: Text) -> bool:
    """Whether a number counts those who were asked: behind "all", or between a verb and its noun."""
    after = regex.match(r"\s[^\W\d][\w-]{3,}", words[item.end :])
    verb = regex.search(
        rf"(?:{_SURVEYED[text.lang]})\s(?:\w+\s){{0,2}}$", words[: item.start], regex.IGNORECASE
    )
    measured = regex.match(
        rf"\s(?:{MEASURES[text.lang]}|{_THINGS})", words[item.end :], regex.IGNORECASE
    )
    return bool(after and not measured and (verb or _thanks(words, item)))


_ALL = r"all(?: of)?|of the|visiem|visi|visu|visus|vis[aā]m|всех|всем|все"
_THINGS = r"question|answer|page|jautājum|atbild|atbilž|lappus|вопрос|ответ|страниц|percent|procent|процент|point|punkt|пункт"
