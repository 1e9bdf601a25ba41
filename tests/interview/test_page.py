"""What is shown: fills, options in their order, grids and pages."""

from dataclasses import replace

from atbalss.answers.evaluate import Context
from atbalss.answers.record import Record
from atbalss.interview.accept import accept
from atbalss.interview.page import page
from atbalss.interview.pipe import fill
from atbalss.study.codes import Code, CodeList, CodeRole, Missing
from atbalss.study.question import Group, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import parse
from atbalss.study.texts import Text

CONTEXT = Context(seed=11)


def t(lv: str, en: str = "") -> Text:
    return Text.of({"lv": lv, "en": en})


LONG = CodeList(
    "l",
    (
        *(Code(f"c{n}", t(f"Atbilde {n}", f"Answer {n}")) for n in range(8)),
        Code("other", t("Cits"), role=CodeRole.OTHER),
        Code("none", t("Neviens"), exclusive=True),
        Code("98", t("Grūti pateikt"), missing=Missing.DONT_KNOW),
    ),
)


def test_fills_are_labels_in_the_language_and_plain_text():
    questionnaire = Questionnaire(
        "t",
        langs=("lv", "en"),
        items=(
            Question("a", Kind.MULTIPLE, codes=LONG),
            Question("n", Kind.DECIMAL),
            Question("said", Kind.TEXT),
        ),
    )
    answers = {"a": ("c1", "c2"), "n": 2.5, "said": "<b>${n}</b>"}
    text = t("[${a}] ${n} ${ said } ${zzz}.", "[${a}] ${n}")
    lv, en = (fill(text, questionnaire, answers, Context(lang=lang)) for lang in ("lv", "en"))
    assert lv == "[Atbilde 1, Atbilde 2] 2,5 <b>${n}</b> ."
    assert en == "[Answer 1, Answer 2] 2.5"


def test_a_random_order_is_kept_for_a_respondent_and_last_options_stay_last():
    asked = Question("q", Kind.SINGLE, codes=LONG, randomize=True)
    questionnaire = Questionnaire("t", items=(asked,))
    seen = [
        [o.code for o in page(questionnaire, Record(f"r{n}"), "q", "lv", CONTEXT).items[0].options]
        for n in (1, 1, 2)
    ]
    assert seen[0] == seen[1] != seen[2]
    assert sorted(seen[0]) == sorted(LONG.names)
    assert all(order[-3:] == ["other", "none", "98"] for order in seen)
    record = accept(questionnaire, Record("r1"), "q", "c3", "lv", CONTEXT).record
    assert list(record.orders["q"]) == seen[0]
    later = page(questionnaire, record, "q", "lv", Context(seed=99)).items[0]
    assert [option.code for option in later.options] == seen[0]
    assert (later.answer, later.answer_words) == ("c3", "Atbilde 3")


def test_a_grid_is_one_page_with_one_order_and_only_its_reached_items():
    first = Question("g1", Kind.SINGLE, codes=LONG, randomize=True, grid="g", groups=("top", "g"))
    second = replace(first, name="g2")
    rule = parse("${g1} = 'c1'")
    third = replace(first, name="g3", relevant=rule, asked_of=rule)
    grid = Group("g", (first, second, third), t("Vērtējums"), is_grid=True)
    questionnaire = Questionnaire("t", items=(Group("top", (grid,), t("Daļa")),))
    shown = page(questionnaire, Record("r1"), "g2", "lv", CONTEXT)
    assert (shown.name, shown.is_grid, shown.titles) == ("g", True, ("Daļa", "Vērtējums"))
    assert [item.name for item in shown.items] == ["g1", "g2"]
    assert len({tuple(o.code for o in item.options) for item in shown.items}) == 1
    record = accept(questionnaire, Record("r1"), "g1", "c1", "lv", CONTEXT).record
    assert len(page(questionnaire, record, "g", "lv", CONTEXT).items) == 3


def test_a_default_is_shown_but_is_no_answer():
    asked = Question("n", Kind.INTEGER, default=parse("2 + 3"))
    questionnaire = Questionnaire("t", items=(asked,))
    item = page(questionnaire, Record("r1"), "n", "lv", CONTEXT).items[0]
    assert (item.answer, item.is_default) == (5, True)
    assert item.missing == (Missing.DONT_KNOW, Missing.REFUSED)
