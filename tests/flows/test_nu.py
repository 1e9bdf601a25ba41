"""vnu, the Nu HTML checker, finds no error in reports and in the audit's page; nor misses one."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.flows.shell import atbalss
from tests.nu import nu_errors


@pytest.mark.xdist_group("report")
def test_reports_and_the_audit_s_page(built: Path, tmp_path):
    page = tmp_path / "audit.html"
    atbalss("audit", built / "vpvkac-lv.html", "--out", page, code=None)
    planted = tmp_path / "planted.html"
    planted.write_text(page.read_text("utf-8").replace("</main>", "<p><li></p></main>"), "utf-8")
    found = nu_errors(*built.glob("*.html"), page, planted)
    assert found, "a planted fault was not seen"
    assert [line for line in found if not line.startswith("planted")] == []
