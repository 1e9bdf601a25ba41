"""The numbers of a banner table's cells, and the sums its tests need, from the counted cube."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isnan, sqrt

from atbalss.study.bases import code_list, is_multiple, score_of
from atbalss.tables import designed, letters, measures
from atbalss.tables.banner_columns import Place
from atbalss.tables.banner_rows import RowPlan
from atbalss.tables.demand import Filter
from atbalss.tables.design import simple
from atbalss.tables.estimates import Line
from atbalss.tables.folded import folded_number
from atbalss.tables.letters import Moments
from atbalss.tables.measures import Estimate
from atbalss.tables.names import codes_named
from atbalss.tables.numbers import Counted
from atbalss.tables.quantile import WOODRUFF, quantile_interval
from atbalss.tables.result import CellKey, Flag, Number, RowKind, Source, Unit
from atbalss.tables.rows import code_rows
from atbalss.tables.spec import AnsweredLine, GridLines
from atbalss.tables.suppress import hidden

_UNITS = {RowKind.NPS: Unit.SCORE, RowKind.INDEX: Unit.SCORE}
_BOUNDS = {RowKind.NPS: (-100.0, 100.0), RowKind.INDEX: (0.0, 100.0)}


@dataclass(frozen=True)
class Maker:
    """Makes the cells of one table from what was counted."""

    counted: Counted
    sd_by: str = "interviews"

    def hit(self, plan: RowPlan, wave: str, among: Filter) -> Line:
        """n, sum w, sum w^2 of the persons with any of a share row's codes."""
        question = self.counted.questionnaire.question(plan.question)
        if self.is_listed(plan):
            return self.counted.line(question, plan.key, wave, among)
        return self.counted.union_line(question, plan.codes, wave, among)

    def _share(self, plan: RowPlan, wave: str, among: Filter) -> Estimate | None:
        """The share of those whom `hit` counts, with the error of the declared design."""
        if self.is_listed(plan):
            return self.counted.estimate(CellKey(plan.question, plan.key, wave, among))
        question = self.counted.questionnaire.question(plan.question)
        return self.counted.union(question, plan.codes, wave, among)

    def is_plain_mean(self, plan: RowPlan) -> bool:
        """Whether the row is the mean that the study itself has of a question or grid."""
        if plan.kind is not RowKind.MEAN or not self.counted.has_mean(plan.question):
            return False
        question = self.counted.questionnaire.by_name.get(plan.question)
        codes = None if question is None else code_list(question)
        own = {} if codes is None else {code.name: score_of(code) for code in codes.codes}
        return dict(plan.scores) == {name: x for name, x in own.items() if not isnan(x)}

    def is_listed(self, plan: RowPlan) -> bool:
        """Whether the row is a code, net or band of the list itself."""
        return plan.kind in _LISTED and ":" not in plan.key and plan.key in self._names(plan)

    def _names(self, plan: RowPlan) -> frozenset[str]:
        codes = codes_named(self.counted.questionnaire.question(plan.question))
        return frozenset((*codes.names, *(net.name for net in codes.nets)))

    # ---- numbers

    def number(self, plan: RowPlan, column: Place) -> Number:
        """The number of a cell with its base, error and interval, the small-base rule applied."""
        wave, among = column.wave, column.among
        cell = CellKey(plan.question, self._code(plan), wave, among)
        if not self.counted.has_answers(wave):
            return self._published(plan, cell)
        if plan.kind is RowKind.FOLDED:
            return self._folded(plan, wave, among)
        found = self._counted(plan, cell)
        if found.flag is Flag.EMPTY:  # nobody is in the base: there is nothing to hide
            return found
        return hidden(found) if self._gives_away(plan, wave, among) else found

    def _folded(self, plan: RowPlan, wave: str, among: Filter) -> Number:
        question = self.counted.questionnaire.question(plan.question)
        return folded_number(self.counted, question, plan.codes, wave, among)

    def _gives_away(self, plan: RowPlan, wave: str, among: Filter) -> bool:
        """Whether a union of codes holds one that is hidden: it would tell of it."""
        withheld = self.counted.withheld(plan.question, wave)
        return any((code, among) in withheld.cells for code in plan.codes)

    def _counted(self, plan: RowPlan, cell: CellKey) -> Number:
        wave, among = cell.wave, cell.among
        if self.is_running(plan):
            return self._running(plan, cell)
        if plan.is_share:
            return self.counted.share_number(cell, self._share(plan, wave, among))
        if plan.kind is RowKind.MEDIAN:
            return self._median(plan, cell)
        estimate = self.estimate(plan, wave, among)
        if plan.kind is RowKind.SD:
            return self._sd(plan, cell, estimate)
        return self._mean(plan, cell, estimate)

    def is_running(self, plan: RowPlan) -> bool:
        """Whether a row adds up answers rather than persons: cumulative, of a multiple question."""
        question = self.counted.questionnaire.by_name.get(plan.question)
        return plan.kind is RowKind.CUMULATIVE and question is not None and is_multiple(question)

    def _running(self, plan: RowPlan, cell: CellKey) -> Number:
        """Answers up to a code by persons in the base; it may pass 100 % and has no error."""
        n, w, _ = self.answers(plan, cell.wave, cell.among)
        base, bw, bw2 = self._base(plan, cell.wave, cell.among)
        if not base or bw <= 0:
            return Number(cell, Unit.SHARE, None, base=0, flag=Flag.EMPTY)
        kish = measures.kish(bw, bw2)
        found = Number(cell, Unit.SHARE, w / bw, n, base, bw, kish, interval="none")
        return self.counted.shown(found)

    def answers(self, plan: RowPlan, wave: str, among: Filter) -> Line:
        """n, sum w, sum w^2 of the answers of a share row: persons, but for a running sum."""
        if not self.is_running(plan):
            return self.hit(plan, wave, among)
        question = self.counted.questionnaire.question(plan.question)
        found = [self.counted.line(question, code, wave, among) for code in plan.codes]
        return sum(x[0] for x in found), sum(x[1] for x in found), sum(x[2] for x in found)

    def _code(self, plan: RowPlan) -> str:
        """The code of a cell's address: the row's own, nothing for a plain mean."""
        if plan.kind is RowKind.MEAN:
            return ""
        return plan.key.partition(":")[2] if ":" in plan.key else plan.key

    def _published(self, plan: RowPlan, cell: CellKey) -> Number:
        """The printed figure of a past wave, where this row is one that was printed."""
        names = self._names(plan) if plan.is_share else frozenset()
        if plan.is_share and cell.code in names:
            return self.counted.share(plan.question, cell.code, cell.wave, cell.among)
        if plan.kind is RowKind.MEAN and self.counted.has_mean(plan.question):
            return self.counted.mean(plan.question, cell.wave, cell.among)
        unit = Unit.SHARE if plan.is_share else _UNITS.get(plan.kind, Unit.MEAN)
        return Number(cell, unit, None, flag=Flag.EMPTY, source=Source.PUBLISHED)

    def _base(self, plan: RowPlan, wave: str, among: Filter) -> Line:
        return self.counted.base_line(plan.question, wave, among)

    def estimate(self, plan: RowPlan, wave: str, among: Filter) -> Estimate | None:
        """The mean of a row: under its scores, or of an open number or grid."""
        if plan.scores:
            question = self.counted.questionnaire.question(plan.question)
            return self.counted.scored(question, dict(plan.scores), wave, among)
        return self.counted.estimate(CellKey(plan.question, "", wave, among))

    def _mean(self, plan: RowPlan, cell: CellKey, estimate: Estimate | None) -> Number:
        unit = _UNITS.get(plan.kind, Unit.MEAN)
        if estimate is None:
            return Number(cell, unit, None, base=0, flag=Flag.EMPTY)
        is_grid = plan.question in self.counted.questionnaire.grids
        bounds = _BOUNDS.get(plan.kind) or self._bounds(plan)
        method = measures.T_PERSONS if is_grid else measures.T_MEAN
        interval = measures.mean_interval(estimate, self.counted.rules.confidence, bounds, method)
        return self.counted.made(cell, unit, estimate, interval)

    def _bounds(self, plan: RowPlan) -> tuple[float, float]:
        if plan.scores:
            return measures.scale_bounds([score for _, score in plan.scores])
        return self.counted.bounds(plan.question)

    def _sd(self, plan: RowPlan, cell: CellKey, estimate: Estimate | None) -> Number:
        """The standard deviation: n - 1 interviews, or sum of weights - 1 where the table asks."""
        if estimate is None or estimate.sd is None:
            return Number(cell, Unit.MEAN, None, base=0, flag=Flag.EMPTY)
        value = estimate.sd
        if self.sd_by == "weights":
            moments = self.moments(plan, cell.wave, cell.among)
            value = sqrt(moments.squares / (moments.wk - 1)) if moments.wk > 1 else 0.0
        number = self.counted.made(cell, Unit.MEAN, estimate, measures.Interval(method="none"))
        if number.value is None:
            return number
        return replace(number, value=value, se=None)

    def _median(self, plan: RowPlan, cell: CellKey) -> Number:
        values = self._values(plan, cell.wave, cell.among)
        known = [item for item in values if item[1] > 0]
        n = sum(item[1] for item in known)
        w, w2 = sum(item[2] for item in known), sum(item[3] for item in known)
        if not known or w <= 0:
            return Number(cell, Unit.MEAN, None, base=n, flag=Flag.EMPTY)
        value = median([(x, weight) for x, _, weight, _ in known])
        ends = self._median_ends(plan, cell)
        found = Number(
            cell,
            Unit.MEAN,
            value,
            n=n,
            base=n,
            base_weighted=w,
            base_effective=measures.kish(w, w2),
            low=None if ends is None else min(ends[0], value),
            high=None if ends is None else max(ends[1], value),
            interval="none" if ends is None else WOODRUFF,
        )
        return self.counted.shown(found)

    def _median_ends(self, plan: RowPlan, cell: CellKey) -> tuple[float, float] | None:
        """Woodruff's interval of the median, by the declared design; None without any spread."""
        sums = self.counted.cube.margin(cell.wave, cell.among)
        whole = self.counted.samplings.get(cell.wave)
        if plan.scores:
            question = self.counted.questionnaire.question(plan.question)
            spec = self.counted.cube.spec
            scored = [(x, code_rows(spec, question, code)) for code, x in plan.scores]
            x, tallies = designed.values_of_scores(sums, scored)
            n = sum(int(sums.n[list(rows)].sum()) for _, rows in scored)
        else:
            kept = sums.values[plan.question]
            x, tallies = designed.values_of_numbers(kept, self.counted.cube.spec.n_units)
            n = int(kept.n.sum())
        return quantile_interval(
            x,
            tallies.by_unit,
            tallies.square,
            0.5,
            simple(n) if whole is None else whole,
            self.counted.rules.confidence,
            tallies.replicates,
        )

    def _values(
        self, plan: RowPlan, wave: str, among: Filter
    ) -> list[tuple[float, int, float, float]]:
        """The distinct values of a coded scale: (x, n, sum w, sum w^2)."""
        if not plan.scores:
            kept = self.counted.cube.margin(wave, among).values[plan.question]
            columns = (kept.value, kept.n, kept.w, kept.w2)
            return list(zip(*(item.tolist() for item in columns), strict=True))
        question = self.counted.questionnaire.question(plan.question)
        return [(x, *self.counted.line(question, code, wave, among)) for code, x in plan.scores]

    # ---- sums for tests

    def moments(self, plan: RowPlan, wave: str, among: Filter) -> Moments:
        """The sums of a row in a column, from which every test is made."""
        if plan.is_share:
            hit, base = self.hit(plan, wave, among), self._base(plan, wave, among)
            return letters.of_share(hit, base)
        if plan.scores:
            question = self.counted.questionnaire.question(plan.question)
            lines = [self.counted.line(question, code, wave, among) for code, _ in plan.scores]
            return letters.of_scores([score for _, score in plan.scores], lines)
        cube = self.counted.cube
        lines_ = cube.spec.by_name[plan.question]
        if isinstance(lines_, AnsweredLine | GridLines):
            at = lines_.start + (1 if isinstance(lines_, GridLines) else 0)
            n = cube.total(wave, at, among)[0]
            wk, ws, wq, w2kk, w2ks, w2ss = cube.moments(wave, lines_.moments, among)
            return Moments(
                n, float(wk), float(ws), float(wq), float(w2kk), float(w2ks), float(w2ss)
            )
        raise TypeError(plan.question)


_LISTED = frozenset({RowKind.CODE, RowKind.OTHER, RowKind.MISSING, RowKind.NET, RowKind.BAND})


def median(values: list[tuple[float, float]]) -> float:
    """The weighted median of (value, weight): the value at half of the weight.

    Where half falls just between two values, their middle (R `svyquantile(qrule = "school")`).
    """
    ordered = sorted(values)
    half, held = sum(weight for _, weight in ordered) / 2, 0.0
    for at, (value, weight) in enumerate(ordered):
        held += weight
        if abs(held - half) <= 1e-9 * max(half, 1.0) and at + 1 < len(ordered):
            return (value + ordered[at + 1][0]) / 2
        if held > half:
            return value
    return ordered[-1][0]
