"""Figures and tables of a report: from the study's numbers to the neutral model, data and notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from atbalss.report import figure_notes as say
from atbalss.report.document import DataTable, FigureBlock
from atbalss.report.figure_models import model_of
from atbalss.report.figure_shown import Register, Shown, shown_by
from atbalss.report.figure_table import data_of
from atbalss.report.figure_words import word
from atbalss.report.specs import FigureSpec
from atbalss.study.about import Study
from atbalss.study.questionnaire import Questionnaire

if TYPE_CHECKING:
    from atbalss.tables.cells import Cells


def figure_block(
    spec: FigureSpec,
    cells: Cells,
    questionnaire: Questionnaire,
    study: Study,
    lang: str,
    *,
    label: str,
    caption: str,
    alt: str,
    register: Register,
) -> FigureBlock:
    """The figure asked for: chart model, data table with n and intervals, base, wording, notes.

    `register` is told every number with its printed text and gives its id. Names that the study
    does not have raise `Refused` (from `cells`).
    """
    shown = shown_by(spec, cells, questionnaire, study, lang, register)
    model = model_of(shown)
    data = replace(
        data_of(shown, caption=caption, anchor=f"{spec.id}-data"),
        notes=say.of_waves(shown.table, study, lang),
    )
    wordings = _wordings(shown)
    return FigureBlock(
        anchor=spec.id,
        label=label,
        caption=caption,
        alt=alt,
        model=model,
        data=data,
        wording=" / ".join(wordings),
        base=say.base(shown.table, lang),
        notes=say.notes(shown.table, model, study, lang, tests=spec.compare),
        asked=len(wordings),
    )


def table_block(
    spec: FigureSpec,
    cells: Cells,
    questionnaire: Questionnaire,
    study: Study,
    lang: str,
    *,
    label: str,
    caption: str,
    alt: str,
    register: Register,
) -> DataTable:
    """The printed table asked for: rows by answer, a column a wave or filter, base and notes.

    `alt` is the finding that the author gave; a table says it itself, so it is not printed.
    """
    shown = shown_by(spec, cells, questionnaire, study, lang, register)
    data = data_of(shown, caption=caption, label=label, anchor=spec.id)
    notes = (
        f"{word('base', lang)}: {say.base(shown.table, lang)}",
        *say.notes(shown.table, None, study, lang, tests=spec.compare),
        *say.of_waves(shown.table, study, lang),
    )
    return DataTable(
        data.header, data.rows, data.caption, data.label, data.anchor, notes, data.widths
    )


def _wordings(shown: Shown) -> tuple[str, ...]:
    """The question as asked; of several questions that are no grid, each."""
    names = [name for name in shown.questions if name in shown.questionnaire.by_name]
    grids = {shown.questionnaire.question(name).grid for name in names}
    if len(names) < 2 or (len(grids) == 1 and "" not in grids):
        whole = shown.table.wording.get(shown.lang)
        return (whole,) if whole else ()
    texts = [shown.questionnaire.question(name).label.get(shown.lang) for name in names]
    return tuple(dict.fromkeys(text for text in texts if text))
