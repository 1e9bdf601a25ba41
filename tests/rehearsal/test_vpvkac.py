"""The invented VPVKAC answers: made again identically, meet every target, pass the interview."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import pytest
from tests.rehearsal.tiny import CONTEXT, replay

from atbalss.answers.record import Record, from_text
from atbalss.cli.rehearse import invented_coding
from atbalss.coding.apply import rows
from atbalss.folder import open_study, pieces
from atbalss.folder.coding import coding_of
from atbalss.folder.wave_answers import raw_answers
from atbalss.plan import cells
from atbalss.rehearsal.published import _printed, compare, demand, read_readings, read_rows
from atbalss.rehearsal.solve import refused, solve
from atbalss.rehearsal.tally import tally
from atbalss.rehearsal.targets import FOLLOW, expand, read, read_leanings
from atbalss.rehearsal.written import answers_csv, coding_csv

STUDY = Path(__file__).resolve().parents[2] / "studies" / "vpvkac"
WAVE = STUDY / "waves" / "2024"
SEED = 2024


def text_of(path):
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def folder():
    return open_study(STUDY)


@pytest.fixture(scope="module")
def given(folder):
    found, problems = read(text_of(STUDY / "targets.csv"), folder.questionnaire)
    assert not problems
    return found


@pytest.fixture(scope="module")
def records(folder):
    made = []
    for row in csv.DictReader(text_of(WAVE / "answers.csv").splitlines()):
        own = row.pop("id")
        answers = {
            name: from_text(folder.questionnaire.question(name), cell)
            for name, cell in row.items()
            if cell
        }
        made.append(Record(own, answers, lang="lv"))
    return made


@pytest.fixture(scope="module")
def codes(folder):
    table, _, _ = raw_answers(WAVE / "answers.csv", folder.questionnaire, "answers.csv")
    coding, problems = coding_of(folder, "2024", table)
    assert not problems
    return [row for name in coding.tasks for row in rows(coding.standings(name))]


def test_every_target_that_is_followed_is_met(folder, given, records, codes):
    wanted = [t for t in expand(given, folder.questionnaire) if t.choice == FOLLOW]
    assert len(wanted) > 150
    missed = [
        (target.words(), ours)
        for target, ours, met in tally(folder.questionnaire, records, codes, wanted)
        if not met
    ]
    assert missed == []


def test_every_record_goes_through_the_interview(folder, records):
    assert len(records) == 142
    for record in records:
        replay(folder.questionnaire, record)


def test_the_files_are_made_again_identically_and_contradictions_named(folder, given, codes):
    leanings, problems = read_leanings(text_of(STUDY / "leanings.csv"), folder.questionnaire)
    assert not problems
    made, found = solve(folder.questionnaire, given, 142, SEED, CONTEXT, leanings)
    assert made is not None
    assert answers_csv(folder.questionnaire, made) == text_of(WAVE / "answers.csv")
    assert sorted(made.codes) == sorted(codes)  # to the code, whatever the coders went through
    assert coding_csv(invented_coding(folder, made, SEED)) == text_of(WAVE / "coding.csv")
    told = [(p.code, p.sentence("lv")) for p in found]
    left = [words for code, words in told if code == "rehearsal-target-left"]
    assert [words.split()[0] for words in left] == [
        "eaddress_nonuse=no_need",
        "eaddress=uses",
        "eaddress=uses",
    ]
    needs = [words for code, words in told if code == "rehearsal-targets-need-refusals"]
    assert len(needs) == 2
    assert any("ibank_use=weekly_net 57" in words for words in needs)
    assert any("reasons_no_e_other=not_available_online 6" in words for words in needs)
    assert len(told) == len(left) + len(needs)
    assert refused(folder.questionnaire, made.records) == {"reasons_no_e": 1, "ibank_use": 1}


def test_the_report_meets_all_published_figures_but_the_impossible(folder, given):
    printed = read_rows(text_of(STUDY / "published_figures.csv"), "2024")
    readings = read_readings(text_of(STUDY / "published_reading.csv"))
    parts, problems = pieces(folder)
    assert not problems
    found = compare(
        printed,
        cells(parts, demand(printed, readings)),
        folder.study,
        folder.questionnaire,
        readings,
        given,
    )
    assert len(found.outcomes) == 247
    assert found.by_measure() == {
        "share": (168, 171),
        "mean": (13, 13),
        "diff": (43, 44),
        "count": (19, 19),
    }
    missed = {(o.row.variable, o.row.category, o.row.value) for o in found.outcomes if not o.met}
    assert missed == {
        ("eaddress_nonuse", "no_need", "98"),
        ("eaddress_by_eid", "smart_id", "79"),
        ("eaddress_by_eid", "eid_card", "79"),
        ("reasons_no_e", "net_insufficient_skills", "-5"),
    }
    assert all(o.why for o in found.outcomes if not o.met)


@pytest.mark.parametrize(
    ("value", "digits", "words"),
    [
        (Fraction(57, 2), 0, "+29"),
        (Fraction(-57, 2), 0, "-29"),
        (Fraction(725, 100), 1, "+7.3"),
        (Fraction(1, 3), 0, "0"),
    ],
)
def test_published_figures_are_met_only_where_the_report_prints_them(value, digits, words):
    assert _printed(value, digits, signed=True) == words
