"""In the reports of the example studies, which are sound, no rule finds anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from atbalss import plan
from atbalss.audit import own
from atbalss.audit.run import audit
from atbalss.folder import open_study, pieces

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
