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
from atbalss.tables.cells import Cells, Demand, compute
from atbalss.tables.result import Flag

from . import made

PLACE = CodeList("place", tuple(Code(name, made.text(name)) for name in ("city", "town", "farm")))
NEWS = CodeList("news", tuple(Code(name, made.text(name)) for name in ("paper", "web", "radio")))
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


def cells(people: list[dict[str, str]], *amongs: tuple[tuple[str, str], ...]) -> Cells:
    columns: dict[str, object] = {"weight": [1.0] * len(people)}
    for question in FORM.questions:
        codes = list(question.codes.names)
        columns[question.name] = pl.Series(
            [item[question.name] for item in people], dtype=pl.Enum(codes)
        )
    data = made.Made("2024", pl.DataFrame(columns))
    demand = Demand(frozenset(amongs))
    return compute(FORM, {"2024": data}, made.WAVES[-1:], FOLDS, "2024", demand)


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
