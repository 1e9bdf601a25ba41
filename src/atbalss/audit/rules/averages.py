"""A mean or the size of the sample told again, in the conclusions or elsewhere, with another value."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.rules.amounts import MEASURES
from atbalss.audit.rules.retold import NARROW, question_of, sections_again
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.study.decimals import marked

_MEAN = r"vidēj\w+|caurmērā|mediān\w*|average[ds]?|mean|median|typically|средн\w+|медиан\w*"
_NOW = re.compile(
    r"(?:tagad|pašlaik|šobrīd|now|currently|сейчас)(?: (?:ir|is|at|stands at|составляет))?\s$", re.I
)
_OURS = r"pie mums|mūsu|ours?|here|у нас|наш\w*"
_CLAUSE = re.compile(r";\s|[,.]\s(?:bet|but|а|но|while|kamēr|savukārt|whereas)\s", re.IGNORECASE)
_LIMIT = re.compile(
    r"(?<!\w)(?:more than|less than|over|under|up to|within|at least|every|after|to|līdz|vairāk (?:nekā|par)|mazāk (?:nekā|par)|pēc|ik|по|более|менее|до|свыше|через|больше|меньше)\s$",
    re.IGNORECASE,
)
_CHANGE = r"less|more|shorter|longer|higher|lower|mazāk|vairāk|īsāk\w*|ilgāk\w*|augstāk\w*|zemāk\w*|меньше|больше|короче|дольше|выше|ниже"
_SCORE = r"vērtēj\w*|vērtē\w*|novērt\w*|atzīm\w*|ball\w*|scor\w+|rat(?:e|ed|ing|ings)|marks?|points|оцен\w+|балл\w*"
_ANY = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean of all who answered: its number, unit, the short stems of its clause and question."""

    sentence: Sentence
    number: Number
    unit: str
    named: frozenset[str]
    around: frozenset[str]
    ours: bool


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Means of the summary or conclusions that differ from the body's; samples of two sizes."""
    yield from _samples(text, claims)
    again = sections_again(text)
    found = list(_means(text))
    for one in found:
        rivals = [
            item
            for item in found
            if item.unit == one.unit and item.sentence.block != one.sentence.block
        ]
        if one.sentence.block not in again and not one.ours:
            continue
        values = {item.number.value for item in rivals if one.named & item.around}
        if one.ours and not values:
            values = {item.number.value for item in rivals}
        if one.number.value in {item.number.value for item in rivals} or len(values) != 1:
            continue
        other = next(item for item in rivals if item.number.value in values)
        if (
            abs(other.number.value - one.number.value)
            <= max(one.number.step, other.number.step) / 2
        ):
            continue
        pair = frozenset({one.sentence.order, other.sentence.order})
        if pair in claims.kept.get("means-told", ()):
            continue
        at = spot(text, one.sentence, one.number.start, one.number.end)
        against = spot(text, other.sentence, other.number.start, other.number.end)
        yield finding(
            text, "two-values", at, (against,), code="two-means", line=against.line,
            value=marked(one.number.shown, text.lang), other=marked(other.number.shown, text.lang),
        )  # fmt: skip


def _means(text: Text) -> Iterator[Mean]:
    cue, unit = word_pattern(_MEAN), word_pattern(MEASURES[text.lang])
    narrow = word_pattern(rf"{NARROW}|{text.words.last_wave}|norm\w*|target\w*|goal|planned")
    for sentence in text.prose:
        words = sentence.text
        if not any(map(str.isdigit, words)) or cue.search(words) is None:
            continue
        cuts = [0, *(m.end() for m in _CLAUSE.finditer(words)), len(words)]
        asked = question_of(sentence, text)
        for left, right in itertools.pairwise(cuts):
            clause = words[left:right]
            match = cue.search(clause)
            item = _number(clause, match, unit, asked, text) if match else None
            if item is None:
                continue
            number, named = item
            now = _NOW.search(clause[: number.start])
            bare = re.sub(r"[„“«\"][^”“»\"]*[”“»\"]|\([^()]*\)", " ", clause)
            if not now and (narrow.search(bare) or any(map(year_of, numbers(clause, text.lang)))):
                continue
            shifted = Number(
                number.value, number.digits, number.unit, 0, number.start + left, number.end + left
            )
            about = _short(word_pattern(_MEAN).sub(" ", bare), text)
            around = about | _short(f"{asked} {text.titles.get(sentence.section, '')}", text)
            ours = word_pattern(_OURS).search(bare) is not None
            yield Mean(sentence, shifted, named, about, around, ours)


def _number(
    clause: str, cue: re.Match[str], unit: re.Pattern[str], asked: str, text: Text
) -> tuple[Number, str] | None:
    """The number that a word for a mean is of, and its unit ("score" of a mark without one)."""
    score = word_pattern(_SCORE).search(f"{clause} {asked}")
    fits = []
    for item in numbers(clause, text.lang):
        if item.unit is Unit.PERCENT or item.ranged or item.sign or year_of(item):
            continue
        if _LIMIT.search(clause[: item.start]) or re.search(r"[nN]\s?=\s?$", clause[: item.start]):
            continue
        measured = unit.match(clause, item.end + 1)
        if measured and re.match(rf"\s(?:{_CHANGE})(?!\w)", clause[measured.end() :], re.I):
            continue
        gap = item.start - cue.end() if item.start > cue.start() else cue.start() - item.end
        if gap > 70:
            continue
        stem = measured.group(0)[:3].lower() if measured else ""
        if stem in ("bal", "бал", "mar", "poi") or (
            not measured and item.digits == 1 and score and item.value <= 10
        ):
            fits.append((gap, item, "score"))
        elif measured:
            fits.append((gap, item, stem))
    fits.sort(key=lambda fit: fit[0])
    if not fits or (len(fits) > 1 and fits[0][2] == fits[1][2] and fits[1][1].start < cue.end()):
        return None
    return fits[0][1], fits[0][2]


def _short(words: str, text: Text) -> frozenset[str]:
    stop = text.words.stop
    return frozenset(word[:4] for word in _ANY.findall(words.lower()) if word not in stop)


# ---- the size of the sample

_SURVEYED = {
    "lv": r"aptauj\w+|piedal\w+|atbild\w+|aizpild\w+|interv\w+|izlas\w+",
    "en": r"surveyed|interviewed|took part|answered|replied|responded|completed|filled in|sample|asked|respondents|interviews",
    "ru": r"опро[сш]\w+|участ\w+|ответил\w*|заполнил\w*|выборк\w+|интервью",
}
_ALL_AGES = r"(?:vecumā|aged|в возрасте|ages)\s[^.;,]{0,40}"  # who was asked at all
_PARTED = r"(?<!\w)(?:out of|of the|no|из|invited|sent|posted|nosūt\w+|uzaicin\w+|uzrunā\w+|приглаш\w+|разосла\w+|роздано|refus\w+|atteic\w+|отказ\w+)(?!\w)"


def _samples(text: Text, claims: Claims) -> Iterator[Finding]:
    """`924 were interviewed`, where the rest of the report has 942: digits in another order, or one."""
    base = claims.base
    told = []
    narrow = word_pattern(rf"{NARROW}|{text.words.last_wave}|{text.words.who}")
    people = re.compile(rf"\s(?:[^\W\d]\w*\s){{0,2}}?(?:{text.words.people})(?!\w)", re.IGNORECASE)
    for sentence in text.prose:
        if not re.search(r"\d{3}", sentence.text):
            continue
        surveyed = word_pattern(_SURVEYED[text.lang]).search(sentence.text)
        if surveyed is None:
            continue
        for item in numbers(sentence.text, text.lang):
            if item.unit is not Unit.NONE or item.digits or item.value < 100 or year_of(item):
                continue
            clause = (
                re.split(r"[;:(]\s?", sentence.text[: item.start])[-1]
                + sentence.text[item.start : item.end + 60].split(",")[0]
            )
            clause = re.sub(_ALL_AGES, " ", clause, flags=re.IGNORECASE)
            if (
                (people.match(sentence.text, item.end) or _all_asked(sentence.text, item, text))
                and not narrow.search(clause)
                and not re.search(rf"{_PARTED}|%", clause, re.I)
            ):
                told.append((sentence, item))
    counts = Counter(int(item.value) for _, item in told)
    whole = text.whole
    said = Counter(
        int(re.sub(r"\D", "", found)) for found in re.findall(r"[nN]\s?=\s?(\d{1,3}(?:[ ,]\d{3})+|\d+)", whole)
    ) + counts  # fmt: skip
    for sentence, item in told:
        value = int(item.value)
        near = [other for other in said if other != value and _alike(value, other)]
        years = [y for y in map(year_of, numbers(sentence.text, text.lang)) if y]
        if len(near) != 1 or counts[value] > 1 or said[value] > 1 or len(set(years)) > 1:
            continue
        thanked = _thanks(sentence.text, item)
        if near[0] != base and said[near[0]] < 2 and not thanked:
            continue
        if re.search(rf"(?<!\d){value}(?!\d)", whole.replace(sentence.text, " ")):
            continue
        at = spot(text, sentence, item.start, item.end)
        where = next((s for s in text.sentences if str(near[0]) in s.text), sentence)
        place = max(where.text.find(str(near[0])), 0)
        against = spot(text, where, place, place + len(str(near[0])))
        yield finding(
            text, "two-values", at, (against,), code="two-samples",
            value=value, other=near[0], line=against.line,
        )  # fmt: skip


def _alike(one: int, other: int) -> bool:
    """Whether two numbers differ by a slip: one digit, or the same digits in another order."""
    first, second = str(one), str(other)
    if len(first) != len(second):
        return False
    apart = sum(a != b for a, b in zip(first, second, strict=True))
    return (apart == 1 and first[0] == second[0]) or sorted(first) == sorted(second)


def _thanks(words: str, item: Number) -> bool:
    """`all 381 fishermen asked`: the number is surely that of the whole sample."""
    return (
        re.search(
            rf"(?<!\w)(?:{_ALL})\s(?:the |these |šiem |šo |этих |этим )?$",
            words[: item.start],
            re.I,
        )
        is not None
    )


def _all_asked(words: str, item: Number, text: Text) -> bool:
    """Whether a number counts those who were asked: behind "all", or between a verb and its noun."""
    after = re.match(r"\s[^\W\d][\w-]{3,}", words[item.end :])
    verb = re.search(
        rf"(?:{_SURVEYED[text.lang]})\s(?:\w+\s){{0,2}}$", words[: item.start], re.IGNORECASE
    )
    measured = re.match(rf"\s(?:{MEASURES[text.lang]}|{_THINGS})", words[item.end :], re.IGNORECASE)
    return bool(after and not measured and (verb or _thanks(words, item)))


_ALL = r"all(?: of)?|of the|visiem|visi|visu|visus|vis[aā]m|всех|всем|все"
_THINGS = r"question|answer|page|jautājum|atbild|atbilž|lappus|вопрос|ответ|страниц|percent|procent|процент|point|punkt|пункт"
