"""Every file of open data is accepted by its validator, and a planted fault is not."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from pathlib import Path

import pytest
from tests.opendata.conftest import STUDIES

from atbalss.folder import open_study
from atbalss.opendata.readme import page
from atbalss.opendata.rules import Card
from atbalss.opendata.table import plain, safe
from atbalss.study.texts import Text

REFERENCE = Path(__file__).resolve().parents[1] / "reference"


@pytest.fixture(scope="module")
def shapes():
    rdflib = pytest.importorskip("rdflib")
    return rdflib.Graph().parse(REFERENCE / "dcat_ap_3" / "dcat-ap-SHACL.ttl")


def test_the_official_shapes_accept_the_record_and_name_what_is_gone(folder, shapes):
    pyshacl, rdflib = pytest.importorskip("pyshacl"), pytest.importorskip("rdflib")
    record = rdflib.Graph().parse(folder / "dcat.ttl")
    conforms, _, text = pyshacl.validate(record, shacl_graph=shapes)
    assert conforms, text
    same = rdflib.Graph().parse(folder / "dcat.jsonld", format="json-ld")
    assert set(record) == set(same)
    for short, kind in (("description", "Dataset"), ("title", "Catalog")):
        broken = rdflib.Graph() + record
        terms = rdflib.Namespace("http://purl.org/dc/terms/")
        focus = next(
            broken.subjects(rdflib.RDF.type, rdflib.URIRef(f"http://www.w3.org/ns/dcat#{kind}"))
        )
        broken.remove((focus, terms[short], None))
        conforms, _, text = pyshacl.validate(broken, shacl_graph=shapes)
        assert not conforms
        assert short in text


def test_the_record_knows_size_and_checksum_of_every_file(folder):
    rdflib = pytest.importorskip("rdflib")
    record = rdflib.Graph().parse(folder / "dcat.ttl")
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    spdx = rdflib.Namespace("http://spdx.org/rdf/terms#")
    base = "https://data.gov.lv/dati/lv/dataset/vpvkac-klientu-aptauja/"
    seen = set()
    for part in record.subjects(rdflib.RDF.type, dcat.Distribution):
        path = str(record.value(part, dcat.downloadURL)).removeprefix(base)
        content = (folder / path).read_bytes()
        seen.add(path)
        assert int(record.value(part, dcat.byteSize)) == len(content)
        check = record.value(part, spdx.checksum)
        assert (
            str(record.value(check, spdx.checksumValue)).lower()
            == hashlib.sha256(content).hexdigest()
        )
    assert seen == {item.relative_to(folder).as_posix() for item in (folder / "2024").iterdir()}


def test_ddis_schema_accepts_the_codebook_and_refuses_a_fault(folder):
    etree = pytest.importorskip("lxml.etree")
    schema = etree.XMLSchema(etree.parse(REFERENCE / "ddi_codebook_2_5" / "codebook.xsd"))
    document = etree.parse(folder / "2024" / "ddi.xml")
    assert schema.validate(document), schema.error_log
    space = {"d": "ddi:codebook:2_5"}
    named = document.xpath("//d:var/@name", namespaces=space)
    with (folder / "2024" / "microdata.csv").open(encoding="utf-8") as file:
        assert named == next(csv.reader(file))
    asked = document.xpath("//d:var[@name='eaddress']/d:qstn/d:qstnLit/text()", namespaces=space)
    assert any("e-adresi" in words for words in asked)
    counts = document.xpath("//d:var[@name='eaddress']//d:catStat/text()", namespaces=space)
    assert "58" in counts
    titles = document.find(".//d:titl", space)
    titles.getparent().remove(titles)
    assert not schema.validate(document)


def test_json_stat_validator_accepts_the_tables_and_refuses_a_fault(folder):
    validator = pytest.importorskip("jsonstat_validator")
    for lang in ("lv", "en", "ru"):
        made = json.loads((folder / "2024" / f"tables.{lang}.json").read_text(encoding="utf-8"))
        assert validator.validate_jsonstat(made)
    cube = made["link"]["item"][0]
    assert validator.validate_jsonstat(cube)
    cube["size"][1] += 1
    with pytest.raises(Exception, match="size"):
        validator.validate_jsonstat(cube)


def test_hidden_values_of_a_cube_are_null_and_say_why(folder):
    made = json.loads((folder / "2024" / "tables.en.json").read_text(encoding="utf-8"))
    hidden = 0
    for cube in made["link"]["item"]:
        assert len(cube["value"]) == (cube["size"][1] * cube["size"][2] * cube["size"][3])
        for place, mark in cube["status"].items():
            if mark == "c":
                hidden += 1
                assert cube["value"][int(place)] is None
    assert hidden


def test_csvw_reader_reads_every_row_and_refuses_a_fault(folder, tmp_path):
    csvw = pytest.importorskip("csvw")
    name = folder / "csv-metadata.json"
    assert csvw.CSVW(str(name), validate=True).is_valid
    rows = list(csvw.TableGroup.from_file(name).tables[0])
    assert len(rows) == 142
    about = json.loads(name.read_text(encoding="utf-8"))
    lines = (folder / "2024" / "microdata.csv").read_text(encoding="utf-8").splitlines()
    cells = lines[1].split(",")
    cells[next(csv.reader(lines[:1])).index("eaddress")] = "nobody"
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "microdata.csv").write_text(
        "\n".join([lines[0], ",".join(cells), *lines[2:]]), encoding="utf-8"
    )
    (tmp_path / "csv-metadata.json").write_text(json.dumps(about), encoding="utf-8")
    assert not csvw.CSVW(str(tmp_path / "csv-metadata.json"), validate=True).is_valid


def test_all_forms_of_the_microdata_hold_the_same(folder):
    import polars as pl
    import pyreadstat

    with (folder / "2024" / "microdata.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    table, about = pyreadstat.read_sav(folder / "2024" / "microdata.sav")
    parquet = pl.read_parquet(folder / "2024" / "microdata.parquet")
    assert list(about.column_names) == list(rows[0]) == parquet.columns
    assert set(table["data_status"]) == {"invented"}
    label = about.variable_value_labels["eaddress"]
    codes = {
        line["value"]: float(line["value_sav"])
        for line in csv.DictReader(
            (folder / "2024" / "codebook.csv").read_text(encoding="utf-8").splitlines()
        )
        if line["variable"] == "eaddress" and line["value"]
    }
    assert set(codes.values()) == set(label)
    for row, value, held in zip(rows, table["eaddress"], parquet["eaddress"], strict=True):
        assert codes[row["eaddress"]] == value
        assert row["eaddress"] == held


def test_every_file_says_that_the_data_are_invented(folder):
    mark = re.compile("invented|atdarināt|вымышлен", re.IGNORECASE)
    for file in folder.rglob("*"):
        if file.is_file() and file.suffix != ".sav":  # its own test reads data_status
            assert mark.search(file.read_bytes().decode("utf-8", errors="ignore")), file


def test_the_same_study_gives_the_same_bytes(study, folder, tmp_path):
    from atbalss.cli import main

    assert main(["opendata", str(study), "--out", str(tmp_path)]) == 0
    for file in folder.rglob("*"):
        if file.is_file():
            assert (tmp_path / file.relative_to(folder)).read_bytes() == file.read_bytes(), file


@pytest.mark.parametrize("text", ["=1+1", "+x", "-x", "@a", "'quoted", "''", "plain", "-1", "\tx"])
def test_a_cell_is_no_formula_and_nothing_is_lost(text):
    written = safe(text)
    assert plain(written) == text
    assert written[0] not in "=+@\t" or text[1:].isdigit()
    assert written[0] != "-" or text[1:].isdigit()


@pytest.mark.parametrize(
    ("name", "said"), [("", "Questions: a@b.lv."), ("Anna", "Questions: Anna, a@b.lv.")]
)
def test_whom_to_ask_is_told_without_gaps(name, said):
    card = Card(contact_name=Text.of({"en": name}), contact_email="a@b.lv")
    study = open_study(STUDIES / "vpvkac").study
    assert said in page(study, card, [], {}, ("", "")).splitlines()


def test_nothing_is_written_without_a_release_or_after_a_change(study, folder, tmp_path, capsys):
    import shutil

    from atbalss.cli import main

    changed = tmp_path / "changed"
    shutil.copytree(study, changed)
    answers = changed / "waves" / "2024" / "answers.csv"
    text = answers.read_text(encoding="utf-8")
    first = text.splitlines()[1]
    answers.write_text(
        text.replace(first, first.replace(",small_town,", ",rural,")), encoding="utf-8"
    )
    out = tmp_path / "out"
    assert main(["--ui", "en", "opendata", str(changed), "--out", str(out)]) == 1
    assert "opendata-release-changed" in capsys.readouterr().err
    (changed / "release.yaml").unlink()
    assert main(["--ui", "en", "opendata", str(changed), "--out", str(out)]) == 1
    assert "opendata-not-released" in capsys.readouterr().err
    assert not out.exists()
