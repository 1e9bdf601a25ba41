"""Write-then-read of every format equals the answers that were there, minus the declared losses."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import CONTEXT, questionnaires, records

from atbalss.answers.frame import Frame, as_table, build
from atbalss.exchange.delimited import read_answers, write_table
from atbalss.exchange.from_labelled import answers
from atbalss.exchange.labelled import Labelled
from atbalss.exchange.losses import Losses
from atbalss.exchange.parquet import read_about, read_frame, write_frame
from atbalss.exchange.sav import read_sav, write_sav
from atbalss.exchange.to_answers import answers_of
from atbalss.exchange.to_labelled import labelled
from atbalss.exchange.variables import values
from atbalss.exchange.xlsx_data import read_table, write_data
from atbalss.study.codes import Code, CodeList, Missing
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text

QUIETLY = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
SOFT = {"labels", "languages", "routes", "off-route", "codes", "name", "more"}


@st.composite
def frames(draw) -> Frame:
    made = draw(questionnaires(most=6))
    rows = [draw(records(made, f"r{index}")) for index in range(draw(st.integers(1, 6)))]
    return build(made, as_table(made, rows), wave="2026", context=CONTEXT)[0]


def rebuilt(frame: Frame, raw: pl.DataFrame) -> pl.DataFrame:
    return build(frame.questionnaire, raw, wave="2026", context=CONTEXT)[0].data


def same(frame: Frame, data: pl.DataFrame, lost: set[str]) -> None:
    """All columns equal but those of questions that a loss names."""
    for name in frame.data.columns:
        if name.partition(":")[0].partition("/")[0] in lost:
            continue
        assert data[name].equals(frame.data[name], null_equal=True), (
            name,
            frame.data[name].to_list(),
            data[name].to_list(),
        )


def hurt(losses) -> set[str]:
    """Questions of which something is lost for good."""
    soft = {f"exchange-lost-{code}" for code in SOFT}
    return {item.where.column for item in losses if item.code not in soft}


@QUIETLY
@given(frames(), st.sampled_from(("lv", "en")), st.sampled_from(("sav", "zsav")))
def test_spss_files(frame, lang, ending):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"ā.{ending}"
        table, losses = labelled(frame, lang, title="Tests")
        more = write_sav(table, file)
        back, found = read_sav(file)
    assert back is not None
    assert found == []
    raw, codes = answers(frame.questionnaire, back)
    assert codes.height == 0
    same(frame, rebuilt(frame, raw), hurt([*losses.problems, *more]))


@QUIETLY
@given(frames(), st.booleans())
def test_comma_separated_text(frame, for_excel):
    losses = Losses("x.csv")
    raw, _ = answers_of(frame, losses)
    text = write_table(raw, for_excel=False)
    back, found = read_answers(text.encode("utf-8-sig" if for_excel else "utf-8"), "x.csv")
    assert found == []
    same(frame, rebuilt(frame, back), hurt(losses.problems))


@QUIETLY
@given(frames())
def test_excel_workbooks(frame):
    losses = Losses("x.xlsx")
    raw, _ = answers_of(frame, losses)
    content = write_data(raw, frame.questionnaire, "lv", losses)
    assert content is not None
    back, found = read_table(content, "x.xlsx")
    assert found == []
    same(frame, rebuilt(frame, back), hurt(losses.problems))


@QUIETLY
@given(frames())
def test_parquet_frames(frame):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "x.parquet"
        losses = Losses(file.name)
        write_frame(frame, file, losses)
        about, found = read_about(file)
        assert about is not None
        assert found == []
        back, found = read_frame(file, frame.questionnaire, "2026", about)
        assert back is not None
        assert found == []
        assert back.data.equals(frame.data)
        assert back.data.schema == frame.data.schema
        other = replace(frame.questionnaire, items=frame.questionnaire.items[:-1])
        none, found = read_frame(file, other, "2026", about)
        assert (none, {item.code for item in found}) == (None, {"exchange-parquet-other"})
        none, found = read_frame(file, frame.questionnaire, "1999", about)
        assert none is None
        assert found


def one(question: Question, cells: list[str | None], **more) -> Frame:
    made = Questionnaire("x", items=(question,), lists=(question.codes,) if question.codes else ())
    ids = [str(index) for index in range(len(cells))]
    raw = pl.DataFrame({"id": ids, question.name: pl.Series(cells, dtype=pl.String)})
    frame, found = build(made, raw, wave="1", **more)
    assert not [item for item in found if item.severity == "error"]
    return frame


def text(words: str) -> Text:
    return Text.of({"lv": words})


HOSTILE = ["=cmd|' /C calc'!A0", "+1+2", "-2", "@SUM(1)", "\tx", "\rx", "=1", "1e5", "007", "ā\nb"]


def test_no_excel_cell_is_a_formula_and_ids_stay_text():
    from io import BytesIO

    from openpyxl import load_workbook

    frame = one(Question("open", Kind.TEXT, text("=Ko?")), HOSTILE)
    losses = Losses("x.xlsx")
    raw, _ = answers_of(frame, losses)
    content = write_data(raw, frame.questionnaire, "lv", losses)
    book = load_workbook(BytesIO(content))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row), sheet.title
    data = book["data"]
    assert [data.cell(row, 1).data_type for row in range(2, 6)] == ["s"] * 4
    assert data["B2"].quotePrefix
    assert book.sheetnames == ["data", "variables", "codes"]


def test_excel_keeps_numbers_as_numbers_and_texts_as_texts():
    from io import BytesIO

    from openpyxl import load_workbook

    frame = one(Question("n", Kind.DECIMAL, text("Cik?")), ["2.5", "_refused", None])
    losses = Losses("x.xlsx")
    raw, _ = answers_of(frame, losses)
    content = write_data(raw, frame.questionnaire, "lv", losses)
    sheet = load_workbook(BytesIO(content))["data"]
    assert [sheet[cell].value for cell in ("B2", "B3", "B4")] == [2.5, "_refused", None]


def test_labels_may_stand_where_codes_would():
    codes = CodeList("l", (Code("1", text("Jā, ļoti")), Code("2", text("=Nē"))))
    frame = one(Question("m", Kind.MULTIPLE, text("Kas?"), codes=codes), ["1 2", "2"])
    losses = Losses("x.xlsx")
    raw, _ = answers_of(frame, losses)
    content = write_data(raw, frame.questionnaire, "lv", losses, labels=True)
    back, _ = read_table(content, "x.xlsx")
    assert back["m"].to_list() == ["Jā, ļoti; =Nē", "=Nē"]


def test_codes_that_are_words_get_numbers_and_missing_ones_stand_apart():
    codes = CodeList(
        "l",
        (
            Code("yes"),
            Code("5"),
            Code("no"),
            Code("dk", missing=Missing.DONT_KNOW),
            Code("ref", missing=Missing.REFUSED),
        ),
    )
    assert values(codes) == {"yes": 6.0, "5": 5.0, "no": 7.0, "dk": 98.0, "ref": 99.0}
    many = CodeList("m", (*(Code(str(n)) for n in range(1, 99)), *codes.codes[3:]))
    assert values(many)["dk"] == 998.0
    whole = CodeList("n", (Code("1"), Code("98", missing=Missing.DONT_KNOW)))
    assert values(whole) == {"1": 1.0, "98": 98.0}


def test_refused_numbers_stand_above_all_answers(tmp_path):
    frame = one(
        Question("n", Kind.INTEGER, text("Cik?")), ["5", "_refused", "97", "_dont_know", None]
    )
    table, losses = labelled(frame, "lv")
    variable = table.variable("n")
    assert variable.labels == ((998.0, "Grūti pateikt"), (999.0, "Atteicās"))
    assert table.data["n"].to_list() == [5.0, 999.0, 97.0, 998.0, None]
    assert variable.is_missing(999.0)
    assert losses.problems == []


def test_dates_before_spss_and_blanks_at_ends_are_losses():
    frame = one(Question("d", Kind.DATE, text("Kad?")), ["1500-01-01", "2024-02-29"])
    table, losses = labelled(frame, "lv")
    assert table.data["d"].null_count() == 1
    assert [item.code for item in losses.problems] == ["exchange-lost-date"]
    frame = one(Question("t", Kind.TEXT, text("Ko?")), ["vārds  ", "b"])
    table, losses = labelled(frame, "lv")
    assert table.data["t"].to_list() == ["vārds", "b"]
    assert [item.code for item in losses.problems] == ["exchange-lost-blanks"]


@pytest.mark.parametrize(
    "question",
    [
        Question("telefons", Kind.TEXT, text("Jūsu tālrunis")),
        Question("epasts", Kind.TEXT, text("Jūsu e-pasts")),
        Question("phone", Kind.META, meta="phonenumber"),
        Question("email", Kind.META, meta="email"),
        Question("device", Kind.META, meta="deviceid"),
    ],
)
def test_contact_data_goes_into_no_file(question, tmp_path):
    frame = one(question, ["secret@example.lv", "+371 20000000"])
    table, losses = labelled(frame, "lv")
    assert [variable.name for variable in table.variables] == ["id"]
    raw, _ = answers_of(frame, losses)
    assert raw.columns == ["id"]
    write_frame(frame, tmp_path / "x.parquet", losses)
    assert b"secret" not in (tmp_path / "x.parquet").read_bytes()
    assert {item.code for item in losses.found} >= {"exchange-lost-contact"}


def test_more_answers_than_the_file_has_room_for_are_a_loss(tmp_path):
    codes = CodeList("l", tuple(Code(str(n), text(f"Atbilde {n}")) for n in (1, 2, 3)))
    question = Question("m", Kind.MULTIPLE, text("Kas?"), codes=codes, source=("m1", "m2"))
    table, losses = labelled(one(question, ["1 2", "3", None]), "lv")
    assert losses.problems == []
    assert table.data["m2"].to_list() == [2.0, None, None]
    assert table.sets[0].counted is None
    write_sav(table, tmp_path / "x.sav")
    back, _ = read_sav(tmp_path / "x.sav")
    raw, _ = answers(Questionnaire("x", items=(question,), lists=(codes,)), back)
    assert raw["m"].to_list() == ["1 2", "3", None]
    _, losses = labelled(one(question, ["1 2 3"]), "lv")
    assert [item.code for item in losses.problems] == ["exchange-lost-slots"]


def test_weights_go_along(tmp_path):
    made = Questionnaire("x", items=(Question("n", Kind.INTEGER, text("Cik?")),))
    raw = pl.DataFrame({"id": ["1", "2"], "n": ["3", "4"], "w": ["0.5", "1.5"]})
    frame, _ = build(made, raw, wave="1", weight="w")
    table, _ = labelled(frame, "lv")
    write_sav(table, tmp_path / "x.sav")
    back, _ = read_sav(tmp_path / "x.sav")
    assert isinstance(back, Labelled)
    assert back.weight == "weight"
    assert back.data["weight"].to_list() == [0.5, 1.5]
