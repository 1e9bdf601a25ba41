"""The tiny forms of `tests/questionnaires`, one a feature, read as a user would write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from atbalss.exchange.sheets import Workbook
from atbalss.exchange.xlsform import judge, read_questionnaire
from atbalss.exchange.xlsform_markdown import read_markdown, write_markdown
from atbalss.exchange.xlsform_xlsx import read_xlsx, write_xlsx
from atbalss.problems import errors
from atbalss.study.codes import CodeRole, Missing
from atbalss.study.question import Bounds, Kind, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import Call, Literal, Ref, parse, to_xpath

FORMS = Path(__file__).parent.parent / "questionnaires"
GOOD = sorted(
    file.stem
    for file in FORMS.glob("*.md")
    if file.stem not in {"refused", "own_columns", "own_columns_frames", "README"}
)


def workbook(name: str) -> Workbook:
    made, problems = read_markdown((FORMS / f"{name}.md").read_text(encoding="utf-8"))
    assert problems == []
    return made


def form(name: str, **more: object) -> Questionnaire:
    questionnaire, problems = read_questionnaire(workbook(name), **more)
    assert questionnaire is not None, [item.sentence("en") for item in problems]
    return questionnaire


@pytest.mark.parametrize("name", GOOD)
def test_every_feature_is_read_without_error_and_pyxform_agrees(name):
    form(name)
    assert not errors(judge(workbook(name)))


@pytest.mark.parametrize("name", [*GOOD, "own_columns"])
def test_every_feature_is_the_same_from_excel(name):
    book = workbook(name)
    through, _ = read_xlsx(write_xlsx(book))
    assert through == book
    assert read_markdown(write_markdown(book))[0] == book


def test_select_one():
    question = form("select_one").question("came")
    assert question.kind is Kind.SINGLE
    assert question.codes.names == ("yes", "no")
    assert question.codes.code("yes").label.get("lv") == "Jā"
    assert (question.place.sheet, question.place.row, question.place.line) == ("survey", 2, 7)


def test_select_multiple():
    question = form("select_multiple").question("means")
    assert question.kind is Kind.MULTIPLE
    none = question.codes.code("none")
    assert none.exclusive
    assert none.role is CodeRole.NOTHING
    assert not question.codes.code("eid").exclusive


def test_numbers():
    read = form("numbers")
    kinds = [question.kind for question in read.questions]
    assert kinds == [Kind.INTEGER, Kind.DECIMAL, Kind.RANGE, Kind.INTEGER]
    assert read.question("mood").bounds == Bounds(0, 5, 0.5)
    assert read.question("part").constraint == parse(". >= 0 and . <= 100")


def test_open_and_dates():
    kinds = [question.kind.value for question in form("open_and_dates").questions]
    assert kinds == ["note", "text", "date", "time", "dateTime", "acknowledge"]


def test_groups_join_their_relevance():
    read = form("groups")
    adults, work = read.groups
    assert (adults.is_page, work.is_page) == (False, True)
    where = read.question("where")
    assert where.groups == ("adults", "work")
    assert where.asked_of is not None
    assert to_xpath(where.asked_of) == "${age} >= 18 and ${age} < 65 and ${job} != ''"
    assert to_xpath(where.relevant) == "${job} != ''"


@pytest.mark.parametrize("name", ["grid_table_list", "grid_list_nolabel"])
def test_grids(name):
    read = form(name)
    assert {grid: [q.name for q in items] for grid, items in read.grids.items()} == {
        "sat": ["staff", "rooms"]
    }
    (group,) = read.groups
    assert group.is_grid
    assert group.is_page


def test_the_row_of_labels_is_no_question():
    read = form("grid_list_nolabel")
    assert read.question("sat_head").kind is Kind.NOTE
    assert read.question("more").grid == ""


def test_or_other():
    read = form("or_other")
    why, other = read.questions
    assert why.codes.names == ("pay", "ask", "other")
    assert why.codes.code("other").role is CodeRole.OTHER
    assert why.codes.code("other").label.get("lv") == "Cits"
    assert (other.name, other.kind, other.role) == ("why_other", Kind.TEXT, Role.OTHER_TEXT)
    assert other.asked_of == Call("selected", (Ref("why"), Literal("other")))


def test_choice_filter():
    town = form("choice_filter").question("town")
    assert to_xpath(town.choice_filter) == "region = ${region}"
    assert town.codes.code("cesis").filters["region"] == "vidzeme"


def test_required_and_constraint():
    age, given = form("required_constraint").questions
    assert age.required == Call("true")
    assert age.required_message.get("lv") == "Bez vecuma nevar."
    assert age.constraint_message.get("lv") == "No 18 līdz 110."
    assert to_xpath(age.soft_constraint) == ". < 100"
    assert age.soft_message.get("lv") == "Vai tiešām?"
    assert to_xpath(given.required) == "${age} > 20"


def test_default_and_hint():
    city, day, visits, again = form("default_hint").questions
    assert city.hint.get("lv") == "Pilsēta vai pagasts"
    assert [item.default for item in (city, day, visits, again)] == [
        Literal("Rīga"),
        Call("today"),
        Literal("1"),
        Ref("city"),
    ]


def test_randomize():
    _, came, back = form("randomize").questions
    assert (came.randomize, came.seed) == (True, None)
    assert (back.randomize, back.seed) == (True, Ref("seed_of"))


def test_translations():
    read = form("translations")
    assert read.langs == ("lv", "en", "ru")
    assert (read.name, read.version, read.title.get("lv")) == ("visit", "3", "Apmeklējums")
    assert [read.question("came").label.get(lang) for lang in read.langs] == [
        "Vai atnācāt?",
        "Did you come?",
        "Вы пришли?",
    ]
    assert not read.question("came").hint.has("lv")


def test_metadata():
    read = form("metadata")
    metas = [question.meta for question in read.questions if question.kind is Kind.META]
    assert metas == ["start", "end", "today", "deviceid", "username", "audit"]


def test_calculate():
    read = form("calculate")
    assert [q.kind.value for q in read.questions] == [
        "integer", "integer", "calculate", "calculate", "integer", "calculate", "note",
    ]  # fmt: skip
    assert to_xpath(read.question("total").calculation) == "${a} + ${b}"
    assert to_xpath(read.question("guess").default) == "${a} * 2"


def test_our_own_columns():
    book, frames = workbook("own_columns"), workbook("own_columns_frames")
    read, problems = read_questionnaire(book, frames)
    assert read is not None
    assert problems == []
    assert not errors(judge(book))
    rate, why = read.questions
    assert (rate.role, rate.read_aloud, rate.dk_in_base) == (Role.DEMOGRAPHIC, False, False)
    assert (rate.scale_low.get("lv"), rate.scale_high.get("lv")) == ("slikti", "labi")
    assert (rate.interviewer_note.get("lv"), rate.probe.get("lv")) == (
        "Nolasiet skalu.",
        "Kāpēc tā?",
    )
    assert [code.score for code in rate.codes.codes] == [1, 2, 3, None]
    assert rate.codes.code("9").missing is Missing.DONT_KNOW
    assert not rate.codes.code("9").read_aloud
    assert [(net.name, net.is_band, net.label.get("lv")) for net in rate.codes.nets] == [
        ("high", True, "Augsti"),
        ("low", True, "Zemi"),
    ]
    assert rate.codes.members("low") == ("1", "2")
    assert why.frame.members("good") == ("kind", "fast")
    assert why.role is Role.OTHER_TEXT


def test_old_spellings():
    read = form("old_spellings")
    assert [q.kind.value for q in read.questions] == [
        "select_one", "select_multiple", "integer", "note",
    ]  # fmt: skip
    assert read.langs == ("latviski", "english")
    came, both = read.questions[:2]
    assert came.label.get("english") == "Did you come?"
    assert came.required == Call("true")
    assert both.relevant is not None


def test_piping_is_kept():
    assert form("piping").question("why").label.get("lv") == "Kāpēc tieši ${town}?"


def test_what_is_refused_names_sheet_row_and_remedy():
    questionnaire, problems = read_questionnaire(workbook("refused"))
    assert questionnaire is None
    found = [(item.where.row, item.code.removeprefix("exchange-refused-")) for item in problems]
    assert found == [
        (2, "repeat"), (5, "geo"), (6, "geo"), (7, "media"), (8, "media"), (9, "media"),
        (10, "barcode"), (11, "rank"), (12, "external"), (13, "external"), (14, "search"),
        (15, "external"),
    ]  # fmt: skip
    for item in problems:
        assert item.where.sheet == "survey"
        assert item.remedy("lv")
