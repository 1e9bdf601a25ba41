"""The sample that is read ahead: the rules have what they need of it, in each language."""

from __future__ import annotations

from pathlib import Path

import pytest

from atbalss.audit import text
from atbalss.audit.door import open_report
from atbalss.audit.run import audit
from atbalss.audit.sample import SAMPLES, read_sample
from atbalss.problems.catalogue import LANGS

STUDY = Path(__file__).parents[2] / "studies" / "vpvkac"


@pytest.mark.parametrize("lang", LANGS)
def test_the_sample_makes_most_patterns_of_its_language(lang, monkeypatch):
    monkeypatch.setattr(text, "_PATTERNS", {})
    found = read_sample(lang)
    ahead = set(text._PATTERNS)
    assert {item.rule for item in found} <= {"dangling-reference"}, "its sentences are sound"
    audit(open_report(STUDY / f"report.{lang}.md"))
    assert len(ahead) > 0.7 * len(text._PATTERNS)
    assert set(SAMPLES) == set(LANGS)
