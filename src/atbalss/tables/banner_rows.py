"""The rows of a banner table: answers, nets, boxes and measures of each question, as plans.

A plan says what a row is made of, in codes and scores; no number is in it. It is made from the
questionnaire alone, so that unions of codes are declared before the scan.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isnan

from atbalss.problems import Refused, problem
from atbalss.study.bases import (
    code_list,
    has_mean,
    in_base,
    is_multiple,
    net_members,
    score_of,
)
from atbalss.study.codes import CodeList, CodeRole
from atbalss.study.question import NUMBER_KINDS, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import NO_TEXT, Text
from atbalss.tables.banner_ask import BOX, ITEMS, BannerAsk, RowAsk
from atbalss.tables.banner_columns import label_of
from atbalss.tables.names import check_code, question_named
from atbalss.tables.order import kind_of
from atbalss.tables.phrases import text
from atbalss.tables.result import RowKind

Scores = tuple[tuple[str, float], ...]  # code -> score; codes that are not there have none
NPS_PROMOTERS, NPS_DETRACTORS = (9.0, 10.0), (0.0, 6.0)


@dataclass(frozen=True, slots=True)
class RowPlan:
    """A row before it is counted.

    `codes`: those that a share unites; `scores`: of a mean (empty: of an open number or a grid).
    `part` is the sub-heading that rows of a grid stand under. `ranks`: whether it has a rank.
    """

    key: str
    label: Text
    kind: RowKind
    question: str
    codes: tuple[str, ...] = ()
    scores: Scores = ()
    part: Text = NO_TEXT
    ranks: bool = False

    @property
    def is_share(self) -> bool:
        """Whether the row is a share of persons."""
        return bool(self.codes)


@dataclass(frozen=True, slots=True)
class BlockPlan:
    """The rows of one question or grid; `notes` say by which definition a measure was made."""

    name: str
    rows: tuple[RowPlan, ...]
    notes: tuple[Text, ...] = ()
    grid: str = ""  # whose item the question is


def blocks(questionnaire: Questionnaire, ask: BannerAsk) -> tuple[BlockPlan, ...]:
    """The blocks of a table, a block for each question; a grid of scales is one block."""
    found: list[BlockPlan] = []
    for row in ask.rows:
        items = questionnaire.grids.get(row.question)
        if items is None:
            question = question_named(questionnaire, row.question)
            found.append(_block(questionnaire, question, row, ask.measures))
            continue
        measures = row.measures or ask.measures
        whole = has_mean(questionnaire, row.question) and "shares" not in measures
        if whole and ask.layout != ITEMS:
            found.append(_grid(questionnaire, items, row, measures or ("mean",)))
            continue
        for item in items:
            made = _block(questionnaire, item, row, ask.measures)
            found.append(replace(made, grid=row.question))
    return tuple(found)


def unions(questionnaire: Questionnaire, ask: BannerAsk) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The unions of codes of multiple questions that no net of the list is: (question, codes)."""
    for block in blocks(questionnaire, ask):
        for row in block.rows:
            question = questionnaire.by_name.get(row.question)
            if question is None or len(row.codes) < 2 or not is_multiple(question):
                continue
            codes = code_list(question)
            listed = codes is not None and any(net.name == row.key for net in codes.nets)
            if not listed and row.kind is not RowKind.CUMULATIVE:
                yield row.question, row.codes


def medians_of(questionnaire: Questionnaire, ask: BannerAsk) -> Iterator[str]:
    """The open numbers whose values a table needs for their median."""
    for block in blocks(questionnaire, ask):
        for row in block.rows:
            if row.kind is RowKind.MEDIAN and not row.scores:
                yield row.question


def _measures(question: Question, row: RowAsk, of_table: tuple[str, ...]) -> tuple[str, ...]:
    """What is shown of a question: as asked, else by its kind."""
    codes = code_list(question)
    if row.measures or of_table:
        wanted = row.measures or of_table
        return tuple(item for item in wanted if row.measures or _has(question, item))
    if codes is None:
        return ("mean", "sd", "median")
    is_scale = codes.is_scale and not is_multiple(question)
    return ("shares", "nets", "bands", *(("mean",) if is_scale else ()))


def _has(question: Question, measure: str) -> bool:
    """Whether a measure that is asked of a whole table makes sense for this question."""
    codes = code_list(question)
    if measure in ("shares", "nets", "bands", "cumulative"):
        return codes is not None
    scale = codes is not None and codes.is_scale and not is_multiple(question)
    number = question.kind in NUMBER_KINDS
    if measure in ("mean", "sd", "median"):
        return scale or number
    if measure == "nps":
        return scale and _nps_scale(question) is not None
    return scale


def _block(
    questionnaire: Questionnaire, question: Question, row: RowAsk, of_table: tuple[str, ...]
) -> BlockPlan:
    rows: list[RowPlan] = []
    notes: list[Text] = []
    codes = code_list(question)
    for measure in _measures(question, row, of_table):
        if measure in ("shares", "nets", "bands", "cumulative"):
            if codes is None:
                raise Refused([problem("tables-no-codes", question=question.name)])
            rows += _share_rows(question, codes, row, measure)
        else:
            made, said = _measure(questionnaire, question, row, measure)
            rows.append(made)
            notes += said
    rows += [_net(question, name, members) for name, members in row.nets]
    return BlockPlan(question.name, tuple(rows), tuple(dict.fromkeys(notes)))


def _share_rows(
    question: Question, codes: CodeList, row: RowAsk, measure: str
) -> Iterator[RowPlan]:
    if measure == "shares":
        for name in row.codes or tuple(c.name for c in codes.codes if in_base(question, c)):
            check_code(question, name)
            yield _code_row(question, codes, name)
    elif measure == "cumulative":
        held: tuple[str, ...] = ()
        for code in codes.codes:
            if in_base(question, code):
                held = (*held, code.name)
                label = text("cumulative", label=label_of(question, code.name))
                key = f"cumulative:{code.name}"
                yield RowPlan(key, label, RowKind.CUMULATIVE, question.name, held)
    elif not row.codes:
        for net in codes.nets:
            members = net_members(question, net.name)
            if members and net.is_band == (measure == "bands"):
                yield _code_row(question, codes, net.name)


def _code_row(question: Question, codes: CodeList, name: str) -> RowPlan:
    label = label_of(question, name)
    if codes.has(name):
        kind = kind_of(codes.code(name))
        ranks = kind is RowKind.CODE and codes.code(name).role is not CodeRole.NOTHING
        return RowPlan(name, label, kind, question.name, (name,), ranks=ranks)
    kind = RowKind.BAND if codes.net(name).is_band else RowKind.NET
    return RowPlan(name, label, kind, question.name, net_members(question, name))


def _net(question: Question, name: str, members: tuple[str, ...]) -> RowPlan:
    """A further net that the table itself names."""
    for code in members:
        check_code(question, code)
    codes = code_list(question)
    if codes is not None and codes.has(name):
        raise Refused([problem("tables-column-twice", column=name)])
    return RowPlan(name, Text.of({"lv": name}), RowKind.NET, question.name, members)


# ---- measures


def _measure(
    questionnaire: Questionnaire, question: Question, row: RowAsk, measure: str
) -> tuple[RowPlan, list[Text]]:
    name = question.name
    if measure == "nps":
        return _nps(question, row)
    if measure == "index":
        return _index(question, row)
    box = BOX.match(measure)
    if box is not None:
        return _box(question, row, measure, box[1] == "top", int(box[2])), []
    if not row.scores and not has_mean(questionnaire, name):
        raise Refused([problem("tables-no-mean", question=name)])
    label = text("mean" if measure == "mean" else measure)
    kind = {"mean": RowKind.MEAN, "sd": RowKind.SD, "median": RowKind.MEDIAN}[measure]
    return RowPlan(measure, label, kind, name, scores=scores_of(question, row)), []


def scores_of(question: Question, row: RowAsk) -> Scores:
    """The scores of a question's codes, those of the row in their place; () for open numbers."""
    codes = code_list(question)
    if codes is None:
        return ()
    own: dict[str, float | None] = {code.name: score_of(code) for code in codes.codes}
    for name, score in row.scores:
        check_code(question, name)
        own[name] = score
    return tuple((name, x) for name, x in own.items() if x is not None and not isnan(x))


def _scale(question: Question, row: RowAsk) -> dict[str, float]:
    """The scores of a scale; refused for what is none."""
    found = dict(scores_of(question, row))
    if not found or is_multiple(question):
        raise Refused([problem("tables-no-mean", question=question.name)])
    return found


def _box(question: Question, row: RowAsk, measure: str, is_top: bool, count: int) -> RowPlan:
    """Top or bottom box: the codes with the `count` highest or lowest scores."""
    scores = _scale(question, row)
    wanted = sorted(set(scores.values()), reverse=is_top)[:count]
    codes = tuple(name for name, x in scores.items() if x in wanted)
    ends = f"{_plain(min(wanted))}\u2013{_plain(max(wanted))}" if count > 1 else _plain(wanted[0])
    label = text("top_box" if is_top else "bottom_box", ends=ends)
    return RowPlan(measure, label, RowKind.BOX, question.name, codes)


def _plain(value: float) -> str:
    return f"{value:g}"


def _nps_scale(question: Question) -> tuple[float, float] | None:
    """The ends of a scale that an NPS can be made of: 0..10 by definition, 1..10 by analogy."""
    codes = code_list(question)
    scores = [] if codes is None else [score_of(code) for code in codes.codes]
    known = {x for x in scores if not isnan(x)}
    ends = (min(known), max(known)) if known else (0.0, 0.0)
    return ends if ends in ((0.0, 10.0), (1.0, 10.0)) else None


def _nps(question: Question, row: RowAsk) -> tuple[RowPlan, list[Text]]:
    """Net promoter score: share of 9..10 minus share of 0..6, as +100, 0 and -100 points."""
    if is_multiple(question):
        raise Refused([problem("tables-no-nps", question=question.name)])
    if row.promoters or row.detractors:
        for code in (*row.promoters, *row.detractors):
            check_code(question, code)
        up, down = set(row.promoters), set(row.detractors)
        codes = code_list(question)
        based = () if codes is None else tuple(c.name for c in codes.codes if in_base(question, c))
        note = text("nps_own", up=", ".join(row.promoters), down=", ".join(row.detractors))
    else:
        ends, scores = _nps_scale(question), dict(scores_of(question, row))
        if ends is None:
            raise Refused([problem("tables-no-nps", question=question.name)])
        up = {name for name, x in scores.items() if x in NPS_PROMOTERS}
        down = {name for name, x in scores.items() if x <= NPS_DETRACTORS[1]}
        based = tuple(scores)
        note = text("nps" if ends[0] == 0 else "nps_from_one")
    points = tuple((name, 100.0 * ((name in up) - (name in down))) for name in based)
    return RowPlan("nps", text("nps_row"), RowKind.NPS, question.name, scores=points), [note]


def _index(question: Question, row: RowAsk) -> tuple[RowPlan, list[Text]]:
    """The index (x - min) / (max - min) x 100 of the mean, ends of the scale as 0 and 100."""
    scores = _scale(question, row)
    low, high = min(scores.values()), max(scores.values())
    if low == high:
        raise Refused([problem("tables-no-mean", question=question.name)])
    points = tuple((name, 100.0 * (x - low) / (high - low)) for name, x in scores.items())
    note = text("index", low=_plain(low), high=_plain(high))
    plan = RowPlan("index", text("index_row"), RowKind.INDEX, question.name, scores=points)
    return plan, [note]


# ---- grids


def _grid(
    questionnaire: Questionnaire,
    items: tuple[Question, ...],
    row: RowAsk,
    measures: tuple[str, ...],
) -> BlockPlan:
    """A grid as one block: its items under each measure, the mean of all answers last."""
    rows: list[RowPlan] = []
    notes: list[Text] = []
    for measure in measures:
        if measure in ("nets", "bands"):
            rows += _grid_bands(items, measure)
            continue
        if measure == "cumulative":
            for item in items:
                codes = code_list(item)
                rows += [] if codes is None else _share_rows(item, codes, row, measure)
            continue
        part = None
        for item in items:
            made, said = _measure(questionnaire, item, row, measure)
            part = made.label
            rows.append(_of_item(made, item, part, measure))
            notes += said
        if measure == "mean" and not row.scores and part is not None:
            key = f"{row.question}:mean"
            rows.append(RowPlan(key, text("overall"), RowKind.MEAN, row.question, part=part))
    return BlockPlan(row.question, tuple(rows), tuple(dict.fromkeys(notes)))


def _grid_bands(items: tuple[Question, ...], measure: str) -> Iterator[RowPlan]:
    first = code_list(items[0])
    for net in () if first is None else first.nets:
        if net.is_band != (measure == "bands"):
            continue
        for item in items:
            codes = code_list(item)
            if codes is not None and net_members(item, net.name):
                made = _code_row(item, codes, net.name)
                yield _of_item(made, item, made.label, net.name)


def _of_item(made: RowPlan, item: Question, part: Text, measure: str) -> RowPlan:
    label = item.short_label or item.label or Text.of({"lv": item.name})
    return RowPlan(
        f"{item.name}:{measure}",
        label,
        made.kind,
        item.name,
        made.codes,
        made.scores,
        part,
        ranks=made.kind in (RowKind.MEAN, RowKind.BOX, RowKind.BAND),
    )
