"""A questionnaire drafted from a data file: what is found, what is guessed, what is said."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from tests.exchange.latvian import latvian

from atbalss.answers.frame import build
from atbalss.exchange.adopt import Adopted, adopt
from atbalss.exchange.from_labelled import answers, id_variable
from atbalss.exchange.guess_groups import parted
from atbalss.exchange.guess_names import plain_names
from atbalss.exchange.guess_words import missing_word, says_contact, says_weight
from atbalss.exchange.labelled import Labelled, ResponseSet, Span, Variable
from atbalss.exchange.sav import read_sav
from atbalss.exchange.xlsform import judge, read_questionnaire
from atbalss.problems import errors
from atbalss.study.check import check
from atbalss.study.codes import Missing
from atbalss.study.question import Kind, Role
from atbalss.study.questionnaire import Questionnaire

FILES = Path(__file__).parents[1] / "reference" / "spss_files"


def opened(draft: Adopted) -> Questionnaire:
    made, found = read_questionnaire(
        draft.workbook, draft.frames, name="x", default_lang=draft.lang
    )
    assert made is not None
    assert errors([*found, *check(made), *judge(draft.workbook)]) == []
    return made


def said(draft: Adopted) -> set[str]:
    return {item.code.removeprefix("exchange-adopt-") for item in draft.found}


def table(columns: dict, *variables: Variable, **more) -> Labelled:
    known = {item.name: item for item in variables}
    made = tuple(
        known.get(name, Variable(name, is_text=any(isinstance(v, str) for v in values)))
        for name, values in columns.items()
    )
    data = pl.DataFrame(
        [
            pl.Series(
                item.name, columns[item.name], dtype=pl.String if item.is_text else pl.Float64
            )
            for item in made
        ]
    )
    return Labelled(made, data, **more)


def test_an_institutes_file_becomes_a_questionnaire():
    draft = adopt(latvian(), "cati.sav")
    made = opened(draft)
    assert (draft.lang, draft.weight, draft.left_out) == ("lv", "svars", ("Telefons",))
    kinds = {question.name: question.kind for question in made.questions}
    assert kinds["S2"] is Kind.INTEGER
    assert kinds["intdate"] is Kind.DATE
    assert kinds["sakums"] is Kind.TIME
    assert kinds["Q4"] is kinds["vietas"] is kinds["pec_vertibas"] is Kind.MULTIPLE
    labels = [c.label.get("lv") for c in made.by_name["pec_vertibas"].codes.codes]
    assert labels[:2] == ["Internetā", "Pa tālruni"]
    assert made.by_name["Q1"].codes.is_scale
    assert [code.name for code in made.by_name["Q1"].codes.codes if not code.missing] == [
        str(n) for n in range(1, 11)
    ]
    assert made.by_name["Gimenes_stavoklis"].source == ("Ģimenes.stāvoklis@",)
    assert made.by_name["S1"].role is Role.DEMOGRAPHIC
    assert [q.name for q in made.grids["Q2_grid"]] == ["Q2_1", "Q2_2", "Q2_3"]
    assert made.by_name["Q2_1"].label.get("lv") == "Laipnība"
    missing = {c.name: c.missing for c in made.by_name["Q1"].codes.codes if c.missing}
    assert missing == {"98": Missing.DONT_KNOW, "99": Missing.REFUSED}


def test_every_value_is_found_again_in_the_answers():
    source = latvian()
    draft = adopt(source, "cati.sav")
    made = opened(draft)
    raw, codes = answers(made, source)
    frame, problems = build(made, raw, wave="2026")
    assert errors(problems) == []
    assert frame.off_route.height == 0
    assert codes.height == 0
    assert raw["id"].to_list()[:2] == ["1001", "1002"]
    wanted = source.data["Q1"].value_counts()
    for value, count in wanted.iter_rows():
        code = None if value is None else str(int(value))
        assert (frame.data["Q1"].cast(pl.String) == code).sum() == count
    for name, code in (("ņ_1", "n_1"), ("ņ_2", "n_2")):
        assert frame.data[f"vietas/{code}"].sum() == source.data[name].sum()
    refused = source.data["S2"].is_between(900, 999).sum()
    assert (frame.data["S2:missing"] == "refused").sum() == refused
    slots = source.data.select((pl.any_horizontal(pl.col("^Q4a[0-9]$") == 2)).alias("x"))["x"]
    assert frame.data["Q4/2"].sum() == slots.sum()
    assert (
        frame.data["Novads"].cast(pl.String).to_list().count("KEK")
        == (source.data["Novads"] == "ĶEK").sum()
    )


@pytest.mark.parametrize("name", sorted(file.name for file in FILES.glob("*sav")))
def test_every_reference_file_becomes_a_study_that_opens(name):
    source, _ = read_sav(FILES / name)
    draft = adopt(source, name)
    made = opened(draft)
    raw, _ = answers(made, source)
    frame, problems = build(made, raw, wave="1")
    assert errors(problems) == []
    assert frame.data.height == source.data.height
    assert all(item.sentence(lang) for item in draft.found for lang in ("lv", "en", "ru"))


def test_a_row_that_chose_nothing_stays_in_the_base():
    source = table(
        {"q_1": [1.0, 0.0, None], "q_2": [0.0, 0.0, None], "q_3": [0.0, 0.0, None]},
        sets=(ResponseSet("q", ("q_1", "q_2", "q_3"), "Kas?", "1"),),
    )
    draft = adopt(source, "x.sav")
    raw, _ = answers(opened(draft), source)
    assert raw["q"].to_list() == ["1", "none", None]
    assert "none-code" in said(draft)


@pytest.mark.parametrize(
    ("third", "added"),
    [
        ("Trešais", "Neviens no minētajiem"),
        ("Neviens no minētajiem", "Nav atzīmēta neviena atbilde"),
    ],
)
def test_no_list_says_none_of_these_twice(third, added):
    labels = {"q_1": "Pirmais", "q_2": "Otrais", "q_3": third}
    source = table(
        {"q_1": [1.0, 0.0, None], "q_2": [0.0, 0.0, None], "q_3": [0.0, 0.0, None]},
        *(Variable(name, label=label) for name, label in labels.items()),
        sets=(ResponseSet("q", tuple(labels), "Kas?", "1"),),
    )
    draft = adopt(source, "x.sav", lang="lv")
    made = opened(draft).question("q").codes.codes
    assert [code.label.get("lv") for code in made] == ["Pirmais", "Otrais", third, added]
    (told,) = [item for item in draft.found if item.code == "exchange-adopt-none-code"]
    assert f"„{added}“" in told.sentence("lv")


def test_a_set_may_count_a_text_or_another_number():
    labels = ((1.0, "Nē"), (2.0, "Jā"))
    source = table(
        {"a": [1.0, 2.0], "b": [2.0, 2.0], "s": ["Jā", None], "t": ["Jā", "Jā"]},
        Variable("a", "Viens", labels=labels),
        Variable("b", "Divi", labels=labels),
        sets=(ResponseSet("n", ("a", "b"), "N", "2"), ResponseSet("x", ("s", "t"), "X", "Jā")),
    )
    raw, _ = answers(opened(adopt(source, "x.sav")), source)
    assert raw["n"].to_list() == ["b", "a b"]
    assert raw["x"].to_list() == ["s t", "t"]


def test_values_without_a_label_are_codes_and_are_told_with_their_rows():
    labels = ((1.0, "Jā"), (2.0, "Nē"))
    source = table({"q": [1.0, 2.0, 7.0, 1.0, 7.0]}, Variable("q", "Q", labels=labels))
    draft = adopt(source, "x.sav")
    told = [item for item in draft.found if item.code == "exchange-adopt-unlabelled"]
    assert len(told) == 1
    assert "3, 5" in told[0].sentence("lv")
    raw, _ = answers(opened(draft), source)
    assert raw["q"].to_list() == ["1", "2", "7", "1", "7"]


def test_contacts_go_nowhere_and_weights_are_only_supposed():
    source = table(
        {
            "epasts": ["a@b.lv", "c@d.lv"],
            "kas": ["x@y.lv", "z@w.lv"],
            "weight1": [0.5, 1.5],
            "wt": [0.5, 1.5],
            "q": [1.0, 2.0],
        }
    )
    draft = adopt(source, "x.sav")
    assert set(draft.left_out) == {"epasts", "kas"}
    assert draft.weight == ""
    assert "weight-maybe" in said(draft)
    named = adopt(source, "x.sav", weight="WT")
    assert named.weight == "wt"
    assert "wt" not in opened(named).by_name


def test_a_question_called_weight_or_id_keeps_its_answers():
    source = table({"id": [1.0, 1.0], "weight": [70.0, 81.0], "q": [1.0, 2.0]})
    draft = adopt(source, "clinic.sav")
    raw, _ = answers(opened(draft), source)
    assert raw["id_2"].to_list() == ["1", "1"]
    assert raw["weight_2"].to_list() == ["70", "81"]
    assert raw["id"].to_list() == ["1", "2"]


@pytest.mark.parametrize(
    ("values", "ids"), [([3.0, 1.0], "Nr"), ([1.0, 1.0], ""), ([1.5, 2.0], ""), ([1.0], "")]
)
def test_a_running_number_is_the_id_and_no_question(values, ids):
    assert id_variable(table({"Nr": values, "q": [1.0] * len(values)})) == ids


def test_odd_names_become_good_ones():
    names = ["ņem.tas", "1a", "id", "Weight", "пол", "ותק", "a$b@c#d", "A_B_C_D", "", "x"]
    made = plain_names(names)
    assert made["ņem.tas"] == "nem_tas"
    assert made["пол"] == "pol"
    assert made["id"] == "id_2"
    assert len({name.lower() for name in made.values()}) == len(names)
    assert all(name[0].isascii() and name[0].isalpha() for name in made.values())


@pytest.mark.parametrize(
    ("label", "word"),
    [
        ("Grūti pateikt", "dont_know"),
        ("Grūti pateikt / NA", "dont_know"),
        ("Nezinu", "dont_know"),
        ("Nezinu, kur vērsties", ""),
        ("Don't know", "dont_know"),
        ("(DK)", "dont_know"),
        ("Затрудняюсь ответить", "dont_know"),
        ("Atteicās atbildēt", "refused"),
        ("NA", "refused"),
        ("Отказ от ответа", "refused"),
        ("Neattiecas", "not_applicable"),
        ("Not applicable", "not_applicable"),
        ("Nav apmierināts", ""),
        ("", ""),
    ],
)
def test_missing_labels_in_three_languages(label, word):
    assert missing_word(label) == word


def test_a_declared_value_without_a_label_goes_by_its_digit():
    assert missing_word("", 98.0, declared=True) == "dont_know"
    assert missing_word("", -9.0, declared=True) == "refused"
    assert missing_word("Cits iemesls", 3.0, declared=True) == "not_applicable"
    assert missing_word("", 98.0) == ""


def test_what_labels_share_is_the_question():
    stem, own = parted(["Q5. Kādi kanāli? TV", "Q5. Kādi kanāli? Radio"])
    assert (stem, own) == ("Q5. Kādi kanāli?", ["TV", "Radio"])
    stem, own = parted(["TV - Kādi kanāli", "Radio - Kādi kanāli"])
    assert (stem, own) == ("Kādi kanāli", ["TV", "Radio"])
    assert parted(["Auto", "Automāts"]) == ("", ["Auto", "Automāts"])


def test_words_of_roles():
    assert says_contact("Q1_phone")
    assert says_contact("Telefona numurs")
    assert not says_contact(
        "Cik apmierināts esat ar to, kā Jums atbildēja pa telefonu mūsu iestādē?"
    )
    assert says_weight("svars", "")
    assert not says_weight("svarigums", "Cik svarīgi")


def test_labels_hold_no_references_and_no_route_to_other_text():
    labels = ((1.0, "${x} {{ share() }} | <br> =cmd"), (2.0, "b"))
    source = table({"q": [1.0, 2.0]}, Variable("q", "Cik ${maksā}? | a\nb", labels=labels))
    made = opened(adopt(source, "x.sav"))
    assert "${" not in made.by_name["q"].label.get("lv")
    assert "${" not in made.by_name["q"].codes.codes[0].label.get("lv")


def test_missing_numbers_are_words_and_a_range_is_known():
    source = table(
        {"vecums": [20.0, 998.0, 999.0, 901.0, 33.0]},
        Variable("vecums", "Vecums", labels=((998.0, "Nezina"),), missing=(Span(900.0, 999.0),)),
    )
    draft = adopt(source, "x.sav")
    raw, _ = answers(opened(draft), source)
    assert raw["vecums"].to_list() == ["20", "_dont_know", "_refused", None, "33"]
    assert "missing-open" in said(draft)


def test_hard_to_say_that_the_file_declares_missing_leaves_the_base_as_in_spss():
    labels = ((1.0, "Jā"), (2.0, "Nē"), (98.0, "Grūti pateikt"))
    values = [1.0, 2.0, 98.0, 1.0]
    made = table(
        {"declared": values, "labelled": values},
        Variable("declared", labels=labels, missing=(Span(97.0, 99.0),)),
        Variable("labelled", labels=labels),
    )
    draft = adopt(made, "x.sav")
    asked = {item.name: item for item in opened(draft).questions}
    assert not asked["declared"].dk_in_base
    assert asked["labelled"].dk_in_base
    assert {"unsure", "unsure-declared"} <= said(draft)
    assert "missing" not in said(draft)


def test_declared_hard_to_say_leaves_the_base_of_grids_and_slots_too():
    scale = (*((float(i), f"Ļoti labi {i}") for i in range(1, 6)), (98.0, "Nezinu"))
    missing = (Span(98.0, 98.0),)
    rows = [1.0, 2.0, 3.0, 4.0, 5.0, 98.0]
    made = table(
        {"q1": rows, "q2": rows, "m1": rows, "m2": [None, *rows[1:]]},
        *(Variable(name, labels=scale, missing=missing) for name in ("q1", "q2", "m1", "m2")),
        sets=(ResponseSet("m", ("m1", "m2")),),
    )
    asked = opened(adopt(made, "x.sav")).questions
    assert len(asked) == 3
    assert not any(item.dk_in_base for item in asked)
