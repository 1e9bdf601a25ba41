"""The face of `tables` towards reports: every number of a study by question, code, wave and filter.

`compute.compute` counts once, with everything the report demands declared before the scan, and
gives `Cells`; whoever asks for a name that is not there is refused with names that are close.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from atbalss.problems import Refused, problem
from atbalss.study.about import SampleKind
from atbalss.study.bases import code_list
from atbalss.study.codes import CodeRole
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text
from atbalss.tables import banner, layout, standard
from atbalss.tables import control as controls
from atbalss.tables import differs as differ
from atbalss.tables import family as families
from atbalss.tables import funnel as funnels
from atbalss.tables.banner_ask import BannerAsk
from atbalss.tables.banner_result import BannerTable
from atbalss.tables.demand import NO_FILTER, Filter, Ranked
from atbalss.tables.derived import is_derived
from atbalss.tables.family import Family
from atbalss.tables.looks import Differs, Look
from atbalss.tables.names import check_filter, codes_named, question_named, settled_rank
from atbalss.tables.numbers import Counted
from atbalss.tables.plain import plain_number
from atbalss.tables.ranks import Leads
from atbalss.tables.result import CellKey, Comparison, Number, Table
from atbalss.tables.unit_results import Control, Funnel

if TYPE_CHECKING:
    pass


@dataclass(frozen=True)
class Cells:
    """All numbers of a study. Unknown names raise `Refused`; `wave=None` is the current wave."""

    counted: Counted
    family: Family
    sample_kind: SampleKind = SampleKind.SELF_SELECTED
    banners: frozenset[BannerAsk] = frozenset()
    unweighted: Counted | None = None  # the same sums with each weight 1, where a table asks
    dependent: Family = field(default_factory=Family)
    leads: Leads = field(default_factory=Leads)
    _tables: dict[layout.Ask, Table] = field(default_factory=dict, init=False, repr=False)

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire whose names are used."""
        return self.counted.questionnaire

    @property
    def current(self) -> str:
        """The wave that the report is about."""
        return self.counted.current

    @property
    def waves(self) -> tuple[str, ...]:
        """Names of all waves, oldest first."""
        return tuple(self.counted.wave_names)

    def has_mean(self, name: str) -> bool:
        """Whether a question or grid is a scale or a number."""
        return self.counted.has_mean(name)

    def share(
        self, question: str, code: str, wave: str | None = None, among: Filter = NO_FILTER
    ) -> Number:
        """Share of the base with an answer code, net or band; persons, also where multiple."""
        return self.counted.share(question, code, self.counted.wave(wave), self._filter(among))

    def mean(self, question: str, wave: str | None = None, among: Filter = NO_FILTER) -> Number:
        """Mean of a scale or an open number; of a grid over all answers to its items."""
        return self.counted.mean(question, self.counted.wave(wave), self._filter(among))

    def standardised(
        self,
        question: str,
        code: str,
        by: Sequence[str],
        wave: str | None = None,
        among: Filter = NO_FILTER,
    ) -> Number:
        """A share (a mean where no code is named) of a wave, as if its sample had been made up as
        that of the current wave by the questions `by`."""
        name, wanted = self.counted.wave(wave), self._filter(among)
        cell = CellKey(question, code, name, wanted, standard=tuple(by))
        missing = standard.declared(self.questionnaire, [cell]) - self._declared
        if missing:
            words = "; ".join(f"{name}={code}" for name, code in sorted(missing)[0])
            raise Refused([problem("tables-undeclared-filter", among=words)])
        return families.number_of(self.counted, cell)

    def count(
        self, question: str, code: str, wave: str | None = None, among: Filter = NO_FILTER
    ) -> Number:
        """Persons with an answer code, net or band, unweighted."""
        return self.counted.count(question, code, self.counted.wave(wave), self._filter(among))

    def base(
        self, question: str | None = None, wave: str | None = None, among: Filter = NO_FILTER
    ) -> Number:
        """Persons in the base of shares of a question or grid; without one, all interviews."""
        return self.counted.base(question or "", self.counted.wave(wave), self._filter(among))

    def codes(
        self, question: str, wave: str | None = None, nets: bool = False, bands: bool = False
    ) -> tuple[str, ...]:
        """Codes in printed order: by size, "Cits" and "hard to say" last, scales in their own.

        With `nets` or `bands` those, in sheet order; a single choice adds the codes in none.
        """
        asked = question_named(self.questionnaire, question)
        codes_named(asked)
        return layout.codes_in_order(self.counted, asked, self.counted.wave(wave), nets, bands)

    def label(self, question: str, code: str = "") -> Text:
        """The short label of a question, grid, code, net or band; the full one if it has none."""
        return layout.label_of(self.counted, question, code)

    def n_distinct(self, question: str, wave: str | None = None) -> int:
        """How many different codes somebody chose, missing codes and "nothing" left out."""
        asked, name = question_named(self.questionnaire, question), self.counted.wave(wave)
        return sum(
            self.counted.line(asked, code.name, name, NO_FILTER)[0] > 0
            for code in codes_named(asked).codes
            if code.missing is None and code.role is not CodeRole.NOTHING
        )

    def waves_with(self, question: str, code: str = "", measure: str = "share") -> tuple[str, ...]:
        """Waves, oldest first, that have this figure from answers or from print."""
        found = []
        for wave in self.counted.wave_names:
            number = (
                self.counted.share(question, code, wave, NO_FILTER)
                if measure == "share"
                else self.counted.mean(question, wave, NO_FILTER)
            )
            if number.value is not None:
                found.append(wave)
        return tuple(found)

    def difference(self, later: Number, earlier: Number) -> Number:
        """Later minus earlier, exact; with an interval where the two samples are independent."""
        return families.difference(self.counted, later, earlier)

    def compare(self, later: Number, earlier: Number) -> Comparison:
        """The test of two cells of the family, its p adjusted; outside the family: `Refused`."""
        pair = (later.cell, earlier.cell)
        found = self.family.find(pair) or self.dependent.find(pair)
        if found is None:
            first, second = later.cell.words(), earlier.cell.words()
            raise Refused([problem("tables-outside-family", later=first, earlier=second)])
        return found

    def lead(self, ranked: Ranked) -> Comparison | None:
        """The test of a declared rank claim: its place against the next; None if there is none."""
        return self.leads.find(settled_rank(self.questionnaire, self.current, ranked))

    def family_table(self) -> tuple[Comparison, ...]:
        """All comparisons of the family in a fixed order, for an annex."""
        return self.family.comparisons

    def differs(self, look: Look) -> Differs:
        """Who differs from the rest in an answer, corrected for all groups looked at."""
        return differ.differs(self.counted, look)

    def funnel(self, question: str, code: str, by: str, wave: str | None = None) -> Funnel:
        """A share (a mean where no code is named) by unit, with limits and shrunken estimates."""
        return funnels.funnel(self.counted, question, code, by, wave or "")

    def control(self, question: str, code: str, time: str = "", wave: str | None = None) -> Control:
        """A share or mean over time with limits and alerts: by the codes of `time`, or by wave."""
        return controls.control(self.counted, question, code, time, wave or "")

    def table(
        self,
        questions: Sequence[str],
        *,
        waves: Sequence[str] = (),
        codes: Sequence[str] = (),
        measure: str = "share",
        nets: bool = False,
        bands: bool = False,
        among: Sequence[Filter] = (),
        min_share: float = 0.0,
        fold_small: bool = True,
        standardise: Sequence[str] = (),
    ) -> Table:
        """A table: rows are codes (measure="share") or questions ("mean"), columns wave x filter.

        `questions` may name a grid (measure="mean": its overall mean as a row). `waves` empty is
        the current one. Each filter of `among` makes a column of its own (none: everybody).
        With several questions a row is (question, code): `Row.question` tells which. Codes under
        `min_share` (0..1) in the last wave, and with `fold_small` those of one or two persons
        (unless the study says show), are one row "Citas atbildes", counted in persons.
        `standardise` adds to each past wave with answers a column as if its sample had been made
        up as that of the current wave by these questions.
        """
        ask = layout.Ask(
            tuple(questions),
            tuple(self.counted.wave(wave) for wave in waves) or (self.current,),
            tuple(codes),
            measure,
            nets,
            bands,
            tuple(self._filter(item) for item in among) or (NO_FILTER,),
            min_share,
            fold_small,
            tuple(standardise),
        )
        if ask not in self._tables:
            self._tables[ask] = layout.table(self.counted, ask, self._known, self.sample_kind)
        return self._tables[ask]

    def banner(self, ask: BannerAsk) -> BannerTable:
        """A banner table of the demand; another one is `Refused`, as it was not counted."""
        if ask not in self.banners:
            raise Refused([problem("tables-banner-undeclared", id=ask.id)])
        counted = self.counted if ask.weighted or self.unweighted is None else self.unweighted
        return banner.build(counted, ask, self.sample_kind)

    def as_json(self, lang: str = "lv") -> dict[str, object]:
        """Every share and mean of every question and wave, and the family, as plain values."""
        numbers = [plain_number(number, self.label(*_named(number)).get(lang)) for number in self]
        return {
            "wave": self.current,
            "waves": list(self.counted.wave_names),
            "numbers": numbers,
            "tests": families.as_rows(self.family),
        }

    def __iter__(self) -> Iterator[Number]:
        """All shares and means, by wave, question and code."""
        for wave in self.counted.wave_names:
            for question in self.questionnaire.questions:
                codes = None if is_derived(question.name) else code_list(question)
                if codes is not None:
                    nets = [net.name for net in codes.nets if codes.members(net.name)]
                    order = layout.codes_in_order(self.counted, question, wave)
                    for code in (*order, *nets):
                        yield self.counted.share(question.name, code, wave, NO_FILTER)
            for name in self._means:
                yield self.counted.mean(name, wave, NO_FILTER)

    @cached_property
    def _means(self) -> tuple[str, ...]:
        spec = self.counted.cube.spec
        return tuple(name for name in spec.by_name if self.counted.has_mean(name))

    @cached_property
    def _declared(self) -> frozenset[Filter]:
        return frozenset(item for item, _ in self.counted.cube.spec.filters)

    def _filter(self, among: Filter) -> Filter:
        wanted = check_filter(self.questionnaire, among)
        if wanted and wanted not in self._declared:
            words = "; ".join(f"{name}={code}" for name, code in wanted)
            raise Refused([problem("tables-undeclared-filter", among=words)])
        return wanted

    def _known(self, later: Number, earlier: Number) -> Comparison | None:
        return self.family.find((later.cell, earlier.cell))


def _named(number: Number) -> tuple[str, str]:
    return number.cell.question, number.cell.code
