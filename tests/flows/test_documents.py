"""The example report against outside judges: PDF/UA-1, PDF/A-3a, axe in a real browser, fonts."""

from __future__ import annotations

import io
import shutil
import subprocess
import unicodedata

import page as validator
import pikepdf
import pytest
from tests.browser import axe_violations, open_page
from tests.flows.shell import pdf_text, visible

from atbalss.report import fonts

pytestmark = pytest.mark.xdist_group("report")


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_the_pdf_meets_both_standards(built, profile):
    data = (built / "vpvkac-lv.pdf").read_bytes()
    report = validator.validate_pdf_bytes(data, profile=profile)
    assert [(item.rule_id, item.message) for item in report.failures] == []


def test_the_pdf_check_can_fail(built):
    with pikepdf.open(built / "vpvkac-lv.pdf") as pdf:
        del pdf.Root.Lang
        out = io.BytesIO()
        pdf.save(out)
    assert validator.validate_pdf_bytes(out.getvalue(), profile="ua1").failures


def test_the_pdf_has_title_language_bookmarks_and_distinct_alts(built):
    with pikepdf.open(built / "vpvkac-lv.pdf") as pdf:
        assert str(pdf.Root.Lang).startswith("lv")
        with pdf.open_metadata() as meta:
            assert meta["dc:title"]
        with pdf.open_outline() as outline:
            assert len(outline.root) >= 6
        alts = [str(item.Alt) for item in pdf.objects if _has_alt(item)]
    assert len(alts) >= 27
    assert len(set(alts)) == len(alts)


def _has_alt(item) -> bool:
    return isinstance(item, pikepdf.Dictionary) and "/Alt" in item and item.get("/S") == "/Figure"


def test_only_our_typeface_is_in_the_pdf_and_it_has_every_character(built):
    if shutil.which("pdffonts") is None:
        pytest.skip("pdffonts (poppler-utils) is missing")
    command = ["pdffonts", str(built / "vpvkac-lv.pdf")]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    rows = [line.split() for line in lines[2:]]
    assert rows
    assert [row[0] for row in rows if "FiraSans" not in row[0]] == []
    assert [row for row in rows if row[-5] != "yes"] == []  # embedded
    texts = [pdf_text(built / "vpvkac-lv.pdf").replace("\f", "")]
    texts.append(visible((built / "vpvkac-lv.html").read_text("utf-8")))
    lacking = [char for char in fonts.missing(texts) if unicodedata.category(char) != "Cf"]
    assert lacking == []  # Cf: joiners without any shape


def test_axe_finds_nothing_in_the_page_wide_and_narrow(built):
    with open_page() as page:
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((built / "vpvkac-lv.html").as_uri())
        page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            assert axe_violations(page) == [], width
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        _spoil(page)
        found = axe_violations(page)
        assert len(found) == 2 and all("color-contrast" in line for line in found), found


def _spoil(page) -> None:
    """Pale letters in one paragraph of many, a dark ground under one cell of many."""
    page.evaluate("[...document.querySelectorAll('main p')].at(-3).style.color = '#bbb'")
    page.evaluate("[...document.querySelectorAll('main td')].at(-5).style.background = '#333'")


def test_a_bound_number_tells_its_base_on_focus(built):
    with open_page() as page:
        page.goto((built / "vpvkac-lv.html").as_uri())
        number = page.locator("main [data-number]").first
        tip = page.locator(f"#{number.get_attribute('aria-describedby')}")
        assert not tip.is_visible()
        number.focus()
        assert tip.is_visible()
        assert "n = 142" in tip.inner_text()
