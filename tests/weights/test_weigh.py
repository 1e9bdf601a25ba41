"""Samples weighted to declared targets: what comes out, and every fault that is refused."""

from __future__ import annotations

import numpy as np
import pytest

from atbalss.answers.carried import Carried
from atbalss.weights.targets import (
    Bound,
    Margin,
    Method,
    Rest,
    Target,
    Trim,
    Trimming,
    Weighting,
)
from atbalss.weights.weigh import CELL, weigh

from .made import frame

SEXES = ["female"] * 6 + ["male"] * 4
AGES = ["young", "middle", "old", "old", "old", "middle", "young", "middle", "old", "old"]


def margin(names, sizes, **more):
    targets = tuple(Target(tuple(codes.split()), size) for codes, size in sizes.items())
    return Margin(tuple(names.split()), targets, **more)


BY_SEX = margin("sex", {"female": 50, "male": 50})
BY_AGE = margin("age", {"young": 30, "middle": 40, "old": 30})


def weighed(weighting, columns=None, **more):
    found, problems = weigh(frame(columns or {"sex": SEXES, "age": AGES}, **more), weighting)
    return found, [item.code for item in problems]


def weights_of(found):
    return found.frame.data["weight"].to_numpy()


def share(found, name, code):
    data = found.frame.data
    return float(data.filter(data[name] == code)["weight"].sum() / len(data))


def test_margins_are_met_and_the_mean_is_one():
    found, codes = weighed(Weighting(margins=(BY_SEX, BY_AGE)))
    assert codes == []
    assert weights_of(found).mean() == pytest.approx(1.0, rel=1e-12)
    assert share(found, "sex", "male") == pytest.approx(0.5)
    assert share(found, "age", "young") == pytest.approx(0.3)
    told = found.diagnosis
    assert told.deviation < 1e-9 and told.iterations > 1 and told.questions == ("sex", "age")
    w = weights_of(found)
    assert told.deff == pytest.approx(len(w) * (w**2).sum() / w.sum() ** 2)
    assert told.n_effective == pytest.approx(w.sum() ** 2 / (w**2).sum())
    first = told.margins[0].categories[0]
    assert (first.codes, first.n, first.before) == (("female",), 6, 0.6)
    assert first.target == 0.5 and first.after == pytest.approx(0.5)
    assert told.heaviest[0].weight == told.largest == pytest.approx(w.max())


def test_cells_and_margins_are_given_for_errors_that_know_of_raking():
    found, _ = weighed(Weighting(margins=(BY_SEX, BY_AGE)))
    cell = found.frame.data[CELL].to_numpy()
    calibration = found.calibration
    assert calibration.column == CELL and calibration.n_cells == found.diagnosis.cells == 6
    sexes = [["female", "male"].index(sex) for sex in SEXES]
    assert [calibration.margins[0][i] for i in cell] == sexes


def test_post_stratification_is_raking_on_one_joint_margin():
    joint = margin("sex age", {
        "female young": 10, "female middle": 20, "female old": 20,
        "male young": 15, "male middle": 15, "male old": 20,
    })  # fmt: skip
    found, codes = weighed(Weighting(Method.POST_STRATIFY, (joint,)))
    raked, _ = weighed(Weighting(Method.RAKE, (joint,)))
    assert codes == [] and found.diagnosis.iterations == 1
    np.testing.assert_allclose(weights_of(found), weights_of(raked), rtol=1e-12)
    assert weights_of(found)[0] == pytest.approx(10 * 0.10 / 1)


def test_nets_and_ranges_of_numbers_are_categories():
    found, codes = weighed(Weighting(margins=(margin("age", {"adult": 70, "old": 30}),)))
    assert codes == [] and share(found, "age", "old") == pytest.approx(0.3)
    years = ["17", "18", "34", "35", "74", "75", "90", "40", "50", "60"]
    ranges = margin("years", {"-17": 10, "18-34": 30, "35-74": 40, "75-": 20})
    found, codes = weighed(Weighting(margins=(ranges,)), {"years": years})
    w = weights_of(found)
    assert codes == []
    np.testing.assert_allclose(w[[0, 1, 5]], [1.0, 1.5, 1.0])


def test_base_weights_are_respected_and_alone_they_are_weights():
    columns = {"sex": SEXES, "bw": ["1", "3", "1", "1", "1", "1", "2", "2", "2", "2"]}
    sample = Carried(numbers=("bw",))
    found, codes = weighed(Weighting(margins=(BY_SEX,), base=":bw"), columns, sample=sample)
    w = weights_of(found)
    assert codes == [] and w[1] / w[0] == pytest.approx(3.0)
    alone, _ = weighed(Weighting(Method.NONE, base=":bw"), columns, sample=sample)
    np.testing.assert_allclose(weights_of(alone), np.array([1, 3, 1, 1, 1, 1, 2, 2, 2, 2]) / 1.6)
    assert alone.calibration is None and alone.diagnosis.iterations == 0


def test_counts_can_be_summed_to_the_population():
    counts = margin("sex", {"female": 5400, "male": 4600}, is_count=True)
    found, _ = weighed(Weighting(margins=(counts,), to_population=True))
    assert weights_of(found).sum() == pytest.approx(10_000)
    assert found.diagnosis.largest == pytest.approx(1.15)  # told as of mean 1


def test_the_wave_has_margins_of_its_own():
    own = margin("sex", {"female": 30, "male": 70}, wave="2025")
    weighting = Weighting(margins=(BY_SEX, own, BY_AGE))
    assert weighting.of_wave("2026") == (BY_SEX, BY_AGE)
    assert weighting.of_wave("2025") == (BY_AGE, own)


# ---- missing answers


def test_those_without_an_answer_keep_their_share():
    ages = ["", "refused", *AGES[2:]]
    found, codes = weighed(Weighting(margins=(BY_SEX, BY_AGE)), {"sex": SEXES, "age": ages})
    assert codes == ["weights-missing-kept"]
    assert weights_of(found)[:2].sum() == pytest.approx(2.0)
    assert share(found, "age", "middle") == pytest.approx(0.8 * 0.4)
    assert share(found, "sex", "male") == pytest.approx(0.5)
    last = found.diagnosis.margins[1].categories[-1]
    assert (last.codes, last.n) == ((), 2)


def test_they_may_be_refused():
    weighting = Weighting(margins=(BY_AGE,), missing=Rest.REFUSE)
    found, codes = weighed(weighting, {"age": ["", *AGES[1:]]})
    assert found is None and codes == ["weights-missing"]


# ---- what is refused


@pytest.mark.parametrize(
    ("margins", "code"),
    [
        ([margin("nobody", {"a": 100})], "weights-unknown-question"),
        ([margin("tags", {"yes": 50, "no": 50})], "weights-not-single"),
        ([margin("sex", {"female": 50, "men": 50})], "weights-unknown-code"),
        ([margin("years", {"young": 100})], "weights-unknown-code"),
        ([margin("age", {"adult": 70, "young": 30})], "weights-overlap"),
        ([margin("years", {"18-35": 70, "35-": 30})], "weights-overlap"),
        ([margin("sex", {"female": 50, "male": 40})], "weights-shares-sum"),
        ([margin("age", {"young": 40, "middle": 60})], "weights-uncovered"),
        ([margin("age", {"young": 30, "middle": 70, "old": 0})], "weights-zero-target"),
        (
            [margin("sex", {"female": 5, "male": 5}, is_count=True),
             margin("age", {"young": 5, "middle": 5, "old": 5}, is_count=True)],
            "weights-totals-differ",
        ),
    ],
)  # fmt: skip
def test_bad_targets_are_refused(margins, code):
    found, codes = weighed(Weighting(margins=tuple(margins)))
    assert found is None and codes == [code]


def test_a_target_without_anybody_is_refused():
    """weightipy leaves such a category out in silence: 45/45/10 became 50/50."""
    found, codes = weighed(Weighting(margins=(BY_AGE,)), {"age": ["young"] * 5 + ["old"] * 5})
    assert found is None and codes == ["weights-empty-category"]


def test_answers_without_a_target_may_keep_their_share():
    weighting = Weighting(
        margins=(margin("age", {"young": 40, "middle": 60}),), uncovered=Rest.KEEP
    )
    found, codes = weighed(weighting)
    assert codes == ["weights-uncovered-kept"]
    assert share(found, "age", "old") == pytest.approx(0.5)


def test_margins_that_contradict_each_other_are_refused():
    """weightipy ended at 60/40 instead of 50/50 without a word."""
    joint = margin("sex age", {
        "female young": 20, "female middle": 20, "female old": 20,
        "male young": 10, "male middle": 10, "male old": 20,
    })  # fmt: skip
    found, codes = weighed(Weighting(margins=(BY_SEX, joint)))
    assert found is None and codes == ["weights-not-convergent"]


def test_rounded_shares_are_scaled():
    found, codes = weighed(
        Weighting(margins=(margin("age", {"young": 33.3, "middle": 33.3, "old": 33.3}),))
    )
    assert codes == [] and share(found, "age", "old") == pytest.approx(1 / 3)


# ---- trimming


@pytest.mark.parametrize(("of", "high"), [(Bound.FACTOR, 2.1), (Bound.WEIGHT, 2.6)])
def test_trimming_inside_keeps_bounds_and_margins(of, high):
    sexes = ["female"] * 70 + ["male"] * 30
    ages = ["young", "middle", "old", "old", "middle"] * 20
    base = [str(1 + i % 3) for i in range(100)]
    bounds = Trim(0.4, high, of)
    weighting = Weighting(margins=(BY_SEX, BY_AGE), base=":bw", trim=bounds)
    columns = {"sex": sexes, "age": ages, "bw": base}
    sample = Carried(numbers=("bw",))
    free, _ = weighed(Weighting(margins=(BY_SEX, BY_AGE), base=":bw"), columns, sample=sample)
    found, codes = weighed(weighting, columns, sample=sample)
    assert codes == []
    b = np.array([float(x) for x in base])
    ratio = (lambda w: w / (b / b.mean())) if of is Bound.FACTOR else (lambda w: w)
    assert ratio(weights_of(free)).max() > high
    assert ratio(weights_of(found)).max() <= high + 1e-9
    assert ratio(weights_of(found)).min() >= 0.4 - 1e-9
    assert share(found, "sex", "male") == pytest.approx(0.5, abs=1e-9)
    assert found.diagnosis.at_high > 0 and found.diagnosis.deviation < 1e-9


def test_bounds_that_are_too_narrow_are_refused():
    found, codes = weighed(Weighting(margins=(BY_SEX, BY_AGE), trim=Trim(0.95, 1.05)))
    assert found is None and codes == ["weights-bounds-unmet"]


def test_trimming_afterwards_keeps_bounds_and_tells_what_it_cost():
    weighting = Weighting(margins=(BY_SEX, BY_AGE), trim=Trim(0.6, 1.3, when=Trimming.AFTER))
    found, codes = weighed(weighting)
    assert codes == [] and weights_of(found).max() <= 1.3 + 1e-9
    assert found.diagnosis.deviation > 1e-3


def test_loud_weights_are_warned_of():
    sexes = ["female"] * 95 + ["male"] * 5
    found, codes = weighed(Weighting(margins=(BY_SEX,)), {"sex": sexes})
    assert codes == ["weights-costly", "weights-heavy"]
    assert found.diagnosis.largest == pytest.approx(10.0)


def test_order_of_rows_changes_nothing():
    found, _ = weighed(Weighting(margins=(BY_SEX, BY_AGE)))
    turned = {"sex": SEXES[::-1], "age": AGES[::-1]}
    other, _ = weighed(Weighting(margins=(BY_SEX, BY_AGE)), turned)
    np.testing.assert_allclose(weights_of(other)[::-1], weights_of(found), rtol=1e-12)
