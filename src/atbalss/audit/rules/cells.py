"""Cells of one or two persons among counts that surely are of persons: they add to those asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted
from atbalss.audit.finding import spot as spot_of
from atbalss.audit.numbers import numbers
from atbalss.audit.numerals import after_larger, in_words, value_of
from atbalss.audit.rests import How, shares
from atbalss.audit.rules.counts import base_with, is_weighted
from atbalss.audit.rules.small import RETURNED, is_of_persons
from atbalss.audit.series import series_of
from atbalss.audit.text import Block, Kind, Text, word_pattern

_PERSONS = 2
_MOST = 200  # persons in a group whose share of one or two is told
_LEAST = 10
_LONGEST = 8  # parts of a whole
_DIGITS = r"(?<![\w.,/№#+−–-])(?<!№ )\d{1,4}(?![\w/]|[.,]\d|[.)]\s?(?-i:[a-zāčēģīķļņšūžа-яё])|\s?%)"
_COUNTED = re.compile(r"(?<!\w)(?:no|of|из|[nN]\s?=)\s(?:\w+\s)?\d")  # a base told with a share
_APART = 90  # letters between two parts
_LARGE = 5  # at least two of the parts are of so many
_PARTED = r"[,;.](?=\s)|\s(?:and|un|и|а|bet|but)\s"
_FEW = {
    "lv": r"vien[sai]\w{0,2}|div\w{1,3}",
    "en": r"one|two",
    "ru": r"один|одн\w{1,3}|дв[аеу]\w{0,2}|двое|двоих",
}
_TOGETHER = {"lv": r"divi|divas", "en": r"two", "ru": r"двое|двоих"}


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Counts of one or two in a table or passage of counts, and shares that are so many of a group."""
    yield from _in_tables(text, claims)
    yield from _named(text)
    yield from _in_prose(text, claims)
    if not is_weighted(text):
        yield from _by_share(text, claims)


def _by_share(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of a list with their own bases, and of a table whose caption tells the base."""
    told: set[int] = set()
    known = [
        (item.number, item.base, item.spot, item.passage)
        for item in shares(text, claims)
        if item.how is How.CAPTION
    ]
    known += [
        (item.number, item.base, item.spot, series.first)
        for series in series_of(text, claims)
        if not series.table
        for item in series.results
        if item.base
    ]
    known += [
        (
            claim.number,
            base,
            spot_of(text, claim.sentence, claim.number.start),
            claim.sentence.block,
        )
        for claim in claims.levels
        if claim.number.value < 100 * _PERSONS / _LEAST
        and _COUNTED.search(claim.sentence.text)
        and (base := base_with(claim, text))
    ]
    for number, base, spot, passage in known:
        if passage not in told and _LEAST <= base <= _MOST and is_of_persons(number, base):
            told.add(passage)
            yield finding(text, "small-cell", spot, rows=1, base=base)


def _in_tables(text: Text, claims: Claims) -> Iterator[Finding]:
    """Tables of counts with a row of totals that are the sums, one of them the number of those asked."""
    sizes = {size.value for size in claims.sizes}
    for index, block in enumerate(text.blocks):
        if block.kind is not Kind.TABLE or len(block.rows) < 4:
            continue
        columns = _summed(block, text)
        totals = [total for _, total in columns]
        met = sizes & {*totals, sum(totals)}
        if not totals or not (met or _is_of_people(text, index)):
            continue
        few = _few(block, [column for column, _ in columns], text)
        if few:
            line = block.row_lines[few[0]] if few[0] < len(block.row_lines) else block.line
            at = Spot(quoted(" | ".join(block.rows[few[0]])), line, block.page, index)
            yield finding(text, "small-cell", at, rows=len(few), base=max(met or totals))


def _named(text: Text) -> Iterator[Finding]:
    """Tables whose cells say themselves that they count persons: `2 people`."""
    person = regex.pattern(
        rf"\s*(?P<n>\d{{1,5}})\s(?:{text.words.people}|чел\.)\s*", regex.IGNORECASE
    )
    rest = word_pattern(f"{text.words.total}|{text.words.other}")
    for index, block in enumerate(text.blocks):
        if block.kind is not Kind.TABLE:
            continue
        told = [
            (place, int(match.group("n")))
            for place, row in enumerate(block.rows)
            for cell in row[1:]
            if (match := person.fullmatch(cell)) and not rest.match(row[0].strip())
        ]
        few = [place for place, count in told if 0 < count <= _PERSONS]
        if few and len(told) > len(few):
            line = block.row_lines[few[0]] if few[0] < len(block.row_lines) else block.line
            at = Spot(quoted(" | ".join(block.rows[few[0]])), line, block.page, index)
            yield finding(
                text, "small-cell", at, rows=len(few), base=sum(count for _, count in told)
            )


def _is_of_people(text: Text, index: int) -> bool:
    """Whether the caption over a table says that it counts persons: `number of employees`."""
    above = text.blocks[index - 1] if index else None
    if above is None or above.kind is not Kind.CAPTION:
        return False
    staff = r"employees|staff|workers|persons|darbinieku|cilvēku|personu|сотрудников|человек|работников|лиц"
    who = rf"(?:{staff}|{text.words.people})"
    told = rf"(?<!\w)(?:(?:number|count) of (?:[\w-]+ )?{who}|{who} skaits|(?:число|количество) {who})(?!\w)"
    return regex.search(told, above.text, regex.IGNORECASE) is not None


def _whole(cells: Sequence[str], column: int) -> int:
    cell = regex.sub(r"[\s\u00a0]", "", cells[column]) if column < len(cells) else ""
    return int(cell) if regex.fullmatch(r"\d{1,5}", cell) else -1


def _summed(block: Block, text: Text) -> list[tuple[int, int]]:
    """(column, total) of each column of whole numbers that add to the last row's."""
    last = block.rows[-1]
    if not word_pattern(text.words.total).match(last[0].strip()):
        return []
    found = []
    for column in range(1, len(block.rows[0])):
        parts = [_whole(row, column) for row in block.rows[1:-1]]
        total = _whole(last, column)
        head = block.rows[0][column]
        if "%" in head or RETURNED.search(head):
            continue
        if min(parts) >= 0 and sum(parts) == total >= _LEAST:
            found.append((column, total))
    return found


def _few(block: Block, columns: Sequence[int], text: Text) -> list[int]:
    """The rows, but those of other answers, that have a count of one or two."""
    rest = word_pattern(text.words.other)
    return [
        place
        for place, row in enumerate(block.rows[1:-1], 1)
        if not rest.match(row[0].strip())
        and any(0 < _whole(row, column) <= _PERSONS for column in columns)
    ]


@cache
def _few_told(lang: str) -> re.Pattern[str]:
    """One or two, in digits or in words."""
    digits = r"(?<![\w.,])[12](?![\w%]|[.,]\d|\s%)"
    return regex.pattern(rf"{digits}|(?<!\w)(?:{_FEW[lang]})(?!\w)", regex.IGNORECASE)


@cache
def _spelt(lang: str) -> re.Pattern[str]:
    """A number in words."""
    said = rf"(?P<n>{in_words(lang)})|(?P<two>{_TOGETHER[lang]})"
    return regex.pattern(rf"(?<![\w-])(?:{said})(?![\w-]|\s?%)", regex.IGNORECASE)


def _in_prose(text: Text, claims: Claims) -> Iterator[Finding]:
    """Counts side by side in a passage that add to a stated number of persons: one is one or two."""
    sizes = {size.value for size in claims.sizes}
    few_told = _few_told(text.lang)
    of_people = regex.pattern(
        rf"\d+\s(?:[^\W\d]\w*\s){{0,2}}?(?:{text.words.people})(?!\w)", regex.IGNORECASE
    )
    for index, block in enumerate(text.blocks):
        if block.kind not in (Kind.PARAGRAPH, Kind.ITEM) or not regex.search(
            r"[^\W\d_]", block.text
        ):
            continue
        if not few_told.search(block.text):
            continue
        counts = _counts(block.text, text.lang)
        if not any(0 < value <= _PERSONS for value, _ in counts):
            continue
        wholes = {value for value, start in counts if of_people.match(block.text, start)}
        few = -1
        for first, last in _runs(block.text, counts):
            beside = {value for value, _ in (*counts[:first], *counts[last:])}
            place = _part_of_whole([v for v, _ in counts[first:last]], sizes | wholes & beside)
            few = first + place if place >= 0 and few < 0 else few
        if few >= 0:
            start = counts[few][1]
            at = Spot(quoted(block.text, start, start + 1), block.line_at(start), block.page, index)
            told = block.text[start : start + 40].split(",")[0].split(".")[0]
            yield finding(text, "small-cell", at, code="small-cell-told", words=told)


_LABEL = re.compile(  # "Survey 1 Q4, Response 24": names, and no counts
    r"(?<!\w)(?:survey|response|respondent|question|answer|wave|part|chapter|page|level|grade|class|stage|step|line|route|phase|round|site|version|aptauja|jautājums|atbilde|nodaļa|вопрос|ответ|часть|глава|этап)\s$",
    regex.IGNORECASE,
)


def _counts(words: str, lang: str) -> list[tuple[int, int]]:
    """(value, place) of all whole numbers of a passage, in digits and in words."""
    shares = {item.start for item in numbers(words, lang) if item.unit}
    found = [
        (int(match.group(0)), match.start())
        for match in regex.finditer(_DIGITS, words)
        if match.start() not in shares and not _LABEL.search(words[: match.start()])
    ]
    for match in _spelt(lang).finditer(words):
        if words[match.end() : match.end() + 1] == ")":
            continue  # "(select one)"
        if match.start() not in shares and not after_larger(words[: match.start()][-20:], lang):
            value = 2 if match.group("two") else value_of(match.group("n"), lang)
            found.append((value, match.start()))
    return sorted(found, key=lambda item: item[1])


def _runs(words: str, counts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Numbers side by side, from the first to before the last, each in a part of its own.

    Between two stands a comma, a full stop or "and", and no more than a few words.
    """
    for first in range(len(counts)):
        for last in range(first + 1, min(first + _LONGEST, len(counts)) + 1):
            if last - first > 1:
                between = words[counts[last - 2][1] : counts[last - 1][1]]
                if len(between) > _APART or not regex.search(_PARTED, between, regex.IGNORECASE):
                    break
            if last - first > 2:
                yield first, last


def _part_of_whole(parts: Sequence[int], wholes: set[int]) -> int:
    """The place of the one or two among numbers that add to a whole; -1 where they do not."""
    few = [place for place, value in enumerate(parts) if 0 < value <= _PERSONS]
    whole = sum(parts)
    large = sum(value >= _LARGE for value in parts) > 1
    if whole < _LEAST or min(parts) < 1 or len(few) != 1 or not large:
        return -1
    return few[0] if whole in wholes else -1
