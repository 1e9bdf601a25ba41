"""SPSS files: what is read is what was there, what is written back is the same but for losses."""

from __future__ import annotations

import shutil
import struct
import subprocess
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from tests.exchange.latvian import latvian

from atbalss.exchange.labelled import Labelled, ResponseSet, Span, Variable
from atbalss.exchange.sav import read_sav, write_sav
from atbalss.exchange.sav_names import valid_names
from atbalss.exchange.sav_records import Broken, read_dictionary, response_sets, with_records

FILES = Path(__file__).parents[1] / "reference" / "spss_files"
NAMES = sorted(file.name for file in FILES.glob("*sav"))


def read(file: Path) -> Labelled:
    table, found = read_sav(file)
    assert table is not None
    assert found == []
    return table


def codes(problems) -> set[str]:
    return {item.code for item in problems}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ending", ["sav", "zsav"])
def test_reference_files_come_back_equal_but_for_declared_losses(name, ending, tmp_path):
    table = read(FILES / name)
    target = tmp_path / f"back.{ending}"
    losses = write_sav(table, target)
    back = read(target)
    assert codes(losses) <= {"exchange-lost-width"}
    shortened = {item.where.column for item in losses}
    for one, other in zip(table.variables, back.variables, strict=True):
        if one.name in shortened:
            one, other = (replace(item, format="", length=0) for item in (one, other))
        assert one == other
    assert back.data.equals(table.data)
    assert back.sets == table.sets
    assert (back.label, back.notes, back.weight) == (table.label, table.notes, table.weight)


def test_the_lossy_files_are_just_those_with_room_to_spare(tmp_path):
    lossy = [n for n in NAMES if write_sav(read(FILES / n), tmp_path / "x.sav")]
    assert lossy == ["missing_char.sav", "simple_alltypes.sav", "test_width.sav"]


def test_both_kinds_of_response_sets_and_missing_ranges_are_read():
    table = read(FILES / "simple_alltypes.sav")
    assert table.sets == (
        ResponseSet("categorical_array", ("ca_subvar_1", "ca_subvar_2", "ca_subvar_3")),
        ResponseSet("mymrset", ("bool1", "bool2", "bool3"), "My multiple response set", "1"),
    )
    assert table.variable("z").missing == (Span(-999.0, 0.0), Span(999.0, 999.0))
    ranges = read(FILES / "sample_missing.sav").variable("mynum").missing
    assert ranges == (Span(2000.0, 3000.0), Span(-1.0, -1.0))
    assert read(FILES / "missing_char.sav").variable("mychar").missing == (Span("Z", "Z"),)


def test_the_reference_csv_holds_the_same_values():
    table = read(FILES / "sample.sav")
    expected = pl.read_csv(FILES / "sample.csv", null_values=["NA", ""], infer_schema=False)
    from atbalss.exchange.from_labelled import texts

    for name in ("mychar", "mynum", "mylabl", "myord"):
        found = texts(table.variable(name), table.data[name]).to_list()
        wanted = expected[name].to_list()
        assert [None if v is None else v.removesuffix(".0") for v in wanted] == found
    days = texts(table.variable("mydate"), table.data["mydate"]).to_list()
    assert days == ["2018-05-06", "1880-05-06", "1960-01-01", "1583-01-01", None]


@pytest.mark.parametrize("ending", ["sav", "zsav"])
def test_latvian_letters_everywhere(ending, tmp_path):
    table, target = latvian(), tmp_path / f"ķīmija.{ending}"
    losses = write_sav(table, target)
    back = read(target)
    assert codes(losses) == set()
    assert back.data.equals(table.data)
    assert [v.name for v in back.variables] == [v.name for v in table.variables]
    for one, other in zip(table.variables, back.variables, strict=True):
        assert (one.label, one.labels, set(one.missing)) == (
            other.label,
            other.labels,
            set(other.missing),
        )
    assert set(back.sets) == set(table.sets)
    assert (back.label, back.notes, back.weight) == (table.label, table.notes, "svars")


def test_what_the_format_cannot_hold_is_a_loss_each(tmp_path):
    spans = tuple(Span(float(v), float(v)) for v in (7, 8, 9, 10))
    table = Labelled(
        (
            Variable("@x y", "ž" * 300, labels=((1.0, "ā" * 100),), missing=spans),
            Variable("t", is_text=True, missing=(Span("garāks par astoņi", "garāks par astoņi"),)),
            Variable("T", is_text=True),
        ),
        pl.DataFrame({"@x y": [1.0, 7.0], "t": ["a" * 40_000, None], "T": ["x", "y"]}),
        label="ž" * 60,
        notes=("ā" * 100,),
    )
    losses = write_sav(table, tmp_path / "x.sav")
    kinds = "name label value-label missing text file-label notes".split()
    assert codes(losses) == {f"exchange-lost-{kind}" for kind in kinds}
    back = read(tmp_path / "x.sav")
    assert [v.name for v in back.variables] == ["v@x_y", "t", "T_2"]
    assert back.data["t"].str.len_bytes()[0] == 32_767
    assert all(item.sentence("lv") and item.remedy("ru") for item in losses)


def test_names_are_made_valid_and_stay_apart():
    names = ["q", "Q", "to", "1a", "ļ" * 40, "ļ" * 41, "a.", "x y"]
    made = valid_names(names)
    assert list(made.values())[:4] == ["q", "Q_2", "to_", "v1a"]
    assert all(len(name.encode()) <= 64 for name in made.values())
    assert len({name.lower() for name in made.values()}) == len(names)


@pytest.mark.parametrize("cut", [3, 100, 400, 900, 2000])
def test_a_truncated_file_is_a_problem_never_a_crash(cut, tmp_path):
    content = (FILES / "simple_alltypes.sav").read_bytes()[:cut]
    file = tmp_path / "cut.sav"
    file.write_bytes(content)
    table, found = read_sav(file)
    assert found
    assert table is None or codes(found) == {"exchange-sav-truncated"}


def test_every_damage_is_a_problem_never_a_crash(tmp_path):
    content = (FILES / "sample_missing.sav").read_bytes()
    file = tmp_path / "bad.sav"
    for at in range(0, len(content), 7):
        file.write_bytes(content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :])
        table, found = read_sav(file)
        assert table is not None or found


@pytest.mark.parametrize(
    ("start", "code"),
    [
        (b"PK\x03\x04", "exchange-wrong-ending"),
        (b"PAR1", "exchange-wrong-ending"),
        (b"ASCII SPSS PORT FILE", "exchange-wrong-ending"),
        (b"\x1c\0\0\0\0\0\0\0ENCRYPTEDSAV", "exchange-sav-encrypted"),
        (b"id,q1\n1,2\n", "exchange-sav-no-sav"),
        (b"", "exchange-sav-no-sav"),
    ],
)
def test_what_is_no_sav_is_named(start, code, tmp_path):
    file = tmp_path / "x.sav"
    file.write_bytes(start + b"\0" * 400 if start else b"")
    table, found = read_sav(file)
    assert (table, codes(found)) == (None, {code})


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    content = bytearray((FILES / "sample.sav").read_bytes())
    struct.pack_into("<i", content, 80, 2_000_000_000)
    file = tmp_path / "huge.sav"
    file.write_bytes(bytes(content))
    assert codes(read_sav(file)[1]) == {"exchange-too-large"}


def test_a_file_of_an_old_latvian_code_page_is_read(tmp_path):
    table = Labelled(
        (Variable("q1", "XXXX", labels=((1.0, "YYYY"),)),), pl.DataFrame({"q1": [1.0]})
    )
    file = tmp_path / "old.sav"
    write_sav(table, file)
    content = file.read_bytes()
    place = content.index(b"\x05\0\0\0UTF-8")
    end = place + 9
    content = content.replace(b"XXXX", "āčēž".encode("cp1257"))
    content = content.replace(b"YYYY", "ņķģļ".encode("cp1257"))
    file.write_bytes(content[:end].replace(b"UTF-8", b"utf_8") + content[end:])
    back, found = read_sav(file)
    assert back is not None
    assert codes(found) == {"exchange-sav-encoding"}
    assert back.variable("q1").label == "āčēž"
    assert back.variable("q1").labels == ((1.0, "ņķģļ"),)


def test_records_refuse_what_is_no_dictionary():
    with pytest.raises(Broken):
        read_dictionary(b"no")
    with pytest.raises(Broken):
        with_records(b"$FL2" + b"\0" * 500, [], "")


def test_sets_with_odd_labels_are_read_by_their_lengths(tmp_path):
    sets = (
        ResponseSet("a", ("x", "y"), "ar jaunu\nrindu = un $zīmi", "1"),
        ResponseSet("b", ("t",), "viens mainīgais", "Jā labi"),
        ResponseSet("c", ("x", "y"), ""),
    )
    table = Labelled(
        (Variable("x"), Variable("y"), Variable("t", is_text=True)),
        pl.DataFrame({"x": [1.0], "y": [0.0], "t": ["Jā labi"]}),
        sets,
    )
    write_sav(table, tmp_path / "x.sav")
    assert response_sets(read_dictionary((tmp_path / "x.sav").read_bytes())) == sets


PSPP = shutil.which("pspp")


@pytest.mark.skipif(PSPP is None, reason="PSPP, the outside judge of .sav files, is not installed")
@pytest.mark.parametrize("ending", ["sav", "zsav"])
def test_pspp_reads_what_is_written(ending, tmp_path):
    write_sav(latvian(), tmp_path / f"x.{ending}")
    syntax = (
        f"GET FILE='x.{ending}'.\nSHOW WEIGHT.\nMRSETS /DISPLAY NAME=ALL.\nDISPLAY DICTIONARY.\n"
        "DISPLAY DOCUMENTS.\nDESCRIPTIVES S2.\nFREQUENCIES Novads.\n"
    )
    (tmp_path / "x.sps").write_text(syntax, encoding="utf-8")
    command = [str(PSPP), "-O", "format=csv", "x.sps"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "warning" not in said and "error" not in said
    assert "WEIGHT is svars" in said
    assert "$Q4,Q4. Kādus rīkus izmantojat?,Categories" in said
    assert "$vietas,Kur saņemat pakalpojumus?,Dichotomies,1" in said
    assert "$pēc_vērtības" in said
    assert "Ģimenes.stāvoklis@" in said
    assert "900 THRU 999" in said
    assert "Otrā piezīme: āčēģīķļņšūž" in said
