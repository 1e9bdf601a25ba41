"""Builds a banner table from the counted cube: cells, tests, letters, differences, bases, notes.

Everything it needs is declared beforehand (`declared`): filters of the columns, of their overlaps
and of what they stand among, unions of codes, rules as derived questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from atbalss.study.about import SampleKind
from atbalss.study.bases import is_multiple
from atbalss.study.question import Group
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rule_tree import Rule
from atbalss.study.texts import NO_TEXT, Text
from atbalss.study.waves import Wave
from atbalss.tables import banner_columns, banner_notes
from atbalss.tables.banner_across import check_layout
from atbalss.tables.banner_ask import ITEMS, BannerAsk, LetterRule
from atbalss.tables.banner_cells import Maker
from atbalss.tables.banner_columns import Place, filter_of, places
from atbalss.tables.banner_differences import check_against, with_differences
from atbalss.tables.banner_fold import folded_plans
from atbalss.tables.banner_result import (
    BannerBlock,
    BannerCell,
    BannerColumn,
    BannerRow,
    BannerTable,
)
from atbalss.tables.banner_rows import BlockPlan, RowPlan, blocks, medians_of, unions
from atbalss.tables.banner_tests import Tester, adjust
from atbalss.tables.demand import Filter
from atbalss.tables.derived import read_rule, with_rules
from atbalss.tables.estimates import union_name
from atbalss.tables.notes import base_words
from atbalss.tables.numbers import Counted
from atbalss.tables.order import printed as in_print
from atbalss.tables.result import CellKey, Flag, Number, RowKind, Source, Unit
from atbalss.tables.suppress import flag_of, suppress

_SORTED = frozenset({RowKind.CODE, RowKind.OTHER, RowKind.MISSING})


@dataclass(frozen=True)
class Declared:
    """What banner tables need counted: filters, unions (question -> name -> codes), medians.

    `unprinted` are those of the filters that serve tests alone.
    """

    filters: frozenset[Filter]
    unions: Mapping[str, Mapping[str, tuple[str, ...]]]
    medians: frozenset[str] = frozenset()
    unprinted: frozenset[Filter] = frozenset()


def extended(questionnaire: Questionnaire, asks: Iterable[BannerAsk]) -> Questionnaire:
    """The questionnaire with the rules of the tables' filters as derived questions."""
    texts: dict[str, Rule] = {}
    for ask in asks:
        if ask.rule and ask.rule not in texts:
            texts[ask.rule] = read_rule(ask.rule, questionnaire)
    return with_rules(questionnaire, texts)


def declared(
    questionnaire: Questionnaire, waves: Sequence[Wave], current: str, asks: Iterable[BannerAsk]
) -> Declared:
    """Everything to be counted for tables, of an extended questionnaire; refuses unknown names."""
    filters: set[Filter] = set()
    printed: set[Filter] = set()
    more: dict[str, dict[str, tuple[str, ...]]] = {}
    medians: set[str] = set()
    for ask in asks:
        filters |= banner_columns.filters(questionnaire, waves, current, ask)
        printed |= {item.among for item in places(questionnaire, waves, current, ask)}
        for question, codes in unions(questionnaire, ask):
            more.setdefault(question, {})[union_name(codes)] = codes
        medians |= set(medians_of(questionnaire, ask))
    unprinted = frozenset(filters - printed)
    return Declared(frozenset(filters), more, frozenset(medians), unprinted)


def build(counted: Counted, ask: BannerAsk, sample_kind: SampleKind) -> BannerTable:
    """The table that is asked for; its numbers flagged and hidden by the small-base rule last."""
    questionnaire = counted.questionnaire
    columns = places(questionnaire, counted.waves, counted.current, ask)
    maker = Maker(counted, ask.sd_by)
    tester = Tester(maker, ask, columns)
    plans = folded_plans(counted, ask, blocks(questionnaire, ask), columns)
    made = tuple(_block(maker, tester, plan, columns, ask) for plan in plans)
    tested = ask.tests.rule is not LetterRule.NONE
    heads = tuple(_column(counted, column, tested) for column in columns)
    waves = {column.wave for column in columns}
    table = BannerTable(
        ask.id,
        _title(ask, made),
        ask,
        heads,
        made,
        filter_note=banner_notes.filter_words(questionnaire, filter_of(questionnaire, ask)),
        weighted=any(counted.is_weighted(item.wave) for item in columns),
        invented=any(counted.wave_names[wave].invented for wave in waves),
    )
    table = replace(table, notes=banner_notes.notes(counted, table, sample_kind))
    return suppress(table, counted.rules)


def _title(ask: BannerAsk, made: Sequence[BannerBlock]) -> Text:
    if ask.title:
        return ask.title
    return made[0].title if made else NO_TEXT


def _column(counted: Counted, place: Place, tested: bool) -> BannerColumn:
    return BannerColumn(
        place.key,
        place.labels,
        place.titles,
        place.group,
        place.outer,
        place.wave,
        place.own,
        place.among,
        place.letter if tested else "",
        counted.base("", place.wave, place.among),
    )


# ---- blocks


def _block(
    maker: Maker, tester: Tester, plan: BlockPlan, columns: Sequence[Place], ask: BannerAsk
) -> BannerBlock:
    counted = maker.counted
    questionnaire = counted.questionnaire
    plans = _ordered(counted, plan.rows, columns)
    rows = [_row(maker, tester, item, columns, ask) for item in plans]
    rows = adjust(rows, tester, ask)
    rows = _ranked(rows, plans) if "rank" in ask.shown else rows
    grid = _group(questionnaire, plan.grid) if plan.grid else None
    items = questionnaire.grids.get(plan.name)
    questions = items or (questionnaire.question(plan.name),)
    if items is None:
        title = questions[0].short_label or questions[0].label
        wording = questions[0].label
    else:
        group = _group(questionnaire, plan.name)
        title, wording = group.short_label or group.label, group.label
    if grid is not None and ask.layout == ITEMS:
        wording = grid.label
    return BannerBlock(
        plan.name,
        title or Text.of({"lv": plan.name}),
        wording,
        base_words(counted, questions),
        tuple(_base(counted, plan.name, column) for column in columns),
        tuple(rows),
        multiple=any(is_multiple(item) for item in questions)
        and any(row.kind in _SORTED for row in rows),
        notes=plan.notes,
        chi_square=tester.chi_squares(plan),
        grid=NO_TEXT if grid is None else grid.short_label or grid.label,
    )


def _group(questionnaire: Questionnaire, name: str) -> Group:
    return next(item for item in questionnaire.groups if item.name == name)


def _base(counted: Counted, name: str, column: Place) -> Number:
    """Persons in the base of a question in a column: n, weighted, effective."""
    if counted.has_answers(column.wave):
        return counted.base(name, column.wave, column.among)
    known = {
        number.base
        for number in [counted.base(name, column.wave, column.among)]
        if number.base is not None
    }
    n = known.pop() if known else None
    cell = CellKey(name, "", column.wave, column.among)
    return Number(cell, Unit.COUNT, n, n, n, source=Source.PUBLISHED)


def _ordered(
    counted: Counted, rows: Sequence[RowPlan], columns: Sequence[Place]
) -> tuple[RowPlan, ...]:
    """Codes in printed order by their size in the first column; other rows where they stand."""
    first = columns[0] if columns else None
    by_question: dict[str, list[RowPlan]] = {}
    for row in rows:
        if row.kind in _SORTED and ":" not in row.key:
            by_question.setdefault(row.question, []).append(row)
    place = {id(row): at for at, row in enumerate(rows)}
    done = list(rows)
    for name, own in by_question.items():
        if first is None or not counted.has_answers(first.wave):
            continue
        question = counted.questionnaire.question(name)
        whole = first.among if first.group < 0 else ()
        n = counted.base_line(name, first.wave, whole)[0]
        if flag_of(n, counted.rules) is Flag.HIDDEN:
            continue
        sizes = {row.key: counted.line(question, row.key, first.wave, whole)[1] for row in own}
        order = {key: at for at, key in enumerate(in_print(question, partial(_size, sizes)))}
        sorted_rows = sorted(own, key=partial(_rank_in, order))
        slots = sorted(place[id(row)] for row in own)
        for slot, row in zip(slots, sorted_rows, strict=True):
            done[slot] = row
    return tuple(done)


def _size(sizes: Mapping[str, float], code: str) -> float:
    return sizes.get(code, 0.0)


def _rank_in(order: Mapping[str, int], row: RowPlan) -> int:
    return order.get(row.key, len(order))


def _row(
    maker: Maker, tester: Tester, plan: RowPlan, columns: Sequence[Place], ask: BannerAsk
) -> BannerRow:
    cells = []
    whole = filter_of(maker.counted.questionnaire, ask)
    wholes = _row_wholes(maker, plan, columns, whole) if plan.is_share else [None] * len(columns)
    for column, everybody in zip(columns, wholes, strict=True):
        number = maker.number(plan, column)
        weighted = row_share = None
        if plan.is_share and number.value is not None and number.source is Source.ANSWERS:
            weighted = maker.answers(plan, column.wave, column.among)[1]
            row_share = weighted / everybody if everybody else None
        cells.append(BannerCell(number, weighted, row_share))
    row = BannerRow(
        plan.key,
        plan.label,
        plan.kind,
        plan.question,
        tuple(cells),
        tests=tester.row(plan),
        part=plan.part,
    )
    compared = ask.against and plan.kind is not RowKind.FOLDED
    return with_differences(maker, plan, row, columns, ask) if compared else row


def _row_wholes(
    maker: Maker, plan: RowPlan, columns: Sequence[Place], whole: Filter
) -> list[float | None]:
    """For each column the sum of weights that its share of the row is of: its parent's."""
    found: list[float | None] = []
    outer = banner_columns.parents(columns, whole)
    for at, column in enumerate(columns):
        if not maker.counted.has_answers(column.wave):
            found.append(None)
            continue
        among = outer.get(at, whole)
        found.append(maker.answers(plan, column.wave, among)[1])
    return found


def _ranked(rows: Sequence[BannerRow], plans: Sequence[RowPlan]) -> list[BannerRow]:
    """Ranks within each column, 1 the largest; equal values share the better rank."""
    groups: dict[str, list[int]] = {}
    for at, plan in enumerate(plans):
        if plan.ranks:
            groups.setdefault(plan.part.get("lv"), []).append(at)
    done = list(rows)
    for members in groups.values():
        width = len(rows[members[0]].cells)
        for column in range(width):
            values = {at: _value(done[at].cells[column].number) for at in members}
            known = [value for value in values.values() if value is not None]
            for at, value in values.items():
                if value is None:
                    continue
                rank = 1 + sum(other > value + 1e-12 for other in known)
                cells = list(done[at].cells)
                cells[column] = replace(cells[column], rank=rank)
                done[at] = replace(done[at], cells=tuple(cells))
    return done


def _value(number: Number | None) -> float | None:
    return None if number is None else number.value


def check_ask(
    questionnaire: Questionnaire, waves: Sequence[Wave], current: str, ask: BannerAsk
) -> None:
    """Refuses a table that names what the study does not have, before anything is counted."""
    check_layout(questionnaire, ask)
    whole = extended(questionnaire, [ask])
    declared(whole, waves, current, [ask])
    columns = places(whole, waves, current, ask)
    check_against(ask, columns, waves)
