"""All 517 numbers of R's `survey` and `stats`, every row, from sums by design unit.

Conventions: whole-sample factors for domains, t on the design's degrees of freedom. Tolerance:
1e-9 relative for estimates and standard errors, 1e-6 for p values, intervals and raked weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from math import exp, log, sqrt

import numpy as np
import pytest
from scipy.special import ndtr, stdtr, stdtrit

from atbalss.tables import adjust, calibrated, design, measures, proportions
from atbalss.tables.chi_square import ChiSquare, rao_scott
from atbalss.tables.design import Ratios, Tallies, ratios
from atbalss.tables.proportions import likelihood_root
from atbalss.tables.quantile import quantile
from atbalss.weights.rake import rake, trim

from .api import FOLDER, Sample, rows, sample

ROWS = rows(FOLDER / "expected.csv")
DESIGNS = ("W", "S", "SF", "C")
LOOSE = ("lo95", "hi95", "min_w", "max_w", "lo", "hi")
Found = Callable[[str, str, str, str], float]  # call, stat, row, col -> our number


def close(stat: str) -> float:
    return 1e-6 if stat.startswith(LOOSE) or stat == "p" else 1e-9


# ---- the four designs


@cache
def of(case: str) -> Sample:
    return sample(case)


def mean(case: str, name: str, who: np.ndarray | None = None) -> Ratios:
    x, tallies = of(case).values(name, who)
    return ratios(tallies, x, np.ones_like(x), of(case).sampling)


def shares(case: str, name: str) -> Ratios:
    made = of(case)
    tallies = made.groups([made.has(name, code) for code in made.codes(name)])
    each = np.eye(len(tallies.by_unit))
    return ratios(tallies, each, np.ones_like(each), made.sampling)


def side_by_side(made: Sample, x: np.ndarray, banner: str) -> Ratios:
    """The mean of a number in each column of a banner, with the columns' covariance."""
    values, columns = np.unique(x), made.codes(banner)
    tallies = made.groups([(x == v) & made.has(banner, c) for c in columns for v in values])
    inside = np.repeat(np.eye(len(columns)), len(values), axis=1)
    return ratios(tallies, inside * np.tile(values, len(columns)), inside, made.sampling)


@cache
def by_type(case: str, name: str, code: str) -> Ratios:
    return side_by_side(of(case), of(case).has(name, code).astype(float), "stype")


@cache
def chi_square(case: str, pair: str) -> ChiSquare:
    made = of(case)
    first, second = pair.split("+")
    groups = [
        made.has(first, a) & made.has(second, b)
        for a in made.codes(first)
        for b in made.codes(second)
    ]
    shape = len(made.codes(first)), len(made.codes(second)), -1
    tallies = made.groups(groups)
    assert tallies.square is not None
    return rao_scott(
        len(made.w), tallies.by_unit.reshape(shape), made.sampling, tallies.square.reshape(shape)
    )


def by_group(case: str, name: str, group: str) -> tuple[float, float]:
    """Difference of the means of two groups and its SE, from their columns."""
    return side_by_side(of(case), of(case).x(name), group).contrast([-1.0, 1.0])


def interval(case: str, method: str) -> tuple[float, float]:
    made = of(case)
    found = shares(case, "awards")
    p, se = float(found.value[1]), float(found.se[1])
    n, df = len(made.w), made.sampling.degrees
    ends = {
        "logit": lambda: proportions.logit_interval(p, se, df, 0.95),
        "xlogit": lambda: proportions.logit_interval(p, se, df, 0.95),
        "mean": lambda: proportions.mean_interval(p, se, df, 0.95),
        "beta": lambda: proportions.korn_graubard(p, se, n, df, 0.95),
        "likelihood": lambda: as_r_reads_it(p, se, n, df),
    }[method]()
    assert ends is not None
    return ends


def as_r_reads_it(p: float, se: float, n: int, df: float) -> tuple[float, float]:
    """R's ends of the likelihood interval, read off a spline of the profile as R does.

    R takes the profile at steps of the logit, lays a cubic spline through it (end conditions of
    Forsythe, Malcolm and Moler), and reads between 3 k points of it along straight lines. The
    profile is ours (`likelihood_root`); our own interval has the exact ends, near by.
    """
    t, spread = stdtrit(df, 0.025), se / (p * (1 - p))
    deff = n * se**2 / (p * (1 - p))
    tail = ndtr(t * sqrt(deff)) / 2
    zmax = stdtrit(n - 1, 1 - tail / 2)
    at, roots = [log(p / (1 - p))], [0.0]
    for sign in (-1, 1):
        step, root = 1, 0.0
        while step < 10 and abs(root) < zmax:
            logit = at[0] + sign * step * zmax / 5 * spread
            root = likelihood_root(p, 1 / (1 + exp(-logit)), n)
            at.append(logit)
            roots.append(root)
            step += 1
    order = np.argsort(at)
    x, y = np.array(at)[order], np.array(roots)[order]
    fine = np.linspace(x[0], x[-1], 3 * len(x))
    ends = np.interp([t * sqrt(deff), -t * sqrt(deff)], spline(x, y, fine), fine)
    low, high = 1 / (1 + np.exp(-ends))
    exact = proportions.likelihood_interval(p, se, n, df, 0.95)
    assert exact == pytest.approx((low, high), rel=5e-6)
    return float(low), float(high)


def spline(x: np.ndarray, y: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """A cubic spline whose third derivative at each end is that of the cubic through 4 points."""
    h, k = np.diff(x), len(x)
    slope = np.diff(y) / h
    matrix, right = np.zeros((k, k)), np.zeros(k)
    for i in range(1, k - 1):
        matrix[i, i - 1 : i + 2] = h[i - 1], 2 * (h[i - 1] + h[i]), h[i]
        right[i] = 6 * (slope[i] - slope[i - 1])
    for row, i, first in ((0, 0, 0), (k - 1, k - 2, k - 4)):
        matrix[row, i : i + 2] = -1, 1
        right[row] = 6 * h[i] * np.polyfit(x[first : first + 4], y[first : first + 4], 3)[0]
    second = np.linalg.solve(matrix, right)
    i = np.clip(np.searchsorted(x, wanted, "right") - 1, 0, k - 2)
    a, b = (x[i + 1] - wanted) / h[i], (wanted - x[i]) / h[i]
    bend = ((a**3 - a) * second[i] + (b**3 - b) * second[i + 1]) * h[i] ** 2 / 6
    return a * y[i] + b * y[i + 1] + bend


def of_design(case: str, call: str, stat: str, row: str, col: str) -> float:
    made = of(case)
    name = stat.split("_", 1)[-1]
    match call.split(" ")[0]:
        case "degf":
            return made.sampling.degrees
        case "weights":
            w = made.w
            return float(w.sum() if stat == "sum_w" else measures.kish(w.sum(), (w**2).sum()))
        case "svymean":
            found = mean(case, name)
            return float(found.value[0] if stat.startswith("mean") else found.se[0])
        case "svymean(deff=replace)":
            x, tallies = made.values(name)
            found, n = mean(case, name), len(made.w)
            share = tallies.total / tallies.total.sum()
            sd2 = float(share @ (x - found.value[0]) ** 2) * n / (n - 1)
            return float(found.covariance[0, 0] / (sd2 / n))
        case "confint(df=degf)":
            found = mean(case, name)
            half = stdtrit(made.sampling.degrees, 0.975) * found.se[0]
            return float(found.value[0] + (half if stat.startswith("hi") else -half))
        case "svytotal":
            found = ratios(made.moments(name.removeprefix("total_")), [[0, 1]], None, made.sampling)
            return float(found.se[0] if stat.startswith("se") else found.value[0])
        case "svymean(factor)":
            name = stat.removeprefix("se_").removeprefix("prop_")
            found = shares(case, name)
            at = made.codes(name).index(row.removeprefix(name))
            return float(found.se[at] if stat.startswith("se") else found.value[at])
        case "svyciprop":
            return interval(case, call.split("=")[1])[stat.startswith("hi")]
        case "svyby":
            return by_column(case, call, stat, row, col)
        case "svytable":
            who = made.has("awards", row) & made.has("stype", col)
            return float(made.groups([who]).total[0])
        case "svychisq":
            found = chi_square(case, call.split("~")[1].split(" ")[0])
            kind = "f" if call.endswith(" F") else "chi2"
            field = {
                "f": {"statistic": "f", "p": "p", "ndf": "ndf", "ddf": "ddf"},
                "chi2": {"statistic": "chi2", "p": "p_chi2", "df": "df"},
            }[kind][stat]
            return float(getattr(found, field))
        case "svyttest":
            name, group = call.split(" ")[1].split("~")
            df = made.sampling.degrees - 1
            difference, se = by_group(case, name, group)
            t = difference / se
            return float(
                {"t": t, "df": df, "p": 2 * stdtr(df, -abs(t)), "difference": difference}[stat]
            )
        case "svyquantile":
            x, tallies = made.values("api00")
            return quantile(x, tallies.total, float(stat[1:]) / 100)
        case "svycontrast":
            sides = [float((name == row) - (name == col)) for name in made.codes("stype")]
            difference, se = by_type(case, "awards", "Yes").contrast(sides)
            return se if stat == "se_diff" else difference
    raise LookupError(call)


def by_column(case: str, call: str, stat: str, row: str, col: str) -> float:
    made = of(case)
    if call == "svyby svymean":
        found, at = mean(case, "api00", made.has("stype", row)), 0
    else:
        found, at = by_type(case, "awards", row), made.codes("stype").index(col)
    return float(found.se[at] if stat.startswith("se") else found.value[at])


# ---- weights fitted to margins


TOTALS = {"stype": {"E": 4421, "H": 755, "M": 1018}, "sch.wide": {"No": 1072, "Yes": 5122}}


@cache
def fitted(case: str) -> tuple[Sample, np.ndarray, list[np.ndarray]]:
    """The sample, the weights that we fit to the margins, and each person's place in each."""
    made = of(case)
    names = list(TOTALS) if case == "RAKE" else ["stype"]
    places = [
        np.array([list(TOTALS[name]).index(row[name]) for row in made.people]) for name in names
    ]
    targets = [np.array(list(TOTALS[name].values())) / 6194 for name in names]
    found = rake(made.w / made.w.sum(), places, targets)
    assert found.converged
    return made, made.w / made.w.sum() * found.factors * 6194, places


def trimmed() -> np.ndarray:
    return trim(fitted("RAKE")[1], 29.5, 31.2)


def fitted_mean(case: str, is_aware: bool) -> Ratios:
    """The mean of api00 under fitted weights, from groups: value x weighting cell."""
    made, w, margins = fitted(case)
    x = made.x("api00")
    keys = sorted(set(zip(x, *margins, strict=True)))
    groups = [
        (x == key[0]) & np.all([m == at for m, at in zip(margins, key[1:], strict=True)], axis=0)
        for key in keys
    ]
    base = np.array([made.w[who].sum() for who in groups])
    after = Sample(made.people, w, made.unit, made.sampling)
    tallies, ones = after.groups(groups), np.ones(len(groups))
    top = np.array([key[0] for key in keys])
    if not is_aware:
        return ratios(tallies, top, ones, made.sampling)
    coded = [np.array([key[1 + i] for key in keys]) for i in range(len(margins))]
    return calibrated.calibrated_ratios(tallies, top, ones, made.sampling, base, coded)


def of_fit(case: str, call: str, stat: str, row: str, col: str) -> float:
    if "svymean" in call or call.startswith("postStratify"):
        found = fitted_mean(case, "fixed" not in call)
        return float(found.se[0] if stat.startswith("se") else found.value[0])
    w = trimmed() if call.startswith("trim") else fitted(case)[1]
    return float(
        {
            "sum_w": w.sum(),
            "n_eff_kish": measures.kish(w.sum(), (w**2).sum()),
            "min_w": w.min(),
            "max_w": w.max(),
        }[stat]
    )


# ---- replicates, shares without data, adjusted p


def of_jackknife(case: str, call: str, stat: str, row: str, col: str) -> float:
    """Delete one interview: all others (of the stratum) take over its weight."""
    made = of("W" if case == "JK1" else "S")
    x, (n, unit) = made.x("api00"), (len(made.w), made.unit)
    sizes = np.bincount(unit)
    values = np.unique(x)
    each = np.array([made.w * (x == value) for value in values])
    replicates = np.empty((n, len(values)))
    for out in range(n):
        factor = np.where(unit == unit[out], sizes[unit[out]] / (sizes[unit[out]] - 1), 1.0)
        factor[out] = 0.0
        replicates[out] = each @ factor
    rscales = () if case == "JK1" else tuple((sizes[unit] - 1) / sizes[unit])
    how = design.replication_of(design.Replication(case.lower()), n, None, rscales)
    tallies = Tallies(made.groups([x == value for value in values]).by_unit, None, replicates)
    found = ratios(tallies, values, np.ones_like(values), design.replicated(n, how))
    return float(found.se[0] if stat.startswith("se") else found.value[0])


def of_binomial(case: str, call: str, stat: str, row: str, col: str) -> float:
    hits, n = int(row), int(col)
    make = proportions.clopper_pearson if call.startswith("binom") else measures.wilson
    return make(hits / n, n, 0.95)[stat == "hi95"]


def of_published(case: str, call: str, stat: str, row: str, col: str) -> float:
    p1, n1, p2, n2 = (float(part) for part in row.split("|"))
    first, second = round(p1 * n1) / n1, round(p2 * n2) / n2
    found = proportions.pooled_difference(first, n1, second, n2, 0.95)
    return dict(zip(("chisq", "p", "lo95_diff", "hi95_diff"), found, strict=True))[stat]


def of_family(case: str, call: str, stat: str, row: str, col: str) -> float:
    raw = [float(item["row"]) for item in ROWS if item["call"] == call]
    assert len(raw) == 10
    return adjust.adjusted(raw, call.split(" ")[1].lower())[raw.index(float(row))]


BY_CASE: dict[str, Callable[[str, str, str, str, str], float]] = {
    **dict.fromkeys(DESIGNS, of_design),
    "RAKE": of_fit,
    "POST": of_fit,
    "JK1": of_jackknife,
    "JKn": of_jackknife,
    "BINOM": of_binomial,
    "PUBLISHED": of_published,
    "PADJ": of_family,
}


def test_every_expected_number_is_met_and_none_is_skipped():
    met: Counter[str] = Counter()
    missed = []
    for item in ROWS:
        case, call, stat = item["case"], item["call"], item["stat"]
        expected = float(item["value"])
        found = BY_CASE[case](case, call, stat, item["row"], item["col"])
        if found == pytest.approx(expected, rel=close(stat), abs=1e-12):
            met[case] += 1
        else:
            missed.append((case, call, stat, item["row"], item["col"], expected, found))
    assert not missed, f"{len(missed)} missed: {missed[:10]}"
    print(f"r_survey: {met.total()} of {len(ROWS)} numbers, {dict(met)}")
    assert met.total() == len(ROWS) == 517
