"""Several answers in one cell: how the web forms of Google, Microsoft and others write a tick list.

"kindness, speed" or "kindness;speed;" in a column is a question of several answers. A column is
taken as one only where few texts come again and again, in changing company: an open answer has
commas too, and so have answers to a closed question ("No, I had no time").
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import polars as pl

SEPARATORS = (";", "|", "\n", ", ", ",")
FEWEST_CELLS = 10  # with an answer, before a column is looked at
FEWEST_LISTS = 3  # cells with two answers or more
MOST_OPTIONS = 40
LONGEST_OPTION = 120
SETTLED = 0.9  # of all that was named must be options; the rest are "other" in the person's words


@dataclass(frozen=True)
class CellLists:
    """What a column of lists holds.

    `chosen` are the options of each row in its order (None where nothing is told), `options` all of
    them in the order of the form as far as the cells show it, `other` what a row has beside them.
    """

    separator: str
    options: tuple[str, ...]
    chosen: tuple[tuple[str, ...] | None, ...]
    other: tuple[str, ...]

    def dichotomy(self, option: str) -> pl.Series:
        """1 where the option was chosen, 0 where others were, null where nothing is told."""
        cells = [None if row is None else float(option in row) for row in self.chosen]
        return pl.Series(option, cells, dtype=pl.Float64)

    def others(self) -> pl.Series:
        """What was written beside the options, null where nothing was."""
        return pl.Series("other", [text or None for text in self.other], dtype=pl.String)


def cell_lists(texts: pl.Series) -> CellLists | None:
    """The lists in a column of texts (nulls where nothing is told); None where it has none."""
    cells = texts.to_list()
    told = [cell for cell in cells if cell]
    if len(told) < FEWEST_CELLS:
        return None
    for separator in SEPARATORS:
        if sum(separator in cell for cell in told) < FEWEST_LISTS:
            continue
        found = _lists(cells, separator)
        if found is not None:
            return found
    return None


def _lists(cells: list[str | None], separator: str) -> CellLists | None:
    rows = [None if not cell else _parts(cell, separator) for cell in cells]
    rows = _whole_again(rows, separator)
    real = [row for row in rows if row]
    named = Counter(part for row in real for part in row)
    often = max(2, len(real) // 100)
    options = {part for part, count in named.items() if count >= often}
    if not 2 <= len(options) <= MOST_OPTIONS or max(map(len, options)) > LONGEST_OPTION:
        return None
    if sum(named[part] for part in options) < SETTLED * named.total():
        return None
    if not _are_choices(real, options):
        return None
    chosen = [None if row is None else tuple(p for p in row if p in options) for row in rows]
    glue = separator.strip() + " "
    other = [glue.join(p for p in row or () if p not in options) for row in rows]
    return CellLists(separator, _in_order(chosen), tuple(chosen), tuple(other))


def _parts(cell: str, separator: str) -> list[str]:
    return [" ".join(part.split()) for part in cell.split(separator) if part.strip()]


def _whole_again(rows: list[list[str] | None], separator: str) -> list[list[str] | None]:
    """An option that has the separator in it ("Quick, but curt") is one again.

    Its halves stand side by side always, and the second begins small where the first does not.
    """
    if separator.strip() != ",":
        return rows
    named = Counter(part for row in rows for part in row or ())
    pairs = Counter(pair for row in rows for pair in zip(row or (), (row or ())[1:], strict=False))
    glued = {
        pair
        for pair, count in pairs.items()
        if count >= 2
        and count == named[pair[0]] == named[pair[1]]
        and pair[0][:1].isupper()
        and pair[1][:1].islower()
    }
    if not glued:
        return rows
    return [None if row is None else _glued(row, glued, separator) for row in rows]


def _glued(row: list[str], pairs: set[tuple[str, str]], separator: str) -> list[str]:
    made: list[str] = []
    last = ""
    for part in row:
        if made and (last, part) in pairs:
            made[-1] += separator + part
        else:
            made.append(part)
        last = part
    return made


def _are_choices(rows: list[list[str]], options: set[str]) -> bool:
    """Whether the parts are ticks: none twice in a row, of changing number and company."""
    if any(len(set(row)) < len(row) for row in rows):
        return False
    lengths = {len(row) for row in rows}
    lists = sum(len(row) > 1 for row in rows)
    kinds = {tuple(sorted(row)) for row in rows if options.issuperset(row)}
    alone = {row[0] for row in rows if len(row) == 1}
    company: dict[str, set[str]] = {}
    for row in rows:
        for part in row:
            company.setdefault(part, set()).update(row)
    mixed = sum(len(company[part] & options) > 2 or part in alone for part in options)
    return (
        len(lengths) > 1
        and lists >= FEWEST_LISTS
        and len(kinds) > len(options)
        and mixed >= 0.8 * len(options)
    )


def _in_order(rows: list[tuple[str, ...] | None]) -> tuple[str, ...]:
    """The options in the order of the form: forms write them so, whoever ticks first."""
    places: dict[str, list[float]] = {}
    for row in rows:
        for place, part in enumerate(row or ()):
            places.setdefault(part, []).append(place / max(len(row or ()) - 1, 1))
    before: Counter[tuple[str, str]] = Counter()
    for row in rows:
        for at, part in enumerate(row or ()):
            before.update((part, later) for later in (row or ())[at + 1 :])
    won = {a: sum(before[a, b] > before[b, a] for b in places) for a in places}
    return tuple(sorted(places, key=lambda a: (-won[a], sum(places[a]) / len(places[a]), a)))
