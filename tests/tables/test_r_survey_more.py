"""Strata with clusters, replicate weights, dependent pairs, quantiles: held to R `survey`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from atbalss.study.codes import Code, CodeList
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.waves import Wave
from atbalss.tables import design as designs
from atbalss.tables.cells import Cells
from atbalss.tables.compute import compute
from atbalss.tables.demand import Demand
from atbalss.tables.design import Tallies, ratios
from atbalss.tables.quantile import quantile, quantile_interval
from atbalss.tables.result import CellKey
from atbalss.weights.design import Design, Replication

from .api import FOLDER, Sample, rows, sample
from .made import NO_RULES, Made, text

MORE = Path(__file__).parent.parent / "reference" / "r_survey_more"
EXPECTED = {(row["case"], row["stat"]): float(row["value"]) for row in rows(MORE / "expected.csv")}
HUNDRED = tuple(str(i) for i in range(101))
DESIGNS = {
    "W": Design(),
    "S": Design(strata="stratum"),
    "SF": Design(strata="stratum", population="fpc"),
    "C": Design(clusters="dnum", population="fpc"),
    "SC": Design(strata="third", clusters="dnum"),
    "SCF": Design(strata="third", clusters="dnum", population="whole"),
}


def scale(name: str) -> Question:
    codes = tuple(Code(i, text(i), score=float(i)) for i in HUNDRED)
    return Question(name, Kind.SINGLE, text(name), codes=CodeList(name, codes))


def codes(name: str, *names: str) -> CodeList:
    return CodeList(name, tuple(Code(code, text(code)) for code in names))


QUESTIONNAIRE = Questionnaire(
    "api",
    items=(
        Question("stype", Kind.SINGLE, text("type"), codes=codes("stype", "E", "H", "M")),
        Question("both", Kind.MULTIPLE, text("a, b"), codes=codes("both", "a", "b", "c")),
        scale("ell"),
        scale("meals"),
        Question("api00", Kind.INTEGER, text("api")),
    ),
)
PAIRS = {
    "multiple": (CellKey("both", "a"), CellKey("both", "b")),
    "single": (CellKey("stype", "E"), CellKey("stype", "H")),
    "items": (CellKey("ell"), CellKey("meals")),
    "filters": (
        CellKey("stype", "E", among=(("both", "a"),)),
        CellKey("stype", "E", among=(("both", "b"),)),
    ),
}


def frame(is_clustered: bool, replicates: dict[str, list[float]] | None = None) -> Made:
    people = rows(FOLDER / ("apiclus1.csv" if is_clustered else "apistrat.csv"))
    columns: dict[str, object] = {
        "id": [row["snum"] for row in people],
        "weight": [float(row["pw"]) for row in people],
        "stratum": [row["stype"] for row in people],
        "fpc": [float(row["fpc"]) for row in people],
        "stype": pl.Series([row["stype"] for row in people], dtype=pl.Enum(["E", "H", "M"])),
        "both/a": [row["awards"] == "Yes" for row in people],
        "both/b": [row["comp.imp"] == "Yes" for row in people],
        "both/c": [False] * len(people),
        "api00": [float(row["api00"]) for row in people],
        **{
            name: pl.Series([row[name] for row in people], dtype=pl.Enum(HUNDRED))
            for name in ("ell", "meals")
        },
    }
    if is_clustered:
        districts = sorted({row["dnum"] for row in people})
        third = [districts.index(row["dnum"]) // 5 for row in people]
        columns |= {
            "dnum": [row["dnum"] for row in people],
            "third": [str(i) for i in third],
            "whole": [(20.0, 30.0, 40.0)[i] for i in third],
        }
    return Made("2024", pl.DataFrame({**columns, **(replicates or {})}))


def cells(made: Made, design: Design) -> Cells:
    amongs = frozenset({(("stype", "H"),)})
    return compute(
        QUESTIONNAIRE,
        {"2024": made},  # type: ignore[dict-item]
        (Wave("2024", text("2024")),),
        NO_RULES,
        "2024",
        Demand(amongs=amongs, pairs=frozenset(PAIRS.values())),
        design=design,
    )


def told(made: Cells, name: str):
    first = PAIRS[name][0]
    found = [
        item
        for item in made.dependent.comparisons
        if (item.later.cell.question, item.later.cell.code, item.later.cell.among)
        == (first.question, first.code, first.among)
    ]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("case", DESIGNS)
def test_estimates_and_dependent_pairs_equal_r(case):
    made = cells(frame(case in ("C", "SC", "SCF")), DESIGNS[case])
    assert made.mean("api00").se == pytest.approx(EXPECTED[case, "se_api00"], rel=1e-9)
    assert made.share("both", "a").se == pytest.approx(EXPECTED[case, "se_share_a"], rel=1e-9)
    for name in PAIRS:
        found = told(made, name)
        expected = EXPECTED[case, f"{name}_difference"], EXPECTED[case, f"{name}_se"]
        assert found.difference.value == pytest.approx(expected[0], rel=1e-9)
        if expected[1] < 1e-12:  # shares of the strata themselves: fixed, nothing to test
            assert (found.method, found.p) == ("no_spread", None)
            continue
        # without a design our n/(n-1) is that of each filter's own base
        close = 0.005 if (case, name) == ("W", "filters") else 1e-9
        assert found.difference.se == pytest.approx(expected[1], rel=close)
        method = {"items": "t_dependent_means"}.get(name, "z_dependent_shares")
        assert found.method == (method if case == "W" else "t_dependent_design")


@pytest.mark.parametrize("name", ["jk1", "jkn", "bootstrap", "sdr"])
def test_replicate_weights_equal_r(name):
    kept = rows(MORE / f"replicates_{name}.csv")
    columns = {f"r{i}": [float(row[key]) for row in kept] for i, key in enumerate(kept[0])}
    rscales = ()
    if name == "jkn":
        rscales = (4 / 5,) * 15  # five districts a stratum
        assert sum(rscales) == pytest.approx(EXPECTED["JKN", "rscales_sum"])
    design = Design(replicates=tuple(columns), replication=Replication(name), rscales=rscales)
    made, case = cells(frame(True, columns), design), name.upper()
    assert made.mean("api00").se == pytest.approx(EXPECTED[case, "se_api00"], rel=1e-8)
    assert made.share("both", "a").se == pytest.approx(EXPECTED[case, "se_share_a"], rel=1e-8)
    high = made.mean("api00", among=(("stype", "H"),))
    assert high.se == pytest.approx(EXPECTED[case, "se_api00_H"], rel=1e-8)
    pair = told(made, "multiple")
    assert pair.difference.se == pytest.approx(EXPECTED[case, "multiple_se"], rel=1e-8)
    whole = made.counted.samplings["2024"]
    assert whole is not None and whole.replicates is not None
    assert whole.degrees == pytest.approx(EXPECTED[case, "degf"])
    assert whole.replicates.scale == pytest.approx(EXPECTED[case, "scale"])


@pytest.mark.parametrize("kind", ["brr", "fay"])
def test_balanced_half_samples_equal_r(kind):
    areas, kept = rows(MORE / "scd.csv"), rows(MORE / f"replicates_{kind}.csv")
    weights = np.array([[float(value) for value in row.values()] for row in kept])  # (areas, R)
    scale = 1 / (weights.shape[1] * 0.7**2) if kind == "fay" else None
    how = designs.replication_of(Replication(kind), weights.shape[1], scale)
    assert how.scale == pytest.approx(EXPECTED[kind.upper(), "scale"])
    y = np.array([[float(row[name]) for row in areas] for name in ("alive", "arrests", "half")])
    ones = np.ones((1, len(areas)))
    each = np.concatenate([y, ones])
    tallies = Tallies(each.sum(axis=1)[:, None], None, (each @ weights).T)
    tops, bottoms = np.eye(4)[[0, 2, 0]], np.eye(4)[[3, 3, 1]]
    found = ratios(tallies, tops, bottoms, designs.replicated(len(areas), how))
    names = ["se_alive", "se_half", "se_ratio"]
    assert found.se == pytest.approx([EXPECTED[kind.upper(), name] for name in names], rel=1e-9)
    assert found.value[2] == pytest.approx(EXPECTED[kind.upper(), "ratio"], rel=1e-9)


def test_a_stratum_of_one_interview_is_centred_on_all():
    people = rows(FOLDER / "apistrat.csv")
    first = next(i for i, row in enumerate(people) if row["stype"] == "H")
    kept = [i for i, row in enumerate(people) if row["stype"] != "H" or i == first]
    made = cells(Made("2024", frame(False).data[kept]), DESIGNS["S"])
    assert made.mean("api00").se == pytest.approx(EXPECTED["LONELY", "se_api00"], rel=1e-9)
    assert made.share("both", "a").se == pytest.approx(EXPECTED["LONELY", "se_share_a"], rel=1e-9)
    whole = made.counted.samplings["2024"]
    assert whole is not None and whole.is_lonely


@pytest.mark.parametrize("case", ["W", "S", "SF", "C"])
def test_quantiles_have_woodruffs_interval(case):
    made: Sample = sample(case)
    x, tallies = made.values("api00")
    for name, p in (("q25", 0.25), ("q50", 0.5), ("q75", 0.75)):
        assert quantile(x, tallies.total, p) == EXPECTED[case, name]
        ends = quantile_interval(x, tallies.by_unit, tallies.square, p, made.sampling)
        assert ends == (EXPECTED[case, f"{name}_low"], EXPECTED[case, f"{name}_high"])
