"""All results of a study, question by question, as a reader of the published page chooses them.

Each view is an ordinary figure of the report: the same tables, the same folding and hiding of
small cells, the same notes. What a reader can choose is said before anything is counted, so that
what is hidden in one view cannot be had from another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from atbalss.report.demand import with_items
from atbalss.report.document import FigureBlock, FigureModel, Form
from atbalss.report.figure_shown import shown_by
from atbalss.report.figures import figure_block
from atbalss.report.publish_phrases import say
from atbalss.report.specs import Among, FigureSpec
from atbalss.report.theme import DEFAULT
from atbalss.study.about import Study
from atbalss.study.bases import code_list
from atbalss.study.question import ANSWER_KINDS, Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.demand import Demand
from atbalss.tables.result import Number, Table

if TYPE_CHECKING:
    from atbalss.tables.cells import Cells

ALL = "all"  # the view of everybody in the current wave
WAVES = "waves"  # the view over the waves
FEW = 2  # groups or waves that a view of several needs


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at a question: `key` is part of its permanent address."""

    key: str
    label: str
    block: FigureBlock
    table: Table


@dataclass(frozen=True, slots=True)
class Result:
    """A question or grid with its views, that of everybody first."""

    name: str
    title: str
    wording: str
    views: tuple[View, ...]


def groups(questionnaire: Questionnaire) -> tuple[Question, ...]:
    """The questions that respondents can be told apart by: demographics with codes."""
    return tuple(
        question
        for question in questionnaire.questions
        if question.role is Role.DEMOGRAPHIC and question.codes is not None
    )


def demand_of(questionnaire: Questionnaire) -> Demand:
    """The filters that the results use: each group of each demographic question."""
    found = (
        ((question.name, code.name),)
        for question in groups(questionnaire)
        if question.codes is not None
        for code in question.codes.codes
        if not code.missing
    )
    return Demand(amongs=frozenset(found))


def results(
    cells: Cells, questionnaire: Questionnaire, study: Study, lang: str
) -> tuple[Result, ...]:
    """Every question that has answers to count, in the questionnaire's order, with its views."""
    return tuple(_result(cells, questionnaire, study, lang, spec) for spec in _specs(cells))


def countable(cells: Cells) -> Iterator[tuple[str, bool]]:
    """What has answers to count, in the questionnaire's order: (question or grid, by its mean).

    Means of grids and of numbers; shares of choices and of open answers that are coded.
    """
    grids: set[str] = set()
    for question in cells.questionnaire.questions:
        if question.kind not in ANSWER_KINDS or question.role is Role.SCREENING:
            continue
        grid = question.grid
        if grid and grid not in grids and cells.has_mean(grid):
            grids.add(grid)
            yield grid, True
        if code_list(question) is None:
            if cells.has_mean(question.name):
                yield question.name, True
        elif question.codes is not None or cells.n_distinct(question.name) > 0:
            yield question.name, False


def _specs(cells: Cells) -> Iterator[FigureSpec]:
    """A figure of everybody for each question or grid that can be shown."""
    for name, by_mean in countable(cells):
        measure = "mean" if by_mean else "share"
        if name in cells.questionnaire.grids:
            spec = FigureSpec(name, (), grid=name, measure=measure, compare=False)
            yield with_items(spec, cells.questionnaire)
        else:
            yield FigureSpec(name, (name,), measure=measure, compare=False)


def _result(
    cells: Cells, questionnaire: Questionnaire, study: Study, lang: str, spec: FigureSpec
) -> Result:
    title = cells.label(spec.grid or spec.questions[0]).get(lang)

    def view(key: str, label: str, **changes: object) -> View:
        asked = replace(spec, **changes)  # type: ignore[arg-type]
        caption = title if key == ALL else f"{title}: {label}"
        block = figure_block(
            asked, cells, questionnaire, study, lang,
            label="", caption=caption, alt=caption, register=_unregistered,
        )  # fmt: skip
        table = shown_by(asked, cells, questionnaire, study, lang, _unregistered).table
        return View(key, label, replace(block, model=_told_apart(block.model)), table)

    views = [view(ALL, say("everybody", lang))]
    for kind in _kinds(questionnaire, spec):
        views.append(view(kind, say(kind, lang), **{kind: True}))
    if len(_waves(cells, spec)) >= FEW:
        views.append(view(WAVES, say("over-waves", lang), by_wave=True))
    for question in groups(questionnaire):
        among = _groups(cells, question, lang)
        if question.name not in spec.questions and len(among) >= FEW:
            label = cells.label(question.name).get(lang)
            form = Form.GROUPED if len(spec.questions) > 1 or spec.measure == "share" else spec.form
            views.append(view(question.name, label, among=among, form=form))
    return Result(spec.id, title, views[0].block.wording, tuple(views))


def _kinds(questionnaire: Questionnaire, spec: FigureSpec) -> tuple[str, ...]:
    """In which other ways the answers of a question are counted: by its nets, by its bands."""
    codes = None if spec.measure == "mean" else code_list(questionnaire.question(spec.questions[0]))
    if codes is None:
        return ()
    has_nets = any(codes.members(net.name) for net in codes.nets)
    has_bands = any(code.band for code in codes.codes)
    return ("nets",) * has_nets + ("bands",) * has_bands


def _waves(cells: Cells, spec: FigureSpec) -> set[str]:
    """The waves that have any figure of what is shown."""
    if spec.measure == "mean":
        return set(cells.waves_with(spec.grid or spec.questions[0], measure="mean"))
    name = spec.questions[0]
    return {wave for code in cells.codes(name) for wave in cells.waves_with(name, code)}


def _told_apart(model: FigureModel) -> FigureModel:
    """The chart without series of which all is hidden; many are coloured as steps of a scale."""
    series = [item for item in model.series if any(p.value is not None for p in item.points)]
    if len(series) > len(DEFAULT.series):
        last = len(series) - 1
        series = [replace(item, role=f"band:{at}/{last + 1}") for at, item in enumerate(series)]
    return model if len(model.series) <= 1 else replace(model, series=tuple(series))


def _groups(cells: Cells, question: Question, lang: str) -> tuple[Among, ...]:
    """The groups of a demographic question that anybody is in."""
    if question.codes is None:
        return ()
    return tuple(
        Among(question.name, code.name, (code.short_label or code.label).get(lang))
        for code in question.codes.codes
        if not code.missing and cells.base(among=((question.name, code.name),)).base
    )


def _unregistered(number: Number, text: str) -> str:
    """These numbers stand in no sentence: they have no id."""
    return ""
