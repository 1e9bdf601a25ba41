"""Tests of a banner table's columns: every pair of a variable, and each against all others.

p values are always kept; letters are put where the adjusted p is under 1 - level.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from atbalss.study.bases import is_multiple
from atbalss.tables import banner_design, letters
from atbalss.tables.adjust import adjusted
from atbalss.tables.banner_ask import Among, BannerAsk, LetterRule
from atbalss.tables.banner_cells import Maker
from atbalss.tables.banner_columns import Place, filter_of, neighbours, overlap, parents
from atbalss.tables.banner_result import (
    REST,
    BannerCell,
    BannerRow,
    ChiSquare,
    ColumnTest,
)
from atbalss.tables.banner_rows import BlockPlan, RowPlan
from atbalss.tables.demand import Filter
from atbalss.tables.letters import NOBODY, Moments, PairTest
from atbalss.tables.result import RowKind

SMALL_BASE = "small_base"
_UNTESTED = frozenset({RowKind.SD, RowKind.MEDIAN, RowKind.FOLDED})


@dataclass(frozen=True)
class Tester:
    """Makes the tests of one table."""

    maker: Maker
    ask: BannerAsk
    columns: tuple[Place, ...]

    @cached_property
    def _pairs(self) -> tuple[tuple[int, int, Filter | None], ...]:
        """Positions of the pairs that are tested, and the filter of persons in both."""
        questionnaire = self.maker.counted.questionnaire
        return tuple(
            (one, other, overlap(questionnaire, self.columns[one], self.columns[other]))
            for one, other in neighbours(self.columns)
        )

    @cached_property
    def _parents(self) -> dict[int, Filter]:
        whole = filter_of(self.maker.counted.questionnaire, self.ask)
        return parents(self.columns, whole)

    def row(self, plan: RowPlan) -> tuple[ColumnTest, ...]:
        """All tests of a row, p not yet adjusted; none for a median, sd, fold or running sum."""
        asked = self.ask.tests
        if asked.rule is LetterRule.NONE or plan.kind in _UNTESTED or self.maker.is_running(plan):
            return ()
        counted = self.maker.counted
        moments = [
            self.maker.moments(plan, column.wave, column.among)
            if counted.has_answers(column.wave)
            else None
            for column in self.columns
        ]
        found = []
        for one, other, both in self._pairs:
            a, b = moments[one], moments[other]
            if a is None or b is None:
                continue
            wave = self.columns[one].wave
            shared = NOBODY if both is None else self.maker.moments(plan, wave, both)
            places = self.columns[one], self.columns[other]
            by_units = None
            if places[0].wave == places[1].wave:
                by_units = self._by_units(plan, wave, places[0].among, places[1].among, both)
            keys = places[0].key, places[1].key
            found.append(self._made(plan, keys, a, b, shared, by_units))
        if asked.rest:
            found += self._rests(plan, moments)
        return tuple(found)

    def _rests(self, plan: RowPlan, moments: Sequence[Moments | None]) -> list[ColumnTest]:
        """Each column against all others that it stands among."""
        found = []
        for at, among in self._parents.items():
            own = moments[at]
            if own is None:
                continue
            rest = self.maker.moments(plan, self.columns[at].wave, among) - own
            keys = self.columns[at].key, REST
            column = self.columns[at]
            by_units = self._by_units(plan, column.wave, column.among, among, None, rest=True)
            found.append(self._made(plan, keys, own, rest, NOBODY, by_units))
        return found

    def _made(
        self,
        plan: RowPlan,
        keys: tuple[str, str],
        a: Moments,
        b: Moments,
        both: Moments,
        by_units: PairTest | None,
    ) -> ColumnTest:
        """The test of two columns; where a side's base hides its numbers, nothing of them."""
        if min(a.n, b.n) < max(self.maker.counted.rules.hide_under, 1):
            return ColumnTest(*keys, None, 0.0, 0.0, None, None, SMALL_BASE)
        test = self._test(plan, a, b, both)
        known = plan.is_share and test.method == letters.DESIGN_POOLED  # a share of 0 or 1
        if by_units is not None and test.p is not None and not known:
            test = by_units
        return ColumnTest(*keys, test.difference, test.se, test.df, test.p, None, test.method)

    def _test(self, plan: RowPlan, a: Moments, b: Moments, both: Moments) -> PairTest:
        asked = self.ask.tests
        if min(a.n, b.n) < max(asked.smallest, 1):
            return PairTest(a.value - b.value, 0.0, 0.0, None, SMALL_BASE)
        if asked.rule is LetterRule.DESIGN:
            return letters.design(a, b, both, is_share=plan.is_share)
        if plan.question in self.maker.counted.questionnaire.grids:
            return PairTest(a.value - b.value, 0.0, 0.0, None, letters.NOT_BY_RULE)
        rule = letters.dimensions_shares if plan.is_share else letters.dimensions_means
        return rule(a, b, both)

    def _by_units(
        self,
        plan: RowPlan,
        wave: str,
        a: Filter,
        b: Filter,
        both: Filter | None,
        *,
        rest: bool = False,
    ) -> PairTest | None:
        """The test by the wave's declared design; None where none is declared, or not this rule."""
        counted = self.maker.counted
        whole = counted.samplings.get(wave)
        if whole is None or self.ask.tests.rule is not LetterRule.DESIGN:
            return None
        found = banner_design.difference(counted, plan, wave, a, b, both, rest=rest)
        return None if found is None else banner_design.tested(found, whole.degrees)

    def chi_squares(self, plan: BlockPlan) -> tuple[ChiSquare, ...]:
        """Rao-Scott's test of the question against each banner variable, where asked for.

        Variables whose columns share respondents, and questions with several answers, have none.
        """
        counted = self.maker.counted
        question = counted.questionnaire.by_name.get(plan.name)
        if not self.ask.tests.chi_square or question is None or is_multiple(question):
            return ()
        if not any(row.is_share for row in plan.rows):
            return ()
        groups: dict[int, list[Place]] = {}
        for column in self.columns:
            if column.group >= 0 and counted.has_answers(column.wave):
                groups.setdefault(column.group, []).append(column)
        shared = {self.columns[one].group for one, _, both in self._pairs if both is not None}
        return tuple(
            banner_design.chi_square(counted, question, members, members[0].titles[-1])
            for group, members in groups.items()
            if group not in shared
        )


# ---- adjustment and letters


def adjust(rows: Sequence[BannerRow], tester: Tester, ask: BannerAsk) -> list[BannerRow]:
    """The rows with p adjusted within its family, and letters put."""
    group = {column.key: column.group for column in tester.columns}
    families: dict[tuple[object, ...], list[tuple[int, int]]] = {}
    for at, row in enumerate(rows):
        for number, test in enumerate(row.tests):
            if test.p is None:
                continue
            within = at if ask.tests.among is Among.ROW else -1
            key = (within, group[test.a], test.b == REST)
            families.setdefault(key, []).append((at, number))
    done = [list(row.tests) for row in rows]
    for members in families.values():
        p_values = [done[at][number].p or 0.0 for at, number in members]
        for (at, number), p in zip(members, adjusted(p_values, ask.tests.correction), strict=True):
            done[at][number] = replace(done[at][number], p_adjusted=p, family_size=len(members))
    return [
        replace(row, tests=tuple(tests), cells=_lettered(row, tests, tester.columns, ask))
        for row, tests in zip(rows, done, strict=True)
    ]


def _lettered(
    row: BannerRow, tests: Sequence[ColumnTest], columns: Sequence[Place], ask: BannerAsk
) -> tuple[BannerCell, ...]:
    position = {column.key: at for at, column in enumerate(columns)}
    above: dict[int, list[tuple[int, str]]] = {}
    rest: dict[int, str] = {}
    for test in tests:
        level = _level(test, ask.tests.levels)
        if level is None or not test.difference:
            continue
        if test.b == REST:
            word = "higher" if test.difference > 0 else "lower"
            rest[position[test.a]] = word + ("2" if level else "")
            continue
        one, other = position[test.a], position[test.b]
        winner, loser = (one, other) if test.difference > 0 else (other, one)
        letter = columns[loser].letter
        above.setdefault(winner, []).append((loser, letter.lower() if level else letter))
    return tuple(
        replace(
            cell,
            letters=tuple(letter for _, letter in sorted(above.get(at, []))),
            rest=rest.get(at, ""),
        )
        for at, cell in enumerate(row.cells)
    )


def _level(test: ColumnTest, levels: Sequence[float]) -> int | None:
    """Which of the levels a test passes, 0 the strictest; None: none."""
    if test.p_adjusted is None:
        return None
    for at, level in enumerate(levels):
        if test.p_adjusted < 1 - level:
            return at
    return None
