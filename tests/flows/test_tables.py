"""`atbalss tables --out`: the files an analyst gets, and what a wrong tables.yaml is told."""

from __future__ import annotations

import csv
import io
import json
import shutil

import pytest
from openpyxl import load_workbook
from tests.flows.shell import NO_CACHE, STUDIES, atbalss, visible


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    folder = tmp_path_factory.mktemp("studies") / "parejas"
    shutil.copytree(STUDIES / "parejas", folder, ignore=NO_CACHE)
    sheet = folder / "questionnaire.md"
    words = sheet.read_text(encoding="utf-8")
    hostile = '=HYPERLINK("http://x")<script>'
    sheet.write_text(words.replace("Novada avīze |", f"{hostile} |"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def out(study, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    atbalss("tables", study, "--out", folder)
    return folder


def test_a_page_a_workbook_rows_and_json(out):
    names = {file.name for file in out.iterdir()}
    assert names == {
        "tables.html",
        "tables.xlsx",
        "tables.csv",
        "tables-tests.csv",
        "tables.json",
    }


def test_the_page_has_headers_with_scope_captions_and_notes(out):
    page = (out / "tables.html").read_text(encoding="utf-8")
    assert page.count("<caption") == 4
    assert 'scope="col"' in page
    assert 'scope="colgroup"' in page
    assert 'scope="row"' in page
    assert "<script>" not in page
    text = visible(page)
    for words in ("Holms", "„design“", "„dimensions“", "Rao–Skota", "Filtrs", "Atdarināti dati"):
        assert words in text


def test_no_cell_of_the_workbook_is_a_formula_and_percents_are_numbers(out):
    book = load_workbook(out / "tables.xlsx")
    assert book.sheetnames == ["Tabulas", "roads", "information", "service", "towns"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    percents = [cell for cell in cells if "%" in cell.number_format]
    assert len(percents) > 200
    assert all(0 <= cell.value <= 1 for cell in percents)


def test_rows_json_and_tests_tell_the_same(out):
    text = (out / "tables.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    made = json.loads((out / "tables.json").read_text(encoding="utf-8"))
    cells = [
        cell
        for table in made["tables"]
        for block in table["blocks"]
        for row in block["rows"]
        for cell in row["cells"]
    ]
    assert len(rows) == len(cells)
    for row, cell in zip(rows, cells, strict=True):
        assert (float(row["value"]) if row["value"] else None) == cell.get("value")
    assert not [row for row in rows if row["row_label"].startswith("=")]
    tests = (out / "tables-tests.csv").read_text(encoding="utf-8-sig")
    found = list(csv.DictReader(io.StringIO(tests)))
    assert {"p", "p_adjusted", "family_size", "method"} <= set(found[0])
    assert sum(bool(row["p"]) for row in found) > 300


def test_tables_named_on_the_command_line(study, tmp_path):
    file = tmp_path / "one.json"
    atbalss(
        "tables", study, "--rows", "roads", "--banner", "d_sex, d_sex > d_age",
        "--filter", "${d_place} = 'town'", "--tests", "design", "--correction", "bh",
        "--out", file,
    )  # fmt: skip
    (made,) = json.loads(file.read_text(encoding="utf-8"))["tables"]
    assert made["banner"] == "d_sex, d_sex > d_age"
    assert made["tests"]["correction"] == "bh"
    assert made["columns"][0]["base"]["n"] == 185


def test_a_study_without_tables_yaml_makes_all_questions_by_all_demographics(study, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(study, copy)
    (copy / "tables.yaml").unlink()
    atbalss("tables", copy, "--out", tmp_path / "all.json")
    made = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["tables"]
    assert [table["id"] for table in made][:3] == ["contacted", "channels", "service"]
    assert {table["banner"] for table in made} == {"d_sex, d_age, d_place"}


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        ("tables: [{id: a, rows: roads, baner: d_sex}]", "folder-unknown-key", "banner"),
        ("tables: [{id: a, rows: roadz, banner: d_sex}]", "tables-unknown-question", "roads"),
        ("tables: [{id: a, rows: roads, banner: d_sexx}]", "tables-unknown-question", "d_sex"),
        ("tables: [{id: a, rows: roads, measures: [averge]}]", "tables-unknown-measure", "mean"),
        ("tables: [{id: a, rows: roads, tests: {rule: desing}}]", "folder-choice", "design"),
        ("tables: [{id: a, rows: roads, tests: {level: 195}}]", "folder-number", "50"),
        ("tables: [{rows: roads}]", "folder-missing-key", "id"),
        ("tables: [{id: a, rows: roads}, {id: a, rows: info}]", "folder-table-twice", "id"),
        ("tables: [{id: a, rows: roads, filter: '${nobody} = 1'}]", "tables-unknown-question", ""),
    ],
)
def test_what_is_wrong_with_tables_yaml_is_told_with_its_place(study, tmp_path, words, code, hint):
    copy = tmp_path / "copy"
    shutil.copytree(study, copy)
    (copy / "tables.yaml").write_text(words, encoding="utf-8")
    done = atbalss("--ui", "en", "tables", copy, "--out", tmp_path / "x", code=1)
    assert code in done.stderr
    assert "tables.yaml" in done.stderr
    assert hint in done.stderr
