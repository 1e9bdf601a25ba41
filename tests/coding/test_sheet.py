"""A study coded by a sheet of Excel: out, filled, back, into tables and the method page."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from atbalss.cli import main
from atbalss.folder import open_study, pieces
from atbalss.folder.codeframes import read_frames, write_frames
from atbalss.folder.start import new_study

TEXTS = ["Vajag uzbrauktuvi", "=1+1", "Viss labi", "strādāt ilgāk", "nav kur sēdēt"]
QUESTION = "improve"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    path = tmp_path / "s"
    new_study(path, year=2026, langs=("lv",))
    questions = open_study(path).questionnaire.questions
    names = [q.name for q in questions if q.kind.value not in ("note",)]
    head = ["id", *names]
    rows = [
        [f"{n:02}", *({QUESTION: text, "visited": "yes"}.get(name, "") for name in names)]
        for n, text in enumerate(TEXTS)
    ]
    lines = [",".join(row) for row in [head, *rows]]
    (path / "waves" / "2026" / "answers.csv").write_text("\n".join(lines) + "\n", "utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *words: object) -> dict:
    code = main(["--ui", "en", *map(str, words), "--json"])
    return {"exit": code, **json.loads(capsys.readouterr().out)}


def fill(file: Path, rows: dict[str, list[str]]) -> None:
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    head = [cell.value for cell in sheet[1]]
    first = head.index("Kods 1") + 1
    for row in range(2, sheet.max_row + 1):
        for at, text in enumerate(rows.get(sheet.cell(row, head.index("id") + 1).value, [])):
            sheet.cell(row, first + at).value = text
    book.save(file)


def test_out_filled_and_back(study: Path, tmp_path: Path, capsys) -> None:
    file = tmp_path / "anna.xlsx"
    made = run(capsys, "code", "export", study, QUESTION, "--coder", "anna", "--to", file)
    assert made["answers"] == len(TEXTS)
    book = openpyxl.load_workbook(file)
    sheet, codes = book.worksheets
    head = [cell.value for cell in sheet[1]]
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    hidden = {head[openpyxl.utils.column_index_from_string(letter) - 1]
              for letter, column in sheet.column_dimensions.items() if column.hidden}  # fmt: skip
    assert {"question", "id", "mark", "seen", "version"} <= hidden
    assert sheet.protection.sheet and not sheet.cell(2, head.index("Kods 1") + 1).protection.locked
    assert sheet.cell(2, 2).protection.locked
    chosen = sheet.data_validations.dataValidation[0]
    assert f"'{codes.title}'!$A$2" in chosen.formula1
    labels = {row[1].value: row[0].value for row in codes.iter_rows(min_row=2)}
    one, two = list(labels)[:2]

    # meanwhile: another coder takes answer 02, somebody corrects the text of 03
    other = tmp_path / "juris.xlsx"
    run(capsys, "code", "export", study, QUESTION, "--coder", "juris", "--to", other)
    fill(other, {"02": [labels[two]]})
    assert run(capsys, "code", "import", study, other, "--coder", "juris")["decisions"] == 1
    answers = study / "waves" / "2026" / "answers.csv"
    answers.write_text(answers.read_text("utf-8").replace("strādāt", "Strādāt"), "utf-8")

    fill(file, {
        "00": [labels[one], labels[two]], "01": [labels[one]], "02": [labels[one]],
        "03": [labels[one]], "04": ["gluži kas cits"],
    })  # fmt: skip
    back = run(capsys, "code", "import", study, file, "--coder", "anna")
    assert back["decisions"] == 2
    told = {item["code"]: item["where"] for item in back["problems"]}
    assert set(told) == {"coding-answer-moved", "coding-text-changed", "coding-unknown-code"}
    assert (told["coding-unknown-code"]["row"], told["coding-unknown-code"]["column"]) == (
        6,
        "Kods 1",
    )
    assert told["coding-text-changed"]["row"] == 5
    foreign = tmp_path / "x.xlsx"
    book = openpyxl.Workbook()
    book.create_sheet("b")
    book.save(foreign)
    strange = run(capsys, "code", "import", study, foreign, "--coder", "anna")
    assert [item["code"] for item in strange["problems"]] == ["exchange-not-a-coding-sheet"]
    again = run(capsys, "code", "import", study, file, "--coder", "anna")
    assert again["decisions"] == 0  # what stands already is not decided twice

    parts, found = pieces(open_study(study))
    data = parts.frames["2026"].data
    assert data[f"{QUESTION}/{one}"].to_list() == [True, True, False, None, None], found
    assert data[f"{QUESTION}/{two}"].to_list() == [True, False, True, None, None]
    counted = parts.coded[0]
    assert (counted.answers, counted.by_person, counted.open, counted.by_machine) == (5, 3, 2, 0)
    assert run(capsys, "code", "status", study)["questions"][0]["by_person"] == 3


def test_a_frame_comes_back_as_it_was_written(study: Path) -> None:
    from datetime import UTC, datetime

    from atbalss.coding import codeframe
    from atbalss.study.codes import Code, Net
    from atbalss.study.texts import Text

    folder = open_study(study)
    frames, found = read_frames(study, folder.questionnaire)
    assert not found
    by = {"who": "anna", "when": datetime(2026, 11, 22, tzinfo=UTC), "note": "pēc 50 atbildēm"}
    name, frame = next(iter(frames.items()))
    first, second = frame.codes.names[:2]
    new = Code(
        "ramp",
        Text.of({"lv": "Uzbrauktuve"}),
        nets=("inner",),
        description=Text.of({"lv": "Iekļūšana | ēkā"}),
        examples=("vajag rampu", "trepes"),
    )
    nets = [Net("outer", Text.of({"lv": "Ēka"}))]
    nets.append(Net("inner", Text.of({"lv": "Ieeja"}), inside="outer"))
    frame = codeframe.merge(frame, [first, second], new, **by)
    frame = codeframe.set_nets(frame, nets, **by)
    frame = codeframe.edit(frame, new, **by)
    write_frames(study, {name: frame}, ["lv"])
    again, found = read_frames(study, open_study(study).questionnaire)
    assert not found
    assert again[name].version == 4
    assert again[name].changes == frame.changes
    ramp = again[name].codes.code("ramp")
    assert (ramp.examples, ramp.description.get("lv"), ramp.label.get("lv")) == (
        new.examples, "Iekļūšana | ēkā", "Uzbrauktuve",
    )  # fmt: skip
    assert codeframe.level(again[name].codes, "inner") == 1


def test_only_released_verbatims_that_were_said_are_quoted(study: Path) -> None:
    from atbalss.coding.answer import Answer
    from atbalss.coding.verbatims import choose
    from atbalss.folder.coding import add_verbatims

    folder = open_study(study)
    one, two = (Answer(QUESTION, f"{n:02}", TEXTS[n]) for n in (0, 2))
    add_verbatims(folder, "2026", [choose(one, [], released=True), choose(two, [])])
    parts, found = pieces(open_study(study))
    assert [quote.text for quote in parts.quotes[QUESTION]] == ["Vajag uzbrauktuvi"]
    assert not [item for item in found if item.code.startswith("coding-")]
    file = folder.wave_file("2026", "verbatims.csv")
    file.write_text(file.read_text("utf-8").replace("Vajag uzbrauktuvi", "Vajag ko citu"), "utf-8")
    _, found = pieces(open_study(study))
    assert "coding-verbatim-other-words" in {item.code for item in found}


def test_the_machine_codes_alone_only_where_the_study_lets_it(study: Path, capsys) -> None:
    from datetime import UTC, datetime

    from atbalss.coding.decisions import Decision
    from atbalss.folder.coding import add_decisions, answers_in
    from atbalss.folder.wave_answers import raw_answers
    from atbalss.report.coding_block import method_words
    from atbalss.report.register import Register

    answers = study / "waves" / "2026" / "answers.csv"
    head, first = answers.read_text("utf-8").splitlines()[:2]
    texts = ["Vajag uzbrauktuvi ratiņiem", "Ilgāks darba laiks vakaros"]
    rows = [first.replace("00,", f"{n:02},").replace(TEXTS[0], texts[n % 2]) for n in range(40)]
    answers.write_text("\n".join([head, *rows]) + "\n", "utf-8")
    folder = open_study(study)
    codes = folder.questionnaire.question(QUESTION).frame.names[:2]
    held = answers_in(raw_answers(answers, folder.questionnaire, "a")[0], QUESTION)
    when = datetime(2026, 11, 22, tzinfo=UTC)
    known = [
        Decision(QUESTION, a.id, a.mark, (codes[n % 2],), "anna", when)
        for n, a in enumerate(held[:30])
    ]
    add_decisions(folder, "2026", known)
    assert main(["--ui", "en", "code", "suggest", str(study), QUESTION, "--keep"]) == 2
    assert "threshold" in capsys.readouterr().out
    about = study / "study.yaml"
    about.write_text(about.read_text("utf-8") + "\ncoding:\n  threshold: 60\n", "utf-8")
    told = run(capsys, "code", "suggest", study, QUESTION)
    best = [next(iter(one["suggestions"].items())) for one in told["answers"]]
    assert [code for code, _ in best] == [codes[n % 2] for n in range(30, 40)]
    assert all(0.6 <= sure < 1 for _, sure in best)
    assert main(["--ui", "en", "code", "suggest", str(study), QUESTION, "--keep"]) == 0
    parts = pieces(open_study(study))[0]
    whole = parts.coded[0]
    assert (whole.by_person, whole.by_machine, whole.open) == (30, 10, 0)
    assert parts.frames["2026"].data[f"{QUESTION}/{codes[0]}"].sum() == 20
    words, _ = method_words(parts.coded, Register("lv", folder.study), "lv", "2026")
    assert "ticamība ir vismaz 60\u00a0%, kodētas: 10." in words
