"""Differences of cells: to the total, to another column, to a past wave; with error and p."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import isinf

from scipy.special import stdtrit

from atbalss.problems import Refused, problem
from atbalss.study.waves import Wave
from atbalss.tables import banner_design, family, letters
from atbalss.tables.banner_ask import BannerAsk
from atbalss.tables.banner_cells import Maker
from atbalss.tables.banner_columns import Place, overlap
from atbalss.tables.banner_result import BannerCell, BannerRow
from atbalss.tables.banner_rows import RowPlan
from atbalss.tables.letters import PairTest
from atbalss.tables.measures import z_of
from atbalss.tables.names import close_names
from atbalss.tables.result import Flag, Number, RowKind, Source, Unit

WAVE_OF = "wave:"
_DIFFERENCES = {
    Unit.SHARE: Unit.SHARE_DIFFERENCE,
    Unit.MEAN: Unit.MEAN_DIFFERENCE,
    Unit.SCORE: Unit.SCORE_DIFFERENCE,
}


def with_differences(
    maker: Maker, plan: RowPlan, row: BannerRow, columns: Sequence[Place], ask: BannerAsk
) -> BannerRow:
    """The row with each cell's difference to what the table names, by the "design" rule."""
    if ask.against.startswith(WAVE_OF):
        cells = [_to_wave(maker, plan, cell, column, ask) for cell, column in _zip(row, columns)]
        return replace(row, cells=tuple(cells))
    check_against(ask, columns, maker.counted.waves)
    keys = [column.key for column in columns]
    at = keys.index(ask.against)
    cells = []
    for place, (cell, column) in enumerate(_zip(row, columns)):
        other = row.cells[at].number
        same = place == at
        cells.append(cell if same else _to_column(maker, plan, cell, column, columns[at], other))
    return replace(row, cells=tuple(cells))


def check_against(ask: BannerAsk, columns: Sequence[Place], waves: Sequence[Wave]) -> None:
    """Refuses a wave or column to take differences from that the table does not have."""
    if ask.against.startswith(WAVE_OF):
        name, names = ask.against.removeprefix(WAVE_OF), [wave.name for wave in waves]
        if name not in names:
            raise Refused([problem("tables-unknown-wave", name=name, close=", ".join(names))])
        return
    keys = [column.key for column in columns]
    if ask.against and ask.against not in keys:
        close = close_names(ask.against, keys)
        raise Refused([problem("tables-unknown-column", name=ask.against, close=close)])


def _zip(row: BannerRow, columns: Sequence[Place]) -> list[tuple[BannerCell, Place]]:
    return list(zip(row.cells, columns, strict=True))


def _to_wave(
    maker: Maker, plan: RowPlan, cell: BannerCell, column: Place, ask: BannerAsk
) -> BannerCell:
    """Against the same cell of a past wave, from answers or from print."""
    past = replace(column, wave=maker.counted.wave(ask.against.removeprefix(WAVE_OF)))
    if cell.number is None or past.wave == column.wave:
        return cell
    earlier = maker.number(plan, past)
    if earlier.unit is not cell.number.unit:
        return cell
    if maker.is_listed(plan) or maker.is_plain_mean(plan):
        found = family.tested(maker.counted, cell.number, earlier)
        return replace(cell, difference=found.difference, difference_p=found.p)
    return _subtracted(maker, plan, cell, column, past, earlier)


def _to_column(
    maker: Maker,
    plan: RowPlan,
    cell: BannerCell,
    column: Place,
    other: Place,
    number: Number | None,
) -> BannerCell:
    if cell.number is None or number is None:
        return cell
    return _subtracted(maker, plan, cell, column, other, number)


def _subtracted(
    maker: Maker, plan: RowPlan, cell: BannerCell, column: Place, other: Place, number: Number
) -> BannerCell:
    """The cell with its difference to another, tested where both are counted from answers."""
    counted = maker.counted
    if cell.number is None:
        return cell
    from_answers = counted.has_answers(column.wave) and counted.has_answers(other.wave)
    test = None
    if from_answers and plan.kind not in (RowKind.SD, RowKind.MEDIAN):
        test = _tested(maker, plan, column, other)
    found = _difference(cell.number, number, test, counted.rules.confidence)
    p = None if found.flag in (Flag.HIDDEN, Flag.EMPTY) or test is None else test.p
    return replace(cell, difference=found, difference_p=p)


def _tested(maker: Maker, plan: RowPlan, column: Place, other: Place) -> PairTest | None:
    """The test of two columns, the persons in both kept; none for a running sum."""
    if maker.is_running(plan):
        return None
    both = overlap(maker.counted.questionnaire, column, other)
    a = maker.moments(plan, column.wave, column.among)
    b = maker.moments(plan, other.wave, other.among)
    shared = letters.NOBODY if both is None else maker.moments(plan, column.wave, both)
    test = letters.design(a, b, shared, is_share=plan.is_share)
    whole = maker.counted.samplings.get(column.wave)
    if whole is None or column.wave != other.wave or test.p is None:
        return test
    if test.method == letters.DESIGN_POOLED:
        return test
    found = banner_design.difference(
        maker.counted, plan, column.wave, column.among, other.among, both
    )
    return test if found is None else banner_design.tested(found, whole.degrees)


def _difference(later: Number, earlier: Number, test: PairTest | None, confidence: float) -> Number:
    found = Number(
        later.cell,
        _DIFFERENCES.get(later.unit, later.unit),
        None,
        base=later.base,
        source=earlier.source if later.source is Source.ANSWERS else later.source,
        flag=Flag.EMPTY,
    )
    if Flag.HIDDEN in (later.flag, earlier.flag):
        return replace(found, flag=Flag.HIDDEN, interval="hidden")
    if later.value is None or earlier.value is None:
        return found
    flag = Flag.MARKED if Flag.MARKED in (later.flag, earlier.flag) else Flag.OK
    found = replace(found, value=later.value - earlier.value, flag=flag)
    if test is None or test.p is None:
        return replace(found, interval="none" if test is None else test.method)
    quantile = z_of(confidence) if isinf(test.df) else stdtrit(test.df, 0.5 + confidence / 2)
    half = float(quantile) * test.se
    value = later.value - earlier.value
    return replace(found, low=value - half, high=value + half, se=test.se, interval=test.method)
