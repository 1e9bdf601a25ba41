"""Suppression that can't be undone by subtraction: which cells of a question stay unprinted.

A number is hidden first for its own sake (`primary`): its base is too small, or it stands for one
or two persons. But a hidden column is the total less the visible ones, and a hidden answer is the
base less the other answers. So further cells are hidden (complementary suppression), the smallest
first, until nothing hidden follows from what is printed. Counts are unweighted; what holds for
them holds for weighted sums, which obey the same equations.

Source of the rules: Hundepool et al., Statistical Disclosure Control (2012), chapter 4.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
SOLVED = 1e-7  # how near to 0 the freedom of a cell is for it to be determined
RANK = 1e-9  # singular values under this part of the largest are 0


@dataclass(frozen=True, eq=False)
class Counts:
    """Persons by answer and domain, and the equations that tie them.

    `n` (rows, domains); `base` (domains). Each line of `sums` (k, rows) adds up, over the rows, to
    something printed in every domain: the codes of a single choice to the base (entry 1 a code),
    a net to its codes (-1 the net, 1 its codes). Each line of `parts` (l, domains) adds up, over
    the domains, to what `rest` (l, rows) says: the total (1) less its parts (-1) is the rest, whose
    own `rest_base` (l) counts persons of no part. A rest of nobody makes the equation exact.
    `exact` (m, domains) are further equations that give 0. `own` (rows, domains) are the cells to
    be hidden for their own sake, apart from those of small bases.
    """

    n: Ints
    base: Ints
    sums: Floats
    parts: Floats
    rest: Ints
    rest_base: Ints
    exact: Floats
    own: Bools

    def __post_init__(self) -> None:
        rows, domains = self.n.shape
        shapes = (
            self.base.shape == (domains,),
            self.own.shape == (rows, domains),
            self.sums.shape[1] == rows,
            self.parts.shape[1] == self.exact.shape[1] == domains,
            self.rest.shape == (len(self.parts), rows),
            self.rest_base.shape == (len(self.parts),),
        )
        if not all(shapes):
            raise ValueError("counts and equations of different shapes")


@dataclass(frozen=True, slots=True)
class Limits:
    """Bases under `base` are hidden; what is hidden of a sum has at least `count` persons."""

    base: int = 0
    count: int = 0


def protect(counts: Counts, limits: Limits) -> tuple[Bools, Bools]:
    """Which cells (rows, domains) are hidden: all of them, and those hidden for their own sake.

    Domains of nobody hide nothing: they have no numbers. Ends always: every round hides one more.
    """
    small = (counts.base > 0) & (counts.base < limits.base)
    columns = _columns(counts, small, limits.base)
    primary = counts.own | small[None, :]
    hidden = primary | columns[None, :]
    if counts.own.any():
        hidden = _cells(counts, hidden, columns, limits.count)
    return _sealed(counts, hidden), primary


# ---- whole columns


def _columns(counts: Counts, small: Bools, limit: int) -> Bools:
    """Domains hidden whole: the small ones, and enough others that no small one follows."""
    hidden = small.copy()
    while hidden.any():
        more = _next_column(counts, hidden, limit)
        if more is None:
            return hidden
        hidden[more] = True
    return hidden


def _next_column(counts: Counts, hidden: Bools, limit: int) -> int | None:
    """The visible domain to hide next: the smallest of a relation whose hidden part is small."""
    for parts, rest in zip(counts.parts, counts.rest_base, strict=True):
        inside = (parts != 0) & hidden
        if not inside.any():
            continue
        covered = int(counts.base[inside].sum()) + int(rest)
        alone = np.count_nonzero(counts.base[inside] > 0) == 1 and rest == 0
        if alone or covered < limit:
            found = _smallest(counts.base, (parts < 0) & ~hidden)
            found = _smallest(counts.base, (parts > 0) & ~hidden) if found is None else found
            if found is not None:
                return found
    solved = _determined(counts.exact, hidden)
    if not solved.any():
        return None
    tied = counts.exact[:, solved].any(axis=1)
    return _smallest(counts.base, counts.exact[tied].any(axis=0) & ~hidden)


def _smallest(sizes: Ints, among: Bools) -> int | None:
    """The place of the smallest positive size among some, or of any of them; None if none."""
    places = np.flatnonzero(among & (sizes > 0))
    places = places if len(places) else np.flatnonzero(among)
    return int(places[np.argmin(sizes[places])]) if len(places) else None


def _determined(equations: Floats, unknown: Bools) -> Bools:
    """Which unknowns follow from linear equations: nothing that keeps these moves them."""
    solved = np.zeros(len(unknown), dtype=bool)
    loose = _split(equations[:, unknown])[1]
    solved[np.flatnonzero(unknown)] = (loose**2).sum(1) < SOLVED
    return solved


# ---- single cells


def _cells(counts: Counts, hidden: Bools, columns: Bools, limit: int) -> Bools:
    """Hides more cells until in every sum the hidden part has `limit` persons and two cells."""
    hidden = hidden.copy()
    changed = True
    while changed:
        changed = False
        for domain in np.flatnonzero(~columns & (counts.base > 0)):
            for line in counts.sums:
                changed |= _covered(counts.n[:, domain], line != 0, hidden[:, domain], limit, 0)
        for line, rest in zip(counts.parts, counts.rest, strict=True):
            for row in np.flatnonzero((hidden & (line != 0)[None, :]).any(axis=1)):
                whole = (line != 0) & hidden[row]
                if not columns[whole].all():
                    changed |= _covered(counts.n[row], line != 0, hidden[row], limit, rest[row])
    return hidden


def _covered(n: Ints, line: Bools, hidden: Bools, limit: int, rest: int) -> bool:
    """Hides cells of one sum, in place, until its hidden part is safe; whether any was hidden."""
    did = False
    while True:
        inside = line & hidden & (n > 0)
        cells = np.count_nonzero(inside) + (rest > 0)
        if not inside.any() or (cells >= 2 and int(n[inside].sum()) + rest >= limit):
            return did
        place = _smallest(n, line & ~hidden)
        if place is None:
            return did
        hidden[place] = did = True


def _sealed(counts: Counts, hidden: Bools) -> Bools:
    """The last check, on all equations at once: hides on while any hidden cell is determined."""
    hidden = hidden.copy()
    while hidden.any():
        solved = _attack(counts, hidden) & hidden & (counts.n > 0)
        if not solved.any():
            break
        row, domain = (int(item[0]) for item in np.nonzero(solved))
        tied = (counts.parts[:, domain] != 0) @ (counts.parts != 0) > 0
        tied |= (counts.exact[:, domain] != 0) @ (counts.exact != 0) > 0
        along = _smallest(counts.n[row], tied & ~hidden[row])
        if along is not None:
            hidden[row, along] = True
            continue
        tied = (counts.sums[:, row] != 0) @ (counts.sums != 0) > 0
        down = _smallest(counts.n[:, domain], tied & ~hidden[:, domain])
        if down is None:
            break
        hidden[down, domain] = True
    return hidden


def _attack(counts: Counts, hidden: Bools) -> Bools:
    """Which hidden cells a reader could compute from the printed ones, by any chain of sums."""
    exact = _basis(np.vstack([counts.exact, counts.parts[counts.rest_base == 0]]))
    return hidden & (freedom(exact, _basis(counts.sums), hidden) < SOLVED)


def freedom(exact: Floats, sums: Floats, hidden: Bools) -> Floats:
    """How far each hidden cell (rows, domains) can move while all that is printed stays: 0 to 1.

    The diagonal of the projection onto all X, 0 where not hidden, with `exact` X' = 0 and `sums`
    X = 0. Rows hidden in the same domains obey the same equations, so X of such a group is
    N C Q' + N B F': N moves along the domains, F is unseen by the sums, Q is what they see. Only C
    (as many as equations, not as rows) is tied to other groups. All bases are orthonormal, so the
    squares add up.
    """
    domains = hidden.shape[1]
    moved = np.zeros(hidden.shape)
    patterns, group = np.unique(hidden, axis=0, return_inverse=True)
    tied: list[tuple[NDArray[np.int64], NDArray[np.int64], Floats, Floats]] = []
    blocks = [np.zeros((len(sums) * domains, 0))]
    for number, pattern in enumerate(patterns):
        inside, places = np.flatnonzero(group.ravel() == number), np.flatnonzero(pattern)
        along = _split(exact[:, places])[1]
        seen, unseen = _split(sums[:, inside])
        moved[np.ix_(inside, places)] = np.outer((unseen**2).sum(1), (along**2).sum(1))
        if seen.shape[1] and along.shape[1]:
            wide = np.zeros((domains, along.shape[1]))
            wide[places] = along
            blocks.append(np.kron(sums[:, inside] @ seen, wide))
            tied.append((inside, places, seen, along))
    loose = _split(np.hstack(blocks))[1]
    at = 0
    for inside, places, seen, along in tied:
        size = seen.shape[1] * along.shape[1]
        ways = loose[at : at + size].T.reshape(-1, seen.shape[1], along.shape[1])
        moved[np.ix_(inside, places)] += ((seen @ ways @ along.T) ** 2).sum(0)
        at += size
    return moved


def _split(equations: Floats) -> tuple[Floats, Floats]:
    """Orthonormal bases, as columns, of what equations (k, n) see and of what they do not."""
    if not equations.size:
        return np.zeros((equations.shape[1], 0)), np.eye(equations.shape[1])
    if len(equations) > equations.shape[1]:
        equations = np.asarray(np.linalg.qr(equations, "r"), dtype=np.float64)
    _, sizes, across = np.linalg.svd(equations)
    rank = int((sizes > RANK * max(float(sizes[0]), 1.0)).sum())
    return across[:rank].T, across[rank:].T


def _basis(equations: Floats) -> Floats:
    """As few equations that say the same."""
    return _split(equations)[0].T
