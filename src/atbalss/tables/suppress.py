"""The small-base rule: what is hidden and what is marked. A hidden number keeps only its base."""

from __future__ import annotations

from dataclasses import replace

from atbalss.study.about import TableRules
from atbalss.tables.result import Flag, Number, Source


def flag_of(base: int | None, rules: TableRules, source: Source = Source.ANSWERS) -> Flag:
    """The flag of a number by its unweighted base; a printed number is at most marked."""
    if source is not Source.ANSWERS:
        return Flag.MARKED if base is not None and base < rules.mark_under else Flag.OK
    if not base:
        return Flag.EMPTY
    if base < rules.hide_under:
        return Flag.HIDDEN
    return Flag.MARKED if base < rules.mark_under else Flag.OK


def hidden(number: Number) -> Number:
    """The number without anything from which its value could be had back: only its base stays."""
    return replace(
        number,
        value=None,
        n=None,
        base_weighted=None,
        base_effective=None,
        low=None,
        high=None,
        sd=None,
        se=None,
        interval="hidden",
        flag=Flag.HIDDEN,
    )


def applied(number: Number, rules: TableRules) -> Number:
    """The number flagged by the small-base rule, and emptied where it is hidden."""
    flag = flag_of(number.base, rules, number.source)
    if flag is Flag.HIDDEN:
        return hidden(number)
    return replace(number, flag=flag)
