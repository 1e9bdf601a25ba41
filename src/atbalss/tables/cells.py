"""The face of `tables` towards reports: every number of a study by question, code, wave and filter.

`compute` counts once, with everything the report demands declared before the scan, and gives
`Cells`; whoever asks for a name that is not there is refused with names that are close.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atbalss.study.about import SampleKind, TableRules
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.waves import Wave
from atbalss.tables.result import CellKey, Comparison, Number, Table

if TYPE_CHECKING:
    from atbalss.answers.frame import Frame

Filter = tuple[tuple[str, str], ...]  # (question, code) pairs that all hold


@dataclass(frozen=True, slots=True)
class Demand:
    """What a report will ask, said before anything is counted.

    `amongs` are the filters it uses (each a tuple of (question, code or net) pairs that all hold);
    `comparisons` are (later, earlier) pairs of cells: the family of the Holm correction. Waves may
    be left "" for the current one.
    """

    amongs: frozenset[Filter] = frozenset()
    comparisons: frozenset[tuple[CellKey, CellKey]] = frozenset()


@dataclass(frozen=True)
class Cells:
    """All numbers of a study. Unknown names raise `Refused`; `wave=None` is the current wave."""

    questionnaire: Questionnaire
    waves: tuple[Wave, ...]
    rules: TableRules
    current: str

    def share(
        self, question: str, code: str, wave: str | None = None, among: Filter = ()
    ) -> Number:
        """Share of the base with an answer code, net or band; persons, also where multiple."""
        raise NotImplementedError

    def mean(self, question: str, wave: str | None = None, among: Filter = ()) -> Number:
        """Mean of a scale or an open number; of a grid over all answers to its items."""
        raise NotImplementedError

    def count(
        self, question: str, code: str, wave: str | None = None, among: Filter = ()
    ) -> Number:
        """Persons with an answer code, net or band, unweighted."""
        raise NotImplementedError

    def base(
        self, question: str | None = None, wave: str | None = None, among: Filter = ()
    ) -> Number:
        """Persons in the base of shares of a question or grid; without one, all interviews."""
        raise NotImplementedError

    def codes(
        self, question: str, wave: str | None = None, *, nets: bool = False, bands: bool = False
    ) -> tuple[str, ...]:
        """Codes (or nets, or bands) in printed order: by size, "Cits" and "hard to say" last."""
        raise NotImplementedError

    def n_distinct(self, question: str, wave: str | None = None) -> int:
        """How many different codes somebody chose, missing codes and "nothing" left out."""
        raise NotImplementedError

    def waves_with(self, question: str, code: str = "", measure: str = "share") -> tuple[str, ...]:
        """Waves, oldest first, that have this figure from answers or from print."""
        raise NotImplementedError

    def difference(self, later: Number, earlier: Number) -> Number:
        """Later minus earlier, exact; with an interval where the two samples are independent."""
        raise NotImplementedError

    def compare(self, later: Number, earlier: Number) -> Comparison:
        """The test of two cells of the family, its p adjusted; outside the family: `Refused`."""
        raise NotImplementedError

    def family_table(self) -> tuple[Comparison, ...]:
        """All comparisons of the family in a fixed order, for an annex."""
        raise NotImplementedError

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
    ) -> Table:
        """A table: rows are codes (measure="share") or questions ("mean"), columns wave x filter.

        `questions` may name a grid (measure="mean": its overall mean as a row). `waves` empty is
        the current one. Each filter of `among` makes a column of its own (none: everybody).
        With several questions a row is (question, code): `Row.question` tells which. Codes under
        `min_share` (0..1) in the last column, and with `fold_small` those of one or two persons
        (unless the study says show), are one row "Citas atbildes", counted in persons.
        """
        raise NotImplementedError

    def as_json(self, lang: str = "lv") -> dict[str, object]:
        """Every number of every question and wave as plain values."""
        raise NotImplementedError


def compute(
    questionnaire: Questionnaire,
    frames: Mapping[str, Frame],
    waves: Sequence[Wave],
    rules: TableRules,
    current: str,
    demand: Demand,
    *,
    sample_kind: SampleKind = SampleKind.SELF_SELECTED,
) -> Cells:
    """Counts the frames once (a wave name to its frame) and returns every number of the study."""
    raise NotImplementedError
