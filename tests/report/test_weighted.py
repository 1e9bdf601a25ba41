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


FIXED = "Kļūdās, intervālos un pārbaudēs svari ņemti kā nemainīgi"


def test_every_place_with_an_interval_or_test_says_that_weights_are_taken_as_fixed(built):
    """Method, figures, comparisons, tables; not where nothing was weighted or nothing is tested."""
    document, cells = built[0].documents["lv"], built[0].cells
    rows = {row[0].text: row[1].text for table in _tables(document) for row in table.rows}
    assert FIXED in rows["Svēršana"]
    figures = [item for item in document.blocks if isinstance(item, FigureBlock)]
    with_intervals = [
        item
        for item in figures
        if item.model
        and any(p.low is not None for series in item.model.series for p in series.points)
    ]
    assert with_intervals
    for item in with_intervals:
        assert any(FIXED in note for note in item.notes), item.anchor
    compared = [item for item in _tables(document) if any("p (Holms)" in n for n in item.notes)]
    assert compared
    for item in compared:
        assert any(FIXED in note for note in item.notes)
    assert any(FIXED in note.get("lv") for note in cells.table(["d_sex"]).notes)
    past = cells.table(["d_sex"], waves=["2025"])  # not weighted
    assert not any(FIXED in note.get("lv") for note in past.notes)
