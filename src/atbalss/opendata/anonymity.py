"""k-anonymity over quasi-identifiers: classes, what must be blanked, l-diversity.

A combination of quasi-identifiers as it is published (a blank is a value of its own) is shared by
at least k persons. So whoever knows all of somebody's quasi-identifiers finds k records that could
be theirs, also where that person's own values were blanked.

Sources: Sweeney (2002), Int. J. Uncertainty, Fuzziness and Knowledge-based Systems 10(5);
Machanavajjhala et al. (2007), l-diversity, ACM TKDD 1(1); Hundepool et al. (2012), chapter 3.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

Value = str | None
Tuples = Sequence[tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Diversity:
    """How varied a sensitive question is in classes: fewest different answers, classes of one."""

    question: str
    least: int
    alike: int  # classes all of whose members gave the same answer
    classes: int


def classes(rows: Tuples) -> dict[tuple[Value, ...], list[int]]:
    """Rows by their combination of values, in order of appearance."""
    found: dict[tuple[Value, ...], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        found[row].append(at)
    return dict(found)


def smallest(rows: Tuples) -> int:
    """The size of the smallest class: the k that the rows have; 0 without rows."""
    return min(Counter(rows).values(), default=0)


def at_risk(rows: Tuples, k: int) -> list[int]:
    """Rows whose combination fewer than k share."""
    sizes = Counter(rows)
    return [at for at, row in enumerate(rows) if sizes[row] < k]


def suppress(rows: Tuples, k: int, importance: Sequence[float]) -> list[tuple[Value, ...]]:
    """The rows with so few cells blanked that every combination is shared by k, or all by nobody.

    Rows at risk are blanked by the cheapest sets of columns first (fewest columns, least
    important); what is left over is blanked wholly, with rows of the largest classes where they
    are fewer than k. With fewer than k rows nothing can be published: all is blanked.
    """
    made: list[tuple[Value, ...]] = list(rows)
    risky = at_risk(rows, k)
    sizes = Counter(rows)
    settled = Counter({row: size for row, size in sizes.items() if size >= k})
    for columns in _sets(importance):
        groups: dict[tuple[Value, ...], list[int]] = defaultdict(list)
        for at in risky:
            groups[_blanked(rows[at], columns)].append(at)
        done = set()
        for row, members in groups.items():
            if len(members) + settled[row] >= k:
                for at in members:
                    made[at] = row
                settled[row] += len(members)
                done |= set(members)
        risky = [at for at in risky if at not in done]
        if not risky:
            break
    nothing: tuple[Value, ...] = (None,) * len(importance)
    for at in risky:
        made[at] = nothing
    return _topped_up(made, k, nothing)


def _sets(importance: Sequence[float]) -> list[tuple[int, ...]]:
    """All sets of columns but the empty one, the cheapest first."""
    width = range(len(importance))
    found = [columns for size in width for columns in combinations(width, size + 1)]
    return sorted(found, key=lambda columns: (sum(importance[at] for at in columns), columns))


def _blanked(row: tuple[Value, ...], columns: Sequence[int]) -> tuple[Value, ...]:
    return tuple(None if at in columns else value for at, value in enumerate(row))


def _topped_up(
    made: list[tuple[Value, ...]], k: int, nothing: tuple[Value, ...]
) -> list[tuple[Value, ...]]:
    """Wholly blank rows are k or none: more come from the class that has most to spare."""
    short = k - sum(row == nothing for row in made)
    while 0 < short < k:
        sizes = Counter(row for row in made if row != nothing)
        if not sizes:
            break
        largest = max(sizes.items(), key=lambda item: (item[1], str(item[0])))
        spare = largest[1] - k if largest[1] - k >= short else largest[1]
        for at, row in enumerate(made):
            if spare and row == largest[0]:
                made[at] = nothing
                spare -= 1
        short = k - sum(row == nothing for row in made)
    return made


def blanks(before: Tuples, after: Tuples) -> int:
    """How many cells were blanked that were not blank."""
    return sum(
        a is not None and b is None
        for old, new in zip(before, after, strict=True)
        for a, b in zip(old, new, strict=True)
    )


def diversity(rows: Tuples, answers: Mapping[str, Sequence[Value]]) -> tuple[Diversity, ...]:
    """Distinct l-diversity of each sensitive question over the classes; blanks are no answer."""
    found = []
    groups = classes(rows)
    for name, values in answers.items():
        counts = [len({values[at] for at in members} - {None}) for members in groups.values()]
        held = [count for count in counts if count]
        found.append(Diversity(name, min(held, default=0), sum(n == 1 for n in held), len(held)))
    return tuple(found)
