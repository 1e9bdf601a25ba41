"""Publishing into the same folder: what was cited and is gone says so, and keeps no number."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from tests.browser import axe_violations, open_page
from tests.flows.shell import NO_CACHE, STUDIES, atbalss
from tests.nu import nu_errors

from atbalss.report.render.site_withdrawn import Gone, gone_numbers, gone_rows, moved

ADDRESS = "https://example.org/parejas"


def _changed(report: Path) -> None:
    """One figure has another name, one is gone with all that was told of it."""
    text = report.read_text("utf-8")
    text = text.replace("id: good\n", "id: satisfied\n").replace('fig("good")', 'fig("satisfied")')
    start = text.index("Abos gados atbildes svērtas")
    end = text.index("```", text.index("```figure", start) + 3) + 4
    report.write_text(text[:start] + text[end:], "utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> tuple[Path, set[str], str]:
    """A site published twice, the numbers of its first edition, what the second run said."""
    folder = tmp_path_factory.mktemp("twice") / "parejas"
    shutil.copytree(STUDIES / "parejas", folder, ignore=NO_CACHE)
    out = tmp_path_factory.mktemp("site-twice")
    atbalss("publish", folder, "--out", out, "--address", ADDRESS)
    first = set(json.loads((out / "lv/report.numbers.json").read_text("utf-8")))
    shutil.copytree(out / "lv", out / "de")  # a language that the next edition does not have
    (out / "lv/report.docx").write_bytes(b"a format that is no longer made")
    note = json.loads((out / "publication.json").read_text("utf-8"))
    note["titles"]["de"] = "De"
    (out / "publication.json").write_text(json.dumps(note), "utf-8")
    (out / "lv/figures/own.html").write_text("<h1>a page of the keeper's</h1>", "utf-8")
    (out / "lv/own.csv").write_text("1,2", "utf-8")
    _changed(folder / "report.lv.md")
    done = atbalss("--ui", "en", "publish", folder, "--out", out)
    atbalss("publish", folder, "--out", out)
    return out, first, done.stdout


def test_a_figure_that_is_gone_says_so_and_its_numbers_are_nowhere(site):
    out, _, said = site
    page = (out / "lv/figures/fig-composition.html").read_text("utf-8")
    assert "<h1>Izņemts: " in page and "vairs nav pārskata daļa" in page
    assert "Spēkā esošie ir šeit" in page and 'href="../report.html"' in page
    assert not re.search(r"\d+,\d", page) and "<svg" not in page
    assert "Izņemts" in (out / "lv/figures/fig-composition.embed.html").read_text("utf-8")
    left = {file.name for file in out.glob("lv/figures/fig-composition*")}
    assert left == {"fig-composition.html", "fig-composition.embed.html"}
    assert "Pages that are no more: " in said


def test_a_figure_of_another_name_leads_to_where_it_stands_now(site):
    out = site[0]
    page = (out / "lv/figures/fig-good.html").read_text("utf-8")
    assert 'href="fig-satisfied.html"' in page and "nosaukumu" in page
    embed = (out / "lv/figures/fig-good.embed.html").read_text("utf-8")
    assert 'href="fig-satisfied.embed.html"' in embed


def test_a_number_that_is_gone_keeps_its_address_and_not_its_value(site):
    out, first, _ = site
    now = set(json.loads((out / "lv/report.numbers.json").read_text("utf-8")))
    html = (out / "lv/numbers.html").read_text("utf-8")
    lost = first - now
    assert lost
    for key in first:
        assert html.count(f'id="{key}"') == 1
    rows = re.findall(r'<tr id="([^"]+)" data-withdrawn="([^"]+)">(.*?)</tr>', html)
    assert {key for key, _, _ in rows} == lost
    for _, edition, row in rows:
        assert "versija" in edition.lower() and "Izņemts" in row and "%" not in row


def test_a_language_and_a_format_that_are_gone_keep_no_number(site):
    out = site[0]
    assert not (out / "lv/report.docx").exists() and not (out / "dcat.ttl").exists()
    left = list((out / "de").rglob("*.*"))
    assert left and {file.suffix for file in left} == {".html"}
    for file in left:
        text = file.read_text("utf-8")
        assert 'content="' in text and '<meta name="withdrawn"' in text
        for link in re.findall(r'href="([^":]+)"', text):
            assert (file.parent / link).is_file(), (file, link)


def test_a_stranger_s_files_are_left_alone(site):
    out = site[0]
    assert (out / "lv/figures/own.html").read_text("utf-8") == "<h1>a page of the keeper's</h1>"
    assert (out / "lv/own.csv").is_file()


def test_withdrawn_pages_are_good_pages(site):
    out = site[0]
    assert nu_errors(out / "de") == []
    with open_page() as page:
        for path in ("lv/figures/fig-good.html", "lv/numbers.html"):
            page.goto((out / path).as_uri())
            assert axe_violations(page) == [], path


def test_numbers_withdrawn_twice_keep_the_edition_that_withdrew_them():
    rows = gone_rows([Gone("a&b", "Kas < cits", "1. izlaidums")], "lv")
    again = gone_numbers(rows, ["c"], "2. izlaidums")
    assert again == (Gone("a&b", "Kas < cits", "1. izlaidums"),)
    assert gone_numbers(rows, ["a&b"], "2. izlaidums") == ()


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("3. attēls. Ceļi", "a.html"),
        ("Figure 3. Ceļi", "a.html"),
        ("Ceļi", "a.html"),
        ("Ielas", ""),
        ("Reizes", ""),
        ("", ""),
    ],
)
def test_only_one_page_of_the_same_title_is_pointed_to(title, found):
    pages = {"a.html": "2. attēls. Ceļi", "b.html": "3. attēls. Reizes", "c.html": "Reizes"}
    assert moved(pages, title) == found
