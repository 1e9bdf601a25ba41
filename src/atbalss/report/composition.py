"""Whether the make-up of the sample moved between the waves that a report compares."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot
from typing import TYPE_CHECKING

from atbalss.problems import Place, Problem, problem
from atbalss.report.document import Form
from atbalss.report.labels import label_text
from atbalss.report.numerals import decimal
from atbalss.report.specs import FigureSpec
from atbalss.study.about import Study
from atbalss.study.bases import code_list, is_multiple
from atbalss.study.question import Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import dash

if TYPE_CHECKING:
    from atbalss.tables.cells import Cells

LEAST = 0.05  # of a share: less of a shift moves no figure that anybody would print
STANDARD_ERRORS = 3.0  # chance alone reaches this in one comparison of four hundred


def check_composition(
    specs: Iterable[FigureSpec],
    cells: Cells,
    questionnaire: Questionnaire,
    study: Study,
    file: str,
    lang: str,
) -> list[Problem]:
    """A note where waves are compared, nothing is standardised, and demographics moved.

    Compared are the (weighted) shares of every demographic question in the current wave and in
    each earlier wave with answers: five points or more, and three standard errors.
    """
    shown = list(specs)
    trends = [spec for spec in shown if _is_trend(spec)]
    waves = [wave.name for wave in study.waves if wave.has_answers and wave.name != study.wave]
    if not trends or not waves or any(spec.standardise for spec in shown):
        return []
    found = []
    for wave in waves:
        moved = _moved(cells, questionnaire, wave, lang)
        if moved:
            place = Place(file, line=trends[0].line)
            found.append(problem("report-composition", place, wave=wave, list="; ".join(moved)))
    return found


def _is_trend(spec: FigureSpec) -> bool:
    return spec.by_wave or spec.form is Form.LINE or len(spec.waves) > 1


def _moved(cells: Cells, questionnaire: Questionnaire, wave: str, lang: str) -> list[str]:
    """The largest shift of each demographic question that moved, in words: label, code, points."""
    found = []
    for question in questionnaire.questions:
        codes = code_list(question)
        if question.role is not Role.DEMOGRAPHIC or codes is None or is_multiple(question):
            continue
        shifts = []
        for code in codes.codes:
            now = cells.share(question.name, code.name)
            then = cells.share(question.name, code.name, wave)
            if now.value is None or then.value is None or now.se is None or then.se is None:
                continue
            shift, error = now.value - then.value, hypot(now.se, then.se)
            if abs(shift) >= LEAST and abs(shift) > STANDARD_ERRORS * error:
                shifts.append((shift, code.name))
        if shifts:
            shift, name = max(shifts, key=lambda item: abs(item[0]))
            words = label_text(questionnaire, question.name, name).get(lang) or name
            found.append(
                f"{question.name} {dash(lang)} {words} {decimal(100 * shift, 0, lang, signed=True)}"
            )
    return found
