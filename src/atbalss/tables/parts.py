"""The respondents of a study in parts (centres, months, waves), each with one share or mean."""

from __future__ import annotations

from collections.abc import Sequence

from atbalss.problems import Refused, problem
from atbalss.study.bases import code_list, has_mean, is_multiple
from atbalss.study.texts import Text
from atbalss.tables.compare import Side
from atbalss.tables.demand import NO_FILTER, Filter
from atbalss.tables.family import number_of, side_of
from atbalss.tables.layout import label_of
from atbalss.tables.limits import effective, pooled_sd
from atbalss.tables.looks import groups_of
from atbalss.tables.names import check_code, question_named
from atbalss.tables.numbers import Counted
from atbalss.tables.result import CellKey, Number, Unit
from atbalss.tables.unit_results import Part, Parts


def by_question(counted: Counted, question: str, code: str, by: str, wave: str) -> Parts:
    """The answer by each code of a single choice, in the list's order; `Refused` otherwise."""
    check_answer(counted, question, code, wave)
    grouping = question_named(counted.questionnaire, by)
    if code_list(grouping) is None or is_multiple(grouping):
        raise Refused([problem("tables-not-single", question=by)])
    found = []
    for name in groups_of(grouping):
        among: Filter = ((by, name),)
        if among not in dict(counted.cube.spec.filters):
            raise Refused([problem("tables-undeclared-filter", among=f"{by}={name}")])
        cell = CellKey(question, code, wave, among)
        part = _part(counted, cell, name, label_of(counted, by, name))
        found += [part] if part is not None else []
    total = number_of(counted, CellKey(question, code, wave, NO_FILTER))
    estimate = counted.estimate(CellKey(question, code, wave))
    return _joined(found, total, None if estimate is None else side_of(estimate))


def by_wave(counted: Counted, question: str, code: str) -> Parts:
    """The answer by wave, oldest first; waves known from print only are left out."""
    found = []
    for wave, item in counted.wave_names.items():
        if counted.has_answers(wave):
            check_answer(counted, question, code, wave)
            part = _part(counted, CellKey(question, code, wave), wave, item.label)
            found += [part] if part is not None else []
    size = sum(part.side.n_star or part.side.base for part in found)
    if not size:
        raise Refused([problem("tables-no-answers", wave=counted.current)])
    value = sum(p.side.value * (p.side.n_star or p.side.base) for p in found) / size
    base = sum(part.side.base for part in found)
    side = Side(value, 0.0, base, size)
    total = Number(
        CellKey(question, code, ""),
        Unit.SHARE if code else Unit.MEAN,
        value,
        base=base,
        interval="centre_of_waves",
    )
    return _joined(found, total, side)


def check_answer(counted: Counted, question: str, code: str, wave: str) -> None:
    """Refuses an answer that has no share (no mean where no code is named), or no answers."""
    if code:
        check_code(question_named(counted.questionnaire, question), code)
        if counted.is_outside(question, code):
            raise Refused([problem("tables-outside-base", question=question, answer=code)])
    elif not has_mean(counted.questionnaire, question):
        counted.check_mean(question)
    if not counted.has_answers(wave):
        raise Refused([problem("tables-no-answers", wave=wave)])


def _part(counted: Counted, cell: CellKey, name: str, label: Text) -> Part | None:
    estimate = counted.estimate(cell)
    if estimate is None or estimate.base == 0:
        return None
    return Part(name, label, number_of(counted, cell), side_of(estimate))


def _joined(found: Sequence[Part], total: Number, overall: Side | None) -> Parts:
    if overall is None or not found:
        raise Refused([problem("tables-no-answers", wave=total.cell.wave)])
    is_share = total.unit is Unit.SHARE
    sd = None if is_share else pooled_sd([part.side for part in found])
    side = Side(overall.value, overall.se, overall.base, overall.n_star, sd)
    sized = tuple(
        Part(p.code, p.label, p.number, p.side, max(effective(p.side, sd), 1.0)) for p in found
    )
    return Parts(sized, total, side)
