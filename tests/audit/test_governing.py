"""A base in brackets governs the shares of its paragraph, until something turns from it."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

KINDS = {"impossible-percent", "count-and-percent"}
PIECES = [
    (
        'Visitors who came by bicycle (n = {n}) were also asked: "Was there room in the racks?" '
        "Of them {count}, or {share}%, said yes.",
        {"n": 176, "count": 112, "share": 64},
        {"share": 68},
    ),
    (
        'Parents of twins (n = {n}) were asked: "Was the form clear?" '
        'Here {share}% answered "yes".',
        {"n": 45, "share": 60},
        {"share": 61},
    ),
    (
        "Atsevišķi aplūkojām cilvēkus ar suni (n = {n}): ļoti vai drīzāk apmierināti ir "
        "{share} % no viņiem. Kļūda šai grupai sasniedz ±14 procentpunktus.",
        {"n": 48, "share": 60},
        {"share": 61},
    ),
    (
        "Lasītavas apmeklētājiem (n = {n}) vaicāja arī: „Vai te ir pietiekami kluss?” Apstiprinoši "
        "atbildēja {count} jeb {share} % no viņiem.",
        {"n": 160, "count": 128, "share": 80},
        {"share": 84},
    ),
    (
        "Владельцев собак (n = {n}) спросили отдельно: «Удобно ли вам гулять в парке?» «Да» "
        "ответили {share} % из них.",
        {"n": 40, "share": 65},
        {"share": 66},
    ),
]


def found(text: str) -> list[str]:
    return [item.rule for item in audit(read_plain("x.txt", text)) if item.rule in KINDS]


PIECES += [  # persons counted, and words that point at them
    (
        "Pa tālruni vizīti bija pieteikuši {n} aptaujātie. No viņiem līdz desmit minūtēm gaidīja "
        "{count} jeb {share} %.",
        {"n": 48, "count": 39, "share": 81},
        {"share": 86},
    ),
    (
        "Jautājumu par mājas vizīti uzdeva tikai tiem {n} pacientiem, kuri to bija saņēmuši. "
        "„Jā” atbildēja {share} %.",
        {"n": 32, "share": 84},
        {"share": 86},
    ),
    (
        "{n} of the 960 patients had a home visit. Of those, {share}% said that the visitor came "
        "on time.",
        {"n": 32, "share": 84},
        {"share": 86},
    ),
    (
        "The office received {n} complaints. Of these, {share}% were answered in a week.",
        {"n": 45, "share": 60},
        {"share": 61},
    ),
    (
        "Помощь получали {n} человека. На вопрос «Пришла ли она вовремя?» утвердительно ответили "
        "{share} % из них.",
        {"n": 52, "share": 77},
        {"share": 78},
    ),
]


@pytest.mark.parametrize(("text", "right", "wrong"), PIECES)
def test_a_share_is_of_the_base_that_governs_it(text, right, wrong):
    assert found(text.format(**right)) == []
    assert len(found(text.format(**{**right, **wrong}))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Parents of twins (n = 45) were asked first. Overall 61% of the 800 parents said yes.",
        "Parents of twins (n = 45) were content. In 2021 it was 61%.",
        "61% of men (n = 300) and 64% of women (n = 45) said yes, or 63% in all.",
        "Among parents of twins (n = 52) the error reaches ±13.6 points at the 95% level.",
        "Dvīņu vecāki (n = 45) ir apmierināti. Kopumā apmierināti 61 % vecāku.",
        "Родители близнецов (n = 45) довольны. Всего довольны 61 % родителей.",
        "A visit was reported by 32 patients. Of those who were not visited, 86% did not miss it.",
        "The surgery employs 32 nurses. Patients like them: 86% of them know one by name.",
        "52 patients missed an appointment. In the register 30 of the letters (55%) had come back.",
        "Mājas vizīti saņēma 32 pacienti. No tiem, kuri vizīti nesaņēma, apmierināti ir 86 %.",
        "Nearly two thirds (57%) of those aged 65 and over hold a pass. Among them, most (61%) do.",
        "Жалобу подали 32 пациента. Остальные довольны: 86 % из них не хотят перемен.",
    ],
)
def test_what_turns_from_the_base_is_not_of_it(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In 2021 80% of 900 clients were satisfied, in 2024 74% of 950. The share has fallen by 6 "
        "percentage points, more than the margin of error of the difference (3.8 points).",
        "Apmierināti ir 75 % klientu, pirms diviem gadiem bija 68 %. Pieaugums ir 7 procentpunkti, "
        "starpības kļūda – 5,8 procentpunkti.",
        "Довольны 68 % против 65 % двумя годами ранее; изменение на 3 п. п. не превышает "
        "погрешности разности (5,4 п. п.).",
    ],
)
def test_an_error_beside_a_difference_is_no_difference(text):
    assert [i for i in audit(read_plain("x.txt", text)) if i.rule == "value-difference"] == []
