"""What was computed before is used again only while nothing that it depends on has changed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.flows.shell import NO_CACHE, STUDIES, atbalss

from atbalss import plan
from atbalss.cli.beside import Reader
from atbalss.folder import contents, open_study, pieces
from atbalss.problems import errors
from atbalss.report.document import Document, Paragraph, Words

NOW = "waves/2026/answers.csv"
TEXT = "report.lv.md"


@pytest.fixture
def study(tmp_path) -> Path:
    shutil.copytree(STUDIES / "parejas", tmp_path / "parejas", ignore=NO_CACHE)
    return tmp_path / "parejas"


@dataclass(frozen=True)
class Build:
    document: Document
    told: tuple[str, ...]
    counted: bool = True


def build(study: Path, *, remember: bool = True) -> Build:
    folder = open_study(study)
    parts, problems = pieces(folder)
    made = plan.build(parts if remember else replace(parts, memory=None), ("lv",))
    found = [*folder.problems, *problems, *made.problems]
    assert errors(found) == []
    told = tuple(f"{item.where.words()} {item.sentence()}" for item in found)
    return Build(made.documents["lv"], told, getattr(made.cells, "has_counted", True))


def agree(study: Path) -> Build:
    """The build from memory, held to one without any."""
    ours, plain = build(study), build(study, remember=False)
    assert repr(ours.document) == repr(plain.document)
    assert ours.told == plain.told
    return ours


def swap(file: Path, old: str, new: str) -> str:
    text = file.read_text("utf-8")
    assert re.search(old, text, re.M), (file, old)
    file.write_text(re.sub(old, new, text, count=1, flags=re.M), "utf-8", newline="\n")
    return text


def add(file: Path, words: str) -> str:
    text = file.read_text("utf-8")
    file.write_text(text + words, "utf-8", newline="\n")
    return text


CHANGES = {  # what -> file, pattern, what it becomes
    "an answer": (NOW, "^p26-001,yes,", "p26-001,no,"),
    "an answer of the past wave": ("waves/2025/answers.csv", "^(p25-001.*),female,", r"\1,male,"),
    "a respondent more": (NOW, "^p26-002(,.*)$", r"p26-002\1\np26-999\1"),
    "a code of an open answer": ("waves/2026/codes.csv", "^(p26-001,improve),sport", r"\1,roads"),
    "a name in a code frame": ("codeframes.md", r"\| doctors +\| [^|]+\|", "| doctors | Dakteri |"),
    "a name of an answer": ("questionnaire.md", "Novada e-pakalpojumu portālā", "Jaunajā portālā"),
    "the limit of small bases": ("study.yaml", "hide_under: 30", "hide_under: 80"),
    "the margin": ("study.yaml", "margin: 5", "margin: 9"),
    "the confidence": ("study.yaml", "confidence: 95", "confidence: 90"),
    "what is said of small rows": ("study.yaml", "small_rows: fold", "small_rows: show"),
    "the kind of sample": ("study.yaml", "sample_kind: probability", "sample_kind: self_selected"),
    "a note on a wave": ("study.yaml", "Novads februārī", "Novads martā"),
}


@pytest.mark.xdist_group("memory")
@pytest.mark.parametrize("what", CHANGES)
def test_a_change_of_the_study_is_counted_anew_and_undone_is_remembered(study, what):
    first = agree(study)
    assert first.counted
    file, old, new = CHANGES[what]
    before = swap(study / file, old, new)
    changed = agree(study)
    assert changed.counted
    assert repr(changed.document) != repr(first.document)
    (study / file).write_text(before, "utf-8", newline="\n")
    again = agree(study)
    assert not again.counted
    assert repr(again.document) == repr(first.document)


@pytest.mark.xdist_group("memory")
def test_a_new_file_of_any_name_is_counted_anew(study):
    build(study)
    (study / "weights.csv").write_text("id,weight\np26-001,2\n", "utf-8")
    assert agree(study).counted


@pytest.mark.xdist_group("memory")
def test_weights_and_how_they_came_out_are_remembered_until_a_target_changes(study):
    told = (study / "study.yaml").read_text("utf-8")
    unweighted = re.sub(r"\nweighting:.*?\n\n", "\n", told, flags=re.S)
    (study / "study.yaml").write_text(unweighted, "utf-8", newline="\n")
    bare = build(study)
    add(
        study / "study.yaml",
        "\nweighting:\n  targets: [{question: d_sex, shares: {male: 47, female: 53}}]\n",
    )
    weighted = agree(study)
    assert weighted.counted
    assert repr(weighted.document) != repr(bare.document)
    assert not agree(study).counted
    kept = pieces(open_study(study))[0].weighted
    shutil.rmtree(study / ".atbalss_cache")
    assert kept == pieces(open_study(study))[0].weighted != {}
    build(study)
    swap(study / "study.yaml", "male: 47, female: 53", "male: 30, female: 70")
    assert agree(study).counted
    assert not agree(study).counted


@pytest.mark.xdist_group("memory")
def test_another_program_counts_anew(study, monkeypatch):
    build(study)
    assert not build(study).counted
    monkeypatch.setattr(contents, "program", lambda: "another")
    assert build(study).counted


@pytest.mark.xdist_group("memory")
def test_a_sentence_without_a_new_number_needs_no_answers(study):
    build(study)
    add(study / TEXT, '\n\nPēdējais vārds: {{ share("info", "social") }}.\n')
    assert not agree(study).counted
    add(study / TEXT, "\n\nVēl viens teikums.\n")
    assert not agree(study).counted


@pytest.mark.xdist_group("memory")
def test_a_sentence_with_a_new_number_is_counted_once(study):
    build(study)
    add(study / TEXT, '\n\nVēl: {{ share("d_sex", "male", wave="2025") }}.\n')
    assert agree(study).counted
    assert not agree(study).counted


@pytest.mark.xdist_group("memory")
def test_a_sentence_with_a_new_comparison_makes_another_family(study):
    build(study)
    add(study / TEXT, '\n\nVīriešu daļa {{ direction("d_sex", "male", since="2025") }}.\n')
    assert agree(study).counted
    assert not agree(study).counted


@pytest.mark.xdist_group("memory")
def test_what_another_language_asks_is_remembered_by_its_text(study):
    other = study / "report.en.md"
    other.write_text('---\ntitle: T\n---\n\n{{ share("info", "social") }}\n', "utf-8")
    assert build(study).counted
    assert not agree(study).counted
    add(other, '\n{{ direction("d_sex", "male", since="2025") }} {{ share("info", "board") }}\n')
    changed = agree(study)
    assert changed.counted  # its comparison is one more in the family
    assert any("info, board" in line for line in changed.told)
    assert not agree(study).counted


@pytest.mark.xdist_group("memory")
def test_what_is_wrong_with_answers_is_told_every_time(study):
    swap(study / "study.yaml", "n: 388", "n: 399")
    first, again = build(study), build(study)
    assert any("399" in line for line in first.told)
    assert again.told == first.told
    assert not again.counted


@pytest.mark.xdist_group("memory")
def test_answers_that_change_while_they_are_counted_are_not_remembered(study):
    folder = open_study(study)
    parts, _ = pieces(folder)  # reads the answers
    before = swap(study / NOW, "^p26-001,yes,", "p26-001,no,")
    plan.build(parts, ("lv",))
    assert agree(study).counted
    (study / NOW).write_text(before, "utf-8", newline="\n")
    agree(study)


@pytest.mark.xdist_group("memory")
def test_a_damaged_or_missing_memory_changes_nothing(study):
    whole = build(study)
    for damage in (b"", b"{", b"x" * 64 + b"\n{}", None):
        for file in (study / ".atbalss_cache").glob("*-*.json"):
            if damage is None:
                file.unlink()
            elif not file.name.startswith("verdict"):
                file.write_bytes(damage)
        assert repr(agree(study).document) == repr(whole.document)


@pytest.mark.xdist_group("memory")
def test_old_memories_go(study):
    for turn in range(15):
        swap(study / "study.yaml", r"Novads [a-z]*āŗ?[^ ]*|Novads \w+", f"Novads gads{turn}")
        build(study)
    kept = sorted(file.name for file in (study / ".atbalss_cache").glob("numbers-*.json"))
    assert len(kept) == 12


@pytest.mark.xdist_group("memory")
def test_cold_warm_and_without_a_cache_the_bytes_are_the_same(study, tmp_path):
    stems = ["parejas-lv.html", "parejas-lv.numbers.json", "parejas-lv.pdf", "parejas-lv.typ"]

    def made(name: str) -> dict[str, bytes]:
        atbalss("report", study, "--out", tmp_path / name)
        return {stem: (tmp_path / name / stem).read_bytes() for stem in stems}

    cold, warm = made("cold"), made("warm")
    shutil.rmtree(study / ".atbalss_cache")
    (study / ".atbalss_cache").write_text("no folder", "utf-8")  # nothing can be kept
    assert cold == warm == made("never")


@pytest.mark.xdist_group("memory")
def test_a_report_built_into_the_study_is_no_part_of_it(study):
    before = contents.fingerprint(study)
    atbalss("report", study, "--out", study / "out")
    assert contents.fingerprint(study) == before
    assert not build(study).counted


@pytest.mark.xdist_group("memory")
def test_the_audit_of_one_text_is_read_once_and_of_another_anew(study, monkeypatch):
    parts, _ = pieces(open_study(study))
    sound = plan.build(parts, ("lv",)).documents["lv"]
    said = Paragraph((Words("Lielākā daļa (17 %) klientu neko nemainītu."),))
    faulty = replace(sound, blocks=(*sound.blocks, said))
    reader = Reader(ahead=True)
    first = reader.heard(faulty, TEXT, parts.memory).result()
    reader.stop()
    assert [item.code for item in first] == ["audit-majority-word"]
    with monkeypatch.context() as still:
        still.setattr("atbalss.audit.run.audit", None)
        assert Reader().heard(faulty, TEXT, parts.memory).result() == first
    assert Reader().heard(sound, TEXT, parts.memory).result() == []


@pytest.mark.xdist_group("memory")
def test_the_audit_is_read_here_where_its_process_has_died(study):
    parts, _ = pieces(open_study(study))
    sound = plan.build(parts, ("lv",)).documents["lv"]
    said = Paragraph((Words("Lielākā daļa (17 %) klientu neko nemainītu."),))
    reader = Reader(ahead=True)
    reader._process.kill()
    found = reader.heard(replace(sound, blocks=(said,)), TEXT, None).result()
    assert [item.code for item in found] == ["audit-majority-word"]


@pytest.mark.xdist_group("memory")
@pytest.mark.parametrize("kept", ["", "[1]", "no list", '["(", "kept from before"]'])
def test_patterns_of_the_last_reading_are_made_ahead_or_left_out(study, kept):
    parts, _ = pieces(open_study(study))
    sound = plan.build(parts, ("lv",)).documents["lv"]
    said = Paragraph((Words("Lielākā daļa (17 %) klientu neko nemainītu."),))
    file = study / ".atbalss_cache" / "patterns-audit.json"
    file.write_text(kept, encoding="utf-8")
    for _ in range(2):
        reader = Reader(study, ahead=True)
        found = reader.heard(replace(sound, blocks=(said,)), TEXT, None).result()
        assert [item.code for item in found] == ["audit-majority-word"]
        patterns = json.loads(file.read_text(encoding="utf-8"))
        assert len(patterns) > 20 and "(" not in patterns and "kept from before" not in patterns


WARM = """
import sys
from atbalss.cli import main
code = main(sys.argv[1:])
heavy = {"numpy", "polars", "scipy", "pandas", "altair", "vl_convert", "pyxform", "openpyxl"}
print("heavy:", sorted(heavy & set(sys.modules)), code)
"""


@pytest.mark.xdist_group("memory")
def test_a_changed_sentence_loads_no_data_frame_library(study, tmp_path):
    atbalss("report", study, "--out", tmp_path / "out")
    add(study / TEXT, "\n\nVēl viens teikums.\n")
    command = [sys.executable, "-c", WARM, "report", str(study), "--out", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert "heavy: [] 0" in done.stdout, done.stdout + done.stderr
