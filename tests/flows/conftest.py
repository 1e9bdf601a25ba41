"""The example report, built once as a user would, for all tests of this folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.flows.shell import NO_CACHE, STUDIES, atbalss


@pytest.fixture(scope="session")
def vpvkac(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("studies") / "vpvkac"
    shutil.copytree(STUDIES / "vpvkac", folder, ignore=NO_CACHE)
    return folder


@pytest.fixture(scope="session")
def built(vpvkac, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("out")
    atbalss("report", vpvkac, "--out", out, "--formats", "all")
    return out
