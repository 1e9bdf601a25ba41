"""Rules as people read them, in three languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rule_strategies import EVERY_KIND, rules

from atbalss.study.codes import Code, CodeList
from atbalss.study.question import Kind, Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rule_atoms import as_rule, statements
from atbalss.study.rule_words import asked_of_words, condition_words, words
from atbalss.study.rules import parse
from atbalss.study.texts import Text


def text(lv, en, ru):
    return Text((("lv", lv), ("en", en), ("ru", ru)))


MODES = CodeList(
    "modes",
    (
        Code("help", text("ar palīdzību", "with help", "с помощью")),
        Code("alone", text("pats", "alone", "сам")),
        Code("paper", text("papīrā", "on paper", "на бумаге")),
    ),
)
FORM = Questionnaire(
    "form",
    langs=("lv", "en", "ru"),
    items=(
        Question("mode", Kind.MULTIPLE, text("Kā pieteicāt?", "How?", "Как?"), codes=MODES),
        Question("how", Kind.SINGLE, text("Kā uzzinājāt?", "Learnt?", "Узнали?"), codes=MODES),
        Question("age", Kind.INTEGER, text("**Vecums**, ${how}", "Age", "Возраст")),
        Question("visit", Kind.DATE, text("Diena", "Day", "День")),
        Question(
            "e_any",
            Kind.CALCULATE,
            calculation=parse("if(selected(${mode}, 'help') or selected(${mode}, 'alone'), 1, 0)"),
        ),
    ),
)


@pytest.mark.parametrize(
    ("rule", "lv", "en", "ru"),
    [
        (
            "selected(${mode}, 'help') or selected(${mode}, 'alone')",
            "tie, kas jautājumā „Kā pieteicāt?“ atbildēja „ar palīdzību“ vai „pats“",
            "those who answered “with help” or “alone” to “How?”",
            "те, кто на вопрос «Как?» ответил «с помощью» или «сам»",
        ),
        (
            "not(selected(${mode}, 'help') or selected(${mode}, 'alone'))",
            "tie, kas jautājumā „Kā pieteicāt?“ neatzīmēja ne „ar palīdzību“, ne „pats“",
            "those who did not select “with help” or “alone” in “How?”",
            "те, кто в вопросе «Как?» не отметил ни «с помощью», ни «сам»",
        ),
        (
            "${e_any} = 0",
            "tie, kas jautājumā „Kā pieteicāt?“ neatzīmēja ne „ar palīdzību“, ne „pats“",
            "those who did not select “with help” or “alone” in “How?”",
            "те, кто в вопросе «Как?» не отметил ни «с помощью», ни «сам»",
        ),
        (
            "selected(${mode}, 'help') and selected(${mode}, 'paper')",
            "tie, kas jautājumā „Kā pieteicāt?“ atbildēja gan „ar palīdzību“, gan „papīrā“",
            "those who answered both “with help” and “on paper” to “How?”",
            "те, кто на вопрос «Как?» ответил и «с помощью», и «на бумаге»",
        ),
        (
            "${how} != 'paper'",
            "tie, kas jautājumā „Kā uzzinājāt?“ neatbildēja „papīrā“",
            "those who did not answer “on paper” to “Learnt?”",
            "те, кто на вопрос «Узнали?» не ответил «на бумаге»",
        ),
        (
            "${age} >= 18 and ${age} <= 74",
            "tie, kas jautājumā „Vecums, …“ norādīja no 18 līdz 74",
            "those who gave from 18 to 74 in answer to “Age”",
            "те, кто в вопросе «Возраст» указал от 18 до 74",
        ),
        (
            "count-selected(${mode}) > 1",
            "tie, kas jautājumā „Kā pieteicāt?“ atzīmēja vairāk nekā 1 atbildi",
            "those who selected more than 1 answer in “How?”",
            "те, кто в вопросе «Как?» отметил больше 1 ответа",
        ),
        (
            "${how} != ''",
            "tie, kas atbildēja uz jautājumu „Kā uzzinājāt?“",
            "those who answered “Learnt?”",
            "те, кто ответил на вопрос «Узнали?»",
        ),
        (
            "${visit} <= today()",
            "tie, kas jautājumā „Diena“ norādīja datumu ne vēlāku par šodienu",
            "those who gave a date that is not later than today in answer to “Day”",
            "те, кто в вопросе «День» указал дату не позже сегодняшнего дня",
        ),
        (
            "${age} < 30 and ${how} = 'alone' or ${how} = ''",
            "tie, kas jautājumā „Vecums, …“ norādīja mazāk nekā 30 un jautājumā „Kā uzzinājāt?“ "
            "atbildēja „pats“, vai tie, kas neatbildēja uz jautājumu „Kā uzzinājāt?“",
            "those who gave less than 30 in answer to “Age” and answered “alone” to “Learnt?”, "
            "or those who did not answer “Learnt?”",
            "те, кто в вопросе «Возраст» указал меньше 30 и на вопрос «Узнали?» ответил «сам», "
            "или те, кто не ответил на вопрос «Узнали?»",
        ),
        (
            "${age} < 30 and (${how} = 'alone' or selected(${mode}, 'paper'))",
            "tie, kas jautājumā „Vecums, …“ norādīja mazāk nekā 30 un vai nu jautājumā "
            "„Kā uzzinājāt?“ atbildēja „pats“, vai jautājumā „Kā pieteicāt?“ atbildēja „papīrā“",
            "those who gave less than 30 in answer to “Age” and either answered “alone” to "
            "“Learnt?” or answered “on paper” to “How?”",
            "те, кто в вопросе «Возраст» указал меньше 30 и либо на вопрос «Узнали?» ответил "
            "«сам», либо на вопрос «Как?» ответил «на бумаге»",
        ),
        (
            "not(${age} * 2 > 50)",
            "tie, kas neatbilst nosacījumam „${age} * 2 > 50“",
            "those who do not meet the condition “${age} * 2 > 50”",
            "те, кто не отвечает условию «${age} * 2 > 50»",
        ),
        ("true() or ${age} > 3", "visi respondenti", "all respondents", "все респонденты"),
    ],
)
def test_whom_a_question_is_asked(rule, lv, en, ru):
    found = [asked_of_words(parse(rule), FORM, lang) for lang in ("lv", "en", "ru")]
    assert found == [lv, en, ru]


def test_no_rule_is_everybody():
    assert asked_of_words(None, FORM, "lv") == "visi respondenti"


def test_that_respondents_passed_the_screening_is_not_said():
    consent = replace(FORM.question("how"), name="consent", role=Role.SCREENING)
    form = replace(FORM, items=(consent, *FORM.items))
    agreed = "${consent} = 'paper'"
    assert asked_of_words(parse(agreed), form, "en") == "all respondents"
    both = parse(f"{agreed} and ${{age}} > 3")
    assert asked_of_words(both, form, "en") == "those who gave more than 3 in answer to “Age”"
    refused = asked_of_words(parse(f"not({agreed})"), form, "en")
    assert refused == "those who did not answer “on paper” to “Learnt?”"
    assert "Learnt" in condition_words(both, form, "en")


@pytest.mark.parametrize(
    ("rule", "lv", "en", "ru"),
    [
        (
            "${how} = 'paper'",
            "ja jautājumā „Kā uzzinājāt?“ atbildēts „papīrā“",
            "if “Learnt?” is answered “on paper”",
            "если на вопрос «Узнали?» дан ответ «на бумаге»",
        ),
        (
            "count-selected(${mode}) >= 2",
            "ja jautājumā „Kā pieteicāt?“ atzīmēto atbilžu skaits ir vismaz 2",
            "if the number of answers selected in “How?” is at least 2",
            "если число отмеченных ответов в вопросе «Как?» — не меньше 2",
        ),
    ],
)
def test_conditions(rule, lv, en, ru):
    found = [condition_words(parse(rule), FORM, lang) for lang in ("lv", "en", "ru")]
    assert found == [lv, en, ru]


@pytest.mark.parametrize(
    ("rule", "lv", "en", "ru"),
    [
        (
            ".>=1 and .<=10",
            "atbilde ir no 1 līdz 10",
            "the answer is from 1 to 10",
            "ответ — от 1 до 10",
        ),
        (
            "string-length(.) <= 5",
            "atbildes garums rakstzīmēs ir ne vairāk kā 5",
            "the length of the answer in characters is at most 5",
            "длина ответа в знаках — не больше 5",
        ),
        (
            "selected(., 'paper')",
            "ir atzīmēts „papīrā“",
            "“on paper” is selected",
            "отмечено «на бумаге»",
        ),
    ],
)
def test_constraints(rule, lv, en, ru):
    mode = FORM.question("mode")
    found = [words(parse(rule), FORM, lang, own=mode) for lang in ("lv", "en", "ru")]
    assert found == [lv, en, ru]


@given(rules(own=True, columns=True, impure=True), st.sampled_from(["lv", "en", "ru", "de"]))
def test_every_rule_has_words(rule, lang):
    for said in (
        asked_of_words(rule, EVERY_KIND, lang),
        condition_words(rule, EVERY_KIND, lang),
        words(rule, EVERY_KIND, lang),
    ):
        assert said.strip()
        assert "{x}" not in said and "{q}" not in said
    as_rule(statements(rule, EVERY_KIND))
