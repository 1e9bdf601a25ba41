"""Numbers of a study that declares a design: through frame, cube and cells, held to R `survey`."""

from __future__ import annotations

import polars as pl
import pytest

from atbalss.study.codes import Code, CodeList
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.waves import Wave
from atbalss.tables.cells import Cells
from atbalss.tables.compute import compute
from atbalss.tables.demand import Demand
from atbalss.tables.result import CellKey
from atbalss.weights.design import Design, Replication

from .api import FOLDER, rows
from .made import NO_RULES, Made, text

EXPECTED = {
    (r["case"], r["call"], r["stat"], r["row"], r["col"]): float(r["value"])
    for r in rows(FOLDER / "expected.csv")
}
CHOICES = {
    "stype": ("E", "H", "M"),
    "awards": ("No", "Yes"),
    "sch.wide": ("No", "Yes"),
}
NUMBERS = ("api00", "enroll", "ell")
DESIGNS = {
    "W": Design(),
    "S": Design(strata="stratum"),
    "SF": Design(strata="stratum", population="fpc"),
    "C": Design(clusters="dnum", population="fpc"),
}
# every condition as an answer, so that a mean is made as that of a scale too
QUESTIONNAIRE = Questionnaire(
    "api",
    items=(
        *(
            Question(
                name,
                Kind.SINGLE,
                text(name),
                codes=CodeList(name, tuple(Code(code, text(code)) for code in codes)),
            )
            for name, codes in CHOICES.items()
        ),
        *(Question(name, Kind.INTEGER, text(name)) for name in NUMBERS),
        Question(
            "ell10",
            Kind.SINGLE,
            text("ell"),
            codes=CodeList("ell", tuple(Code(str(i), text(str(i)), score=i) for i in range(100))),
        ),
    ),
)


def frame(case: str) -> Made:
    people = rows(FOLDER / ("apiclus1.csv" if case == "C" else "apistrat.csv"))
    columns: dict[str, object] = {
        "id": [row["snum"] for row in people],
        "weight": [float(row["pw"]) for row in people],
        "stratum": [row["stype"] for row in people],
        "dnum": [row["dnum"] for row in people] if case == "C" else [""] * len(people),
        "fpc": [float(row["fpc"]) for row in people],
        "ell10": pl.Series(
            [row["ell"] for row in people], dtype=pl.Enum([str(i) for i in range(100)])
        ),
    }
    for name, codes in CHOICES.items():
        columns[name] = pl.Series([row[name] for row in people], dtype=pl.Enum(codes))
    for name in NUMBERS:
        columns[name] = [float(row[name]) for row in people]
    return Made("2024", pl.DataFrame(columns))


def cells(case: str, design: Design | None = None) -> Cells:
    amongs = frozenset({(("stype", code),) for code in "EHM"})
    return compute(
        QUESTIONNAIRE,
        {"2024": frame(case)},  # type: ignore[dict-item]
        (Wave("2024", text("2024")),),
        NO_RULES,
        "2024",
        Demand(amongs=amongs),
        design=DESIGNS[case] if design is None else design,
    )


@pytest.mark.parametrize("case", DESIGNS)
def test_means_intervals_and_shares_of_the_study_equal_r(case):
    made = cells(case)
    for name in NUMBERS:
        found = made.mean(name)
        assert found.value == pytest.approx(
            EXPECTED[case, "svymean", f"mean_{name}", "", ""], rel=1e-9
        )
        assert found.se == pytest.approx(EXPECTED[case, "svymean", f"se_{name}", "", ""], rel=1e-9)
        ends = [
            EXPECTED[case, "confint(df=degf)", f"{end}95_{name}", "", ""] for end in ("lo", "hi")
        ]
        assert (found.low, found.high) == pytest.approx(tuple(ends), rel=1e-6)
        deff = EXPECTED[case, "svymean(deff=replace)", f"deff_{name}", "", ""]
        assert found.deff == pytest.approx(deff, rel=1e-9)
        assert found.interval == ("t" if case == "W" else "t_design")
    for name, codes in CHOICES.items():
        for code in codes:
            key = (case, "svymean(factor)", f"se_prop_{name}", name + code, "")
            found = made.share(name, code)
            assert found.se == pytest.approx(EXPECTED[key], rel=1e-9, abs=1e-12)
    as_scale = made.mean("ell10")
    assert as_scale.se == pytest.approx(EXPECTED[case, "svymean", "se_ell", "", ""], rel=1e-9)


@pytest.mark.parametrize("case", ["S", "SF", "C"])
def test_filters_are_domains_of_the_whole_sample_as_in_svyby(case):
    made = cells(case)
    for code in "EHM":
        among = (("stype", code),)
        found = made.mean("api00", among=among)
        assert found.se == pytest.approx(
            EXPECTED[case, "svyby svymean", "se_api00", code, ""], rel=1e-9
        )
        share = made.share("awards", "Yes", among=among)
        key = (case, "svyby svymean(factor)", "se_colprop_awards", "Yes", code)
        assert share.se == pytest.approx(EXPECTED[key], rel=1e-9)
        assert share.interval == "wilson_design"
        assert 0 <= share.low < share.value < share.high <= 1


def test_a_share_that_the_strata_fix_has_no_error():
    found = cells("S").share("stype", "E")
    assert found.se == 0
    assert (found.low, found.high) == (found.value, found.value)


def test_few_clusters_make_wide_intervals():
    """14 degrees of freedom: Korn and Graubard's t factor, so wider than on n* alone."""
    found = cells("C").share("awards", "Yes")
    r = [
        EXPECTED["C", "svyciprop method=logit", f"{end}95_awards_Yes", "", ""]
        for end in ("lo", "hi")
    ]
    assert (found.low, found.high) == pytest.approx(tuple(r), abs=0.002)  # near R's logit interval


def test_replicate_weights_of_a_jackknife_equal_r():
    made = frame("S")
    w = made.data["weight"].to_numpy()
    strata = made.data["stratum"].to_list()
    sizes = {name: strata.count(name) for name in set(strata)}
    columns = {}
    for out in range(len(w)):
        n = sizes[strata[out]]
        columns[f"r{out}"] = pl.Series(
            [
                0.0 if i == out else weight * (n / (n - 1) if strata[i] == strata[out] else 1)
                for i, weight in enumerate(w)
            ]
        )
    rscales = tuple((sizes[name] - 1) / sizes[name] for name in strata)
    design = Design(replicates=tuple(columns), replication=Replication.JKN, rscales=rscales)
    found = compute(
        QUESTIONNAIRE,
        {"2024": Made("2024", made.data.with_columns(**columns))},  # type: ignore[dict-item]
        (Wave("2024", text("2024")),),
        NO_RULES,
        "2024",
        Demand(),
        design=design,
    ).mean("api00")
    key = ("JKn", "as.svrepdesign svymean", "se_api00", "", "")
    assert found.se == pytest.approx(EXPECTED[key], rel=1e-9)
    plain = EXPECTED["S", "confint(df=degf)", "lo95_api00", "", ""]
    assert found.low == pytest.approx(plain, rel=1e-6)  # 200 replicates in 3 strata: 197 df as well


def test_two_waves_of_a_design_are_compared_on_its_degrees_of_freedom():
    past = frame("C").data
    now = past.with_columns(pl.col("api00") + 20)
    pair = (CellKey("api00"), CellKey("api00", "", "2022"))
    made = compute(
        QUESTIONNAIRE,
        {"2024": Made("2024", now), "2022": Made("2022", past)},  # type: ignore[dict-item]
        (Wave("2022", text("2022")), Wave("2024", text("2024"))),
        NO_RULES,
        "2024",
        Demand(comparisons=frozenset({pair})),
        design=DESIGNS["C"],
    )
    (found,) = made.family_table()
    se = EXPECTED["C", "svymean", "se_api00", "", ""]
    assert found.difference.value == pytest.approx(20)
    assert found.difference.se == pytest.approx(se * 2**0.5, rel=1e-9)
    from scipy.special import stdtr

    assert found.p == pytest.approx(2 * stdtr(28, -20 / (se * 2**0.5)), rel=1e-9)  # 14 + 14
