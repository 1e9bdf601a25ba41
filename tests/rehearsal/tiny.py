"""A tiny study for the tests of targets: a route, a multiple choice, a scale, "Cits" coded."""

from __future__ import annotations

from atbalss.answers.evaluate import Context
from atbalss.answers.record import Record, as_text
from atbalss.exchange.xlsform import read_questionnaire
from atbalss.exchange.xlsform_markdown import read_markdown
from atbalss.interview.accept import accept, begin
from atbalss.interview.path import path
from atbalss.problems import errors
from atbalss.rehearsal.targets import read
from atbalss.study.question import Kind
from atbalss.study.questionnaire import Questionnaire

FORM = """## survey

| type | name | label::Latviešu (lv) | relevant | required | role | codeframe |
| --- | --- | --- | --- | --- | --- | --- |
| select_one yn | ok | Vai piekrītat? |  | yes | screening |  |
| select_multiple how | how | Kā pieteicāt? | ${ok} = 'yes' | yes |  |  |
| select_one scale | score | Kā vērtējat? | selected(${how}, 'web') | yes |  |  |
| select_multiple why | why | Kāpēc? | ${ok} = 'yes' and not(selected(${how}, 'web')) | yes |  |  |
| text | why_other | Kāds cits iemesls? | selected(${why}, 'other') | yes | other_text | whys |
| select_one sex | sex | Dzimums | ${ok} = 'yes' | yes | demographic |  |

## choices

| list_name | name | label::Latviešu (lv) | score | exclusive | missing | role | net | band |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| yn | yes | Jā |  |  |  |  |  |  |
| yn | no | Nē |  |  |  |  |  |  |
| how | web | Tīmeklī |  |  |  |  |  |  |
| how | desk | Klātienē |  |  |  |  | person |  |
| how | phone | Pa tālruni |  |  |  |  | person |  |
| how | refused | Atteicās |  | yes | refused |  |  |  |
| scale | 1 | 1 | 1 |  |  |  |  | low |
| scale | 2 | 2 | 2 |  |  |  |  | low |
| scale | 3 | 3 | 3 |  |  |  |  | high |
| scale | dk | Grūti pateikt |  |  | dont_know |  |  |  |
| why | easy | Ērtāk |  |  |  |  |  |  |
| why | skills | Nav prasmju |  |  |  |  |  |  |
| why | other | Cits |  |  |  | other |  |  |
| why | refused | Atteicās |  | yes | refused |  |  |  |
| sex | f | Sieviete |  |  |  |  |  |  |
| sex | m | Vīrietis |  |  |  |  |  |  |
| sex | x | Cits |  |  |  | other |  |  |
| sex | refused | Atteicās |  |  | refused |  |  |  |

## nets

| list_name | name | label_lv |
| --- | --- | --- |
| how | person | Ar cilvēku |
| scale | low | Zems |
| scale | high | Augsts |
"""
FRAMES = """## choices

| list_name | name | label::Latviešu (lv) |
| --- | --- | --- |
| whys | printer | Nav printera |
| whys | language | Valoda |
"""
CONTEXT = Context()


def tiny() -> Questionnaire:
    book, _ = read_markdown(FORM)
    frames, _ = read_markdown(FRAMES)
    made, found = read_questionnaire(
        book, frames, file="questionnaire.md", name="tiny", default_lang="lv"
    )
    assert made is not None and not errors(found), [p.sentence() for p in found]
    return made


def targets(questionnaire: Questionnaire, *rows: str):
    """Targets from rows `question,code,measure,value[,rounding,among,choice,reason]`."""
    header = "question,code,measure,value,rounding,among,choice,reason,source"
    lines = [row + "," * (header.count(",") - row.count(",")) for row in rows]
    found, problems = read("\n".join([header, *lines]) + "\n", questionnaire)
    assert not problems, [p.sentence() for p in problems]
    return found


def replay(questionnaire: Questionnaire, record: Record, context: Context = CONTEXT) -> Record:
    """Say a record's answers again in a real interview: every one must be taken, none left over."""
    said = begin(questionnaire, record.id, context, lang="lv")
    while (name := path(questionnaire, said, context).next) is not None:
        question = questionnaire.question(name)
        if question.kind is Kind.NOTE:
            taken = accept(questionnaire, said, name, None, "lv", context)
        else:
            taken = accept(
                questionnaire, said, name, as_text(record.answers.get(name)), "lv", context
            )
        assert not taken.problems, (record.id, name, [p.sentence() for p in taken.problems])
        assert taken.record is not said, (record.id, name)
        said = taken.record
    left = set(record.answers) - set(path(questionnaire, said, context).reached)
    assert not left, (record.id, left)
    return said
