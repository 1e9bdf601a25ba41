"""Which answers become one row, "Citas atbildes", as only one or two persons gave them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from atbalss.tables.withheld import SMALL_COUNT


def small_codes(
    sizes: Mapping[str, int], order: Sequence[str], union: Callable[[tuple[str, ...]], int]
) -> tuple[str, ...]:
    """Codes of one or two persons, and enough others that their row stands for three or more.

    `sizes` are persons by code, `order` the printed order ("Cits" last), `union` counts persons
    with any of several codes. The others are taken from the end of the order, nobody's left out.
    """
    fold = [code for code in order if 0 < sizes[code] < SMALL_COUNT]
    return widened(fold, sizes, order, union) if fold else ()


def widened(
    fold: Sequence[str],
    sizes: Mapping[str, int],
    order: Sequence[str],
    union: Callable[[tuple[str, ...]], int],
) -> tuple[str, ...]:
    """A fold taken on until it stands for three persons or more, or for nobody."""
    fold = list(fold)
    rest = [code for code in reversed(order) if code not in fold and sizes[code] > 0]
    while rest and 0 < union(tuple(fold)) < SMALL_COUNT:
        fold.append(rest.pop(0))
    return tuple(code for code in order if code in fold)
