# ruff: noqa: E501 - descriptions as other programs write them
"""Triple-S XML 2.0: what is written is read back; files of others; hostile files."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from atbalss.exchange.labelled import Labelled, Level, ResponseSet, Span, Variable
from atbalss.exchange.triple_s import write_triple_s
from atbalss.exchange.triple_s_read import read_triple_s
from atbalss.folder.data_files import read_data

TABLE = Labelled(
    (
        Variable("id", is_text=True),
        Variable("svars", "Svars", format="F12.6"),
        Variable(
            "q1",
            "Vai <b>jā</b> & „nē“?",
            format="F8.0",
            labels=((1.0, "Jā"), (2.0, "Nē"), (98.0, "Grūti pateikt")),
            missing=(Span(98.0, 98.0),),
            level=Level.NOMINAL,
        ),
        Variable("q2_a", "Āda", format="F8.0", labels=((0.0, "-"), (1.0, "+"))),
        Variable("q2_b", "Bite", format="F8.0", labels=((0.0, "-"), (1.0, "+"))),
        Variable("age", "Vecums", format="F8.0", level=Level.SCALE),
        Variable("day", "Diena", format="EDATE10"),
        Variable("text", "Teksts", is_text=True),
    ),
    pl.DataFrame(
        {
            "id": ["1", "2", "3"],
            "svars": [0.5, 1.25, 1.0],
            "q1": [1.0, 98.0, None],
            "q2_a": [1.0, 0.0, None],
            "q2_b": [0.0, 0.0, None],
            "age": [18.0, 33.5, None],
            "day": [13_949_280_000.0, None, 13_949_366_400.0],
            "text": ['=2+2,"x"\n', "Ēdiens ķīlis", None],
        }
    ),
    (ResponseSet("q2", ("q2_a", "q2_b"), "Ko?", "1"),),
    "Nosaukums",
    weight="svars",
)


def test_what_is_written_is_read_back():
    described, rows, losses = write_triple_s(TABLE, "pētījums", "dati.csv")
    told = {item.code for item in losses.problems}
    assert told == {"exchange-lost-option-names", "exchange-lost-missing-marks"}
    made, found = read_triple_s(described, rows, "a.sss")
    assert not found
    assert made.weight == "svars"
    assert made.label == "Nosaukums"
    assert made.sets[0].variables == ("q2_1", "q2_2")
    assert made.variable("q1").labels == TABLE.variable("q1").labels
    assert made.variable("q1").label == TABLE.variable("q1").label
    pairs = {"svars": "svars", "q1": "q1", "q2_a": "q2_1", "q2_b": "q2_2", "age": "age"}
    for old, new in {**pairs, "day": "day"}.items():
        assert made.data[new].to_list() == TABLE.data[old].to_list(), old
    assert made.data["text"].to_list() == ['=2+2,"x"', "Ēdiens ķīlis", None]


FIXED = b"""<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE sss PUBLIC "-//triple-s//DTD Survey Interchange v1.2//EN" "http://example.org/sss_v12.dtd">
<sss version="1.2"><survey><title>Museum<br/>visit</title><record ident="A">
<variable ident="1" type="single"><name>Q1</name><label>Visits</label>
<position start="1"/><values><value code="1">First</value><value code="2">Before</value></values></variable>
<variable ident="2" type="multiple"><name>Q2</name><label>Seen</label>
<position start="2" finish="4"/><values><value code="1">A</value><value code="2">B</value><value code="9">Z</value></values></variable>
<variable ident="3" type="multiple"><name>Q3</name><label>Liked</label>
<position start="5" finish="6"/><spread subfields="2" width="1"/>
<values><value code="1">A</value><value code="2">B</value><value code="9">Z</value></values></variable>
<variable ident="4" type="quantity"><name>Q4</name><label>Miles</label>
<position start="7" finish="9"/><values><range from="0" to="500"/><value code="999">DK</value></values></variable>
<variable ident="5" type="logical"><name>Q5</name><label>Again</label><position start="10"/></variable>
<variable ident="6" type="character"><name>Q6</name><label>Why</label><position start="11" finish="20"/><size>10</size></variable>
</record></survey></sss>"""
ROWS = b"1110910121nice day  \n2001219990          \n\n"


def test_fixed_columns_spreads_and_a_doctype(tmp_path):
    (tmp_path / "museum.xml").write_bytes(FIXED)
    (tmp_path / "museum.asc").write_bytes(ROWS)
    made, found = read_data(tmp_path / "museum.xml")
    assert not found
    assert made.label == "Museum visit"
    assert made.data["Q1"].to_list() == [1.0, 2.0]
    seen = made.data.select("Q2_1", "Q2_2", "Q2_9").rows()
    assert seen == [(1.0, 1.0, 0.0), (0.0, 0.0, 1.0)]
    liked = made.data.select("Q3_1", "Q3_2", "Q3_9").rows()
    assert liked == [(1.0, 0.0, 1.0), (1.0, 1.0, 0.0)]
    assert made.data["Q4"].to_list() == [12.0, 999.0]
    assert made.data["Q5"].to_list() == [1.0, 0.0]
    assert made.variable("Q4").labels == ((999.0, "DK"),)
    assert made.data["Q6"].to_list() == ["nice day", None]


BOMB = b"""<!DOCTYPE sss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<sss version="2.0"><survey><title>&b;</title><record ident="A">
<variable ident="1" type="single"><name>Q</name><position start="1"/></variable></record></survey></sss>"""


@pytest.mark.parametrize(
    "content",
    [
        BOMB,
        b"",
        b"<sss/>",
        b"<x/>",
        b"<sss><survey><record/></survey></sss>",
        FIXED.replace(b'type="logical"', b'type="odd"'),
        FIXED.replace(b'start="10"', b'start="ten"'),
        FIXED[:900],
    ],
)
def test_a_broken_or_hostile_file_is_refused_with_a_sentence(tmp_path, content):
    (tmp_path / "a.sss").write_bytes(content)
    (tmp_path / "a.asc").write_bytes(ROWS)
    made, found = read_data(tmp_path / "a.sss")
    assert made is None
    assert found[0].code == "exchange-triple-s-broken"


def test_a_description_looks_into_its_own_folder_alone(tmp_path):
    (tmp_path / "secret.csv").write_text("1\n", encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    described, _, _ = write_triple_s(TABLE, "x", "../secret.csv")
    (inner / "a.sss").write_bytes(described)
    made, found = read_data(inner / "a.sss")
    assert made is None
    assert found[0].code == "exchange-triple-s-no-data"


def test_a_study_is_made_of_an_exported_one(tmp_path):
    from atbalss.cli import main

    described, rows, _ = write_triple_s(TABLE, "x", "x.csv")
    (tmp_path / "x.sss").write_bytes(described)
    (tmp_path / "x.csv").write_bytes(rows)
    study = tmp_path / "study"
    assert main(["--ui", "en", "new", str(study), "--from", str(tmp_path / "x.sss")]) == 0
    made = Path(study / "questionnaire.md").read_text(encoding="utf-8")
    assert "select_multiple" in made
    assert "Grūti pateikt" in made
