"""The web page: self-contained, escaped, in order, accessible in a real browser."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from tests.browser import axe_violations, open_page
from tests.report.sample import NASTY, document

from atbalss.report import fonts
from atbalss.report.chart_workers import Workers
from atbalss.report.document import FigureBlock, Point
from atbalss.report.outline import figures_of
from atbalss.report.render import html, typst
from atbalss.report.theme import DEFAULT

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Reader(HTMLParser):
    """Tags with their attributes and text, and whether they are nested rightly."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("script", "style"):
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    sample = document()
    folder = tmp_path_factory.mktemp("fonts")
    return html.page(
        sample, Workers(here=True).draw(sample, DEFAULT, None).all(), fonts.font_css(sample, folder)
    )


@pytest.fixture(scope="module")
def read(text: str) -> Reader:
    return Reader(text)


@pytest.fixture(scope="module")
def file(text: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(text, encoding="utf-8")
    return path.as_uri()


def test_tags_are_nested_rightly(read: Reader) -> None:
    assert read.open == []


def test_nothing_is_fetched(read: Reader, text: str) -> None:
    for tag, attributes in read.tags:
        assert "src" not in attributes, tag
        assert tag not in ("link", "iframe", "object", "base")
    assert re.findall(r"url\((?!data:)", text) == []
    assert "default-src 'none'" in text
    assert "@import" not in text


def test_one_h1_and_headings_in_order(read: Reader) -> None:
    levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels))


def test_ids_are_unique_and_links_lead_somewhere(read: Reader) -> None:
    ids = Counter(a["id"] for _, a in read.tags if "id" in a)
    assert [name for name, count in ids.items() if count > 1] == []
    for attributes in read.all("a"):
        if attributes["href"].startswith("#"):
            assert attributes["href"][1:] in ids
    for _, attributes in read.tags:
        for name in ("aria-describedby", "aria-labelledby"):
            if name in attributes:
                assert attributes[name] in ids


def test_figures_have_charts_names_tables_and_anchors(read: Reader) -> None:
    wanted = figures_of(document().blocks)
    assert [a["id"] for a in read.all("figure")] == [block.anchor for block in wanted]
    charts_named = [a for a in read.all("svg") if a.get("role") == "img"]
    assert {a["aria-label"] for a in charts_named} == {block.alt for block in wanted}
    assert len(read.all("details")) == len(wanted)


def test_tables_have_captions_and_scopes(read: Reader) -> None:
    assert len(read.all("caption")) == len(read.all("table"))
    assert {a.get("scope") for a in read.all("th")} == {"col", "row"}
    for attributes in read.all("div"):
        if attributes.get("class") == "scroll":
            assert attributes["tabindex"] == "0"
            assert attributes["role"] == "region"


def test_hostile_words_stay_words(read: Reader) -> None:
    said = "".join(read.words)
    for nasty in NASTY[:5]:
        assert nasty in said
    assert len(read.all("script")) == 1
    assert not [a for a in read.all("a") if a["href"].startswith("javascript:")]


def test_bound_numbers_are_explained(read: Reader) -> None:
    bound = [a for _, a in read.tags if "data-number" in a]
    assert {"k1", "n1", "n2", "n3"} <= {a["data-number"] for a in bound}
    assert all(a["tabindex"] == "0" and a["aria-describedby"] for a in bound)
    assert "n = 142; orientējošs 95 % intervāls 28–44 %" in "".join(read.words)


def test_invented_data_are_said_at_the_top(text: str) -> None:
    assert 'class="invented"' in text
    assert 'class="invented"' not in html.page(document(invented=False), {})


def test_page_without_charts_or_faces_still_stands() -> None:
    made = document("en")
    page = html.page(made, {})
    assert Reader(page) and made.title in page
    assert "@font-face" not in page and 'class="chart' not in page


@pytest.mark.parametrize("lang", ["lv", "en", "ru"])
def test_language_is_declared(lang: str) -> None:
    assert f'<html lang="{lang}">' in html.page(document(lang), {})


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(file: str, width: int) -> None:
    with open_page(width) as page:
        page.goto(file)
        for summary in page.query_selector_all("summary"):
            summary.click()
        assert axe_violations(page) == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_page_reflows(file: str, width: int) -> None:
    with open_page(width) as page:
        page.goto(file)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_words_stand_on_the_sun_of_the_cover(file: str, width: int) -> None:
    with open_page(width) as page:
        page.goto(file)
        ends = page.evaluate(
            "[...document.querySelectorAll('.cover dl *')]"
            ".map(e => e.getBoundingClientRect().right)"
        )
        assert ends and max(ends) <= 0.88 * width - 26


@pytest.mark.browser
def test_page_asks_the_network_for_nothing(file: str) -> None:
    with open_page() as page:
        asked: list[str] = []
        faults: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: faults.append(message.text))
        page.goto(file)
        page.evaluate("document.fonts.ready")
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        assert faults == []
        faces = page.evaluate("[...document.fonts].filter(f => f.status == 'loaded').length")
        assert faces >= 3


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_explanation_shows_on_focus_and_hover(file: str, scripts: bool) -> None:
    with open_page(scripts=scripts) as page:
        page.goto(file)
        number = page.locator('[data-number="n1"]').first
        tip = page.locator("#" + str(number.get_attribute("aria-describedby")))
        assert not tip.is_visible()
        number.focus()
        assert tip.is_visible()
        page.locator("main").focus()
        assert not tip.is_visible()
        number.hover()
        assert tip.is_visible()
        tip.hover()
        assert tip.is_visible(), "it must not vanish under the pointer (WCAG 1.4.13)"


@pytest.mark.browser
def test_explanation_closes_with_escape_and_opens_by_touch(file: str) -> None:
    with open_page() as page:
        page.goto(file)
        number = page.locator('[data-number="n1"]').first
        tip = page.locator("#" + str(number.get_attribute("aria-describedby")))
        number.focus()
        page.keyboard.press("Escape")
        assert not tip.is_visible()
        page.keyboard.press("Enter")
        assert tip.is_visible()
        assert number.get_attribute("aria-expanded") == "true"


@pytest.mark.browser
def test_keyboard_finds_the_skip_link_first_and_focus_is_not_covered(file: str) -> None:
    with open_page() as page:
        page.goto(file)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.goto(f"{file}#stacked")
        top = page.evaluate("document.getElementById('stacked').getBoundingClientRect().top")
        banner = page.evaluate("document.querySelector('.invented').getBoundingClientRect().bottom")
        assert top >= banner


@pytest.mark.browser
def test_print_shows_no_screen_furniture(file: str) -> None:
    with open_page() as page:
        page.goto(file)
        page.emulate_media(media="print")
        assert not page.locator("nav.toc").is_visible()
        assert not page.locator("details").first.is_visible()
        assert page.locator(".chart.wide").first.is_visible()
        assert page.locator(".invented").is_visible()


def test_page_is_the_same_every_time(text: str, tmp_path: Path) -> None:
    sample = document()
    css = fonts.font_css(sample, tmp_path)
    assert html.page(sample, Workers(here=True).draw(sample, DEFAULT, None).all(), css) == text


def test_a_figure_without_any_number_says_so_in_its_place() -> None:
    """No chart is drawn of what is hidden; page and PDF say why nothing stands there."""
    sample = document()
    figure = next(block for block in sample.blocks if isinstance(block, FigureBlock))
    empty = tuple(
        replace(item, points=tuple(Point(None, "") for _ in item.points))
        for item in figure.model.series
    )
    assert replace(figure.model, series=empty).is_empty and not figure.model.is_empty
    hidden = replace(figure, model=replace(figure.model, series=empty), asked=2)
    bare = replace(sample, blocks=(hidden,))
    written = html.page(bare, {})
    assert "Attēla nav" in written and "<svg" not in written and "Jautājumi: " in written
    printed = typst.source(bare, {})
    assert "Attēla nav" in printed and 'image("charts' not in printed
