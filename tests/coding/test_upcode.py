"""What stood behind "Cits": in the options it belongs to, with nobody lost and the words kept."""

from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from atbalss.answers.frame import Frame, build
from atbalss.coding.task import task
from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.exchange.xlsform import read_questionnaire

MANY, ONE = "select_multiple w", "select_one w"
FRAMES = Workbook(
    (
        Sheet.of(
            "choices",
            [
                ["list_name", "name", "label", "exclusive", "description_lv", "examples", "net"],
                ["f", "ship", "Kuģis", "", "Pa ūdeni", "ar kuģi\nar laivu", "far"],
                ["f", "horse", "Zirgs", "", "", "", "near"],
                ["f", "nothing", "Nekā", "yes", "", "", ""],
            ],
        ),
        Sheet.of(
            "nets",
            [
                ["list_name", "name", "label_lv", "inside"],
                ["f", "all", "Visi", ""],
                ["f", "far", "Tālu", "all"],
                ["f", "near", "Tuvu", "all"],
            ],
        ),
    )
)


def form(kind: str):
    survey = [
        ["type", "name", "label", "relevant", "role", "codeframe"],
        [kind, "how", "Kā atbraucāt?", "", "", ""],
        ["text", "how_other", "Kā tad?", "selected(${how}, 'other')", "other_text", "f"],
    ]
    choices = [["list_name", "name", "label", "role"]]
    choices += [
        ["w", name, name, "other" if name == "other" else ""] for name in "bus car other".split()
    ]
    workbook = Workbook((Sheet.of("survey", survey), Sheet.of("choices", choices)))
    made, found = read_questionnaire(workbook, FRAMES)
    assert made is not None, found
    return made


def frame(kind: str, answers: list[str], codes: list[tuple[str, str]]) -> Frame:
    ids = [f"{n:02}" for n in range(len(answers))]
    texts = ["ar autobusu" if "other" in answer else None for answer in answers]
    table = pl.DataFrame({"id": ids, "how": answers, "how_other": texts})
    rows = [(id, "how_other", code) for id, code in codes]
    schema = dict.fromkeys(("id", "question", "code"), pl.String)
    made, found = build(
        form(kind), table, codes=pl.DataFrame(rows, schema=schema, orient="row"), wave="w"
    )
    assert not found, found
    return made


def test_frames_tell_coders_and_have_levels() -> None:
    codes = form(MANY).question("how_other").frame
    ship = codes.code("ship")
    assert ship.examples == ("ar kuģi", "ar laivu")
    assert ship.description.get("lv") == "Pa ūdeni"
    assert codes.members("all") == ("ship", "horse")
    assert list(task(form(MANY), "how_other").choices) == [
        "ship", "horse", "nothing", "how/bus", "how/car",
    ]  # fmt: skip


def test_a_single_choice_becomes_the_option_and_the_words_stay() -> None:
    made = frame(ONE, ["other", "other", "car"], [("00", "how/bus"), ("01", "ship")])
    assert made.data["how"].to_list() == ["bus", "other", "car"]
    assert made.data["how_other"].to_list() == ["ar autobusu", "ar autobusu", None]
    assert made.data["how_other/ship"].to_list() == [False, True, None]
    assert made.off_route.rows() == [("00", "how", "other", "upcoded")]


PEOPLE = st.lists(
    st.tuples(
        st.sets(st.sampled_from(["bus", "car", "other"]), min_size=1),
        st.sets(st.sampled_from(["ship", "horse", "how/bus", "how/car"])),
    ),
    min_size=1,
    max_size=8,
)


@given(PEOPLE)
def test_upcoding_conserves_persons(people: list[tuple[set[str], set[str]]]) -> None:
    answers = [" ".join(sorted(said)) for said, _ in people]
    codes = [
        (f"{n:02}", code)
        for n, (said, held) in enumerate(people)
        for code in sorted(held)
        if "other" in said
    ]
    before, after = frame(MANY, answers, []), frame(MANY, answers, codes)
    for row, (said, held) in enumerate(people):
        now = {code for code in ("bus", "car", "other") if after.data[f"how/{code}"][row]}
        assert now  # nobody drops out
        given = held if "other" in said else set()
        options = {code.removeprefix("how/") for code in given if "/" in code}
        own = {code for code in given if "/" not in code}
        assert now - {"other"} == (said - {"other"}) | options
        assert ("other" in now) == ("other" in said and not (options and not own))
        assert {c for c in ("ship", "horse") if after.data[f"how_other/{c}"][row]} == own
    assert before.data["how:reached"].equals(after.data["how:reached"])
    assert before.data["how_other"].equals(after.data["how_other"])  # the original is kept
