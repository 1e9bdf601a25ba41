"""A mean told again with another value than the row of a table of means which it can be of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, spot
from atbalss.audit.forms import marks
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.referents import label_marks, own_words, referents, same
from atbalss.audit.rules.retold import NARROW
from atbalss.audit.rules.told_again import (
    LOOSE,
    TARGET,
    WINDOW,
    bears,
    by_place,
    clause_of,
    is_clear,
    told,
)
from atbalss.audit.sheets import Sheet, sheets_of
from atbalss.audit.text import Sentence, Text, word_pattern

_SCALE = re.compile(
    r"\s?(?:(?:из|no|out of|of|/)\s?(?:5|10|7|100)|ball\w*|punkt\w*|points?|stars?|zvaigzn\w*|балл\w*|звезд\w*)(?!\w)",
    regex.IGNORECASE,
)
_ON_AVERAGE = r"on average|average|mean|vidēji|vidēj\w+|в среднем|средн\w+"
_NAMED = re.compile(
    r"['’]s(?!\w)|(?<=[\w,] )[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]\w{2,}"
)  # of somebody or some place
_OVERALL = {
    "lv": r"kopum\w*|kopēj\w+|vispārēj\w+|visu (?:\w+ )?vidēj\w+|vidēji vis\w+|visi kopā|kopvērtējum\w*",
    "en": r"overall|general|total|on the whole|all (?:\w+ )?together|across (?:the|all)|whole",
    "ru": r"общ(?:ая|ий|ее|ей|его|ую)|в целом|итогов\w+|совокупн\w+|по всем|всех вместе",
}


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Means of prose against the one row of the tables of means that they can be of."""
    if claims.crowded:
        return
    sheets = sheets_of(text, claims)
    grids = [sheet for sheet in sheets if not sheet.shares and _is_scored(sheet)]
    if not grids:
        return
    for sentence in text.prose:
        for number in numbers(sentence.text, text.lang):
            if not _is_mean(number, sentence, text):
                continue
            against = by_place(sentence, number, sheets, text, claims) or _mean(
                sentence, number, grids, text, claims
            )
            if against is not None:
                at = spot(text, sentence, number.start, number.end)
                yield told(text, "two-means", at, against, number)


def _is_scored(sheet: Sheet) -> bool:
    """Whether the values are means: most are printed with a decimal."""
    cells = [n for row in sheet.cells for n in row if n is not None]
    return sum(n.digits > 0 for n in cells) * 2 > len(cells)


def _is_mean(number: Number, sentence: Sentence, text: Text) -> bool:
    words = sentence.text
    if number.sign or number.ranged or number.unit is Unit.PERCENT:
        return False
    if not (number.digits or _SCALE.match(words, number.end)):
        return False
    if regex.search(r"±\s?$|\d\s?[–-]\s?$", words[: number.start]) or LOOSE.search(
        words[: number.start]
    ):
        return False
    moved = f"{text.words.last_wave}|{text.words.rise}|{text.words.fall}|{TARGET}"
    error = r"error|margin|kļūd\w+|погрешност\w+|ошибк\w+|difference|starpīb\w+|разниц\w+|разрыв\w*"
    return word_pattern(f"{moved}|{error}").search(words) is None


def _mean(
    sentence: Sentence, number: Number, grids: Sequence[Sheet], text: Text, claims: Claims
) -> tuple[str, Spot] | None:
    clause = clause_of(sentence, number)
    words = clause.words.replace(sentence.text[number.start : number.end], " ", 1)
    if any(_has(sheet, number) for sheet in grids):
        return None
    whole = _overall(words, grids, text)
    if whole is not None:
        return whole if abs(_value(whole) - number.value) > number.step / 2 + 1e-9 else None
    for window in (words, sentence.text[max(0, number.start - WINDOW) : number.start]):
        found = [
            m for m in referents(window, sentence, text, claims, doubted=True) if m.sheet in grids
        ]
        if found and is_clear(found[0], grids) and not bears(found[0], number):
            close = abs(found[0].value - number.value) <= _CLOSE * found[0].value
            return (found[0].shown, found[0].spot) if close else None
    return _on_average(sentence, number, grids, text)


_CLOSE = 0.3  # of a mean, that a slip is off at most


def _on_average(
    sentence: Sentence, number: Number, grids: Sequence[Sheet], text: Text
) -> tuple[str, Spot] | None:
    """The mean of the one row that a sentence names, where it says `on average`, of nobody and no place else."""
    words = sentence.text
    if (
        len(grids) != 1
        or len(grids[0].heads) != 1
        or word_pattern(_ON_AVERAGE).search(words) is None
    ):
        return None
    if _NAMED.search(words) or word_pattern(NARROW).search(words):
        return None
    if sum(item.digits > 0 for item in numbers(words, text.lang)) > 1:
        return None
    said = marks(words, text.lang).set
    labels = label_marks(grids[0].labels, text.lang)
    named = [
        row for row, label in enumerate(labels) if any(same(m, w) for m in label for w in said)
    ]
    cell = grids[0].cells[named[0]][0] if len(named) == 1 else None
    if cell is None or abs(cell.value - number.value) > _CLOSE * cell.value:
        return None
    return cell.shown, grids[0].spots[named[0]]


def _value(told: tuple[str, Spot]) -> float:
    return float(told[0])


def _has(sheet: Sheet, number: Number) -> bool:
    return any(
        n is not None and abs(n.value - number.value) < number.step / 2 + 1e-9
        for row in sheet.cells
        for n in row
    )


def _overall(words: str, grids: Sequence[Sheet], text: Text) -> tuple[str, Spot] | None:
    """The mean of all in the row of all of the one sheet that words are of."""
    if len(grids) != 1 or word_pattern(_OVERALL[text.lang]).search(words) is None:
        return None
    sheet = grids[0]
    total = word_pattern(
        f"{text.words.total}|all|vidēj\\w+|average|mean|overall|kopum\\w+|средн\\w+|все\\w?|итого"
    )
    rows = [row for row in range(len(sheet.labels)) if total.match(sheet.labels[row].strip())]
    known = own_words(sheet, text.lang)
    spoken = marks(words, text.lang).set
    if len(rows) != 1 or not any(same(mark, word) for mark in spoken for word in known):
        return None
    cells = [n for n in sheet.cells[rows[0]] if n is not None]
    return (cells[-1].shown, sheet.spots[rows[0]]) if len(cells) == 1 else None
