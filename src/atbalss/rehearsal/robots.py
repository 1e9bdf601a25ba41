"""Robots that are interviewed: they answer page by page, through `accept` and nothing else."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from atbalss.answers.evaluate import Context
from atbalss.answers.record import Record
from atbalss.interview.accept import Accepted, accept, begin
from atbalss.interview.page import Shown, page
from atbalss.interview.path import Path, path, walk
from atbalss.problems import Place, Problem, problem
from atbalss.rehearsal.witness import Clues, clues_of, tries
from atbalss.study.codes import Missing
from atbalss.study.question import CHOICE_KINDS, Kind
from atbalss.study.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Policy:
    """How a robot behaves; all but `budget` are probabilities from 0 to 1.

    `blank`: passes an optional question; `missing`: says "hard to say" or "refused" where that is
    no option of the list; `rare`: takes the option least taken so far; `change`: goes back and
    changes an earlier answer. `budget`: answers tried before a question is called a dead end.
    """

    blank: float = 0.1
    missing: float = 0.03
    rare: float = 0.4
    change: float = 0.02
    budget: int = 200


@dataclass(frozen=True, slots=True)
class Interview:
    """One robot's record, what stood in its way, and whether it came to the end."""

    record: Record
    problems: tuple[Problem, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What robots found. `reached` counts the interviews that each question was reached in.

    `never_chosen` has, by question that was reached, the codes that no robot could or did choose.
    """

    records: tuple[Record, ...]
    reached: Mapping[str, int]
    never_reached: tuple[str, ...]
    never_chosen: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...]
    complete: int = 0


def rehearse(
    questionnaire: Questionnaire,
    n: int,
    seed: int,
    context: Context | None = None,
    *,
    lang: str = "",
    policy: Policy | None = None,
    prefix: str = "r",
) -> Rehearsal:
    """Interview `n` robots; the same seed gives the same records."""
    context = context or Context()
    clues = clues_of(questionnaire)
    taken: Counter[tuple[str, str]] = Counter()
    reached: Counter[str] = Counter()
    records, problems, complete = [], dict[Problem, None](), 0
    for index in range(n):
        rng = random.Random(f"{seed}:{index}")  # noqa: S311 - robots, no secret
        own = replace(context, seed=context.seed + seed * 1_000_003 + index)
        held = _Robot(questionnaire, rng, own, lang, policy or Policy(), clues, taken)
        done = held.interview(f"{prefix}{index + 1}")
        records.append(done.record)
        problems.update(dict.fromkeys(done.problems))
        complete += done.complete
        reached.update(path(questionnaire, done.record, own).reached)
    asked = [q for q in questionnaire.questions if q.kind not in (Kind.CALCULATE, Kind.META)]
    never_chosen = {
        question.name: missed
        for question in asked
        if question.kind in CHOICE_KINDS and question.codes is not None and reached[question.name]
        if (missed := tuple(c for c in question.codes.names if not taken[question.name, c]))
    }
    never = tuple(question.name for question in asked if not reached[question.name])
    return Rehearsal(tuple(records), dict(reached), never, never_chosen, tuple(problems), complete)


def interview(
    questionnaire: Questionnaire,
    rng: random.Random,
    context: Context,
    *,
    lang: str = "",
    policy: Policy | None = None,
    record_id: str = "r1",
) -> Interview:
    """Interview one robot. It always ends: a question without a possible answer is a problem."""
    clues = clues_of(questionnaire)
    robot = _Robot(questionnaire, rng, context, lang, policy or Policy(), clues, Counter())
    return robot.interview(record_id)


class _Robot:
    def __init__(
        self,
        questionnaire: Questionnaire,
        rng: random.Random,
        context: Context,
        lang: str,
        policy: Policy,
        clues: Mapping[str, Clues],
        taken: Counter[tuple[str, str]],
    ) -> None:
        self.questionnaire = questionnaire
        self.rng = rng
        self.lang = lang or questionnaire.langs[0]
        self.context = replace(context, lang=self.lang)
        self.policy = policy
        self.clues = clues
        self.taken = taken
        self.problems: list[Problem] = []

    def interview(self, record_id: str) -> Interview:
        record = begin(self.questionnaire, record_id, self.context, lang=self.lang)
        steps, most = 0, 4 * len(self.questionnaire.questions) + 20
        way = path(self.questionnaire, record, self.context)
        while way.next is not None:
            if steps >= most:
                place = Place(column=way.next)
                self.problems.append(
                    problem("interview-goes-round", place, steps=steps, name=way.next)
                )
                break
            for shown in self._waiting(record, way):
                if shown.name not in walk(self.questionnaire, record, self.context).reached:
                    continue  # closed by an answer on the same page
                steps += 1
                answered = self._answer(record, shown)
                if answered is record:
                    return self._done(record, False)
                record = answered
            way = path(self.questionnaire, record, self.context)
            if self.rng.random() < self.policy.change and steps < most // 2:
                record = self._changed(record, way)
                way = path(self.questionnaire, record, self.context)
        return self._done(record, way.next is None)

    def _done(self, record: Record, complete: bool) -> Interview:
        for name, answer in record.answers.items():
            codes = answer if isinstance(answer, tuple) else (answer,)
            self.taken.update((name, code) for code in codes if isinstance(code, str))
        return Interview(record, tuple(self.problems), complete)

    def _waiting(self, record: Record, way: Path) -> list[Shown]:
        """Questions on the page in turn that still want an answer."""
        assert way.next is not None
        shown = page(self.questionnaire, record, way.next, self.lang, self.context).items
        return [
            item
            for item in shown
            if item.name == way.next
            or item.name in way.again
            or (item.name not in record.answers and item.name not in record.passed)
        ]

    def _answer(self, record: Record, shown: Shown) -> Record:
        """The record with an answer to the question, the same record if there is none to find."""
        question = self.questionnaire.question(shown.name)
        if shown.kind is Kind.NOTE or shown.is_read_only:
            return self._try(record, shown.name, None).record
        if not shown.is_required and self.rng.random() < self.policy.blank:
            passed = self._try(record, shown.name, None)
            if passed.taken and passed.record is not record:
                return passed.record
        if shown.missing and self.rng.random() < self.policy.missing:
            why = self.rng.choice(shown.missing)
            return self._try(record, shown.name, f"_{why.value}").record
        visible = walk(self.questionnaire, record, self.context).visible
        raws = tries(question, shown, self.clues[shown.name], visible, self.context, self.rng)
        if shown.kind is Kind.SINGLE and self.rng.random() < self.policy.rare:
            rare = min(
                (option.code for option in shown.options),
                key=lambda code: self.taken[shown.name, code],
                default=None,
            )
            if rare is not None:
                tried = self._try(record, shown.name, rare)
                if tried.taken:
                    return tried.record
        for _, raw in zip(range(self.policy.budget), raws, strict=False):
            tried = self._try(record, shown.name, raw)
            if tried.taken:
                return tried.record
        return self._gives_up(record, shown)

    def _gives_up(self, record: Record, shown: Shown) -> Record:
        """Report a dead end, and go on by leaving it blank or refusing.

        An optional question of which no option is offered is passed: a person would press on.
        """
        if shown.kind in CHOICE_KINDS and not shown.options and not shown.is_required:
            passed = self._try(record, shown.name, None)
            if passed.taken and passed.record is not record:
                return passed.record
        place = replace(self.questionnaire.question(shown.name).place, column=shown.name)
        self.problems.append(
            problem("interview-dead-end", place, name=shown.name, tries=self.policy.budget)
        )
        for raw in (None, f"_{Missing.REFUSED.value}"):
            tried = self._try(record, shown.name, raw)
            if tried.taken and tried.record is not record:
                return tried.record
        return record

    def _changed(self, record: Record, way: Path) -> Record:
        """Go back to one earlier question and answer it anew."""
        earlier = [name for name in way.reached if name in record.answers]
        if not earlier:
            return record
        name = self.rng.choice(earlier)
        for shown in page(self.questionnaire, record, name, self.lang, self.context).items:
            if shown.name == name and not shown.is_read_only:
                return self._answer(record, shown)
        return record

    def _try(self, record: Record, name: str, raw: str | list[str] | None) -> Accepted:
        tried = accept(self.questionnaire, record, name, raw, self.lang, self.context)
        if tried.soft and self.rng.random() < 0.2:
            return accept(
                self.questionnaire, record, name, raw, self.lang, self.context, reason="robots"
            )
        return tried
