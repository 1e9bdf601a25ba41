"""A design is checked when it is made."""

from __future__ import annotations

import pytest

from atbalss.weights.design import SIMPLE, Design, Replication


def test_nothing_given_is_simple():
    assert SIMPLE.is_simple and SIMPLE.columns == ()
    assert Design(strata="s", clusters="p", population="N").columns == ("s", "p", "N")


@pytest.mark.parametrize(
    "given",
    [
        {"replicates": ("r1", "r2")},
        {"replication": Replication.JK1},
        {"replicates": ("r1",), "replication": Replication.JK1, "strata": "s"},
        {"replicates": ("r1", "r2"), "replication": Replication.JKN, "rscales": (1.0,)},
        {"replicates": ("r1", "r2"), "replication": Replication.FAY},
        {"replicates": ("r1", "r1"), "replication": Replication.BRR},
        {"replicates": ("r1", "r2"), "replication": Replication.JK1, "scale": 0.0},
        {"strata": "s", "clusters": "s"},
    ],
)
def test_a_design_that_contradicts_itself_cannot_be_held(given):
    with pytest.raises(ValueError):
        Design(**given)
