"""Direct standardisation: a trend whose sign the composition turned, variances by the jackknife."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
import pytest

from atbalss.problems import Refused
from atbalss.study.codes import Code, CodeList
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.waves import Wave
from atbalss.tables.compute import compute
from atbalss.tables.demand import Demand
from atbalss.tables.result import CellKey, Source, Verdict
from atbalss.tables.standard import MEANS, SHARES

from .made import NO_RULES, SEX, text

YES = CodeList("yes", (Code("yes", text("jā")), Code("no", text("nē"))))
SCALE = CodeList("five", tuple(Code(str(i), text(str(i)), score=float(i)) for i in range(1, 6)))
AGE = CodeList("age", (Code("young", text("jauns")), Code("old", text("vecs"))))
QUESTIONS = Questionnaire(
    "made",
    items=(
        Question("net", Kind.SINGLE, text("Internets"), codes=YES),
        Question("rate", Kind.SINGLE, text("Vērtējums"), codes=SCALE),
        Question("age", Kind.SINGLE, text("Vecums"), codes=AGE),
        Question("sex", Kind.SINGLE, text("Dzimums"), codes=SEX),
        Question("tags", Kind.MULTIPLE, text("Birkas"), codes=YES),
    ),
)
WAVES = (Wave("2025", text("2025"), has_answers=True), Wave("2026", text("2026"), has_answers=True))
BY = ("age",)


@dataclass(frozen=True)
class Made:
    wave: str
    data: pl.DataFrame


def frame(wave, groups, weights=None):
    """Rows by (age, n, hits): `hits` of them use the internet; rates follow from the place."""
    rows = [
        (age, "yes" if i < hits else "no", str(1 + (i * 7 + len(age)) % 5), "f" if i % 3 else "m")
        for age, n, hits in groups
        for i in range(n)
    ]
    data = pl.DataFrame(rows, schema=["age", "net", "rate", "sex"], orient="row")
    w = np.ones(len(rows)) if weights is None else weights[: len(rows)]
    return Made(wave, data.with_columns(pl.Series("weight", w)))


# Within each age group use fell, but the sample became younger
PAST = [("young", 100, 80), ("old", 400, 100)]  # 36 %
NOW = [("young", 400, 280), ("old", 100, 15)]  # 59 %


def cells(past=PAST, now=NOW, by=BY, weights=None, question="net", code="yes"):
    frames = {"2025": frame("2025", past, weights), "2026": frame("2026", now, weights)}
    pair = (
        CellKey(question, code, "2026", standard=by),
        CellKey(question, code, "2025", standard=by),
    )
    crude = CellKey(question, code, "2026"), CellKey(question, code, "2025")
    demand = Demand(comparisons=frozenset({pair, crude}))
    made = compute(QUESTIONS, frames, WAVES, NO_RULES, "2026", demand)
    found = {item.earlier.cell.standard: item for item in made.family_table()}
    return made, found[by], found[()], frames


def test_simpsons_paradox_is_undone():
    made, standard, crude, _ = cells()
    assert crude.difference.value == pytest.approx(0.59 - 0.36)
    assert crude.verdict is Verdict.HIGHER
    past = made.standardised("net", "yes", BY, "2025")
    assert past.value == pytest.approx(0.8 * 0.80 + 0.2 * 0.25)  # 69 %
    assert standard.difference.value == pytest.approx(0.59 - 0.69)
    assert standard.verdict is Verdict.LOWER and standard.method == SHARES
    assert standard.family_size == crude.family_size == 2


def test_the_current_wave_is_its_own_standard():
    made, *_ = cells()
    own, crude = made.standardised("net", "yes", BY), made.share("net", "yes")
    assert own.value == pytest.approx(crude.value, rel=1e-12)
    assert own.se == pytest.approx(crude.se, rel=1e-12)
    assert own.low == pytest.approx(crude.low, rel=1e-9)


def test_the_same_composition_changes_nothing():
    made, standard, crude, _ = cells(past=[("young", 400, 200), ("old", 100, 30)])
    past = made.standardised("net", "yes", BY, "2025")
    assert past.value == pytest.approx(made.share("net", "yes", "2025").value, rel=1e-12)
    assert standard.difference.value == pytest.approx(crude.difference.value, rel=1e-12)


def test_the_variance_by_hand_without_weights():
    """pi = 0.8, 0.2; V_s = p(1-p)/(n-1); composition: n/(n-1) sum n_s (p_s - p)^2 / n^2."""
    made, *_ = cells()
    fixed = 0.64 * 0.8 * 0.2 / 99 + 0.04 * 0.25 * 0.75 / 399
    composition = (400 * (0.8 - 0.69) ** 2 + 100 * (0.25 - 0.69) ** 2) / 499 / 500
    found = made.standardised("net", "yes", BY, "2025")
    assert found.se**2 == pytest.approx(fixed + composition, rel=1e-9)


def _rows(made, question):
    data = made.data
    x = (
        (data["net"] == "yes").cast(pl.Float64)
        if question == "net"
        else data["rate"].cast(pl.Float64)
    )
    return data["age"].to_numpy(), x.to_numpy(), data["weight"].to_numpy()


def _by_rows(now, past):
    """Current minus standardised past, from rows."""
    (age1, x1, w1), (age0, x0, w0) = now, past
    standard = 0.0
    for age in ("young", "old"):
        pi = w1[age1 == age].sum() / w1.sum()
        inside = age0 == age
        standard += pi * (x0[inside] * w0[inside]).sum() / w0[inside].sum()
    return (x1 * w1).sum() / w1.sum() - standard, standard


def _jackknife(now, past):
    """Variances of the difference and of the standardised figure, each person left out once."""
    total = np.zeros(2)
    for place, wave in enumerate((now, past)):
        n = len(wave[0])
        found = []
        for i in range(n):
            left = tuple(np.delete(column, i) for column in wave)
            found.append(_by_rows(left, past) if place == 0 else _by_rows(now, left))
        values = np.array(found)
        total += (n - 1) / n * ((values - values.mean(axis=0)) ** 2).sum(axis=0)
    return total


@pytest.mark.parametrize(("question", "code"), [("net", "yes"), ("rate", "")])
@pytest.mark.parametrize("is_weighted", [False, True])
def test_variances_are_those_of_the_jackknife(question, code, is_weighted):
    weights = np.random.default_rng(5).uniform(0.4, 2.2, 600) if is_weighted else None
    past, now = [("young", 90, 60), ("old", 210, 70)], [("young", 220, 150), ("old", 80, 20)]
    made, standard, _, frames = cells(past, now, weights=weights, question=question, code=code)
    rows = [_rows(frames[wave], question) for wave in ("2026", "2025")]
    difference, value = _by_rows(*rows)
    assert standard.difference.value == pytest.approx(difference, rel=1e-9)
    found = made.standardised(question, code, BY, "2025")
    assert found.value == pytest.approx(value, rel=1e-9)
    of_difference, of_value = _jackknife(*rows)
    assert standard.difference.se**2 == pytest.approx(of_difference, rel=0.02)
    assert found.se**2 == pytest.approx(of_value, rel=0.02)
    assert standard.method == (SHARES if code else MEANS)


def test_two_questions_are_crossed_and_filters_kept():
    by, among = ("age", "sex"), (("sex", "f"),)
    frames = {"2025": frame("2025", PAST), "2026": frame("2026", NOW)}
    cell = CellKey("net", "yes", "2025", among, standard=BY)
    whole = CellKey("net", "yes", "2025", standard=by)
    demand = Demand(amongs=frozenset({among}), standards=frozenset({cell, whole}))
    made = compute(QUESTIONS, frames, WAVES, NO_RULES, "2026", demand)
    now, past = (frames[wave].data.filter(pl.col("sex") == "f") for wave in ("2026", "2025"))
    expected = sum(
        (now["age"] == age).mean() * (past.filter(pl.col("age") == age)["net"] == "yes").mean()
        for age in ("young", "old")
    )
    assert made.standardised("net", "yes", BY, "2025", among).value == pytest.approx(expected)
    assert 0 < made.standardised("net", "yes", by, "2025").value < 1


def test_a_stratum_without_a_past_is_refused():
    with pytest.raises(Refused) as refused:
        cells(past=[("old", 400, 100), ("young", 1, 1)])
    assert refused.value.problems[0].code == "tables-standard-stratum"


def test_what_cannot_be_standardised_is_refused():
    made, *_ = cells()
    for question, code, by, fault in (
        ("net", "yes", ("tags",), "tables-standard-question"),
        ("net", "", BY, "tables-no-mean"),
        ("net", "yes", ("sex",), "tables-undeclared-filter"),
    ):
        with pytest.raises(Refused) as refused:
            made.standardised(question, code, by, "2025")
        assert refused.value.problems[0].code == fault


def test_a_table_has_a_column_for_each_past_wave():
    frames = {"2025": frame("2025", PAST), "2026": frame("2026", NOW)}
    cell = CellKey("net", "yes", "2026", standard=BY)
    pair = cell, CellKey("net", "yes", "2025", standard=BY)
    made = compute(
        QUESTIONS, frames, WAVES, NO_RULES, "2026", Demand(comparisons=frozenset({pair}))
    )
    table = made.table(["net"], waves=["2025", "2026"], codes=["yes"], standardise=BY)
    assert [(item.wave, item.standard) for item in table.columns] == [
        ("2025", ()), ("2025", BY), ("2026", ()),
    ]  # fmt: skip
    row = table.rows[0]
    assert row.numbers[1].value == pytest.approx(0.69)
    assert row.comparisons[0] is None and row.comparisons[1].verdict is Verdict.LOWER
    assert any("tiešā standartizācija" in note.get("lv") for note in table.notes)


def test_a_wave_known_from_print_cannot_be_standardised():
    waves = (Wave("2024", text("2024")), *WAVES)
    frames = {"2025": frame("2025", PAST), "2026": frame("2026", NOW)}
    cell = CellKey("net", "yes", "2025", standard=BY)
    demand = Demand(standards=frozenset({cell}))
    made = compute(QUESTIONS, frames, waves, NO_RULES, "2026", demand)
    found = made.standardised("net", "yes", BY, "2024")
    assert found.value is None and found.source is Source.PUBLISHED
