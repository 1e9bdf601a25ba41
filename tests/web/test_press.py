"""From the field to the report: real interviews alone, one fingerprint, rates from the calls."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta

import pytest

from atbalss.cli import main
from atbalss.folder import field, open_study, pieces
from atbalss.problems import Refused
from atbalss_web.cases.extract import counters, fieldwork
from atbalss_web.cases.models import Attempt
from atbalss_web.press.gather import live_wave
from atbalss_web.runner import extract
from atbalss_web.runner.models import Interview

from .conftest import NOW, STUDIES
from .fielded import fill, interview, willing

UNWRITTEN = shutil.ignore_patterns(".*", "report.*", "press.*")
NARRATIVE = {
    "lv": """---
title: Lauka darbs
---
# Rezultāti

Aptaujāti {{base()}} cilvēki.

```method
```

# Kā sasniegti

```fieldwork
```

```disclosure
```
"""
}


@pytest.fixture
def study(version, organisation):
    return fill(version, organisation)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The VPVKAC folder with a small narrative and the wave from the site's database."""
    target = tmp_path / "vpvkac"
    shutil.copytree(STUDIES / "vpvkac", target, ignore=UNWRITTEN)
    text = (target / "study.yaml").read_text(encoding="utf-8")
    text = text.replace('wave: "2024"', "wave: field").replace("hide_under: 30", "hide_under: 2")
    (target / "study.yaml").write_text(text, encoding="utf-8")
    for lang, words in NARRATIVE.items():
        (target / f"report.{lang}.md").write_text(words, encoding="utf-8")

    class Entry:
        def load(self):
            return live_wave

    entries = {field.GROUP: [Entry()]}
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: entries.get(group, []))
    return target


def test_only_real_finished_interviews_enter(study, version):
    before = set(extract.answers(study)["id"])
    robots = willing(version, 4, 7)
    for kind, record in zip(("preview", "practice", "pretest"), robots, strict=False):
        made = interview(version, record, NOW, kind=kind)
        assert made.code in ("1.1", "1.2")
    interview(version, robots[3], NOW, finish=False)  # not ended yet
    assert set(extract.answers(study)["id"]) == before
    assert set(extract.steps(study)["id"]) <= before
    assert before == set(
        Interview.objects.filter(kind="real", code__in=("1.1", "1.2")).values_list("key", flat=True)
    )


def test_paradata_are_tidy(study):
    steps = extract.steps(study)
    assert steps.height and set(steps["mode"]) == {"phone"} and set(steps["lang"]) == {"lv"}
    assert steps.group_by("id", "number").len()["len"].max() == 1
    assert extract.changes(study).columns == ["id", "question", "before", "after", "reason"]


def test_a_case_is_a_key_a_code_and_a_centre(study):
    found = fieldwork(study, {})
    assert found.n_cases == study.cases.count() == found.found.total
    whole = found.counter
    assert whole.invited >= whole.agreed == study.cases.count()
    assert found.cumulative == pytest.approx(
        whole.agreed / whole.invited * found.found.i / (found.found.known + found.found.uo)
    )
    assert {item.centre for item in counters(study)} == {"Ogre", "Saldus"}


def test_the_fingerprint_covers_answers_and_calls(study):
    first = live_wave("vpvkac").fingerprint
    assert live_wave("vpvkac").fingerprint == first
    attempt = Attempt.objects.order_by("id").first()
    Attempt.objects.filter(pk=attempt.pk).update(at=attempt.at + timedelta(seconds=1))
    second = live_wave("vpvkac").fingerprint
    made = Interview.objects.filter(code="1.1").first()
    made.record["answers"] = {**made.record["answers"], "other": "x"}
    made.save()
    assert len({first, second, live_wave("vpvkac").fingerprint}) == 3


def test_a_report_of_the_wave_in_the_field(study, folder, tmp_path, capsys):
    opened = open_study(folder)
    assert opened.study.current.invented and opened.study.sample_kind.value == "probability"
    parts, problems = pieces(opened)
    assert not [item for item in problems if item.severity == "error"]
    assert parts.frames["field"].data.height == extract.finished(study).count()
    out = tmp_path / "out"
    assert main(["--ui", "lv", "report", str(folder), "--out", str(out)]) == 0, capsys.readouterr()
    html = (out / "vpvkac-lv.html").read_text(encoding="utf-8")
    assert (out / "vpvkac-lv.pdf").read_bytes().startswith(b"%PDF")
    assert "Kopējais atbilstības līmenis ir" in html and "COOP4" in html and "CASRO" in html
    numbers = json.loads((out / "vpvkac-lv.numbers.json").read_text(encoding="utf-8"))
    rates = {
        item["code"]: item["value"] for item in numbers.values() if item["question"] == "fieldwork"
    }
    found = fieldwork(study, {})
    assert rates["RR1"] == found.rates["RR1"] and rates["cumulative"] == found.cumulative
    assert parts.fingerprint in html


def test_what_cannot_be_read_says_so(version, folder):
    with pytest.raises(Refused) as refused:
        open_study(folder)
    assert refused.value.problems[0].code == "folder-field-empty"
    with pytest.raises(Refused) as refused:
        live_wave("nothing")
    assert refused.value.problems[0].code == "folder-field-none"


def test_a_block_without_call_records_is_refused(tmp_path, capsys):
    target = tmp_path / "vpvkac"
    shutil.copytree(STUDIES / "vpvkac", target, ignore=UNWRITTEN)
    (target / "report.lv.md").write_text(NARRATIVE["lv"], encoding="utf-8")
    assert main(["--ui", "lv", "report", str(target), "--out", str(tmp_path / "out")]) != 0
    assert "nav zvanu un uzaicinājumu ierakstu" in capsys.readouterr().err
