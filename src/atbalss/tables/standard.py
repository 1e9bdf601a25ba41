"""Direct standardisation: past waves as if the sample had been made up as in the current wave.

Where the composition of the sample moved between waves, a trend mixes what people answer with who
was asked. The strata are the crossing of declared questions; everything comes from the cube.

pi_s = W_s / W: the share of stratum s in the current wave's base; m_s: past share or mean in s.
Value: m = sum pi_s m_s. Variance: sum pi_s^2 V_s + n/(n-1) sum_s W2_s (m_s - m)^2 / W^2: that of
the past answers, and of the composition, which is estimated too (W, W2, n of the current base).
Difference d = current - m: n/(n-1) sum_s sum_x W2_sx (x - m_s - d)^2 / W^2 + sum pi_s^2 V_s, so
that the composition, which both sides share, counts once (linearisation). Where the study declares
a design, each wave's part is multiplied by the design's SE^2 over the simple one of the crude
figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import inf, isnan, sqrt
from typing import TYPE_CHECKING

from scipy.special import ndtr, stdtr, stdtrit

from atbalss.problems import Refused, problem
from atbalss.study.bases import in_base, is_multiple, score_of
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables import measures
from atbalss.tables.compare import Test
from atbalss.tables.demand import Filter, Pair
from atbalss.tables.measures import Estimate, z_of
from atbalss.tables.names import check_filter, codes_named, question_named
from atbalss.tables.result import CellKey

if TYPE_CHECKING:
    from atbalss.tables.estimates import Measured

SHARES = "z_standardised"
MEANS = "t_standardised"
FEWEST = 2  # persons of a past wave in a stratum that the current one has

Line = tuple[int, float, float]
Scored = tuple[tuple[float, Line], ...]  # of one stratum: score -> n, sum w, sum w^2


@dataclass(frozen=True, slots=True)
class Stratum:
    """A stratum of one wave: persons, sums, mean and sum of w^2 (x - mean)^2."""

    n: int
    w: float
    w2: float
    mean: float
    lines: Scored

    @property
    def variance(self) -> float:
        """V_s = n/(n-1) sum w^2 (x - m)^2 / W^2; nought for fewer than two persons."""
        if self.n < FEWEST:
            return 0.0
        return self.n / (self.n - 1) * self.spread(self.mean) / self.w**2

    def spread(self, centre: float) -> float:
        """Sum of w^2 (x - centre)^2."""
        return sum(w2 * (x - centre) ** 2 for x, (_, _, w2) in self.lines)


def strata_of(questionnaire: Questionnaire, names: Sequence[str]) -> tuple[Filter, ...]:
    """The crossing of the answers (in the base) of some single choices, as filters."""
    lists = []
    for name in names:
        question = question_named(questionnaire, name)
        if is_multiple(question) or question.codes is None:
            raise Refused([problem("tables-standard-question", question=name)])
        codes = codes_named(question).codes
        lists.append([(name, code.name) for code in codes if in_base(question, code)])
    return tuple(tuple(sorted(item)) for item in product(*lists))


def declared(questionnaire: Questionnaire, cells: Iterable[CellKey]) -> frozenset[Filter]:
    """The filters that standardised cells need counted."""
    found: set[Filter] = set()
    for cell in cells:
        for stratum in strata_of(questionnaire, cell.standard):
            found.add(tuple(sorted({*stratum, *cell.among})))
    return frozenset(found)


def asked_by(pairs: Iterable[Pair], cells: Iterable[CellKey]) -> frozenset[CellKey]:
    """The standardised cells of a demand."""
    every = [*cells, *(cell for pair in pairs for cell in pair)]
    return frozenset(cell for cell in every if cell.standard)


# ---- from the cube


def _strata(counted: Measured, cell: CellKey, wave: str) -> list[Stratum]:
    """The strata of a wave for the question and filter of a cell, in their order."""
    filters = [
        check_filter(counted.questionnaire, tuple({*item, *cell.among}))
        for item in strata_of(counted.questionnaire, cell.standard)
    ]
    return [_stratum(_scored(counted, cell, wave, item)) for item in filters]


def _scored(counted: Measured, cell: CellKey, wave: str, among: Filter) -> Scored:
    if cell.question in counted.questionnaire.grids:
        raise Refused([problem("tables-standard-mean", question=cell.question)])
    question = question_named(counted.questionnaire, cell.question)
    if cell.code:
        hit = counted.line(question, cell.code, wave, among)
        base = counted.base_line(cell.question, wave, among)
        rest = base[0] - hit[0], base[1] - hit[1], max(base[2] - hit[2], 0.0)
        return (1.0, hit), (0.0, rest)
    codes = question.codes
    if is_multiple(question) or codes is None or not codes.is_scale:
        raise Refused([problem("tables-standard-mean", question=cell.question)])
    pairs = [(score_of(code), code.name) for code in codes.codes]
    return tuple(
        (x, counted.line(question, name, wave, among)) for x, name in pairs if not isnan(x)
    )


def _stratum(lines: Scored) -> Stratum:
    n = sum(line[0] for _, line in lines)
    w = sum(line[1] for _, line in lines)
    mean = sum(x * line[1] for x, line in lines) / w if w > 0 else 0.0
    return Stratum(n, w, sum(line[2] for _, line in lines), mean, lines)


# ---- estimates


def estimate(counted: Measured, cell: CellKey) -> Estimate | None:
    """The share or mean of a standardised cell; of the current wave, its own over the strata.

    None where a wave has nobody; `Refused` where a stratum of the current wave has fewer than two
    persons in the past one: the standardised figure does not exist then.
    """
    now = _strata(counted, cell, counted.current)
    if sum(item.n for item in now) == 0:
        return None
    if cell.wave == counted.current:
        return _whole(_pooled(now), is_share=bool(cell.code))
    then = _strata(counted, cell, cell.wave)
    if sum(item.n for item in then) == 0:
        return None
    _check(counted, cell, now, then)
    found = _standardised(now, then, is_share=bool(cell.code))
    factors = [_deff(counted, cell, wave) for wave in (cell.wave, counted.current)]
    parts = _variances(now, then, found.value)
    variance = parts[0] * factors[0] + parts[1] * factors[1]
    return _with_error(found, variance, is_share=bool(cell.code))


def _check(
    counted: Measured, cell: CellKey, now: Sequence[Stratum], then: Sequence[Stratum]
) -> None:
    filters = strata_of(counted.questionnaire, cell.standard)
    for item, mine, past in zip(filters, now, then, strict=True):
        if mine.w > 0 and past.n < FEWEST:
            words = ", ".join(f"{name}={code}" for name, code in item)
            raise Refused(
                [problem("tables-standard-stratum", stratum=words, wave=cell.wave, n=past.n)]
            )


def _pooled(strata: Sequence[Stratum]) -> Stratum:
    return _stratum(tuple(line for item in strata for line in item.lines))


def _whole(found: Stratum, *, is_share: bool) -> Estimate:
    variance = found.variance
    n = sum(line[0] for x, line in found.lines if x == 1.0) if is_share else found.n
    made = Estimate(
        found.mean,
        n,
        found.n,
        found.w,
        measures.kish(found.w, found.w2),
        0.0,
        sd=None if is_share else _sd([found]),
    )
    return _with_error(made, variance, is_share=is_share)


def _standardised(now: Sequence[Stratum], then: Sequence[Stratum], *, is_share: bool) -> Estimate:
    shares = _composition(now)
    value = sum(pi * item.mean for pi, item in zip(shares, then, strict=True))
    n = sum(item.n for item in then)
    w = sum(item.w for item in then)
    squares = sum(
        pi**2 * item.w2 / item.w**2 for pi, item in zip(shares, then, strict=True) if item.w > 0
    )
    hits = sum(line[0] for item in then for x, line in item.lines if x == 1.0) if is_share else n
    kept = 1 / squares if squares > 0 else 0.0
    sd = None if is_share else _sd(then, shares)
    return Estimate(value, hits, n, w, kept, 0.0, sd=sd)


def _composition(now: Sequence[Stratum]) -> list[float]:
    total = sum(item.w for item in now)
    return [item.w / total for item in now]


def _sd(strata: Sequence[Stratum], shares: Sequence[float] = (1.0,)) -> float:
    """The sd of the answers in a sample made up by `shares`."""
    pairs = list(zip(shares, strata, strict=True))
    mean = sum(pi * item.mean for pi, item in pairs)
    n = sum(item.n for item in strata)
    squares = sum(
        pi * sum(line[1] * (x - mean) ** 2 for x, line in item.lines) / item.w
        for pi, item in pairs
        if item.w > 0
    )
    return sqrt(n / (n - 1) * squares) if n > 1 else 0.0


def _variances(
    now: Sequence[Stratum], then: Sequence[Stratum], value: float
) -> tuple[float, float]:
    """Sum of pi^2 V_s of the past answers, and the variance that the composition brings."""
    shares = _composition(now)
    past = sum(pi**2 * item.variance for pi, item in zip(shares, then, strict=True))
    n, w = sum(item.n for item in now), sum(item.w for item in now)
    squares = sum(mine.w2 * (item.mean - value) ** 2 for mine, item in zip(now, then, strict=True))
    return past, n / (n - 1) * squares / w**2 if n > 1 else 0.0


def _with_error(found: Estimate, variance: float, *, is_share: bool) -> Estimate:
    se = sqrt(max(variance, 0.0))
    if not is_share:
        return replace(found, se=se)
    p, n = found.value, found.base
    if n < FEWEST or se <= 0 or not 0 < p < 1:
        return replace(found, se=0.0, n_star=min(found.base_effective, n))
    return replace(found, se=se, n_star=min(n * p * (1 - p) / ((n - 1) * variance), n))


def _deff(counted: Measured, cell: CellKey, wave: str) -> float:
    """SE^2 by the declared design over the simple one, of the crude figure; 1 without a design."""
    if counted.samplings.get(wave) is None:
        return 1.0
    by_design = counted.estimate(replace(cell, wave=wave, standard=()))
    simple = _stratum(_scored(counted, cell, wave, cell.among)).variance
    if by_design is None or simple <= 0 or by_design.se <= 0:
        return 1.0
    return by_design.se**2 / simple


# ---- the test


def tested(counted: Measured, later: CellKey, earlier: CellKey) -> Test | None:
    """The test of the current wave against a standardised past one; None if there is none."""
    if later.wave != counted.current or not counted.has_answers(earlier.wave):
        return None
    now, then = (_strata(counted, earlier, wave) for wave in (counted.current, earlier.wave))
    if min(sum(item.n for item in now), sum(item.n for item in then)) < FEWEST:
        return None
    _check(counted, earlier, now, then)
    found = difference(now, then)
    factors = [_deff(counted, earlier, wave) for wave in (counted.current, earlier.wave)]
    parts = found[1] * factors[0], found[2] * factors[1]
    se = sqrt(sum(parts))
    confidence = counted.rules.confidence
    if earlier.code:
        half = z_of(confidence) * se
        p = float(2 * ndtr(-abs(found[0]) / se)) if se > 0 else 1.0
        low, high = max(found[0] - half, -1.0), min(found[0] + half, 1.0)
        return Test(found[0], se, p, low, high, SHARES)
    degrees = _degrees(parts, now, then)
    half = float(stdtrit(degrees, 0.5 + confidence / 2)) * se
    p = float(2 * stdtr(degrees, -abs(found[0]) / se)) if se > 0 else 1.0
    return Test(found[0], se, p, found[0] - half, found[0] + half, MEANS, degrees)


def difference(now: Sequence[Stratum], then: Sequence[Stratum]) -> tuple[float, float, float]:
    """Current minus standardised past, and the variances of the current and of the past answers."""
    shares = _composition(now)
    past = sum(pi * item.mean for pi, item in zip(shares, then, strict=True))
    gap = _pooled(now).mean - past
    n, w = sum(item.n for item in now), sum(item.w for item in now)
    squares = sum(mine.spread(item.mean + gap) for mine, item in zip(now, then, strict=True))
    own = n / (n - 1) * squares / w**2
    return gap, own, sum(pi**2 * x.variance for pi, x in zip(shares, then, strict=True))


def _degrees(parts: tuple[float, float], now: Sequence[Stratum], then: Sequence[Stratum]) -> float:
    """Satterthwaite's degrees of freedom: n - 1 now, n less the strata then."""
    free = sum(x.n for x in now) - 1, sum(x.n for x in then) - sum(1 for x in then if x.n)
    squares = sum(v**2 / max(df, 1) for v, df in zip(parts, free, strict=True))
    return sum(parts) ** 2 / squares if squares > 0 else inf
