"""From an institute's file to a report, and out again, as a user does it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.exchange.latvian import latvian
from tests.flows.shell import atbalss

from atbalss.exchange.sav import read_sav, write_sav
from atbalss.folder import open_study, pieces
from atbalss.folder.fielding import read_fielding
from atbalss.problems import errors


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    """A study folder made of an SPSS file, weights and all."""
    base = tmp_path_factory.mktemp("data")
    write_sav(latvian(), base / "cati.sav")
    done = atbalss("new", base / "s", "--from", base / "cati.sav", "--json")
    told = json.loads(done.stdout)
    assert {"study.yaml", "questionnaire.md", "guesses.md", "report.lv.md", "answers.csv"} <= {
        file.replace("\\", "/").rpartition("/")[2] for file in told["files"]
    }
    assert "exchange-adopt-contact" in {item["code"] for item in told["problems"]}
    return base / "s"


def frame_of(study):
    folder = open_study(study)
    parts, found = pieces(folder)
    assert errors([*folder.problems, *found]) == []
    return parts.frames[folder.study.wave]


def test_the_study_reports_at_once_and_holds_no_contact(study, tmp_path):
    atbalss("report", study, "--out", tmp_path)
    assert (tmp_path / "s-lv.pdf").stat().st_size > 10_000
    for file in study.rglob("*.*"):
        if file.is_file() and ".atbalss_cache" not in file.parts:
            assert b"+371 2" not in file.read_bytes(), file.name
    frame = frame_of(study)
    assert frame.data["weight"].n_unique() > 10, "weights of the file are the base weights"


@pytest.mark.parametrize("ending", ["sav", "zsav", "xlsx", "csv", "parquet"])
def test_what_goes_out_comes_in_as_a_wave(study, ending, tmp_path):
    before = frame_of(study)
    wave = before.wave
    target = tmp_path / f"answers.{ending}"
    done = atbalss("export", study, "--to", target, "--json")
    assert json.loads(done.stdout)["files"] == [str(target)]
    folder = study / "waves" / wave
    kept = (folder / "answers.csv").rename(tmp_path / "kept")
    try:
        (folder / target.name).write_bytes(target.read_bytes())
        if ending == "parquet":  # streamed, not read whole
            again = tmp_path / "again.sav"
            atbalss("export", study, "--to", again)
            back, _ = read_sav(again)
            assert back is not None
            assert back.data.height == before.data.height
        else:
            after = frame_of(study)
            for name in before.data.columns:
                assert after.data[name].equals(before.data[name], null_equal=True), name
    finally:
        (folder / target.name).unlink()
        kept.rename(folder / "answers.csv")


def test_an_export_does_not_overwrite_and_names_kinds(study, tmp_path):
    target = tmp_path / "x.sav"
    target.write_bytes(b"mine")
    atbalss("export", study, "--to", target, code=2)
    assert target.read_bytes() == b"mine"
    atbalss("export", study, "--to", tmp_path / "x.doc", code=1)


@pytest.mark.parametrize("lang", ["lv", "en", "ru"])
def test_a_study_to_begin_with_checks_and_rehearses(lang, tmp_path):
    atbalss("--ui", lang, "new", tmp_path / "n")
    atbalss("check", tmp_path / "n")
    atbalss("rehearse", tmp_path / "n", "--interviews", "20")
    opened = open_study(tmp_path / "n")
    fielding, found = read_fielding(tmp_path / "n", opened.questionnaire, opened.study.langs)
    assert found == []
    assert not fielding.is_open
    assert fielding.consent.has(lang)
    assert [centre.mode.value for centre in fielding.centres] == ["everybody", "open_link"]
    atbalss("new", tmp_path / "n", code=2)


def test_a_questionnaire_that_one_has_becomes_a_study(tmp_path):
    atbalss("new", tmp_path / "n")
    form = tmp_path / "n" / "anketa.xlsx"
    atbalss("study", "convert", tmp_path / "n" / "questionnaire.md", form)
    made = json.loads(atbalss("new", tmp_path / "s", "--from", form, "--json").stdout)
    assert [Path(item).name for item in made["files"]] == [
        *("study.yaml", "questionnaire.md", "codeframes.md", "field.yaml")
    ]
    both = [(tmp_path / name / "questionnaire.md").read_text("utf-8") for name in "ns"]
    assert both[0] == both[1]
    atbalss("check", tmp_path / "s")
    atbalss("rehearse", tmp_path / "s", "--interviews", "5")
    form.with_suffix(".md").write_text("## survey\n\n| type | name |\n| - | - |\n| blob | q |\n")
    done = atbalss("--ui", "en", "new", tmp_path / "t", "--from", form.with_suffix(".md"), code=1)
    assert "row 2" in done.stderr
    assert not (tmp_path / "t").exists()


def test_a_place_that_cannot_be_written_is_no_fault_of_the_program(tmp_path):
    (tmp_path / "file").write_text("mine")
    done = atbalss("--ui", "en", "new", tmp_path / "file" / "s", code=1)
    assert "cannot be read or written" in done.stderr
    assert "fault of the program" not in done.stderr


def test_comma_separated_text_with_xlsform_columns(tmp_path):
    rows = ["respid;Kā vērtējat?;kanali/web;kanali/post;svars"]
    rows += [f"{n};{n % 5 + 1};{n % 2};{int(n % 3 == 0)};1,5" for n in range(40)]
    source = tmp_path / "dati.csv"
    source.write_text("\n".join(rows), encoding="utf-8-sig")
    atbalss("new", tmp_path / "s", "--from", source, "--weight", "svars", "--wave", "2025")
    frame = frame_of(tmp_path / "s")
    assert frame.data["kanali/web"].sum() == 20
    assert frame.wave == "2025"
    assert frame.data["id"][3] == "3"


def test_a_broken_file_is_said_and_leaves_nothing(tmp_path):
    (tmp_path / "x.sav").write_bytes(b"$FL2" + b"\0" * 300)
    done = atbalss("--ui", "en", "new", tmp_path / "s", "--from", tmp_path / "x.sav", code=1)
    assert "exchange-sav-broken" in done.stderr
    assert not (tmp_path / "s").exists()
