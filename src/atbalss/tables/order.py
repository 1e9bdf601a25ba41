"""The order in which answers are printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from atbalss.study.bases import code_list, in_base, is_multiple
from atbalss.study.codes import Code, CodeRole
from atbalss.study.question import Question, Role
from atbalss.tables.result import RowKind


def is_ordered(question: Question) -> bool:
    """Whether the list's own order says something: scales, banded lists and demographics."""
    codes = code_list(question)
    if codes is None:
        return False
    banded = any(code.band for code in codes.codes)
    return codes.is_scale or banded or question.role is Role.DEMOGRAPHIC


def kind_of(code: Code) -> RowKind:
    """What kind of row a code makes."""
    if code.missing is not None:
        return RowKind.MISSING
    return RowKind.OTHER if code.role is CodeRole.OTHER else RowKind.CODE


_RANK = {RowKind.CODE: 0, RowKind.OTHER: 1, RowKind.MISSING: 2}


def printed(question: Question, size: Callable[[str], float]) -> tuple[str, ...]:
    """Codes in printed order: own order where it is a scale, else by `size`, largest first.

    "Cits" and then "hard to say" come last; codes outside the base are no rows; codes that nobody
    chose stay. Equal sizes keep the list's order.
    """
    codes = code_list(question)
    if codes is None:
        return ()
    rows = [code for code in codes.codes if in_base(question, code)]
    ordered = is_ordered(question)

    def key(code: Code) -> tuple[int, float]:
        rank = _RANK[kind_of(code)]
        return rank, 0.0 if ordered or rank else -size(code.name)

    return tuple(code.name for code in sorted(rows, key=key))


def with_nets(question: Question, order: Sequence[str], *, bands: bool) -> tuple[str, ...]:
    """Nets (or bands) in sheet order, then, for a single choice, the codes that are in none."""
    codes = code_list(question)
    if codes is None:
        return ()
    nets = tuple(net.name for net in codes.nets if net.is_band == bands and codes.members(net.name))
    inside = {name for net in nets for name in codes.members(net)}
    if is_multiple(question) or not nets:
        rest: tuple[str, ...] = () if nets else tuple(order)
    else:
        rest = tuple(name for name in order if name not in inside)
    return nets + rest
