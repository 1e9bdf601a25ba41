"""The study of the centres as its invented coders left it: counted, told, read once."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from atbalss import plan
from atbalss.cli import main
from atbalss.coding import pack
from atbalss.coding.codeframe import carry
from atbalss.coding.decisions import Origin
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


def test_cits_that_is_an_option_moves_figure_and_annex_and_keeps_the_words(tmp_path: Path) -> None:
    path = shutil.copytree(STUDY, tmp_path / "vpvkac", ignore=shutil.ignore_patterns(".atbalss*"))
    option = "vid_annual_income_decl"

    def counted() -> tuple[dict[str, int], list[str | None]]:
        parts, found = pieces(open_study(path))
        assert not found
        data = parts.frames["2024"].data
        columns = [f"services/{option}", "services/other", "services_other/residence_decl"]
        return {name: int(data[name].sum()) for name in columns}, data["services_other"].to_list()

    before, words = counted()
    folder = open_study(path)
    table, _, _ = raw_answers(WAVE / "answers.csv", folder.questionnaire, "answers.csv")
    held, _ = coding_of(folder, "2024", table)
    said = dict(table.select("id", "services").iter_rows())
    one = next(
        one
        for one in held.standings("services_other")
        if one.codes == ("residence_decl",)
        and option not in said[one.answer.id].split()
        and "other" in said[one.answer.id].split()
        and "other_state" not in said[one.answer.id].split()
    )
    last = one.held[0]
    when = max(item.when for item in held.decisions) + timedelta(hours=1)
    made = replace(
        last,
        codes=(f"services/{option}",),
        when=when,
        origin=Origin.ADJUDICATED,
        who="zane (atdarināta)",
        segments=(),
    )
    coding.add_decisions(folder, "2024", [made])
    after, kept = counted()
    assert after == {
        f"services/{option}": before[f"services/{option}"] + 1,  # figure 4
        "services/other": before["services/other"] - 1,
        "services_other/residence_decl": before["services_other/residence_decl"] - 1,  # annex 1
    }
    assert kept == words  # what was said stays as it was said
    parts, _ = pieces(open_study(path))
    assert {one.question: one.upcoded for one in parts.coded}["services_other"] == 1
    told = repr(plan.build(parts, ("lv",)).documents["lv"])
    share = plan.cells(parts).share("services", option, "2024").value
    assert share == after[f"services/{option}"] / 142 and "Atvērtās atbildes: 649" in told
