"""Several answers in one cell, as web forms write them: found, and nothing else taken for them."""

from __future__ import annotations

import random

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atbalss.exchange.cell_lists import cell_lists
from atbalss.exchange.guess_groups import likely_missing
from atbalss.exchange.plain_table import as_labelled

OPTIONS = ["Laipni darbinieki", "Ātra apkalpošana", "Ērtas telpas", "Tuvu dzīvesvietai"]


def ticks(separator: str, options=OPTIONS, rows=60, seed=1, end="") -> list[str | None]:
    """Cells as a form writes them: in its own order, blank where nothing was ticked."""
    chance = random.Random(seed)
    made = []
    for _ in range(rows):
        chosen = [option for option in options if chance.random() < 0.4]
        made.append(separator.join(chosen) + end if chosen else None)
    return made


@pytest.mark.parametrize(
    ("separator", "end"), [(", ", ""), (";", ";"), (";", ""), ("|", ""), ("\n", "")]
)
def test_ticks_of_every_form_are_options_in_its_order(separator, end):
    cells = ticks(separator, end=end)
    found = cell_lists(pl.Series("x", cells))
    assert found is not None
    assert list(found.options) == OPTIONS
    for option in OPTIONS:
        told = found.dichotomy(option).to_list()
        assert told == [None if cell is None else float(option in cell) for cell in cells]
    assert found.others().null_count() == len(cells)


def test_an_option_with_a_comma_stays_whole():
    options = ["Ātri, bet nelaipni", "Telpas", "Cenas", "Ērts laiks"]
    found = cell_lists(pl.Series("x", ticks(", ", options)))
    assert found is not None
    assert list(found.options) == options


def test_what_was_written_beside_the_options_is_kept():
    cells = ticks(", ")
    cells[3] = "Laipni darbinieki, suns pie durvīm"
    cells[8] = "nekas īpašs"
    found = cell_lists(pl.Series("x", cells))
    assert found is not None
    assert list(found.options) == OPTIONS
    others = found.others().to_list()
    assert others[3] == "suns pie durvīm"
    assert others[8] == "nekas īpašs"
    assert found.dichotomy("Laipni darbinieki")[3] == 1
    assert found.dichotomy("Laipni darbinieki")[8] == 0


NOT_LISTS = {
    "closed answers with a comma": ["Jā", "Nē, nebija laika", "Nē, nezināju"] * 20,
    "places": ["Rīga, Latvija", "Liepāja, Latvija", "Jelgava, Latvija"] * 20,
    "one of each": ["viens", "divi", "trīs"] * 20,
    "open answers": [f"Rinda bija gara, un {i} reizes jāgaida, bet labi" for i in range(60)],
    "words twice": ["labi, labi", "labi, slikti", "slikti"] * 20,
    "too few": ["a, b", "a", "b", "a, b"],
    "sexes and ages": ["sieviete, 18–29", "vīrietis, 30–44", "sieviete, 30–44", "vīrietis, 18–29"]
    * 15,
    "nothing": [None] * 30,
}


@pytest.mark.parametrize("what", NOT_LISTS)
def test_other_texts_are_no_lists(what):
    assert cell_lists(pl.Series("x", NOT_LISTS[what], dtype=pl.String)) is None


@given(st.lists(st.none() | st.text(max_size=40), max_size=80))
def test_any_texts_are_read_or_left(cells):
    found = cell_lists(pl.Series("x", cells, dtype=pl.String))
    if found is not None:
        assert len(found.chosen) == len(found.other) == len(cells)
        assert all(
            bool(row) or other
            for row, other, cell in zip(found.chosen, found.other, cells, strict=True)
            if cell and row is not None
        )


def test_a_column_of_lists_becomes_a_set_and_the_words_of_others_a_text():
    cells = ticks(", ")
    cells[3] = "Laipni darbinieki, suns pie durvīm"
    table = pl.DataFrame({"Kas Jums patika?": cells, "vecums": [30] * 60})
    labelled, said = as_labelled(table, "forma.csv")
    [own] = labelled.sets
    assert [labelled.variable(name).label for name in own.variables] == [*OPTIONS, "Cits"]
    assert own.label == "Kas Jums patika?"
    assert labelled.data["Kas_Jums_patika_other"][3] == "suns pie durvīm"
    assert labelled.data["Kas_Jums_patika/other"].to_list()[3] == 1
    assert "exchange-adopt-cell-lists" in {item.code for item in said}


@pytest.mark.parametrize(
    ("values", "odd"),
    [
        ([1, 5, 9, 99, 99], [99]),
        ([1, 2, 3, -1, 98], [-1, 98]),
        ([1, 5, 9], []),
        ([18, 45, 77, 99], []),
        ([99, 99], []),
    ],
)
def test_a_99_among_answers_of_a_scale_is_odd(values, odd):
    assert likely_missing(pl.Series("x", values, dtype=pl.Float64)) == odd
