"""A report that compares waves is told where the make-up of its respondents moved."""

from __future__ import annotations

from dataclasses import replace

from atbalss.report.composition import check_composition
from atbalss.report.document import Form
from atbalss.report.specs import FigureSpec
from atbalss.study.question import Role

from .told import QUESTIONNAIRE, STUDY, cells, people

FORM = replace(
    QUESTIONNAIRE,
    items=(replace(QUESTIONNAIRE.items[0], role=Role.DEMOGRAPHIC), *QUESTIONNAIRE.items[1:]),
)
TREND = FigureSpec("a", ("tools",), form=Form.LINE, waves=("2023", "2024"), line=7)


def _found(now, past, *specs, form=FORM):
    return check_composition(specs, cells(now, past), form, STUDY, "report.lv.md", "lv")


def test_a_shift_is_told_where_waves_are_compared_and_nothing_is_standardised():
    now, past = people(88, 40, 72), people(40, 80, 80)  # 44, 20, 36 % and 20, 40, 40 %
    (found,) = _found(now, past, TREND)
    assert (found.code, found.where.line) == ("report-composition", 7)
    assert "use – Katru dienu +24" in found.sentence("lv")
    assert "2023" in found.sentence("en")
    for quiet in (
        _found(now, past, replace(TREND, standardise=("use",))),
        _found(now, past, replace(TREND, form=Form.BARS, waves=("2024",))),
        _found(now, past),
        _found(now, past, TREND, form=QUESTIONNAIRE),  # no demographic question
        _found(past, past, TREND),  # nothing moved
        _found(people(9, 4, 7) * 2, people(8, 5, 7) * 2, TREND),  # within chance
    ):
        assert quiet == []
