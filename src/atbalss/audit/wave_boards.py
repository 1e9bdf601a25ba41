"""What one quantity was in each of three waves or more, as a list that a year can be first or last of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.entries import Entry
from atbalss.audit.finding import Spot, row_spot
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.rankings import Ranking
from atbalss.audit.series import series_of
from atbalss.audit.stems import every_stem
from atbalss.audit.text import Kind, Text
from atbalss.audit.waves import wave_columns

_YEAR = regex.any_case(
    r"\W*(?P<year>(?:199|20[0-3])\d)(?:\.|-й)?(?:\s?(?:gads|gadā|год|году|г\.?))?\W*"
)
_VALUE = regex.pattern(r"\s*\d{1,3}(?:[.,]\d{1,2})?\s?%?\s*")


def wave_rankings(text: Text, claims: Claims) -> Iterator[Ranking]:
    """All series over three waves or more: down the rows of a table, across them, in bullets."""
    for index, block in enumerate(text.blocks):
        if block.kind is not Kind.TABLE or len(block.rows) < 2:
            continue
        yield from _down(text, index)
        waves = wave_columns(block)
        if len(waves) > 2:
            yield from _across(text, index, waves)
    for series in series_of(text, claims):
        years = [_YEAR.fullmatch(item.label) for item in series.results]
        if not series.table and len(years) > 2 and all(years):
            found = [
                Entry(frozenset({match.group("year")}), item.number, item.spot)
                for match, item in zip(years, series.results, strict=True)
                if match is not None
            ]
            yield _ranking(text, series.first, found, series.lead)


def _down(text: Text, index: int) -> Iterator[Ranking]:
    block = text.blocks[index]
    rows = [(at, _YEAR.fullmatch(row[0])) for at, row in enumerate(block.rows)]
    dated = [(at, match.group("year")) for at, match in rows if match is not None]
    if len(dated) < max(3, len(block.rows) - 2):
        return
    for column in range(1, len(block.rows[0])):
        found = [
            Entry(frozenset({year}), number, _spot(text, index, at))
            for at, year in dated
            if (number := _number(block.rows[at], column, text)) is not None
        ]
        if len(found) == len(dated):
            yield _ranking(text, index, found, block.rows[0][column])


def _across(text: Text, index: int, waves: Sequence[tuple[int, int]]) -> Iterator[Ranking]:
    block = text.blocks[index]
    for at, row in enumerate(block.rows[1:], 1):
        found = [
            Entry(frozenset({str(year)}), number, _spot(text, index, at))
            for year, column in waves
            if (number := _number(row, column, text)) is not None
        ]
        if len(found) == len(waves):
            yield _ranking(text, index, found, row[0])


def _number(row: Sequence[str], column: int, text: Text) -> Number | None:
    if column >= len(row) or not _VALUE.fullmatch(row[column]):
        return None
    found = numbers(row[column], text.lang)
    plain = len(found) == 1 and found[0].unit in (Unit.NONE, Unit.PERCENT)
    return found[0] if plain and found[0].value <= 100 else None


def _spot(text: Text, index: int, at: int) -> Spot:
    block = text.blocks[index]
    return row_spot(block, index, at)


def _ranking(text: Text, index: int, entries: Sequence[Entry], measure: str) -> Ranking:
    title = text.blocks[index - 1].text if index else ""
    title += " " + text.titles.get(text.sections[index], "")
    measured = frozenset(every_stem(measure, text.lang))
    around = measured | frozenset(every_stem(title, text.lang))
    return Ranking(tuple(entries), (), measured, around, text.sections[index], index, index)
