"""Sums by design unit, with replicate weights and of values: they add up to the plain ones."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atbalss.problems import Refused
from atbalss.tables import units as units_module
from atbalss.tables import values as values_module
from atbalss.tables.count import count_blocks
from atbalss.tables.engines import local
from atbalss.tables.engines.source import FrameSource, ParquetSource
from atbalss.tables.spec import EVERYBODY
from atbalss.tables.specify import build
from atbalss.tables.units import columns_of, units_of
from atbalss.weights.design import Design, Replication

from .made import QUESTIONNAIRE, frame
from .test_cube import FILTERS, people

DESIGN = Design(strata=":region", clusters=":school", population=":schools")
REPLICATES = Design(replicates=(":r1", ":r2", ":r3"), replication=Replication.JK1)


def _data(persons, seed) -> pl.DataFrame:
    """Persons with weights, strata, clusters, population and replicate weights."""
    made = np.random.default_rng(seed)
    n = len(persons)
    region = made.integers(0, 2, n)
    more = {
        ":region": pl.Series(["Rīga" if item else "Latgale" for item in region], dtype=pl.String),
        ":school": made.integers(1, 4, n),
        ":schools": np.where(region, 40.0, 60.0),
        **{f":r{i}": made.uniform(0, 3, n) for i in (1, 2, 3)},
    }
    weights = list(made.uniform(0.2, 4, n))
    return frame(persons, weights=weights).data.with_columns(
        **{k: pl.Series(v) for k, v in more.items()}
    )


def _spec(data, design):
    units = units_of(design, FrameSource(data).distinct(columns_of(design)))
    return build(QUESTIONNAIRE, FILTERS, design=design, units=units, medians=["visits"])


@settings(max_examples=30, deadline=None)
@given(people, st.integers(0, 99))
def test_sums_by_unit_are_those_of_the_rows_of_each_unit(persons, seed):
    data = _data(persons, seed)
    spec = _spec(data, DESIGN)
    sums = FrameSource(data).count(spec)
    plain = FrameSource(data).count(build(QUESTIONNAIRE, FILTERS, medians=["visits"]))
    assert (sums.n == plain.n).all()
    np.testing.assert_allclose(sums.w2, plain.w2, rtol=1e-12)
    np.testing.assert_allclose(sums.moments, plain.moments, rtol=1e-12)
    for at, (stratum, population, school) in enumerate(spec.units.keys):
        own = data.filter(
            (pl.col(":region") == stratum) & (pl.col(":school").cast(pl.String) == school)
        )
        alone = FrameSource(own).count(build(QUESTIONNAIRE, FILTERS))
        assert population == (40.0 if stratum == "Rīga" else 60.0)
        assert (sums.by_unit.n[:, :, at] == alone.n).all()
        np.testing.assert_allclose(sums.by_unit.w[:, :, at], alone.w, rtol=1e-12)
        np.testing.assert_allclose(sums.by_unit.moments[..., at], alone.moments, rtol=1e-12)
        values, line = sums.values["visits"], spec.by_name["visits"].start
        kept = np.bincount(values.cell, values.n * (values.unit == at), spec.n_cells)
        assert (kept == alone.n[line]).all()


@settings(max_examples=30, deadline=None)
@given(people, st.integers(0, 99))
def test_replicate_sums_are_those_with_the_replicate_as_the_weight(persons, seed):
    data = _data(persons, seed)
    sums = FrameSource(data).count(_spec(data, REPLICATES))
    for at, name in enumerate(REPLICATES.replicates):
        own = data.with_columns(pl.col(name).alias("weight"))
        alone = FrameSource(own).count(build(QUESTIONNAIRE, FILTERS))
        np.testing.assert_allclose(sums.replicates.w[at], alone.w, rtol=1e-12)
        np.testing.assert_allclose(sums.replicates.moments[at], alone.moments[:2], rtol=1e-12)


@settings(max_examples=30, deadline=None)
@given(people, people, st.integers(0, 99), st.sampled_from([DESIGN, REPLICATES]))
def test_units_replicates_and_values_add_up(first, second, seed, design):
    one, two = _data(first, seed), _data(second, seed + 1)
    whole = pl.concat([one, two], how="vertical_relaxed")
    spec = _spec(whole, design)
    both, added = (
        FrameSource(whole).count(spec),
        FrameSource(one).count(spec) + FrameSource(two).count(spec),
    )
    assert (both.n == added.n).all()
    if both.by_unit is not None:
        assert (both.by_unit.n == added.by_unit.n).all()
        np.testing.assert_allclose(both.by_unit.w2, added.by_unit.w2, rtol=1e-9)
        np.testing.assert_allclose(both.by_unit.moments, added.by_unit.moments, rtol=1e-9)
    if both.replicates is not None:
        np.testing.assert_allclose(both.replicates.w, added.replicates.w, rtol=1e-9)
        np.testing.assert_allclose(both.replicates.moments, added.replicates.moments, rtol=1e-9)
    for name in ("value", "cell", "unit", "n", "w", "w2", "replicates"):
        found, parts = (getattr(item.values["visits"], name) for item in (both, added))
        np.testing.assert_allclose(found, parts, rtol=1e-9)


@settings(max_examples=30, deadline=None)
@given(people, st.sampled_from([(), *FILTERS]), st.integers(0, 99))
def test_values_are_the_numbers_that_were_said(persons, among, seed):
    data = _data(persons, seed)
    spec = _spec(data, Design())
    among = tuple(sorted(among))
    margin = FrameSource(data).count(spec).within(spec.cells_of(among))
    kept = margin.values["visits"]
    assert kept.n.sum() == margin.n[spec.by_name["visits"].start]
    assert (np.diff(kept.value) > 0).all()
    if not among:
        said = sorted(data["visits"].drop_nulls().to_list())
        assert np.repeat(kept.value, kept.n).tolist() == said
        assert kept.w.sum() == pytest.approx(
            sum(data.filter(pl.col("visits").is_not_null())["weight"])
        )


def test_a_median_of_too_many_values_or_of_no_number_is_refused(monkeypatch):
    monkeypatch.setattr(values_module, "MAX_VALUES", 3)
    persons = [{"visits": float(i)} for i in range(4)]
    spec = build(QUESTIONNAIRE, medians=["visits"])
    assert len(FrameSource(frame(persons[:3]).data).count(spec).values["visits"]) == 3
    with pytest.raises(Refused, match="different values"):
        FrameSource(frame(persons).data).count(spec)
    with pytest.raises(Refused, match="no open number"):
        build(QUESTIONNAIRE, medians=["rate"])


def test_too_many_units_are_refused(monkeypatch):
    monkeypatch.setattr(units_module, "MAX_UNITS", 2)
    with pytest.raises(Refused, match="too many units"):
        units_of(Design(clusters=":id"), [("a",), ("b",), ("c",)])


def test_strata_of_waves_with_other_populations_are_kept_apart():
    design = Design(strata=":s", population=":N")
    units = units_of(design, [("a", 10), ("b", 20.0), ("a", 30)])
    assert units.strata == ("a", "a", "b")
    assert units.population == (10.0, 30.0, 20.0)
    assert units.stratum == (0, 1, 2)
    assert not units.clustered


@pytest.mark.parametrize("bad", [-1.0, float("inf"), float("nan")])
def test_weights_that_are_none_are_refused(bad):
    data = frame([{"sex": "f"}, {"sex": "m"}], weights=[1.0, bad]).data
    with pytest.raises(Refused, match="negative or not numbers"):
        FrameSource(data).count(build(QUESTIONNAIRE))


def test_a_weight_of_zero_or_none_counts_a_person_without_weight():
    data = frame([{"sex": "f"}] * 3, weights=[1.0, 0.0, 5.0]).data
    data = data.with_columns(pl.Series("weight", [1.0, 0.0, None]))
    sums = FrameSource(data).count(build(QUESTIONNAIRE))
    assert sums.n[EVERYBODY].tolist() == [3]
    assert sums.w[EVERYBODY].tolist() == [1.0]


@settings(max_examples=20, deadline=None)
@given(people, st.integers(0, 9))
def test_a_parquet_file_counts_as_its_frame(tmp_path_factory, persons, seed):
    data = _data(persons, seed)
    path = tmp_path_factory.mktemp("rows") / "rows.parquet"
    data.write_parquet(path, row_group_size=5)
    spec = _spec(data, DESIGN)
    source = ParquetSource(path)
    assert source.rows == data.height
    assert set(source.distinct(columns_of(DESIGN))) == set(
        FrameSource(data).distinct(columns_of(DESIGN))
    )
    read, held = source.count(spec), FrameSource(data).count(spec)
    for name in ("n", "w", "w2", "moments"):
        assert (getattr(read, name) == getattr(held, name)).all()


def test_rows_of_a_unit_that_was_not_counted_on_are_an_error():
    data = _data([{"sex": "f"}] * 4, 1)
    spec = _spec(data.head(1), DESIGN)
    with pytest.raises(ValueError, match="no unit"):
        count_blocks(spec, local.blocks(spec, data.with_columns(pl.lit("cits").alias(":region"))))
