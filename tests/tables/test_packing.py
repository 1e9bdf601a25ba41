"""Packed counting equals counting row by row, whatever is packed, split, absent or crossed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atbalss.study.codes import Code, CodeList, Net
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables import count
from atbalss.tables.block import Block
from atbalss.tables.count import BincountTable, count_blocks
from atbalss.tables.packing import pack
from atbalss.tables.spec import EVERYBODY, AnsweredLine, GridLines, MultipleLines, SingleLines, Spec
from atbalss.tables.specify import build

from .made import QUESTIONNAIRE, text
from .test_cube import FILTERS

WIDE = CodeList(
    "wide",
    tuple(Code(f"c{i}", text(str(i)), nets=("few",) if i in (1, 9, 11) else ()) for i in range(12)),
    (Net("few", text("daži")),),
)
LARGER = replace(
    QUESTIONNAIRE,
    items=(*QUESTIONNAIRE.items, Question("wide", Kind.MULTIPLE, text("Plaši"), codes=WIDE)),
)
SPEC = build(LARGER, FILTERS, medians=["visits"])


def blocks(spec: Spec, rows: int, seed: int, present: float = 1.0) -> Block:
    """Random rows: blanks everywhere, some questions absent, some weights zero."""
    made = np.random.default_rng(seed)
    codes, marks, answered, numbers = {}, {}, {}, {}
    for item in spec.lines:
        if isinstance(item, GridLines) or made.random() > present:
            continue
        if isinstance(item, SingleLines):
            codes[item.question] = made.integers(-1, len(item.codes), rows).astype(np.int8)
        elif isinstance(item, MultipleLines):
            said = made.random(rows) < 0.8
            marks[item.question] = (made.random((len(item.codes), rows)) < 0.3) & said
            answered[item.question] = said
        elif item.moments >= 0:
            x = np.round(made.uniform(-5, 50, rows), 1)
            numbers[item.question] = np.where(made.random(rows) < 0.2, np.nan, x)
        else:
            answered[item.question] = made.random(rows) < 0.5
    weights = made.uniform(0, 3, rows) * (made.random(rows) < 0.9)
    return Block(weights, codes, marks, answered, numbers)


def lines_and_moments(spec: Spec, block: Block, row: int) -> tuple[list[int], dict]:
    """The oracle: the lines that one row is on, and (k, s, q) of its moment lines."""
    on, moments = [EVERYBODY], {}
    for item in spec.lines:
        if isinstance(item, SingleLines):
            code = block.codes[item.question][row] if item.question in block.codes else -1
            on += [item.start + int(code)] if code >= 0 else []
        elif isinstance(item, MultipleLines):
            on += _multiple(item, block, row)
        elif isinstance(item, AnsweredLine) and item.moments < 0:
            if item.question in block.answered and block.answered[item.question][row]:
                on.append(item.start)
        elif isinstance(item, AnsweredLine):
            x = block.numbers.get(item.question, np.full(row + 1, np.nan))[row]
            if x == x:
                on.append(item.start)
                moments[item.moments] = (1, x, x * x)
        else:
            more, moments[item.moments] = _grid(item, block, row)
            on += more
    return on, moments


def _multiple(item: MultipleLines, block: Block, row: int) -> list[int]:
    if item.question not in block.marks or not block.answered[item.question][row]:
        return []
    held = {at for at in range(len(item.codes)) if block.marks[item.question][at, row]}
    if held & set(item.out):
        return [item.start + at for at in held & set(item.out)]
    nets = [
        item.start + len(item.codes) + at
        for at, (_, members) in enumerate(item.nets)
        if held & set(members)
    ]
    return [*(item.start + at for at in held), *nets, item.base]


def _grid(item: GridLines, block: Block, row: int) -> tuple[list[int], tuple[float, ...]]:
    anything, said = False, []
    for name, scores, based in zip(item.items, item.scores, item.in_base, strict=True):
        code = block.codes[name][row] if name in block.codes else -1
        if code >= 0:
            anything |= based[code]
            said += [scores[code]] if scores[code] == scores[code] else []
    on = [item.start] if anything else []
    on += [item.start + 1] if said else []
    return on, (len(said), sum(said), sum(x * x for x in said))


def is_level(spec: Spec, block: Block, row: int, question: str, members: tuple[str, ...]) -> bool:
    item = spec.by_name[question]
    wanted = {item.codes.index(code) for code in members}
    if isinstance(item, SingleLines):
        return question in block.codes and int(block.codes[question][row]) in wanted
    lines = {line - item.start for line in _multiple(item, block, row)}
    return item.base - item.start in lines and bool(lines & wanted)


def oracle(spec: Spec, block: Block) -> tuple[np.ndarray, ...]:
    """n, w, w2 (lines, cells) and moments, one row at a time."""
    shape = (spec.n_lines, spec.n_cells)
    n, w, w2 = np.zeros(shape, int), np.zeros(shape), np.zeros(shape)
    moments = np.zeros((6, spec.n_moments, spec.n_cells))
    for row, weight in enumerate(block.weights):
        on, sums = lines_and_moments(spec, block, row)
        for banner in spec.banners:
            cell = 0
            for item in banner.dimensions:
                level = 0
                for at, members in enumerate(item.members, start=1):
                    if is_level(spec, block, row, item.question, members):
                        level = at
                cell = cell * (len(item.codes) + 1) + level
            cell += banner.start
            for line in on:
                n[line, cell] += 1
                w[line, cell] += weight
                w2[line, cell] += weight**2
            for line, (k, s, q) in sums.items():
                own = weight**2
                parts = (weight * k, weight * s, weight * q, own * k * k, own * k * s, own * s * s)
                moments[:, line, cell] += parts
    return n, w, w2, moments


def assert_equals_oracle(sums, spec, block) -> None:
    n, w, w2, moments = oracle(spec, block)
    assert (sums.n == n).all()
    np.testing.assert_allclose(sums.w, w, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(sums.w2, w2, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(sums.moments, moments, rtol=1e-11, atol=1e-10)


@settings(max_examples=15, deadline=None)
@given(
    st.integers(0, 40),
    st.integers(0, 10_000),
    st.sampled_from([0.4, 1.0]),
    st.sampled_from([1, 1 << 5, 1 << 9, 1 << 17]),
)
def test_packed_sums_are_those_of_rows_counted_one_by_one(rows, seed, present, limit):
    block = blocks(SPEC, rows, seed, present)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(count, "SMALLEST_TABLE", limit)
        patch.setattr(BincountTable, "rows_at_once", 7)
        sums = count_blocks(SPEC, [block])
    assert_equals_oracle(sums, SPEC, block)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 60), st.integers(0, 10_000), st.integers(1, 70))
def test_neither_order_nor_blocks_nor_threads_change_sums(rows, seed, at_once):
    block = blocks(SPEC, rows, seed)
    whole = count_blocks(SPEC, [block])
    order = np.random.default_rng(seed).permutation(rows)
    mixed = Block(
        block.weights[order],
        {name: item[order] for name, item in block.codes.items()},
        {name: item[:, order] for name, item in block.marks.items()},
        {name: item[order] for name, item in block.answered.items()},
        {name: item[order] for name, item in block.numbers.items()},
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BincountTable, "rows_at_once", at_once)
        found = [
            count_blocks(SPEC, [mixed]),
            count_blocks(SPEC, [block], threads=2),
            count_blocks(SPEC, [block.part(0, rows // 2), block.part(rows // 2, rows)]),
        ]
    for other in found:
        assert (other.n == whole.n).all()
        for name in ("w", "w2", "moments"):
            a, b = getattr(other, name), getattr(whole, name)
            np.testing.assert_allclose(a, b, rtol=1e-12, atol=1e-10)
        assert (other.values["visits"].n == whole.values["visits"].n).all()


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 60), st.integers(0, 10_000), st.floats(0.01, 100))
def test_scaling_weights_scales_sums_and_changes_no_share(rows, seed, factor):
    block = blocks(SPEC, rows, seed)
    sums = count_blocks(SPEC, [block])
    scaled = count_blocks(SPEC, [replace(block, weights=block.weights * factor)])
    assert (scaled.n == sums.n).all()
    np.testing.assert_allclose(scaled.w, sums.w * factor, rtol=1e-12)
    np.testing.assert_allclose(scaled.w2, sums.w2 * factor**2, rtol=1e-12)
    everybody = sums.w[EVERYBODY].sum()
    if everybody > 0:
        share, other = sums.w.sum(1) / everybody, scaled.w.sum(1) / scaled.w[EVERYBODY].sum()
        np.testing.assert_allclose(other, share, rtol=1e-12)


def test_compiled_sums_are_those_of_numpy():
    pytest.importorskip("numba")
    from atbalss.tables import compiled

    for seed in range(5):
        block = blocks(SPEC, 200, seed, 0.9)
        plain = count_blocks(SPEC, [block])
        for threads in (1, 2):
            fast = count_blocks(SPEC, [block], compiled.table(), threads)
            assert (fast.n == plain.n).all()
            for name in ("w", "w2", "moments"):
                a, b = getattr(fast, name), getattr(plain, name)
                np.testing.assert_allclose(a, b, rtol=1e-12, atol=1e-12)


def test_no_rows_give_no_sums():
    sums = count_blocks(SPEC, [])
    assert sums.n.shape == (SPEC.n_lines, SPEC.n_cells)
    assert not sums.n.any()
    assert not count_blocks(SPEC, [blocks(SPEC, 0, 1)]).w.any()


def test_a_question_of_very_many_codes_stands_alone():
    codes = CodeList("post", tuple(Code(str(i), text("")) for i in range(70_000)))
    spec = build(
        Questionnaire("", items=(Question("post", Kind.SINGLE, text("Indekss"), codes=codes),))
    )
    sums = count_blocks(spec, [Block(np.ones(3), {"post": np.array([69_999, -1, 5])})])
    line = spec.by_name["post"].start
    assert sums.n[line + 69_999].tolist() == [1]
    assert sums.n[EVERYBODY].tolist() == [3]
    assert sums.n.sum() == 5


def test_several_questions_share_a_table_and_each_line_is_counted_once():
    groups = pack(SPEC, SPEC.banners[0], 1 << 14)
    assert len(groups) < len(SPEC.lines)
    lines = sorted(
        int(line) for group in groups for factor in group.factors for line in factor.lines
    )
    assert len(lines) == len(set(lines))
    assert all(group.levels <= 1 << 14 for group in groups)


def test_memory_does_not_grow_with_rows():
    """Blocks stream past: what is held is the sums and the memory of one part."""
    import tracemalloc

    def peak(parts: int) -> int:
        tracemalloc.start()
        spec = replace(SPEC, medians=())
        count_blocks(spec, (blocks(spec, 2_000, seed) for seed in range(parts)))
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(2)
    assert peak(24) < 1.3 * peak(3)
