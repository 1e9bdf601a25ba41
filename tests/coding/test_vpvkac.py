"""The study of the centres as its invented coders left it: counted, told, read once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from atbalss import plan
from atbalss.cli import main
from atbalss.coding import pack
from atbalss.coding.codeframe import carry
from atbalss.folder import coding, open_study, pieces
from atbalss.folder.coding import coding_of, read_decisions
from atbalss.folder.wave_answers import raw_answers
from atbalss.report.coding_block import frame_table, method_words
from atbalss.report.register import Register

STUDY = Path(__file__).parents[2] / "studies" / "vpvkac"
WAVE = STUDY / "waves" / "2024"


def test_the_decisions_tell_who_when_in_which_frame_and_that_they_are_invented() -> None:
    folder = open_study(STUDY)
    made, found = read_decisions(folder, "2024")
    assert not found and len(made) > 649
    assert all("atdarināt" in one.who and one.note == "atdarināts lēmums" for one in made)
    assert {one.version for one in made if one.question == "positives"} == {1, 2, 3}
    assert any(one.segments for one in made)
    assert [one.when for one in made] == sorted(one.when for one in made)
    table, _, _ = raw_answers(WAVE / "answers.csv", folder.questionnaire, "answers.csv")
    held, problems = coding_of(folder, "2024", table)
    assert not problems
    frame = held.frames["positives"]
    old = [one for one in made if "polite" in one.codes]
    assert old and all("kind_attitude" in carry(frame, one.codes, one.version).codes for one in old)
    for name, task in held.tasks.items():
        for one in held.standings(name):
            assert one.codes and not one.look and not one.stale, (name, one.answer.id)
            for part in (part for item in one.held for part in item.segments):
                label = task.choices[part.codes[0]].label.get("lv")
                assert label in one.answer.text[part.start : part.end]
    assert [pack.decision(pack.decision_row(one)) for one in made] == list(made)


def test_the_method_counts_them_and_the_frame_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    folder = open_study(STUDY)
    parts, found = pieces(folder)
    assert not found
    whole = {one.question: one for one in parts.coded}["positives"]
    assert (whole.answers, whole.by_person, whole.open, whole.version) == (142, 142, 0, 3)
    assert whole.double > 5 and whole.adjudicated > 0 and whole.disputed == whole.look == 0
    assert 0.7 < (whole.alpha or 0) < 1
    register = Register("lv", folder.study)
    words, number = method_words(parts.coded, register, "lv", "2024")
    assert words.startswith("Atvērtās atbildes: 649; cilvēka kodētas: 649. Neviena atbilde nav")
    assert register.numbers[number]["value"] == 649
    printed = frame_table(folder.questionnaire.question("improvements"), "lv", invented=True)
    assert printed.rows[0][0].text == "Nosauca vismaz vienu uzlabojamo lietu"  # the net first
    assert len(printed.rows) == 14
    assert main(["code", "status", str(STUDY)]) == 0
    told = capsys.readouterr().out
    assert "positives" in told and "codes.csv" not in told


def test_a_changed_sentence_reads_no_decision_again(tmp_path: Path, monkeypatch) -> None:
    path = shutil.copytree(STUDY, tmp_path / "vpvkac", ignore=shutil.ignore_patterns(".atbalss*"))

    def built() -> str:
        parts, found = pieces(open_study(path))
        assert not found
        return repr(plan.build(parts, ("lv",)).documents["lv"])

    first = built()
    assert "Atvērtās atbildes: 649" in first
    read: list[str] = []
    plain = coding.read_decisions
    monkeypatch.setattr(
        coding, "read_decisions", lambda *args: (read.append(args[1]), plain(*args))[1]
    )
    text = path / "report.lv.md"
    text.write_text(text.read_text("utf-8") + "\n\nVēl viens teikums.\n", "utf-8")
    assert "Vēl viens teikums" in built() and not read
    file = path / "waves" / "2024" / "coding.csv"
    row = next(
        line for line in file.read_text("utf-8").splitlines() if line.startswith("positives")
    )
    cells = row.split(",")
    cells[3:6] = ["everything_good", "zane (atdarināta)", "2024-12-01T09:00:00Z"]
    cells[6:9] = ["adjudicated", "3", ""]
    file.write_text(file.read_text("utf-8") + ",".join(cells) + "\n", "utf-8")
    assert built() != first and read == ["2024"]  # a decision more is counted
