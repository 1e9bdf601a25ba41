"""Taking an answer: raw input in, a new record out, or what is wrong in the respondent's language.

Nothing is ever lost: an answer that is changed is kept in the record's changes, an answer that
falls off the route stays and is marked by `path`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from atbalss.answers.evaluate import Context
from atbalss.answers.record import Answer, Record, same
from atbalss.interview.checks import at, hard, soft
from atbalss.interview.options import in_shown_order
from atbalss.interview.path import Walk, is_computed, is_put, is_required, walk
from atbalss.interview.pipe import fill
from atbalss.interview.raw import Raw, value_of
from atbalss.problems import Place, Problem, problem
from atbalss.study.question import Kind, Question, Role
from atbalss.study.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Accepted:
    """The new record, or the old one and why the answer was not taken.

    `problems` must be mended; `soft` may be overridden by giving the answer again with a reason.
    `seen` is the walk of the new record where it is known, so that nobody need walk again.
    """

    record: Record
    problems: tuple[Problem, ...] = ()
    soft: tuple[Problem, ...] = ()
    seen: Walk | None = field(default=None, compare=False, repr=False)

    @property
    def taken(self) -> bool:
        """Whether the answer was taken."""
        return not self.problems and not self.soft


def begin(
    questionnaire: Questionnaire,
    record_id: str,
    context: Context,
    *,
    lang: str = "",
    sample: Mapping[str, Answer] | None = None,
) -> Record:
    """A new record, with what is known from the sample and what the machine computes."""
    record = Record(record_id, dict(sample or {}), lang or context.lang or questionnaire.langs[0])
    return settled(questionnaire, record, context)


def accept(
    questionnaire: Questionnaire,
    record: Record,
    name: str,
    raw: Raw,
    lang: str,
    context: Context,
    *,
    reason: str | None = None,
) -> Accepted:
    """Take one answer. Blank passes a note or an optional question; the same again is no change.

    `reason` overrides a soft check and is kept. Later answers stay whatever route this one opens.
    """
    context = replace(context, lang=lang)
    question = questionnaire.by_name.get(name)
    is_known = question is not None and question.role is Role.SAMPLE  # nobody was asked it
    if question is None or is_known or question.kind in (Kind.CALCULATE, Kind.META):
        return Accepted(record, (problem("interview-no-question", name=name[:60]),))
    if question.kind is Kind.NOTE or is_computed(question) or question.read_only:
        return _pass(questionnaire, record, question, raw, context)
    value = value_of(question, raw)
    if isinstance(value, Problem):
        return Accepted(record, (value,))
    candidate = replace(record.with_answer(name, value), lang=lang)
    seen = walk(questionnaire, candidate, context)
    if name not in seen.reached:
        return Accepted(record, (at(question, "interview-off-route", name=name),))
    if value is None:
        if is_required(questionnaire, question, seen.visible, context):
            return Accepted(record, (_required(questionnaire, question, seen, context),))
        return _settled(questionnaire, _passed(candidate, name), context, seen)
    if problems := hard(questionnaire, question, value, seen.visible, context):
        return Accepted(record, problems)
    if doubts := soft(questionnaire, question, value, seen.visible, context):
        held = record.reasons.get(name, "") if same(record.answers.get(name), value) else ""
        kept = (reason or "").strip() or held
        if not kept:
            return Accepted(record, (), doubts)
        candidate = replace(candidate, reasons={**candidate.reasons, name: kept})
    if question.randomize:
        order = in_shown_order(questionnaire, question, record, seen.visible, context)
        names = tuple(code.name for code in order)
        candidate = replace(candidate, orders={**candidate.orders, name: names})
    return _settled(questionnaire, candidate, context, seen)


def accept_page(
    questionnaire: Questionnaire,
    record: Record,
    raw: Mapping[str, Raw],
    lang: str,
    context: Context,
    *,
    reasons: Mapping[str, str] | None = None,
) -> Accepted:
    """Take the answers of one page in the questionnaire's order; good ones stay beside bad ones.

    An answer to a question that an earlier one on the same page closes is left out in silence.
    """
    problems: list[Problem] = []
    doubts: list[Problem] = []
    seen: Walk | None = None
    unknown = [name for name in raw if name not in questionnaire.by_name]
    problems += [problem("interview-no-question", name=name[:60]) for name in unknown]
    for question in questionnaire.questions:
        name = question.name
        if name not in raw:
            continue
        reason = (reasons or {}).get(name)
        taken = accept(questionnaire, record, name, raw[name], lang, context, reason=reason)
        seen = taken.seen if taken.taken else seen
        record = taken.record
        problems += [item for item in taken.problems if item.code != "interview-off-route"]
        doubts += taken.soft
    return Accepted(record, tuple(problems), tuple(doubts), seen)


def settled(questionnaire: Questionnaire, record: Record, context: Context) -> Record:
    """The record with everything that the machine computes made new."""
    return _settled(questionnaire, record, context, walk(questionnaire, record, context)).record


def _settled(
    questionnaire: Questionnaire, record: Record, context: Context, seen: Walk
) -> Accepted:
    """The same from a walk of this record's answers, which stands where nothing was made new."""
    computed = seen.computed
    if all(same(record.answers.get(name), value) for name, value in computed.items()):
        return Accepted(record, seen=seen)
    answers = {name: value for name, value in record.answers.items() if name not in computed}
    answers |= {name: value for name, value in computed.items() if value is not None}
    return Accepted(replace(record, answers=answers))


def _pass(
    questionnaire: Questionnaire, record: Record, question: Question, raw: Raw, context: Context
) -> Accepted:
    """Go past something that is only shown."""
    seen = walk(questionnaire, record, context)
    if question.name not in seen.reached or not is_put(question):
        return Accepted(record, (at(question, "interview-off-route", name=question.name),))
    if question.kind is not Kind.NOTE:
        value = value_of(question, raw)
        changed = isinstance(value, Problem) or not same(value, seen.visible.get(question.name))
        if value is not None and changed:
            return Accepted(record, (at(question, "interview-read-only"),))
    gone_past = replace(_passed(record, question.name), lang=context.lang)
    return _settled(questionnaire, gone_past, context, seen)


def _passed(record: Record, name: str) -> Record:
    if name in record.passed:
        return record
    return replace(record, passed=(*record.passed, name))


def _required(
    questionnaire: Questionnaire, question: Question, seen: Walk, context: Context
) -> Problem:
    message = fill(question.required_message, questionnaire, seen.visible, context)
    if not message:
        return at(question, "interview-required")
    return problem("interview-required-own", Place(column=question.name), message=message)
