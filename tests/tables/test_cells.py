"""The face towards reports: names, printed order, tables, folding, small bases, plain values."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from atbalss.problems import Refused
from atbalss.study.about import SmallRows, TableRules
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import parse
from atbalss.study.texts import Text
from atbalss.tables import listing
from atbalss.tables.demand import Demand
from atbalss.tables.plain import plain_table
from atbalss.tables.result import CellKey, Flag, RowKind, Source

from . import made
from .made import NO_RULES, cells

PEOPLE = (
    [{"tools": ["b"], "rate": "5", "speed": "4", "sex": "f"}] * 50
    + [{"tools": ["a", "b"], "rate": "4", "speed": "4", "sex": "m"}] * 30
    + [{"tools": ["other"], "rate": "dk", "sex": "m"}] * 40
    + [{"tools": ["dk"], "rate": "no", "sex": "f"}] * 45
    + [{"tools": ["no"], "sex": "f"}] * 5
    + [{"tools": ["none"], "sex": "f"}]
)


def test_codes_by_size_then_other_then_unsure_and_those_of_nobody_stay():
    found = cells(PEOPLE)
    assert found.codes("tools") == ("b", "a", "none", "c", "other", "dk")
    assert found.codes("rate") == ("1", "2", "3", "4", "5", "dk")
    assert found.codes("rate", bands=True) == ("high", "1", "2", "3", "dk")
    assert found.codes("tools", nets=True) == ("ab",)
    assert found.share("tools", "c").value == 0
    assert found.n_distinct("tools") == 3


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda c: c.share("tols", "a"), "tables-unknown-question"),
        (lambda c: c.share("tools", "zz"), "tables-unknown-code"),
        (lambda c: c.share("tools", "a", "1999"), "tables-unknown-wave"),
        (lambda c: c.share("visits", "a"), "tables-no-codes"),
        (lambda c: c.mean("tools"), "tables-no-mean"),
        (lambda c: c.base("nothing"), "tables-unknown-question"),
        (lambda c: c.mean("rate", among=(("sex", "f"),)), "tables-undeclared-filter"),
        (lambda c: c.mean("rate", among=(("sex", "x"),)), "tables-unknown-code"),
        (lambda c: c.table(["grids"]), "tables-unknown-question"),
        (lambda c: c.codes("visits"), "tables-no-codes"),
    ],
)
def test_unknown_names_are_refused_with_close_ones(ask, code):
    with pytest.raises(Refused) as caught:
        ask(cells(PEOPLE))
    assert caught.value.problems[0].code == code
    assert caught.value.problems[0].remedy("lv")


def test_close_names_are_told():
    with pytest.raises(Refused) as caught:
        cells(PEOPLE).share("tols", "a")
    assert "tools" in caught.value.problems[0].remedy("en")


@pytest.mark.parametrize(("words", "close"), [("Grūti pateikt", "dk"), ("Vīriet", "m")])
def test_who_writes_the_label_is_told_the_code(words, close):
    with pytest.raises(Refused) as caught:
        cells(PEOPLE).share("tools" if close == "dk" else "sex", words)
    assert dict(caught.value.problems[0].args)["close"] == close


def test_published_numbers_come_through_the_same_calls():
    found = cells(PEOPLE)
    plain, derived = found.share("tools", "a", "2023"), found.share("tools", "b", "2023")
    assert (plain.value, plain.base, plain.source) == (0.22, None, Source.PUBLISHED)
    assert (derived.base, derived.source, derived.rounding) == (200, Source.DERIVED, 0.01)
    assert found.mean("rate", "2023").value == 4.0
    assert found.share("rate", "high", "2023").is_floor
    assert found.share("tools", "other", "2023").flag is Flag.EMPTY
    assert found.waves_with("tools", "a") == ("2023", "2024")
    assert found.waves_with("rate", measure="mean") == ("2023", "2024")


@pytest.mark.parametrize(
    ("n", "flag"),
    [(29, Flag.HIDDEN), (30, Flag.MARKED), (99, Flag.MARKED), (100, Flag.OK), (0, Flag.EMPTY)],
)
def test_small_bases_are_hidden_or_marked_by_unweighted_persons(n, flag):
    people = [{"rate": "5", "sex": "f"}] * n + [{"sex": "f"}]
    found = cells(people, rules=TableRules(), weights=[9.0] * len(people)).share("rate", "5")
    assert found.flag is flag
    if flag is Flag.HIDDEN:
        assert (found.value, found.n, found.low, found.se, found.base) == (None,) * 4 + (29,)
        assert cells(people, rules=TableRules()).count("rate", "5").value is None


def test_the_table_of_a_multiple_question():
    table = cells(PEOPLE).table(["tools"])
    assert table.multiple
    assert [row.key for row in table.rows] == ["b", "a", "none", "c", "other", "dk"]
    assert [row.kind for row in table.rows][-2:] == [RowKind.OTHER, RowKind.MISSING]
    assert table.columns[0].base == 166
    assert table.base_note.get("lv").startswith("Visi")
    assert any("vairākas" in note.get("lv") for note in table.notes)


def test_rows_of_one_or_two_persons_are_folded_as_persons():
    fold = TableRules(hide_under=0, mark_under=0, small_rows=SmallRows.FOLD)
    people = [*PEOPLE, {"tools": ["a", "c"], "sex": "f"}, {"tools": ["none"], "sex": "f"}]
    table = cells(people, rules=fold).table(["tools"])
    folded = next(row for row in table.rows if row.kind is RowKind.FOLDED)
    assert [row.key for row in table.rows] == ["b", "a", "other", "_other_answers", "dk"]
    assert folded.numbers[0] is not None
    assert folded.numbers[0].n == 3  # none twice, c once
    shown = TableRules(hide_under=0, mark_under=0, small_rows=SmallRows.SHOW)
    kinds = {row.kind for row in cells(people, rules=shown).table(["tools"]).rows}
    assert RowKind.FOLDED not in kinds


def test_a_fold_never_shows_one_person_alone():
    table = cells(PEOPLE, rules=TableRules(hide_under=0, mark_under=0)).table(["tools"])
    folded = next(row for row in table.rows if row.kind is RowKind.FOLDED)
    assert folded.numbers[0] is not None
    assert folded.numbers[0].n == 41  # the one of "none" hides among "Cits"


def test_small_shares_are_folded_where_asked_and_persons_counted_once():
    people = [{"tools": ["a", "c"]}] * 5 + [{"tools": ["b"]}] * 95
    table = cells(people).table(["tools"], min_share=0.06)
    folded = next(row for row in table.rows if row.kind is RowKind.FOLDED)
    assert folded.numbers[0] is not None
    assert folded.numbers[0].n == 5


def test_columns_are_waves_within_filters():
    demand = Demand(frozenset({(("sex", "f"),), (("sex", "m"),)}))
    found = cells(PEOPLE, past=PEOPLE[:60], demand=demand)
    ask = [(), (("sex", "f"),), (("sex", "m"),)]
    table = found.table(["rate"], waves=["2022", "2024"], among=ask)
    labels = [column.label.get("lv") for column in table.columns]
    assert labels[:3] == ["Visi, 2022. gads", "Visi, 2024. gads", "sieviete, 2022. gads"]
    assert [column.base for column in table.columns] == [60, 120, 50, 50, 10, 70]


def test_a_grid_as_a_table_of_means_with_the_whole_last():
    table = cells(PEOPLE).table(["rate", "speed", "grid"], measure="mean")
    assert [row.key for row in table.rows] == ["rate", "speed", "grid"]
    assert table.title == Text.of(dict.fromkeys(("lv", "en", "ru"), "Apmierinātība"))
    stacked = cells(PEOPLE).table(["rate", "speed"], bands=True)
    assert [row.key for row in stacked.rows][:2] == ["rate/high", "rate/1"]
    alone = cells(PEOPLE).table(["grid"], measure="mean")
    assert (alone.rows[0].question, alone.title) == ("grid", table.title)


def test_notes_tell_of_past_waves_and_tests():
    pairs = frozenset({(CellKey("tools", "a"), CellKey("tools", "a", "2023"))})
    table = cells(PEOPLE, demand=Demand(comparisons=pairs)).table(["tools"], waves=["2023", "2024"])
    notes = " ".join(note.get("lv") for note in table.notes)
    assert "nav pārbaudāmas" in notes
    assert "2023. gads: starpība" in notes
    assert "noapaļojums" in notes
    row = next(row for row in table.rows if row.key == "a")
    assert row.comparisons[0] is not None
    assert row.comparisons[1] is None
    for note in table.notes:
        assert {lang for lang, _ in note.pairs} == {"lv", "en", "ru"}


def test_everything_as_plain_values_and_as_text():
    found = cells(PEOPLE, past=PEOPLE[:60])
    plain = found.as_json("en")
    assert json.loads(json.dumps(plain)) == plain
    text = "\n".join(listing.lines(found, "lv"))
    assert "Vidējais vērtējums" in text
    assert "48,2 %" in text
    assert "\n".join(listing.lines(found, "en", questions=["grid"])).count("[grid]") == 1
    assert json.dumps(plain_table(found.table(["tools"])))
    with pytest.raises(Refused):
        list(listing.lines(found, "lv", questions=["nothing"]))


def test_a_hidden_number_stands_nowhere_in_the_plain_values():
    plain = cells(PEOPLE[:20], rules=TableRules()).as_json()
    for number in plain["numbers"]:  # type: ignore[union-attr]
        if number["wave"] == "2024":
            assert "value" not in number
    assert NO_RULES.hide_under == 0


def test_a_refusal_has_a_count_but_no_share_and_no_test():
    pair = (CellKey("rate", "no"), CellKey("rate", "no", "2022"))
    found = cells(PEOPLE, past=PEOPLE, demand=Demand(comparisons=frozenset({pair})))
    assert found.share("rate", "no").value is None
    assert found.count("rate", "no").value == 45
    assert found.family_table() == ()


def test_the_count_of_refusals_is_hidden_with_its_base():
    people = [{"rate": "no"}] * 4 + [{"rate": "5"}] * 20
    found = cells(people, rules=TableRules()).count("rate", "no")
    assert (found.value, found.n, found.flag, found.base) == (None, None, Flag.HIDDEN, 20)
    shown = cells(people * 2, rules=TableRules()).count("rate", "no")
    assert (shown.value, shown.flag) == (8, Flag.MARKED)


def test_refusals_are_told_by_wave_where_several_waves_have_answers():
    people = [{"rate": "no"}] * 4 + [{"rate": "5"}] * 60
    past = [{"rate": "no"}] * 3 + [{"rate": "5"}] * 50
    both = cells(people, past=past)
    told = [note.get("en") for note in both.table(["rate"], waves=["2022", "2024"]).notes]
    assert any(note.endswith("2022. gads – 3, 2024. gads – 4.") for note in told), told
    alone = [note.get("en") for note in both.table(["rate"]).notes]
    assert any(note.endswith("left out of the base: 4.") for note in alone), alone


def test_a_refusal_is_no_member_of_a_net(monkeypatch):
    codes = tuple(
        replace(code, band="high") if code.name == "no" else code for code in made.SCALE.codes
    )
    rate = replace(made.RATE, codes=replace(made.SCALE, codes=codes), grid="")
    sex = Question("sex", Kind.SINGLE, made.text("Dzimums"), codes=made.SEX)
    monkeypatch.setattr(made, "QUESTIONNAIRE", Questionnaire("tiny", items=(sex, rate)))
    people = [{"rate": "5", "sex": "f"}] * 3 + [{"rate": "no", "sex": "f"}] * 5 + [{"rate": "1"}]
    among = (("rate", "high"),)
    found = cells(people, demand=Demand(amongs=frozenset({among})))
    share = found.share("rate", "high")
    assert (share.n, share.base, share.value) == (3, 4, 0.75)
    assert found.base("sex", among=among).value == 3


def test_questions_with_bases_of_their_own_say_so(monkeypatch):
    rate = replace(made.RATE, grid="", asked_of=parse("${sex} = 'f'"))
    sex = Question("sex", Kind.SINGLE, made.text("Dzimums"), codes=made.SEX)
    monkeypatch.setattr(made, "QUESTIONNAIRE", Questionnaire("tiny", items=(sex, rate)))
    found = cells([{"sex": "f", "rate": "5"}] * 3 + [{"sex": "m"}])
    both = found.table(["sex", "rate"]).base_note.get("lv")
    assert both.startswith("Dzimums: visi respondenti; Vērtējums: tie, kas jautājumā")
    assert found.table(["sex"]).base_note.get("lv") == "Visi respondenti"


def test_neither_order_nor_folding_tells_of_hidden_sizes():
    people = [{"tools": ["c"]}] * 20 + [{"tools": ["b"]}] * 4 + [{"tools": ["a"]}] * 2
    table = cells(people, rules=TableRules()).table(["tools"])
    assert [row.key for row in table.rows] == ["a", "b", "c", "none", "other", "dk"]
    assert {row.numbers[0].flag for row in table.rows if row.numbers[0]} == {Flag.HIDDEN}
    assert not any("Citas atbildes" in note.get("lv") for note in table.notes)
    shown = cells(people * 2, rules=TableRules()).table(["tools"])
    assert [row.key for row in shown.rows][:3] == ["c", "b", "a"]
