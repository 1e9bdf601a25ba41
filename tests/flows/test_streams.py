"""Waves in Parquet are streamed, here or by Spark, and give the numbers that answers.csv gives."""

from __future__ import annotations

import json
import math
import shutil
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from atbalss import plan
from atbalss.folder import open_study, pieces
from atbalss.problems import errors

from ..tables.cluster import java_there

ROOT = Path(__file__).resolve().parents[2]
STUDY = ROOT / "studies" / "vpvkac"


@pytest.fixture(scope="module")
def frame() -> pl.DataFrame:
    """The frame of the study's own wave, as `atbalss export` would write it."""
    parts, _ = pieces(open_study(STUDY))
    return parts.frames["2024"].data


def _copy(folder: Path) -> Path:
    study = folder / "study"
    shutil.copytree(STUDY, study, ignore=shutil.ignore_patterns(".*", "*.parquet", "assets"))
    return study


def _tables(study: Path) -> dict[str, object]:
    """The numbers of a study as `atbalss tables --json` prints them."""
    parts, found = pieces(open_study(study))
    assert not errors(found), found
    made: dict[str, object] = json.loads(json.dumps(plan.cells(parts).as_json("lv"), default=str))
    return made


def _on_spark(study: Path) -> dict[str, object]:
    """The same, by the command, counted by Spark on this machine."""
    command = [sys.executable, "-m", "atbalss", "tables", str(study), "--json"]
    done = subprocess.run(
        [*command, "--engine", "local[1]"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert "java" not in done.stderr.lower(), done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def wanted() -> dict[str, object]:
    return _tables(STUDY)


def _same(one, other) -> None:
    """Plain values: counts exact, other numbers to 1e-9."""
    assert type(one) is type(other)
    if isinstance(one, dict):
        assert one.keys() == other.keys()
        for key in one:
            _same(one[key], other[key])
    elif isinstance(one, list):
        assert len(one) == len(other)
        for first, second in zip(one, other, strict=True):
            _same(first, second)
    elif isinstance(one, float):
        assert math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9) or one != one
    else:
        assert one == other


def test_a_folder_of_parquet_is_a_wave(tmp_path, frame, wanted):
    study = _copy(tmp_path)
    wave = study / "waves" / "2024"
    (wave / "answers.csv").unlink()
    (wave / "answers.parquet").mkdir()
    for part in range(3):
        frame[part * 50 : (part + 1) * 50].write_parquet(
            wave / "answers.parquet" / f"{part}.parquet"
        )
    _same(_tables(study), wanted)


def test_study_yaml_names_where_a_wave_lies(tmp_path, frame, wanted):
    study = _copy(tmp_path)
    (study / "waves" / "2024" / "answers.csv").unlink()
    for name, rows in (("2023", frame[:7]), ("2024", frame)):
        place = tmp_path / "far" / f"wave={name}"
        place.mkdir(parents=True)
        rows.write_parquet(place / "0.parquet")
    _name_the_place(study, (tmp_path / "far").as_posix())
    _same(_tables(study), wanted)


def test_an_address_that_only_an_engine_reads_is_refused(tmp_path):
    study = _copy(tmp_path)
    (study / "waves" / "2024" / "answers.csv").unlink()
    _name_the_place(study, "s3a://far/away")
    _, found = pieces(open_study(study))
    assert "engine-needed" in [item.code for item in found]
    _name_the_place(study, "nowhere.parquet", "s3a://far/away")
    _, found = pieces(open_study(study))
    assert "engine-no-file" in [item.code for item in found]


def _name_the_place(study: Path, place: str, before: str = "") -> None:
    file = study / "study.yaml"
    text = file.read_text(encoding="utf-8")
    if before:
        file.write_text(text.replace(before, place), encoding="utf-8")
        return
    head, mark, tail = text.partition('"2024":\n')
    assert mark, text
    file.write_text(f"{head}{mark}    answers: {place}\n{tail}", encoding="utf-8")


@pytest.mark.xdist_group("spark")
@pytest.mark.skipif(not java_there(), reason="NO JAVA: install openjdk-17-jre-headless")
def test_the_command_counts_on_spark(tmp_path, frame, wanted):
    study = _copy(tmp_path)
    wave = study / "waves" / "2024"
    (wave / "answers.csv").unlink()
    frame.write_parquet(wave / "answers.parquet")
    _same(_on_spark(study), wanted)


def test_an_engine_without_parquet_is_told(tmp_path):
    study = _copy(tmp_path)
    _, found = pieces(open_study(study), lambda address, wave: pytest.fail(address))
    assert "engine-nothing" in [item.code for item in found]
