"""A weighted study says so: method, disclosure, notes, bases in the data tables."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from atbalss import plan
from atbalss.folder import open_study, pieces
from atbalss.report.document import DataTable, FigureBlock

STUDY = Path(__file__).parent.parent.parent / "studies" / "parejas"
TARGETS = """
weighting:
  waves: ["2026"]
  targets:
    - {question: d_sex, shares: {female: 60, male: 40}}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("weighted") / "parejas"
    shutil.copytree(STUDY, folder, ignore=shutil.ignore_patterns(".atbalss_cache"))
    about = (folder / "study.yaml").read_text("utf-8").split("\nweighting:")[0] + "\n"
    (folder / "study.yaml").write_text(about + TARGETS, "utf-8")
    parts, _ = pieces(open_study(folder))
    return plan.build(parts, ["lv"]), parts


def _tables(document):
    return [item for item in document.blocks if isinstance(item, DataTable)]


def test_method_and_disclosure_tell_how(built):
    document = built[0].documents["lv"]
    rows = {row[0].text: row[1].text for table in _tables(document) for row in table.rows}
    assert rows["Svēršana"].startswith("Dati svērti pēc šādām pazīmēm: dzimums (iteratīva")
    assert "efektīvā izlase" in rows["Svēršana"]
    assert rows["Svēršana"] in rows["9. Datu svēršana"]


def test_figures_tell_the_wave_and_all_three_bases(built):
    document = built[0].documents["lv"]
    figures = [item for item in document.blocks if isinstance(item, FigureBlock)]
    info = next(item for item in figures if item.anchor == "fig-info")
    assert "Svērti dati (2026. gads); „n“ ir respondentu skaits bez svariem." in info.notes
    assert "2025. gads: n = 412; 2026. gads: n = 388, efektīvā bāze " in info.base
    heads = {row[0].text: [cell.text for cell in row[1:]] for row in info.data.rows}
    assert heads["Bāze (n)"][0] == "412" and "388" in heads["Bāze (n)"]
    assert "Svērtā bāze" in heads and "Efektīvā bāze" in heads


def test_numbers_are_weighted_and_know_their_bases(built):
    numbers = built[0].cells
    base = numbers.base()
    assert base.value == 388 and base.base_weighted == pytest.approx(388)
    assert base.base_effective < 388
    assert numbers.share("d_sex", "female").value == pytest.approx(0.60)
    assert numbers.count("d_sex", "female").value == 209  # persons, never weighted
    past = numbers.base(wave="2025")
    assert past.base_effective == pytest.approx(412)
