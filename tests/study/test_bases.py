"""On whom a figure is based: "Cits" texts have their parent's base, screening goes unsaid."""

from __future__ import annotations

from atbalss.study.bases import base_question, base_rule
from atbalss.study.codes import Code, CodeList
from atbalss.study.question import Kind, Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import parse, to_xpath

YES_NO = CodeList("yn", (Code("yes"), Code("no"), Code("other")))
CONSENT = Question("S1", Kind.SINGLE, codes=YES_NO, role=Role.SCREENING)
REASON = Question("reason", Kind.MULTIPLE, codes=YES_NO, asked_of=parse("${S1} = 'yes'"))
OTHER = Question(
    "reason_other",
    Kind.TEXT,
    role=Role.OTHER_TEXT,
    relevant=parse("selected(${reason}, 'other')"),
    asked_of=parse("${S1} = 'yes' and selected(${reason}, 'other')"),
)
LATER = Question("later", Kind.TEXT, asked_of=parse("${S1} = 'yes' and ${reason} = 'no'"))
FORM = Questionnaire("f", items=(CONSENT, REASON, OTHER, LATER))


def test_the_text_behind_other_has_the_base_of_its_question():
    assert base_question(FORM, OTHER) is REASON
    assert base_question(FORM, LATER) is LATER


def test_screening_is_left_out_of_the_base():
    assert base_rule(FORM, REASON) is None
    assert base_rule(FORM, OTHER) is None


def test_what_remains_beyond_the_screening_is_kept():
    rule = base_rule(FORM, LATER)
    assert rule is not None
    assert to_xpath(rule) == "${reason} = 'no'"
