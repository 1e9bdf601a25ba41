"""Rows of one or two persons in banner tables: one row "Citas atbildes", as in all other tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from atbalss.study.bases import code_list, in_base, is_multiple
from atbalss.study.question import Question
from atbalss.tables import banner_columns
from atbalss.tables.banner_ask import ITEMS, BannerAsk
from atbalss.tables.banner_columns import Place
from atbalss.tables.banner_rows import BlockPlan, RowPlan
from atbalss.tables.demand import NO_FILTER
from atbalss.tables.estimates import union_name
from atbalss.tables.folded import small_in, widened_over
from atbalss.tables.numbers import Counted
from atbalss.tables.phrases import text
from atbalss.tables.result import RowKind
from atbalss.tables.withheld import FOLDED

_FOLDABLE = (RowKind.CODE, RowKind.OTHER)


def folded_plans(
    counted: Counted, ask: BannerAsk, plans: Sequence[BlockPlan], columns: Sequence[Place]
) -> tuple[BlockPlan, ...]:
    """The blocks with their small rows folded, and what the folds need counted in one scan.

    Codes that a table names one by one, ordered lists and answers printed across are not folded.
    """
    waves = [w for w in dict.fromkeys(at.wave for at in columns) if counted.has_answers(w)]
    if not waves or ask.layout == ITEMS:
        return tuple(plans)
    unions: dict[str, dict[str, tuple[str, ...]]] = {}
    found = []
    for plan in plans:
        question = counted.questionnaire.by_name.get(plan.name)
        fold = () if question is None else _fold(counted, question, plan, waves)
        if question is None or not fold:
            found.append(plan)
            continue
        found.append(_with_fold(plan, question, fold))
        if is_multiple(question) and len(fold) > 1:
            unions.setdefault(question.name, {})[union_name(fold)] = fold
    amongs = banner_columns.filters(counted.questionnaire, counted.waves, counted.current, ask)
    counted.count_unions(unions, frozenset({NO_FILTER, *amongs}))
    return tuple(found)


def _fold(
    counted: Counted, question: Question, plan: BlockPlan, waves: Sequence[str]
) -> tuple[str, ...]:
    """The codes of a block that become one row; none where it does not show the whole list."""
    codes = code_list(question)
    shown = {row.key for row in plan.rows if row.kind in (*_FOLDABLE, RowKind.MISSING)}
    if codes is None or not {code.name for code in codes.codes if in_base(question, code)} <= shown:
        return ()
    small = small_in(counted, question, waves)
    rows = counted.foldable(question, waves[-1])
    return widened_over(counted, question, small, [c for c in rows if c in shown], waves)


def _with_fold(plan: BlockPlan, question: Question, fold: tuple[str, ...]) -> BlockPlan:
    """The block with one row for the codes of a fold, before "hard to say"."""
    row = RowPlan(FOLDED, text("folded"), RowKind.FOLDED, question.name, fold)
    folds = [own.kind in _FOLDABLE and own.key in fold for own in plan.rows]
    kept = [own for own, goes in zip(plan.rows, folds, strict=True) if not goes]
    codes = [at for at, own in enumerate(kept) if own.kind in (*_FOLDABLE, RowKind.MISSING)]
    last = sum(own.kind is RowKind.MISSING for own in kept)  # these get the last of the places
    places = [*codes, codes[-1] + 1 if codes else folds.index(True)]
    kept.insert(places[len(codes) - last], row)
    return replace(plan, rows=tuple(kept), notes=(*plan.notes, text("folded_rows")))
