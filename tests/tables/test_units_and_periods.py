"""Funnel plots, shrunken estimates and control charts: to R's numbers, and properties."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from math import isclose
from pathlib import Path
from random import Random

import polars as pl
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import binom

from atbalss import plan
from atbalss.folder import open_study, pieces
from atbalss.problems import Refused
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables import shrink
from atbalss.tables.cells import Cells
from atbalss.tables.control import runs, sigma_z
from atbalss.tables.demand import Demand
from atbalss.tables.engines.source import FrameSource, ParquetSource
from atbalss.tables.funnel import dispersion
from atbalss.tables.limits import binomial_cdf, mean_limits, share_limits
from atbalss.tables.looks import filters_of
from atbalss.tables.periods import short_name, with_periods
from atbalss.tables.unit_results import Alert, Method, Place

ROOT = Path(__file__).resolve().parents[2]
UNITS = ROOT / "tests" / "reference" / "units"


def rows(name: str) -> list[dict[str, float]]:
    with (UNITS / name).open(encoding="utf-8") as file:
        return [{key: float(value) for key, value in row.items()} for row in csv.DictReader(file)]


# ---- limits


def test_limits_are_those_of_r_qbinom() -> None:
    for row in rows("limits.csv"):
        found = share_limits(row["n"], row["p"], row["level"])
        assert isclose(found.low, row["low"], rel_tol=1e-9, abs_tol=1e-12), row
        assert isclose(found.high, row["high"], rel_tol=1e-9, abs_tol=1e-12), row


@pytest.mark.parametrize("level", [0.95, 0.998])
def test_a_count_lies_beyond_a_limit_exactly_where_r_binom_test_says_so(level: float) -> None:
    """One-sided exact p under (1 - level)/2, each count of 13 at two shares."""
    for row in rows("exact.csv"):
        found = share_limits(row["n"], row["p"], level)
        share = row["x"] / row["n"]
        assert (share < found.low) == (row["less"] < (1 - level) / 2), row
        assert (share > found.high) == (row["greater"] < (1 - level) / 2), row


@given(st.floats(2, 2000), st.floats(0.001, 0.999), st.sampled_from([0.95, 0.9973, 0.998]))
def test_limits_hold_the_share_and_the_narrower_level(n: float, p: float, level: float) -> None:
    found, wider = share_limits(n, p, level), share_limits(n, p, 0.9999)
    assert 0 <= wider.low <= found.low <= p + 1 / n
    assert p - 1 / n <= found.high <= wider.high <= 1
    assert found.low < found.high


@given(st.integers(1, 400), st.floats(0.01, 0.99), st.integers(-1, 401))
def test_the_continuous_distribution_is_the_binomial_at_whole_counts(
    n: int, p: float, k: int
) -> None:
    assert isclose(binomial_cdf(k, n, p), float(binom.cdf(k, n, p)), abs_tol=1e-10)


@given(st.floats(2, 500), st.floats(1, 10), st.floats(0.1, 4))
def test_limits_of_a_mean_are_normal(n: float, mean: float, sd: float) -> None:
    found = mean_limits(n, mean, sd, 0.95)
    assert isclose(found.high - mean, 1.959963984540054 * sd / n**0.5)
    assert isclose(mean - found.low, found.high - mean, rel_tol=1e-6, abs_tol=1e-9)


# ---- shrunken estimates


def test_shrunken_shares_are_those_made_in_r() -> None:
    held = rows("shares.csv")
    units = [shrink.Unit(row["x"] / row["n"], row["n"]) for row in held]
    around = shrink.between_shares(units, held[0]["m"])
    assert isclose(around.variance, held[0]["tau2"], rel_tol=1e-9)
    for unit, row in zip(units, held, strict=True):
        found = shrink.shrunken_share(unit, around, 0.95)
        assert isclose(found.value, row["value"], rel_tol=1e-9)
        assert isclose(found.se, row["se"], rel_tol=1e-9)
        assert isclose(found.low, row["low"], rel_tol=1e-9)
        assert isclose(found.high, row["high"], rel_tol=1e-9)


def test_shrunken_means_are_dersimonian_and_lairds() -> None:
    held = rows("means.csv")
    units = [shrink.Unit(row["y"], row["n"]) for row in held]
    around = shrink.between(units, held[0]["m"], held[0]["s"] ** 2)
    assert isclose(around.variance, held[0]["tau2"], rel_tol=1e-9)
    for unit, row in zip(units, held, strict=True):
        found = shrink.shrunken_mean(unit, around, 0.95)
        assert isclose(found.value, row["value"], rel_tol=1e-9)
        assert isclose(found.se, row["se"], rel_tol=1e-9)


UNIT = st.builds(
    lambda n, part: shrink.Unit(round(n * part) / n, n), st.integers(2, 200), st.floats(0, 1)
)


@given(st.lists(UNIT, min_size=2, max_size=30))
def test_a_shrunken_share_lies_between_its_own_and_the_overall(units: list[shrink.Unit]) -> None:
    overall = sum(u.value * u.n for u in units) / sum(u.n for u in units)
    assume(0 < overall < 1)
    around = shrink.between_shares(units, overall)
    found = [shrink.shrunken_share(unit, around, 0.95) for unit in units]
    for unit, drawn in zip(units, found, strict=True):
        low, high = sorted((unit.value, overall))
        assert low - 1e-9 <= drawn.value <= high + 1e-9
        assert 0 <= drawn.low <= drawn.value <= drawn.high <= 1
    places = shrink.ranks(found, 0.95)
    assert all(1 <= first <= last <= len(units) for first, last in places)
    best = max(range(len(units)), key=lambda i: found[i].value)
    assert places[best][0] == 1


def test_without_spread_all_units_are_the_overall_and_keep_an_interval() -> None:
    units = [shrink.Unit(0.8, n) for n in (9, 30, 100)]
    around = shrink.between_shares(units, 0.8)
    assert around.variance == 0
    drawn = shrink.shrunken_share(units[0], around, 0.95)
    assert drawn.value == 0.8
    assert drawn.low < 0.75
    assert drawn.high > 0.85
    assert shrink.ranks([drawn, drawn], 0.95) == [(1, 2), (1, 2)]


def test_overdispersion_is_seen_and_one_outlier_is_not_taken_for_it() -> None:
    chance = Random(7)
    calm = [chance.gauss(0, 1) for _ in range(40)]
    assert not dispersion(calm)[1]
    assert not dispersion([*calm, 9.0])[1]
    assert dispersion([2.2 * z for z in calm])[1]
    assert dispersion([1.0]) == (1.0, False)


# ---- alerts


def test_runs_of_nine_and_their_ends() -> None:
    assert runs([1.0] * 9, 0.5) == [1] * 9
    assert runs([1.0] * 8, 0.5) == [0] * 8
    assert runs([1.0] * 5 + [None] + [1.0] * 5, 0.5) == [0] * 11
    assert runs([0.1] * 9 + [0.9] * 3, 0.5) == [-1] * 9 + [0] * 3
    assert runs([1.0] * 4 + [0.5] + [1.0] * 5, 0.5) == [0] * 10


def test_sigma_of_chance_is_about_one_and_a_spike_hardly_moves_it() -> None:
    chance = Random(11)
    z = [chance.gauss(0, 1) for _ in range(2000)]
    assert isclose(sigma_z(z), 1.0, abs_tol=0.06)
    assert isclose(sigma_z([*z[:50], 30.0, *z[50:100]]), sigma_z(z[:100]), abs_tol=0.2)
    assert sigma_z([0.4]) == 1.0


# ---- the example


@pytest.fixture(scope="module")
def network() -> Cells:
    parts, _ = pieces(open_study(ROOT / "studies" / "tikls"))
    demand = Demand(
        filters_of(parts.questionnaire, ["centre"]),
        periods=frozenset({("visit_date", "month"), ("visit_date", "quarter")}),
    )
    return plan.cells(parts, demand)


def test_the_funnel_finds_the_two_centres_that_differ_and_no_other(network: Cells) -> None:
    found = network.funnel("solved", "yes", "centre")
    assert [u.part.code for u in found.at(Place.BELOW)] == ["dizozoli"]
    assert [u.part.code for u in found.at(Place.ABOVE)] == ["ievusala"]
    assert sum(unit.part.side.base for unit in found.units) == found.parts.total.base == 1530


def test_a_hidden_centre_is_not_drawn_ranked_or_named_but_counts(network: Cells) -> None:
    found = network.funnel("solved", "yes", "centre")
    hidden = found.at(Place.HIDDEN)
    assert {unit.part.code for unit in hidden} == {"riti", "strautmali", "virsulauki", "ziedoni"}
    for unit in hidden:
        assert unit.part.number.value is None
        assert unit.limits == ()
        assert unit.shrunken is None
        assert unit.rank is None


def test_small_centres_at_a_hundred_percent_are_not_called_best(network: Cells) -> None:
    found = {unit.part.code: unit for unit in network.funnel("solved", "yes", "centre").units}
    best = found["papardes"]
    assert best.part.number.value == 1.0
    assert best.place in (Place.INSIDE, Place.NEAR)
    assert best.shrunken is not None
    assert best.shrunken.value is not None
    assert best.shrunken.value < (found["ievusala"].shrunken.value or 0)  # type: ignore[union-attr]
    assert best.rank == (1, 31)


def test_the_control_chart_finds_the_slow_month_and_no_other(network: Cells) -> None:
    found = network.control("speed", "", "visit_date:month")
    assert found.method is Method.XBAR
    assert [(p.part.code, p.alerts) for p in found.periods if p.alerts] == [
        ("2026-03", (Alert.BELOW,))
    ]
    assert len(found.periods) == 12
    solved = network.control("solved", "yes", "visit_date:month")
    assert solved.method is Method.P
    assert not [p for p in solved.periods if p.alerts]
    assert network.control("speed", "", "visit_date:quarter").is_provisional


def test_units_must_be_single_and_declared(network: Cells) -> None:
    for by, code in (("tried", "tables-undeclared-filter"), ("visit_date", "tables-not-single")):
        with pytest.raises(Refused) as refused:
            network.funnel("solved", "yes", by)
        assert [item.code for item in refused.value.problems] == [code]


# ---- periods


def dated(days: list[str | None]) -> tuple[Questionnaire, FrameSource]:
    questionnaire = Questionnaire("t", items=(Question("day", Kind.DATE), Question("x", Kind.TEXT)))
    data = pl.DataFrame({"day": days, "x": ["a"] * len(days)}, schema_overrides={"day": pl.String})
    return questionnaire, FrameSource(data)


@pytest.mark.parametrize(
    ("every", "codes"),
    [
        ("month", ["2025-12", "2026-01", "2026-02"]),
        ("quarter", ["2025-Q4", "2026-Q1"]),
        ("year", ["2025", "2026"]),
    ],
)
def test_periods_between_the_first_and_the_last_are_all_there(every: str, codes: list[str]) -> None:
    questionnaire, source = dated(["2026-02-03", None, "2025-12-31T10:00", "nonsense"])
    made, held = with_periods(questionnaire, {"w": source}, [("day", every)])
    question = made.by_name[f"day:{every}"]
    assert question.codes is not None
    assert list(question.codes.names) == codes
    data = held["w"].data  # type: ignore[attr-defined]
    assert data[f"day:{every}"].to_list() == [codes[-1], None, codes[0], None]
    assert question.codes.codes[0].label.get("lv").startswith("2025. gad")


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 900))
def test_weeks_run_on_over_the_turn_of_the_year(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    made, _ = with_periods(*_pair(first, last), [("day", "week")])
    codes = made.by_name["day:week"].codes
    assert codes is not None
    weeks = [f"{d.isocalendar()[0]}-W{d.isocalendar()[1]:02d}" for d in (first, last)]
    assert [codes.names[0], codes.names[-1]] == weeks
    assert (
        len(codes.names)
        == (
            last - last.resolution * last.weekday() - (first - first.resolution * first.weekday())
        ).days
        // 7
        + 1
    )


def _pair(first: date, last: date) -> tuple[Questionnaire, dict[str, FrameSource]]:
    questionnaire, source = dated([first.isoformat(), last.isoformat()])
    return questionnaire, {"w": source}


def test_periods_of_a_parquet_file_are_made_as_it_is_read(tmp_path: Path) -> None:
    questionnaire, source = dated(["2026-02-03", "2026-01-31"])
    source.data.write_parquet(tmp_path / "a.parquet")
    parquet = ParquetSource(tmp_path / "a.parquet")
    _, held = with_periods(questionnaire, {"w": parquet}, [("day", "month")])
    assert held["w"].distinct(("day:month",)) in (
        [("2026-01",), ("2026-02",)],
        [("2026-02",), ("2026-01",)],
    )


def test_a_name_without_dates_is_refused() -> None:
    questionnaire, source = dated([None])
    for name in ("x", "day"):
        with pytest.raises(Refused) as refused:
            with_periods(questionnaire, {"w": source}, [(name, "month")])
        assert [item.code for item in refused.value.problems] == ["tables-no-dates"]
    questionnaire, source = dated(["0026-01-01", "2026-01-01"])
    with pytest.raises(Refused) as refused:
        with_periods(questionnaire, {"w": source}, [("day", "month")])
    assert [item.code for item in refused.value.problems] == ["tables-too-many-periods"]


def test_short_names_for_axes() -> None:
    assert short_name("2026-03", "lv") == ("marts", "2026")
    assert short_name("2026-Q1", "en") == ("Q1", "2026")
    assert short_name("2026-W07", "ru") == ("7", "2026")
    assert short_name("2026", "lv") == ("2026", "")
