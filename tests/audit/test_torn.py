"""What found reports taught: torn text, series, counts in brackets; nothing ends the program."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from atbalss.audit.claims import Claims
from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

HERE = Path(__file__).parents[1] / "reference" / "audit"
METHOD = "In May 2024 we interviewed 480 patients. The margin of error is 4.5 points.\n\n"


def rules(words, name="x.txt"):
    return [item.rule for item in audit(read_plain(name, words))]


def test_in_text_torn_out_of_drawings_no_share_is_held_against_another():
    labels = ("Agree", "Disagree", "Cannot say")
    chart = "\n\n".join(
        f"{label} {30 + n * k}%" for n in range(8) for k, label in enumerate(labels)
    )
    text = read_plain("x.txt", f"{METHOD}{chart}\n\nThe clinics are open. They are warm.\n")
    assert Claims(text).scattered
    assert audit(text) == []


@pytest.mark.parametrize(
    "words",
    [
        # the number in brackets is of those who said so
        "Positive 82% (n=63), neutral 14% (n=11) and negative 4% (n=3) came from the patients.",
        "There were 48 nurses in the study. Eighty-one per cent (n=39) said that it had helped.",
        "Only 11 per cent of patients spoke well of it. Of them eight per cent call it good.",
        # no superlative
        "It shows that, for our patients at least, the phone is used by 62% and the web by 40%.",
        # one of several, and no two
        "Patients like such things as the garden (40%), the music (30%) and the library (12%).",
        # one print for each
        "Patients came from the town (35%), the county (22%), Norway (6%) and Finland (6%).",
    ],
)  # fmt: skip
def test_sound_sentences_of_found_reports_are_not_blamed(words):
    found = [rule for rule in rules(METHOD + words) if not rule.startswith(("missing", "small"))]
    assert found == []


def test_items_of_one_list_are_of_different_things():
    items = (("ward", 58), ("outpatient", 39), ("emergency", 37))
    listed = "".join(
        f"- {n} percent of {who} nurses use the new record with the old one.\n" for who, n in items
    )
    assert "two-values" not in rules(f"# Records\n\n{METHOD}{listed}", "x.md")


def test_sentences_that_give_several_answers_side_by_side_are_of_different_things():
    words = (
        "Ar ēdienu apmierināti 64,4 % klientu, neapmierināti 3,3 %, daļēji apmierināti 31,6 %.\n"
        "Ar vietu apmierināti 92,2 % klientu, neapmierināti 3,3 %, daļēji apmierināti 4,5 %.\n"
    )
    assert "two-values" not in rules(f"Aptaujāti 900 klienti.\n\n{words}")


def test_most_of_is_no_growth():
    words = "Aptaujāti 57 lasītāji. Lielākā daļa ir jaunieši: 29 (51 %), citi ir vecāki: 28 (49 %)."
    assert "untested-change" not in rules(words)


def reports():
    return [path.read_text(encoding="utf-8") for path in sorted(HERE.glob("blind/*/*.*"))[:40]]


@pytest.mark.parametrize("seed", range(40))
def test_no_report_however_spoilt_ends_the_program(seed):
    chance = random.Random(seed)
    lines, others = (chance.choice(reports()).split("\n") for _ in range(2))
    for _ in range(12):
        at = chance.randrange(len(lines))
        lines[at : at + 1] = chance.choice(
            (
                [],
                [lines[at], chance.choice(others)],
                [re.sub(r"\d+", lambda _: chance.choice(("0", "1", "999", "20245")), lines[at])],
                [lines[at].replace(" ", chance.choice(("\t", "\u00a0", "  ")))],
                [lines[at][: chance.randrange(len(lines[at]) + 1)]],
            )
        ) or [""]
    words = "\n".join(lines)
    for name in ("x.txt", "x.md"):
        audit(read_plain(name, words))
    audit(read_plain("x.txt", ""))


def test_in_a_table_of_two_rows_a_count_is_of_its_own_share():
    table = "| Answer | % | Count |\n|---|---|---|\n| Yes | 73.91% | 17 |\n| No | 26.09% | 6 |\n"
    found = rules(f"# Ward\n\n{METHOD}Did the nurse come? One answer.\n\n{table}", "x.md")
    assert "small-cell" not in found


def test_a_point_of_a_scale_is_no_person():
    asked = (
        "Jautājums: Cik apmierināts Jūs bijāt? Vērtējiet no 1 līdz 5, kur 1 ir „neapmierināts“ un 5"
    )
    words = f"Aptaujāti 388 iedzīvotāji.\n\n{asked} – „ļoti apmierināts“, 382 atbildes.\n"
    assert "small-cell" not in rules(words)


def test_a_cell_without_a_number_beside_counts_breaks_nothing():
    table = "|  | All |\n|---|---|\n| n | 262 |\n| Later | – |\n| Yes | 158 |\n| No | 40 |\n"
    assert "two-values" not in rules(f"# Ward\n\nWe asked 262 readers.\n\n{table}", "x.md")
