"""The integer program: how many persons of each type, so that every target holds at once.

Unknowns are counts of types; persons with a code and persons in a base are integers of their own,
so that rounding is decided on persons. "Printed as v" is exact: 200 hits >= (2v-1) base and
200 hits <= (2v+1) base - 1, in whole numbers. Solved by HiGHS through scipy, deterministic.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from math import ceil, lcm
from random import Random

from atbalss.answers.record import Answer
from atbalss.rehearsal.patterns import Block, Frame, Type, as_answer, hit, is_out, within
from atbalss.rehearsal.targets import (
    ABOUT,
    COUNT,
    GUIDE,
    MAX_MEAN,
    MAX_SHARE,
    MEAN,
    MIN_ITEMS,
    MIN_MEAN,
    MIN_SHARE,
    SHARE,
    Leaning,
    Target,
)
from atbalss.study.bases import base_question, code_list
from atbalss.study.codes import CodeRole, Missing
from atbalss.study.question import Question

Terms = dict[int, Fraction]

COST_REFUSED = 3.0  # a person who refuses; "hard to say" where no guide asks for it costs half
COST_MANY = 0.02  # each code beyond the second of one answer
COST_CROWD = 0.05  # each person of a type beyond the crowd, so that people differ
COST_ODD = 0.2  # for each point by which the answers of one person lean apart
MOST_REFUSE = Fraction(1, 50)  # of all interviews, at one question
CHANCE = 0.01  # seeded chance between equals


@dataclass
class Program:
    """Unknowns and rows of one component; `counts[i][j]` is the unknown of block i's type j."""

    frame: Frame
    blocks: Sequence[Block]
    n: int
    seed: int
    refusals: bool = True
    bare: bool = False  # no costs: only whether anything meets the rows
    leanings: Sequence[Leaning] = ()
    costs: list[float] = field(default_factory=list)
    uppers: list[float] = field(default_factory=list)
    whole: list[int] = field(default_factory=list)
    rows: list[tuple[Terms, float, float]] = field(default_factory=list)
    counts: list[list[int]] = field(default_factory=list)
    _sums: dict[tuple[object, ...], int] = field(default_factory=dict)
    _traits: dict[str, dict[tuple[str, str], float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rng = Random(self.seed)  # noqa: S311 - chance for plausible people, not for secrets
        for block in self.blocks:
            crowd = max(3, ceil(self.n / 12)) if len(block.types) > 40 else self.n
            refusing = set(block.which(("refuses",), partial(self._refuses, block)))
            unknowns = []
            for j, made in enumerate(block.types):
                free = self.refusals or j not in refusing
                cost = 0.0 if self.bare else self._cost(block, made) + CHANCE * rng.random()
                unknown = self.unknown(cost, self.n if free else 0)
                unknowns.append(unknown)
                if crowd < self.n and not self.bare:
                    self._crowd(unknown, crowd)
            self.counts.append(unknowns)
        for i, block in enumerate(self.blocks):
            self._reach(i, block)
            self._few_refuse(i, block)

    def _crowd(self, unknown: int, crowd: int) -> None:
        over = self.unknown(COST_CROWD, self.n, whole=False)
        terms = {unknown: Fraction(1), over: Fraction(-1)}
        self.rows.append((terms, -float("inf"), crowd))

    def unknown(self, cost: float, upper: float, *, whole: bool = True) -> int:
        """A new unknown from 0 to `upper`; its number."""
        self.costs.append(cost)
        self.uppers.append(upper)
        self.whole.append(1 if whole else 0)
        return len(self.costs) - 1

    def block_of(self, question: str) -> int:
        """Number of the block that holds a question."""
        return next(i for i, block in enumerate(self.blocks) if question in block.questions)

    def add(self, target: Target) -> None:
        """The rows of one target (a guide: its distance, at a cost)."""
        if target.measure == MIN_ITEMS:
            self._items(target)
            return
        if target.measure in (MEAN, MIN_MEAN, MAX_MEAN):
            hits, base = self._mean(target)
        else:
            hits, base = self._share(target)
        if target.measure == ABOUT or target.choice == GUIDE:
            self._about(hits, base, target.value / 100)
            return
        if target.measure == COUNT:
            self.rows.append((hits, float(target.low), float(target.high)))
            return
        percent = 1 if target.is_mean else 100
        if target.measure in (SHARE, MEAN, MIN_SHARE, MIN_MEAN):
            self._at_least(hits, base, target.low / percent)
        if target.measure in (SHARE, MEAN, MAX_SHARE, MAX_MEAN):
            self._under(hits, base, target.high / percent, strict=target.rounding != 0)

    # ---- sums of types

    def _sum(self, key: tuple[object, ...], chosen: Iterable[int]) -> int:
        """A whole unknown that equals the sum of the chosen ones; the same key gives the same."""
        if key not in self._sums:
            total = self.unknown(0.0, self.n)
            terms: Terms = {unknown: Fraction(1) for unknown in chosen}
            terms[total] = Fraction(-1)
            self.rows.append((terms, 0.0, 0.0))
            self._sums[key] = total
        return self._sums[key]

    def _base(self, question: Question, among: tuple[tuple[str, str], ...]) -> int:
        own = base_question(self.frame.questionnaire, question)
        i = self.block_of(own.name)
        block = self.blocks[i]
        at = block.place(own.name)
        probe = Target(own.name, "", SHARE, Fraction(0), among=among)
        key = ("base", own.name, among)
        chosen = block.which(
            key, lambda made: _counted(own, made, at) and within(self.frame, block, probe, made)
        )
        return self._sum(key, (self.counts[i][j] for j in chosen))

    def _hits(self, target: Target) -> int:
        question = self.frame.questionnaire.question(target.question)
        i = self.block_of(target.question)
        block = self.blocks[i]
        at = block.place(target.question)
        key = ("hits", target.question, target.code, target.among)
        chosen = block.which(
            key,
            lambda made: hit(self.frame, block, target, made) and _counted(question, made, at),
        )
        return self._sum(key, (self.counts[i][j] for j in chosen))

    def _share(self, target: Target) -> tuple[Terms, Terms]:
        question = self.frame.questionnaire.question(target.question)
        base = self._base(question, target.among)
        return {self._hits(target): Fraction(1)}, {base: Fraction(1)}

    def _mean(self, target: Target) -> tuple[Terms, Terms]:
        grids = self.frame.questionnaire.grids
        total: Terms = {}
        base: Terms = {}
        items = grids.get(target.question) or (self.frame.questionnaire.question(target.question),)
        for item in items:
            assert item.codes is not None
            for code in item.codes.codes:
                if code.missing is None and code.score is not None:
                    probe = Target(item.name, code.name, SHARE, Fraction(0), among=target.among)
                    persons = self._hits(probe)
                    total[persons] = Fraction(code.score)
                    base[persons] = Fraction(1)
        return total, base

    # ---- rows

    def _at_least(self, hits: Terms, base: Terms, low: Fraction) -> None:
        self.rows.append((_whole(_minus(hits, base, low)), 0.0, float("inf")))

    def _under(self, hits: Terms, base: Terms, high: Fraction, *, strict: bool) -> None:
        self.rows.append((_whole(_minus(hits, base, high)), -float("inf"), -1.0 if strict else 0.0))

    def _about(self, hits: Terms, base: Terms, wanted: Fraction) -> None:
        distance = self.unknown(1.0, float(self.n), whole=False)
        terms = _minus(hits, base, wanted)
        self.rows.append(({**terms, distance: Fraction(1)}, 0.0, float("inf")))
        self.rows.append(({**terms, distance: Fraction(-1)}, -float("inf"), 0.0))

    def _items(self, target: Target) -> None:
        question = self.frame.questionnaire.question(target.question)
        codes = code_list(question)
        named: Terms = {}
        for code in codes.codes if codes is not None else ():
            if code.missing is None and code.role is CodeRole.NORMAL:
                persons = self._hits(Target(question.name, code.name, SHARE, Fraction(0)))
                some = self.unknown(0.0, 1)
                self.rows.append(({persons: Fraction(1), some: Fraction(-1)}, 0.0, float("inf")))
                named[some] = Fraction(1)
        self.rows.append((named, float(target.low), float("inf")))

    def _reach(self, i: int, block: Block) -> None:
        """As many persons in a block as its route lets in: all, or those of the parents' types."""
        terms: Terms = {unknown: Fraction(1) for unknown in self.counts[i]}
        if block.rule is None:
            self.rows.append((terms, self.n, self.n))
            return
        rule = block.rule
        at = self.block_of(block.parents[0])
        parent = self.blocks[at]
        outside = self.frame.holds(rule, {})  # who never reached the parent
        other = parent.which(
            ("reach", block.questions),
            lambda made: self.frame.holds(rule, answers(parent, made, self.frame)) != outside,
        )
        for j in other:
            terms[self.counts[at][j]] = Fraction(1 if outside else -1)
        self.rows.append((terms, self.n * int(outside), self.n * int(outside)))

    def _few_refuse(self, i: int, block: Block) -> None:
        """At most a few persons refuse a question: otherwise any base could be had by refusals."""
        for at, name in enumerate(block.questions):
            question = self.frame.questionnaire.question(name)
            out = block.which(("out", name), partial(_is_out, question, at))
            terms = {self.counts[i][j]: Fraction(1) for j in out}
            if terms:
                self.rows.append((terms, 0.0, ceil(self.n * MOST_REFUSE)))

    # ---- costs

    def _refuses(self, block: Block, made: Type) -> bool:
        return any(
            pattern is not None and is_out(self.frame.questionnaire.question(name), pattern)
            for name, pattern in zip(block.questions, made, strict=True)
        )

    def _cost(self, block: Block, made: Type) -> float:
        cost = 0.0
        for name, pattern in zip(block.questions, made, strict=True):
            question = self.frame.questionnaire.question(name)
            if pattern is None:
                continue
            cost += COST_MANY * max(len(pattern) - 2, 0)
            if is_out(question, pattern):
                cost += COST_REFUSED
            elif _is_dont_know(question, pattern):
                cost += COST_REFUSED / 6
        if len(block.questions) > 1:
            cost += COST_ODD * self._apart(block, made)
        return cost

    def _apart(self, block: Block, made: Type) -> float:
        """How far the answers of a type lean apart, over all traits."""
        total = 0.0
        for trait in dict.fromkeys(item.trait for item in self.leanings):
            points = [
                sum(weights.get((name, code), 0.0) for code in pattern)
                for name, pattern in zip(block.questions, made, strict=True)
                if pattern is not None
                for weights in (self._weights(trait),)
                if any((name, code) in weights for code in pattern)
            ]
            total += max(points) - min(points) if points else 0.0
        return total

    def _weights(self, trait: str) -> dict[tuple[str, str], float]:
        if trait not in self._traits:
            self._traits[trait] = {
                (item.question, item.code): item.value
                for item in self.leanings
                if item.trait == trait
            }
        return self._traits[trait]


def answers(block: Block, made: Type, frame: Frame) -> dict[str, Answer]:
    """The answers of a type, as rules read them."""

    return {
        name: as_answer(frame.questionnaire.question(name), pattern)
        for name, pattern in zip(block.questions, made, strict=True)
        if pattern is not None
    }


def _counted(question: Question, made: Type, at: int) -> bool:
    pattern = made[at]
    return pattern is not None and not is_out(question, pattern)


def _is_out(question: Question, at: int, made: Type) -> bool:
    pattern = made[at]
    return pattern is not None and is_out(question, pattern)


def _is_dont_know(question: Question, pattern: tuple[str, ...]) -> bool:
    codes = code_list(question)
    return codes is not None and any(
        codes.code(name).missing is Missing.DONT_KNOW for name in pattern
    )


def _minus(hits: Terms, base: Terms, times: Fraction) -> Terms:
    terms = dict(hits)
    for unknown, factor in base.items():
        terms[unknown] = terms.get(unknown, Fraction(0)) - factor * times
    return terms


def _whole(terms: Terms) -> Terms:
    """The same row with whole coefficients, so that "less than" is "at most one less"."""
    scale = lcm(*(factor.denominator for factor in terms.values()))
    return {unknown: factor * scale for unknown, factor in terms.items()}


def solve(program: Program, *, relaxed: bool = False) -> list[list[int]] | None:
    """Counts of types by block, or None where no whole numbers meet all rows.

    `relaxed` lets persons be divided: much faster, and None still means that nothing meets them.
    """
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    data, columns, starts = [], [], [0]
    for terms, _, _ in program.rows:
        for unknown, factor in terms.items():
            if factor:
                data.append(float(factor))
                columns.append(unknown)
        starts.append(len(data))
    size = len(program.costs)
    matrix = csr_array((data, columns, starts), shape=(len(program.rows), size))
    found = milp(
        np.array(program.costs),
        integrality=np.array(program.whole, dtype=np.int64) * (0 if relaxed else 1),
        bounds=Bounds(0, np.array(program.uppers)),
        constraints=LinearConstraint(
            matrix, [row[1] for row in program.rows], [row[2] for row in program.rows]
        ),
        options={"mip_rel_gap": 0.02, "node_limit": 20_000},
    )
    if found.x is None:
        return None
    return [[round(found.x[unknown]) for unknown in own] for own in program.counts]
