"""The open data of the example study, written once as a user would: check, release, write."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from atbalss.cli import main

STUDIES = Path(__file__).resolve().parents[2] / "studies"


@pytest.fixture(scope="session")
def study(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("studies") / "vpvkac"
    shutil.copytree(STUDIES / "vpvkac", folder, ignore=shutil.ignore_patterns(".atbalss"))
    assert main(["--ui", "en", "opendata", str(folder), "--release", "Anna Ozola"]) == 0
    return folder


@pytest.fixture(scope="session")
def folder(study, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("open")
    assert main(["--ui", "en", "opendata", str(study), "--out", str(out)]) == 0
    return out
