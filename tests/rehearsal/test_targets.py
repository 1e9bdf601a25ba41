"""Respondents to targets on a tiny study: met at once, routes kept, contradictions named."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.rehearsal.tiny import CONTEXT, replay, targets, tiny

from atbalss.rehearsal.solve import refused, solve
from atbalss.rehearsal.tally import tally
from atbalss.rehearsal.targets import Leaning, Target, expand, holds, read

FEASIBLE = (
    "how,web,share,41",
    "how,desk,share,45",
    "how,person,share,59",
    "score,,mean,2.4",
    "score,high,share,51",
    "why,easy,share,60",
    "why,skills,share,38",
    "why_other,printer,share,5",
    "sex,f,share,71",
    "how,web,share,50,,sex=m",
)


def codes_of(found):
    return [item.code for item in found]


def test_all_targets_are_met_at_once():
    form = tiny()
    made, found = solve(form, targets(form, *FEASIBLE), 100, 1, CONTEXT)
    assert made is not None
    assert "rehearsal-targets-contradict" not in codes_of(found)
    assert "rehearsal-target-missed" not in codes_of(found)
    assert len(made.records) == 100
    assert all(met for _, _, met in tally(form, made.records, made.codes, targets(form, *FEASIBLE)))


def test_every_interview_is_one_that_the_questionnaire_accepts():
    form = tiny()
    made, _ = solve(form, targets(form, *FEASIBLE), 100, 1, CONTEXT)
    for record in made.records:
        assert ("score" in record.answers) == ("web" in record.answers["how"])
        assert ("why" in record.answers) == ("web" not in record.answers["how"])
        replay(form, record)


def test_the_same_seed_gives_the_same_people_and_another_seed_others():
    form = tiny()
    given = targets(form, *FEASIBLE)
    first, _ = solve(form, given, 100, 1, CONTEXT)
    again, _ = solve(form, given, 100, 1, CONTEXT)
    other, _ = solve(form, given, 100, 2, CONTEXT)
    assert first == again
    assert first != other


def test_figures_that_cannot_all_be_true_are_named_and_only_those():
    form = tiny()
    given = targets(form, "sex,f,share,71", "how,web,share,40", "sex,m,share,40")
    made, found = solve(form, given, 100, 1, CONTEXT)
    clash = [item for item in found if item.code == "rehearsal-targets-contradict"]
    assert len(clash) == 1
    assert dict(clash[0].args)["rows"] == "2, 4"
    assert made is not None
    met = {(t.question, t.code): m for t, _, m in tally(form, made.records, made.codes, given)}
    assert met["how", "web"] and met["sex", "f"] and not met["sex", "m"]


def test_two_contradictions_are_both_named():
    form = tiny()
    given = targets(
        form, "sex,f,share,71", "sex,m,share,40", "how,web,share,10", "how,web,share,20"
    )
    _, found = solve(form, given, 100, 1, CONTEXT)
    rows = [dict(p.args)["rows"] for p in found if p.code == "rehearsal-targets-contradict"]
    assert rows == ["4, 5", "2, 3"]


def test_a_documented_choice_is_followed_and_told():
    form = tiny()
    given = targets(form, "sex,f,share,71", "sex,f,share,98,,,leave,Kopsavilkumā citādi")
    made, found = solve(form, given, 100, 1, CONTEXT)
    assert codes_of(found) == ["rehearsal-target-left"]
    assert "Kopsavilkumā citādi" in found[0].sentence("lv")
    assert sum(r.answers["sex"] == "f" for r in made.records) == 71


def test_a_figure_left_without_need_is_told():
    form = tiny()
    given = targets(form, "sex,f,share,71", "how,web,share,30,,,leave,Nepatika")
    _, found = solve(form, given, 100, 1, CONTEXT)
    assert codes_of(found) == ["rehearsal-target-left-needlessly"]


def test_an_impossible_crossing_is_named_with_its_margins():
    form = tiny()
    given = targets(
        form, "how,web,share,41", "sex,f,share,64", "how,web,share,79,,sex=f,leave,Neiespējami"
    )
    _, found = solve(form, given, 142, 1, CONTEXT)
    assert codes_of(found) == ["rehearsal-target-left"]
    assert dict(found[0].args)["rows"] == "2, 3"


def test_where_rounding_needs_a_smaller_base_somebody_refuses():
    form = tiny()
    # 57 + 35 + 9 = 101: of 142 they would be 143 persons, of 141 they are 141
    given = targets(form, "sex,f,share,57", "sex,m,share,35", "sex,x,share,9")
    made, found = solve(form, given, 142, 1, CONTEXT)
    needs = [p for p in found if p.code == "rehearsal-targets-need-refusals"]
    assert [dict(p.args)["rows"] for p in needs] == ["2, 3, 4"]
    assert made is not None
    assert refused(form, made.records) == {"sex": 1}


def test_the_text_behind_cits_is_a_share_of_all_who_were_asked():
    form = tiny()
    made, _ = solve(
        form, targets(form, "how,web,share,0", "why_other,printer,share,5"), 100, 1, CONTEXT
    )
    assert sum(code == "printer" for _, _, code in made.codes) == 5


def test_answers_that_lean_alike_go_together():
    form = tiny()
    leanings = (
        Leaning("sex", "f", "digital", 1.0),
        Leaning("how", "web", "digital", 1.0),
        Leaning("how", "desk", "digital", -1.0),
    )
    given = targets(form, "sex,f,share,50", "how,web,share,50", "how,person,share,50")
    made, _ = solve(form, given, 200, 3, CONTEXT, leanings)
    women = [r for r in made.records if r.answers["sex"] == "f"]
    assert sum("web" in r.answers["how"] for r in women) > 60


@pytest.mark.parametrize(
    ("value", "met"),
    [("35.5", True), ("36.49", True), ("36.5", False), ("35.49", False)],
)
def test_printed_means_half_up_on_exact_values(value, met):
    target = Target("q", "c", "share", Fraction(36), Fraction(1, 2))
    assert holds(target, Fraction(value)) is met


def test_a_star_stands_for_codes_without_a_share_of_their_own():
    form = tiny()
    given = targets(form, "how,web,share,40", "how,*,max_share,39")
    codes = [t.code for t in expand(given, form) if t.measure == "max_share"]
    assert codes == ["desk", "phone"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("hwo,web,share,40", "rehearsal-target-question"),
        ("how,webb,share,40", "rehearsal-target-code"),
        ("how,web,part,40", "rehearsal-target-measure"),
        ("how,web,share,forty", "rehearsal-target-number"),
        ("how,,mean,2", "rehearsal-target-no-scale"),
        ("how,web,share,40,,,leave", "rehearsal-target-no-reason"),
        ("how,web,share,40,,,maybe", "rehearsal-target-choice"),
        ("how,web,share,40,,sexx=f", "rehearsal-target-question"),
    ],
)
def test_a_wrong_row_is_told_with_its_place(row, code):
    header = "question,code,measure,value,rounding,among,choice,reason,source\n"
    found, problems = read(header + row + "," * (8 - row.count(",")) + "\n", tiny())
    assert found == ()
    assert [(p.code, p.where.row) for p in problems] == [(code, 2)]


def test_targets_of_screening_questions_cannot_be_counted():
    form = tiny()
    _, found = solve(form, targets(form, "ok,yes,share,100"), 10, 1, CONTEXT)
    assert codes_of(found) == ["rehearsal-target-not-countable"]
