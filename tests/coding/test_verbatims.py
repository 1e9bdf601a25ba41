"""What is published of an answer: nothing of whom it was, and nothing that was not said."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from atbalss.coding.answer import Answer
from atbalss.coding.sensitive import KINDS, told
from atbalss.coding.verbatims import GAP, Cut, Why, choose, cuts, faults, sensitive, shown

ANSWERS = Path(__file__).parent.parent / "reference" / "open_answers" / "answers.csv"
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


def test_places_are_found_in_haste_and_by_their_kind() -> None:
    def places(text: str) -> list[str]:
        return [text[one.start : one.end] for one in cuts(text) if one.why is Why.PLACE]

    assert places("braucu no talsiem uz smilteni, biju Saldū") == ["talsiem", "smilteni", "Saldū"]
    told = "Rīgas ielā 5-12, Zaļenieku pagastā; ул. Мира 7, в Дриценской волости"
    assert places(told) == [
        "Rīgas ielā 5-12", "Zaļenieku pagastā", "ул. Мира 7", "Дриценской волости",
    ]  # fmt: skip
    plain = "lūdzu, saldus ogas un balva; Mūsu pagastā, novadā viss labi, roja ar krāsām"
    assert places(plain) == [], "words that only sound like places"


SENSITIVE = {
    "health": """man trīc rokas; redzes dēļ; slikti redzu, slima sirds; man invaliditate; болит
        спина; у меня инвалидность; плохое зрение; my eyesight; esmu grūtniece; sap mugura; gāju
        pie ārsta; vīram insults; я плохо вижу; I am in a wheelchair""",
    "religion": """mūsu draudzē par to runāja; esmu katolis; eju uz baznicu; я православная;
        хожу в церковь; I am a Muslim; vecticībnieki esam""",
    "origin": """es esmu krieviete; man kā nepilsonim nedod; esam ukraiņu bēgļi; мы беженцы из
        Украины; я русская; as a refugee; pret čigāniem citādi izturas; mani vecāki ebreji""",
    "politics": """balsoju par citiem; visi politiķi zagļi; esmu partijas biedrs; голосовала за
        других; коммунисты такого не делали; I voted for others""",
    "union": "mūsu arodbiedriba palīdzēja; состою в профсоюзе; my trade union said so",
    "sexual_life": "esmu gejs; мы однополая пара; as a lesbian couple; viendzimuma pāris",
    "convictions": """pēc cietuma nekur neņem; esmu notiesāts; probacijas dienests; муж в
        тюрьме; есть судимость; my criminal record""",
    "hardship": """man lieli parādi, parādos līdz ausīm; tiesu izpilditajs visu atnem; esmu
        trūcīga; весь в долгах; приставы сняли деньги; статус малоимущей; I am unemployed;
        parādu nokārtot""",
    "family": """vīrs mani sit; bāriņtiesa nolēma par bērniem; dzīvoju krīzes centrā; опекун
        внука; лишили родительских прав; муж бил; my husband hits me; children in foster care""",
}
ORDINARY = """laipna attieksme; redzēju norādi; ātra apkalpošana; быстрое обслуживание; viss
        patika; parādīja, kur spiest, tagad parādu citiem; parādi man vēlreiz; skaidri un
        saprotami; sapratu visu; neprotu latviešu valodu, krieviski nebija; не знаю русский
        язык, только латышский; atkarībā no dienas; atkariba no rindas; telpas sliktā stāvoklī;
        draudzīgi un draudzene nāca līdzi; с коляской не заехать; долго ждал; ходят слухи;
        saskaņā ar likumu; mana parole neder; privātuma politika; balsojums par centru; Baznīcas
        ielā 3; больше услуг; здорово; сотрудник партнёрства; kā sodu samaksāt; vēlēšanu
        iecirknis; pensija un pabalsti; the password (parole) was lost"""


def test_words_of_special_kinds_are_flagged_in_three_languages() -> None:
    """Articles 9 and 10 of the regulation, and hardship; ordinary words of service are not."""
    assert tuple(SENSITIVE) == KINDS
    for kind, texts in SENSITIVE.items():
        assert [text for text in texts.split(";") if kind not in sensitive(text)] == [], kind
    plain = [text.strip() for text in ORDINARY.split(";")]
    assert {text: kinds for text in plain if (kinds := sensitive(text))} == {}
    text = "Man ir slikta redze, esmu katolis"
    assert [(one.kind, text[one.start : one.end]) for one in told(text)] == [
        ("health", "redze"), ("religion", "katolis"),
    ]  # fmt: skip


def test_invented_sentences_are_flagged_by_kind_and_harmless_ones_are_not() -> None:
    lines = (Path(__file__).parent / "sensitive.txt").read_text("utf-8").splitlines()
    pairs = [line.split(": ", 1) for line in lines if not line.startswith("#")]
    assert len(pairs) > 140 and sum(kind == "-" for kind, _ in pairs) > 70
    missed = [(kind, text) for kind, text in pairs if kind != "-" and kind not in sensitive(text)]
    alarms = [(text, found) for kind, text in pairs if kind == "-" and (found := sensitive(text))]
    assert (missed, alarms) == ([], [])


def test_ordinary_answers_are_seldom_flagged() -> None:
    """Of 1820 invented answers on service those are flagged that speak of illness or poverty."""
    with ANSWERS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    flagged = {row["text"]: set(row["codes"].split()) for row in rows if sensitive(row["text"])}
    about = {"disability", "low_income_services", "visual_impairment", "medical"}
    beside = [text for text, codes in flagged.items() if not codes & about]
    assert len(flagged) < 0.03 * len(rows) and len(beside) < 0.01 * len(rows)
    assert not any({"religion", "origin", "politics", "union"} & set(sensitive(t)) for t in beside)
    assert not any(one.why is Why.PLACE for row in rows for one in cuts(row["text"]))
