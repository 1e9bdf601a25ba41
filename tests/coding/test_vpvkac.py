"""The study of the centres coded by decisions: the same tables, the method and the frames told."""

from __future__ import annotations

import csv
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from atbalss.coding.decisions import Decision, Origin
from atbalss.folder import open_study, pieces
from atbalss.folder.coding import add_decisions, coding_of
from atbalss.folder.wave_answers import raw_answers
from atbalss.report.coding_block import frame_table, method_words
from atbalss.report.register import Register

STUDY = Path(__file__).parents[2] / "studies" / "vpvkac"
MORNING = datetime(2024, 12, 1, 9, tzinfo=UTC)


def test_decisions_give_the_tables_that_codes_gave(tmp_path: Path) -> None:
    path = shutil.copytree(STUDY, tmp_path / "vpvkac", ignore=shutil.ignore_patterns(".atbalss*"))
    wave = path / "waves" / "2024"
    codes: dict[tuple[str, str], list[str]] = {}
    with (wave / "codes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            codes.setdefault((row["question"], row["id"]), []).append(row["code"])
    folder = open_study(path)
    before = pieces(folder)[0].frames["2024"].data
    (wave / "codes.csv").unlink()
    table, _, _ = raw_answers(wave / "answers.csv", folder.questionnaire, "answers.csv")
    coding, found = coding_of(folder, "2024", table)
    assert not found
    made = []
    for name, answers in coding.answers.items():
        for n, one in enumerate(answers):
            held = tuple(codes[name, one.id])
            first = Decision(name, one.id, one.mark, held, "anna", MORNING + timedelta(seconds=n))
            made.append(first)
            if n % 6 == 0:  # a sixth twice; where they differ, somebody settles it
                later = MORNING + timedelta(hours=3, seconds=n)
                made.append(Decision(name, one.id, one.mark, held[:1], "juris", later))
                if len(held) > 1:
                    settled = later + timedelta(hours=1)
                    made.append(
                        Decision(name, one.id, one.mark, held, "zane", settled, Origin.ADJUDICATED)
                    )
    add_decisions(folder, "2024", made[::-1])  # in whatever order
    folder = open_study(path)
    parts, found = pieces(folder)
    assert not found
    assert before.equals(parts.frames["2024"].data)
    by_name = {one.question: one for one in parts.coded}
    whole = by_name["positives"]
    assert (whole.answers, whole.by_person, whole.double, whole.open) == (142, 142, 24, 0)
    assert whole.adjudicated > 0 and whole.disputed == 0 and 0 < (whole.alpha or 0) < 1
    register = Register("lv", folder.study)
    words, number = method_words(parts.coded, register, "lv", "2024")
    assert words.startswith("Atvērtās atbildes: 649; cilvēka kodētas: 649. Neviena atbilde nav")
    assert register.numbers[number]["value"] == 649
    printed = frame_table(folder.questionnaire.question("improvements"), "lv", invented=True)
    assert printed.rows[0][0].text == "Nosauca vismaz vienu uzlabojamo lietu"  # the net first
    assert len(printed.rows) == 14
