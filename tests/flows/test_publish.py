"""`atbalss publish`: a site of plain files that works without JavaScript, and better with it."""

from __future__ import annotations

import csv
import functools
import http.server
import importlib.util
import json
import re
import shutil
import threading
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from tests.browser import axe_violations, open_page
from tests.flows.shell import NO_CACHE, STUDIES, atbalss
from tests.nu import nu_errors
from tests.report.sample import document

from atbalss.cli import main
from atbalss.report.outline import figures_of
from atbalss.report.render.site import Edition, embedded, index
from atbalss.report.render.site_cite import cite
from atbalss.report.theme import DEFAULT

ACCENT = "#6a1b4d"
ADDRESS = "https://example.org/parejas"
LINK = re.compile(r'(?:href|src)="([^"]+)"')


@pytest.fixture(scope="module")
def study(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("published-study") / "parejas"
    shutil.copytree(STUDIES / "parejas", folder, ignore=NO_CACHE)
    (folder / "theme.yaml").write_text(f'colours: {{accent: "{ACCENT}"}}\n', "utf-8")
    return folder


@pytest.fixture(scope="module")
def site(study, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("site")
    atbalss("publish", study, "--out", out, "--address", ADDRESS)
    return out


@pytest.fixture(scope="module")
def address(site):
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/lv"
    server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args) -> None:
        """Nothing."""


def question_pages(site: Path) -> list[Path]:
    return sorted(page for page in site.glob("*/results/*.html") if page.name != "index.html")


@pytest.mark.xdist_group("publish")
def test_every_link_leads_somewhere(site):
    pages = list(site.rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        text = page.read_text("utf-8")
        if page.name == "report.html":  # its own contents are checked elsewhere
            text = re.search(r'<nav class="pages".*?</nav>', text, re.S)[0]
            assert "results/index.html" in text and "index.html" in text
        for link in LINK.findall(re.sub(r"<pre>.*?</pre>", "", text, flags=re.S)):
            parts = urlsplit(link)
            if parts.scheme or link.startswith("data:"):
                continue
            target = page if not parts.path else page.parent / unquote(parts.path)
            assert target.is_file(), f"{page.relative_to(site)}: {link}"
            if parts.fragment and target.suffix == ".html":
                assert f'id="{parts.fragment}"' in target.read_text("utf-8"), link


@pytest.mark.xdist_group("publish")
def test_the_source_of_the_pdf_is_not_published(site):
    assert list(site.glob("*/report.pdf")) and not list(site.rglob("*.typ"))


@pytest.mark.xdist_group("publish")
def test_numbers_of_the_report_are_those_of_the_results(site):
    numbers = json.loads((site / "lv/report.numbers.json").read_text("utf-8"))
    current = max(str(entry["wave"]) for entry in numbers.values())
    shares = [
        (entry["question"], entry["text"])
        for entry in numbers.values()
        if entry["unit"] == "share" and not entry["among"] and entry["kind"] == "number"
        and entry["code"] and not entry.get("outside") and entry["wave"] == current
    ]  # fmt: skip
    assert len(shares) > 5
    for question, text in shares:
        page = site / "lv/results" / f"{question}.html"
        assert page.is_file(), question
        assert re.match(r"[^*(;]+", text)[0].strip() in page.read_text("utf-8"), (question, text)
    whole = (site / "lv/numbers.html").read_text("utf-8")
    assert all(f'id="{key}"' in whole for key in numbers)


@pytest.mark.xdist_group("publish")
def test_it_says_that_the_data_are_made_up_and_no_answer_is_in_it(site, study):
    note = json.loads((site / "publication.json").read_text("utf-8"))
    assert note["invented"] is True
    for page in site.rglob("*.html"):
        if page.name != "index.html" or page.parent != site:
            assert "tdarināti dati" in page.read_text("utf-8"), page
    answers = next(study.glob("waves/*/answers.csv")).read_text("utf-8").splitlines()[1:]
    keys = {line.split(",")[0] for line in answers}
    for page in question_pages(site):
        words = set(re.findall(r"\w+", page.read_text("utf-8")))
        assert not {key for key in keys if not key.isdigit()} & words


@pytest.mark.xdist_group("publish")
def test_one_house_style_for_all(site):
    """Pages, the report, drawn charts, and those that the page draws: one accent, not ours."""
    spec = next(p for p in question_pages(site) if "data-spec" in p.read_text("utf-8"))
    figure = next((site / "lv/figures").glob("*.svg"))
    for file in (site / "assets/site.css", site / "lv/report.html", spec, figure):
        text = file.read_text("utf-8").lower()
        assert ACCENT in text and DEFAULT.accent.lower() not in text, file


@pytest.mark.xdist_group("publish")
def test_the_results_are_json_stat_and_data_portals_learn_of_them(site):
    validator, rdflib = pytest.importorskip("jsonstat_validator"), pytest.importorskip("rdflib")
    whole = json.loads((site / "lv/results.json").read_text("utf-8"))
    assert validator.validate_jsonstat(whole)
    sets = whole["link"]["item"]
    for item in sets:
        page = site / "lv" / item["extension"]["page"].partition("#")[0]
        assert f'id="{item["extension"]["view"]}"' in page.read_text("utf-8")
        assert "tdarināti dati" in item["label"].lower()
    one = json.loads((site / "lv/results/roads.json").read_text("utf-8"))["link"]["item"]
    assert one == [item for item in sets if item["extension"]["question"] == "roads"]
    record = rdflib.Graph().parse(site / "dcat.ttl")
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    found = {str(item) for item in record.objects(None, dcat.downloadURL)}
    assert f"{ADDRESS}/lv/results.json" in found


@pytest.mark.xdist_group("publish")
def test_rows_for_spreadsheets_are_the_cubes_and_hide_what_they_hide(site):
    openpyxl = pytest.importorskip("openpyxl")
    cubes = json.loads((site / "lv/results.json").read_text("utf-8"))["link"]["item"]
    rows = list(csv.DictReader((site / "lv/results.csv").open(encoding="utf-8-sig", newline="")))
    told = [row[name] for row in rows for name in ("share", "n", "base", "low", "high")]
    values = [value for cube in cubes for value in cube["value"]]
    assert [float(text) if text else None for text in told] == values
    hidden = [row for row in rows if row["status"] == "c"]
    assert hidden and not any(row["share"] + row["n"] + row["base"] for row in hidden)
    assert {row["data_status"] for row in rows} == {"atdarināti dati"}
    book = openpyxl.load_workbook(site / "lv/results.xlsx")
    sheet = list(book["data"].iter_rows(min_row=2, values_only=True))
    assert [value for row in sheet for value in row[8:13]] == values
    assert any(row[0].startswith("c: ") for row in book["notes"].iter_rows(values_only=True))
    one = list(csv.DictReader((site / "lv/results/roads.csv").open(encoding="utf-8-sig")))
    assert one == [row for row in rows if row["question"] == "roads"]
    for page in question_pages(site):
        text = page.read_text("utf-8")
        assert f'href="{page.stem}.csv"' in text and f'href="{page.stem}.xlsx"' in text


@pytest.mark.xdist_group("publish")
def test_vnu_finds_no_error_on_any_page(site):
    assert nu_errors(site) == []


@pytest.mark.xdist_group("publish")
def test_pages_are_accessible(site, address):
    question = question_pages(site)[0].name
    figure = next((site / "lv/figures").glob("fig-*[a-z0-9].html")).name
    paths = ("index", "results/index", f"results/{question[:-5]}", f"figures/{figure[:-5]}")
    with open_page() as page:
        for path in (*paths, "numbers", "cite"):
            page.goto(f"{address}/{path}.html")
            for width in (1280, 360):
                page.set_viewport_size({"width": width, "height": 900})
                assert axe_violations(page) == [], (path, width)
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= width, (path, width)


@pytest.mark.xdist_group("publish")
def test_a_reader_chooses_with_and_without_javascript(site, address):
    question = next(p for p in question_pages(site) if p.read_text("utf-8").count("<section") > 1)
    with open_page(scripts=False) as page:
        page.goto(f"{address}/results/{question.name}")
        assert page.locator("section:visible").count() == page.locator("section").count() > 1
        assert page.locator("form.choose").is_hidden()
    with open_page(policy=True) as page:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{address}/results/{question.name}")
        assert page.locator("section:visible").count() == 1
        last = page.locator("select[name=view] option").last.get_attribute("value")
        page.locator("select[name=view]").select_option(last)
        page.locator(f"section#{last} .chart svg").wait_for()
        assert page.url.endswith(f"#{last}")
        assert page.locator("section:visible").get_attribute("id") == last
        page.evaluate("window.here = true")
        other = page.locator("select[name=question] option:not(:checked)").first
        address, words = other.get_attribute("value"), other.inner_text()
        page.locator("select[name=question]").select_option(address)
        page.locator("h1", has_text=words).wait_for()
        assert page.evaluate("window.here"), "the whole page was loaded again"
        page.wait_for_url(f"**/{address}*")
        assert words in page.title()
        assert page.locator("select[name=question]").evaluate("e => e === document.activeElement")
        page.go_back()
        page.locator(f"section#{last} .chart svg").wait_for()
        assert page.url.endswith(f"{question.name}#{last}")
        assert [line for line in said if "Content Security Policy" in line] == []


@pytest.mark.xdist_group("publish")
def test_every_choice_is_drawn_and_timed(address):
    """The figures are in docs/performance.md; here only that nothing takes long."""
    found = bench("publish").choices(f"{address}/results", most=3)
    assert len(found["question"]) == 3 and len(found["view"]) > 10
    assert max(found["view"] + found["question"]) < 3000  # ms, on however busy a machine


def bench(name: str):
    spec = importlib.util.spec_from_file_location(name, STUDIES.parent / "bench" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("line", "code"),
    [("state: draft", "report-publish-draft"), ("embargo: 2999-01-01", "report-publish-embargo")],
)
def test_what_may_not_be_published_yet_is_refused(study, tmp_path, line, code):
    copy = tmp_path / "parejas"
    shutil.copytree(study, copy)
    about = copy / "study.yaml"
    about.write_text(about.read_text("utf-8") + f"\nreport:\n  {line}\n", "utf-8")
    (copy / "theme.yaml").write_text('colours: {accent: "#f2b84b"}\n', "utf-8")
    done = atbalss("publish", copy, "--out", tmp_path / "out", "--json", code=1)
    assert code in done.stdout
    assert "folder-theme-contrast" in done.stdout, "letters that cannot be read would be published"
    assert not (tmp_path / "out" / "index.html").exists()


@pytest.mark.parametrize("wrong", ["example.org", "ftp://example.org", "https://", "/var/www"])
def test_an_address_that_is_not_whole_is_refused(study, tmp_path, wrong, capsys):
    assert main(["publish", str(study), "--out", str(tmp_path), "--address", wrong]) == 2
    assert "--address: var būt https://" in capsys.readouterr().err


@pytest.mark.xdist_group("publish")
def test_on_a_phone_every_value_of_a_chart_is_seen(site, address):
    found = 0
    with open_page(390, 800) as page:
        for question in question_pages(site)[:4]:
            views = re.findall(r'data-view="([^"]+)"', question.read_text("utf-8"))
            for view in (views[0], views[-1]):
                page.goto(f"{address}/results/{question.name}#{view}")
                charts = page.locator(f"section#{view} .chart:visible svg")
                if not page.locator(f"section#{view} .chart").count():
                    continue
                charts.first.wait_for()
                ends = charts.first.evaluate(
                    "e => [...e.querySelectorAll('text')].map(t => t.getBoundingClientRect().right)"
                )
                assert ends and max(ends) <= 390, (question.name, view)
                found += 1
    assert found > 3


@pytest.mark.xdist_group("publish")
def test_intervals_are_told_in_the_unit_of_their_number(site):
    rows = re.findall(
        r'<tr id="([^"]+)">.*?<td>([^<]*)</td></tr>', (site / "lv/numbers.html").read_text("utf-8")
    )
    numbers = json.loads((site / "lv/report.numbers.json").read_text("utf-8"))
    told = {numbers[key]["unit"]: (numbers[key], text) for key, text in rows if text}
    entry, text = told["share_difference"]
    ends = [float(end.replace("−", "-").replace(",", ".")) for end in re.findall(r"−?[\d,]+", text)]
    assert ends == pytest.approx([entry["low"] * 100, entry["high"] * 100], abs=0.051)
    assert told["share"][1].endswith("\u00a0%") and "%" not in told["mean"][1]


@pytest.mark.xdist_group("publish")
def test_a_figure_elsewhere_keeps_what_must_be_known_of_it(site):
    for page in (site / "lv/figures").glob("*.embed.html"):
        text = page.read_text("utf-8")
        for mark in "*†":
            shown = re.search(rf"%{re.escape(mark)}<", text)
            assert not shown or f'<p class="note">{mark} ' in text, page


def test_a_preview_before_the_embargo_says_so_on_every_page_and_elsewhere():
    whole = replace(document(), invented=False)
    edition = Edition(whole, ("lv",), (), is_draft=True, until="Nepublicēt pirms 05.01.2027.")
    figure = next(iter(figures_of(whole.blocks)))
    for text in (index(edition, 3), embedded(edition, figure, "", "")):
        assert "Nepublicēt pirms 05.01.2027." in text and "Melnraksts" in text


def test_a_citation_can_be_set_by_latex_and_has_no_empty_parts():
    named = replace(
        document(), title="A & B: 50 % #1", commissioner="", conductor="X_Y", fingerprint=""
    )
    text = unescape(cite(Edition(named, ("lv",), (), "https://example.org/a_b")))
    assert r"title = {A \& B: 50 \% \#1}" in text and r"author = {{X\_Y}}" in text
    assert "url = {https://example.org/a_b}" in text and "note = " not in text
    assert "A & B: 50 % #1. https://example.org/a_b" in text
