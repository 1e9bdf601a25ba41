"""theme.yaml: what the house gives is used everywhere; what cannot be read is refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.office import part
from tests.report.sample import document

from atbalss.cli import main
from atbalss.folder.fields import Fields
from atbalss.folder.theme_file import house_style
from atbalss.folder.yaml_tree import read
from atbalss.problems import problem
from atbalss.report.chart_pictures import png
from atbalss.report.house_style import clashes, nearest, styled
from atbalss.report.render import html, typst
from atbalss.report.render.docx import docx
from atbalss.report.render.pptx import pptx
from atbalss.report.render.xlsx import xlsx
from atbalss.report.theme import DEFAULT, contrast
from atbalss.study.about import State

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" width="200" height="60">'
    '<rect width="200" height="60" fill="#123456"/></svg>'
)
GOOD = """
logo:
  file: logo.svg
  alt: {lv: Parauga ministrijas logotips, en: Logo of a sample ministry}
colours:
  accent: "#6a1b4d"
fonts:
  office: Calibri
"""


def test_the_default_style_has_no_clash():
    assert clashes(DEFAULT, {}) == [] == clashes(styled({}), {})


def test_an_accent_brings_its_tints_along_and_is_used_in_every_format(tmp_path):
    (tmp_path / "theme.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "logo.svg").write_text(SVG, "utf-8")
    theme, logo, problems = house_style(tmp_path, ("lv", "en"))
    assert problems == [] and logo is not None
    assert theme.accent == "#6a1b4d" == theme.steps[0] and theme.deep != DEFAULT.deep
    sample = document()
    page = html.page(sample, {}, "", theme=theme, logo=logo)
    assert "--accent:#6a1b4d" in page and 'alt="Parauga ministrijas logotips"' in page
    assert "#6a1b4d" in typst.source(sample, {}, theme=theme, logo=logo)
    assert typst.pdf(sample, _blank(sample), theme=theme, logo=logo).startswith(b"%PDF")
    from lxml import etree

    for made, name in (
        (docx(sample, theme=theme, logo=logo), "word/charts/chart1.xml"),
        (pptx(sample, theme=theme, logo=logo), "ppt/charts/chart1.xml"),
        (xlsx(sample, theme=theme), "xl/charts/chart1.xml"),
    ):
        text = etree.tostring(part(made, name)).decode()
        assert "6A1B4D" in text.upper() and "Calibri" in text
    assert "Parauga ministrijas logotips" in etree.tostring(
        part(docx(sample, theme=theme, logo=logo), "word/document.xml"), encoding="unicode"
    )


def _blank(sample):
    from atbalss.report.outline import figures_of

    return {figure.anchor: SVG for figure in figures_of(sample.blocks)}


def test_a_colour_that_cannot_be_read_is_refused_with_the_nearest_that_can(tmp_path):
    (tmp_path / "theme.yaml").write_text('colours:\n  accent: "#f2b84b"\n', "utf-8")
    theme, _, problems = house_style(tmp_path, ("lv",))
    assert theme == DEFAULT
    told = [item for item in problems if item.code == "folder-theme-contrast"]
    assert told and told[0].where.line == 2
    proposal = dict(told[0].args)["proposal"]
    assert re.fullmatch("#[0-9a-f]{6}", proposal)
    assert contrast(proposal, DEFAULT.paper) >= 4.5


def test_messages_write_numbers_as_their_language_does(tmp_path):
    clash = problem("folder-theme-contrast", ratio="2.9", needed="4.5", key="a", colour="#f2b84b",
                    against="#ffffff", proposal="#000000")  # fmt: skip
    assert "2,9:1" in clash.sentence("lv") and "4,5:1" in clash.remedy("ru")
    assert "2.9:1" in clash.sentence("en")
    blanked = problem("opendata-too-much-blanked", wave="2026.1", part="44.2%", most="5.0%")
    assert "44,2\u00a0%" in blanked.sentence("lv") and "2026.1" in blanked.sentence("lv")


@given(st.from_regex(r"\A#[0-9a-f]{6}\Z"))
def test_the_nearest_colour_passes(colour):
    found = nearest(colour, lambda c: contrast(c, "#ffffff") >= 4.5)
    assert contrast(found, "#ffffff") >= 4.5
    if contrast(colour, "#ffffff") >= 4.5:
        assert found == colour


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("colours: {accent: red}", "folder-theme-colour"),
        ('colours: {past: ["#ffffff"]}', "folder-theme-colour"),
        ("colors: {}", "folder-unknown-key"),
        ("logo: {file: ../secret.png, alt: x}", "folder-theme-logo"),
        ("logo: {file: none.png, alt: x}", "folder-theme-logo"),
    ],
)
def test_what_is_wrong_is_told(tmp_path, text, code):
    (tmp_path / "theme.yaml").write_text(text, "utf-8")
    assert code in {item.code for item in house_style(tmp_path, ("lv",))[2]}


def test_a_check_looks_at_the_house_style_too(tmp_path, capsys):
    folder = tmp_path / "study"
    assert main(["new", str(folder)]) == 0
    (folder / "theme.yaml").write_text("colours: {accent: red}", "utf-8")
    capsys.readouterr()
    assert main(["check", str(folder)]) == 1
    assert "folder-theme-colour" in capsys.readouterr().err


def test_of_the_values_to_choose_from_none_is_empty(tmp_path):
    fields = Fields(read("state: aproved", "study.yaml")[0], "study.yaml", ("lv",), [])
    fields.choice("state", State, State.UNSTATED)
    assert dict(fields.problems[0].args)["values"] == "draft, approved"


def test_a_drawn_logo_is_a_picture_for_office():
    assert png(SVG).startswith(b"\x89PNG")
