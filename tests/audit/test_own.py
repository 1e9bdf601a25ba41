"""In the reports of the example studies, and in drafts of any study, no rule finds anything."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from atbalss import plan
from atbalss.audit import own
from atbalss.audit.run import audit
from atbalss.cli import main
from atbalss.folder import open_study, pieces
from atbalss.report.banner_print import PrintedTable
from atbalss.report.document import Document, Paragraph, WideTable, Words

STUDIES = Path(__file__).resolve().parents[2] / "studies"
STUDY_LANGUAGES = {"parejas": ("lv",), "tikls": ("lv",), "vpvkac": ("lv", "en", "ru")}


def test_every_report_of_the_examples_is_tried():
    there = {(path.parent.name, path.name.split(".")[1]) for path in STUDIES.glob("*/report.*.md")}
    assert there == {(name, lang) for name, langs in STUDY_LANGUAGES.items() for lang in langs}


@pytest.mark.parametrize("name", STUDY_LANGUAGES)
def test_own_reports_are_silent(name):
    langs = STUDY_LANGUAGES[name]
    parts, _ = pieces(open_study(STUDIES / name))
    documents = plan.build(parts, langs).documents
    for lang in langs:
        found = audit(own.text_of(documents[lang], f"report.{lang}.md"))
        assert [(item.rule, item.spot.quote) for item in found] == [], lang


@pytest.mark.parametrize("lang", ["lv", "en", "ru"])
@pytest.mark.parametrize("name", STUDY_LANGUAGES)
def test_own_drafts_are_silent(name, lang, tmp_path):
    study = tmp_path / name
    shutil.copytree(STUDIES / name, study)
    (study / f"report.{lang}.md").unlink(missing_ok=True)
    assert main(["report", "draft", str(study), "--lang", lang]) == 0
    parts, _ = pieces(open_study(study))
    document = plan.build(parts, (lang,)).documents[lang]
    found = audit(own.text_of(document, f"report.{lang}.md"))
    assert [(item.rule, item.spot.quote) for item in found] == []


def test_a_banner_table_may_be_referred_to():
    table = PrintedTable("t", "Kanāli", (), (), (), (), ("n = 120",))
    wide = WideTable(table, (), "Kanāli pa grupām", "1. tabula", "tab-t")
    said = Paragraph((Words("Kanāli pa grupām ir redzami 1. tabulā."),))
    document = Document("lv", "Pārskats", "", "", "", "", "2026-11-23", (said, wide))
    assert audit(own.text_of(document, "report.lv.md")) == []
