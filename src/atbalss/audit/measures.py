"""Means and amounts with a unit: told in a sentence, or of a row of a table of means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Spot, spot
from atbalss.audit.forms import marks
from atbalss.audit.kept import read_once
from atbalss.audit.mean_levels import SPREAD, UNIT
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.sheet_words import label_marks
from atbalss.audit.sheets import Sheet, is_part_of, sheets_of
from atbalss.audit.text import Kind, Sentence, Text, word_pattern

_UNITS = {  # the stems of what a mean is measured in; scores are one unit
    "lv": r"minū|min\.?$|stund|dien|nedēļ|mēne[sš]|eiro|EUR|kilometr|km$|metr|lappus|reiz|grāmat|nakt|nakš|gad(?:i|us|u|iem)$",
    "en": r"minute|mins?\.?$|hour|day|week|month|euro|pound|dollar|kilomet|km$|metre|mile|page|times?$|visit|book|night|year",
    "ru": r"минут|мин\.?$|час|дн|день|недел|месяц|евро|рубл|км$|метр|километр|раз|ноч|сут|лет$|год",
}
UNITS = {  # of means
    "lv": rf"{UNIT['lv']}|nakt\w+|nakšu|eiro|EUR|gad(?:i|us|u)",
    "en": rf"{UNIT['en']}|nights?|euros?|pounds?|dollars?|years?",
    "ru": rf"{UNIT['ru']}|ноч\w+|сут\w+|евро|рубл\w+|лет|года?",
}
ERROR = r"(?:\w+ )?kļūd\w*|precizitāt\w*|pielaid\w*|(?:sampling |standard )?errors?|margins? of error|precision|погрешност\w*|ошибк\w*|точност\w*"
OVERALL = {
    "lv": r"kopum\w*|kopēj\w+|vispārēj\w+|visu (?:\w+ )?vidēj\w+|vidēji vis\w+|visi kopā|kopvērtējum\w*",
    "en": r"overall|general|total|on the whole|all (?:\w+ )?together|across (?:the|all)|whole",
    "ru": r"общ(?:ая|ий|ее|ей|его|ую)|в целом|итогов\w+|совокупн\w+|по всем|всех вместе",
}
_SCORE = regex.any_case(
    r"ball|punkt|vērtēj|vērtē|atzīm|score|rating|rated?|marks?|grade|points|stars?|оцен|балл|отметк|звезд|zvaigzn|out of|(?<!\w)(?:из|no) (?:5|7|10|пяти|семи|десяти|piec|desmit)"
)
_MEAN = regex.any_case(
    r"(?<!\w)(?:vidēj\w+|caurmērā|mediān\w*|average[ds]?|mean|median|typical\w*|средн\w+|медиан\w*)(?!\w)"
)
_ALL = r"all|vis\w{1,3}|vidēj\w+|average|mean|overall|kopum\w+|средн\w+|все\w?|итого"
_DECIMAL = regex.pattern(r"\d+[.,]\d+")
_SAID = regex.any_case(  # what is said of any mean
    r"(?<!\w)(?:ball\w*|punkt\w*|novērt\w*|vērtē\w*|atzīm\w*|score\w*|rat(?:ing|ed|e)s?|marks?|points?|stars?|оцен\w*|балл\w*|отметк\w*|skal\w+|scale|шкал\w+)(?!\w)"
)
_INTERVAL = regex.any_case(r"(?:interv\w+|интервал\w*|(?<!\w)CI) [^;()]{0,20}$|\d\s?[–-]\s?$")
_DASHED = regex.pattern(r"\s?[–-]\s?\d")
_NOT_TOLD = regex.any_case(  # of a scale; or how much more than another
    r"\s(?:more|less|fewer|vairāk|mazāk|больше|меньше)(?!\w)|[\s-]?(?:point|punkt\w*|ball\w*|балльн\w*|бальн\w*)\s(?:skal\w*|scale|шкал\w*)|\s[^\W\d]+\.?\s(?:as|longer|shorter|more|less|later|earlier|ilgāk|īsāk|vairāk|mazāk|дольше|меньше|больше|короче)(?!\w)"
)
_SHORT = 80  # letters of an item of a list
_STATISTIC = (  # the head of a column, or what stands before a value, that is no mean
    r"(?:s\.?\s?d\.?|s\.?\s?e\.?|std\.?\s?\w*|standard \w+|variance|skewness|kurtosis|standart\w+|dispersij\w*"
    r"|стандартн\w+|станд\.?\s?\w*|дисперси\w*|ско|σ|p|p[- ]values?|[rβαρχftz][²2]?|cronbach\w*(?: alpha)?|кронбах\w*"
    r"|kronbah\w*|(?:pearson|spearman|pīrson|spīrmen|пирсон|спирмен)\w*(?: (?:r|ρ|rho))?|correlation\w*|korelācij\w*|корреляци\w*)"
)
_TESTED = regex.any_case(rf"{_STATISTIC}")
_CORRELATED = regex.any_case(  # `r = 0.265 to 0.575`: values that measure how two things go together
    r"(?<!\w)(?:correlat\w+|coefficients?|korel\w+|koeficient\w+|коррел\w+|коэффициент\w*|cronbach\w*|kronbah\w*|кронбах\w*)(?!\w)"
)
_SCALE = regex.any_case(r"\d\s?(?:[–-]|līdz|vai|to|or|до|или)\s?\d")
_SIGN = regex.pattern(r"[€£$]\s?$")


_KIND_OF = (  # before a unit: `9 working days`
    r"(?:(?:darba|kalendār\w+|pilnas|full|whole|working|business|calendar|рабоч\w+|календарн\w+|полных)\s)?"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A mean or an amount: number, unit, what names it, what else is said around it, its place."""

    number: Number
    unit: str
    named: frozenset[str]
    around: frozenset[str]
    spot: Spot
    sentence: Sentence | None  # of prose
    meant: bool  # told as a mean
    whole: bool = False  # of the row of all


@read_once
def measures_of(text: Text, claims: Claims) -> tuple[Measure, ...]:
    """All means and amounts of a document."""
    listed = tuple(_of_tables(text, claims))
    scored = any(item.unit == "score" for item in listed)
    told = tuple(_of_prose(text, claims, scored=scored))
    if not listed and any(item.unit == "score" and item.meant for item in told):
        told = tuple(_of_prose(text, claims, scored=True))
    return (*listed, *told)


@cache
def _unit(lang: str) -> re.Pattern[str]:
    return regex.any_case(
        rf"\s?(?:(?P<u>{_UNITS[lang]})|(?P<s>ball|punkt|points?|marks?|stars?|балл|zvaigzn|звезд))"
    )


def unit_behind(words: str, end: int, lang: str) -> str:
    """The unit behind a number; "" where there is none."""
    word = regex.match(rf"[\s-]?{_KIND_OF}([^\W\d]+\.?)", words[end:], regex.IGNORECASE)
    found = _unit(lang).match(f" {word[1]}") if word else None
    if found is None:
        return ""
    return "score" if found["s"] else found["u"][:3].lower()


def _of_prose(text: Text, claims: Claims, *, scored: bool) -> Iterator[Measure]:
    sheets = [sheet for sheet in sheets_of(text, claims) if not sheet.table]
    for sentence in text.sentences:
        if sentence.kind is Kind.CHART or not any(map(str.isdigit, sentence.text)):
            continue
        if any(is_part_of(sentence, sheet) for sheet in sheets):
            continue
        words = sentence.text
        meant = _MEAN.search(words)
        scored_whole = _SCALE.search(words) is None
        score = scored or meant or _SCORE.search(words)
        for item in numbers(words, text.lang):
            if item.unit is not Unit.NONE or item.sign or item.ranged or year_of(item):
                continue
            if _is_ordinal(item, sentence, text):
                continue
            unit = unit_behind(words, item.end, text.lang)
            odd = regex.search(r"[<>=]\s?$", words[: item.start]) or (
                not _SCORE.search(words) and regex.match(r"\s[^\W\d]{4,}", words[item.end :])
            )
            if not unit and item.digits and item.value <= 10 and score and not odd:
                unit = "score"
            if not unit and _SIGN.search(words[: item.start]):
                unit = "eur"
            behind = words[item.end :]
            if (
                SPREAD.search(words[: item.start])
                or _INTERVAL.search(words[: item.start])
                or _DASHED.match(words[item.end :])
            ):
                continue
            if unit == "score" and not item.digits and not scored_whole:
                continue
            if unit == "score" and item.value < 1 and _CORRELATED.search(words):
                continue
            if not unit or _NOT_TOLD.match(behind) or _is_row(item, unit, sentence, text):
                continue
            left, right = _clause(words, item)
            after = (
                regex.sub(rf"^[\s-]?{_KIND_OF}[^\W\d]+\.?", " ", words[item.end : right])
                if unit != "score"
                else words[item.end : right]
            )
            bare = f"{words[left : item.start]} {after}"
            yield Measure(
                item, unit, _names(bare, text), _names(words, text),
                spot(text, sentence, item.start, item.end), sentence, meant is not None,
            )  # fmt: skip


_ORDINAL = regex.pattern(r"(?:^|[\d×]\s)\d{1,2}\.\d(?=\s[^\W\d])")


def _is_ordinal(item: Number, sentence: Sentence, text: Text) -> bool:
    """Whether a number only counts what it stands before: `7.2 Its comfort`, behind `7.1 Its light`."""
    if item.digits != 1 or not _ORDINAL.match(text.blocks[sentence.block].text):
        return False
    near = text.blocks[max(0, sentence.block - 3) : sentence.block + 4]
    beside = {float(m.group().split()[-1]) for b in near for m in _ORDINAL.finditer(b.text)}
    return any(abs(item.value - other - step) < 0.01 for other in beside for step in (-0.1, 0.1))


def _names(words: str, text: Text) -> frozenset[str]:
    return marks(_SAID.sub(" ", _DECIMAL.sub(" ", _MEAN.sub(" ", words))), text.lang).set


def _is_row(item: Number, unit: str, sentence: Sentence, text: Text) -> bool:
    """Whether a measure stands in a list: a short item beside one that gives a number of the unit."""
    if sentence.kind is not Kind.ITEM:
        return False
    places = (sentence.block - 1, sentence.block + 1)
    beside = [text.blocks[at] for at in places if 0 <= at < len(text.blocks)]
    return any(
        block.kind is Kind.ITEM
        and len(block.text) < _SHORT
        and any(
            n.digits == item.digits
            and n.unit is Unit.NONE
            and (unit == "score" or unit_behind(block.text, n.end, text.lang) == unit)
            for n in numbers(block.text, text.lang)
        )
        for block in beside
    )


def _clause(words: str, item: Number) -> tuple[int, int]:
    cuts = [
        m.end()
        for m in regex.finditer(
            r";\s|:\s(?!\D{0,12}\d)|,\s|\s[–—]\s|\s(?:and|but|un|bet|и|а|но)\s(?=[^.;]*\d)", words
        )
    ]
    left = max((cut for cut in cuts if cut <= item.start), default=0)
    return left, min((cut for cut in cuts if cut > item.end), default=len(words))


def _of_tables(text: Text, claims: Claims) -> Iterator[Measure]:
    for sheet in sheets_of(text, claims):
        if sheet.shares:
            continue
        for column, head in enumerate(sheet.heads):
            yield from _of_column(sheet, column, head, text)


def _unit_in(words: str, lang: str) -> str:
    """The first unit that words name."""
    found = (unit_behind(f" {w}", 0, lang) for w in regex.findall(r"[^\W\d_]+\.?", words))
    return next(filter(None, found), "")


def _of_column(sheet: Sheet, column: int, head: str, text: Text) -> Iterator[Measure]:
    cells = [n for row in sheet.cells if (n := row[column]) is not None]
    if _TESTED.fullmatch(head.strip(" ()")):
        return
    over = f"{head} {sheet.kind} {sheet.asked}"
    decimal = 2 * sum(n.digits > 0 for n in cells) > len(cells)
    unit = _unit_in(head, text.lang)
    if not unit and (decimal or len(sheet.heads) == 1):
        unit = _unit_in(f"{sheet.kind} {sheet.asked}", text.lang) or "score" * decimal
    if not unit:
        return
    around = marks(over, text.lang).set
    total = word_pattern(f"{text.words.total}|{_ALL}")
    for row, label in enumerate(label_marks(sheet.labels, text.lang)):
        number = sheet.cells[row][column]
        if number is not None:
            where = sheet.spots[row] if row < len(sheet.spots) else sheet.spots[0]
            whole = total.match(sheet.labels[row].strip()) is not None
            yield Measure(number, unit, label, around, where, None, True, whole)
