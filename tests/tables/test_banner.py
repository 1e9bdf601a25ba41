"""Banner tables: what must always hold, and tests of columns held to the microdata."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import sqrt

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm

from atbalss.problems import Refused
from atbalss.report.banner_print import printed
from atbalss.study.about import TableRules
from atbalss.study.codes import Code, CodeList
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.waves import Wave
from atbalss.tables.adjust import adjusted
from atbalss.tables.banner_across import across
from atbalss.tables.banner_ask import BannerAsk, LetterRule, RowAsk, Tests, as_words, read_banner
from atbalss.tables.banner_columns import letter
from atbalss.tables.banner_result import REST, BannerTable
from atbalss.tables.compute import compute
from atbalss.tables.demand import Demand
from atbalss.tables.design import simple
from atbalss.tables.quantile import quantile_interval
from atbalss.tables.result import Flag
from atbalss.weights.design import Design

from .made import NO_RULES, WAVES, Made, cells, frame, text

PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "sex": st.sampled_from(["f", "m", None]),
            "rate": st.sampled_from(["1", "2", "3", "4", "5", "dk", "no", None]),
            "speed": st.sampled_from(["1", "3", "5", "dk", None]),
            "tools": st.none()
            | st.just(["dk"])
            | st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=3, unique=True),
            "visits": st.none() | st.integers(0, 9),
        }
    ),
    min_size=1,
    max_size=40,
)
VISITED = "${visits} >= 5 and selected(${tools}, 'a')"
WHOLE = BannerAsk(
    "t",
    (RowAsk("rate"), RowAsk("tools"), RowAsk("visits", measures=("mean", "median"))),
    read_banner("sex, tools[a b], sex > tools[a]"),
    tests=Tests(LetterRule.DESIGN, smallest=0),
)


def table(people, ask: BannerAsk = WHOLE, weights=(), rules: TableRules = NO_RULES) -> BannerTable:
    made = frame(people, weights=weights)
    return cells(made, demand=Demand(banners=frozenset({ask})), rules=rules).banner(ask)


def number(made: BannerTable, question: str, key: str, column: str = "total"):
    row = next(item for item in made.rows if (item.question, item.key) == (question, key))
    return row.cells[made.column(column)].number


def _near(one, other) -> bool:
    return one is other is None or one == pytest.approx(other, rel=1e-9)


@settings(max_examples=8, deadline=None)
@given(PEOPLE)
def test_shares_of_a_single_choice_add_to_one_in_every_column(people):
    made = table(people)
    block = made.blocks[0]
    for at in range(len(made.columns)):
        shares = [
            row.cells[at].number.value  # type: ignore[union-attr]
            for row in block.rows
            if row.kind.value in ("code", "missing")
        ]
        if None not in shares:
            assert sum(shares) == pytest.approx(1)
        else:
            assert block.bases[at].base == 0


@settings(max_examples=8, deadline=None)
@given(PEOPLE)
def test_bases_of_columns_nest_and_add(people):
    made = table(people)
    for block in made.blocks:
        n = {column.key: base.base for column, base in zip(made.columns, block.bases, strict=True)}
        assert n["sex=f"] + n["sex=m"] <= n["total"]
        for code in ("f", "m"):
            assert n[f"sex={code}>tools=a"] <= min(n[f"sex={code}"], n["tools=a"])
        assert n["sex=f>tools=a"] + n["sex=m>tools=a"] <= n["tools=a"]


@settings(max_examples=8, deadline=None)
@given(PEOPLE, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(people, chance):
    mixed = list(people)
    chance.shuffle(mixed)
    one, other = table(people), table(mixed)
    for a, b in zip(one.rows, other.rows, strict=True):
        assert a.key == b.key
        for cell, twin in zip(a.cells, b.cells, strict=True):
            assert cell.letters == twin.letters
            assert _near(cell.number.value, twin.number.value)  # type: ignore[union-attr]


@settings(max_examples=8, deadline=None)
@given(PEOPLE, st.floats(0.01, 100))
def test_scaling_weights_changes_no_share_and_no_letter(people, factor):
    weights = [1 + (i % 3) for i in range(len(people))]
    one = table(people, weights=weights)
    other = table(people, weights=[w * factor for w in weights])
    for a, b in zip(one.rows, other.rows, strict=True):
        for cell, twin in zip(a.cells, b.cells, strict=True):
            assert _near(cell.number.value, twin.number.value)  # type: ignore[union-attr]


@pytest.mark.parametrize(("at", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA")])
def test_letters_go_on_after_z(at, name):
    assert letter(at) == name


def test_a_banner_reads_back_as_it_was_written():
    words = "sex, tools[a b] > sex, @wave"
    assert as_words(read_banner(words)) == words


@pytest.mark.parametrize("words", ["sex >", "sex > > tools", "a]b", "sex[a", "a b"])
def test_a_banner_that_cannot_be_read_is_refused(words):
    with pytest.raises(Refused):
        read_banner(words)


# ---- tests of columns, from the microdata


def _people(n: int = 400, seed: int = 5):
    rng = np.random.default_rng(seed)
    people = []
    for _ in range(n):
        tools = [c for c in "abc" if rng.random() < 0.5]
        people.append(
            {
                "sex": rng.choice(["f", "m"], p=[0.6, 0.4]),
                "rate": str(min(5, 1 + int(rng.integers(0, 4)) + ("a" in tools))),
                "speed": str(rng.integers(1, 6)),
                "tools": tools or ["dk"],
                "visits": int(rng.integers(0, 9)),
            }
        )
    return people, rng.uniform(0.4, 2.5, n)


def _brute(x, inside_a, inside_b, w, strata=None):
    """Difference of two weighted means and its SE by linearisation over all interviews."""
    a, b = w * inside_a, w * inside_b
    ma, mb = (a * x).sum() / a.sum(), (b * x).sum() / b.sum()
    z = a * (x - ma) / a.sum() - b * (x - mb) / b.sum()
    groups = np.zeros(len(x), int) if strata is None else strata
    variance = 0.0
    for group in np.unique(groups):
        own = z[groups == group]
        variance += len(own) / (len(own) - 1) * ((own - own.mean()) ** 2).sum()
    return ma - mb, sqrt(variance)


def _by_key(made: BannerTable, question: str, key: str):
    row = next(item for item in made.rows if (item.question, item.key) == (question, key))
    return {(test.a, test.b): test for test in row.tests}


@pytest.mark.parametrize(("one", "other"), list(combinations("abc", 2)))
def test_the_design_rule_keeps_the_covariance_of_overlapping_columns(one, other):
    people, w = _people()
    ask = BannerAsk("t", (RowAsk("rate"),), read_banner("tools"), tests=WHOLE.tests)
    tests = _by_key(table(people, ask, w), "rate", "5")
    test = tests[f"tools={one}", f"tools={other}"]
    x = np.array([p["rate"] == "5" for p in people], float)
    ins = [np.array([c in p["tools"] for p in people], float) for c in (one, other)]
    change, se = _brute(x, *ins, w)
    assert test.difference == pytest.approx(change, rel=1e-9)
    assert test.se == pytest.approx(se, rel=0.004)  # n/(n-1) of the columns' own bases
    assert test.p == pytest.approx(2 * norm.sf(abs(test.difference) / test.se), rel=1e-9)


@pytest.mark.parametrize("question", ["rate", "visits"])
def test_a_declared_design_makes_the_errors_of_tests(question):
    people, w = _people()
    strata = np.arange(len(people)) % 3
    made = frame(people, weights=w)
    data = made.data.with_columns(pl.Series("stratum", [f"s{i}" for i in strata]))
    ask = BannerAsk(
        "t",
        (RowAsk("rate"), RowAsk("visits")),
        read_banner("tools, sex"),
        tests=Tests(LetterRule.DESIGN, smallest=0, rest=True),
        against="total",
    )
    from .made import QUESTIONNAIRE

    found = compute(
        QUESTIONNAIRE,
        {"2024": Made("2024", data)},  # type: ignore[dict-item]
        WAVES,
        NO_RULES,
        "2024",
        Demand(banners=frozenset({ask})),
        design=Design(strata="stratum"),
    ).banner(ask)
    key = "4" if question == "rate" else "mean"
    tests = _by_key(found, question, key)
    if question == "rate":
        x = np.array([p["rate"] == "4" for p in people], float)
    else:
        x = np.array([p["visits"] for p in people], float)
    a, b = (np.array([c in p["tools"] for p in people], float) for c in "ab")
    change, se = _brute(x, a, b, w, strata)
    test = tests["tools=a", "tools=b"]
    assert (test.difference, test.se) == pytest.approx((change, se), rel=1e-9)
    change, se = _brute(x, a, 1 - a, w, strata)
    test = tests["tools=a", REST]
    assert (test.difference, test.se) == pytest.approx((change, se), rel=1e-9)
    row = next(item for item in found.rows if (item.question, item.key) == (question, key))
    change, se = _brute(x, a, np.ones(len(x)), w, strata)
    cell = row.cells[found.column("tools=a")].difference
    assert (cell.value, cell.se) == pytest.approx((change, se), rel=1e-9)  # type: ignore[union-attr]
    assert test.df == len(people) - 3


def test_corrections_are_over_the_pairs_of_one_variable_in_one_row():
    people, w = _people()
    ask = BannerAsk(
        "t",
        (RowAsk("rate"),),
        read_banner("sex, tools"),
        tests=Tests(LetterRule.DIMENSIONS, correction="holm", smallest=0),
    )
    made = table(people, ask, w)
    for row in made.rows:
        own = [test for test in row.tests if test.a.startswith("tools") and test.p is not None]
        assert all(test.family_size == len(own) for test in own)
        raw = [test.p for test in own]
        assert [test.p_adjusted for test in own] == pytest.approx(adjusted(raw, "holm"))


def test_small_bases_are_not_tested_and_hidden_columns_leave_no_trace():
    people, w = _people(120)
    ask = BannerAsk(
        "t",
        (RowAsk("rate"),),
        read_banner("tools, sex"),
        shown=("share", "rank", "row_share", "weighted"),
        tests=Tests(LetterRule.DIMENSIONS, smallest=1),
    )
    made = table(people, ask, w, TableRules(hide_under=60, mark_under=100))
    hidden = {
        column.key
        for at, column in enumerate(made.columns)
        if made.rows[0].cells[at].number.flag is Flag.HIDDEN  # type: ignore[union-attr]
    }
    assert hidden
    for row in made.rows:
        for column, cell in zip(made.columns, row.cells, strict=True):
            if column.key in hidden:
                assert (cell.number.value, cell.weighted, cell.row_share) == (None, None, None)  # type: ignore[union-attr]
                assert (cell.letters, cell.rank) == ((), None)
        for test in row.tests:
            if {test.a, test.b} & hidden:
                assert (test.difference, test.p) == (None, None)


# ---- measures

SCALE = tuple(Code(str(i), text(str(i)), score=float(i)) for i in range(11))


def _scale(values: list[int], first: int = 0) -> BannerTable:
    codes = CodeList("scale", SCALE[first:])
    asked = Questionnaire("s", items=(Question("q", Kind.SINGLE, text("Q"), codes=codes),))
    data = pl.DataFrame(
        {
            "id": [str(i) for i in range(len(values))],
            "q": pl.Series([str(v) for v in values], dtype=pl.Enum(list(codes.names))),
        }
    )
    measures = ("shares", "nps", "index", "top2", "bottom2", "mean", "sd", "median")
    ask = BannerAsk("t", (RowAsk("q", measures=measures),), shown=("share", "rank"))
    demand = Demand(banners=frozenset({ask}))
    made = compute(asked, {"a": Made("a", data)}, (Wave("a"),), NO_RULES, "a", demand)  # type: ignore[dict-item]
    return made.banner(ask)


def test_nps_index_boxes_and_median_by_hand():
    made = _scale([10, 9, 9, 8, 7, 6, 3, 0])
    assert number(made, "q", "nps").value == pytest.approx(100 * (3 - 3) / 8)
    assert number(made, "q", "index").value == pytest.approx(52 / 8 * 10)
    assert number(made, "q", "top2").value == pytest.approx(3 / 8)
    assert number(made, "q", "bottom2").value == pytest.approx(1 / 8)
    assert number(made, "q", "median").value == 7.5
    assert number(made, "q", "sd").value == pytest.approx(np.std([10, 9, 9, 8, 7, 6, 3, 0], ddof=1))
    ranks = {row.key: row.cells[0].rank for row in made.rows if row.cells[0].rank}
    assert ranks["9"] == 1
    assert ranks["10"] == ranks["8"] == 2


def test_nps_on_a_scale_from_one_says_so():
    assert any("no 1 līdz 10" in note.get("lv") for note in _scale([1, 5, 9, 10], 1).notes)
    assert not any("no 1 līdz 10" in note.get("lv") for note in _scale([1, 5, 9, 10]).notes)


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (BannerAsk("t", (RowAsk("nobody"),)), "tables-unknown-question"),
        (BannerAsk("t", (RowAsk("rate"),), read_banner("sexx")), "tables-unknown-question"),
        (BannerAsk("t", (RowAsk("rate"),), read_banner("sex[x]")), "tables-unknown-code"),
        (BannerAsk("t", (RowAsk("rate"),), read_banner("rate[no]")), "tables-column-outside-base"),
        (BannerAsk("t", (RowAsk("rate"),), read_banner("sex, sex")), "tables-column-twice"),
        (BannerAsk("t", (RowAsk("rate", measures=("nps",)),)), "tables-no-nps"),
        (BannerAsk("t", (RowAsk("tools", measures=("mean",)),)), "tables-no-mean"),
        (BannerAsk("t", (RowAsk("rate"),), rule="${x} = 1"), "tables-unknown-question"),
        (BannerAsk("t", (RowAsk("rate"),), rule="random() > 0"), "tables-filter-not-columnar"),
        (BannerAsk("t", (RowAsk("rate"),), against="sex=f"), "tables-unknown-column"),
        (BannerAsk("t", (RowAsk("rate"),), waves=("1999",)), "tables-unknown-wave"),
        (BannerAsk("t", (RowAsk("rate"),), layout="items"), "tables-layout-items"),
        (BannerAsk("t", (RowAsk("sat"), RowAsk("sat")), layout="items"), "tables-layout-items"),
    ],
)
def test_what_the_study_does_not_have_is_refused(ask, code):
    from atbalss.tables.banner import check_ask

    from .made import QUESTIONNAIRE

    with pytest.raises(Refused) as refused:
        check_ask(QUESTIONNAIRE, WAVES, "2024", ask)
    assert refused.value.problems[0].code == code


def test_a_rule_is_a_domain():
    people, w = _people()
    ask = BannerAsk(
        "t",
        (RowAsk("rate"),),
        read_banner("sex"),
        rule=VISITED,
    )
    made = table(people, ask, w)
    kept = [p for p in people if p["visits"] >= 5 and "a" in p["tools"]]
    assert made.columns[0].base.n == len(kept)
    assert made.blocks[0].bases[1].base == sum(p["sex"] == "f" for p in kept)
    assert "Filtrs" in made.filter_note.get("lv")


def test_a_table_without_weights_counts_persons():
    people, w = _people()
    ask = BannerAsk("t", (RowAsk("rate"),), read_banner("sex"), weighted=False)
    made = table(people, ask, w)
    share = number(made, "rate", "5", "sex=f")
    women = [p for p in people if p["sex"] == "f"]
    assert share.value == pytest.approx(sum(p["rate"] == "5" for p in women) / len(women))
    assert not made.weighted
    assert any("svari nav" in note.get("lv") for note in made.notes)


def test_waves_are_columns_and_a_past_wave_is_subtracted():
    people, _ = _people(200)
    past, _ = _people(180, seed=6)
    ask = BannerAsk(
        "t",
        (RowAsk("rate", measures=("shares", "top2", "mean")),),
        read_banner("@wave, sex"),
        against="wave:2022",
        tests=Tests(LetterRule.DESIGN, smallest=0),
    )
    made = cells(people, past=past, demand=Demand(banners=frozenset({ask}))).banner(ask)
    keys = [column.key for column in made.columns]
    assert keys == ["total", "@wave=2022", "@wave=2023", "@wave=2024", "sex=f", "sex=m"]
    for row in made.rows:
        now, then = row.cells[0], row.cells[1]
        assert now.difference.value == pytest.approx(now.number.value - then.number.value)  # type: ignore[union-attr]
        test = next(t for t in row.tests if (t.a, t.b) == ("@wave=2022", "@wave=2024"))
        if test.p is not None:
            assert now.difference_p == pytest.approx(test.p, rel=1e-6)


ITEMS = BannerAsk(
    "g",
    (RowAsk("grid", measures=("shares", "top2", "mean")),),
    read_banner("sex"),
    shown=("share", "count"),
    tests=Tests(LetterRule.DESIGN, smallest=0),
    layout="items",
)


@settings(max_examples=8, deadline=None)
@given(PEOPLE)
def test_a_grid_as_one_table_has_the_cells_of_its_items(people):
    made = table(people, ITEMS)
    placed = across(made)
    assert [row.question for row in placed.rows] == ["rate", "speed"]
    assert placed.title.get("lv") == "Apmierinātība"
    for block, row in zip(made.blocks, placed.rows, strict=True):
        for at, column in enumerate(made.columns):
            for own in block.rows:
                assert row.cells[placed.column(f"{column.key}|{own.key}")] == own.cells[at]
            base = row.cells[placed.column(f"{column.key}|n_unweighted")].number
            assert base.value == block.bases[at].base  # type: ignore[union-attr]
    keys = {column.key for column in placed.columns}
    assert all(test.a in keys and test.b in keys for row in placed.rows for test in row.tests)


def test_a_grid_as_one_table_is_printed_under_its_banner():
    people = [{"sex": "fm"[i % 2], "rate": "12345"[i % 5], "speed": "5"} for i in range(60)]
    made = printed(across(table(people, ITEMS)), "lv")
    spans = [head.span for head in made.heads[1] if head.depth == 1]
    assert spans[-2:] == [len(made.heads[-1]) // 2] * 2
    rows = [row for block in made.blocks for row in block.rows]
    assert [row.kind for row in rows] == ["answer", "statistic"] * 2
    assert rows[0].cells[0].text == "60"
    alone = printed(across(table(people, replace(ITEMS, banner=()))), "lv")
    assert len(alone.heads) == 1


@settings(max_examples=8, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=2, max_size=40), st.booleans())
def test_a_median_has_woodruffs_interval(values, weighted):
    people = [{"sex": "f", "visits": value, "rate": str(1 + value % 5)} for value in values]
    weights = [1.0 + (i % 3) for i in range(len(values))] if weighted else [1.0] * len(values)
    rows = tuple(RowAsk(name, measures=("median",)) for name in ("visits", "rate"))
    ask = BannerAsk("m", rows)
    made = table(people, ask, weights=weights)
    for question, x in (("visits", values), ("rate", [1 + value % 5 for value in values])):
        found = number(made, question, "median")
        w = np.array(weights)
        ends = quantile_interval(x, w, w**2, 0.5, simple(len(x)))
        if ends is None:
            assert found.low is None and found.interval == "none"
        else:
            assert (found.low, found.high) == (
                min(ends[0], found.value),
                max(ends[1], found.value),
            )
            assert found.interval == "woodruff"


def test_errors_of_weighted_tables_say_that_weights_are_taken_as_fixed():
    people = [{"sex": "fm"[i % 2], "rate": "5"} for i in range(60)]
    weights = [1 + (i % 3) for i in range(60)]
    plain = BannerAsk("t", (RowAsk("rate"),), read_banner("sex"))
    for ask, wanted in (
        (WHOLE, True),
        (replace(plain, shown=("share", "interval")), True),
        (replace(plain, shown=("share", "se")), True),
        (replace(plain, against="total"), True),
        (replace(plain, tests=Tests(chi_square=True)), True),
        (plain, False),
    ):
        notes = " ".join(note.get("en") for note in table(people, ask, weights).notes)
        assert ("take the weights as fixed" in notes) == wanted, ask
    bare = replace(WHOLE, weighted=False)
    for made in (table(people, bare, weights), table(people)):
        assert "as fixed" not in " ".join(note.get("en") for note in made.notes)
