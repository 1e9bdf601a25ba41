"""k-anonymity, recodings and folds hold whatever the answers are."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from atbalss.opendata.anonymity import at_risk, blanks, diversity, smallest, suppress

VALUES = st.sampled_from(["a", "b", "c", None])


@given(st.lists(st.tuples(VALUES, VALUES, VALUES), max_size=60), st.integers(2, 6))
def test_every_published_combination_is_shared_by_k(rows, k):
    made = suppress(rows, k, [1.0, 2.0, 1.0])
    assert len(made) == len(rows)
    for before, after in zip(rows, made, strict=True):
        assert all(new in (old, None) for old, new in zip(before, after, strict=True))
    if len(rows) >= k:
        assert smallest(made) >= k
        assert not at_risk(made, k)
    else:
        assert set(made) <= {(None, None, None)}
    if not at_risk(rows, k):
        assert made == rows


@given(st.lists(st.tuples(VALUES, VALUES), min_size=10, max_size=60), st.integers(2, 5))
def test_whoever_knows_a_person_finds_k_records_that_could_be_theirs(rows, k):
    made = suppress(rows, k, [1.0, 1.0])
    for person in rows:
        fitting = [
            row
            for row in made
            if all(shown is None or shown == true for shown, true in zip(row, person, strict=True))
        ]
        assert len(fitting) >= k


def test_the_cheapest_values_are_blanked():
    rows = [("f", "young")] * 5 + [("m", "young")] * 2 + [("f", "old")] * 3
    made = suppress(rows, 5, [1.0, 3.0])
    assert Counter(made)[("f", "young")] == 5
    assert blanks(rows, made) <= 10
    assert smallest(made) >= 5


def test_diversity_counts_different_answers_and_classes_of_one():
    rows = [("a",)] * 3 + [("b",)] * 3
    found = diversity(rows, {"q": ["x", "y", None, "z", "z", "z"]})
    assert (found[0].least, found[0].alike, found[0].classes) == (1, 1, 2)
