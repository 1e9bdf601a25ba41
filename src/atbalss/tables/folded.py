"""The row "Citas atbildes": answers of one or two persons together, in tables of every kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from atbalss.study.question import Question
from atbalss.tables.demand import NO_FILTER, Filter
from atbalss.tables.fold import widened
from atbalss.tables.numbers import Counted
from atbalss.tables.result import CellKey, Number
from atbalss.tables.suppress import hidden
from atbalss.tables.withheld import FOLDED


def small_in(counted: Counted, question: Question, waves: Iterable[str]) -> frozenset[str]:
    """The codes that one or two persons gave in any of some waves with answers."""
    return frozenset(code for wave in waves for code in counted.folded(question.name, wave))


def widened_over(
    counted: Counted,
    question: Question,
    fold: Iterable[str],
    rows: Sequence[str],
    waves: Iterable[str],
) -> tuple[str, ...]:
    """A fold taken on until it shows one or two persons in none of the waves, in order of `rows`.

    `rows` are the codes in printed order; the next one is taken from their end.
    """
    held = set(fold)
    for wave in waves if held else ():
        sizes = {code: counted.line(question, code, wave, NO_FILTER)[0] for code in rows}

        def persons(codes: tuple[str, ...], wave: str = wave) -> int:
            return counted.persons(question, codes, wave)

        held |= set(widened([code for code in rows if code in held], sizes, rows, persons))
    return tuple(code for code in rows if code in held)


def folded_number(
    counted: Counted, question: Question, fold: tuple[str, ...], wave: str, among: Filter
) -> Number:
    """The share of persons with any of a fold's codes in a wave with answers.

    Hidden with the row of the wave's own small codes, and where the fold holds another code that
    is hidden there: what is shown of the others would tell of it.
    """
    cell = CellKey(question.name, FOLDED, wave, among)
    number = counted.share_number(cell, counted.union(question, fold, wave, among))
    withheld, own = counted.withheld(question.name, wave), counted.folded(question.name, wave)
    told = any((code, among) in withheld.cells for code in fold if code not in own)
    return hidden(number) if told else number
