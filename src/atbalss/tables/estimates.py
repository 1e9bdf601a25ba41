"""Estimates of single cells from the cube: shares, means, unions of codes, with their errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import isnan

from atbalss.problems import Refused, problem
from atbalss.study.about import TableRules
from atbalss.study.bases import is_multiple, score_of
from atbalss.study.question import Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.waves import Wave
from atbalss.tables import designed, measures, standard
from atbalss.tables.cube import Cube
from atbalss.tables.demand import Filter
from atbalss.tables.design import Sampling
from atbalss.tables.designed import sampling_of
from atbalss.tables.measures import Estimate
from atbalss.tables.names import codes_named
from atbalss.tables.result import CellKey
from atbalss.tables.rows import Rows, base_rows, code_rows, rows_of_codes
from atbalss.tables.spec import (
    AnsweredLine,
    GridLines,
    MultipleLines,
    SingleLines,
)

Line = tuple[int, float, float]  # n, sum w, sum w^2
Unions = Mapping[str, Mapping[str, tuple[str, ...]]]
Recount = Callable[[Unions, frozenset[Filter]], Cube]


def union_name(codes: tuple[str, ...]) -> str:
    """The name under which a union of codes of a multiple question is counted."""
    return "+".join(codes)


@dataclass(frozen=True)
class Measured:
    """A study's sums, and the shares and means of their cells with their errors; nothing is hidden.

    `cube` holds the waves with answers; `recount` counts unions of codes that were not declared.
    """

    questionnaire: Questionnaire
    cube: Cube
    waves: tuple[Wave, ...]
    rules: TableRules
    current: str
    recount: Recount
    _unions: dict[tuple[str, tuple[str, ...], Filter], Cube] = field(
        default_factory=dict, init=False, repr=False
    )

    @cached_property
    def wave_names(self) -> dict[str, Wave]:
        """Waves by name, oldest first."""
        return {wave.name: wave for wave in self.waves}

    def wave(self, name: str | None) -> str:
        """The name of a wave, the current one for None or ""; unknown names are refused."""
        name = name or self.current
        if name not in self.wave_names:
            close = ", ".join(self.wave_names)
            raise Refused([problem("tables-unknown-wave", name=name, close=close)])
        return name

    def has_answers(self, wave: str) -> bool:
        """Whether the wave was counted from answers."""
        return wave in self.cube.waves

    def is_weighted(self, wave: str) -> bool:
        """Whether any weight of the wave differs from 1."""
        if not self.has_answers(wave):
            return False
        n, w, w2 = self.base_line("", wave, ())
        return abs(w - n) > 1e-9 * max(n, 1) or abs(w2 - n) > 1e-9 * max(n, 1)

    # ---- lines

    def line(self, question: Question, code: str, wave: str, among: Filter) -> Line:
        """n, sum w, sum w^2 of an answer code, net or band."""
        return self.total(code_rows(self.cube.spec, question, code), wave, among)

    def total(self, rows: Rows, wave: str, among: Filter) -> Line:
        """n, sum w, sum w^2 of several lines of the cube together."""
        return _total(self.cube, rows, wave, among)

    def base_line(self, name: str, wave: str, among: Filter) -> Line:
        """n, sum w, sum w^2 of the base of shares; of everybody for an empty name."""
        return self.total(base_rows(self.questionnaire, self.cube.spec, name), wave, among)

    @cached_property
    def samplings(self) -> dict[str, Sampling | None]:
        """How each wave's sample was drawn; None where the study declares no design."""
        return {wave: sampling_of(self.cube, wave) for wave in self.cube.waves}

    def union(
        self, question: Question, codes: tuple[str, ...], wave: str, among: Filter
    ) -> Estimate | None:
        """The share of persons with any of several codes; counted anew where they may overlap."""
        cube, hit = self._united(question, codes, among)
        return self._share(cube, hit, question.name, wave, among)

    def union_line(
        self, question: Question, codes: tuple[str, ...], wave: str, among: Filter
    ) -> Line:
        """n, sum w, sum w^2 of persons with any of several codes; counted anew if undeclared."""
        cube, hit = self._united(question, codes, among)
        return _total(cube, hit, wave, among)

    def _united(
        self, question: Question, codes: tuple[str, ...], among: Filter
    ) -> tuple[Cube, Rows]:
        """The cube and lines of those with any of several codes; a new cube if undeclared."""
        spec = self.cube.spec
        if not is_multiple(question):
            return self.cube, rows_of_codes(spec, question.name, codes)
        if len(codes) == 1:
            return self.cube, code_rows(spec, question, codes[0])
        name, cube = union_name(codes), self.cube
        lines = spec.by_name[question.name]
        if isinstance(lines, MultipleLines) and name not in dict(lines.nets):
            key = (question.name, codes, among)
            if key not in self._unions:
                unions = {question.name: {name: codes}}
                self._unions[key] = self.recount(unions, frozenset({among}))
            cube = self._unions[key]
        return cube, code_rows(cube.spec, question, name)

    def count_unions(self, unions: Unions, amongs: frozenset[Filter]) -> None:
        """Counts unions of codes of multiple questions within filters, all in one scan.

        `unions` are question -> name (`union_name`) -> codes. What is asked one by one would be
        counted one by one.
        """
        known = self._unions
        asked = [
            (q, codes, at)
            for q, named in unions.items()
            for codes in named.values()
            for at in amongs
        ]
        if all(key in known for key in asked):
            return
        cube = self.recount(unions, amongs)
        known.update(dict.fromkeys(asked, cube))

    # ---- estimates

    def estimate(self, cell: CellKey) -> Estimate | None:
        """The share (a code is named) or mean (none is) of a cell from answers; None if empty.

        Where the study declares a design, the standard error is the design's.
        """
        if cell.standard:
            return standard.estimate(self, cell)
        if cell.code:
            question = self.questionnaire.question(cell.question)
            hit = code_rows(self.cube.spec, question, cell.code)
            return self._share(self.cube, hit, cell.question, cell.wave, cell.among)
        lines = self.cube.spec.by_name[cell.question]
        if isinstance(lines, SingleLines):
            question = self.questionnaire.question(cell.question)
            scores = {code.name: score_of(code) for code in codes_named(question).codes}
            return self.scored(question, scores, cell.wave, cell.among)
        if not isinstance(lines, GridLines | AnsweredLine):
            raise TypeError(cell.question)
        is_grid = isinstance(lines, GridLines)
        found = measures.mean_of_moments(
            self.cube.total(cell.wave, lines.start + is_grid, cell.among),
            self.cube.moments(cell.wave, lines.moments, cell.among),
            self._answers(lines, cell.wave, cell.among),
        )
        whole = self.samplings.get(cell.wave)
        if found is None or whole is None:
            return found
        sums = self.cube.margin(cell.wave, cell.among)
        by_design = designed.mean_of_moments(sums, lines.moments, whole)
        return measures.mean_by_design(found, float(by_design.se[0]), whole.degrees)

    def _share(self, cube: Cube, hit: Rows, name: str, wave: str, among: Filter) -> Estimate | None:
        """The share of some lines in the base of a question."""
        base = base_rows(self.questionnaire, cube.spec, name)
        sums = _total(cube, hit, wave, among), _total(cube, base, wave, among)
        found = measures.share(*sums)
        whole = self.samplings.get(wave)
        if found is None or whole is None:
            return found
        by_design = designed.share(cube, wave, among, hit, base, whole)
        known = not whole.clustered and whole.replicates is None
        return measures.share_by_design(found, float(by_design.se[0]), whole.degrees, known=known)

    def scored(
        self, question: Question, scores: Mapping[str, float], wave: str, among: Filter
    ) -> Estimate | None:
        """The mean of a single choice under the given scores (nan: left out); None if empty."""
        rows = [(x, code_rows(self.cube.spec, question, name)) for name, x in scores.items()]
        found = measures.mean_of_codes(
            [x for x, _ in rows], [_total(self.cube, row, wave, among) for _, row in rows]
        )
        whole = self.samplings.get(wave)
        if found is None or whole is None:
            return found
        sums = self.cube.margin(wave, among)
        by_design = designed.mean_of_scores(sums, [x for x in rows if not isnan(x[0])], whole)
        return measures.mean_by_design(found, float(by_design.se[0]), whole.degrees)

    def _answers(self, grid: GridLines | AnsweredLine, wave: str, among: Filter) -> int | None:
        """How many scored answers a grid's items have together, unweighted; None: one a person."""
        if isinstance(grid, AnsweredLine):
            return None
        total = 0
        for name, scores in zip(grid.items, grid.scores, strict=True):
            lines = self.cube.spec.by_name[name]
            if scores is None:
                total += self.cube.total(wave, lines.start, among)[0]
                continue
            for position, score in enumerate(scores):
                if not isnan(score):
                    total += self.cube.total(wave, lines.start + position, among)[0]
        return total


def _total(cube: Cube, rows: Rows, wave: str, among: Filter) -> Line:
    found = [cube.total(wave, row, among) for row in rows]
    return (
        sum(item[0] for item in found),
        sum(item[1] for item in found),
        sum(item[2] for item in found),
    )
