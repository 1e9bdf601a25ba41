"""What is published of an answer: nothing of whom it was, and nothing that was not said."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from atbalss.coding.answer import Answer
from atbalss.coding.verbatims import GAP, Cut, Why, choose, cuts, faults, sensitive, shown

WORDS = [
    "zvaniet",
    "man",
    "uz",
    "tel.",
    "kods:",
    "LV",
    "mans numurs",
    "в",
    "звоните",
    "12",
    "3,",
    "(",
    "7",
]
JOINTS = ["", " ", "-", " - ", "\u00a0", ".", " / ", "–", "\n"]
DIGITS = "0123456789"


@st.composite
def personal(draw: st.DrawFn) -> str:
    """A telephone or a personal code, however it is parted."""
    size = draw(st.sampled_from([8, 11, 11, 12]))
    digits = draw(st.text(DIGITS, min_size=size, max_size=size))
    parts = [mark + draw(st.sampled_from(JOINTS)) for mark in digits]
    return draw(st.sampled_from(["", "+371 ", "00371", "("])) + "".join(parts)


@given(st.lists(st.one_of(st.sampled_from(WORDS), personal()), max_size=8), st.booleans())
def test_no_telephone_or_personal_code_is_left(parts: list[str], released: bool) -> None:
    answer = Answer("q", "1", " ".join(parts))
    made = choose(answer, [], released=released)
    bare = re.sub(r"[\s\u00a0\-–—.()/]", "", made.text)
    assert not re.search(r"\d{7}", re.sub(r"\[\]", "|", bare)), made.text
    assert not answer.text.strip() or faults(made, answer) == []


def test_what_is_found() -> None:
    text = "Ilzei Bērziņai no Talsiem zvaniet 29 123-456, i.b@inbox.lv, 010180-12345, www.x.lv/a"
    found = {text[cut.start : cut.end]: cut.why for cut in cuts(text, ["Kaija"], ["Mērdzene"])}
    assert found == {
        "Ilzei": Why.NAME, "Bērziņai": Why.NAME, "Talsiem": Why.PLACE, "29 123-456": Why.PHONE,
        "i.b@inbox.lv": Why.EMAIL, "010180-12345": Why.PERSONAL_CODE, "www.x.lv/a": Why.ADDRESS,
    }  # fmt: skip
    assert shown(text, cuts(text)) == f"{GAP} no {GAP} zvaniet {GAP}, {GAP}, {GAP}, {GAP}"
    own = cuts("biju Mērdzenē pie Kaijas", ["Kaija"], ["Mērdzene"])
    assert [cut.why for cut in own] == [Why.PLACE, Why.NAME]
    assert cuts("ar labi laipni darbinieki, 2024. gadā 10 reizes") == ()


def test_nobody_takes_away_what_must_be_cut_and_words_stay() -> None:
    answer = Answer("q", "1", "Zvaniet Annai 29123456 pēc pulksten 12")
    made = choose(answer, [Cut(8, 13, Why.NAME)], released=True, who="zane")
    assert made.text == f"Zvaniet {GAP} pēc pulksten 12"
    assert faults(made, answer) == []
    changed = Answer("q", "1", "Zvaniet Annai 29123456 pēc pulksten 13")
    assert [item.code for item in faults(made, changed)] == ["coding-verbatim-changed"]
    assert [item.code for item in faults(made, None)] == ["coding-verbatim-no-answer"]


def test_health_is_flagged() -> None:
    told = """man trīc rokas; redzes dēļ; slikti redzu, slima sirds; man invaliditate; болит спина;
        у меня инвалидность; плохое зрение; my eyesight; esmu grūtniece""".split(";")
    assert [text for text in told if not sensitive(text)] == []
    plain = [
        "laipna attieksme",
        "redzēju norādi",
        "ātra apkalpošana",
        "быстрое обслуживание",
        "viss patika",
    ]
    assert [text for text in plain if sensitive(text)] == []
