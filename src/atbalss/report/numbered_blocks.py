"""Blocks with a number and a caption: tables, banner tables, figures, who differs."""

from __future__ import annotations

from dataclasses import replace

from atbalss.problems import Refused, problem
from atbalss.report.demand import with_items
from atbalss.report.document import Block, BoundText, CellText, DataTable, Form
from atbalss.report.labels import unknown_name
from atbalss.report.nodes import BannerNode, FigureNode, Inlines, LookNode, TableNode
from atbalss.report.numbering import Labels
from atbalss.report.sentences import Sentences, flat, plain
from atbalss.report.specs import FigureSpec
from atbalss.study.bases import is_multiple


def table(node: TableNode, told: Sentences, labels: Labels) -> DataTable:
    """A table that is written out in the text; numbers in its cells are bound."""

    def cell(items: Inlines, header: bool) -> CellText:
        bound = told.inlines(items)
        first = next((part for part in flat(bound) if isinstance(part, BoundText)), None)
        numeric = first is not None and len(bound) == 1
        number_id, detail = (first.number_id, first.detail) if first else ("", "")
        return CellText(plain(bound).strip(), number_id, header, numeric, detail)

    header = tuple(cell(items, True) for items in node.header)
    rows = tuple(tuple(cell(items, i == 0) for i, items in enumerate(row)) for row in node.rows)
    is_numbered = node.id in labels.numbers["tab"]
    return DataTable(
        header,
        rows,
        caption=told.text(node.caption, "caption"),
        label=labels.text("tab", node.id, told.lang) if is_numbered else "",
        anchor=f"tab-{node.id}" if is_numbered else "",
    )


def banner(node: BannerNode, told: Sentences, labels: Labels) -> list[Block]:
    """A table of questions by columns; none where it cannot be made, which is told."""
    from atbalss.report.banner_block import banner_block
    from atbalss.tables.banner import check_ask

    caption = told.text(node.caption, "caption")
    anchor = f"tab-{node.ask.id}"
    try:
        check_ask(told.questionnaire, told.study.waves, told.study.wave, node.ask)
        return [
            banner_block(
                node.ask,
                told.cells,
                told.lang,
                label=labels.text("tab", node.ask.id, told.lang),
                caption=caption,
                anchor=anchor,
                register=told.register,
            )
        ]
    except Refused as refused:
        told.refused(refused, node.line)
        return []


def figure(node: FigureNode, told: Sentences, labels: Labels) -> list[Block]:
    """A figure or a table of answers; none where it cannot be made, which is told."""
    from atbalss.report.figures import figure_block, table_block

    spec = with_items(node.spec, told.questionnaire)
    kind = "tab" if spec.is_table else "fig"
    caption = told.text(node.caption, "caption")
    alt = told.text(node.finding, "finding")
    anchor = f"{kind}-{spec.id}"
    spec = replace(spec, caption=caption, finding=alt)
    if not spec.questions and not spec.grid:
        return []  # told when the block was read
    try:
        _check_names(spec, told)
        make = table_block if spec.is_table else figure_block
        made = make(
            spec,
            told.cells,
            told.questionnaire,
            told.study,
            told.lang,
            label=labels.text(kind, spec.id, told.lang),
            caption=caption,
            alt=alt,
            register=told.register.for_figures(anchor),
        )
    except Refused as refused:
        told.refused(refused, spec.line)
        return []
    return [replace(made, anchor=anchor)]


def look(node: LookNode, told: Sentences, labels: Labels) -> list[Block]:
    """Who differs, a funnel or a control chart, with what is said of it."""
    from atbalss.report.look_blocks import look_blocks

    spec = node.spec
    caption = told.text(node.caption, "caption")
    if not spec.question or not spec.id or (spec.kind == "funnel" and not spec.by):
        return []  # told when the block was read
    try:
        return look_blocks(
            spec,
            told.cells,
            told.questionnaire,
            told.study,
            told.lang,
            told,
            label=labels.text("fig", spec.id, told.lang),
            caption=caption,
        )
    except Refused as refused:
        told.refused(refused, spec.line)
        return []


def _check_names(spec: FigureSpec, told: Sentences) -> None:
    grids = tuple(told.questionnaire.grids)
    if spec.grid and spec.grid not in grids:
        raise unknown_name(spec.grid, spec.grid, grids)
    known = tuple(told.questionnaire.by_name)
    for name in spec.questions:
        if name not in known and name not in grids:
            raise unknown_name(name, name, known)
        if spec.measure == "share":
            told.cells.codes(name)
            if spec.form is Form.STACKED and is_multiple(told.questionnaire.question(name)):
                raise Refused([problem("report-stacked-multiple", name=name)])
    for wave in spec.waves:
        told.cells.base(wave=wave)
