"""`design:` and `weighting:` out of a study folder, from the file to the frame."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from atbalss.folder import open_study, pieces
from atbalss.weights.design import Replication
from atbalss.weights.targets import Bound, Method, Rest, Trimming

PAREJAS = Path(__file__).parent.parent.parent / "studies" / "parejas"
TARGETS = """
weighting:
  targets:
    - {question: d_sex, shares: {female: 53, male: 47}}
    - question: d_age
      shares: {under_55: 55, a55_74: 31, a75: 14}
"""


@pytest.fixture
def study(tmp_path):
    folder = tmp_path / "parejas"
    shutil.copytree(PAREJAS, folder, ignore=shutil.ignore_patterns(".atbalss_cache"))
    about = (folder / "study.yaml").read_text("utf-8").split("\nweighting:")[0] + "\n"
    (folder / "study.yaml").write_text(about, "utf-8")
    return folder


def _opened(folder, text="", rows=""):
    about = (folder / "study.yaml").read_text("utf-8")
    (folder / "study.yaml").write_text(about + text, "utf-8")
    if rows:
        (folder / "weighting.csv").write_text(rows, "utf-8")
    found = open_study(folder)
    parts, problems = pieces(found)
    return found, parts, [item.code for item in (*found.problems, *problems)]


def _with_columns(folder, wave, columns):
    file = folder / "waves" / wave / "answers.csv"
    head, *rows = file.read_text("utf-8").splitlines()
    lines = [",".join([head, *columns])]
    lines += [
        ",".join([row, *(make(i) for make in columns.values())]) for i, row in enumerate(rows)
    ]
    file.write_text("\n".join(lines) + "\n", "utf-8")


def test_nothing_declared_weights_nothing(study):
    found, parts, codes = _opened(study)
    assert codes == [] and found.sample.weighting is None
    assert parts.weighted == {} and parts.design.is_simple
    assert set(parts.frames["2026"].data["weight"]) == {1.0}
    assert ":cell" not in parts.frames["2026"].data.columns


def test_targets_in_study_yaml_make_the_weight_of_every_wave(study):
    _, parts, codes = _opened(study, TARGETS)
    assert codes == [] and set(parts.weighted) == {"2025", "2026"}
    data = parts.frames["2025"].data
    assert data["weight"].mean() == pytest.approx(1.0)
    women = data.filter(data["d_sex"] == "female")["weight"].sum()
    assert women / len(data) == pytest.approx(0.53)
    assert parts.calibration["2025"].n_cells == parts.weighted["2025"].cells


def test_the_same_targets_from_weighting_csv(study):
    _, first, _ = _opened(study, TARGETS)
    about = (study / "study.yaml").read_text("utf-8").split("\nweighting:")[0] + "\n"
    (study / "study.yaml").write_text(about, "utf-8")
    rows = (
        "question,code,share\nd_sex,female,53\nd_sex,male,47\n"
        'd_age,under_55,55\nd_age,a55_74,31\nd_age,a75,"14,0"\n'
    )
    _, second, codes = _opened(study, rows=rows)
    assert codes == []
    assert first.frames["2026"].data["weight"].equals(second.frames["2026"].data["weight"])


def test_joint_targets_by_wave_and_all_that_may_be_declared(study):
    text = """
weighting:
  method: post_stratify
  missing: refuse
  uncovered: keep
  waves: ["2026"]
  sum: population
  trim: {low: 0.2, high: 4, of: factor, when: inside}
  targets:
    - questions: [d_sex, d_place]
      wave: "2026"
      counts: {female town: 9000, male town: 8000, female village: 6000, male village: 5000}
"""
    found, parts, codes = _opened(study, text)
    weighting = found.sample.weighting
    assert codes == ["weights-uncovered-kept"]
    assert (weighting.method, weighting.missing) == (Method.POST_STRATIFY, Rest.REFUSE)
    assert (weighting.trim.of, weighting.trim.when) == (Bound.FACTOR, Trimming.INSIDE)
    assert set(parts.weighted) == {"2026"}
    assert parts.frames["2026"].data["weight"].sum() == pytest.approx(28_000)


def test_columns_of_the_sample_are_carried(study):
    columns = {
        "centre": lambda i: f"c{i % 5}",
        "bw": lambda i: str(1 + i % 2),
        "size": lambda i: "900",
    }
    for wave in ("2025", "2026"):
        _with_columns(study, wave, columns)
    text = "design: {strata: d_sex, clusters: centre, population: size}\nweighting: {base: bw}\n"
    _, parts, codes = _opened(study, text)
    assert codes == []
    design = parts.design
    assert (design.strata, design.clusters, design.population) == ("d_sex", ":centre", ":size")
    data = parts.frames["2026"].data
    assert data[":centre"][:3].to_list() == ["c0", "c1", "c2"]
    assert data[":size"][0] == 900.0
    assert data["weight"][1] == pytest.approx(2 * data["weight"][0])


def test_replicate_weights_are_carried(study):
    for wave in ("2025", "2026"):
        _with_columns(study, wave, {"r1": lambda i: "1", "r2": lambda i: "2.5"})
    text = (
        "design:\n  replicates: {columns: [r1, r2], method: jkn, rscales: [0.5, 0.5], scale: 1}\n"
    )
    _, parts, codes = _opened(study, text)
    assert codes == []
    assert parts.design.replicates == (":r1", ":r2")
    assert parts.design.replication is Replication.JKN and parts.design.rscales == (0.5, 0.5)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("weighting: {}\n", "weights-no-targets"),
        ("weighting: {method: rake, base: bw}\n", "weights-no-targets"),
        ("weighting: {targets: [{question: d_sex}]}\n", "weights-target-kind"),
        ("weighting: {targets: [{question: d_sex, shares: {female: x}}]}\n", "weights-target-size"),
        (
            "weighting: {targets: [{question: d_sex d_age, shares: {female: 100}}]}\n",
            "weights-joint-code",
        ),
        (
            'weighting: {waves: ["2019"], targets: [{question: d_sex, shares: {female: 100}}]}\n',
            "weights-unknown-wave",
        ),
        (TARGETS.replace("  targets", "  trim: {low: 2, high: 3}\n  targets"), "weights-trim"),
        (TARGETS.replace("  targets", "  sum: population\n  targets"), "weights-population"),
        (
            TARGETS.replace("  targets", "  method: post_stratify\n  targets"),
            "weights-two-margins",
        ),
        (TARGETS + "    - {question: d_sex, shares: {female: 100}}\n", "weights-margin-twice"),
        (TARGETS.replace("d_sex", "d_sexx"), "weights-unknown-question"),
        (TARGETS.replace("female", "woman"), "weights-unknown-code"),
        (TARGETS.replace("  targets", "  bass: bw\n  targets"), "folder-unknown-key"),
        ("design: {strata: nowhere}\n", "answers-no-declared-column"),
        (
            "design: {strata: d_sex, replicates: {columns: [a], method: jk1}}\n",
            "weights-design",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(study, text, code):
    found, _, codes = _opened(study, text)
    assert code in codes
    for item in found.problems:
        assert item.where.file and (item.where.line or item.where.row)


def test_a_bad_row_of_weighting_csv_says_its_row(study):
    rows = "question,code,share\nd_sex,female,53\nd_sex,male,many\n"
    found, _, codes = _opened(study, rows=rows)
    assert codes == ["weights-target-size"] and found.problems[0].where.row == 3
