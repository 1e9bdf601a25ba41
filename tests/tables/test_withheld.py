"""Hidden numbers stay hidden wherever they would stand, and can't be had from the others."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from atbalss.study.about import SmallRows, TableRules
from atbalss.study.codes import Code, CodeList
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.banner_ask import BannerAsk, RowAsk, read_banner
from atbalss.tables.cells import Cells
from atbalss.tables.compute import compute
from atbalss.tables.demand import Demand
from atbalss.tables.result import Flag, RowKind

from . import made

PLACE = CodeList("place", tuple(Code(name, made.text(name)) for name in ("city", "town", "farm")))
NEWS_CODES = ("paper", "web", "radio", "tv", "talk")
NEWS = CodeList("news", tuple(Code(name, made.text(name)) for name in NEWS_CODES))
FORM = Questionnaire(
    "tiny",
    items=(
        Question("sex", Kind.SINGLE, made.text("Dzimums"), codes=made.SEX),
        Question("place", Kind.SINGLE, made.text("Vieta"), codes=PLACE),
        Question("news", Kind.SINGLE, made.text("Ziņas"), codes=NEWS),
        replace(made.RATE, grid=""),
    ),
    lists=(made.SEX, PLACE, NEWS, made.SCALE),
)
SEXES = tuple((("sex", code),) for code in made.SEX.names)
PLACES = tuple((("place", code),) for code in PLACE.names)
BOTH = tuple((("place", p), ("sex", s)) for p in PLACE.names for s in made.SEX.names)
FOLDS = TableRules(hide_under=30, mark_under=0, small_rows=SmallRows.FOLD)


def frame(people: list[dict[str, str]]) -> made.Made:
    columns: dict[str, object] = {"weight": [1.0] * len(people)}
    for question in FORM.questions:
        codes = list(question.codes.names)
        columns[question.name] = pl.Series(
            [item[question.name] for item in people], dtype=pl.Enum(codes)
        )
    return made.Made("2024", pl.DataFrame(columns))


def cells(
    people: list[dict[str, str]],
    *amongs: tuple[tuple[str, str], ...],
    banner: BannerAsk | None = None,
    rules: TableRules = FOLDS,
) -> Cells:
    banners = frozenset() if banner is None else frozenset({banner})
    demand = Demand(frozenset(amongs), banners=banners)
    return compute(FORM, {"2024": frame(people)}, made.WAVES[-1:], rules, "2024", demand)


def crowd(**sizes: int) -> list[dict[str, str]]:
    """People by sex: news all "web" but for every third "paper"; rated 5, every fourth 4."""
    return [
        {
            "sex": sex,
            "place": "city",
            "news": "paper" if i % 3 == 0 else "web",
            "rate": "54"[i % 4 == 0],
        }
        for sex, size in sizes.items()
        for i in range(size)
    ]


def test_the_sibling_of_a_small_group_is_hidden_too_and_the_total_stays():
    found = cells(crowd(f=70, m=20), *SEXES)
    for number in (
        found.share("news", "web", among=SEXES[1]),
        found.share("news", "web", among=SEXES[0]),
        found.mean("rate", among=SEXES[0]),
    ):
        assert number.flag is Flag.HIDDEN
        assert number.value is number.n is number.low is number.se is None
    assert found.share("news", "web").flag is Flag.OK
    assert found.count("news", "web", among=SEXES[0]).value is None
    assert found.base("news", among=SEXES[0]).value == 70


def test_a_small_group_alone_is_hidden_and_others_not_shown_protect_it():
    found = cells(crowd(f=70, m=20), SEXES[1])
    assert found.share("news", "web", among=SEXES[1]).flag is Flag.HIDDEN
    assert found.share("news", "web").flag is Flag.OK


def test_the_same_marks_in_sentences_tables_and_plain_values():
    people = [*crowd(f=70, m=40), {"sex": "f", "place": "farm", "news": "radio", "rate": "1"}]
    people += [{"sex": "m", "place": "farm", "news": "radio", "rate": "1"}] * 4
    found = cells(people, *SEXES)
    table = found.table(["news"], among=[(), *SEXES])
    shown = {
        (row.key, column.among): number
        for row in table.rows
        for column, number in zip(table.columns, row.numbers, strict=True)
    }
    for (code, among), number in shown.items():
        assert number == found.share("news", code, among=among)
    assert shown["radio", SEXES[0]].flag is Flag.HIDDEN  # one woman
    assert shown["radio", SEXES[1]].flag is Flag.HIDDEN  # four men would tell of her
    assert shown["radio", ()].n == 5
    assert any("atņemot" in note.get("lv") for note in table.notes)
    assert found.share("rate", "1", among=SEXES[0]).flag is Flag.OK  # a scale keeps its codes


def test_what_tables_fold_no_sentence_tells():
    people = [*crowd(f=70, m=40), {"sex": "f", "place": "farm", "news": "radio", "rate": "1"}]
    found = cells(people)
    assert found.share("news", "radio").flag is Flag.HIDDEN
    assert found.count("news", "radio").value is None
    plain = [item for item in found.as_json()["numbers"] if item.get("code") == "radio"]
    assert plain and all("value" not in item and "n" not in item for item in plain)


def visible(found: Cells, people, amongs) -> tuple[np.ndarray, list]:
    """All printed counts of news, and the hidden ones of somebody, as sums over sorts of people.

    An independent attacker: knows which sorts (place and sex) there are, subtracts as he likes.
    """
    sorts = sorted({(item["place"], item["sex"]) for item in people})
    atoms = list(product(NEWS.names, sorts))

    def vector(code: str, among) -> np.ndarray:
        wanted = dict(among)
        return np.array(
            [
                float(code in ("", c) and wanted.get("place", p) == p and wanted.get("sex", s) == s)
                for c, (p, s) in atoms
            ]
        )

    printed, hidden = [], []
    for among in ((), *amongs):
        printed.append(vector("", among))
        for code in NEWS.names:
            if found.share("news", code, among=among).flag is not Flag.HIDDEN:
                printed.append(vector(code, among))
            elif any(p["news"] == code and all(p[q] == c for q, c in among) for p in people):
                hidden.append(((code, among), vector(code, among)))
    return np.array(printed), hidden


PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["f", "m"]),
        st.sampled_from(["city", "city", "town", "farm"]),
        st.sampled_from(["paper", "web", "web", "radio"]),
        st.integers(1, 25),
    ),
    min_size=4,
    max_size=14,
)


@settings(max_examples=33, deadline=None)
@given(PEOPLE)
def test_no_hidden_count_follows_from_all_that_is_printed(groups):
    people = [
        {"sex": sex, "place": place, "news": news, "rate": "5"}
        for sex, place, news, size in groups
        for _ in range(size)
    ]
    amongs = (*SEXES, *PLACES, *BOTH)
    found = cells(people, *amongs)
    printed, hidden = visible(found, people, amongs)
    for place, aim in hidden:
        combined, *_ = np.linalg.lstsq(printed.T, aim, rcond=None)
        assert np.abs(combined @ printed - aim).max() > 1e-6, place


SMALL = TableRules(hide_under=4, mark_under=0, small_rows=SmallRows.FOLD)
SHOWN = ("share", "count", "row_share")
BANNER = BannerAsk("t", (RowAsk("news"),), read_banner("sex, place, place > sex"), shown=SHOWN)


@settings(max_examples=33, deadline=None)
@given(PEOPLE, st.lists(st.sampled_from(["tv", "talk", "radio"]), max_size=4))
def test_no_hidden_count_follows_from_a_banner_table_with_folded_rows(groups, rare):
    """What a banner prints, its folded row too, beside all that sentences may say."""
    people = [
        {"sex": sex, "place": place, "news": news, "rate": "5"}
        for sex, place, news, size in groups
        for _ in range(size)
    ]
    people += [
        {"sex": "mf"[i % 2], "place": "town", "news": x, "rate": "5"} for i, x in enumerate(rare)
    ]
    amongs = (*SEXES, *PLACES, *BOTH)
    found = cells(people, *amongs, banner=BANNER, rules=SMALL)
    table = found.banner(BANNER)
    printed, hidden = visible(found, people, amongs)
    plain = {row.key for row in table.rows}
    fold = [code for code in NEWS.names if code not in plain]
    assert bool(fold) == ("_other_answers" in plain)
    parts = {code: row for code, row in _vectors(people).items() if code in fold}
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            assert cell.number is not None
            told = (
                found.share("news", row.key, among=column.among) if row.key in NEWS.names else None
            )
            assert told is None or told == cell.number  # the same marks as in a sentence
            if row.key == "_other_answers" and cell.number.flag is not Flag.HIDDEN:
                united = sum(vector(column.among) for vector in parts.values())
                printed = np.vstack([printed, united])
                assert cell.number.n is None or cell.number.n == 0 or cell.number.n > 2
            if cell.number.flag is Flag.HIDDEN:
                assert cell.weighted is cell.row_share is cell.rank is None
    for place, aim in hidden:
        combined, *_ = np.linalg.lstsq(printed.T, aim, rcond=None)
        assert np.abs(combined @ printed - aim).max() > 1e-6, place


def _vectors(people):
    """For each answer, what makes a filter into the sums over sorts of people that it counts."""
    sorts = sorted({(item["place"], item["sex"]) for item in people})
    atoms = list(product(NEWS.names, sorts))

    def of(code):
        def vector(among):
            wanted = dict(among)
            return np.array(
                [
                    float(c == code and wanted.get("place", p) == p and wanted.get("sex", s) == s)
                    for c, (p, s) in atoms
                ]
            )

        return vector

    return {code: of(code) for code in NEWS.names}


def test_banner_rows_of_one_or_two_persons_are_one_row_of_persons():
    """Several answers: persons are counted, in all columns by one more scan, as in other tables."""
    people = [{"sex": "fm"[i % 2], "tools": ["a"]} for i in range(80)]
    people += [{"sex": "f", "tools": ["b", "c"]}] * 2 + [{"sex": "m", "tools": ["other"]}] * 12
    people += [{"sex": sex, "tools": ["none"]} for sex in "fm" for _ in range(4)]
    people += [{"sex": "f", "tools": ["dk"]}]
    ask = BannerAsk("t", (RowAsk("tools"),), read_banner("sex"))
    found = made.cells(made.frame(people), rules=SMALL, demand=Demand(banners=frozenset({ask})))
    counted, scans = found.counted, []

    def recount(unions, amongs):
        scans.append(amongs)
        return counted.recount(unions, amongs)

    found = replace(found, counted=replace(counted, recount=recount))
    table = found.banner(ask)
    row = next(row for row in table.rows if row.kind is RowKind.FOLDED)
    assert [item.key for item in table.rows] == ["a", "none", "_other_answers", "dk", "ab"]
    everybody, *sexes = (cell.number for cell in row.cells)
    assert everybody.n == 14  # two persons of two answers, and "Cits", as two would be too few
    assert [number.flag for number in sexes] == [Flag.HIDDEN, Flag.HIDDEN]  # 2 and 12
    assert [set(SEXES) <= amongs for amongs in scans].count(True) == 1  # all columns in one scan
    assert all(amongs == {()} for amongs in scans if not set(SEXES) <= amongs)
    assert any("Citas atbildes" in note.get("lv") for note in table.notes)
    ordinary = found.table(["tools"])
    other = next(item for item in ordinary.rows if item.kind is RowKind.FOLDED)
    assert other.numbers[0] == row.cells[0].number


def test_persons_of_a_fold_are_counted_not_guessed():
    """Five women with one rare answer each are five persons: their row need not be hidden."""
    people = [{"sex": "fm"[i % 2], "tools": ["a"]} for i in range(80)]
    people += [{"sex": "f", "tools": [code]} for code in ("b", "b", "c", "c", "none")]
    ask = BannerAsk("t", (RowAsk("tools"),), read_banner("sex"))
    found = made.cells(made.frame(people), rules=SMALL, demand=Demand(banners=frozenset({ask})))
    row = next(row for row in found.banner(ask).rows if row.kind is RowKind.FOLDED)
    assert [cell.number.n for cell in row.cells] == [5, 5, 0]
    for code in ("b", "c", "none"):
        assert found.share("tools", code, among=SEXES[0]).flag is Flag.HIDDEN
        assert found.share("tools", code).flag is Flag.HIDDEN


def test_a_fold_of_another_wave_tells_nothing_of_a_hidden_answer():
    """Radio is folded as two said it in 2023; in 2024 one woman did, and web's count is told."""
    then = crowd(f=40, m=40) + [{"sex": "f", "place": "city", "news": "radio", "rate": "1"}] * 2
    then += [{"sex": "m", "place": "city", "news": "tv", "rate": "1"}] * 2
    now = crowd(f=40, m=40) + [{"sex": "m", "place": "city", "news": "radio", "rate": "1"}] * 5
    now += [{"sex": "f", "place": "city", "news": "radio", "rate": "1"}]
    now += [{"sex": s, "place": "city", "news": "tv", "rate": "1"} for s in "fm" for _ in range(9)]
    now += [
        {"sex": s, "place": "city", "news": "talk", "rate": "1"} for s in "fm" for _ in range(4)
    ]
    ask = BannerAsk("t", (RowAsk("news"),), read_banner("sex"), waves=("2023", "2024"))
    demand = Demand(frozenset(SEXES), banners=frozenset({ask}))
    frames = {"2023": frame(then), "2024": frame(now)}
    found = compute(FORM, frames, made.WAVES[-2:], SMALL, "2024", demand)
    table = found.banner(ask)
    row = next(row for row in table.rows if row.kind is RowKind.FOLDED)
    numbers = {
        (column.wave, column.among): cell.number
        for column, cell in zip(table.columns, row.cells, strict=True)
    }
    assert numbers["2023", ()].n == 4
    assert numbers["2024", ()].n == 24
    assert found.share("news", "tv", among=SEXES[0]).n == 9
    for among in SEXES:
        assert found.share("news", "radio", among=among).flag is Flag.HIDDEN
        assert numbers["2024", among].flag is Flag.HIDDEN, among
