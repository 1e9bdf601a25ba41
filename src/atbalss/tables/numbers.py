"""Numbers of single cells, from the cube or from print, with the small-base rule applied."""

from __future__ import annotations

from dataclasses import dataclass, field

from atbalss.problems import Refused, problem
from atbalss.study.about import TableRules
from atbalss.study.bases import has_mean, in_base, is_multiple, score_of
from atbalss.study.question import Question
from atbalss.study.waves import PublishedFigure
from atbalss.tables import measures
from atbalss.tables.demand import NO_FILTER, Filter
from atbalss.tables.estimates import Measured, union_name
from atbalss.tables.fold import small_codes
from atbalss.tables.measures import Estimate
from atbalss.tables.names import check_code, codes_named, question_named
from atbalss.tables.order import printed
from atbalss.tables.result import CellKey, Flag, Number, Source, Unit
from atbalss.tables.spec import EVERYBODY
from atbalss.tables.suppress import applied, flag_of, hidden
from atbalss.tables.withheld import Withheld, printed_filters, smallest_count, withheld_of


@dataclass(frozen=True)
class Counted(Measured):
    """A study's sums and published figures, and the numbers of their cells as they may be shown.

    The small-base rule is applied, and what would give a hidden number away is hidden.
    """

    _withheld: dict[tuple[str, str], Withheld] = field(default_factory=dict, repr=False)
    _folded: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict, repr=False)
    _numbers: dict[CellKey, Number] = field(default_factory=dict, init=False, repr=False)

    def share(self, name: str, code: str, wave: str, among: Filter) -> Number:
        """The share of a code, net or band as a number; empty for a code outside the base."""
        cell = CellKey(name, code, wave, among)
        if cell not in self._numbers:
            check_code(question_named(self.questionnaire, name), code)
            self._numbers[cell] = self._share_of(cell)
        return self._numbers[cell]

    def _share_of(self, cell: CellKey) -> Number:
        if self.is_outside(cell.question, cell.code):
            return Number(cell, Unit.SHARE, None, flag=Flag.EMPTY)
        if not self.has_answers(cell.wave):
            return self._published(cell, "share", Unit.SHARE)
        return self.share_number(cell, self.estimate(cell))

    def standardised(self, cell: CellKey) -> Number:
        """A share (a code is named) or mean of a wave, made up as the current wave."""
        if not cell.code:
            self.check_mean(cell.question)
        if not self.has_answers(cell.wave):
            unit = Unit.SHARE if cell.code else Unit.MEAN
            return Number(cell, unit, None, flag=Flag.EMPTY, source=Source.PUBLISHED)
        found = self.estimate(cell)
        make = self.share_number if cell.code else self.mean_number
        return make(cell, found)

    def share_number(self, cell: CellKey, estimate: Estimate | None) -> Number:
        """An estimate of a share as a number with its interval, the small-base rule applied."""
        if estimate is None:
            return Number(cell, Unit.SHARE, None, base=0, flag=Flag.EMPTY)
        interval = measures.share_interval(estimate, self.rules.confidence)
        return self.made(cell, Unit.SHARE, estimate, interval)

    def made(
        self, cell: CellKey, unit: Unit, estimate: Estimate, interval: measures.Interval
    ) -> Number:
        """An estimate as a number of a unit, what must be hidden hidden."""
        return self.shown(_number(cell, unit, estimate, interval))

    def shown(self, number: Number) -> Number:
        """The number with the small-base rule applied, and hidden if it would give away another."""
        cell = number.cell
        if self.withheld(cell.question, cell.wave).hides(cell.code, cell.among):
            return hidden(number)
        return applied(number, self.rules)

    def withheld(self, name: str, wave: str) -> Withheld:
        """What is hidden of a question or grid within the filters of the report; remembered."""
        if (name, wave) not in self._withheld:
            fold = self.folded(name, wave)
            united = self._united_by_filter(name, wave, fold)
            found = withheld_of(self.questionnaire, self.cube, self.rules, name, wave, fold, united)
            self._withheld[name, wave] = found
        return self._withheld[name, wave]

    def _united_by_filter(
        self, name: str, wave: str, fold: tuple[str, ...]
    ) -> dict[Filter, int] | None:
        """Persons with any of a fold's codes in each filter, counted in one scan.

        None where answers tell (a single choice), and of a part of the sample (`Cube.narrowed`),
        which is not counted again.
        """
        question = self.questionnaire.by_name.get(name)
        if len(fold) < 2 or question is None or not is_multiple(question):
            return None
        filters = [NO_FILTER, *printed_filters(self.cube)]
        self.count_unions({name: {union_name(fold): fold}}, frozenset(filters))
        cube, _ = self._united(question, fold, NO_FILTER)
        if cube.total(wave, EVERYBODY, NO_FILTER) != self.cube.total(wave, EVERYBODY, NO_FILTER):
            return None
        return {among: self.union_line(question, fold, wave, among)[0] for among in filters}

    def folded(self, name: str, wave: str) -> tuple[str, ...]:
        """The codes of a question that are one row in tables of a wave with answers; remembered.

        Ordered lists are never folded, as a scale with holes misleads, nor lists hidden whole.
        """
        if (name, wave) not in self._folded:
            self._folded[name, wave] = self._small_codes(self.questionnaire.by_name.get(name), wave)
        return self._folded[name, wave]

    def _small_codes(self, question: Question | None, wave: str) -> tuple[str, ...]:
        if question is None or not smallest_count(question, self.rules):
            return ()
        if flag_of(self.base_line(question.name, wave, NO_FILTER)[0], self.rules) is Flag.HIDDEN:
            return ()
        order = self.foldable(question, wave)
        sizes = {code: self.line(question, code, wave, NO_FILTER)[0] for code in order}
        return small_codes(sizes, order, lambda codes: self.persons(question, codes, wave))

    def foldable(self, question: Question, wave: str) -> tuple[str, ...]:
        """Codes in printed order, "hard to say" left out: it is never folded."""
        codes = codes_named(question)
        order = printed(question, lambda code: self.line(question, code, wave, NO_FILTER)[1])
        return tuple(code for code in order if codes.code(code).missing is None)

    def persons(self, question: Question, codes: tuple[str, ...], wave: str) -> int:
        """How many persons have any of several codes."""
        found = self.union(question, codes, wave, NO_FILTER)
        return 0 if found is None else found.n

    def mean(self, name: str, wave: str, among: Filter) -> Number:
        """The mean of a scale, an open number or a grid as a number."""
        cell = CellKey(name, "", wave, among)
        if cell not in self._numbers:
            self.check_mean(name)
            self._numbers[cell] = self._mean_of(cell)
        return self._numbers[cell]

    def _mean_of(self, cell: CellKey) -> Number:
        if not self.has_answers(cell.wave):
            return self._published(cell, "mean", Unit.MEAN)
        return self.mean_number(cell, self.estimate(cell))

    def mean_number(self, cell: CellKey, estimate: Estimate | None) -> Number:
        """An estimate of a mean as a number with its interval, the small-base rule applied."""
        if estimate is None:
            return Number(cell, Unit.MEAN, None, base=0, flag=Flag.EMPTY)
        name = cell.question
        method = measures.T_PERSONS if name in self.questionnaire.grids else measures.T_MEAN
        interval = measures.mean_interval(
            estimate, self.rules.confidence, self.bounds(name), method
        )
        return self.made(cell, Unit.MEAN, estimate, interval)

    def is_outside(self, name: str, code: str) -> bool:
        """Whether a code is outside the base of shares (refused, not applicable)."""
        question = self.questionnaire.question(name)
        codes = codes_named(question)
        return codes.has(code) and not in_base(question, codes.code(code))

    def count(self, name: str, code: str, wave: str, among: Filter) -> Number:
        """Persons with a code, net or band, unweighted; hidden where its share would be.

        A code outside the base (refused) has a count without a share; it is hidden by the base
        of the question, as what is left of it.
        """
        found = self.share(name, code, wave, among)
        n, base, flag = found.n, found.base, found.flag
        if self.is_outside(name, code) and self.has_answers(wave):
            base = self.base_line(name, wave, among)[0]
            is_hidden = among in self.withheld(name, wave).columns
            flag = Flag.HIDDEN if is_hidden else flag_of(base, self.rules)
            n = self.line(self.questionnaire.question(name), code, wave, among)[0]
            n = None if flag is Flag.HIDDEN else n
            flag = Flag.OK if flag is Flag.EMPTY else flag
        source = found.source
        return Number(found.cell, Unit.COUNT, n, n=n, base=base, flag=flag, source=source)

    def base(self, name: str, wave: str, among: Filter) -> Number:
        """Persons in the base of shares, or all interviews for an empty name; never hidden."""
        if name and name not in self.questionnaire.grids:
            question_named(self.questionnaire, name)
        cell = CellKey(name, "", wave, among)
        if not self.has_answers(wave):
            known = self._published_n(name, wave, among)
            flag = Flag.OK if known is not None else Flag.EMPTY
            source = Source.PUBLISHED
            return Number(cell, Unit.COUNT, known, known, known, flag=flag, source=source)
        n, w, w2 = self.base_line(name, wave, among)
        effective = measures.kish(w, w2)
        return Number(cell, Unit.COUNT, n, n, n, base_weighted=w, base_effective=effective)

    def _published_n(self, name: str, wave: str, among: Filter) -> int | None:
        if among:
            return None
        if not name:
            return self.wave_names[wave].n
        figures = self.wave_names[wave].figures
        found = {item.n for item in figures if item.question == name and item.n is not None}
        return found.pop() if len(found) == 1 else None

    def _published(self, cell: CellKey, measure: str, unit: Unit) -> Number:
        wave = self.wave_names[cell.wave]
        figure = None if cell.among else wave.figure(cell.question, cell.code, measure)
        if figure is None:
            return Number(cell, unit, None, flag=Flag.EMPTY, source=Source.PUBLISHED)
        return _printed(cell, unit, figure, self.rules)

    # ---- what a question can give

    def check_mean(self, name: str) -> None:
        """Refuses a name that has no mean: no scale, no number, no grid of them."""
        grids = self.questionnaire.grids
        if name not in grids:
            question_named(self.questionnaire, name)
        if not self.has_mean(name):
            raise Refused([problem("tables-no-mean", question=name)])

    def has_mean(self, name: str) -> bool:
        """Whether a question is a scale or number, or a grid whose items all are."""
        return has_mean(self.questionnaire, name)

    def bounds(self, name: str) -> tuple[float, float]:
        """The ends of the scale of a question or grid."""
        items = self.questionnaire.grids.get(name)
        if items is not None:
            ends = [self.bounds(item.name) for item in items]
            return min(low for low, _ in ends), max(high for _, high in ends)
        question = self.questionnaire.question(name)
        if question.bounds is not None:
            return question.bounds.start, question.bounds.end
        if question.codes is None:
            return measures.scale_bounds([])
        return measures.scale_bounds([score_of(code) for code in question.codes.codes])


def _number(cell: CellKey, unit: Unit, estimate: Estimate, interval: measures.Interval) -> Number:
    return Number(
        cell,
        unit,
        estimate.value,
        n=estimate.n,
        base=estimate.base,
        base_weighted=estimate.base_weighted,
        base_effective=estimate.base_effective,
        low=interval.low,
        high=interval.high,
        interval=interval.method,
        sd=estimate.sd,
        se=estimate.se,
        deff=measures.design_effect(estimate),
    )


def _printed(cell: CellKey, unit: Unit, figure: PublishedFigure, rules: TableRules) -> Number:
    """A published figure as a number: percent become shares, its rounding too."""
    scale = 100 if unit is Unit.SHARE else 1
    source = Source.DERIVED if figure.derived else Source.PUBLISHED
    return Number(
        cell,
        unit,
        figure.value / scale,
        base=figure.n,
        interval="published",
        flag=flag_of(figure.n, rules, source),
        source=source,
        rounding=figure.rounding / scale,
        is_floor=figure.is_floor,
    )
