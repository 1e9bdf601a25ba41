"""Suppression that holds against an attacker who subtracts: linear programming over the rest."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from atbalss.tables.protect import Counts, Limits, freedom, protect

NONE = np.zeros((0, 0))


def counts(
    cells: np.ndarray, *, codes: bool = True, least: int = 3, children: bool = False
) -> Counts:
    """A table of codes by groups, with a total in front; `children` splits the first group in two.

    `cells` (rows, groups[, 2]): persons. The last group is a rest that no table shows.
    """
    shown = cells[:, :-1]
    n = np.column_stack([cells.sum(axis=1), shown])
    parts = [[1.0, *[-1.0] * shown.shape[1]]]
    rest = [cells[:, -1]]
    if children:
        half = shown[:, 0] // 2
        n = np.column_stack([n, half, shown[:, 0] - half])
        parts = [[*parts[0], 0.0, 0.0], [0.0, 1.0, *[0.0] * (shown.shape[1] - 1), -1.0, -1.0]]
        rest.append(np.zeros(len(cells), int))
    base = n.sum(axis=0)
    own = (n > 0) & (n < least)
    own[:, 0] = False
    sums = np.ones((1 if codes else 0, len(cells)))
    rest_array = np.array(rest)
    lines = np.array(parts)
    exact = lines[rest_array.sum(axis=1) == 0]
    return Counts(n, base, sums, lines, rest_array, rest_array.sum(axis=1), exact, own)


def ranges(made: Counts, hidden: np.ndarray) -> dict[tuple[int, int], tuple[float, float]]:
    """The least and the most that each hidden cell can be, for one who knows all printed ones."""
    places = [tuple(item) for item in np.argwhere(hidden)]
    at = {place: i for i, place in enumerate(places)}
    left, right = [], []

    def equation(members: dict[tuple[int, int], float], total: float) -> None:
        line = np.zeros(len(places))
        for place, sign in members.items():
            if place in at:
                line[at[place]] += sign
            else:
                total -= sign * made.n[place]
        if line.any():
            left.append(line)
            right.append(total)

    for domain in range(made.n.shape[1]):
        for line in made.sums:
            cells = {(r, domain): v for r, v in enumerate(line) if v}
            equation(cells, sum(v * made.n[p] for p, v in cells.items()))
    for line, rest in zip(made.parts, made.rest, strict=True):
        if rest.any():
            continue
        for row in range(made.n.shape[0]):
            equation({(row, d): v for d, v in enumerate(line) if v}, 0.0)
    found = {}
    for place in places:
        aim = np.zeros(len(places))
        aim[at[place]] = 1
        ends = []
        for sign in (1, -1):
            done = linprog(
                sign * aim,
                A_eq=np.array(left) if left else None,
                b_eq=np.array(right) if right else None,
                bounds=(0, int(made.base[0])),
            )
            assert done.status == 0, done.message
            ends.append(sign * done.fun)
        found[place] = (ends[0], ends[1])
    return found


def safe(made: Counts, hidden: np.ndarray, primary: np.ndarray) -> None:
    """No cell hidden for its own sake can be told from the printed ones.

    But for a group within a printed one of which everybody gave the same answer: 100 % tell all.
    """
    assert (hidden | ~primary).all()
    for place, (low, high) in ranges(made, hidden).items():
        if primary[place] and made.n[place] > 0 and not told_by_all(made, hidden, *place):
            assert high - low > 0.5, (place, low, high, made.n, hidden)


def told_by_all(made: Counts, hidden: np.ndarray, row: int, domain: int) -> bool:
    tied = made.parts[made.parts[:, domain] != 0].any(axis=0) & ~hidden[row]
    return bool((made.n[row, tied] == made.base[tied]).any())


TABLES = st.integers(2, 5).flatmap(
    lambda rows: st.integers(3, 5).flatmap(
        lambda groups: st.lists(
            st.lists(st.integers(0, 30), min_size=groups, max_size=groups),
            min_size=rows,
            max_size=rows,
        )
    )
)


@settings(max_examples=50, deadline=None)
@given(TABLES, st.booleans(), st.booleans(), st.booleans(), st.sampled_from([0, 10, 30]))
def test_what_is_hidden_cannot_be_had_back(table, codes, children, has_rest, limit):
    cells = np.array(table)
    if not has_rest:
        cells[:, -1] = 0
    made = counts(cells, codes=codes, children=children)
    hidden, primary = protect(made, Limits(limit, 3))
    safe(made, hidden, primary)


@settings(max_examples=33, deadline=None)
@given(TABLES)
def test_a_small_column_takes_another_with_it_and_the_total_stays(table):
    cells = np.array(table) + 20
    cells[:, -1] = 0
    cells[:, 0] = 1
    made = counts(cells, least=0)
    hidden, _ = protect(made, Limits(10, 0))
    columns = hidden.all(axis=0)
    assert columns[1] and columns.sum() == 2 and not columns[0]
    others = made.base[2:]
    assert made.base[columns][1] == others.min()


def test_nothing_small_hides_nothing():
    made = counts(np.array([[40, 50, 0], [60, 70, 0]]))
    hidden, primary = protect(made, Limits(30, 3))
    assert not hidden.any() and not primary.any()


def test_a_rest_of_others_protects_but_not_one_too_small():
    """A column of 9 beside 60 others not shown is safe; beside 5 others their sum of 14 is not."""
    many = counts(np.array([[5, 50, 30], [4, 50, 30]]), least=0)
    hidden, _ = protect(many, Limits(30, 0))
    assert hidden.all(axis=0).tolist() == [False, True, False]
    few = counts(np.array([[5, 50, 3], [4, 50, 2]]), least=0)
    hidden, _ = protect(few, Limits(30, 0))
    assert hidden.all(axis=0).tolist() == [False, True, True]


def test_the_attack_finds_what_a_naive_rule_leaves_open():
    """Hiding the small cells alone is undone by subtraction: the test above can fail."""
    made = counts(np.array([[2, 50, 0], [40, 50, 0]]))
    with pytest.raises(AssertionError):
        safe(made, made.own, made.own)


def test_shapes_are_checked():
    made = counts(np.array([[2, 50, 0], [40, 50, 0]]))
    with pytest.raises(ValueError, match="shapes"):
        Counts(
            made.n,
            made.base[1:],
            made.sums,
            made.parts,
            made.rest,
            made.rest_base,
            made.exact,
            made.own,
        )


def projection(exact: np.ndarray, sums: np.ndarray, hidden: np.ndarray) -> np.ndarray:
    """The same freedom from all equations over all hidden cells at once: slow and plain."""
    rows, domains = np.nonzero(hidden)
    lines = [np.where(rows == row, e[domains], 0.0) for row in set(rows) for e in exact]
    lines += [np.where(domains == place, s[rows], 0.0) for place in set(domains) for s in sums]
    free = np.zeros(hidden.shape)
    free[hidden] = 1.0
    if lines:
        own = np.array(lines)
        free[hidden] = 1 - np.diag(np.linalg.pinv(own, rcond=1e-10) @ own)
    return free


@settings(max_examples=66, deadline=None)
@given(
    st.integers(1, 7),
    st.integers(1, 9),
    st.integers(0, 5),
    st.integers(0, 4),
    st.integers(0, 2**32),
)
def test_freedom_by_groups_of_rows_is_that_of_all_equations_at_once(
    rows, domains, exact, sums, seed
):
    """Whole columns, repeated and dependent equations, nets (-1), rows hidden alike and not."""
    chance = np.random.default_rng(seed)
    equations = chance.integers(-1, 2, (exact, domains)).astype(float)
    equations = np.vstack([equations, equations.sum(axis=0, keepdims=True) / 2])
    down = chance.integers(-1, 2, (sums, rows)).astype(float)
    down = np.vstack([down, np.ones((1, rows)), down[:1]])
    hidden = chance.random((rows, domains)) < chance.choice([0.0, 0.2, 0.6])
    hidden[:, chance.random(domains) < 0.4] = True
    expected = projection(equations, down, hidden)
    np.testing.assert_allclose(freedom(equations, down, hidden), expected, atol=1e-7)


def test_a_question_of_many_columns_is_attacked_in_a_moment():
    """20 answers by 60 columns, a third hidden whole: equations as many as cells, one system."""
    chance = np.random.default_rng(3)
    hidden = np.zeros((20, 60), dtype=bool)
    hidden[:, :20] = True
    hidden[chance.random(hidden.shape) < 0.1] = True
    exact = chance.integers(-1, 2, (30, 60)).astype(float)
    found = freedom(exact, np.ones((1, 20)), hidden)
    assert (found[~hidden] == 0).all() and found.max() <= 1 + 1e-9
